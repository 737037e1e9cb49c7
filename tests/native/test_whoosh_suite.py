"""Whoosh's own tests, on Whoosh's codec, on ours, and on ours with our searcher: what passes there passes here.

They come from the source distribution of the installed release, by pip, into a cache outside the tree.
"""

import os
import subprocess
import sys
import tarfile
from importlib.metadata import version
from pathlib import Path
from xml.etree import ElementTree

import pytest

pytest.importorskip("searchkit._native", reason="the native core is not built")

EXCEPTIONS = {
    "tests.test_codecs::test_corrupt_postings_block_raises_clear_error": "looks into a file of Whoosh's codec",
    "tests.test_codecs::test_fieldwriter_two_terms": "gives one document two lengths; a segment keeps one a document",
    "tests.test_codecs::test_tiny_blocks_stored_uncompressed_round_trip": "expects that zlib is called while writing",
    "tests.test_columns::test_varbytes_offsets": "reads an attribute of Whoosh's reader that is there for this test",
}

OF_THE_SEARCHER = {
    "tests.test_results::test_lengths": "expects that the number of matches is not known yet; ours knows it",
}
"""The exceptions that only the native searcher makes."""

# They test the repository around Whoosh, which is not in the distribution.
NOT_THE_ENGINE = ["test_bump_version_script.py", "test_examples_runnable.py", "test_site_version_sync.py"]

CODEC = """
import whoosh.codec
from searchkit.codec.native import NativeCodec
whoosh.codec.default_codec = lambda **tuning: NativeCodec()
"""

SEARCHER = """
import whoosh.searching
from searchkit.codec.searcher import NativeSearcher
whoosh.searching.Searcher = NativeSearcher
"""

OURS = {"codec": CODEC, "searcher": CODEC + SEARCHER}
"""What every process of the tests imports at its start, children of the tests included."""


@pytest.fixture(scope="module")
def suite() -> Path:
    """The unpacked source distribution of the installed Whoosh."""
    release = f"whoosh3-{version('whoosh3')}"
    root = os.environ.get("SEARCHKIT_TEST_CACHE") or Path.home() / ".cache" / "searchkit-tests"
    folder = Path(root) / release
    if not folder.is_dir():
        Path(root).mkdir(parents=True, exist_ok=True)
        _download(release, Path(root))
    return folder


def _download(release: str, root: Path) -> None:
    wanted = release.replace("-", "==", 1)
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "-q",
        "--no-deps",
        "--no-binary",
        ":all:",
        "-d",
        str(root),
        wanted,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        message = f"pip cannot get {wanted}: {done.stderr.strip()[-300:]}"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    with tarfile.open(root / f"{release}.tar.gz") as archive:
        archive.extractall(root, filter="data")


def start(suite: Path, report: Path, path: str, tests: list[str]) -> "subprocess.Popen[bytes]":
    """Start the tests, with `path` as the path of additional modules."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}", *tests]
    command += [f"--ignore=tests/{name}" for name in NOT_THE_ENGINE]
    environment = {**os.environ, "PYTHONPATH": path, "PYTEST_ADDOPTS": ""}
    with open(report.with_suffix(".log"), "wb") as log:
        return subprocess.Popen(command, cwd=suite, env=environment, stdout=log, stderr=subprocess.STDOUT)


def passed(report: Path) -> set[str]:
    """Return the names of the tests that a report says have passed."""
    cases = ElementTree.parse(report).iter("testcase")
    return {f"{case.get('classname')}::{case.get('name')}" for case in cases if len(case) == 0}


def run(suite: Path, reports: dict[Path, str], tests: list[str]) -> list[set[str]]:
    running = [start(suite, report, path, tests) for report, path in reports.items()]
    assert all(process.wait(timeout=900) in (0, 1) for process in running)
    return [passed(report) for report in reports]


@pytest.fixture(scope="module")
def passes(suite: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What passes on Whoosh's codec, on ours, and on ours with our searcher."""
    folders = {"whoosh": "", **{name: str(tmp_path_factory.mktemp(name)) for name in OURS}}
    for name, code in OURS.items():
        (Path(folders[name]) / "sitecustomize.py").write_text(code)
    reports = tmp_path_factory.mktemp("reports")
    found = run(suite, {reports / f"{name}.xml": folder for name, folder in folders.items()}, ["tests"])
    passed = dict(zip(folders, found, strict=True))
    for name in OURS:
        # A few depend on the clock: those are asked once more.
        missing = passed["whoosh"] - passed[name]
        again = sorted({f"tests/{test.split('::')[0].removeprefix('tests.')}.py" for test in missing})
        passed[name].update(*run(suite, {reports / f"{name}-again.xml": folders[name]}, again))
    return passed


@pytest.mark.parametrize("name", OURS)
def test_every_test_that_passes_on_whoosh_passes_on_ours(passes: dict[str, set[str]], name: str) -> None:
    assert len(passes["whoosh"]) > 800
    exceptions = EXCEPTIONS.keys() | (OF_THE_SEARCHER.keys() if name == "searcher" else set())
    assert passes["whoosh"] - passes[name] == exceptions  # an exception that passes now is none any more
