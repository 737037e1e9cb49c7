"""The distance of two words, worked out as it is defined."""

from functools import cache


@cache
def edits(one: str, other: str) -> int:
    """Return the Levenshtein distance as it is defined."""
    if not one or not other:
        return len(one) + len(other)
    if one[0] == other[0]:
        return edits(one[1:], other[1:])
    return 1 + min(edits(one[1:], other), edits(one, other[1:]), edits(one[1:], other[1:]))
