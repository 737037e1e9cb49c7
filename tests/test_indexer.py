"""Bringing an index up to date with files: what is added, updated, removed, kept."""

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import searchkit
from searchkit import Archive, IndexLockedError, InputError, Report

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of two articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    _write(folder / "a.txt", "Talks\n\nLavrov came.")
    _write(folder / "b.txt", "Storm\n\nA port closed.")
    return folder


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(text, encoding="utf-8")


def _counts(report: Report) -> dict[str, int]:
    """Return what a run did, without what it did not do."""
    names = ("added", "updated", "removed", "unchanged")
    counts = {name: getattr(report, name) for name in names} | {"skipped": len(report.skipped)}
    return {name: count for name, count in counts.items() if count}


def _ids(archive: Archive, query: str = "*") -> list[str]:
    return sorted(hit.id for hit in archive.search(query, limit=1000))


def test_the_first_run_adds_everything(archive: Archive, news: Path) -> None:
    assert _counts(archive.index(news)) == {"added": 2}
    assert _ids(archive) == ["a.txt", "b.txt"]


def test_a_second_run_rewrites_nothing(archive: Archive, news: Path) -> None:
    archive.index(news)
    before = _files(archive)
    assert _counts(archive.index(news)) == {"unchanged": 2}
    assert _files(archive) == before


def _files(archive: Archive) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(archive.location).glob("*.seg")}


def test_a_new_time_of_change_is_no_change(archive: Archive, news: Path) -> None:
    archive.index(news)
    os.utime(news / "a.txt", (0, 0))
    assert _counts(archive.index(news)) == {"unchanged": 2}


def test_new_content_is_a_change_whatever_the_time_says(archive: Archive, news: Path) -> None:
    archive.index(news)
    times = os.stat(news / "a.txt")
    _write(news / "a.txt", "Talks\n\nTrumps came.")
    os.utime(news / "a.txt", ns=(times.st_atime_ns, times.st_mtime_ns))
    assert _counts(archive.index(news)) == {"updated": 1, "unchanged": 1}
    assert (_ids(archive, "lavrov"), _ids(archive, "trumps")) == ([], ["a.txt"])


def test_what_is_gone_is_removed(archive: Archive, news: Path) -> None:
    archive.index(news)
    (news / "a.txt").unlink()
    assert _counts(archive.index(news)) == {"removed": 1, "unchanged": 1}
    assert _ids(archive) == ["b.txt"]


def test_a_file_with_a_new_name_is_a_new_article(archive: Archive, news: Path) -> None:
    archive.index(news)
    (news / "a.txt").rename(news / "c.txt")
    assert _counts(archive.index(news)) == {"added": 1, "removed": 1, "unchanged": 1}
    assert _ids(archive) == ["b.txt", "c.txt"]


def test_two_files_may_exchange_their_names(archive: Archive, news: Path) -> None:
    archive.index(news)
    (news / "a.txt").rename(news / "c.txt")
    (news / "b.txt").rename(news / "a.txt")
    (news / "c.txt").rename(news / "b.txt")
    assert _counts(archive.index(news)) == {"updated": 2}
    assert (_ids(archive, "lavrov"), _ids(archive, "port")) == (["b.txt"], ["a.txt"])


def test_a_folder_that_has_moved_keeps_its_ids(archive: Archive, news: Path) -> None:
    archive.index(news)
    moved = news.rename(news.parent / "moved")
    assert _counts(archive.index(moved)) == {"updated": 2}
    assert _ids(archive) == ["a.txt", "b.txt"]
    assert archive.show("a.txt").path == str(moved / "a.txt")
    assert _counts(archive.index(moved)) == {"unchanged": 2}


def test_files_of_one_name_in_two_folders_both_get_in(archive: Archive, news: Path, tmp_path: Path) -> None:
    _write(tmp_path / "other" / "a.txt", "Elsewhere\n\nAnother text.")
    assert _counts(archive.index(news, tmp_path / "other")) == {"added": 3}
    assert _ids(archive) == ["a.txt", "b.txt", "other/a.txt"]
    assert _counts(archive.index(news, tmp_path / "other")) == {"unchanged": 3}
    assert _counts(archive.index(tmp_path / "other")) == {"unchanged": 1}


def test_other_folders_are_left_alone(archive: Archive, news: Path, tmp_path: Path) -> None:
    _write(tmp_path / "other" / "x.txt", "Elsewhere\n\nAnother text.")
    archive.index(news)
    assert _counts(archive.index(tmp_path / "other")) == {"added": 1}
    assert _ids(archive) == ["a.txt", "b.txt", "x.txt"]


def test_a_folder_whose_name_begins_alike_is_another(archive: Archive, news: Path, tmp_path: Path) -> None:
    _write(tmp_path / "news2" / "x.txt", "Elsewhere\n\nAnother text.")
    archive.index(tmp_path / "news2")
    (tmp_path / "news2" / "x.txt").unlink()
    archive.index(news)
    assert _ids(archive) == ["a.txt", "b.txt", "x.txt"]


