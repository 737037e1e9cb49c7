"""What the command shows of copies."""

import csv
import io
from pathlib import Path

import pytest

from tests.cli_helpers import indexed, run

TEXT = "Ministers met in Brussels and agreed on nothing."
NOTE = "2 more matches are copies of articles shown here, and listed with them: --copies shows each as a hit"


@pytest.fixture
def index(tmp_path: Path) -> Path:
    rows = [
        {"id": "ap", "title": "No deal", "text": TEXT, "source": "AP", "date": "2025-11-13"},
        {"id": "trt", "title": "No deal", "text": TEXT, "source": "TRT World", "date": "2025-11-14"},
        {"id": "old", "title": "No deal", "text": TEXT, "source": "Reuters"},
    ]
    return indexed(tmp_path, *rows)


def shown(index: Path, *options: str, columns: int = 80) -> str:
    return run("--index", index, "search", "brussels", *options, env={"COLUMNS": str(columns)}).out


def test_copies_stand_in_one_line_under_the_hit(index: Path) -> None:
    answer = run("--index", index, "search", "brussels", "--facet", "none")
    assert answer.out == (
        "  1  No deal\n"
        "     2025-11-14  TRT World  trt\n"
        "     also: AP 2025-11-13, Reuters undated\n"
        "     • Ministers met in **Brussels** and agreed on nothing.\n"
        "\n"
    )  # fmt: skip
    assert answer.err.startswith("1-1 of 3 articles for brussels")
    assert answer.err.endswith(f"note: {NOTE}\n")


@pytest.mark.parametrize(
    ("columns", "line"),
    [
        (42, "     also: AP 2025-11-13, Reuters undated"),
        (40, "     also: AP 2025-11-13 (+1)"),
        (20, "     also: AP 2025-11-13 (+1)"),
    ],
)
def test_copies_that_have_no_room_are_counted(index: Path, columns: int, line: str) -> None:
    assert shown(index, columns=columns).splitlines()[2] == line


def test_each_copy_is_shown_where_that_is_asked_for(index: Path) -> None:
    answer = run("--index", index, "search", "brussels", "--copies")
    assert answer.out.count("No deal\n") == 3
    assert "also:" not in answer.out
    assert "note:" not in answer.err


def test_json_lists_copies_with_their_evidence(index: Path) -> None:
    answer = run("--index", index, "search", "brussels", "--format", "json").json
    assert answer["hits"][0]["copies"] == [
        {"id": "ap", "date": "2025-11-13", "source": "AP", "evidence": "text-equal"},
        {"id": "old", "date": None, "source": "Reuters", "evidence": "text-equal"},
    ]
    assert (answer["total"], answer["notes"]) == (3, [NOTE])


def test_csv_has_the_ids_of_copies(index: Path) -> None:
    (row,) = csv.DictReader(io.StringIO(shown(index, "--format", "csv")))
    assert (row["id"], row["copies"]) == ("trt", "ap; old")


def test_show_lists_the_copies_of_an_article(index: Path) -> None:
    lines = run("--index", index, "show", "old").out.splitlines()
    place = lines.index("    copies  2025-11-14  TRT World  trt  (text-equal)")
    assert lines[place + 1 : place + 4] == ["            2025-11-13  AP  ap  (text-equal)", "", TEXT]
    copies = run("--index", index, "show", "old", "--format", "json").json["copies"]
    assert [copy["id"] for copy in copies] == ["trt", "ap"]


def test_stats_count_groups_and_copies(index: Path) -> None:
    stats = run("--index", index, "stats", "--format", "json").json
    assert (stats["articles"], stats["copy_groups"], stats["copies"]) == (3, 1, 2)
