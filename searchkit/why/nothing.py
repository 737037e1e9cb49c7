"""What can be said where a query finds nothing. All of it is searched for only then."""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from searchkit.engines.base import Engine, Request, Sort
from searchkit.query.tree import And, Days, Everything, Exact, Favoured, Node
from searchkit.why.advice import ClauseCount, Coverage, Drop, Suggestion, ZeroHits

MOST_TRIED = 250
"""Sets of clauses that are tried to be dropped: all of eight clauses, the smaller ones of more."""

MOST_DROPS = 3
"""Sets of clauses to drop that are told of."""


def zero_hits(engine: Engine, request: Request, suggestions: tuple[Suggestion, ...]) -> ZeroHits:
    """Return what is known about a request that finds nothing."""
    asking = _Asking(engine, request.zones)
    tree = request.tree.part if isinstance(request.tree, Favoured) else request.tree
    parts = tree.parts if isinstance(tree, And) else (tree,)
    counts = [asking.count(part) for part in parts]
    clauses = tuple(ClauseCount(str(part), count) for part, count in zip(parts, counts, strict=True))
    filters = [part for part in parts if isinstance(part, Days | Exact)]
    archive = asking.coverage(Everything())
    coverage = asking.coverage(_all(filters)) if filters else archive
    return ZeroHits(clauses, tuple(_drops(asking, parts, counts)), suggestions, coverage, archive)


class _Asking:
    def __init__(self, engine: Engine, zones: tuple[str, ...]) -> None:
        self._engine = engine
        self._zones = zones

    def count(self, tree: Node) -> int:
        return self._engine.search(Request(tree, self._zones, limit=0)).total

    def coverage(self, tree: Node) -> Coverage:
        """Return how many articles match, and the first and the last of their dates."""
        sorts: tuple[Sort, Sort] = ("oldest", "newest")
        first, last = (self._engine.search(Request(tree, self._zones, sort, 1)) for sort in sorts)
        if not first.hits:
            return Coverage(str(tree), first.total)
        return Coverage(str(tree), first.total, first.hits[0].date, last.hits[0].date)


def _drops(asking: _Asking, parts: Sequence[Node], counts: Sequence[int]) -> list[Drop]:
    """Return the smallest sets of clauses without which the others find something together, the best few."""
    found: list[Drop] = []
    for dropped in islice(_sets(counts), MOST_TRIED):
        if found and len(dropped) > len(found[0].clauses):
            break
        rest = _all([part for place, part in enumerate(parts) if place not in dropped])
        if total := asking.count(rest):
            found.append(Drop(tuple(str(parts[place]) for place in dropped), str(rest), total))
    return sorted(found, key=lambda drop: -drop.total)[:MOST_DROPS]


def _sets(counts: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield the sets of clauses to drop, smaller ones first: never all, and always those that find nothing alone."""
    dead = [place for place, count in enumerate(counts) if not count]
    alive = [place for place, count in enumerate(counts) if count]
    for more in range(not dead, len(alive)):
        for chosen in combinations(alive, more):
            yield tuple(sorted((*dead, *chosen)))


def _all(parts: Sequence[Node]) -> Node:
    return parts[0] if len(parts) == 1 else And(tuple(parts))
