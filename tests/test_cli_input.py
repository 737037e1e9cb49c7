"""What cannot be used: a clear message, exit status 2 or a skipped file, no traceback, nothing lost."""

import json
import os
import sys
from pathlib import Path

import pytest

from tests.cli_helpers import Answer, indexed, process, run, write_rows


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return indexed(tmp_path, {"id": "a1", "title": "Gas talks", "date": "2025-09-18", "text": "Gas talks failed."})


def is_intact(index: Path) -> bool:
    return [hit["id"] for hit in run("--index", index, "search", "gas", "--format", "jsonl").rows] == ["a1"]


class TestPaths:
    def test_a_missing_path_stops_the_run_before_it_begins(self, index: Path, tmp_path: Path) -> None:
        answer = run("--index", index, "index", tmp_path / "none")
        assert (answer.status, answer.out) == (2, "")
        assert answer.err == f"error: there is no file or folder {tmp_path / 'none'}\n"
        assert is_intact(index)

    def test_an_empty_folder_is_an_error_and_removes_nothing(self, index: Path, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        answer = run("--index", index, "index", tmp_path / "empty")
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.startswith(f"error: there is no file to index in {tmp_path / 'empty'}\nhint: ")
        assert is_intact(index)

    def test_no_path_at_all_is_an_error(self) -> None:
        answer = run("index")
        assert answer.status == 2
        assert "Missing argument 'PATH...'" in answer.err


class TestIndex:
    def test_none_at_the_place(self, tmp_path: Path) -> None:
        answer = run("--index", tmp_path / "none", "search", "gas")
        assert (answer.status, answer.out) == (2, "")
        assert answer.err == (
            f"error: there is no index at {tmp_path / 'none'}\n"
            f"hint: searchkit --index {tmp_path / 'none'} index PATH makes one\n"
        )

    @pytest.mark.parametrize("command", [["search", "gas"], ["stats"], ["index", "news.txt"], ["delete", "a"]])
    def test_a_folder_that_is_none_is_left_alone(self, tmp_path: Path, command: list[str]) -> None:
        (tmp_path / "photos").mkdir()
        (tmp_path / "photos" / "cat.jpg").write_bytes(b"cat")
        (tmp_path / "news.txt").write_text("Gas talks failed.", encoding="utf-8")
        answer = process("--index", "photos", *command, cwd=tmp_path)
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.startswith("error: photos holds no index: searchkit.json is missing\nhint: ")
        assert os.listdir(tmp_path / "photos") == ["cat.jpg"]

    def test_a_file_where_the_folder_should_be(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("no index", encoding="utf-8")
        answer = run("--index", tmp_path / "file", "stats")
        assert (answer.status, answer.out) == (2, "")
        assert f"{tmp_path / 'file'} is a file, not the folder of an index" in answer.err

    def test_one_of_a_newer_format_says_what_to_do_and_is_left_alone(self, index: Path) -> None:
        marker = index / "searchkit.json"
        marker.write_text(json.dumps({"format_version": 999}), encoding="utf-8")
        answer = run("--index", index, "search", "gas")
        assert (answer.status, answer.out) == (2, "")
        assert "has format 999; this searchkit reads format" in answer.err
        assert "hint: install a newer searchkit" in answer.err
        assert json.loads(marker.read_text(encoding="utf-8")) == {"format_version": 999}

    def test_a_damaged_one_is_named_as_such(self, index: Path) -> None:
        for segment in [*index.glob("*.seg"), *index.glob("*.skt")]:
            segment.write_bytes(segment.read_bytes()[:100])
        answer = process("--index", index, "search", "gas")
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.startswith("error: ")
        assert str(index) in answer.err
        assert "is damaged" in answer.err


class TestFiles:
    """One bad file is reported and the run goes on."""

    def report(self, tmp_path: Path, name: str | bytes, content: bytes) -> Answer:
        folder = tmp_path / "news"
        folder.mkdir()
        (folder / "good.txt").write_text("Gas talks failed.", encoding="utf-8")
        with open(os.path.join(os.fsencode(folder), os.fsencode(name)), "wb") as file:
            file.write(content)
        return process("--index", "index", "index", "news", cwd=tmp_path)

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            pytest.param(b"gas\0talks", "the file is binary: it has NUL bytes", id="binary"),
            pytest.param(
                b"Gas\ntalks in Caf\xe9",
                "the file is not UTF-8: byte 0xe9 in line 2; windows-1252 is no more than a guess",
                id="latin-1",
            ),
            pytest.param(b" \n", "the file is empty", id="empty"),
        ],
    )
    def test_is_skipped_with_its_reason(self, tmp_path: Path, content: bytes, reason: str) -> None:
        answer = self.report(tmp_path, "bad.txt", content)
        assert (answer.status, answer.err) == (0, f"skipped: news/bad.txt: {reason}\n")
        assert answer.out.startswith("1 added, 1 skipped in ")

    def test_a_file_that_became_unreadable_keeps_its_article(self, tmp_path: Path) -> None:
        news = tmp_path / "news.txt"
        news.write_text("Gas talks failed.", encoding="utf-8")
        run("--index", tmp_path / "index", "index", news)
        news.write_bytes(b"\0")
        assert run("--index", tmp_path / "index", "index", news).out.startswith("1 skipped in ")
        assert run("--index", tmp_path / "index", "search", "gas").status == 0

    def test_a_date_that_does_not_exist_leaves_the_article_undated(self, tmp_path: Path) -> None:
        answer = self.report(tmp_path, "odd.txt", b" date 2025-02-30 Gas talks\n\nThey failed.\n")
        assert answer.status == 0
        assert answer.err == (
            "warning: news/odd.txt: odd.txt: '2025-02-30' is no day of the calendar; indexed without a date\n"
        )
        assert answer.out.startswith("2 added in ")
        shown = run("--index", tmp_path / "index", "show", "odd.txt", "--format", "json").json
        assert (shown["date"], shown["title"]) == (None, "Gas talks")

    @pytest.mark.parametrize(
        ("row", "reason"),
        [
            pytest.param('{"id": "b", "text":', "the row is not JSON", id="cut"),
            pytest.param("[1]", "the row must be a JSON object; got list", id="list"),
            pytest.param('{"id": "b", "text": 7}', "'text' must be a string; got 7", id="number"),
            pytest.param('{"id": "", "text": "gas"}', "an article needs an id", id="no-id"),
            pytest.param(r'{"id": "b", "title": "\ud800"}', "title holds half of a surrogate pair", id="surrogate"),
        ],
    )
    def test_a_bad_row_is_skipped_with_its_line_and_the_others_get_in(
        self, tmp_path: Path, row: str, reason: str
    ) -> None:
        rows = f'{{"id": "a", "text": "gas"}}\n{row}\n{{"id": "c", "text": "gas"}}\n'
        answer = self.report(tmp_path, "rows.jsonl", rows.encode())
        assert answer.status == 0
        assert answer.err.startswith("skipped: news/rows.jsonl:2: ")
        assert reason in answer.err
        assert answer.out.startswith("3 added, 1 skipped in ")

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such file names")
    def test_a_file_whose_name_is_not_utf_8_is_found_shown_and_deleted(self, tmp_path: Path) -> None:
        answer = self.report(tmp_path, b"caf\xe9.txt", b"Oil talks failed.")
        assert (answer.status, answer.err) == (0, "")
        (hit,) = process("--index", "index", "search", "oil", "--format", "jsonl", cwd=tmp_path).rows
        assert hit["id"] == r"caf\xe9.txt"
        assert os.fsencode(hit["path"]) == os.fsencode(tmp_path / "news") + b"/caf\xe9.txt"
        assert process("--index", "index", "search", "oil", cwd=tmp_path).status == 0
        assert process("--index", "index", "show", hit["id"], cwd=tmp_path).status == 0
        assert process("--index", "index", "index", "news", cwd=tmp_path).out.startswith("2 unchanged in ")
        assert process("--index", "index", "delete", hit["id"], cwd=tmp_path).out == "removed 1\n"


