"""The language of dates in words, case by case: what it means on a given day, and what is no part of it."""

import subprocess
import sys
import time
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchkit import Archive, Article, DateError, QueryError
from searchkit.query.dates import around, parse_days, parse_stretch
from searchkit.query.grammar import parse
from searchkit.query.phrases import TODAY
from searchkit.query.units import month_length, months_later, unit_days

THURSDAY = "2025-11-20"

# today | phrase | first day | last day
CASES = [
    line.split(" | ")
    for line in """
2025-11-20 | today | 2025-11-20 | 2025-11-20
2025-11-20 | yesterday | 2025-11-19 | 2025-11-19
2025-11-20 | the day before yesterday | 2025-11-18 | 2025-11-18
2025-11-20 | tomorrow | 2025-11-21 | 2025-11-21
2025-03-01 | yesterday | 2025-02-28 | 2025-02-28
2024-03-01 | yesterday | 2024-02-29 | 2024-02-29
2024-02-28 | tomorrow | 2024-02-29 | 2024-02-29
2025-01-01 | yesterday | 2024-12-31 | 2024-12-31
2025-01-01 | day before yesterday | 2024-12-30 | 2024-12-30
2024-12-31 | tomorrow | 2025-01-01 | 2025-01-01
2025-11-20 | Today | 2025-11-20 | 2025-11-20
2025-11-20 | this week | 2025-11-17 | 2025-11-23
2025-11-20 | last week | 2025-11-10 | 2025-11-16
2025-11-20 | previous week | 2025-11-10 | 2025-11-16
2025-11-20 | next week | 2025-11-24 | 2025-11-30
2025-11-17 | this week | 2025-11-17 | 2025-11-23
2025-11-17 | last week | 2025-11-10 | 2025-11-16
2025-11-23 | this week | 2025-11-17 | 2025-11-23
2025-11-23 | last week | 2025-11-10 | 2025-11-16
2025-11-24 | last week | 2025-11-17 | 2025-11-23
2025-01-01 | this week | 2024-12-30 | 2025-01-05
2025-01-01 | last week | 2024-12-23 | 2024-12-29
2024-03-01 | this week | 2024-02-26 | 2024-03-03
2024-12-31 | next week | 2025-01-06 | 2025-01-12
2025-11-20 | this month | 2025-11-01 | 2025-11-30
2025-11-20 | last month | 2025-10-01 | 2025-10-31
2025-11-20 | LAST  MONTH | 2025-10-01 | 2025-10-31
2025-11-20 | previous month | 2025-10-01 | 2025-10-31
2025-11-20 | next month | 2025-12-01 | 2025-12-31
2025-03-31 | last month | 2025-02-01 | 2025-02-28
2024-03-31 | last month | 2024-02-01 | 2024-02-29
2024-03-30 | last month | 2024-02-01 | 2024-02-29
2025-01-31 | last month | 2024-12-01 | 2024-12-31
2025-01-31 | next month | 2025-02-01 | 2025-02-28
2025-12-31 | next month | 2026-01-01 | 2026-01-31
2024-02-29 | this month | 2024-02-01 | 2024-02-29
2025-11-20 | this quarter | 2025-10-01 | 2025-12-31
2025-11-20 | last quarter | 2025-07-01 | 2025-09-30
2025-01-01 | last quarter | 2024-10-01 | 2024-12-31
2025-06-30 | this quarter | 2025-04-01 | 2025-06-30
2025-06-30 | next quarter | 2025-07-01 | 2025-09-30
2025-11-20 | this year | 2025-01-01 | 2025-12-31
2025-11-20 | last year | 2024-01-01 | 2024-12-31
2025-11-20 | next year | 2026-01-01 | 2026-12-31
2024-02-29 | last year | 2023-01-01 | 2023-12-31
2025-11-20 | past 2 weeks | 2025-11-07 | 2025-11-20
2025-11-20 | the past 2 weeks | 2025-11-07 | 2025-11-20
2025-11-20 | past two weeks | 2025-11-07 | 2025-11-20
2025-11-20 | last 2 weeks | 2025-11-07 | 2025-11-20
2025-11-20 | past 1 day | 2025-11-20 | 2025-11-20
2025-11-20 | past day | 2025-11-20 | 2025-11-20
2025-11-20 | past 7 days | 2025-11-14 | 2025-11-20
2025-11-20 | past week | 2025-11-14 | 2025-11-20
2025-11-20 | last 30 days | 2025-10-22 | 2025-11-20
2025-11-20 | past month | 2025-10-21 | 2025-11-20
2025-11-20 | past 1 month | 2025-10-21 | 2025-11-20
2025-11-20 | past 3 months | 2025-08-21 | 2025-11-20
2025-11-20 | past quarter | 2025-08-21 | 2025-11-20
2025-11-20 | last twelve months | 2024-11-21 | 2025-11-20
2025-11-20 | past year | 2024-11-21 | 2025-11-20
2025-11-20 | last 10 years | 2015-11-21 | 2025-11-20
2025-03-31 | past month | 2025-03-01 | 2025-03-31
2025-03-30 | past month | 2025-03-01 | 2025-03-30
2025-03-01 | past month | 2025-02-02 | 2025-03-01
2024-03-31 | past month | 2024-03-01 | 2024-03-31
2024-03-29 | past month | 2024-03-01 | 2024-03-29
2025-05-31 | past 3 months | 2025-03-01 | 2025-05-31
2024-02-29 | past year | 2023-03-01 | 2024-02-29
2025-02-28 | past year | 2024-02-29 | 2025-02-28
2024-02-29 | past 4 years | 2020-03-01 | 2024-02-29
2024-03-01 | past 2 days | 2024-02-29 | 2024-03-01
2025-03-01 | past 2 days | 2025-02-28 | 2025-03-01
2025-01-03 | past 1 week | 2024-12-28 | 2025-01-03
2025-11-20 | 1 day ago | 2025-11-19 | 2025-11-19
2025-11-20 | 10 days ago | 2025-11-10 | 2025-11-10
2025-11-20 | a week ago | 2025-11-13 | 2025-11-13
2025-11-20 | 2 weeks ago | 2025-11-06 | 2025-11-06
2025-11-20 | a month ago | 2025-10-20 | 2025-10-20
2025-11-20 | a quarter ago | 2025-08-20 | 2025-08-20
2025-11-20 | three years ago | 2022-11-20 | 2022-11-20
2025-03-31 | 1 month ago | 2025-02-28 | 2025-02-28
2024-03-31 | 1 month ago | 2024-02-29 | 2024-02-29
2024-02-29 | 1 year ago | 2023-02-28 | 2023-02-28
2024-02-29 | 4 years ago | 2020-02-29 | 2020-02-29
2025-01-15 | 13 months ago | 2023-12-15 | 2023-12-15
2025-11-20 | week to date | 2025-11-17 | 2025-11-20
2025-11-20 | month to date | 2025-11-01 | 2025-11-20
2025-11-20 | quarter to date | 2025-10-01 | 2025-11-20
2025-11-20 | year to date | 2025-01-01 | 2025-11-20
2025-01-01 | year to date | 2025-01-01 | 2025-01-01
2025-11-17 | week to date | 2025-11-17 | 2025-11-17
2025-11-20 | last thursday | 2025-11-13 | 2025-11-13
2025-11-20 | last wednesday | 2025-11-19 | 2025-11-19
2025-11-20 | last friday | 2025-11-14 | 2025-11-14
2025-11-20 | last Sun | 2025-11-16 | 2025-11-16
2025-11-17 | last monday | 2025-11-10 | 2025-11-10
2025-03-02 | last fri | 2025-02-28 | 2025-02-28
2024-03-01 | last thurs | 2024-02-29 | 2024-02-29
2025-11-20 | monday this week | 2025-11-17 | 2025-11-17
2025-11-20 | sunday this week | 2025-11-23 | 2025-11-23
2025-11-20 | monday last week | 2025-11-10 | 2025-11-10
2025-11-23 | sunday last week | 2025-11-16 | 2025-11-16
2025-11-20 | tue next week | 2025-11-25 | 2025-11-25
2025-11-20 | last october | 2025-10-01 | 2025-10-31
2025-11-20 | last november | 2024-11-01 | 2024-11-30
2025-11-30 | last nov | 2024-11-01 | 2024-11-30
2025-12-01 | last november | 2025-11-01 | 2025-11-30
2025-11-20 | last december | 2024-12-01 | 2024-12-31
2025-01-31 | last february | 2024-02-01 | 2024-02-29
2025-11-20 | november last year | 2024-11-01 | 2024-11-30
2025-11-20 | march this year | 2025-03-01 | 2025-03-31
2025-11-20 | 29 feb last year | 2024-02-29 | 2024-02-29
2025-11-20 | q3 last year | 2024-07-01 | 2024-09-30
2025-11-20 | first quarter of this year | 2025-01-01 | 2025-03-31
2025-11-20 | nov 2025 | 2025-11-01 | 2025-11-30
2025-11-20 | Nov. 2025 | 2025-11-01 | 2025-11-30
2025-11-20 | november of 2025 | 2025-11-01 | 2025-11-30
2025-11-20 | nov-2025 | 2025-11-01 | 2025-11-30
2025-11-20 | 2025 nov | 2025-11-01 | 2025-11-30
2025-11-20 | feb 2024 | 2024-02-01 | 2024-02-29
2025-11-20 | feb 2100 | 2100-02-01 | 2100-02-28
2025-11-20 | Sept 2025 | 2025-09-01 | 2025-09-30
2025-11-20 | may 2025 | 2025-05-01 | 2025-05-31
2025-11-20 | 2025/11 | 2025-11-01 | 2025-11-30
2025-11-20 | 2025.11 | 2025-11-01 | 2025-11-30
2025-11-20 | 11/2025 | 2025-11-01 | 2025-11-30
2025-11-20 | 13 nov 2025 | 2025-11-13 | 2025-11-13
2025-11-20 | 13th of November 2025 | 2025-11-13 | 2025-11-13
2025-11-20 | 13-Nov-2025 | 2025-11-13 | 2025-11-13
2025-11-20 | nov 13, 2025 | 2025-11-13 | 2025-11-13
2025-11-20 | 13. November 2025 | 2025-11-13 | 2025-11-13
2025-11-20 | 13nov2025 | 2025-11-13 | 2025-11-13
2025-11-20 | 2025 Nov 13 | 2025-11-13 | 2025-11-13
2025-11-20 | Thursday, 13 November 2025 | 2025-11-13 | 2025-11-13
2025-11-20 | Thu Nov 13 2025 | 2025-11-13 | 2025-11-13
2025-11-20 | 29 feb 2024 | 2024-02-29 | 2024-02-29
2025-11-20 | 31.12.2024 | 2024-12-31 | 2024-12-31
2025-11-20 | 2024/12/31 | 2024-12-31 | 2024-12-31
2025-11-20 | 20240229 | 2024-02-29 | 2024-02-29
2025-11-20 | 2025-W46 | 2025-11-10 | 2025-11-16
2025-11-20 | 2025W46 | 2025-11-10 | 2025-11-16
2025-11-20 | 2025-w46 | 2025-11-10 | 2025-11-16
2025-11-20 | 2025-W46-4 | 2025-11-13 | 2025-11-13
2025-11-20 | week 46 of 2025 | 2025-11-10 | 2025-11-16
2025-11-20 | week 1 2025 | 2024-12-30 | 2025-01-05
2025-11-20 | 2025-W01 | 2024-12-30 | 2025-01-05
2025-11-20 | 2020-W53 | 2020-12-28 | 2021-01-03
2025-11-20 | 2021-W01 | 2021-01-04 | 2021-01-10
2025-11-20 | 2026-W53 | 2026-12-28 | 2027-01-03
2025-11-20 | 2024-W09 | 2024-02-26 | 2024-03-03
2025-11-20 | 2025-Q4 | 2025-10-01 | 2025-12-31
2025-11-20 | Q1 2024 | 2024-01-01 | 2024-03-31
2025-11-20 | 2025Q2 | 2025-04-01 | 2025-06-30
2025-11-20 | third quarter of 2025 | 2025-07-01 | 2025-09-30
2025-11-20 | 2025-H1 | 2025-01-01 | 2025-06-30
2025-11-20 | second half of 2025 | 2025-07-01 | 2025-12-31
2025-11-20 | 1990s | 1990-01-01 | 1999-12-31
2025-11-20 | the 2010s | 2010-01-01 | 2019-12-31
2025-11-20 | last month..today | 2025-10-01 | 2025-11-20
2025-11-20 | 2 weeks ago..yesterday | 2025-11-06 | 2025-11-19
2025-11-20 | nov 2024..2025-W02 | 2024-11-01 | 2025-01-12
2025-11-20 | last month.. | 2025-10-01 | -
2025-11-20 | ..last week | - | 2025-11-16
2025-11-20 | since last month | 2025-10-01 | -
2025-11-20 | since nov 2025 | 2025-11-01 | -
2025-11-20 | since 2 weeks ago | 2025-11-06 | -
2025-11-20 | from 2024 | 2024-01-01 | -
2025-11-20 | until last week | - | 2025-11-16
2025-11-20 | up to feb 2024 | - | 2024-02-29
2025-11-20 | till yesterday | - | 2025-11-19
2025-11-20 | through 2024 | - | 2024-12-31
2025-11-20 | before 2025 | - | 2024-12-31
2025-11-20 | before mar 2024 | - | 2024-02-29
2025-11-20 | after feb 2024 | 2024-03-01 | -
2025-11-20 | after 2025-11-13 | 2025-11-14 | -
2025-11-20 | >=2025-11 | 2025-11-01 | -
2025-11-20 | > 2025-11 | 2025-12-01 | -
2025-11-20 | <2025 | - | 2024-12-31
2025-11-20 | <=2025-02 | - | 2025-02-28
2025-11-20 | from jan 2025 to mar 2025 | 2025-01-01 | 2025-03-31
2025-11-20 | between 2024 and last month | 2024-01-01 | 2025-10-31
2025-11-20 | jan 2025 - feb 2025 | 2025-01-01 | 2025-02-28
2025-11-20 | 2024 to today | 2024-01-01 | 2025-11-20
2025-11-20 | 2025-11-13~3d | 2025-11-10 | 2025-11-16
2025-11-20 | around 2025-11-13~3d | 2025-11-10 | 2025-11-16
2025-11-20 | around yesterday ~ 1w | 2025-11-12 | 2025-11-26
2025-11-20 | 2025-03-31~1m | 2025-02-28 | 2025-04-30
2025-11-20 | 2024-02-29~1y | 2023-02-28 | 2025-02-28
2025-11-20 | nov 2025~2d | 2025-10-30 | 2025-12-02
2025-11-20 | 2024-03-01~1d | 2024-02-29 | 2024-03-02
2025-11-20 | 2025-11-13~0d | 2025-11-13 | 2025-11-13
""".strip().splitlines()
]

