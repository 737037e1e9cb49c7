"""How well pages are labelled, on those that people have labelled: see tests/labels.

The goal is that of layouts that nobody looked at: 97 % of lines right, 0.2 % of body lines hidden, 99 % of titles.
"""

import os
from functools import cache
from pathlib import Path

import pytest

from tests.labels import Measure, data_folder, measure, pages

GOAL = (0.97, 0.002, 0.99)

REACHED = {
    ("pages", "tune"): (0.925, 0.025, 0.96),
    ("pages", "held"): (0.78, 0.06, 0.58),
    ("saved-pages", "tune"): (0.955, 0.036, 0.96),
    ("markdown", "tune"): (0.83, 0.05, 0.8),
}
"""Set and split -> the least share of lines right, the most of body lines hidden, the least of titles, as of today."""


@cache
def _measures() -> dict[str, Measure]:
    chosen = [page for page in pages(data_folder()) if (page.set, page.split) in REACHED]
    return measure(chosen, lambda page: f"{page.set} {page.split}")


def _measure(set: str, split: str) -> Measure:
    if set != "pages" and not os.environ.get("SEARCHKIT_DATA"):
        pytest.skip(f"SEARCHKIT_DATA names no folder that has the pages of {set}")
    found = _measures().get(f"{set} {split}")
    if found is None:
        pytest.skip(f"there are no labelled pages of {set}, {split}")
    return found


@pytest.mark.parametrize(("set", "split"), REACHED)
def test_pages_are_labelled_no_worse_than_before(set: str, split: str) -> None:
    found = _measure(set, split)
    right, hidden, titled = REACHED[set, split]
    assert found.right >= right
    assert found.hidden <= hidden
    assert found.titled >= titled


@pytest.mark.xfail(raises=AssertionError, strict=True, reason="unseen layouts are not labelled that well yet")
def test_the_goal_is_reached_on_layouts_that_nobody_looked_at() -> None:
    found = _measure("pages", "held")
    right, hidden, titled = GOAL
    assert (found.right >= right, found.hidden <= hidden, found.titled >= titled) == (True, True, True)


def test_every_label_stands_for_one_line() -> None:
    found = list(pages(data_folder()))  # raises for a page with a line without a label, or that has changed
    if not found:
        pytest.skip("there are no labelled pages")
    assert all(Path(page.path).is_file() for page in found)
