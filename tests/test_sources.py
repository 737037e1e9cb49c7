"""Outlets, agencies, bylines, datelines and photo credits, apart from each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchkit.article import UNKNOWN
from searchkit.ingest.facts import sources
from searchkit.ingest.facts.sources import Dateline, SourceClaim


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("WASHINGTON (Reuters) - The White House", "WASHINGTON", "Reuters"),
        ("NEW YORK, Oct 20 (Reuters) - Stocks", "NEW YORK", "Reuters"),
        ("LONDON/PARIS (Reuters) - Ministers", "LONDON/PARIS", "Reuters"),
        ("(Reuters) - Shares", None, "Reuters"),
        ("GAZA CITY, Gaza Strip (AP) — Officials", "GAZA CITY, Gaza Strip", "AP"),
        ("Berlin (dpa) - Der Minister", "Berlin", "dpa"),
        ("Paris, 13 nov 2025 (AFP) - Le ministre", "Paris", "AFP"),
        ("BEIJING, Nov. 13 (Xinhua) -- China", "BEIJING", "Xinhua"),
        ("New Delhi, Nov 13 (PTI) The minister", "New Delhi", "PTI"),
        ("MOSCOW, November 13. /TASS/. Russian forces", "MOSCOW", "TASS"),
        ("ANKARA - Turkish officials", "ANKARA", None),
        ("SANTA ANA, Calif. – A veteran firefighter", "SANTA ANA, Calif.", None),
        ("(Dallas, Texas) – An official ruling", "Dallas, Texas", None),
    ],
)
def test_datelines(opening: str, place: str | None, agency: str | None) -> None:
    assert sources.dateline(opening) == Dateline(place, agency)


@pytest.mark.parametrize(
    "opening",
    ["He (the president) - said", "The company (NYSE: X) - a maker", "NATO - an alliance", "BREAKING - Fire",
     "U.S. officials - who asked", "A quiet day", "",
     "The Dutch Data Protection Authority (AP) said", "Blue Street Bond Euro Government Growth Fund (Acc) - Notice"],
)  # fmt: skip
def test_openings_that_are_no_datelines(opening: str) -> None:
    assert sources.dateline(opening) is None


@pytest.mark.parametrize(
    ("line", "credited"),
    [
        ("Lavrov at a meeting / Reuters", ("Reuters",)),
        ("[File: Jane Doe/AP Photo]", ("AP",)),
        ("Smoke rises over the city. [Jane Doe/Reuters]", ("Reuters",)),
        ("Photograph: Jane Doe/AFP via Getty Images", ("AFP", "Getty Images")),
        ("(Photo by Jane Doe / AFP)", ("AFP",)),
        ("AP Photo/Jane Doe", ("AP",)),
        ("REUTERS/Jane Doe", ("Reuters",)),
        ("Foto: dpa", ("dpa",)),
        ("© AFP", ("AFP",)),
        ("(Photo: Jane Doe)", ("Jane Doe",)),
        ("A quiet street", ()),
        ("He spoke to Reuters", ()),
    ],
)
def test_photo_credits(line: str, credited: tuple[str, ...]) -> None:
    assert sources.photo_credits(line) == credited


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By JANE DOE and JOHN ROE", "JANE DOE and JOHN ROE"),
        ("Von Anna Schmidt, Berlin", "Anna Schmidt, Berlin"),
        ("Por Juan Pérez", "Juan Pérez"),
        ("بقلم: محمد", "محمد"),
        ("By the time he came", None),
        ("By 2030, all cars are electric", None),
        ("By Friday.", None),
        ("Jane Doe", None),
    ],
)
def test_bylines(line: str, names: str | None) -> None:
    assert sources.byline(line) == names


def test_the_source_line_is_believed_before_the_address_and_the_folder() -> None:
    claims = [
        SourceClaim("trtworld.com", "url"),
        SourceClaim("downloads", "folder"),
        SourceClaim("TRT World", "source line", 9),
    ]
    outlet, evidence = sources.decide(claims)
    assert outlet == "TRT World"
    assert [(e.value, e.origin, e.line, e.chosen) for e in evidence] == [
        ("TRT World", "source line", 9, True),
        ("trtworld.com", "url", None, False),
        ("downloads", "folder", None, False),
    ]


def test_nobody_named_is_unknown() -> None:
    assert sources.decide([]) == sources.decide([SourceClaim(" ", "field")]) == (UNKNOWN, ())


def test_the_folder_of_a_file_is_the_last_resort_unless_it_is_a_date() -> None:
    assert sources.folder_claim("bbc.com/2025/11/13/talks.txt") == SourceClaim("bbc.com", "folder")
    assert sources.folder_claim("2025/talks.txt") is None


@given(st.text(alphabet=" ()[]/-–,.:ABCabc123©PhotoReuters", max_size=200))
def test_any_line_is_read_without_failing(line: str) -> None:
    sources.dateline(line)
    sources.photo_credits(line)
    sources.byline(line)
    sources.from_source_line(line)
