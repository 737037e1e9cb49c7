"""Facets of which several values can be chosen: what is chosen in a facet does not shrink the counts of that facet.

So a list of sources keeps showing what another source would add. It is what Elasticsearch calls a post filter, Solr an
excluded tag and Algolia disjunctive facets. A NOT stays: who leaves a value out does not want it counted.
"""

from collections.abc import Sequence

from searchkit.engines.base import Engine, Matches, Request
from searchkit.fields import DATE_UNITS
from searchkit.query.tree import And, Days, Everything, Exact, Node, Or
from searchkit.results import Facet


def widened(tree: Node, facet: str) -> Node:
    """Return the tree without what it demands of the field that a facet counts.

    >>> print(widened(And((Exact("source", "Wire"), Exact("language", "de"))), "source"))
    language:"de"
    """
    field = "date" if facet in DATE_UNITS else facet
    parts = tree.parts if isinstance(tree, And) else (tree,)
    left = tuple([part for part in parts if not _is_about(part, field)])
    if len(left) == len(parts):
        return tree
    return And(left) if len(left) > 1 else left[0] if left else Everything()


def _is_about(part: Node, field: str) -> bool:
    """Tell whether a part of the query is a filter on this field and nothing else."""
    if isinstance(part, And | Or):
        return all(_is_about(inner, field) for inner in part.parts)
    return part.field == field if isinstance(part, Exact) else field == "date" and isinstance(part, Days)


def searched(engine: Engine, request: Request) -> Matches:
    """Answer the request with each of its facets counted without the filters on its own field."""
    own = own_counts(engine, request, request.facets)
    matches = engine.search(request.replaced(facets=tuple([name for name in request.facets if name not in own])))
    return matches.replaced(
        facets={name: own[name] if name in own else matches.facets[name] for name in request.facets}
    )


def own_counts(engine: Engine, request: Request, names: Sequence[str]) -> dict[str, Facet]:
    """Return the facets of these names that a filter of the request would shrink, each counted without it."""
    by_tree: dict[Node, list[str]] = {}
    for name in names:
        tree = widened(request.tree, name)
        if tree != request.tree:
            by_tree.setdefault(tree, []).append(name)
    found: dict[str, Facet] = {}
    for tree, together in by_tree.items():
        asked = request.replaced(tree=tree, facets=tuple(together), limit=0, offset=0, passages=0, collapse=False)
        found |= engine.search(asked).facets
    return found
