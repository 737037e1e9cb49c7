"""What the lines and fields of an article claim, weighed together."""

from datetime import date

from searchkit.article import UNKNOWN
from searchkit.ingest.facts import Facts
from searchkit.ingest.facts.sources import SourceClaim


def _facts(*lines: tuple[str, str]) -> Facts:
    facts = Facts()
    for number, (kind, text) in enumerate(lines, 1):
        facts.line(kind, text, number)
    return facts


def test_a_page_that_names_everything() -> None:
    facts = _facts(
        ("dateline", "Published 13 November 2025, 18:42 GMT"),
        ("byline", "By Jane Doe"),
        ("caption", "A port in the evening / Reuters"),
        ("source", "SOURCE:TRT World & Agencies"),
    )
    facts.opening("ANKARA - The port was closed on Thursday.", 5)
    facts.url("https://www.trtworld.com/2025/11/13/port")
    fields = facts.fields()
    assert (fields["date"], fields["source"]) == (date(2025, 11, 13), "TRT World")
    assert (fields["agencies"], fields["photo_credits"]) == (("Agencies",), ("Reuters",))
    assert (fields["byline"], fields["dateline"]) == ("Jane Doe", "ANKARA")
    assert [(e.field, e.value, e.origin, e.line) for e in fields["evidence"] if e.chosen] == [
        ("date", "2025-11-13", "dateline", 1),
        ("source", "TRT World", "source line", 4),
        ("byline", "Jane Doe", "byline", 2),
        ("photo_credits", "Reuters", "caption", 3),
        ("agencies", "Agencies", "source line", 4),
        ("dateline", "ANKARA", "dateline", 5),
    ]


def test_a_photo_credit_makes_nobody_the_source() -> None:
    fields = _facts(("caption", "A port / Reuters")).fields()
    assert (fields["source"], fields["agencies"], fields["photo_credits"]) == (UNKNOWN, (), ("Reuters",))


def test_the_agency_of_the_dateline_is_the_outlet_when_nothing_else_names_one() -> None:
    facts = Facts()
    facts.opening("WASHINGTON (Reuters) - The White House said", 1)
    assert (facts.fields()["source"], facts.fields()["agencies"]) == ("Reuters", ("Reuters",))
    facts.source("The Daily", "page title")
    assert (facts.fields()["source"], facts.fields()["agencies"]) == ("The Daily", ("Reuters",))


def test_an_agency_named_as_the_source_is_the_outlet_only_for_want_of_another() -> None:
    facts = _facts(("source", "Source: AFP"))
    assert (facts.fields()["source"], facts.fields()["agencies"]) == ("AFP", ("AFP",))
    facts.source("The Daily", "meta")
    assert (facts.fields()["source"], facts.fields()["agencies"]) == ("The Daily", ("AFP",))


def test_the_page_is_believed_before_its_address_and_its_folder() -> None:
    facts = Facts()
    facts.url("https://hp.example/1")
    facts.path("saved/port.txt")
    facts.outlet(SourceClaim("Harbour Post", "copyright", 9))
    assert facts.fields()["source"] == "Harbour Post"
    assert [e.origin for e in facts.fields()["evidence"]] == ["copyright", "url", "folder"]


def test_when_it_was_updated_is_not_when_it_was_published() -> None:
    facts = _facts(("dateline", "Updated 20 November 2025"), ("dateline", "13 November 2025"))
    assert facts.fields()["date"] == date(2025, 11, 13)
    both = _facts(("dateline", "November 13, 2025 | Updated November 20, 2025"))
    assert both.fields()["date"] == date(2025, 11, 13)


def test_the_name_of_the_file_is_the_last_resort_and_says_so() -> None:
    facts = Facts()
    facts.path("harbour-post/2025_11_13_port.txt")
    fields = facts.fields()
    assert (fields["date"], fields["source"]) == (date(2025, 11, 13), "harbour-post")
    assert [(e.field, e.origin) for e in fields["evidence"]] == [("date", "file name"), ("source", "folder")]


def test_the_language_decides_how_figures_are_read() -> None:
    facts = Facts("fr")
    facts.line("dateline", "Publié le 03/04/2025", 1)
    assert facts.fields()["date"] == date(2025, 4, 3)
