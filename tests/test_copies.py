"""Copies: what they are, how a search shows them, and that a commit keeps their groups right."""

import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

import searchkit
from searchkit import Archive, Article, Copy, CorruptIndexError
from searchkit.article import folded_space
from searchkit.copies import copy_key, copy_text
from searchkit.engines import copies_file
from searchkit.engines.folder import Marker, has_native
from searchkit.fields import MARKER

EIGHT = "Ministers met in Brussels and agreed on nothing."
DAY = date(2025, 11, 13)


@pytest.fixture(params=["whoosh", "native"])
def archive(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Archive]:
    """An empty archive, on either engine."""
    if request.param == "native" and not has_native():
        pytest.skip("searchkit._native is not built: no Rust toolchain")
    monkeypatch.setenv("SEARCHKIT_NATIVE", str(int(request.param == "native")))
    with searchkit.open(tmp_path / "index", create=True) as opened:
        yield opened


@pytest.fixture
def printed(archive: Archive) -> Archive:
    """A text that three outlets printed, and another article."""
    archive.add([
        Article(id="ap", title="No deal", body=EIGHT, date=date(2025, 11, 13), source="AP"),
        Article(id="trt", title="No deal, AP says", body=EIGHT, date=date(2025, 11, 14), source="TRT World"),
        Article(id="old", title="Nothing agreed", body=f" {EIGHT}\n".replace(" and", "\n\nand"), source="Wire"),
        Article(id="own", title="No deal", body=f"{EIGHT} They meet again.", date=DAY, source="Wire"),
    ])  # fmt: skip
    return archive


def groups(archive: Archive) -> set[frozenset[str]]:
    """Return the groups of copies in the archive."""
    ids = [hit.id for hit in archive.search("*", limit=1000, copies=True)]
    found = {id: [copy.id for copy in archive.copies(id)] for id in ids}
    return {frozenset([id, *copies]) for id, copies in found.items() if copies}


# --- what copies are


@pytest.mark.parametrize(
    ("title", "body", "text"),
    [
        ("any title", EIGHT, EIGHT),
        ("any title", f"\u3000{EIGHT}\r\n\r\n".replace(" ", "\xa0\n"), EIGHT),
        ("a  title ", "seven words are not enough of it", "a title\nseven words are not enough of it"),
        ("a title", "eight words are enough of a text already", "eight words are enough of a text already"),
        ("标题", "京" * 79, "标题\n" + "京" * 79),
        ("标题", "京" * 80, "京" * 80),
        ("", "short", "\nshort"),
        ("a title alone", " \n", ""),
        ("", "", ""),
    ],
)
def test_a_text_is_the_words_of_the_body_and_of_the_title_where_those_are_few(title: str, body: str, text: str) -> None:
    assert copy_text(title, body) == text
    assert copy_key(title, body) == (zlib.crc32(text.encode()) if text else 0)


@pytest.mark.parametrize(
    ("one", "other", "are_copies"),
    [
        (("a", EIGHT), ("b", EIGHT), True),
        (("a", EIGHT), ("a", EIGHT.lower()), False),
        (("a", EIGHT), ("a", EIGHT.replace("met in", "in met")), False),
        (("a", EIGHT), ("a", f"{EIGHT} More."), False),
        (("a", "Gas."), ("a", " Gas.\n"), True),
        (("a", "Gas."), ("b", "Gas."), False),
        (("", "Gas."), ("", "Gas."), False),
        (("a", ""), ("a", ""), False),
    ],
)
def test_articles_of_one_text_are_copies(
    archive: Archive, one: tuple[str, str], other: tuple[str, str], are_copies: bool
) -> None:
    archive.add([Article(id=id, title=title, body=body) for id, (title, body) in (("1", one), ("2", other))])
    assert groups(archive) == ({frozenset("12")} if are_copies else set())


def test_equal_files_are_byte_equal_however_little_they_say(archive: Archive, tmp_path: Path) -> None:
    page = f" date 2025-11-13 No deal\n\n{EIGHT}\n"
    for name, content in {"a": page, "b": page, "c": page.replace("deal", "dice"), "d": "Gas.", "e": "Gas."}.items():
        (tmp_path / f"{name}.txt").write_text(content, encoding="utf-8")
    archive.index(*sorted(tmp_path.glob("*.txt")))
    assert [(copy.id, copy.evidence) for copy in archive.copies("a.txt")] == [
        ("b.txt", "byte-equal"),
        ("c.txt", "text-equal"),
    ]
    assert [(copy.id, copy.evidence) for copy in archive.copies("d.txt")] == [("e.txt", "byte-equal")]


