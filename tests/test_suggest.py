"""Completions and corrections: each finds something under the same filters, in either engine."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import searchkit
from searchkit import Archive, Article, QueryError, Suggestion
from searchkit.asking import filtered
from searchkit.engines.base import Occurrences, Request
from searchkit.fields import DEFAULT_ZONES
from searchkit.query.grammar import parse
from searchkit.query.tree import Node
from searchkit.why.suggest import Suggesting
from tests.cli_helpers import indexed, run
from tests.conftest import ARTICLES
from tests.test_oracle import SOURCES, WORDS, Step, _apply, _new, codecs, growth, slow


@pytest.fixture(params=["native", "whoosh"])
def news(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    """A few articles in either engine; without the core it is the same one twice."""
    if request.param == "whoosh":
        monkeypatch.setenv("SEARCHKIT_NATIVE", "0")
    with searchkit.open(tmp_path / "index", create=True) as archive:
        archive.add(ARTICLES)
        yield archive


def _completed(archive: Archive, text: str, **options: object) -> list[tuple[str, int]]:
    return [(one.text, one.hits) for one in archive.suggest(text, **options).completions]  # type: ignore[arg-type]


def _corrected(archive: Archive, text: str, **options: object) -> list[tuple[str, int]]:
    return [(one.text, one.hits) for one in archive.suggest(text, **options).corrections]  # type: ignore[arg-type]


def test_the_last_word_is_completed_by_what_most_articles_have(news: Archive) -> None:
    assert _completed(news, "alaska s") == [("alaska storm", 1), ("alaska spoke", 1)]
    assert _completed(news, "SANC") == [("sanctions", 1)]
    assert _completed(news, "la", limit=1) == [("lavrov", 2)]


def test_forms_of_one_word_are_one_completion(archive: Archive) -> None:
    archive.add([Article(id="a", body="sanction sanctions sanctioned")])
    assert _completed(archive, "san") == [("sanction", 1)]


@pytest.mark.parametrize("text", ["", "lavrov ", "lavrov (", "zebr", "titel:la", "date:2025", "id:a", "* -", "(la))"])
def test_where_there_is_nothing_to_complete_nothing_is_suggested(news: Archive, text: str) -> None:
    assert not news.suggest(text)


@pytest.mark.parametrize(
    ("text", "completed"),
    [
        ('"new con', '"new contacts"'),
        ('lavrov (storm OR "new con', 'lavrov (storm OR "new contacts")'),
        ("title:alas", "title:alaska"),
        ("lavrov -stor", "lavrov -storm"),
        ("=talk", "=talks"),
        ("source:tr", 'source:"TRT World"'),
        ('lavrov source:"TRT W', 'lavrov source:"TRT World"'),
        ("(lavrov OR source:wi", '(lavrov OR source:"Wire")'),
    ],
)
def test_a_completion_is_a_whole_query(news: Archive, text: str, completed: str) -> None:
    (suggestion,) = news.suggest(text).completions
    assert suggestion.text == completed
    assert news.search(completed).total == suggestion.hits


def test_a_completion_finds_something_under_the_filters(news: Archive) -> None:
    assert _completed(news, "s", source="wire") == [("spoke", 1)]
    assert _completed(news, "storm", in_="title") == [("storm", 1)]
    assert _completed(news, "clos", in_="title") == []
    assert _completed(news, "source:", until="2025-09") == [('source:"Wire"', 1)]


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("lavrof", "lavrov"),
        ("Lavorv", "lavrov"),
        ("lavrof alasca", "lavrov alaska"),
        ('"new contcts"', '"new contacts"'),
        ('"new contcts', '"new contacts"'),
        ('alaska (strom OR brexit) -source:"Wire"', None),
        ('alaska strom -source:"Wire"', 'alaska storm -source:"Wire"'),
        ("title:sanktions", "title:sanctions"),
    ],
)
def test_a_word_that_nothing_has_is_replaced(news: Archive, text: str, corrected: str | None) -> None:
    found = [one.text for one in news.suggest(text).corrections]
    assert found == ([corrected] if corrected else [])
    assert all(news.search(one).total for one in found)


@pytest.mark.parametrize("text", ["lavrov", "zebra", "xy", "lavrof zebra", "lavrof (", "lavrof -alaska lavrov storm"])
def test_where_no_correction_helps_none_is_suggested(news: Archive, text: str) -> None:
    assert news.suggest(text).corrections == ()


def test_a_correction_finds_something_under_the_filters(news: Archive) -> None:
    assert _corrected(news, "strom", source="wire") == []
    assert _corrected(news, "strom", source="trt world") == [("storm", 1)]


def test_a_rare_word_is_doubted_beside_one_that_a_hundred_times_as_many_have(archive: Archive) -> None:
    archive.add([Article(id="x", body="The goverment fell."), Article(id="y", body="Nobody was goverend.")])
    archive.add([Article(id=str(n), body="The government stays.") for n in range(99)])
    assert _corrected(archive, "goverment") == []
    archive.add([Article(id="99", body="The government stays.")])
    assert _corrected(archive, "goverment") == [("government", 100)]
    assert _corrected(archive, "government") == []


def test_suggestions_are_made_of_what_is_still_there(news: Archive) -> None:
    news.delete(["a3"])
    assert _completed(news, "sto") == []
    assert _corrected(news, "strom") == []


def test_a_wrong_option_is_an_error(news: Archive) -> None:
    with pytest.raises(QueryError):
        news.suggest("la", limit=-1)


prefixes = st.sampled_from([word[:length] for word in WORDS for length in (1, 2, 3, 4)])


@codecs
@settings(slow, max_examples=15)
@given(growth, st.lists(prefixes, min_size=1, max_size=3).map(" ".join), st.sampled_from((*SOURCES[:2], None)))
def test_every_suggestion_has_the_hits_it_states(
    codec: str, batches: list[Step], text: str, source: str | None
) -> None:
    def narrowed(tree: Node) -> Node:
        return filtered(tree, (source,) if source else (), (None, None))

    with tempfile.TemporaryDirectory() as folder:
        engine = _new(codec, Path(folder))
        for step in batches:
            _apply(engine, step)
        found = Suggesting(engine, DEFAULT_ZONES, narrowed).suggestions(text, 5)
        for one in (*found.completions, *found.corrections):
            assert one.hits > 0
            assert engine.search(Request(narrowed(parse(one.text).tree), limit=0)).total == one.hits
        engine.close()


@codecs
def test_words_are_counted_by_article_and_field(codec: str, tmp_path: Path) -> None:
    engine = _new(codec, tmp_path)
    for article in ARTICLES:
        _apply(engine, [article])
    known = engine.statistics()
    fields = ("title_words", "body_words")
    assert known.beginning("st", fields, 9) == [Occurrences("storm", 2)]
    assert known.beginning("s", fields, 2) == [Occurrences("sanctions", 2), Occurrences("storm", 2)]
    assert known.alike("strm", 1, fields) == [Occurrences("storm", 2)]
    assert (known.frequency("body", "talk"), known.frequency("title", "nobody")) == ((1, 4), (0, 4))
    engine.close()


class TestCommand:
    def test_prints_each_suggestion_with_its_hits(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, {"id": "a", "text": "Talks in Alaska."}, {"id": "b", "text": "A talk."})
        answer = run("--index", index, "suggest", "tal")
        assert (answer.status, answer.out, answer.err) == (0, "       2  talk\n", "")
        answer = run("--index", index, "suggest", "tlaks")
        assert (answer.status, answer.out) == (0, "       2  talks  (correction)\n")

    def test_finds_nothing_with_status_1(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, {"id": "a", "text": "Talks in Alaska."})
        answer = run("--index", index, "suggest", "zebra", "--format", "json")
        assert answer.status == 1
        assert answer.json == {"format_version": 1, "text": "zebra", "completions": [], "corrections": []}

    def test_is_made_for_programs_too(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, {"id": "a", "text": "Talks in Alaska."})
        answer = run("--index", index, "suggest", "alaska ta", "--format", "json").json
        assert answer["completions"] == [Suggestion("alaska talks", 1).to_dict()]
        assert run("--index", index, "suggest", "ta", "--format", "jsonl").rows == [
            {"kind": "completion", "text": "talks", "hits": 1}
        ]
        assert run("--index", index, "suggest", "ta", "--format", "csv").out == "kind,text,hits\ncompletion,talks,1\n"
