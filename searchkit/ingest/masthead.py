"""The outlet that a page belongs to, by the page's own furniture: who holds the copyright, what stands at its top."""

import re
from collections import Counter
from collections.abc import Sequence

from searchkit.analysis import words
from searchkit.ingest.sources import SourceClaim, is_agency
from searchkit.ingest.words import PHRASES, phrase

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)\s|copyright\b)[\s©]*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?[\s,.:]*(?:by\s)?"
    r"(?P<owner>[^\W\d_][^.,|©\d]{1,60})",
    re.IGNORECASE,
)

# What a company adds to the name of what it publishes, in front of it or behind it.
_CORPORATE = frozenset(
    """
    ag all and associates broadcasting co communications company corp corporation derechos digital droits ediciones
    editions editorial enterprises gmbh group groupe grupo holdings inc international its kg limited limitada ltd
    ltda llc media network networks newspapers online or papers plc press private publications publishers publishing
    pvt reservados reserves rights reserved sa sas sl srl spa tous todos verlag zeitungsverlag
    """.split()  # noqa: SIM905
)
# The same with the owner in front: Daily Tide © 2026
_OWNED = re.compile(r"\s*(?P<owner>[^\W\d_][^.,|©\d]{1,50}?)\s*(?:\(c\)|©)\s?(?:19|20)\d\d", re.IGNORECASE)
_RIGHTS = re.compile(
    r"\s*(?:版权所有|版權所有|保留所有权利|all rights reserved|alle rechte vorbehalten).*", re.IGNORECASE
)

# Who issues statements: an office of a state, of science, of a company.
_OFFICE = frozenset(
    """
    administration agency amt association attorney authority bank board bureau commission committee council county
    court department federation fiscalia foundation governor institute ministerio ministerium ministere ministry
    office oficina parliament police prefecture procuraduria secretariat senate society union university
    """.split()  # noqa: SIM905
)
_SMALL = frozenset(
    ("of", "the", "and", "&", "for", "de", "la", "le", "el", "der", "die", "das", "du", "di", "do", "da")
)
_NO_NAME = re.compile(r"[\d?!:;|•/>,]|\s\s")

_TOP = 8
"""Lines at the top of a page among which its name stands, if nothing else has told it."""

_LONGEST_NAME = 60


def outlet(lines: Sequence[str], kinds: Sequence[str]) -> SourceClaim | None:
    """Return the outlet whose page this is, by its lines and the kinds of their zones; None where nothing tells.

    >>> outlet(["The Sentinel", "Menu", "Rain falls.", "© 2026 Sentinel Papers Ltd."], ["navigation"] * 4)
    SourceClaim(name='The Sentinel', origin='copyright', line=1)
    """
    furniture = [
        (number, line.strip())
        for number, (line, kind) in enumerate(zip(lines, kinds, strict=True), 1)
        if kind in ("navigation", "links", "meta", "section") and line.strip()
    ]
    for number, line in furniture:
        owner = _owner(line)
        if owner:
            return _named(owner, furniture) or SourceClaim(_bare(owner), "copyright", number)
    names = (SourceClaim(line, "masthead", number) for number, line in furniture[:_TOP] if _can_be_name(line))
    return next(names, None) or _one_word(furniture) or _office(lines, kinds)


def _one_word(furniture: Sequence[tuple[int, str]]) -> SourceClaim | None:
    """Return a name of one word at the top, which the rest of the page has in other lines too."""
    for number, line in furniture[:_TOP]:
        if not line.isalpha() or not line[0].isupper() or len(line) < 3 or phrase(line) in PHRASES or is_agency(line):
            continue
        if sum(line in other.split() for _, other in furniture if other != line) >= 2:
            return SourceClaim(line, "masthead", number)
    return None


def _office(lines: Sequence[str], kinds: Sequence[str]) -> SourceClaim | None:
    """Return the office of a letterhead, or that of the contacts of a press release."""
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True), 1):
        name = line.strip()
        if kind in ("navigation", "byline") and _can_be_name(name, 9) and not _OFFICE.isdisjoint(words(name)):
            return SourceClaim(name, "letterhead", number)
    return None


def _owner(line: str) -> str | None:
    match = _COPYRIGHT.search(line[:300]) or _OWNED.match(line[:300])
    owner = _RIGHTS.sub("", match["owner"]).strip(" -–—:&") if match else ""
    return owner if owner and not is_agency(owner.removeprefix("The ")) and _bare(owner) else None


def _bare(owner: str) -> str:
    """Return the name without what makes it a company."""
    parts = owner.split()
    while parts and (not words(parts[-1]) or set(words(parts[-1])) <= _CORPORATE):
        parts.pop()
    while len(parts) > 1 and set(words(parts[0])) <= _CORPORATE:
        parts.pop(0)
    return " ".join(parts)


def _named(owner: str, furniture: Sequence[tuple[int, str]]) -> SourceClaim | None:
    """Return the line that has the name of the owner, or of what it publishes, as the page itself prints it."""
    bare, whole = set(words(_bare(owner))), set(words(owner))
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for number, line in furniture:
        has = set(words(line)) if len(line) <= _LONGEST_NAME else set()
        if has and ((bare <= has and len(has - bare) <= 1) or (has <= whole and len(has) > 1)):
            counts[line] += 1
            first.setdefault(line, number)
    if not counts:
        return None
    name = max(counts, key=lambda line: (counts[line], -first[line]))
    return SourceClaim(name, "copyright", first[name])


def _can_be_name(line: str, most: int = 6) -> bool:
    """Tell whether a line can be a name: a few words with capitals, and none that menus are made of."""
    parts = line.split()
    if not 2 <= len(parts) <= most or len(line) > _LONGEST_NAME:
        return False
    is_name = all(part[0].isupper() or part in _SMALL for part in parts) and not _NO_NAME.search(line)
    return is_name and phrase(line) not in PHRASES and not is_agency(line)