def test_rows_that_are_read_in_bulk_have_copies_as_well(archive: Archive, tmp_path: Path) -> None:
    rows = "".join(f'{{"id":"{id}","text":"{EIGHT}","source":"S{id}"}}\n' for id in "ab")
    (tmp_path / "rows.jsonl").write_text(rows + '{"id":"c","text":"Gas."}\n')
    archive.index(tmp_path / "rows.jsonl")
    assert archive.copies("a") == (Copy("b", None, "Sb", "text-equal"),)
    assert archive.copies("c") == archive.copies("nobody") == ()


def test_texts_that_share_a_key_by_chance_are_no_copies(archive: Archive) -> None:
    plumless, buckeroo = ("plumless " * 9).strip(), ("buckeroo " * 9).strip()
    assert zlib.crc32(b"plumless") == zlib.crc32(b"buckeroo")
    assert copy_key("", plumless) == copy_key("", buckeroo)
    archive.add([Article(id=f"{word[0]}{n}", body=word) for word in (plumless, buckeroo) for n in range(2)])
    assert groups(archive) == {frozenset(("p0", "p1")), frozenset(("b0", "b1"))}


# --- searching


def test_of_copies_the_best_is_a_hit_and_lists_the_others(printed: Archive) -> None:
    results = printed.search("brussels ministers", facets=["source"])
    assert [(hit.rank, hit.id) for hit in results] == [(1, "trt"), (2, "own")]
    assert results.hits[0].copies == (
        Copy("ap", date(2025, 11, 13), "AP", "text-equal"),
        Copy("old", None, "Wire", "text-equal"),
    )
    assert results.hits[1].copies == ()
    assert results.total == sum(count.count for count in results.facets["source"]) == 4
    assert results.notes == (
        "2 more matches are copies of articles shown here, and listed with them: --copies shows each as a hit",
    )


def test_a_notebook_shows_who_else_printed_it(printed: Archive) -> None:
    assert "<b>No deal, AP says</b><br><small>also: AP 2025-11-13, Wire undated</small>" in (
        printed.search("brussels")._repr_html_()
    )


def test_copies_are_listed_that_do_not_match(printed: Archive) -> None:
    results = printed.search("deal -says", source="AP")
    assert [(hit.id, [copy.id for copy in hit.copies]) for hit in results] == [("ap", ["trt", "old"])]
    assert (results.total, results.notes) == (1, ())


def test_each_copy_is_a_hit_where_that_is_asked_for(printed: Archive) -> None:
    results = printed.search("brussels", copies=True)
    assert [hit.id for hit in results] == ["trt", "ap", "old", "own"]
    assert {hit.copies for hit in results} == {()}
    assert results.notes == ()


def test_the_note_counts_matches_that_rank_below_the_page(printed: Archive) -> None:
    results = printed.search("brussels", limit=1)
    assert [hit.id for hit in results] == ["trt"]
    assert results.notes[0].startswith("2 more matches are copies of articles shown here")
    assert printed.search("brussels", limit=1, source=["AP", "TRT World"]).notes == (
        "1 more match is a copy of an article shown here, and listed with it: --copies shows it as a hit",
    )


@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_pages_of_what_is_shown_follow_each_other(archive: Archive, size: int) -> None:
    archive.add([Article(id=f"{n:02}", title="Gas", body=f"{EIGHT} {n % 7}") for n in range(30)])
    whole = archive.search("gas", limit=100)
    assert [hit.id for hit in whole] == [f"{n:02}" for n in range(7)]
    pages = [archive.search("gas", limit=size, offset=offset) for offset in range(0, 12, size)]
    assert [hit for page in pages for hit in page] == list(whole)
    assert [hit.rank for hit in whole] == list(range(1, 8))
    assert {page.total for page in pages} == {30}


def test_passages_are_those_of_the_hit(printed: Archive) -> None:
    for offset in (0, 1):
        (hit,) = printed.search("brussels nothing", limit=1, offset=offset, passages=1)
        assert hit.passages[0].text.startswith("Ministers met in Brussels")
        assert hit.passages[0].marks


# --- commits


def test_a_copy_that_comes_later_joins_its_group(printed: Archive) -> None:
    printed.add([Article(id="late", title="Deal fails", body=EIGHT, date=DAY, source="AFP")])
    assert groups(printed) == {frozenset(("ap", "trt", "old", "late"))}
    assert [copy.id for copy in printed.copies("trt")] == ["ap", "late", "old"]


def test_a_deleted_copy_leaves_its_group(printed: Archive) -> None:
    printed.delete(["trt"])
    assert groups(printed) == {frozenset(("ap", "old"))}
    printed.delete(["ap"])
    assert groups(printed) == set()
    assert [hit.id for hit in printed.search("brussels")] == ["old", "own"]


def test_an_updated_article_changes_its_group(printed: Archive) -> None:
    printed.add([Article(id="trt", body=f"{EIGHT} They meet again.", source="TRT"), Article(id="old", body=EIGHT)])
    assert groups(printed) == {frozenset(("ap", "old")), frozenset(("own", "trt"))}
    assert printed.copies("ap") == (Copy("old", None, "unknown", "text-equal"),)


