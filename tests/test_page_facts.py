"""The dates and the outlet of a page by the places that state them, whatever its lines were taken for."""

from datetime import date

import pytest

from searchkit.article import Article
from searchkit.ingest.facts import Facts, masthead, page_dates
from searchkit.ingest.facts.owners import owners
from searchkit.ingest.pages import page
from searchkit.ingest.pages.zones import body_text, runs
from tests.labels import measure, pages

TITLE = "Ferry sails again after weeks of repairs in the dock of the old port"
BODY = (
    "The ferry left the harbour at noon with thirty people on board, its owner said on the quay.",
    "It will sail every hour until the month is over, unless the wind turns to the north again.",
)


def _read(*head: str, foot: tuple[str, ...] = ()) -> Article:
    text = "\n".join([*head, "", *BODY, "", *foot])
    return page.read(text, Facts(), id="x.txt", path="x.txt", sha256="0")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ((TITLE, "Published 13 November 2025", "Updated 20 November 2025"), date(2025, 11, 13)),
        ((TITLE, "Updated 20 November 2025", "Published 13 November 2025"), date(2025, 11, 13)),
        (("MENU", "Thursday, November 20, 2025", "News   Sport   Weather", TITLE, "Nov. 13, 2025"), date(2025, 11, 13)),
        (("FOR IMMEDIATE RELEASE", "November 13, 2025", TITLE), date(2025, 11, 13)),
        ((" date 2026-03-14 " + TITLE, TITLE, "Published: December 2, 2025"), date(2025, 12, 2)),
        ((" date 2025-11-13 " + TITLE, TITLE, "Published: December 2, 2025"), date(2025, 11, 13)),
        ((TITLE, "Posted", "November 13, 2025"), date(2025, 11, 13)),
        ((TITLE, "há 3 dias"), None),
    ],
)
def test_the_day_of_a_page(head: tuple[str, ...], expected: date | None) -> None:
    assert _read(*head).date == expected


def test_what_the_site_says_of_its_day_is_never_the_article_s() -> None:
    article = _read("Today's Paper: Friday, March 6, 2026", "News   Sport", TITLE)
    assert article.date is None
    assert [(e.value, e.origin) for e in article.evidence if e.field == "date"] == [("2026-03-06", "site date")]


def test_a_day_among_the_menus_is_the_last_that_is_believed() -> None:
    article = _read("MENU", "Friday, March 6, 2026", "News   Sport   Weather", "Subscribe", "Log in", TITLE)
    assert (article.date, article.date_quality) == (date(2026, 3, 6), "weak")
    assert [e.origin for e in article.evidence if e.field == "date"] == ["top"]


def test_a_page_was_published_before_it_was_seen() -> None:
    article = _read("Today's Paper: Friday, March 6, 2026", "News   Sport", TITLE, "03/04/2026")
    assert article.date == date(2026, 3, 4)


def test_the_visit_of_an_archive_is_no_day_of_the_page() -> None:
    top = ("https://web.archive.org/web/20180629114502/http://tide.example/chimney", "Friday 29 June 2018")
    lines = [*top, TITLE, "10:14am Tuesday 11th March 2014", *BODY]
    kinds = ["navigation", "dateline", "headline", "dateline", "body", "body"]
    found = page_dates.claims(page_dates.Page(lines, kinds, (2,)))
    assert [(claim.days[0].isoformat(), claim.origin) for claim in found] == [
        ("2018-06-29", "fetched"),
        ("2014-03-11", "dateline"),
    ]


@pytest.mark.parametrize("kind", ["body", "links", "navigation"])
def test_a_date_alone_below_the_title_counts_whatever_its_line_was_taken_for(kind: str) -> None:
    found = page_dates.claims(page_dates.Page([TITLE, "Aug 24, 2025", *BODY], ["headline", kind, "body", "body"], (0,)))
    assert [claim.days for claim in found] == [(date(2025, 8, 24),)]


