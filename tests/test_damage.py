"""A damaged index is named as damaged: no error of another kind, and with native segments no wrong answer."""

import gc
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import searchkit
from searchkit import Article, CorruptIndexError, SearchkitError
from searchkit.engines.folder import has_native
from searchkit.fields import MARKER
from tests.conftest import ARTICLES

# Where Whoosh finds damage it leaves the file open for the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")

FILES = ("contents", "first segment", "last segment")


@pytest.fixture(params=["whoosh", "native"])
def codec(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "native" and not has_native():
        pytest.skip("searchkit._native is not built: no Rust toolchain")
    monkeypatch.setenv("SEARCHKIT_NATIVE", str(int(request.param == "native")))
    return str(request.param)


@pytest.fixture
def index(codec: str, tmp_path: Path) -> Iterator[Path]:
    """A closed index of two segments, with a deletion."""
    with searchkit.open(tmp_path / "index", create=True) as archive:
        archive.add(ARTICLES)
        archive.add([Article(id="a5", title="Lavrov again", body="More new contacts.", source="Wire")])
        archive.delete(["a4"])
    yield tmp_path / "index"
    gc.collect()


def answers(folder: Path) -> list[Any]:
    """Open the index, read all of it in every way there is, and return what it says."""
    with searchkit.open(folder) as archive:
        found = [
            archive.search(query, facets=["source", "date", "section"]).to_dict() | {"took_ms": 0}
            for query in ("lavrov", '"new contacts"', "sanc*", "* -alaska", "date:2025-11", "source:wire")
        ]
        shown = [archive.show(hit.id).to_dict() for hit in archive.search("*", sort="newest")]
        return [*found, *shown, archive.stats()["articles"]]


def file(folder: Path, name: str) -> Path:
    """Return a file of the index: what a reader looks into for the segments, or a segment."""
    native = json.loads((folder / MARKER).read_text())["codec"] == "native"
    if name == "contents":
        return folder / MARKER if native else next(folder.glob("_MAIN_*.toc"))
    segments = sorted(folder.glob("*.skt" if native else "*.seg"))
    assert len(segments) == 2
    return segments[0 if name == "first segment" else 1]


def test_an_undamaged_index_is_read_in_every_way(index: Path) -> None:
    assert len(answers(index)) == 6 + 4 + 1


@pytest.mark.parametrize("create", [True, False])
def test_missing_contents_are_damage_and_never_a_new_index(index: Path, create: bool) -> None:
    segment = file(index, "first segment")
    for contents in index.glob("_MAIN_*.toc"):
        contents.unlink()
    with pytest.raises(CorruptIndexError, match="is damaged"), searchkit.open(index, create=create) as archive:
        archive.add(ARTICLES)
    assert segment.exists()


def test_a_missing_segment_is_damage(index: Path) -> None:
    file(index, "first segment").unlink()
    with pytest.raises(CorruptIndexError):
        answers(index)


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.6, 0.9, 0.999])
@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_short_is_damage(index: Path, share: float, name: str) -> None:
    path = file(index, name)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(CorruptIndexError):
        answers(index)


@pytest.mark.parametrize("junk", [b"", b"\0" * 5000, b"\xff" * 5000, b"Lavrov " * 700, b"\x80\x04N."])
@pytest.mark.parametrize("name", FILES[:2])
def test_a_file_of_something_else_is_damage(index: Path, junk: bytes, name: str) -> None:
    file(index, name).write_bytes(junk)
    with pytest.raises(CorruptIndexError):
        answers(index)


@pytest.mark.parametrize("junk", [b"", b"\0" * 5000, b"Lavrov " * 700, b"\x80\x04N."])
def test_damaged_contents_stop_a_writer(index: Path, junk: bytes) -> None:
    next(index.glob("_MAIN_*.toc")).write_bytes(junk)
    with pytest.raises(CorruptIndexError), searchkit.open(index) as archive:
        archive.add(ARTICLES)


def flips(content: bytes, count: int) -> Iterator[bytes]:
    """Yield the content with one byte turned over, at places spread evenly."""
    for place in range(0, len(content), max(1, len(content) // count)):
        yield content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]


@pytest.mark.parametrize("name", FILES)
def test_a_flipped_byte_raises_nothing_but_our_errors(index: Path, tmp_path: Path, codec: str, name: str) -> None:
    undamaged, refused = answers(index), 0
    for number, content in enumerate(flips(file(index, name).read_bytes(), 80)):
        damaged = tmp_path / f"damaged{number}"
        shutil.copytree(index, damaged)
        file(damaged, name).write_bytes(content)
        try:
            found = answers(damaged)
        except SearchkitError:
            refused += 1
        else:
            # Whoosh's files have no checksums: there a flipped byte can pass, and an answer be wrong.
            assert codec == "whoosh" or name == "contents" or found == undamaged
    assert refused > 0