def test_statistics_count_groups_and_copies(printed: Archive) -> None:
    stats = printed.stats()
    assert (stats["articles"], stats["copy_groups"], stats["copies"]) == (4, 1, 2)
    printed.delete(["trt", "ap"])
    stats = printed.stats()
    assert (stats["articles"], stats["copy_groups"], stats["copies"]) == (2, 0, 0)


# --- the file of groups


@pytest.mark.skipif(not has_native(), reason="searchkit._native is not built")
class TestFile:
    def names(self, folder: Path) -> list[str]:
        return sorted(path.name for path in folder.glob("copies*"))

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """An index with a group of copies."""
        with searchkit.open(tmp_path / "index", create=True) as archive:
            archive.add([Article(id=id, body=EIGHT) for id in ("a", "b", "ö")])
        return tmp_path / "index"

    def test_an_index_without_copies_has_none(self, tmp_path: Path) -> None:
        with searchkit.open(tmp_path / "index", create=True) as archive:
            archive.add([Article(id="a", body=EIGHT)])
        assert self.names(tmp_path / "index") == []
        assert Marker.read(tmp_path / "index").copies == ""

    def test_only_a_commit_that_changes_groups_writes_one(self, folder: Path) -> None:
        assert self.names(folder) == ["copies.1"]
        with searchkit.open(folder) as archive:
            archive.add([Article(id="c", body=f"{EIGHT} More.")])
            archive.delete(["c"])
            assert (self.names(folder), Marker.read(folder).generation) == (["copies.1"], 3)
            archive.add([Article(id="d", body=EIGHT)])
            assert (self.names(folder), Marker.read(folder).copies) == (["copies.4"], "copies.4")
            archive.delete(["a", "b", "d"])
            assert self.names(folder) == []

    def test_a_reader_keeps_the_groups_of_its_commit(self, folder: Path) -> None:
        file = copies_file.CopiesFile(folder / "copies.1")
        with searchkit.open(folder) as archive:
            archive.delete(["a", "b"])
        assert [member.id for member in file.group("b")] == ["a", "b", "ö"]
        assert file.group("c") == ()

    def test_a_commit_that_fails_leaves_the_groups_of_the_last(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> None:
            raise OSError(28, "No space left on device")

        with searchkit.open(folder) as archive:
            with monkeypatch.context() as patched:
                patched.setattr("whoosh.index.TOC.write", fail)
                with pytest.raises(searchkit.ArchiveError, match="No space left"):
                    archive.delete(["a"])
            assert Marker.read(folder).copies == "copies.1"
            assert groups(archive) == {frozenset("abö")}
            archive.delete(["a"])
            assert groups(archive) == {frozenset("bö")}
            assert self.names(folder) == [Marker.read(folder).copies]

    def test_a_missing_one_is_damage(self, folder: Path) -> None:
        (folder / "copies.1").unlink()
        with pytest.raises(CorruptIndexError, match="is damaged"):
            searchkit.open(folder)

    def answer(self, folder: Path) -> Sequence[object]:
        with searchkit.open(folder) as archive:
            return [archive.search("brussels").hits, archive.copies("b"), archive.copies("nobody"), groups(archive)]

    def test_one_cut_short_is_damage(self, folder: Path) -> None:
        content = (folder / "copies.1").read_bytes()
        for length in range(len(content)):
            (folder / "copies.1").write_bytes(content[:length])
            with pytest.raises(CorruptIndexError, match="is damaged"):
                self.answer(folder)

    def test_a_flipped_byte_is_damage(self, folder: Path) -> None:
        content = (folder / "copies.1").read_bytes()
        for place in range(len(content)):
            (folder / "copies.1").write_bytes(content[:place] + bytes([content[place] ^ 0x41]) + content[place + 1 :])
            with pytest.raises(CorruptIndexError, match="is damaged"):
                self.answer(folder)

    def test_ids_that_share_a_checksum_are_told_apart(self, tmp_path: Path) -> None:
        with searchkit.open(tmp_path / "index", create=True) as archive:
            archive.add(
                [Article(id=id, body=f"{EIGHT} {n % 2}") for n, id in enumerate(("plumless", "buckeroo", "a", "b"))]
            )
            assert groups(archive) == {frozenset(("plumless", "a")), frozenset(("buckeroo", "b"))}

    def test_the_marker_names_it(self, folder: Path) -> None:
        assert '"copies": "copies.1"' in (folder / MARKER).read_text()


def test_words_are_what_stands_between_white_space() -> None:
    assert folded_space("\x1c a\u2028b\u200bc\x85d ") == "a b\u200bc d"
