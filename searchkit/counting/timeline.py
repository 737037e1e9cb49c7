"""Articles over time: matches by calendar unit, with the units that have none, and their share of all articles."""

import datetime
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Literal, NamedTuple, get_args

from searchkit.answering import unknown_sources
from searchkit.asking import Question, one_of
from searchkit.engines.base import Engine, Request
from searchkit.errors import QueryError
from searchkit.fields import DATE_UNITS, FacetUnit
from searchkit.query.tree import And, Days, Everything, Node
from searchkit.query.units import calendar_unit, unit_days
from searchkit.results import answer
from searchkit.values import Value

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

WEEKDAYS: tuple[str, ...] = get_args(Weekday)

MOST_BUCKETS = 200_000
"""The longest timeline: more than five hundred years day by day."""


class Bucket(NamedTuple):
    """One unit of the calendar: its name (`2025-11`), its first and last day, and the matches of these days.

    `all` counts all articles of these days, where the share of them is wanted. A week that does not begin on Monday
    has the name of its first day.
    """

    value: str
    first: datetime.date
    last: datetime.date
    count: int  # type: ignore[assignment]  # as in FacetCount
    all: int | None = None

    @property
    def share(self) -> float | None:
        """The part of all articles that matches, from 0 to 1; None where there are none, or nobody asked."""
        return self.count / self.all if self.all else None

    def to_dict(self) -> dict[str, Any]:
        """Return the bucket as JSON has it; `all` and `share` are there if they were asked for."""
        shown: dict[str, Any] = {"value": self.value, "first": self.first.isoformat(), "last": self.last.isoformat(),
                                 "count": self.count}  # fmt: skip
        if self.all is not None:
            share = self.share
            shown |= {"all": self.all, "share": None if share is None else round(share, 6)}
        return shown


class Timeline(Value):
    """Matches over time. `total` is what the buckets hold and what is `undated`, together; `all` counts all articles.

    Iterating gives the buckets, oldest first and without gaps.
    """

    query: str
    interpreted_as: str
    by: FacetUnit
    total: int
    undated: int
    took_ms: float
    buckets: tuple[Bucket, ...] = ()
    all: int | None = None
    notes: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Bucket]:
        return iter(self.buckets)

    def __len__(self) -> int:
        return len(self.buckets)

    def __repr__(self) -> str:
        return f"<Timeline of {self.interpreted_as!r}: {self.total} in {len(self.buckets)} by {self.by}>"

    def to_dict(self) -> dict[str, Any]:
        """Return the timeline as JSON has it."""
        counted = ("by", "undated") if self.all is None else ("by", "undated", "all")
        return answer(self, "query", "interpreted_as", "total", "took_ms", *counted, "buckets", "notes")

    def plot(self, path: str | os.PathLike[str]) -> None:
        """Draw the timeline into a file: PNG, SVG or PDF, as its name ends. Takes `pip install 'searchkit[plot]'`.

        Raises InputError where the name ends otherwise, the file cannot be written, or the package is missing.
        """
        from searchkit.counting.plot import picture

        picture(self, os.fspath(path))


class Counted(Value):
    """The articles that match: how many, how many of them have no date, and the others by the name of their unit."""

    total: int
    undated: int
    by_unit: Mapping[str, int]


def timeline(question: Question, by: FacetUnit, week_start: Weekday, *, share: bool) -> Timeline:
    """Return the timeline of a question. See `Archive.timeline`."""
    unit, start = one_of(by, DATE_UNITS, "by"), one_of(week_start, WEEKDAYS, "week_start")
    everything = question.narrowed(Everything()) if share else None
    found, others, rows = buckets(question.engine, question.request, everything, unit, start)
    notes = question.notes
    if question.sources and not found.total:
        notes = (*notes, *unknown_sources(question.engine, question.sources))
    counted = (by, found.total, found.undated, question.took_ms, rows, others.total if others else None)
    return Timeline(question.text, str(question.tree), *counted, notes)


