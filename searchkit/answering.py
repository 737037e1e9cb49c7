"""What is made of the matches of a search: the page behind it, what there is to say beside it, and advice."""

import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from searchkit import asking
from searchkit.engines.base import Engine, Matches, Request
from searchkit.errors import SearchTimeoutError
from searchkit.fields import DEFAULT_ZONES, exact_term
from searchkit.query.tree import Everything, Node
from searchkit.results import Hit, Page, Results

if TYPE_CHECKING:
    from searchkit.why.advice import ZeroHits

Filters = tuple[str | Sequence[str], asking.Day | None, asking.Day | None]
"""The options source, since and until."""


def results(
    engine: Engine,
    request: Request,
    matches: Matches,
    query: str,
    tree: Node,
    notes: tuple[str, ...],
    filters: Filters,
    cursor: str | None,
    advise: bool,
    started: float,
) -> Results:
    """Return the results of a request that was made of a query; its tree has the boosts too, which `tree` has not."""
    total, hits, counts, others, listed, state = matches
    interpreted_as = str(tree)
    boosts = () if request.tree is tree else asking.boosts(request.tree)
    following = None
    if cursor is not None or (hits and request.offset + len(hits) < total):
        page = Page(state, request.offset + request.limit,
                    (interpreted_as, request.zones, request.sort, not request.collapse, *boosts))  # fmt: skip
        if cursor is not None:
            from searchkit import paging

            paging.check(cursor, page)
        following = page if len(hits) == request.limit and page.place < total else None
    zero_hits = None
    if listed or others or not total or request.zones is not DEFAULT_ZONES:
        beside = _Beside(engine, request, matches, notes)
        hits, zero_hits = beside.found(query, filters, advise=advise)
        notes = tuple(beside.notes)
    took = round((time.perf_counter() - started) * 1000, 2)
    return Results(query, interpreted_as, total, took, hits, counts, notes, following, None, zero_hits, boosts)


class _Beside:
    """What stands beside the hits of a search. Where it takes more time than there is, a note says so."""

    def __init__(self, engine: Engine, request: Request, matches: Matches, notes: Iterable[str]) -> None:
        self.engine = engine
        self.request = request
        self.matches = matches
        self.notes = list(notes)

    def found(self, query: str, filters: Filters, *, advise: bool) -> "tuple[tuple[Hit, ...], ZeroHits | None]":
        """Return the hits with the places they were found in, and advice where there are none; add notes."""
        total, hits, zero_hits = self.matches.total, self.matches.hits, None
        try:
            if self.matches.copies:
                self.notes.append(_about_copies(self.matches.copies))
            if filters[0] and not total:
                self.notes += unknown_sources(self.engine, asking.sources(filters[0]))
            if self.request.limit and (self.matches.other_zones or self.request.zones is not DEFAULT_ZONES):
                from searchkit.elsewhere import note_on_the_rest, with_places

                if rest := note_on_the_rest(self.engine, self.request, total, self.matches.other_zones):
                    self.notes.append(rest)
                hits = with_places(self.engine, self.request, hits)
            if advise and self.request.limit and not total:
                zero_hits = self.advice(query, filters)
                self.notes += zero_hits.notes()
        except SearchTimeoutError:
            self.notes.append("the time limit was over before it was looked for what else there is to say")
        return hits, zero_hits

    def advice(self, query: str, filters: Filters) -> "ZeroHits":
        from searchkit.why.nothing import zero_hits  # which only an answer without hits waits for
        from searchkit.why.suggest import Suggesting

        suggesting = Suggesting(self.engine, self.request.zones, asking.narrowing(*filters))
        return zero_hits(self.engine, self.request, suggesting.corrections(query, 3))


def unknown_sources(engine: Engine, sources: Sequence[str]) -> Iterator[str]:
    """Yield a note for every source of a filter that no article has."""
    from difflib import get_close_matches  # wanted for this note alone

    everything = engine.search(Request(Everything(), limit=0, facets=("source",)))
    known = {exact_term(name): name for name, _ in everything.facets["source"] if name}
    for name in sources:
        if exact_term(name) not in known:
            close = get_close_matches(exact_term(name), known, n=1) or [
                term for term in known if exact_term(name) in term
            ]
            yield f"no article has the source {name!r}" + (f"; did you mean {known[close[0]]!r}?" if close else "")


def _about_copies(count: int) -> str:
    more, are = ("match", "is a copy of an article") if count == 1 else ("matches", "are copies of articles")
    it, each = ("it", "it") if count == 1 else ("them", "each")
    return f"{count:,} more {more} {are} shown here, and listed with {it}: --copies shows {each} as a hit"
