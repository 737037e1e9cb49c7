"""Whether a line speaks of what the article speaks of: titles and captions do, menus and other headlines do not.

Words are compared by their first letters, so that most endings of most languages count for nothing.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from searchkit.ingest.pages import patterns
from searchkit.ingest.pages.cues import Look

_STEM = 5
_LINES = 30
"""Sentences of an article that tell what it speaks of."""

_MOST = 600
"""Code points of a sentence that are looked at."""


@lru_cache(256)  # the lines of a page are asked for while its title is looked for, and again while it is labelled
def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the longer words of a text, and pairs of characters where words have no spaces between.

    >>> sorted(stems("The ferries sail")), sorted(stems("橋が開く"))
    (['ferri', 'sail'], ['が開', '橋が', '橋が開く', '開く'])
    """
    found = {word[:_STEM] for word in patterns.LONGER_WORDS.findall(text.casefold())}
    if not text.isascii():
        for run in patterns.RUNS_WITHOUT_SPACES.findall(text):
            found.update(run[n : n + 2] for n in range(len(run) - 1))
    return frozenset(found)


def topics(looks: Sequence[Look | None], text: int | None) -> set[str]:
    """Return the stems of the first sentences of the article, which begins at line `text`."""
    found: set[str] = set()
    if text is None:
        return found
    count = 0
    for look in looks[text:]:
        if look is not None and look.prose >= 0.6 and look.words >= 8:
            found |= stems(look.text[:_MOST])
            count += 1
            if count == _LINES:
                break
    return found


def share(text: str, known: Iterable[str]) -> tuple[int, float]:
    """Return how many of the stems of a text are known, and their share."""
    own = stems(text)
    common = len(own.intersection(known))
    return common, common / len(own) if own else 0.0
