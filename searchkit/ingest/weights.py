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
    State(BEFORE, "navigation",      -2.50, -0.38,  0.42, -0.16,  0.29),
    State(BEFORE, "links",           -2.00,  0.00, -0.19, -1.51,  0.43),
    State(BEFORE, "headline",        -3.00, -2.48, -2.50,  0.02,  0.01),
    State(BEFORE, "section",         -3.00, -2.02, -0.77,  0.01,  0.00),
    State(BEFORE, "dateline",        -3.50, -2.51, -1.50,  0.00,  0.00),
    State(BEFORE, "byline",          -3.50, -2.49, -1.24, -0.04,  0.62),
    State(BEFORE, "caption",         -2.00, -1.51, -2.01,  0.00,  0.00),
    State(BEFORE, "reading-time",    -4.00, -3.00, -2.51, -0.01,  0.00),
    State(BEFORE, "meta",            -4.00, -2.49, -2.01,  0.00,  0.00),
    State(BEFORE, "source",          -4.00, -2.50, -2.01, -0.01,  0.00),
    State(BEFORE, "recommendation",  -4.00, -2.50, -2.01, -0.01,  0.00),
    State(HEAD, "headline",          -2.01, -2.49, -2.52,  0.00, -0.01),
    State(HEAD, "body",               1.21,  0.46, -0.46, -0.05,  0.09),
    State(HEAD, "navigation",        -2.52, -0.91,  0.03, -0.03,  0.13),
    State(HEAD, "links",             -2.50, -0.51, -0.51, -2.02,  0.40),
    State(HEAD, "section",           -3.00, -2.01, -0.62, -0.03,  0.00),
    State(HEAD, "dateline",          -3.50, -2.49, -0.99,  0.02,  0.00),
    State(HEAD, "byline",            -3.50, -1.99, -0.51, -0.02,  0.41),
    State(HEAD, "caption",           -0.98, -1.19, -1.48,  0.07,  0.01),
    State(HEAD, "reading-time",      -4.00, -3.00, -2.49,  0.00,  0.00),
    State(HEAD, "meta",              -4.00, -2.50, -2.00,  0.00,  0.00),
    State(HEAD, "source",            -4.00, -2.51, -1.97,  0.02,  0.00),
    State(HEAD, "recommendation",    -4.00, -2.50, -2.00, -0.02,  0.00),
    State(ARTICLE, "body",            3.05,  0.24,  0.30,  0.03,  0.40),
    State(ARTICLE, "headline",       -3.00, -2.50, -2.51, -1.01,  0.00),
    State(ARTICLE, "navigation",     -2.99, -1.48, -0.71, -0.90,  0.23),
    State(ARTICLE, "caption",        -0.99, -1.49, -1.49, -0.32,  0.02),
    State(ARTICLE, "recommendation", -2.01, -0.42, -1.17, -1.02,  0.78),
    State(ARTICLE, "dateline",       -3.50, -2.51, -1.52, -0.50,  0.00),
    State(ARTICLE, "byline",         -3.50, -2.51, -1.52, -0.53,  0.32),
    State(ARTICLE, "source",         -4.00, -2.50, -2.01, -0.52,  0.00),
    State(ARTICLE, "reading-time",   -4.00, -3.00, -2.52, -0.01,  0.00),
    State(ARTICLE, "meta",           -4.00, -2.50, -2.02, -0.51,  0.00),
    State(TAIL, "navigation",        -1.84, -0.89,  0.18, -0.12,  0.42),
    State(TAIL, "links",             -2.40,  0.46, -0.21, -1.34,  0.64),
    State(TAIL, "section",           -3.00, -1.53, -0.72, -0.80,  0.23),
    State(TAIL, "byline",            -2.50, -1.49, -0.79, -0.31,  0.40),
    State(TAIL, "dateline",          -3.49, -2.50, -1.50, -0.29,  0.00),
    State(TAIL, "source",            -4.00, -2.50, -1.99,  0.04,  0.00),
    State(TAIL, "caption",           -2.50, -2.01, -2.01, -0.30,  0.00),
    State(TAIL, "recommendation",    -2.50, -0.61, -1.19, -0.64,  0.39),
    State(TAIL, "reading-time",      -4.00, -3.01, -2.51,  0.00,  0.00),
    State(TAIL, "meta",              -4.00, -2.51, -2.01,  0.00,  0.00),
)  # fmt: skip
"""The score table: what a line adds to the way through each state, before its cues."""

