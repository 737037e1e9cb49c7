"""Where a quotation stands in a text, told from other places with the same words by what surrounds it."""

from itertools import takewhile

CONTEXT = 40
"""Code points before and after a quotation that are kept to know it by."""

_MOST_PLACES = 10_000
"""Places of a quotation that are looked at: more are words that stand everywhere, which no context tells apart."""


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a stretch of a text.

    >>> around("Talks failed again.", 6, 12)
    ('Talks ', ' again.')
    """
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def anchor(text: str, quote: str, prefix: str, suffix: str) -> int | None:
    """Return where the quotation stands whose surroundings are most like these, the first of equals; None if nowhere.

    >>> anchor("a b, c b", "b", "c ", "")
    7
    """
    best, likeness, at = None, -1, text.find(quote) if quote else -1
    for _ in range(_MOST_PLACES):
        if at < 0:
            break
        found = _alike(text[max(0, at - len(prefix)) : at][::-1], prefix[::-1])
        found += _alike(text[at + len(quote) : at + len(quote) + len(suffix)], suffix)
        if found > likeness:
            best, likeness = at, found
        at = text.find(quote, at + 1)
    return best


def between(text: str, prefix: str, suffix: str, most: int) -> str | None:
    """Return what stands between two surroundings of a quotation that is gone, at most so many code points."""
    start = text.find(prefix) + len(prefix) if prefix else 0
    if prefix and start < len(prefix):
        return None
    end = text.find(suffix, start) if suffix else len(text)
    return text[start:end] if 0 <= end - start <= most else None


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
