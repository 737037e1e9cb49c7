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
    State(BEFORE, "navigation",      -2.50, -0.41,  0.52, -0.11,  0.35),
    State(BEFORE, "links",           -2.00,  0.02, -0.21, -1.52,  0.43),
    State(BEFORE, "headline",        -2.99, -2.49, -2.50,  0.00,  0.00),
    State(BEFORE, "section",         -3.00, -2.01, -0.79, -0.01,  0.01),
    State(BEFORE, "dateline",        -3.50, -2.50, -1.53, -0.03,  0.00),
    State(BEFORE, "byline",          -3.50, -2.49, -1.24, -0.05,  0.62),
    State(BEFORE, "caption",         -2.00, -1.50, -2.01, -0.03,  0.01),
    State(BEFORE, "reading-time",    -4.00, -3.00, -2.50,  0.00,  0.00),
    State(BEFORE, "meta",            -4.00, -2.50, -1.98,  0.01,  0.01),
    State(BEFORE, "source",          -4.00, -2.51, -2.01, -0.02,  0.00),
    State(BEFORE, "recommendation",  -4.00, -2.50, -2.00, -0.01,  0.00),
    State(HEAD, "headline",          -2.01, -2.50, -2.51,  0.01, -0.01),
    State(HEAD, "body",               1.23,  0.46, -0.49, -0.09,  0.08),
    State(HEAD, "navigation",        -2.52, -0.95,  0.08, -0.04,  0.15),
    State(HEAD, "links",             -2.50, -0.51, -0.50, -2.03,  0.42),
    State(HEAD, "section",           -3.00, -2.01, -0.65, -0.07,  0.00),
    State(HEAD, "dateline",          -3.51, -2.44, -1.00,  0.04,  0.02),
    State(HEAD, "byline",            -3.51, -1.98, -0.49,  0.02,  0.39),
    State(HEAD, "caption",           -1.00, -1.16, -1.48,  0.03,  0.02),
    State(HEAD, "reading-time",      -4.00, -3.00, -2.47,  0.02,  0.00),
    State(HEAD, "meta",              -4.00, -2.51, -2.01, -0.01,  0.00),
    State(HEAD, "source",            -4.00, -2.49, -1.96,  0.03,  0.01),
    State(HEAD, "recommendation",    -4.00, -2.51, -2.01, -0.01,  0.00),
    State(ARTICLE, "body",            3.02,  0.24,  0.29, -0.05,  0.48),
    State(ARTICLE, "headline",       -3.00, -2.51, -2.51, -1.02,  0.00),
    State(ARTICLE, "navigation",     -2.98, -1.51, -0.65, -0.86,  0.22),
    State(ARTICLE, "caption",        -1.02, -1.48, -1.50, -0.36,  0.04),
    State(ARTICLE, "recommendation", -2.00, -0.47, -1.21, -1.04,  0.77),
    State(ARTICLE, "dateline",       -3.50, -2.52, -1.50, -0.52, -0.01),
    State(ARTICLE, "byline",         -3.51, -2.52, -1.52, -0.56,  0.32),
    State(ARTICLE, "source",         -3.99, -2.50, -2.02, -0.52,  0.01),
    State(ARTICLE, "reading-time",   -4.00, -3.01, -2.52, -0.04,  0.00),
    State(ARTICLE, "meta",           -4.00, -2.50, -2.01, -0.52,  0.00),
    State(TAIL, "navigation",        -1.88, -0.75,  0.07, -0.11,  0.38),
    State(TAIL, "links",             -2.41,  0.37, -0.18, -1.32,  0.67),
    State(TAIL, "section",           -3.01, -1.52, -0.73, -0.82,  0.28),
    State(TAIL, "byline",            -2.49, -1.51, -0.79, -0.32,  0.45),
    State(TAIL, "dateline",          -3.50, -2.51, -1.52, -0.33,  0.00),
    State(TAIL, "source",            -4.00, -2.51, -1.99,  0.00,  0.00),
    State(TAIL, "caption",           -2.51, -2.01, -2.01, -0.34,  0.00),
    State(TAIL, "recommendation",    -2.50, -0.62, -1.22, -0.63,  0.40),
    State(TAIL, "reading-time",      -4.00, -3.01, -2.51, -0.02,  0.00),
    State(TAIL, "meta",              -4.00, -2.51, -2.01, -0.03,  0.00),
)  # fmt: skip
"""The score table: what a line adds to the way through each state, before its cues."""

