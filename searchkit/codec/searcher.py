"""Whoosh's Searcher over native segments: the native core runs what it can, Whoosh's own matchers the rest."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import compress
from typing import Any

from whoosh.idsets import BitSet
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from searchkit.codec.collecting import Chain
from searchkit.codec.opened import Matches, OpenSegments
from searchkit.codec.plans import Plan


class NativeSearcher(Searcher):
    """A Searcher that answers as Whoosh's does, hit for hit, and much sooner.

    Queries, collectors and weightings that the native core does not know run as ever, and so does everything on an
    index that is not all of native segments. The number of matches is always known without a second search.
    """

    def search_with_collector(self, q: Any, collector: Any, context: Any = None) -> None:
        """Run a query and feed a collector."""
        context = context or self.context()
        collector.prepare(self, q, context)
        native, plan, chain = self._native, self.plan(q), Chain.of(collector)
        if native is None or plan is None or chain is None or not self._can_fill(chain):
            self.run_collector(collector)
            return
        try:
            self._fill(native, chain, plan)
        finally:
            collector.finish()

    def run_collector(self, collector: Any) -> None:
        """Run a collector, which is prepared, with Whoosh's own matchers."""
        collector.run()

    def docs_for_query(self, q: Any, for_deletion: bool = False) -> Iterator[int]:
        """Return the numbers of the documents that match a query."""
        plan = self.plan(q)
        if plan is None or self._native is None:
            return super().docs_for_query(q, for_deletion)  # type: ignore[no-any-return]
        return iter(self._native.matches(plan, None).documents)

    def plan(self, q: Any) -> Plan | None:
        """Return what the native core runs for a query; None if Whoosh's matchers must."""
        if self._native is None or self.is_closed or self.ixreader.is_closed:
            return None
        return self._native.planner.plan(q)

    @cached_property
    def _native(self) -> OpenSegments | None:
        return None if self.has_parent() else OpenSegments.of(self.ixreader)

    def _query_to_comb(self, fq: Any) -> Documents:
        # Most filters become a part of the plan, and nobody asks which documents they let through.
        return Documents(self, fq)

    def _can_fill(self, chain: Chain) -> bool:
        """Tell whether what a collector, which is prepared, asks for can be found natively."""
        if chain.base.context.needs_current:
            return False
        if not chain.wants_scores:
            return True
        weighting = self.weighting
        if type(weighting) is not BM25F or weighting.use_final or chain.base.context.weighting is not weighting:
            return False
        return weighting.K1 >= 0 and all(0 <= b <= 1 for b in (weighting.B, *weighting._field_B.values()))

    def _fill(self, native: OpenSegments, chain: Chain, plan: Plan) -> None:
        weighting = self.weighting if chain.wants_scores else None
        filtered = self._filtered(chain, plan)
        if filtered is None:
            self._fill_by_set(chain, native.matches(plan, weighting))
            return
        left_out = 0 if filtered is plan else native.count(plan) - native.count(filtered)
        if chain.limit is None:
            chain.fill(native.matches(filtered, weighting), self.leaf_searchers(), left_out)
        else:
            chain.fill_top(*native.best(filtered, weighting, chain.limit), left_out)

    def _fill_by_set(self, chain: Chain, all_matches: Matches) -> None:
        """Fill a collector whose filter is a set of documents, or a query without a plan."""
        allowed = list(map(chain.allows, all_matches.documents))
        left = Matches(list(compress(all_matches.documents, allowed)), list(compress(all_matches.scores, allowed)))
        left_out = len(allowed) - len(left.documents)
        if chain.limit is None:
            chain.fill(left, self.leaf_searchers(), left_out)
        else:
            best = zip(left.scores, left.documents, strict=True)
            chain.fill_top(list(best)[: chain.limit], len(left.documents), left_out)

    def _filtered(self, chain: Chain, plan: Plan) -> Plan | None:
        """Return the plan with the filter in it, or None if the filter has no plan."""
        queries = chain.filters()
        if queries is None:
            return None
        for kind, query in zip(("require", "andnot"), queries, strict=True):
            part = None if query is None else self.plan(query)
            if part is not None:
                plan = (kind, plan, part)
            elif query is not None:
                return None
        return plan


class Documents:
    """The documents of a query as one of Whoosh's sets, made when first asked for."""

    def __init__(self, searcher: Searcher, query: Any) -> None:
        self._searcher = searcher
        self._query = query

    @cached_property
    def _set(self) -> BitSet:
        return BitSet(self._searcher.docs_for_query(self._query), size=self._searcher.doc_count_all())

    def __contains__(self, document: int) -> bool:
        return document in self._set

    def __iter__(self) -> Iterator[int]:
        return iter(self._set)

    def __bool__(self) -> bool:
        return True  # to Whoosh's FilterCollector a filter that lets nothing through would else be none

    def __getattr__(self, name: str) -> Any:
        return getattr(self._set, name)
