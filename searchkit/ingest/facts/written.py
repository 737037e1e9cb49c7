"""Days as texts write them: the forms, digits, eras and calendars of the languages of news.

A form is a pattern with named groups; `read` makes days of a match. What is no day of the calendar is none.
"""

import datetime
import re
from collections.abc import Iterable, Iterator

from searchkit.analysis import words
from searchkit.ingest.facts.months import ENGLISH, MONTHS, PERSIAN, THAI

Days = tuple[datetime.date, ...]
"""The days that a date can mean: none, one, or two."""

MONTH_FIRST, DAY_FIRST = "en-us", "en-gb"
"""Languages whose dates in figures begin with the month, and with the day."""

_MONTH_FIRST = frozenset((MONTH_FIRST, "en-ph"))
_EITHER = frozenset(("en", "en-ca", ""))

_YEAR_FIRST = frozenset(("zh", "ja", "ko", "hu", "lt", "sv", "mn"))

_ZEROS = "٠۰०০๐０"
DIGITS = {ord(zero) + n: str(n) for zero in _ZEROS for n in range(10)}
"""Digits of other scripts -> ours, for `str.translate`."""

# Repetitions are bounded: in a line of any length a date costs no more than in a short one.
_LETTER = r"(?:[^\W\d_]|[\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])"
_YEAR = r"(?P<year>(?:1[6-9]|2[01])\d\d)"
_LONG_YEAR = r"(?P<year>(?:1[3-46-9]|2[01]|2[45])\d\d)"  # of other calendars too, where the month says so
_NAME = rf"(?P<month>{_LETTER}{{3,12}}(?: ال[^\W\d_]{{2,8}})?)(?:\s?/\s?[^\W\d_]{{3,12}})?"  # كانون الثاني / يناير
_OF = r"(?:d[eu]|del|di|of)\s{1,3}"
_APART = r"[\s./-]{1,3}"
FIGURES = re.compile(rf"(?<!\d)(?P<first>\d\d?)(?P<mark>[-/.])(?P<second>\d\d?)(?P=mark){_YEAR}(?!\d)")
"""A date in figures that ends in the year."""

_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\d){_YEAR}(?P<mark>[-/.])\s?(?P<number>\d\d?)(?P=mark)\s?(?P<day>\d\d?)(?!\d)",
        rf"(?<!\d){_YEAR}\s?[年년]\s?(?P<number>\d\d?)\s?[月월]\s?(?P<day>\d\d?)\s?[日号號일]",
        r"(?P<era>令和|平成|昭和|民國|民国)\s?(?P<year>\d{1,3}|元)\s?年\s?(?P<number>\d\d?)\s?月\s?(?P<day>\d\d?)\s?日",
        rf"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th|er|[.º])?,?{_APART}(?:{_OF})?{_NAME}\.?(?:\s?،|,)?{_APART}(?:{_OF})?(?:พ\.ศ\.\s)?{_LONG_YEAR}(?!\d)",
        rf"{_NAME}\.?\s{{1,3}}(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s{{1,3}}{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}\.?(?:\sm\.)?\s{{1,3}}{_NAME}\s{{1,3}}(?P<day>\d\d?)(?!\d)",
        rf"(?<!\d)(?P<day>\d\d?)\s(?:tháng|Tháng)\s(?P<number>\d\d?)(?:\s?[,/-]\s?|\snăm\s|\s){_YEAR}(?!\d)",
        FIGURES.pattern,
        r"(?<![\d./-])(?P<first>\d\d)(?P<mark>[./-])(?P<second>\d\d)(?P=mark)(?P<short>\d\d)(?![\d./-]|\s?[%€$])",
        r"(?<!\d)(?P<persian>1[34]\d\d)(?P<mark>[-/.])(?P<number>\d\d?)(?P=mark)(?P<day>\d\d?)(?!\d)",
    )
)

_CHINESE = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十廿]{1,3})日"
)
_NUMERALS = {numeral: n for n, numeral in enumerate("〇一二三四五六七八九十")} | {"零": 0, "○": 0, "廿": 20}
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}


def matches(line: str) -> Iterator[re.Match[str]]:
    """Yield the matches of all forms with a line whose digits are ours; they can overlap."""
    for form in _FORMS:
        yield from form.finditer(line)


