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
    State(BEFORE, "navigation",      -2.49, -0.45,  0.50, -0.38,  0.54),
    State(BEFORE, "links",           -2.00,  0.04, -0.21, -1.56,  0.51),
    State(BEFORE, "headline",        -3.00, -2.49, -2.48,  0.01,  0.01),
    State(BEFORE, "section",         -3.00, -2.02, -0.75,  0.00,  0.03),
    State(BEFORE, "dateline",        -3.50, -2.50, -1.54, -0.02, -0.01),
    State(BEFORE, "byline",          -3.50, -2.49, -1.25, -0.07,  0.63),
    State(BEFORE, "caption",         -2.00, -1.49, -2.02, -0.05,  0.04),
    State(BEFORE, "reading-time",    -4.00, -3.00, -2.50, -0.01,  0.00),
    State(BEFORE, "meta",            -4.00, -2.49, -1.98, -0.01,  0.03),
    State(BEFORE, "source",          -4.00, -2.52, -2.03, -0.05,  0.00),
    State(BEFORE, "recommendation",  -4.00, -2.51, -2.02, -0.02,  0.00),
    State(HEAD, "headline",          -2.01, -2.49, -2.50,  0.03, -0.03),
    State(HEAD, "body",               1.35,  0.35, -0.66, -0.23,  0.06),
    State(HEAD, "navigation",        -2.58, -1.00,  0.16, -0.08,  0.16),
    State(HEAD, "links",             -2.50, -0.49, -0.51, -2.07,  0.46),
    State(HEAD, "section",           -3.01, -2.02, -0.71, -0.14,  0.01),
    State(HEAD, "dateline",          -3.52, -2.41, -0.95,  0.07,  0.03),
    State(HEAD, "byline",            -3.55, -1.91, -0.53,  0.02,  0.40),
    State(HEAD, "caption",           -1.01, -1.13, -1.45,  0.10,  0.04),
    State(HEAD, "reading-time",      -4.00, -3.01, -2.42,  0.08,  0.00),
    State(HEAD, "meta",              -4.00, -2.51, -1.99, -0.02,  0.00),
    State(HEAD, "source",            -4.01, -2.50, -1.91,  0.07,  0.02),
    State(HEAD, "recommendation",    -4.00, -2.52, -2.00, -0.04,  0.00),
    State(ARTICLE, "body",            3.12,  0.33,  0.49,  0.01,  0.62),
    State(ARTICLE, "headline",       -3.01, -2.50, -2.52, -1.04,  0.00),
    State(ARTICLE, "navigation",     -2.96, -1.55, -0.73, -0.99,  0.29),
    State(ARTICLE, "caption",        -1.02, -1.49, -1.55, -0.41,  0.08),
    State(ARTICLE, "recommendation", -2.04, -0.38, -1.22, -1.11,  0.86),
    State(ARTICLE, "dateline",       -3.50, -2.59, -1.52, -0.59, -0.02),
    State(ARTICLE, "byline",         -3.52, -2.55, -1.53, -0.66,  0.35),
    State(ARTICLE, "source",         -3.98, -2.53, -2.05, -0.57,  0.02),
    State(ARTICLE, "reading-time",   -4.00, -3.01, -2.58, -0.07,  0.00),
    State(ARTICLE, "meta",           -4.01, -2.51, -2.04, -0.55,  0.00),
    State(TAIL, "navigation",        -1.89, -0.74,  0.09, -0.31,  0.62),
    State(TAIL, "links",             -2.44,  0.42, -0.16, -1.59,  0.83),
    State(TAIL, "section",           -3.02, -1.54, -0.60, -0.90,  0.39),
    State(TAIL, "byline",            -2.44, -1.55, -0.73, -0.34,  0.48),
    State(TAIL, "dateline",          -3.49, -2.49, -1.55, -0.32, -0.01),
    State(TAIL, "source",            -4.01, -2.50, -1.98,  0.00, -0.01),
    State(TAIL, "caption",           -2.51, -2.03, -2.02, -0.36,  0.00),
    State(TAIL, "recommendation",    -2.50, -0.63, -1.22, -0.67,  0.39),
    State(TAIL, "reading-time",      -4.00, -3.00, -2.51, -0.04,  0.00),
    State(TAIL, "meta",              -4.00, -2.51, -2.03, -0.04,  0.00),
)  # fmt: skip
"""The score table: what a line adds to the way through each state, before its cues."""

MOVES = {(BEFORE, HEAD): 0.00, (BEFORE, ARTICLE): -1.00, (BEFORE, TAIL): -4.00, (HEAD, ARTICLE): 0.00, (HEAD, TAIL): -2.00, (ARTICLE, TAIL): -0.56}  # fmt: skip
"""What it costs to go on to another part of the page; there is no way back."""

