"""What recurs on the pages of a source: what is learned, what is not, and that an index always shows what it knows."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

import searchkit
from searchkit import Archive, Article, ArticleError, CorruptIndexError
from searchkit.ingest.pages import noise
from searchkit.ingest.pages.noise import NoiseLine
from tests.cli_helpers import run

MENU = "Home\nThe Harbour Post\nTides and Ferries"
STANDING = "The Harbour Post is written by people who live within sight of the sea."
QUOTE = "“We will rebuild the pier before the winter storms arrive,” the mayor said."


def _page(day: int, *extra: str) -> str:
    """Return a page of that day: a menu, a title, two paragraphs of its own, and what is extra below them."""
    title = f"Ferry number {chr(65 + day % 26) * 3} sails again after repairs in dock"
    body = [
        f"The ferry of day {day} left the harbour at noon with {day * 3} people on board, its owner said on the quay.",
        *extra,
        f"It will sail every hour until the month is over, unless the wind of day {day} turns to the north again.",
    ]
    printed = date(2025, 1, 1) + timedelta(days=7 * day)
    return "\n".join([MENU, "", title, printed.strftime("%B %d, %Y"), "", *body, ""])


def _write(folder: Path, pages: dict[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """Ten pages of one folder over ten weeks, with standing text on all of them and a quotation on two."""
    return _write(
        tmp_path / "post",
        {f"{day}.txt": _page(day, *([QUOTE] if day in (4, 5) else [])) + STANDING + "\n" for day in range(10)},
    )


def _learned(archive: Archive) -> dict[str, tuple[int, int]]:
    return {line.text: (line.found, line.of) for line in archive.noise()}


def _labels(article: Article, text: str) -> set[str]:
    """Return the kinds of the lines of an article that read so."""
    zones = [zone.kind for zone in article.zones for _ in range(zone.first, zone.last + 1)]
    return {kind for kind, line in zip(zones, article.lines(), strict=True) if line == text}


def _all(archive: Archive) -> list[Article]:
    hits = archive.search("*", limit=1000, passages=0).hits
    return [archive.show(id) for id in sorted(hit.id for hit in hits)]


def test_what_stands_on_all_pages_is_learned_with_its_counts(archive: Archive, post: Path) -> None:
    archive.index(post)
    assert _learned(archive) == dict.fromkeys((*MENU.split("\n"), STANDING), (10, 10))
    assert _labels(archive.show("0.txt"), STANDING) == {"navigation"}
    assert archive.search("sight of the sea").total == 0


def test_a_line_has_its_source_and_the_day_it_was_first_seen(archive: Archive, post: Path) -> None:
    for day in range(10):
        path = post / f"{day}.txt"
        path.write_text(f" date 2025-03-{day + 10}\n" + path.read_text())
    archive.index(post)
    (line,) = [line for line in archive.noise() if line.text == STANDING]
    assert line == NoiseLine(STANDING, str(post), 10, 10, date(2025, 3, 10))


def test_pages_that_name_their_outlet_are_learned_from_together(archive: Archive, tmp_path: Path) -> None:
    for day in range(6):
        _write(tmp_path / "news" / f"day{day}", {"page.txt": _page(day) + "SOURCE: Harbour Post\nTell us a story\n"})
    archive.index(tmp_path / "news")
    assert {line.source for line in archive.noise()} == {"Harbour Post"}
    assert _learned(archive)["Tell us a story"] == (6, 6)


def test_a_quotation_that_recurs_on_few_days_is_text(archive: Archive, tmp_path: Path) -> None:
    pages = {f"{n}.txt": _page(n, *([QUOTE] if n % 4 == 0 else [])) for n in range(12)}
    same_days = {name: text.replace("February", "January").replace("March", "January") for name, text in pages.items()}
    archive.index(_write(tmp_path / "a", same_days))
    assert QUOTE not in _learned(archive)
    assert archive.search("rebuild the pier").total == 3


def test_two_pages_show_what_both_have_beside_the_same_lines(archive: Archive, tmp_path: Path) -> None:
    archive.index(_write(tmp_path / "post", {f"{day}.txt": _page(day, "The quay") for day in range(2)}))
    assert _learned(archive) == dict.fromkeys(MENU.split("\n"), (2, 2))


def test_two_versions_of_one_article_show_nothing(archive: Archive, tmp_path: Path) -> None:
    archive.index(_write(tmp_path / "post", {"0.txt": _page(1), "1.txt": _page(1, QUOTE)}))
    assert archive.noise() == ()


def test_copies_of_one_article_show_nothing(archive: Archive, tmp_path: Path) -> None:
    pages = {f"{n}.txt": _page(3) for n in range(6)}
    archive.index(_write(tmp_path / "copies", pages))
    assert archive.noise() == ()


def test_a_fragment_of_a_sentence_is_no_boilerplate(archive: Archive, tmp_path: Path) -> None:
    pages = {f"{n}.txt": _page(n, f"It is the {n}", "th", f"ship of {n} that was built here.") for n in range(10)}
    archive.index(_write(tmp_path / "th", pages))
    assert "th" not in _learned(archive)
    assert _labels(archive.show("3.txt"), "th") == {"body"}


def test_rows_are_articles_and_teach_nothing(archive: Archive, tmp_path: Path) -> None:
    rows = [json.dumps({"id": str(n), "text": f"Number {n} is here.\n{STANDING}"}) for n in range(10)]
    archive.index(_write(tmp_path, {"rows.jsonl": "\n".join(rows)}) / "rows.jsonl")
    assert archive.noise() == ()
    assert archive.search("sight of the sea").total == 10


# --- later runs


def _fresh(tmp_path: Path, folder: Path) -> tuple[list[Article], dict[str, tuple[int, int]]]:
    """Return the articles of a fresh index of the folder, and what it has learned."""
    with searchkit.open(tmp_path / "fresh", create=True) as archive:
        archive.index(folder)
        return _all(archive), _learned(archive)


def test_what_becomes_boilerplate_later_is_labelled_again(archive: Archive, tmp_path: Path) -> None:
    folder = _write(tmp_path / "post", {"0.txt": _page(0) + STANDING})
    archive.index(folder)
    assert archive.noise() == ()
    assert archive.search("sight of the sea").total == 1
    _write(folder, {f"{day}.txt": _page(day) + STANDING for day in range(1, 6)})
    report = archive.index(folder)
    assert (report.added, report.unchanged, report.relabelled) == (5, 1, 1)
    assert archive.search("sight of the sea").total == 0
    assert (_all(archive), _learned(archive)) == _fresh(tmp_path, folder)


def test_what_is_none_any_more_is_found_again(archive: Archive, post: Path, tmp_path: Path) -> None:
    archive.index(post)
    for day in range(1, 10):
        (post / f"{day}.txt").write_text(_page(day), encoding="utf-8")
    report = archive.index(post)
    assert (report.updated, report.relabelled) == (9, 1)
    assert archive.search("sight of the sea").total == 1
    assert (_all(archive), _learned(archive)) == _fresh(tmp_path, post)


def test_what_is_removed_counts_no_more(archive: Archive, post: Path, tmp_path: Path) -> None:
    archive.index(post)
    for day in range(1, 10):
        (post / f"{day}.txt").unlink()
    assert archive.index(post).removed == 9
    assert (_all(archive), _learned(archive)) == _fresh(tmp_path, post)
    assert archive.noise() == ()


def test_one_folder_at_a_time_teaches_the_same(archive: Archive, tmp_path: Path) -> None:
    for day in range(6):
        _write(tmp_path / "news" / str(day), {f"page{day}.txt": _page(day) + f"{STANDING}\nSOURCE: Harbour Post\n"})
        archive.index(tmp_path / "news" / str(day))
    fresh, learned = _fresh(tmp_path, tmp_path / "news")
    assert _learned(archive) == learned
    assert [article.zones for article in _all(archive)] == [article.zones for article in fresh]


def test_a_run_that_learns_nothing_new_writes_nothing(archive: Archive, post: Path) -> None:
    archive.index(post)
    before = {path.name: path.stat().st_mtime_ns for path in Path(archive.location).iterdir() if path.is_file()}
    assert archive.index(post).unchanged == 10
    after = {path.name: path.stat().st_mtime_ns for path in Path(archive.location).iterdir() if path.is_file()}
    assert after["noise.json"] == before["noise.json"]


def test_a_run_that_was_killed_is_gone_on_with(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _write(tmp_path / "post", {"0.txt": _page(0) + STANDING})
    archive.index(folder)
    _write(folder, {f"{day}.txt": _page(day) + STANDING for day in range(1, 6)})
    with monkeypatch.context() as patch:
        patch.setattr("searchkit.indexer.label_again", _killed)
        with pytest.raises(KeyboardInterrupt):
            archive.index(folder)
    assert archive.index(folder).relabelled == 1
    assert (_all(archive), _learned(archive)) == _fresh(tmp_path, folder)


def _killed(*_: object) -> int:
    raise KeyboardInterrupt


# --- pins


def test_a_pinned_line_is_boilerplate_at_once_and_an_unpinned_one_is_not(archive: Archive, post: Path) -> None:
    archive.index(post)
    assert archive.search("rebuild the pier").total == 2
    assert NoiseLine(QUOTE, None, 0, 0, None, "pinned") in archive.noise(pin=QUOTE)
    assert archive.search("rebuild the pier").total == 0
    archive.noise(unpin=QUOTE)
    assert archive.search("rebuild the pier").total == 2


def test_what_was_learned_can_be_unpinned(archive: Archive, post: Path) -> None:
    archive.index(post)
    listed = archive.noise(unpin=STANDING)
    assert listed[-1] == NoiseLine(STANDING, None, 0, 0, None, "unpinned")
    assert archive.search("sight of the sea").total == 10
    archive.index(post)
    assert archive.search("sight of the sea").total == 10


def test_pins_hold_for_what_is_indexed_later(archive: Archive, tmp_path: Path) -> None:
    archive.noise(pin=QUOTE)
    archive.index(_write(tmp_path / "post", {"1.txt": _page(1, QUOTE)}))
    assert _labels(archive.show("1.txt"), QUOTE) == {"navigation"}


@pytest.mark.parametrize("text", ["", " ", "one\ntwo"])
def test_only_a_line_can_be_pinned(archive: Archive, text: str) -> None:
    with pytest.raises(ArticleError, match="line by line"):
        archive.noise(pin=text)


def test_a_damaged_book_is_an_error_that_names_it(archive: Archive, post: Path) -> None:
    archive.index(post)
    book = Path(archive.location) / "noise.json"
    book.write_text(book.read_text(encoding="utf-8").replace("10, 10", "11, 10", 1), encoding="utf-8")
    with pytest.raises(CorruptIndexError, match=r"noise\.json"):
        archive.noise()


# --- the command


def test_the_command_lists_what_recurs(tmp_path: Path, post: Path) -> None:
    run("--index", tmp_path / "i", "index", post)
    answer = run("--index", tmp_path / "i", "noise")
    assert (answer.status, answer.err) == (0, "")
    assert "10 of 10 files" in answer.out
    assert STANDING in answer.out
    lines = run("--index", tmp_path / "i", "noise", "--format", "json").json["lines"]
    assert {"line": "Home", "source": str(post), "found": 10, "of": 10, "since": None, "how": "learned"} in lines


def test_the_command_pins(tmp_path: Path, post: Path) -> None:
    run("--index", tmp_path / "i", "index", post)
    assert run("--index", tmp_path / "i", "noise", "--pin", QUOTE).status == 0
    assert run("--index", tmp_path / "i", "search", "rebuild the pier").status == 1


def test_the_command_finds_nothing_where_nothing_recurs(tmp_path: Path) -> None:
    run("--index", tmp_path / "i", "index", _write(tmp_path / "one", {"1.txt": _page(1)}))
    assert run("--index", tmp_path / "i", "noise").status == 1


# --- one line


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("  Are you a human?  3 + 7 =", "Are you a human? 0 + 0 ="),
        ("12 comments", "0 comments"),
        ("May 28, 2026", "May 28, 2026"),
        ("There were 12 people in the boat that sank.", "There were 12 people in the boat that sank."),
    ],
)
def test_numbers_that_change_are_left_out_of_short_lines(line: str, key: str) -> None:
    assert noise.key(line) == key
