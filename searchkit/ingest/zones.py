"""Lines of a page -> zones: the labelling of all lines together that fits best.

A page is read as a way through states, one for each line: before the title, in the head, in the article, behind it.
Each state is a kind of zone that fits a line more or less (`STATES`, and the cues of the line), and it costs to go
into another; the way with the best sum is found by dynamic programming (Viterbi), in time proportional to the lines.
So a short line between paragraphs is body, the same line in a run of short ones behind the last sentence is not.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from searchkit.article import Zone
from searchkit.ingest.blocks import discount_teasers, find_text, join_paragraphs
from searchkit.ingest.cues import Look
from searchkit.ingest.titles import Title, title_likeness
from searchkit.ingest.weights import (
    ARTICLE,
    COLON,
    FIRST,
    FRAGMENT,
    HEAD,
    LAST,
    LIST_ITEM,
    MARKS,
    MOVES,
    NOISE,
    NOISY_PROSE,
    STATES,
    TAIL,
    TITLE,
    State,
)

Label = tuple[str, str]
"""The kind of zone that one line belongs to, and the reason."""

_OF_KIND = {kind: tuple(n for n, state in enumerate(STATES) if state.kind == kind) for kind in {s.kind for s in STATES}}
_OF_PART = [tuple(n for n, state in enumerate(STATES) if state.part == part) for part in range(4)]
_SHORT = [state.short for state in STATES]
_HEADLINE = [state.headline for state in STATES]
_PROSE = [state.prose for state in STATES]
_ENTER = [(state.part, state.enter) for state in STATES]
_PARTS = [state.part for state in STATES]
_STAY = [state.stay for state in STATES]
_NEVER = -1e9
_CONTACT_LINES = 6
"""Lines below the label of a contact that can name whom to reach."""


def _by_state(weights: Mapping[str | tuple[int, str], float]) -> tuple[tuple[int, float], ...]:
    """Return what a row of weights adds to each state: what it says of a part goes before what it says of all."""
    found = []
    for n, state in enumerate(STATES):
        weight = weights.get((state.part, state.kind), weights.get(state.kind, 0.0))
        if weight:
            found.append((n, weight))
    return tuple(found)


_MARKS = {mark: _by_state(weights) for mark, weights in MARKS.items()}
_NOISE = _by_state(NOISE)

_OWN_WORDS = {
    "links": {"links word"}, "recommendation": {"recommendation", "recommendation word", "links word"},
}  # fmt: skip
_REASONS = {
    "headline": "repeats the title", "section": "stands like the name of a section", "dateline": "stands with the date",
    "byline": "stands with the names of who wrote or issued it", "caption": "stands with a picture",
    "recommendation": "follows a recommendation", "links": "in a list of other articles",
    "navigation": "stands between menus and buttons", "source": "stands with the outlet", "meta": "describes the page",
    "reading-time": "stands with the minutes to read",
}  # fmt: skip


def label(
    texts: Sequence[str], title: Title | None, looks: Sequence[Look | None], recurring: Sequence[str | None],
    fixed: dict[int, Label],
) -> list[Label]:  # fmt: skip
    """Return the label of every line.

    `looks` has what `look_at` returns, `recurring` the reason why a line is known to be boilerplate, and `fixed` labels
    that are certain.
    """
    numbers = [n for n, look in enumerate(looks) if look is not None and n not in fixed]
    likeness = title_likeness(looks, title)
    first_title = title.lines[0] if title else -1
    text = find_text(looks, [reason is not None for reason in recurring])
    beside = _repeated(looks, text) | _below_headings(looks) | _around_title(looks, title, recurring)
    scores = (
        _scores(look, likeness.get(n, 0.0), recurring[n] is not None, n < first_title, beside.get(n))
        for n in numbers
        if (look := looks[n]) is not None
    )
    states = _best_way(scores)
    labels: list[Label] = [fixed.get(n, ("blank", "empty line")) for n in range(len(texts))]
    for n, state in zip(numbers, states, strict=True):
        look = looks[n]
        if look is not None:
            labels[n] = (STATES[state].kind, _reason(look, STATES[state], recurring[n], n in likeness, text))
    return labels


def look_at(texts: Sequence[str], recurring: Sequence[str | None]) -> list[Look | None]:
    """Return what every line looks like, beside its neighbours; None for a line with nothing visible."""
    looks = [
        Look.at(stripped) if (stripped := text.strip().strip("\u200b\ufeff\u200e\u200f\xad")) else None
        for text in texts
    ]
    join_paragraphs(looks)
    discount_teasers(looks, find_text(looks, [reason is not None for reason in recurring]))
    return looks


def _around_title(looks: Sequence[Look | None], title: Title | None, recurring: Sequence[str | None]) -> dict[int, str]:
    """Return the marks of lines that they have from their place beside the title.

    A short line or two right above it name its section, if no more of a menu stands there; a date above it is its own.
    """
    found: dict[int, str] = {}
    if title is None:
        return found
    above = [n for n in range(max(0, title.lines[0] - 6), title.lines[0]) if looks[n] is not None][-4:]
    short: list[int] = []
    for n in reversed(above):
        look = looks[n]
        if (
            look is None
            or look.words > 5
            or recurring[n]
            or look.terminal
            or _is_of_page(look)
            or (short and n + 1 < min(short))
        ):
            break
        if not look.marks <= {"section word", "name", "breadcrumb", "agency"}:
            break
        short.append(n)
    if len(short) <= 2:
        found.update(dict.fromkeys(short, "above the title"))
    for n in above[-2:]:
        look = looks[n]
        if look and look.has("date", "labelled date", "date and name"):
            found[n] = "date above the title"
    return found


def _repeated(looks: Sequence[Look | None], text: int | None) -> dict[int, str]:
    """Return the marks that lines below the text have from others: several dates, and what stands there twice."""
    if text is None:
        return {}
    dates = [n for n, look in enumerate(looks) if n > text and look and "date" in look.marks]
    found = dict.fromkeys(dates, "one of several dates") if len(dates) > 1 else {}
    start = next((n for n, look in enumerate(looks) if n > text and look and "links word" in look.marks), len(looks))
    counts = Counter(look.text for look in looks if look and look.words >= 4) if start < len(looks) else Counter()
    found.update((n, "repeated") for n, look in enumerate(looks) if n > start and look and counts[look.text] > 1)
    return found


def _below_headings(looks: Sequence[Look | None]) -> dict[int, str]:
    """Return the marks of lines right below a heading: recommended articles, topics."""
    has_gaps = any(look is None for look in looks)
    found: dict[int, str] = {}
    mark, room = None, 0
    for n, look in enumerate(looks):
        if look is None:
            mark = None
        elif look.has("recommendation word") and look.words <= 4:
            mark = "below recommendation"
        elif look.has("tags word") and look.words <= 6:
            mark = "below tags"
        elif "contact label" in look.marks:
            mark, room = "below contact", _CONTACT_LINES
        elif mark and look.prose < 0.5 and _can_be_below(look, mark):
            found[n] = mark
            room -= 1
            if mark == "below contact":
                mark = mark if room else None
                continue
            mark = mark if has_gaps or mark == "below tags" else None
        else:
            mark = None
    return found


def _can_be_below(look: Look, mark: str) -> bool:
    marks = look.marks
    if mark == "below contact":
        return look.words <= 9 and marks <= {"name", "contact", "web address", "byline word", "byline", "number"}
    if mark == "below tags":
        return (look.words <= 5 or bool(marks & {"row", "menu row"})) and marks <= {
            "name",
            "section word",
            "agency",
            "row",
            "menu row",
        }
    return marks <= {"name", "section word", "agency"}


def _is_of_page(look: Look) -> bool:
    return any(MARKS[mark].get("navigation", 0.0) >= 2.0 or "links" in mark for mark in look.marks)


def _scores(look: Look, likeness: float, recurs: bool, is_before_title: bool, beside: str | None) -> list[float]:
    """Return how well a line fits every state."""
    prose = look.prose * (1.2 if look.words >= 40 else 1.0)
    base = _HEADLINE if look.words >= 5 else _SHORT
    if prose:
        rest = 1.0 - min(1.0, prose)
        scores = [prose * p + rest * b for p, b in zip(_PROSE, base, strict=True)]
    else:
        scores = list(base)
    bonus = (
        FRAGMENT * look.fragment + COLON * look.colon + LIST_ITEM * (look.text[0] in "•*-–—·▪■●◦‣∙" and look.words > 2)
    )
    for n in _OF_KIND["body"]:
        scores[n] += bonus
    for mark in [*look.marks, beside] if beside else look.marks:
        for n, weight in _MARKS[mark]:
            scores[n] += weight
    if recurs:
        for n, weight in _NOISE:
            scores[n] += weight
        for n in _OF_KIND["navigation"]:
            scores[n] += NOISY_PROSE * (look.terminal and look.words >= 8)
    if likeness:
        for n in _OF_KIND["headline"]:
            scores[n] += TITLE * likeness
    if is_before_title:
        for part in (HEAD, ARTICLE, TAIL):
            for n in _OF_PART[part]:
                scores[n] += _NEVER
    return scores


def _best_way(scores: Iterable[Sequence[float]]) -> list[int]:
    """Return the state of every line on the way with the best sum."""
    ways: list[bytes] = []
    sums: list[float] = []
    for line in scores:
        arrivals = _arrivals(sums)
        entered = [arrivals[part][0] + cost for part, cost in _ENTER]
        stayed = [total + gain for total, gain in zip(sums, _STAY, strict=True)] if sums else [_NEVER] * len(STATES)
        origins = [origin for _, origin in arrivals]
        steps = zip(range(len(STATES)), stayed, entered, _PARTS, strict=True)
        ways.append(bytes([n if stay >= enter else origins[part] for n, stay, enter, part in steps]))
        sums = [(stay if stay >= enter else enter) + score
                for stay, enter, score in zip(stayed, entered, line, strict=True)]  # fmt: skip
    return _walked(ways, sums)


def _arrivals(sums: Sequence[float]) -> list[tuple[float, int]]:
    """Return, for each part of the page, the best sum with which it is arrived at or gone on with, and from where."""
    if not sums:
        return [(cost, 0) for cost in FIRST]
    tops = []
    for states in _OF_PART:
        here = sums[states[0] : states[-1] + 1]
        most = max(here)
        tops.append((most, states[0] + here.index(most)))
    arrivals = [tops[0]]
    for part in range(1, 4):
        best = tops[part]
        for origin in range(part):
            total = tops[origin][0] + MOVES[origin, part]
            if total > best[0]:
                best = total, tops[origin][1]
        arrivals.append(best)
    return arrivals


def _walked(ways: Sequence[bytes], sums: Sequence[float]) -> list[int]:
    if not ways:
        return []
    state = max(range(len(sums)), key=lambda n: sums[n] + LAST[STATES[n].part])
    states = [state]
    for way in reversed(ways[1:]):
        state = way[state]
        states.append(state)
    return states[::-1]


def _reason(look: Look, state: State, recurs: str | None, is_title: bool, text: int | None) -> str:
    if state.kind == "headline" and is_title:
        return "the title"
    own = _OWN_WORDS.get(state.kind, set())
    for mark, reason in look.cues:
        weights = MARKS[mark]
        if mark in own or (
            max(weights.get(state.kind, 0.0), weights.get((state.part, state.kind), 0.0)) >= 2.0
            and state.kind not in ("links", "recommendation")
        ):
            return reason
    if recurs:
        return recurs
    if state.kind == "body":
        if state.part == HEAD:
            return "text below the title"
        return "text" if look.prose >= 0.5 or look.terminal else "between lines of the text"
    return _REASONS[state.kind]


def runs(labels: Iterable[Label]) -> tuple[Zone, ...]:
    """Return the zones of consecutive lines with one label; the first label is that of line 1.

    >>> runs([("headline", "first line"), ("body", "text"), ("body", "text")])[1]
    Zone(kind='body', first=2, last=3, reason='text')
    """
    zones, line = [], 1
    for (kind, reason), group in groupby(labels):
        length = sum(1 for _ in group)
        zones.append(Zone(kind, line, line + length - 1, reason))
        line += length
    return tuple(zones)


def body_text(lines: Sequence[str], zones: Iterable[Zone]) -> str:
    """Return the lines of the body with the empty lines between them, and without white space around it."""
    kept = (lines[zone.first - 1 : zone.last] for zone in zones if zone.kind in ("body", "blank"))
    return "\n".join("\n".join(run) for run in kept).strip()