def in_our_digits(line: str) -> str:
    """Return the line with its digits as ours.

    >>> in_our_digits("١٣ نوفمبر ٢٠٢٥"), in_our_digits("二〇二五年十一月十三日")
    ('13 نوفمبر 2025', '2025年11月13日')
    """
    line = line.translate(DIGITS)
    if "年" in line and (match := _CHINESE.search(line)):
        year = "".join(str(_NUMERALS[numeral]) for numeral in match[1])
        figures = f"{year}年{_in_tens(match[2])}月{_in_tens(match[3])}日"
        line = line[: match.start()] + figures.ljust(len(match[0])) + line[match.end() :]
    return line


def _in_tens(numerals: str) -> int:
    """Return the number of numerals up to 99: 三十一, 十一, 廿一."""
    total = 0
    for numeral in numerals:
        value = _NUMERALS[numeral]
        total = max(total, 1) * 10 if value == 10 else total + value
    return total


def read(match: re.Match[str], language: str | None) -> Days:
    """Return the days that a match can mean, in a language."""
    parts = match.groupdict()
    if "persian" in parts:
        return _persian(int(parts["persian"]), int(parts["number"]), int(parts["day"]))
    if "era" in parts:
        year = _ERAS[parts["era"]] + (1 if parts["year"] == "元" else int(parts["year"]))
        return valid([(year, int(parts["number"]), int(parts["day"]))])
    if "short" in parts:
        return _in_short(2000 + int(parts["short"]), int(parts["first"]), int(parts["second"]), parts["mark"], language)
    year = int(parts["year"])
    if "first" in parts:
        if parts["mark"] == ".":
            language = "de"  # whoever writes dots writes the day first
        return _in_figures(year, int(parts["first"]), int(parts["second"]), language)
    if "number" in parts:
        return valid([(year, int(parts["number"]), int(parts["day"]))])
    return _named(year, parts["month"], int(parts["day"]))


def _named(year: int, month: str, day: int) -> Days:
    if month in THAI:
        return valid([(year - 543 if year > 2400 else year, THAI.index(month) + 1, day)])
    name = " ".join(words(month))
    if 1300 <= year < 1500 and name in PERSIAN:
        return _persian(year, PERSIAN.index(name) + 1, day)
    return valid([(year, month_number(month), day)]) if 1600 <= year < 2200 else ()


def _in_short(year: int, first: int, second: int, mark: str, language: str | None) -> Days:
    """Return the days of figures that end in two of the year. A dash may as well stand behind a year in front."""
    if mark == "." or (language or "").lower() not in (*_EITHER, *_YEAR_FIRST):
        return _in_figures(year, first, second, "de" if mark == "." else language)
    return _in_figures(year, first, second, language) if mark == "/" else ()


def _in_figures(year: int, first: int, second: int, language: str | None) -> Days:
    """Return the days of figures that end in the year: the day comes first everywhere but where the month does."""
    language = (language or "").lower()
    readings = [(year, second, first), (year, first, second)]
    if language in _EITHER:
        return valid(readings)
    preferred = readings[::-1] if language in _MONTH_FIRST else readings
    return valid(preferred[:1]) or valid(preferred[1:])


def valid(readings: Iterable[tuple[int, int, int]]) -> Days:
    """Return the days of the calendar among years, months and days."""
    found = []
    for reading in readings:
        try:
            found.append(datetime.date(*reading))
        except ValueError:  # no day of the calendar
            continue
    return tuple(sorted(set(found)))


def month_number(name: str) -> int:
    """Return the number of the month; 0, which is none, for any other word."""
    english = MONTHS.get(" ".join(words(name)))
    return ENGLISH.index(english) + 1 if english else 0


_NOWRUZ_1300 = datetime.date(1921, 3, 21).toordinal()
_LEAP = frozenset(year for year in range(1300, 1500) if year % 33 in (1, 5, 9, 13, 17, 22, 26, 30))
"""Leap years of the Persian calendar, as it has been kept since 1300 and is computed for this century."""


def _persian(year: int, month: int, day: int) -> Days:
    """Return the day of the Persian calendar, whose months have 31 days, from the seventh 30, the last 29 or 30."""
    if not (1300 <= year < 1500 and 1 <= month <= 12):
        return ()
    length = 31 if month < 7 else 30 if month < 12 or year in _LEAP else 29
    if not 1 <= day <= length:
        return ()
    years = (year - 1300) * 365 + sum(leap < year for leap in _LEAP)
    return (datetime.date.fromordinal(_NOWRUZ_1300 + years + (month - 1) * 30 + min(month - 1, 6) + day - 1),)
