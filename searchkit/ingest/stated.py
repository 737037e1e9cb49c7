"""Values that a format states in a field of its own -> values with evidence."""

import datetime
import re
from typing import Any

from searchkit.article import Evidence
from searchkit.ingest.dates import day_in_words, iso_day

Day = datetime.date

LONGEST_DATE = 100
"""Characters of the longest text that can be a date."""


def day(printed: Any, origin: str, line: int | None = None) -> tuple[Day | None, tuple[Evidence, ...]]:
    """Return the day that a date or a date and time begins with, as printed, and the evidence for it.

    What is no day of the calendar is evidence that was not chosen; nothing is no evidence.
    """
    if printed in (None, ""):
        return None, ()
    text = printed.strip() if isinstance(printed, str) else ""
    found = iso_day(text) or day_in_words(text) if len(text) <= LONGEST_DATE else None
    value = found.isoformat() if found else str(printed)[:LONGEST_DATE]
    return found, (Evidence("date", value, origin, line, found is not None, 0.99 if found else 0.0),)


def rival(found: Day | None, origin: str) -> tuple[Evidence, ...]:
    """Return the evidence of a day that is stated but says something else than when the text was published."""
    return (Evidence("date", found.isoformat(), origin, None, False, 0.3),) if found else ()


def outlet(name: str, origin: str, line: int | None = None, confidence: float = 1.0) -> tuple[Evidence, ...]:
    """Return the evidence for an outlet; for no name, none."""
    return (Evidence("source", name, origin, line, True, confidence),) if name else ()


_SITE = re.compile(r"\s*[|–—·•-]\s+\S.*|\s+[|–—·•-]\s*\S.*")


def title(page_title: str, heading: str) -> str:
    """Return the title of an article: that of its page, without the name of the site if the heading has none.

    >>> title("Talks go on | The Wire", "Talks go on"), title("Talks - the end", "More")
    ('Talks go on', 'Talks - the end')
    """
    if heading and page_title.startswith(heading) and _SITE.fullmatch(page_title, len(heading)):
        return heading
    return page_title or heading
