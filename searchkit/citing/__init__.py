"""Citations that can be checked: what stands where in which file, and whether it still does.

No index is needed to check one: `files` finds the piece of a file that became an article, `quotes` the bytes of a
quotation in it, `verification` looks at both again. `styles` writes citations for people and for reference managers.
"""

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from searchkit.citing import make
from searchkit.citing.citation import Citation, Citations
from searchkit.citing.verification import Verdict, Verdicts, read
from searchkit.citing.verification import verify as verify_all
from searchkit.errors import ArticleNotFoundError, QueryError

if TYPE_CHECKING:
    from searchkit.archive import Archive


def verify(citations: Any, *, roots: str | os.PathLike[str] | Sequence[str | os.PathLike[str]] = ()) -> Verdicts:
    """Check citations against the files they name, without an index, and return a verdict on each.

    `citations` is one Citation or several, or what `json` reads from a file that `searchkit cite` wrote as JSON or as
    CSL-JSON. A file that is gone is looked for by its content below the folders `roots`.

    Raises InputError for what is no citation.
    """
    folders = (roots,) if isinstance(roots, str | os.PathLike) else tuple(roots)
    if isinstance(citations, Citation):
        return verify_all((citations,), folders)
    if isinstance(citations, Citations) or _are_citations(citations):
        return verify_all(citations, folders)
    return verify_all(read(citations), folders)


def _are_citations(given: Any) -> bool:
    return isinstance(given, list | tuple) and bool(given) and all(isinstance(item, Citation) for item in given)


def cite(
    archive: "Archive", query_or_id: str, *, quote: str | None, limit: int, passages: int, **options: Any
) -> Citations:  # fmt: skip
    """Return the citations of one article, or of what a query finds. See `Archive.cite`."""
    with archive.frozen() as view:
        try:
            article = view.show(query_or_id)
        except ArticleNotFoundError:
            return _of_query(view, query_or_id, quote, limit, passages, options)
        chosen = make.of_words(article, quote) if quote is not None else make.opening(article)
        made = make.cite([make.Wanted(article, chosen)], None, None, _made_by(view))
        return Citations(query_or_id, None, 1, tuple(made))


def _of_query(
    view: "Archive", query: str, quote: str | None, limit: int, passages: int, options: dict[str, Any]
) -> Citations:  # fmt: skip
    if quote is not None:
        raise QueryError("words to quote go with the id of one article", hint="a query quotes the passages it finds")
    results = view.search(query, limit=limit, passages=max(passages, 1), **options)
    wanted = list(_wanted(view, results.hits))
    made = make.cite(wanted, query, results.interpreted_as, _made_by(view))
    return Citations(query, results.interpreted_as, results.total, tuple(made), results.notes)


def _wanted(view: "Archive", hits: Iterable[Any]) -> Iterable[make.Wanted]:
    for hit in hits:
        article = view.show(hit.id)
        for quote in make.of_hit(article, hit):
            yield make.Wanted(article, quote, hit)


def _made_by(view: "Archive") -> dict[str, Any]:
    """Return which version made the citations, from which state of which index."""
    from searchkit import __version__
    from searchkit.fields import FORMAT_VERSION

    return {"searchkit": __version__, "engine": view.engine, "index": os.path.abspath(view.location),
            "index_format": FORMAT_VERSION, "state": view.state}  # fmt: skip


__all__ = ["Citation", "Citations", "Verdict", "Verdicts", "cite", "verify"]
