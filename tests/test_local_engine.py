"""What the local engine makes of folders that are no index, of newer ones and of damaged ones."""

import gc
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import searchkit
from searchkit import (
    Archive,
    Article,
    CorruptIndexError,
    IndexNotFoundError,
    IndexVersionError,
    NotAnIndexError,
    SearchkitError,
)
from searchkit.engines.folder import MARKER


@pytest.fixture
def index(filled: Archive) -> Path:
    """A closed index of two segments, with a deletion."""
    filled.add([Article(id="a5", title="Lavrov again", body="More new contacts.", source="Wire")])
    filled.delete(["a4"])
    filled.close()
    return Path(filled.location)


def _use_everything(folder: Path) -> None:
    """Open the index and read all of it in every way there is."""
    with searchkit.open(folder) as archive:
        for query in ("lavrov", '"new contacts"', "sanc*", "* -alaska", "date:2025-11", "source:wire"):
            archive.search(query, facets=["source", "date", "section"])
        for hit in archive.search("*", sort="newest"):
            archive.show(hit.id)
        archive.stats()


# --- folders that are no index


def test_an_empty_folder_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexNotFoundError, match="there is no index at"):
        searchkit.open(tmp_path)


def test_an_index_is_made_beside_hidden_files(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*\n")
    with searchkit.open(tmp_path, create=True) as archive:
        assert archive.search("*").total == 0
    assert (tmp_path / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize("create", [True, False])
def test_a_folder_of_other_things_is_left_alone(tmp_path: Path, create: bool) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(NotAnIndexError, match=r"holds no index: searchkit\.json is missing"):
        searchkit.open(tmp_path, create=create)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("create", [True, False])
def test_a_file_is_no_index(tmp_path: Path, create: bool) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(NotAnIndexError, match="is a file, not the folder of an index"):
        searchkit.open(tmp_path / "notes.txt", create=create)


def test_an_index_that_whoosh_made_is_not_ours(index: Path) -> None:
    (index / MARKER).unlink()
    with pytest.raises(NotAnIndexError, match="holds a Whoosh index that searchkit did not make"):
        searchkit.open(index, create=True)


# --- versions and the marker


def test_the_marker_names_the_format(index: Path) -> None:
    assert json.loads((index / MARKER).read_text(encoding="utf-8")) == {"format_version": 1}


@pytest.mark.parametrize("version", [2, 0, "1", None])
def test_another_format_is_refused(index: Path, version: object) -> None:
    (index / MARKER).write_text(json.dumps({"format_version": version}))
    with pytest.raises(IndexVersionError, match=f"has format {version}; this searchkit reads format 1") as caught:
        searchkit.open(index, create=True)
    assert "install a newer searchkit" in str(caught.value.hint)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b"null", b"\xff", b"[" * 100_000])
def test_a_garbled_marker_is_damage(index: Path, content: bytes) -> None:
    (index / MARKER).write_bytes(content)
    with pytest.raises(CorruptIndexError, match="cannot read"):
        searchkit.open(index)


# --- damage

# Where Whoosh finds damage it leaves the file open for the garbage collector.
leaves_files_open = pytest.mark.filterwarnings("ignore::ResourceWarning")


@pytest.fixture(autouse=True)
def _nothing_left_open() -> Iterator[None]:
    yield
    gc.collect()


def _segments(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.seg"))


def _contents(folder: Path) -> Path:
    (path,) = folder.glob("_MAIN_*.toc")
    return path


def test_an_undamaged_index_is_read_in_every_way(index: Path) -> None:
    _use_everything(index)


@leaves_files_open
def test_a_missing_table_of_contents_is_damage_and_never_a_new_index(index: Path) -> None:
    _contents(index).unlink()
    for create in (True, False):
        with pytest.raises(CorruptIndexError, match="is damaged"):
            searchkit.open(index, create=create)
    assert len(_segments(index)) == 2


@leaves_files_open
def test_a_missing_segment_is_damage(index: Path) -> None:
    _segments(index)[0].unlink()
    with pytest.raises(CorruptIndexError):
        _use_everything(index)


@leaves_files_open
@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.6, 0.9, 0.999])
@pytest.mark.parametrize("pick", [_contents, lambda folder: _segments(folder)[0], lambda folder: _segments(folder)[1]])
def test_a_file_cut_short_is_damage(index: Path, share: float, pick: Callable[[Path], Path]) -> None:
    path = pick(index)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(CorruptIndexError):
        _use_everything(index)


@leaves_files_open
@pytest.mark.parametrize("junk", [b"", b"\0" * 5000, b"\xff" * 5000, b"Lavrov " * 700, b"\x80\x04N."])
@pytest.mark.parametrize("pick", [_contents, lambda folder: _segments(folder)[0]])
def test_a_file_of_something_else_is_damage(index: Path, junk: bytes, pick: Callable[[Path], Path]) -> None:
    pick(index).write_bytes(junk)
    with pytest.raises(CorruptIndexError):
        _use_everything(index)


def _flips(content: bytes, count: int) -> Iterator[bytes]:
    """Yield the content with one byte turned over, at places spread evenly."""
    for place in range(0, len(content), max(1, len(content) // count)):
        yield content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]


@leaves_files_open
@pytest.mark.parametrize("pick", [_contents, lambda folder: _segments(folder)[0], lambda folder: _segments(folder)[1]])
def test_a_flipped_byte_anywhere_raises_nothing_but_our_errors(
    index: Path, tmp_path: Path, pick: Callable[[Path], Path]
) -> None:
    refused = 0
    for number, content in enumerate(_flips(pick(index).read_bytes(), 80)):
        damaged = tmp_path / f"damaged{number}"
        shutil.copytree(index, damaged)
        pick(damaged).write_bytes(content)
        try:
            _use_everything(damaged)
        except SearchkitError:
            refused += 1
    assert refused > 0
