"""Lines of a page -> zones: the labelling of all lines together that fits best.

A page is read as a way through states, one for each line: before the title, in the head, in the article, behind it.
Each state is a kind of zone that fits a line more or less (`STATES`, and the cues of the line), and it costs to go
into another; the way with the best sum is found by dynamic programming (Viterbi), in time proportional to the lines.
So a short line between paragraphs is body, the same line in a run of short ones behind the last sentence is not.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from searchkit.article import Zone
from searchkit.ingest.blocks import discount_teasers, find_text, join_paragraphs
from searchkit.ingest.cues import Look
from searchkit.ingest.places import marks_of_places
from searchkit.ingest.titles import Title
from searchkit.ingest.weights import FIRST, HEAD, LAST, MARKS, MOVES, STATES, Key, State

Label = tuple[str, str]
"""The kind of zone that one line belongs to, and the reason."""


class Traits(NamedTuple):
    """All of a line that counts for its label: how much it is prose, whether it has five words, its marks."""

    prose: float
    is_long: bool
    marks: frozenset[str]


_OF_PART = [tuple(n for n, state in enumerate(STATES) if state.part == part) for part in range(4)]
_SHORT = [state.short for state in STATES]
_HEADLINE = [state.headline for state in STATES]
_PROSE = [state.prose for state in STATES]
_ENTER = [(state.part, state.enter) for state in STATES]
_PARTS = [state.part for state in STATES]
_STAY = [state.stay for state in STATES]
_NEVER = -1e9


def by_state(weights: Mapping[Key, float]) -> tuple[tuple[int, float], ...]:
    """Return what a row of weights adds to each state, by its kind, its kind in its part, and its part."""
    found = []
    for n, state in enumerate(STATES):
        weight = weights.get((state.part, state.kind), weights.get(state.kind, 0.0)) + weights.get(state.part, 0.0)
        if weight:
            found.append((n, weight))
    return tuple(found)


_MARKS = {mark: by_state(weights) for mark, weights in MARKS.items()}

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
    text = find_text(looks, [reason is not None for reason in recurring])
    fits = traits(looks, title, recurring, text)
    numbers = [n for n in fits if n not in fixed]
    states = _best_way([scores(fits[n]) for n in numbers])
    labels: list[Label] = [fixed.get(n, ("blank", "empty line")) for n in range(len(texts))]
    for n, state in zip(numbers, states, strict=True):
        look = looks[n]
        if look is not None:
            labels[n] = (STATES[state].kind, _reason(look, STATES[state], recurring[n], "the title" in fits[n].marks))
    return labels


def traits(
    looks: Sequence[Look | None], title: Title | None, recurring: Sequence[str | None], text: int | None
) -> dict[int, Traits]:
    """Return what counts of every line that is not blank."""
    places = marks_of_places(looks, title, recurring, text)
    return {
        n: Traits(look.prose * (1.2 if look.words >= 40 else 1.0), look.words >= 5, look.marks | places[n])
        for n, look in enumerate(looks)
        if look is not None
    }


def look_at(texts: Sequence[str], recurring: Sequence[str | None]) -> list[Look | None]:
    """Return what every line looks like, beside its neighbours; None for a line with nothing visible."""
    looks = [
        Look.at(stripped) if (stripped := text.strip().strip("\u200b\ufeff\u200e\u200f\xad")) else None
        for text in texts
    ]
    join_paragraphs(looks)
    discount_teasers(looks, find_text(looks, [reason is not None for reason in recurring]))
    return looks


@lru_cache(16384)
def scores(traits: Traits) -> list[float]:
    """Return how well a line of these traits fits every state. The list is kept for the next such line."""
    base = _HEADLINE if traits.is_long else _SHORT
    rest = 1.0 - min(1.0, traits.prose)
    found = [traits.prose * p + rest * b for p, b in zip(_PROSE, base, strict=True)]
    for mark in traits.marks:
        for n, weight in _MARKS.get(mark, ()):
            found[n] += weight
    return found


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


def _reason(look: Look, state: State, recurs: str | None, is_title: bool) -> str:
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
