"""The native searcher answers Whoosh's queries as Whoosh's own searcher does, on the same index, and does so natively.

Whoosh's answer is taken from its search without a limit: with one it skips documents that belong to the best, as the
bounds of some of its matchers are too low (an Or of three parts or more in a small segment, a Not).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from whoosh import columns, fields, query, scoring, sorting
from whoosh.analysis import DelimitedAttributeFilter, RegexTokenizer
from whoosh.filedb.filestore import RamStorage
from whoosh.matching import ListMatcher
from whoosh.searching import Searcher

pytest.importorskip("searchkit._native", reason="the native core is not built")

from searchkit.codec.index import NativeIndex
from searchkit.codec.searcher import NativeSearcher
from tests.native.strategies import WORDS, boosted, days, sentences

PHASES = [Phase.explicit, Phase.generate]  # building an index with Whoosh takes too long to shrink
SOME = settings(max_examples=60, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))

Ranking = list[tuple[float, int]]


class NativeOnly(NativeSearcher):
    """Fails where Whoosh's matchers would be used."""

    def run_collector(self, collector: Any) -> None:
        raise AssertionError("not run natively")


# What Whoosh's matchers get wrong, done by sets instead: see searchkit/codec/plans.py


class _Listed(query.Query):
    """A query whose matches are worked out beforehand: a document and its score."""

    def __init__(self, *parts: query.Query) -> None:
        self.parts = parts

    def estimate_size(self, reader: Any) -> int:
        return int(reader.doc_count())

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        found = self.scores(searcher, *(_scores(part, searcher) for part in self.parts))
        return ListMatcher(sorted(found), [found[document] for document in sorted(found)])

    def scores(self, searcher: Any, *parts: dict[int, float]) -> dict[int, float]:
        raise NotImplementedError


def _scores(part: query.Query, searcher: Any) -> dict[int, float]:
    matcher = part.matcher(searcher, searcher.context())
    found = {}
    while matcher.is_active():
        found[matcher.id()] = matcher.score()
        matcher.next()
    return found


class Without(_Listed):
    def scores(self, searcher: Any, *parts: dict[int, float]) -> dict[int, float]:
        return {document: score for document, score in parts[0].items() if document not in parts[1]}


class Other(_Listed):
    def scores(self, searcher: Any, *parts: dict[int, float]) -> dict[int, float]:
        return {document: 1.0 for document in searcher.reader().all_doc_ids() if document not in parts[0]}


class Best(_Listed):
    def __init__(self, boost: float, parts: list[query.Query]) -> None:
        super().__init__(*parts)
        self.boost = boost if len(parts) > 1 else 1.0

    def scores(self, searcher: Any, *parts: dict[int, float]) -> dict[int, float]:
        documents = {document for part in parts for document in part}
        return {one: max(part.get(one, 0.0) for part in parts) * self.boost for one in documents}


def corrected(wanted: query.Query) -> query.Query:
    """Return the query with our classes for those that Whoosh gets wrong."""
    if isinstance(wanted, query.AndNot):
        return Without(corrected(wanted.a), corrected(wanted.b))
    if isinstance(wanted, query.Not):
        return Other(corrected(wanted.query))
    if isinstance(wanted, query.DisjunctionMax):
        return Best(wanted.boost, [corrected(part) for part in wanted.subqueries])
    return wanted.apply(corrected)


# Documents and commits

TEXTS = ["title", "body"]


def schema() -> fields.Schema:
    return fields.Schema(
        id=fields.ID(sortable=True),
        title=fields.TEXT(sortable=True),
        body=fields.TEXT(analyzer=RegexTokenizer()),
        boosted=fields.TEXT(analyzer=RegexTokenizer(r"\S+") | DelimitedAttributeFilter()),
        tag=fields.KEYWORD(sortable=columns.RefBytesColumn(), commas=True),
        label=fields.ID(),
        n=fields.NUMERIC(int, bits=32, sortable=True),
        big=fields.NUMERIC(int, bits=64, signed=False, sortable=True),
        day=fields.DATETIME(sortable=True),
        flag=fields.BOOLEAN(),
    )


