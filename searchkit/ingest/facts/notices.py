"""The names in what a page says of itself: in a button, a notice, a byline, or twice wherever."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from searchkit.analysis import words
from searchkit.ingest.facts.names import KEPT, LEAST_STEM, SMALL, is_menu, name_words
from searchkit.ingest.facts.owners import is_small
from searchkit.ingest.pages.words import PHRASES

_BUTTON = 120
"""Code points of the longest button or notice."""

_TO_READERS = (
    "about|add|subscribe to|download(?: the)?|get(?: the)?|join|support|follow|search|welcome to|more from|advertise (?:with|in|on)|"
    "work (?:for|at)|the latest from|read more (?:from|on|in)|inside|part of|contact|newsletters? (?:of|from)|sign up (?:for|to)|"
    "published by|an article from|über|abonnieren sie|folgen sie|zur startseite von|sobre|acerca de|à propos de|suivez|"
    "abonnez-vous à|suscríbete a|síguenos en|leia também em|assine|chi siamo|segui|over|volg|om|följ|об|про|عن|حول|关于|關於|"
    "tentang|hakkında"
)

_APP_OF = r"(?:\W*\w+ )?(?:(?:la|die|o|el|l['’])\s?)?app(?:li(?:cation|cativo))? (?:de|do|da|di|von|van)"

_OF_ITSELF = (
    r"\s(?:apps?|newsletters?|podcasts?|network|on (?:facebook|x|twitter|instagram|whatsapp|youtube|telegram|google)|"
    r"values your .*|follows .*|news delivered .*|home|"
    r"e-?paper|magazine|shop|store|premium|plus|uygulaması)|[ 　]?(?:に掲載|に関する|에 게재된).*|\.\.\.|…"
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

_VERB_THE = re.compile(
    r"^(?:\w+ )?the |^(?:as?|os?|la|el|les?|l[oi]s|il|lo|der|die|das|den|dem|het|de|den|det) ", re.IGNORECASE
)
"""What stands before a name in a notice: Prefer the Tide, sobre a Agência."""


# Daily Tide is a charity ; TeleLanghe è una testata
_IS = re.compile(
    r"(?P<name>[^,;:|()]{2,60}?)(?:\s(?:(?:is|are)\s(?:an?|the|part|published|owned|produced|funded|not responsible|licensed|registered|supported)|"
    r"(?:è|é|es|est|ist|är|er|is|jest|este|je|є|это|—|to)\s(?:un|una|une|o|a|um|uma|ein|eine|en|et|een|ett|zapsan\w+|częścią|parte|часть|частина|"
    r"сетевое|зарегистрировано)|works with|follows the|adheres to|reserves)\b.*|\s[–—-]\s(?:an?|une?|eine?)\s.*)",
)


@lru_cache(KEPT)
def described(line: str) -> str | None:
    """Return the name that a notice begins with to say what it is.

    >>> described("Lantern Aid is a registered charity"), described("It is late")
    ('Lantern Aid', None)
    """
    match = _IS.fullmatch(line)
    return match["name"].removeprefix("The ").strip() if match else None


_PERSONAL = re.compile(
    r"\b(?:reporter|writer|editor|columnist|correspondent|journalist|author|professor|photographer|freelance|critic|he|she)\b",
    re.IGNORECASE,
)

# By Jane Doe for the Daily Tide ; Jane Doe covers rivers for Daily Tide from Leeds ; Jane Doe - kabarkita
_WRITES_FOR = re.compile(
    r"(?:\b(?:for|para|pour|für|FOR|PARA|POUR|FÜR)|\b(?:reporter|writer|editor|columnist|correspondent|journalist) (?:at|with|of)|"
    r"(?<=\w)\s?[,|–-])\s(?:[Tt]he |THE )?(?P<name>[^\W\d_a-z][\w'’&-]*(?: (?:[^\W\d_a-z][\w'’&-]*|of|de|del|do|da|&)){0,4})(?=$|[.,;]| from | and | who )"
)


@lru_cache(KEPT)
def framed(line: str) -> str | None:
    """Return the name in a button or a notice of a site."""
    text = line.split(". ", 1)[0]
    if len(text) > _BUTTON or text.count(" ") > _FRAME_WORDS:
        return None
    match = _FRAME.fullmatch(text.strip(" ."))
    if not match or not (match["before"] or match["behind"]) or (match["behind"] and _PERSONAL.search(match["behind"])):
        return None
    return _VERB_THE.sub("", match["name"].split(",")[0]).strip()


@lru_cache(KEPT)
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
    return match["name"] if match and not _PERSONAL.search(match["name"]) else None


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


_NETWORKS = re.compile(
    r"facebook|instagram|telegram|whats\s?app|youtube|tiktok|twitter|viber|bluesky|google(?:\s(?:news|nieuws|noticias|play))?|app store|"
    r"фейсбук\w*|інстаграм\w*|инстаграм\w*|телеграм\w*|вайбер\w*|ютуб\w*|τελεγκραμ|"
    r"واتساب|واٹس ایپ|تلگرام|تلغرام|تليغرام|تيليغرام|فيسبوك|فیسبوک|فیس بک|انستغرام|إنستغرام|اینستاگرام|گوگل|טלגרם|פייסבוק|ווטסאפ|וואטסאפ|אינסטגרם|"
    r"फेसबुक|व्हाट्सएप|व्हाट्सऐप|टेलीग्राम|गूगल|ফেসবুক|টেলিগ্রাম|ইউটিউব|フェイスブック|카카오톡|네이버|微信|微博|"
    r"(?<!\w)(?:apps?|aplik\w+|applik\w+|aplic\w+|applic\w+|alkalmazás\w*|uygulama\w*|приложени\w+|застосун\w+|εφαρμογή|ऐप|অ্যাপ|ایپ|تطبيق|اپلیکیشن|"
    r"newsletters?|hírlevel\w*|nyhetsbrev\w*|nyhedsbrev\w*|nieuwsbrief|uutiskir\w+|рассылк\w+|розсилк\w+|bülten\w*|boletín|boletim|"
    r"نشرة|النشرة|البريدية|خبرنامه|ニュースレター|뉴스레터|電子報|podcasts?|подкаст\w*)(?!\w)",
    re.IGNORECASE,
)

_OF_NETWORKS = frozenset(("x", "on", "news", "google", "play", "store", "app", "apps", "viber", "us"))

_SMALL_INSIDE = SMALL - {"und", "et", "y", "e", "og", "och", "ja", "i", "on", "in"}


@lru_cache(KEPT)
def named_beside_networks(text: str) -> list[str]:
    """Return the names in a line that speaks of a network, an app or a newsletter, and of whose it is.

    >>> named_beside_networks("Kövesse a Tiszapartot a Facebookon is!"), named_beside_networks("Share on Facebook")
    (['Kövesse', 'Tiszapartot'], [])
    """
    if len(text) > _LONGEST_NOTICE or not _NETWORKS.search(text):
        return []
    found = []
    for part in _NETWORKS.split(text):
        run: list[str] = []
        for number, word in enumerate([*part.split(), ""]):
            plain = word.strip(_AROUND_WORDS)
            is_of_it = plain[:1].isupper() or (run and (plain in _SMALL_INSIDE or plain.isdigit()))
            if is_of_it and plain.casefold() not in _OF_NETWORKS and (run or number or not is_menu(plain)):
                run.append(_ENDING.sub("", plain))
                if plain == word.rstrip(_AROUND_WORDS) and word == word.rstrip(",.;:"):
                    continue
            while run and run[-1] in SMALL:
                run.pop()
            if run:
                found.append(" ".join(run))
                if text.startswith(found[-1]) and len(run) > 1:
                    found.append(" ".join(run[1:]))  # the first word may be that of a sentence
            run = []
    return found


_ENDING = re.compile(r"['’](?:s|[a-zğışöüç]{1,4})$")  # Tide's, Tide'ı

_AROUND_WORDS = "()[]«»“”„\"',.:;|!?¡¿"

_OPENING, _CLOSING = '(«“„"', ",.;:|!?)»”"

_LONGEST_NOTICE = 200

_MOST_WORDS = 5

_Place = TypeVar("_Place")


def twice(
    lines: Sequence[tuple[str, _Place]], text: Collection[str], is_in_text: Callable[[Sequence[str]], bool]
) -> Iterator[tuple[str, _Place]]:
    """Yield the words that two of the lines have one after another, or one and the text, with the first such line.

    `text` has the words of the text. Of words that are part of others, only those are yielded that have more lines.
    """
    places = dict(line for line in lines if len(line[0]) <= _LONGEST_NOTICE)
    counts = Counter(word for line in places for word in {key for run in _runs(line) for _, key in run})
    seen: dict[tuple[str, ...], list[str]] = {}
    for line in places:
        for key, name in _parts(_runs(line), lambda word: counts[word] > 1 or word in text).items():
            seen.setdefault(key, []).append(name)
            seen[key].append(line)
    several = {
        key: found for key, found in seen.items()
        if len(found) > 2 or (max(map(len, key)) >= LEAST_STEM and is_in_text(name_words(found[0])))
    }  # fmt: skip
    inner = {
        part
        for key, found in several.items()
        for part in _inside(key)
        if len(several.get(part, ())) <= len(found)
    }  # fmt: skip
    for key, found in several.items():
        if key not in inner and (len(key) > 1 or len(key[0]) > 2) and " ".join(key) not in PHRASES:
            yield found[0], places[found[1]]


def _parts(runs: Iterable[Sequence[tuple[str, str]]], is_common: Callable[[str], bool]) -> dict[tuple[str, ...], str]:
    """Return the words of runs that follow one another, at most so many, all of them common, and that can be names."""
    found: dict[tuple[str, ...], str] = {}
    for run in runs:
        for start, (word, _) in enumerate(run):
            if word in _SMALL_INSIDE:
                continue
            for end in range(start, min(start + _MOST_WORDS, len(run))):
                if not is_common(run[end][1]):
                    break
                if run[end][0] not in SMALL:
                    part = run[start : end + 1]
                    found.setdefault(tuple(key for _, key in part), " ".join(word for word, _ in part))
    return found


def _inside(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for size in range(1, len(key)):
        yield from (key[start : start + size] for start in range(len(key) - size + 1))


@lru_cache(KEPT)
def _runs(text: str) -> Sequence[Sequence[tuple[str, str]]]:
    """Return the runs of words that can be of a name: those with capitals, where the script has them.

    With each word stands the form in which it is compared.
    """
    runs: list[list[tuple[str, str]]] = [[]]
    for word in text.split():
        plain = _ENDING.sub("", word.strip(_AROUND_WORDS))
        if not plain or (is_small(plain) and not (runs[-1] and plain in _SMALL_INSIDE)) or not plain[0].isalnum():
            runs.append([])
            continue
        if word[0] in _OPENING:
            runs.append([])
        runs[-1].append((plain, plain.casefold() if plain.isascii() else "".join(name_words(plain))))
        if word[-1] in _CLOSING:
            runs.append([])
    return [run for run in runs if run]