def buckets(
    engine: Engine, request: Request, everything: Node | None, by: FacetUnit, week_start: Weekday
) -> tuple[Counted, Counted | None, tuple[Bucket, ...]]:
    """Return what is counted of a request, of `everything` that the share is of, and the buckets of both.

    Buckets go from the first match to the last or, where the query names days, over these days as far as the archive
    goes. Raises QueryError where they would be too many.
    """
    start = WEEKDAYS.index(week_start)
    found = _counted(engine, request, by, start)
    others = _counted(engine, request.replaced(tree=everything), by, start) if everything is not None else None
    days = _days(engine, request, by, start, found.by_unit)
    if not days:
        return found, others, ()
    if (days[1] - days[0]).days > MOST_BUCKETS * {"day": 1, "week": 7, "month": 28, "quarter": 90, "year": 365}[by]:
        raise QueryError(f"from {days[0]} to {days[1]} there is more than a timeline has by {by}: {MOST_BUCKETS:,}",
                         hint="choose a longer unit, or fewer years with since and until")  # fmt: skip
    rows = []
    first, end = unit_days(days[0], by, week_start=start)
    while first <= days[1]:
        name = _name(first, by, start)
        of_all = None if others is None else others.by_unit.get(name, 0)
        rows.append(Bucket(name, first, end, found.by_unit.get(name, 0), of_all))
        if end == datetime.date.max:
            break
        first, end = unit_days(end + datetime.timedelta(1), by, week_start=start)
    return found, others, tuple(rows)


def _counted(engine: Engine, request: Request, by: FacetUnit, start: int) -> Counted:
    """Count by unit; other weeks than those of ISO 8601 are added up from days."""
    asked: FacetUnit = "day" if by == "week" and start else by
    matches = engine.search(request.replaced(facets=(asked,), limit=0, passages=0))
    counts: Counter[str] = Counter()
    undated = 0
    for value, count in matches.facets[asked]:
        if value is None:
            undated = count
        else:
            counts[value if asked == by else _name(datetime.date.fromisoformat(value), by, start)] += count
    return Counted(matches.total, undated, counts)


def _name(day: datetime.date, by: FacetUnit, start: int) -> str:
    return unit_days(day, by, week_start=start)[0].isoformat() if by == "week" and start else calendar_unit(day, by)


def _days(
    engine: Engine, request: Request, by: FacetUnit, start: int, counts: Mapping[str, int]
) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and the last day to show."""
    ends = [_first_day(name, by, start) for name in (min(counts), max(counts))] if counts else []
    since, until = _named_days(request.tree)
    if since or until:
        oldest, newest = (_end_of_archive(engine, sort) for sort in ("oldest", "newest"))
        if oldest and newest and (since or oldest) <= newest and (until or newest) >= oldest:
            if since:
                ends.append(max(since, oldest))
            if until:
                ends.append(min(until, newest))
    return (min(ends), max(ends)) if ends else None


def _first_day(name: str, by: FacetUnit, start: int) -> datetime.date:
    """Return the first day of the unit of that name."""
    if by == "day" or (by == "week" and start):
        return datetime.date.fromisoformat(name)
    if by == "week":
        return datetime.date.fromisocalendar(int(name[:4]), int(name[6:]), 1)
    month = 1 if by == "year" else int(name[-2:]) if by == "month" else int(name[-1]) * 3 - 2
    return datetime.date(int(name[:4]), month, 1)


def _named_days(tree: Node) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the days between which all matches must lie, as the query says."""
    named = [part for part in (tree.parts if isinstance(tree, And) else (tree,)) if isinstance(part, Days)]
    return (max((part.first for part in named if part.first), default=None),
            min((part.last for part in named if part.last), default=None))  # fmt: skip


def _end_of_archive(engine: Engine, sort: Literal["oldest", "newest"]) -> datetime.date | None:
    hits = engine.search(Request(Days(None, None), sort=sort, limit=1)).hits
    return hits[0].date if hits else None