documents = st.fixed_dictionaries(
    {"id": st.sampled_from("abcdefgh")},
    optional={
        "title": sentences,
        "body": sentences,
        "boosted": boosted,
        "tag": st.sampled_from(["", "x", "x,y", "z"]),
        "label": st.sampled_from(["", "alfa", "charlie"]),
        "n": st.integers(-5, 5),
        "big": st.sampled_from([0, 7, 2**63, 2**64 - 1]),
        "day": days,
        "flag": st.booleans(),
        "_title_boost": st.sampled_from([1.0, 2.0, 0.3]),
    },
)
commits = st.lists(
    st.tuples(
        st.lists(documents, min_size=1, max_size=6),
        st.sampled_from([1, 1, 1, 1, 1, 40]),  # how often they are added: some lists are of several blocks
        st.lists(st.sampled_from("abcdefgh"), max_size=2),  # ids to delete
    ),
    min_size=1,
    max_size=3,
)
Script = list[tuple[list[dict[str, Any]], int, list[str]]]


def build(script: Script) -> NativeIndex:
    index = NativeIndex.create(RamStorage(), schema(), "main")
    for added, times, deleted in script:
        writer = index.writer()
        for id in deleted:
            writer.delete_by_term("id", id)
        for document in added * times:
            writer.add_document(**document)
        writer.commit(merge=False)
    assert isinstance(index, NativeIndex)
    return index


@contextmanager
def searchers(script: Script, weighting: Any = scoring.BM25F) -> Iterator[tuple[Searcher, NativeOnly]]:
    index = build(script)
    with Searcher(index.reader(), weighting) as whoosh, NativeOnly(index.reader(), weighting) as native:
        yield whoosh, native


# Queries

words = st.sampled_from([*WORDS, "absent"])
texts = st.sampled_from(TEXTS)
boosts = st.sampled_from([1.0, 1.0, 2.5, 0.3])
flags = st.booleans()
LEAVES: dict[str, st.SearchStrategy[Any]] = {
    "term": st.builds(query.Term, st.sampled_from([*TEXTS, "boosted", "label", "nofield"]), words, boost=boosts),
    "keyword": st.builds(query.Term, st.just("tag"), st.sampled_from("xyz"), boost=boosts),
    "number": st.builds(query.Term, st.just("n"), st.sampled_from([-5, 0, 3, "no number"]), boost=boosts),
    "boolean": st.builds(query.Term, st.just("flag"), st.booleans(), boost=boosts),
    "phrase": st.builds(  # where no document was boosted: such postings are not in the core's form
        query.Phrase, st.just("body"), st.lists(words, min_size=2, max_size=3), slop=st.integers(1, 3), boost=boosts
    ),
    "prefix": st.builds(
        query.Prefix, st.sampled_from([*TEXTS, "label"]), st.sampled_from(["", "b", "bra", "del", "é", "zz"]),
        boost=boosts, constantscore=flags,
    ),
    "wildcard": st.builds(
        query.Wildcard, texts, st.sampled_from(["*a", "?ravo", "d*s", "*", "[ab]*", "[!a-c]*", "alfa", "*e*", "[b"]),
        boost=boosts, constantscore=flags,
    ),
    "fuzzy": st.builds(
        query.FuzzyTerm, texts, words, boost=boosts, maxdist=st.integers(0, 3), prefixlength=st.integers(0, 2),
        constantscore=flags,
    ),
    "variations": st.builds(query.Variations, texts, st.sampled_from(["render", "delta"]), boost=boosts),
    "term range": st.builds(
        query.TermRange, st.sampled_from([*TEXTS, "label"]), st.none() | words, st.none() | words, flags, flags,
        boost=boosts, constantscore=flags,
    ),
    "numeric range": st.builds(
        query.NumericRange, st.just("n"), st.none() | st.integers(-5, 0), st.none() | st.integers(0, 5), flags, flags,
        boost=boosts, constantscore=flags,
    ),
    "big range": st.builds(
        query.NumericRange, st.just("big"), st.sampled_from([None, 0, 5]), st.sampled_from([2**63, 2**64 - 1, None])
    ),
    "date range": st.builds(query.DateRange, st.just("day"), st.none() | days, st.none() | days, boost=boosts),
    "every": st.builds(query.Every, st.sampled_from([None, "body", "n", "label"]), boost=boosts),
    "null": st.just(query.NullQuery),
}  # fmt: skip