MOVES = {(BEFORE, HEAD): 0.01, (BEFORE, ARTICLE): -1.00, (BEFORE, TAIL): -4.00, (HEAD, ARTICLE): 0.00, (HEAD, TAIL): -2.00, (ARTICLE, TAIL): -0.59}  # fmt: skip
"""What it costs to go on to another part of the page; there is no way back."""

MARKS: dict[str, dict[Key, float]] = {
    "a line": {
        "dateline": 0.32, "links": 0.20, "meta": -0.16, "reading-time": -0.23, "section": -0.47, ARTICLE: 0.16,
        BEFORE: -0.10, TAIL: -0.10,
    },
    "a topic": {
        "body": 0.22, "byline": -0.24, "dateline": -0.18, "links": -0.17, "navigation": -0.50, "recommendation": -0.18,
        (TAIL, "section"): 1.45, ARTICLE: -0.11, TAIL: 0.16,
    },
    "above the text": {
        "body": -0.29, "caption": 0.39, "links": -0.14, "meta": 0.12, "navigation": 0.18, "recommendation": -0.28,
        "section": -0.21, "source": 0.10, BEFORE: -0.15, HEAD: 0.12, TAIL: 0.17,
    },
    "above the title": {
        "navigation": -0.31, (BEFORE, "section"): 2.43,
    },
    "agency": {
        (ARTICLE, "source"): 1.00, (HEAD, "byline"): 0.42, (HEAD, "caption"): 1.86, (HEAD, "source"): 3.72,
        (TAIL, "source"): 2.12,
    },
    "agency letters": {
        "body": -1.01, "source": 4.54,
    },
    "alone": {
        "body": 0.51, "caption": -0.20, "links": -0.35, "navigation": -0.55, "recommendation": -0.23, "section": 0.12,
        ARTICLE: 0.33, TAIL: -0.42,
    },
    "among sentences": {
        "body": -0.12, "caption": 0.14, "headline": -0.12, "links": -0.20, "meta": -0.13, "navigation": 0.28,
        "reading-time": -0.11, "recommendation": 0.36, "source": 0.13, ARTICLE: -0.29, HEAD: 0.23, TAIL: 0.28,
    },
    "among short lines": {
        "body": 0.25, "byline": -0.15, "caption": -0.29, "dateline": -0.14, "links": -0.47, "meta": -0.11,
        "navigation": 0.46, "recommendation": -0.14, "section": -0.20, ARTICLE: 0.35, BEFORE: -0.28, HEAD: -0.13,
        TAIL: 0.12,
    },
    "archive": {
        "body": -1.00, "meta": 3.10, "navigation": 1.41,
    },
    "before the title": {
        "body": 0.54, "byline": -0.27, "caption": -0.17, "dateline": -0.21, "headline": 0.18, "meta": 0.21,
        "navigation": 0.15, "recommendation": -0.12, "source": -0.25, ARTICLE: -8.57, BEFORE: -0.58, HEAD: -8.83,
        TAIL: -9.00,
    },
    "behind the text": {
        "byline": -0.38, "caption": -0.26, "dateline": -0.19, "links": 0.23, "meta": -0.13, "navigation": 0.29,
        "reading-time": -0.10, "recommendation": -0.24, "section": 0.29, "source": 0.14,
    },
    "below contact": {
        "byline": 2.27, "navigation": -0.25, (ARTICLE, "byline"): 1.76, (TAIL, "byline"): 1.68, ARTICLE: -0.11, TAIL: 0.11,
    },
    "below recommendation": {
        "body": -0.25, "recommendation": 1.70, (TAIL, "links"): 0.49, ARTICLE: 0.13, TAIL: -0.11,
    },
    "below tags": {
        "links": -0.10, "navigation": -1.39, "section": 2.37,
    },
    "brackets alone": {
        "body": -0.47, "byline": 0.32, (ARTICLE, "source"): 0.80, (TAIL, "source"): 0.91,
    },
    "breadcrumb": {
        "body": -2.00, "links": 0.11, "navigation": 2.60, (BEFORE, "section"): 3.79, (HEAD, "section"): 4.00,
    },
    "button words": {
        "body": -0.64, "byline": -0.21, "links": 0.11, "navigation": 1.77, "reading-time": 0.24, "recommendation": 0.11,
    },
    "byline": {
        "body": -1.88, "byline": 4.70, "caption": 0.48, "navigation": 0.17, "source": 0.10, (ARTICLE, "byline"): 3.44,
        (TAIL, "links"): 1.23,
    },
    "byline word": {
        "body": -0.91, "byline": 3.15, "navigation": -0.13, (ARTICLE, "byline"): 1.55, (TAIL, "navigation"): 0.76,
    },
    "captcha": {
        "body": -5.00, "navigation": 6.00,
    },
    "caption": {
        "body": -3.03, "byline": 0.15, "caption": 5.79, "navigation": 0.12, (TAIL, "caption"): 4.49,
        (TAIL, "links"): 1.50, ARTICLE: -0.10,
    },
    "case number": {
        "meta": 5.61, (ARTICLE, "meta"): 1.00, (HEAD, "body"): -1.00, (TAIL, "meta"): 1.00,
    },
    "colon": {
        "body": 0.88, "caption": -0.11, "links": -0.15, "section": -0.11, "source": 0.23, ARTICLE: 0.16,
    },
    "colon above": {
        "body": 0.13, "links": -0.20, "navigation": -0.11, "source": 0.24, ARTICLE: 0.18, TAIL: -0.14,
    },
    "colon below": {
        "links": -0.12, "source": 0.29, ARTICLE: 0.20, TAIL: -0.13,
    },
    "comments": {
        "body": -0.46, "navigation": 1.49,
    },
    "contact": {
        "body": -0.30, "links": -0.21, "navigation": -0.13, (ARTICLE, "byline"): 1.91, (BEFORE, "byline"): 1.60,
        (HEAD, "body"): -1.01, (HEAD, "byline"): 2.91, (TAIL, "byline"): 1.74, (TAIL, "navigation"): 1.55, ARTICLE: -0.19,
        TAIL: 0.16,
    },
    "contact label": {
        "body": -0.84, "byline": 4.01, (ARTICLE, "byline"): 3.00, (TAIL, "byline"): 2.98,
    },
    "contact word": {
        "body": -0.80, (ARTICLE, "byline"): 3.00, (BEFORE, "byline"): 2.00, (BEFORE, "navigation"): 1.80,
        (HEAD, "byline"): 3.80, (TAIL, "byline"): 2.00, (TAIL, "navigation"): 1.80,
    },
    "count": {
        "body": -2.50, "navigation": 3.32, "reading-time": 0.18,
    },
    "counted button": {
        "body": -1.37, "navigation": 2.41,
    },
    "credit behind": {
        "body": -1.54, "caption": 4.47,
    },
    "credits": {
        "body": -3.54, "byline": 6.61, ARTICLE: -0.10,
    },
    "dash": {
        (BEFORE, "navigation"): 0.83, (HEAD, "navigation"): 0.50, (TAIL, "navigation"): 0.80,
    },
    "date": {
        "byline": -0.14, (ARTICLE, "dateline"): 1.97, (BEFORE, "dateline"): 3.74, (BEFORE, "links"): 1.06,
        (BEFORE, "navigation"): 1.15, (HEAD, "body"): -2.04, (HEAD, "dateline"): 4.95, (TAIL, "dateline"): 3.08,
        (TAIL, "links"): 1.90, ARTICLE: -0.10, BEFORE: -0.14, HEAD: 0.15,
    },
    "date above": {
        "body": 0.14, "byline": 0.23, "headline": -0.10, "links": 0.17, "navigation": -0.42, "reading-time": 0.18,
        ARTICLE: 0.19, BEFORE: -0.18,
    },
    "date above the title": {
        (BEFORE, "dateline"): 2.06,
    },
    "date and name": {
        "body": 0.15, (ARTICLE, "dateline"): 0.99, (BEFORE, "dateline"): 2.48, (HEAD, "body"): -0.56,
        (HEAD, "dateline"): 3.40, (TAIL, "dateline"): 1.49, (TAIL, "links"): 1.01,
    },
    "date below": {
        "byline": 0.47, "caption": -0.25, "links": 0.15, "navigation": -0.44, "recommendation": -0.13, "source": 0.40,
        ARTICLE: 0.14, BEFORE: -0.20, HEAD: 0.10,
    },
    "date in the head": {
        "body": -0.17, "byline": -0.13, "dateline": 0.49, "navigation": -0.26, HEAD: 0.12,
    },
    "dated entry": {
        "body": 0.13, "dateline": -1.00, (TAIL, "links"): 1.47,
    },
    "dateline word": {
        "body": -1.03, (BEFORE, "dateline"): 2.51, (HEAD, "dateline"): 3.62, (TAIL, "dateline"): 2.00,
    },
    "duration": {
        "body": -1.57, "caption": 2.01, "dateline": -2.97, "navigation": 3.01,
    },
    "end mark": {
        "body": -0.56, "navigation": 2.30,
    },
    "fact": {
        "body": 2.52,
    },
    "few words": {
        "body": 0.46, "byline": -0.21, "caption": -0.10, "dateline": -0.26, "links": 0.16, "meta": -0.17,
        "navigation": -0.18, "recommendation": -0.29, "section": -0.18, "source": -0.12, ARTICLE: 0.20, BEFORE: -0.29,
    },
    "field": {
        "body": -1.00, "navigation": 2.00,
    },
    "figures": {
        "body": 1.14, "byline": -0.13, "dateline": 0.10, "navigation": -0.28, ARTICLE: 0.20, TAIL: -0.13,
    },
    "first of a block": {
        "byline": 0.15, "links": -0.18, "navigation": -0.18, ARTICLE: 0.15, BEFORE: -0.12, HEAD: -0.32, TAIL: 0.26,
    },
    "form": {
        "body": -2.58, "caption": 0.10, "navigation": 4.48, (TAIL, "links"): -0.55,
    },
    "full stop": {
        "body": 0.27, "caption": -0.21, "dateline": -0.13, "links": -0.62, "navigation": 0.56, "recommendation": -0.14,
        "section": -0.20, ARTICLE: 0.17, TAIL: -0.17,
    },
    "has a date": {
        (BEFORE, "dateline"): 3.54, (HEAD, "body"): -1.00, (HEAD, "dateline"): 3.55, (TAIL, "dateline"): 1.49,
    },
    "hashtags": {
        "body": -1.00, "section": 4.50,
    },
    "in a block": {
        "body": -0.11, "links": 0.15, "meta": -0.18, "navigation": 0.20, "recommendation": -0.23, "section": 0.21,
        BEFORE: -0.25, HEAD: 0.21, TAIL: 0.24,
    },
    "in a long run": {
        "body": 0.27, "byline": -0.19, "caption": -0.11, "links": 0.33, "meta": -0.26, "navigation": -0.14,
        "reading-time": -0.13, "recommendation": -0.30, "section": 0.14, ARTICLE: 0.23, BEFORE: -0.24, TAIL: 0.13,
    },
    "in a run": {
        "caption": 0.16, "dateline": -0.10, "links": 0.30, "meta": 0.13, "navigation": -0.12, "recommendation": -0.36,
        ARTICLE: -0.16, HEAD: 0.24,
    },
    "in capitals": {
        "body": -0.26, "caption": -0.15, "dateline": 0.25,
    },
    "in the foot": {
        "body": 0.14, "byline": -0.19, "links": -0.19, "navigation": 0.41, "section": -0.24,
    },
    "in the text": {
        "body": 0.24, "byline": 0.14, "caption": -0.17, "headline": -0.11, "links": 0.12, "meta": -0.35,
        "navigation": -0.24, "reading-time": -0.33, "source": -0.19, BEFORE: -0.10,
    },
    "initials": {
        "body": -1.01, "byline": 4.08,
    },
    "inside the text": {
        "body": 0.18, "headline": -0.12, "links": -0.29, "meta": -0.25, "reading-time": -0.23, "recommendation": 0.21,
        "section": -0.26,
    },
    "labelled date": {
        "dateline": 5.78, (ARTICLE, "body"): -1.03, (HEAD, "body"): -3.00, (TAIL, "links"): 1.94,
    },
    "labelled title": {
        "headline": 3.00,
    },
    "last of a block": {
        "body": -0.22, "byline": 0.15, "caption": 0.35, "navigation": -0.12, "recommendation": 0.17, "section": -0.29,
        ARTICLE: 0.24, BEFORE: -0.11, HEAD: 0.27, TAIL: -0.40,
    },
    "like the title": {
        "headline": 4.85,
    },
    "links word": {
        "body": -2.55, "navigation": -0.17, (ARTICLE, "recommendation"): 3.01, (BEFORE, "links"): 1.58,
        (BEFORE, "navigation"): 1.97, (HEAD, "navigation"): 1.49, (TAIL, "links"): 4.20, (TAIL, "recommendation"): 1.00,
    },
    "list above": {
        "body": -0.28, "byline": -0.12, "dateline": -0.12, "links": 0.42, "navigation": -0.42, "recommendation": 0.26,
        "section": 0.22,
    },
    "list below": {
        "body": -0.16, "byline": -0.13, "links": -0.19, "navigation": 0.21, "section": 0.49, ARTICLE: -0.29, TAIL: 0.27,
    },
    "list in the head": {
        "byline": -0.10, "navigation": 0.18,
    },
    "list item": {
        "body": 1.40, ARTICLE: 0.11, HEAD: -0.11,
    },
    "list without a heading": {
        "body": 0.70, "navigation": 0.11, "section": -0.21, "source": 0.25, (TAIL, "links"): -0.81, ARTICLE: -0.11,
        TAIL: 0.12,
    },
    "list word": {
        "body": -3.01, (ARTICLE, "recommendation"): 4.06, (BEFORE, "navigation"): 3.00, (HEAD, "recommendation"): 3.00,
        (TAIL, "links"): 3.48,
    },
    "list words": {
        "body": -0.43, (ARTICLE, "recommendation"): 0.52, (TAIL, "links"): 1.81, ARTICLE: -0.14,
    },
    "long form": {
        "body": -0.50, "navigation": 3.50,
    },
    "long line": {
        "body": 0.26, "dateline": -0.12, "links": 0.12, "navigation": -0.24, "recommendation": -0.13, "section": -0.15,
    },
    "menu above": {
        "byline": -0.13, "links": -0.10, "navigation": 0.26, "recommendation": -0.11, "section": 0.26, ARTICLE: 0.25,
        TAIL: -0.18,
    },
    "menu below": {
        "body": -0.14, "byline": 0.10, "caption": -0.24, "links": -0.19, "navigation": 0.40, "recommendation": -0.17,
        "section": 0.16, ARTICLE: 0.13, BEFORE: -0.10,
    },
    "menu in the head": {
        "navigation": 0.17, "reading-time": 0.16,
    },
    "menu row": {
        "body": -2.46, "navigation": 3.04, "section": 0.25, (TAIL, "links"): -1.52,
    },
    "minutes": {
        "body": -2.00, "navigation": -0.18, "reading-time": 4.69, (TAIL, "links"): 2.00,
    },
    "name": {
        "body": -0.58, "caption": 0.13, "dateline": -0.31, "links": 0.39, "recommendation": -0.11, (HEAD, "byline"): 1.72,
        (TAIL, "byline"): 0.49, (TAIL, "section"): 0.02, ARTICLE: -0.37, TAIL: 0.38,
    },
    "name above": {
        "body": -0.31, "byline": 0.52, "caption": -0.11, "dateline": 0.11, "navigation": -0.15, "section": -0.11,
        ARTICLE: -0.20, TAIL: 0.25,
    },
    "name below": {
        "body": 0.10, "byline": 0.15, "links": -0.16,
    },
    "name in the head": {
        "byline": 0.25,
    },
    "name of the site": {
        "section": 0.12, (BEFORE, "byline"): -0.98, (BEFORE, "navigation"): 1.93, (HEAD, "navigation"): 1.00,
    },
    "names in brackets behind": {
        "body": -0.17, "caption": 1.40,
    },
    "navigation word": {
        "body": -2.56, "byline": -0.13, "caption": -0.12, "headline": -0.99, "navigation": 3.72, HEAD: 0.10,
    },
    "near the end": {
        "body": -0.11, "byline": 0.11, "links": -0.32, "navigation": 0.58, "section": -0.13, ARTICLE: -0.18, TAIL: 0.19,
    },
    "near the top": {
        "body": -0.10, "links": 0.14, "meta": 0.14, "navigation": 0.22, "section": -0.15,
    },
    "no text": {
        "body": 0.48, "navigation": -0.40, ARTICLE: 0.47, BEFORE: -0.43,
    },
    "no topics": {
        "body": -0.49, "byline": 0.25, "caption": -0.26, "dateline": 0.34, "headline": -0.12, "links": 0.33,
        "meta": -0.12, "section": -0.39, "source": -0.10, (ARTICLE, "body"): -0.02, HEAD: 0.17,
    },
    "number": {
        "dateline": 0.17, "navigation": -0.22, "section": -0.23, (ARTICLE, "body"): 0.17, (HEAD, "navigation"): 0.77,
        (TAIL, "links"): 0.75, TAIL: -0.12,
    },
    "number first": {
        "body": 0.34, "byline": -0.30, "caption": -0.19, "dateline": 0.47, "links": 0.21, "navigation": -0.33,
        "reading-time": 0.27, "recommendation": -0.20, "section": -0.30, "source": -0.11, ARTICLE: 0.18, BEFORE: -0.20,
        HEAD: 0.27, TAIL: -0.26,
    },
    "one of several dates": {
        "navigation": 0.11, (TAIL, "dateline"): -0.99, (TAIL, "links"): 1.35,
    },
    "one word": {
        "body": -0.34, "caption": -0.11, "dateline": -0.19, "links": -0.16, "navigation": 0.15, "reading-time": -0.14,
        "recommendation": -0.18, "section": 0.46, "source": 0.24, ARTICLE: -0.23, HEAD: 0.10, TAIL: 0.24,
    },
    "page numbers": {
        "body": -2.50, "navigation": 3.50,
    },
    "pair": {
        "body": -0.32, "byline": 0.12, "navigation": 0.72, (BEFORE, "section"): 1.99,
    },
    "part of the title": {
        "headline": 3.84,
    },
    "past the text": {
        "byline": 0.31, "caption": -0.21, "links": -0.25, "recommendation": -0.11, "section": 0.35, "source": 0.20,
        ARTICLE: -0.10, TAIL: 0.40,
    },
    "person in the head": {
        "body": -0.27, "byline": 0.35, "caption": 0.14, "source": 0.14,
    },
    "picture above": {
        "byline": -0.14, "links": -0.16, "navigation": 0.24,
    },
    "picture below": {
        "body": -0.31, "caption": 0.43, "section": -0.10, HEAD: 0.10,
    },
    "pictured": {
        "body": -0.16, "caption": 1.85,
    },
    "postal address": {
        (BEFORE, "navigation"): 1.46, (HEAD, "byline"): 0.50, (TAIL, "navigation"): 1.68,
    },
    "quotation": {
        "body": 0.41, "caption": -0.11, "navigation": -0.28, ARTICLE: 0.26, TAIL: -0.23,
    },
    "ranked": {
        "body": 0.36, "navigation": -0.17, (TAIL, "links"): 0.87, ARTICLE: 0.14, TAIL: -0.19,
    },
    "reading time": {
        "body": -3.00, "reading-time": 8.08, (TAIL, "links"): 3.00,
    },
    "recommendation": {
        "body": -4.02, "recommendation": 6.99, (TAIL, "links"): 2.99, (TAIL, "recommendation"): 4.99,
    },
    "recommendation word": {
        "body": -2.49, (ARTICLE, "recommendation"): 4.60, (BEFORE, "navigation"): 2.00, (HEAD, "navigation"): 2.54,
        (HEAD, "recommendation"): 2.00, (TAIL, "links"): 2.78, (TAIL, "recommendation"): 1.50, ARTICLE: 0.10,
    },
    "recurring": {
        "body": -6.94, "byline": 1.44, "caption": 1.34, "dateline": 1.53, "headline": -3.92, "links": 1.80, "meta": 1.00,
        "navigation": 2.77, "reading-time": 2.03, "recommendation": 1.45, "section": 0.55, "source": 1.88,
        (BEFORE, "links"): 1.49, (HEAD, "byline"): 2.38, (HEAD, "dateline"): 2.37, (HEAD, "links"): 0.99,
        (TAIL, "links"): 2.30, ARTICLE: 0.26, HEAD: -0.11, TAIL: -0.11,
    },
    "recurring in the text": {
        "body": 3.00, "dateline": 0.10, ARTICLE: 0.24, HEAD: -0.11,
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
        "body": 0.50, "caption": -0.18, "navigation": -0.31,
    },
    "row": {
        "body": 0.17, "byline": -0.11, "caption": -0.24, "navigation": 0.76, (TAIL, "links"): -0.97, ARTICLE: 0.25,
        HEAD: -0.18,
    },
    "said in a menu": {
        "navigation": -0.57, "source": 0.11, (BEFORE, "section"): 1.35, (HEAD, "section"): 0.82, BEFORE: -0.13,
    },
    "second below the title": {
        "body": -0.26, "byline": 0.22, "navigation": -0.14, "source": 0.14, HEAD: 0.10,
    },
    "section above": {
        "links": 0.10, "navigation": 0.10,
    },
    "section above the title": {
        (BEFORE, "section"): 3.47,
    },
    "section below": {
        "dateline": -0.13, "links": 0.13, "navigation": 0.42, "section": -0.35,
    },
    "section word": {
        "body": -0.81, "section": 0.17, (BEFORE, "navigation"): 0.72, (BEFORE, "section"): 1.47, (HEAD, "section"): 1.23,
        (TAIL, "links"): 0.91, (TAIL, "navigation"): 0.44,
    },
    "sentence above": {
        "body": -0.11, "links": -0.11, "meta": -0.14, "navigation": 0.30, "reading-time": -0.17, "recommendation": 0.12,
        "source": 0.30, ARTICLE: -0.10, TAIL: 0.23,
    },
    "sentence below": {
        "body": 0.24, "byline": -0.25, "caption": 0.18, "dateline": -0.29, "links": -0.18, "meta": -0.10,
        "navigation": 0.25, "reading-time": -0.15, "section": -0.19, "source": -0.11, TAIL: 0.12,
    },
    "short above": {
        "caption": 0.11, "dateline": 0.22, "headline": -0.24, "meta": -0.13, "navigation": 0.20, "reading-time": -0.21,
        "recommendation": -0.18, ARTICLE: 0.10, BEFORE: -0.25, HEAD: 0.11, TAIL: 0.10,
    },
    "short below": {
        "byline": 0.21, "caption": -0.23, "dateline": 0.10, "headline": 0.12, "links": -0.32, "navigation": 0.41,
        "reading-time": -0.14, "recommendation": -0.30, "source": -0.22, ARTICLE: 0.13, BEFORE: -0.23, TAIL: 0.18,
    },
    "site above": {
        "byline": -0.12, "navigation": 0.23,
    },
    "site below": {
        "links": 0.11, "navigation": 0.16, "section": -0.12,
    },
    "site section": {
        "body": -1.21, (ARTICLE, "navigation"): 0.97, (BEFORE, "navigation"): 2.43, (HEAD, "navigation"): 2.01,
        (TAIL, "links"): 1.39, (TAIL, "navigation"): 0.33,
    },
    "site words": {
        "body": -0.50, "navigation": 2.43, (TAIL, "links"): -1.00,
    },
    "small start": {
        "body": 1.19, "byline": 0.28, "dateline": -0.14, "links": -0.50, "section": 0.27, ARTICLE: 0.37, TAIL: -0.37,
    },
    "some button words": {
        "body": -0.39, "byline": -0.43, "links": -0.12, "navigation": 1.30, ARTICLE: -0.15,
    },
    "some topics": {
        "body": -0.24, "byline": 0.21, "dateline": -0.20, "links": 0.27, "recommendation": 0.21, "section": -0.21,
        TAIL: -0.10,
    },
    "source": {
        "body": -4.00, "source": 7.94,
    },
    "tags above": {
        "section": 0.19,
    },
    "tags below": {
        "body": -0.13, "navigation": 0.21, "section": -0.11,
    },
    "tags word": {
        "body": -3.02, "links": -1.52, "navigation": -0.13, "section": 5.65, (BEFORE, "section"): -0.90,
    },
    "the title": {
        "caption": 0.12, "headline": 7.85, "links": 0.12,
    },
    "ticker": {
        "body": -2.00, "navigation": 5.00,
    },
    "time": {
        "body": -0.25, "dateline": 4.48, "navigation": -0.21, (BEFORE, "navigation"): 0.97, (HEAD, "body"): -1.50,
        (TAIL, "links"): 1.98, ARTICLE: 0.19,
    },
    "title case": {
        "body": 0.25, "byline": 0.49, "caption": -0.19, "links": -0.21, "meta": -0.10, "navigation": -0.10,
        "reading-time": -0.12, "recommendation": -0.28, "section": -0.10, "source": 0.19, ARTICLE: 0.22, BEFORE: -0.19,
        HEAD: -0.21, TAIL: 0.16,
    },
    "to the reader": {
        "body": -0.53, "links": -0.48, "navigation": 1.84, ARTICLE: -0.31, TAIL: 0.27,
    },
    "top line": {
        "body": -0.10, "byline": -0.12, "headline": 0.14, "links": -0.11, "meta": 0.14, "navigation": 0.44,
        "section": -0.20,
    },
    "topics": {
        "body": 0.35, "byline": -0.23, "caption": 0.58, "headline": 0.20, "links": -0.57, "navigation": -0.26,
        "recommendation": -0.27, "source": 0.23, ARTICLE: 0.16, HEAD: 0.17, TAIL: -0.26,
    },
    "under a list heading": {
        "body": -0.23, "byline": -0.36, "dateline": -0.36, "links": 0.44, "meta": -0.16, "navigation": -0.32,
        "reading-time": -0.15, "recommendation": 0.12, "section": -0.17, "source": -0.26, HEAD: 0.21, TAIL: -0.23,
    },
    "under comments": {
        "section": 0.18, (TAIL, "links"): 0.08, (TAIL, "navigation"): 0.92,
    },
    "under tags": {
        "body": -0.10, "byline": -0.17, "links": 0.43, ARTICLE: -0.14, TAIL: 0.15,
    },
    "web address": {
        (BEFORE, "navigation"): 0.52, (TAIL, "navigation"): 0.30,
    },
    "well past the text": {
        "byline": -0.28, "caption": -0.14, "dateline": -0.29, "links": 0.32, "meta": -0.18, "navigation": -0.10,
        "reading-time": -0.14, "recommendation": -0.33, "section": 0.30, "source": -0.24, TAIL: 0.77,
    },
    "with agencies": {
        "body": -1.04, "source": 4.05,
    },
}  # fmt: skip
"""What a mark of a line adds to a kind of zone, everywhere or (where there is a part beside it) in that part of the page."""

FIRST = (0.00, -0.31, -0.50, -6.00)
"""What it costs to begin in each part of the page."""

LAST = (-5.00, -1.00, -0.01, 0.01)
"""What it costs to end in each part of the page: a page has an article."""
