"""THE weights by which lines of a page are labelled: the states of a page, and what every mark of a line counts for.

All numbers are on one scale: a full sentence adds about 3 to the body of an article. They are fitted to the labelled
pages of `tests/labels`, from those that were set by hand: edit `tools/zone_start.py`, and not the tables here, and fit
again with `python -m tools.zone_weights --write`.
"""

from searchkit.values import Value

BEFORE, HEAD, ARTICLE, TAIL = range(4)

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


STATES = (
    State(BEFORE, "navigation",      -2.50, -0.46,  0.50, -0.40,  0.54),
    State(BEFORE, "links",           -2.00,  0.03, -0.20, -1.56,  0.51),
    State(BEFORE, "headline",        -2.99, -2.48, -2.48,  0.03,  0.01),
    State(BEFORE, "section",         -3.00, -2.02, -0.77, -0.02,  0.02),
    State(BEFORE, "dateline",        -3.50, -2.50, -1.57, -0.06, -0.01),
    State(BEFORE, "byline",          -3.50, -2.49, -1.27, -0.07,  0.60),
    State(BEFORE, "caption",         -2.00, -1.48, -2.02, -0.05,  0.04),
    State(BEFORE, "reading-time",    -4.00, -3.00, -2.50, -0.02,  0.00),
    State(BEFORE, "meta",            -4.00, -2.49, -1.98,  0.00,  0.03),
    State(BEFORE, "source",          -4.00, -2.52, -2.03, -0.05,  0.00),
    State(BEFORE, "recommendation",  -4.00, -2.51, -2.02, -0.02,  0.00),
    State(HEAD, "headline",          -2.01, -2.49, -2.50,  0.02, -0.03),
    State(HEAD, "body",               1.35,  0.34, -0.69, -0.27,  0.06),
    State(HEAD, "navigation",        -2.59, -1.00,  0.15, -0.09,  0.15),
    State(HEAD, "links",             -2.50, -0.48, -0.51, -2.06,  0.47),
    State(HEAD, "section",           -3.01, -2.02, -0.67, -0.11,  0.03),
    State(HEAD, "dateline",          -3.52, -2.41, -0.93,  0.09,  0.03),
    State(HEAD, "byline",            -3.55, -1.91, -0.53,  0.01,  0.41),
    State(HEAD, "caption",           -1.01, -1.13, -1.45,  0.10,  0.04),
    State(HEAD, "reading-time",      -4.00, -3.01, -2.42,  0.08,  0.00),
    State(HEAD, "meta",              -4.00, -2.51, -1.99, -0.01,  0.00),
    State(HEAD, "source",            -4.01, -2.49, -1.91,  0.07,  0.02),
    State(HEAD, "recommendation",    -4.00, -2.52, -2.01, -0.04,  0.00),
    State(ARTICLE, "body",            3.12,  0.34,  0.51,  0.02,  0.63),
    State(ARTICLE, "headline",       -3.01, -2.51, -2.52, -1.05,  0.00),
    State(ARTICLE, "navigation",     -2.96, -1.54, -0.72, -0.98,  0.29),
    State(ARTICLE, "caption",        -1.02, -1.49, -1.55, -0.41,  0.08),
    State(ARTICLE, "recommendation", -2.04, -0.38, -1.22, -1.12,  0.86),
    State(ARTICLE, "dateline",       -3.50, -2.59, -1.52, -0.58, -0.02),
    State(ARTICLE, "byline",         -3.52, -2.55, -1.52, -0.65,  0.35),
    State(ARTICLE, "source",         -3.98, -2.53, -2.05, -0.57,  0.02),
    State(ARTICLE, "reading-time",   -4.00, -3.01, -2.57, -0.07,  0.00),
    State(ARTICLE, "meta",           -4.01, -2.51, -2.04, -0.54,  0.00),
    State(TAIL, "navigation",        -1.88, -0.74,  0.10, -0.30,  0.63),
    State(TAIL, "links",             -2.44,  0.42, -0.16, -1.59,  0.83),
    State(TAIL, "section",           -3.02, -1.54, -0.60, -0.90,  0.39),
    State(TAIL, "byline",            -2.44, -1.55, -0.73, -0.33,  0.48),
    State(TAIL, "dateline",          -3.49, -2.49, -1.55, -0.32, -0.01),
    State(TAIL, "source",            -4.01, -2.50, -1.98,  0.00, -0.01),
    State(TAIL, "caption",           -2.51, -2.03, -2.02, -0.36,  0.00),
    State(TAIL, "recommendation",    -2.50, -0.63, -1.22, -0.67,  0.39),
    State(TAIL, "reading-time",      -4.00, -3.00, -2.51, -0.04,  0.00),
    State(TAIL, "meta",              -4.00, -2.51, -2.03, -0.04,  0.00),
)  # fmt: skip
"""The score table: what a line adds to the way through each state, before its cues."""

MOVES = {(BEFORE, HEAD): 0.01, (BEFORE, ARTICLE): -1.00, (BEFORE, TAIL): -4.00, (HEAD, ARTICLE): 0.01, (HEAD, TAIL): -2.00, (ARTICLE, TAIL): -0.56}  # fmt: skip
"""What it costs to go on to another part of the page; there is no way back."""

