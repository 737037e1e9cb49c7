"""One file -> its articles: which format it has, by its name, or by its first bytes where these say otherwise.

The module of a format has `recognises(head)`, which tells whether a file that begins like this can be nothing else, and
`pieces(file)`. It is imported when a file might be its own.
"""

import codecs
import os
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from searchkit.article import Article
from searchkit.errors import UnreadableError
from searchkit.ingest import containers
from searchkit.ingest.files import Candidate, Skipped
from searchkit.ingest.formats import jsonlines, texts
from searchkit.ingest.pieces import File, Piece, Pieces


class Format(Protocol):
    """What the module of a format has."""

    def recognises(self, head: bytes, /) -> bool:
        """Tell whether a file that begins with these bytes has this format, whatever its name."""

    def pieces(self, file: File, /) -> Pieces:
        """Yield the pieces of a file. Raises UnreadableError with the reason."""


class _Row(NamedTuple):
    """A format: the module, the endings of its files, and what a file begins with that is worth to be asked about."""

    module: str
    endings: tuple[str, ...]
    openings: tuple[bytes, ...]


FORMATS = (
    _Row("jsonlines", jsonlines.ENDINGS, (b"{",)),
    _Row("html", (".html", ".htm", ".xhtml"), (b"<",)),
    _Row("feeds", (".xml", ".rss", ".atom", ".rdf", ".json"), (b"<", b"{")),
    _Row("sgml", (".sgm", ".sgml"), (b"<",)),
    _Row("markdown", (".md", ".markdown"), (b"---", b"+++")),
    _Row("mail", (".eml", ".mbox"), (b"From", b"Return-", b"Received", b"Delivered-", b"MIME-", b"Message-")),
    _Row("pdf", (".pdf",), (b"%PDF-",)),
    _Row("warc", (".warc",), (b"WARC/",)),
    _Row("table", (".csv", ".tsv"), ()),
)
"""The formats beside text, in the order in which they are asked."""

_NOT_TEXT = frozenset((".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp", ".epub", ".rtf",
                       ".7z", ".rar", ".jar", ".apk", ".whl"))  # fmt: skip
"""Endings whose files are none of these: indexed as text they would be found by what nobody reads."""

_HEAD = 8192
"""Characters of a stored text by which its format is known."""

_BY_ENDING = {ending: row for row in FORMATS for ending in row.endings}
_OPENINGS = tuple({opening for row in FORMATS for opening in row.openings})


_TEXTS = cast("Format", texts)


def files(candidate: Candidate) -> Iterator[File | Skipped]:
    """Yield the file, or the files packed in it, each to be read before the next; and what cannot be read."""
    return containers.files(candidate)


def pieces(file: File) -> Pieces:
    """Yield the pieces of a file of any format, and what of it cannot be read."""
    try:
        yield from _format(file).pieces(file)
    except UnreadableError as error:
        yield Skipped(file.path, str(error))


def is_text(file: File) -> bool:
    """Tell whether the file is a text, which may be a page. Raises UnreadableError where it can be nothing."""
    return _format(file) is _TEXTS


def is_page(article: Article) -> bool:
    """Tell whether an article was read from a page of text, so that it can be labelled again from what is stored."""
    ending = os.path.splitext(article.path or "")[1].lower()
    head = (article.raw or "")[:_HEAD].encode("utf-8", "replace")
    return ending not in _BY_ENDING and _recognised(head, None) is None and texts.is_page(article)


def articles(candidate: Candidate) -> Iterator[Article | Skipped]:
    """Yield the articles of a file of any format, and what of it could not be read."""
    for file in files(candidate):
        for piece in [file] if isinstance(file, Skipped) else pieces(file):
            if isinstance(piece, Piece):
                yield from piece.articles()
            else:
                yield piece


def is_rows(candidate: Candidate) -> bool:
    """Tell whether the file is one of JSON Lines and nothing else, by its name and its first bytes."""
    if not candidate.path.lower().endswith(jsonlines.ENDINGS):
        return False
    opened = files(candidate)  # which closes the file when it is let go
    first = next(opened)
    return isinstance(first, File) and not containers.is_packed(first.head()) and _format(first) is jsonlines


def _format(file: File) -> Format:
    """Return the format: what the name says, unless the first bytes say that it is another. Raises UnreadableError."""
    ending = file.ending
    named = _BY_ENDING.get(ending)
    head = file.head().removeprefix(codecs.BOM_UTF8).lstrip()
    if recognised := _recognised(head, named):
        return recognised
    if named is not None:
        return _module(named.module)
    if ending in _NOT_TEXT:
        raise UnreadableError(f"{ending} files are not supported")
    return _TEXTS


def _recognised(head: bytes, named: _Row | None) -> Format | None:
    """Return the only format that a file can have which begins like this, or None; what its name says goes first."""
    if head.startswith(_OPENINGS):
        for row in FORMATS if named is None else (named, *FORMATS):
            if head.startswith(row.openings) and _module(row.module).recognises(head):
                return _module(row.module)
    return None


@cache
def _module(name: str) -> Format:
    return cast(Format, import_module(f"searchkit.ingest.formats.{name}"))
