"""Each test shows a defect of Whoosh first, then that ours is right: once the first half fails, ours can go."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from whoosh import columns, fields
from whoosh import query as wq
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.index import FileIndex, LockError

import searchkit
from searchkit import Article
from searchkit.codec.schema import document, schema
from searchkit.engines.whoosh_fixes import DurableStorage, UnlockingWriter, add_document
from searchkit.query.tree import Prefix
from searchkit.query.whoosh import AnyOf, Constant, Without, to_whoosh


def _index(*batches: Iterable[str]) -> FileIndex:
    """Return an index of one article a body, each batch in a segment of its own; ids are a1, a2 ..."""
    index = RamStorage().create_index(schema())
    number = 0
    for batch in batches:
        writer = index.writer()
        for body in batch:
            number += 1
            writer.add_document(**document(Article(id=f"a{number}", body=body)))
        writer.commit(merge=False)
    return index


def _scores(index: FileIndex, query: wq.Query) -> dict[str, float]:
    """Return the score of every match by id, without what collectors of Whoosh add to it."""
    found: dict[str, float] = {}
    with index.searcher() as searcher:
        for segment, _ in searcher.leaf_searchers():
            ids = segment.reader().column_reader("id")
            matcher = query.matcher(segment, segment.context())
            while matcher.is_active():
                found[ids[matcher.id()]] = matcher.score()
                matcher.next()
    return found


def _term(text: str) -> wq.Query:
    return wq.Term("body", text)


def test_a_constant_score_of_zero_is_zero() -> None:
    index = _index(["war"])
    assert _scores(index, wq.ConstantScoreQuery(_term("war"), 0.0)) == {"a1": 1.0}
    assert _scores(index, Constant(_term("war"))) == {"a1": 0.0}


def test_a_union_keeps_matches_that_score_zero() -> None:
    index = _index(["war", "port", "talks"])
    parts = [Constant(_term(text)) for text in ("war", "port", "talk")]
    assert _scores(index, wq.Or(parts)) == {"a1": 0.0}
    assert _scores(index, AnyOf(parts)) == {"a1": 0.0, "a2": 0.0, "a3": 0.0}


def test_the_first_match_is_excluded_like_any_other() -> None:
    index = _index(["talks", "alaska talks", "alaska"])
    assert _scores(index, wq.AndNot(_term("alaska"), _term("talk"))).keys() == {"a2", "a3"}
    assert _scores(index, Without(_term("alaska"), _term("talk"))).keys() == {"a3"}


def test_a_skip_behind_the_last_match_ends_an_exclusion() -> None:
    index = _index(["port", "war", "port"])
    writer = index.writer()
    writer.delete_by_term("id", "a3")
    writer.commit(merge=False)
    excluding = (_term("port"), _term("war"))
    with pytest.raises(IndexError):
        _scores(index, wq.And([_term("war"), wq.AndNot(*excluding)]))
    assert _scores(index, wq.And([_term("war"), Without(*excluding)])) == {}


def test_a_prefix_scores_alike_however_many_words_have_it() -> None:
    index = _index(["talks", "war"], ["talks talking", "talking"])
    assert _scores(index, wq.Prefix("body_words", "talk")) == {"a1": 1.0, "a3": 2.0, "a4": 1.0}
    assert _scores(index, to_whoosh(Prefix("talk"), ("body",))) == {"a1": 1.0, "a3": 1.0, "a4": 1.0}


def test_a_column_holds_more_than_65535_different_values() -> None:
    with pytest.warns(UserWarning, match="dropped unique value"):
        assert _read_back(columns.RefBytesColumn())[-1] == b""
    assert _read_back(columns.VarBytesColumn()) == list(_many_values())
    used = [kind.column_type for _, kind in schema().items() if kind.column_type]
    assert {type(column) for column in used} == {columns.VarBytesColumn, columns.NumericColumn}


def _many_values() -> Iterable[bytes]:
    return (b"%d" % number for number in range(65_600))


def _read_back(column: Any) -> list[bytes]:
    storage = RamStorage()
    with storage.create_file("column") as file:
        writer = column.writer(file)
        for number, value in enumerate(_many_values()):
            writer.add(number, value)
        writer.finish(65_600)
    with storage.open_file("column") as file:
        return list(column.reader(file, 0, storage.file_length("column"), 65_600))


def test_a_document_that_fails_halfway_leaves_nothing_behind() -> None:
    # Fields are added in the order of their names: `body` is in when `date` fails.
    broken = {"body": "war", "date": "no number", "id": "broken"}

    index = _index()
    writer = index.writer()
    with pytest.raises(ValueError, match="no number"):
        writer.add_document(**broken)
    writer.add_document(**document(Article(id="next", body="peace")))
    writer.commit()
    assert _scores(index, _term("war")).keys() == {"next"}

    index = _index()
    writer = index.writer()
    with pytest.raises(ValueError, match="no number"):
        add_document(writer, broken)
    assert writer.is_closed
    assert index.doc_count() == 0


def _synced(storage: FileStorage, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is forced to disk, in order, until the table of contents has its name; then that name."""
    done: list[int | str] = []
    fsync, rename = os.fsync, os.rename

    def record_fsync(file: int) -> None:
        done.append(os.fstat(file).st_ino)
        fsync(file)

    def record_rename(old: str, new: str) -> None:
        done.append(os.path.basename(new))
        rename(old, new)

    monkeypatch.setattr(os, "fsync", record_fsync)
    monkeypatch.setattr(os, "rename", record_rename)
    writer = storage.create_index(fields.Schema(body=fields.TEXT)).writer()
    writer.add_document(body="war")
    done.clear()
    writer.commit()
    names = {entry.inode(): entry.name for entry in os.scandir(storage.folder)}
    names[os.stat(storage.folder).st_ino] = "the folder"
    return [item if isinstance(item, str) else names[item] for item in done]


