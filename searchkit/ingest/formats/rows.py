"""The values of one row, of JSON Lines or of a table -> its article."""

import json
from collections.abc import Mapping
from typing import Any

from searchkit.article import Article, Evidence
from searchkit.errors import UnreadableError
from searchkit.ingest.facts import Facts

KNOWN = ("id", "title", "date", "source", "text", "url", "lang")
CREDITS = ("agency", "byline", "author")
"""The fields that a row may have. What else it has is kept in `extra`; so are credits that are no names."""


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
    credits = {name: found for name in CREDITS if (found := _names(values.get(name))) is not None}
    agencies, byline, evidence = _credited(credits)
    fields = facts.fields()
    fields |= {"agencies": agencies, "byline": byline, "evidence": (*fields["evidence"], *evidence)}
    used = (*KNOWN, *credits)
    return Article(
        id=default_id if id is None else str(id), title=_string(values, "title"), body=_string(values, "text"),
        path=path, sha256=sha256, url=_string(values, "url") or None, language=facts.language,
        extra={name: value for name, value in values.items() if name not in used}, **fields,
    )  # fmt: skip


def _names(value: object) -> tuple[str, ...] | None:
    """Return names, each once: those of a string or of a list of strings; None for anything else."""
    stated = [] if value is None else [value] if isinstance(value, str) else value
    if not isinstance(stated, list) or not all(isinstance(name, str) for name in stated):
        return None
    return tuple(dict.fromkeys(filter(None, map(str.strip, stated))))


def _credited(
    credits: Mapping[str, tuple[str, ...]],
) -> tuple[tuple[str, ...], str | None, list[Evidence]]:
    """Return the agencies and the byline that credits make, with the evidence for both; an author is a byline too."""
    agencies = credits.get("agency", ())
    bylines = dict.fromkeys(", ".join(credits[name]) for name in ("byline", "author") if credits.get(name))
    evidence = [Evidence("agencies", name, "field", None, True, 1.0) for name in agencies]
    evidence += [Evidence("byline", names, "field", None, place == 0, 1.0) for place, names in enumerate(bylines)]
    return agencies, next(iter(bylines), None), evidence


def _string(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    if value is not None and not isinstance(value, str):
        raise UnreadableError(f"{name!r} must be a string; got {json.dumps(value)[:40]}")
    return value or ""