MARKS: dict[str, dict[Key, float]] = {
    "a line": {
        "dateline": 0.40, "links": 0.16, "meta": -0.26, "reading-time": -0.40, "section": -0.70, "source": -0.14,
        ARTICLE: 0.20, BEFORE: -0.30, TAIL: -0.10,
    },
    "a topic": {
        "body": 0.24, "byline": -0.47, "dateline": -0.31, "headline": -0.10, "links": -0.24, "navigation": -0.49,
        "recommendation": -0.35, "section": 0.15, "source": 0.13, (TAIL, "section"): 1.63, ARTICLE: -0.16, BEFORE: -0.12,
        HEAD: -0.11, TAIL: 0.30,
    },
    "above the text": {
        "body": -0.29, "caption": 0.51, "meta": 0.26, "navigation": 0.23, "reading-time": 0.12, "recommendation": -0.46,
        "section": -0.25, "source": 0.11, BEFORE: -0.37, HEAD: 0.29, TAIL: 0.70,
    },
    "above the title": {
        "caption": 0.18, "links": -0.16, "meta": 0.20, "navigation": -0.48, "section": 0.25, (BEFORE, "section"): 2.41,
        BEFORE: -0.22, HEAD: 0.10,
    },
    "agency": {
        "body": -0.10, "links": -0.12, "section": -0.15, (ARTICLE, "source"): 1.00, (HEAD, "byline"): 0.32,
        (HEAD, "caption"): 2.00, (HEAD, "source"): 3.83, (TAIL, "source"): 2.28,
    },
    "agency letters": {
        "body": -1.05, "source": 4.64,
    },
    "alone": {
        "body": 0.62, "byline": -0.17, "caption": -0.26, "headline": -0.24, "links": -0.69, "meta": -0.14,
        "navigation": -0.81, "reading-time": -0.19, "recommendation": -0.42, "section": 0.19, "source": -0.23,
        ARTICLE: 0.40, BEFORE: -0.11, HEAD: -0.17, TAIL: -0.64,
    },
    "among sentences": {
        "byline": 0.14, "headline": -0.31, "links": -0.38, "meta": -0.30, "navigation": 0.42, "reading-time": -0.25,
        "recommendation": 0.41, "source": 0.23, ARTICLE: -0.16, BEFORE: -0.11, TAIL: 0.40,
    },
    "among short lines": {
        "body": 0.30, "byline": -0.27, "caption": -0.55, "dateline": -0.26, "headline": -0.14, "links": -0.68,
        "meta": -0.19, "navigation": 0.58, "recommendation": -0.27, "section": -0.28, "source": -0.14, ARTICLE: 0.41,
        BEFORE: -0.51, HEAD: -0.23, TAIL: 0.29,
    },
    "archive": {
        "body": -1.00, "meta": 3.28, "navigation": 1.21,
    },
    "before the title": {
        "body": 0.94, "byline": -0.56, "caption": -0.25, "dateline": -0.40, "headline": 0.29, "meta": 0.34,
        "reading-time": -0.21, "recommendation": -0.25, "source": -0.50, ARTICLE: -8.11, BEFORE: -1.10, HEAD: -7.83,
        TAIL: -9.00,
    },
    "behind the text": {
        "byline": -0.52, "caption": -0.43, "dateline": -0.29, "links": 0.23, "meta": -0.25, "navigation": 0.34,
        "reading-time": -0.18, "recommendation": -0.32, "section": 0.32, "source": 0.25,
    },
    "below contact": {
        "body": -0.25, "byline": 2.52, "navigation": -0.43, (ARTICLE, "byline"): 1.75, (TAIL, "byline"): 1.94,
        ARTICLE: -0.30, BEFORE: -0.19, HEAD: 0.17, TAIL: 0.30,
    },
    "below recommendation": {
        "body": -0.64, "recommendation": 2.11, (TAIL, "links"): 0.49, ARTICLE: 0.35, HEAD: -0.12, TAIL: -0.28,
    },
    "below tags": {
        "links": -0.23, "navigation": -1.01, "section": 2.37, BEFORE: -0.23, HEAD: 0.20,
    },
    "brackets alone": {
        "body": -0.39, "byline": 0.34, "navigation": -0.19, "section": -0.12, (ARTICLE, "source"): 0.74,
        (TAIL, "source"): 1.11, ARTICLE: -0.21, HEAD: 0.18,
    },
    "breadcrumb": {
        "body": -2.00, "links": 0.25, "navigation": 2.79, (BEFORE, "section"): 3.45, (HEAD, "section"): 3.99,
    },
    "button words": {
        "body": -0.43, "byline": -0.59, "caption": -0.15, "dateline": -0.15, "links": 0.10, "navigation": 1.74,
        "reading-time": 0.50, "recommendation": 0.34, "section": -0.18, ARTICLE: -0.17, BEFORE: -0.12, HEAD: 0.36,
    },
    "byline": {
        "body": -2.18, "byline": 4.42, "caption": 0.47, "navigation": 0.38, "recommendation": 0.14, "source": 0.27,
        (ARTICLE, "byline"): 3.42, (TAIL, "links"): 1.52,
    },
    "byline word": {
        "body": -1.14, "byline": 3.60, "navigation": -0.35, (ARTICLE, "byline"): 1.65, (TAIL, "navigation"): 0.69,
        ARTICLE: -0.17, TAIL: 0.10,
    },
    "captcha": {
        "body": -5.00, "navigation": 6.00,
    },
    "caption": {
        "body": -3.25, "byline": 0.38, "caption": 5.60, "meta": 0.14, "navigation": 0.26, "source": -0.13,
        (TAIL, "caption"): 4.48, (TAIL, "links"): 1.45, ARTICLE: -0.34, HEAD: 0.40,
    },
    "case number": {
        "meta": 5.86, "navigation": -0.14, (ARTICLE, "meta"): 1.00, (HEAD, "body"): -1.03, (TAIL, "meta"): 1.00,
    },
    "colon": {
        "body": 1.17, "caption": -0.28, "dateline": 0.26, "headline": -0.14, "links": -0.45, "navigation": -0.20,
        "recommendation": -0.14, "section": -0.29, "source": 0.64, ARTICLE: 0.39, HEAD: -0.24, TAIL: -0.14,
    },
    "colon above": {
        "body": 0.32, "caption": -0.21, "links": -0.55, "navigation": -0.25, "recommendation": 0.14, "source": 0.68,
        ARTICLE: 0.40, TAIL: -0.41,
    },
    "colon below": {
        "body": 0.24, "links": -0.39, "navigation": -0.15, "recommendation": -0.24, "section": -0.11, "source": 0.79,
        ARTICLE: 0.41, BEFORE: -0.10, TAIL: -0.35,
    },
    "comments": {
        "body": -0.45, "links": -0.21, "navigation": 1.59, ARTICLE: -0.13,
    },
    "contact": {
        "body": -0.68, "dateline": 0.10, "links": -0.49, "navigation": -0.19, "section": -0.12, (ARTICLE, "byline"): 2.17,
        (BEFORE, "byline"): 1.54, (HEAD, "body"): -1.07, (HEAD, "byline"): 3.22, (TAIL, "byline"): 1.90,
        (TAIL, "navigation"): 1.84, ARTICLE: -0.45, HEAD: 0.23, TAIL: 0.36,
    },
    "contact label": {
        "body": -0.95, "byline": 4.03, "navigation": 0.17, (ARTICLE, "byline"): 2.99, (TAIL, "byline"): 2.96,
        ARTICLE: -0.16, TAIL: 0.16,
    },
    "contact word": {
        "body": -0.80, (ARTICLE, "byline"): 3.00, (BEFORE, "byline"): 2.00, (BEFORE, "navigation"): 1.80,
        (HEAD, "byline"): 3.80, (TAIL, "byline"): 2.00, (TAIL, "navigation"): 1.80,
    },
    "count": {
        "body": -2.50, "navigation": 3.07, "reading-time": 0.44,
    },
    "counted button": {
        "body": -1.17, "links": -0.11, "navigation": 2.32,
    },
    "credit behind": {
        "body": -1.63, "caption": 4.41, "meta": 0.14,
    },
    "credits": {
        "body": -3.64, "byline": 6.85, "links": -0.11, ARTICLE: -0.33, HEAD: 0.12, TAIL: 0.20,
    },
    "dash": {
        "body": 0.18, (BEFORE, "navigation"): 0.87, (HEAD, "navigation"): 0.49, (TAIL, "navigation"): 0.81,
    },
    "date": {
        "byline": -0.31, "section": -0.13, (ARTICLE, "dateline"): 1.89, (BEFORE, "dateline"): 3.90,
        (BEFORE, "links"): 1.24, (BEFORE, "navigation"): 0.87, (HEAD, "body"): -2.10, (HEAD, "dateline"): 5.25,
        (TAIL, "dateline"): 3.32, (TAIL, "links"): 1.84, ARTICLE: -0.21, BEFORE: -0.39, HEAD: 0.42, TAIL: 0.29,
    },
    "date above": {
        "body": 0.17, "byline": 0.46, "caption": -0.16, "links": 0.39, "meta": -0.14, "navigation": -0.62,
        "reading-time": 0.39, ARTICLE: 0.32, BEFORE: -0.51, HEAD: 0.35,
    },
    "date above the title": {
        (BEFORE, "dateline"): 2.09,
    },
    "date and name": {
        "body": 0.39, "byline": -0.10, "caption": -0.12, "navigation": -0.13, (ARTICLE, "dateline"): 0.96,
        (BEFORE, "dateline"): 2.54, (HEAD, "body"): -0.65, (HEAD, "dateline"): 3.69, (TAIL, "dateline"): 1.48,
        (TAIL, "links"): 0.98, ARTICLE: 0.21, TAIL: -0.13,
    },
    "date below": {
        "byline": 0.74, "caption": -0.60, "dateline": 0.20, "links": 0.22, "meta": 0.14, "navigation": -0.62,
        "recommendation": -0.32, "source": 0.80, ARTICLE: 0.25, BEFORE: -0.49, HEAD: 0.37,
    },
    "date in the head": {
        "body": -0.44, "byline": -0.22, "caption": -0.14, "dateline": 0.74, "navigation": -0.45, ARTICLE: -0.24,
        BEFORE: -0.15, HEAD: 0.31,
    },
    "dated entry": {
        "body": 0.31, "dateline": -1.01, "navigation": -0.12, "section": 0.10, (TAIL, "links"): 1.41, ARTICLE: 0.15,
        TAIL: -0.13,
    },
    "dateline word": {
        "body": -1.11, "byline": -0.10, (BEFORE, "dateline"): 2.50, (HEAD, "dateline"): 3.89, (TAIL, "dateline"): 2.00,
    },
    "duration": {
        "body": -1.76, "caption": 2.05, "dateline": -2.93, "navigation": 3.08,
    },
    "end mark": {
        "body": -0.71, "navigation": 2.61, ARTICLE: -0.38, TAIL: 0.38,
    },
    "fact": {
        "body": 2.67, "navigation": -0.10, ARTICLE: 0.15, TAIL: -0.12,
    },
    "few words": {
        "body": 0.60, "byline": -0.37, "caption": -0.10, "dateline": -0.37, "links": 0.24, "meta": -0.27,
        "navigation": -0.29, "recommendation": -0.41, "section": -0.24, "source": -0.26, ARTICLE: 0.24, BEFORE: -0.59,
        HEAD: 0.18, TAIL: 0.14,
    },
    "field": {
        "body": -0.99, "navigation": 2.00,
    },
    "figures": {
        "body": 1.42, "byline": -0.40, "caption": -0.18, "dateline": 0.18, "links": -0.10, "navigation": -0.33,
        "recommendation": -0.18, ARTICLE: 0.42, HEAD: -0.16, TAIL: -0.43,
    },
    "first of a block": {
        "byline": 0.33, "caption": 0.23, "links": -0.34, "navigation": -0.24, "reading-time": -0.12,
        "recommendation": 0.19, "section": -0.13, ARTICLE: 0.17, BEFORE: -0.47, HEAD: -0.55, TAIL: 0.57,
    },
    "form": {
        "body": -2.90, "byline": 0.26, "caption": 0.26, "navigation": 4.52, (TAIL, "links"): -0.63,
    },
    "full stop": {
        "body": 0.33, "byline": -0.13, "caption": -0.26, "dateline": -0.32, "headline": -0.21, "links": -0.99,
        "meta": -0.17, "navigation": 0.60, "reading-time": -0.15, "recommendation": -0.28, "section": -0.45,
        "source": 0.14, ARTICLE: 0.24, BEFORE: -0.20, HEAD: -0.16, TAIL: -0.27,
    },
    "has a date": {
        "body": -0.13, "navigation": 0.17, (BEFORE, "dateline"): 3.59, (HEAD, "body"): -1.01, (HEAD, "dateline"): 3.67,
        (TAIL, "dateline"): 1.47, ARTICLE: -0.15,
    },
    "hashtags": {
        "body": -1.00, "section": 4.48,
    },
    "in a block": {
        "headline": -0.12, "meta": -0.28, "navigation": 0.26, "reading-time": 0.17, "recommendation": -0.30,
        "section": 0.29, "source": 0.13, ARTICLE: -0.11, BEFORE: -0.52, HEAD: 0.58, TAIL: 0.26,
    },
    "in a long run": {
        "body": 0.47, "byline": -0.29, "caption": -0.19, "dateline": -0.14, "headline": -0.11, "links": 0.34,
        "meta": -0.39, "navigation": -0.20, "reading-time": -0.23, "recommendation": -0.40, "section": 0.13,
        ARTICLE: 0.30, BEFORE: -0.51, HEAD: 0.12, TAIL: 0.16,
    },
    "in a run": {
        "caption": 0.29, "dateline": -0.26, "links": 0.48, "meta": 0.39, "navigation": -0.13, "reading-time": -0.12,
        "recommendation": -0.63, "source": -0.15, ARTICLE: -0.23, BEFORE: -0.18, HEAD: 0.50,
    },
    "in capitals": {
        "body": -0.55, "byline": -0.17, "caption": -0.39, "dateline": 0.62, "headline": 0.27, "meta": 0.21, ARTICLE: 0.13,
        BEFORE: -0.42, HEAD: 0.34,
    },
    "in the foot": {
        "body": 0.19, "byline": -0.30, "caption": -0.16, "dateline": -0.12, "links": -0.35, "navigation": 0.51,
        "section": -0.56, "source": -0.14,
    },
    "in the text": {
        "body": 0.27, "byline": 0.16, "caption": -0.18, "headline": -0.22, "meta": -0.54, "navigation": -0.31,
        "reading-time": -0.51, "recommendation": -0.12, "source": -0.37, BEFORE: -0.23, HEAD: -0.10,
    },
    "initials": {
        "body": -1.06, "byline": 4.20,
    },
    "inside the text": {
        "body": 0.20, "byline": -0.11, "caption": -0.12, "headline": -0.23, "links": -0.41, "meta": -0.45,
        "reading-time": -0.44, "recommendation": 0.16, "section": -0.41, BEFORE: -0.21,
    },
    "labelled date": {
        "dateline": 6.19, "navigation": -0.15, (ARTICLE, "body"): -1.11, (HEAD, "body"): -3.01, (TAIL, "links"): 1.84,
    },
    "labelled title": {
        "headline": 3.00,
    },
    "last of a block": {
        "body": -0.32, "byline": 0.33, "caption": 0.62, "dateline": 0.16, "headline": 0.15, "meta": 0.13,
        "navigation": -0.17, "reading-time": -0.17, "recommendation": 0.40, "section": -0.72, ARTICLE: 0.29,
        BEFORE: -0.48, HEAD: 0.60, TAIL: -0.67,
    },
    "like the title": {
        "body": -0.11, "headline": 4.99, "links": -0.15, "navigation": 0.11,
    },
    "links word": {
        "body": -2.74, "byline": -0.11, "links": 0.14, "navigation": -0.29, (ARTICLE, "recommendation"): 3.05,
        (BEFORE, "links"): 1.72, (BEFORE, "navigation"): 1.81, (HEAD, "navigation"): 1.53, (TAIL, "links"): 4.37,
        (TAIL, "recommendation"): 0.98,
    },
    "list above": {
        "body": -0.54, "byline": -0.27, "dateline": -0.29, "links": 0.58, "navigation": -0.56, "recommendation": 0.43,
        "section": 0.48, ARTICLE: -0.16, HEAD: 0.12,
    },
    "list below": {
        "body": -0.41, "byline": -0.27, "caption": -0.21, "dateline": -0.21, "links": -0.23, "navigation": 0.40,
        "section": 0.89, ARTICLE: -0.58, TAIL: 0.66,
    },
    "list in the head": {
        "byline": -0.24, "navigation": 0.45,
    },
    "list item": {
        "body": 1.75, "caption": -0.24, "navigation": -0.28, "recommendation": -0.35, ARTICLE: 0.37, HEAD: -0.18,
        TAIL: -0.22,
    },
    "list without a heading": {
        "body": 0.75, "byline": 0.10, "navigation": 0.10, "section": -0.55, "source": 0.61, (TAIL, "links"): -0.75,
        TAIL: 0.10,
    },
    "list word": {
        "body": -3.10, (ARTICLE, "recommendation"): 4.19, (BEFORE, "navigation"): 2.99, (HEAD, "recommendation"): 3.00,
        (TAIL, "links"): 3.39, ARTICLE: 0.12, TAIL: -0.12,
    },
    "list words": {
        "body": -0.74, "byline": -0.10, "links": 0.11, (ARTICLE, "recommendation"): 0.54, (TAIL, "links"): 2.06,
        ARTICLE: -0.49, HEAD: 0.12, TAIL: 0.37,
    },
    "long form": {
        "body": -0.49, "navigation": 3.50,
    },
    "long line": {
        "body": 0.33, "caption": -0.10, "dateline": -0.37, "links": 0.28, "meta": -0.16, "navigation": -0.46,
        "reading-time": -0.13, "recommendation": -0.35, "section": -0.40, "source": -0.12, ARTICLE: 0.10, BEFORE: -0.20,
    },
    "menu above": {
        "body": -0.13, "byline": -0.12, "links": -0.10, "meta": 0.15, "navigation": 0.27, "reading-time": -0.17,
        "recommendation": -0.16, "section": 0.40, ARTICLE: 0.27, BEFORE: -0.25,
    },
    "menu below": {
        "body": -0.24, "byline": 0.36, "caption": -0.33, "dateline": 0.15, "headline": -0.12, "links": -0.14,
        "navigation": 0.40, "reading-time": 0.16, "recommendation": -0.23, "section": 0.33, BEFORE: -0.24, HEAD: 0.22,
    },
    "menu in the head": {
        "byline": -0.19, "caption": -0.10, "navigation": 0.39, "reading-time": 0.36, BEFORE: -0.18, HEAD: 0.17,
    },
    "menu row": {
        "body": -2.39, "caption": -0.13, "links": -0.11, "navigation": 2.94, "section": 0.67, (TAIL, "links"): -1.57,
        ARTICLE: -0.14, HEAD: -0.10, TAIL: 0.17,
    },
    "minutes": {
        "body": -2.02, "navigation": -0.43, "reading-time": 4.99, (TAIL, "links"): 2.00,
    },
    "name": {
        "body": -0.75, "byline": 0.28, "caption": 0.31, "dateline": -0.52, "headline": 0.24, "links": 0.64, "meta": -0.22,
        "navigation": 0.15, "reading-time": -0.12, "recommendation": -0.27, "section": 0.37, "source": 0.11,
        (HEAD, "byline"): 1.89, (TAIL, "byline"): 0.72, (TAIL, "section"): 0.01, ARTICLE: -0.44, BEFORE: -0.18, TAIL: 0.62,
    },
    "name above": {
        "body": -0.61, "byline": 0.81, "caption": -0.31, "dateline": 0.18, "links": -0.13, "navigation": -0.23,
        "section": -0.27, "source": 0.17, ARTICLE: -0.43, BEFORE: -0.11, TAIL: 0.56,
    },
    "name below": {
        "body": 0.13, "byline": 0.33, "caption": -0.21, "links": -0.34, "section": 0.27, BEFORE: -0.12, HEAD: 0.28,
        TAIL: -0.10,
    },
    "name in the head": {
        "byline": 0.48, "navigation": -0.13,
    },
    "name of the site": {
        "links": -0.10, "section": 0.27, (BEFORE, "byline"): -1.02, (BEFORE, "navigation"): 1.88,
        (HEAD, "navigation"): 1.00,
    },
    "names in brackets behind": {
        "body": -0.45, "byline": 0.10, "caption": 1.78, "navigation": -0.14, ARTICLE: 0.17, TAIL: -0.13,
    },
    "navigation word": {
        "body": -3.04, "byline": -0.30, "caption": -0.27, "dateline": -0.17, "headline": -0.94, "links": 0.13,
        "navigation": 4.08, "section": -0.21, "source": -0.16, BEFORE: -0.18, HEAD: 0.25,
    },
    "near the end": {
        "byline": 0.28, "caption": -0.22, "dateline": -0.13, "links": -0.42, "navigation": 0.78, "recommendation": -0.20,
        "section": -0.33, "source": -0.20, ARTICLE: -0.22, TAIL: 0.24,
    },
    "near the top": {
        "body": -0.35, "dateline": -0.20, "links": 0.35, "meta": 0.39, "navigation": 0.32, "section": -0.35, HEAD: 0.11,
    },
    "no text": {
        "body": 0.90, "links": 0.17, "navigation": -0.82, ARTICLE: 0.86, BEFORE: -0.85, HEAD: -0.11,
    },
    "no topics": {
        "body": -0.92, "byline": 0.40, "caption": -0.35, "dateline": 0.45, "headline": -0.25, "links": 0.39,
        "meta": -0.29, "reading-time": -0.11, "section": -0.65, "source": -0.20, (ARTICLE, "body"): 0.01, BEFORE: -0.26,
        HEAD: 0.58,
    },
    "number": {
        "body": -0.26, "dateline": 0.23, "meta": 0.17, "navigation": -0.49, "section": -0.55, "source": -0.13,
        (ARTICLE, "body"): 0.01, (HEAD, "navigation"): 1.35, (TAIL, "links"): 0.94, ARTICLE: 0.31, HEAD: 0.16, TAIL: -0.44,
    },
    "number first": {
        "body": 0.52, "byline": -0.57, "caption": -0.41, "dateline": 0.65, "links": 0.25, "meta": 0.13,
        "navigation": -0.42, "reading-time": 0.61, "recommendation": -0.42, "section": -0.60, "source": -0.24,
        ARTICLE: 0.29, BEFORE: -0.62, HEAD: 0.62, TAIL: -0.40,
    },
    "one of several dates": {
        "byline": -0.10, "dateline": 0.11, "navigation": 0.31, (TAIL, "dateline"): -0.95, (TAIL, "links"): 1.16,
    },
    "one word": {
        "body": -0.47, "caption": -0.16, "dateline": -0.37, "headline": -0.13, "links": -0.25, "navigation": 0.19,
        "reading-time": -0.31, "recommendation": -0.33, "section": 0.62, "source": 0.42, ARTICLE: -0.22, BEFORE: -0.23,
        HEAD: 0.22, TAIL: 0.37,
    },
    "page numbers": {
        "body": -2.51, "navigation": 3.51,
    },
    "pair": {
        "body": -0.21, "byline": 0.30, "caption": -0.21, "links": -0.14, "navigation": 0.59, "source": 0.17,
        (BEFORE, "section"): 1.94, ARTICLE: 0.16, HEAD: -0.21, TAIL: 0.10,
    },
    "part of the title": {
        "body": -0.13, "headline": 4.00,
    },
    "past the text": {
        "byline": 0.51, "caption": -0.42, "dateline": 0.12, "links": -0.19, "meta": -0.11, "recommendation": -0.16,
        "section": 0.52, "source": 0.39, ARTICLE: -0.16, TAIL: 0.56,
    },
    "person in the head": {
        "body": -0.55, "byline": 0.52, "caption": 0.38, "dateline": -0.19, "links": -0.17, "navigation": -0.24,
        "source": 0.33, ARTICLE: -0.10, HEAD: 0.18,
    },
    "picture above": {
        "byline": -0.31, "caption": 0.22, "dateline": 0.19, "links": -0.40, "navigation": 0.56, "section": -0.15,
        ARTICLE: -0.14, TAIL: 0.19,
    },
    "picture below": {
        "body": -0.58, "caption": 0.82, "section": -0.23, "source": -0.13, ARTICLE: -0.23, HEAD: 0.46, TAIL: -0.20,
    },
    "picture in the head": {
        "byline": -0.18, "caption": 0.14, "meta": 0.14, "navigation": -0.10,
    },
    "pictured": {
        "body": -0.48, "byline": 0.12, "caption": 1.91, "meta": 0.14,
    },
    "postal address": {
        "body": -0.34, "links": -0.19, "navigation": 0.29, (BEFORE, "navigation"): 1.55, (HEAD, "byline"): 0.49,
        (TAIL, "navigation"): 2.09, TAIL: 0.26,
    },
    "quotation": {
        "body": 0.58, "byline": -0.13, "caption": -0.30, "links": 0.12, "navigation": -0.68, "source": -0.10,
        ARTICLE: 0.48, TAIL: -0.65,
    },
    "ranked": {
        "body": 0.57, "caption": -0.10, "navigation": -0.31, "recommendation": -0.16, (TAIL, "links"): 0.92,
        ARTICLE: 0.23, HEAD: 0.20, TAIL: -0.34,
    },
    "reading time": {
        "body": -3.02, "navigation": -0.22, "reading-time": 8.19, "recommendation": 0.10, (TAIL, "links"): 3.00,
        ARTICLE: -0.24, HEAD: 0.26,
    },
    "recommendation": {
        "body": -4.13, "caption": 0.10, "recommendation": 6.96, (TAIL, "links"): 3.01, (TAIL, "recommendation"): 4.95,
    },
    "recommendation word": {
        "body": -2.46, "byline": -0.15, "navigation": -0.11, (ARTICLE, "recommendation"): 4.84,
        (BEFORE, "navigation"): 2.00, (HEAD, "navigation"): 2.57, (HEAD, "recommendation"): 2.00, (TAIL, "links"): 2.80,
        (TAIL, "recommendation"): 1.50, ARTICLE: 0.25, HEAD: -0.10, TAIL: -0.19,
    },
    "recurring": {
        "body": -6.84, "byline": 1.31, "caption": 1.10, "dateline": 1.55, "headline": -3.76, "links": 1.80, "meta": 1.06,
        "navigation": 2.76, "reading-time": 2.10, "recommendation": 1.35, "section": 0.88, "source": 1.74,
        (BEFORE, "links"): 1.44, (HEAD, "byline"): 2.40, (HEAD, "dateline"): 2.09, (HEAD, "links"): 0.97,
        (TAIL, "links"): 2.37, ARTICLE: 0.50, BEFORE: -0.20, TAIL: -0.22,
    },
    "recurring in the text": {
        "body": 2.95, "caption": -0.10, "dateline": 0.15, "navigation": 0.15, ARTICLE: 0.43, HEAD: -0.26, TAIL: -0.11,
    },
    "recurring sentence": {
        "body": -6.99, "byline": 1.47, "caption": 1.45, "dateline": 1.50, "headline": -4.00, "links": 1.80, "meta": 1.00,
        "navigation": 4.63, "reading-time": 2.00, "recommendation": 1.49, "section": 0.30, "source": 1.99,
        (BEFORE, "links"): 1.50, (HEAD, "byline"): 2.49, (HEAD, "dateline"): 2.50, (HEAD, "links"): 1.00,
        (TAIL, "links"): 2.26, TAIL: -0.10,
    },
    "repeated": {
        "body": -3.00, (TAIL, "links"): 2.15, (TAIL, "navigation"): -0.11,
    },
    "right below the title": {
        "body": 0.96, "caption": -0.58, "headline": -0.14, "meta": -0.13, "navigation": -0.58, "reading-time": -0.11,
        BEFORE: -0.17, HEAD: 0.19,
    },
    "row": {
        "body": 0.61, "byline": -0.26, "caption": -0.68, "headline": -0.17, "links": -0.15, "meta": -0.10,
        "navigation": 0.69, (TAIL, "links"): -0.92, ARTICLE: 0.62, HEAD: -0.60, TAIL: -0.14,
    },
    "said in a menu": {
        "body": -0.17, "dateline": -0.17, "navigation": -0.87, "source": 0.20, (BEFORE, "section"): 1.67,
        (HEAD, "section"): 0.86, ARTICLE: 0.18, BEFORE: -0.39, HEAD: 0.15,
    },
    "second below the title": {
        "body": -0.37, "byline": 0.27, "headline": 0.19, "links": -0.12, "navigation": -0.18, "reading-time": 0.12,
        "source": 0.36, ARTICLE: -0.15, BEFORE: -0.15, HEAD: 0.29,
    },
    "section above": {
        "byline": -0.18, "dateline": 0.23, "links": 0.24, BEFORE: -0.12,
    },
    "section above the title": {
        "navigation": 0.11, (BEFORE, "section"): 3.43,
    },
    "section below": {
        "byline": -0.16, "dateline": -0.28, "links": 0.23, "navigation": 0.65, "section": -0.57, ARTICLE: -0.17,
        TAIL: 0.19,
    },
    "section word": {
        "body": -0.84, "links": 0.23, "section": 0.48, (BEFORE, "navigation"): 0.59, (BEFORE, "section"): 1.69,
        (HEAD, "section"): 1.31, (TAIL, "links"): 0.78, (TAIL, "navigation"): 0.32,
    },
    "sentence above": {
        "dateline": -0.12, "links": -0.10, "meta": -0.31, "navigation": 0.30, "reading-time": -0.36,
        "recommendation": 0.14, "source": 0.51, BEFORE: -0.14, HEAD: -0.13, TAIL: 0.28,
    },
    "sentence below": {
        "body": 0.24, "byline": -0.43, "dateline": -0.58, "headline": -0.22, "links": -0.38, "meta": -0.25,
        "navigation": 0.19, "reading-time": -0.34, "section": -0.41, "source": -0.34, BEFORE: -0.17, TAIL: 0.15,
    },
    "short above": {
        "caption": 0.14, "dateline": 0.35, "headline": -0.27, "links": -0.13, "meta": -0.14, "navigation": 0.16,
        "reading-time": -0.36, "recommendation": -0.19, ARTICLE: 0.15, BEFORE: -0.49, HEAD: 0.35, TAIL: 0.17,
    },
    "short below": {
        "byline": 0.27, "caption": -0.24, "dateline": 0.14, "headline": 0.23, "links": -0.45, "navigation": 0.47,
        "reading-time": -0.21, "recommendation": -0.39, "source": -0.36, ARTICLE: 0.17, BEFORE: -0.47, TAIL: 0.24,
    },
    "site above": {
        "body": 0.11, "byline": -0.30, "links": -0.17, "navigation": 0.37, "section": 0.21, TAIL: 0.13,
    },
    "site below": {
        "links": 0.27, "navigation": 0.29, "section": -0.19, ARTICLE: 0.15,
    },
    "site section": {
        "body": -1.25, "byline": -0.12, (ARTICLE, "navigation"): 0.93, (BEFORE, "navigation"): 2.29,
        (HEAD, "navigation"): 2.15, (TAIL, "links"): 1.89, (TAIL, "navigation"): 0.03,
    },
    "site words": {
        "body": -0.51, "navigation": 2.29, "section": 0.25, (TAIL, "links"): -1.01,
    },
    "small start": {
        "body": 1.48, "byline": 0.51, "dateline": -0.38, "headline": 0.13, "links": -0.95, "meta": -0.10,
        "navigation": -0.11, "recommendation": -0.17, "section": 0.42, ARTICLE: 0.68, HEAD: -0.23, TAIL: -0.89,
    },
    "some button words": {
        "body": -0.66, "byline": -0.80, "headline": 0.23, "links": -0.11, "navigation": 1.50, "source": 0.22,
        ARTICLE: -0.34, BEFORE: -0.25, HEAD: 0.34, TAIL: 0.33,
    },
    "some topics": {
        "body": -0.31, "byline": 0.21, "dateline": -0.39, "headline": -0.16, "links": 0.35, "meta": 0.11,
        "reading-time": -0.16, "recommendation": 0.33, "section": -0.36, "source": -0.22, BEFORE: -0.10, HEAD: 0.15,
    },
    "source": {
        "body": -4.01, "caption": 0.28, "source": 7.83,
    },
    "tags above": {
        "section": 0.36, BEFORE: -0.24, HEAD: 0.22,
    },
    "tags below": {
        "body": -0.38, "byline": -0.20, "dateline": 0.11, "links": 0.16, "navigation": 0.44, "section": -0.27,
        "source": 0.21, ARTICLE: -0.23, TAIL: 0.24,
    },
    "tags word": {
        "body": -3.13, "links": -1.57, "navigation": -0.33, "section": 5.94, (BEFORE, "section"): -0.97, BEFORE: -0.27,
        HEAD: 0.23,
    },
    "the title": {
        "body": -0.43, "caption": 0.16, "headline": 7.95, "links": 0.32, "source": 0.19,
    },
    "ticker": {
        "body": -2.00, "navigation": 5.00,
    },
    "time": {
        "body": -0.76, "caption": 0.23, "dateline": 4.86, "navigation": -0.44, (BEFORE, "navigation"): 0.92,
        (HEAD, "body"): -1.50, (TAIL, "links"): 2.04, ARTICLE: 0.56, BEFORE: -0.42, TAIL: -0.14,
    },
    "title case": {
        "body": 0.32, "byline": 0.71, "caption": -0.33, "dateline": 0.10, "links": -0.24, "meta": -0.17,
        "navigation": -0.16, "reading-time": -0.23, "recommendation": -0.47, "section": -0.13, "source": 0.36,
        ARTICLE: 0.28, BEFORE: -0.43, HEAD: -0.45, TAIL: 0.25,
    },
    "to the reader": {
        "body": -0.90, "caption": -0.13, "links": -0.85, "navigation": 2.21, ARTICLE: -0.44, BEFORE: -0.11, HEAD: 0.19,
        TAIL: 0.51,
    },
    "top line": {
        "body": -0.37, "byline": -0.27, "headline": 0.26, "links": -0.26, "meta": 0.32, "navigation": 0.84,
        "section": -0.54, BEFORE: 0.11,
    },
    "topics": {
        "body": 0.55, "byline": -0.55, "caption": 0.81, "headline": 0.66, "links": -0.93, "meta": -0.25,
        "navigation": -0.44, "reading-time": -0.14, "recommendation": -0.47, "source": 0.50, ARTICLE: 0.37, BEFORE: -0.25,
        HEAD: 0.47, TAIL: -0.57,
    },
    "under a list heading": {
        "body": -0.24, "byline": -0.52, "caption": -0.16, "dateline": -0.71, "headline": -0.25, "links": 0.53,
        "meta": -0.31, "navigation": -0.32, "reading-time": -0.32, "recommendation": 0.22, "section": -0.26,
        "source": -0.52, BEFORE: -0.17, HEAD: 0.63, TAIL: -0.18,
    },
    "under comments": {
        "body": -0.28, "dateline": -0.15, "section": 0.48, (TAIL, "links"): 0.28, (TAIL, "navigation"): 0.71,
        ARTICLE: -0.30, TAIL: 0.30,
    },
    "under tags": {
        "body": -0.22, "byline": -0.38, "links": 0.77, "navigation": 0.12, "section": -0.17, "source": -0.14,
        ARTICLE: -0.32, HEAD: 0.12, TAIL: 0.36,
    },
    "web address": {
        (BEFORE, "navigation"): 0.55, (TAIL, "navigation"): 0.30,
    },
    "well past the text": {
        "body": 0.10, "byline": -0.30, "caption": -0.16, "dateline": -0.42, "links": 0.33, "meta": -0.31,
        "navigation": -0.10, "reading-time": -0.25, "recommendation": -0.47, "section": 0.38, "source": -0.38, TAIL: 0.80,
    },
    "with agencies": {
        "body": -1.14, "source": 4.14,
    },
}  # fmt: skip
"""What a mark of a line adds to a kind of zone, everywhere or (where there is a part beside it) in that part of the page."""

FIRST = (0.01, -0.30, -0.51, -6.00)
"""What it costs to begin in each part of the page."""

LAST = (-5.00, -1.00, -0.03, 0.03)
"""What it costs to end in each part of the page: a page has an article."""
