"""What `--format json`, `jsonl` and `csv` print: the names and types that programs rely on."""

import csv
import hashlib
import io
from pathlib import Path
from typing import Any

import pytest

from searchkit import ZONES
from tests.cli_helpers import SEEDS, indexed, run, seed_index, write_rows

LAVROV_2025_09 = "000_5e49aa0e96dcedf2.txt"
LAVROV_2025_11 = "002_41af89fa8d9fa414.txt"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seed_index(tmp_path_factory.mktemp("seeds"))


def search(index: Path, *arguments: object) -> dict[str, Any]:
    answer: dict[str, Any] = run("--index", index, "search", *arguments, "--format", "json").json
    return answer


def types(value: dict[str, Any]) -> dict[str, type]:
    return {name: type(item) for name, item in value.items()}


class TestSearch:
    def test_prints_one_object_with_the_names_of_the_contract(self, seeds: Path) -> None:
        assert types(search(seeds, "lavrov alaska")) == {
            "format_version": int, "query": str, "interpreted_as": str, "total": int, "took_ms": float, "hits": list,
            "facets": dict, "notes": list, "next": type(None), "zero_hits": type(None),
        }  # fmt: skip

    def test_says_what_was_asked_and_what_was_understood(self, seeds: Path) -> None:
        answer = search(seeds, "lavrov  alaska", "--source", "TRT World")
        assert answer["format_version"] == 1
        assert answer["query"] == "lavrov  alaska"
        assert answer["interpreted_as"] == 'lavrov AND alaska AND source:"TRT World"'
        assert answer["total"] == 1

    def test_a_hit_has_the_names_of_the_contract(self, seeds: Path) -> None:
        hit = search(seeds, "escalate")["hits"][0]
        assert types(hit) == {
            "id": str, "rank": int, "score": float, "title": str, "title_marks": list, "date": str, "source": str,
            "path": str, "passages": list, "places": list, "copies": list,
        }  # fmt: skip
        assert types(hit["passages"][0]) == {"text": str, "start": int, "end": int, "marks": list}

    def test_finds_both_seeds_with_their_titles_dates_and_sources(self, seeds: Path) -> None:
        hits = search(seeds, "lavrov", "--sort", "oldest")["hits"]
        assert [(hit["id"], hit["title"], hit["date"], hit["source"]) for hit in hits] == [
            (LAVROV_2025_09, "Lavrov says he expects new contacts between Russia and US on Ukraine crisis",
             "2025-09-18", "unknown"),
            (LAVROV_2025_11, "Lavrov urges Washington to avoid steps that could escalate Ukraine war", "2025-11-13",
             "TRT World"),
        ]  # fmt: skip
        assert [hit["rank"] for hit in hits] == [1, 2]
        assert [hit["path"] for hit in hits] == [str(SEEDS / LAVROV_2025_09), str(SEEDS / LAVROV_2025_11)]

    def test_start_and_end_slice_the_body_and_marks_slice_the_passage(self, tmp_path: Path) -> None:
        body = "Первое. 🙂 Sanctions — “new sanctions” — came.\nThe end of sanctioning."
        index = indexed(tmp_path, {"id": "a", "text": body})
        passages = search(index, "sanction")["hits"][0]["passages"]
        assert all(body[passage["start"] : passage["end"]] == passage["text"] for passage in passages)
        marked = [passage["text"][start:end] for passage in passages for start, end in passage["marks"]]
        assert marked == ["Sanctions", "sanctions", "sanctioning"]

    def test_a_phrase_is_marked_as_a_phrase(self, seeds: Path) -> None:
        answer = search(seeds, '"additional contacts"')
        passage = answer["hits"][0]["passages"][0]
        assert [passage["text"][start:end] for start, end in passage["marks"]] == ["additional contacts"]

    def test_title_marks_slice_the_title(self, seeds: Path) -> None:
        hit = search(seeds, "escalate war")["hits"][0]
        assert [hit["title"][start:end] for start, end in hit["title_marks"]] == ["escalate", "war"]

    def test_counts_sources_and_months_unless_asked_otherwise(self, seeds: Path) -> None:
        assert search(seeds, "lavrov", "--limit", 0)["facets"] == {
            "source": [{"value": "TRT World", "count": 1}, {"value": "unknown", "count": 1}],
            "date": [{"value": "2025-09", "count": 1}, {"value": "2025-11", "count": 1}],
        }

    def test_a_missing_date_is_null_and_a_missing_source_is_unknown(self, tmp_path: Path) -> None:
        answer = search(indexed(tmp_path, {"id": "a", "text": "gas"}), "gas")
        assert (answer["hits"][0]["date"], answer["hits"][0]["source"]) == (None, "unknown")
        assert answer["facets"]["date"] == [{"value": None, "count": 1}]

    def test_finding_nothing_is_an_answer(self, seeds: Path) -> None:
        answer = search(seeds, "zebra", "--source", "TRT Wurld")
        assert (answer["total"], answer["hits"], answer["facets"]) == (0, [], {"source": [], "date": []})
        assert answer["notes"][0] == "no article has the source 'TRT Wurld'; did you mean 'TRT World'?"

    def test_letters_stay_as_they_are(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, {"id": "a", "title": "北京 café 🙂", "text": "gas"})
        assert '"北京 café 🙂"' in run("--index", index, "search", "gas", "--format", "json").out


