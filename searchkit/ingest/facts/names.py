"""What the name of an outlet looks like: its words, its form, and how two names are related."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from searchkit.analysis import words
from searchkit.ingest.facts.owners import COMPANY, LAND, bare, is_small
from searchkit.ingest.facts.sources import is_agency
from searchkit.ingest.pages.entries import is_date
from searchkit.ingest.pages.words import PHRASES, phrase

_LONGEST = 60
"""Code points of the longest name."""

KEPT = 8192
"""Lines whose looks are kept in mind: menus recur from page to page."""

_SHORT = 3

_STEM = 5
"""Letters at the beginning of two words that make them akin."""


def _folded(table: str) -> frozenset[str]:
    """Return the words of a table in the form in which those of names are compared."""
    return frozenset(words(table))


# Who issues statements: an office of a state, of science, of a company.
_OFFICE = _folded(
    """
    administration agency amt association attorney authority bank board bureau commission committee council
    court department federation fiscalia foundation governor institute ministerio ministerium ministere ministry
    office oficina parliament ajuntament alcaldía câmara intendencia police prefecture procuraduria secretariat senate sheriff sheriff's society university
    académie academia academy agencia agentschap agentur akademie amministrazione assessorato ayuntamiento behörde bundesamt bureau bürgermeisteramt charity
    città city clinic college commission commune comune conseil consejo département dirección fondation fondazione fundación fundação gemeente gobierno
    gouvernement governo hochschule hospital höchschule institut instituto instituut istituto kommune kommun kraj kreis landesamt landkreis mairie
    ministerio ministère ministério ministero ministerstvo ministerstwo município museum observatoire organisation organization polizei préfecture
    prefeitura prefettura secretaría senat stadt stiftung trust universidad universidade universitas universitat universität université
    università universiteit universitet uniwersytet univerzita urząd úřad verein ville администрация академия институт министерство міністерство
    правительство университет університет прокуратура وزارة جامعة هيئة بلدية وزارت دانشگاه विभाग मंत्रालय
    """
)

SMALL = frozenset(
    ("of", "the", "and", "&", "for", "de", "la", "le", "el", "del", "des", "der", "die", "das", "du", "di", "do", "da",
     "delle", "della", "dei", "dos", "das", "van", "von", "och", "og", "ja", "y", "e", "et", "und", "i", "in", "on", "al")
)  # fmt: skip

_NO_NAME = re.compile(
    r"^[\"'“”„«‘©®]|\w/\w|^(?:about|apply|contact|meet|online|pay|search|submit|view|visit|find|report|my|your|our|all|more|most|latest|breaking|today's) |[?!:;|•>,…(]|\s\s|\d{2}[:./]\d|^\d{1,4}(?!\w)|(?<!\w)\d{3,}(?!\w)|[a-z]{2}\.[a-z]{2}|@|://",
    re.IGNORECASE,
)

_LANGUAGES = frozenset(
    """
    afrikaans azərbaycanca bahasa беларуская български català čeština dansk deutsch eesti ελληνικά english español euskara français gaeilge galego
    hrvatski indonesia íslenska italiano kiswahili latviešu lietuvių magyar македонски melayu nederlands norsk polski português română русский shqip
    slovenčina slovenščina српски srpski suomi svenska tiếng türkçe українська o'zbek қазақша кыргызча тоҷикӣ монгол հայերեն ქართული עברית العربية
    فارسی اردو پښتو کوردی हिंदी हिन्दी मराठी বাংলা ਪੰਜਾਬੀ ગુજરાતી தமிழ் తెలుగు ಕನ್ನಡ മലയാളം සිංහල ไทย ລາວ မြန်မာ ខ្មែរ 한국어 日本語 中文 简体 繁體 简体中文 繁體中文 አማርኛ
    """.split()  # noqa: SIM905
) | {"bahasa indonesia", "bahasa melayu", "tiếng việt", "o‘zbekcha"}
"""Languages, as a page that has several offers them."""

_CODES = re.compile(r"(?:[A-Z]{2}\W{1,3})+[A-Z]{2}")  # RO EN

GAP = re.compile(r"\s{3,}|\u3000+|\s?[|›»>⟩→·•]\s?|\s/\s")

BEHIND = re.compile(r"(?P<title>.*\S)\s*(?:\s[-–—·:•]\s|\s?[|｜]\s?|(?<=\w)_(?=\w))\s*(?P<name>[^|｜]{2,60}?)\s*")

IN_FRONT = re.compile(r"(?P<name>[^|｜:»]{2,40}?)\s*(?:[|｜:»]|\s[-–—]\s)\s*(?P<title>.+)")

BACK = re.compile(r"(?:\s?[-–—:|]\s?|\s)(?:back to home|home ?page|home|logo)\.?$", re.IGNORECASE)

DIGITAL = re.compile(r"\s?(?:デジタル|オンライン|電子版|网络版|在线)$", re.IGNORECASE)

HOST = re.compile(
    r"(?:https?://(?:www\.)?|www\.|@|(?<![\w.@]))(?P<name>[\w-]{3,40})(?:\.[a-z]{2,8}){1,3}(?![\w.@])", re.IGNORECASE
)


@lru_cache(KEPT)
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


LEAST_STEM = 4

_LONGEST_END = 4


def is_akin(word: str, other: str) -> bool:
    """Tell whether a word is another one, or may be it with another ending: Tiszapart, Tiszapartot.

    >>> is_akin("tiszapartot", "tiszapart"), is_akin("tides", "times")
    (True, False)
    """
    if word == other:
        return True
    least = max(LEAST_STEM, len(other) - 2)
    return (
        word[:least] == other[:least] and len(other) >= LEAST_STEM and least <= len(word) <= len(other) + _LONGEST_END
    )


def core(name: Sequence[str]) -> Sequence[str]:
    """Return the words of a name without a short one in front, which may be an article: Le Méridien, Ο Φάρος."""
    return name[1:] if len(name) > 1 and len(name[0]) < LEAST_STEM and len(name[1]) >= LEAST_STEM else name


def contains_akin(line: Sequence[str], name: Sequence[str]) -> bool:
    """Tell whether the words of the name, with whatever endings, stand in those of the line, one after another."""
    size = len(name)
    return any(
        all(map(is_akin, line[start : start + size], name))
        for start in range(len(line) - size + 1) if line[start][:LEAST_STEM] == name[0][:LEAST_STEM]
    )  # fmt: skip


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


@lru_cache(KEPT)
def is_office(text: str) -> bool:
    """Tell whether a line is the name of an office, an institute or the like."""
    return (
        not _OFFICE.isdisjoint(words(text)) and len(text.split()) > 1 and _has_capitals(text, 9) and not is_menu(text)
    )


_MEDIA = _folded(
    """
    advertiser advocate agency agencia agência agence agenzia allehanda anzeiger argus avisen avis blad bladet blog bote broadcaster broadcasting bugle
    bulletin business chronicle citizen clarion correio correo corriere courier courrier daily dagblad dagbladet dagens denník deník desk diario diário digest
    dispatch echo écho enquirer examiner express fm folha gazet gazeta gazete gazetesi gazette gazzetta giornale globe guardian haber hebdo herald
    heti hírek hírlap independent journal jornal jurnal kurier kurir kurýr latest leader ledger lehti letter lidové listy live magazin magazine mail media memo
    mercury messenger mirror monitor nachrichten nation news newsletter newswire noticias notícias notizie noviny novine now observer online patriot pilot portal
    post postası pravda presse press prensa public radio rádio record redio register report reporter review revista revue rundfunk rundschau sanomat sentinel service
    standard star sun tagblatt tageblatt telegraph telegraf television tv tidende tidning times today tribun tribune tv uutiset vesti voice wire wiadomości weekly
    zeitung zprávy ziarul știri вестник вести вечерний газета правда новости новини радио радіо вісник телеканал агентство агенция εφημερίδα νέα ραδιο
    صحيفة جريدة قناة وكالة بريس نيوز راديو أخبار روزنامه خبرگزاری نیوز ٹی وی समाचार न्यूज़ दैनिक खबर टाइम्स সংবাদ দৈনিক কাগজ báo đài ידיעות עיתון חדשות
    """
)
"""Words that names of outlets have."""

_MEDIA_ENDS = (
    "新聞", "新闻", "新報", "新报", "日報", "日报", "晨報", "晨报", "晚報", "晚报", "時報", "时报", "網", "网", "通訊社", "通信社", "通讯社", "通信", "放送", "放送局", "テレビ", "電視", "电视台",
    "뉴스", "신문", "일보", "방송", "통신", "타임스", "รายวัน", "นิวส์", "news", "zeitung", "blatt", "tidning", "tidende", "bladet", "posten", "24",
)  # fmt: skip

_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def is_company_of(long: Sequence[str], short: Sequence[str]) -> bool:
    """Tell whether a name is another with words that make it a company: Tide Media Group, Tide."""
    return list(long[: len(short)]) == list(short) and COMPANY.issuperset(long[len(short) :])


def shape(text: str, words: Sequence[str]) -> Iterator[str]:
    """Yield what a name looks like."""
    size = len(words)
    if _WITHOUT_SPACES.search(text):
        size = 1 if size <= 2 else 2 if size <= 5 else 3 if size <= 8 else 5
    yield f"{min(size, 5)} words"
    if text.isupper():
        yield "capitals"
        if size == 1:
            yield "one word in capitals"
    elif any(char.isupper() for char in text[1:] if size == 1):
        yield "inner capitals"
    if size > 1 and any(map(is_small, text.split())):
        yield "small letters"
    if any(map(str.isdigit, text)):
        yield "digits"
    if "." in text:
        yield "dots"
    if LAND.match(text) or words[-1] in ("county", "city", "state"):
        yield "a land"
    if size == 1 and "".join(words) in _MEDIA:
        yield "only a word of outlets"
    elif not _MEDIA.isdisjoint(words) or "".join(text.casefold().split()).endswith(_MEDIA_ENDS):
        yield "word of outlets"
    if any(word in PHRASES for word in words if len(word) > LEAST_STEM - 1) and size > 1:
        yield "menu word inside"
    if is_office(text):
        yield "looks like an office"
    if is_agency(text):
        yield "agency"


def is_menu(text: str) -> bool:
    """Tell whether a line is made of the words of menus."""
    parts = [phrase(part) for part in GAP.split(text)]
    return sum(part in PHRASES or not part for part in parts) * 2 >= len(parts)


@lru_cache(KEPT)
def can_be_name(text: str, most: int = 6, is_strict: bool = True) -> bool:
    """Tell whether a line can be a name: a few words, with capitals where there are some of more than one.

    Where it need not be strict, a capital at the beginning of a few words will do.
    """
    form = phrase(text)
    is_number = len(text) <= _SHORT and any(map(str.isdigit, text))  # A4, of a newspaper's pages
    if (
        len(text) < 2
        or form in _LANGUAGES
        or _CODES.fullmatch(text)
        or is_number
        or HOST.fullmatch(text)
        or form in PHRASES
        or is_agency(text)
        or is_date(text)
    ):
        return False
    if len(text.split()) > 1 and not is_strict and text[:1].isupper() and len(text.split()) < 4:
        return len(text) <= _LONGEST and not _NO_NAME.search(text)
    return _has_capitals(text, most) if len(text.split()) > 1 else len(text) <= 30 and not _NO_NAME.search(text)


def _has_capitals(text: str, most: int) -> bool:
    parts = text.split()
    if not parts or len(parts) > most or parts[-1] in SMALL or len(text) > _LONGEST or _NO_NAME.search(text):
        return False
    return all(not is_small(part) or part in SMALL for part in parts) and not is_small(parts[0])


def is_of_some_words(text: str) -> bool:
    """Tell whether a name has several words, all of them with a capital but the small ones."""
    parts = text.split()
    return (
        len(parts) > 1 and any(part[0].isupper() for part in parts) and all(p[0].isupper() or p in SMALL for p in parts)
    )
