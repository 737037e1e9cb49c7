"""The values of one row, of JSON Lines or of a table -> its article."""

import json
from collections.abc import Mapping
from typing import Any

from searchkit.article import Article, Evidence
from searchkit.errors import UnreadableError
from searchkit.ingest.facts import Facts

KNOWN = ("id", "title", "date", "source", "text", "url", "lang")
"""The fields that a row may have. What else it has is kept in `extra`."""


def article(
    values: Mapping[str, Any], *, default_id: str, path: str, sha256: str, encoding: tuple[Evidence, ...] = ()
) -> Article:
    """Return the article of a row. Raises UnreadableError, or ArticleError, with the reason.

    What its fields do not state stays empty, whatever its address or its text would tell: the native core, which reads
    most of the rows, has no more than the fields.
    """
    id = values.get("id")
    facts = Facts(_string(values, "lang") or None)
    facts.date(values.get("date"), "field")
    facts.source(_string(values, "source"), "field")
    facts.note(*encoding)
    return Article(
        id=default_id if id is None else str(id), title=_string(values, "title"), body=_string(values, "text"),
        path=path, sha256=sha256, url=_string(values, "url") or None, language=facts.language,
        extra={name: value for name, value in values.items() if name not in KNOWN}, **facts.fields(),
    )  # fmt: skip


def _string(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    if value is not None and not isinstance(value, str):
        raise UnreadableError(f"{name!r} must be a string; got {json.dumps(value)[:40]}")
    return value or ""
