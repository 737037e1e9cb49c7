from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchkit.errors import DateError
from searchkit.query.dates import parse_date, parse_days
from searchkit.query.units import calendar_unit

DAYS = [
    ("2025-11-13", date(2025, 11, 13)),
    ("2025-1-2", date(2025, 1, 2)),
    (" 2025-11-13 ", date(2025, 11, 13)),
    ("2024-02-29", date(2024, 2, 29)),
    ("2000-02-29", date(2000, 2, 29)),
    ("0001-01-01", date(1, 1, 1)),
    ("9999-12-31", date(9999, 12, 31)),
    ("13 Nov 2025", date(2025, 11, 13)),
    ("November 13, 2025", date(2025, 11, 13)),
    ("Nov. 13, 2025", date(2025, 11, 13)),
    ("Thu Nov 13, 2025", date(2025, 11, 13)),
    ("13th November 2025", date(2025, 11, 13)),
    ("29 February 2024", date(2024, 2, 29)),
    ("31 December 1999", date(1999, 12, 31)),
    ("31/12/2025", date(2025, 12, 31)),
    ("12/31/2025", date(2025, 12, 31)),
    ("05/05/2025", date(2025, 5, 5)),
    ("2025/11/13", date(2025, 11, 13)),
    ("13.11.2025", date(2025, 11, 13)),
    ("20251113", date(2025, 11, 13)),
]

SPANS = [
    ("2025", (date(2025, 1, 1), date(2025, 12, 31))),
    ("2025-11", (date(2025, 11, 1), date(2025, 11, 30))),
    ("2025-12", (date(2025, 12, 1), date(2025, 12, 31))),
    ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
    ("2025-02", (date(2025, 2, 1), date(2025, 2, 28))),
    ("1900-02", (date(1900, 2, 1), date(1900, 2, 28))),
    ("November 2025", (date(2025, 11, 1), date(2025, 11, 30))),
    ("Feb 2024", (date(2024, 2, 1), date(2024, 2, 29))),
    ("9999", (date(9999, 1, 1), date(9999, 12, 31))),
]

RANGES = [
    ("2025-11-13..2025-11-20", (date(2025, 11, 13), date(2025, 11, 20))),
    ("2025-11..2025-12", (date(2025, 11, 1), date(2025, 12, 31))),
    ("2024..2025", (date(2024, 1, 1), date(2025, 12, 31))),
    ("2025-11-13..", (date(2025, 11, 13), None)),
    ("..2025-02", (None, date(2025, 2, 28))),
    ("1 Nov 2025 .. 3 Nov 2025", (date(2025, 11, 1), date(2025, 11, 3))),
    ("2025-11-13..2025-11-13", (date(2025, 11, 13), date(2025, 11, 13))),
    ("2025-11-13..2025", (date(2025, 11, 13), date(2025, 12, 31))),
]

ERRORS = [
    ("2025-02-29", "there is no day '2025-02-29' in the calendar"),
    ("2025-02-30", "there is no day '2025-02-30' in the calendar"),
    ("2025-04-31", "there is no day '2025-04-31' in the calendar"),
    ("2025-13", "there is no day '2025-13' in the calendar"),
    ("2025-00", "there is no day '2025-00' in the calendar"),
    ("2025-01-00", "there is no day '2025-01-00' in the calendar"),
    ("0000", "there is no day '0000' in the calendar"),
    ("30 February 2024", "there is no day '30 February 2024' in the calendar"),
    ("29 February 2025", "there is no day '29 February 2025' in the calendar"),
    ("31 April 2025", "there is no day '31 April 2025' in the calendar"),
    ("03/04/2025", "'03/04/2025' can be read as 2025-03-04 or as 2025-04-03"),
    ("3.4.2025", "'3.4.2025' can be read as 2025-03-04 or as 2025-04-03"),
    ("13 November", "the date '13 November' states no year"),
    ("November", "the date 'November' states no year"),
    ("Thursday", "cannot read 'Thursday' as a date"),
    ("13 Nov 2025 6:15pm XYZ", "the date '13 Nov 2025 6:15pm XYZ' states a time; searchkit counts in days"),
    ("13 Nov 2025 6:15pm", "the date '13 Nov 2025 6:15pm' states a time; searchkit counts in days"),
    ("", "cannot read '' as a date"),
    ("soon", "cannot read 'soon' as a date"),
    ("..", "a range of dates needs at least one end; got '..'"),
    ("2025-12..2025-11", "the range '2025-12..2025-11' ends before it begins"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_day_is_read(text: str, day: date) -> None:
    assert parse_days(text) == (day, day)


@pytest.mark.parametrize(("text", "span"), SPANS)
def test_a_month_or_a_year_is_all_of_its_days(text: str, span: tuple[date, date]) -> None:
    assert parse_days(text) == span


@pytest.mark.parametrize(("text", "days"), RANGES)
def test_a_range_includes_both_ends(text: str, days: tuple[date | None, date | None]) -> None:
    assert parse_days(text) == days


@pytest.mark.parametrize(("text", "message"), ERRORS)
def test_what_is_no_certain_day_is_refused(text: str, message: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_days(text)
    assert str(caught.value) == message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (date(2025, 12, 30), ["2025", "2025-Q4", "2025-12", "2026-W01", "2025-12-30"]),
        (date(2021, 1, 3), ["2021", "2021-Q1", "2021-01", "2020-W53", "2021-01-03"]),
        (date(2024, 2, 29), ["2024", "2024-Q1", "2024-02", "2024-W09", "2024-02-29"]),
        (date(987, 6, 5), ["0987", "0987-Q2", "0987-06", "0987-W23", "0987-06-05"]),
    ],
)
def test_a_day_lies_in_its_calendar_units(day: date, names: list[str]) -> None:
    assert [calendar_unit(day, unit) for unit in ("year", "quarter", "month", "week", "day")] == names


@given(st.dates())
def test_every_day_is_read_back_from_its_iso_form(day: date) -> None:
    assert parse_date(day.isoformat()) == (day, day)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_back_from_words(day: date) -> None:
    assert parse_date(f"{day.day} {day:%B} {day.year}") == (day, day)


@given(st.text("0123456789-/. :NovTth", max_size=24) | st.text(max_size=30))
def test_no_text_raises_anything_but_a_date_error(text: str) -> None:
    try:
        first, last = parse_days(text)
    except DateError:
        return
    assert first or last
    assert (first or date.min) <= (last or date.max)
