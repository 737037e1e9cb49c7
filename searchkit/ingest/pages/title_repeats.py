"""Which lines of a page repeat its title, or a part of it."""

from collections.abc import Sequence

from searchkit.ingest.pages.cues import Look, normal
from searchkit.ingest.pages.titles import Title, cuts


def title_likeness(looks: Sequence[Look | None], title: Title | None) -> dict[int, float]:
    """Return for lines that repeat the title, or a part of it, how much they do: 1 for all of it."""
    if title is None:
        return {}
    found = dict.fromkeys(title.lines, 1.0)
    wanted = normal(title.text)
    words = wanted.split()
    for n, look in enumerate(looks):
        if look is None or n in found or len(look.text) > len(title.text) + 80:
            continue
        name = normal(look.text)
        if name == wanted or (
            (n < 5 or n < title.lines[0])
            and name.startswith(wanted + " ")
            and any(normal(t) == wanted for t, _ in cuts(look.text))
        ):
            found[n] = 1.0
        elif len(words) >= 4 and look.words >= 3 and f" {name} " in f" {wanted} ":
            found[n] = 0.6 if look.words * 2 >= len(words) else 0.45
        elif len(words) >= 5 and look.words >= 4:
            mine = name.split()
            common = len(set(mine) & set(words))
            if common >= 0.75 * max(len(set(mine)), len(set(words))):
                found[n] = 0.6
    _complete(looks, found, words)
    return found


def _complete(looks: Sequence[Look | None], found: dict[int, float], words: Sequence[str]) -> None:
    """Join parts of the title that stand below each other, and drop those that stand alone and are small."""
    parts = sorted(n for n, grade in found.items() if grade < 1)
    for n in parts:
        beside = n - 1 in found or n + 1 in found
        for other in (n - 1, n + 1):
            look = looks[other] if 0 <= other < len(looks) else None
            if look and other not in found and 1 <= look.words <= 2 and set(normal(look.text).split()) <= set(words):
                found[other] = 0.5
        if found[n] < 0.6 and not beside:
            del found[n]
