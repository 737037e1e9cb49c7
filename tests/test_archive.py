"""The class that users meet."""

import datetime
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import searchkit
from searchkit import (
    Archive,
    ArchiveError,
    Article,
    ArticleError,
    ArticleNotFoundError,
    DateError,
    Evidence,
    FacetCount,
    QueryError,
    Zone,
)


def _ids(archive: Archive, query: str, **options: object) -> list[str]:
    return [hit.id for hit in archive.search(query, **options)]  # type: ignore[arg-type]


# --- opening


def test_an_archive_is_made_only_when_asked(tmp_path: Path) -> None:
    with pytest.raises(searchkit.IndexNotFoundError, match="there is no index at") as caught:
        searchkit.open(tmp_path / "none")
    assert "index PATH makes one" in str(caught.value.hint)
    assert not (tmp_path / "none").exists()


def test_articles_outlive_the_archive_that_took_them(tmp_path: Path) -> None:
    with searchkit.open(tmp_path / "index", create=True) as archive:
        archive.add([Article(id="a", body="Lavrov")])
    with searchkit.open(tmp_path / "index", create=True) as archive:
        assert _ids(archive, "lavrov") == ["a"]
    assert searchkit.search("lavrov", index=tmp_path / "index").total == 1


def test_a_closed_archive_may_be_closed_again_but_not_used(filled: Archive) -> None:
    filled.close()
    filled.close()
    for use in (lambda: filled.search("x"), lambda: filled.show("a1"), filled.stats, lambda: filled.facets("*")):
        with pytest.raises(ArchiveError, match="has been closed"):
            use()
    for write in (lambda: filled.add([Article(id="x")]), lambda: filled.delete(["a1"])):
        with pytest.raises(ArchiveError, match="has been closed"):
            write()


def test_a_location_of_another_kind_is_refused() -> None:
    with pytest.raises(ArchiveError, match="cannot open ftp://x"):
        searchkit.open("ftp://x")


def test_an_archive_says_where_it_is(filled: Archive) -> None:
    assert repr(filled) == f"<Archive {filled.location!r}>"


# --- adding and deleting


def test_an_article_replaces_the_one_that_has_its_id(archive: Archive) -> None:
    assert archive.add([Article(id="a", body="war"), Article(id="b", body="war")]) == 2
    assert archive.add([Article(id="a", body="peace")]) == 1
    assert (_ids(archive, "war"), _ids(archive, "peace")) == (["b"], ["a"])
    assert archive.stats()["articles"] == 2


def test_the_last_of_two_articles_with_one_id_counts(archive: Archive) -> None:
    assert archive.add(Article(id="a", body=body) for body in ("war", "truce", "peace")) == 3
    assert (_ids(archive, "*"), _ids(archive, "peace"), _ids(archive, "war OR truce")) == (["a"], ["a"], [])


def test_adding_nothing_is_fine(archive: Archive) -> None:
    assert archive.add([]) == 0
    assert _ids(archive, "*") == []


def test_one_wrong_article_keeps_all_out(archive: Archive) -> None:
    with pytest.raises(ArticleError, match=r"takes searchkit\.Article objects"):
        archive.add([Article(id="a"), "no article"])  # type: ignore[list-item]
    assert _ids(archive, "*") == []