class TestSearchLines:
    def test_jsonl_prints_the_hits_one_a_line(self, seeds: Path) -> None:
        lines = run("--index", seeds, "search", "lavrov", "--format", "jsonl").rows
        assert lines == search(seeds, "lavrov")["hits"]

    def test_csv_prints_one_hit_a_row_with_its_best_passage(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, {"id": "a", "title": "Talks, again", "date": "2025-09-18", "source": "Wire",
                                   "text": 'He said "gas", twice.'})  # fmt: skip
        rows = list(csv.reader(io.StringIO(run("--index", index, "search", "gas", "--format", "csv").out)))
        assert rows[0] == ["rank", "id", "score", "date", "source", "title", "path", "passage", "copies"]
        score = rows[1].pop(2)
        assert float(score) > 0
        assert rows[1] == ["1", "a", "2025-09-18", "Wire", "Talks, again", str(tmp_path / "rows.jsonl"),
                           'He said "gas", twice.', ""]  # fmt: skip

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t="])
    def test_csv_keeps_a_spreadsheet_from_running_what_an_article_says(self, tmp_path: Path, start: str) -> None:
        harmful = f"{start}HYPERLINK(1) gas"
        index = indexed(tmp_path, {"id": harmful, "title": harmful, "source": harmful, "text": harmful})
        (row,) = csv.DictReader(io.StringIO(run("--index", index, "search", "gas", "--format", "csv").out))
        assert row["id"] == row["title"] == f"'{harmful}"
        assert row["source"] == row["passage"] == f"'{harmful.strip()}"


@pytest.fixture(scope="module")
def article(seeds: Path) -> dict[str, Any]:
    shown: dict[str, Any] = run("--index", seeds, "show", LAVROV_2025_11, "--format", "json").json
    return shown


class TestShow:
    def test_prints_the_article(self, article: dict[str, Any]) -> None:
        plain = {name: article[name] for name in ("format_version", "id", "title", "date", "source", "agencies",
                                                  "photo_credits", "byline", "section", "dateline")}  # fmt: skip
        assert plain == {
            "format_version": 1, "id": LAVROV_2025_11, "date": "2025-11-13", "source": "TRT World",
            "title": "Lavrov urges Washington to avoid steps that could escalate Ukraine war",
            "agencies": ["Agencies"], "photo_credits": ["Reuters"], "byline": None,
            "section": "CONFLICT & PEACE PROCESSES", "dateline": None,
        }  # fmt: skip

    def test_names_the_file_and_its_content(self, article: dict[str, Any]) -> None:
        assert article["path"] == str(SEEDS / LAVROV_2025_11)
        assert article["sha256"] == hashlib.sha256((SEEDS / LAVROV_2025_11).read_bytes()).hexdigest()
        assert "TASS reported that the Italian newspaper declined" in article["body"]
        assert "language" in article

    def test_tells_where_the_date_was_found(self, article: dict[str, Any]) -> None:
        dates = [evidence for evidence in article["evidence"] if evidence["field"] == "date" and evidence["chosen"]]
        assert dates == [{"field": "date", "value": "2025-11-13", "from": "header", "line": 1, "chosen": True,
                          "confidence": 0.999}]  # fmt: skip

    def test_labels_every_physical_line(self, article: dict[str, Any]) -> None:
        count = len((SEEDS / LAVROV_2025_11).read_text(encoding="utf-8").splitlines())
        assert [entry["line"] for entry in article["lines"]] == list(range(1, count + 1))
        assert {entry["zone"] for entry in article["lines"]} <= set(ZONES)
        assert all(set(entry) == {"line", "zone", "reason"} and entry["reason"] for entry in article["lines"])
        assert article["lines"][0]["zone"] == "section"

    def test_labels_the_lines_of_a_text_without_a_page(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, {"id": "a", "text": "Gas.\n\nOil."})
        lines = run("--index", index, "show", "a", "--format", "json").json["lines"]
        assert [(entry["line"], entry["zone"]) for entry in lines] == [(1, "body"), (2, "blank"), (3, "body")]


