"""Whoosh on a damaged native segment: an error of ours or the right answer, never a crash or a wrong answer."""

from datetime import datetime
from typing import Any

import pytest
from whoosh import fields, index, query
from whoosh.filedb.filestore import RamStorage

pytest.importorskip("searchkit._native", reason="searchkit._native is not built: no Rust toolchain")

from searchkit.codec.native import NativeCodec
from searchkit.errors import CorruptIndexError, IndexVersionError


def build() -> index.FileIndex:
    schema = fields.Schema(
        id=fields.ID(stored=True, sortable=True),
        body=fields.TEXT(stored=True, vector=True),
        chars=fields.TEXT(chars=True),
        day=fields.DATETIME(sortable=True),
        flag=fields.BOOLEAN(stored=True),
    )
    ix = index.FileIndex.create(RamStorage(), schema, "main")
    with ix.writer(codec=NativeCodec()) as writer:
        for number in range(150):
            writer.add_document(
                id=str(number), body=f"storm number {number} in alaska " * (1 + number % 3), chars="storm warning",
                day=datetime(2025, 1 + number % 12, 1), flag=number % 2 == 0,
            )  # fmt: skip
    return ix


def answers(ix: index.FileIndex) -> list[Any]:
    """Ask everything a searcher can be asked."""
    with ix.searcher() as searcher:
        asked = [query.Term("body", "storm"), query.Phrase("body", ["in", "alaska"]), query.Prefix("body", "1")]
        ranked = [[(hit.docnum, hit.score, hit.fields()) for hit in searcher.search(one, limit=5)] for one in asked]
        spans = [list(searcher.postings("chars", "warning").items_as("characters"))]
        by_day = searcher.search(query.Every(), sortedby="day", groupedby="day", limit=None)
        sorted_by_id = [hit.docnum for hit in searcher.search(query.Every("flag"), sortedby="id", limit=None)]
        terms = [(term, info.doc_frequency(), info.max_weight()) for term, info in searcher.reader()]
        vectors = [list(searcher.vector_as("frequency", doc, "body")) for doc in (0, 149)]
        return [ranked, spans, list(by_day.top_n), by_day.groups("day"), sorted_by_id, terms, vectors]


def outcome(ix: index.FileIndex, name: str, content: bytes) -> Any:
    ix.storage.files[name] = content
    try:
        return answers(ix)
    except (CorruptIndexError, IndexVersionError) as error:
        return type(error) if name in str(error) else error


@pytest.fixture(scope="module")
def segment() -> tuple[index.FileIndex, str, bytes, list[Any]]:
    ix = build()
    (name,) = (name for name in ix.storage.list() if name.endswith(".skt"))
    return ix, name, ix.storage.files[name], answers(ix)


def test_a_flipped_byte_is_an_error_or_does_not_matter(segment: Any) -> None:
    ix, name, content, expected = segment
    outcomes = []
    for at in range(0, len(content), max(1, len(content) // 400)):
        flipped = content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :]
        outcomes.append(outcome(ix, name, flipped))
    assert all(seen in (CorruptIndexError, IndexVersionError, expected) for seen in outcomes)
    assert outcomes.count(CorruptIndexError) > len(outcomes) / 2  # the rest are zeros between sections


def test_a_shortened_file_is_an_error(segment: Any) -> None:
    ix, name, content, _ = segment
    for size in [0, 1, 63, *range(64, len(content), len(content) // 40), len(content) - 1]:
        assert outcome(ix, name, content[:size]) is CorruptIndexError


def test_another_segments_file_is_an_error(segment: Any) -> None:
    ix, name, _, _ = segment
    other = index.FileIndex.create(RamStorage(), fields.Schema(id=fields.ID), "main")
    with other.writer(codec=NativeCodec()) as writer:
        writer.add_document(id="a")
    (content,) = (content for name, content in other.storage.files.items() if name.endswith(".skt"))
    assert outcome(ix, name, content) is CorruptIndexError
