"""What a native segment stores of an article: three records, so that nothing is opened that is not asked for.

* head   the title, then what has neither a column nor a place in the others, as JSON
* text   the body
* page   what only `show` needs: the raw text and its zones, as JSON, for an article with something around its body

Id, date, source, language, path and sha256 are in columns and nowhere else: an evidence for the date, the source or the
language that was chosen has null for its value. Nothing is pickled.
"""

import datetime
import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from searchkit.article import Article

if TYPE_CHECKING:
    from searchkit import _native

RECORD = "record"
"""The stored field, to Whoosh, that holds the whole article as JSON."""

HEAD = "head"
STORES = (HEAD, "text", "page")

_COLUMNS = ("id", "source", "language", "path", "sha256")

_UNDECODED = re.compile("[\udc80-\udcff]")
_ESCAPED = re.compile("\0([0-9a-f]{2})")

_OF_PAGE = ("zones", "evidence", "raw")


def split(article: Article) -> tuple[bytes, bytes, bytes]:
    """Return the records of an article, in the order of STORES."""
    head = article.to_record()
    in_columns = {name: head.pop(name) for name in ("date", *_COLUMNS) if name in head}
    title, body = (head.pop(name, "") for name in ("title", "body"))
    if "evidence" in head:
        head["evidence"] = [
            [field, None if value == in_columns.get(field) else value, *rest]
            for field, value, *rest in head["evidence"]
        ]
    page = {name: head.pop(name) for name in _OF_PAGE if name in head} if article.zones or article.raw else {}
    raw = page.get("raw")
    if raw is not None and body and body in raw:
        # Most bodies stand in the raw text as they are: what surrounds them is enough.
        page["around"] = list(raw.partition(body)[::2])
        del page["raw"]
    return _prefixed(title.encode()) + _json(head), body.encode(), _json(page)


def read(segment: "_native.Segment", documents: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Yield the record of each document, as `Article.from_record` takes it, from a segment built from articles."""
    days = segment.int_column("date")
    columns = {name: segment.bytes_column(name) for name in _COLUMNS}
    stored = [segment.records(store, documents) or [b""] * len(documents) for store in STORES]
    for document, *records in zip(documents, *stored, strict=True):
        values = {name: column[document] for name, column in columns.items() if column}
        record: dict[str, Any] = {name: value.decode() for name, value in values.items() if value}
        if "path" in record:
            record["path"] = unescaped(record["path"])
        day = days[document] if days else 0
        if day:
            record["date"] = datetime.date.fromordinal(day).isoformat()
        yield _join(record, *records)


def title(segment: "_native.Segment", document: int) -> str:
    """Return the title of an article."""
    return cut_title(segment.record(HEAD, document) or b"")


def cut_title(head: bytes) -> str:
    """Return the title that a record of the store `head` begins with."""
    return _cut(head)[0].decode() if head else ""


def body(segment: "_native.Segment", document: int) -> str:
    """Return the body of an article."""
    return (segment.record("text", document) or b"").decode()


def _join(in_columns: dict[str, Any], head: bytes, text: bytes, page: bytes) -> dict[str, Any]:
    """Return the record that `split` took apart."""
    title, rest = _cut(head)
    body = text.decode()
    record = in_columns | {"title": title.decode(), "body": body}
    for part in (rest, page):
        if part:
            record |= json.loads(part)
    if "evidence" in record:
        record["evidence"] = [
            [field, in_columns[field] if value is None else value, *rest] for field, value, *rest in record["evidence"]
        ]
    if "around" in record:
        before, after = record.pop("around")
        record["raw"] = before + body + after
    return record


def stored_fields(record: dict[str, Any]) -> dict[str, Any]:
    """Return the stored fields of an article as plain Whoosh reads them: one, its whole record as JSON."""
    return {RECORD: json.dumps(record, ensure_ascii=False, separators=(",", ":"))}


def _prefixed(content: bytes) -> bytes:
    """Return the content after its length, seven bits a byte, low bits first."""
    length, prefix = len(content), bytearray()
    while length > 0x7F:
        prefix.append(length & 0x7F | 0x80)
        length >>= 7
    return bytes([*prefix, length]) + content


def _cut(data: bytes) -> tuple[bytes, bytes]:
    """Return what `_prefixed` made the beginning of, and what follows it.

    >>> _cut(_prefixed(b"x" * 300) + b"rest") == (b"x" * 300, b"rest")
    True
    """
    length = start = 0
    while data[start] > 0x7F:
        length |= (data[start] & 0x7F) << 7 * start
        start += 1
    length |= data[start] << 7 * start
    start += 1
    return data[start : start + length], data[start + length :]


def _json(value: dict[str, Any]) -> bytes:
    """Return the values as JSON; no bytes for none."""
    if not value:
        return b""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:  # half a character, as in the name of a file that is not UTF-8
        return json.dumps(value, separators=(",", ":")).encode()


def escaped(path: str) -> str:
    r"""Return a path as a column can hold it: bytes of its name that are no UTF-8 follow a NUL, which no path has.

    >>> escaped("caf\udce9.txt"), unescaped(escaped("caf\udce9.txt")) == "caf\udce9.txt"
    ('caf\x00e9.txt', True)
    """
    return _UNDECODED.sub(lambda char: f"\0{ord(char[0]) - 0xDC00:02x}", path)


def unescaped(value: str) -> str:
    """Return the path that `escaped` made the value of."""
    return _ESCAPED.sub(lambda escape: chr(0xDC00 + int(escape[1], 16)), value) if "\0" in value else value
