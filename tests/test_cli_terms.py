"""searchkit terms: what it prints for people and for programs."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli_helpers import indexed, run


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [{"id": f"n{n}", "text": f"prices rose {'gas pipelines' if n % 5 == 0 else 'oil'}"} for n in range(20)]
    return indexed(tmp_path_factory.mktemp("terms"), *rows)


def test_people_see_both_sides_and_a_bar(index: Path) -> None:
    answer = run("--index", index, "terms", "gas", env={"COLUMNS": "80"})
    assert answer.out.splitlines() == [f"  pipelines  4  100%  vs 0    0%  {'█' * 30}", ""]
    assert answer.err.startswith("words of 4 articles for gas, against 16 other articles, in ")
    assert answer.status == 0


def test_another_query_can_be_the_other_side(index: Path) -> None:
    answer = run("--index", index, "terms", "gas", "--vs", "oil OR id:n5")
    assert "against 16 articles for oil OR id:" in answer.err


def test_as_csv_and_as_lines_of_json(index: Path) -> None:
    answer = run("--index", index, "terms", "gas", "--format", "csv")
    assert list(csv.reader(io.StringIO(answer.out))) == [
        ["term", "foreground", "background", "score"], ["pipelines", "4", "0", "20.0161"],
    ]  # fmt: skip
    assert json.loads(run("--index", index, "terms", "gas", "--format", "jsonl").out) == {
        "term": "pipelines", "foreground": 4, "background": 0, "score": 20.0161,
    }  # fmt: skip


def test_as_json(index: Path) -> None:
    shown = json.loads(run("--index", index, "terms", "gas", "--format", "json").out)
    assert (shown["versus"], shown["total"], shown["background"], shown["sample"]) == ("rest", 4, 16, 4)
    assert [each["term"] for each in shown["terms"]] == ["pipelines"]


def test_nothing_to_tell_is_status_1(index: Path) -> None:
    answer = run("--index", index, "terms", "quokka")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.startswith("words of 0 articles for quokka, against 20 other articles, in ")
