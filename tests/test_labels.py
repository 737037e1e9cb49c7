"""How well pages are labelled, on those that people have labelled: see tests/labels.

The goal is that of layouts that nobody looked at: 97 % of lines right, 0.2 % of body lines hidden, 99 % of titles.
"""

import os
from collections.abc import Sequence
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from searchkit.ingest.pages import weights, zones
from searchkit.ingest.pages.page import label_lines
from searchkit.ingest.pages.titles import Title
from searchkit.ingest.pages.zones import label, look_at
from tests.labels import Measure, data_folder, measure, pages

GOAL = (0.97, 0.002, 0.99)

REACHED = {
    ("pages", "tune"): (0.935, 0.008, 0.935),
    ("saved-pages", "tune"): (0.985, 0.007, 0.965),
    ("markdown", "tune"): (0.91, 0.001, 0.99),
}
"""Set and split -> the least share of lines right, the most of body lines hidden, the least of titles, as of today."""


@cache
def _measures() -> dict[str, Measure]:
    sets = {set for set, _ in REACHED}
    chosen = [page for page in pages(data_folder()) if page.set in sets]
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


def test_the_table_of_weights_is_as_the_fit_writes_it() -> None:
    pytest.importorskip("numpy")
    from tools import zone_weights

    own = zones.Weights(weights.STATES, weights.MARKS, weights.MOVES, weights.FIRST, weights.LAST)
    source = zone_weights.TARGET.read_text(encoding="utf-8")
    assert zone_weights.rendered(source, own) == source
    marks = zone_weights.TARGET.with_name(weights.MARKS_FILE).read_text(encoding="utf-8")
    assert zone_weights.rendered_marks(weights.MARKS) == marks


def test_the_table_for_titles_is_as_the_fit_writes_it() -> None:
    pytest.importorskip("numpy")
    from searchkit.ingest.pages import title_weights as written
    from tools import title_weights

    source = title_weights.TARGET.read_text(encoding="utf-8")
    own = {"": written.BIAS, **written.WEIGHTS}
    assert title_weights.rendered(source, own) == source


def test_a_page_without_a_title_and_without_a_sentence_is_text() -> None:
    _, labels = label_lines(["Old pier", "Ferry"])
    assert [kind for kind, _ in labels] == ["body", "body"]


def test_states_that_are_left_out_are_on_no_best_way() -> None:
    states = (
        weights.State(0, "navigation", 0.0, 0.0, 0.0, -1.0, 0.5),
        weights.State(0, "body", 0.0, 0.0, 0.0, -0.5, 0.2),
    )
    marks: dict[str, dict[weights.Key, float]] = {"a": {"body": 1.0}, "b": {"navigation": 1.1}}
    labelling = zones.Labelling(zones.Weights(states, marks, {}, (0.0,), (0.0,)))
    for letters in ("".join(chosen) for length in (1, 4, 6) for chosen in product("ab-", repeat=length)):
        lines = [zones.Traits(0.0, False, frozenset(letter)) for letter in letters]
        best = max(_sum(labelling, lines, way) for way in product((0, 1), repeat=len(lines)))
        assert _sum(labelling, lines, labelling.states(lines)) == pytest.approx(best)


def _sum(labelling: zones.Labelling, lines: list[zones.Traits], way: Sequence[int]) -> float:
    states = [(0.0, -1.0, 0.5), (0.0, -0.5, 0.2)]
    total = 0.0
    for n, (line, state) in enumerate(zip(lines, way, strict=True)):
        _, enter, stay = states[state]
        total += labelling.scores(line)[state] + (max(stay, enter) if n and way[n - 1] == state else enter)
    return total


def test_a_page_of_very_many_lines_has_a_label_for_each_and_hides_no_sentence() -> None:
    paragraph = "The ferry left the harbour at noon with twelve people on board, its owner said on the quay."
    lines = ["Ferry sails again after repairs in dock", "", *([paragraph, "Share", ""] * 9_000)]
    _, labels = label_lines(lines)
    assert len(labels) == len(lines)
    assert {kind for (kind, _), line in zip(labels, lines, strict=True) if line == paragraph} == {"body"}


LIST_ABOVE = ["More News", "Mar 26, 2026", "Old pier is sold to a museum", "Mar 17, 2026", "Market moves to the square",
              "Mar 2, 2026", ""]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["FOR IMMEDIATE RELEASE: Office of the Harbour Opens Bridge", "for Riders"],
         "Office of the Harbour Opens Bridge for Riders"),
        (["Harbour Office and City Council Agree on Plans for", "New Bridge Across River"],
         "Harbour Office and City Council Agree on Plans for New Bridge Across River"),
        ([*LIST_ABOVE, "Harbour gets a bridge for walkers"], "Harbour gets a bridge for walkers"),
    ],
)  # fmt: skip
def test_titles(lines: list[str], title: str) -> None:
    text = "A bridge for walkers will cross the river by the end of the year, the office of the harbour said on Monday."
    found, _ = label_lines([*lines, "", text, "", text.replace("bridge", "second bridge")])
    assert (found.text if found else None) == title


SENTENCE = (
    "The ferry to the island will sail every {} hours again from next spring, if the weather and the tides of the bay"
    " allow it, as the office of the harbour told its readers on Monday."
)


def test_text_above_a_line_that_is_taken_for_the_title_is_shown() -> None:
    texts = [SENTENCE.format(number) for number in ("two", "three", "four")]
    texts += ["Island ferry sails again", SENTENCE.format("five"), SENTENCE.format("six")]
    nothing = [None] * len(texts)
    labels = label(look_at(texts, nothing), Title(texts[3], (3,), "the title"), nothing, {})
    assert [kind for kind, _ in labels] == ["body", "body", "body", "headline", "body", "body"]


def test_a_title_has_no_paragraphs_of_text_above_it() -> None:
    lines = [
        "Island ferry sails again",
        "",
        SENTENCE.format("two"),
        "",
        SENTENCE.format("three"),
        "",
        SENTENCE.format("four"),
    ]
    title, _ = label_lines([*lines, "", "Harbour office plans ferry for island", "", SENTENCE.format("five")])
    assert title is not None
    assert title.text == "Island ferry sails again"
