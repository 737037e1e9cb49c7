"""Data goes to standard output and all else to standard error; the exit status says how it went."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from searchkit.cli import cli
from searchkit.cli.index import SLOW
from searchkit.engines.folder import has_native
from tests.cli_helpers import COMMAND, SEEDS, indexed, on_terminal, process, run, seed_index, write_rows

ESCAPE = "\x1b["


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seed_index(tmp_path_factory.mktemp("seeds"))


class TestStatus:
    def test_is_0_for_found_and_for_done(self, tmp_path: Path) -> None:
        index = tmp_path / "index"
        commands = (["index", SEEDS], ["search", "lavrov"], ["show", "000_5e49aa0e96dcedf2.txt"], ["facets"], ["stats"],
                    ["delete", "000_5e49aa0e96dcedf2.txt"])  # fmt: skip
        assert [process("--index", index, *command).status for command in commands] == [0] * 6

    def test_is_1_when_nothing_is_found(self, seeds: Path) -> None:
        commands = (["search", "zebra"], ["facets", "zebra"], ["delete", "zebra"])
        assert [process("--index", seeds, *command).status for command in commands] == [1] * 3

    def test_is_2_for_trouble(self, seeds: Path, tmp_path: Path) -> None:
        answers = (
            process("--index", seeds, "search", '"open'),
            process("--index", seeds, "search", "gas", "--limit", "-1"),
            process("--index", seeds, "show", "zebra"),
            process("--index", tmp_path / "none", "stats"),
            process("nonsense"),
        )
        assert [(answer.status, answer.out) for answer in answers] == [(2, "")] * 5


class TestStreams:
    def test_the_summary_of_a_search_stands_beside_the_data(self, seeds: Path) -> None:
        answer = process("--index", seeds, "search", "lavrov")
        assert answer.err.startswith("1-2 of 2 articles for lavrov in ")
        assert "articles for" not in answer.out

    def test_notes_stand_beside_the_data(self, seeds: Path) -> None:
        answer = process("--index", seeds, "search", "lavrov", "--source", "TRT Wurld", "--format", "json")
        lines = answer.err.splitlines()
        assert lines[0] == "note: no article has the source 'TRT Wurld'; did you mean 'TRT World'?"
        assert all(line.startswith("note: ") for line in lines)
        assert answer.json["total"] == 0

    @pytest.mark.parametrize("installed", [True, False])
    def test_a_missing_core_is_noted_beside_the_data(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, installed: bool
    ) -> None:
        monkeypatch.delenv("SEARCHKIT_NATIVE", raising=False)
        if not installed:
            monkeypatch.setattr("searchkit.engines.folder.has_native", lambda: False)
        elif not has_native():
            pytest.skip("searchkit._native is not built: no Rust toolchain")
        write_rows(tmp_path / "rows.jsonl", [{"id": "a", "text": "gas"}])
        arguments = ["--index", str(tmp_path / "index"), "index", str(tmp_path / "rows.jsonl")]
        result = CliRunner().invoke(cli, arguments)
        assert result.stdout.startswith("1 added in ")
        assert result.stderr == ("" if installed else f"{SLOW}\n")

    def test_a_skipped_file_is_reported_beside_the_data(self, tmp_path: Path) -> None:
        (tmp_path / "good.txt").write_text("Gas talks failed.", encoding="utf-8")
        (tmp_path / "bad.txt").write_bytes(b"\0")
        answer = process("--index", "index", "index", "good.txt", "bad.txt", cwd=tmp_path)
        assert answer.err == "skipped: bad.txt: the file is binary: it has NUL bytes\n"
        assert answer.out.startswith("1 added, 1 skipped in ")

    def test_standard_error_is_empty_when_there_is_nothing_to_say(self, seeds: Path) -> None:
        assert process("--index", seeds, "search", "lavrov", "--format", "json").err == ""
        assert process("--index", seeds, "stats").err == ""

    def test_an_index_that_is_up_to_date_says_so(self, seeds: Path) -> None:
        assert process("--index", seeds, "index", SEEDS).out.startswith("2 unchanged in ")

    def test_output_is_utf_8_whatever_the_locale(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, {"id": "a", "title": "北京", "text": "gas"})
        assert "北京" in process("--index", index, "search", "gas", env={"PYTHONIOENCODING": "ascii"}).out


class TestClosedPipe:
    def test_a_reader_that_has_seen_enough_is_no_error(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, *({"id": f"a{n}", "text": f"{n} {'gas ' * 2000}"} for n in range(50)))
        reader, writer = os.pipe()
        with subprocess.Popen(
            [*COMMAND, "--index", str(index), "search", "gas", "--limit", "50", "--format", "jsonl"],
            stdout=writer, stderr=subprocess.PIPE,
        ) as child:  # fmt: skip
            os.close(writer)
            os.read(reader, 1)
            os.close(reader)
            _, complaint = child.communicate(timeout=120)
        assert (child.returncode, complaint) == (0, b"")


class TestColour:
    def test_a_pipe_gets_plain_text_with_stars_around_what_matched(self, seeds: Path) -> None:
        answer = process("--index", seeds, "search", "lavrov")
        assert ESCAPE not in answer.out + answer.err
        assert "Foreign Minister Sergey **Lavrov** said on Thursday" in answer.out

    def test_a_terminal_gets_colours_and_no_stars(self, seeds: Path) -> None:
        shown = on_terminal("--index", seeds, "search", "alaska")
        assert f"{ESCAPE}33m{ESCAPE}1mAlaska{ESCAPE}0m" in shown
        assert "**" not in shown

    def test_no_color_keeps_a_terminal_plain(self, seeds: Path) -> None:
        shown = on_terminal("--index", seeds, "search", "alaska", env={"NO_COLOR": "1"})
        assert ESCAPE not in shown
        assert "**Alaska**" in shown

    def test_no_color_keeps_errors_plain_too(self, tmp_path: Path) -> None:
        coloured = on_terminal("--index", tmp_path / "none", "stats")
        plain = on_terminal("--index", tmp_path / "none", "stats", env={"NO_COLOR": "1"})
        assert ESCAPE in coloured
        assert ESCAPE not in plain
        assert plain.startswith("error: there is no index at ")


class TestProgress:
    def test_shows_a_bar_to_a_person(self, tmp_path: Path) -> None:
        shown = on_terminal("--index", tmp_path / "index", "index", SEEDS)
        assert "indexing: " in shown
        assert "2 added" in shown

    def test_shows_none_in_a_pipe(self, tmp_path: Path) -> None:
        assert process("--index", tmp_path / "index", "index", SEEDS).err == ""

    def test_can_be_asked_for_and_be_done_without(self, tmp_path: Path) -> None:
        assert "indexing: " in process("--index", tmp_path / "index", "index", SEEDS, "--progress").err
        assert "indexing: " not in on_terminal("--index", tmp_path / "index", "index", SEEDS, "--no-progress")


def _heed_interrupts() -> None:
    """Let Ctrl-C interrupt, even where the tests were started in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class TestInterruption:
    def test_ends_with_a_sentence_and_the_same_command_goes_on(self, tmp_path: Path) -> None:
        write_rows(tmp_path / "rows.jsonl", [{"id": f"a{n}", "text": f"gas {n} " * 50} for n in range(3000)])
        arguments = ["--index", str(tmp_path / "index"), "index", str(tmp_path / "rows.jsonl"), "--progress"]
        with subprocess.Popen(
            [*COMMAND, *arguments], stderr=subprocess.PIPE, stdout=subprocess.PIPE, preexec_fn=_heed_interrupts
        ) as child:
            assert child.stderr is not None
            child.stderr.read(1)  # the bar has begun, and so has the run
            child.send_signal(signal.SIGINT)
            _, said = child.communicate(timeout=120)
        assert child.returncode == 130
        assert b"interrupted; what was committed is kept" in said
        assert b"Traceback" not in said
        report = run(*arguments, "--no-progress", "--format", "json").json
        assert report["added"] + report["unchanged"] == 3000

    @pytest.mark.parametrize("place", ["whoosh.writing.try_for", "whoosh.writing.SegmentWriter.add_document"])
    def test_at_a_bad_moment_is_no_traceback(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
        monkeypatch.setenv("SEARCHKIT_NATIVE", "0")  # the places are Whoosh's

        def interrupted(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        write_rows(tmp_path / "rows.jsonl", [{"id": "a", "text": "gas"}])
        with monkeypatch.context() as patch:
            patch.setattr(place, interrupted)
            answer = run("--index", tmp_path / "index", "index", tmp_path / "rows.jsonl")
        assert (answer.status, answer.out) == (130, "")
        assert answer.err.startswith("interrupted; what was committed is kept")
        assert run("--index", tmp_path / "index", "index", tmp_path / "rows.jsonl").out.startswith("1 added in ")


class TestStart:
    def modules_after(self, code: str) -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"], capture_output=True, text=True,
            check=True, timeout=120,
        )  # fmt: skip
        return {name.partition(".")[0] for name in done.stdout.split()}

    def test_help_imports_nothing_slow(self) -> None:
        code = "from searchkit.cli import cli\ncli(['--help'], standalone_mode=False)"
        assert not self.modules_after(code) & {"whoosh", "dateutil", "tqdm", "Stemmer", "difflib"}

    def test_importing_searchkit_imports_no_engine(self) -> None:
        assert not self.modules_after("import searchkit; searchkit.Archive") & {"whoosh", "dateutil", "tqdm", "click"}

    def test_the_module_and_the_script_are_one_command(self) -> None:
        script = shutil.which("searchkit", path=str(Path(sys.executable).parent))
        if script is None:
            pytest.skip("searchkit is not installed beside this Python")
        installed = subprocess.run([script, "--version"], capture_output=True, text=True, check=True, timeout=120)
        assert installed.stdout == run("--version").out
