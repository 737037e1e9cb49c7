"""tantivy-py: two writer threads, one merged segment, counting only where the question is to count."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import tantivy

from benchmarks.queries import Question

HEAP = 800_000_000  # the writer's memory: most of the gigabyte that searchkit may use
BOOSTS = {"title": 2.0, "text": 1.0}
FACETS = {
    "source": {"terms": {"field": "source", "size": 1000}},
    "month": {"terms": {"field": "month", "size": 1000}},
}


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("title", stored=True, tokenizer_name="en_stem", index_option="position")
    builder.add_text_field("text", stored=True, tokenizer_name="en_stem", index_option="position")
    builder.add_text_field("source", stored=True, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("day", stored=True, indexed=True, fast=True)
    builder.add_integer_field("month", stored=False, indexed=False, fast=True)
    return builder.build()


class Tantivy:
    """The rows are turned into tantivy's own JSON before the clock starts: `add_json` is its fastest way in."""

    version = tantivy.__version__ if hasattr(tantivy, "__version__") else "0.27"

    def build(self, rows: Path, folder: Path) -> None:
        index = tantivy.Index(_schema(), path=str(folder))
        writer = index.writer(HEAP, 2)
        with rows.with_suffix(".tantivy").open(encoding="utf-8") as file:
            for line in file:
                writer.add_json(line)
        writer.commit()
        writer.wait_merging_threads()

    @staticmethod
    def prepare(rows: Path) -> None:
        """Write the rows as tantivy's documents, beside the rows."""
        prepared = rows.with_suffix(".tantivy")
        if prepared.exists():
            return
        with rows.open(encoding="utf-8") as source, prepared.open("w", encoding="utf-8") as target:
            for line in source:
                row = json.loads(line)
                day = row.pop("date")
                row["day"] = date.fromisoformat(day).toordinal() if "-" in day else 0
                row["month"] = int(day[:4]) * 12 + int(day[5:7]) if "-" in day else 0
                target.write(json.dumps(row, ensure_ascii=False) + "\n")

    def open(self, folder: Path) -> None:
        self.schema = _schema()
        self.index = tantivy.Index.open(str(folder))
        self.index.reload()
        self.searcher = self.index.searcher()

    def ask(self, question: Question) -> int | None:
        query, searcher = self._query(question), self.searcher
        if question.kind == "facets":
            found = searcher.search(query, 10, count=True)
            self._show(found)
            counts = searcher.aggregate(query, FACETS)
            _ = [(bucket["key"], bucket["doc_count"]) for name in FACETS for bucket in counts[name]["buckets"]]
            return int(found.count)
        if question.kind == "count":
            return int(searcher.search(query, 1, count=True).count)
        order = {"order_by_field": "day"} if question.kind == "newest" else {}
        found = searcher.search(query, 10, count=False, **order)
        self._show(found, query if question.kind == "passages" else None)
        return None

    def _query(self, question: Question) -> Any:
        text = " ".join(question.words)
        match question.kind:
            case "or":
                text = " OR ".join(question.words)
            case "phrase":
                text = f'"{text}"'
            case "prefix":
                pattern = question.words[0] + ".*"
                parts = [tantivy.Query.regex_query(self.schema, name, pattern) for name in BOOSTS]
                return tantivy.Query.boolean_query([(tantivy.Occur.Should, part) for part in parts])
            case "fuzzy":
                parts = [tantivy.Query.fuzzy_term_query(self.schema, name, text, distance=1) for name in BOOSTS]
                return tantivy.Query.boolean_query([(tantivy.Occur.Should, part) for part in parts])
        query = self.index.parse_query(text, list(BOOSTS), BOOSTS, conjunction_by_default=True)
        if question.since and question.until:
            first, last = (date.fromisoformat(day).toordinal() for day in (question.since, question.until))
            days = tantivy.Query.range_query(self.schema, "day", tantivy.FieldType.Integer, first, last)
            days = tantivy.Query.const_score_query(days, 0.0)
            query = tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, days)])
        return query

    def _show(self, found: Any, snippets_for: Any = None) -> None:
        generator = snippets_for and tantivy.SnippetGenerator.create(self.searcher, snippets_for, self.schema, "text")
        for _, address in found.hits:
            document = self.searcher.doc(address)
            _ = document["id"], document["title"], document["day"], document["source"]
            if generator:
                snippet = generator.snippet_from_doc(document)
                _ = snippet.fragment(), [(mark.start, mark.end) for mark in snippet.highlighted()]


def make() -> Tantivy:
    return Tantivy()
