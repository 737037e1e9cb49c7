"""Who holds the copyright of a page, by its copyright line, and the name without what makes it a company."""

import re
from collections.abc import Iterator
from functools import lru_cache

from searchkit.analysis import words
from searchkit.ingest.facts.sources import is_agency

_KEPT = 8192
"""Lines whose owners are kept in mind: they recur from page to page."""

_LOOKED_AT = 300
"""Code points of a line that are looked at."""

_SIGN = re.compile(r"©|ⓒ|\(c\)(?=\s|\d)|(?<!\w)copyright(?!\w)(?:\s?@)?", re.IGNORECASE)
STARTS_WITH_SIGN = re.compile(r"\s*(?:©|copyright\s?(?:©|\(c\)|(?:19|20)\d\d))", re.IGNORECASE)
"""Begins a line that is the notice of a copyright, whatever else it is taken for."""

_RIGHTS = re.compile(
    r"all rights? reserved|alle rechte vorbehalten|alle rechten voorbehouden|tous droits (?:de reproduction )?réservés|"
    r"todos los derechos reservados|todos os direitos reservados|tutti i diritti (?:sono )?riservati|riproduzione riservata|"
    r"tüm hakları saklıdır|все права защищены|всі права захищені|wszelkie prawa zastrzeżone|kaikki oikeudet pidätetään|"
    r"alla rättigheter(?: förbehållna)?|alle rettigheder forbeholdes|alle rettigheter(?: forbeholdt)?|toate drepturile rezervate|minden jog fenntartva|"
    r"sva prava (?:za|pri)držana|vse pravice pridržane|всички права запазени|сва права задржана|me gjitha të drejtat|"
    r"με (?:την )?επιφύλαξη παντός δικαιώματος|haki zote zimehifadhiwa|toàn bộ bản quyền(?: thuộc(?: về)?)?|สงวนลิขสิทธิ์|ลิขสิทธิ์|"
    r"সর্বস্বত্ব(?: স্বত্বাধিকার)? সংরক্ষিত|স্বত্ব|جملہ حقوق(?: بحق)?|بحق |všechna práva vyhrazena|hak cipta(?: dilindungi)?|bản quyền(?: thuộc về)?|"
    r"(?:جميع|كل|كافة) الحقوق محفوظة(?: ل(?=\w))?|(?:تمامی|تمام|کلیه) حقوق(?: مادی و معنوی)?(?: این (?:سایت|وب‌سایت))?(?: برای| متعلق به)?|محفوظ (?:است|می‌باشد)|"
    r"כל הזכויות שמורות(?: ל(?=\w))?|सर्वाधिकार सुरक्षित|版权所有|版權所有|保留所有权利|無断転載[^\s]*|저작권자|무단\s?전재[^©]*",
    re.IGNORECASE,
)
_HINTS = ("©", "ⓒ", "(c)", "copyright", "rights", "rechte", "droits", "derechos", "direitos", "diritti", "riproduzione", "saklı",
          "права", "prawa", "pidätetään", "rättigheter", "drepturile", "práva", "cipta", "bản quyền", "حقوق", "محفوظ", "זכויות",
          "सर्वाधिकार", "jog ", "prava", "pravice", "rettighe", "drejtat", "δικαι", "haki", "ลิขสิทธิ์", "স্বত্ব", "版权", "版權", "权利", "転載", "저작권", "무단")  # fmt: skip
"""One of them is in every copyright line."""

_YEARS = re.compile(r"(?<!\w)\d{4}(?:\s?[-–—/~]\s?(?:\d{4}|\d\d|present|today|heute|aujourd'hui))?(?!\w)")
_IN_FRONT = re.compile(
    r"^(?:(?:by|por|von|par|di)\s)?(?:(?:the )?(?:board of trustees|trustees|regents|board of regents) of (?:the )?)?",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    ("crown", "author", "authors", "the author", "the authors", "notice", "policy", "us", "image", "images")
)
_EDGE = " \t-–—:,.&@©|/"
_END = re.compile(
    r"\s?[|•·;]|\s\((?!\w\))|\s[-–—/]\s|\s{3,}|(?<=[^\W\d_]{4})\.(?=\s|$)|,|(?<=\.)\s(?=[A-Z][a-z]+ [a-z])| (?:or|and) its\b"
)
_QUOTED = re.compile(r"[«“„\"「『](?P<name>[^«»“”„\"「」『』]{2,50})[»”“\"」』]")
_LONGEST = 60

LAND = re.compile(
    r"(?:the )?(?:republic|state|kingdom|government|commonwealth|city|county|federal republic) of\b|gobierno de|gouvernement d|governo d",
    re.IGNORECASE,
)
"""What begins the name of a land: its offices publish, not the land itself."""

LEGAL = frozenset(
    """
    ab ag aps as asa bhd bv cic co company corp corporation cv gmbh holdings inc incorporated jsc kg kgaa kft kk limitada
    limited llc llp lp ltd ltda nv oy oyj plc pt pte pty pvt sa sas sdn sl slu sro spa srl tbk zao zoo zrt z oo o sp ооо оао зао пао ао
    тов ат пп одо нао еоод оод ад αε εε επε בע מ 株式会社 有限公司 ㈜ 주식회사
    """.split()  # noqa: SIM905
)
"""Forms of companies."""

