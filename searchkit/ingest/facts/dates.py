"""Dates as texts print them -> days, and which of an article's dates is its own.

What is no day of the calendar is none, never a guess. A date in figures that can be read in two ways (03/04/2025) is
read as its language does, or as the other dates of the article agree; else it stays two days, and is not chosen.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from searchkit.article import RIVAL, Evidence, is_apart
from searchkit.errors import DateError
from searchkit.ingest.facts import written
from searchkit.ingest.facts.written import DAY_FIRST, FIGURES, MONTH_FIRST, Days
from searchkit.query.dates import parse_date
from searchkit.values import Value

TRUST = {
    "published": 0.995,
    "header": 0.99,
    "field": 0.99,
    "front matter": 0.98,
    "mail header": 0.98,
    "feed": 0.98,
    "json-ld": 0.97,
    "opengraph": 0.96,
    "meta": 0.95,
    "dateline": 0.9,
    "time": 0.85,
    "byline": 0.8,
    "head": 0.75,
    "foot": 0.75,
    "url": 0.7,
    "file name": 0.6,
    "update": 0.5,
    "top": 0.4,
}
"""Where a date can stand -> how likely it is the day of publication, if nothing else is known."""

OTHER_DAYS = {"modified": 0.3, "fetched": 0.3, "creation of the document": 0.3, "site date": 0.1}
"""Where the day of something else stands: of a change, of a crawl, of a visit to the site. It is shown beside the date,
and never chosen."""

LONGEST = 100
"""Characters of the longest value that can be a date."""

_CONFLICT = 0.7
"""What a rival of nearly the same trust leaves of the confidence in a date."""

_PLACEHOLDERS = frozenset(datetime.date(*day) for day in ((1, 1, 1), (1900, 1, 1), (1970, 1, 1)))
"""What programs write that have no date."""

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?=$|[T ])")

_CLOCK = re.compile(r"\b\d{1,2}:\d{2}.*$", re.DOTALL)
"""A time of day and what follows it: a zone that would move the day away from the one that was printed."""

_AMERICAN = re.compile(
    r"\b[A-Z][a-z]+, [A-Z]{2},? \d{5}(?!\d)|\b\d{1,2}:\d\d [ap]\.?m\.? (?:EST|EDT|CST|CDT|MST|MDT|PST|PDT)\b",
    re.IGNORECASE,
)
_WITH_COMMA = re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d\b")

_LOOKED_AT = 300
"""Code points of a line in which the habit of its page is looked for."""

_IN_PATH = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:([-_/.])(\d\d?|[a-z]{3})\2(\d\d?)(?!\d)|(\d\d)(\d\d)(?!\d))", re.IGNORECASE
)


class DateClaim(Value):
    """A date that an article, its page or its address states: its days, the text of it, and where it stands."""

    days: Days
    text: str
    origin: str
    line: int | None = None


def claim(value: object, origin: str, line: int | None = None, language: str | None = None) -> DateClaim:
    """Return what a value states that should be the text of a date. `origin` is a key of TRUST or of OTHER_DAYS."""
    text = str(value).strip()
    found = days(text, language) if isinstance(value, str) and len(text) <= LONGEST else ()
    return DateClaim(found, text[:LONGEST], origin, line)


def path_claims(path: str, origin: str, line: int | None = None) -> list[DateClaim]:
    """Return the days that a web address or the name of a file states.

    >>> [str(claim.days[0]) for claim in path_claims("/world/2025/nov/13/talks", "url")]
    ['2025-11-13']
    """
    found = []
    for match in _IN_PATH.finditer(path):
        year, _, month, day, *packed = match.groups()
        if packed[0] is not None:
            month, day = packed
        number = int(month) if month.isdigit() else written.month_number(month)
        found.append(DateClaim(written.valid([(int(year), number, int(day))]), match[0], origin, line))
    return [claim for claim in found if claim.days]


def decide(claims: Iterable[DateClaim]) -> tuple[datetime.date | None, tuple[Evidence, ...]]:
    """Return the day of publication, and the evidence for it and for its rivals, the chosen one first.

    The claim that stands in the place of the highest trust is chosen; of two in one place, the first. Every place that
    agrees raises the confidence, a rival of about the same trust lowers it. What could be read in two ways is read as
    another claim reads it, and else not chosen. The days of something else come last, where they are days at all.
    """
    claims = list(claims)
    elsewhere = tuple(
        _evidence(claim, chosen=False, confidence=OTHER_DAYS[claim.origin])
        for claim in claims
        if claim.origin in OTHER_DAYS and len(claim.days) == 1
    )
    ranked = sorted(
        (claim for claim in claims if claim.origin not in OTHER_DAYS), key=lambda claim: -TRUST[claim.origin]
    )
    seen = [claim.days[0] for claim in claims if claim.origin in ("site date", "fetched") and len(claim.days) == 1]
    ranked = [_before(claim, max(seen)) for claim in ranked] if seen else ranked
    certain = {claim.days[0] for claim in ranked if len(claim.days) == 1}
    ranked = [_settled(claim, certain) for claim in ranked]
    chosen = next((claim for claim in ranked if len(claim.days) == 1 and not _is_placeholder(claim)), None)
    if chosen is None:
        return None, (*(_evidence(claim, chosen=False, confidence=0.0) for claim in ranked), *elsewhere)
    others = [claim for claim in ranked if claim is not chosen]
    first = _evidence(chosen, chosen=True, confidence=_confidence(chosen, others))
    rest = (_evidence(claim, chosen=False, confidence=TRUST[claim.origin] if claim.days else 0.0) for claim in others)
    return chosen.days[0], (first, *rest, *elsewhere)


def _is_placeholder(claim: DateClaim) -> bool:
    """Tell whether a page has the day that programs write for none. Whoever fills the field of a row is believed."""
    return claim.days[0] in _PLACEHOLDERS and claim.origin != "field"


def _settled(claim: DateClaim, certain: set[datetime.date]) -> DateClaim:
    """Return the claim with the one day of its two that another claim states."""
    agreeing = [day for day in claim.days if day in certain]
    if len(claim.days) > 1 and len(agreeing) == 1:
        return DateClaim((agreeing[0],), claim.text, claim.origin, claim.line)
    return claim


def _before(claim: DateClaim, seen: datetime.date) -> DateClaim:
    """Return the claim without that of its two days on which the page had been seen already."""
    earlier = tuple(day for day in claim.days if day <= seen)
    if len(claim.days) == 2 and len(earlier) == 1:
        return DateClaim(earlier, claim.text, claim.origin, claim.line)
    return claim


def _confidence(chosen: DateClaim, others: Sequence[DateClaim]) -> float:
    doubt = 1 - TRUST[chosen.origin]
    places = {chosen.origin}
    for other in others:
        if len(other.days) == 1 and not is_apart(chosen.days[0], other.days[0]) and other.origin not in places:
            places.add(other.origin)
            doubt *= 1 - TRUST[other.origin]
    rivals = (other.days[0] for other in others if len(other.days) == 1 and TRUST[other.origin] >= RIVAL)
    is_disputed = any(is_apart(chosen.days[0], day) for day in rivals)
    return round(min((1 - doubt) * (_CONFLICT if is_disputed else 1.0), 0.999), 3)


def _evidence(claim: DateClaim, *, chosen: bool, confidence: float) -> Evidence:
    value = " or ".join(day.isoformat() for day in claim.days) or claim.text
    return Evidence("date", value, claim.origin, claim.line, chosen, confidence if len(claim.days) == 1 else 0.0)


def iso_day(text: str) -> datetime.date | None:
    """Return the day that an ISO date or an ISO date and time begins with, as it is printed.

    >>> iso_day("2025-11-13T23:30:00-05:00"), iso_day("2025-02-30"), iso_day("2025-11")
    (datetime.date(2025, 11, 13), None, None)
    """
    match = _ISO_DAY.match(text)
    try:
        return datetime.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


@lru_cache(10_000)  # an archive prints each day many times, and reading one in words takes 0.1 ms
def days(text: str, language: str | None = None) -> Days:
    """Return the days that a text can mean which should be a date, in any of the languages of `months`.

    >>> days("13 de noviembre de 2025"), len(days("03/04/2025")), days("03/04/2025", "fr")
    ((datetime.date(2025, 11, 13),), 2, (datetime.date(2025, 4, 3),))
    """
    text = written.in_our_digits(text.strip())
    if iso := iso_day(text):
        return (iso,)
    if found := next(days_in(text[:200], language), None):
        return found.days
    try:
        first, last = parse_date(_CLOCK.sub("", text[:60]).strip())
    except DateError:
        return ()
    return (first,) if first == last else ()


class Stated(Value):
    """A date in a line of text: its days, and the code points [start, end) it takes."""

    days: Days
    start: int
    end: int


def days_in(line: str, language: str | None = None) -> Iterator[Stated]:
    """Yield the dates that a line states with their year, in the order of the line.

    >>> [str(found.days[0]) for found in days_in("Updated 14 Nov 2025, first published November 13, 2025")]
    ['2025-11-14', '2025-11-13']
    """
    if not any(map(str.isdigit, line)) and "年" not in line:
        return
    line = written.in_our_digits(line)
    found: dict[int, Stated] = {}
    for match in written.matches(line):
        if stated := written.read(match, language):
            found.setdefault(match.start(), Stated(stated, *match.span()))
    end = 0
    for start in sorted(found):
        if start >= end:
            yield found[start]
            end = found[start].end


def habit(lines: Iterable[str]) -> str | None:
    """Return MONTH_FIRST or DAY_FIRST where dates in figures can be read in one way alone, and all in the same.

    Where none can, the month comes first on a page of the United States: by an address or a clock, and a date in words.

    >>> habit(["11/13/2025", "03/04/2025"]), habit(["03/04/2025"]), habit(["11/13/2025", "13/11/2025"])
    ('en-us', None, None)
    """
    found = set()
    is_american = has_commas = False
    for line in lines:
        is_american = is_american or _AMERICAN.search(line[:_LOOKED_AT]) is not None
        has_commas = has_commas or _WITH_COMMA.search(line[:_LOOKED_AT]) is not None
        for match in FIGURES.finditer(line[:_LOOKED_AT]) if "/" in line or "-" in line else ():
            first, second = int(match["first"]), int(match["second"])
            if match["mark"] != "." and (first > 12) != (second > 12):
                found.add(DAY_FIRST if first > 12 else MONTH_FIRST)
    if not found and is_american and has_commas:
        return MONTH_FIRST
    return found.pop() if len(found) == 1 else None