def test_an_error_while_articles_are_made_keeps_all_out(archive: Archive) -> None:
    def articles() -> Iterator[Article]:
        yield Article(id="a")
        yield Article(id="a")
        raise RuntimeError("the source is gone")

    with pytest.raises(RuntimeError, match="the source is gone"):
        archive.add(articles())
    assert _ids(archive, "*") == []
    assert archive.add([Article(id="b")]) == 1


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"id": ""}, "needs an id"),
        ({"id": 7}, "needs an id"),
        ({"id": "a", "body": b"bytes"}, "body must be a string"),
        ({"id": "a", "title": None}, "title must be a string"),
        ({"id": "a", "date": "2025-11-13"}, "date must be a datetime.date"),
        ({"id": "a", "date": datetime.datetime(2025, 11, 13)}, "date must be a datetime.date"),
    ],
)
def test_an_article_of_the_wrong_type_is_refused(values: dict[str, object], message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        Article(**values)  # type: ignore[arg-type]


def test_deleting_tells_what_was_there(filled: Archive) -> None:
    assert filled.delete(["a1", "nobody", "a1", "a3"]) == ["a1", "a3"]
    assert _ids(filled, "*", sort="oldest") == ["a2", "a4"]
    assert filled.delete([]) == []
    assert filled.delete(["a1"]) == []


def test_a_deleted_article_may_come_back(filled: Archive) -> None:
    filled.delete(["a1"])
    filled.add([Article(id="a1", body="back")])
    assert (_ids(filled, "back"), _ids(filled, "contacts")) == (["a1"], [])


def test_one_string_is_no_list_of_ids(filled: Archive) -> None:
    with pytest.raises(TypeError, match="takes a list of ids"):
        filled.delete("a1")


# --- showing


def test_show_gives_the_article_as_it_was_added(archive: Archive) -> None:
    article = Article(
        id="ä/1.txt", title="T <b>", body="B\n北京 😀", date=date(1, 1, 1), source="Wire", raw="T\nB\n北京 😀",
        path="/x/ä", sha256="00", section="WORLD", byline="Jane", dateline="MOSCOW", language="en", url="http://x",
        agencies=("AFP",), photo_credits=("Reuters",), zones=(Zone("body", 1, 3, "text"),),
        evidence=(Evidence("date", "0001-01-01", "header", 1, True, 0.5),), extra={"n": [1, {"a": None}]},
    )  # fmt: skip
    archive.add([article, Article(id="bare")])
    assert archive.show("ä/1.txt") == article
    assert archive.show("bare") == Article(id="bare")


def test_an_article_that_is_not_there_cannot_be_shown(filled: Archive) -> None:
    with pytest.raises(ArticleNotFoundError, match="there is no article 'a9'"):
        filled.show("a9")


def test_an_id_is_matched_to_the_letter(archive: Archive) -> None:
    archive.add([Article(id="A b.TXT"), Article(id="a b.txt"), Article(id="x" * 300)])
    assert archive.show("A b.TXT").id == "A b.TXT"
    assert _ids(archive, 'id:"a b.txt"') == ["a b.txt"]
    assert archive.show("x" * 300).id == "x" * 300


# --- searching


def test_results_say_what_was_found(filled: Archive) -> None:
    results = filled.search("Lavrov contacts", facets=["source", "date"])
    assert (results.query, results.interpreted_as, results.total) == ("Lavrov contacts", "Lavrov AND contacts", 1)
    (hit,) = results
    assert (hit.id, hit.rank, hit.title, hit.date, hit.source) == (
        "a1",
        1,
        "Lavrov expects talks",
        date(2025, 9, 18),
        "Wire",
    )
    assert hit.title_marks == ((0, 6),)
    assert [(passage.text, passage.marks) for passage in hit.passages] == [
        ("Lavrov spoke in Alaska.", ((0, 6),)),
        ("He expects new contacts with the U.S.", ((15, 23),)),
    ]
    assert results.facets == {"source": (FacetCount("Wire", 1),), "date": (FacetCount("2025-09", 1),)}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["a1", "a2", "a3", "a4"]),
        ({"source": "TRT World"}, ["a2", "a3"]),
        ({"source": "trt world"}, ["a2", "a3"]),
        ({"source": ["Wire", "unknown"]}, ["a1", "a4"]),
        ({"source": "nobody"}, []),
        ({"since": "2025-11-13"}, ["a2", "a3"]),
        ({"until": "2025-11-13"}, ["a1", "a2"]),
        ({"since": "2025-11", "until": "2025-11"}, ["a2", "a3"]),
        ({"since": date(2025, 11, 14)}, ["a3"]),
        ({"since": "2025", "source": "Wire"}, ["a1"]),
        ({"until": "2024"}, []),
    ],
)
def test_filters_decide_what_matches(filled: Archive, options: dict[str, object], expected: list[str]) -> None:
    assert sorted(_ids(filled, "*", **options)) == expected


def test_filters_do_not_change_scores(filled: Archive) -> None:
    (plain,) = (hit.score for hit in filled.search("lavrov") if hit.id == "a2")
    (filtered,) = (hit.score for hit in filled.search("lavrov", source="TRT World", since="2025"))
    assert plain == filtered > 0


def test_words_are_looked_for_in_the_zones_asked_for(filled: Archive) -> None:
    assert sorted(_ids(filled, "alaska")) == ["a1", "a3"]
    assert _ids(filled, "alaska", in_="title") == ["a3"]
    assert _ids(filled, "alaska", in_=["body"]) == ["a1"]
    assert sorted(_ids(filled, "alaska", in_="all")) == ["a1", "a3"]
    assert _ids(filled, "alaska", in_="links") == []


def test_results_may_be_sorted_by_date_with_the_undated_last(filled: Archive) -> None:
    assert _ids(filled, "*", sort="newest") == ["a3", "a2", "a1", "a4"]
    assert _ids(filled, "*", sort="oldest") == ["a1", "a2", "a3", "a4"]


def test_equal_scores_come_newest_first_then_by_id(archive: Archive) -> None:
    days = {"c": 1, "a": 1, "b": 2}
    archive.add([Article(id=id, body="war", date=date(2025, 1, day)) for id, day in days.items()])
    archive.add([Article(id="d", body="war")])
    assert _ids(archive, "war") == ["b", "a", "c", "d"]


def test_pages_follow_each_other(filled: Archive) -> None:
    pages = [filled.search("*", sort="oldest", limit=3, offset=offset) for offset in (0, 3, 6)]
    assert [[(hit.rank, hit.id) for hit in page] for page in pages] == [
        [(1, "a1"), (2, "a2"), (3, "a3")],
        [(4, "a4")],
        [],
    ]
    assert {page.total for page in pages} == {4}


