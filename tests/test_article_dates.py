"""Dates as articles print them, and which of an article's dates is chosen."""

import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchkit.analysis import words
from searchkit.ingest.facts import months
from searchkit.ingest.facts.dates import DateClaim, claim, days, days_in, decide, path_claims

THE_13TH = date(2025, 11, 13)


@pytest.mark.parametrize(
    "text",
    [
        "2025-11-13", "2025-11-13T23:30:00-05:00", "20251113", "2025/11/13", "November 13, 2025", "Nov. 13, 2025",
        "13 Nov 2025", "13th November 2025", "13-Nov-2025", "Thu 13 Nov 2025 18.42 GMT",
        "Thu, 13 Nov 2025 18:42:00 +0000",
        "13. November 2025", "le 13 novembre 2025", "13 de noviembre de 2025", "13 de novembro de 2025",
        "13 ноября 2025 года", "13 листопада 2025", "13 Kasım 2025", "13 listopada 2025", "13. marraskuuta 2025",
        "2025年11月13日", "2025년 11월 13일", "13 نوفمبر 2025", "١٣ نوفمبر ٢٠٢٥", "13 تشرين الثاني/نوفمبر 2025",
        "13.11.2025", "13/11/2025", "11/13/2025", "13.11.25", "13.nov.2025 às 9h14", "2025. november 13.",
        "2025. 11. 13. 오전 10:32", "2025 m. lapkričio 13 d.", "13 lis 2025", "13 नवंबर 2025", "१३ नवंबर २०२५",
        "১৩ নভেম্বর ২০২৫", "13 نومبر 2025", "13 Nov 2025 08:15 WIB", "ngày 13 tháng 11 năm 2025", "13 พฤศจิกายน 2568",
        "๑๓ พฤศจิกายน ๒๕๖๘", "令和7年11月13日", "二〇二五年十一月十三日", "民國114年11月13日",
        "۲۲ آبان ۱۴۰۴", "۱۴۰۴/۰۸/۲۲",
    ],
)  # fmt: skip
def test_a_day_in_the_forms_of_many_languages(text: str) -> None:
    assert days(text) == (THE_13TH,)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2025-11", "November 2025", "13 November", "2025-02-30", "Feb 30, 2025", "2025-13-01",
             "13 foo 2025", "30 اسفند 1404", "13 نوفمبر 1404", "há 3 dias", "11.12.13.14", "1", "99999999", "\0"]
)  # fmt: skip
def test_what_states_no_day_of_the_calendar_is_no_date(text: str) -> None:
    assert days(text) == ()


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (None, (date(2025, 3, 4), date(2025, 4, 3))),
        ("en", (date(2025, 3, 4), date(2025, 4, 3))),
        ("fr", (date(2025, 4, 3),)),
        ("en-GB", (date(2025, 4, 3),)),
        ("en-US", (date(2025, 3, 4),)),
    ],
)
def test_figures_are_read_as_the_language_reads_them(language: str | None, expected: tuple[date, ...]) -> None:
    assert days("03/04/2025", language) == expected


def test_whoever_writes_dots_writes_the_day_first() -> None:
    assert days("03.04.2025") == (date(2025, 4, 3),)


def test_the_leap_years_of_the_persian_calendar() -> None:
    assert days("30 اسفند 1403") == (date(2025, 3, 20),)
    assert [days(f"1 فروردین {year}")[0] for year in (1358, 1375, 1403, 1404)] == [
        date(1979, 3, 21), date(1996, 3, 20), date(2024, 3, 20), date(2025, 3, 21),
    ]  # fmt: skip


def test_a_language_does_not_make_a_day_impossible() -> None:
    assert days("11/13/2025", "fr") == (THE_13TH,)


