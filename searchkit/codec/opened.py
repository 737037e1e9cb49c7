"""The native segments of a searcher, open for the native core to search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from whoosh.reading import MultiReader, SegmentReader
from whoosh.scoring import BM25F

from searchkit.codec.core import core
from searchkit.codec.native import NativeCodec
from searchkit.codec.plans import Plan, Planner
from searchkit.codec.segment import NativeSegment

if TYPE_CHECKING:
    from searchkit import _native

Hit = tuple[int, int, float]
"""The number of a segment, a document in it, and its score."""


class OpenSegments:
    """The segments of one reader, with the deletions that it knows."""

    def __init__(self, reader: Any, leaves: Sequence[tuple[Any, int]]) -> None:
        self.offsets = [offset for _, offset in leaves]
        segments = [(leaf.segment(), leaf.storage()) for leaf, _ in leaves]
        self._segments = [(segment.open_core(storage), segment.deleted_bits()) for segment, storage in segments]
        self._searchers: dict[Any, _native.Searcher] = {}
        self.planner = Planner(reader, [segment for segment, _ in self._segments])

    @classmethod
    def of(cls, reader: Any) -> OpenSegments | None:
        """Open the segments of a reader; None if it has none, or one that is not native."""
        if type(reader) not in (SegmentReader, MultiReader):
            return None
        leaves = reader.leaf_readers()
        return cls(reader, leaves) if all(_is_native(leaf) for leaf, _ in leaves) else None

    def best(self, plan: Plan, weighting: BM25F, limit: int) -> tuple[list[tuple[float, int]], int]:
        """Return the best matches, as scores and documents of the whole index, and the number of all."""
        total, hits, _ = self._searcher(weighting).search(plan, limit=limit, order="score")
        return self.ranked(hits), total or 0

    def matches(self, plan: Plan, weighting: BM25F | None) -> list[Hit]:
        """Return all matches by segment and document, with scores if there is a weighting to score them."""
        searcher = self._searcher(weighting)
        limit = max(1, searcher.doc_count_all())
        if weighting is not None:
            return sorted(searcher.search(plan, limit=limit, order="score", total=False)[1])
        return searcher.search(plan, limit=limit, order="newest", total=False)[1]  # without dates: by document

    def count(self, plan: Plan) -> int:
        """Return the number of matches."""
        return self._searcher(None).search(plan, limit=0)[0] or 0

    def ranked(self, hits: Iterable[Hit]) -> list[tuple[float, int]]:
        """Return hits as scores and documents of the whole index."""
        return [(score, document + self.offsets[segment]) for segment, document, score in hits]

    def _searcher(self, weighting: BM25F | None) -> _native.Searcher:
        key = None if weighting is None else (weighting.K1, weighting.B, *sorted(weighting._field_B.items()))
        if key not in self._searchers:
            options = {"k1": weighting.K1, "b": weighting.B, "field_b": weighting._field_B} if weighting else {}
            self._searchers[key] = core().Searcher(self._segments, **options)
        return self._searchers[key]


def _is_native(reader: Any) -> bool:
    return (
        type(reader) is SegmentReader
        and type(reader.segment()) is NativeSegment
        and type(reader.codec()) is NativeCodec
        and reader.segment().build is None  # else it is still being written
    )
