"""One file -> its articles."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from searchkit.article import Article
from searchkit.errors import UnreadableError
from searchkit.ingest import encodings, jsonlines, plain, saved_page, wire
from searchkit.ingest.files import Candidate, Skipped

TEXT_FORMATS = (saved_page, wire, plain)
"""The formats of text files, tried in this order: each says by its `recognises` whether a text is its own."""

_NOT_TEXT = frozenset((".html", ".htm", ".xml", ".csv", ".json", ".pdf", ".eml", ".mbox", ".warc", ".sgm", ".sgml",
                       ".gz", ".zst", ".bz2", ".zip", ".tar", ".doc", ".docx"))  # fmt: skip
"""Endings whose files are markup, tables or archives: indexed as text they would be found by what nobody reads."""


def read_bytes(candidate: Candidate) -> bytes:
    """Return the content of the file. Raises UnreadableError with the reason."""
    ending = _ending(candidate)
    if ending in _NOT_TEXT:
        raise UnreadableError(f"{ending} files are not supported; text files and .jsonl are")
    try:
        with open(candidate.path, "rb") as file:
            return file.read()
    except OSError as error:
        raise UnreadableError(f"cannot read the file: {error.strerror}") from error


def is_rows(candidate: Candidate) -> bool:
    """Tell whether the file holds one article a line."""
    return _ending(candidate) in (".jsonl", ".ndjson")


def article(candidate: Candidate, content: bytes) -> Article:
    """Return the article that a text file holds. Its id is the path inside the candidate's root.

    Raises UnreadableError with the reason.
    """
    decoded = encodings.decode(content)
    reader = next(reader for reader in TEXT_FORMATS if reader.recognises(decoded.text))
    digest = hashlib.sha256(content).hexdigest()
    found: Article = reader.read(decoded.text, id=candidate.relative, path=candidate.path, sha256=digest)
    return replace(found, evidence=(*found.evidence, *decoded.evidence)) if decoded.evidence else found


def articles(candidate: Candidate) -> Iterator[Article | Skipped]:
    """Yield the articles of a file of any format, and what of it could not be read."""
    try:
        if is_rows(candidate):
            for number, row in jsonlines.rows(candidate.path):
                yield jsonlines.article(candidate, number, row)
        else:
            yield article(candidate, read_bytes(candidate))
    except UnreadableError as error:
        yield Skipped(candidate.path, str(error))


def _ending(candidate: Candidate) -> str:
    name = candidate.path.rpartition("/")[2]
    return "." + name.rpartition(".")[2].lower() if "." in name[1:] else ""
