"""Whoosh's collectors, filled from what the native core has found instead of match by match.

Known are the collectors that `Searcher.search` makes of its options: one that ranks, sorts or gathers, with groups
around it, with a filter around that. Whatever facets, keys and maps of groups they are told to use does the same work
here, on the same documents in the same order; only facets that ask a matcher are not known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any, NamedTuple

from whoosh import collectors, sorting
from whoosh import query as wq
from whoosh.matching import ListMatcher

from searchkit.codec.columns import BytesReader, IntReader
from searchkit.codec.opened import Matches

_WITHOUT_LIMIT = (collectors.UnlimitedCollector, collectors.SortingCollector, collectors.UnsortedCollector)
"""What takes all matches over; a TopCollector takes but the best."""


class Part(NamedTuple):
    """The matches of one segment in order: documents by their numbers there and in the whole index, and scores."""

    searcher: Any
    offset: int
    documents: Sequence[int]
    numbers: Sequence[int]
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
        known = type(inner) in _WITHOUT_LIMIT or (type(inner) is collectors.TopCollector and groups is None)
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

    def fill(self, matches: Matches, leaves: Sequence[tuple[Any, int]], left_out: int) -> None:
        """Take over all matches of these searchers and offsets, and how many a filter left out."""
        base = self.base
        base.docset.update(matches.documents)
        if type(base) is not collectors.SortingCollector:
            keys = matches.scores if self.wants_scores else repeat(None, len(matches.documents))
            base.items.extend(zip(keys, matches.documents, strict=True))
        if self.groups is not None or type(base) is collectors.SortingCollector:
            for part in _parts(_by_document(matches) if self.wants_scores else matches, leaves):
                keys = self._sort_keys(part)
                if self.groups is not None:
                    _group(self.groups, part, keys)
        self._end(left_out)

    def _sort_keys(self, part: Part) -> Sequence[Any]:
        """Return what the documents are sorted by; where facets say it, let the collector know."""
        base = self.base
        if type(base) is not collectors.SortingCollector:
            return [-score for score in part.scores] if self.wants_scores else [None] * len(part.documents)
        base.categorizer.set_searcher(part.searcher, part.offset)
        keys = list(_keys(base.categorizer, part.documents))
        base.items.extend(zip(keys, part.numbers, strict=True))
        return keys

    def _end(self, left_out: int) -> None:
        if self.filter is not None:
            self.filter.filtered_count = left_out


def _by_document(matches: Matches) -> Matches:
    score = dict(zip(*matches, strict=True))
    documents = sorted(score)
    return Matches(documents, list(map(score.__getitem__, documents)))


def _parts(matches: Matches, leaves: Sequence[tuple[Any, int]]) -> Iterator[Part]:
    """Divide matches, which are in order, among the segments that they are in."""
    for searcher, offset in leaves:
        start, end = (bisect_left(matches.documents, number) for number in (offset, offset + searcher.doc_count_all()))
        if start < end:
            numbers = matches.documents[start:end]
            documents = [number - offset for number in numbers] if offset else numbers
            yield Part(searcher, offset, documents, numbers, matches.scores[start:end])


def _group(collector: Any, part: Part, keys: Sequence[Any]) -> None:
    for name, categorizer in collector.categorizers.items():
        categorizer.set_searcher(part.searcher, part.offset)
        groups = collector.facetmaps[name]
        if categorizer.allow_overlap:
            for document, number, key in zip(part.documents, part.numbers, keys, strict=True):
                for group in categorizer.keys_for(None, document):
                    groups.add(categorizer.key_to_name(group), number, key)
        elif type(groups) is sorting.Count:
            for group, count in Counter(_names(categorizer, part.documents)).items():
                groups.dict[group] += count
        else:
            for group, number, key in zip(_names(categorizer, part.documents), part.numbers, keys, strict=True):
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
