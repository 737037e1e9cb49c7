"""What is asked for: the text of a query and the options beside it, checked, as trees of the query and as days."""

import datetime
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, cast

from searchkit.engines.base import Engine, Matches, Request, Sort
from searchkit.errors import DateError, QueryError, QuerySyntaxError
from searchkit.fields import ALL_ZONES, DEFAULT_ZONES, FACETS, ZONE_CHOICES
from searchkit.query.dates import DayRange, parse_stretch
from searchkit.query.grammar import MAX_DEPTH, MAX_LENGTH, parse
from searchkit.query.tree import And, Days, Everything, Exact, Favoured, Node, Or
from searchkit.values import Value

Day = str | datetime.date
"""A day, or a text that states days: `2025-11-13`, `2025-11`, `2025`, `13 Nov 2025`, `last month`, `past 2 weeks`."""

_FILTERS = (Exact, Days, Or)
"""What options filter by."""

SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest")


def as_tuple(value: str | Sequence[str]) -> tuple[str, ...]:
    """Return one name or several as several."""
    return (value,) if isinstance(value, str) else tuple(value)


def one_of(value: Any, choices: Sequence[str], what: str) -> Any:
    """Return the value of an option. Raises QueryError if it is none of the choices."""
    if value not in choices:
        raise QueryError(f"{what} must be one of {', '.join(choices)}; got {value!r}")
    return value


def sources(names: str | Sequence[str]) -> tuple[str, ...]:
    """Return the sources of a filter, without the space around them. Raises QueryError if one is blank."""
    found = tuple([name.strip() for name in as_tuple(names)])
    if not all(found):
        raise QueryError(f"source needs a name; got {names!r}")
    return found


def count(value: int, what: str) -> int:
    """Return the value of an option that counts. Raises QueryError if it is negative."""
    if value < 0:
        raise QueryError(f"{what} must not be negative; got {value}")
    return value


def zones(names: str | Sequence[str]) -> tuple[str, ...]:
    """Return the fields that words without one are looked for in. Raises QueryError for a wrong name."""
    if names == DEFAULT_ZONES:
        return DEFAULT_ZONES
    chosen = [one_of(name, ZONE_CHOICES, "in") for name in as_tuple(names)]
    return ALL_ZONES if "all" in chosen else tuple(dict.fromkeys(chosen)) or DEFAULT_ZONES


def page(
    tree: Node,
    in_: str | Sequence[str],
    sort: Sort,
    limit: int,
    offset: int,
    cursor: str | None,
    facets: Sequence[str],
    passages: int,
    copies: bool,
    time_limit: float | None,
) -> Request:
    """Return the request for one page of hits. Raises QueryError for what no option can be."""
    if sort not in SORTS or limit < 0 or offset < 0 or passages < 0:
        one_of(sort, SORTS, "sort")
        for value, what in ((limit, "limit"), (offset, "offset"), (passages, "passages")):
            count(value, what)
    if cursor is not None:
        from searchkit import paging

        offset = paging.place_in(cursor, offset)
    chosen = in_ if in_ is DEFAULT_ZONES else zones(in_)
    counted = tuple([one_of(name, FACETS, "facet") for name in facets]) if facets else ()
    return Request(tree, chosen, sort, limit, offset, counted, passages, not copies, time_limit)


def days(since: Day | None, until: Day | None) -> DayRange:
    """Return the first and the last day. Raises DateError for a wrong date, or an end before the beginning."""
    first = _parsed(since)[0] if since else None
    last = _parsed(until)[1] if until else None
    if first and last and first > last:
        raise DateError(f"nothing lies between since {first} and until {last}", hint="exchange the two")
    return first, last


def _parsed(day: Day) -> tuple[datetime.date, datetime.date]:
    if isinstance(day, datetime.datetime) and day.time() == datetime.time():
        day = day.date()  # as tables of data have days
    return (day, day) if type(day) is datetime.date else parse_stretch(str(day))


