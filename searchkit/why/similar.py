"""Articles like one: those that have its most telling terms, ranked like any other search.

The terms are chosen as Lucene's MoreLikeThis chooses them, by tf * idf, 25 at most
(https://lucene.apache.org/core/9_11_0/queries/org/apache/lucene/queries/mlt/MoreLikeThis.html), with two changes: the
idf is ln((n + 1) / df), which is next to nothing for what every article has and so needs no list of stop words, and a
term that only this article has is left out, as no other can be found by it.
"""

import math
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from searchkit import asking
from searchkit.analysis import tokens, word
from searchkit.article import Article
from searchkit.engines.base import Engine, Statistics
from searchkit.fields import DEFAULT_ZONES, FIELDS
from searchkit.query.tree import And, Exact, Node, Not, Or, Word
from searchkit.results import Copy, Results

MOST_TERMS = 25
"""Terms of an article that others are looked for by."""


def alike(
    engine: Engine, article: Article, copies: Sequence[Copy], narrowed: Callable[[Node], Node], page: tuple[Any, ...]
) -> Results:  # fmt: skip
    """Return the articles like one, without it and its copies. See `Archive.similar`."""
    started = time.perf_counter()
    like = similar(engine.statistics(), article, [copy.id for copy in copies])
    if like is None:
        return Results(article.id, article.id, 0, 0.0, notes=("no other article has a word of it that tells anything",))
    request = asking.page(narrowed(like), DEFAULT_ZONES, "relevance", *page)
    total, hits, *_ = engine.search(request)
    return Results(article.id, str(request.tree), total, round((time.perf_counter() - started) * 1000, 2), hits)


def similar(statistics: Statistics, article: Article, others: Iterable[str]) -> Node | None:
    """Return the query for articles like one, without itself and the `others`; None where it has no telling word."""
    found = telling_words(statistics, article)
    if not found:
        return None
    left_out = (Not(Exact("id", id)) for id in (article.id, *others))
    return And((found[0] if len(found) == 1 else Or(tuple(found)), *left_out))


def telling_words(statistics: Statistics, article: Article) -> list[Word]:
    """Return the words that tell most about an article, the most telling first.

    A word of the title counts as often as the title weighs.
    """
    frequency: Counter[str] = Counter()
    texts: dict[str, str] = {}
    zones: dict[str, set[str]] = {}
    for zone in DEFAULT_ZONES:
        text = str(FIELDS[zone].value(article))
        for term, start, end in tokens(text):
            frequency[term] += int(FIELDS[zone].weight)
            texts.setdefault(term, word(text[start:end]))
            zones.setdefault(term, set()).add(zone)
    weights = {term: tf * _idf(statistics, term, len(zones[term])) for term, tf in frequency.items()}
    best = sorted((term for term, weight in weights.items() if weight > 0), key=lambda term: (-weights[term], term))
    return [Word(texts[term], term) for term in best[:MOST_TERMS]]


def _idf(statistics: Statistics, term: str, here: int) -> float:
    """Return ln((n + 1) / df) by the zone that most articles have the term in; 0 where no other article has it.

    `here` counts the zones of this article that have it.
    """
    found = [statistics.frequency(zone, term) for zone in DEFAULT_ZONES]
    df, n = max(found)
    return math.log((n + 1) / df) if sum(count for count, _ in found) > here else 0.0
