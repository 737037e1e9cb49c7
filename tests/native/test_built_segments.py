"""Segments that the native core has built from articles, under plain Whoosh: as if Whoosh had written them."""

import itertools
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from whoosh import fields, index, query
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.index import TOC, FileIndex

import searchkit
from searchkit import Article
from searchkit.article import Evidence, Zone
from searchkit.codec import record
from searchkit.codec.native import NativeCodec
from searchkit.codec.schema import article, document, schema
from searchkit.codec.segment import NativeSegment
from searchkit.copies import copy_key
from searchkit.fields import ALL_ZONES, FIELDS, TEXT_FIELDS, places_field, stems_field, words_field
from searchkit.ingest import reading
from searchkit.ingest.files import Candidate
from searchkit.ingest.formats import rows

ARTICLES = [
    Article(id="a1", title="Storm in Alaska", body="A storm closed the port. The storm left.", date=date(2025, 11, 20),
            source="TRT World", path="x/a1", sha256="1"),
    Article(id="a2", title="Lavrov expects talks", body="Lavrov spoke in Alaska about storms.", date=date(2025, 11, 13),
            source="Réuters"),
    Article(id="a3", title="Undated", body='Nobody "knows".'),
    Article(id="a4", title="Häuser in Alaska", body="Das Haus und die Häuser.", language="de"),
]  # fmt: skip
QUERIES = [
    query.Term("body", "storm"),
    query.And([query.Term("body", "storm"), query.Term("title", "alaska")]),
    query.Phrase("body", ["the", "storm"]),
    query.Term("body_stems", "de:haus"),
    query.Phrase("body_stems", ["de:haus", "de:und"]),
    query.Term("title_stems", "de:alaska"),
    query.Prefix(words_field("body"), "stor"),
    query.Term("source", "trt world"),
    query.Term("id", "a2"),
    query.NumericRange("date", date(2025, 11, 1).toordinal(), date(2025, 11, 15).toordinal()),
    query.Every(),
]


def built(native: ModuleType, folder: Path) -> FileIndex:
    """Return an index of one segment that the native core has built."""
    storage = FileStorage(str(folder)).create()
    segment = NativeSegment(NativeCodec(), index._DEF_INDEX_NAME)
    segment.set_doc_count(segment_of(native, folder, ARTICLES, segment.make_filename(".skt")).doc_count)
    TOC(schema(), [segment], 1).write(storage, index._DEF_INDEX_NAME)
    return index.open_dir(folder)


def segment_of(native: ModuleType, folder: Path, articles: list[Article], name: str = "one.skt") -> Any:
    """Return the segment that the core builds of the articles."""
    kinds = {"text": "text", "exact": "folded", "id": "verbatim", "day": "day"}
    given = [
        (field.name, kinds[field.kind], words_field(field.name) if field.kind == "text" else None)
        for field in FIELDS.values()
    ]
    given += [("path", "column", None), ("sha256", "column", None), ("copy_key", "number", None)]
    stems = [(name, stems_field(name)) for name in TEXT_FIELDS]
    places = [(name, places_field(name)) for name in ALL_ZONES]
    builder = native.Builder(given, record.STORES, folder, stems=stems, places=places)
    builder.add([row(one) for one in articles])
    count, *others = builder.finish(folder / name)
    assert [count, *others] == [len(articles), len(articles), [], []]
    return native.Segment.open(folder / name)


def row(one: Article) -> tuple[list[Any], list[bytes]]:
    given = (field.value(one) for field in FIELDS.values())
    values = [value.toordinal() if isinstance(value, date) else value for value in given]
    path = record.escaped(one.path) if one.path else None
    return [*values, path, one.sha256, copy_key(one.title, one.body)], list(record.split(one))


def written_by_whoosh() -> FileIndex:
    ix = FileIndex.create(RamStorage(), schema(), "main")
    with ix.writer(codec=W3Codec()) as writer:
        for one in ARTICLES:  # newest first, as the core sorts them
            writer.add_document(**document(one))
    return ix


@pytest.fixture
def searchers(native: ModuleType, tmp_path: Path) -> Any:
    with built(native, tmp_path).searcher() as ours, written_by_whoosh().searcher() as theirs:
        yield ours, theirs


@pytest.mark.parametrize("asked", QUERIES, ids=str)
def test_ranking_is_whooshs(searchers: Any, asked: query.Query) -> None:
    ours, theirs = ([(hit.docnum, hit.score) for hit in searcher.search(asked)] for searcher in searchers)
    assert ours == theirs


