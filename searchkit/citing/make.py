"""Articles and quotations -> citations, each proven from its file as it is now."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from searchkit.article import Article
from searchkit.citing.anchors import around
from searchkit.citing.citation import Citation, Origin, Quote
from searchkit.citing.files import Record, Source, look, on_disk
from searchkit.citing.quotes import Written, prove
from searchkit.errors import QueryError
from searchkit.results import Hit
from searchkit.values import Value

_PLACE_LINE = re.compile(r":(\d{1,12})\Z")


class Wanted(Value):
    """What is to be cited: an article, a quotation from it, and how it was found."""

    article: Article
    quote: Quote | None
    hit: Hit | None = None


def quoted(article: Article, field: str, start: int, end: int) -> Quote:
    """Return the quotation of a stretch of an article's body or title."""
    text: str = getattr(article, field)
    return Quote(text[start:end], field, start, end, *around(text, start, end))


def of_hit(article: Article, hit: Hit) -> list[Quote | None]:
    """Return the quotations of a hit: its passages, or else what the article opens with."""
    quotes = [quoted(article, "body", passage.start, passage.end) for passage in hit.passages]
    if not quotes and hit.title_marks:
        return [quoted(article, "title", 0, len(article.title))]
    return [*quotes] or [opening(article)]


def opening(article: Article) -> Quote | None:
    """Return the lead of an article, or its title, as a quotation; None where it has neither."""
    if article.lead:
        return quoted(article, "body", 0, len(article.lead))
    return quoted(article, "title", 0, len(article.title)) if article.title else None


def of_words(article: Article, words: str) -> Quote:
    r"""Return the quotation of these words, however their lines are broken. Raises QueryError where they are not there.

    >>> of_words(Article(id="a", body="He said\nno."), "said no")[:4]
    ('said\nno', 'body', 3, 10)
    """
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    for field in ("body", "title"):
        match = pattern.search(getattr(article, field)) if words.split() else None
        if match:
            return quoted(article, field, *match.span())
    raise QueryError(f"the article {article.id!r} does not have the words {words!r}",
                     hint="a quotation is found letter by letter; only white space may differ")  # fmt: skip


def cite(
    wanted: Sequence[Wanted], query: str | None, interpreted_as: str | None, made_by: Mapping[str, Any]
) -> list[Citation]:
    """Return the citations; the files are read once each."""
    sources = _sources(entry.article for entry in wanted)
    return [_citation(entry, sources, query, interpreted_as, made_by) for entry in wanted]


def _sources(articles: Iterable[Article]) -> dict[str, Source | str]:
    """Return for every path its file with the records that are wanted from it, or what is wrong with it."""
    wanted: dict[str, dict[str | None, set[str]]] = {}
    paths: dict[tuple[str, str | None], str] = {}
    found: dict[str, Source | str] = {}
    for article in articles:
        if not article.path or not article.sha256:
            continue
        place = on_disk(article.path)
        if place is None:
            found[article.path] = "the file is missing"
            continue
        disk, member = place
        wanted.setdefault(disk, {}).setdefault(member, set()).add(article.sha256)
        paths[place] = article.path
    for disk, members in wanted.items():
        try:
            found |= {paths[disk, member]: source for member, source in look(disk, members).items()}
        except OSError as error:
            reason = f"the file cannot be read: {error.strerror or error}"
            found |= {paths[disk, member]: reason for member in members}
    return found


def states(articles: Iterable[Article]) -> dict[str, str]:
    """Return, by id, whether what an article was made from is still there.

    `unchanged`, `changed`, `missing`, or `none` for one that came without a file.
    """
    articles = list(articles)
    sources = _sources(articles)
    return {article.id: _state(article, sources) for article in articles}


def _state(article: Article, sources: Mapping[str, Source | str]) -> str:
    source = sources.get(article.path or "")
    if source is None:
        return "none"
    if isinstance(source, str):
        return "missing"
    return "unchanged" if article.sha256 in source.records else "changed"


def _citation(
    wanted: Wanted, sources: Mapping[str, Source | str], query: str | None, interpreted_as: str | None,
    made_by: Mapping[str, Any],
) -> Citation:  # fmt: skip
    article, quote, hit = wanted
    citation = Citation(
        article.id, article.title, article.date, article.source, article.agencies, article.byline, article.section,
        article.url, article.language, quote, "none", None, (), None, query, interpreted_as,
        hit.rank if hit else None, hit.score if hit else None, made_by,
    )  # fmt: skip
    return _with_proof(citation, article, sources.get(article.path or ""))


def _with_proof(citation: Citation, article: Article, source: Source | str | None) -> Citation:
    if source is None:
        return citation.replaced(problem="the article was added without a file")
    digest = article.sha256 or ""
    if isinstance(source, str):
        return citation.replaced(problem=source, file=Origin(article.path or "", None, False, "missing", digest))
    record = source.records.get(digest)
    if record is None:
        origin = Origin(source.path, source.member, source.unpacked, "changed", digest, source.size, source.sha256)
        return citation.replaced(problem=source.problem or "the file has changed since it was indexed", file=origin)
    return proven(citation, article, source, record)


def proven(citation: Citation, article: Article, source: Source, record: Record) -> Citation:
    """Return the citation with the strongest proof that the record gives of its quotation."""
    encoding = next((item.value for item in article.evidence if item.field == "encoding"), "utf-8")
    origin = Origin(
        source.path, source.member, source.unpacked, "unchanged", record.piece.digest.hex(), source.size, source.sha256,
        record.start, record.end, hashlib.sha256(record.content).hexdigest() if record.start is not None else None,
        encoding, record.piece.place,
    )  # fmt: skip
    citation = citation.replaced(file=origin)
    quote = citation.quote
    if quote is None:
        return citation.replaced(problem="the article has no text to quote")
    written = (
        Written.of(record.content, record.start, encoding, _first_line(record)) if record.start is not None else None
    )
    proof, segments = prove(written, article, quote) if written else ("none", ())
    if proof != "none":
        return citation.replaced(proof=proof, segments=segments, problem=None)
    if reads(record, quote):
        return citation.replaced(proof="reading", segments=(), problem=None)
    return citation.replaced(problem="the file, read again, does not give this text")


def reads(record: Record, quote: Quote) -> bool:
    """Tell whether the record is read as an article that has the quotation at its place."""
    return any(getattr(article, quote.field)[quote.start : quote.end] == quote.text for article in record.articles())


def _first_line(record: Record) -> int | None:
    """Return the number of the line of its file that a record begins in, where that is known."""
    if record.start == 0:
        return 1
    match = _PLACE_LINE.search(record.piece.place)
    return int(match[1]) if match else None
