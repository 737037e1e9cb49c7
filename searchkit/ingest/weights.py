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
    State(BEFORE, "navigation",      -2.50, -0.41,  0.52, -0.13,  0.36),
    State(BEFORE, "links",           -2.00,  0.02, -0.21, -1.53,  0.43),
    State(BEFORE, "headline",        -3.00, -2.49, -2.50,  0.00,  0.00),
    State(BEFORE, "section",         -3.00, -2.02, -0.78,  0.00,  0.00),
    State(BEFORE, "dateline",        -3.50, -2.50, -1.53, -0.03,  0.00),
    State(BEFORE, "byline",          -3.50, -2.49, -1.24, -0.05,  0.62),
    State(BEFORE, "caption",         -2.00, -1.50, -2.01, -0.03,  0.01),
    State(BEFORE, "reading-time",    -4.00, -3.00, -2.50,  0.00,  0.00),
    State(BEFORE, "meta",            -4.00, -2.50, -1.98,  0.01,  0.01),
    State(BEFORE, "source",          -4.00, -2.51, -2.01, -0.02,  0.00),
    State(BEFORE, "recommendation",  -4.00, -2.50, -2.00, -0.01,  0.00),
    State(HEAD, "headline",          -2.01, -2.49, -2.51,  0.00, -0.01),
    State(HEAD, "body",               1.24,  0.45, -0.48, -0.09,  0.09),
    State(HEAD, "navigation",        -2.52, -0.95,  0.08, -0.04,  0.15),
    State(HEAD, "links",             -2.50, -0.51, -0.50, -2.03,  0.42),
    State(HEAD, "section",           -3.00, -2.01, -0.65, -0.08,  0.00),
    State(HEAD, "dateline",          -3.51, -2.44, -1.00,  0.05,  0.02),
    State(HEAD, "byline",            -3.51, -1.97, -0.49,  0.03,  0.39),
    State(HEAD, "caption",           -1.01, -1.15, -1.48,  0.03,  0.02),
    State(HEAD, "reading-time",      -4.00, -3.00, -2.47,  0.02,  0.00),
    State(HEAD, "meta",              -4.00, -2.51, -2.00, -0.01,  0.00),
    State(HEAD, "source",            -4.00, -2.49, -1.96,  0.04,  0.01),
    State(HEAD, "recommendation",    -4.00, -2.51, -2.01, -0.01,  0.00),
    State(ARTICLE, "body",            3.02,  0.24,  0.30, -0.05,  0.49),
    State(ARTICLE, "headline",       -3.00, -2.51, -2.51, -1.02,  0.00),
    State(ARTICLE, "navigation",     -2.98, -1.51, -0.65, -0.87,  0.22),
    State(ARTICLE, "caption",        -1.03, -1.48, -1.50, -0.35,  0.04),
    State(ARTICLE, "recommendation", -2.00, -0.46, -1.22, -1.04,  0.78),
    State(ARTICLE, "dateline",       -3.50, -2.52, -1.50, -0.52, -0.01),
    State(ARTICLE, "byline",         -3.51, -2.52, -1.52, -0.56,  0.32),
    State(ARTICLE, "source",         -3.99, -2.50, -2.02, -0.52,  0.01),
    State(ARTICLE, "reading-time",   -4.00, -3.01, -2.52, -0.04,  0.00),
    State(ARTICLE, "meta",           -4.00, -2.51, -2.01, -0.52,  0.00),
    State(TAIL, "navigation",        -1.88, -0.75,  0.05, -0.11,  0.38),
    State(TAIL, "links",             -2.41,  0.39, -0.19, -1.32,  0.67),
    State(TAIL, "section",           -3.01, -1.53, -0.70, -0.81,  0.28),
    State(TAIL, "byline",            -2.49, -1.51, -0.79, -0.32,  0.45),
    State(TAIL, "dateline",          -3.50, -2.51, -1.52, -0.33,  0.00),
    State(TAIL, "source",            -4.00, -2.51, -1.99,  0.00,  0.00),
    State(TAIL, "caption",           -2.51, -2.01, -2.01, -0.34,  0.00),
    State(TAIL, "recommendation",    -2.50, -0.62, -1.22, -0.63,  0.40),
    State(TAIL, "reading-time",      -4.00, -3.01, -2.51, -0.02,  0.00),
    State(TAIL, "meta",              -4.00, -2.51, -2.01, -0.03,  0.00),
)  # fmt: skip
"""The score table: what a line adds to the way through each state, before its cues."""

