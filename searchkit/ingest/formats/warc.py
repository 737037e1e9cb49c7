"""WARC, the archives of crawlers: every HTML page that was answered is an article, with its address.

When a page was fetched says no more than that it was there by then: it is evidence for the date, and never the date.
"""

import re
from typing import Any

from searchkit.article import Article
from searchkit.errors import UnreadableError
from searchkit.ingest.facts import Facts
from searchkit.ingest.files import Skipped
from searchkit.ingest.formats import html
from searchkit.ingest.pieces import File, Piece, Pieces, Stream, sha256

MAX_PAGE = 1 << 26
"""Bytes of the largest page."""

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_PAGES = ("text/html", "application/xhtml+xml")


def recognises(head: bytes) -> bool:
    """Tell whether a file begins with a record."""
    return head.startswith(b"WARC/")


def pieces(file: File) -> Pieces:
    """Yield the pages. Raises UnreadableError where the rest of the file cannot be read."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as error:
        raise UnreadableError("reading WARC needs one more package: pip install 'searchkit[warc]'") from error
    number, record, stream = 0, None, _Tail(file.stream)
    try:
        for number, record in enumerate(ArchiveIterator(stream), 1):
            if _is_page(record):
                yield _piece(file, f"{file.path}#{number}", record)
        is_cut = record is not None and record.raw_stream.limit > 0
        is_told = is_cut and _is_page(record)
        if not is_told and (is_cut or not stream.tail.endswith((b"\r\n\r\n", b"\n\n"))):
            raise UnreadableError(f"the archive is cut short behind its record {number}")
    except UnreadableError:
        raise
    except Exception as error:  # the library fails on broken records in ways that it does not name
        raise UnreadableError(f"the archive is damaged behind its record {number}: {error!r}") from error


class _Tail:
    """A stream that keeps the last bytes read from it: the library takes a record without an end for the end."""

    def __init__(self, stream: Stream) -> None:
        self._stream, self.tail = stream, b""

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.tail = (self.tail + data[-4:])[-4:]
        return data


def _is_page(record: Any) -> bool:
    if record.rec_type not in ("response", "resource"):
        return False
    return str(_content_type(record)).partition(";")[0].strip().lower() in _PAGES and _status(record) == "200"


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header("Content-Type") or ""


def _status(record: Any) -> str:
    return record.http_headers.get_statuscode() if record.http_headers else "200"


def _piece(file: File, place: str, record: Any) -> Piece | Skipped:
    url, fetched = (record.rec_headers.get_header(name) or "" for name in ("WARC-Target-URI", "WARC-Date"))
    content = record.content_stream().read(MAX_PAGE + 1)
    if len(content) > MAX_PAGE:
        return Skipped(place, f"the page is larger than {MAX_PAGE >> 20} MiB")
    if record.raw_stream.limit > 0:
        return Skipped(place, "the page is cut short")
    charset = _CHARSET.search(_content_type(record))
    digest = sha256(f"{url}\n{fetched}\n".encode() + content)
    id = f"{re.sub(r'[^0-9]', '', fetched)[:14]}/{url}" if url else f"{file.id}{place.removeprefix(file.path)}"

    def read() -> list[Article]:
        source = html.decoded(content, charset[1] if charset else None)
        facts = Facts()
        facts.date(fetched[:10], "fetched")
        return [html.read(source, facts, id=id, path=file.path, sha256=digest.hex(), url=url)]

    return Piece(digest, place, read)
