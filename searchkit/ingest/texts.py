"""A text of any kind -> its article."""

from dataclasses import replace

from searchkit.article import Article
from searchkit.ingest import plain, saved_page, wire
from searchkit.ingest.encodings import decode
from searchkit.ingest.pieces import File, Pieces, whole

TEXT_FORMATS = (saved_page, wire, plain)
"""The formats of texts, tried in this order: each says by its `recognises` whether a text is its own."""


def pieces(file: File) -> Pieces:
    """Yield the one article of a text file."""
    return whole(file, lambda content, digest: [_article(file, content, digest)])


def _article(file: File, content: bytes, digest: str) -> Article:
    decoded = decode(content)
    found = read(decoded.text, id=file.id, path=file.path, sha256=digest)
    return replace(found, evidence=(*found.evidence, *decoded.evidence)) if decoded.evidence else found


def read(text: str, *, id: str, path: str, sha256: str) -> Article:
    """Return the article of a text, by the first of its formats that recognises it."""
    reader = next(reader for reader in TEXT_FORMATS if reader.recognises(text))
    found: Article = reader.read(text, id=id, path=path, sha256=sha256)
    return found
