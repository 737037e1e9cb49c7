"""Help, completion and the version: what a user sees before there is any index."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from searchkit import __version__
from searchkit.cli import COMMANDS, cli
from searchkit.engines.folder import has_native
from tests.cli_helpers import indexed, process, run, seed_index

# The options of every command, as the contract has them.
FILTERS = {"--source", "--since", "--until", "--in"}
BOOSTS = {"--recency", "--boost-phrase"}
READING = {"--time-limit", "--lenient"}
OPTIONS = {
    "index": {"--format", "--index", "--progress"},
    "search": FILTERS
    | BOOSTS
    | READING
    | {"--facet", "--multi-select", "--sort", "--limit", "--offset", "--cursor", "--passages", "--check-files"}
    | {"--format", "--index"},
    "show": {"--zones", "--check-file", "--format", "--index"},
    "similar": (FILTERS - {"--in"}) | {"--time-limit", "--limit", "--offset", "--passages", "--format", "--index"},
    "suggest": FILTERS | {"--time-limit", "--limit", "--format", "--index"},
    "explain": FILTERS | BOOSTS | READING | {"--format", "--index"},
    "facets": FILTERS | READING | {"--by", "--multi-select", "--limit", "--format", "--index"},
    "timeline": FILTERS | READING | {"--by", "--share", "--week-start", "--plot", "--format", "--index"},
    "terms": FILTERS | READING | {"--vs", "--limit", "--format", "--index"},
    "cite": FILTERS
    | READING
    | {"--sort", "--limit", "--passages", "--quote", "--verify", "--root", "--format", "--index"},
    "export": FILTERS | READING | {"--sort", "--passages", "--text", "--format", "--index"},
    "noise": {"--pin", "--unpin", "--format", "--index"},
    "stats": {"--format", "--index"},
    "delete": {"--format", "--index"},
    "schema": set(),
}


class TestHelp:
    def test_lists_every_command_with_the_first_line_of_its_help(self) -> None:
        shown = " ".join(run("--help").out.split())
        assert all(f" {name} {line}" in shown for name, line in COMMANDS.items())

    @pytest.mark.parametrize("name", COMMANDS)
    def test_of_a_command_begins_with_that_line(self, name: str) -> None:
        _, _, after_usage = run(name, "--help").out.partition("\n\n")
        opening = " ".join(after_usage.split())
        assert opening.startswith(COMMANDS[name])

    @pytest.mark.parametrize("name", ["", *COMMANDS])
    def test_has_an_example(self, name: str) -> None:
        lines = run(*name.split(), "--help").out.splitlines()
        assert [line for line in lines if line.startswith(("  searchkit ", "  searchkit --index "))]

    @pytest.mark.parametrize("name", COMMANDS)
    def test_names_the_options_of_the_contract(self, name: str) -> None:
        words = run(name, "--help").out.replace("/", " ").split()
        assert {word for word in words if word in {option for known in OPTIONS.values() for option in known}} == (
            OPTIONS[name]
        )

    @pytest.mark.parametrize("flag", ["-h", "--help"])
    def test_is_printed_on_standard_output(self, flag: str) -> None:
        answer = process("search", flag)
        assert (answer.status, answer.err) == (0, "")
        assert answer.out.startswith("Usage: searchkit search [OPTIONS] QUERY\n")

    def test_stays_within_100_columns(self) -> None:
        shown = [run(*name.split(), "--help").out for name in ("", *COMMANDS)]
        assert max(len(line) for text in shown for line in text.splitlines()) <= 100

    def test_the_version_is_that_of_the_package(self) -> None:
        assert run("--version").out == f"searchkit, version {__version__}\n"

    def test_a_misspelt_command_is_an_error(self) -> None:
        answer = run("serach", "gas")
        assert (answer.status, answer.out) == (2, "")
        assert "No such command 'serach'" in answer.err


HEAVY = ("whoosh", "dateutil", "tqdm", "difflib", "shutil", "tempfile", "hashlib", "base64", "csv", "html", "calendar",
         "searchkit.analysis", "searchkit.archive", "searchkit.article", "searchkit.codec.record", "searchkit.indexer",
         "searchkit.ingest", "searchkit.counting", "searchkit.why",
         "searchkit.query.phrases", "matplotlib")  # fmt: skip
"""What takes long to import."""


@pytest.mark.parametrize("name", COMMANDS)
def test_a_query_is_read_leniently_and_ends_in_time_wherever_it_is_asked(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    options = {option.name for option in command.params}
    is_asked = bool({"query", "query_or_id"} & options)
    assert {"lenient", "time_limit"} <= options or not is_asked
    assert is_asked or "lenient" not in options


class TestStart:
    """Most of the time of a command goes into its imports: what it has no use for, it must not import."""

    def heavy(self, *arguments: object) -> list[str]:
        """Return what a command imports of what takes long, beside what Python itself has imported at its start."""
        code = (
            "import sys; before = set(sys.modules)\n"
            "from searchkit.cli import cli\n"
            "try: cli(sys.argv[1:])\n"
            f"finally: print([name for name in {HEAVY} if name in sys.modules and name not in before])"
        )
        command = [sys.executable, "-c", code, *map(str, arguments)]
        shown = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=60).stdout
        return [name for name in HEAVY if repr(name) in shown.splitlines()[-1]]

    @pytest.mark.parametrize("arguments", [("--help",), ("--version",)])
    def test_of_help_imports_nothing_heavy(self, arguments: tuple[str]) -> None:
        assert set(self.heavy(*arguments)) <= {"shutil"}  # which click asks for the width of the terminal

    @pytest.mark.skipif(not has_native(), reason="searchkit._native is not built")
    def test_of_a_search_imports_only_what_searches(self, tmp_path: Path) -> None:
        index = seed_index(tmp_path)
        assert self.heavy("--index", index, "search", "lavrov alaska") == ["searchkit.analysis", "searchkit.archive"]

    @pytest.mark.skipif(not has_native(), reason="searchkit._native is not built")
    def test_of_a_search_that_meets_copies_imports_no_more(self, tmp_path: Path) -> None:
        text = "Ministers met in Brussels and agreed on nothing."
        index = indexed(tmp_path, {"id": "a", "text": text}, {"id": "b", "text": text})
        assert "also: " in run("--index", index, "search", "brussels").out
        assert self.heavy("--index", index, "search", "brussels") == ["searchkit.analysis", "searchkit.archive"]


class TestCompletion:
    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_offers_a_script_for_the_shell(self, shell: str) -> None:
        if shell == "bash" and not _has_bash_4():
            pytest.skip("click's completion needs bash 4.4")
        answer = process(env={"_SEARCHKIT_COMPLETE": f"{shell}_source"})
        assert answer.status == 0
        assert "_SEARCHKIT_COMPLETE" in answer.out
        assert "searchkit" in answer.out

    def completions(self, words: str, place: int) -> list[str]:
        answer = process(env={"_SEARCHKIT_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(place)})
        return [line.partition(",")[2] for line in answer.out.splitlines()]

    def test_completes_commands_options_and_choices(self) -> None:
        assert self.completions("searchkit s", 1) == ["search", "show", "similar", "suggest", "stats", "schema"]
        assert self.completions("searchkit search --s", 2) == ["--source", "--since", "--sort"]
        assert self.completions("searchkit search gas --sort n", 4) == ["newest"]


def _has_bash_4() -> bool:
    try:
        done = subprocess.run(
            ["bash", "-c", "echo ${BASH_VERSINFO[0]}"], capture_output=True, text=True, check=True, timeout=60
        )
    except OSError:
        return False
    return int(done.stdout) >= 4
