"""THE weights by which lines of a page are labelled: the states of a page, and what every mark of a line counts for.

All numbers are on one scale: a full sentence adds about 3 to the body of an article. They are fitted to the labelled
pages of `tests/labels`, from those that were set by hand: edit `tools/zone_start.py`, and no table here, and fit
again with `python -m tools.zone_weights --write`.
"""

import json
from importlib.resources import files

from searchkit.values import Value

BEFORE, HEAD, ARTICLE, TAIL = range(4)

PART_NAMES = ("before", "head", "article", "tail")

MARKS_FILE = "mark_weights.json"
"""The file beside this module that holds what every mark counts for."""

Key = str | int | tuple[int, str]
"""What a weight is for: a kind of zone, a part of the page, or a kind in a part, which goes before the kind alone."""


class State(Value):
    """A kind of zone in a part of the page, and what fits it.

    `prose` is for a line of running text, `headline` for five words or more that are no sentence, `short` for less.
    `enter` is for the line that begins such a run, `stay` for every other of it.
    """

    part: int
    kind: str
    prose: float
    headline: float
    short: float
    enter: float = 0.0
    stay: float = 0.0


def _read_marks() -> dict[str, dict[Key, float]]:
    """Return the table of marks, whose keys are written `article`, `body` or, for a kind in a part, `article body`."""
    text = files("searchkit.ingest.pages").joinpath(MARKS_FILE).read_text(encoding="utf-8")
    return {mark: {key(name): value for name, value in row.items()} for mark, row in json.loads(text).items()}


def key(name: str) -> Key:
    """Return what a name in the table of marks stands for."""
    first, _, kind = name.partition(" ")
    if first not in PART_NAMES:
        return name
    return (PART_NAMES.index(first), kind) if kind else PART_NAMES.index(first)


STATES = (
    State(BEFORE, "navigation",      -2.50, -0.37,  0.43, -0.36,  0.45),
    State(BEFORE, "links",           -2.00, -0.01, -0.20, -1.57,  0.47),
    State(BEFORE, "headline",        -3.01, -2.46, -2.50,  0.01,  0.02),
    State(BEFORE, "section",         -3.00, -2.02, -0.75,  0.03, -0.01),
    State(BEFORE, "dateline",        -3.50, -2.51, -1.50,  0.02, -0.01),
    State(BEFORE, "byline",          -3.50, -2.50, -1.20, -0.02,  0.63),
    State(BEFORE, "caption",         -1.99, -1.50, -2.01, -0.03,  0.03),
    State(BEFORE, "reading-time",    -4.00, -3.01, -2.51, -0.02,  0.00),
    State(BEFORE, "meta",            -4.00, -2.51, -2.00, -0.02,  0.03),
    State(BEFORE, "source",          -4.00, -2.51, -2.01, -0.02,  0.00),
    State(BEFORE, "recommendation",  -4.00, -2.50, -2.01,  0.00,  0.00),
    State(HEAD, "headline",          -2.04, -2.47, -2.51,  0.06, -0.03),
    State(HEAD, "body",               1.31,  0.48, -0.49, -0.01,  0.12),
    State(HEAD, "navigation",        -2.53, -0.91,  0.09, -0.07,  0.17),
    State(HEAD, "links",             -2.51, -0.49, -0.48, -2.07,  0.48),
    State(HEAD, "section",           -2.99, -2.02, -0.59, -0.04,  0.02),
    State(HEAD, "dateline",          -3.52, -2.51, -1.02, -0.02, -0.02),
    State(HEAD, "byline",            -3.53, -1.98, -0.54, -0.01,  0.36),
    State(HEAD, "caption",           -1.17, -1.16, -1.49, -0.13, -0.05),
    State(HEAD, "reading-time",      -4.01, -3.02, -2.44,  0.02,  0.00),
    State(HEAD, "meta",              -4.01, -2.50, -1.99,  0.00,  0.00),
    State(HEAD, "source",            -4.02, -2.49, -1.96,  0.00,  0.02),
    State(HEAD, "recommendation",    -4.01, -2.51, -2.00,  0.01,  0.00),
    State(ARTICLE, "body",            3.22,  0.25,  0.24,  0.11,  0.46),
    State(ARTICLE, "headline",       -3.01, -2.51, -2.52, -1.05,  0.00),
    State(ARTICLE, "navigation",     -2.99, -1.49, -0.70, -0.97,  0.33),
    State(ARTICLE, "caption",        -1.08, -1.49, -1.52, -0.37,  0.16),
    State(ARTICLE, "recommendation", -2.01, -0.46, -1.22, -1.14,  0.82),
    State(ARTICLE, "dateline",       -3.52, -2.52, -1.50, -0.51, -0.01),
    State(ARTICLE, "byline",         -3.50, -2.54, -1.52, -0.60,  0.35),
    State(ARTICLE, "source",         -3.98, -2.52, -2.04, -0.57,  0.02),
    State(ARTICLE, "reading-time",   -4.00, -3.01, -2.52, -0.05,  0.00),
    State(ARTICLE, "meta",           -4.00, -2.51, -2.02, -0.54,  0.00),
    State(TAIL, "navigation",        -1.97, -0.79,  0.19, -0.37,  0.67),
    State(TAIL, "links",             -2.39,  0.35, -0.14, -1.59,  0.80),
    State(TAIL, "section",           -3.01, -1.53, -0.74, -0.96,  0.34),
    State(TAIL, "byline",            -2.52, -1.52, -0.78, -0.44,  0.52),
    State(TAIL, "dateline",          -3.49, -2.51, -1.52, -0.29,  0.00),
    State(TAIL, "source",            -4.02, -2.48, -2.00,  0.01, -0.01),
    State(TAIL, "caption",           -2.52, -2.02, -2.02, -0.30,  0.00),
    State(TAIL, "recommendation",    -2.50, -0.60, -1.20, -0.63,  0.39),
    State(TAIL, "reading-time",      -4.01, -3.00, -2.51, -0.02,  0.00),
    State(TAIL, "meta",              -4.01, -2.51, -2.02,  0.00,  0.00),
)  # fmt: skip
"""The score table: what a line adds to the way through each state, before its cues."""

MOVES = {(BEFORE, HEAD): -0.01, (BEFORE, ARTICLE): -0.99, (BEFORE, TAIL): -4.00, (HEAD, ARTICLE): 0.01, (HEAD, TAIL): -2.01, (ARTICLE, TAIL): -0.59}  # fmt: skip
"""What it costs to go on to another part of the page; there is no way back."""

MARKS: dict[str, dict[Key, float]] = _read_marks()
"""What a mark of a line adds to a kind of zone, everywhere or (where there is a part beside it) in that part of the page."""

FIRST = (0.01, -0.29, -0.50, -6.00)
"""What it costs to begin in each part of the page."""

LAST = (-5.00, -1.00, -0.02, 0.02)
"""What it costs to end in each part of the page: a page has an article."""
