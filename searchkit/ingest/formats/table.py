"""CSV and its like: one article a row, under a first line that names the columns `id, title, date, source, text`."""

import csv
import io
import sys
from collections import deque
from collections.abc import Iterator
from functools import partial

from searchkit.article import Article, Evidence
from searchkit.errors import UnreadableError
from searchkit.ingest.encodings import decode
from searchkit.ingest.files import Skipped
from searchkit.ingest.formats import rows
from searchkit.ingest.pieces import File, Piece, Pieces, Stretch, sha256

MAX_FIELD = 1 << 26
"""Characters of the longest value."""

MAX_DECODED = 1 << 25
"""Bytes of the largest table whose encoding is found out; a larger one is read as UTF-8, row by row."""

_DELIMITERS = ",;\t|"


def recognises(head: bytes) -> bool:
    """Return False: a table can begin like any text, and is known by its name alone."""
    return False


def pieces(file: File) -> Pieces:
    """Yield every row that is not empty; a row that is none is told with its line. Raises UnreadableError."""
    lines, encoding, evidence = _lines(file)
    table = _Table(lines)
    header = table.header()
    for number, start, written, values in table.rows():
        place = f"{file.path}:{number}"
        if isinstance(values, str):
            yield Skipped(place, values)
        elif any(values):
            digest = sha256("\n".join((*header, written)).encode("utf-8", "surrogateescape"))
            make = partial(_articles, header, values, f"{file.id}#{number}", file.path, digest.hex(), evidence)
            yield Piece(digest, place, make, stretch=Stretch(start, start + len(written), encoding))


def _articles(
    header: list[str], values: list[str], id: str, path: str, sha256: str, encoding: tuple[Evidence, ...]
) -> list[Article]:
    return [rows.article(_row(header, values), default_id=id, path=path, sha256=sha256, encoding=encoding)]


def _row(header: list[str], values: list[str]) -> dict[str, str]:
    if len(values) > len(header):
        raise UnreadableError(f"the row has {len(values)} values for {len(header)} columns")
    row = {name: value for name, value in zip(header, values, strict=False) if value or name == "text"}
    if not row.get("text", "").strip():
        raise UnreadableError("the row has no text")
    return row


def _lines(file: File) -> tuple[Iterator[str], str, tuple[Evidence, ...]]:
    """Return the lines with their ends, their encoding, and the evidence of it.

    What is not UTF-8 in a large table stays as halves of pairs in its row.
    """
    content = file.stream.read(MAX_DECODED)
    if not file.stream.peek(1):
        source = decode(content)
        return io.StringIO(source.text, newline=""), source.encoding, source.evidence_of_source
    return _decoded(content, file), "utf-8", ()


def _decoded(content: bytes, file: File) -> Iterator[str]:
    first = io.BytesIO(content)
    for line in first:
        whole = line if line.endswith(b"\n") else line + file.stream.readline(MAX_FIELD)
        yield whole.decode("utf-8-sig", "surrogateescape")
    while line := file.stream.readline(MAX_FIELD):
        yield line.decode("utf-8", "surrogateescape")


class _Table:
    """The rows of a table. A row that cannot be read is given up with its first line, and reading goes on behind it."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self._taken: list[str] = []
        self._number = self._read = 0
        self._delimiter = ","

    def header(self) -> list[str]:
        """Return the names of the columns. Raises UnreadableError where the first line does not name them."""
        first = next(self._feed(), "")
        found = [_names(first, mark) for mark in _DELIMITERS]
        known = [len(set(names) & set(rows.KNOWN)) for names in found]
        best = known.index(max(known))
        if "text" not in found[best]:
            raise UnreadableError(
                "the first line must name the columns: text, and also id, title, date, source, url, lang"
            )
        self._delimiter = _DELIMITERS[best]
        return found[best]

    def rows(self) -> Iterator[tuple[int, int, str, list[str] | str]]:
        """Yield the line and the place that a row begins at, how it is written, and its values, or why it has none."""
        while True:
            reader = csv.reader(self._feed(), delimiter=self._delimiter)
            while True:
                self._taken = []
                values = _next(reader)
                if not self._taken:
                    return
                number, written = self._number - len(self._taken) + 1, "".join(self._taken)
                start = self._read - len(written)
                reason = values if isinstance(values, str) else self._never_closed()
                if reason:
                    yield number, start, "", reason
                    self._give_back()
                    break
                yield number, start, written, values

    def _feed(self) -> Iterator[str]:
        while True:
            line = self._again.popleft() if self._again else next(self._lines, None)
            if line is None:
                return
            self._number += 1
            self._read += len(line)
            self._taken.append(line)
            yield line

    def _never_closed(self) -> str:
        """Return a reason if the row took all lines to the end because of a quotation mark."""
        if len(self._taken) < 2 or self._taken[-1].rstrip("\r\n").endswith('"'):
            return ""
        try:
            list(csv.reader(self._taken, delimiter=self._delimiter, strict=True))
        except csv.Error as error:
            return "a quotation mark is never closed" if "end of data" in str(error) else ""
        return ""

    def _give_back(self) -> None:
        """Have all lines of the row but the first read again."""
        rest = self._taken[1:]
        self._number -= len(rest)
        self._read -= sum(map(len, rest))
        self._again.extendleft(reversed(rest))


def _names(header: str, delimiter: str) -> list[str]:
    names = _next(csv.reader([header], delimiter=delimiter))
    return [] if isinstance(names, str) else [name.strip().lower() for name in names]


def _next(reader: Iterator[list[str]]) -> list[str] | str:
    """Return the next row, or what is wrong with it. The limit of a value is one for the whole process."""
    before = csv.field_size_limit(min(MAX_FIELD, sys.maxsize))
    try:
        return next(reader, [])
    except csv.Error as error:
        return f"the row cannot be read: {error}"
    finally:
        csv.field_size_limit(before)
