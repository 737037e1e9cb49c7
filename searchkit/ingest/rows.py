"""The values of one row, of JSON Lines or of a table -> its article."""

import json
from collections.abc import Mapping
from typing import Any

from searchkit.article import UNKNOWN, Article, Evidence
from searchkit.errors import UnreadableError
from searchkit.ingest.stated import day

KNOWN = ("id", "title", "date", "source", "text", "url", "lang")
"""The fields that a row may have. What else it has is kept in `extra`."""


def article(values: Mapping[str, Any], *, default_id: str, path: str, sha256: str) -> Article:
    """Return the article of a row. Raises UnreadableError, or ArticleError, with the reason."""
    published, evidence = day(values.get("date"), "field")
    id = values.get("id")
    source = _string(values, "source").strip()
    if source:
        evidence = (*evidence, Evidence("source", source, "field"))
    return Article(
        id=default_id if id is None else str(id), title=_string(values, "title"), body=_string(values, "text"),
        date=published, source=source or UNKNOWN, path=path, sha256=sha256,
        url=_string(values, "url") or None, language=_string(values, "lang") or None, evidence=evidence,
        extra={name: value for name, value in values.items() if name not in KNOWN},
    )  # fmt: skip


def _string(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    if value is not None and not isinstance(value, str):
        raise UnreadableError(f"{name!r} must be a string; got {json.dumps(value)[:40]}")
    return value or ""
