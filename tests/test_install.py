"""The normal install where there is no Rust toolchain: everything works on Whoosh's own codec, and says so.

That the same install builds the native core where there is a toolchain is checked by `make native`.
"""

import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from searchkit.cli.index import SLOW
from tests.cli_helpers import SEEDS

ROOT = Path(__file__).parents[1]

TOOLCHAIN = ("cargo", "rustc")

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def distribution(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source distribution of this tree."""
    folder = tmp_path_factory.mktemp("distribution")
    subprocess.run([sys.executable, "-m", "build", "--sdist", "--outdir", folder, ROOT], check=True)
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def bare(distribution: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """What runs a command of an environment into which searchkit was installed without a Rust toolchain."""
    folder = tmp_path_factory.mktemp("bare")
    environment = _without_rust(folder / "bin")

    def run(*command: object) -> subprocess.CompletedProcess[str]:
        program, *arguments = map(str, command)
        return subprocess.run(
            [folder / "bin" / program, *arguments], cwd=folder, env=environment, capture_output=True, encoding="utf-8",
            check=False,
        )  # fmt: skip

    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    installed = run("python", "-m", "pip", "install", "--quiet", distribution)
    assert installed.returncode == 0, installed.stderr
    return run


def _without_rust(first: Path) -> dict[str, str]:
    """Return the environment of this process, but for what leads to a Rust toolchain or to this tree."""
    leading = ("CARGO", "RUST", "PYTHON", "SEARCHKIT", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(leading)}
    folders = [
        folder
        for folder in kept["PATH"].split(os.pathsep)
        if not any(shutil.which(tool, path=folder) for tool in TOOLCHAIN)
    ]
    return kept | {"PATH": os.pathsep.join([str(first), *folders])}


def test_a_source_distribution_holds_the_native_core_as_source(distribution: Path) -> None:
    with tarfile.open(distribution) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    listed = subprocess.run(["git", "ls-files", "native", "searchkit"], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    assert set(listed.stdout.decode().split()) - names == set()
    assert [name for name in names if name.endswith((".so", ".pyd"))] == []


def test_without_a_toolchain_the_core_is_not_there(bare: Run) -> None:
    found = bare("python", "-c", "import searchkit; from searchkit.codec.core import has_core; print(has_core())")
    assert (found.stdout, found.stderr) == ("False\n", "")


def test_without_the_core_the_command_works_and_says_so(bare: Run) -> None:
    said = bare("searchkit", "index", SEEDS)
    assert (said.returncode, said.stderr.count(SLOW)) == (0, 1)
    found = bare("searchkit", "search", "lavrov contacts", "--format", "jsonl")
    assert (found.returncode, found.stdout.count("\n"), found.stderr) == (0, 2, "")
    stats = bare("searchkit", "stats")
    assert (stats.returncode, stats.stderr) == (0, "")
    assert "engine  whoosh\n" in stats.stdout
