"""The documentation is true: its commands print what it shows, its Python runs, its links lead somewhere."""

import doctest
import os
import re
import subprocess
from pathlib import Path

import pytest

from tools import cli_docs
from tools.docs import BLOCK, ROOT, pages, prepared, refreshed

ALL_PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
TIMES = re.compile(r"\d+\.\d+ (ms|s)\b")


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", pages(), ids=name)
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert TIMES.sub("0 s", text) == TIMES.sub("0 s", refreshed(text, prepared(tmp_path)))


@pytest.mark.parametrize("page", pages(), ids=name)
def test_python_prints_what_the_page_shows(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(prepared(tmp_path))
    blocks = BLOCK.finditer(page.read_text(encoding="utf-8"))
    code = "\n".join(block["code"] for block in blocks if block["language"] == "python")
    test = doctest.DocTestParser().get_doctest(code, {}, page.name, str(page), 0)
    assert code.count(">>> ") == len(test.examples)
    assert doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test).failed == 0


@pytest.mark.parametrize("page", [page for page in pages() if page.name != "format.md"], ids=name)
def test_every_block_is_run(page: Path) -> None:
    assert {block["language"] for block in BLOCK.finditer(page.read_text("utf-8"))} <= {"console", "python"}


def test_the_reference_of_the_command_is_what_its_help_says() -> None:
    assert cli_docs.PAGE.read_text(encoding="utf-8") == cli_docs.page()


@pytest.mark.parametrize("page", ALL_PAGES, ids=name)
def test_links_lead_to_files_that_are_there(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", [ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md"], ids=name)
def test_files_that_are_named_are_there(page: Path) -> None:
    named = re.findall(r"`((?:searchkit|tests|tools|docs|native|seeds|index|benchmarks|\.ci)/[\w./-]*)`",
                       page.read_text(encoding="utf-8"))  # fmt: skip
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_map_has_every_room() -> None:
    written = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    shown = written[written.index("## Where to find it") : written.index("## Who imports whom")]
    named = set(re.findall(r"`(?:searchkit/)?([\w/]+?)/?(?:\.py|\.rs)?`", shown))
    package = ROOT / "searchkit"
    of_their_own = ("cli", "codec", "ingest/formats")  # whose rows say what their files have in common
    files = [path.relative_to(package) for path in package.rglob("*.py") if not path.name.startswith("__")]
    missing = {
        str(path)
        for path in files
        if path.parent.as_posix() not in of_their_own and not {path.stem, path.with_suffix("").as_posix()} & named
    }
    assert missing == set()
    assert {path.parent.as_posix() for path in files} - {"."} <= named


@pytest.mark.parametrize("target", ["demo", "test", "clean"])
def test_make_knows_its_targets(target: str) -> None:
    # What the make that may have started these tests told its children is not for this one.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    done = subprocess.run(["make", "--dry-run", target], cwd=ROOT, env=environment, capture_output=True, text=True,
                          check=False, timeout=60)  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert f"make {target}" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_ci_runs_what_a_developer_runs() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o100
    assert "make test" in script.read_text(encoding="utf-8")
