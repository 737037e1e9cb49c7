"""What a native segment stores of an article: three records, so that nothing is opened that is not asked for.

* head   what a list of results shows, as JSON
* text   the body
* page   what only `show` needs: the raw text, zones and evidence, as JSON

Nothing is pickled.
"""

import json
from typing import Any

from searchkit.article import Article

STORES = ("head", "text", "page")

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


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
