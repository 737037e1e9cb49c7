"""Stretches of words, and which of them stand near each other. The native core does the same (`spans.rs`).

A stretch goes from a first to a last position. Of the stretches of one query only those count that contain no other
(the minimal intervals of Clarke, Cormack and Burkowski, 1995): so there are at most as many as there are words, and
the nearest pair is found by looking at neighbours.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

Part = tuple[int, int]

Stretch = tuple[int, int, tuple[Part, ...]]
"""First and last position, and the words and phrases that it is made of."""


def single(first: int, last: int | None = None) -> Stretch:
    """Return the stretch of one word or phrase."""
    last = first if last is None else last
    return first, last, ((first, last),)


def minimal(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return the stretches that contain no other, in order.

    >>> minimal([single(0, 5), single(1, 3), single(2), single(4, 9)])
    [(2, 2, ((2, 2),)), (4, 9, ((4, 9),))]
    """
    found: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda stretch: (stretch[0], -stretch[1])):
        while found and found[-1][1] >= stretch[1]:
            found.pop()
        found.append(stretch)
    return found


def chained(words: Sequence[Sequence[int]], most: int) -> list[Stretch]:
    """Return where words follow one another, each at most so many positions after the one before.

    Of the ways to one last word the shortest is the one that was at each word as late as possible.
    """
    ends = [(position, (single(position)[2])) for position in words[0]]
    for positions in words[1:]:
        places = [place for place, _ in ends]
        following = []
        for position in positions:
            before = bisect_left(places, position) - 1
            if before >= 0 and position - places[before] <= most:
                following.append((position, (*ends[before][1], (position, position))))
        ends = following
    found = minimal((parts[0][0], position, parts) for position, parts in ends)
    return [single(first, last) for first, last, _ in found] if most == 1 else found


def near(
    firsts: Sequence[Stretch], seconds: Sequence[Stretch], most: int, starts: Sequence[int] | None, ordered: bool
) -> list[Stretch]:
    """Return the stretches from one of the firsts to one of the seconds, at most so far apart and not overlapping.

    `ordered`: the second comes after. `starts` are positions that no stretch may lead across.
    """
    found = _following(firsts, seconds, most, starts)
    if not ordered:
        found += _following(seconds, firsts, most, starts)
    return minimal(found)


def _following(
    befores: Sequence[Stretch], afters: Sequence[Stretch], most: int, starts: Sequence[int] | None
) -> list[Stretch]:
    found = []
    places = [first for first, _, _ in afters]
    for first, last, parts in befores:
        after = bisect_right(places, last)
        if after < len(afters) and places[after] - last <= most and not _crosses(first, afters[after][1], starts):
            found.append((first, afters[after][1], parts + afters[after][2]))
    return found


def without(
    firsts: Sequence[Stretch], seconds: Sequence[Stretch], most: int, starts: Sequence[int] | None, ordered: bool
) -> list[Stretch]:
    """Return the firsts that have no second so near, before (unless `ordered`), after, or overlapping."""

    def is_near(stretch: Stretch, other: Stretch) -> bool:
        distance = max(other[0] - stretch[1], 0 if ordered else stretch[0] - other[1])
        is_before = other[1] < stretch[0]
        hull = min(stretch[0], other[0]), max(stretch[1], other[1])
        return distance <= most and not (is_before and ordered) and not _crosses(*hull, starts)

    ends = [last for _, last, _ in seconds]
    kept = []
    for stretch in firsts:
        # From the last one that ends before it to the first one that starts behind it.
        low = max(bisect_left(ends, stretch[0]) - 1, 0)
        high = low
        while high < len(seconds) and (high == low or seconds[high - 1][0] <= stretch[1]):
            high += 1
        if not any(is_near(stretch, other) for other in seconds[low:high]):
            kept.append(stretch)
    return kept


def _crosses(first: int, last: int, starts: Sequence[int] | None) -> bool:
    """Tell whether one of the starts lies behind the first position, up to the last."""
    return starts is not None and bisect_right(starts, first) < bisect_right(starts, last)
