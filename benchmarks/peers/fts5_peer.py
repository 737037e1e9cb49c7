"""SQLite FTS5: Porter stemming, one optimised segment, date and source in an indexed table beside it."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from benchmarks.queries import Question

SCHEMA = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA page_size = 8192;
CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT, title TEXT, text TEXT, date TEXT, source TEXT);
CREATE VIRTUAL TABLE words USING fts5(title, text, content='articles', content_rowid='number',
                                      tokenize='porter unicode61 remove_diacritics 2', prefix='4');
"""
BEST = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, 2.0, 1.0) LIMIT 10"
SHOWN = "SELECT id, title, date, source FROM articles WHERE number = ?"
SHOW = "SELECT id, articles.title, date, source"
MATCHING = "FROM words JOIN articles ON number = words.rowid WHERE words MATCH ?"


class Fts5:
    """SQL as an expert would write it."""

    version = sqlite3.sqlite_version

    def build(self, rows: Path, folder: Path) -> None:
        database = sqlite3.connect(folder / "articles.db")
        database.executescript(SCHEMA)
        with database:
            database.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?)", _rows(rows))
            database.execute("INSERT INTO words(rowid, title, text) SELECT number, title, text FROM articles")
        with database:
            database.execute("INSERT INTO words(words) VALUES ('optimize')")
            database.executescript("CREATE INDEX dates ON articles(date); ANALYZE")
        database.close()

    def open(self, folder: Path) -> None:
        self.database = sqlite3.connect(folder / "articles.db")
        self.database.executescript("PRAGMA cache_size = -400000; PRAGMA mmap_size = 4000000000")

    def ask(self, question: Question) -> int | None:
        match, run = _match(question), self.database.execute
        if question.kind == "count":
            return int(run("SELECT count(*) FROM words WHERE words MATCH ?", (match,)).fetchone()[0])
        if question.kind == "newest":
            found = run(f"{SHOW} {MATCHING} ORDER BY date DESC LIMIT 10", (match,)).fetchall()
        elif question.kind == "dated":
            order = "AND date BETWEEN ? AND ? ORDER BY bm25(words, 2.0, 1.0) LIMIT 10"
            found = run(f"{SHOW} {MATCHING} {order}", (match, question.since, question.until))
            found = found.fetchall()
        elif question.kind == "passages":
            snippets = "snippet(words, 1, '[', ']', '...', 40)"
            order = "ORDER BY bm25(words, 2.0, 1.0) LIMIT 10"
            found = run(f"{SHOW}, {snippets} {MATCHING} {order}", (match,)).fetchall()
        else:
            found = [run(SHOWN, row).fetchone() for row in run(BEST, (match,)).fetchall()]
        if question.kind == "facets":
            run(f"SELECT source, count(*) {MATCHING} GROUP BY source", (match,)).fetchall()
            run(f"SELECT substr(date, 1, 7), count(*) {MATCHING} GROUP BY 1", (match,)).fetchall()
        _ = found
        return None


def _match(question: Question) -> str:
    quoted = [f'"{word}"' for word in question.words]
    match question.kind:
        case "or":
            return " OR ".join(quoted)
        case "phrase":
            return '"' + " ".join(question.words) + '"'
        case "prefix":
            return quoted[0] + " *"
        case "fuzzy":
            raise NotImplementedError("FTS5 has no fuzzy search")
    return " ".join(quoted)


def _rows(path: Path) -> Iterator[tuple[int, str, str, str, str, str]]:
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file):
            row = json.loads(line)
            yield number, row["id"], row["title"], row["text"], row["date"], row["source"]


def make() -> Fts5:
    return Fts5()
