"""JSON Lines: one article a line, an object with `id`, `title`, `date`, `source`, `text`, and also `url`, `lang`."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from searchkit.article import UNKNOWN, Article, Evidence
from searchkit.errors import ArticleError, UnreadableError
from searchkit.ingest.dates import day_in_words, iso_day
from searchkit.ingest.files import Candidate, Skipped

_KNOWN = frozenset(("id", "title", "date", "source", "text", "url", "lang"))


def read(candidate: Candidate, content: bytes) -> Iterator[Article | Skipped]:
    """Yield the article of every row; a row that cannot be read comes as Skipped, with its line."""
    start, number = 0, 0
    while start < len(content):  # not splitlines(): a copy of a file of gigabytes
        end = content.find(b"\n", start)
        end = len(content) if end < 0 else end
        row, number, start = content[start:end], number + 1, end + 1
        if not row.strip():
            continue
        try:
            yield _article(row, f"{candidate.relative}#{number}", candidate.path)
        except (UnreadableError, ArticleError) as error:
            yield Skipped(f"{candidate.path}:{number}", str(error))


def _article(row: bytes, default_id: str, path: str) -> Article:
    values = _object(row)
    day, evidence = _date(values.get("date"))
    id = values.get("id")
    source = _string(values, "source").strip()
    if source:
        evidence = (*evidence, Evidence("source", source, "field"))
    return Article(
        id=default_id if id is None else str(id), title=_string(values, "title"), body=_string(values, "text"),
        date=day, source=source or UNKNOWN, path=path, sha256=hashlib.sha256(row).hexdigest(),
        url=_string(values, "url") or None, language=_string(values, "lang") or None, evidence=evidence,
        extra={name: value for name, value in values.items() if name not in _KNOWN},
    )  # fmt: skip


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


def _string(values: dict[str, Any], name: str) -> str:
    value = values.get(name)
    if value is not None and not isinstance(value, str):
        raise UnreadableError(f"{name!r} must be a string; got {json.dumps(value)[:40]}")
    return value or ""


def _date(value: Any) -> tuple[Any, tuple[Evidence, ...]]:
    if value in (None, ""):
        return None, ()
    day = iso_day(value) or day_in_words(value) if isinstance(value, str) else None
    return day, (Evidence("date", day.isoformat() if day else str(value), "field", None, day is not None,
                          0.99 if day else 0.0),)  # fmt: skip
