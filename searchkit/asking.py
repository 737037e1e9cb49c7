"""What is asked for: the text of a query and the options beside it, checked, as trees of the query and as days."""

import datetime
from collections.abc import Sequence
from typing import Any

from searchkit.errors import DateError, QueryError, QuerySyntaxError
from searchkit.fields import ALL_ZONES, DEFAULT_ZONES, ZONE_CHOICES
from searchkit.query.dates import DayRange, parse_stretch
from searchkit.query.grammar import MAX_DEPTH, MAX_LENGTH, parse
from searchkit.query.tree import And, Days, Everything, Exact, Favoured, Node, Or

Day = str | datetime.date
"""A day, or a text that states days: `2025-11-13`, `2025-11`, `2025`, `13 Nov 2025`, `last month`, `past 2 weeks`."""


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
    filters = [each for each in filters if each not in parts]
    if not filters:
        return tree
    return And((*parts, *filters)) if len(parts) + len(filters) > 1 else filters[0]
