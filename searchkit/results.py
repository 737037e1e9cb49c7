"""What a search gives back: frozen values with no engine behind them."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from searchkit.values import Value

FORMAT_VERSION = 1
"""Version of the JSON that every command prints; raised when a name or a meaning changes."""


class Passage(Value):
    """A stretch of an article's body with what matched in it.

    `text` is exactly `body[start:end]`; `marks` are the matches as [start, end) within `text`; all in code points.
    """

    text: str
    start: int
    end: int
    marks: tuple[tuple[int, int], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the passage as JSON has it."""
        return {"text": self.text, "start": self.start, "end": self.end, "marks": [list(mark) for mark in self.marks]}


class Hit(Value):
    """One article that matches. `rank` counts from 1 over all matches; `score` is rounded to six decimals."""

    id: str
    rank: int
    score: float
    title: str
    date: datetime.date | None
    source: str
    path: str | None = None
    title_marks: tuple[tuple[int, int], ...] = ()
    passages: tuple[Passage, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the hit as JSON has it."""
        return {
            "id": self.id,
            "rank": self.rank,
            "score": self.score,
            "title": self.title,
            "title_marks": [list(mark) for mark in self.title_marks],
            "date": self.date.isoformat() if self.date else None,
            "source": self.source,
            "path": self.path,
            "passages": [passage.to_dict() for passage in self.passages],
        }


class FacetCount(NamedTuple):
    """One value of a facet and the number of matches that have it. `value` is None where a date is missing."""

    value: str | None
    count: int  # type: ignore[assignment]  # a tuple's own `count` is of no use to a pair

    def to_dict(self) -> dict[str, Any]:
        """Return the count as JSON has it."""
        return {"value": self.value, "count": self.count}


Facet = tuple[FacetCount, ...]
"""The counts of one field: sources by count, then name; dates in calendar order, the undated last."""

_NO_FACETS: Mapping[str, Facet] = {}


class Results(Value):
    """The answer to one search. Iterating gives the hits; `total` counts all matches, not only the hits shown."""

    query: str
    interpreted_as: str
    total: int
    took_ms: float
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, Facet] = _NO_FACETS
    notes: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)

    def __repr__(self) -> str:
        return f"<Results of {self.interpreted_as!r}: {len(self.hits)} of {self.total}, {self.took_ms:.1f} ms>"

    def to_dict(self) -> dict[str, Any]:
        """Return the results as JSON has them."""
        return {
            "format_version": FORMAT_VERSION,
            "query": self.query,
            "interpreted_as": self.interpreted_as,
            "total": self.total,
            "took_ms": self.took_ms,
            "hits": [hit.to_dict() for hit in self.hits],
            "facets": {name: [count.to_dict() for count in facet] for name, facet in self.facets.items()},
            "notes": list(self.notes),
        }

    def _repr_html_(self) -> str:
        """Return the results as a notebook shows them; nothing of an article is taken for markup."""
        rows = "".join(_html_row(hit) for hit in self.hits)
        head = f"{self.total:,} for <code>{_escaped(self.interpreted_as)}</code>"
        return f"<p>{head}</p><table><tr><th>date</th><th>source</th><th>article</th></tr>{rows}</table>"


def _html_row(hit: Hit) -> str:
    passages = "".join(f"<br><small>{mark_html(passage.text, passage.marks)}</small>" for passage in hit.passages)
    title = mark_html(hit.title, hit.title_marks)
    day = hit.date.isoformat() if hit.date else ""
    return f"<tr><td>{day}</td><td>{_escaped(hit.source)}</td><td><b>{title}</b>{passages}</td></tr>"


def mark_html(text: str, marks: tuple[tuple[int, int], ...]) -> str:
    """Return the text as safe HTML with `<mark>` around the marks.

    >>> mark_html("a <b> c", ((0, 1),))
    '<mark>a</mark> &lt;b&gt; c'
    """
    parts, place = [], 0
    for start, end in marks:
        parts += [_escaped(text[place:start]), "<mark>", _escaped(text[start:end]), "</mark>"]
        place = end
    return "".join([*parts, _escaped(text[place:])])


def _escaped(text: str) -> str:
    from html import escape  # its table of entities takes a millisecond to import

    return escape(text)
