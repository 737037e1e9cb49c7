"""Text -> days. What is not certain is an error, never a guess; a month or a year is the range of its days."""

import re
from contextlib import suppress
from datetime import date, datetime

from searchkit.errors import DateError

DayRange = tuple[date | None, date | None]
"""First and last day, both included; None is open."""

Stretch = tuple[date, date]
"""First and last day, both included."""

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_FORMS = "write 2025-11-13, 2025-11, 2025 or 13 Nov 2025"
_ALL_FORMS = f"{_FORMS}, last month, past 2 weeks, 2025-W46; docs/query.md has every form"

_BETWEEN = re.compile(r"(?:from\s+(?P<first>.+?)\s+(?:to|until|till|through)"
                      r"|between\s+(?P<begin>.+?)\s+and)\s+(?P<last>.+)", re.IGNORECASE | re.DOTALL)  # fmt: skip
_TO = re.compile(r"(?P<first>.+?)\s+(?:to|until|till|through|-|–)\s+(?P<last>.+)", re.IGNORECASE | re.DOTALL)
_OPEN = re.compile(r"(?P<word>(?:since|from|until|till|up\s+to|through|before|after)\s|[<>]=?)\s*(?P<end>.+)",
                   re.IGNORECASE | re.DOTALL)  # fmt: skip
_AROUND = re.compile(r"(?P<is>around\s+)?(?P<what>[^~]+?)(?:\s*~\s*(?P<count>[0-9]{1,4})\s*(?P<unit>[dwmy]))?",
                     re.IGNORECASE | re.DOTALL)  # fmt: skip


def parse_days(text: str, today: date | None = None) -> DayRange:
    """Return the days that a date or a range of dates means; `today` is by default the day of the local calendar.

    >>> parse_days("2025-11") == parse_days("2025-11-01..2025-11-30") == (date(2025, 11, 1), date(2025, 11, 30))
    True
    >>> parse_days("2025-11-13..")
    (datetime.date(2025, 11, 13), None)
    >>> parse_days("last month", today=date(2025, 12, 31)) == parse_days("2025-11")
    True

    Raises DateError when the text is no date, is ambiguous, or ends before it begins.
    """
    text = text.strip()
    if _ISO.fullmatch(text):
        return parse_date(text)
    if ".." in text:
        left, _, right = text.partition("..")
        return _between(text, left, right, today)
    return _in_words(text, today)


def parse_stretch(text: str, today: date | None = None) -> Stretch:
    """Return the first and the last day of what the text means: a date, or a phrase such as `last month`.

    >>> parse_stretch("2025-W46")
    (datetime.date(2025, 11, 10), datetime.date(2025, 11, 16))

    Raises DateError as `parse_days` does, and for a range that is open at an end.
    """
    text = text.strip()
    if _ISO.fullmatch(text):
        return parse_date(text)
    found = _phrase(text, today)
    if not found:
        raise _refusal(text)
    return found


def around(text: str, today: date | None = None) -> DayRange:
    """Return the days around a date: `2025-11-13~3d` is from three days before it to three days after it.

    >>> around("2025-11-13~3d")
    (datetime.date(2025, 11, 10), datetime.date(2025, 11, 16))

    Raises DateError, also where the text does not say how far.
    """
    return _around(f"around {text}", today) or parse_stretch(text, today)


def _phrase(text: str, today: date | None) -> Stretch | None:
    from searchkit.query.phrases import read  # which most dates have no need of

    return read(text, today)


def _in_words(text: str, today: date | None) -> DayRange:
    # A phrase comes first: it may hold a word that divides a range, as `year to date` does.
    if found := _phrase(text, today) or _around(text, today):
        return found
    if parts := _BETWEEN.fullmatch(text):
        return _between(text, parts["first"] or parts["begin"], parts["last"], today)
    if parts := _OPEN.fullmatch(text):
        return _open(parts["word"].split()[0].lower(), parse_stretch(parts["end"], today))
    if parts := _TO.fullmatch(text):
        return _between(text, parts["first"], parts["last"], today)
    raise _refusal(text)