UNKNOWN = """
since easter 2025 | easter 2025 | easter | easter monday 2025 | christmas | soon | recently | nowadays | now
last | past | this | the week | last day | this day | next 2 weeks | past few days | past couple of weeks
past 0 days | past -1 days | past 2 | 2 weeks | 2 weeks before | in 2 weeks | weeks ago | 0 days ago
1.5 weeks ago | zero days ago | last weekend | weekend | last summer | summer 2025 | early 2025 | mid nov 2025
end of 2025 | start of last month | late november 2025 | monday | november | last month of 2025
last week of november | month before last | 2025-W00 | 2025-W54 | 2025-W53 | 2025-W46-8 | week 46 | 2025-Q5
Q0 2025 | H3 2025 | fifth quarter of 2025 | 90s | 1995s | 31 nov 2025 | 29 feb 2025 | feb 30 2024 | 32 jan 2025
nov 0, 2025 | Fri Nov 13 2025 | 13 nov 25 | 13/25/2025 | 3/4/2025 | 2025-11-13T10:00 | 13 nov 2025 6pm
nov nov 2025 | nov 2025-11 | 2025-11 nov | 2025 11 | nov 2025 13 | feb 2025-11 | nov dec 2025 | 2025 2024
and 2025 | at 2025 | 2025 mon | 2025 of | 2025- | -2025 | 2025 13 | 20251 | 202511 | 2025-11-13 ~3d~2d
around 2025-11-13 | 2025-11-13~ | 2025-11-13~3 | 2025-11-13~3x | around easter~3d | 9999-12-31~1d
after 9999-12-31 | before 0001-01-01 | past 9999 years | 9999 years ago | since | until | since since 2025
from 2025 to | between 2024 | between 2025 and 2024 | [2025 TO 2024] | [2025] | [* TO *] | {2024 TO 2025}
last month..easter | .. | last month..last year | < | >= | ->2025 | =2025 | last month or so | yesterday's
last  | 0000 | 2025-11-31 | nineties
""".replace("\n", " | ").split(" | ")  # fmt: skip


