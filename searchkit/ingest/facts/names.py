"""What the name of an outlet looks like in a line: in a menu, a button, a notice, behind a title, in a byline."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from searchkit.analysis import words
from searchkit.ingest.facts.owners import LAND, bare
from searchkit.ingest.facts.sources import is_agency
from searchkit.ingest.pages.entries import is_date
from searchkit.ingest.pages.words import PHRASES, phrase

_LONGEST = 60
"""Code points of the longest name."""

_KEPT = 8192
"""Lines whose looks are kept in mind: menus recur from page to page."""

_SHORT = 3

_BUTTON = 120
"""Code points of the longest button or notice."""

_STEM = 5
"""Letters at the beginning of two words that make them akin."""

# Who issues statements: an office of a state, of science, of a company.
_OFFICE = frozenset(
    """
    administration agency amt association attorney authority bank board bureau commission committee council county
    court department federation fiscalia foundation governor institute ministerio ministerium ministere ministry
    office oficina parliament police prefecture procuraduria secretariat senate sheriff sheriff's society union university
    """.split()  # noqa: SIM905
)
_SMALL = frozenset(
    ("of", "the", "and", "&", "for", "de", "la", "le", "el", "del", "des", "der", "die", "das", "du", "di", "do", "da",
     "delle", "della", "dei", "dos", "das", "van", "von", "och", "og", "ja", "y", "e", "et", "und", "i", "in", "on", "al")
)  # fmt: skip
_NO_NAME = re.compile(
    r"^[\"'“”„«‘]|^(?:about|apply|contact|meet|online|pay|search|submit|view|visit|find|report|my|your|our|all|more|most|latest|breaking|today's) |[?!:;|•>,…(]|\s\s|\d{2}[:./]\d|(?<!\w)\d{1,4}(?!\w)|@|://",
    re.IGNORECASE,
)
GAP = re.compile(r"\s{3,}|\u3000+|\s?[|›»>⟩→·•]\s?|\s/\s")
BEHIND = re.compile(r"(?P<title>.*\S)\s*(?:\s[-–—·:•]\s|\s?[|｜]\s?|(?<=\w)_(?=\w))\s*(?P<name>[^|｜]{2,60}?)\s*")
IN_FRONT = re.compile(r"(?P<name>[^|｜:»]{2,40}?)\s*(?:[|｜:»]|\s[-–—]\s)\s*(?P<title>.+)")
BACK = re.compile(r"(?:\s?[-–—:|]\s?|\s)(?:back to home|home ?page|home|logo)\.?$", re.IGNORECASE)
DIGITAL = re.compile(r"\s?(?:デジタル|オンライン|電子版|网络版|在线)$", re.IGNORECASE)

_TO_READERS = (
    "about|subscribe to|download(?: the)?|get(?: the)?|join|support|follow|search|welcome to|more from|advertise (?:with|in|on)|"
    "work (?:for|at)|the latest from|read more (?:from|on|in)|inside|part of|contact|newsletters? (?:of|from)|sign up (?:for|to)|"
    "published by|an article from|über|abonnieren sie|folgen sie|zur startseite von|sobre|acerca de|à propos de|suivez|"
    "abonnez-vous à|suscríbete a|síguenos en|leia também em|assine|chi siamo|segui|over|volg|om|följ|об|про|عن|حول|关于|關於|"
    "tentang|hakkında"
)
_APP_OF = r"(?:\W*\w+ )?(?:(?:la|die|o|el|l['’])\s?)?app(?:li(?:cation|cativo))? (?:de|do|da|di|von|van)"
_OF_ITSELF = (
    r"\s(?:apps?|newsletters?|podcasts?|network|on (?:facebook|x|twitter|instagram|whatsapp|youtube|telegram|google)|"
    r"values your .*|(?:is|are) (?:an?|the|part|published|owned|produced|funded|not responsible)\b.*|follows .*|news delivered .*|home|"
    r"e-?paper|magazine|shop|store|premium|plus|uygulaması)|[ 　]?(?:に掲載|に関する|에 게재된).*|\s[–—-]\s(?:an?|une?|eine?)\s.*|\.\.\.|…"
)
# Buttons and notices that have the name of the site in them.
_FRAME = re.compile(
    rf"[¡¿]?(?:(?P<before>{_TO_READERS}|{_APP_OF})\s)?(?P<name>\S(?:.{{0,80}}?\S)??)(?P<behind>{_OF_ITSELF})?[!]?",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"(?:published in|(?:originally|first) published (?:in|on|by)|(?:this|the) (?:article|story|text|piece) (?:was )?(?:first |originally )*"
    r"(?:appeared|published|ran) (?:in|on|by)|(?:first|originally) appeared (?:in|on)|reprinted (?:from|courtesy of)|"
    r"read the original (?:article )?(?:at|on|in)|erschienen in|zuerst erschienen (?:in|bei)|paru dans|publicado (?:originalmente )?en|"
    r"publicado (?:originalmente )?(?:em|no|na)|pubblicato su|"
    r"(?:publication|publisher|outlet|newspaper|medium|zeitung|periódico|diario|jornal|testata|gazete|издание|газета)\s?:)"
    r"\s(?:the |der |die |das |el |la |le |il |o |a )?(?P<name>[^\W\d_].{1,60}?)(?=$|[.,;(]|\s[|–—-]\s|\son\s(?:the\s)?\d|\s\d)",
    re.IGNORECASE,
)
_FRAME_WORDS = 16
_PERSONAL = re.compile(
    r"\b(?:reporter|writer|editor|columnist|correspondent|journalist|author|professor|photographer|freelance|critic|he|she)\b",
    re.IGNORECASE,
)
# By Jane Doe for the Daily Tide ; Jane Doe covers rivers for Daily Tide from Leeds ; Jane Doe - kabarkita
_WRITES_FOR = re.compile(
    r"(?:\b(?:for|para|pour|für|FOR|PARA|POUR|FÜR)|\b(?:reporter|writer|editor|columnist|correspondent|journalist) (?:at|with|of)|"
    r"(?<=\w)\s?[,|–-])\s(?:[Tt]he |THE )?(?P<name>[^\W\d_a-z][\w'’&-]*(?: (?:[^\W\d_a-z][\w'’&-]*|of|de|del|do|da|&)){0,4})(?=$|[.,;]| from | and | who )"
)


HOST = re.compile(
    r"(?:https?://(?:www\.)?|www\.|@|(?<![\w.@]))(?P<name>[\w-]{3,40})(?:\.[a-z]{2,8}){1,3}(?![\w.])", re.IGNORECASE
)


@lru_cache(_KEPT)
def name_words(text: str) -> Sequence[str]:
    """Return the words of a name, without its article."""
    found = words(text)
    return found[1:] if found[:1] == ["the"] else found


def squashed(text: str) -> str:
    """Return the words of a name written together."""
    return "".join(name_words(text))


def contains(line: Sequence[str], name: Sequence[str]) -> bool:
    """Tell whether the words of the name stand in those of the line, one after another."""
    size = len(name)
    return (
        bool(name)
        and name[0] in line
        and any(line[start : start + size] == name for start in range(len(line) - size + 1))
    )


def relation(name: Sequence[str], owner: str) -> str | None:
    """Return how a name is that of the owner of the copyright, or of what it publishes."""
    whole, short = name_words(owner), name_words(bare(owner))
    if LAND.match(owner):
        return "again" if list(name) == whole else None
    if list(name) in (whole, short):
        return "copyright"
    has, letters = set(name), "".join(name)
    if not has:
        return None
    if (has < set(whole) and len(has) > 1) or (len(has) == 1 and whole[0] == letters and len(letters) > 3):
        return "of copyright" if len(has) > 1 else "in copyright"
    if set(short) < has and len(has - set(short)) <= 1:
        return "copyright"
    initials = ("".join(word[0] for word in of) for of in (whole, short) if len(of) > 1)
    if letters in initials:
        return "of copyright"
    stems = {word[:_STEM] for word in whole if len(word) >= _STEM}
    return "near copyright" if any(word[:_STEM] in stems for word in name) else None


@lru_cache(_KEPT)
def framed(line: str) -> str | None:
    """Return the name in a button or a notice of a site."""
    text = line.split(". ", 1)[0]
    if len(text) > _BUTTON or text.count(" ") > _FRAME_WORDS:
        return None
    match = _FRAME.fullmatch(text.strip(" ."))
    if not match or not (match["before"] or match["behind"]) or (match["behind"] and _PERSONAL.search(match["behind"])):
        return None
    return match["name"].split(",")[0].removeprefix("the ").strip()


@lru_cache(_KEPT)
def stated(line: str) -> str | None:
    """Return whom a line names as the one that published the text.

    >>> stated("This story first appeared in the Daily Tide on 3 May."), stated("Publication: Harbour Post")
    ('Daily Tide', 'Harbour Post')
    """
    match = _STATED.match(line[:200].lstrip("*_([ "))
    return match["name"].strip(" *_)]") if match else None


def writes_for(line: str) -> str | None:
    """Return whom somebody writes for.

    >>> writes_for("By Jane Doe for the Daily Tide"), writes_for("Jane Doe covers rivers for Daily Tide from Leeds")
    ('Daily Tide', 'Daily Tide')
    """
    match = _WRITES_FOR.search(line[:300])
    return match["name"] if match else None


def spelled(line: str, hosts: Collection[str]) -> list[str]:
    """Return the words of a line that, written together, are the name of a host: Harbour Post of harbourpost.com."""
    together = "".join(words(line[:_BUTTON])).replace("'", "")
    if not any(host in together for host in hosts):
        return []
    parts = line[:_BUTTON].split()
    found = []
    for size in range(2, 6):
        for start in range(len(parts) - size + 1):
            run = [part.strip("()[]«»“”\"',.:;|") for part in parts[start : start + size]]
            if run[0][:1].isupper() and "".join(words(" ".join(run))).replace("'", "") in hosts:
                found.append(" ".join(run))
    return found


@lru_cache(_KEPT)
def is_office(text: str) -> bool:
    """Tell whether a line is the name of an office, an institute or the like."""
    return (
        not _OFFICE.isdisjoint(words(text)) and len(text.split()) > 2 and _has_capitals(text, 9) and not is_menu(text)
    )


def is_menu(text: str) -> bool:
    """Tell whether a line is made of the words of menus."""
    parts = [phrase(part) for part in GAP.split(text)]
    return sum(part in PHRASES or not part for part in parts) * 2 >= len(parts)


@lru_cache(_KEPT)
def can_be_name(text: str, most: int = 6) -> bool:
    """Tell whether a line can be a name: a few words, with capitals where there are some of more than one."""
    form = phrase(text)
    is_number = len(text) <= _SHORT and any(map(str.isdigit, text))  # A4, of a newspaper's pages
    if len(text) < 2 or is_number or HOST.fullmatch(text) or form in PHRASES or is_agency(text) or is_date(text):
        return False
    return _has_capitals(text, most) if len(text.split()) > 1 else len(text) <= 30 and not _NO_NAME.search(text)


def _has_capitals(text: str, most: int) -> bool:
    parts = text.split()
    if not parts or len(parts) > most or parts[-1] in _SMALL or len(text) > _LONGEST or _NO_NAME.search(text):
        return False
    return all(not part[0].islower() or part in _SMALL for part in parts) and not parts[0].islower()


def is_of_some_words(text: str) -> bool:
    """Tell whether a name has several words, all of them with a capital but the small ones."""
    parts = text.split()
    return (
        len(parts) > 1
        and any(part[0].isupper() for part in parts)
        and all(p[0].isupper() or p in _SMALL for p in parts)
    )
