"""Compressed files and archives: their members are articles like those of files."""

import bz2
import gzip
import io
import json
import lzma
import os
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from searchkit import Archive, Report
from searchkit.article import Article
from searchkit.ingest import containers, reading
from searchkit.ingest.files import Candidate, Skipped

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

STORY = b" date 2025-11-13 Lavrov expects talks\n\nHe expects new contacts.\n"


def _read(path: Path) -> list[Article | Skipped]:
    return list(reading.articles(Candidate(str(path), str(path.parent), path.stat().st_size)))


def _file(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _tar(members: dict[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            header = tarfile.TarInfo(name)
            header.size = len(content)
            archive.addfile(header, io.BytesIO(content))
    return out.getvalue()


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def _ids(found: list[Article | Skipped]) -> list[str]:
    assert [item for item in found if isinstance(item, Skipped)] == []
    return [item.id for item in found if isinstance(item, Article)]


def _reasons(found: list[Article | Skipped]) -> list[str]:
    return [item.reason for item in found if isinstance(item, Skipped)]


def _counts(report: Report) -> dict[str, int]:
    names = ("added", "updated", "removed", "unchanged")
    counts = {name: getattr(report, name) for name in names} | {"skipped": len(report.skipped)}
    return {name: count for name, count in counts.items() if count}


@pytest.mark.parametrize(
    ("ending", "compress"),
    [
        (".gz", gzip.compress),
        (".bz2", bz2.compress),
        (".xz", lzma.compress),
        (".zst", zstd.compress),
        ("", gzip.compress),
    ],
)
def test_a_compressed_file_is_the_article_that_it_holds(tmp_path: Path, ending: str, compress: object) -> None:
    assert callable(compress)
    path = _file(tmp_path / f"story.txt{ending}", compress(STORY))
    (article,) = _read(path)
    assert isinstance(article, Article)
    assert (article.id, article.title, article.path) == (path.name, "Lavrov expects talks", str(path))


def test_rows_of_a_compressed_file_come_one_by_one(tmp_path: Path) -> None:
    rows = b"".join(json.dumps({"text": f"row {number}"}).encode() + b"\n" for number in range(3))
    path = _file(tmp_path / "rows.jsonl.zst", zstd.compress(rows))
    assert _ids(_read(path)) == ["rows.jsonl.zst#1", "rows.jsonl.zst#2", "rows.jsonl.zst#3"]


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_members_of_a_tar_have_ids_behind_its_name(tmp_path: Path, mode: str) -> None:
    path = _file(tmp_path / "news.tar", _tar({"in/a.txt": STORY, "b.txt": STORY}, mode))
    assert _ids(_read(path)) == ["news.tar/in/a.txt", "news.tar/b.txt"]


def test_members_of_a_zip_have_paths_behind_its_path(tmp_path: Path) -> None:
    path = _file(tmp_path / "news.zip", _zip({"in/a.txt": STORY, "in\\b.txt": STORY}))
    found = _read(path)
    assert _ids(found) == ["news.zip/in/a.txt", "news.zip/in/b.txt"]
    assert isinstance(found[0], Article)
    assert found[0].path == f"{path}/in/a.txt"


def test_archives_are_read_inside_archives(tmp_path: Path) -> None:
    inner = _zip({"a.txt.gz": gzip.compress(STORY)})
    path = _file(tmp_path / "all.tzst", zstd.compress(_tar({"day.zip": inner})))
    assert _ids(_read(path)) == ["all.tzst/day.zip/a.txt.gz"]


def test_what_is_hidden_in_an_archive_is_left_out(tmp_path: Path) -> None:
    path = _file(tmp_path / "news.zip", _zip({".git/a.txt": STORY, "__MACOSX/a.txt": STORY, "a.txt": STORY}))
    assert _ids(_read(path)) == ["news.zip/a.txt"]


def test_names_of_members_are_only_names(tmp_path: Path) -> None:
    path = _file(tmp_path / "news.tar", _tar({"/etc/passwd": STORY, "../../up.txt": STORY, "caf\udce9.txt": STORY}))
    assert _ids(_read(path)) == ["news.tar/etc/passwd", "news.tar/../../up.txt", "news.tar/caf\\xe9.txt"]
    assert sorted(os.listdir(tmp_path)) == ["news.tar"]


def test_one_bad_member_is_reported_and_the_next_is_read(tmp_path: Path) -> None:
    path = _file(tmp_path / "news.tar", _tar({"a.txt": b"\0\1", "b.txt": STORY}))
    bad, good = _read(path)
    assert bad == Skipped(f"{path}/a.txt", "the file is binary: it has NUL bytes")
    assert isinstance(good, Article)


def test_a_member_whose_name_comes_twice_is_reported(tmp_path: Path) -> None:
    out = io.BytesIO(_tar({"a.txt": STORY}))
    with tarfile.open(fileobj=out, mode="a") as archive:
        archive.addfile(tarfile.TarInfo("./a.txt"))
    assert _reasons(_read(_file(tmp_path / "news.tar", out.getvalue()))) == [
        "its archive has another member of that name; only the first is read"
    ]


@pytest.mark.parametrize("length", [100, 700, 1000, 1536, 2048])
def test_a_tar_that_is_cut_short_is_reported(tmp_path: Path, length: int) -> None:
    path = _file(tmp_path / "news.tar", _tar({"a.txt": STORY, "b.txt": STORY})[:length])
    assert "cut short" in _reasons(_read(path))[-1]


@pytest.mark.parametrize("cut", [4, 12, -1, -9])
def test_a_gzip_that_is_cut_short_is_reported(tmp_path: Path, cut: int) -> None:
    content = gzip.compress(b"".join(os.urandom(50).hex().encode() + b"\n" for _ in range(2000)))
    (reason,) = _reasons(_read(_file(tmp_path / "a.txt.gz", content[:cut])))
    assert "damaged or cut short" in reason


@pytest.mark.parametrize("content", [b"PK\x03\x04\0\0", b"\x1f\x8b", b"\xfd7zXZ\0!", b"\x28\xb5\x2f\xfd!!!!"])
def test_what_only_begins_like_an_archive_is_reported(tmp_path: Path, content: bytes) -> None:
    (reason,) = _reasons(_read(_file(tmp_path / "a.txt", content)))
    assert "damaged" in reason


def test_a_zip_with_a_damaged_member_gives_the_others(tmp_path: Path) -> None:
    content = bytearray(_zip({"a.txt": STORY * 9, "b.txt": STORY}))
    content[60] ^= 0xFF
    bad, good = _read(_file(tmp_path / "news.zip", bytes(content)))
    assert isinstance(bad, Skipped)
    assert bad.path.endswith("news.zip/a.txt")
    assert isinstance(good, Article)


@pytest.mark.parametrize("pack", [gzip.compress, lambda zeros: _zip({"a.txt": zeros, "b.txt": b"short"})])
def test_a_bomb_is_refused_with_the_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: object) -> None:
    monkeypatch.setattr(containers, "ALLOWANCE", 1 << 20)
    assert callable(pack)
    found = _read(_file(tmp_path / "bomb", pack(bytes(9 << 20))))
    (reason,) = _reasons(found)
    assert "it unpacks to more than" in reason


def test_layers_of_packing_have_an_end(tmp_path: Path) -> None:
    content = STORY
    for _ in range(20):
        content = gzip.compress(content)
    assert _reasons(_read(_file(tmp_path / "a.gz", content))) == ["more than 5 layers of packing"]


def test_a_document_of_an_office_is_no_archive(tmp_path: Path) -> None:
    path = _file(tmp_path / "a.docx", _zip({"word/document.xml": b"<x/>"}))
    assert _reasons(_read(path)) == [".docx files are not supported"]


# --- bringing an index up to date


def test_an_archive_that_was_touched_rewrites_nothing(archive: Archive, tmp_path: Path) -> None:
    path = _file(tmp_path / "news.tar.zst", zstd.compress(_tar({"a.txt": STORY, "b.txt": STORY})))
    assert _counts(archive.index(path)) == {"added": 2}
    os.utime(path, (0, 0))
    path.write_bytes(zstd.compress(_tar({"a.txt": STORY, "b.txt": STORY}), 19))
    assert _counts(archive.index(path)) == {"unchanged": 2}


def test_a_change_inside_an_archive_is_exactly_that_change(archive: Archive, tmp_path: Path) -> None:
    path = _file(tmp_path / "news.zip", _zip({"a.txt": STORY, "b.txt": STORY, "c.txt": STORY}))
    archive.index(tmp_path / "news.zip")
    _file(path, _zip({"a.txt": STORY, "b.txt": STORY + b"More.", "d.txt": STORY}))
    assert _counts(archive.index(path)) == {"added": 1, "updated": 1, "removed": 1, "unchanged": 1}
    path.unlink()
    _file(tmp_path / "other.txt", STORY)
    assert _counts(archive.index(tmp_path / "other.txt")) == {"added": 1}
    assert archive.search("*").total == 4


def test_an_archive_that_is_gone_takes_its_articles_along(archive: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    _file(folder / "a.txt", STORY)
    path = _file(folder / "news.zip", _zip({"a.txt": STORY}))
    archive.index(folder)
    path.unlink()
    assert _counts(archive.index(folder)) == {"removed": 1, "unchanged": 1}


def test_an_archive_that_was_cut_short_keeps_its_articles(archive: Archive, tmp_path: Path) -> None:
    path = _file(tmp_path / "news.tar", _tar({"a.txt": STORY, "b.txt": STORY}))
    archive.index(path)
    path.write_bytes(path.read_bytes()[:1024])
    assert _counts(archive.index(path)) == {"unchanged": 1, "skipped": 1}
    assert archive.search("*").total == 2


def test_a_member_that_cannot_be_read_any_more_keeps_only_its_own_article(archive: Archive, tmp_path: Path) -> None:
    path = _file(tmp_path / "news.zip", _zip({"a.txt": STORY, "b.txt": STORY}))
    archive.index(path)
    _file(path, _zip({"a.txt": b"\0"}))
    assert _counts(archive.index(path)) == {"removed": 1, "skipped": 1}
    assert [hit.id for hit in archive.search("*").hits] == ["news.zip/a.txt"]
