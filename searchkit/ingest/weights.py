"""THE weights by which lines of a page are labelled: the states of a page, and what every mark of a line counts for.

All numbers are on one scale: a full sentence adds 3 to the body of an article. They were set by hand and measured on
labelled pages (`python -m tests.labels`).
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
    #     part     kind               prose  headline short  enter  stay
    State(BEFORE, "navigation",       -2.5,  -0.4,   0.5,   0.0,   0.2),
    State(BEFORE, "links",            -2.0,   0.0,  -0.2,  -1.5,   0.4),
    State(BEFORE, "headline",         -3.0,  -2.5,  -2.5),
    State(BEFORE, "section",          -3.0,  -2.0,  -0.8),
    State(BEFORE, "dateline",         -3.5,  -2.5,  -1.5),
    State(BEFORE, "byline",           -3.5,  -2.5,  -1.2,   0.0,   0.6),
    State(BEFORE, "caption",          -2.0,  -1.5,  -2.0),
    State(BEFORE, "reading-time",     -4.0,  -3.0,  -2.5),
    State(BEFORE, "meta",             -4.0,  -2.5,  -2.0),
    State(BEFORE, "source",           -4.0,  -2.5,  -2.0),
    State(BEFORE, "recommendation",   -4.0,  -2.5,  -2.0),
    State(HEAD,   "headline",         -2.0,  -2.5,  -2.5),
    State(HEAD,   "body",              1.2,   0.5,  -0.4,   0.0,   0.1),
    State(HEAD,   "navigation",       -2.5,  -0.9,   0.0,   0.0,   0.1),
    State(HEAD,   "links",            -2.5,  -0.5,  -0.5,  -2.0,   0.4),
    State(HEAD,   "section",          -3.0,  -2.0,  -0.6),
    State(HEAD,   "dateline",         -3.5,  -2.5,  -1.0),
    State(HEAD,   "byline",           -3.5,  -2.0,  -0.5,   0.0,   0.4),
    State(HEAD,   "caption",          -1.0,  -1.2,  -1.5),
    State(HEAD,   "reading-time",     -4.0,  -3.0,  -2.5),
    State(HEAD,   "meta",             -4.0,  -2.5,  -2.0),
    State(HEAD,   "source",           -4.0,  -2.5,  -2.0),
    State(HEAD,   "recommendation",   -4.0,  -2.5,  -2.0),
    State(ARTICLE, "body",             3.0,   0.2,   0.1,   0.0,   0.2),
    State(ARTICLE, "headline",        -3.0,  -2.5,  -2.5,  -1.0),
    State(ARTICLE, "navigation",      -3.0,  -1.5,  -0.6,  -0.8,   0.2),
    State(ARTICLE, "caption",         -1.0,  -1.5,  -1.5,  -0.3),
    State(ARTICLE, "recommendation",  -2.0,  -0.5,  -1.2,  -1.0,   0.7),
    State(ARTICLE, "dateline",        -3.5,  -2.5,  -1.5,  -0.5),
    State(ARTICLE, "byline",          -3.5,  -2.5,  -1.5,  -0.5,   0.3),
    State(ARTICLE, "source",          -4.0,  -2.5,  -2.0,  -0.5),
    State(ARTICLE, "reading-time",    -4.0,  -3.0,  -2.5),
    State(ARTICLE, "meta",            -4.0,  -2.5,  -2.0,  -0.5),
    State(TAIL,   "navigation",       -1.9,  -0.8,   0.1,   0.0,   0.25),
    State(TAIL,   "links",            -2.4,   0.3,  -0.2,  -1.1,   0.4),
    State(TAIL,   "section",          -3.0,  -1.5,  -0.8,  -0.8,   0.2),
    State(TAIL,   "byline",           -2.5,  -1.5,  -0.8,  -0.3,   0.4),
    State(TAIL,   "dateline",         -3.5,  -2.5,  -1.5,  -0.3),
    State(TAIL,   "source",           -4.0,  -2.5,  -2.0),
    State(TAIL,   "caption",          -2.5,  -2.0,  -2.0,  -0.3),
    State(TAIL,   "recommendation",   -2.5,  -0.6,  -1.2,  -0.6,   0.4),
    State(TAIL,   "reading-time",     -4.0,  -3.0,  -2.5),
    State(TAIL,   "meta",             -4.0,  -2.5,  -2.0),
)  # fmt: skip
"""The score table: what a line adds to the way through each state, before its cues."""

MOVES = {(BEFORE, HEAD): 0.0, (BEFORE, ARTICLE): -1.0, (BEFORE, TAIL): -4.0, (HEAD, ARTICLE): 0.0, (HEAD, TAIL): -2.0,
         (ARTICLE, TAIL): -0.6}  # fmt: skip
"""What it costs to go on to another part of the page; there is no way back."""

MARKS: dict[str, dict[Key, float]] = {
    "navigation word": {"navigation": 3.2, "body": -2.5, "headline": -1.0},
    "menu row": {"navigation": 3.2, (TAIL, "links"): -1.5, "body": -2.5},
    "breadcrumb": {(BEFORE, "section"): 4.0, (HEAD, "section"): 4.0, "navigation": 2.5, "body": -2.0},
    "row": {"navigation": 0.8, (TAIL, "links"): -1.0, "body": -0.4},
    "section word": {(BEFORE, "section"): 1.2, (HEAD, "section"): 1.2, (BEFORE, "navigation"): 0.8,
                     (TAIL, "navigation"): 0.5, (TAIL, "links"): 1.0, "body": -0.8},
    "site section": {(BEFORE, "navigation"): 2.5, (HEAD, "navigation"): 2.0, (ARTICLE, "navigation"): 1.0,
                     (TAIL, "navigation"): 0.4, (TAIL, "links"): 1.2, "body": -1.2},
    "tags word": {"section": 5.5, (BEFORE, "section"): -1.0, "body": -3.0, "links": -1.5},
    "links word": {(TAIL, "links"): 4.0, (BEFORE, "links"): 1.5, (BEFORE, "navigation"): 2.0, (HEAD, "navigation"): 1.5,
                   (ARTICLE, "recommendation"): 3.0, (TAIL, "recommendation"): 1.0, "body": -2.5},
    "recommendation word": {(ARTICLE, "recommendation"): 4.5, (TAIL, "recommendation"): 1.5, (TAIL, "links"): 2.8,
                            (HEAD, "navigation"): 2.5, (HEAD, "recommendation"): 2.0, (BEFORE, "navigation"): 2.0, "body": -2.5},
    "recommendation": {"recommendation": 7.0, (TAIL, "recommendation"): 5.0, (TAIL, "links"): 3.0, "body": -4.0},
    "byline word": {"byline": 2.8, (ARTICLE, "byline"): 1.5, "body": -0.8, (TAIL, "navigation"): 0.8},
    "byline": {"byline": 5.0, (ARTICLE, "byline"): 3.5, (TAIL, "links"): 1.0, "body": -1.8, "caption": 0.5},
    "credits": {"byline": 6.5, "body": -3.5},
    "name": {(HEAD, "byline"): 1.3, (TAIL, "byline"): 0.3, (TAIL, "section"): 0.1},
    "contact": {(HEAD, "byline"): 2.8, (TAIL, "byline"): 1.6, (TAIL, "navigation"): 1.2, (BEFORE, "byline"): 1.5, (HEAD, "body"): -1.0,
                (ARTICLE, "byline"): 1.8},
    "contact label": {"byline": 4.0, (ARTICLE, "byline"): 3.0, (TAIL, "byline"): 3.0, "body": -0.8},
    "below contact": {"byline": 2.0, (ARTICLE, "byline"): 1.8, (TAIL, "byline"): 1.5},
    "contact word": {(HEAD, "byline"): 3.8, (BEFORE, "byline"): 2.0, (BEFORE, "navigation"): 1.8, (ARTICLE, "byline"): 3.0,
                     (TAIL, "byline"): 2.0, (TAIL, "navigation"): 1.8, "body": -0.8},
    "list word": {(ARTICLE, "recommendation"): 4.0, (HEAD, "recommendation"): 3.0, (TAIL, "links"): 3.5, (BEFORE, "navigation"): 3.0, "body": -3.0},
    "dateline word": {(BEFORE, "dateline"): 2.5, (HEAD, "dateline"): 3.5, (TAIL, "dateline"): 2.0, "body": -1.0},
    "date": {(BEFORE, "dateline"): 3.5, (HEAD, "dateline"): 4.5, (ARTICLE, "dateline"): 2.0, (TAIL, "dateline"): 3.0,
             (TAIL, "links"): 2.0, (BEFORE, "navigation"): 1.5, (BEFORE, "links"): 1.0, (HEAD, "body"): -2.0},
    "date and name": {(BEFORE, "dateline"): 2.5, (HEAD, "dateline"): 3.2, (ARTICLE, "dateline"): 1.0, (TAIL, "dateline"): 1.5,
                      (TAIL, "links"): 1.0, (HEAD, "body"): -0.5},
    "labelled date": {"dateline": 5.5, (TAIL, "links"): 2.0, (HEAD, "body"): -3.0, (ARTICLE, "body"): -1.0},
    "above the title": {(BEFORE, "section"): 2.2},
    "date above the title": {(BEFORE, "dateline"): 2.0},
    "below recommendation": {"recommendation": 1.3, (TAIL, "links"): 0.5},
    "below tags": {"section": 2.3, "navigation": -1.5},
    "has a date": {(BEFORE, "dateline"): 3.5, (HEAD, "dateline"): 3.5, (TAIL, "dateline"): 1.5, (HEAD, "body"): -1.0},
    "one of several dates": {(TAIL, "links"): 1.5, (TAIL, "dateline"): -1.0},
    "repeated": {"body": -3.0, (TAIL, "links"): 1.5, (TAIL, "navigation"): 0.5},
    "time": {"dateline": 4.0, (TAIL, "links"): 2.0, (HEAD, "body"): -1.5, (BEFORE, "navigation"): 1.0},
    "reading time": {"reading-time": 8.0, "body": -3.0, (TAIL, "links"): 3.0},
    "minutes": {"reading-time": 3.5, (TAIL, "links"): 2.0},
    "number": {(TAIL, "links"): 0.5, (ARTICLE, "body"): 0.4, (HEAD, "navigation"): 0.3},
    "web address": {(TAIL, "navigation"): 0.3, (BEFORE, "navigation"): 0.5},
    "postal address": {(TAIL, "navigation"): 1.5, (BEFORE, "navigation"): 1.5, (HEAD, "byline"): 0.5},
    "case number": {"meta": 5.5, (ARTICLE, "meta"): 1.0, (TAIL, "meta"): 1.0, (HEAD, "body"): -1.0},
    "captcha": {"navigation": 6.0, "body": -5.0},
    "form": {"navigation": 4.5, "body": -2.5, (TAIL, "links"): -0.5},
    "long form": {"navigation": 3.5, "body": -0.5},
    "field": {"navigation": 2.0, "body": -1.0},
    "count": {"navigation": 3.5, "body": -2.5},
    "page numbers": {"navigation": 3.5, "body": -2.5},
    "dash": {(BEFORE, "navigation"): 0.8, (TAIL, "navigation"): 0.8, (HEAD, "navigation"): 0.5},
    "end mark": {"navigation": 2.2, "body": -0.5},
    "agency letters": {"source": 4.5, "body": -1.0},
    "source": {"source": 8.0, "body": -4.0},
    "caption": {"caption": 6.0, (TAIL, "caption"): 4.5, (TAIL, "links"): 1.5, "body": -3.0},
    "agency": {(HEAD, "caption"): 1.8, (HEAD, "source"): 3.6, (HEAD, "byline"): 0.5, (ARTICLE, "source"): 1.0, (TAIL, "source"): 2.0},
    "recurring": {
    "body": -7.0, "headline": -4.0, "navigation": 2.5, "links": 1.8, (TAIL, "links"): 2.3, (BEFORE, "links"): 1.5, (HEAD, "links"): 1.0,
    "recommendation": 1.5, "byline": 1.5, (HEAD, "byline"): 2.5, "dateline": 1.5, "reading-time": 2.0, "source": 2.0,
    "meta": 1.0, "caption": 1.5, "section": 0.3, (HEAD, "dateline"): 2.5,
    },
    "recurring sentence": {
    "body": -7.0, "headline": -4.0, "navigation": 4.5, "links": 1.8, (TAIL, "links"): 2.3, (BEFORE, "links"): 1.5, (HEAD, "links"): 1.0,
    "recommendation": 1.5, "byline": 1.5, (HEAD, "byline"): 2.5, "dateline": 1.5, "reading-time": 2.0, "source": 2.0,
    "meta": 1.0, "caption": 1.5, "section": 0.3, (HEAD, "dateline"): 2.5,
    },
    "initials": {"byline": 4.0, "body": -1.0},
    "duration": {"navigation": 3.0, "caption": 2.0, "dateline": -3.0, "body": -1.5},
    "ticker": {"navigation": 5.0, "body": -2.0},
    "site words": {"navigation": 2.5, (TAIL, "links"): -1.0, "body": -0.5},
    "pair": {(BEFORE, "section"): 2.0, "navigation": 0.8, "body": -0.4},
    "labelled title": {"headline": 3.0},
    "small start": {"body": 1.0},
    "colon": {"body": 0.6},
    "list item": {"body": 1.0},
    "the title": {"headline": 8.0},
    "like the title": {"headline": 4.8},
    "part of the title": {"headline": 3.8},
    "before the title": {HEAD: -9.0, ARTICLE: -9.0, TAIL: -9.0},
}  # fmt: skip
"""What a mark of a line adds to a kind of zone, everywhere or (where there is a part beside it) in that part of the page."""

FIRST = (0.0, -0.3, -0.5, -6.0)
"""What it costs to begin in each part of the page."""

LAST = (-5.0, -1.0, 0.0, 0.0)
"""What it costs to end in each part of the page: a page has an article."""
