"""The day of a visit that a site prints on all its pages: known as such by what the pages of a source show together."""

from datetime import date, timedelta
from pathlib import Path

import pytest

import searchkit
from searchkit import Archive, Article

VISITS = (date(2025, 11, 20), date(2025, 11, 20), date(2025, 11, 20), date(2025, 11, 21))
"""The days on which the pages were saved, in turn."""


def _long(day: date) -> str:
    return day.strftime("%A, %B %d, %Y")


def _page(number: int, *, visit: date, own: date | None) -> str:
    """Return a page that was saved on the day of a visit; `own` is the day that its article states."""
    name = chr(65 + number) * 3
    head = ["Tide Watcher", "MENU", _long(visit), f"Ferry {name} sails again after weeks of repairs in the dock"]
    head += [own.strftime("%B %d, %Y")] if own else []
    body = [
        f"The ferry {name} left the harbour at noon with {number * 3 + 5} people on board, its owner said.",
        f"It will sail every hour until the month is over, unless the wind turns north as in {1990 + number}.",
    ]
    return "\n".join([*head, "", *body, ""])


def _own(number: int) -> date:
    return date(2025, 3, 1) + timedelta(days=17 * number)


def _write(folder: Path, numbers: range, without: int | None = None) -> Path:
    folder.mkdir(exist_ok=True)
    for number in numbers:
        own = None if number == without else _own(number)
        text = _page(number, visit=VISITS[number % len(VISITS)], own=own)
        (folder / f"page{number}.txt").write_text(text, encoding="utf-8")
    return folder


def _dates(article: Article) -> list[tuple[str, str, bool]]:
    return [(e.value, e.origin, e.chosen) for e in article.evidence if e.field == "date"]


def test_the_day_of_the_visit_is_a_rival_that_is_never_chosen(archive: Archive, tmp_path: Path) -> None:
    archive.index(_write(tmp_path / "tide", range(12), without=5))
    assert archive.show("page4.txt").date == _own(4)
    assert _dates(archive.show("page4.txt")) == [
        (_own(4).isoformat(), "dateline", True),
        ("2025-11-20", "site date", False),
    ]
    alone = archive.show("page5.txt")
    assert alone.date is None
    assert _dates(alone) == [("2025-11-20", "site date", False)]


def test_the_place_of_the_day_is_listed_with_the_pages_that_show_it_and_can_be_unpinned(
    archive: Archive, tmp_path: Path
) -> None:
    archive.index(_write(tmp_path / "tide", range(12), without=5))
    assert ("Date below: MENU", 12, 12) in [(line.text, line.found, line.of) for line in archive.noise()]
    archive.noise(unpin="Date below: MENU")
    assert archive.show("page5.txt").date == date(2025, 11, 20)


@pytest.mark.parametrize("first", [range(12), range(3), range(6, 12)])
def test_the_order_in_which_pages_come_changes_nothing(archive: Archive, tmp_path: Path, first: range) -> None:
    archive.index(_write(tmp_path / "tide", first, without=5))
    archive.index(_write(tmp_path / "tide", range(12), without=5))
    with searchkit.open(tmp_path / "fresh", create=True) as fresh:
        fresh.index(tmp_path / "tide")
        for number in range(12):
            assert archive.show(f"page{number}.txt") == fresh.show(f"page{number}.txt")


def test_pages_of_one_day_keep_their_date(archive: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "day"
    folder.mkdir()
    for number in range(8):
        text = _page(number, visit=date(2025, 11, 13), own=None)
        (folder / f"page{number}.txt").write_text(text, encoding="utf-8")
    archive.index(folder)
    assert {archive.show(f"page{number}.txt").date for number in range(8)} == {date(2025, 11, 13)}


def test_a_date_below_a_button_that_differs_from_page_to_page_is_the_article_s(
    archive: Archive, tmp_path: Path
) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    for number in range(8):
        text = _page(number, visit=_own(number), own=date(2024, 1, 1) + timedelta(days=number))
        (folder / f"page{number}.txt").write_text(text, encoding="utf-8")
    archive.index(folder)
    assert not [line for line in archive.noise() if line.text.startswith("Date below")]
