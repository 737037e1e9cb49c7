"""Whoosh on a damaged native segment: an error of ours or the right answer, never a crash or a wrong answer."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from whoosh import fields, index, query
from whoosh.filedb.filestore import RamStorage
from whoosh.searching import Searcher

pytest.importorskip("searchkit._native", reason="searchkit._native is not built: no Rust toolchain")

from searchkit import _native
from searchkit.codec.native import NativeCodec
from searchkit.codec.searcher import NativeSearcher
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


Question = Callable[[Any], Any]

ASKED: list[query.Query] = [
    query.Term("body", "storm"),
    query.Phrase("body", ["in", "alaska"], slop=2),
    query.Prefix("body", "1"),
    query.Wildcard("body", "*a"),
    query.FuzzyTerm("body", "numbre", maxdist=2),
    query.And([query.Term("body", "alaska"), query.Not(query.Term("body", "7"))]),
    query.Or([query.Term("body", str(number)) for number in range(20)]),
    query.DateRange("day", datetime(2025, 3, 1), datetime(2025, 6, 1)),
    query.Every("flag"),
]


def searches(asked: query.Query) -> list[Question]:
    return [
        lambda searcher: [(hit.docnum, hit.score, hit.fields()) for hit in searcher.search(asked, limit=5)],
        lambda searcher: searcher.search(asked, sortedby="day", limit=None).top_n,
        lambda searcher: searcher.search(asked, groupedby="id", limit=None).groups("id"),
        lambda searcher: list(searcher.docs_for_query(asked)),
    ]


SEARCHES = [question for asked in ASKED for question in searches(asked)]
"""What any searcher can be asked."""

READINGS: list[Question] = [
    lambda searcher: list(searcher.postings("chars", "warning").items_as("characters")),
    lambda searcher: list(searcher.postings("body", "alaska").items_as("positions")),
    lambda searcher: [(term, info.doc_frequency(), info.max_weight()) for term, info in searcher.reader()],
    lambda searcher: [list(searcher.vector_as("frequency", doc, "body")) for doc in (0, 149)],
    lambda searcher: [searcher.doc_field_length(doc, "body") for doc in (0, 149)],
    lambda searcher: list(searcher.reader().all_stored_fields()),
    lambda searcher: list(searcher.reader().column_reader("id")),
    lambda searcher: list(searcher.reader().column_reader("day", translate=False)),
]
"""What only Whoosh's own classes ask."""


def of_segment(segment: Any) -> list[Question]:
    """Return what the core can be asked of one open segment without a searcher."""
    term = segment.field("body").term(b"alaska")
    return [
        lambda segment: segment.verify(),
        lambda segment: [segment.record(store, 77) for store in segment.stores()],
        lambda segment: [segment.records(store, range(150)) for store in segment.stores()],
        lambda segment: [segment.blob(name) for name in segment.blobs()],
        lambda segment: [segment.int_column(name).values() for name, is_int in segment.columns() if is_int],
        lambda segment: [segment.bytes_column(name).values() for name, is_int in segment.columns() if not is_int],
        lambda segment: [segment.bytes_column(name).ordinals() for name, is_int in segment.columns() if not is_int],
        lambda segment: [field.lengths() for field in segment.fields()],
        lambda segment: [[one.key for one in field.terms(0, 500)] for field in segment.fields()],
        lambda segment: segment.field("body").term(b"alaska").all_docs(),
        lambda segment: segment.field("body").term(b"alaska").all_weights(),
        lambda segment: segment.field("body").term(b"alaska").extremes(),
        lambda segment: [segment.field("body").term(b"alaska").bounds(block) for block in range(term.block_count)],
        lambda segment: segment.field("body").term(b"alaska").block_positions(1),
        lambda segment: segment.field("body").term(b"alaska").positions(0, 99),
        lambda segment: segment.field("chars").term(b"warning").values(1),
    ]


def answers(opened: Callable[[], Any], questions: list[Question], name: str) -> list[Any]:
    """Return the answer to each question; where there is an error that names the file, its class."""
    found = []
    for question in questions:
        try:
            found.append(question(opened()))
        except (CorruptIndexError, IndexVersionError) as error:
            found.append(type(error) if name in str(error) else error)
    return found


@pytest.fixture(scope="module")
def written() -> tuple[index.FileIndex, str, bytes]:
    ix = build()
    (name,) = (name for name in ix.storage.list() if name.endswith(".skt"))
    return ix, name, ix.storage.files[name]


@pytest.fixture(scope="module", params=["whoosh", "native", "core"])
def ask(request: pytest.FixtureRequest, written: tuple[index.FileIndex, str, bytes]) -> Callable[[bytes], list[Any]]:
    """Return what asks everything there is of a segment with these bytes."""
    ix, name, content = written
    if request.param == "core":
        questions = of_segment(_native.Segment.from_bytes(name, content))
        return lambda altered: answers(lambda: _native.Segment.from_bytes(name, altered), questions, name)
    searcher, questions = (
        (Searcher, SEARCHES[:12] + READINGS) if request.param == "whoosh" else (NativeSearcher, SEARCHES)
    )

    def of_index(altered: bytes) -> list[Any]:
        ix.storage.files[name] = altered
        return answers(lambda: searcher(ix.reader()), questions, name)

    return of_index


def test_a_flipped_byte_is_an_error_or_does_not_matter(
    ask: Callable[[bytes], list[Any]], written: tuple[index.FileIndex, str, bytes]
) -> None:
    content = written[2]
    expected = ask(content)
    assert not {CorruptIndexError, IndexVersionError}.intersection(filter(callable, expected))
    seen = [0] * len(expected)
    for at in range(0, len(content), max(1, len(content) // 400)):
        found = ask(content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :])
        for number, (answer, right) in enumerate(zip(found, expected, strict=True)):
            assert answer in (CorruptIndexError, IndexVersionError) or answer == right, (at, number)
            seen[number] += answer != right
    assert min(seen) > 0  # each question meets damage


def test_a_shortened_file_is_an_error(
    ask: Callable[[bytes], list[Any]], written: tuple[index.FileIndex, str, bytes]
) -> None:
    content = written[2]
    for size in [0, 1, 63, *range(64, len(content), len(content) // 40), len(content) - 1]:
        assert set(ask(content[:size])) == {CorruptIndexError}


def test_another_segments_file_is_an_error(written: tuple[index.FileIndex, str, bytes]) -> None:
    ix, name, _ = written
    other = index.FileIndex.create(RamStorage(), fields.Schema(id=fields.ID), "main")
    with other.writer(codec=NativeCodec()) as writer:
        writer.add_document(id="a")
    (ix.storage.files[name],) = (content for file, content in other.storage.files.items() if file.endswith(".skt"))
    assert set(answers(ix.searcher, SEARCHES, name)) == {CorruptIndexError}
