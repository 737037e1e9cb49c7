"""Lines that credit somebody in a text that came without a page around it, or was taken out of one."""

import re
from collections.abc import Sequence

from searchkit.ingest.facts.sources import byline, photo_credits
from searchkit.ingest.pages.zones import Label

_TOP = 5
"""Lines with text at the top among which a byline stands."""

_LONGEST = 120
"""Code points of the longest line that is a credit."""

_ALONE = re.compile(r"\s*(?:\[[^\[\]]+\]|\([^()]+\))\s*")
"""A line that stands in brackets from its beginning to its end."""


def credit_lines(lines: Sequence[str]) -> dict[int, Label]:
    """Return the labels of those lines, by their place in `lines`.

    >>> credit_lines(["By Jane Doe", "", "Rain fell.", "[File: John Roe/AP Photo]", "By night it stopped."])
    {0: ('byline', 'a line that says who wrote it'), 3: ('caption', 'a credit in brackets')}
    """
    found: dict[int, Label] = {}
    shown = 0
    for number, line in enumerate(lines):
        shown += bool(line.strip())
        if len(line) > _LONGEST:
            continue
        if 0 < shown <= _TOP and byline(line):
            found[number] = ("byline", "a line that says who wrote it")
        elif _ALONE.fullmatch(line) and photo_credits(line):
            found[number] = ("caption", "a credit in brackets")
    return found
