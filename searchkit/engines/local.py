"""The local engine on Whoosh's own codec, for machines without the native core."""

import errno
import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import date
from itertools import count, islice
from pathlib import Path
from types import TracebackType
from typing import Self

from whoosh.index import FileIndex, LockError
from whoosh.writing import SegmentWriter

from searchkit.article import Article
from searchkit.codec.schema import UNDATED, article, document, schema
from searchkit.copies import copies_of
from searchkit.engines.base import Known, Matches, Request, Rows, RowsReport
from searchkit.engines.collapse import collapsed
from searchkit.engines.folder import kept_text, not_written, system_error, system_errors, write_text
from searchkit.engines.local_statistics import LocalStatistics
from searchkit.engines.snapshot import Snapshot
from searchkit.engines.whoosh_fixes import DurableStorage, UnlockingWriter, add_document
from searchkit.errors import ArchiveError, CorruptIndexError, IndexLockedError, QueryError, SearchkitError
from searchkit.fields import FORMAT_VERSION
from searchkit.results import Copy, Exported

WRITER_MEMORY_MB = 64
"""What Whoosh gathers before it spills postings to disk; its Python objects take about three times as much."""


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    """Raise searchkit's errors for what Whoosh and the system raise about the index in the folder."""
    try:
        yield
    except SearchkitError:
        raise
    except LockError as error:
        raise IndexLockedError(f"another process is writing to the index {folder}", hint="try again later") from error
    except OSError as error:
        if error.errno in (errno.ENOENT, errno.EINVAL):  # a file that should be there, a place that no file has
            raise _damaged(folder, f"{error.strerror}: {error.filename or 'a place in a file'}") from error
        raise system_error(folder, error) from error
    except MemoryError as error:
        raise ArchiveError(f"the index {folder} takes more memory than there is",
                           hint="if it is small, it is damaged: index the files again") from error  # fmt: skip
    except RecursionError as error:  # Whoosh's matchers stand in each other, and call each other
        raise QueryError("the query has more words than Whoosh's codec can look for together",
                         hint="ask for fewer; the native core has no such limit") from error  # fmt: skip
    except Exception as error:
        # What Whoosh raises on damage has no common base, and what it unpickles may raise anything.
        raise _damaged(folder, f"{type(error).__name__}: {error}") from error


def _damaged(folder: Path, what: str) -> CorruptIndexError:
    return CorruptIndexError(f"the index {folder} is damaged ({what})",
                             hint="delete the folder and index the files again")  # fmt: skip


