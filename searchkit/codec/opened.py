"""The native segments of a searcher, open for the native core to search."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from whoosh.reading import MultiReader, SegmentReader
from whoosh.scoring import BM25F

from searchkit.codec.core import core
from searchkit.codec.native import NativeCodec
from searchkit.codec.plans import Plan, Planner
from searchkit.codec.segment import NativeSegment

if TYPE_CHECKING:
    from searchkit import _native


class Matches(NamedTuple):
    """Documents, by their numbers in the whole index, and their scores; 0 where none were asked for."""

    documents: Sequence[int]
    scores: Sequence[float]


class OpenSegments:
    """The segments of one reader, with the deletions that it knows."""

    def __init__(self, reader: Any, leaves: Sequence[tuple[Any, int]]) -> None:
        self._offsets = [offset for _, offset in leaves]
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
        """Return the best matches as scores and documents of the whole index, and the number of all."""
        total, hits, _ = self._searcher(weighting).search(plan, limit=limit, order="score")
        return [(score, document + self._offsets[segment]) for segment, document, score in hits], total or 0

    def matches(self, plan: Plan, weighting: BM25F | None) -> Matches:
        """Return all matches: best first if there is a weighting to score them, else by document."""
        order: Literal["score", "newest"] = "newest" if weighting is None else "score"  # newest is first, without dates
        documents, scores = self._searcher(weighting).matches(plan, order)
        return Matches(array("Q", documents), array("d", scores))

    def count(self, plan: Plan) -> int:
        """Return the number of matches."""
        return self._searcher(None).search(plan, limit=0)[0] or 0

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
