"""Dates as texts print them -> days. What is no day of the calendar is None, never a guess."""

import datetime
import re
from functools import lru_cache

from searchkit.errors import DateError
from searchkit.query.dates import parse_date

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?=$|[T ])")

_CLOCK = re.compile(r"\b\d{1,2}:\d{2}.*$", re.DOTALL)
"""A time of day and what follows it: a zone that would move the day away from the one that was printed."""


def iso_day(text: str) -> datetime.date | None:
    """Return the day that an ISO date or an ISO date and time begins with, as it is printed.

    >>> iso_day("2025-11-13T23:30:00-05:00"), iso_day("2025-02-30"), iso_day("2025-11")
    (datetime.date(2025, 11, 13), None, None)
    """
    match = _ISO_DAY.match(text)
    try:
        return datetime.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def day_in_words(text: str) -> datetime.date | None:
    """Return the day of a date in words, with or without a time of day.

    >>> day_in_words("Fri Oct 20, 2006 6:15pm EDT"), day_in_words("November 13, 2025"), day_in_words("October 2006")
    (datetime.date(2006, 10, 20), datetime.date(2025, 11, 13), None)
    """
    return _day(_CLOCK.sub("", text).strip())


@lru_cache(10_000)  # an archive prints each day many times, and reading one in words takes 0.1 ms
def _day(text: str) -> datetime.date | None:
    try:
        first, last = parse_date(text)
    except DateError:
        return None
    return first if first == last else None
