"""The native core gives a text the same key as searchkit.copies, and finds the documents that share one."""

import json
import zlib
from array import array
from datetime import date
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from searchkit import Article
from searchkit.codec import record
from searchkit.copies import Candidate, Member, copy_key, copy_text, grouped
from searchkit.engines.native_writer import BUILD_FIELDS, _values
from tests.native.test_lead import BODIES, NEAR_SPACE, SPACES

LONG = "A leak was found and mended by the crew."
# The last two are texts of one key.
TEXTS = ["", "gas", "gas ", LONG, f"{LONG}\n", f" {LONG}", "plumless " * 9, "buckeroo " * 9]
SHORT = st.lists(st.sampled_from(["gas", " ", "\u3000", "é", "京" * 39, "\n"]), max_size=9).map("".join)


@settings(max_examples=1000, deadline=None)
@given(BODIES | SHORT, BODIES | SHORT)
@example("", "".join(f"word{space}" for space in [*SPACES, *NEAR_SPACE]))
@example("\x85a\u2000b", "京" * 79)
@example("\x85a\u2000b", "京" * 80)
def test_any_text(native: ModuleType, title: str, body: str) -> None:
    assert native.copy_text(title, body) == copy_text(title, body)
    assert native.copy_key(title, body) == copy_key(title, body)


def _keys(segment: Any) -> list[int]:
    return array("q", segment.int_column("copy_key").values()).tolist()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(SHORT, BODIES | SHORT), min_size=1, max_size=20))
def test_rows_that_the_core_reads_have_the_keys_of_articles(
    native: ModuleType, tmp_path_factory: Any, texts: list[tuple[str, str]]
) -> None:
    folder: Path = tmp_path_factory.mktemp("built")
    rows = folder / "rows.jsonl"
    values = [{"id": f"{n:03}", "title": title, "text": body} for n, (title, body) in enumerate(texts)]
    rows.write_text("".join(json.dumps(row) + "\n" for row in values))
    by_row, by_article = (native.Builder(BUILD_FIELDS, record.STORES, folder, sync=False) for _ in range(2))
    by_row.add_lines(rows, name="rows", stored_path=str(rows))
    articles = [Article(id=f"{n:03}", title=title, body=body) for n, (title, body) in enumerate(texts)]
    by_article.add([(_values(article), list(record.split(article))) for article in articles])
    expected = [copy_key(title, body) for title, body in texts]
    for name, builder in (("rows.skt", by_row), ("articles.skt", by_article)):
        builder.finish(folder / name)
        assert _keys(native.Segment.open(folder / name)) == expected


COMMITS = st.lists(
    st.lists(st.tuples(st.sampled_from(["", "A gas leak"]), st.sampled_from(TEXTS), st.integers(0, 3)), max_size=8),
    min_size=1, max_size=4,
)  # fmt: skip
"""Commits of articles: the title, the text, and which day and file it is of."""


@settings(max_examples=200, deadline=None)
@given(COMMITS, st.data())
def test_groups_are_those_of_the_specification(
    native: ModuleType, tmp_path_factory: Any, commits: list[list[tuple[str, str, int]]], data: st.DataObject
) -> None:
    folder: Path = tmp_path_factory.mktemp("copies")
    candidates: list[list[Candidate]] = []
    segments = []
    for number, commit in enumerate(commits):
        builder = native.Builder(BUILD_FIELDS, record.STORES, folder, sync=False)
        articles = [_article(f"{at:02}-{number}", *values) for at, values in enumerate(commit)]
        builder.add([(_values(article), list(record.split(article))) for article in articles])
        builder.finish(folder / f"{number}.skt")
        segment = native.Segment.open(folder / f"{number}.skt")
        ids = [(segment.bytes_column("id") or {})[document].decode() for document in range(len(articles))]
        deleted = {id for id in ids if data.draw(st.booleans(), label=f"{id} is deleted")}
        bits = sum(1 << document for document, id in enumerate(ids) if id in deleted)
        segments.append((segment, bits.to_bytes(1, "little")))
        candidates.append([_candidate(article) for article in articles if article.id not in deleted])
    first = data.draw(st.integers(0, len(commits)), label="first")
    new = {_key(candidate) for commit in candidates[first:] for candidate in commit}
    key_of = {candidate.id: _key(candidate) for commit in candidates for candidate in commit}
    expected = [group for group in grouped(chain.from_iterable(candidates)) if key_of[group[0].id] in new]
    found = [Member.of_rows(rows) for rows in native.copy_groups(segments, first)]
    assert sorted(found) == sorted(expected)


def _article(id: str, title: str, body: str, number: int) -> Article:
    day = date(2025, 11, 1 + number) if number else None
    return Article(id=id, title=title, body=body, date=day, sha256=f"{number:064x}" if number else None)


def _candidate(article: Article) -> Candidate:
    day = article.date.toordinal() if article.date else 0
    return Candidate(article.id, day, article.source, article.sha256, copy_text(article.title, article.body))


def _key(candidate: Candidate) -> int:
    return zlib.crc32(candidate.text.encode())


def test_an_index_without_keys_has_no_copies(native: ModuleType, tmp_path: Path) -> None:
    native.SegmentWriter(tmp_path / "1", 3).finish()
    assert native.copy_groups([(native.Segment.open(tmp_path / "1"), b"")], 0) == native.copy_groups([], 0) == []
