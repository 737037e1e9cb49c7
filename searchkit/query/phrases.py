"""The language of dates in words: a fixed list of forms, each with one meaning. docs/query.md has them as a table.

Days are those of the user's calendar; weeks begin on Monday, as in ISO 8601.
"""

import os
import re
from collections.abc import Callable
from datetime import date

from searchkit.errors import DateError
from searchkit.fields import FacetUnit
from searchkit.query.units import days_later, month_length, months_later, unit_days

Stretch = tuple[date, date]
"""First and last day, both included."""

Reading = Callable[[re.Match[str], date], Stretch]

TODAY = "SEARCHKIT_TODAY"
"""The environment's name for the day that is today, for scripts and tests that must give the same answer every day."""

MONTHS = ("january", "february", "march", "april", "may", "june",
          "july", "august", "september", "october", "november", "december")  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}

VOCABULARY = (*MONTHS, *WEEKDAYS, *_NUMBERS, *_ORDINALS, "today", "yesterday", "tomorrow", "this", "last", "previous",
              "next", "past", "ago", "to", "date", "of", "half", "day", "days", "week", "weeks", "month", "months",
              "quarter", "quarters", "year", "years")  # fmt: skip
"""The words of the language, for what was misspelt."""

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)"
)
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<year>[0-9]{4}|(?:this|last) year)"
_COUNT = rf"(?P<count>[1-9][0-9]{{0,3}}|{'|'.join(_NUMBERS)})"

_FORMS: list[tuple[re.Pattern[str], Reading]] = []


def read(text: str, today: date | None = None) -> Stretch | None:
    """Return the days that a text means, None for what is not of the language. `today` is by default the local day.

    >>> read("Past 2 weeks", date(2025, 11, 20))
    (datetime.date(2025, 11, 7), datetime.date(2025, 11, 20))

    Raises DateError for what the calendar does not have.
    """
    words = " ".join(text.lower().replace(",", " ").split()).removeprefix("the ")
    for form, reading in _FORMS:
        if found := form.fullmatch(words):
            try:
                return reading(found, today or this_day())
            except (ValueError, OverflowError) as error:
                raise DateError(f"there is no day {text.strip()!r} in the calendar",
                                hint="months have 28 to 31 days, years go from 1 to 9999") from error  # fmt: skip
    return None


def this_day() -> date:
    """Return today: the day of the user's own calendar, or what $SEARCHKIT_TODAY says."""
    if not (stated := os.environ.get(TODAY)):
        return date.today()
    try:
        return date.fromisoformat(stated)
    except ValueError as error:
        raise DateError(f"${TODAY} is no day: {stated!r}", hint="write it as 2025-11-13") from error


def _form(*patterns: str) -> Callable[[Reading], Reading]:
    def register(reading: Reading) -> Reading:
        _FORMS.extend((re.compile(pattern), reading) for pattern in patterns)
        return reading

    return register


# Days that are seen from today


@_form(r"(?P<name>today|yesterday|tomorrow|day before yesterday)")
def _near(found: re.Match[str], today: date) -> Stretch:
    away = {"today": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2}[found["name"]]
    return _whole(days_later(today, away))


@_form(r"(?P<which>this|last|previous|next) (?P<unit>week|month|quarter|year)")
def _unit_from_here(found: re.Match[str], today: date) -> Stretch:
    """Read a whole week, month, quarter or year of the calendar: the one that today lies in, or one beside it."""
    unit: FacetUnit = found["unit"]  # type: ignore[assignment]  # which the pattern says
    first, last = unit_days(today, unit)
    if found["which"] == "this":
        return first, last
    return unit_days(days_later(last, 1) if found["which"] == "next" else days_later(first, -1), unit)


@_form(
    rf"(?:past|last) {_COUNT} (?P<unit>day|week|month|quarter|year)s?", r"past (?P<unit>day|week|month|quarter|year)"
)
def _up_to_now(found: re.Match[str], today: date) -> Stretch:
    """Read so many units that end with today: of weeks 7 days each, of months from the day after the same day."""
    count = _number(found["count"]) if "count" in found.groupdict() else 1
    return days_later(_before(today, count, found["unit"]), 1), today


@_form(rf"(?:{_COUNT}|an?) (?P<unit>day|week|month|quarter|year)s? ago")
def _ago(found: re.Match[str], today: date) -> Stretch:
    return _whole(_before(today, _number(found["count"] or "one"), found["unit"]))


@_form(r"(?P<unit>week|month|quarter|year) to date")
def _to_date(found: re.Match[str], today: date) -> Stretch:
    return unit_days(today, found["unit"])[0], today  # type: ignore[arg-type]


@_form(rf"last {_WEEKDAY}")
def _last_weekday(found: re.Match[str], today: date) -> Stretch:
    """Read the latest such day before today."""
    return _whole(days_later(today, -((today.weekday() - _weekday(found) - 1) % 7 + 1)))


