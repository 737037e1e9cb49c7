"""The local engine gives the answers that reading every article gives."""

import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from searchkit.analysis import term, word
from searchkit.article import UNKNOWN, Article
from searchkit.engines.base import Engine, Matches, Request, Sort
from searchkit.engines.folder import Marker, has_native, open_folder
from searchkit.fields import ALL_ZONES, DEFAULT_ZONES
from searchkit.query import tree as nodes
from searchkit.results import Facet
from tests.oracle import Oracle

WORDS = (
    "Häuser",
    "Haus",
    "casas",
    "casa",
    "mangée",
    "mange",
    "talk",
    "talks",
    "talking",
    "sanction",
    "sanctions",
    "Lavrov",
    "U.S.",
    "us",
    "Zürich",
    "北京",
    "war",
)
SOURCES = ("Wire", "TRT World", "wire", UNKNOWN, "")
DAYS = (date(2024, 2, 29), date(2025, 9, 18), date(2025, 9, 30), date(2025, 11, 13))
IDS = tuple(f"a{number}" for number in range(12))

Step = list[Article] | tuple[str, ...]
"""One commit: articles to add or to replace, or ids to delete."""

texts = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
sentences = st.lists(texts, max_size=3).map(". ".join) | st.lists(texts, max_size=3).map(".\n\n".join)
bodies = texts | sentences | st.builds(lambda lead, rest: f"{lead} {'so ' * 25}\n{rest}", texts, texts)
articles = st.builds(
    Article, id=st.sampled_from(IDS), title=texts, body=bodies, date=st.sampled_from((*DAYS, None)),
    language=st.sampled_from((None, None, "en", "de", "es", "fr", "zh")),
    source=st.sampled_from(SOURCES), section=st.sampled_from((None, "World", "EUROPE")),
)  # fmt: skip
additions = st.lists(articles, min_size=1, max_size=8)
deletions = st.lists(st.sampled_from(IDS), min_size=1, max_size=3).map(tuple)
histories = st.lists(additions | deletions, min_size=1, max_size=6)
growth = st.lists(st.lists(articles, min_size=1, max_size=6, unique_by=lambda a: a.id), min_size=1, max_size=4)

fields = st.sampled_from((None, None, "title", "lead", "body", "links"))
filters: st.SearchStrategy[nodes.Node] = st.one_of(
    st.just(nodes.Everything()),
    st.builds(nodes.Exact, st.just("source"), st.sampled_from(("wire", "trt world", UNKNOWN, "nobody"))),
    st.builds(nodes.Exact, st.just("language"), st.sampled_from(("de", "DE", "en", "it"))),
    st.builds(nodes.Exact, st.just("section"), st.sampled_from(("Europe", "world"))),
    st.builds(nodes.Exact, st.just("id"), st.sampled_from(IDS)),
    st.builds(lambda days: nodes.Days(min(days), max(days)), st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS))),
    st.builds(nodes.Days, st.sampled_from(DAYS), st.none()),
)
leaves: st.SearchStrategy[nodes.Node] = st.one_of(
    st.builds(lambda word, field: nodes.Word(word, term(word), field), st.sampled_from(WORDS), fields),
    st.builds(lambda text, field: nodes.Form(text, word(text), term(text), field), st.sampled_from(WORDS), fields),
    st.builds(
        lambda some, field: nodes.Phrase(" ".join(some), tuple(map(term, some)), field),
        st.lists(st.sampled_from(WORDS), min_size=2, max_size=3),
        fields,
    ),
    st.builds(nodes.Prefix, st.sampled_from(("t", "talk", "sanctions", "u", "zu", "x")), fields),
    st.builds(
        nodes.Fuzzy,
        st.sampled_from(("talk", "tlk", "sanctio", "zurch", "zuriich", "wars", "x")),
        st.sampled_from((1, 2)),
        fields,
    ),
    st.builds(
        lambda some, slop, field: nodes.Phrase(" ".join(some), tuple(map(term, some)), field, slop),
        st.lists(st.sampled_from(WORDS), min_size=2, max_size=3),
        st.sampled_from((1, 4)),
        fields,
    ),
    st.builds(nodes.Wildcard, st.sampled_from(("ta*s", "*s", "?alk", "z*h", "*q*")), fields),
    st.builds(nodes.Regex, st.sampled_from(("talk(s|ing)?", ".*n.*", "u.?", "q+")), fields),
    filters,
)


def _places(operands: st.SearchStrategy[nodes.Node]) -> st.SearchStrategy[nodes.Node]:
    within = st.sampled_from((1, 2, 5, "S", "P"))
    return st.one_of(
        st.builds(nodes.Near, operands, operands, within, st.booleans(), st.booleans()),
        st.builds(nodes.Or, st.lists(operands, min_size=2, max_size=3).map(tuple)),
        st.builds(nodes.Boost, operands, st.sampled_from((0.5, 3.0))),
    )