MOVES = {(BEFORE, HEAD): 0.00, (BEFORE, ARTICLE): -1.00, (BEFORE, TAIL): -4.00, (HEAD, ARTICLE): 0.00, (HEAD, TAIL): -2.00, (ARTICLE, TAIL): -0.59}  # fmt: skip
"""What it costs to go on to another part of the page; there is no way back."""

MARKS: dict[str, dict[Key, float]] = {
    "a line": {
        "dateline": 0.38, "links": 0.24, "meta": -0.17, "reading-time": -0.24, "section": -0.57, ARTICLE: 0.19,
        BEFORE: -0.12, TAIL: -0.13,
    },
    "above the text": {
        "body": -0.29, "caption": 0.40, "links": -0.13, "meta": 0.11, "navigation": 0.16, "recommendation": -0.28,
        "section": -0.25, "source": 0.11, BEFORE: -0.16, HEAD: 0.13, TAIL: 0.17,
    },
    "above the title": {
        "navigation": -0.36, (BEFORE, "section"): 2.46,
    },
    "agency": {
        (ARTICLE, "source"): 1.00, (HEAD, "byline"): 0.42, (HEAD, "caption"): 1.86, (HEAD, "source"): 3.72,
        (TAIL, "source"): 2.12,
    },
    "agency letters": {
        "body": -1.01, "source": 4.54,
    },
    "alone": {
        "body": 0.51, "caption": -0.18, "links": -0.34, "navigation": -0.56, "recommendation": -0.23, "section": 0.10,
        ARTICLE: 0.34, HEAD: -0.10, TAIL: -0.42,
    },
    "among sentences": {
        "body": -0.13, "caption": 0.14, "headline": -0.11, "links": -0.21, "meta": -0.13, "navigation": 0.27,
        "reading-time": -0.11, "recommendation": 0.37, "source": 0.13, ARTICLE: -0.30, HEAD: 0.22, TAIL: 0.31,
    },
    "among short lines": {
        "body": 0.25, "byline": -0.15, "caption": -0.28, "dateline": -0.14, "links": -0.47, "meta": -0.11,
        "navigation": 0.47, "recommendation": -0.14, "section": -0.14, ARTICLE: 0.34, BEFORE: -0.28, HEAD: -0.11,
        TAIL: 0.14,
    },
    "archive": {
        "body": -1.00, "meta": 3.10, "navigation": 1.41,
    },
    "before the title": {
        "body": 0.54, "byline": -0.28, "caption": -0.18, "dateline": -0.21, "headline": 0.20, "meta": 0.21,
        "navigation": 0.15, "recommendation": -0.12, "source": -0.25, ARTICLE: -8.57, BEFORE: -0.58, HEAD: -8.83,
        TAIL: -9.00,
    },
    "behind the text": {
        "byline": -0.38, "caption": -0.26, "dateline": -0.19, "links": 0.24, "meta": -0.14, "navigation": 0.28,
        "reading-time": -0.10, "recommendation": -0.24, "section": 0.28, "source": 0.13,
    },
    "below contact": {
        "byline": 2.27, "navigation": -0.27, (ARTICLE, "byline"): 1.76, (TAIL, "byline"): 1.68, ARTICLE: -0.11, TAIL: 0.11,
    },
    "below recommendation": {
        "body": -0.24, "recommendation": 1.71, (TAIL, "links"): 0.49, ARTICLE: 0.14, TAIL: -0.12,
    },
    "below tags": {
        "navigation": -1.40, "section": 2.37,
    },
    "brackets alone": {
        "body": -0.46, "byline": 0.31, (ARTICLE, "source"): 0.80, (TAIL, "source"): 0.91,
    },
    "breadcrumb": {
        "body": -2.00, "links": 0.11, "navigation": 2.64, (BEFORE, "section"): 3.75, (HEAD, "section"): 4.00,
    },
    "button words": {
        "body": -0.65, "byline": -0.22, "links": 0.10, "navigation": 1.79, "reading-time": 0.24, "recommendation": 0.11,
    },
    "byline": {
        "body": -1.88, "byline": 4.71, "caption": 0.47, "navigation": 0.16, (ARTICLE, "byline"): 3.44,
        (TAIL, "links"): 1.24,
    },
    "byline word": {
        "body": -0.91, "byline": 3.15, "navigation": -0.12, (ARTICLE, "byline"): 1.55, (TAIL, "navigation"): 0.76,
    },
    "captcha": {
        "body": -5.00, "navigation": 6.00,
    },
    "caption": {
        "body": -3.03, "byline": 0.15, "caption": 5.79, "navigation": 0.12, (TAIL, "caption"): 4.49, (TAIL, "links"): 1.49,
    },
    "case number": {
        "meta": 5.61, (ARTICLE, "meta"): 1.00, (HEAD, "body"): -1.00, (TAIL, "meta"): 1.00,
    },
    "colon": {
        "body": 0.87, "caption": -0.11, "links": -0.18, "section": -0.11, "source": 0.23, ARTICLE: 0.17,
    },
    "colon above": {
        "body": 0.16, "links": -0.23, "navigation": -0.12, "source": 0.24, ARTICLE: 0.21, TAIL: -0.17,
    },
    "colon below": {
        "links": -0.15, "source": 0.29, ARTICLE: 0.22, TAIL: -0.15,
    },
    "comments": {
        "body": -0.46, "navigation": 1.50,
    },
    "contact": {
        "body": -0.31, "links": -0.23, "navigation": -0.13, (ARTICLE, "byline"): 1.91, (BEFORE, "byline"): 1.60,
        (HEAD, "body"): -1.01, (HEAD, "byline"): 2.91, (TAIL, "byline"): 1.75, (TAIL, "navigation"): 1.56, ARTICLE: -0.20,
        TAIL: 0.17,
    },
    "contact label": {
        "body": -0.84, "byline": 4.01, (ARTICLE, "byline"): 2.99, (TAIL, "byline"): 2.98,
    },
    "contact word": {
        "body": -0.80, (ARTICLE, "byline"): 3.00, (BEFORE, "byline"): 2.00, (BEFORE, "navigation"): 1.80,
        (HEAD, "byline"): 3.80, (TAIL, "byline"): 2.00, (TAIL, "navigation"): 1.80,
    },
    "count": {
        "body": -2.50, "navigation": 3.32, "reading-time": 0.18,
    },
    "counted button": {
        "body": -1.37, "navigation": 2.40,
    },
    "credit behind": {
        "body": -1.54, "caption": 4.47,
    },
    "credits": {
        "body": -3.54, "byline": 6.61,
    },
    "dash": {
        (BEFORE, "navigation"): 0.83, (HEAD, "navigation"): 0.50, (TAIL, "navigation"): 0.80,
    },
    "date": {
        "byline": -0.14, (ARTICLE, "dateline"): 1.97, (BEFORE, "dateline"): 3.76, (BEFORE, "links"): 1.06,
        (BEFORE, "navigation"): 1.14, (HEAD, "body"): -2.05, (HEAD, "dateline"): 4.97, (TAIL, "dateline"): 3.08,
        (TAIL, "links"): 1.90, ARTICLE: -0.10, BEFORE: -0.14, HEAD: 0.15,
    },
    "date above": {
        "body": 0.13, "byline": 0.24, "links": 0.17, "navigation": -0.41, "reading-time": 0.18, ARTICLE: 0.19,
        BEFORE: -0.18,
    },
    "date above the title": {
        (BEFORE, "dateline"): 2.07,
    },
    "date and name": {
        "body": 0.16, "navigation": -0.10, (ARTICLE, "dateline"): 0.99, (BEFORE, "dateline"): 2.48, (HEAD, "body"): -0.56,
        (HEAD, "dateline"): 3.40, (TAIL, "dateline"): 1.49, (TAIL, "links"): 1.01,
    },
    "date below": {
        "byline": 0.47, "caption": -0.26, "links": 0.16, "navigation": -0.43, "recommendation": -0.13, "source": 0.40,
        ARTICLE: 0.15, BEFORE: -0.20,
    },
    "date in the head": {
        "body": -0.18, "byline": -0.13, "dateline": 0.50, "navigation": -0.26, HEAD: 0.12,
    },
    "dated entry": {
        "dateline": -1.00, (TAIL, "links"): 1.51,
    },
    "dateline word": {
        "body": -1.03, (BEFORE, "dateline"): 2.50, (HEAD, "dateline"): 3.62, (TAIL, "dateline"): 2.00,
    },
    "duration": {
        "body": -1.57, "caption": 2.01, "dateline": -2.97, "navigation": 3.02,
    },
    "end mark": {
        "body": -0.57, "navigation": 2.31,
    },
    "fact": {
        "body": 2.52,
    },
    "few words": {
        "body": 0.46, "byline": -0.26, "caption": -0.12, "dateline": -0.29, "links": 0.12, "meta": -0.18,
        "navigation": -0.25, "recommendation": -0.31, "section": -0.11, "source": -0.12, ARTICLE: 0.20, BEFORE: -0.28,
    },
    "field": {
        "body": -1.00, "navigation": 2.00,
    },
    "figures": {
        "body": 1.13, "byline": -0.14, "navigation": -0.26, ARTICLE: 0.17, TAIL: -0.10,
    },
    "first of a block": {
        "byline": 0.14, "caption": 0.10, "links": -0.19, "navigation": -0.18, ARTICLE: 0.15, BEFORE: -0.13, HEAD: -0.30,
        TAIL: 0.26,
    },
    "form": {
        "body": -2.59, "caption": 0.10, "navigation": 4.49, (TAIL, "links"): -0.57,
    },
    "full stop": {
        "body": 0.28, "caption": -0.22, "dateline": -0.13, "headline": -0.18, "links": -0.62, "navigation": 0.57,
        "recommendation": -0.13, "section": -0.22, ARTICLE: 0.18, TAIL: -0.17,
    },
    "has a date": {
        (BEFORE, "dateline"): 3.53, (HEAD, "body"): -1.01, (HEAD, "dateline"): 3.56, (TAIL, "dateline"): 1.49,
    },
    "hashtags": {
        "body": -1.00, "section": 4.50,
    },
    "in a block": {
        "body": -0.11, "links": 0.14, "meta": -0.18, "navigation": 0.18, "recommendation": -0.23, "section": 0.27,
        BEFORE: -0.25, HEAD: 0.23, TAIL: 0.21,
    },
    "in a long run": {
        "body": 0.28, "byline": -0.19, "links": 0.34, "meta": -0.26, "navigation": -0.19, "reading-time": -0.13,
        "recommendation": -0.31, "section": 0.18, ARTICLE: 0.23, BEFORE: -0.24, TAIL: 0.14,
    },
    "in a run": {
        "caption": 0.17, "links": 0.30, "meta": 0.13, "navigation": -0.16, "recommendation": -0.35, ARTICLE: -0.16,
        HEAD: 0.27,
    },
    "in capitals": {
        "body": -0.24, "caption": -0.15, "dateline": 0.26,
    },
    "in the foot": {
        "body": 0.14, "byline": -0.20, "links": -0.20, "navigation": 0.40, "section": -0.17,
    },
    "in the text": {
        "body": 0.26, "byline": 0.14, "caption": -0.16, "headline": -0.21, "links": 0.12, "meta": -0.35,
        "navigation": -0.26, "reading-time": -0.33, "section": 0.15, "source": -0.18, BEFORE: -0.13,
    },
    "initials": {
        "body": -1.01, "byline": 4.08,
    },
    "inside the text": {
        "body": 0.19, "headline": -0.10, "links": -0.31, "meta": -0.25, "reading-time": -0.24, "recommendation": 0.21,
        "section": -0.27,
    },
    "labelled date": {
        "dateline": 5.81, (ARTICLE, "body"): -1.03, (HEAD, "body"): -3.00, (TAIL, "links"): 1.92,
    },
    "labelled title": {
        "headline": 3.00,
    },
    "last of a block": {
        "body": -0.21, "byline": 0.15, "caption": 0.36, "navigation": -0.10, "recommendation": 0.18, "section": -0.32,
        ARTICLE: 0.26, BEFORE: -0.11, HEAD: 0.26, TAIL: -0.42,
    },
    "like the title": {
        "headline": 4.85,
    },
    "links word": {
        "body": -2.56, "navigation": -0.17, (ARTICLE, "recommendation"): 3.03, (BEFORE, "links"): 1.58,
        (BEFORE, "navigation"): 1.97, (HEAD, "navigation"): 1.50, (TAIL, "links"): 4.18, (TAIL, "recommendation"): 1.00,
    },
    "list above": {
        "body": -0.28, "byline": -0.12, "dateline": -0.12, "links": 0.43, "navigation": -0.42, "recommendation": 0.27,
        "section": 0.21,
    },
    "list below": {
        "body": -0.17, "byline": -0.12, "links": -0.19, "navigation": 0.22, "section": 0.48, ARTICLE: -0.30, TAIL: 0.27,
    },
    "list in the head": {
        "byline": -0.10, "navigation": 0.19,
    },
    "list item": {
        "body": 1.41, ARTICLE: 0.10, HEAD: -0.10,
    },
    "list without a heading": {
        "body": 0.72, "navigation": 0.14, "section": -0.26, "source": 0.25, (TAIL, "links"): -0.82, ARTICLE: -0.10,
        TAIL: 0.10,
    },
    "list word": {
        "body": -3.01, (ARTICLE, "recommendation"): 4.06, (BEFORE, "navigation"): 3.00, (HEAD, "recommendation"): 3.00,
        (TAIL, "links"): 3.48,
    },
    "list words": {
        "body": -0.44, (ARTICLE, "recommendation"): 0.52, (TAIL, "links"): 1.81, ARTICLE: -0.16, TAIL: 0.10,
    },
    "long form": {
        "body": -0.50, "navigation": 3.50,
    },
    "long line": {
        "body": 0.26, "dateline": -0.13, "links": 0.15, "navigation": -0.24, "recommendation": -0.11, "section": -0.18,
        HEAD: 0.11,
    },
    "menu above": {
        "byline": -0.13, "links": -0.10, "navigation": 0.24, "recommendation": -0.12, "section": 0.33, ARTICLE: 0.23,
        TAIL: -0.16,
    },
    "menu below": {
        "body": -0.17, "byline": 0.11, "caption": -0.24, "dateline": 0.10, "links": -0.16, "navigation": 0.40,
        "recommendation": -0.18, "section": 0.12, ARTICLE: 0.12, BEFORE: -0.11,
    },
    "menu in the head": {
        "byline": -0.10, "navigation": 0.15, "reading-time": 0.16,
    },
    "menu row": {
        "body": -2.47, "navigation": 3.04, "section": 0.28, (TAIL, "links"): -1.52,
    },
    "minutes": {
        "body": -2.00, "navigation": -0.18, "reading-time": 4.69, (TAIL, "links"): 2.00,
    },
    "name": {
        "body": -0.57, "caption": 0.12, "dateline": -0.33, "headline": 0.13, "links": 0.37, "recommendation": -0.12,
        (HEAD, "byline"): 1.71, (TAIL, "byline"): 0.47, (TAIL, "section"): 0.16, ARTICLE: -0.37, TAIL: 0.39,
    },
    "name above": {
        "body": -0.32, "byline": 0.53, "caption": -0.11, "dateline": 0.11, "navigation": -0.14, "section": -0.12,
        ARTICLE: -0.21, TAIL: 0.25,
    },
    "name below": {
        "body": 0.10, "byline": 0.14, "links": -0.18,
    },
    "name in the head": {
        "byline": 0.26,
    },
    "name of the site": {
        "section": 0.19, (BEFORE, "byline"): -0.99, (BEFORE, "navigation"): 1.86, (HEAD, "navigation"): 1.00,
    },
    "names in brackets behind": {
        "body": -0.16, "caption": 1.40,
    },
    "navigation word": {
        "body": -2.57, "byline": -0.13, "caption": -0.12, "headline": -0.99, "navigation": 3.73, "section": -0.10,
        HEAD: 0.11,
    },
    "near the end": {
        "body": -0.12, "byline": 0.11, "links": -0.32, "navigation": 0.58, "section": -0.16, ARTICLE: -0.18, TAIL: 0.19,
    },
    "near the top": {
        "links": 0.15, "meta": 0.14, "navigation": 0.23, "section": -0.19,
    },
    "no text": {
        "body": 0.48, "navigation": -0.39, ARTICLE: 0.47, BEFORE: -0.43,
    },
    "number": {
        "dateline": 0.17, "navigation": -0.17, "section": -0.27, (ARTICLE, "body"): 0.17, (HEAD, "navigation"): 0.78,
        (TAIL, "links"): 0.74, TAIL: -0.12,
    },
    "number first": {
        "body": 0.35, "byline": -0.30, "caption": -0.19, "dateline": 0.47, "links": 0.20, "navigation": -0.32,
        "reading-time": 0.27, "recommendation": -0.20, "section": -0.33, "source": -0.11, ARTICLE: 0.19, BEFORE: -0.20,
        HEAD: 0.27, TAIL: -0.28,
    },
    "one of several dates": {
        "navigation": 0.11, (TAIL, "dateline"): -0.99, (TAIL, "links"): 1.35,
    },
    "one word": {
        "body": -0.33, "caption": -0.12, "dateline": -0.21, "links": -0.18, "navigation": 0.11, "reading-time": -0.14,
        "recommendation": -0.17, "section": 0.56, "source": 0.24, ARTICLE: -0.23, HEAD: 0.10, TAIL: 0.25,
    },
    "page numbers": {
        "body": -2.50, "navigation": 3.50,
    },
    "pair": {
        "body": -0.32, "byline": 0.12, "navigation": 0.74, (BEFORE, "section"): 1.98,
    },
    "part of the title": {
        "headline": 3.84,
    },
    "past the text": {
        "byline": 0.32, "caption": -0.20, "links": -0.26, "recommendation": -0.11, "section": 0.36, "source": 0.20,
        TAIL: 0.40,
    },
    "person in the head": {
        "body": -0.27, "byline": 0.34, "caption": 0.14, "source": 0.14,
    },
    "picture above": {
        "byline": -0.15, "links": -0.16, "navigation": 0.20,
    },
    "picture below": {
        "body": -0.31, "caption": 0.44, "section": -0.11, HEAD: 0.10,
    },
    "pictured": {
        "body": -0.16, "caption": 1.86,
    },
    "postal address": {
        "links": -0.10, (BEFORE, "navigation"): 1.47, (HEAD, "byline"): 0.50, (TAIL, "navigation"): 1.69,
    },
    "quotation": {
        "body": 0.42, "caption": -0.11, "navigation": -0.29, ARTICLE: 0.26, TAIL: -0.24,
    },
    "ranked": {
        "body": 0.39, "navigation": -0.18, (TAIL, "links"): 0.84, ARTICLE: 0.20, TAIL: -0.25,
    },
    "reading time": {
        "body": -3.00, "reading-time": 8.08, (TAIL, "links"): 3.00,
    },
    "recommendation": {
        "body": -4.02, "recommendation": 7.00, (TAIL, "links"): 2.99, (TAIL, "recommendation"): 4.99,
    },
    "recommendation word": {
        "body": -2.48, (ARTICLE, "recommendation"): 4.61, (BEFORE, "navigation"): 2.00, (HEAD, "navigation"): 2.55,
        (HEAD, "recommendation"): 2.00, (TAIL, "links"): 2.76, (TAIL, "recommendation"): 1.50, ARTICLE: 0.11, TAIL: -0.10,
    },
    "recurring": {
        "body": -6.94, "byline": 1.44, "caption": 1.34, "dateline": 1.53, "headline": -3.92, "links": 1.80, "meta": 1.00,
        "navigation": 2.79, "reading-time": 2.03, "recommendation": 1.46, "section": 0.54, "source": 1.88,
        (BEFORE, "links"): 1.49, (HEAD, "byline"): 2.38, (HEAD, "dateline"): 2.35, (HEAD, "links"): 0.99,
        (TAIL, "links"): 2.29, ARTICLE: 0.27, HEAD: -0.10, TAIL: -0.11,
    },
    "recurring in the text": {
        "body": 2.99, "dateline": 0.10, ARTICLE: 0.24, HEAD: -0.11,
    },
    "recurring sentence": {
        "body": -6.99, "byline": 1.49, "caption": 1.49, "dateline": 1.50, "headline": -4.00, "links": 1.80, "meta": 1.00,
        "navigation": 4.55, "reading-time": 2.00, "recommendation": 1.50, "section": 0.30, "source": 2.00,
        (BEFORE, "links"): 1.50, (HEAD, "byline"): 2.50, (HEAD, "dateline"): 2.50, (HEAD, "links"): 1.00,
        (TAIL, "links"): 2.27,
    },
    "repeated": {
        "body": -3.00, (TAIL, "links"): 1.75, (TAIL, "navigation"): 0.30,
    },
    "right below the title": {
        "body": 0.43, "byline": 0.10, "caption": -0.16, "navigation": -0.27,
    },
    "row": {
        "body": 0.16, "byline": -0.11, "caption": -0.25, "navigation": 0.77, (TAIL, "links"): -0.95, ARTICLE: 0.22,
        HEAD: -0.16,
    },
    "second below the title": {
        "body": -0.23, "byline": 0.19, "navigation": -0.15, "source": 0.14, HEAD: 0.10,
    },
    "section above": {
        "navigation": 0.11,
    },
    "section above the title": {
        (BEFORE, "section"): 3.58,
    },
    "section below": {
        "dateline": -0.13, "links": 0.13, "navigation": 0.43, "section": -0.37,
    },
    "section word": {
        "body": -0.81, "section": 0.17, (BEFORE, "navigation"): 0.68, (BEFORE, "section"): 1.53, (HEAD, "section"): 1.24,
        (TAIL, "links"): 0.91, (TAIL, "navigation"): 0.44,
    },
    "sentence above": {
        "body": -0.10, "caption": 0.10, "links": -0.11, "meta": -0.14, "navigation": 0.29, "reading-time": -0.17,
        "recommendation": 0.10, "source": 0.30, ARTICLE: -0.10, TAIL: 0.25,
    },
    "sentence below": {
        "body": 0.24, "byline": -0.24, "caption": 0.18, "dateline": -0.30, "links": -0.19, "meta": -0.11,
        "navigation": 0.24, "reading-time": -0.15, "section": -0.20, "source": -0.11, TAIL: 0.13,
    },
    "short above": {
        "caption": 0.12, "dateline": 0.22, "headline": -0.23, "meta": -0.13, "navigation": 0.20, "reading-time": -0.22,
        "recommendation": -0.18, "section": 0.14, ARTICLE: 0.11, BEFORE: -0.25, HEAD: 0.11, TAIL: 0.12,
    },
    "short below": {
        "byline": 0.22, "caption": -0.22, "dateline": 0.11, "links": -0.31, "navigation": 0.43, "reading-time": -0.15,
        "recommendation": -0.30, "source": -0.21, ARTICLE: 0.14, BEFORE: -0.24, TAIL: 0.19,
    },
    "site above": {
        "byline": -0.12, "navigation": 0.24,
    },
    "site below": {
        "navigation": 0.13,
    },
    "site section": {
        "body": -1.21, (ARTICLE, "navigation"): 0.98, (BEFORE, "navigation"): 2.42, (HEAD, "navigation"): 2.00,
        (TAIL, "links"): 1.39, (TAIL, "navigation"): 0.31,
    },
    "site words": {
        "body": -0.50, "navigation": 2.43, (TAIL, "links"): -1.00,
    },
    "small start": {
        "body": 1.16, "byline": 0.28, "dateline": -0.13, "links": -0.49, "section": 0.31, ARTICLE: 0.37, TAIL: -0.36,
    },
    "some button words": {
        "body": -0.42, "byline": -0.44, "links": -0.12, "navigation": 1.32, ARTICLE: -0.17,
    },
    "source": {
        "body": -4.00, "source": 7.94,
    },
    "tags above": {
        "section": 0.20,
    },
    "tags below": {
        "body": -0.13, "navigation": 0.23, "section": -0.14,
    },
    "tags word": {
        "body": -3.01, "links": -1.53, "navigation": -0.11, "section": 5.60, (BEFORE, "section"): -0.90,
    },
    "the title": {
        "caption": 0.14, "headline": 7.86, "links": 0.11,
    },
    "ticker": {
        "body": -2.00, "navigation": 5.00,
    },
    "time": {
        "body": -0.26, "dateline": 4.48, "navigation": -0.21, (BEFORE, "navigation"): 0.96, (HEAD, "body"): -1.50,
        (TAIL, "links"): 1.98, ARTICLE: 0.20,
    },
    "title case": {
        "body": 0.27, "byline": 0.48, "caption": -0.18, "links": -0.25, "meta": -0.10, "navigation": -0.13,
        "reading-time": -0.12, "recommendation": -0.29, "source": 0.19, ARTICLE: 0.25, BEFORE: -0.19, HEAD: -0.23,
        TAIL: 0.15,
    },
    "to the reader": {
        "body": -0.54, "links": -0.49, "navigation": 1.85, ARTICLE: -0.31, TAIL: 0.28,
    },
    "top line": {
        "byline": -0.12, "links": -0.11, "meta": 0.13, "navigation": 0.46, "section": -0.22,
    },
    "under a list heading": {
        "body": -0.27, "byline": -0.36, "dateline": -0.36, "links": 0.45, "meta": -0.16, "navigation": -0.32,
        "reading-time": -0.15, "recommendation": 0.12, "section": -0.18, "source": -0.27, HEAD: 0.21, TAIL: -0.20,
    },
    "under comments": {
        "section": 0.13, (TAIL, "links"): 0.08, (TAIL, "navigation"): 0.93,
    },
    "under tags": {
        "byline": -0.18, "links": 0.45, "section": -0.13, ARTICLE: -0.11, TAIL: 0.12,
    },
    "web address": {
        (BEFORE, "navigation"): 0.53, (TAIL, "navigation"): 0.30,
    },
    "well past the text": {
        "byline": -0.29, "caption": -0.15, "dateline": -0.30, "links": 0.33, "meta": -0.19, "navigation": -0.12,
        "reading-time": -0.15, "recommendation": -0.34, "section": 0.32, "source": -0.25, TAIL: 0.77,
    },
    "with agencies": {
        "body": -1.04, "source": 4.05,
    },
}  # fmt: skip
"""What a mark of a line adds to a kind of zone, everywhere or (where there is a part beside it) in that part of the page."""

FIRST = (0.00, -0.30, -0.50, -6.00)
"""What it costs to begin in each part of the page."""

LAST = (-5.00, -1.00, -0.01, 0.01)
"""What it costs to end in each part of the page: a page has an article."""
