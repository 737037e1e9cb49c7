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
    State(BEFORE, "navigation",      -2.50, -0.38,  0.42, -0.17,  0.32),
    State(BEFORE, "links",           -2.00,  0.01, -0.18, -1.51,  0.44),
    State(BEFORE, "headline",        -3.00, -2.48, -2.49,  0.02,  0.01),
    State(BEFORE, "section",         -3.00, -2.03, -0.76,  0.01,  0.00),
    State(BEFORE, "dateline",        -3.50, -2.51, -1.51, -0.01,  0.00),
    State(BEFORE, "byline",          -3.50, -2.50, -1.24, -0.04,  0.62),
    State(BEFORE, "caption",         -2.01, -1.51, -2.01, -0.01,  0.01),
    State(BEFORE, "reading-time",    -4.00, -3.00, -2.51, -0.01,  0.00),
    State(BEFORE, "meta",            -4.00, -2.49, -2.01,  0.00,  0.00),
    State(BEFORE, "source",          -4.00, -2.50, -2.01,  0.00,  0.00),
    State(BEFORE, "recommendation",  -4.00, -2.50, -2.01,  0.00,  0.00),
    State(HEAD, "headline",          -2.01, -2.51, -2.51,  0.00, -0.01),
    State(HEAD, "body",               1.21,  0.45, -0.46, -0.07,  0.08),
    State(HEAD, "navigation",        -2.52, -0.91,  0.03, -0.03,  0.13),
    State(HEAD, "links",             -2.50, -0.51, -0.51, -2.03,  0.40),
    State(HEAD, "section",           -3.00, -2.01, -0.64, -0.05,  0.00),
    State(HEAD, "dateline",          -3.50, -2.49, -0.99,  0.02,  0.01),
    State(HEAD, "byline",            -3.50, -1.98, -0.51, -0.03,  0.40),
    State(HEAD, "caption",           -0.98, -1.18, -1.48,  0.08,  0.01),
    State(HEAD, "reading-time",      -4.00, -3.01, -2.48,  0.01,  0.00),
    State(HEAD, "meta",              -4.00, -2.50, -2.00,  0.00,  0.00),
    State(HEAD, "source",            -4.00, -2.50, -1.96,  0.03,  0.00),
    State(HEAD, "recommendation",    -4.00, -2.50, -2.00, -0.02,  0.00),
    State(ARTICLE, "body",            3.05,  0.25,  0.30,  0.03,  0.41),
    State(ARTICLE, "headline",       -3.00, -2.50, -2.51, -1.01,  0.00),
    State(ARTICLE, "navigation",     -2.98, -1.48, -0.70, -0.89,  0.23),
    State(ARTICLE, "caption",        -1.00, -1.48, -1.49, -0.33,  0.01),
    State(ARTICLE, "recommendation", -2.00, -0.42, -1.16, -1.02,  0.79),
    State(ARTICLE, "dateline",       -3.50, -2.52, -1.52, -0.51,  0.00),
    State(ARTICLE, "byline",         -3.50, -2.51, -1.52, -0.54,  0.32),
    State(ARTICLE, "source",         -4.00, -2.50, -2.01, -0.53,  0.00),
    State(ARTICLE, "reading-time",   -4.00, -3.00, -2.52, -0.01,  0.00),
    State(ARTICLE, "meta",           -4.00, -2.50, -2.02, -0.51,  0.00),
    State(TAIL, "navigation",        -1.84, -0.86,  0.15, -0.14,  0.44),
    State(TAIL, "links",             -2.40,  0.44, -0.19, -1.37,  0.64),
    State(TAIL, "section",           -3.00, -1.53, -0.70, -0.80,  0.24),
    State(TAIL, "byline",            -2.50, -1.49, -0.79, -0.32,  0.41),
    State(TAIL, "dateline",          -3.49, -2.51, -1.50, -0.30,  0.00),
    State(TAIL, "source",            -4.00, -2.51, -1.99,  0.03,  0.00),
    State(TAIL, "caption",           -2.50, -2.01, -2.01, -0.29,  0.00),
    State(TAIL, "recommendation",    -2.50, -0.62, -1.19, -0.65,  0.39),
    State(TAIL, "reading-time",      -4.00, -3.01, -2.51,  0.00,  0.00),
    State(TAIL, "meta",              -4.00, -2.51, -2.01,  0.00,  0.00),
)  # fmt: skip
"""The score table: what a line adds to the way through each state, before its cues."""

