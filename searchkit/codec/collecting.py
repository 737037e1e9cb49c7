"""Whoosh's collectors, filled from what the native core has found instead of match by match.

Known are the collectors that `Searcher.search` makes of its options: one that ranks, sorts or gathers, with groups
around it, with a filter around that. Whatever facets, keys and maps of groups they are told to use does the same work
here, on the same documents in the same order; only facets that ask a matcher are not known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from whoosh import collectors, sorting
from whoosh import query as wq
from whoosh.matching import ListMatcher

from searchkit.codec.columns import BytesReader, IntReader


@dataclass(frozen=True, slots=True)
class Found:
    """The matches of one segment in order, with their scores if the collector wants them."""

    searcher: Any
    offset: int
    documents: Sequence[int]
    scores: Sequence[float]


@dataclass(frozen=True, slots=True)
class Chain:
    """A collector, taken apart."""

    outer: Any
    filter: Any
    groups: Any
    base: Any

    @classmethod
    def of(cls, collector: Any) -> Chain | None:
        """Return the parts of a collector, or None if not all of them are known."""
        inner, outer_filter, groups = collector, None, None
        if type(inner) is collectors.FilterCollector:
            outer_filter, inner = inner, inner.child
        if type(inner) is collectors.FacetCollector:
            groups, inner = inner, inner.child
        known = type(inner) in _FILLERS or (type(inner) is collectors.TopCollector and groups is None)
        return cls(collector, outer_filter, groups, inner) if known else None

    @property
    def wants_scores(self) -> bool:
        """Whether the collector asks for scores."""
        return isinstance(self.base, collectors.ScoredCollector)

    @property
    def limit(self) -> int | None:
        """How many of the best are wanted, and nothing else of the others than their number; None for all."""
        return self.base.limit if type(self.base) is collectors.TopCollector else None

    def filters(self) -> tuple[wq.Query | None, wq.Query | None] | None:
        """Return the queries that documents must match and must not match; None if one of the two is no query."""
        if self.filter is None:
            return None, None
        allow, restrict = self.filter.allow or None, self.filter.restrict or None
        if all(one is None or isinstance(one, wq.Query) for one in (allow, restrict)):
            return allow, restrict
        return None

    def allows(self, document: int) -> bool:
        """Tell whether the filter lets a document through, given by its number in the whole index."""
        allow, restrict = self.filter._allow, self.filter._restrict
        return (allow is None or document in allow) and (restrict is None or document not in restrict)

    def fill_top(self, best: Iterable[tuple[float, int]], total: int, left_out: int) -> None:
        """Take over the best, as scores and documents, and how many match and how many a filter left out."""
        self.base.items = [(score, -document) for score, document in best]
        self.base.total = total
        self.base.matcher = ListMatcher(
            ()
        )  # at its end; one that knows no qualities skips nothing, so `total` is exact
        self._end(left_out)

    def fill(self, found: Iterable[Found], left_out: int) -> None:
        """Take over all matches, and how many a filter left out."""
        fill = _FILLERS[type(self.base)]
        for part in found:
            documents = [document + part.offset for document in part.documents]
            keys = fill(self.base, part, documents)
            self.base.docset.update(documents)
            if self.groups is not None:
                _group(self.groups, part, documents, keys)
        self._end(left_out)

    def _end(self, left_out: int) -> None:
        if self.filter is not None:
            self.filter.filtered_count = left_out


def _fill_unlimited(base: Any, found: Found, documents: list[int]) -> Sequence[Any]:
    base.items.extend(zip(found.scores, documents, strict=True))
    return [-score for score in found.scores]


def _fill_sorted(base: Any, found: Found, documents: list[int]) -> Sequence[Any]:
    base.categorizer.set_searcher(found.searcher, found.offset)
    keys = list(_keys(base.categorizer, found.documents))
    base.items.extend(zip(keys, documents, strict=True))
    return keys


def _fill_unsorted(base: Any, found: Found, documents: list[int]) -> Sequence[Any]:
    keys = [None] * len(documents)
    base.items.extend(zip(keys, documents, strict=True))
    return keys


_FILLERS = {
    collectors.UnlimitedCollector: _fill_unlimited,
    collectors.SortingCollector: _fill_sorted,
    collectors.UnsortedCollector: _fill_unsorted,
}
"""What takes over the matches of a segment and returns the keys they are sorted by."""


def _group(collector: Any, found: Found, documents: Sequence[int], keys: Sequence[Any]) -> None:
    for name, categorizer in collector.categorizers.items():
        categorizer.set_searcher(found.searcher, found.offset)
        groups = collector.facetmaps[name]
        if categorizer.allow_overlap:
            for document, number, key in zip(found.documents, documents, keys, strict=True):
                for group in categorizer.keys_for(None, document):
                    groups.add(categorizer.key_to_name(group), number, key)
        elif type(groups) is sorting.Count:
            for group, count in Counter(_names(categorizer, found.documents)).items():
                groups.dict[group] += count
        else:
            for group, number, key in zip(_names(categorizer, found.documents), documents, keys, strict=True):
                groups.add(group, number, key)


def _names(categorizer: Any, documents: Sequence[int]) -> Iterator[Any]:
    """Return the name of each document's group."""
    if type(categorizer) is not sorting.ColumnCategorizer:
        return map(categorizer.key_to_name, _keys(categorizer, documents))
    keys = list(_keys(categorizer, documents))
    names = {key: categorizer.key_to_name(key) for key in set(keys)}
    return map(names.__getitem__, keys)


def _keys(categorizer: Any, documents: Sequence[int]) -> Iterable[Any]:
    """Return what a facet sorts each document by."""
    if type(categorizer) is sorting.ColumnCategorizer and type(categorizer._creader) in (IntReader, BytesReader):
        keys: Iterable[Any] = categorizer._creader.sort_keys(documents)
        return keys
    return (categorizer.key_for(None, document) for document in documents)