def _between(text: str, left: str, right: str, today: date | None) -> DayRange:
    if not left.strip() and not right.strip():
        raise DateError(f"a range of dates needs at least one end; got {text!r}", hint=_FORMS)
    first = parse_stretch(left, today)[0] if left.strip() else None
    last = parse_stretch(right, today)[1] if right.strip() else None
    if first and last and first > last:
        raise DateError(f"the range {text!r} ends before it begins", hint=f"write {right.strip()}..{left.strip()}")
    return first, last


def _open(word: str, end: Stretch) -> DayRange:
    """Return the days that begin or end with a stretch, or beside it."""
    first, last = end
    if word in ("since", "from", ">="):
        return first, None
    if word in ("until", "till", "up", "through", "<="):
        return None, last
    try:
        return (date.fromordinal(last.toordinal() + 1), None) if word in ("after", ">") else (
            None, date.fromordinal(first.toordinal() - 1))  # fmt: skip
    except (ValueError, OverflowError) as error:
        raise DateError(f"there is no day {word} {first if word in ('before', '<') else last}", hint=_FORMS) from error


def _around(text: str, today: date | None) -> Stretch | None:
    """Return the days around a date; None where the text is about something else."""
    found = _AROUND.fullmatch(text)
    if not found and "~" not in text:
        return None
    if not found or not found["count"]:
        if found and not found["is"]:
            return None
        raise DateError(f"{text!r} does not say how far around", hint="write ~3d, ~2w, ~1m or ~1y behind the date")
    from searchkit.query.units import days_later, months_later

    first, last = parse_stretch(found["what"], today)
    unit, count = found["unit"].lower(), int(found["count"])
    try:
        if unit in "dw":
            days = count * (7 if unit == "w" else 1)
            return days_later(first, -days), days_later(last, days)
        months = count * (12 if unit == "y" else 1)
        return months_later(first, -months), months_later(last, months)
    except (ValueError, OverflowError) as error:
        raise DateError(f"{text!r} leaves the calendar", hint="years go from 1 to 9999") from error


def parse_date(text: str) -> Stretch:
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


def _span(year: int, month: int | None, day: int | None) -> Stretch:
    if day is not None and month is not None:
        stated = date(year, month, day)
        return stated, stated
    from searchkit.query.units import unit_days  # few dates are months or years

    return unit_days(date(year, 1 if month is None else month, 1), "year" if month is None else "month")


def _parse_words(text: str) -> Stretch:
    """Read a date in words or figures with python-dateutil, and refuse what it would have to guess."""
    readings = {_stated(text, day_first=day_first) for day_first in (False, True)}
    if len(readings) > 1:
        first, second = sorted(str(_span(*reading)[0]) for reading in readings)
        raise DateError(f"{text!r} can be read as {first} or as {second}", hint="write the one you mean")
    return _span(*readings.pop())


def _stated(text: str, *, day_first: bool) -> tuple[int, int | None, int | None]:
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


def _refusal(text: str) -> DateError:
    """Return the error for a text that is not of the language, with what is wrong with it and what may be meant."""
    from difflib import get_close_matches

    from searchkit.query.phrases import MONTHS, VOCABULARY, WEEKDAYS, read

    if re.search(r"\d:\d|\d\s*[ap]m\b", text, re.IGNORECASE):
        return DateError(f"the date {text!r} states a time; searchkit counts in days", hint=_FORMS)
    words = text.lower().split()
    likely = " ".join(
        word
        if word in VOCABULARY or not word.isalpha()
        else next(iter(get_close_matches(word, VOCABULARY, 1, 0.7)), word)
        for word in words
    )
    if any(word[:3] in {month[:3] for month in MONTHS} for word in words) and not re.search(r"\d{4}", text):
        two = re.search(r"\s'?\d\d$", text.strip())
        years = "a year of two digits" if two and len(words) > 2 else "no year"
        return DateError(f"the date {text!r} states {years}", hint=_FORMS)
    with suppress(DateError):
        if read(f"last {likely}" if likely in WEEKDAYS else likely):
            return DateError(f"cannot read {text!r} as a date",
                             hint=f'did you mean "{"last " * (likely in WEEKDAYS)}{likely}"?')  # fmt: skip
    quoting = f'a date of several words stands in quotation marks: date:"{text} ..."'
    begins = words in (["last"], ["past"], ["this"], ["since"], ["around"])
    return DateError(f"cannot read {text!r} as a date", hint=quoting if begins else _ALL_FORMS)