def _operands(field: str | None) -> st.SearchStrategy[nodes.Node]:
    words = st.one_of(
        st.builds(lambda word: nodes.Word(word, term(word), field), st.sampled_from(WORDS)),
        st.builds(lambda text: nodes.Form(text, word(text), term(text), field), st.sampled_from(WORDS)),
        st.builds(nodes.Prefix, st.sampled_from(("t", "talk", "s")), st.just(field)),
    )
    inside = st.recursive(words, _places, max_leaves=4)
    return inside | st.builds(nodes.AtLeast, st.sampled_from((1, 2, 3)), inside)


leaves |= fields.flatmap(_operands)


def _compounds(inner: st.SearchStrategy[nodes.Node]) -> st.SearchStrategy[nodes.Node]:
    parts = st.lists(inner, min_size=2, max_size=4).map(tuple)
    scored = inner.filter(lambda node: not nodes.is_filter(node))
    return st.one_of(
        st.builds(nodes.And, parts),
        st.builds(nodes.Or, parts),
        st.builds(nodes.Not, inner),
        st.builds(nodes.Boost, scored, st.just(2.0)),
    )


trees: st.SearchStrategy[nodes.Node] = st.recursive(leaves, _compounds, max_leaves=7)
zone_choices = st.sampled_from((DEFAULT_ZONES, ("title",), ("body",), ("lead",), ("title", "lead"), ALL_ZONES))
sorts: st.SearchStrategy[Sort] = st.sampled_from(("relevance", "newest", "oldest"))


native = pytest.param("native", marks=pytest.mark.skipif(not has_native(), reason="searchkit._native is not built"))
codecs = pytest.mark.parametrize("codec", ["whoosh", native])


def _new(codec: str, folder: Path) -> Engine:
    Marker(codec).write(folder)
    return open_folder(folder, create=True)


def _apply(engine: Engine, step: Step) -> None:
    with engine.writer() as writer:
        for item in step:
            if isinstance(item, Article):
                writer.put(item)
            else:
                writer.delete(item)
        writer.commit()


def _remaining(history: Sequence[Step]) -> list[Article]:
    left: dict[str, Article] = {}
    for step in history:
        for item in step:
            if isinstance(item, Article):
                left[item.id] = item
            else:
                left.pop(item, None)
    return list(left.values())


def _ids(found: Matches) -> list[str]:
    return [match.id for match in found.hits]


# Building an index takes longer than hypothesis allows for one example.
slow = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@codecs
@slow
@given(growth, st.lists(trees, min_size=4, max_size=10), zone_choices)
def test_ids_and_scores_are_those_of_the_formula(
    codec: str, batches: list[list[Article]], queries: list[nodes.Node], zones: tuple[str, ...]
) -> None:
    # Whoosh counts a replaced article in its statistics until segments merge: here every id is new.
    fresh: list[Step] = [
        [_renamed(article, f"{n}-{article.id}") for article in batch] for n, batch in enumerate(batches)
    ]
    oracle = Oracle(_remaining(fresh))
    with tempfile.TemporaryDirectory() as folder:
        engine = _new(codec, Path(folder))
        for step in fresh:
            _apply(engine, step)
        for tree in queries:
            request = Request(tree, zones, limit=100)
            expected = oracle.scores(tree, zones)
            found = engine.search(request)
            assert {match.id: match.score for match in found.hits} == pytest.approx(expected, abs=1e-6)
            assert _ids(found) == oracle.ranking(request, {match.id: match.score for match in found.hits})
        engine.close()


def _renamed(article: Article, id: str) -> Article:
    return Article.from_record(article.to_record() | {"id": id, "source": article.source})


@codecs
@slow
@given(histories, st.lists(st.tuples(trees, sorts), min_size=3, max_size=8), zone_choices)
def test_ids_order_and_facets_are_right_after_updates_and_deletions(
    codec: str, history: list[Step], queries: list[tuple[nodes.Node, Sort]], zones: tuple[str, ...]
) -> None:
    oracle = Oracle(_remaining(history))
    with tempfile.TemporaryDirectory() as folder:
        engine = _new(codec, Path(folder))
        for step in history:
            _apply(engine, step)
        for tree, sort in queries:
            request = Request(tree, zones, sort=sort, limit=100, facets=("source", "date"))
            expected = oracle.scores(tree, zones)
            found = engine.search(request)
            scores = {match.id: match.score for match in found.hits}
            assert scores.keys() == expected.keys()
            assert found.total == len(expected)
            assert _ids(found) == oracle.ranking(request, scores)
            assert found.facets == {
                "source": Facet.of(oracle.facet("source", expected)),
                "date": Facet.of(oracle.facet("date", expected), by_time=True),
            }
        engine.close()


@codecs
@slow
@given(histories, trees, sorts, st.integers(min_value=1, max_value=4))
def test_pages_put_together_are_the_whole_list(
    codec: str, history: list[Step], tree: nodes.Node, sort: Sort, size: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = _new(codec, Path(folder))
        for step in history:
            _apply(engine, step)
        whole = engine.search(Request(tree, sort=sort, limit=100))
        pages = [engine.search(Request(tree, sort=sort, limit=size, offset=n)) for n in range(0, 14, size)]
        engine.close()
    assert [match for page in pages for match in page.hits] == list(whole.hits)
    assert {page.total for page in pages} == {whole.total}