class TestOtherCommands:
    def test_index_reports_what_it_did(self, tmp_path: Path) -> None:
        folder = tmp_path / "news"
        folder.mkdir()
        (folder / "a.txt").write_text("Gas talks failed.", encoding="utf-8")
        (folder / "b.txt").write_bytes(b"\0\1\2")
        report = run("--index", tmp_path / "index", "index", folder, "--format", "json").json
        assert type(report.pop("took_s")) is float
        assert report == {
            "format_version": 1, "added": 1, "updated": 0, "removed": 0, "unchanged": 0, "relabelled": 0,
            "warnings": [],
            "skipped": [{"path": str(folder / "b.txt"), "reason": "the file is binary: it has NUL bytes"}],
        }  # fmt: skip

    def test_index_tells_added_updated_removed_and_unchanged_apart(self, tmp_path: Path) -> None:
        rows = [{"id": name, "text": "gas"} for name in "abc"]
        index = indexed(tmp_path, *rows)
        changed = write_rows(tmp_path / "rows.jsonl", [rows[0], {"id": "b", "text": "oil"}, {"id": "d", "text": "gas"}])
        report = run("--index", index, "index", changed, "--format", "json").json
        assert [report[name] for name in ("added", "updated", "removed", "unchanged")] == [1, 1, 1, 1]

    def test_facets_prints_the_counts_of_one_field(self, seeds: Path) -> None:
        answer = run("--index", seeds, "facets", "lavrov", "--by", "year", "--format", "json").json
        assert type(answer.pop("took_ms")) is float
        assert answer == {"format_version": 1, "query": "lavrov", "interpreted_as": "lavrov", "total": 2, "by": "year",
                          "values": [{"value": "2025", "count": 2}], "notes": []}  # fmt: skip

    def test_facets_prints_lines_and_tables_too(self, seeds: Path) -> None:
        lines = run("--index", seeds, "facets", "*", "--by", "source", "--format", "jsonl").rows
        assert lines == [{"value": "TRT World", "count": 1}, {"value": "unknown", "count": 1}]
        table = run("--index", seeds, "facets", "*", "--by", "source", "--format", "csv").out
        assert table == "source,count\nTRT World,1\nunknown,1\n"

    def test_stats_prints_figures(self, seeds: Path) -> None:
        stats = run("--index", seeds, "stats", "--format", "json").json
        assert (stats["format_version"], stats["index_format"]) == (1, 6)
        assert (stats["articles"], stats["first_date"], stats["last_date"]) == (2, "2025-09-18", "2025-11-13")
        assert type(stats["engine"]) is str
        assert type(stats["bytes"]) is int

    def test_delete_names_what_was_removed_and_what_was_not_there(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, {"id": "a", "text": "gas"}, {"id": "b", "text": "gas"})
        answer = run("--index", index, "delete", "a", "x", "a", "--format", "json")
        assert answer.json == {"format_version": 1, "removed": ["a"], "missing": ["x"]}
        assert [hit["id"] for hit in search(index, "*")["hits"]] == ["b"]
