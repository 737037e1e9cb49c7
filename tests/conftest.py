"""What several tests need: an empty archive, one with a few articles, and the way to the corpora."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

import searchkit
from searchkit import Archive, Article

# The same examples on every run of CI: what checks a change must not fail by another one's bad luck. On a developer's
# machine they are new each time, and there a new failure is found.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")

ARTICLES = (
    Article(id="a1", title="Lavrov expects talks", body="Lavrov spoke in Alaska. He expects new contacts with the U.S.",
            date=date(2025, 9, 18), source="Wire"),
    Article(id="a2", title="Sanctions on Russia", body="The EU agreed on new sanctions. Lavrov objected.",
            date=date(2025, 11, 13), source="TRT World"),
    Article(id="a3", title="Storm in Alaska", body="A storm closed the port of Anchorage.",
            date=date(2025, 11, 20), source="TRT World"),
    Article(id="a4", title="Undated notes", body="Nobody knows when these talks were held."),
)  # fmt: skip


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with searchkit.open(tmp_path / "index", create=True) as opened:
        yield opened


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.add(ARTICLES)
    return archive


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of the corpora, unpacked; tests that need one skip where it is not."""
    beside_the_checkout = Path(__file__).parents[2] / "shared" / "data"
    folder = Path(os.environ.get("SEARCHKIT_DATA") or beside_the_checkout)
    if not folder.is_dir():
        pytest.skip("there are no corpora: SEARCHKIT_DATA names no folder")
    return folder


@pytest.fixture(scope="session")
def reuters(data: Path) -> Path:
    folder = data / "ReutersNews106521"
    if not folder.is_dir():
        pytest.skip("SEARCHKIT_DATA has no unpacked ReutersNews106521")
    return folder
