"""whoosh3 on its own codec, with its own parser, collectors and highlighter."""

import json
from datetime import date
from pathlib import Path

import whoosh
from whoosh import columns, fields, index, qparser, query, sorting
from whoosh.analysis import StemmingAnalyzer

from benchmarks.queries import Question


def _schema() -> fields.Schema:
    analyzer = StemmingAnalyzer(stoplist=None)
    return fields.Schema(
        id=fields.ID(stored=True),
        title=fields.TEXT(analyzer=analyzer, stored=True, field_boost=2.0),
        text=fields.TEXT(analyzer=analyzer, stored=True),
        date=fields.NUMERIC(int, stored=True, sortable=True),
        source=fields.ID(stored=True, sortable=columns.RefBytesColumn()),
    )


class Whoosh3:
    """The best of Whoosh: one process with a large pool, one optimised segment."""

    version = ".".join(map(str, whoosh.__version__))

    def build(self, rows: Path, folder: Path) -> None:
        writer = index.create_in(str(folder), _schema()).writer(limitmb=256)
        with rows.open(encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                row["date"] = date.fromisoformat(row["date"]).toordinal() if "-" in row["date"] else 0
                writer.add_document(**row)
        writer.commit(optimize=True)

    def open(self, folder: Path) -> None:
        opened = index.open_dir(str(folder))
        self.searcher = opened.searcher()
        self.parser = qparser.MultifieldParser(["title", "text"], opened.schema)
        self.parser.add_plugin(qparser.FuzzyTermPlugin())

    def ask(self, question: Question) -> int | None:
        parsed = self.parser.parse(_text(question))
        if question.since and question.until:
            first, last = (date.fromisoformat(day).toordinal() for day in (question.since, question.until))
            results = self.searcher.search(parsed, limit=10, filter=query.NumericRange("date", first, last))
        elif question.kind == "count":
            return len(list(self.searcher.docs_for_query(parsed)))
        elif question.kind == "facets":
            facets = sorting.Facets().add_field("source", maptype=sorting.Count)
            facets.add_facet("date", sorting.FieldFacet("date", maptype=sorting.Count))
            results = self.searcher.search(parsed, limit=10, groupedby=facets)
            _ = results.groups("source"), results.groups("date")
        elif question.kind == "newest":
            results = self.searcher.search(parsed, limit=10, sortedby="date", reverse=True)
        else:
            results = self.searcher.search(parsed, limit=10)
        for hit in results:
            _ = hit["id"], hit["title"], hit["date"], hit["source"]
            if question.kind == "passages":
                _ = hit.highlights("text", top=3)
        return None


def _text(question: Question) -> str:
    text = " ".join(question.words)
    match question.kind:
        case "or":
            return " OR ".join(question.words)
        case "phrase":
            return f'"{text}"'
        case "prefix":
            return f"{text}*"
        case "fuzzy":
            return f"{text}~1"
    return text


def make() -> Whoosh3:
    return Whoosh3()