def test_a_limit_of_nothing_still_counts(filled: Archive) -> None:
    results = filled.search("lavrov", limit=0, facets=["source"])
    assert (len(results), results.total) == (0, 2)
    assert results.facets["source"] == (FacetCount("TRT World", 1), FacetCount("Wire", 1))


def test_passages_are_as_many_as_asked_for(filled: Archive) -> None:
    assert [len(hit.passages) for hit in filled.search("lavrov contacts", passages=1)] == [1]
    assert [hit.passages for hit in filled.search("lavrov contacts", passages=0)] == [()]


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"sort": "best"}, QueryError, "sort must be one of relevance, newest, oldest; got 'best'"),
        ({"in_": "footer"}, QueryError, "in must be one of .* got 'footer'"),
        ({"facets": ["mood"]}, QueryError, "facet must be one of .* got 'mood'"),
        ({"limit": -1}, QueryError, "limit must not be negative"),
        ({"offset": -1}, QueryError, "offset must not be negative"),
        ({"passages": -1}, QueryError, "passages must not be negative"),
        ({"since": "2025-02-30"}, DateError, "there is no day '2025-02-30'"),
        ({"since": "2026", "until": "2025"}, DateError, "nothing lies between"),
        ({"until": "soon"}, DateError, "cannot read 'soon'"),
    ],
)
def test_a_wrong_option_is_refused(
    filled: Archive, options: dict[str, object], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        filled.search("lavrov", **options)  # type: ignore[arg-type]


def test_a_wrong_query_names_the_place(filled: Archive) -> None:
    with pytest.raises(QueryError) as caught:
        filled.search("lavrov (alaska")
    assert (caught.value.query, caught.value.position) == ("lavrov (alaska", 7)


def test_notes_tell_of_sources_that_nobody_has(filled: Archive) -> None:
    note = "no article has the source 'TRT Wrld'; did you mean 'TRT World'?"
    assert filled.search("*", source="TRT Wrld").notes[0] == note
    assert not [note for note in filled.search("zzz", source="Wire").notes if "has the source" in note]
    assert filled.search("lavrov …").notes == ("ignored '…': there is no letter or digit in it",)


@pytest.mark.parametrize("query", ["\ud800", "lavrov \ud800", 'source:"\ud800"', 'id:"\ud800"', "x" * 100_000])
def test_strange_characters_match_nothing_and_break_nothing(filled: Archive, query: str) -> None:
    try:
        assert filled.search(query).total in (0, 2)
    except QueryError as error:
        assert str(error) == "nothing in this query can be searched"  # noqa: PT017


def test_an_empty_archive_answers(archive: Archive) -> None:
    for query in ("*", "lavrov", '"new contacts"', "sanc*", "NOT x", "date:2025"):
        results = archive.search(query, facets=["source", "date"])
        assert (results.total, results.hits) == (0, ())
        assert results.facets == {"source": (), "date": ()}


# --- facets


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("source", [("TRT World", 2), ("Wire", 1), ("unknown", 1)]),
        ("date", [("2025-09", 1), ("2025-11", 2), (None, 1)]),
        ("year", [("2025", 3), (None, 1)]),
        ("quarter", [("2025-Q3", 1), ("2025-Q4", 2), (None, 1)]),
        ("week", [("2025-W38", 1), ("2025-W46", 1), ("2025-W47", 1), (None, 1)]),
        ("day", [("2025-09-18", 1), ("2025-11-13", 1), ("2025-11-20", 1), (None, 1)]),
        ("section", [(None, 4)]),
    ],
)
def test_facets_count_all_matches(filled: Archive, by: str, expected: list[tuple[str | None, int]]) -> None:
    assert [(count.value, count.count) for count in filled.facets(by=by)] == expected


def test_facets_take_a_query_and_filters(filled: Archive) -> None:
    assert filled.facets("lavrov", by="source", since="2025-11") == (FacetCount("TRT World", 1),)
    with pytest.raises(QueryError, match="facet must be one of"):
        filled.facets(by="title")


def test_stats_describe_the_index(filled: Archive) -> None:
    filled.delete(["a3"])
    stats = filled.stats()
    assert {name: stats[name] for name in ("articles", "first_date", "last_date")} == {
        "articles": 3,
        "first_date": "2025-09-18",
        "last_date": "2025-11-13",
    }


# --- several at once


def test_a_reader_sees_the_last_commit_and_then_the_next(filled: Archive) -> None:
    with searchkit.open(filled.location) as reader:

        def seen_meanwhile() -> Iterator[Article]:
            yield Article(id="b1", body="Lavrov")
            assert reader.search("lavrov").total == 2

        filled.add(seen_meanwhile())
        assert reader.search("lavrov").total == 3
        filled.delete(["b1", "a1"])
        assert reader.search("lavrov").total == 1


def test_an_index_that_is_moved_away_is_an_error_that_names_it(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    with searchkit.open(folder, create=True) as archive:
        archive.add([Article(id="a1", body="storm")])
        assert archive.search("storm").total == 1
        folder.rename(tmp_path / "elsewhere")
        with pytest.raises(ArchiveError, match=f"the index {folder}"):
            archive.search("storm")
