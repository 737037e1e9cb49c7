"""What is made of folders that are no index, and of indexes of other versions."""

import json
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
)
from searchkit.fields import FORMAT_VERSION, MARKER


@pytest.fixture
def index(filled: Archive) -> Path:
    """A closed index of two segments, with a deletion."""
    filled.add([Article(id="a5", title="Lavrov again", body="More new contacts.", source="Wire")])
    filled.delete(["a4"])
    filled.close()
    return Path(filled.location)


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
    assert json.loads((index / MARKER).read_text(encoding="utf-8"))["format_version"] == FORMAT_VERSION


@pytest.mark.parametrize("version", [FORMAT_VERSION + 1, str(FORMAT_VERSION), None])
def test_another_format_is_refused(index: Path, version: object) -> None:
    (index / MARKER).write_text(json.dumps({"format_version": version}))
    with pytest.raises(
        IndexVersionError, match=f"has format {version}; this searchkit reads format {FORMAT_VERSION}"
    ) as caught:
        searchkit.open(index, create=True)
    assert caught.value.hint == "install a newer searchkit, or index the files again into another folder"


@pytest.mark.parametrize("version", [0, 1, 2, 3])
def test_an_older_format_lacks_fields_and_is_to_be_indexed_again(index: Path, version: int) -> None:
    content = json.loads((index / MARKER).read_text(encoding="utf-8"))
    (index / MARKER).write_text(json.dumps(content | {"format_version": version}))
    with pytest.raises(
        IndexVersionError, match=f"has format {version}; this searchkit reads format {FORMAT_VERSION}"
    ) as caught:
        searchkit.open(index)
    assert caught.value.hint == "index the files again into another folder"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b"null", b"\xff", b"[" * 100_000])
def test_a_garbled_marker_is_damage(index: Path, content: bytes) -> None:
    (index / MARKER).write_bytes(content)
    with pytest.raises(CorruptIndexError, match="cannot read"):
        searchkit.open(index)