MOVES = {(BEFORE, HEAD): 0.00, (BEFORE, ARTICLE): -0.99, (BEFORE, TAIL): -4.00, (HEAD, ARTICLE): -0.01, (HEAD, TAIL): -2.00, (ARTICLE, TAIL): -0.60}  # fmt: skip
"""What it costs to go on to another part of the page; there is no way back."""

MARKS: dict[str, dict[Key, float]] = {
    "a line": {
        "byline": 0.10, "caption": -0.10, "dateline": 0.32, "headline": 0.15, "links": 0.23, "meta": -0.13,
        "navigation": -0.14, "reading-time": -0.22, "recommendation": -0.12, "section": -0.35, "source": -0.11,
        BEFORE: -0.16,
    },
    "above the text": {
        "body": -0.17, "byline": 0.19, "caption": 0.14, "dateline": 0.16, "navigation": 0.10, "recommendation": -0.24,
        "section": -0.14, BEFORE: -0.16, HEAD: 0.16, TAIL: 0.36,
    },
    "above the title": {
        "body": 0.11, "navigation": -0.28, (BEFORE, "section"): 2.44, ARTICLE: 0.11, BEFORE: -0.11,
    },
    "agency": {
        "body": -0.11, "navigation": -0.15, (ARTICLE, "source"): 1.01, (HEAD, "byline"): 0.41, (HEAD, "caption"): 1.83,
        (HEAD, "source"): 3.84, (TAIL, "source"): 2.11,
    },
    "agency letters": {
        "body": -1.01, "source": 4.55,
    },
    "alone": {
        "body": 0.25, "caption": -0.13, "dateline": -0.16, "links": -0.22, "navigation": -0.28, "reading-time": -0.11,
        "recommendation": -0.18, "section": -0.13, ARTICLE: 0.18, HEAD: -0.13, TAIL: -0.19,
    },
    "among sentences": {
        "body": 0.11, "caption": -0.10, "headline": -0.13, "links": -0.12, "meta": -0.15, "reading-time": -0.19,
        TAIL: 0.12,
    },
    "among short lines": {
        "body": 0.21, "byline": -0.10, "caption": -0.20, "dateline": -0.22, "links": -0.32, "navigation": 0.30,
        "recommendation": -0.17, ARTICLE: 0.21, BEFORE: -0.19,
    },
    "archive": {
        "body": -1.00, "meta": 3.08, "navigation": 1.42,
    },
    "before the title": {
        "body": 0.38, "caption": -0.21, "dateline": -0.19, "recommendation": -0.13, "section": 0.21, "source": -0.19,
        ARTICLE: -8.62, BEFORE: -0.38, HEAD: -8.98, TAIL: -9.00,
    },
    "behind the text": {
        "body": 0.11, "byline": -0.29, "caption": -0.23, "dateline": -0.20, "links": 0.23, "meta": -0.16,
        "navigation": 0.10, "reading-time": -0.16, "recommendation": -0.22, "section": 0.20,
    },
    "below contact": {
        "body": -0.17, "byline": 2.29, "navigation": -0.28, (ARTICLE, "byline"): 1.75, (TAIL, "byline"): 1.74,
        ARTICLE: -0.18, TAIL: 0.18,
    },
    "below recommendation": {
        "body": -0.33, "recommendation": 1.67, (TAIL, "links"): 0.59, ARTICLE: 0.10, TAIL: -0.10,
    },
    "below tags": {
        "navigation": -1.61, "section": 2.53,
    },
    "brackets alone": {
        "body": -0.54, "byline": 0.35, (ARTICLE, "source"): 0.81, (TAIL, "source"): 0.90,
    },
    "breadcrumb": {
        "body": -2.00, "navigation": 2.82, (BEFORE, "section"): 3.70, (HEAD, "section"): 4.00,
    },
    "button words": {
        "body": -0.64, "byline": -0.11, "links": 0.19, "navigation": 1.66, "reading-time": 0.30,
    },
    "byline": {
        "body": -1.83, "byline": 4.77, "caption": 0.48, "navigation": 0.14, (ARTICLE, "byline"): 3.44,
        (TAIL, "links"): 1.21,
    },
    "byline word": {
        "body": -0.88, "byline": 3.04, "navigation": -0.15, (ARTICLE, "byline"): 1.54, (TAIL, "navigation"): 0.80,
    },
    "captcha": {
        "body": -5.00, "navigation": 6.00,
    },
    "caption": {
        "body": -3.03, "byline": 0.12, "caption": 5.94, (TAIL, "caption"): 4.49, (TAIL, "links"): 1.50, ARTICLE: -0.13,
    },
    "case number": {
        "meta": 5.66, (ARTICLE, "meta"): 1.00, (HEAD, "body"): -1.01, (TAIL, "meta"): 1.00,
    },
    "colon": {
        "body": 0.82, "byline": 0.10, "links": -0.20, ARTICLE: 0.13,
    },
    "colon above": {
        "body": 0.20, "links": -0.21, "recommendation": 0.11, ARTICLE: 0.14, TAIL: -0.10,
    },
    "colon below": {
        "body": 0.19, "links": -0.13, ARTICLE: 0.17, TAIL: -0.10,
    },
    "comments": {
        "body": -0.50, "navigation": 1.49,
    },
    "contact": {
        "body": -0.28, "links": -0.21, "navigation": -0.18, (ARTICLE, "byline"): 1.94, (BEFORE, "byline"): 1.67,
        (HEAD, "body"): -1.00, (HEAD, "byline"): 2.89, (TAIL, "byline"): 1.71, (TAIL, "navigation"): 1.46, ARTICLE: -0.16,
        TAIL: 0.16,
    },
    "contact label": {
        "body": -0.85, "byline": 4.00, (ARTICLE, "byline"): 2.99, (TAIL, "byline"): 2.97,
    },
    "contact word": {
        "body": -0.80, (ARTICLE, "byline"): 3.00, (BEFORE, "byline"): 2.00, (BEFORE, "navigation"): 1.80,
        (HEAD, "byline"): 3.80, (TAIL, "byline"): 2.00, (TAIL, "navigation"): 1.80,
    },
    "count": {
        "body": -2.50, "navigation": 3.27, "reading-time": 0.23,
    },
    "counted button": {
        "body": -1.48, "navigation": 2.48,
    },
    "credit behind": {
        "body": -1.55, "caption": 4.52,
    },
    "credits": {
        "body": -3.56, "byline": 6.57,
    },
    "dash": {
        (BEFORE, "navigation"): 0.81, (HEAD, "navigation"): 0.51, (TAIL, "navigation"): 0.81,
    },
    "date": {
        "body": 0.12, "byline": -0.12, "navigation": -0.10, "section": -0.11, (ARTICLE, "dateline"): 1.98,
        (BEFORE, "dateline"): 3.55, (BEFORE, "links"): 1.24, (BEFORE, "navigation"): 1.27, (HEAD, "body"): -2.04,
        (HEAD, "dateline"): 4.80, (TAIL, "dateline"): 2.99, (TAIL, "links"): 2.06, BEFORE: -0.16,
    },
    "date above": {
        "byline": 0.24, "links": 0.27, "navigation": -0.31, "reading-time": 0.16, "section": 0.12, BEFORE: -0.15,
        TAIL: 0.16,
    },
    "date above the title": {
        "navigation": -0.15, (BEFORE, "dateline"): 2.20,
    },
    "date and name": {
        "body": 0.17, (ARTICLE, "dateline"): 0.98, (BEFORE, "dateline"): 2.47, (HEAD, "body"): -0.59,
        (HEAD, "dateline"): 3.43, (TAIL, "dateline"): 1.50, (TAIL, "links"): 0.95,
    },
    "date below": {
        "byline": 0.32, "caption": -0.13, "links": 0.27, "meta": 0.12, "navigation": -0.30, "recommendation": -0.15,
        "section": -0.21, "source": 0.33, BEFORE: -0.15, TAIL: 0.10,
    },
    "date in the head": {
        "body": -0.16, "byline": -0.14, "dateline": 0.32, "navigation": -0.23, BEFORE: -0.10, HEAD: 0.11,
    },
    "dated entry": {
        "dateline": -0.98, (TAIL, "links"): 1.49,
    },
    "dateline word": {
        "body": -1.00, (BEFORE, "dateline"): 2.50, (HEAD, "dateline"): 3.64, (TAIL, "dateline"): 2.00,
    },
    "duration": {
        "body": -1.54, "caption": 2.02, "dateline": -3.01, "navigation": 3.00,
    },
    "end mark": {
        "body": -0.71, "navigation": 2.46, ARTICLE: -0.26, TAIL: 0.26,
    },
    "fact": {
        "body": 2.53,
    },
    "few words": {
        "body": 0.27, "byline": -0.13, "dateline": -0.21, "headline": -0.26, "meta": -0.14, "navigation": -0.22,
        "recommendation": -0.18, "section": 0.12, "source": -0.12, ARTICLE: 0.19, BEFORE: -0.21,
    },
    "field": {
        "body": -0.99, "navigation": 2.00,
    },
    "figures": {
        "body": 0.96, "byline": -0.12, "links": 0.11, "navigation": -0.33,
    },
    "first of a block": {
        "body": 0.11, "byline": 0.20, "links": -0.27, "source": 0.11, ARTICLE: 0.17, BEFORE: -0.23, HEAD: -0.19,
    },
    "form": {
        "body": -2.67, "navigation": 4.67, (TAIL, "links"): -0.55,
    },
    "full stop": {
        "body": 0.14, "byline": -0.12, "caption": -0.17, "headline": -0.14, "links": -0.37, "navigation": 0.26,
        "recommendation": -0.16, "section": -0.15, HEAD: -0.11,
    },
    "has a date": {
        (BEFORE, "dateline"): 3.55, (HEAD, "body"): -1.01, (HEAD, "dateline"): 3.52, (TAIL, "dateline"): 1.49,
    },
    "hashtags": {
        "body": -1.00, "section": 4.52,
    },
    "in a block": {
        "caption": -0.14, "headline": -0.17, "links": 0.21, "meta": -0.20, "navigation": -0.20, "recommendation": -0.19,
        "section": 0.33, BEFORE: -0.18, HEAD: 0.22, TAIL: 0.13,
    },
    "in a long run": {
        "body": 0.16, "caption": -0.12, "links": 0.17, "meta": -0.12, "recommendation": -0.22, "section": 0.15,
        "source": -0.12, ARTICLE: 0.23, BEFORE: -0.20,
    },
    "in a run": {
        "body": 0.16, "byline": 0.12, "links": 0.28, "meta": -0.13, "navigation": -0.26, "reading-time": -0.11,
        "recommendation": -0.17, "section": 0.11, TAIL: 0.10,
    },
    "in capitals": {
        "body": -0.19, "byline": -0.10, "dateline": 0.29, "headline": 0.17, "links": -0.19, "navigation": 0.12,
    },
    "in the foot": {
        "body": 0.22, "byline": -0.15, "links": -0.24, "navigation": 0.25, "section": -0.11, ARTICLE: 0.24, TAIL: -0.24,
    },
    "in the text": {
        "body": 0.18, "caption": -0.17, "dateline": -0.12, "headline": -0.20, "links": 0.14, "meta": -0.24,
        "navigation": -0.19, "reading-time": -0.24, "section": 0.12, "source": -0.17, ARTICLE: 0.10, BEFORE: -0.11,
        HEAD: -0.14,
    },
    "initials": {
        "body": -1.01, "byline": 4.09,
    },
    "inside the text": {
        "body": 0.17, "caption": -0.12, "headline": -0.15, "links": -0.17, "meta": -0.20, "navigation": -0.21,
        "reading-time": -0.20, "section": -0.11, "source": -0.14, ARTICLE: 0.12, BEFORE: -0.10, HEAD: -0.15,
    },
    "labelled date": {
        "dateline": 5.71, (ARTICLE, "body"): -1.00, (HEAD, "body"): -3.00, (TAIL, "links"): 1.98,
    },
    "labelled title": {
        "headline": 3.00,
    },
    "last of a block": {
        "dateline": 0.11, "links": -0.18, "navigation": 0.11, "recommendation": 0.17, "section": -0.20, ARTICLE: 0.19,
        BEFORE: -0.17, TAIL: -0.16,
    },
    "like the title": {
        "headline": 4.84,
    },
    "links word": {
        "body": -2.50, "navigation": -0.25, (ARTICLE, "recommendation"): 3.04, (BEFORE, "links"): 1.55,
        (BEFORE, "navigation"): 1.96, (HEAD, "navigation"): 1.49, (TAIL, "links"): 4.26, (TAIL, "recommendation"): 1.00,
    },
    "list above": {
        "body": -0.22, "dateline": -0.11, "links": 0.30, "navigation": -0.30, "recommendation": 0.29, "section": 0.11,
    },
    "list below": {
        "body": -0.14, "byline": -0.11, "section": 0.31, ARTICLE: -0.14, TAIL: 0.19,
    },
    "list item": {
        "body": 1.21,
    },
    "list without a heading": {
        "body": 0.74, "byline": 0.15, "navigation": 0.10, "section": -0.18, "source": 0.31, (TAIL, "links"): -0.92,
    },
    "list word": {
        "body": -3.01, (ARTICLE, "recommendation"): 4.04, (BEFORE, "navigation"): 3.01, (HEAD, "recommendation"): 3.00,
        (TAIL, "links"): 3.50,
    },
    "list words": {
        "body": -0.41, "navigation": -0.18, (ARTICLE, "recommendation"): 0.54, (TAIL, "links"): 1.74, ARTICLE: -0.12,
        TAIL: 0.13,
    },
    "long form": {
        "body": -0.50, "navigation": 3.50,
    },
    "long line": {
        "body": 0.17, "caption": -0.13, "dateline": -0.10, "links": 0.18, "recommendation": -0.16, "section": -0.11,
        BEFORE: -0.10, HEAD: -0.13,
    },
    "menu above": {
        "byline": -0.18, "meta": 0.12, "navigation": 0.24, "reading-time": -0.11, "recommendation": -0.16,
        "section": 0.17, BEFORE: -0.12,
    },
    "menu below": {
        "body": -0.11, "byline": -0.19, "caption": -0.19, "dateline": 0.19, "navigation": 0.26, "recommendation": -0.14,
        "section": 0.15, BEFORE: -0.11, HEAD: 0.15,
    },
    "menu in the head": {
        "byline": -0.12, "navigation": 0.21, "reading-time": 0.14, BEFORE: -0.10, HEAD: 0.14,
    },
    "menu row": {
        "body": -2.47, "navigation": 3.11, "section": 0.18, (TAIL, "links"): -1.53, ARTICLE: -0.14,
    },
    "minutes": {
        "body": -2.00, "navigation": -0.23, "reading-time": 4.73, (TAIL, "links"): 2.00,
    },
    "name": {
        "body": -0.20, "byline": 0.18, "caption": 0.11, "dateline": -0.24, "navigation": 0.11, "recommendation": -0.12,
        "source": 0.15, (HEAD, "byline"): 1.59, (TAIL, "byline"): 0.14, (TAIL, "section"): 0.15, ARTICLE: -0.12,
        TAIL: 0.19,
    },
    "name above": {
        "body": -0.26, "byline": 0.34, "dateline": 0.14, "links": -0.26, "navigation": -0.20, ARTICLE: -0.31, HEAD: 0.10,
        TAIL: 0.29,
    },
    "name below": {
        "body": -0.22, "byline": 0.31, "navigation": -0.19, ARTICLE: -0.18, TAIL: 0.16,
    },
    "name in the head": {
        "byline": 0.18,
    },
    "name of the site": {
        "section": 0.22, (BEFORE, "byline"): -0.96, (BEFORE, "navigation"): 1.75, (HEAD, "navigation"): 0.98,
    },
    "names in brackets behind": {
        "body": -0.19, "caption": 1.36,
    },
    "navigation word": {
        "body": -2.68, "byline": -0.17, "headline": -0.98, "navigation": 3.53, HEAD: 0.15,
    },
    "near the end": {
        "body": -0.16, "byline": -0.10, "navigation": 0.37, "recommendation": -0.10, ARTICLE: -0.22, TAIL: 0.25,
    },
    "near the top": {
        "byline": 0.14, "dateline": -0.15, "links": -0.14, "navigation": 0.30,
    },
    "no text": {
        "body": 0.36, "dateline": -0.15, "navigation": -0.36, ARTICLE: 0.36, BEFORE: -0.32, HEAD: -0.26,
    },
    "number": {
        "navigation": -0.27, "section": -0.19, (ARTICLE, "body"): 0.42, (HEAD, "navigation"): 0.63, (TAIL, "links"): 0.79,
        HEAD: 0.10, TAIL: -0.19,
    },
    "number first": {
        "body": 0.22, "byline": -0.22, "caption": -0.11, "dateline": 0.27, "links": 0.23, "navigation": -0.24,
        "reading-time": 0.28, "recommendation": -0.13, "section": -0.28, ARTICLE: 0.17, BEFORE: -0.15, TAIL: -0.16,
    },
    "one of several dates": {
        (TAIL, "dateline"): -0.97, (TAIL, "links"): 1.46,
    },
    "one word": {
        "caption": -0.13, "dateline": -0.22, "links": -0.11, "meta": -0.15, "navigation": 0.17, "reading-time": -0.16,
        "recommendation": -0.15, "section": 0.33, "source": 0.18, ARTICLE: -0.11, BEFORE: -0.11, HEAD: 0.11, TAIL: 0.18,
    },
    "page numbers": {
        "body": -2.50, "navigation": 3.50,
    },
    "pair": {
        "body": -0.38, "navigation": 0.77, (BEFORE, "section"): 1.98,
    },
    "part of the title": {
        "headline": 3.86,
    },
    "past the text": {
        "byline": 0.13, "caption": -0.22, "links": -0.30, "navigation": 0.29, "recommendation": -0.11, "source": 0.32,
        ARTICLE: -0.14, TAIL: 0.45,
    },
    "person in the head": {
        "body": -0.27, "byline": 0.27, "caption": 0.12, "dateline": -0.11, "section": -0.10, "source": 0.14, HEAD: 0.11,
    },
    "picture above": {
        "byline": -0.10, "dateline": 0.12, "links": -0.14, "navigation": 0.22, ARTICLE: -0.12, HEAD: 0.15, TAIL: 0.13,
    },
    "picture below": {
        "body": -0.19, "caption": 0.24, HEAD: 0.14,
    },
    "picture in the head": {
        "source": 0.18,
    },
    "pictured": {
        "body": -0.23, "caption": 1.95,
    },
    "postal address": {
        (BEFORE, "navigation"): 1.43, (HEAD, "byline"): 0.50, (TAIL, "navigation"): 1.69,
    },
    "quotation": {
        "body": 0.20, "navigation": -0.10, ARTICLE: 0.12, TAIL: -0.10,
    },
    "ranked": {
        "body": 0.30, "navigation": -0.21, "recommendation": -0.11, (TAIL, "links"): 0.95, ARTICLE: 0.23, TAIL: -0.24,
    },
    "reading time": {
        "body": -3.00, "navigation": -0.18, "reading-time": 8.17, (TAIL, "links"): 3.00,
    },
    "recommendation": {
        "body": -4.00, "recommendation": 6.99, (TAIL, "links"): 3.00, (TAIL, "recommendation"): 5.01,
    },
    "recommendation word": {
        "body": -2.53, (ARTICLE, "recommendation"): 4.67, (BEFORE, "navigation"): 2.00, (HEAD, "navigation"): 2.58,
        (HEAD, "recommendation"): 2.00, (TAIL, "links"): 2.76, (TAIL, "recommendation"): 1.50,
    },
    "recurring": {
        "body": -6.91, "byline": 1.37, "caption": 1.25, "dateline": 1.24, "headline": -3.86, "links": 1.80, "meta": 0.86,
        "navigation": 2.80, "reading-time": 1.96, "recommendation": 1.29, "section": 0.15, "source": 1.74,
        (BEFORE, "links"): 1.29, (HEAD, "byline"): 2.36, (HEAD, "dateline"): 2.28, (HEAD, "links"): 0.98,
        (TAIL, "links"): 2.42, BEFORE: -0.10, HEAD: 0.12, TAIL: 0.12,
    },
    "recurring in the text": {
        "body": 2.95, "navigation": 0.29,
    },
    "recurring sentence": {
        "body": -6.98, "byline": 1.49, "caption": 1.50, "dateline": 1.49, "headline": -4.00, "links": 1.80, "meta": 1.00,
        "navigation": 4.64, "reading-time": 2.00, "recommendation": 1.49, "section": 0.30, "source": 1.99,
        (BEFORE, "links"): 1.50, (HEAD, "byline"): 2.50, (HEAD, "dateline"): 2.50, (HEAD, "links"): 1.00,
        (TAIL, "links"): 2.29,
    },
    "repeated": {
        "body": -3.00, (TAIL, "links"): 1.74, (TAIL, "navigation"): 0.27,
    },
    "right below the title": {
        "body": 0.27, "byline": 0.19, "navigation": -0.25, "section": -0.16, ARTICLE: 0.13, BEFORE: -0.11,
    },
    "row": {
        "body": -0.15, "navigation": 0.84, (TAIL, "links"): -1.07,
    },
    "second below the title": {
        "body": -0.16, "caption": 0.30, "dateline": 0.18, "navigation": -0.17, "section": -0.10, "source": 0.11,
        HEAD: 0.10,
    },
    "section above": {
        "links": -0.12, "section": 0.21,
    },
    "section above the title": {
        (BEFORE, "section"): 3.53,
    },
    "section below": {
        "dateline": -0.14, "navigation": 0.30, "section": -0.21,
    },
    "section word": {
        "body": -0.81, (BEFORE, "navigation"): 0.60, (BEFORE, "section"): 1.55, (HEAD, "section"): 1.24,
        (TAIL, "links"): 0.89, (TAIL, "navigation"): 0.53,
    },
    "sentence above": {
        "meta": -0.15, "navigation": 0.11, "reading-time": -0.19, "recommendation": -0.12, "source": 0.24, HEAD: -0.11,
        TAIL: 0.12,
    },
    "sentence below": {
        "body": 0.17, "byline": -0.21, "dateline": -0.20, "links": -0.21, "meta": -0.11, "reading-time": -0.17,
        "section": -0.13, HEAD: -0.10,
    },
    "short above": {
        "body": 0.14, "caption": -0.14, "meta": -0.16, "reading-time": -0.17, "recommendation": -0.13, "section": 0.22,
        "source": -0.20, ARTICLE: 0.14, BEFORE: -0.18,
    },
    "short below": {
        "body": 0.14, "caption": -0.13, "links": -0.32, "meta": -0.14, "navigation": 0.26, "reading-time": -0.19,
        "recommendation": -0.21, "source": -0.17, ARTICLE: 0.14, BEFORE: -0.19,
    },
    "site above": {
        "body": 0.12, "byline": -0.15, "links": -0.16, "navigation": 0.20, ARTICLE: 0.10,
    },
    "site below": {
        ARTICLE: 0.12,
    },
    "site section": {
        "body": -1.22, (ARTICLE, "navigation"): 0.99, (BEFORE, "navigation"): 2.47, (HEAD, "navigation"): 2.00,
        (TAIL, "links"): 1.42, (TAIL, "navigation"): 0.23,
    },
    "site words": {
        "body": -0.51, "navigation": 2.48, (TAIL, "links"): -1.00,
    },
    "small start": {
        "body": 1.05, "byline": 0.33, "links": -0.36, "section": 0.28, ARTICLE: 0.10,
    },
    "some button words": {
        "body": -0.18, "byline": -0.20, "links": -0.30, "navigation": 1.10, "source": 0.10,
    },
    "source": {
        "body": -4.00, "source": 7.94,
    },
    "tags above": {
        "navigation": -0.17, "section": 0.26,
    },
    "tags below": {
        "body": -0.15, "navigation": 0.26,
    },
    "tags word": {
        "body": -3.01, "links": -1.50, "section": 5.56, (BEFORE, "section"): -1.00,
    },
    "the title": {
        "headline": 7.82, "navigation": -0.10, "section": 0.21,
    },
    "ticker": {
        "body": -2.00, "navigation": 5.00,
    },
    "time": {
        "body": -0.27, "dateline": 4.29, (BEFORE, "navigation"): 1.01, (HEAD, "body"): -1.50, (TAIL, "links"): 1.98,
    },
    "title case": {
        "body": 0.19, "byline": 0.30, "headline": -0.24, "links": -0.19, "reading-time": -0.19, "recommendation": -0.19,
        "section": -0.29, ARTICLE: 0.22, BEFORE: -0.24,
    },
    "to the reader": {
        "body": -0.25, "links": -0.38, "navigation": 1.58, ARTICLE: -0.11, TAIL: 0.16,
    },
    "top line": {
        "byline": -0.13, "navigation": 0.27,
    },
    "under a list heading": {
        "byline": -0.27, "dateline": -0.25, "links": 0.30, "meta": -0.14, "navigation": -0.28, "reading-time": -0.16,
        "section": -0.31, "source": -0.14,
    },
    "under comments": {
        (TAIL, "links"): -0.15, (TAIL, "navigation"): 1.15,
    },
    "under tags": {
        "body": -0.12, "byline": -0.21, "navigation": -0.11, "section": 0.27,
    },
    "web address": {
        (BEFORE, "navigation"): 0.50, (TAIL, "navigation"): 0.30,
    },
    "well past the text": {
        "body": 0.24, "byline": -0.23, "caption": -0.20, "dateline": -0.22, "links": 0.23, "meta": -0.17,
        "navigation": -0.22, "reading-time": -0.17, "recommendation": -0.24, "section": 0.29, "source": -0.16,
        ARTICLE: 0.15, TAIL: 0.65,
    },
    "with agencies": {
        "body": -1.05, "source": 4.05,
    },
}  # fmt: skip
"""What a mark of a line adds to a kind of zone, everywhere or (where there is a part beside it) in that part of the page."""

FIRST = (0.01, -0.30, -0.51, -6.00)
"""What it costs to begin in each part of the page."""

LAST = (-5.00, -1.00, 0.00, 0.00)
"""What it costs to end in each part of the page: a page has an article."""
