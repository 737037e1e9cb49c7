"""The table of fields as a Whoosh schema, and an article as a Whoosh document."""

import datetime
import json
from typing import Any

from whoosh import columns, fields

from searchkit.analysis import STEMMERS, stems
from searchkit.article import Article
from searchkit.codec.analyzers import ExactAnalyzer, PlacesAnalyzer, StemAnalyzer, TermAnalyzer, WordAnalyzer
from searchkit.codec.record import RECORD
from searchkit.copies import COPY_KEY, copy_key
from searchkit.fields import FIELDS, Field, places_field, stems_field, words_field

UNDATED = 0
"""The day number of an article without a date; day 1 is the first of January of the year 1."""


def schema() -> fields.Schema:
    """Return the Whoosh schema of an index."""
    result = fields.Schema()
    for field in FIELDS.values():
        for name, kind in _whoosh_fields(field).items():
            result.add(name, kind)
    # What an update needs to know of every article, without opening it.
    result.add("path", fields.COLUMN(columns.VarBytesColumn()))
    result.add("sha256", fields.COLUMN(columns.VarBytesColumn()))
    # What copies have in common.
    result.add(COPY_KEY, fields.COLUMN(columns.NumericColumn("I", default=0)))
    result.add(RECORD, fields.STORED())
    return result


def _whoosh_fields(field: Field) -> dict[str, fields.FieldType]:
    match field.kind:
        case "text":
            terms = fields.TEXT(analyzer=TermAnalyzer(), phrase=True)
            words = fields.ID(analyzer=WordAnalyzer())  # which documents have them, and nothing else
            stems = fields.TEXT(analyzer=StemAnalyzer(), phrase=True)
            beside = {words_field(field.name): words, stems_field(field.name): stems}
            if not field.part_of:
                places = fields.TEXT(analyzer=PlacesAnalyzer(), phrase=True)
                places.scorable = False  # it has no length that a score could go by
                beside[places_field(field.name)] = places
            return {field.name: terms, **beside}
        case "exact":
            # Not Whoosh's column for values that repeat: that one drops all different values after the 65,535th.
            return {field.name: fields.ID(analyzer=ExactAnalyzer(), sortable=columns.VarBytesColumn())}
        case "id":
            return {field.name: fields.ID(unique=True, sortable=columns.VarBytesColumn())}
        case "day":
            return {field.name: fields.NUMERIC(int, bits=32, signed=False, sortable=True, default=UNDATED)}


def document(article: Article) -> dict[str, Any]:
    """Return the article as keyword arguments of a Whoosh writer."""
    values: dict[str, Any] = {
        "path": (article.path or "").encode("utf-8", "surrogateescape"),
        "sha256": (article.sha256 or "").encode(),
        COPY_KEY: copy_key(article.title, article.body),
        RECORD: json.dumps(article.to_record(), ensure_ascii=False, separators=(",", ":")),
    }
    for field in FIELDS.values():
        value = field.value(article)
        if isinstance(value, datetime.date):
            values[field.name] = value.toordinal()
        elif value:
            values[field.name] = value
            if field.kind == "text":
                values[words_field(field.name)] = value
                if not field.part_of:
                    values[places_field(field.name)] = value
                if article.language in STEMMERS:
                    values[stems_field(field.name)] = stems(article.language, value)
    return values


def article(stored: dict[str, Any]) -> Article:
    """Return the article from the stored fields of its document."""
    return Article.from_record(json.loads(stored[RECORD]))
