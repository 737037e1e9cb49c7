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


def rows(path: str) -> Iterator[tuple[int, bytes]]:
    """Yield the number of every line that is not blank, from 1, and its bytes without the line break.

    One line is in memory at a time. Raises UnreadableError when the file cannot be read.
    """
    try:
        with open(path, "rb") as file:
            for number, line in enumerate(file, 1):
                row = line.removesuffix(b"\n")
                if row.strip():
                    yield number, row
    except OSError as error:
        raise UnreadableError(f"cannot read the file: {error.strerror}") from error


def article(candidate: Candidate, number: int, row: bytes) -> Article | Skipped:
    """Return the article of a row; a row that cannot be read comes as Skipped, with its line."""
    try:
        return _article(row, f"{candidate.relative}#{number}", candidate.path)
    except (UnreadableError, ArticleError) as error:
        return Skipped(f"{candidate.path}:{number}", str(error))


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
