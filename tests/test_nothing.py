"""Where nothing is found: what each clause finds, what to drop, what may be meant, what the archive has there."""

import tempfile
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import searchkit
from searchkit import Archive, Coverage
from searchkit.engines.base import Engine, Matches, Request
from searchkit.query.tree import And, Node
from searchkit.why.nothing import zero_hits
from tests.cli_helpers import indexed, run
from tests.conftest import ARTICLES
from tests.test_oracle import Step, _apply, _new, codecs, growth, leaves, slow


@pytest.fixture(params=["native", "whoosh"])
def news(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    """A few articles in either engine; without the core it is the same one twice."""
    if request.param == "whoosh":
        monkeypatch.setenv("SEARCHKIT_NATIVE", "0")
    with searchkit.open(tmp_path / "index", create=True) as archive:
        archive.add(ARTICLES)
        yield archive


ALL = Coverage("*", 4, date(2025, 9, 18), date(2025, 11, 20))


def test_each_clause_has_what_it_finds_alone(news: Archive) -> None:
    nothing = news.search("lavrov storm zebra", source="wire").zero_hits
    assert nothing
    assert [(clause.text, clause.total) for clause in nothing.clauses] == [
        ("lavrov", 2), ("storm", 1), ("zebra", 0), ('source:"wire"', 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "drops"),
    [
        ("lavrov storm", [("storm", 2), ("lavrov", 1)]),
        ("lavrov zebra", [("zebra", 2)]),
        ("lavrov talks zebra lynx", [("zebra and lynx", 1)]),
        ("lavrov zebra storm", [("zebra and storm", 2), ("lavrov and zebra", 1)]),
        ("alaska -storm -lavrov", [("alaska", 1), ("NOT storm", 1), ("NOT lavrov", 1)]),
        ("lavrov date:2025-11-20", [("date:2025-11-20", 2), ("lavrov", 1)]),
        ("zebra", []),
        ("zebra lynx", []),
        ("zebra OR lynx", []),
    ],
)
def test_the_fewest_clauses_to_drop_are_named(news: Archive, query: str, drops: list[tuple[str, int]]) -> None:
    nothing = news.search(query).zero_hits
    assert nothing
    assert [(" and ".join(drop.clauses), drop.total) for drop in nothing.drop] == drops
    assert [news.search(drop.query).total for drop in nothing.drop] == [total for _, total in drops]


def test_a_misspelt_word_is_told_of(news: Archive) -> None:
    results = news.search("lavrof alaska")
    assert "did you mean lavrov alaska? It finds 1 article" in results.notes
    assert results.zero_hits
    assert [one.text for one in results.zero_hits.suggestions] == ["lavrov alaska"]


def test_what_the_archive_has_there_is_told_of(news: Archive) -> None:
    nothing = news.search("lavrov", since="2025-11-14", until="2025-11-19").zero_hits
    assert nothing
    assert (nothing.coverage, nothing.archive) == (Coverage("date:2025-11-14..2025-11-19", 0), ALL)
    nothing = news.search("zebra", source="trt world").zero_hits
    assert nothing
    assert nothing.coverage == Coverage('source:"trt world"', 2, date(2025, 11, 13), date(2025, 11, 20))


def test_notes_say_the_same_in_words(news: Archive) -> None:
    assert news.search("storm", since="2025-09", until="2025-10").notes == (
        "what each clause finds alone: storm 1, date:2025-09-01..2025-10-31 1",
        "without storm: 1 article",
        "without date:2025-09-01..2025-10-31: 1 article",
        "the archive has 1 article for date:2025-09-01..2025-10-31, of 2025-09-18",
    )
    assert news.search("zebra date:2024").notes[-1] == (
        "the archive has nothing for date:2024-01-01..2024-12-31; it has 4 articles from 2025-09-18 to 2025-11-20"
    )


def test_a_word_alone_without_filters_has_nothing_to_say(news: Archive) -> None:
    results = news.search("zebra")
    assert results.notes == ()
    assert results.zero_hits
    assert results.zero_hits.coverage == ALL


def test_boosts_are_no_clauses(news: Archive) -> None:
    nothing = news.search("lavrov storm", recency="30d", boost_phrase=True).zero_hits
    assert nothing
    assert [clause.text for clause in nothing.clauses] == ["lavrov", "storm"]


def test_an_empty_archive_says_that_it_is(archive: Archive) -> None:
    results = archive.search("lavrov")
    assert results.notes == ("the archive is empty",)
    assert archive.suggest("lav") == searchkit.Suggestions("lav")


def test_nothing_is_looked_for_where_there_are_hits(news: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Request] = []
    engine: Engine = news._engine
    search = engine.search

    def counted(request: Request) -> Matches:
        asked.append(request)
        return search(request)

    monkeypatch.setattr(engine, "search", counted)
    results = news.search("lavrov alaska")
    assert (results.zero_hits, len(asked)) == (None, 1)
    assert results.to_dict()["zero_hits"] is None


def test_who_wants_no_advice_gets_none(news: Archive) -> None:
    found = news.search("lavrov zebra", advise=False)
    assert (found.total, found.zero_hits, found.notes) == (0, None, ())


def test_a_count_alone_asks_no_further(news: Archive) -> None:
    assert news.search("zebra lynx", limit=0).zero_hits is None


@codecs
@settings(slow, max_examples=15)
@given(growth, st.lists(st.lists(leaves, min_size=2, max_size=4), min_size=1, max_size=6))
def test_no_smaller_set_of_clauses_would_do(codec: str, batches: list[Step], queries: list[list[Node]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = _new(codec, Path(folder))
        for step in batches:
            _apply(engine, step)

        def total(parts: tuple[Node, ...]) -> int:
            return engine.search(Request(And(parts), limit=0)).total

        for parts in queries:
            if total(tuple(parts)):
                continue
            found = zero_hits(engine, Request(And(tuple(parts))), ())
            kept = len(parts) - len(found.drop[0].clauses) if found.drop else 0
            for size in range(len(parts) - 1, kept, -1):
                assert not any(map(total, combinations(parts, size)))
            assert all(drop.total > 0 for drop in found.drop)
        engine.close()


def test_the_command_says_what_would_help(tmp_path: Path) -> None:
    index = indexed(tmp_path, {"id": "a", "text": "Talks in Alaska.", "date": "2025-09-18"})
    answer = run("--index", index, "search", "talks zebra", "--format", "json")
    assert answer.status == 1
    assert "note: without zebra: 1 article" in answer.err
    reach = {"within": "*", "articles": 1, "first_date": "2025-09-18", "last_date": "2025-09-18"}
    assert answer.json["zero_hits"] == {
        "clauses": [{"clause": "talks", "total": 1}, {"clause": "zebra", "total": 0}],
        "drop": [{"clauses": ["zebra"], "query": "talks", "total": 1}],
        "suggestions": [],
        "coverage": reach,
        "archive": reach,
    }
