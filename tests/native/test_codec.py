"""The native codec under plain Whoosh."""

import pickle
import sys
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from whoosh import columns, fields, index, query
from whoosh.codec import base
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import RamStorage
from whoosh.matching import ReadTooFar

pytest.importorskip("searchkit._native", reason="searchkit._native is not built: no Rust toolchain")

import searchkit
from searchkit.codec.native import NativeCodec
from searchkit.codec.segment import NativeSegment
from searchkit.codec.terms_reader import NativeAutomata
from searchkit.errors import ArchiveError

CODEC = NativeCodec()


def add(ix: index.FileIndex, *documents: dict[str, Any], codec: Any = CODEC, **mode: Any) -> None:
    with ix.writer(codec=codec) as writer:
        for name, value in mode.items():
            setattr(writer, name, value)
        for document in documents:
            writer.add_document(**document)


def in_memory(**schema: Any) -> index.FileIndex:
    return index.FileIndex.create(RamStorage(), fields.Schema(**schema), "main")


def found(ix: index.FileIndex, asked: query.Query) -> list[Any]:
    with ix.searcher() as searcher:
        return [hit["id"] for hit in searcher.search(asked, limit=None)]


def core(ix: index.FileIndex) -> Any:
    (segment,) = ix._segments()
    return segment.open_core(ix.storage)


ID = fields.ID(stored=True)


def test_plain_whoosh_opens_what_the_codec_wrote(tmp_path: Path) -> None:
    ix = index.create_in(tmp_path, fields.Schema(id=ID, body=fields.TEXT))
    add(ix, {"id": "a", "body": "storm in alaska"}, {"id": "b", "body": "talks"})
    assert found(index.open_dir(tmp_path), query.Term("body", "storm")) == ["a"]


def test_a_segment_is_one_file_and_merging_leaves_no_other(tmp_path: Path) -> None:
    ix = index.create_in(tmp_path, fields.Schema(id=ID, n=fields.NUMERIC(sortable=True)))
    add(ix, {"id": "a", "n": 1})
    add(ix, {"id": "b", "n": 2}, merge=False)
    assert len(list(tmp_path.glob("*.skt"))) == 2
    add(ix, optimize=True)
    assert sorted(path.suffix for path in tmp_path.iterdir() if path.is_file()) == [
        "",
        ".skt",
        ".toc",
    ]  # the lock has none


def test_segments_of_whooshs_codec_stand_beside_ours_until_they_are_merged() -> None:
    ix = in_memory(id=ID, body=fields.TEXT)
    add(ix, {"id": "a", "body": "storm"}, codec=W3Codec())
    add(ix, {"id": "b", "body": "storm"}, merge=False)
    assert found(ix, query.Term("body", "storm")) == ["a", "b"]
    add(ix, optimize=True)
    assert found(ix, query.Term("body", "storm")) == ["a", "b"]
    assert [type(segment) for segment in ix._segments()] == [NativeSegment]


def test_the_readers_of_a_segment_share_one_open_file() -> None:
    ix = in_memory(id=ID)
    add(ix, {"id": "a"})
    (segment,) = ix._segments()
    opened = segment.open_core(ix.storage)
    assert segment.open_core(ix.storage) is opened


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    ix = index.create_in(tmp_path, fields.Schema(id=ID))
    add(ix, {"id": "a"})
    next(tmp_path.glob("*.skt")).unlink()
    with pytest.raises(FileNotFoundError):
        ix.searcher()


def test_without_the_core_an_index_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    ix = in_memory(id=ID)
    add(ix, {"id": "a"})
    monkeypatch.setitem(sys.modules, "searchkit._native", None)
    monkeypatch.delattr(searchkit, "_native")
    with pytest.raises(ArchiveError, match="native core, which is not installed"):
        ix.searcher()


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        (fields.TEXT(), "storm storm", "text"),
        (fields.TEXT(phrase=False), "storm storm", "docs"),
        (fields.KEYWORD(), "storm", "docs"),
        (fields.NUMERIC(), 3, "docs"),
        (fields.TEXT(chars=True), "storm", "values"),
        (fields.TEXT(field_boost=2.0), "storm", "values"),
    ],
)
def test_postings_take_the_smallest_form_that_holds_them(field: Any, value: Any, kind: str) -> None:
    ix = in_memory(body=field)
    add(ix, {"body": value})
    assert core(ix).field("body").kind == kind


def test_a_boost_in_a_late_posting_keeps_all_earlier_ones() -> None:
    ix = in_memory(id=ID, body=fields.TEXT)
    early = [{"id": str(number), "body": "alaska storm"} for number in range(200)]
    add(ix, *early, {"id": "late", "body": "storm", "_body_boost": 2.0})
    assert core(ix).field("body").kind == "values"
    assert len(found(ix, query.Phrase("body", ["alaska", "storm"]))) == 200
    assert found(ix, query.Term("body", "storm"))[0] == "late"


# Stored values

