"""A text of any kind -> its article."""

from dataclasses import replace

from searchkit.article import Article
from searchkit.ingest import page, wire
from searchkit.ingest.encodings import decode
from searchkit.ingest.pieces import File, Pieces, whole


def pieces(file: File) -> Pieces:
    """Yield the one article of a text file."""
    return whole(file, lambda content, digest: [_article(file, content, digest)])


def _article(file: File, content: bytes, digest: str) -> Article:
    decoded = decode(content)
    found = read(decoded.text, id=file.id, path=file.path, sha256=digest)
    return replace(found, evidence=(*found.evidence, *decoded.evidence)) if decoded.evidence else found


def read(text: str, *, id: str, path: str, sha256: str, recurring: page.Recurring | None = None) -> Article:
    """Return the article of a wire file or of a page; `recurring` knows the lines that recur on pages of its source."""
    if wire.recognises(text):
        return wire.read(text, id=id, path=path, sha256=sha256)
    return page.read(text, id=id, path=path, sha256=sha256, recurring=recurring)