def _day(text: str) -> date | None:
    return None if text == "-" else date.fromisoformat(text)


@pytest.mark.parametrize(("today", "phrase", "first", "last"), CASES, ids=" | ".join)
def test_a_phrase_means_these_days(today: str, phrase: str, first: str, last: str) -> None:
    assert parse_days(phrase, date.fromisoformat(today)) == (_day(first), _day(last))


def test_there_are_more_than_150_cases() -> None:
    assert len({(today, phrase) for today, phrase, _, _ in CASES}) == len(CASES) > 150


@pytest.mark.parametrize("phrase", [phrase for phrase in UNKNOWN if phrase])
def test_what_is_not_of_the_language_is_an_error_with_a_way_out(phrase: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_days(phrase, date.fromisoformat(THURSDAY))
    assert caught.value.hint


@pytest.mark.parametrize(
    ("phrase", "hint"),
    [
        ("lst month", 'did you mean "last month"?'),
        ("past 2 weks", 'did you mean "past 2 weeks"?'),
        ("novmber 2025", 'did you mean "november 2025"?'),
        ("monday", 'did you mean "last monday"?'),
        ("last", 'a date of several words stands in quotation marks: date:"last ..."'),
        ("Fri Nov 13 2025", "it is a Thursday"),
    ],
)
def test_what_is_nearly_right_is_told_how(phrase: str, hint: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_days(phrase, date.fromisoformat(THURSDAY))
    assert caught.value.hint == hint


def test_a_stretch_has_two_ends() -> None:
    for phrase in ("since 2025", "2024..2025"):
        with pytest.raises(DateError):
            parse_stretch(phrase)


def test_around_says_how_far() -> None:
    assert around("2025-11-13~3d") == (date(2025, 11, 10), date(2025, 11, 16))
    with pytest.raises(DateError, match="does not say how far around"):
        around("2025-11-13")


@given(st.dates())
def test_units_hold_their_day_and_meet_without_gaps(day: date) -> None:
    for unit in ("day", "week", "month", "quarter", "year"):
        first, last = unit_days(day, unit)
        assert first <= day <= last
        if last < date.max:
            assert unit_days(last + timedelta(1), unit)[0] == last + timedelta(1)


@given(st.dates(), st.dates())
def test_relative_phrases_follow_the_calendar(today: date, other: date) -> None:
    if today.year == 1:
        return
    first, last = parse_stretch("last month", today)
    assert last == today.replace(day=1) - timedelta(1)
    assert (last - first).days + 1 == month_length(last.year, last.month)
    first, last = parse_stretch("past 2 weeks", today)
    assert (last, (last - first).days) == (today, 13)
    assert months_later(months_later(today.replace(day=1), -5), 5) == today.replace(day=1)


class TestInQueries:
    @pytest.fixture(autouse=True)
    def today(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(TODAY, THURSDAY)

    @pytest.mark.parametrize(
        ("query", "shown"),
        [
            ('date:"last month"', "date:2025-10-01..2025-10-31"),
            ("date:yesterday", "date:2025-11-19"),
            ("date:2025-W46", "date:2025-11-10..2025-11-16"),
            ('date:"since last week"', "date:2025-11-10.."),
            ("date:>=2025-11", "date:2025-11-01.."),
            ("around:2025-11-13~3d", "date:2025-11-10..2025-11-16"),
            ('around:"nov 2025~1w"', "date:2025-10-25..2025-12-07"),
            ("-around:yesterday~1d", "NOT date:2025-11-18..2025-11-20"),
        ],
    )
    def test_the_days_are_shown_and_read_back(self, query: str, shown: str) -> None:
        assert parse(query).interpreted_as == shown
        assert parse(shown).tree == parse(query).tree

    @pytest.mark.parametrize("query", ['date:"since easter 2025"', "around:2025-11-13", "date:soon", 'date:""'])
    def test_an_unknown_phrase_is_an_error_with_its_place(self, query: str) -> None:
        with pytest.raises(QueryError) as caught:
            parse(query)
        assert caught.value.position == query.index(":") + 1

    def test_options_take_the_same_language(self, archive: Archive) -> None:
        archive.add([Article(id=f"d{n}", body="zeppelin", date=date(2025, 11, n)) for n in (9, 10, 16, 17, 20)])
        found = archive.search("zeppelin", since="last week", until="monday this week", sort="oldest")
        assert [hit.id for hit in found] == ["d10", "d16", "d17"]
        assert found.interpreted_as == "zeppelin AND date:2025-11-10..2025-11-17"
        assert archive.search('zeppelin date:"last week"').total == 2
        with pytest.raises(DateError):
            archive.search("zeppelin", since="easter 2025")

    def test_a_time_of_day_is_refused_wherever_it_stands(self, archive: Archive) -> None:
        assert str(archive.search("gas", since=datetime(2025, 11, 13)).interpreted_as) == "gas AND date:2025-11-13.."
        for since in (datetime(2025, 11, 13, 6), "2025-11-13 06:00"):
            with pytest.raises(DateError, match="states a time; searchkit counts in days"):
                archive.search("gas", since=since)


def test_a_wrong_day_in_the_environment_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TODAY, "thursday")
    with pytest.raises(DateError, match=TODAY):
        parse_days("yesterday")


ZONES = ("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "America/St_Johns", "Europe/London")


@pytest.mark.parametrize("zone", ZONES)
def test_answers_are_the_same_in_every_time_zone(zone: str) -> None:
    cases = [(today, phrase, first, last) for today, phrase, first, last in CASES]
    code = f"""
import time
from datetime import date
from searchkit.query.dates import parse_days
time.tzset()
cases = {cases!r}
shown = [(today, phrase, *(str(day) if day else "-" for day in parse_days(phrase, date.fromisoformat(today))))
         for today, phrase, first, last in cases]
print(shown == cases, time.tzname[0])
"""
    done = subprocess.run([sys.executable, "-c", code], env={"TZ": zone}, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("True "), done.stdout + done.stderr


@pytest.mark.parametrize(("zone", "day"), [("UTC", 14), ("Pacific/Kiritimati", 14), ("America/Los_Angeles", 13)])
def test_today_is_the_day_of_the_local_calendar(zone: str, day: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(TODAY, raising=False)
    monkeypatch.setattr(time, "time", lambda: 1_763_080_200.0)  # 2025-11-14, half past midnight in UTC
    monkeypatch.setenv("TZ", zone)
    try:
        time.tzset()
        assert parse_days("today") == (date(2025, 11, day), date(2025, 11, day))
    finally:
        monkeypatch.undo()
        time.tzset()


def test_reading_a_phrase_takes_less_than_50_microseconds() -> None:
    today = date.fromisoformat(THURSDAY)
    slowest = {}
    for _, phrase, _, _ in CASES:
        times = []
        for _ in range(20):
            started = time.perf_counter()
            parse_days(phrase, today)
            times.append(time.perf_counter() - started)
        slowest[phrase] = min(times)
    assert max(slowest.values()) < 50e-6, max(slowest, key=slowest.__getitem__)
