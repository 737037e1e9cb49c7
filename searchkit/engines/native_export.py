"""Every match of a commit of native segments, some at a time: what is held of all of them is 16 bytes each."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING

from searchkit import highlight
from searchkit.codec import record
from searchkit.codec.core import core
from searchkit.engines.base import Request
from searchkit.query.plan import to_plan
from searchkit.results import Exported, Passage

if TYPE_CHECKING:
    from searchkit import _native
    from searchkit.engines.native import Snapshot

AT_ONCE = 1000
"""Matches that are in memory with their texts."""


def every(snapshot: "Snapshot", request: Request, *, text: bool) -> Iterator[Exported]:
    """Yield every match in the order of the request, with passages if it asks for them, with bodies if `text` does."""
    plan = to_plan(request.tree, request.zones, snapshot.languages, snapshot.expand)
    found = snapshot.searcher.matches(plan, request.sort)
    documents, scores = array("Q", found[0]), array("d", found[1])
    del found
    reader = _Reader(snapshot, request, text=text)
    for start in range(0, len(documents), AT_ONCE):
        for segment, _ in snapshot.segments:
            segment.forget()  # or in the end all of the index would be in memory
        some = documents[start : start + AT_ONCE]
        yield from reader.read(some, scores[start : start + AT_ONCE], start + 1)


class _Columns:
    """The columns of a segment that an export has."""

    def __init__(self, segment: "_native.Segment") -> None:
        self.segment = segment
        self.days = segment.int_column("date")
        self.ids, self.sources, self.paths, self.languages = (
            segment.bytes_column(name) for name in ("id", "source", "path", "language")
        )

    def row(self, document: int) -> tuple[str, date | None, str, str | None, str]:
        """Return the id, the date, the source, the path and the language of a document."""
        day = self.days[document] if self.days else 0
        path = _value(self.paths, document)
        return (
            _value(self.ids, document), date.fromordinal(day) if day else None, _value(self.sources, document),
            record.unescaped(path) if path else None, _value(self.languages, document),
        )  # fmt: skip


def _value(column: "_native.BytesColumn | None", document: int) -> str:
    return (column[document] or b"").decode("utf-8", "surrogateescape") if column else ""


class _Reader:
    """Reads matches, by their numbers through all segments."""

    def __init__(self, snapshot: "Snapshot", request: Request, *, text: bool) -> None:
        self._columns = [_Columns(segment) for segment, _ in snapshot.segments]
        self._starts = [0, *accumulate(segment.doc_count for segment, _ in snapshot.segments)]
        self._searcher = snapshot.searcher
        self._limit, self._text = request.passages, text
        self._wanted = highlight.body_patterns(request.tree, request.zones, snapshot.languages, snapshot.expand)

    def read(self, documents: Sequence[int], scores: Sequence[float], rank: int) -> Iterator[Exported]:
        """Yield these matches, the first of which has that rank."""
        places = [self._place(number) for number in documents]
        titles = [record.cut_title(head) for head in self._searcher.stored(record.HEAD, places)]
        rows = [self._columns[segment].row(document) for segment, document in places]
        texts = self._bodies(places) if self._text or self._limit else []
        passages = self._passages(texts, [row[-1] for row in rows]) if self._limit else [()] * len(rows)
        for number, (id, day, source, path, _) in enumerate(rows):
            body = texts[number] if self._text else None
            score = round(scores[number], 6)
            yield Exported(id, rank + number, score, titles[number], day, source, path, passages[number], body)

    def _place(self, number: int) -> tuple[int, int]:
        segment = bisect_right(self._starts, number) - 1
        return segment, number - self._starts[segment]

    def _bodies(self, places: Sequence[tuple[int, int]]) -> list[str]:
        return [body.decode() for body in self._searcher.stored("text", places)]

    def _passages(self, texts: Sequence[str], languages: Sequence[str]) -> list[tuple[Passage, ...]]:
        found: list[tuple[Passage, ...]] = [()] * len(texts)
        for language in set(languages):
            numbers = [number for number, spoken in enumerate(languages) if spoken == language]
            marked = core().best_passages([texts[n] for n in numbers], self._wanted, self._limit, language)
            for number, rows in zip(numbers, marked, strict=True):
                found[number] = Passage.of_rows(rows)
        return found