MOVES = {(BEFORE, HEAD): -0.01, (BEFORE, ARTICLE): -0.99, (BEFORE, TAIL): -4.00, (HEAD, ARTICLE): -0.01, (HEAD, TAIL): -2.00, (ARTICLE, TAIL): -0.60}  # fmt: skip
"""What it costs to go on to another part of the page; there is no way back."""

MARKS: dict[str, dict[Key, float]] = {
    "a line": {
        "caption": -0.10, "dateline": 0.30, "links": 0.20, "meta": -0.15, "reading-time": -0.23, "recommendation": -0.13,
        "section": -0.35, ARTICLE: 0.10, BEFORE: -0.15,
    },
    "above the text": {
        "byline": 0.17, "caption": 0.19, "headline": 0.11, "links": -0.12, "recommendation": -0.25, "section": -0.23,
        BEFORE: -0.13, HEAD: 0.14,
    },
    "above the title": {
        "navigation": -0.29, (BEFORE, "section"): 2.50,
    },
    "agency": {
        "body": -0.10, "navigation": -0.16, (ARTICLE, "source"): 1.01, (HEAD, "byline"): 0.41, (HEAD, "caption"): 1.82,
        (HEAD, "source"): 3.84, (TAIL, "source"): 2.11,
    },
    "agency letters": {
        "body": -1.01, "source": 4.55,
    },
    "alone": {
        "body": 0.26, "byline": -0.11, "caption": -0.12, "dateline": -0.14, "links": -0.23, "navigation": -0.29,
        "reading-time": -0.12, "recommendation": -0.20, ARTICLE: 0.19, HEAD: -0.14, TAIL: -0.20,
    },
    "among sentences": {
        "body": 0.11, "caption": -0.10, "links": -0.16, "meta": -0.16, "reading-time": -0.20, TAIL: 0.13,
    },
    "among short lines": {
        "body": 0.29, "caption": -0.22, "dateline": -0.22, "links": -0.31, "navigation": 0.29, "recommendation": -0.17,
        ARTICLE: 0.28, BEFORE: -0.23, HEAD: 0.12,
    },
    "archive": {
        "body": -1.00, "meta": 3.08, "navigation": 1.42,
    },
    "before the title": {
        "body": 0.38, "byline": -0.16, "caption": -0.18, "dateline": -0.22, "headline": 0.11, "recommendation": -0.15,
        "section": 0.15, "source": -0.21, ARTICLE: -8.62, BEFORE: -0.38, HEAD: -9.00, TAIL: -8.99,
    },
    "behind the text": {
        "byline": -0.29, "caption": -0.24, "dateline": -0.20, "links": 0.21, "meta": -0.16, "navigation": 0.15,
        "reading-time": -0.16, "recommendation": -0.22, "section": 0.23,
    },
    "below contact": {
        "body": -0.17, "byline": 2.30, "navigation": -0.30, (ARTICLE, "byline"): 1.75, (TAIL, "byline"): 1.76,
        ARTICLE: -0.18, TAIL: 0.18,
    },
    "below recommendation": {
        "body": -0.33, "navigation": -0.10, "recommendation": 1.68, (TAIL, "links"): 0.62,
    },
    "below tags": {
        "navigation": -1.47, "section": 2.44,
    },
    "brackets alone": {
        "body": -0.54, "byline": 0.35, (ARTICLE, "source"): 0.81, (TAIL, "source"): 0.90, TAIL: 0.10,
    },
    "breadcrumb": {
        "body": -2.00, "links": 0.11, "navigation": 2.73, (BEFORE, "section"): 3.70, (HEAD, "section"): 4.00,
    },
    "button words": {
        "body": -0.64, "byline": -0.12, "links": 0.10, "navigation": 1.68, "reading-time": 0.30,
    },
    "byline": {
        "body": -1.81, "byline": 4.70, "caption": 0.48, "navigation": 0.14, (ARTICLE, "byline"): 3.47,
        (TAIL, "links"): 1.27,
    },
    "byline word": {
        "body": -0.95, "byline": 3.10, "navigation": -0.16, (ARTICLE, "byline"): 1.54, (TAIL, "navigation"): 0.78,
    },
    "captcha": {
        "body": -5.00, "navigation": 6.00,
    },
    "caption": {
        "body": -3.03, "byline": 0.12, "caption": 5.84, (TAIL, "caption"): 4.50, (TAIL, "links"): 1.49, ARTICLE: -0.13,
        HEAD: 0.10,
    },
    "case number": {
        "meta": 5.67, (ARTICLE, "meta"): 1.00, (HEAD, "body"): -1.01, (TAIL, "meta"): 1.00,
    },
    "colon": {
        "body": 0.78, "links": -0.20,
    },
    "colon above": {
        "body": 0.14, "links": -0.21, "navigation": -0.10, "recommendation": 0.11, TAIL: -0.12,
    },
    "colon below": {
        "body": 0.18, "links": -0.13, ARTICLE: 0.10, TAIL: -0.12,
    },
    "comments": {
        "body": -0.50, "navigation": 1.48,
    },
    "contact": {
        "body": -0.24, "links": -0.23, "navigation": -0.18, (ARTICLE, "byline"): 1.95, (BEFORE, "byline"): 1.68,
        (HEAD, "body"): -1.01, (HEAD, "byline"): 2.87, (TAIL, "byline"): 1.71, (TAIL, "navigation"): 1.44, TAIL: 0.11,
    },
    "contact label": {
        "body": -0.84, "byline": 4.00, (ARTICLE, "byline"): 3.00, (TAIL, "byline"): 2.97,
    },
    "contact word": {
        "body": -0.80, (ARTICLE, "byline"): 3.00, (BEFORE, "byline"): 2.00, (BEFORE, "navigation"): 1.80,
        (HEAD, "byline"): 3.80, (TAIL, "byline"): 2.00, (TAIL, "navigation"): 1.80,
    },
    "count": {
        "body": -2.50, "navigation": 3.27, "reading-time": 0.23,
    },
    "counted button": {
        "body": -1.48, "navigation": 2.47,
    },
    "credit behind": {
        "body": -1.55, "caption": 4.51,
    },
    "credits": {
        "body": -3.57, "byline": 6.57,
    },
    "dash": {
        (BEFORE, "navigation"): 0.81, (HEAD, "navigation"): 0.50, (TAIL, "navigation"): 0.81,
    },
    "date": {
        "body": 0.15, "byline": -0.13, "navigation": -0.10, "section": -0.11, (ARTICLE, "dateline"): 2.00,
        (BEFORE, "dateline"): 3.58, (BEFORE, "links"): 1.29, (BEFORE, "navigation"): 1.23, (HEAD, "body"): -2.04,
        (HEAD, "dateline"): 4.81, (TAIL, "dateline"): 2.98, (TAIL, "links"): 2.05, ARTICLE: 0.13, BEFORE: -0.20,
        HEAD: 0.15,
    },
    "date above": {
        "byline": 0.25, "dateline": 0.15, "links": 0.31, "navigation": -0.33, "reading-time": 0.16, BEFORE: -0.18,
        HEAD: 0.15, TAIL: 0.13,
    },
    "date above the title": {
        "navigation": -0.16, (BEFORE, "dateline"): 2.17,
    },
    "date and name": {
        "body": 0.17, "navigation": -0.11, (ARTICLE, "dateline"): 0.98, (BEFORE, "dateline"): 2.47, (HEAD, "body"): -0.59,
        (HEAD, "dateline"): 3.42, (TAIL, "dateline"): 1.49, (TAIL, "links"): 1.13,
    },
    "date below": {
        "byline": 0.32, "caption": -0.16, "headline": -0.17, "links": 0.28, "meta": 0.12, "navigation": -0.31,
        "recommendation": -0.17, "section": -0.11, "source": 0.32, BEFORE: -0.19, HEAD: 0.17,
    },
    "date in the head": {
        "body": -0.17, "byline": -0.16, "dateline": 0.31, "navigation": -0.22, BEFORE: -0.10, HEAD: 0.10,
    },
    "dated entry": {
        "dateline": -0.98, (TAIL, "links"): 1.50,
    },
    "dateline word": {
        "body": -1.03, (BEFORE, "dateline"): 2.51, (HEAD, "dateline"): 3.71, (TAIL, "dateline"): 2.00,
    },
    "duration": {
        "body": -1.53, "caption": 2.02, "dateline": -3.01, "navigation": 3.00,
    },
    "end mark": {
        "body": -0.72, "navigation": 2.46, ARTICLE: -0.26, TAIL: 0.26,
    },
    "fact": {
        "body": 2.53,
    },
    "few words": {
        "body": 0.28, "byline": -0.14, "dateline": -0.21, "meta": -0.16, "navigation": -0.26, "recommendation": -0.20,
        "section": 0.15, "source": -0.16, ARTICLE: 0.20, BEFORE: -0.22,
    },
    "field": {
        "body": -0.99, "navigation": 2.00,
    },
    "figures": {
        "body": 0.98, "byline": -0.15, "links": 0.12, "navigation": -0.34, ARTICLE: 0.11,
    },
    "first of a block": {
        "body": 0.15, "byline": 0.17, "links": -0.22, "navigation": -0.23, ARTICLE: 0.18, BEFORE: -0.24, HEAD: -0.25,
    },
    "form": {
        "body": -2.66, "navigation": 4.65, (TAIL, "links"): -0.53,
    },
    "full stop": {
        "body": 0.15, "byline": -0.12, "caption": -0.18, "headline": -0.14, "links": -0.38, "navigation": 0.27,
        "recommendation": -0.14, "section": -0.17, BEFORE: -0.10, HEAD: -0.11,
    },
    "has a date": {
        "body": -0.13, "links": 0.10, (BEFORE, "dateline"): 3.55, (HEAD, "body"): -1.01, (HEAD, "dateline"): 3.56,
        (TAIL, "dateline"): 1.48, ARTICLE: -0.13,
    },
    "hashtags": {
        "body": -1.00, "section": 4.52,
    },
    "in a block": {
        "headline": -0.11, "links": 0.16, "meta": -0.21, "recommendation": -0.19, "section": 0.32, BEFORE: -0.17,
        HEAD: 0.23, TAIL: 0.14,
    },
    "in a long run": {
        "body": 0.21, "byline": -0.13, "links": 0.22, "meta": -0.14, "navigation": -0.11, "reading-time": -0.10,
        "recommendation": -0.23, "source": -0.11, ARTICLE: 0.26, BEFORE: -0.20,
    },
    "in a run": {
        "body": 0.11, "byline": 0.15, "links": 0.14, "meta": -0.14, "navigation": -0.11, "reading-time": -0.13,
        "recommendation": -0.18, "section": 0.14, HEAD: 0.12,
    },
    "in capitals": {
        "body": -0.19, "byline": -0.10, "dateline": 0.28, "headline": 0.14, "links": -0.16, "navigation": 0.12,
    },
    "in the foot": {
        "body": 0.23, "byline": -0.16, "links": -0.23, "navigation": 0.25, "section": -0.12, ARTICLE: 0.24, TAIL: -0.24,
    },
    "in the text": {
        "body": 0.17, "byline": 0.10, "caption": -0.17, "headline": -0.21, "links": 0.15, "meta": -0.24,
        "navigation": -0.19, "reading-time": -0.25, "recommendation": -0.10, "section": 0.10, "source": -0.10,
        BEFORE: -0.11,
    },
    "initials": {
        "body": -1.01, "byline": 4.09,
    },
    "inside the text": {
        "body": 0.15, "byline": 0.14, "caption": -0.12, "headline": -0.17, "links": -0.20, "meta": -0.21,
        "navigation": -0.19, "reading-time": -0.21, "section": -0.14, BEFORE: -0.10,
    },
    "labelled date": {
        "dateline": 5.77, (ARTICLE, "body"): -1.00, (HEAD, "body"): -3.01, (TAIL, "links"): 1.92,
    },
    "labelled title": {
        "headline": 3.00,
    },
    "last of a block": {
        "caption": 0.16, "dateline": 0.13, "links": -0.10, "recommendation": 0.16, "section": -0.25, ARTICLE: 0.19,
        BEFORE: -0.22, TAIL: -0.18,
    },
    "like the title": {
        "headline": 4.83,
    },
    "links word": {
        "body": -2.51, "navigation": -0.24, (ARTICLE, "recommendation"): 3.06, (BEFORE, "links"): 1.55,
        (BEFORE, "navigation"): 1.95, (HEAD, "navigation"): 1.49, (TAIL, "links"): 4.25, (TAIL, "recommendation"): 1.00,
    },
    "list above": {
        "body": -0.25, "caption": 0.13, "dateline": -0.12, "links": 0.30, "navigation": -0.32, "recommendation": 0.23,
        "section": 0.21,
    },
    "list below": {
        "body": -0.14, "byline": -0.12, "section": 0.32, ARTICLE: -0.14, TAIL: 0.18,
    },
    "list in the head": {
        "navigation": 0.12,
    },
    "list item": {
        "body": 1.22,
    },
    "list without a heading": {
        "body": 0.70, "byline": 0.15, "navigation": 0.12, "section": -0.17, "source": 0.31, (TAIL, "links"): -0.89,
        ARTICLE: -0.10, TAIL: 0.10,
    },
    "list word": {
        "body": -3.02, (ARTICLE, "recommendation"): 4.05, (BEFORE, "navigation"): 3.01, (HEAD, "recommendation"): 3.00,
        (TAIL, "links"): 3.50,
    },
    "list words": {
        "body": -0.41, "navigation": -0.14, (ARTICLE, "recommendation"): 0.53, (TAIL, "links"): 1.75, ARTICLE: -0.15,
        TAIL: 0.16,
    },
    "long form": {
        "body": -0.50, "navigation": 3.50,
    },
    "long line": {
        "body": 0.16, "caption": -0.10, "dateline": -0.12, "links": 0.21, "recommendation": -0.14, "section": -0.12,
        BEFORE: -0.10,
    },
    "menu above": {
        "body": 0.11, "byline": -0.22, "links": -0.14, "meta": 0.10, "navigation": 0.24, "reading-time": -0.12,
        "recommendation": -0.17, "section": 0.25, "source": -0.12, ARTICLE: 0.11, BEFORE: -0.12,
    },
    "menu below": {
        "body": -0.12, "byline": -0.13, "caption": -0.17, "dateline": 0.22, "links": -0.21, "navigation": 0.33,
        "recommendation": -0.14, "section": 0.20, BEFORE: -0.12, HEAD: 0.11, TAIL: 0.11,
    },
    "menu in the head": {
        "byline": -0.15, "navigation": 0.18, "reading-time": 0.21, BEFORE: -0.11, HEAD: 0.11,
    },
    "menu row": {
        "body": -2.47, "navigation": 2.99, "section": 0.28, (TAIL, "links"): -1.52, ARTICLE: -0.13,
    },
    "minutes": {
        "body": -2.00, "navigation": -0.23, "reading-time": 4.73, (TAIL, "links"): 2.00,
    },
    "name": {
        "body": -0.22, "byline": 0.15, "dateline": -0.27, "links": 0.14, "recommendation": -0.16, "source": 0.12,
        (HEAD, "byline"): 1.61, (TAIL, "byline"): 0.13, (TAIL, "section"): 0.23, ARTICLE: -0.13, HEAD: 0.13, TAIL: 0.15,
    },
    "name above": {
        "body": -0.33, "byline": 0.35, "dateline": 0.10, "links": -0.30, "navigation": -0.18, "section": -0.10,
        ARTICLE: -0.32, HEAD: 0.10, TAIL: 0.31,
    },
    "name below": {
        "byline": 0.30, "navigation": -0.20,
    },
    "name in the head": {
        "byline": 0.19,
    },
    "name of the site": {
        "section": 0.17, (BEFORE, "byline"): -0.96, (BEFORE, "navigation"): 1.80, (HEAD, "navigation"): 1.00,
    },
    "names in brackets behind": {
        "body": -0.19, "caption": 1.36,
    },
    "navigation word": {
        "body": -2.67, "byline": -0.18, "headline": -0.99, "links": 0.12, "navigation": 3.51, BEFORE: -0.10, HEAD: 0.11,
    },
    "near the end": {
        "body": -0.15, "byline": -0.11, "links": -0.10, "navigation": 0.37, "recommendation": -0.11, ARTICLE: -0.21,
        TAIL: 0.26,
    },
    "near the top": {
        "byline": 0.15, "dateline": -0.17, "links": -0.13, "navigation": 0.27,
    },
    "no text": {
        "body": 0.38, "navigation": -0.37, "section": -0.11, ARTICLE: 0.38, BEFORE: -0.37, HEAD: -0.22, TAIL: 0.10,
    },
    "number": {
        "dateline": -0.11, "navigation": -0.16, "section": -0.19, (ARTICLE, "body"): 0.34, (HEAD, "navigation"): 0.65,
        (TAIL, "links"): 0.75, HEAD: 0.17, TAIL: -0.18,
    },
    "number first": {
        "body": 0.23, "byline": -0.24, "caption": -0.11, "dateline": 0.29, "links": 0.24, "navigation": -0.27,
        "reading-time": 0.29, "recommendation": -0.12, "section": -0.28, ARTICLE: 0.18, BEFORE: -0.20, HEAD: 0.19,
        TAIL: -0.18,
    },
    "one of several dates": {
        (TAIL, "dateline"): -0.97, (TAIL, "links"): 1.49,
    },
    "one word": {
        "body": -0.15, "caption": -0.15, "dateline": -0.21, "links": -0.11, "meta": -0.15, "navigation": 0.21,
        "reading-time": -0.16, "recommendation": -0.15, "section": 0.32, "source": 0.22, ARTICLE: -0.15, BEFORE: -0.12,
        HEAD: 0.17, TAIL: 0.18,
    },
    "page numbers": {
        "body": -2.50, "navigation": 3.50,
    },
    "pair": {
        "body": -0.38, "navigation": 0.75, (BEFORE, "section"): 1.98,
    },
    "part of the title": {
        "headline": 3.86,
    },
    "past the text": {
        "byline": 0.10, "caption": -0.22, "links": -0.32, "navigation": 0.31, "recommendation": -0.16, "source": 0.30,
        ARTICLE: -0.13, TAIL: 0.44,
    },
    "person in the head": {
        "body": -0.30, "byline": 0.28, "caption": 0.10, "dateline": -0.14, "section": -0.13, "source": 0.14, HEAD: 0.10,
    },
    "picture above": {
        "byline": -0.12, "links": -0.13, "navigation": 0.22, ARTICLE: -0.11, HEAD: 0.10, TAIL: 0.13,
    },
    "picture below": {
        "body": -0.17, "caption": 0.27, HEAD: 0.17,
    },
    "picture in the head": {
        "source": 0.18,
    },
    "pictured": {
        "body": -0.23, "caption": 1.93,
    },
    "postal address": {
        "links": -0.14, (BEFORE, "navigation"): 1.44, (HEAD, "byline"): 0.50, (TAIL, "navigation"): 1.73,
    },
    "quotation": {
        "body": 0.21, "navigation": -0.12, ARTICLE: 0.14, TAIL: -0.10,
    },
    "ranked": {
        "body": 0.28, "navigation": -0.23, "recommendation": -0.10, (TAIL, "links"): 0.96, ARTICLE: 0.17, HEAD: 0.10,
        TAIL: -0.24,
    },
    "reading time": {
        "body": -3.00, "navigation": -0.19, "reading-time": 8.18, (TAIL, "links"): 3.00,
    },
    "recommendation": {
        "body": -4.04, "recommendation": 7.03, (TAIL, "links"): 3.00, (TAIL, "recommendation"): 5.01,
    },
    "recommendation word": {
        "body": -2.51, (ARTICLE, "recommendation"): 4.61, (BEFORE, "navigation"): 2.00, (HEAD, "navigation"): 2.58,
        (HEAD, "recommendation"): 2.00, (TAIL, "links"): 2.86, (TAIL, "recommendation"): 1.49,
    },
    "recurring": {
        "body": -6.91, "byline": 1.34, "caption": 1.24, "dateline": 1.24, "headline": -3.81, "links": 1.80, "meta": 0.86,
        "navigation": 2.82, "reading-time": 1.95, "recommendation": 1.28, "section": 0.14, "source": 1.74,
        (BEFORE, "links"): 1.28, (HEAD, "byline"): 2.28, (HEAD, "dateline"): 2.23, (HEAD, "links"): 0.98,
        (TAIL, "links"): 2.20, BEFORE: -0.12, TAIL: 0.16,
    },
    "recurring in the text": {
        "body": 2.95, "navigation": 0.29,
    },
    "recurring sentence": {
        "body": -6.98, "byline": 1.48, "caption": 1.50, "dateline": 1.49, "headline": -4.00, "links": 1.80, "meta": 1.00,
        "navigation": 4.76, "reading-time": 2.00, "recommendation": 1.49, "section": 0.30, "source": 2.00,
        (BEFORE, "links"): 1.50, (HEAD, "byline"): 2.50, (HEAD, "dateline"): 2.50, (HEAD, "links"): 1.00,
        (TAIL, "links"): 2.14,
    },
    "repeated": {
        "body": -3.00, (TAIL, "links"): 1.77, (TAIL, "navigation"): 0.24,
    },
    "right below the title": {
        "body": 0.31, "headline": -0.13, "navigation": -0.23, "section": -0.17, BEFORE: -0.13, HEAD: 0.10,
    },
    "row": {
        "body": -0.13, "caption": -0.21, "navigation": 0.92, (TAIL, "links"): -1.07, ARTICLE: 0.11,
    },
    "second below the title": {
        "body": -0.21, "byline": 0.18, "caption": 0.14, "dateline": 0.15, "navigation": -0.15, "section": -0.12,
        "source": 0.25, BEFORE: -0.10, HEAD: 0.13,
    },
    "section above": {
        "section": 0.22,
    },
    "section above the title": {
        (BEFORE, "section"): 3.55,
    },
    "section below": {
        "dateline": -0.15, "links": 0.18, "navigation": 0.25, "section": -0.20,
    },
    "section word": {
        "body": -0.80, (BEFORE, "navigation"): 0.61, (BEFORE, "section"): 1.55, (HEAD, "section"): 1.25,
        (TAIL, "links"): 0.90, (TAIL, "navigation"): 0.53,
    },
    "sentence above": {
        "body": 0.11, "caption": -0.10, "links": -0.12, "meta": -0.16, "navigation": 0.13, "reading-time": -0.20,
        "recommendation": -0.14, "source": 0.30, HEAD: -0.12, TAIL: 0.13,
    },
    "sentence below": {
        "body": 0.17, "byline": -0.22, "dateline": -0.22, "links": -0.22, "meta": -0.12, "reading-time": -0.18,
        "section": -0.12,
    },
    "short above": {
        "body": 0.12, "meta": -0.17, "reading-time": -0.18, "recommendation": -0.14, "section": 0.18, "source": -0.19,
        ARTICLE: 0.13, BEFORE: -0.20, HEAD: 0.13,
    },
    "short below": {
        "body": 0.16, "byline": 0.11, "caption": -0.16, "links": -0.31, "meta": -0.15, "navigation": 0.25,
        "reading-time": -0.19, "recommendation": -0.21, "source": -0.17, ARTICLE: 0.14, BEFORE: -0.19,
    },
    "site above": {
        "body": 0.13, "byline": -0.15, "links": -0.17, "navigation": 0.21, ARTICLE: 0.11,
    },
    "site below": {
        "body": 0.12, "navigation": 0.10, ARTICLE: 0.14,
    },
    "site section": {
        "body": -1.22, (ARTICLE, "navigation"): 0.98, (BEFORE, "navigation"): 2.47, (HEAD, "navigation"): 1.98,
        (TAIL, "links"): 1.49, (TAIL, "navigation"): 0.14,
    },
    "site words": {
        "body": -0.50, "navigation": 2.47, (TAIL, "links"): -1.00,
    },
    "small start": {
        "body": 1.08, "byline": 0.31, "dateline": -0.10, "links": -0.35, "section": 0.27, ARTICLE: 0.12, BEFORE: -0.10,
    },
    "some button words": {
        "body": -0.26, "byline": -0.23, "links": -0.31, "navigation": 1.12, "source": 0.10, HEAD: 0.13,
    },
    "source": {
        "body": -4.00, "source": 7.94,
    },
    "tags above": {
        "navigation": -0.13, "section": 0.19,
    },
    "tags below": {
        "body": -0.14, "navigation": 0.21,
    },
    "tags word": {
        "body": -3.01, "links": -1.51, "section": 5.58, (BEFORE, "section"): -1.00,
    },
    "the title": {
        "body": -0.11, "headline": 8.10, "navigation": -0.13, BEFORE: -0.10, HEAD: 0.10,
    },
    "ticker": {
        "body": -2.00, "navigation": 5.00,
    },
    "time": {
        "body": -0.25, "dateline": 4.28, (BEFORE, "navigation"): 1.01, (HEAD, "body"): -1.50, (TAIL, "links"): 1.98,
    },
    "title case": {
        "body": 0.20, "byline": 0.32, "caption": -0.12, "dateline": 0.12, "links": -0.10, "reading-time": -0.20,
        "recommendation": -0.22, "section": -0.23, "source": -0.11, ARTICLE: 0.22, BEFORE: -0.20,
    },
    "to the reader": {
        "body": -0.25, "links": -0.37, "navigation": 1.57, ARTICLE: -0.11, TAIL: 0.16,
    },
    "top line": {
        "byline": -0.10, "navigation": 0.25,
    },
    "under a list heading": {
        "byline": -0.29, "dateline": -0.29, "links": 0.31, "meta": -0.15, "navigation": -0.29, "reading-time": -0.16,
        "section": -0.19, "source": -0.16,
    },
    "under comments": {
        (TAIL, "links"): -0.14, (TAIL, "navigation"): 1.14,
    },
    "under tags": {
        "byline": -0.20, "links": 0.24, "section": 0.10,
    },
    "web address": {
        (BEFORE, "navigation"): 0.50, (TAIL, "navigation"): 0.30,
    },
    "well past the text": {
        "body": 0.23, "byline": -0.24, "caption": -0.19, "dateline": -0.22, "links": 0.23, "meta": -0.18,
        "navigation": -0.19, "reading-time": -0.18, "recommendation": -0.24, "section": 0.31, "source": -0.18,
        ARTICLE: 0.15, TAIL: 0.66,
    },
    "with agencies": {
        "body": -1.05, "source": 4.05,
    },
}  # fmt: skip
"""What a mark of a line adds to a kind of zone, everywhere or (where there is a part beside it) in that part of the page."""

FIRST = (0.01, -0.30, -0.50, -6.00)
"""What it costs to begin in each part of the page."""

LAST = (-5.00, -1.00, -0.01, 0.00)
"""What it costs to end in each part of the page: a page has an article."""
