"""Text -> days. A date that is not certain is an error, never a guess; a month or a year is the range of its days."""

from datetime import date, datetime
from re import compile as pattern

from searchkit.errors import DateError
from searchkit.fields import FacetUnit

DayRange = tuple[date | None, date | None]
"""First and last day, both included; None is open."""

_ISO = pattern(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_FORMS = "write 2025-11-13, 2025-11, 2025 or 13 Nov 2025"


def parse_days(text: str) -> DayRange:
    """Return the days that a date or a range of dates means.

    >>> parse_days("2025-11") == parse_days("2025-11-01..2025-11-30") == (date(2025, 11, 1), date(2025, 11, 30))
    True
    >>> parse_days("2025-11-13..")
    (datetime.date(2025, 11, 13), None)

    Raises DateError when the text is no date, is ambiguous, or ends before it begins.
    """
    if ".." not in text:
        return parse_date(text)
    left, _, right = text.partition("..")
    if not left.strip() and not right.strip():
        raise DateError(f"a range of dates needs at least one end; got {text!r}", hint=_FORMS)
    first = parse_date(left)[0] if left.strip() else None
    last = parse_date(right)[1] if right.strip() else None
    if first and last and first > last:
        raise DateError(f"the range {text!r} ends before it begins", hint=f"write {right.strip()}..{left.strip()}")
    return first, last


def parse_date(text: str) -> tuple[date, date]:
    """Return the first and the last day of the day, month or year that the text states.

    >>> parse_date("13 November 2025")
    (datetime.date(2025, 11, 13), datetime.date(2025, 11, 13))
    >>> parse_date("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    text = text.strip()
    iso = _ISO.fullmatch(text)
    if not iso:
        return _parse_words(text)
    year, month, day = iso.groups()
    try:
        return _span(int(year), int(month) if month else None, int(day) if day else None)
    except ValueError as error:
        raise DateError(f"there is no day {text!r} in the calendar", hint=_FORMS) from error


def _span(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if day is not None and month is not None:
        stated = date(year, month, day)
        return stated, stated
    from calendar import monthrange  # few dates are months or years

    first, last = date(year, 1 if month is None else month, 1), 12 if month is None else month
    return first, date(year, last, monthrange(year, last)[1])


def _parse_words(text: str) -> tuple[date, date]:
    """Read a date in words or figures with python-dateutil, and refuse what it would have to guess."""
    readings = {_read(text, day_first=day_first) for day_first in (False, True)}
    if len(readings) > 1:
        first, second = sorted(str(_span(*reading)[0]) for reading in readings)
        raise DateError(f"{text!r} can be read as {first} or as {second}", hint="write the one you mean")
    return _span(*readings.pop())


def _read(text: str, *, day_first: bool) -> tuple[int, int | None, int | None]:
    """Return year, month and day as far as the text states them."""
    from dateutil import parser  # 27 ms at import, and most dates are ISO dates

    # What is missing is taken from the default: two of them, different in everything, show what was stated. Both are
    # months of 31 days in leap years, so that any stated day fits any default.
    try:
        one, other = (
            parser.parse(text, dayfirst=day_first, default=default, ignoretz=True)
            for default in (datetime(1996, 1, 1), datetime(2004, 3, 2))
        )
    except (ValueError, OverflowError) as error:
        raise DateError(f"cannot read {text!r} as a date", hint=_FORMS) from error
    if one.year != other.year:
        raise DateError(f"the date {text!r} states no year", hint=_FORMS)
    if (one.hour, one.minute) != (0, 0):
        raise DateError(f"the date {text!r} states a time; searchkit counts in days", hint=_FORMS)
    month = one.month if one.month == other.month else None
    day = one.day if one.day == other.day else None
    if day and not month:
        raise DateError(f"the date {text!r} states a day without a month", hint=_FORMS)
    return one.year, month, day


def calendar_unit(day: date, unit: FacetUnit) -> str:
    """Return the name of the year, quarter, month, week (ISO) or day that the day lies in; names sort by time.

    >>> [calendar_unit(date(2025, 12, 30), unit) for unit in ("year", "quarter", "month", "week", "day")]
    ['2025', '2025-Q4', '2025-12', '2026-W01', '2025-12-30']
    """
    match unit:
        case "year":
            return f"{day.year:04}"
        case "quarter":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case "month":
            return f"{day.year:04}-{day.month:02}"
        case "week":
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}"
        case "day":
            return day.isoformat()
