"""JSON Lines: one article a line, an object with `id`, `title`, `date`, `source`, `text`, and also `url`, `lang`."""

import json
from collections.abc import Iterator
from typing import Any

from searchkit.article import Article
from searchkit.errors import UnreadableError
from searchkit.ingest.files import Skipped
from searchkit.ingest.formats import rows
from searchkit.ingest.pieces import File, Piece, Pieces, Stream, Stretch, sha256

ENDINGS = (".jsonl", ".ndjson")

MAX_ROW = 1 << 28
"""Bytes of the longest row: what one of them may take of memory."""


def recognises(head: bytes) -> bool:
    """Tell whether a file begins with a row: an object that has a text or a title."""
    if not head.startswith(b"{"):
        return False
    first, end, _ = head.partition(b"\n")
    try:
        values = json.loads(first)
    except (ValueError, RecursionError):
        return not end and first.startswith((b'{"id":', b'{"title":', b'{"text":'))
    return "text" in values or "title" in values


def pieces(file: File) -> Pieces:
    """Yield every row that is not blank; one is in memory at a time."""
    for number, start, row in _lines(file.stream):
        if len(row) > MAX_ROW:
            yield Skipped(f"{file.path}:{number}", f"the row is longer than {MAX_ROW >> 20} MiB")
        elif row.strip():
            yield _piece(file, number, start, row)


def _lines(stream: Stream) -> Iterator[tuple[int, int, bytes]]:
    """Yield the number of a line, from 1, the byte it begins at, and the line without its break.

    Of a line that is too long it is the beginning.
    """
    number = start = 0
    while line := stream.readline(MAX_ROW + 2):
        number += 1
        yield number, start, line.removesuffix(b"\n")
        start += len(line)
        while len(line) > MAX_ROW and not line.endswith(b"\n"):
            line = stream.readline(MAX_ROW)
            start += len(line)


def _piece(file: File, number: int, start: int, row: bytes) -> Piece:
    digest = sha256(row)

    def read() -> list[Article]:
        values = _object(row)
        return [rows.article(values, default_id=f"{file.id}#{number}", path=file.path, sha256=digest.hex())]

    return Piece(digest, f"{file.path}:{number}", read, stretch=Stretch(start, start + len(row)))


def _object(row: bytes) -> dict[str, Any]:
    try:
        values = json.loads(row.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableError(f"the row is not UTF-8: byte {row[error.start]:#04x}") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"the row is not JSON: {error}") from error
    if not isinstance(values, dict):
        raise UnreadableError(f"the row must be a JSON object; got {type(values).__name__}")
    return values
