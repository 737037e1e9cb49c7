"""Pages: cursors, and views of the archive that stay as they are while others write."""

import re
from pathlib import Path

import pytest

import searchkit
from searchkit import Archive, ArchiveError, Article, CursorExpiredError, QueryError
from tests.cli_helpers import indexed, run


def articles(count: int, word: str = "gas") -> list[Article]:
    return [Article(id=f"{word}{n}", title=f"Number {n}", body=f"{word} {'oil ' * (n % 7)}") for n in range(count)]


def pages(archive: Archive, query: str, limit: int, **options: object) -> list[list[str]]:
    """Return the ids of all pages, each found by the cursor of the one before."""
    found, cursor = [], None
    while True:
        results = archive.search(query, limit=limit, cursor=cursor, **options)  # type: ignore[arg-type]
        found.append([hit.id for hit in results])
        cursor = results.next
        if cursor is None:
            return found


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_pages_are_the_whole_list_cut_in_parts(archive: Archive, sort: str) -> None:
    archive.add(articles(23))
    whole = [hit.id for hit in archive.search("gas", limit=100, sort=sort)]  # type: ignore[arg-type]
    found = pages(archive, "gas", 5, sort=sort)
    assert [len(page) for page in found] == [5, 5, 5, 5, 3]
    assert [id for page in found for id in page] == whole


def test_the_last_page_has_no_next(archive: Archive) -> None:
    archive.add(articles(4))
    assert archive.search("gas", limit=4).next is None
    assert archive.search("gas", limit=3).next is not None
    assert archive.search("gas", limit=0).next is None
    assert archive.search("zebra").next is None


def test_the_size_of_a_page_may_change_on_the_way(archive: Archive) -> None:
    archive.add(articles(9))
    first = archive.search("gas", limit=2)
    second = archive.search("gas", limit=5, passages=0, facets=["source"], cursor=first.next)
    assert [hit.rank for hit in (*first, *second)] == [1, 2, 3, 4, 5, 6, 7]


def test_copies_are_left_out_on_every_page(archive: Archive) -> None:
    text = "gas prices rose on Monday, as had been expected, and nobody said anything more about it at all that day"
    archive.add([Article(id=f"a{n}", title=f"T{n // 2}", body=f"{text} {n // 2}") for n in range(12)])
    found = pages(archive, "gas", 2)
    ids = [id for page in found for id in page]
    assert len(ids) == len(set(ids)) == 6


def test_a_cursor_of_an_index_that_has_changed_is_refused_with_the_way_out(archive: Archive) -> None:
    archive.add(articles(5))
    cursor = archive.search("gas", limit=2).next
    archive.add([Article(id="new", body="gas")])
    with pytest.raises(CursorExpiredError, match="the index has changed") as caught:
        archive.search("gas", limit=2, cursor=cursor)
    assert "Archive.frozen()" in (caught.value.hint or "")
    archive.delete(["new"])
    with pytest.raises(CursorExpiredError):
        archive.search("gas", limit=2, cursor=cursor)


@pytest.mark.parametrize(
    ("query", "options"),
    [("oil", {}), ("gas", {"sort": "newest"}), ("gas", {"since": "2025"}), ("gas", {"in_": "title"}),
     ("gas", {"copies": True})],
)  # fmt: skip
def test_a_cursor_is_of_one_question(archive: Archive, query: str, options: dict[str, str]) -> None:
    archive.add(articles(5))
    cursor = archive.search("gas", limit=2).next
    with pytest.raises(QueryError, match="of another query"):
        archive.search(query, limit=2, cursor=cursor, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("cursor", ["", "x", "1.2.3", "1.2.zz.4", "1.2.-5.4", "....", "🙂", "1.f.\u0663.5"])
def test_what_is_no_cursor_is_an_error(filled: Archive, cursor: str) -> None:
    with pytest.raises(QueryError, match="cursor"):
        filled.search("lavrov", cursor=cursor)


def test_a_cursor_beside_an_offset_is_an_error(archive: Archive) -> None:
    archive.add(articles(5))
    with pytest.raises(QueryError, match="one of the two"):
        archive.search("gas", offset=1, cursor=archive.search("gas", limit=2).next)


class TestFrozen:
    def test_its_pages_go_on_while_another_process_writes(self, archive: Archive, tmp_path: Path) -> None:
        archive.add(articles(20))
        with archive.frozen() as view:
            whole = [hit.id for hit in view.search("gas", limit=100)]
            found, cursor = [], None
            for number in range(10):
                results = view.search("gas", limit=2, cursor=cursor)
                found += [hit.id for hit in results]
                cursor = results.next
                with searchkit.open(tmp_path / "index") as other:
                    other.add([Article(id=f"new{number}", body="gas gas"), Article(id=f"gas{number}", body="oil")])
            assert (found, cursor) == (whole, None)
        assert archive.search("gas", limit=0).total == 20
        assert archive.search("gas", limit=1).hits[0].id.startswith("new")

    def test_all_of_it_is_of_one_state(self, archive: Archive) -> None:
        archive.add(articles(3))
        with archive.frozen() as view:
            archive.add([Article(id="new", body="gas", source="Wire")])
            archive.delete(["gas0"])
            assert view.show("gas0").id == "gas0"
            assert view.stats()["articles"] == 3
            assert [count.value for count in view.facets("gas")] == ["unknown"]
            assert view.copies("gas0") == ()
            assert view.state != archive.state
            with view.frozen() as again:
                assert again.state == view.state

    def test_it_is_not_written_to(self, filled: Archive) -> None:
        with filled.frozen() as view, pytest.raises(ArchiveError, match="is for reading"):
            view.add([Article(id="x", body="gas")])

    def test_it_ends_with_its_closing_and_not_with_that_of_the_archive(self, filled: Archive) -> None:
        view = filled.frozen()
        filled.close()
        assert view.search("lavrov").total == 2
        view.close()
        view.close()
        with pytest.raises(ArchiveError, match="has been closed"):
            view.search("lavrov")


class TestState:
    def test_is_the_same_until_something_is_written(self, archive: Archive, tmp_path: Path) -> None:
        archive.add(articles(2))
        state = archive.state
        with searchkit.open(tmp_path / "index") as other:
            assert other.state == archive.state == state
        archive.delete(["gas1"])
        assert archive.state != state


class TestCommand:
    def test_a_page_names_the_next_one(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, *({"id": f"a{n}", "text": "gas"} for n in range(3)))
        search = ("--index", index, "search", "gas", "--copies", "--limit", 2, "--format", "json")
        first = run(*search).json
        second = run(*search, "--cursor", first["next"]).json
        assert [hit["id"] for hit in (*first["hits"], *second["hits"])] == ["a0", "a1", "a2"]
        assert second["next"] is None

    def test_an_expired_cursor_is_trouble_with_a_hint(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, *({"id": f"a{n}", "text": "gas"} for n in range(3)))
        search = ("--index", index, "search", "gas", "--copies", "--limit", 2, "--format", "json")
        cursor = run(*search).json["next"]
        run("--index", index, "delete", "a0")
        answer = run(*search, "--cursor", cursor)
        assert (answer.status, answer.out) == (2, "")
        assert re.search("error: the index has changed.*\nhint: begin again without the cursor", answer.err)
