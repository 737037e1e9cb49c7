"""Lines of a page -> zones: the labelling of all lines together that fits best.

A page is read as a way through states, one for each line: before the title, in the head, in the article, behind it.
Each state is a kind of zone that fits a line more or less (`STATES`, and the marks of the line), and it costs to go
into another; the way with the best sum is found by dynamic programming (Viterbi), in time proportional to the lines.
So a short line between paragraphs is body, the same line in a run of short ones behind the last sentence is not.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import groupby
from operator import add
from typing import NamedTuple

from searchkit.article import Zone
from searchkit.ingest.pages import weights as table
from searchkit.ingest.pages.blocks import discount_teasers, find_text, join_paragraphs
from searchkit.ingest.pages.cues import Look
from searchkit.ingest.pages.places import marks_of_places
from searchkit.ingest.pages.titles import Title
from searchkit.ingest.pages.weights import HEAD, MARKS, STATES, Key, State

Label = tuple[str, str]
"""The kind of zone that one line belongs to, and the reason."""

_NEVER = -1e9

PINNED = "pinned as boilerplate"
"""Why a line is boilerplate that a user has named: the one reason that nothing else counts against."""

_NOTE = 3
"""Lines of the longest page that is all text where it has no title: there is nothing to go by."""


class Traits(NamedTuple):
    """All of a line that counts for its label: how much it is prose, whether it has five words, its marks."""

    prose: float
    is_long: bool
    marks: frozenset[str]


class Weights(NamedTuple):
    """A table of weights, as `searchkit.ingest.pages.weights` has one."""

    states: Sequence[State]
    marks: Mapping[str, Mapping[Key, float]]
    moves: Mapping[tuple[int, int], float]
    first: Sequence[float]
    last: Sequence[float]


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
    looks: Sequence[Look | None], title: Title | None, recurring: Sequence[str | None], fixed: Mapping[int, Label]
) -> list[Label]:  # fmt: skip
    """Return the label of every line.

    `looks` has what `look_at` returns, `recurring` the reason why a line is known to be boilerplate, and `fixed` labels
    that are certain.
    """
    fits = traits(looks, title, recurring)
    numbers = [n for n in fits if n not in fixed and recurring[n] != PINNED]
    states = _labelling().states([fits[n] for n in numbers])
    is_short = len(numbers) <= _NOTE
    if title is None and not fixed and (is_short or not any(STATES[state].kind == "body" for state in states)):
        return [_of_note(look, reason) for look, reason in zip(looks, recurring, strict=True)]
    labels: list[Label] = [
        fixed.get(n, ("navigation", PINNED) if recurring[n] == PINNED else ("blank", "empty line"))
        for n in range(len(looks))
    ]
    for n, state in zip(numbers, states, strict=True):
        look = looks[n]
        if look is not None:
            labels[n] = (STATES[state].kind, _reason(look, STATES[state], recurring[n], "the title" in fits[n].marks))
    return labels


def _of_note(look: Look | None, recurs: str | None) -> Label:
    """Return the label of a line of a page without a title that is short, or has nothing that is surely text."""
    if look is None:
        return "blank", "empty line"
    return ("navigation", recurs) if recurs else ("body", "nothing says that it is not text")


def traits(
    looks: Sequence[Look | None], title: Title | None, recurring: Sequence[str | None]
) -> dict[int, Traits]:  # fmt: skip
    """Return what counts of every line that is not blank."""
    text = find_text(looks, [reason is not None for reason in recurring])
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


@cache
def _labelling() -> "Labelling":
    return Labelling(Weights(table.STATES, table.MARKS, table.MOVES, table.FIRST, table.LAST))


class Labelling:
    """Finds the best way through the states for lines with some traits, by a table of weights."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._marks = {mark: _by_state(row, weights.states) for mark, row in weights.marks.items()}
        self._parts = [
            [n for n, state in enumerate(weights.states) if state.part == part] for part in range(len(weights.first))
        ]
        self._candidates = lru_cache(16384)(self._find_candidates)

    def scores(self, line: Traits) -> list[float]:
        """Return how well a line fits every state."""
        rest = 1.0 - min(1.0, line.prose)
        states = self._weights.states
        shapes = [line.prose * s.prose + rest * (s.headline if line.is_long else s.short) for s in states]
        found = [0] * len(states)
        for mark in line.marks:
            if mark in self._marks:
                found = list(map(add, found, self._marks[mark]))
        return [shape + added / _UNIT for shape, added in zip(shapes, found, strict=True)]

    def _find_candidates(self, line: Traits) -> tuple[tuple[tuple[int, float, float, float], ...], ...]:
        """Return, by part, the states that can be on the best way: their numbers, scores, costs to enter and to stay.

        A state cannot where another one of its part fits so much better that going into that for this line alone,
        and back, is never worse.
        """
        scores, states = self.scores(line), self._weights.states
        found = []
        for numbers in self._parts:
            best = max(scores[n] + states[n].enter for n in numbers)
            kept = []
            for n in numbers:
                enter, stay = states[n].enter, states[n].stay
                if scores[n] + max(enter, stay) + max(0.0, stay - enter) >= best:
                    kept.append((n, scores[n], enter, stay))
            found.append(tuple(kept))
        return tuple(found)

    def states(self, lines: Iterable[Traits]) -> list[int]:
        """Return the numbers of the states on the best way."""
        ways: list[tuple[bytes, bytes]] = []  # the states of a line, and where the best way into each comes from
        sums: dict[int, float] = {}
        arrivals = [(cost, 0) for cost in self._weights.first]
        for line in lines:
            origins = bytearray()
            before, sums, tops = sums, {}, []
            for (arrived, origin), candidates in zip(arrivals, self._candidates(line), strict=True):
                top, best = _NEVER * 2, 0
                for state, score, enter, stay in candidates:
                    total, source = arrived + enter, origin
                    stayed = before.get(state)
                    if stayed is not None and stayed + stay >= total:
                        total, source = stayed + stay, state
                    total += score
                    sums[state] = total
                    origins.append(source)
                    if total > top:
                        top, best = total, state
                tops.append((top, best))
            ways.append((bytes(sums), bytes(origins)))
            arrivals = self._arrivals(tops)
        return self._walked(ways, sums)

    def _arrivals(self, tops: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
        """Return, for each part of the page, the best sum to go on in it or to arrive at it, and from where."""
        arrivals = list(tops)
        for (origin, part), cost in self._weights.moves.items():
            total = tops[origin][0] + cost
            if total > arrivals[part][0]:
                arrivals[part] = total, tops[origin][1]
        return arrivals

    def _walked(self, ways: Sequence[tuple[bytes, bytes]], sums: Mapping[int, float]) -> list[int]:
        if not ways:
            return []
        last, states = self._weights.last, self._weights.states
        state = max(sums, key=lambda n: sums[n] + last[states[n].part])
        found = [state]
        for numbers, origins in reversed(ways[1:]):
            state = origins[numbers.index(state)]
            found.append(state)
        return found[::-1]


_UNIT = 100
"""What marks add is counted in hundredths: marks are a set, and a sum of them must not depend on its order."""


def _by_state(row: Mapping[Key, float], states: Sequence[State]) -> list[int]:
    """Return what a row of weights adds to each state, in units: that of its kind (in its part), and of its part."""
    adds = (row.get((s.part, s.kind), row.get(s.kind, 0.0)) + row.get(s.part, 0.0) for s in states)
    return [round(_UNIT * value) for value in adds]


def _reason(look: Look, state: State, recurs: str | None, is_title: bool) -> str:
    if state.kind == "headline" and is_title:
        return "the title"
    own = _OWN_WORDS.get(state.kind, set())
    for mark, reason in look.cues:
        weights = MARKS.get(mark, {})
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
    """Return the lines of the body with the empty lines between them, and without white space around it.

    Where lines between two paragraphs are left out, the empty lines above them are enough.
    """
    kept: list[str] = []
    last = ""
    for zone in zones:
        if zone.kind == "body" or (zone.kind == "blank" and last != "blank"):
            kept += lines[zone.first - 1 : zone.last]
            last = zone.kind
    return "\n".join(kept).strip()
