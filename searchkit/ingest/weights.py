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
    State(BEFORE, "navigation",      -2.50, -0.38,  0.43, -0.13,  0.25),
    State(BEFORE, "links",           -2.00,  0.01, -0.21, -1.52,  0.44),
    State(BEFORE, "headline",        -3.00, -2.49, -2.49,  0.02,  0.01),
    State(BEFORE, "section",         -3.00, -2.00, -0.78,  0.03,  0.01),
    State(BEFORE, "dateline",        -3.50, -2.51, -1.50,  0.00,  0.00),
    State(BEFORE, "byline",          -3.50, -2.50, -1.23, -0.03,  0.61),
    State(BEFORE, "caption",         -2.00, -1.51, -2.01,  0.00,  0.00),
    State(BEFORE, "reading-time",    -4.00, -3.00, -2.51,  0.00,  0.00),
    State(BEFORE, "meta",            -4.00, -2.50, -2.01, -0.01,  0.00),
    State(BEFORE, "source",          -4.00, -2.50, -2.01,  0.00,  0.00),
    State(BEFORE, "recommendation",  -4.00, -2.50, -2.01, -0.01,  0.00),
    State(HEAD, "headline",          -2.01, -2.50, -2.49,  0.01,  0.00),
    State(HEAD, "body",               1.22,  0.49, -0.44, -0.01,  0.09),
    State(HEAD, "navigation",        -2.50, -0.90,  0.01, -0.05,  0.12),
    State(HEAD, "links",             -2.50, -0.51, -0.50, -2.02,  0.40),
    State(HEAD, "section",           -3.00, -2.01, -0.63, -0.04,  0.00),
    State(HEAD, "dateline",          -3.50, -2.48, -0.99,  0.03,  0.01),
    State(HEAD, "byline",            -3.50, -2.01, -0.49,  0.00,  0.45),
    State(HEAD, "caption",           -0.98, -1.20, -1.50,  0.03,  0.00),
    State(HEAD, "reading-time",      -4.00, -3.00, -2.49,  0.01,  0.00),
    State(HEAD, "meta",              -4.00, -2.50, -1.99,  0.00,  0.00),
    State(HEAD, "source",            -4.00, -2.50, -1.99,  0.01,  0.00),
    State(HEAD, "recommendation",    -4.00, -2.50, -2.01, -0.01,  0.00),
    State(ARTICLE, "body",            3.07,  0.25,  0.25,  0.04,  0.39),
    State(ARTICLE, "headline",       -3.00, -2.51, -2.50, -1.01,  0.00),
    State(ARTICLE, "navigation",     -3.00, -1.49, -0.70, -0.88,  0.20),
    State(ARTICLE, "caption",        -0.99, -1.49, -1.50, -0.30,  0.01),
    State(ARTICLE, "recommendation", -2.00, -0.48, -1.19, -1.00,  0.74),
    State(ARTICLE, "dateline",       -3.50, -2.51, -1.50, -0.51,  0.00),
    State(ARTICLE, "byline",         -3.50, -2.51, -1.51, -0.53,  0.30),
    State(ARTICLE, "source",         -4.00, -2.51, -2.00, -0.51,  0.00),
    State(ARTICLE, "reading-time",   -4.00, -3.01, -2.51, -0.02,  0.00),
    State(ARTICLE, "meta",           -4.00, -2.51, -2.01, -0.51,  0.00),
    State(TAIL, "navigation",        -1.86, -0.83,  0.22, -0.07,  0.43),
    State(TAIL, "links",             -2.41,  0.41, -0.18, -1.26,  0.63),
    State(TAIL, "section",           -3.00, -1.52, -0.77, -0.80,  0.21),
    State(TAIL, "byline",            -2.50, -1.50, -0.78, -0.28,  0.41),
    State(TAIL, "dateline",          -3.50, -2.50, -1.51, -0.31,  0.00),
    State(TAIL, "source",            -4.00, -2.50, -2.01,  0.01,  0.00),
    State(TAIL, "caption",           -2.50, -2.00, -2.00, -0.31,  0.00),
    State(TAIL, "recommendation",    -2.50, -0.60, -1.21, -0.60,  0.40),
    State(TAIL, "reading-time",      -4.00, -3.00, -2.51, -0.02,  0.00),
    State(TAIL, "meta",              -4.00, -2.50, -2.00, -0.02,  0.00),
)  # fmt: skip
"""The score table: what a line adds to the way through each state, before its cues."""