def compounds(parts: st.SearchStrategy[Any]) -> dict[str, st.SearchStrategy[Any]]:
    several = st.lists(parts, min_size=1, max_size=4)  # an empty And inside another query is an error of Whoosh's
    return {
        "and": st.builds(query.And, several, boost=boosts),
        "or": st.builds(query.Or, several, boost=boosts),
        "dismax": st.builds(query.DisjunctionMax, several, boost=boosts, tiebreak=st.sampled_from([0.0, 0.5])),
        "and not": st.builds(query.AndNot, parts, parts),
        "and maybe": st.builds(query.AndMaybe, parts, parts),
        "require": st.builds(query.Require, parts, parts),
        "not": st.builds(query.Not, parts),
        "but not": st.builds(lambda wanted, unwanted: query.And([wanted, query.Not(unwanted)]), parts, parts),
        "constant": st.builds(query.ConstantScoreQuery, parts, st.sampled_from([1.0, 1.5])),
    }


leaves = st.one_of(*LEAVES.values())
queries = st.recursive(leaves, lambda parts: st.one_of(*compounds(parts).values()), max_leaves=6)
weightings = st.sampled_from(
    [scoring.BM25F(), scoring.BM25F(B=0.2, K1=2.0), scoring.BM25F(B=0.5, title_B=1.0, boosted_B=0.0)]
)


# Answers


def ranking(results: Any) -> Ranking:
    """Return what was found by score, then by document, where scores that only rounding keeps apart are one."""
    return sorted(results.top_n, key=lambda one: (-round(one[0], 9), one[1]))


def close_to(expected: Ranking) -> list[Any]:
    return [(pytest.approx(score, abs=1e-6), document) for score, document in expected]


def whooshs(searcher: Searcher, wanted: query.Query, **options: Any) -> Any:
    return searcher.search(corrected(wanted), limit=None, **options)


def check_ranked(whoosh: Searcher, native: NativeOnly, wanted: query.Query, limit: int | None) -> None:
    expected = ranking(whooshs(whoosh, wanted))
    results = native.search(wanted, limit=limit)
    assert results.top_n == close_to(expected[:limit])
    assert results.has_exact_length()
    assert len(results) == len(expected)
    assert set(results.docs()) == {document for _, document in expected}


@SOME
@given(commits, queries, st.sampled_from([None, 1, 3, 10]), weightings)
def test_queries_of_all_kinds_are_ranked_alike(script: Script, wanted: Any, limit: int | None, weighting: Any) -> None:
    with searchers(script, weighting) as (whoosh, native):
        check_ranked(whoosh, native, wanted, limit)


@pytest.mark.parametrize("kind", [*LEAVES, *compounds(leaves)])
def test_each_kind_is_ranked_alike(kind: str) -> None:
    @settings(SOME, max_examples=15)
    @given(commits, (LEAVES | compounds(leaves))[kind], st.sampled_from([None, 2]))
    def check(script: Script, wanted: Any, limit: int | None) -> None:
        with searchers(script) as (whoosh, native):
            check_ranked(whoosh, native, wanted, limit)

    check()


filters = st.one_of(st.none(), queries, st.sets(st.integers(0, 20), min_size=1))


@SOME
@given(commits, queries, filters, filters, st.sampled_from([None, 2]))
def test_filters_let_the_same_through(script: Script, wanted: Any, allow: Any, mask: Any, limit: int | None) -> None:
    with searchers(script) as (whoosh, native):
        theirs = {
            name: corrected(one) if isinstance(one, query.Query) else one
            for name, one in [("filter", allow), ("mask", mask)]
        }
        reference = whooshs(whoosh, wanted, **theirs)
        results = native.search(wanted, filter=allow, mask=mask, limit=limit)
        assert results.top_n == close_to(ranking(reference)[:limit])
        assert len(results) == len(reference)
        assert set(results.docs()) == set(reference.docs())
        if allow or mask:
            assert results.filtered_count == reference.filtered_count


sorts = st.sampled_from(
    [
        *("n", "big", "id", "tag", "day", "title", "label"), ["tag", "n"], sorting.FieldFacet("id", reverse=True),
        sorting.FieldFacet("n", reverse=True), [sorting.FieldFacet("big", reverse=True), "id"],
        sorting.FieldFacet("label", reverse=True),
    ]
)  # fmt: skip


@SOME
@given(commits, queries, sorts, flags, st.sampled_from([None, 2, 10]))
def test_sorting_is_the_same(script: Script, wanted: Any, by: Any, reverse: bool, limit: int | None) -> None:
    with searchers(script) as (whoosh, native):
        theirs = whoosh.search(corrected(wanted), sortedby=by, reverse=reverse, limit=limit)
        ours = native.search(wanted, sortedby=by, reverse=reverse, limit=limit)
        assert ours.top_n == theirs.top_n
        assert ours.docs() == theirs.docs()