MARKS: dict[str, dict[Key, float]] = {
    "a line": {
        "dateline": 0.37, "links": 0.16, "meta": -0.26, "reading-time": -0.40, "section": -0.70, "source": -0.14,
        ARTICLE: 0.19, BEFORE: -0.23, HEAD: -0.10, TAIL: -0.11,
    },
    "a topic": {
        "body": 0.25, "byline": -0.48, "dateline": -0.28, "links": -0.24, "navigation": -0.50, "recommendation": -0.35,
        "section": 0.12, "source": 0.13, (TAIL, "section"): 1.62, ARTICLE: -0.19, TAIL: 0.30,
    },
    "above the text": {
        "body": -0.32, "caption": 0.52, "meta": 0.26, "navigation": 0.24, "reading-time": 0.12, "recommendation": -0.46,
        "section": -0.24, "source": 0.12, BEFORE: -0.21, HEAD: 0.18, TAIL: 0.56,
    },
    "above the title": {
        "caption": 0.20, "links": -0.16, "meta": 0.20, "navigation": -0.46, (BEFORE, "section"): 2.44,
    },
    "agency": {
        "links": -0.11, "section": -0.15, (ARTICLE, "source"): 1.00, (HEAD, "byline"): 0.32, (HEAD, "caption"): 2.01,
        (HEAD, "source"): 3.84, (TAIL, "source"): 2.27,
    },
    "agency letters": {
        "body": -1.05, "source": 4.64,
    },
    "alone": {
        "body": 0.62, "byline": -0.18, "caption": -0.26, "headline": -0.16, "links": -0.71, "meta": -0.14,
        "navigation": -0.81, "reading-time": -0.19, "recommendation": -0.43, "section": 0.18, "source": -0.23,
        ARTICLE: 0.40, BEFORE: -0.13, HEAD: -0.15, TAIL: -0.65,
    },
    "among sentences": {
        "byline": 0.13, "headline": -0.31, "links": -0.38, "meta": -0.30, "navigation": 0.43, "reading-time": -0.26,
        "recommendation": 0.42, "source": 0.22, ARTICLE: -0.16, BEFORE: -0.11, TAIL: 0.39,
    },
    "among short lines": {
        "body": 0.32, "byline": -0.25, "caption": -0.54, "dateline": -0.25, "headline": -0.15, "links": -0.67,
        "meta": -0.19, "navigation": 0.57, "recommendation": -0.27, "section": -0.29, "source": -0.14, ARTICLE: 0.39,
        BEFORE: -0.44, HEAD: -0.17, TAIL: 0.24,
    },
    "archive": {
        "body": -1.00, "meta": 3.28, "navigation": 1.21,
    },
    "before the title": {
        "body": 1.05, "byline": -0.50, "caption": -0.20, "dateline": -0.42, "headline": 0.24, "meta": 0.36,
        "navigation": 0.13, "reading-time": -0.18, "recommendation": -0.23, "source": -0.45, ARTICLE: -7.98,
        BEFORE: -1.06, HEAD: -8.82, TAIL: -9.00,
    },
    "behind the text": {
        "byline": -0.53, "caption": -0.43, "dateline": -0.29, "links": 0.25, "meta": -0.25, "navigation": 0.35,
        "reading-time": -0.19, "recommendation": -0.32, "section": 0.31, "source": 0.25,
    },
    "below contact": {
        "body": -0.22, "byline": 2.61, "navigation": -0.50, (ARTICLE, "byline"): 1.74, (TAIL, "byline"): 1.92,
        ARTICLE: -0.30, TAIL: 0.29,
    },
    "below recommendation": {
        "body": -0.64, "recommendation": 2.12, (TAIL, "links"): 0.48, ARTICLE: 0.37, HEAD: -0.15, TAIL: -0.28,
    },
    "below tags": {
        "links": -0.23, "navigation": -1.01, "section": 2.37,
    },
    "brackets alone": {
        "body": -0.39, "byline": 0.35, "navigation": -0.20, "section": -0.12, (ARTICLE, "source"): 0.73,
        (TAIL, "source"): 1.10, ARTICLE: -0.19, HEAD: 0.18,
    },
    "breadcrumb": {
        "body": -2.00, "links": 0.22, "navigation": 2.79, (BEFORE, "section"): 3.45, (HEAD, "section"): 4.00,
    },
    "button words": {
        "body": -0.45, "byline": -0.57, "caption": -0.15, "dateline": -0.16, "navigation": 1.75, "reading-time": 0.51,
        "recommendation": 0.35, "section": -0.18, ARTICLE: -0.16, BEFORE: -0.10, HEAD: 0.33,
    },
    "byline": {
        "body": -2.17, "byline": 4.38, "caption": 0.47, "navigation": 0.37, "recommendation": 0.14, "source": 0.27,
        (ARTICLE, "byline"): 3.43, (TAIL, "links"): 1.53,
    },
    "byline word": {
        "body": -1.14, "byline": 3.59, "navigation": -0.34, (ARTICLE, "byline"): 1.65, (TAIL, "navigation"): 0.70,
        ARTICLE: -0.17,
    },
    "captcha": {
        "body": -5.00, "navigation": 6.00,
    },
    "caption": {
        "body": -3.25, "byline": 0.38, "caption": 5.58, "meta": 0.14, "navigation": 0.28, "source": -0.13,
        (TAIL, "caption"): 4.48, (TAIL, "links"): 1.46, ARTICLE: -0.33, HEAD: 0.38,
    },
    "case number": {
        "meta": 5.86, "navigation": -0.15, (ARTICLE, "meta"): 1.00, (HEAD, "body"): -1.03, (TAIL, "meta"): 1.00,
    },
    "colon": {
        "body": 1.16, "caption": -0.29, "dateline": 0.26, "links": -0.45, "navigation": -0.23, "recommendation": -0.12,
        "section": -0.28, "source": 0.64, ARTICLE: 0.36, HEAD: -0.20, TAIL: -0.15,
    },
    "colon above": {
        "body": 0.33, "caption": -0.21, "links": -0.55, "navigation": -0.26, "recommendation": 0.15, "source": 0.68,
        ARTICLE: 0.40, TAIL: -0.42,
    },
    "colon below": {
        "body": 0.24, "byline": -0.10, "links": -0.38, "navigation": -0.15, "recommendation": -0.24, "source": 0.79,
        ARTICLE: 0.38, TAIL: -0.35,
    },
    "comments": {
        "body": -0.40, "links": -0.21, "navigation": 1.55, ARTICLE: -0.12,
    },
    "contact": {
        "body": -0.67, "links": -0.49, "navigation": -0.25, "section": -0.13, (ARTICLE, "byline"): 2.18,
        (BEFORE, "byline"): 1.69, (HEAD, "body"): -1.05, (HEAD, "byline"): 3.21, (TAIL, "byline"): 1.87,
        (TAIL, "navigation"): 1.81, ARTICLE: -0.43, HEAD: 0.26, TAIL: 0.32,
    },
    "contact label": {
        "body": -0.95, "byline": 4.02, "navigation": 0.18, (ARTICLE, "byline"): 2.99, (TAIL, "byline"): 2.94,
        ARTICLE: -0.15, TAIL: 0.17,
    },
    "contact word": {
        "body": -0.80, (ARTICLE, "byline"): 3.00, (BEFORE, "byline"): 2.00, (BEFORE, "navigation"): 1.80,
        (HEAD, "byline"): 3.80, (TAIL, "byline"): 2.00, (TAIL, "navigation"): 1.80,
    },
    "count": {
        "body": -2.50, "navigation": 3.08, "reading-time": 0.44,
    },
    "counted button": {
        "body": -1.18, "links": -0.11, "navigation": 2.35,
    },
    "credit behind": {
        "body": -1.64, "caption": 4.41, "meta": 0.14,
    },
    "credits": {
        "body": -3.64, "byline": 6.85, "links": -0.11, ARTICLE: -0.32, HEAD: 0.11, TAIL: 0.20,
    },
    "dash": {
        "body": 0.18, (BEFORE, "navigation"): 0.87, (HEAD, "navigation"): 0.49, (TAIL, "navigation"): 0.80,
    },
    "date": {
        "byline": -0.33, "navigation": -0.12, "section": -0.15, (ARTICLE, "dateline"): 1.87, (BEFORE, "dateline"): 3.99,
        (BEFORE, "links"): 1.27, (BEFORE, "navigation"): 0.84, (HEAD, "body"): -2.08, (HEAD, "dateline"): 5.25,
        (TAIL, "dateline"): 3.30, (TAIL, "links"): 1.83, ARTICLE: -0.24, BEFORE: -0.33, HEAD: 0.43, TAIL: 0.21,
    },
    "date above": {
        "body": 0.18, "byline": 0.44, "caption": -0.19, "links": 0.39, "meta": -0.15, "navigation": -0.62,
        "reading-time": 0.39, "section": 0.12, ARTICLE: 0.25, BEFORE: -0.31, HEAD: 0.19,
    },
    "date above the title": {
        "navigation": -0.10, (BEFORE, "dateline"): 2.12,
    },
    "date and name": {
        "body": 0.38, "byline": -0.10, "caption": -0.11, "navigation": -0.18, (ARTICLE, "dateline"): 0.95,
        (BEFORE, "dateline"): 2.54, (HEAD, "body"): -0.64, (HEAD, "dateline"): 3.72, (TAIL, "dateline"): 1.48,
        (TAIL, "links"): 0.98, ARTICLE: 0.20, TAIL: -0.13,
    },
    "date below": {
        "byline": 0.70, "caption": -0.60, "dateline": 0.15, "links": 0.24, "meta": 0.15, "navigation": -0.61,
        "recommendation": -0.32, "source": 0.79, ARTICLE: 0.21, BEFORE: -0.30, HEAD: 0.21,
    },
    "date in the head": {
        "body": -0.44, "byline": -0.23, "caption": -0.14, "dateline": 0.74, "navigation": -0.46, ARTICLE: -0.28,
        BEFORE: -0.15, HEAD: 0.32,
    },
    "dated entry": {
        "body": 0.33, "dateline": -1.01, "navigation": -0.13, "section": 0.10, (TAIL, "links"): 1.41, ARTICLE: 0.15,
        TAIL: -0.13,
    },
    "dateline word": {
        "body": -1.13, (BEFORE, "dateline"): 2.50, (HEAD, "dateline"): 3.91, (TAIL, "dateline"): 2.00, ARTICLE: -0.11,
    },
    "duration": {
        "body": -1.79, "caption": 2.04, "dateline": -2.93, "navigation": 3.11,
    },
    "end mark": {
        "body": -0.71, "navigation": 2.61, ARTICLE: -0.38, TAIL: 0.38,
    },
    "fact": {
        "body": 2.67, "navigation": -0.10, ARTICLE: 0.15, TAIL: -0.12,
    },
    "few words": {
        "body": 0.60, "byline": -0.36, "caption": -0.10, "dateline": -0.37, "links": 0.27, "meta": -0.27,
        "navigation": -0.28, "recommendation": -0.41, "section": -0.22, "source": -0.25, ARTICLE: 0.21, BEFORE: -0.40,
    },
    "field": {
        "body": -0.99, "navigation": 2.00,
    },
    "figures": {
        "body": 1.48, "byline": -0.18, "caption": -0.14, "navigation": -0.68, ARTICLE: 0.41, HEAD: -0.14, TAIL: -0.37,
    },
    "first of a block": {
        "byline": 0.34, "caption": 0.23, "links": -0.34, "navigation": -0.26, "reading-time": -0.12,
        "recommendation": 0.20, "section": -0.12, ARTICLE: 0.14, BEFORE: -0.36, HEAD: -0.61, TAIL: 0.58,
    },
    "form": {
        "body": -2.91, "byline": 0.26, "caption": 0.26, "navigation": 4.53, (TAIL, "links"): -0.63,
    },
    "full stop": {
        "body": 0.33, "byline": -0.14, "caption": -0.26, "dateline": -0.32, "headline": -0.22, "links": -1.00,
        "meta": -0.17, "navigation": 0.59, "reading-time": -0.15, "recommendation": -0.28, "section": -0.45,
        "source": 0.14, ARTICLE: 0.23, BEFORE: -0.21, HEAD: -0.13, TAIL: -0.28,
    },
    "has a date": {
        "body": -0.11, "byline": -0.10, "navigation": 0.17, (BEFORE, "dateline"): 3.61, (HEAD, "body"): -1.01,
        (HEAD, "dateline"): 3.67, (TAIL, "dateline"): 1.47, ARTICLE: -0.15, HEAD: 0.10,
    },
    "hashtags": {
        "body": -1.00, "section": 4.48,
    },
    "in a block": {
        "headline": -0.13, "meta": -0.28, "navigation": 0.24, "reading-time": 0.16, "recommendation": -0.29,
        "section": 0.28, "source": 0.13, ARTICLE: -0.13, BEFORE: -0.35, HEAD: 0.39, TAIL: 0.27,
    },
    "in a long run": {
        "body": 0.48, "byline": -0.30, "caption": -0.19, "dateline": -0.16, "links": 0.36, "meta": -0.39,
        "navigation": -0.18, "reading-time": -0.23, "recommendation": -0.40, "section": 0.14, ARTICLE: 0.28,
        BEFORE: -0.35, TAIL: 0.12,
    },
    "in a run": {
        "caption": 0.29, "dateline": -0.25, "links": 0.47, "meta": 0.38, "navigation": -0.15, "reading-time": -0.12,
        "recommendation": -0.63, "source": -0.16, ARTICLE: -0.24, BEFORE: -0.16, HEAD: 0.52,
    },
    "in capitals": {
        "body": -0.57, "byline": -0.15, "caption": -0.37, "dateline": 0.57, "headline": 0.30, "meta": 0.20,
    },
    "in the foot": {
        "body": 0.21, "byline": -0.30, "caption": -0.15, "dateline": -0.12, "links": -0.34, "navigation": 0.51,
        "section": -0.56, "source": -0.14,
    },
    "in the text": {
        "body": 0.27, "byline": 0.16, "caption": -0.18, "headline": -0.21, "meta": -0.54, "navigation": -0.31,
        "reading-time": -0.52, "recommendation": -0.12, "source": -0.37, BEFORE: -0.24,
    },
    "initials": {
        "body": -1.06, "byline": 4.20,
    },
    "inside the text": {
        "body": 0.21, "byline": -0.11, "caption": -0.12, "headline": -0.25, "links": -0.43, "meta": -0.46,
        "navigation": -0.10, "reading-time": -0.44, "recommendation": 0.16, "section": -0.41, BEFORE: -0.21,
    },
    "labelled date": {
        "byline": -0.10, "dateline": 6.20, "navigation": -0.15, (ARTICLE, "body"): -1.10, (HEAD, "body"): -3.01,
        (TAIL, "links"): 1.83,
    },
    "labelled title": {
        "headline": 3.00,
    },
    "last of a block": {
        "body": -0.33, "byline": 0.32, "caption": 0.62, "dateline": 0.18, "headline": 0.13, "meta": 0.10,
        "navigation": -0.20, "reading-time": -0.17, "recommendation": 0.41, "section": -0.67, ARTICLE: 0.25,
        BEFORE: -0.31, HEAD: 0.55, TAIL: -0.68,
    },
    "like the title": {
        "body": -0.13, "headline": 5.02, "links": -0.15, "navigation": 0.12,
    },
    "links word": {
        "body": -2.74, "byline": -0.10, "links": 0.14, "navigation": -0.28, (ARTICLE, "recommendation"): 3.06,
        (BEFORE, "links"): 1.73, (BEFORE, "navigation"): 1.81, (HEAD, "navigation"): 1.50, (TAIL, "links"): 4.36,
        (TAIL, "recommendation"): 0.98,
    },
    "list above": {
        "body": -0.52, "byline": -0.28, "dateline": -0.29, "headline": -0.10, "links": 0.58, "navigation": -0.55,
        "recommendation": 0.43, "section": 0.50, ARTICLE: -0.13,
    },
    "list below": {
        "body": -0.41, "byline": -0.27, "caption": -0.20, "dateline": -0.22, "links": -0.26, "navigation": 0.40,
        "section": 0.88, ARTICLE: -0.58, TAIL: 0.66,
    },
    "list in the head": {
        "byline": -0.25, "navigation": 0.45,
    },
    "list item": {
        "body": 1.75, "caption": -0.23, "navigation": -0.28, "recommendation": -0.34, ARTICLE: 0.37, HEAD: -0.16,
        TAIL: -0.22,
    },
    "list without a heading": {
        "body": 0.74, "navigation": 0.11, "section": -0.54, "source": 0.61, (TAIL, "links"): -0.74, TAIL: 0.11,
    },
    "list word": {
        "body": -3.10, (ARTICLE, "recommendation"): 4.19, (BEFORE, "navigation"): 2.99, (HEAD, "recommendation"): 3.00,
        (TAIL, "links"): 3.37, ARTICLE: 0.12, TAIL: -0.14,
    },
    "list words": {
        "body": -0.72, "byline": -0.10, "links": 0.12, (ARTICLE, "recommendation"): 0.53, (TAIL, "links"): 2.06,
        ARTICLE: -0.49, HEAD: 0.14, TAIL: 0.36,
    },
    "long form": {
        "body": -0.49, "navigation": 3.50,
    },
    "long line": {
        "body": 0.33, "dateline": -0.37, "headline": -0.12, "links": 0.31, "meta": -0.16, "navigation": -0.43,
        "reading-time": -0.13, "recommendation": -0.35, "section": -0.40, "source": -0.12, ARTICLE: 0.10, BEFORE: -0.20,
        TAIL: -0.10,
    },
    "menu above": {
        "byline": -0.17, "headline": -0.14, "meta": 0.15, "navigation": 0.27, "reading-time": -0.15,
        "recommendation": -0.16, "section": 0.39, ARTICLE: 0.23, BEFORE: -0.21, TAIL: -0.10,
    },
    "menu below": {
        "body": -0.23, "byline": 0.30, "caption": -0.35, "dateline": 0.14, "links": -0.12, "navigation": 0.39,
        "reading-time": 0.15, "recommendation": -0.24, "section": 0.31, BEFORE: -0.20, HEAD: 0.22,
    },
    "menu in the head": {
        "body": -0.10, "byline": -0.18, "caption": -0.12, "navigation": 0.30, "reading-time": 0.35, BEFORE: -0.18,
        HEAD: 0.18,
    },
    "menu row": {
        "body": -2.39, "caption": -0.13, "links": -0.11, "navigation": 2.93, "section": 0.67, (TAIL, "links"): -1.57,
        ARTICLE: -0.14, TAIL: 0.16,
    },
    "minutes": {
        "body": -2.02, "navigation": -0.43, "reading-time": 4.98, (TAIL, "links"): 2.00,
    },
    "name": {
        "body": -0.75, "byline": 0.43, "caption": 0.32, "dateline": -0.52, "headline": 0.25, "links": 0.66, "meta": -0.22,
        "navigation": 0.13, "reading-time": -0.12, "recommendation": -0.26, "section": 0.36, "source": 0.11,
        (HEAD, "byline"): 1.87, (TAIL, "byline"): 0.69, (TAIL, "section"): 0.01, ARTICLE: -0.46, BEFORE: -0.13, TAIL: 0.62,
    },
    "name above": {
        "body": -0.60, "byline": 0.83, "caption": -0.31, "dateline": 0.20, "links": -0.10, "navigation": -0.31,
        "section": -0.28, "source": 0.16, ARTICLE: -0.41, TAIL: 0.49,
    },
    "name below": {
        "body": 0.10, "byline": 0.37, "caption": -0.20, "links": -0.33, "meta": -0.10, "section": 0.26, ARTICLE: -0.10,
        HEAD: 0.26,
    },
    "name in the head": {
        "byline": 0.51, "navigation": -0.11,
    },
    "name of the site": {
        "links": -0.11, "section": 0.26, (BEFORE, "byline"): -0.93, (BEFORE, "navigation"): 1.86,
        (HEAD, "navigation"): 1.00,
    },
    "names in brackets behind": {
        "body": -0.45, "byline": 0.10, "caption": 1.78, "navigation": -0.14, ARTICLE: 0.17, TAIL: -0.13,
    },
    "navigation word": {
        "body": -3.04, "byline": -0.30, "caption": -0.28, "dateline": -0.18, "headline": -0.94, "links": 0.13,
        "navigation": 4.09, "section": -0.21, "source": -0.16, BEFORE: -0.18, HEAD: 0.28,
    },
    "near the end": {
        "byline": 0.29, "caption": -0.22, "dateline": -0.13, "links": -0.42, "navigation": 0.78, "recommendation": -0.21,
        "section": -0.32, "source": -0.20, ARTICLE: -0.19, TAIL: 0.25,
    },
    "near the top": {
        "body": -0.24, "dateline": -0.18, "links": 0.32, "meta": 0.39, "navigation": 0.26, "section": -0.38,
        "source": -0.10,
    },
    "no text": {
        "body": 0.98, "byline": -0.13, "dateline": -0.14, "headline": 0.11, "links": 0.13, "navigation": -0.92,
        "section": -0.10, ARTICLE: 0.93, BEFORE: -0.96, HEAD: -0.36,
    },
    "no topics": {
        "body": -0.91, "byline": 0.39, "caption": -0.35, "dateline": 0.43, "headline": -0.25, "links": 0.39,
        "meta": -0.29, "reading-time": -0.11, "section": -0.65, "source": -0.21, (ARTICLE, "body"): 0.03, BEFORE: -0.15,
        HEAD: 0.52,
    },
    "number": {
        "body": -0.16, "byline": -0.10, "dateline": 0.22, "links": -0.11, "meta": 0.16, "navigation": -0.44,
        "section": -0.57, "source": -0.13, (ARTICLE, "body"): 0.10, (HEAD, "navigation"): 1.27, (TAIL, "links"): 0.95,
        ARTICLE: 0.29, HEAD: 0.13, TAIL: -0.46,
    },
    "number first": {
        "body": 0.55, "byline": -0.56, "caption": -0.41, "dateline": 0.64, "headline": -0.10, "links": 0.28, "meta": 0.12,
        "navigation": -0.46, "reading-time": 0.61, "recommendation": -0.42, "section": -0.59, "source": -0.24,
        ARTICLE: 0.24, BEFORE: -0.31, HEAD: 0.46, TAIL: -0.44,
    },
    "one of several dates": {
        "byline": -0.10, "dateline": 0.10, "navigation": 0.32, (TAIL, "dateline"): -0.95, (TAIL, "links"): 1.16,
    },
    "one word": {
        "body": -0.47, "caption": -0.15, "dateline": -0.35, "headline": -0.12, "links": -0.25, "navigation": 0.20,
        "reading-time": -0.31, "recommendation": -0.33, "section": 0.61, "source": 0.41, ARTICLE: -0.26, BEFORE: -0.20,
        HEAD: 0.26, TAIL: 0.38,
    },
    "page numbers": {
        "body": -2.51, "navigation": 3.51,
    },
    "pair": {
        "body": -0.23, "byline": 0.30, "caption": -0.21, "links": -0.15, "navigation": 0.60, "source": 0.17,
        (BEFORE, "section"): 1.95, ARTICLE: 0.14, HEAD: -0.21, TAIL: 0.11,
    },
    "part of the title": {
        "body": -0.16, "headline": 4.01,
    },
    "past the text": {
        "byline": 0.52, "caption": -0.41, "dateline": 0.13, "links": -0.19, "meta": -0.11, "recommendation": -0.14,
        "section": 0.52, "source": 0.39, ARTICLE: -0.15, TAIL: 0.55,
    },
    "person in the head": {
        "body": -0.56, "byline": 0.50, "caption": 0.38, "dateline": -0.18, "links": -0.18, "navigation": -0.20,
        "source": 0.33, ARTICLE: -0.14, HEAD: 0.20,
    },
    "picture above": {
        "byline": -0.32, "caption": 0.22, "dateline": 0.19, "links": -0.39, "navigation": 0.57, "section": -0.16,
        ARTICLE: -0.15, TAIL: 0.17,
    },
    "picture below": {
        "body": -0.59, "caption": 0.82, "section": -0.24, "source": -0.13, ARTICLE: -0.22, HEAD: 0.44, TAIL: -0.20,
    },
    "picture in the head": {
        "byline": -0.18, "caption": 0.16, "meta": 0.14, "navigation": -0.12,
    },
    "pictured": {
        "body": -0.48, "byline": 0.12, "caption": 1.92, "meta": 0.14,
    },
    "postal address": {
        "body": -0.24, "links": -0.20, "navigation": 0.29, (BEFORE, "navigation"): 1.37, (HEAD, "byline"): 0.49,
        (TAIL, "navigation"): 2.11, BEFORE: -0.18, TAIL: 0.26,
    },
    "quotation": {
        "body": 0.58, "byline": -0.13, "caption": -0.30, "links": 0.12, "navigation": -0.67, "source": -0.10,
        ARTICLE: 0.48, TAIL: -0.65,
    },
    "ranked": {
        "body": 0.56, "caption": -0.10, "navigation": -0.34, "recommendation": -0.16, (TAIL, "links"): 0.96,
        ARTICLE: 0.22, HEAD: 0.23, TAIL: -0.35,
    },
    "reading time": {
        "body": -3.02, "navigation": -0.24, "reading-time": 8.21, "recommendation": 0.10, (TAIL, "links"): 3.00,
        ARTICLE: -0.25, HEAD: 0.25,
    },
    "recommendation": {
        "body": -4.12, "caption": 0.10, "recommendation": 6.97, (TAIL, "links"): 2.99, (TAIL, "recommendation"): 4.95,
    },
    "recommendation word": {
        "body": -2.46, "byline": -0.15, "navigation": -0.10, (ARTICLE, "recommendation"): 4.85,
        (BEFORE, "navigation"): 2.00, (HEAD, "navigation"): 2.55, (HEAD, "recommendation"): 2.00, (TAIL, "links"): 2.79,
        (TAIL, "recommendation"): 1.50, ARTICLE: 0.26, HEAD: -0.12, TAIL: -0.19,
    },
    "recurring": {
        "body": -6.84, "byline": 1.42, "caption": 1.10, "dateline": 1.53, "headline": -3.76, "links": 1.80, "meta": 1.06,
        "navigation": 2.74, "reading-time": 2.10, "recommendation": 1.35, "section": 0.87, "source": 1.74,
        (BEFORE, "links"): 1.42, (HEAD, "byline"): 2.37, (HEAD, "dateline"): 2.12, (HEAD, "links"): 0.97,
        (TAIL, "links"): 2.36, ARTICLE: 0.47, BEFORE: -0.17, TAIL: -0.27,
    },
    "recurring in the text": {
        "body": 2.96, "dateline": 0.15, "navigation": 0.15, ARTICLE: 0.40, HEAD: -0.23, TAIL: -0.11,
    },
    "recurring sentence": {
        "body": -6.99, "byline": 1.47, "caption": 1.45, "dateline": 1.50, "headline": -4.00, "links": 1.80, "meta": 1.00,
        "navigation": 4.63, "reading-time": 2.00, "recommendation": 1.49, "section": 0.30, "source": 1.99,
        (BEFORE, "links"): 1.50, (HEAD, "byline"): 2.49, (HEAD, "dateline"): 2.50, (HEAD, "links"): 1.00,
        (TAIL, "links"): 2.27, TAIL: -0.10,
    },
    "repeated": {
        "body": -3.00, (TAIL, "links"): 2.15, (TAIL, "navigation"): -0.11,
    },
    "right below the title": {
        "body": 0.96, "caption": -0.57, "headline": -0.16, "meta": -0.13, "navigation": -0.57, "reading-time": -0.11,
        BEFORE: -0.16, HEAD: 0.17,
    },
    "row": {
        "body": 0.59, "byline": -0.31, "caption": -0.69, "headline": -0.17, "links": -0.16, "meta": -0.11,
        "navigation": 0.69, (TAIL, "links"): -0.91, ARTICLE: 0.52, HEAD: -0.55, TAIL: -0.15,
    },
    "said in a menu": {
        "body": -0.16, "dateline": -0.20, "navigation": -0.89, "source": 0.20, (BEFORE, "section"): 1.70,
        (HEAD, "section"): 0.86, BEFORE: -0.15,
    },
    "second below the title": {
        "body": -0.36, "byline": 0.30, "headline": 0.18, "links": -0.12, "navigation": -0.18, "reading-time": 0.11,
        "source": 0.35, ARTICLE: -0.16, BEFORE: -0.15, HEAD: 0.29,
    },
    "section above": {
        "byline": -0.18, "dateline": 0.24, "links": 0.23, BEFORE: -0.14, HEAD: 0.13,
    },
    "section above the title": {
        "navigation": 0.11, (BEFORE, "section"): 3.43,
    },
    "section below": {
        "byline": -0.16, "dateline": -0.26, "links": 0.21, "navigation": 0.64, "section": -0.58, ARTICLE: -0.15,
        TAIL: 0.16,
    },
    "section word": {
        "body": -0.84, "links": 0.24, "section": 0.47, (BEFORE, "navigation"): 0.59, (BEFORE, "section"): 1.68,
        (HEAD, "section"): 1.29, (TAIL, "links"): 0.78, (TAIL, "navigation"): 0.35,
    },
    "sentence above": {
        "dateline": -0.13, "meta": -0.31, "navigation": 0.30, "reading-time": -0.36, "recommendation": 0.14,
        "source": 0.51, BEFORE: -0.15, HEAD: -0.12, TAIL: 0.26,
    },
    "sentence below": {
        "body": 0.23, "byline": -0.43, "dateline": -0.56, "headline": -0.25, "links": -0.38, "meta": -0.25,
        "navigation": 0.20, "reading-time": -0.34, "section": -0.41, "source": -0.34, BEFORE: -0.15, TAIL: 0.12,
    },
    "short above": {
        "caption": 0.14, "dateline": 0.35, "headline": -0.32, "links": -0.15, "meta": -0.14, "navigation": 0.16,
        "reading-time": -0.36, "recommendation": -0.20, ARTICLE: 0.12, BEFORE: -0.36, HEAD: 0.24, TAIL: 0.13,
    },
    "short below": {
        "byline": 0.27, "caption": -0.25, "dateline": 0.15, "headline": 0.26, "links": -0.47, "navigation": 0.46,
        "reading-time": -0.21, "recommendation": -0.39, "source": -0.37, ARTICLE: 0.13, BEFORE: -0.34, HEAD: -0.10,
        TAIL: 0.22,
    },
    "site above": {
        "body": 0.21, "byline": -0.31, "links": -0.18, "navigation": 0.33, "section": 0.19, ARTICLE: 0.17, BEFORE: -0.18,
        TAIL: 0.13,
    },
    "site below": {
        "body": 0.17, "dateline": -0.10, "links": 0.25, "navigation": 0.26, "section": -0.19, ARTICLE: 0.22, BEFORE: -0.18,
    },
    "site section": {
        "body": -1.26, "byline": -0.12, (ARTICLE, "navigation"): 0.93, (BEFORE, "navigation"): 2.28,
        (HEAD, "navigation"): 2.15, (TAIL, "links"): 1.89, (TAIL, "navigation"): 0.04,
    },
    "site words": {
        "body": -0.51, "navigation": 2.29, "section": 0.25, (TAIL, "links"): -1.01,
    },
    "small start": {
        "body": 1.47, "byline": 0.51, "dateline": -0.37, "headline": 0.19, "links": -0.96, "meta": -0.11,
        "navigation": -0.13, "recommendation": -0.17, "section": 0.40, ARTICLE: 0.66, BEFORE: -0.14, HEAD: -0.16,
        TAIL: -0.89,
    },
    "some button words": {
        "body": -0.67, "byline": -0.80, "headline": 0.23, "links": -0.11, "navigation": 1.51, "source": 0.22,
        ARTICLE: -0.37, HEAD: 0.19, TAIL: 0.31,
    },
    "some topics": {
        "body": -0.34, "byline": 0.24, "dateline": -0.37, "headline": -0.13, "links": 0.35, "meta": 0.11,
        "reading-time": -0.16, "recommendation": 0.34, "section": -0.36, "source": -0.21, HEAD: 0.21,
    },
    "source": {
        "body": -4.01, "caption": 0.28, "source": 7.83,
    },
    "tags above": {
        "section": 0.36,
    },
    "tags below": {
        "body": -0.36, "byline": -0.19, "dateline": 0.11, "links": 0.17, "navigation": 0.43, "section": -0.26,
        "source": 0.21, ARTICLE: -0.22, TAIL: 0.22,
    },
    "tags word": {
        "body": -3.13, "links": -1.57, "navigation": -0.34, "section": 5.86, (BEFORE, "section"): -0.72,
    },
    "the title": {
        "body": -0.50, "caption": 0.16, "headline": 7.95, "links": 0.32, "source": 0.19,
    },
    "ticker": {
        "body": -2.00, "navigation": 5.00,
    },
    "time": {
        "body": -0.78, "caption": 0.23, "dateline": 4.82, "navigation": -0.44, (BEFORE, "navigation"): 1.01,
        (HEAD, "body"): -1.50, (TAIL, "links"): 2.04, ARTICLE: 0.50, HEAD: -0.33, TAIL: -0.15,
    },
    "title case": {
        "body": 0.30, "byline": 0.71, "caption": -0.33, "dateline": 0.10, "links": -0.26, "meta": -0.16,
        "navigation": -0.15, "reading-time": -0.23, "recommendation": -0.48, "section": -0.13, "source": 0.35,
        ARTICLE: 0.24, BEFORE: -0.37, HEAD: -0.37, TAIL: 0.23,
    },
    "to the reader": {
        "body": -0.89, "caption": -0.13, "links": -0.86, "navigation": 2.21, ARTICLE: -0.41, HEAD: 0.10, TAIL: 0.47,
    },
    "top line": {
        "body": -0.35, "byline": -0.29, "headline": 0.28, "links": -0.27, "meta": 0.32, "navigation": 0.82,
        "section": -0.54,
    },
    "topics": {
        "body": 0.53, "byline": -0.52, "caption": 0.81, "headline": 0.63, "links": -0.94, "meta": -0.26,
        "navigation": -0.44, "reading-time": -0.14, "recommendation": -0.47, "source": 0.50, ARTICLE: 0.32, BEFORE: -0.17,
        HEAD: 0.38, TAIL: -0.56,
    },
    "under a list heading": {
        "body": -0.25, "byline": -0.52, "caption": -0.14, "dateline": -0.67, "headline": -0.25, "links": 0.53,
        "meta": -0.31, "navigation": -0.32, "reading-time": -0.32, "recommendation": 0.22, "section": -0.26,
        "source": -0.52, BEFORE: -0.12, HEAD: 0.59, TAIL: -0.21,
    },
    "under comments": {
        "body": -0.22, "dateline": -0.15, "section": 0.48, (TAIL, "links"): 0.29, (TAIL, "navigation"): 0.71,
        ARTICLE: -0.26, TAIL: 0.26,
    },
    "under tags": {
        "body": -0.20, "byline": -0.38, "links": 0.77, "navigation": 0.11, "section": -0.17, "source": -0.14,
        ARTICLE: -0.31, TAIL: 0.34,
    },
    "web address": {
        (BEFORE, "navigation"): 0.56, (TAIL, "navigation"): 0.30,
    },
    "well past the text": {
        "body": 0.10, "byline": -0.29, "caption": -0.16, "dateline": -0.41, "links": 0.33, "meta": -0.31,
        "reading-time": -0.25, "recommendation": -0.47, "section": 0.37, "source": -0.37, TAIL: 0.80,
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