def test_stored_articles_come_back_whole(searchers: Any) -> None:
    ours, _ = searchers
    assert [article(stored) for stored in ours.reader().all_stored_fields()] == ARTICLES


def test_every_value_of_an_article_comes_back(native: ModuleType, tmp_path: Path) -> None:
    evidence = (Evidence("date", "2025-11-20", "url"), Evidence("date", "2025-11-21", "header", 3, False, 0.2),
                Evidence("source", "AP", "field"))  # fmt: skip
    bare = Article(id="b", title="T" * 300, body="x", date=date(2025, 11, 20), source="AP", path="caf\udce9.txt",
                   sha256="0" * 64, byline="By", agencies=("AP",), evidence=evidence, extra={"n": [1]})  # fmt: skip
    page = replace(bare, id="p", raw="before x after", zones=(Zone("body", 1, 1, "text"),))
    odd = Article(id="o", raw="\udce9", language="en")
    segment = segment_of(native, tmp_path, [bare, odd, page])
    assert [Article.from_record(found) for found in record.read(segment, [0, 1, 2])] == [bare, page, odd]


STORM = ("term", "body", b"storm", 1.0)

A1 = ("a1", 1, 0.0, "Storm in Alaska", date(2025, 11, 20), "TRT World", "x/a1", (), (), (), ())
A2 = ("a2", 2, 0.0, "Lavrov expects talks", date(2025, 11, 13), "Réuters", "caf\udce9.txt", (), (), (), ())
A3 = ("a3", 3, 0.0, "Undated", None, "unknown", None, (), (), (), ())


@pytest.fixture
def core_searcher(native: ModuleType, tmp_path: Path) -> Any:
    articles = [ARTICLES[0], replace(ARTICLES[1], path="caf\udce9.txt"), ARTICLES[2]]
    return native.Searcher([(segment_of(native, tmp_path, articles), b"")])


def test_articles_come_as_a_list_of_results_shows_them(core_searcher: Any) -> None:
    everything = ("every", None, 1.0)
    total, rows, (sources,) = core_searcher.articles(everything, 10, 0, "newest", [("source", None)], None)
    assert (total, rows) == (3, [A1, A2, A3])
    assert sources.pairs() == [("Réuters", 1), ("TRT World", 1), ("unknown", 1)]
    assert core_searcher.articles(everything, 1, 1, "newest", [], None) == (3, [A2], [])
    assert core_searcher.articles(everything, 0, 1, "newest", [], None) == (3, [], [])
    assert core_searcher.articles(everything, 10, 3, "newest", [], None) == (3, [], [])


def test_scores_of_articles_are_rounded_to_six_decimals(core_searcher: Any) -> None:
    _, rows, _ = core_searcher.articles(STORM, 10, 0, "relevance", [], None)
    _, hits, _ = core_searcher.search(STORM, limit=10)
    assert [row[2] for row in rows] == [round(score, 6) for _, _, score in hits]
    assert rows[0][2] != hits[0][2]


def test_articles_are_marked_where_it_is_wanted(native: ModuleType, core_searcher: Any) -> None:
    in_title, in_text = [((), "st", "", 0, False, (), (), 1)], [((), "a", "", 0, False, (), (), 1)]
    passages = native.best_passages([ARTICLES[0].body, ARTICLES[1].body], in_text, 1)
    assert any(passages)
    _, rows, _ = core_searcher.articles(STORM, 10, 0, "newest", [], (in_title, in_text, 1))
    assert [row[-4:-2] for row in rows] == [(((0, 5),), passages[0]), ((), passages[1])]
    _, rows, _ = core_searcher.articles(STORM, 10, 0, "newest", [], ([], [], 1))
    assert rows == [A1, A2]


def test_documents_that_are_no_articles_have_no_row(native: ModuleType) -> None:
    ix = FileIndex.create(RamStorage(), fields.Schema(body=fields.TEXT), "main")
    with ix.writer(codec=NativeCodec()) as writer:
        writer.add_document(body="storm")
    (segment,) = ix._segments()
    searcher = native.Searcher([(segment.open_core(ix.storage), b"")])
    with pytest.raises(ValueError, match="its documents are not articles"):
        searcher.articles(STORM, 10, 0, "relevance", [], None)