def test_a_folder_given_twice_counts_once(archive: Archive, news: Path) -> None:
    assert _counts(archive.index(news, news, news / "a.txt")) == {"added": 2}
    assert _counts(archive.index(news / ".." / "news", news)) == {"unchanged": 2}


def test_one_file_may_be_named(archive: Archive, news: Path) -> None:
    assert _counts(archive.index(news / "a.txt")) == {"added": 1}
    assert _counts(archive.index(news)) == {"added": 1, "unchanged": 1}


def test_articles_that_were_added_by_hand_stay(archive: Archive, news: Path) -> None:
    archive.add([searchkit.Article(id="mine", body="Lavrov")])
    archive.index(news)
    assert _ids(archive, "lavrov") == ["a.txt", "mine"]


def test_a_file_that_cannot_be_read_is_skipped_with_its_reason(archive: Archive, news: Path) -> None:
    (news / "c.txt").write_bytes(b"\0")
    report = archive.index(news)
    assert _counts(report) == {"added": 2, "skipped": 1}
    assert [(skipped.path, skipped.reason) for skipped in report.skipped] == [
        (str(news / "c.txt"), "the file is binary: it has NUL bytes")
    ]


@pytest.mark.parametrize("content", [b"", b"\0", b"\xff"])
def test_a_file_that_has_become_unreadable_keeps_its_article(archive: Archive, news: Path, content: bytes) -> None:
    archive.index(news)
    (news / "a.txt").write_bytes(content)
    assert _counts(archive.index(news)) == {"unchanged": 1, "skipped": 1}
    assert _ids(archive, "lavrov") == ["a.txt"]


@pytest.mark.skipif(IS_ROOT, reason="root may read everything")
def test_a_folder_that_may_not_be_read_keeps_its_articles(archive: Archive, news: Path) -> None:
    _write(news / "locked" / "x.txt", "Secret\n\nA secret.")
    archive.index(news)
    (news / "locked").chmod(0)
    try:
        report = archive.index(news)
    finally:
        (news / "locked").chmod(0o755)
    assert _counts(report) == {"unchanged": 2, "skipped": 1}
    assert _ids(archive, "secret") == ["locked/x.txt"]


def test_an_empty_folder_removes_nothing(archive: Archive, news: Path) -> None:
    archive.index(news)
    (news / "a.txt").unlink()
    (news / "b.txt").unlink()
    with pytest.raises(InputError, match="there is no file to index") as caught:
        archive.index(news)
    assert "are kept" in str(caught.value.hint)
    assert _ids(archive) == ["a.txt", "b.txt"]


def test_a_missing_path_changes_nothing(archive: Archive, news: Path) -> None:
    with pytest.raises(InputError, match="there is no file or folder"):
        archive.index(news, news / "missing")
    assert _ids(archive) == []


def test_an_impossible_date_is_a_warning(archive: Archive, news: Path) -> None:
    _write(news / "c.txt", " date 2025-02-30 Title\n\nBody.")
    report = archive.index(news)
    assert [warning.reason for warning in report.warnings] == [
        "c.txt: '2025-02-30' is no day of the calendar; indexed without a date"
    ]
    assert _counts(report) == {"added": 3}


# --- JSON Lines


def _rows(path: Path, **texts: str) -> None:
    _write(path, "".join(json.dumps({"id": id, "text": text}) + "\n" for id, text in texts.items()))


