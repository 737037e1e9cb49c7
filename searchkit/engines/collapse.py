"""One hit a group of copies: the best one, with the others listed with it.

The list that is shown, and paged, is the ranking without every hit that has a copy before it.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from searchkit.copies import Group, copies_of
from searchkit.engines.base import Matches, Request
from searchkit.query.tree import And, Exact, Node, Or
from searchkit.results import Hit


class View(Protocol):
    """One commit, in which copies are known."""

    def found(self, request: Request) -> Matches:
        """Answer the request with every copy a hit of its own."""

    def ranking(self, request: Request, start: int, stop: int) -> list[str]:
        """Return the ids of the matches from one place up to another, in the order of the request."""

    def has_copies(self, ids: Iterable[str]) -> bool:
        """Tell whether one of these articles can have copies: none of them has where this is false."""

    def group(self, id: str) -> Group:
        """Return the group of copies that an article is in; none if it has no copies."""


def collapsed(view: View, request: Request) -> Matches:
    """Answer the request with one hit of each group of copies."""
    matches = view.found(request)
    if not matches.hits:  # a list that is no longer has no more to show
        return matches
    if not request.offset and not view.has_copies([hit[0] for hit in matches.hits]):
        return matches  # as nearly every answer is
    last = request.offset + request.limit
    before = view.ranking(request, 0, request.offset) if request.offset else []
    ids = [*before, *(hit.id for hit in matches.hits)]
    leaders = _leaders(view, ids)
    step = last - len(leaders)
    while len(leaders) < last and len(ids) < matches.total:
        step *= 2  # a search for each hit would be too many
        ids += view.ranking(request, len(ids), len(ids) + step)
        leaders = _leaders(view, ids)
    shown = leaders[request.offset : last]
    found = _found(view, request, matches, [place for place, _ in shown])
    hits, listed = [], set[str]()
    for rank, (place, group) in enumerate(shown, request.offset + 1):
        hit = found[place]
        listed.update(member.id for member in group if member.id != hit.id)
        if group or hit.rank != rank:
            hit = hit.replaced(rank=rank, copies=copies_of(hit.id, group) if group else ())
        hits.append(hit)
    return matches.replaced(hits=tuple(hits), copies=_matching(view, request, matches, ids, listed))


def _leaders(view: View, ids: Sequence[str]) -> list[tuple[int, Group]]:
    """Return the places of the hits that have no copy before them, each with its group."""
    leaders, seen = [], set[str]()
    for place, id in enumerate(ids):
        group = view.group(id)
        if group and group[0].id in seen:
            continue
        if group:
            seen.add(group[0].id)
        leaders.append((place, group))
    return leaders


def _found(view: View, request: Request, matches: Matches, places: Sequence[int]) -> dict[int, Hit]:
    """Return the hits at these places of the ranking, and maybe others; one search more finds what is missing."""
    found = dict(enumerate(matches.hits, request.offset))
    missing = [place for place in places if place not in found]
    if missing:
        first, count = missing[0], missing[-1] - missing[0] + 1
        more = request.replaced(limit=count, offset=first, facets=())
        found.update(enumerate(view.found(more).hits, first))
    return found


def _matching(view: View, request: Request, matches: Matches, ids: Sequence[str], listed: set[str]) -> int:
    """Return how many of the articles listed match the request themselves."""
    known = listed.intersection(ids)
    unknown = sorted(listed - known)
    if not unknown or len(ids) >= matches.total:
        return len(known)
    any_of: tuple[Node, ...] = tuple(Exact("id", id) for id in unknown)
    among = And((request.tree, any_of[0] if len(any_of) == 1 else Or(any_of)))
    return len(known) + view.found(Request(among, request.zones, limit=0)).total
