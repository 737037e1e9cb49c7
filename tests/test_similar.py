"""Articles like one: found by its telling words, without itself and its copies, the same in either engine."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import searchkit
from searchkit import Archive, Article, ArticleNotFoundError
from tests.cli_helpers import indexed, run

OIL = "Oil prices rose as tankers waited off the port, and the refinery was idle."
TEXTS = {
    "oil1": (OIL, "Wire", date(2025, 1, 1)),
    "oil2": ("The refinery bought oil from two tankers in the port, and paid for it.", "Wire", date(2025, 1, 2)),
    "oil3": ("A tanker with oil ran aground, and the port was closed.", "AP", date(2025, 2, 1)),
    "tea1": ("The tea was cold, and nobody in the house drank it.", "AP", date(2025, 1, 3)),
    "tea2": ("Nobody knows the price of tea, and the house is empty.", "Wire", date(2025, 1, 4)),
    "art1": ("The museum was open, and the painting was gone.", "AP", date(2025, 1, 5)),
}


@pytest.fixture(params=["native", "whoosh"])
def news(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    """Articles on oil, tea and art in either engine; without the core it is the same one twice."""
    if request.param == "whoosh":
        monkeypatch.setenv("SEARCHKIT_NATIVE", "0")
    with searchkit.open(tmp_path / "index", create=True) as archive:
        archive.add([Article(id=id, body=body, source=source, date=day) for id, (body, source, day) in TEXTS.items()])
        yield archive


def test_articles_on_the_same_subject_come_first(news: Archive) -> None:
    assert [hit.id for hit in news.similar("oil1")][:2] == ["oil2", "oil3"]
    assert news.similar("tea1").hits[0].id == "tea2"


def test_the_words_it_goes_by_are_the_query(news: Archive) -> None:
    results = news.similar("oil1")
    assert results.query == "oil1"
    assert results.interpreted_as.startswith("(prices OR refinery OR oil OR port OR tankers OR ")
    assert results.interpreted_as.endswith(' AND NOT id:"oil1"')
    assert "rose" not in results.interpreted_as  # which no other article has
    assert [hit.id for hit in news.search(results.interpreted_as)] == [hit.id for hit in results]


def test_neither_the_article_nor_its_copies_are_among_them(news: Archive) -> None:
    news.add([Article(id="oil0", body=OIL, source="AFP")])
    assert [copy.id for copy in news.copies("oil1")] == ["oil0"]
    assert {"oil0", "oil1"}.isdisjoint(hit.id for hit in news.similar("oil1", limit=100))


def test_filters_and_pages_are_those_of_a_search(news: Archive) -> None:
    assert [hit.id for hit in news.similar("oil1", source="ap", limit=1)] == ["oil3"]
    assert [hit.id for hit in news.similar("oil1", since="2025-02")] == ["oil3"]
    whole = [hit.id for hit in news.similar("oil1")]
    assert [hit.id for hit in news.similar("oil1", limit=1, offset=1)] == whole[1:2]


def test_what_they_have_in_common_is_marked(news: Archive) -> None:
    (passage,) = news.similar("oil1", limit=1).hits[0].passages
    assert "oil" in [passage.text[start:end] for start, end in passage.marks]


def test_a_word_of_the_title_counts_as_the_title_weighs(archive: Archive) -> None:
    archive.add([Article(id="a", title="Storm", body="Tea here."), Article(id="b", body="Storm."),
                 Article(id="c", body="Tea."), Article(id="d", body="Nothing.")])  # fmt: skip
    assert archive.similar("a").interpreted_as.startswith("(storm OR tea)")


def test_an_article_like_no_other_has_a_note(news: Archive) -> None:
    news.add([Article(id="odd", body="Xylographs!")])
    results = news.similar("odd")
    assert (results.total, results.notes) == (0, ("no other article has a word of it that tells anything",))


def test_an_article_that_is_not_there_is_an_error(news: Archive) -> None:
    with pytest.raises(ArticleNotFoundError):
        news.similar("oil9")


def test_the_command_prints_hits(tmp_path: Path) -> None:
    rows = [{"id": id, "title": id, "text": body} for id, (body, _, _) in TEXTS.items()]
    index = indexed(tmp_path, *rows)
    answer = run("--index", index, "similar", "oil1", "--limit", "1", "--passages", "0")
    assert answer.status == 0
    assert answer.out.splitlines()[0] == "  1  oil2"
    assert run("--index", index, "similar", "oil1", "--format", "jsonl").rows[0]["id"] == "oil2"
    assert run("--index", index, "similar", "none").status == 2
