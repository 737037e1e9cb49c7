"""What a native segment stores of an article: three records, so that nothing is opened that is not asked for.

* head   what a list of results shows, as JSON
* text   the body
* page   what only `show` needs: the raw text, zones and evidence, as JSON

Nothing is pickled.
"""

import json
import re
from typing import Any

from searchkit.article import Article

RECORD = "record"
"""The stored field, to Whoosh, that holds the whole article as JSON."""

HEAD = "head"
STORES = (HEAD, "text", "page")

_UNDECODED = re.compile("[\udc80-\udcff]")
_ESCAPED = re.compile("\0([0-9a-f]{2})")

_OF_PAGE = ("zones", "evidence", "raw")


def split(article: Article) -> tuple[bytes, bytes, bytes]:
    """Return the records of an article, in the order of STORES."""
    head = article.to_record()
    body = head.pop("body", "")
    page = {name: head.pop(name) for name in _OF_PAGE if name in head}
    raw = page.get("raw")
    if raw is not None and body and body in raw:
        # Most bodies stand in the raw text as they are: what surrounds them is enough.
        page["around"] = list(raw.partition(body)[::2])
        del page["raw"]
    return _json(head), body.encode(), _json(page) if page else b""


def join(head: bytes, text: bytes, page: bytes) -> dict[str, Any]:
    """Return the record, as `Article.from_record` takes it, that `split` took apart."""
    body = text.decode()
    record: dict[str, Any] = json.loads(head) | (json.loads(page) if page else {})
    if "around" in record:
        before, after = record.pop("around")
        record["raw"] = before + body + after
    return record | {"body": body}


def stored_fields(head: bytes, text: bytes, page: bytes) -> dict[str, Any]:
    """Return the stored fields of an article as plain Whoosh reads them: one, its whole record as JSON."""
    return {RECORD: json.dumps(join(head, text, page), ensure_ascii=False, separators=(",", ":"))}


def _json(value: dict[str, Any]) -> bytes:
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