def test_two_dates_alone_of_which_nothing_is_said_are_none() -> None:
    lines = ["Mar 17, 2026", "Mar 26, 2026", *BODY]
    assert page_dates.claims(page_dates.Page(lines, ["links", "links", "body", "body"], ())) == []


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["TITLE OF IT | The Tide Watcher", "Menu", "TITLE OF IT"], "The Tide Watcher"),
        (["Skip to content", "Tidewatch", "Menu", "About Tidewatch", "Download the Tidewatch app"], "Tidewatch"),
        (["Menu", "SCPM News", "SCPM © 2025 Southern Cross Public Media"], "SCPM News"),
        (["Search UNN...", "Download the UNN app", "© 2026 Union News Network. All Rights Reserved."], "UNN"),
        (["Menu", "© Copyright 2026 Millbrook Courier-Times | Terms of Use"], "Millbrook Courier-Times"),
        (["tidewatcher.example", "Menu", "Tide Watcher follows the code of the press council"], "Tide Watcher"),
        (["Menu", "By Ann Lee for the Daily Herald", "Part of the Daily Herald, The Sun"], "Daily Herald"),
        (["Cookies", "From:", "Department for Time and Measures and", "© Crown copyright"],
         "Department for Time and Measures"),
        (["Menu", "This story first appeared in the Daily Tide on 3 May."], "Daily Tide"),
        (["Daily Tide: TITLE OF IT", "Menu", "About Daily Tide"], "Daily Tide"),
        (["Hoppa till innehåll", "Följ oss", "Kövesse a Tiszapartot a Facebookon is!", "Tiszapart.example - 2026"],
         "Tiszapart"),
        (["Menu", "Lantern Aid is a registered charity", "Hear how Lantern Aid lights the last mile"], "Lantern Aid"),
        (["Menu", "TITLE OF IT - DANUBPRES", "Write to desk@danubpres.example"], "DANUBPRES"),
        (["Menu", "Bureau of Brooks", "The Bureau of Brooks mends streams", "Connect with BOB"], "Bureau of Brooks"),
        (["Home", "Contact Us", "Harbour Post", "12 Quay Street", "Phone 555"], "Harbour Post"),
        (["Home", "Sobre a Agência Sertão", "Rádio"], "Agência Sertão"),
        (["Русский", "English", "RO EN", "Menu"], None),
        (["TOUCHLINE", "Menu", "About Touchline", "© 2025 Touchline Digital Sport Ltd"], "Touchline"),
        (["Home", "News", "Politics", "Innovation", "Earth"], None),
        (["Home", "© Riproduzione riservata"], None),
        (["Reports of AFP are copyright and cannot be reproduced"], None),
    ],
)  # fmt: skip
def test_the_outlet_of_a_page(lines: list[str], expected: str | None) -> None:
    kinds = ["byline" if line.startswith("By ") else "navigation" for line in lines]
    found = masthead.outlet(lines, kinds, "TITLE OF IT")
    assert (found.name if found else None) == expected
    assert found is None or (found.line and found.name.casefold() in lines[found.line - 1].casefold())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Copyright © 2001-2025 Kurier24 S.A.", ["Kurier24 S.A"]),
        ("SCPM © 2025 Southern Cross Public Media", ["Southern Cross Public Media", "SCPM"]),
        ("© 2025 ТОВ «Дніпровський вісник». Всі права захищені", ["Дніпровський вісник"]),
        ("تمامی حقوق برای روزنامه کرانه محفوظ است.", ["روزنامه کرانه"]),
        ("Copyright 2025 The Associated Press. No part of this report may be printed", []),
        ("© Lev Samoilov/TASS", []),
    ],
)
def test_the_owners_of_a_copyright(line: str, expected: list[str]) -> None:
    assert owners(line) == expected


def test_words_of_the_article_that_a_page_says_again_are_no_outlet() -> None:
    lines = [
        TITLE,
        "Black Sea",
        BODY[0],
        "Ships leave the Black Sea port at dawn, and the Black Sea is calm on most days.",
    ]
    assert masthead.outlet(lines, ["headline", "links", "body", "body"], TITLE) is None


def test_of_a_long_page_the_top_and_the_end_are_looked_at() -> None:
    lines = [f"Line {n} — a story of January {n % 28 + 1}, 2025 | More from X{n}" for n in range(20_000)]
    kinds = ["navigation"] * len(lines)
    found = page_dates.claims(page_dates.Page(lines, kinds, ()))
    assert [claim.line for claim in found] == [*range(1, 501), *range(19_501, 20_001)]
    assert masthead.outlet(lines, kinds) is None


def test_who_wrote_it_stands_in_a_line_of_its_own() -> None:
    facts = Facts()
    facts.author("Tamsin Orchard", 2)
    assert facts.fields()["byline"] == "Tamsin Orchard"
    facts.author("Rhys Madoc", 3)
    facts.line("byline", "By Jane Doe", 4)
    assert facts.fields()["byline"] == "Jane Doe"


def test_an_agency_in_a_byline_supplied_text_and_the_outlet_itself_did_not() -> None:
    facts = Facts()
    facts.line("byline", "fam/dpa", 2)
    facts.opening("DECATUR, Ohio (WQLB) - Goats were found.", 3)
    facts.source("WQLB", "copyright", 9)
    fields = facts.fields()
    assert (fields["source"], fields["agencies"]) == ("WQLB", ("dpa",))
    assert [e.value for e in fields["evidence"] if e.field == "agencies"] == ["dpa"]


def test_where_a_recommendation_is_left_out_one_empty_line_stays() -> None:
    lines = ["One.", "", "Read more: two", "", "Three.", "", "", "Four."]
    kinds = ["body", "blank", "recommendation", "blank", "body", "blank", "blank", "body"]
    zones = runs((kind, "") for kind in kinds)
    assert body_text(lines, zones) == "One.\n\nThree.\n\n\nFour."


def test_the_days_and_the_outlets_of_pages_that_people_have_labelled() -> None:
    found = measure(pages(None), lambda page: page.split)["tune"]
    assert found.share(found.dates) >= 0.97
    assert found.share(found.outlets) >= 0.94
