"""One file -> its articles."""

import codecs
import hashlib
from collections.abc import Iterator

from searchkit.article import Article
from searchkit.errors import UnreadableError
from searchkit.ingest import jsonlines, plain, saved_page, wire
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
    text = decode(content)
    reader = next(reader for reader in TEXT_FORMATS if reader.recognises(text))
    digest = hashlib.sha256(content).hexdigest()
    found: Article = reader.read(text, id=candidate.relative, path=candidate.path, sha256=digest)
    return found


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


def decode(content: bytes) -> str:
    """Return the text of UTF-8 bytes, without a byte-order mark. Raises UnreadableError with the reason."""
    if not content.removeprefix(codecs.BOM_UTF8).strip():
        raise UnreadableError("the file is empty")
    if b"\0" in content[:8192]:
        raise UnreadableError("the file is binary: it has NUL bytes")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableError(f"the file is not UTF-8: byte {content[error.start]:#04x} in line {line}") from error


def _ending(candidate: Candidate) -> str:
    name = candidate.path.rpartition("/")[2]
    return "." + name.rpartition(".")[2].lower() if "." in name[1:] else ""