def test_dates_in_a_line_have_their_places() -> None:
    line = "Updated 14 Nov 2025 (first published November 13, 2025)"
    assert [(line[f.start : f.end], f.days) for f in days_in(line)] == [
        ("14 Nov 2025", (date(2025, 11, 14),)),
        ("November 13, 2025", (THE_13TH,)),
    ]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("https://example.org/2025/11/13/talks", [THE_13TH]),
        ("https://example.org/world/2025/nov/13/talks", [THE_13TH]),
        ("https://example.org/talks-2025-11-13.html", [THE_13TH]),
        ("20251113/talks.txt", [THE_13TH]),
        ("2025_11_13_talks.txt", [THE_13TH]),
        ("https://example.org/2025/11/talks", []),
        ("https://example.org/id/202511131530", []),
        ("https://example.org/20259913", []),
    ],
)
def test_days_in_addresses_and_names(path: str, expected: list[date]) -> None:
    assert [claim.days[0] for claim in path_claims(path, "url")] == expected


def test_the_most_trusted_place_is_chosen_and_agreement_raises_the_confidence() -> None:
    day, evidence = decide([claim("13 November 2025", "dateline", 7), claim("2025-11-13", "header", 1)])
    assert day == THE_13TH
    assert [(e.origin, e.line, e.chosen) for e in evidence] == [("header", 1, True), ("dateline", 7, False)]
    assert evidence[0].confidence > decide([claim("2025-11-13", "header", 1)])[1][0].confidence


def test_a_rival_lowers_the_confidence_and_stays_listed() -> None:
    day, evidence = decide([claim("2026-03-06", "header", 1), claim("13 November 2025", "dateline", 7)])
    assert day == date(2026, 3, 6)
    assert [(e.value, e.chosen) for e in evidence] == [("2026-03-06", True), ("2025-11-13", False)]
    assert evidence[0].confidence < 0.75


def test_the_day_after_in_another_time_zone_is_no_rival() -> None:
    _, evidence = decide([claim("2025-11-13", "header"), claim("2025-11-14", "json-ld")])
    assert evidence[0].confidence > 0.99


def test_an_ambiguous_date_is_settled_by_another_one() -> None:
    day, evidence = decide([claim("03/04/2025", "dateline", 2), *path_claims("/2025/04/03/talks", "url")])
    assert (day, evidence[0].origin) == (date(2025, 4, 3), "dateline")


def test_an_ambiguous_date_alone_is_no_date_and_both_readings_are_shown() -> None:
    day, (evidence,) = decide([claim("03/04/2025", "dateline", 2)])
    assert (day, evidence.value, evidence.chosen, evidence.confidence) == (None, "2025-03-04 or 2025-04-03", False, 0.0)


def test_what_programs_write_for_no_date_is_not_chosen() -> None:
    day, evidence = decide([claim("1970-01-01T00:00:00Z", "json-ld"), *path_claims("/2025/11/13/", "url")])
    assert (day, evidence[0].origin) == (THE_13TH, "url")
    assert decide([claim("1970-01-01", "meta")])[0] is None


def test_nothing_stated_is_no_date() -> None:
    assert decide([]) == (None, ())
    assert decide([claim("soon", "field")])[0] is None


@given(st.lists(st.builds(DateClaim, st.lists(st.dates(), max_size=2, unique=True).map(tuple), st.text(),
                          st.sampled_from(["header", "dateline", "url", "file name"]))))  # fmt: skip
def test_no_date_is_invented(claims: list[DateClaim]) -> None:
    day, evidence = decide(claims)
    assert len(evidence) == len(claims)
    assert sum(e.chosen for e in evidence) == (day is not None)
    if day is not None:
        assert any(day in claim.days for claim in claims)


@given(st.text(alphabet=string.digits + " /-.,NovnovDecdeدي年月日\n", max_size=80))
def test_any_line_is_read_without_failing(line: str) -> None:
    for found in days_in(line):
        assert found.days
        assert 0 <= found.start < found.end <= len(line)


def test_names_of_months_are_in_the_form_that_they_are_looked_up_in_and_mean_one_month() -> None:
    assert [name for name in months.MONTHS if " ".join(words(name)) != name] == []
    for row in months._NAMES.values():
        for english, forms in zip(months.ENGLISH, row.split(), strict=True):
            assert {months.MONTHS[form.replace("_", " ")] for form in forms.split("/") if form != "-"} <= {english}
