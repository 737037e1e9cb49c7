"""searchkit timeline: what it prints for people and for programs."""

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli_helpers import indexed, on_terminal, run

EVERY_DAY = [{"id": f"d{n}", "text": "gas", "date": str(date(2025, 1, 1) + timedelta(n))} for n in range(0, 300, 2)]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [
        {"id": "g1", "text": "gas", "date": "2025-01-31"},
        {"id": "g2", "text": "gas", "date": "2025-04-01"},
        {"id": "g3", "text": "gas and oil", "date": "2025-04-02"},
        {"id": "g4", "text": "gas"},
        {"id": "o1", "text": "oil", "date": "2025-04-03"},
    ]
    return indexed(tmp_path_factory.mktemp("timeline"), *rows)


@pytest.fixture(scope="module")
def long_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return indexed(tmp_path_factory.mktemp("long"), *EVERY_DAY)


def test_a_short_timeline_has_a_row_for_every_month(index: Path) -> None:
    answer = run("--index", index, "timeline", "gas", env={"COLUMNS": "60"})
    assert answer.out.splitlines() == [
        "month",
        f"  2025-01  1  {'█' * 20}",
        "  2025-02  0",
        "  2025-03  0",
        f"  2025-04  2  {'█' * 40}",
        "",
    ]
    assert answer.status == 0
    assert answer.err.startswith("4 articles for gas by month, most in 2025-04 (2), 1 undated, in ")


def test_a_share_is_shown_with_what_it_is_of(index: Path) -> None:
    answer = run("--index", index, "timeline", "gas", "--share", "--by", "quarter", env={"COLUMNS": "60"})
    assert answer.out.splitlines()[1:3] == [
        f"  2025-Q1  100%  1 of 1  {'█' * 35}",
        f"  2025-Q2   67%  2 of 3  {'█' * 23}▍",
    ]
    assert "4 of 5 articles for gas by quarter, most in 2025-Q1 (100%, 1 of 1)" in answer.err


def test_a_long_one_has_columns_over_an_axis(long_index: Path) -> None:
    answer = run("--index", long_index, "timeline", "gas", "--by", "week", env={"COLUMNS": "100"})
    lines = answer.out.splitlines()
    assert lines[0] == "   articles by week"
    assert lines[1].startswith("4 ┤    ██  ██  ██")  # every other week has one more
    assert lines[6].startswith("2 ┤")
    assert lines[11].startswith("0 └")
    assert lines[11].count("┬") == 5
    assert lines[12].split() == [f"2025-{month:02}" for month in (1, 3, 5, 7, 9)]
    assert max(map(len, lines)) <= 100


def test_what_does_not_fit_is_drawn_by_the_next_longer_unit(long_index: Path) -> None:
    answer = run("--index", long_index, "timeline", "gas", "--by", "day", env={"COLUMNS": "60"})
    assert answer.out.startswith("   articles by week\n")
    assert "drawn by week: 299 days are more than fit; --format csv has them all" in answer.err
    assert len(run("--index", long_index, "timeline", "gas", "--by", "day", "--format", "csv").out.splitlines()) == 300


def test_on_a_terminal_bars_are_blue_and_nothing_is_too_wide(long_index: Path) -> None:
    shown = on_terminal("--index", long_index, "timeline", "gas", "--by", "week", columns=90)
    assert "\x1b[34m" in shown


def test_as_csv_and_as_lines_of_json(index: Path) -> None:
    answer = run("--index", index, "timeline", "gas", "--share", "--format", "csv")
    rows = list(csv.reader(io.StringIO(answer.out)))
    assert rows[0] == ["month", "first", "last", "count", "all", "share"]
    assert rows[2] == ["2025-02", "2025-02-01", "2025-02-28", "0", "0", ""]
    assert rows[4] == ["2025-04", "2025-04-01", "2025-04-30", "2", "3", "0.666667"]
    lines = run("--index", index, "timeline", "gas", "--format", "jsonl").out.splitlines()
    assert json.loads(lines[0]) == {"value": "2025-01", "first": "2025-01-01", "last": "2025-01-31", "count": 1}


def test_as_json(index: Path) -> None:
    shown = json.loads(run("--index", index, "timeline", "gas", "--by", "year", "--format", "json").out)
    assert list(shown) == [
        "format_version", "query", "interpreted_as", "total", "took_ms", "by", "undated", "buckets", "notes",
    ]  # fmt: skip
    assert sum(bucket["count"] for bucket in shown["buckets"]) + shown["undated"] == shown["total"] == 4


def test_nothing_found_is_status_1(index: Path) -> None:
    answer = run("--index", index, "timeline", "quokka")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("0 articles for quokka by month, in ")


def test_a_picture_is_drawn_beside_the_answer(index: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    picture = tmp_path / "gas.svg"
    answer = run("--index", index, "timeline", "gas", "--plot", picture)
    assert picture.read_text(encoding="utf-8").startswith("<?xml")
    assert answer.out.startswith("month\n")
    assert answer.err.endswith(f"drawn into {picture}\n")


def test_a_picture_of_another_kind_is_an_error(index: Path) -> None:
    answer = run("--index", index, "timeline", "gas", "--plot", "gas.bmp")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith("error: a picture is a file that ends in .png, .svg, .pdf; got 'gas.bmp'")


class TestMultiSelect:
    def test_a_facet_is_counted_without_its_own_filter(self, index: Path) -> None:
        one = run("--index", index, "facets", "date:2025-04", "--by", "month", "--format", "csv").out
        many = run("--index", index, "facets", "date:2025-04", "--by", "month", "--multi-select", "--format", "csv").out
        assert one.splitlines() == ["month,count", "2025-04,3"]
        assert many.splitlines() == ["month,count", "2025-01,1", "2025-04,3", ",1"]

    def test_the_hits_are_those_of_the_filter(self, index: Path) -> None:
        shown = json.loads(
            run("--index", index, "search", "date:2025-04", "--multi-select", "--facet", "year", "--format", "json").out
        )
        assert shown["total"] == len(shown["hits"]) == 3
        assert shown["facets"] == {"year": [{"value": "2025", "count": 4}, {"value": None, "count": 1}]}