@_form(rf"{_WEEKDAY} (?P<which>this|last|next) week")
def _weekday_of_week(found: re.Match[str], today: date) -> Stretch:
    weeks = {"last": -1, "this": 0, "next": 1}[found["which"]]
    return _whole(days_later(today, _weekday(found) - today.weekday() + 7 * weeks))


@_form(rf"last {_MONTH}")
def _last_month_of_name(found: re.Match[str], today: date) -> Stretch:
    """Read the latest such month that is over."""
    month = _month(found)
    return unit_days(date(today.year - (month >= today.month), month, 1), "month")


# Days that are named


@_form(rf"(?:{_WEEKDAY} )?{_DAY}[ -]?(?:of )?{_MONTH}[ -]?{_YEAR}", rf"(?:{_WEEKDAY} )?{_MONTH} {_DAY} {_YEAR}",
       rf"{_YEAR}[ -]{_MONTH}[ -]{_DAY}")  # fmt: skip
def _day_of_month(found: re.Match[str], today: date) -> Stretch:
    day = date(_year(found, today), _month(found), int(found["day"]))
    if found.groupdict().get("weekday") and day.weekday() != _weekday(found):
        raise DateError(f"{day} is no {WEEKDAYS[_weekday(found)].capitalize()}",
                        hint=f"it is a {WEEKDAYS[day.weekday()].capitalize()}")  # fmt: skip
    return _whole(day)


@_form(rf"{_MONTH}(?: of |[ -]){_YEAR}", rf"{_YEAR}[ -]{_MONTH}", r"(?P<month>[0-9]{1,2})[./](?P<year>[0-9]{4})",
       r"(?P<year>[0-9]{4})[./](?P<month>[0-9]{1,2})")  # fmt: skip
def _month_of_year(found: re.Match[str], today: date) -> Stretch:
    return unit_days(date(_year(found, today), _month(found), 1), "month")


@_form(r"(?P<one>[0-9]{1,2})(?P<sign>[./-])(?P<other>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})")
def _figures(found: re.Match[str], today: date) -> Stretch:
    one, other, year = int(found["one"]), int(found["other"]), int(found["year"])
    days = {date(year, month, day) for month, day in ((one, other), (other, one)) if month <= 12}
    if len(days) > 1:
        first, second = sorted(map(str, days))
        raise DateError(f"{found[0]!r} can be read as {first} or as {second}", hint="write the one you mean")
    if not days:
        raise ValueError("there is no such month")
    return _whole(days.pop())


@_form(r"(?P<year>[0-9]{4})(?P<sign>[./])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})",
       r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")  # fmt: skip
def _figures_by_size(found: re.Match[str], today: date) -> Stretch:
    return _whole(date(int(found["year"]), int(found["month"]), int(found["day"])))


@_form(r"(?P<year>[0-9]{4})-?w(?P<week>[0-9]{1,2})(?:-(?P<weekday>[1-7]))?",
       rf"week (?P<week>[0-9]{{1,2}})(?: of)? {_YEAR}")  # fmt: skip
def _iso_week(found: re.Match[str], today: date) -> Stretch:
    stated = found.groupdict().get("weekday")
    monday = date.fromisocalendar(_year(found, today), int(found["week"]), 1)
    return _whole(days_later(monday, int(stated) - 1)) if stated else unit_days(monday, "week")


@_form(rf"{_YEAR}[ -]?(?P<kind>[qh])(?P<number>[1-4])", rf"(?P<kind>[qh])(?P<number>[1-4])[ -]?(?:of )?{_YEAR}",
       rf"(?P<number>first|second|third|fourth) (?P<kind>quarter|half) of {_YEAR}")  # fmt: skip
def _part_of_year(found: re.Match[str], today: date) -> Stretch:
    months = 3 if found["kind"][0] == "q" else 6
    last = months * int(_ORDINALS.get(found["number"], found["number"]))
    year = _year(found, today)
    return date(year, last - months + 1, 1), date(year, last, month_length(year, min(last, 12)))


@_form(r"(?P<decade>[0-9]{3})0s")
def _decade(found: re.Match[str], today: date) -> Stretch:
    first = int(found["decade"]) * 10
    return date(first, 1, 1), date(first + 9, 12, 31)


def _whole(day: date) -> Stretch:
    return day, day


def _before(day: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return days_later(day, -count * (7 if unit == "week" else 1))
    return months_later(day, -count * {"month": 1, "quarter": 3, "year": 12}[unit])


def _number(text: str) -> int:
    return _NUMBERS.index(text) + 1 if text in _NUMBERS else int(text)


def _month(found: re.Match[str]) -> int:
    if found["month"].isdecimal():
        return int(found["month"])
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(found["month"][:3]))


def _weekday(found: re.Match[str]) -> int:
    return next(number for number, name in enumerate(WEEKDAYS) if name.startswith(found["weekday"][:3]))


def _year(found: re.Match[str], today: date) -> int:
    stated = found["year"]
    return int(stated) if stated.isdecimal() else today.year - (stated == "last year")