groupings = st.sampled_from(
    [
        *("tag", "n", "big", "label"), ["tag", "n"], sorting.FieldFacet("tag", allow_overlap=True),
        sorting.RangeFacet("n", -5, 5, 3), sorting.MultiFacet(["tag", "n"]), sorting.FieldFacet("id", reverse=True),
        sorting.QueryFacet({"alfa": query.Term("body", "alfa")}, other="else"),
    ]
)  # fmt: skip
maps = st.sampled_from([None, sorting.Count, sorting.UnorderedList])


@SOME
@given(commits, queries, groupings, maps, st.sampled_from([{}, {"sortedby": "id"}, {"filter": query.Every("tag")}]))
def test_groups_are_the_same(script: Script, wanted: Any, by: Any, kind: Any, options: dict[str, Any]) -> None:
    with searchers(script) as (whoosh, native):
        theirs = whoosh.search(corrected(wanted), groupedby=by, maptype=kind, limit=None, **options)
        ours = native.search(wanted, groupedby=by, maptype=kind, limit=None, **options)
        assert ours.facet_names() == theirs.facet_names()
        for name in theirs.facet_names():
            assert unordered(ours.groups(name)) == unordered(theirs.groups(name))
        if kind is None and "sortedby" not in options:
            place = {document: number for number, (_, document) in enumerate(ours.top_n)}
            groups = [group for name in ours.facet_names() for group in ours.groups(name).values()]
            assert all(group == sorted(group, key=place.__getitem__) for group in groups)
        assert len(ours) == len(theirs)


def unordered(groups: dict[Any, Any]) -> dict[Any, Any]:
    """Return groups without the order in them, which scores that only rounding keeps apart decide."""
    return {name: sorted(group) if isinstance(group, list) else group for name, group in groups.items()}


@SOME
@given(commits, queries)
def test_without_scores_the_same_documents_are_found(script: Script, wanted: Any) -> None:
    with searchers(script) as (whoosh, native):
        assert native.search(wanted, scored=False).top_n == whoosh.search(corrected(wanted), scored=False).top_n
        assert list(native.docs_for_query(wanted)) == sorted(whoosh.docs_for_query(corrected(wanted)))


# A segment of more than 5,000 documents, where Whoosh chooses other matchers, and one of several windows


@pytest.fixture(scope="module")
def large() -> Iterator[tuple[Searcher, NativeOnly]]:
    script: Script = [
        ([_numbered(number) for number in range(5_100)], 1, []),
        ([_numbered(number) for number in range(5_100, 5_400)], 1, ["a"]),
    ]
    with searchers(script) as opened:
        yield opened


def _numbered(number: int) -> dict[str, Any]:
    chosen = [word for place, word in enumerate(WORDS) if number * (place + 3) % (place + 2) == 0]
    return {
        "id": "abcdefgh"[number % 8], "title": f"number{number % 60}", "body": " ".join(chosen * (1 + number % 3)),
        "n": number % 11, "tag": "xyz"[number % 3],
    }  # fmt: skip


LARGE: list[Callable[[], query.Query]] = [
    lambda: query.Term("body", "charlie"),
    lambda: query.Or([query.Term("body", word) for word in WORDS]),
    lambda: query.And([query.Or([query.Term("body", word) for word in WORDS[:4]]), query.Term("tag", "x")]),
    lambda: query.Prefix("title", "number"),
    lambda: query.Prefix("title", "number1", constantscore=False, boost=2.0),
    lambda: query.Wildcard("body", "*a*"),
    lambda: query.FuzzyTerm("title", "number7", maxdist=1),
    lambda: query.TermRange("body", "bravo", "delta"),
    lambda: query.NumericRange("n", 2, 9, constantscore=False),
    lambda: query.Phrase("body", ["alfa", "bravo"], slop=2),
    lambda: query.AndNot(query.Term("body", "alfa"), query.Term("body", "bravo")),
    lambda: query.Every("title"),
]


@pytest.mark.parametrize("wanted", [make() for make in LARGE], ids=str)
@pytest.mark.parametrize("limit", [None, 10])
def test_large_segments_are_ranked_alike(
    large: tuple[Searcher, NativeOnly], wanted: query.Query, limit: int | None
) -> None:
    check_ranked(*large, wanted, limit)