class TestQueries:
    @pytest.mark.parametrize("query", ["", "  ", "\n"])
    def test_an_empty_one_is_an_error(self, index: Path, query: str) -> None:
        answer = run("--index", index, "search", query)
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.startswith("error: the query is empty\n")
        assert answer.err.endswith("hint: * finds every article\n")

    def test_an_unbalanced_quote_is_pointed_at(self, index: Path) -> None:
        answer = run("--index", index, "search", 'gas "talks fail')
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.splitlines() == ["error: this quotation mark is never closed", '  gas "talks fail', "      ^"]

    def test_the_place_is_right_behind_wide_and_combining_characters(self, index: Path) -> None:
        complaint = run("--index", index, "search", '北京 cafe\u0301\n"gas').err.splitlines()
        assert complaint[1:] == ['  北京 cafe\u0301 "gas', "            ^"]

    @pytest.mark.parametrize("option", ["--since", "--until"])
    def test_a_date_that_does_not_exist_is_an_error(self, index: Path, option: str) -> None:
        answer = run("--index", index, "search", "gas", option, "2025-02-30")
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.startswith("error: there is no day '2025-02-30' in the calendar\nhint: write 2025-11-13")

    def test_a_range_that_ends_before_it_begins_is_an_error(self, index: Path) -> None:
        answer = run("--index", index, "search", "gas", "--since", "2025", "--until", "2024")
        assert (answer.status, answer.out) == (2, "")
        assert "nothing lies between since 2025-01-01 and until 2024-12-31" in answer.err

    @pytest.mark.parametrize("options", [["--limit", "-1"], ["--sort", "best"], ["--facet", "mood"], ["--in", "ads"]])
    def test_an_option_out_of_its_choices_is_an_error(self, index: Path, options: list[str]) -> None:
        answer = run("--index", index, "search", "gas", *options)
        assert (answer.status, answer.out) == (2, "")
        assert f"Invalid value for '{options[0]}'" in answer.err

    def test_an_article_that_is_not_there_is_an_error(self, index: Path) -> None:
        answer = run("--index", index, "show", "a2")
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.startswith("error: there is no article 'a2'")


class TestTerminals:
    def test_no_article_can_steer_one(self, tmp_path: Path) -> None:
        harmful = "gas \x1b]0;owned\x07 \x9b31m talks"
        write_rows(tmp_path / "rows.jsonl", [{"id": harmful, "title": harmful, "source": harmful, "text": harmful}])
        index = tmp_path / "index"
        run("--index", index, "index", tmp_path / "rows.jsonl")
        shown = run("--index", index, "search", "gas").out + run("--index", index, "show", harmful, "--zones").out
        assert not {"\x1b", "\x07", "\x9b"} & set(shown)