class LocalEngine:
    """A Whoosh index in a folder. See `searchkit.engines.base.Engine` for what it promises."""

    name = "whoosh"

    def __init__(self, folder: Path, index: FileIndex) -> None:
        self.folder = folder
        self._index = index
        self._snapshot: Snapshot | None = None
        self._closed = False
        self._lock = threading.RLock()

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> Self:
        """Open the index in the folder, which has a marker; make one if there is none yet and `create` is true.

        Raises CorruptIndexError.
        """
        storage = DurableStorage(str(folder))
        with _translated(folder):
            if create and not storage.index_exists() and not list(folder.glob("*.seg")):
                return cls(folder, storage.create_index(schema()))
            return cls(folder, storage.open_index())

    @property
    def state(self) -> str:
        """The name of the last commit."""
        with self._reading() as snapshot:
            return snapshot.state

    def search(self, request: Request) -> Matches:
        """Answer the request from the last commit."""
        with self._reading() as snapshot:
            return collapsed(snapshot, request) if request.collapse else snapshot.found(request)

    def words_of(self, request: Request, least: int) -> tuple[int, list[tuple[str, int]]]:
        """Count the words of the bodies of the first articles that match."""
        with self._reading() as snapshot:
            return snapshot.words_of(request, least)

    def frequencies(self, field: str, terms: Sequence[str]) -> tuple[int, list[int]]:
        """Return how many articles there are, and how many have each term: both with deleted ones."""
        with self._reading() as snapshot:
            reader = snapshot.searcher.reader()
            return reader.doc_count_all(), [reader.doc_frequency(field, term) for term in terms]

    def get(self, id: str) -> Article | None:
        """Return the article of that id, or None."""
        with self._reading() as snapshot:
            stored = snapshot.searcher.document(id=id)
            return article(stored) if stored else None

    def copies(self, id: str) -> tuple[Copy, ...]:
        """Return the copies of the article of that id."""
        with self._reading() as snapshot:
            return copies_of(id, snapshot.group(id))

    def frozen(self) -> "FrozenLocal":
        """Return the last commit as an engine of its own."""
        self._check_open()
        with _translated(self.folder):
            return FrozenLocal(self.folder, self._index, Snapshot.of(self._index))

    def statistics(self) -> LocalStatistics:
        """Return what the index knows of scores and words."""
        return LocalStatistics(self._reading)

    def known(self) -> Iterator[Known]:
        """Yield what the index knows of every article, in no order."""
        self._check_open()
        with _translated(self.folder), closing(Snapshot.of(self._index)) as snapshot:
            yield from _known(snapshot)

    def writer(self) -> "LocalWriter":
        """Return the writer. Raises IndexLockedError while another process has it."""
        self._check_open()
        with _translated(self.folder):
            return LocalWriter(self.folder, self._index)

    def kept(self, name: str) -> str | None:
        """Return the text that is kept under a name beside the index, or None."""
        return kept_text(self.folder, name)

    def keep(self, name: str, text: str) -> None:
        """Keep a text under a name beside the index, in place of the one that is there."""
        with system_errors(self.folder):
            write_text(self.folder / name, text)

    def stats(self) -> dict[str, object]:
        """Return figures about the index, by name."""
        with self._reading() as snapshot:
            days = [segment.days[number] for segment in snapshot.segments for number in segment.reader.all_doc_ids()]
            days = [day for day in days if day != UNDATED]
            groups = list(map(len, snapshot.copies.groups()))
            return {
                "location": str(self.folder),
                "engine": self.name,
                "index_format": FORMAT_VERSION,
                "articles": snapshot.searcher.doc_count(),
                "copy_groups": len(groups),
                "copies": sum(groups) - len(groups),
                "deleted": snapshot.searcher.doc_count_all() - snapshot.searcher.doc_count(),
                "segments": len(snapshot.segments),
                "bytes": sum(entry.stat().st_size for entry in os.scandir(self.folder) if entry.is_file()),
                "first_date": date.fromordinal(min(days)).isoformat() if days else None,
                "last_date": date.fromordinal(max(days)).isoformat() if days else None,
            }

    def close(self) -> None:
        """Release files. Closing twice is fine."""
        with self._lock:
            if self._snapshot:
                self._snapshot.close()
            self._snapshot = None
            self._closed = True

    def _check_open(self) -> None:
        if self._closed:
            raise ArchiveError(f"the index {self.folder} has been closed")

    @contextmanager
    def _reading(self) -> Iterator[Snapshot]:
        """Yield the last commit, opened afresh, never refreshed: see whoosh_fixes.

        One thread reads at a time, for readers of Whoosh share the places in their files.
        """
        with _translated(self.folder), self._lock:
            self._check_open()
            if self._snapshot is None or self._snapshot.generation != self._index.latest_generation():
                if self._snapshot:
                    self._snapshot.close()
                self._snapshot = None  # if opening the next one fails, nobody must meet the closed one
                self._snapshot = Snapshot.of(self._index)
            yield self._snapshot


def _known(snapshot: Snapshot) -> Iterator[Known]:
    for segment in snapshot.segments:
        columns = [segment.column(name) for name in ("id", "path", "sha256")]
        for number in segment.reader.all_doc_ids():
            id, path, sha256 = (column[number] for column in columns)
            yield Known(id, path.decode("utf-8", "surrogateescape"), sha256.decode())


