"""Reading with several processes: the same index as with one, whatever becomes of a process."""

import os
import signal
from pathlib import Path

import pytest

import searchkit
from searchkit import Article, Skipped, indexer
from searchkit.ingest import reading
from searchkit.ingest.files import find
from searchkit.ingest.pieces import File, Whole
from searchkit.ingest.pool import Pool


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Many small files of several kinds, some of them unreadable, with rows between them."""
    files = tmp_path / "files"
    files.mkdir()
    for n in range(60):
        (files / f"{n:02}.txt").write_text(
            f" date 2025-11-{n % 28 + 1:02} Story {n}\n\nThe {n}th text of the harbour.\n"
        )
    (files / "07.txt").write_bytes(b"\0binary")
    (files / "30.jsonl").write_text('{"id": "row", "text": "A row of the harbour."}\n')
    (files / "31.md").write_text("---\ntitle: Marked\n---\n\nThe *harbour* again.\n")
    (files / "copy.txt").write_bytes((files / "08.txt").read_bytes())
    return files


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexer, "_FILES_FOR_MANY", 2)
    monkeypatch.setattr(indexer, "_BYTES_FOR_MANY", 2)


def test_several_processes_give_the_index_that_one_gives(folder: Path, tmp_path: Path) -> None:
    answers = []
    for workers in (1, 3):
        with searchkit.open(tmp_path / f"index{workers}", create=True) as archive:
            report = archive.index(folder, workers=workers)
            found = [hit[:5] for hit in archive.search("harbour", limit=100)]
            articles = [archive.show(hit[0]).to_dict() for hit in found]
            answers.append((report.added, report.skipped, report.warnings, found, articles))
    assert answers[0] == answers[1]
    assert answers[0][0] == 62


def test_what_several_processes_have_read_is_unchanged_the_next_time(folder: Path, tmp_path: Path) -> None:
    with searchkit.open(tmp_path / "index", create=True) as archive:
        archive.index(folder, workers=2)
        (folder / "09.txt").write_text("Another text.\n")
        again = archive.index(folder, workers=2)
    assert (again.added, again.updated, again.removed, again.unchanged) == (0, 1, 0, 61)


def _pieces(folder: Path) -> list[Whole]:
    candidates, _ = find([folder])
    return [
        piece
        for candidate in candidates
        for file in reading.files(candidate)
        if isinstance(file, File)
        for piece in reading.pieces(file)
        if isinstance(piece, Whole)
    ]


def test_a_process_that_dies_is_replaced(folder: Path) -> None:
    pieces = _pieces(folder)
    with Pool[str](1, None) as pool:
        worker = pool._idle.get()
        os.kill(worker._process.pid, signal.SIGKILL)
        worker._process.wait()
        pool._idle.put(worker)
        found = [*[pair for piece in pieces for pair in pool.put(piece, piece.place)], *pool.rest()]
    assert [place for place, _ in found] == [piece.place for piece in pieces]
    assert sum(isinstance(article, Article) for _, articles in found for article in articles) == len(pieces) - 1


def test_a_file_that_ends_its_process_is_reported_and_the_rest_is_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # sitecustomize is imported by every Python that finds it: here by the processes that read.
    (tmp_path / "sitecustomize.py").write_text(
        "import os\nfrom searchkit.ingest.pages import page\nread = page.read\n"
        "def deadly(text, *more, **named):\n"
        "    return os._exit(3) if 'Story 5\\n' in text else read(text, *more, **named)\n"
        "page.read = deadly\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    pieces = _pieces(folder)
    with Pool[str](2, None) as pool:
        found = [*[pair for piece in pieces for pair in pool.put(piece, piece.place)], *pool.rest()]
    (dead,) = [articles[0] for place, articles in found if place.endswith("/05.txt")]
    assert isinstance(dead, Skipped)
    assert dead.reason == "reading it ended the process that read it"
    assert len(found) == len(pieces)
    assert sum(isinstance(articles[0], Article) for _, articles in found) == len(pieces) - 2


def test_what_goes_wrong_in_a_process_is_raised_here(folder: Path) -> None:
    with Pool[str](1, _fail) as pool, pytest.raises(ZeroDivisionError):  # noqa: PT012  all of it is the reading
        for piece in _pieces(folder):
            list(pool.put(piece, ""))
        list(pool.rest())


def _fail(lines: object, path: str) -> None:
    raise ZeroDivisionError