MOVES = {(BEFORE, HEAD): 0.00, (BEFORE, ARTICLE): -1.00, (BEFORE, TAIL): -4.00, (HEAD, ARTICLE): -0.01, (HEAD, TAIL): -2.00, (ARTICLE, TAIL): -0.59}  # fmt: skip
"""What it costs to go on to another part of the page; there is no way back."""

MARKS: dict[str, dict[Key, float]] = {
    "a line": {
        "body": 0.14, "caption": -0.15, "links": 0.22, "meta": -0.18, "navigation": -0.10, "reading-time": -0.17,
        "recommendation": -0.12, "section": -0.31, "source": -0.15, ARTICLE: 0.14, BEFORE: -0.15,
    },
    "above the text": {
        "body": -0.20, "byline": 0.27, "dateline": 0.18, "headline": 0.12, "navigation": 0.23, "recommendation": -0.23,
        ARTICLE: -0.18, BEFORE: -0.15, HEAD: 0.23, TAIL: 0.38,
    },
    "above the title": {
        "navigation": -0.24, (BEFORE, "section"): 2.46,
    },
    "agency": {
        (ARTICLE, "source"): 1.00, (HEAD, "byline"): 0.40, (HEAD, "caption"): 1.83, (HEAD, "source"): 3.85,
        (TAIL, "source"): 1.99,
    },
    "agency letters": {
        "body": -1.02, "source": 4.55,
    },
    "alone": {
        "body": 0.27, "caption": -0.16, "links": -0.20, "navigation": -0.25, "recommendation": -0.23, "section": -0.11,
        ARTICLE: 0.20, HEAD: -0.10, TAIL: -0.23,
    },
    "among sentences": {
        "body": 0.14, "caption": -0.17, "navigation": 0.13, "reading-time": -0.14, "source": -0.10, HEAD: -0.10,
        TAIL: 0.23,
    },
    "among short lines": {
        "body": 0.29, "byline": -0.11, "caption": -0.18, "dateline": -0.19, "links": -0.30, "navigation": 0.27,
        "recommendation": -0.17, "section": -0.21, "source": -0.15, ARTICLE: 0.18, BEFORE: -0.21, TAIL: 0.12,
    },
    "before the title": {
        "body": 0.36, "caption": -0.16, "dateline": -0.18, "recommendation": -0.10, "section": 0.28, "source": -0.15,
        ARTICLE: -8.64, BEFORE: -0.36, HEAD: -9.00, TAIL: -9.00,
    },
    "behind the text": {
        "byline": -0.17, "caption": -0.17, "dateline": -0.19, "links": 0.17, "meta": -0.11, "navigation": 0.21,
        "reading-time": -0.13, "recommendation": -0.20, "section": 0.11, HEAD: -0.12, TAIL: 0.12,
    },
    "below contact": {
        "byline": 2.28, "navigation": -0.25, (ARTICLE, "byline"): 1.78, (TAIL, "byline"): 1.56,
    },
    "below recommendation": {
        "body": -0.31, "recommendation": 1.64, (TAIL, "links"): 0.54, TAIL: -0.10,
    },
    "below tags": {
        "links": -0.10, "navigation": -1.66, "section": 2.57,
    },
    "breadcrumb": {
        "body": -2.00, "navigation": 2.54, (BEFORE, "section"): 4.01, (HEAD, "section"): 4.00,
    },
    "byline": {
        "body": -1.81, "byline": 5.08, "caption": 0.50, (ARTICLE, "byline"): 3.50, (TAIL, "links"): 1.00,
    },
    "byline word": {
        "body": -0.83, "byline": 3.04, "navigation": -0.16, (ARTICLE, "byline"): 1.50, (TAIL, "navigation"): 0.79,
    },
    "captcha": {
        "body": -5.00, "navigation": 6.00,
    },
    "caption": {
        "body": -3.03, "caption": 6.07, (TAIL, "caption"): 4.50, (TAIL, "links"): 1.50,
    },
    "case number": {
        "meta": 5.63, (ARTICLE, "meta"): 1.00, (HEAD, "body"): -1.01, (TAIL, "meta"): 1.00,
    },
    "colon": {
        "body": 0.82, ARTICLE: 0.10,
    },
    "colon above": {
        "body": 0.26, "navigation": -0.14, ARTICLE: 0.10,
    },
    "colon below": {
        "body": 0.15, ARTICLE: 0.14,
    },
    "contact": {
        "body": -0.14, "navigation": -0.22, (ARTICLE, "byline"): 1.81, (BEFORE, "byline"): 1.69, (HEAD, "body"): -1.01,
        (HEAD, "byline"): 2.95, (TAIL, "byline"): 1.67, (TAIL, "navigation"): 1.21,
    },
    "contact label": {
        "body": -0.83, "byline": 3.99, (ARTICLE, "byline"): 3.00, (TAIL, "byline"): 3.03,
    },
    "contact word": {
        "body": -0.80, (ARTICLE, "byline"): 3.00, (BEFORE, "byline"): 2.00, (BEFORE, "navigation"): 1.80,
        (HEAD, "byline"): 3.80, (TAIL, "byline"): 2.00, (TAIL, "navigation"): 1.80,
    },
    "count": {
        "body": -2.50, "navigation": 3.50,
    },
    "credits": {
        "body": -3.56, "byline": 6.58,
    },
    "dash": {
        (BEFORE, "navigation"): 0.81, (HEAD, "navigation"): 0.50, (TAIL, "navigation"): 0.81,
    },
    "date": {
        "body": 0.11, "navigation": -0.26, (ARTICLE, "dateline"): 1.98, (BEFORE, "dateline"): 3.50,
        (BEFORE, "links"): 1.27, (BEFORE, "navigation"): 1.23, (HEAD, "body"): -2.05, (HEAD, "dateline"): 4.81,
        (TAIL, "dateline"): 2.99, (TAIL, "links"): 2.19, BEFORE: -0.18, HEAD: 0.16,
    },
    "date above": {
        "body": 0.16, "byline": 0.20, "links": 0.34, "navigation": -0.34, BEFORE: -0.18, HEAD: 0.19,
    },
    "date above the title": {
        (BEFORE, "dateline"): 2.11,
    },
    "date and name": {
        (ARTICLE, "dateline"): 1.01, (BEFORE, "dateline"): 2.50, (HEAD, "body"): -0.55, (HEAD, "dateline"): 3.35,
        (TAIL, "dateline"): 1.50, (TAIL, "links"): 1.00,
    },
    "date below": {
        "body": 0.10, "byline": 0.26, "links": 0.30, "navigation": -0.32, "recommendation": -0.12, "section": -0.14,
        "source": 0.11, BEFORE: -0.18, HEAD: 0.18,
    },
    "date in the head": {
        "byline": -0.11, "dateline": 0.31, "navigation": -0.24, BEFORE: -0.12, HEAD: 0.16,
    },
    "dateline word": {
        "body": -1.00, (BEFORE, "dateline"): 2.50, (HEAD, "dateline"): 3.63, (TAIL, "dateline"): 2.00,
    },
    "duration": {
        "body": -1.53, "caption": 2.02, "dateline": -3.01, "navigation": 2.98,
    },
    "end mark": {
        "body": -0.73, "navigation": 2.47, ARTICLE: -0.28, TAIL: 0.28,
    },
    "fact": {
        "body": 2.53,
    },
    "few words": {
        "body": 0.29, "caption": -0.10, "dateline": -0.16, "navigation": -0.10, "reading-time": -0.11,
        "recommendation": -0.18, "source": -0.18, ARTICLE: 0.16, BEFORE: -0.20,
    },
    "field": {
        "body": -0.99, "navigation": 1.99,
    },
    "first of a block": {
        "byline": 0.10, "links": -0.23, "navigation": -0.16, "recommendation": 0.11, "section": 0.21, ARTICLE: 0.17,
        BEFORE: -0.16,
    },
    "form": {
        "body": -2.60, "navigation": 4.59, (TAIL, "links"): -0.55,
    },
    "full stop": {
        "body": 0.16, "caption": -0.17, "headline": -0.10, "links": -0.35, "navigation": 0.38, "recommendation": -0.10,
        "section": -0.12, ARTICLE: 0.11, HEAD: -0.10,
    },
    "has a date": {
        (BEFORE, "dateline"): 3.50, (HEAD, "body"): -1.00, (HEAD, "dateline"): 3.49, (TAIL, "dateline"): 1.50,
    },
    "in a block": {
        "body": 0.11, "caption": -0.16, "links": 0.22, "meta": -0.15, "navigation": -0.25, "recommendation": -0.21,
        "section": 0.32, BEFORE: -0.19, HEAD: 0.22,
    },
    "in capitals": {
        "body": -0.24, "byline": -0.10, "dateline": 0.29,
    },
    "in the foot": {
        "body": 0.22, "byline": -0.12, "dateline": -0.11, "links": -0.25, "navigation": 0.24, ARTICLE: 0.18, HEAD: -0.12,
    },
    "in the text": {
        "body": 0.23, "caption": -0.20, "dateline": -0.15, "headline": -0.16, "links": 0.19, "meta": -0.23,
        "navigation": -0.23, "reading-time": -0.24, "recommendation": -0.10, "source": -0.25, ARTICLE: 0.14,
        BEFORE: -0.12, HEAD: -0.11,
    },
    "initials": {
        "body": -1.01, "byline": 4.03,
    },
    "labelled date": {
        "dateline": 5.57, (ARTICLE, "body"): -1.02, (HEAD, "body"): -3.00, (TAIL, "links"): 2.15,
    },
    "labelled title": {
        "headline": 3.00,
    },
    "last of a block": {
        "links": -0.18, "navigation": 0.16, "recommendation": 0.26, ARTICLE: 0.20, BEFORE: -0.15, TAIL: -0.20,
    },
    "like the title": {
        "headline": 4.84,
    },
    "links word": {
        "body": -2.50, "navigation": -0.28, (ARTICLE, "recommendation"): 3.03, (BEFORE, "links"): 1.54,
        (BEFORE, "navigation"): 1.98, (HEAD, "navigation"): 1.50, (TAIL, "links"): 4.26, (TAIL, "recommendation"): 0.99,
    },
    "list above": {
        "body": -0.28, "links": 0.28, "navigation": -0.27, "recommendation": 0.33,
    },
    "list below": {
        "body": -0.10, "links": -0.24, "navigation": 0.15, "section": 0.24, TAIL: 0.10,
    },
    "list item": {
        "body": 1.21,
    },
    "list without a heading": {
        "body": 0.93, "navigation": 0.13, (TAIL, "links"): -0.84, ARTICLE: 0.10,
    },
    "list word": {
        "body": -3.01, (ARTICLE, "recommendation"): 4.02, (BEFORE, "navigation"): 3.00, (HEAD, "recommendation"): 3.00,
        (TAIL, "links"): 3.50,
    },
    "long form": {
        "body": -0.50, "navigation": 3.50,
    },
    "long line": {
        "body": 0.19, "caption": -0.16, "links": 0.23, "navigation": -0.13, "recommendation": -0.13, ARTICLE: 0.11,
        BEFORE: -0.11, HEAD: -0.10,
    },
    "menu above": {
        "byline": -0.14, "links": -0.23, "meta": 0.10, "navigation": 0.30, "recommendation": -0.20, "section": 0.28,
        "source": -0.11, BEFORE: -0.13,
    },
    "menu below": {
        "byline": -0.11, "caption": -0.15, "navigation": 0.29, "recommendation": -0.16, "section": 0.16, BEFORE: -0.14,
        HEAD: 0.11, TAIL: 0.11,
    },
    "menu in the head": {
        "navigation": 0.11, BEFORE: -0.13, HEAD: 0.17,
    },
    "menu row": {
        "body": -2.50, "navigation": 3.18, (TAIL, "links"): -1.50,
    },
    "minutes": {
        "body": -2.00, "reading-time": 4.57, (TAIL, "links"): 2.00,
    },
    "name": {
        "body": -0.20, "byline": 0.15, "caption": 0.12, "dateline": -0.20, "links": -0.13, "navigation": 0.21,
        (HEAD, "byline"): 1.36, (TAIL, "byline"): 0.34, (TAIL, "section"): 0.12, ARTICLE: -0.15, TAIL: 0.16,
    },
    "name above": {
        "body": -0.25, "byline": 0.34, "navigation": -0.29, ARTICLE: -0.25, HEAD: 0.10, TAIL: 0.20,
    },
    "name below": {
        "body": -0.12, "byline": 0.33, "navigation": -0.29, ARTICLE: -0.12,
    },
    "name in the head": {
        "byline": 0.20, "navigation": -0.12,
    },
    "navigation word": {
        "body": -2.65, "byline": -0.11, "headline": -0.99, "navigation": 3.49, BEFORE: -0.13, HEAD: 0.13,
    },
    "near the end": {
        "links": 0.16, "navigation": 0.26, TAIL: 0.12,
    },
    "near the top": {
        "byline": 0.19, "links": -0.11, "navigation": 0.18,
    },
    "no text": {
        "body": 0.36, "navigation": -0.35, ARTICLE: 0.36, BEFORE: -0.32, HEAD: -0.10, TAIL: -0.18,
    },
    "number": {
        "navigation": -0.27, (ARTICLE, "body"): 0.55, (HEAD, "navigation"): 0.38, (TAIL, "links"): 0.75, ARTICLE: 0.13,
        TAIL: -0.12,
    },
    "number first": {
        "body": 0.28, "byline": -0.10, "dateline": 0.29, "links": 0.24, "navigation": -0.31, "section": -0.14,
        ARTICLE: 0.24, BEFORE: -0.16, TAIL: -0.12,
    },
    "one of several dates": {
        "navigation": -0.10, (TAIL, "dateline"): -1.01, (TAIL, "links"): 1.63,
    },
    "one word": {
        "body": -0.17, "byline": -0.14, "caption": -0.14, "dateline": -0.17, "links": 0.11, "meta": -0.13,
        "navigation": 0.23, "reading-time": -0.14, "recommendation": -0.14, "section": 0.31, ARTICLE: -0.13,
        BEFORE: -0.15, TAIL: 0.17,
    },
    "page numbers": {
        "body": -2.50, "navigation": 3.50,
    },
    "pair": {
        "body": -0.40, "navigation": 0.81, (BEFORE, "section"): 1.99,
    },
    "part of the title": {
        "headline": 3.86,
    },
    "person in the head": {
        "body": -0.23, "byline": 0.30, "caption": 0.15, "navigation": -0.13, ARTICLE: -0.13, HEAD: 0.17,
    },
    "picture above": {
        "byline": -0.14, "dateline": 0.14, HEAD: 0.11,
    },
    "picture below": {
        "body": -0.12, HEAD: 0.13,
    },
    "picture in the head": {
        "byline": -0.10, "source": 0.25,
    },
    "postal address": {
        (BEFORE, "navigation"): 1.43, (HEAD, "byline"): 0.49, (TAIL, "navigation"): 1.66,
    },
    "quotation": {
        "body": 0.14,
    },
    "reading time": {
        "body": -3.00, "reading-time": 8.06, (TAIL, "links"): 3.00,
    },
    "recommendation": {
        "body": -4.00, "recommendation": 6.97, (TAIL, "links"): 3.00, (TAIL, "recommendation"): 5.00,
    },
    "recommendation word": {
        "body": -2.54, "navigation": -0.10, (ARTICLE, "recommendation"): 4.67, (BEFORE, "navigation"): 2.00,
        (HEAD, "navigation"): 2.60, (HEAD, "recommendation"): 2.00, (TAIL, "links"): 2.83, (TAIL, "recommendation"): 1.50,
    },
    "recurring": {
        "body": -6.96, "byline": 1.30, "caption": 1.27, "dateline": 1.24, "headline": -3.97, "links": 1.80, "meta": 0.86,
        "navigation": 2.74, "reading-time": 1.84, "recommendation": 1.26, "section": 0.16, "source": 1.76,
        (BEFORE, "links"): 1.26, (HEAD, "byline"): 2.44, (HEAD, "dateline"): 2.33, (HEAD, "links"): 0.97,
        (TAIL, "links"): 2.53, ARTICLE: -0.16, BEFORE: -0.15, TAIL: 0.13,
    },
    "recurring sentence": {
        "body": -7.00, "byline": 1.49, "caption": 1.49, "dateline": 1.50, "headline": -4.00, "links": 1.80, "meta": 1.00,
        "navigation": 4.69, "reading-time": 2.00, "recommendation": 1.50, "section": 0.30, "source": 2.00,
        (BEFORE, "links"): 1.50, (HEAD, "byline"): 2.50, (HEAD, "dateline"): 2.50, (HEAD, "links"): 1.00,
        (TAIL, "links"): 2.24,
    },
    "repeated": {
        "body": -3.00, (TAIL, "links"): 1.72, (TAIL, "navigation"): 0.28,
    },
    "right below the title": {
        "body": 0.32, "byline": 0.15, "navigation": -0.26, BEFORE: -0.14, HEAD: 0.10,
    },
    "row": {
        "body": -0.19, "navigation": 0.70, (TAIL, "links"): -1.05,
    },
    "second below the title": {
        "byline": 0.22, "caption": 0.10, "dateline": 0.14, "navigation": -0.21, BEFORE: -0.11, HEAD: 0.13,
    },
    "section above": {
        "byline": -0.10, "links": 0.11, "section": 0.19,
    },
    "section above the title": {
        "navigation": -0.12, (BEFORE, "section"): 3.64,
    },
    "section below": {
        "links": 0.19, "navigation": 0.14,
    },
    "section word": {
        "body": -0.82, (BEFORE, "navigation"): 0.69, (BEFORE, "section"): 1.48, (HEAD, "section"): 1.20,
        (TAIL, "links"): 0.89, (TAIL, "navigation"): 0.58,
    },
    "sentence above": {
        "body": 0.11, "caption": -0.14, "links": -0.29, "meta": -0.10, "navigation": 0.30, "reading-time": -0.15,
        HEAD: -0.10, TAIL: 0.16,
    },
    "sentence below": {
        "body": 0.19, "caption": -0.12, "dateline": -0.12, "meta": -0.11, "reading-time": -0.11, ARTICLE: 0.10,
        HEAD: -0.10,
    },
    "short above": {
        "body": 0.20, "byline": -0.11, "caption": -0.18, "meta": -0.16, "navigation": 0.11, "reading-time": -0.17,
        "recommendation": -0.17, "section": 0.26, "source": -0.20, ARTICLE: 0.10, BEFORE: -0.19, TAIL: 0.12,
    },
    "short below": {
        "body": 0.21, "caption": -0.20, "dateline": -0.16, "links": -0.11, "meta": -0.16, "navigation": 0.25,
        "reading-time": -0.22, "recommendation": -0.23, "source": -0.19, ARTICLE: 0.10, BEFORE: -0.19, TAIL: 0.12,
    },
    "site above": {
        "body": 0.12, "links": -0.17, "navigation": 0.15,
    },
    "site section": {
        "body": -1.20, (ARTICLE, "navigation"): 1.00, (BEFORE, "navigation"): 2.44, (HEAD, "navigation"): 2.03,
        (TAIL, "links"): 1.50, (TAIL, "navigation"): 0.08,
    },
    "site words": {
        "body": -0.50, "navigation": 2.48, (TAIL, "links"): -1.01,
    },
    "small start": {
        "body": 1.14, "links": -0.11, ARTICLE: 0.15, TAIL: -0.13,
    },
    "source": {
        "body": -4.00, "source": 8.06,
    },
    "tags above": {
        "navigation": -0.15, "section": 0.21,
    },
    "tags below": {
        "body": -0.13, "navigation": 0.12,
    },
    "tags word": {
        "body": -3.00, "links": -1.51, "section": 5.52, (BEFORE, "section"): -1.00,
    },
    "the title": {
        "headline": 8.10, BEFORE: -0.12, HEAD: 0.12,
    },
    "ticker": {
        "body": -2.00, "navigation": 5.00,
    },
    "time": {
        "body": -0.25, "dateline": 4.28, (BEFORE, "navigation"): 1.01, (HEAD, "body"): -1.50, (TAIL, "links"): 1.99,
    },
    "title case": {
        "body": 0.19, "reading-time": -0.13, "recommendation": -0.24, "section": -0.15, "source": -0.16, BEFORE: -0.18,
        TAIL: 0.13,
    },
    "top line": {
        "navigation": 0.25,
    },
    "under a list heading": {
        "body": -0.12, "byline": -0.25, "dateline": -0.26, "links": 0.31, "navigation": -0.30, "reading-time": -0.12,
        "recommendation": 0.16, "section": -0.28, "source": -0.11, TAIL: 0.10,
    },
    "under tags": {
        "section": 0.28, TAIL: 0.10,
    },
    "web address": {
        (BEFORE, "navigation"): 0.50, (TAIL, "navigation"): 0.30,
    },
}  # fmt: skip
"""What a mark of a line adds to a kind of zone, everywhere or (where there is a part beside it) in that part of the page."""

FIRST = (0.00, -0.30, -0.50, -6.00)
"""What it costs to begin in each part of the page."""

LAST = (-5.00, -1.00, 0.00, 0.01)
"""What it costs to end in each part of the page: a page has an article."""
