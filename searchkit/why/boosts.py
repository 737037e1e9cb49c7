"""Boosts of the ranking that are asked for: each is a part of the tree, so that it shows how it was understood."""

import datetime
import re
from itertools import pairwise

from searchkit.errors import QueryError
from searchkit.query.tree import And, Favoured, Node, Phrase, Recent, Word

_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
"""Days of the units that a span takes; a month is 30 days here, a year 365."""

LONGEST = 36_500
"""Days of the longest half-life."""


def favoured(tree: Node, recency: str | int | None, phrases: bool, day: datetime.date) -> Node:
    """Return the tree with the boosts that are asked for; the tree itself where none is, or none can apply.

    `recency` is a span, after which half of the score for recency is left, counted back from `day`. With `phrases`,
    each two words side by side in the query are also looked for as a phrase.
    """
    extras: list[Node] = list(_phrases(tree)) if phrases else []
    if recency is not None:
        extras.append(Recent(_days(recency), day))
    return Favoured(tree, tuple(extras)) if extras else tree


def _phrases(tree: Node) -> list[Phrase]:
    parts = tree.parts if isinstance(tree, And) else ()
    return [
        Phrase(f"{one.text} {other.text}", (one.term, other.term), one.field)
        for one, other in pairwise(parts)
        if isinstance(one, Word) and isinstance(other, Word) and one.field == other.field
    ]


def _days(span: str | int) -> int:
    found = re.fullmatch(r"(\d{1,6})\s*([dwmy]?)", str(span).strip().lower())
    days = int(found[1]) * _DAYS[found[2] or "d"] if found else 0
    if not 1 <= days <= LONGEST:
        raise QueryError(f"recency takes a span of 1 day to 100 years; got {span!r}",
                         hint="for example: 30d, 8w, 6m, 2y")  # fmt: skip
    return days
