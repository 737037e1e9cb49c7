"""Groups of copies, and the hits that stand for them, are those that comparing every article with every other gives."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from searchkit.article import UNKNOWN, Article
from searchkit.engines.base import Engine, Request, Sort
from searchkit.query.tree import And, Everything, Exact, Node, Not, Or, Word
from searchkit.results import Hit
from tests.test_oracle import DAYS, IDS, SOURCES, Step, _apply, _new, _remaining, codecs, slow, sorts

LONG = "talks go on and on in Alaska this week"
BODIES = (LONG, f"\n{LONG} ".replace(" go", "\u2003go"), f"{LONG} {LONG}", "talks", "talks ", "Alaska", "", " \n")
articles = st.builds(
    Article, id=st.sampled_from(IDS), title=st.sampled_from(("talks", " talks", "Alaska talks", "")),
    body=st.sampled_from(BODIES), date=st.sampled_from((*DAYS, None)), source=st.sampled_from(SOURCES),
    sha256=st.sampled_from((None, "11", "22")),
)  # fmt: skip
deletions = st.lists(st.sampled_from(IDS), min_size=1, max_size=3).map(tuple)
histories = st.lists(st.lists(articles, min_size=1, max_size=8) | deletions, min_size=1, max_size=12)
queries: st.SearchStrategy[Node] = st.sampled_from((
    Everything(), Word("talks", "talk"), Word("alaska", "alaska", "title"), Not(Word("alaska", "alaska", "body")),
    Or((Word("alaska", "alaska", "title"), Word("week", "week"))), Exact("source", "wire"),
    And((Word("talks", "talk"), Not(Exact("source", "wire")))),
))  # fmt: skip


def are_copies(one: Article, other: Article) -> bool:
    """Tell whether two articles are copies, as it is defined."""
    words, others = one.body.split(), other.body.split()
    if not words or words != others:
        return False
    if len(words) >= 8:
        return True
    titles = one.title.split(), other.title.split()
    return titles[0] == titles[1] and (titles[0] != [] or (one.sha256 is not None and one.sha256 == other.sha256))


def groups(found: Sequence[Article]) -> dict[str, set[str]]:
    """Return for every article the ids of its copies."""
    return {one.id: {other.id for other in found if other is not one and are_copies(one, other)} for one in found}


def shown(hits: Sequence[Hit], copies: dict[str, set[str]]) -> list[str]:
    """Return what is left of a ranking when what has a copy before it is left out."""
    ids: list[str] = []
    for hit in hits:
        if not copies[hit.id].intersection(ids):
            ids.append(hit.id)
    return ids


def after(folder: str, codec: str, history: Sequence[Step]) -> Engine:
    """Return an engine that has seen these commits."""
    engine = _new(codec, Path(folder))
    for step in history:
        _apply(engine, step)
    return engine


@codecs
@slow
@given(histories)
def test_groups_are_those_of_all_pairs(codec: str, history: list[Step]) -> None:
    left = _remaining(history)
    expected = groups(left)
    with tempfile.TemporaryDirectory() as folder:
        engine = after(folder, codec, history)
        assert {id: {copy.id for copy in engine.copies(id)} for id in expected} == expected
        for article in left:
            for copy in engine.copies(article.id):
                other = next(other for other in left if other.id == copy.id)
                is_equal = article.sha256 is not None and article.sha256 == other.sha256
                assert (copy.date, copy.source) == (other.date, other.source or UNKNOWN)
                assert copy.evidence == ("byte-equal" if is_equal else "text-equal")
        distinct = {frozenset([id, *copies]) for id, copies in expected.items() if copies}
        stats = engine.stats()
        assert (stats["copy_groups"], stats["copies"]) == (len(distinct), sum(map(len, distinct)) - len(distinct))
        engine.close()


@codecs
@slow
@given(histories, queries, sorts, st.integers(1, 5), st.sampled_from((0, 1)))
def test_pages_are_those_of_the_ranking_without_later_copies(
    codec: str, history: list[Step], tree: Node, sort: Sort, size: int, passages: int
) -> None:
    copies = groups(_remaining(history))
    with tempfile.TemporaryDirectory() as folder:
        engine = after(folder, codec, history)
        ranking = engine.search(Request(tree, sort=sort, limit=100, passages=passages))
        by_id = {hit.id: hit for hit in ranking.hits}
        expected = shown(ranking.hits, copies)
        found: list[Hit] = []
        for offset in range(0, 14, size):
            page = engine.search(Request(tree, sort=sort, limit=size, offset=offset, passages=passages, collapse=True))
            listed = {id for hit in page.hits for id in copies[hit.id]}
            assert page.total == ranking.total
            assert page.copies == len(listed.intersection(by_id))
            found += page.hits
        engine.close()
    assert [hit.id for hit in found] == expected
    assert [hit.rank for hit in found] == list(range(1, len(expected) + 1))
    assert [hit.replaced(copies=()) for hit in found] == [by_id[hit.id].replaced(rank=hit.rank) for hit in found]
    assert [{copy.id for copy in hit.copies} for hit in found] == [copies[id] for id in expected]