def test_a_commit_is_on_disk_before_it_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, ours = tmp_path / "plain", tmp_path / "ours"
    plain.mkdir()
    ours.mkdir()
    with monkeypatch.context() as patch:
        assert _synced(FileStorage(str(plain)), patch) == ["_MAIN_1.toc"]
    *before, named, last = _synced(DurableStorage(str(ours)), monkeypatch)
    (segment,) = (path.name for path in ours.glob("*.seg"))
    assert sorted(before) == sorted([segment, "_MAIN_1.toc"])
    assert (named, last) == ("_MAIN_1.toc", "the folder")


def test_a_writer_that_fails_while_it_is_made_leaves_the_index_unlocked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    index = FileStorage(str(tmp_path)).create_index(schema())
    with monkeypatch.context() as patch:
        patch.setattr(FileStorage, "create_file", full)
        with pytest.raises(OSError, match="No space"):
            UnlockingWriter(index)
    UnlockingWriter(index).cancel()
    with monkeypatch.context() as patch:
        patch.setattr(FileStorage, "create_file", full)
        with pytest.raises(OSError, match="No space"):
            index.writer()
    with pytest.raises(LockError):
        index.writer()


def test_a_search_after_a_merge_finds_no_article_twice_and_none_that_is_gone(tmp_path: Path) -> None:
    with searchkit.open(tmp_path, create=True) as archive:
        archive.add([Article(id="a1", body="war")])
        archive.add([Article(id="a2", body="war")])
        index = FileStorage(str(tmp_path)).open_index()
        old = index.searcher()
        assert archive.search("war").total == 2

        archive.delete(["a1"])
        assert len(old.refresh().search(wq.Term("body", "war"))) == 2  # the deletion is not seen
        assert archive.search("war").total == 1

        index.optimize()
        assert len(old.refresh().search(wq.Term("body", "war"))) > 1  # the merged segment besides those it is made of
        assert archive.search("war").total == 1
        old.close()
