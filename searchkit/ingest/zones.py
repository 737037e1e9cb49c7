"""Labels of lines -> zones -> the body."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from searchkit.article import Zone

Label = tuple[str, str]
"""The kind of zone that one line belongs to, and the reason."""


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
