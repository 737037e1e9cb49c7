"""What a search finds beside the text: the matches in zones that it leaves out, and the zones that a hit was found in.

Most archives have nothing but text, so that the first question is whether any word of the query stands anywhere else:
that costs next to nothing where none does.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from searchkit.engines.base import Engine, Request
from searchkit.fields import DEFAULT_ZONES, FIELDS
from searchkit.query.tree import LOOKED_FOR, And, Exact, Node, Or, leaves
from searchkit.results import Hit, Line

if TYPE_CHECKING:
    from searchkit.article import Article

_PLACES = {"title": "titles", "body": "texts", "captions": "captions", "links": "link lists",
           "page": "the rest of the page"}  # fmt: skip


def note_on_the_rest(engine: Engine, request: Request, total: int, others: Sequence[str]) -> str | None:
    """Return a note on the matches in the zones that a request leaves out, None where there are none.

    `others` are the zones beside title and body that any article has.
    """
    zones = (*DEFAULT_ZONES, *others)
    left_out = tuple([zone for zone in zones if zone not in request.zones and not _is_part(zone, request.zones)])
    words = _words(request.tree)
    if not left_out or not words or not _count(engine, request, _any_of(words), left_out):
        return None
    more = _count(engine, request, request.tree, (*request.zones, *left_out)) - total
    if more <= 0:
        return None
    places = [_PLACES[zone] for zone in left_out if _in(engine, request, zone) > total]
    where = " and ".join(filter(None, (", ".join(places[:-1]), places[-1]))) if places else "all of the page"
    return f"{more:,} more {'match' if more == 1 else 'matches'} in {where}: --in all"


def _is_part(zone: str, zones: Sequence[str]) -> bool:
    """Tell whether a search leaves out the zone on purpose: who looks in the lead knows that a body goes on."""
    return zone == "body" and "lead" in zones


def _words(tree: Node) -> list[Node]:
    """Return what of a query is looked for in the zones of the search."""
    return [leaf for leaf in leaves(tree) if isinstance(leaf, LOOKED_FOR) and not leaf.field]


def _any_of(words: Sequence[Node]) -> Node:
    return words[0] if len(words) == 1 else Or(tuple(words))


def _in(engine: Engine, request: Request, zone: str) -> int:
    """Return how many matches there are if a zone is looked at too."""
    return _count(engine, request, request.tree, (*request.zones, zone))


def _count(engine: Engine, request: Request, tree: Node, zones: tuple[str, ...]) -> int:
    return engine.search(Request(tree, zones, limit=0, time_limit=request.time_limit)).total


def with_places(engine: Engine, request: Request, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """Return the hits of a request; those that do not match by title and body alone have their zones and lines."""
    others = [zone for zone in request.zones if zone not in DEFAULT_ZONES and zone != "lead"]
    words = _words(request.tree)
    if not hits or not others or not words:
        return hits
    these = Or(tuple([Exact("id", hit.id) for hit in hits]))
    places: dict[str, list[str]] = {hit.id: [] for hit in hits}
    for id in _ids(engine, And((request.tree, these)), DEFAULT_ZONES, len(hits)):
        del places[id]
    for zone in others:
        for id in _ids(engine, And((_any_of(words), these)), (zone,), len(hits)):
            if id in places:
                places[id].append(zone)
    return tuple([_flagged(engine, request, hit, places[hit.id]) if places.get(hit.id) else hit for hit in hits])


def _flagged(engine: Engine, request: Request, hit: Hit, places: Sequence[str]) -> Hit:
    article = engine.get(hit.id) if request.passages else None
    found = _lines(article, request, places) if article else ()
    return hit.replaced(places=tuple(places), lines=tuple(islice(found, request.passages)))


def _lines(article: "Article", request: Request, places: Sequence[str]) -> Iterator[Line]:
    """Yield the lines of zones of an article that have what a request looks for, without the space around them."""
    from searchkit.analysis import words
    from searchkit.highlight import find_marks, merge_marks, patterns

    languages = (article.language,) if article.language else ()
    for zone in places:
        text = str(FIELDS[zone].value(article))
        wanted = patterns(request.tree, zone, request.zones, languages, partial(_meant, sorted(set(words(text)))))
        marks = merge_marks(find_marks(text, wanted, article.language))
        end = 0
        for whole in text.splitlines(keepends=True):
            start, end = end + len(whole) - len(whole.lstrip()), end + len(whole)
            line = whole.strip()
            inside = [(max(first, start) - start, min(last, start + len(line)) - start) for first, last in marks
                      if first < start + len(line) and last > start]  # fmt: skip
            if inside:
                yield Line(zone, line, tuple(inside))


def _ids(engine: Engine, tree: Node, zones: tuple[str, ...], count: int) -> list[str]:
    return [hit.id for hit in engine.search(Request(tree, zones, limit=count)).hits]


def _meant(words: Sequence[str], _: str, node: Node) -> list[str]:
    """Return the words that a node stands for."""
    from searchkit.query.likeness import meaning

    return list(filter(meaning(node), words))
