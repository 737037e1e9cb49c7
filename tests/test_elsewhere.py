"""What stands on a page beside its article: left out by default, counted in a note, found on request and flagged."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import searchkit
from searchkit import Archive
from tests.cli_helpers import run

SEEDS = Path(__file__).parents[1] / "seeds"
TRT = "002_41af89fa8d9fa414.txt"
NOTE = "1 more match in link lists: --in all"


@pytest.fixture(params=["native", "whoosh"])
def seeds(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    """The two seeds in an index of either engine; without the core it is the same one twice."""
    if request.param == "whoosh":
        monkeypatch.setenv("SEARCHKIT_NATIVE", "0")
    with searchkit.open(tmp_path / "index", create=True) as archive:
        archive.index(SEEDS)
        yield archive


@pytest.mark.parametrize("query", ['"Jake Paul"', '"Honduran election"', "Jake Lavrov"])
def test_what_stands_in_a_list_of_links_is_not_found_but_told_of(seeds: Archive, query: str) -> None:
    results = seeds.search(query)
    assert (results.total, results.notes[0]) == (0, NOTE)


@pytest.mark.parametrize("query", ['"Jake Paul"', '"Honduran election"', "Jake Lavrov"])
def test_it_is_found_on_request_and_says_where(seeds: Archive, query: str) -> None:
    (hit,) = seeds.search(query, in_="all")
    assert (hit.id, hit.places[-1]) == (TRT, "links")
    assert hit.to_dict()["places"][-1] == "links"


@pytest.mark.parametrize(
    ("query", "marked"),
    [('"Jake Paul"', ["Jake Paul"]), ("jake NEAR/2 paul", ["Jake", "Paul"]), ("Jak? Lavrov", ["Jake"]),
     ("/jak./", ["Jake"]), ("jake NOT zebra", ["Jake"])],
)  # fmt: skip
def test_the_line_is_shown_with_its_zone(seeds: Archive, query: str, marked: list[str]) -> None:
    (hit,) = seeds.search(query, in_="all")
    line = next(line for line in hit.lines if "Jake" in line.text)
    assert line.zone == "links"
    assert [line.text[start:end] for start, end in line.marks] == marked
    assert line.text in seeds.show(TRT).zone_text("links", "recommendation").splitlines()
    assert hit.to_dict()["lines"][0]["zone"] == hit.lines[0].zone


def test_there_are_no_lines_where_nobody_asked_or_the_text_has_it(seeds: Archive) -> None:
    assert seeds.search('"Jake Paul"', in_="all", passages=0).hits[0].lines == ()
    (hit,) = seeds.search("sanctions", in_="all")
    assert hit.lines == ()
    assert "lines" not in hit.to_dict()


def test_what_the_text_has_is_found_without_a_flag(seeds: Archive) -> None:
    for in_ in (("title", "body"), "all"):
        results = seeds.search("sanctions", in_=in_)
        assert [(hit.id, hit.places) for hit in results] == [(TRT, ())]
        assert results.notes == ()


def test_a_note_names_every_place(seeds: Archive) -> None:
    assert seeds.search("reuters").notes == ("1 more match in captions: --in all",)
    (note,) = seeds.search("world", in_="title").notes
    assert note == "2 more matches in texts, link lists and the rest of the page: --in all"


@pytest.mark.parametrize("options", [{"in_": "all"}, {"limit": 0}, {"since": "2026"}])
def test_there_is_no_note_where_nothing_was_left_out(seeds: Archive, options: dict[str, object]) -> None:
    assert not _on_the_rest(seeds.search('"Jake Paul"', **options).notes)  # type: ignore[arg-type]


@pytest.mark.parametrize("query", ["*", "source:trt", "title:Jake", "NOT Jake"])
def test_what_is_looked_for_elsewhere_has_no_note(seeds: Archive, query: str) -> None:
    assert not _on_the_rest(seeds.search(query).notes)


def _on_the_rest(notes: Sequence[str]) -> list[str]:
    return [note for note in notes if "--in all" in note]


def test_the_command_finds_nothing_and_says_so(tmp_path: Path) -> None:
    run("--index", tmp_path / "i", "index", SEEDS)
    answer = run("--index", tmp_path / "i", "search", '"Jake Paul"')
    assert (answer.status, answer.out) == (1, "")
    assert f"note: {NOTE}" in answer.err
    answer = run("--index", tmp_path / "i", "search", '"Jake Paul"', "--in", "all")
    assert answer.status == 0
    assert "found in: links" in answer.out


def test_the_command_shows_every_line_with_its_zone_and_the_reason(tmp_path: Path) -> None:
    run("--index", tmp_path / "i", "index", SEEDS)
    shown = run("--index", tmp_path / "i", "show", TRT, "--zones").out
    assert "   41          links  Explore  [heading of a list of other articles]" in shown
    assert "    2   reading-time  2 min read  [minutes to read]" in shown