def test_marks_by_stems_go_by_the_language_of_the_article(native: ModuleType, tmp_path: Path) -> None:
    searcher = native.Searcher([(segment_of(native, tmp_path, ARTICLES), b"")])
    wanted = [(("haus",), "", "", 0, False, [("de", ["de:haus"]), ("fr", ["fr:aus"])], (), 1)]
    _, rows, _ = searcher.articles(("term", "id", b"a4", 1.0), 1, 0, "newest", [], (wanted, wanted, 1))
    ((*_, title, passages, _, _),) = rows
    assert title == ((0, 6),)
    assert passages == (("Das Haus und die Häuser.", 0, 24, ((4, 8), (17, 23))),)


def test_terms_and_columns_are_whooshs(searchers: Any) -> None:
    ours, theirs = (searcher.reader() for searcher in searchers)
    names = [name for name in theirs.schema.names() if theirs.has_column(name)]
    ours, theirs = (
        [
            {name: list(reader.column_reader(name, translate=False)) for name in names},
            [(term, info.doc_frequency(), info.weight()) for term, info in reader],
            {name: reader.field_length(name) for name in TEXT_FIELDS},
        ]
        for reader in (ours, theirs)
    )
    assert ours == theirs


def test_whoosh_merges_them_into_its_own_segments(native: ModuleType, tmp_path: Path) -> None:
    ix = built(native, tmp_path)
    with ix.writer(codec=NativeCodec()) as writer:
        writer.add_document(**document(Article(id="a4", title="More", body="A new storm.")))
        writer.optimize = True
    with ix.searcher() as searcher:
        found = searcher.search(query.Term("body", "storm"), limit=None)
        assert sorted(article(hit.fields()).id for hit in found) == ["a1", "a2", "a4"]
    assert len(list(tmp_path.glob("*.skt"))) == 1


def test_rows_that_the_core_reads_are_the_articles_that_python_makes_of_them(
    native: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = (None, "", "2025-11-13", "2025-11-13T23:30:00-05:00", "1970-01-01", "0001-01-01")
    others = itertools.product(days, (None, "", " AP "), (None, "fr"), (None, "https://p.example/2025/11/13/x"))
    text = "WASHINGTON (Reuters) - Gas."
    given = [dict(zip(("date", "source", "lang", "url"), values, strict=True), text=text) for values in others]
    file = tmp_path / "rows.jsonl"
    file.write_text("".join(json.dumps(values) + "\n" for values in given), encoding="utf-8")
    expected = list(reading.articles(Candidate(str(file), str(tmp_path), file.stat().st_size)))
    monkeypatch.setattr(rows, "article", None)  # so that only the core can read them
    archive = searchkit.open(tmp_path / "index", create=True)
    archive.index(file)
    assert [archive.show(one.id) for one in expected if isinstance(one, Article)] == expected


def test_the_core_reads_the_credits_of_rows_as_python_does(
    native: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: tuple[Any, ...] = (
        "",
        " AP ",
        "\x1c Reuters\u2003",
        "\x1f",
        "A\x1fB",
        ["AP", "", " AP", "dpa"],
        [],
        [1],
        7,
        {"name": "Jo"},
    )
    given: list[dict[str, Any]] = [
        {"text": "Gas.", "source": "AP", key: value} for key in rows.CREDITS for value in names
    ]
    given += [
        {"byline": one, "author": other} for one in ("Jo", "", ["Jo", "Al"]) for other in ("Jo", "Al, Jo", None, 3)
    ]
    file = tmp_path / "rows.jsonl"
    twice = '{"author": "Jo", "title": "t", "author": 1}\n{"agency": [2], "agency": "\\u0041P"}\n'
    file.write_text("".join(json.dumps(values) + "\n" for values in given) + twice, encoding="utf-8")
    expected = list(reading.articles(Candidate(str(file), str(tmp_path), file.stat().st_size)))
    monkeypatch.setattr(rows, "article", None)  # so that only the core can read them
    archive = searchkit.open(tmp_path / "index", create=True)
    archive.index(file)
    assert [archive.show(one.id) for one in expected if isinstance(one, Article)] == expected
    assert {entry.value: entry.count for entry in archive.facets(by="agency")}["AP"] == 3
    assert archive.search('agency:"reuters"').total == archive.search("agency:dpa").total == 1
    assert archive.search('byline:"Jo, Al"').total == 4