def asked(
    query: str, source: str | Sequence[str], since: Day | None, until: Day | None, *, lenient: bool = False
) -> tuple[Node, tuple[str, ...]]:  # fmt: skip
    """Return what is asked for, filters included, and notes on how it was understood."""
    _, tree, notes = parse(query, lenient=lenient)
    if source or since or until:
        tree = filtered(tree, sources(source), days(since, until))
    if len(query) > MAX_DEPTH and not _is_readable(query, tree):
        notes = (*notes, "as it was understood, the query is longer or nested more deeply than one may be: "
                         "it cannot be searched for again")  # fmt: skip
    return tree, notes


def _is_readable(query: str, tree: Node) -> bool:
    """Tell whether the tree can be read back: it is written with at most 12 times the letters, and one level more."""
    if 12 * len(query) <= MAX_LENGTH and sum(map(query.count, "(-NA")) < MAX_DEPTH - 1:
        return True
    try:
        return parse(str(tree)).tree == tree
    except QuerySyntaxError:
        return False


def favoured_by(tree: Node, recency: str | int | None, phrases: bool, until: Day | None) -> Node:
    """Return the tree with what is asked for beside BM25F: recency, words side by side. No query says it."""
    from searchkit.why.boosts import favoured  # which few searches ask for

    return favoured(tree, recency, phrases, days(None, until)[1] or datetime.date.today())


def boosts(tree: Node) -> tuple[str, ...]:
    """Return in words what is asked for beside BM25F."""
    return tuple(map(str, tree.extras)) if isinstance(tree, Favoured) else ()


def filtered(tree: Node, sources: Sequence[str], days: DayRange) -> Node:
    """Return the tree with the filters of the options, in the query's own terms; those that it has are not repeated."""
    filters: list[Node] = []
    if sources:
        any_of = tuple(Exact("source", name) for name in sources)
        filters.append(any_of[0] if len(any_of) == 1 else Or(any_of))
    if any(days):
        filters.append(Days(*days))
    parts = tree.parts if isinstance(tree, And) else () if isinstance(tree, Everything) else (tree,)
    if known := [part for part in parts if isinstance(part, _FILTERS)]:
        filters = [each for each in filters if each not in known]
    if not filters:
        return tree
    return And((*parts, *filters)) if len(parts) + len(filters) > 1 else filters[0]


def limited(engine: Engine, seconds: float | None) -> Engine:
    """Return the engine; with a limit, one that gives up when the seconds are over, whatever it is asked together."""
    if seconds is None:
        return engine
    from searchkit.engines.limited import Limited

    return cast("Engine", Limited(engine, seconds))


def searched(engine: Engine, request: Request) -> Matches:
    """Answer the request with each of its facets counted without the filters on its own field."""
    from searchkit.counting import multiselect

    return multiselect.searched(engine, request)


def narrowing(
    source: str | Sequence[str], since: Day | None, until: Day | None
) -> Callable[[Node], Node]:  # fmt: skip
    """Return what adds the filters of the options to a tree."""
    return partial(filtered, sources=sources(source), days=days(since, until))


class Question(Value):
    """A query under its filters, read, and the engine that answers it: what most commands begin with.

    `narrowed` adds the same filters to another tree; `started` is when it was asked.
    """

    engine: Engine
    text: str
    tree: Node
    zones: tuple[str, ...]
    sources: tuple[str, ...]
    narrowed: Callable[[Node], Node]
    notes: tuple[str, ...]
    started: float

    @classmethod
    def of(
        cls,
        engine: Engine,
        query: str,
        source: str | Sequence[str],
        since: Day | None,
        until: Day | None,
        in_: str | Sequence[str],
        lenient: bool = False,
        time_limit: float | None = None,
    ) -> "Question":
        """Return the question of these options. Raises QueryError and DateError."""
        started = time.perf_counter()
        tree, notes = asked(query, source, since, until, lenient=lenient)
        narrowed = narrowing(source, since, until)
        return cls(limited(engine, time_limit), query, tree, zones(in_), sources(source), narrowed, notes, started)

    @property
    def request(self) -> Request:
        """The request for what matches."""
        return Request(self.tree, self.zones)

    @property
    def took_ms(self) -> float:
        """The time since it was asked."""
        return round((time.perf_counter() - self.started) * 1000, 2)