VALUES = [
    None, True, 3, 10**40, 2.5, "Война \ud800", b"\0\xff", [1, [2]], (1, "a"), {"a": (1,)}, {1: "a"},
    {"!": "dict"}, {1, 2}, frozenset("a"), date(2025, 11, 20), datetime(2025, 11, 20, 1, 2, 3, 4),
    datetime(2025, 11, 20, tzinfo=UTC), timedelta(1, 2, 3), Decimal("1.10"), 1 + 2j, bytearray(b"a"),
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_stored_values_come_back_with_their_type(value: Any) -> None:
    ix = in_memory(id=ID, kept=fields.STORED())
    add(ix, {"id": "a", "kept": [value]})
    with ix.searcher() as searcher:
        assert repr(searcher.document(id="a")["kept"]) == repr([value])


def test_a_value_that_cannot_be_stored_is_refused_by_the_name_of_its_type() -> None:
    ix = in_memory(id=ID, kept=fields.STORED())
    with ix.writer(codec=CODEC) as writer:
        with pytest.raises(ValueError, match=r"pathlib\.\w*Path"):
            writer.add_document(id="a", kept=Path("x"))
        writer.add_document(id="b")
    assert found(ix, query.Every()) == ["b"]


# Columns

SORTABLE = [
    (columns.NumericColumn("Q", default=2**64 - 1), [0, 2**63, 2**64 - 2]),
    (columns.NumericColumn("q"), [-(2**63), 5, 2**63 - 1]),
    (columns.NumericColumn("d"), [-1.5, 2.0, 0.25]),
    (columns.VarBytesColumn(), [b"b", b"", b"a"]),
    (columns.RefBytesColumn(default=b"?"), [b"b", b"a", b"b"]),
    (columns.FixedBytesColumn(2), [b"ab", b"cd", b"ab"]),
    (columns.BitColumn(), [True, False, True]),
    (columns.PickleColumn(columns.VarBytesColumn()), [{"a": 1}, None, 3]),
]


@pytest.mark.parametrize(("column", "values"), SORTABLE, ids=lambda given: type(given).__name__)
def test_columns_give_back_values_and_defaults(column: Any, values: list[Any]) -> None:
    ix = in_memory(id=ID, kept=fields.COLUMN(column))
    plain = in_memory(id=ID, kept=fields.COLUMN(column))
    documents = [{"id": "0"}, *({"id": "1", "kept": value} for value in values), {"id": "2"}]
    add(ix, *documents)
    add(plain, *documents, codec=W3Codec())
    with ix.reader() as ours, plain.reader() as theirs:
        assert list(ours.column_reader("kept")) == list(theirs.column_reader("kept"))
        assert [ours.column_reader("kept")[doc] for doc in range(5)] == list(theirs.column_reader("kept"))


def test_a_number_that_does_not_fit_its_column_is_refused() -> None:
    ix = in_memory(id=ID, kept=fields.COLUMN(columns.NumericColumn("B")))
    with ix.writer(codec=CODEC) as writer, pytest.raises(ValueError, match="256 does not fit"):
        writer.add_document(id="a", kept=256)


# Deletions


def test_deletions_are_small_and_can_be_taken_back() -> None:
    segment = NativeSegment(CODEC, "main")
    segment.set_doc_count(1_000_000)
    for doc in range(0, 1_000_000, 10):
        segment.delete_document(doc)
    segment.delete_document(20, delete=False)
    copy = pickle.loads(pickle.dumps(segment))
    assert len(pickle.dumps(segment)) < 10_000
    assert copy.deleted_count() == 99_999
    assert (copy.is_deleted(10), copy.is_deleted(20)) == (True, False)
    assert copy == segment


# Lists that have ended


def ended_lists() -> Any:
    """Return the searcher of an index where AndNot asks lists for a document after their end."""
    ix = in_memory(id=ID, body=fields.TEXT)
    add(ix, *({"id": f"{n}", "body": word} for n, word in enumerate(["talks", "storm", "alaska", "alaska storm"])))
    return ix.searcher()


def test_an_ended_list_is_skipped_in_by_whooshs_and_not() -> None:
    unlike = query.AndNot(query.Term("body", "talks"), query.Term("body", "storm"))
    with ended_lists() as searcher:
        assert list(searcher.search(query.And([unlike, query.Term("body", "alaska")]), limit=None)) == []


def test_a_list_that_ends_for_its_quality_is_left_by_whooshs_and_not() -> None:
    with ended_lists() as searcher:
        matcher = query.AndNot(query.Term("body", "talks"), query.Term("body", "storm")).matcher(searcher)
        assert matcher.skip_to_quality(1e9) == 1
        assert not matcher.is_active()


def test_an_ended_list_still_answers_and_goes_no_further() -> None:
    with ended_lists() as searcher:
        matcher = searcher.postings("body", "storm")
        matcher.skip_to(99)
        assert not matcher.is_active()
        assert (matcher.id(), matcher.block_max_id()) == (1, 3)
        with pytest.raises(ReadTooFar):
            matcher.next()
        assert list(matcher.all_ids()) == []


# Similar terms

words = st.text("abcé", max_size=5)


@given(st.sets(words.filter(bool), min_size=1, max_size=30), words, st.integers(0, 3), st.integers(0, 2))
def test_similar_terms_are_whooshs(terms: set[str], word: str, distance: int, prefix: int) -> None:
    assume(prefix <= len(word))  # Whoosh fails on what is longer
    ix = in_memory(word=fields.KEYWORD())
    add(ix, {"word": " ".join(terms)})
    with ix.reader() as reader:
        expected = list(base.Automata().terms_within(reader.cursor("word"), word, distance, prefix))
        assert list(NativeAutomata().terms_within(reader.cursor("word"), word, distance, prefix)) == expected


def test_a_cancelled_writer_leaves_nothing_after_the_next_commit(tmp_path: Path) -> None:
    ix = index.create_in(tmp_path, fields.Schema(id=ID))
    writer = ix.writer(codec=CODEC)
    writer.add_document(id="a")
    writer.cancel()
    add(ix, {"id": "b"})
    assert len(list(tmp_path.glob("*.skt"))) == 1
    assert found(ix, query.Every()) == ["b"]
