"""`searchkit.codec.open_dir` opens any Whoosh index, and what the native core does not know is as it is with Whoosh."""

from pathlib import Path
from typing import Any

import pytest
from whoosh import collectors, fields, query, scoring, sorting
from whoosh import index as whoosh_index
from whoosh.codec.whoosh3 import W3Codec
from whoosh.query import spans
from whoosh.reading import ReaderClosed
from whoosh.searching import Searcher

pytest.importorskip("searchkit._native", reason="the native core is not built")

import searchkit
from searchkit import Article, codec
from searchkit.codec.native import NativeCodec
from searchkit.codec.searcher import NativeSearcher

SCHEMA = fields.Schema(
    id=fields.ID(stored=True, sortable=True, unique=True),
    body=fields.TEXT(stored=True),
    chars=fields.TEXT(chars=True),
    n=fields.NUMERIC(sortable=True),
)
BODIES = ["storm in alaska", "storm warning", "no storm in anchorage", "talks in alaska", "alaska talks", "calm"]


class Watched(NativeSearcher):
    """Counts what is left to Whoosh."""

    left = 0

    def run_collector(self, collector: Any) -> None:
        type(self).left += 1
        super().run_collector(collector)


def write(index: Any, bodies: list[str], **options: Any) -> None:
    writer = index.writer(**options)
    for number, body in enumerate(bodies):
        writer.update_document(id=body, body=body, chars=body, n=number)
    writer.commit(merge=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an index of two native segments, in one of which a document is deleted."""
    whoosh_index.create_in(tmp_path, SCHEMA)
    index = codec.open_dir(tmp_path)
    write(index, [*BODIES, "gone"])
    write(index, [*BODIES[:2], "later storm"])
    index.delete_by_term("id", "gone")
    return tmp_path


def answer(searcher: Any, asked: query.Query, **options: Any) -> Any:
    found = searcher.search(asked, **options)
    groups = {name: found.groups(name) for name in found.facet_names()}
    return found.top_n, len(found), sorted(found.docs()), groups, getattr(found, "docterms", None)


def term(text: str) -> query.Term:
    return query.Term("body", text)


class Louder(query.Term):
    """A class that Whoosh's users may make."""

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        return query.Term(self.fieldname, self.text, boost=10.0).matcher(searcher, context)


FOREIGN: list[tuple[query.Query, dict[str, Any]]] = [
    (query.Regex("body", "a.*"), {}),
    (spans.SpanNear(term("storm"), term("alaska"), slop=3), {}),
    (query.Sequence([term("storm"), term("in")]), {}),
    (query.Otherwise(term("absent"), term("storm")), {}),
    (Louder("body", "storm"), {}),
    (query.And([Louder("body", "storm"), term("alaska")]), {}),
    (query.Or([term("storm"), term("alaska")], scale=0.9), {}),
    (query.Phrase("chars", ["storm", "in"]), {}),
    (query.Term("body", "storm", boost=0.0), {"limit": None}),
    (term("storm"), {"terms": True}),
    (term("storm"), {"collapse": "id"}),
    (term("storm"), {"sortedby": sorting.ScoreFacet()}),
    (term("storm"), {"sortedby": ["n", sorting.ScoreFacet()]}),
]


@pytest.mark.parametrize(("asked", "options"), FOREIGN, ids=str)
def test_what_is_not_known_is_left_to_whoosh(folder: Path, asked: query.Query, options: dict[str, Any]) -> None:
    index = codec.open_dir(folder)
    with Watched(index.reader()) as ours, Searcher(index.reader()) as theirs:
        before = Watched.left
        assert answer(ours, asked, **options) == answer(theirs, asked, **options)
        assert Watched.left == before + 1


@pytest.mark.parametrize("weighting", [scoring.TF_IDF(), scoring.Frequency(), type("Own", (scoring.BM25F,), {})()])
def test_other_weightings_are_left_to_whoosh(folder: Path, weighting: Any) -> None:
    index = codec.open_dir(folder)
    with Watched(index.reader(), weighting) as ours, Searcher(index.reader(), weighting) as theirs:
        before = Watched.left
        assert answer(ours, term("storm")) == answer(theirs, term("storm"))
        assert Watched.left == before + 1
        assert answer(ours, term("storm"), sortedby="id") == answer(theirs, term("storm"), sortedby="id")
        assert Watched.left == before + 1  # sorting asks no weighting


def test_a_filter_that_is_not_known_filters_all_the_same(folder: Path) -> None:
    index = codec.open_dir(folder)
    for options in ({"filter": query.Regex("body", "a.*")}, {"mask": {0, 3}}, {"limit": 1, "filter": {2, 7}}):
        with Watched(index.reader()) as ours, Searcher(index.reader()) as theirs:
            before = Watched.left
            results, expected = ours.search(term("storm"), **options), theirs.search(term("storm"), **options)
            assert [docnum for docnum, _ in results.items()] == [docnum for docnum, _ in expected.items()]
            assert len(results) == len(expected)
            assert Watched.left == before


def test_a_filter_that_lets_nothing_through_finds_nothing(folder: Path) -> None:
    with codec.open_dir(folder).searcher() as searcher:
        results = searcher.search(term("storm"), filter=term("absent"), limit=1)
        assert (len(results), results.docs(), results.top_n) == (0, set(), [])


def test_collectors_made_by_hand_are_filled(folder: Path) -> None:
    with Watched(codec.open_dir(folder).reader()) as searcher:
        before = Watched.left
        collector = collectors.TopCollector(2)
        searcher.search_with_collector(term("storm"), collector)
        assert (len(collector.results()), collector.results().scored_length()) == (4, 2)
        assert Watched.left == before


def test_an_error_of_whoosh_stays_one(folder: Path) -> None:
    with codec.open_dir(folder).searcher() as searcher:
        for nonsense in (query.Phrase("id", ["a", "b"]), query.NumericRange("body", 1, 2), query.Every("nofield")):
            with pytest.raises(Exception, match=r"positions|numeric|nofield"):
                searcher.search(nonsense)


def test_a_closed_searcher_stays_closed(folder: Path) -> None:
    searcher = codec.open_dir(folder).searcher()
    assert searcher.search(term("storm"))
    searcher.close()
    with pytest.raises(ReaderClosed):
        searcher.search(term("storm"))


def test_an_index_of_other_segments_is_searched_by_whoosh_until_it_is_optimized(tmp_path: Path) -> None:
    write(whoosh_index.create_in(tmp_path, SCHEMA), BODIES)
    index = codec.open_dir(tmp_path)
    with index.searcher() as searcher:
        assert searcher.plan(term("storm")) is None
        expected = searcher.search(term("storm")).top_n
    write(index, ["calm again"])
    with index.searcher() as searcher:  # of two kinds of segments
        assert searcher.plan(term("storm")) is None
        assert len(searcher.search(term("storm"))) == len(expected)
    index.delete_by_term("id", "calm again")
    index.optimize()
    with index.searcher() as searcher:
        assert searcher.plan(term("storm")) is not None
        assert searcher.search(term("storm")).top_n == [(pytest.approx(score), doc) for score, doc in expected]


def test_plain_whoosh_reads_and_writes_on(folder: Path) -> None:
    index = whoosh_index.open_dir(folder)
    with index.searcher() as searcher:
        assert type(searcher) is Searcher
        assert len(searcher.search(term("storm"))) == 4
    write(index, ["storm again"], codec=NativeCodec())
    write(index, ["storm and storm"], codec=W3Codec())
    with codec.open_dir(folder).searcher() as searcher:
        assert len(searcher.search(term("storm"))) == 6


def test_a_refreshed_searcher_sees_what_has_changed(folder: Path) -> None:
    index = codec.open_dir(folder)
    searcher = index.searcher()
    assert len(searcher.search(term("storm"))) == 4
    index.delete_by_term("id", "later storm")
    searcher = searcher.refresh()
    assert len(searcher.search(term("storm"))) == 3
    index.optimize()
    searcher = searcher.refresh()
    assert len(searcher.search(term("storm"))) == 3
    searcher.close()


def test_an_index_without_documents_finds_nothing(tmp_path: Path) -> None:
    whoosh_index.create_in(tmp_path, SCHEMA)
    with codec.open_dir(tmp_path).searcher() as searcher:
        assert len(searcher.search(term("storm"))) == 0
    with pytest.raises(whoosh_index.EmptyIndexError):
        codec.open_dir(tmp_path / "absent")


def test_archives_are_searched_with_queries_of_whoosh(tmp_path: Path) -> None:
    with searchkit.open(tmp_path, create=True) as archive:
        archive.add([Article(id=f"a{number}", body=body, source="Wire") for number, body in enumerate(BODIES)])
    with Watched(codec.open_dir(tmp_path).reader()) as searcher:
        before = Watched.left
        results = searcher.search(query.And([term("storm"), query.Term("source", "wire")]), groupedby="source")
        assert [searcher.reader().column_reader("id")[doc] for doc, _ in results.items()] == ["a1", "a0", "a2"]
        assert results.groups("source") == {"Wire": [1, 0, 2]}
        assert Watched.left == before
