"""Articles -> hits, for engines that fetch articles and leave the marking to searchkit."""

from collections.abc import Iterable, Sequence
from typing import Any

from searchkit.article import Article
from searchkit.engines.base import Request
from searchkit.highlight import best_passages, body_patterns, find_marks, merge_marks, patterns
from searchkit.query.spans import Expand
from searchkit.results import Hit


def marked_hits(
    found: Iterable[tuple[Article, float]],
    request: Request,
    languages: Sequence[str] = (),
    expand: Expand | None = None,
) -> tuple[Hit, ...]:
    """Return the hits of a request from the articles of its page and their scores, marked if it asks for passages.

    `languages` are those that the index has stems of; `expand` tells which words it has.
    """
    if not request.passages:
        return tuple(_hit(article, score, rank) for rank, (article, score) in enumerate(found, request.offset + 1))
    in_title = patterns(request.tree, "title", request.zones, languages, expand)
    in_body = body_patterns(request.tree, request.zones, languages, expand)
    return tuple(
        _hit(
            article,
            score,
            rank,
            title_marks=merge_marks(find_marks(article.title, in_title, article.language)),
            passages=tuple(best_passages(article.body, in_body, request.passages, article.language)),
        )
        for rank, (article, score) in enumerate(found, request.offset + 1)
    )


def _hit(article: Article, score: float, rank: int, **marked: Any) -> Hit:
    return Hit(article.id, rank, score, article.title, article.date, article.source, article.path, **marked)