def test_a_row_that_changes_is_updated_and_one_that_goes_is_removed(archive: Archive, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    _rows(rows, x="war", y="peace", z="talks")
    assert _counts(archive.index(rows)) == {"added": 3}
    assert _counts(archive.index(rows)) == {"unchanged": 3}
    _rows(rows, x="war", y="truce", w="storm")
    assert _counts(archive.index(rows)) == {"added": 1, "updated": 1, "removed": 1, "unchanged": 1}
    assert (_ids(archive), _ids(archive, "peace OR talks")) == (["w", "x", "y"], [])


def test_rows_without_ids_are_named_by_their_line(archive: Archive, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    _write(rows, '{"text": "war"}\n\n{"text": "peace"}\n')
    archive.index(rows)
    assert _ids(archive) == ["rows.jsonl#1", "rows.jsonl#3"]


def test_an_id_that_comes_twice_is_reported(archive: Archive, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    _write(rows, '{"id": "x", "text": "war"}\n{"id": "x", "text": "peace"}\n')
    report = archive.index(rows)
    assert _counts(report) == {"added": 1, "skipped": 1}
    assert report.skipped[0].reason == f"the id 'x' is already taken by {rows}"
    assert _ids(archive, "war") == ["x"]


def test_a_bad_row_keeps_the_article_it_was(archive: Archive, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    _rows(rows, x="war", y="peace")
    archive.index(rows)
    _write(rows, '{"id": "x", "text": "war"}\n{"id": "y", "te')
    assert _counts(archive.index(rows)) == {"unchanged": 1, "skipped": 1}
    assert _ids(archive) == ["x", "y"]


# --- long work


def test_many_updates_end_where_a_fresh_index_begins(archive: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    for step in range(12):
        for number in range(10):
            path = folder / f"{number}.txt"
            if (number + step) % 4 == 0:
                path.unlink(missing_ok=True)
            elif (number * step) % 3 == 0:
                _write(path, f"Step {step}\n\nWar {'talks ' * ((number + step) % 3)}on day {step}.")
        archive.index(folder)
    with searchkit.open(tmp_path / "fresh", create=True) as fresh:
        fresh.index(folder)
        assert _ids(archive)
        for query in ("*", "war", "talks", "title:step -talks", "war talks", "step*"):
            assert _ids(archive, query) == _ids(fresh, query)
            assert archive.search(query).total == fresh.search(query).total
        assert archive.stats()["articles"] == fresh.stats()["articles"]


def test_progress_reaches_the_end(archive: Archive, news: Path) -> None:
    steps: list[searchkit.Progress] = []
    archive.index(news, progress=steps.append)
    total = sum(path.stat().st_size for path in news.iterdir())
    assert [(step.files, step.total_files, step.written) for step in steps] == [(1, 2, 1), (2, 2, 2)]
    assert (steps[-1].bytes, steps[-1].total_bytes) == (total, total)


# A run that commits after every article and is killed, as if the power were cut, while it reads the tenth.
KILLED = """
import os, signal, sys
import searchkit
from searchkit import indexer

indexer.COMMIT_EVERY = 1

def progress(step):
    if step.files == 10:
        os.kill(os.getpid(), signal.SIGKILL)

with searchkit.open(sys.argv[1], create=True) as archive:
    archive.index(sys.argv[2], progress=progress)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no SIGKILL")
def test_a_run_that_was_killed_is_completed_by_the_next(tmp_path: Path) -> None:
    for number in range(20):
        _write(tmp_path / "news" / f"{number:02}.txt", f"Title {number}\n\nWar.")
    child = subprocess.run([sys.executable, "-c", KILLED, tmp_path / "index", tmp_path / "news"], check=False)
    assert child.returncode == -signal.SIGKILL
    with searchkit.open(tmp_path / "index") as archive:
        assert _ids(archive, "war") == [f"{number:02}.txt" for number in range(10)]
        assert _counts(archive.index(tmp_path / "news")) == {"added": 10, "unchanged": 10}
        assert archive.search("war").total == 20


def test_an_interrupted_run_keeps_what_it_has_read(archive: Archive, news: Path) -> None:
    def interrupt(step: searchkit.Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        archive.index(news, progress=interrupt)
    assert _ids(archive) == ["a.txt"]
    assert _counts(archive.index(news)) == {"added": 1, "unchanged": 1}


def test_a_second_writer_is_refused_and_a_reader_is_not(archive: Archive, news: Path) -> None:
    archive.index(news)

    def meanwhile(step: searchkit.Progress) -> None:
        with searchkit.open(archive.location) as other:
            assert other.search("lavrov").total == 1
            with pytest.raises(IndexLockedError, match="another process is writing"):
                other.add([searchkit.Article(id="x")])

    archive.index(news, progress=meanwhile)
    assert archive.add([searchkit.Article(id="x")]) == 1


@pytest.mark.parametrize(
    "place",
    ["os.fsync", "os.rename", "whoosh.filedb.filestore.FileStorage.create_file", "whoosh.writing.PostingPool.add"],
)
def test_a_full_disk_leaves_the_last_commit(
    tmp_path: Path, news: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("SEARCHKIT_NATIVE", "0")  # the places are Whoosh's
    archive = searchkit.open(tmp_path / "whoosh", create=True)
    archive.index(news)
    _write(news / "c.txt", "More\n\nLavrov again.")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(place, full)
        with pytest.raises(searchkit.ArchiveError, match="No space left on device") as caught:
            archive.index(news)
    assert caught.value.hint == "nothing committed is lost"
    assert _ids(archive, "lavrov") == ["a.txt"]
    assert _counts(archive.index(news)) == {"added": 1, "unchanged": 2}
    assert _ids(archive, "lavrov") == ["a.txt", "c.txt"]


def test_the_folder_of_an_index_is_not_indexed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A storm closed the port.")
    with searchkit.open(tmp_path / "index", create=True) as archive:
        for unchanged in (0, 1):
            report = archive.index(tmp_path)
            assert (report.added, report.unchanged, report.skipped) == (1 - unchanged, unchanged, ())