# What a company adds to the name of what it publishes, in front of it or behind it.
_ADDED = frozenset(
    """
    all associates comunicação comunicacao comunicaciones comunicación comunicacion derechos digital droits ediciones editions edizioni editora editorial enterprises groupe grupo gruppo
    foundation grupa impressum its nakladatelství nakladatelstvi or publication publications publishers publishing reservados reserves rights reserved todos tous trust verlag
    vydavatelství vydavatelstvi wydawnictwo zeitungsverlag издательство
    """.split()  # noqa: SIM905
)
# The same, which is part of the name as often as not.
_EITHER = frozenset(
    """
    and broadcasting communications group international media network networks newspapers online papers press private
    """.split()  # noqa: SIM905
)


COMPANY = (
    LEGAL | _ADDED | _EITHER
    | {"association", "entertainment", "europe", "holding", "interactive", "mediengruppe", "medier", "medien", "medios", "mídia", "média", "médias",
       "medija", "production", "productions", "services", "société", "sociedad", "sociedade", "studio", "studios", "ventures", "worldwide", "медиа", "холдинг", "группа"}
)  # fmt: skip
"""Words that make the name of a company of another name."""


def is_small(word: str) -> bool:
    """Tell whether a word begins with a small letter, in a script in which names begin with a capital."""
    return word[0].islower() and not "\u10d0" <= word[0] <= "\u10ff"  # Georgian has but small ones


@lru_cache(_KEPT)
def owners(line: str) -> list[str]:
    """Return the names that a copyright line gives, that behind the sign before that in front of it.

    >>> owners("© 2026 Sentinel Papers Ltd. All rights reserved."), owners("Daily Tide © 2026")
    (['Sentinel Papers Ltd'], ['Daily Tide'])
    >>> owners("Reports are copyright and cannot be reproduced"), owners("© Riproduzione riservata")
    ([], [])
    """
    line = line[:_LOOKED_AT].strip()
    lower = line.casefold()
    if not any(hint in lower for hint in _HINTS):
        return []
    sign = _SIGN.search(line)
    if sign is None:
        rights = _RIGHTS.search(line)
        if rights is not None and len(line) > len(rights[0]) + _LONGEST:
            line = line[: line.find(". ", rights.end()) + 1 or None]
        if rights is None or len(line) > len(rights[0]) + _LONGEST:
            return []
        parts = [line[rights.end() :], line[: rights.start()]]
    else:
        is_word = sign[0].casefold().startswith("copyright")
        behind = line[sign.end() :].lstrip(_EDGE)
        if is_word and sign.start() > 3 and not (_YEARS.match(behind) or behind.lower().startswith("(c)")):
            return []
        parts = [line[sign.end() :], line[: sign.start()]]
    return list(
        dict.fromkeys(
            name for part, is_last in zip(parts, (False, True), strict=True) for name in _names(part, is_last)
        )
    )


def _names(part: str, is_before: bool) -> Iterator[str]:
    """Yield the name in what stands behind a copyright sign, or before it."""
    part = _SIGN.sub(" ", part)
    part = _RIGHTS.sub("|", part)
    had_years = bool(_YEARS.search(part))
    part = _YEARS.sub(" ", part).strip(_EDGE)
    part = _IN_FRONT.sub("", part)
    if is_before:
        part = re.split(r"\s?[|•·;]\s?|\s{3,}|\.\s", part)[-1].strip(_EDGE)
    quoted = _QUOTED.search(part)
    name = quoted["name"] if quoted else _END.split(part, maxsplit=1)[0].strip(_EDGE)
    if not had_years and re.search(r"\w/\w", name):
        return  # the credit of a picture
    if is_name(name):
        yield name


def is_name(owner: str) -> bool:
    """Tell whether the text can be the name of an owner that is no agency."""
    if not owner or len(owner) > _LONGEST or not any(map(str.isalpha, owner)) or _names_agency(owner):
        return False
    if owner.casefold() in _NOBODY or owner.casefold().endswith(" copyright"):
        return False
    cased = [word for word in owner.split() if is_small(word) or word[0].isupper()]
    small = sum(is_small(word) and len(word) > 3 for word in cased)
    return len(cased) <= 8 and (small * 2 <= len(cased) or len(cased) == 1) and bool(bare(owner))


def _names_agency(owner: str) -> bool:
    return any(is_agency(part) for part in owner.removeprefix("The ").split("/"))


def bare(owner: str) -> str:
    """Return the name without what makes it a company.

    >>> bare("Ediciones El Mirador, S.L."), bare("Sentinel Papers Ltd."), bare("Union News Network")
    ('El Mirador', 'Sentinel', 'Union News Network')
    """
    parts = owner.split()
    sure = 0
    while parts and _is_of(parts[-1], LEGAL | _ADDED):
        sure += parts.pop() != "&"
    either = len(parts)
    while either > 1 and _is_of(parts[either - 1], LEGAL | _ADDED | _EITHER):
        either -= 1
    if len(parts) - either + (sure > 0) > 1:
        del parts[either:]
    while len(parts) > 1 and _is_of(parts[0], LEGAL | _ADDED):
        parts.pop(0)
    return " ".join(parts).strip(_EDGE)


def _is_of(part: str, kinds: frozenset[str]) -> bool:
    return not words(part) or set(words(part)) <= kinds
