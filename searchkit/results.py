"""What a search gives back: frozen values with no engine behind them."""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from searchkit.values import Value

if TYPE_CHECKING:
    from searchkit.why.advice import ZeroHits

FORMAT_VERSION = 1
"""Version of the JSON that every command prints; raised when a name or a meaning changes."""


def answer(value: Value, *names: str) -> dict[str, Any]:
    """Return these fields of an answer as JSON has them, behind the version of the format."""
    return {"format_version": FORMAT_VERSION, **{name: _plain(getattr(value, name)) for name in names}}


def _plain(value: Any) -> Any:
    if hasattr(value, "to_dict"):
        return value.to_dict()
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


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


class Copy(Value):
    """An article with the same text as another one.

    Its `evidence` is `byte-equal` where their files are equal, `text-equal` where only the words are.
    """

    id: str
    date: datetime.date | None
    source: str
    evidence: str

    def __str__(self) -> str:
        """Return who printed it, and when."""
        return f"{self.source} {self.date or 'undated'}"

    def to_dict(self) -> dict[str, Any]:
        """Return the copy as JSON has it."""
        day = self.date.isoformat() if self.date else None
        return {"id": self.id, "date": day, "source": self.source, "evidence": self.evidence}


class Line(Value):
    """A line of a page beside its title and body, with what matched in it: its `zone` is one that `in_` names.

    `marks` are [start, end) in code points of its text.
    """

    zone: str
    text: str
    marks: tuple[tuple[int, int], ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the line as JSON has it."""
        return {"zone": self.zone, "text": self.text, "marks": [list(mark) for mark in self.marks]}


class Hit(Value):
    """One article that matches. `rank` counts from 1 over all hits; `score` is rounded to six decimals.

    `places` are the other zones it was found in (`links`, `captions` ...), where title and body alone do not match, and
    `lines` the first lines of theirs that have what was looked for, as many as passages were asked for.
    `copies` are all other articles of the archive with the same text, newest first, then by id, whether they match or
    not. They are listed where one hit stands for all of them.
    """

    id: str
    rank: int
    score: float
    title: str
    date: datetime.date | None
    source: str
    path: str | None = None
    title_marks: tuple[tuple[int, int], ...] = ()
    passages: tuple[Passage, ...] = ()
    places: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()
    lines: tuple[Line, ...] = ()

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
            "places": list(self.places),
            "copies": [copy.to_dict() for copy in self.copies],
            **({"lines": [line.to_dict() for line in self.lines]} if self.lines else {}),
        }


class Exported(Value):
    """One match of an export: a hit without what only a list of results shows; `text` is its body if that is asked for.

    Its passages are those of the hit.
    """

    id: str
    rank: int
    score: float
    title: str
    date: datetime.date | None
    source: str
    path: str | None = None
    passages: tuple[Passage, ...] = ()
    text: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the match as JSON has it: what can be indexed again, if it has its text."""
        return {
            "id": self.id,
            "rank": self.rank,
            "score": self.score,
            "title": self.title,
            "date": self.date.isoformat() if self.date else None,
            "source": self.source,
            "path": self.path,
            "passages": [passage.to_dict() for passage in self.passages],
        } | ({} if self.text is None else {"text": self.text})


class FacetCount(NamedTuple):
    """One value of a facet and the number of matches that have it. `value` is None where a date is missing."""

    value: str | None
    count: int  # type: ignore[assignment]  # a tuple's own `count` is of no use to a pair

    def to_dict(self) -> dict[str, Any]:
        """Return the count as JSON has it."""
        return {"value": self.value, "count": self.count}


_facet_count = partial(tuple.__new__, FacetCount)
"""FacetCount._make, without its check of the length: in a third of the time."""


class Facet(Sequence[FacetCount]):
    """The counts of one field: sources by count, then name; dates in calendar order; what has no value last.

    It reads like a tuple of `FacetCount`, and equals one. Values are made when they are looked at: there can be
    thousands, of which a list of results shows ten.

    >>> Facet.of({"TRT World": 2, None: 5, "AP": 2})[:2]
    (FacetCount(value='AP', count=2), FacetCount(value='TRT World', count=2))
    """

    __slots__ = ("_length", "_read")

    def __init__(self, length: int, read: Callable[[int, int], Sequence[tuple[str | None, int]]]) -> None:
        """Make a facet of so many values; `read` returns those from the first place up to the second, in order."""
        self._length = length
        self._read = read

    @classmethod
    def of(cls, counts: Mapping[str | None, int], *, by_time: bool = False) -> "Facet":
        """Return the facet of these counts, by count or by time."""
        pairs = sorted((value, count) for value, count in counts.items() if value is not None)
        if not by_time:
            pairs.sort(key=lambda pair: pair[1], reverse=True)
        return cls._of_pairs([*pairs, *([(None, counts[None])] if None in counts else [])])

    @classmethod
    def _of_pairs(cls, pairs: Sequence[tuple[str | None, int]]) -> "Facet":
        return cls(len(pairs), lambda start, stop: pairs[start:stop])

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[FacetCount]:
        return map(_facet_count, self._read(0, self._length))

    @overload
    def __getitem__(self, place: int) -> FacetCount: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[FacetCount, ...]: ...
    def __getitem__(self, place: int | slice) -> FacetCount | tuple[FacetCount, ...]:
        if isinstance(place, slice):
            start, stop, step = place.indices(self._length)
            if step == 1:
                return tuple(map(_facet_count, self._read(start, max(start, stop))))
            return tuple(self)[place]
        number = range(self._length)[place]
        return _facet_count(self._read(number, number + 1)[0])

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Facet | tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return Facet._of_pairs, (self._read(0, self._length),)


class Page(Value):
    """Where a page begins, in which state of the index, and the question: what decides the hits and their order."""

    state: str
    place: int
    question: tuple[object, ...]

    def cursor(self) -> str:
        """Return the cursor that `searchkit.paging` takes apart."""
        from zlib import crc32  # most answers have no reader of their cursor

        return f"{self.state}.{self.place:x}.{crc32(repr(self.question).encode('utf-8', 'surrogatepass')):08x}"


_NO_FACETS: Mapping[str, Facet] = {}


class Results(Value):
    """The answer to one search. Iterating gives the hits; `total` counts all matches, not only the hits shown.

    `following` is the page behind this one, None where there is none. `files` says, by id, what became of the files of
    the hits, where somebody has looked: `unchanged`, `changed`, `missing`, or `none` without a file.
    Where nothing was found `zero_hits` says what each clause finds alone, and what would help.

    `interpreted_as` is a query that is understood in the same way, filters included. `boosts` says what else of the
    options changed the scores: phrases, recency.
    """

    query: str
    interpreted_as: str
    total: int
    took_ms: float
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, Facet] = _NO_FACETS
    notes: tuple[str, ...] = ()
    following: "Page | None" = None
    files: Mapping[str, str] | None = None
    zero_hits: "ZeroHits | None" = None
    boosts: tuple[str, ...] = ()

    @property
    def next(self) -> str | None:
        """The cursor of the page behind this one, None where there is none."""
        return self.following.cursor() if self.following else None

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)

    def __repr__(self) -> str:
        return f"<Results of {self.interpreted_as!r}: {len(self.hits)} of {self.total}, {self.took_ms:.1f} ms>"

    def to_dict(self) -> dict[str, Any]:
        """Return the results as JSON has them."""
        return {
            **answer(self, "query", "interpreted_as", "total", "took_ms", "hits"),
            "facets": {name: [count.to_dict() for count in facet] for name, facet in self.facets.items()},
            "notes": list(self.notes),
            "next": self.next,
            "zero_hits": self.zero_hits.to_dict() if self.zero_hits else None,
            **({"boosts": list(self.boosts)} if self.boosts else {}),
            **({} if self.files is None else {"files": dict(self.files)}),
        }

    def _repr_html_(self) -> str:
        """Return the results as a notebook shows them; nothing of an article is taken for markup."""
        rows = "".join(_html_row(hit) for hit in self.hits)
        head = f"{self.total:,} for <code>{_escaped(self.interpreted_as)}</code>"
        return f"<p>{head}</p><table><tr><th>date</th><th>source</th><th>article</th></tr>{rows}</table>"


def _html_row(hit: Hit) -> str:
    passages = "".join(f"<br><small>{mark_html(passage.text, passage.marks)}</small>" for passage in hit.passages)
    copies = f"<br><small>also: {_escaped(', '.join(map(str, hit.copies)))}</small>" if hit.copies else ""
    title = mark_html(hit.title, hit.title_marks)
    day = hit.date.isoformat() if hit.date else ""
    return f"<tr><td>{day}</td><td>{_escaped(hit.source)}</td><td><b>{title}</b>{copies}{passages}</td></tr>"


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