EXPORT_AT_ONCE = 500
"""Matches of an export that are in memory with their texts."""


class FrozenLocal(LocalEngine):
    """One commit of a Whoosh index. See `searchkit.engines.base.Frozen` for what it promises."""

    def __init__(self, folder: Path, index: FileIndex, snapshot: Snapshot) -> None:
        super().__init__(folder, index)
        self._view = snapshot

    def every(self, request: Request, *, text: bool) -> Iterator[Exported]:
        """Yield every match in the order of the request."""
        from searchkit.engines.local_export import in_order  # which a search has no use for

        with self._reading() as snapshot:
            ranking = in_order(snapshot, request)
        for start in count(0, EXPORT_AT_ONCE):
            with self._reading() as snapshot:
                some = list(islice(ranking, EXPORT_AT_ONCE))
                found = list(snapshot.exported(some, request.replaced(offset=start), text=text))
            yield from found
            if len(found) < EXPORT_AT_ONCE:
                break

    def known(self) -> Iterator[Known]:
        """Yield what the index knows of every article, in no order."""
        with self._reading() as snapshot:
            yield from _known(snapshot)

    def frozen(self) -> "FrozenLocal":
        """Return a view of the same commit: itself, which is closed once."""
        return self

    def writer(self) -> "LocalWriter":
        """Raise ArchiveError: what is frozen is not written to."""
        raise not_written(self.folder)

    def close(self) -> None:
        """Release files. Closing twice is fine."""
        with self._lock:
            if not self._closed:
                self._view.close()
            self._closed = True

    @contextmanager
    def _reading(self) -> Iterator[Snapshot]:
        with _translated(self.folder), self._lock:
            self._check_open()
            yield self._view


class LocalWriter:
    """The writer of a local index. See `searchkit.engines.base.Writer` for what it promises."""

    def __init__(self, folder: Path, index: FileIndex) -> None:
        self._folder = folder
        self._index = index
        # Whoosh's own lock ends with each commit; this one keeps others out until the writer is closed.
        self._lock = index.storage.lock("searchkit_writer")
        if not self._lock.acquire():
            raise LockError
        self._batch: SegmentWriter | None = None
        self._uncommitted: dict[str, int] = {}

    def put(self, article: Article, *, is_new: bool = False) -> None:
        """Add the article, in place of the one that has its id unless it `is_new`."""
        with _translated(self._folder):
            if not is_new:
                self._remove(article.id)
            number = self._writer().docnum
            add_document(self._writer(), document(article))
            self._uncommitted[article.id] = number

    def put_rows(self, rows: Sequence[Rows]) -> RowsReport | None:
        """Return None: rows are read and put one by one."""
        return None

    def delete(self, id: str) -> bool:
        """Remove the article of that id; tell whether there was one."""
        with _translated(self._folder):
            return self._remove(id)

    def commit(self) -> None:
        """Make everything since the last commit durable and visible. More may follow."""
        with _translated(self._folder):
            if self._batch:
                batch, self._batch = self._batch, None
                if not batch.is_closed:  # one that was given up halfway through an article has nothing to commit
                    batch.commit()
            self._uncommitted.clear()

    def _writer(self) -> SegmentWriter:
        if self._batch is None or self._batch.is_closed:
            self._batch = UnlockingWriter(self._index, limitmb=WRITER_MEMORY_MB)
        return self._batch

    def _remove(self, id: str) -> bool:
        if id in self._uncommitted:  # in the segment that is being written, where Whoosh's own deletion does not look
            self._writer().newsegment.delete_document(self._uncommitted.pop(id))
            return True
        return bool(self._writer().delete_by_term("id", id))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._batch and not self._batch.is_closed:
            with suppress(OSError):  # the way out of a full disk must not hide it
                self._batch.cancel()
        self._batch = None
        self._lock.release()
