"""The writer of native segments: articles -> one segment a commit, deletions, merges, and the table of contents."""

import datetime
from collections.abc import Sequence
from contextlib import suppress
from itertools import groupby
from math import log
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from whoosh.index import TOC, clean_files

from searchkit.article import Article
from searchkit.codec import record
from searchkit.codec.core import core
from searchkit.codec.native import NativeCodec
from searchkit.codec.schema import schema
from searchkit.codec.segment import EXTENSION, NativeSegment
from searchkit.copies import COPY_KEY
from searchkit.engines import copies_file
from searchkit.engines.base import Rows, RowsReport
from searchkit.engines.copies_file import CopiesFile
from searchkit.engines.folder import INDEX_NAME, Marker, SegmentEntry, newest_contents, system_errors
from searchkit.engines.native_copies import updated
from searchkit.engines.whoosh_fixes import DurableStorage
from searchkit.errors import CorruptIndexError, IndexLockedError
from searchkit.fields import ALL_ZONES, FIELDS, TEXT_FIELDS, Field, places_field, stems_field, words_field

if TYPE_CHECKING:
    from searchkit import _native

MEMORY = 512 << 20
"""Bytes that a build may gather before it spills a run to disk."""

_BATCH = 256
"""Articles handed to the core at a time."""

_MERGE_AT = 8
"""So many segments of about one size become one: a commit rewrites little, and a search visits few segments."""

_KINDS = {"text": "text", "exact": "folded", "id": "verbatim", "day": "day"}


def _kind(field: Field) -> str:
    """Return what the core calls the field's kind: a part of another text is its beginning."""
    return f"opening of {field.part_of}" if field.part_of else _KINDS[field.kind]


# The core takes the first field to the letter for the id, and the first day for the date.
BUILD_FIELDS: list[tuple[str, str, str | None]] = [
    *((f.name, _kind(f), words_field(f.name) if f.kind == "text" else None) for f in FIELDS.values()),
    ("path", "column", None),
    ("sha256", "column", None),
    (COPY_KEY, "number", None),
]

_STEMS = [(name, stems_field(name)) for name in TEXT_FIELDS]
_PLACES = [(name, places_field(name)) for name in ALL_ZONES]


class NativeWriter:
    """The writer of an index of native segments. See `searchkit.engines.base.Writer` for what it promises."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._storage = DurableStorage(str(folder))
        self._lock = self._storage.lock("searchkit_writer")
        with system_errors(folder):
            if not self._lock.acquire():
                raise IndexLockedError(f"another process is writing to the index {folder}", hint="try again later")
        try:
            self._segments, self._generation = self._committed()
            self._copies = Marker.read(folder).copies
        except BaseException:
            self._lock.release()
            raise
        self._kept = self._file_names()
        self._removed: set[str] = set()
        self._builder: _native.Builder | None = None
        self._batch: list[tuple[list[str | int | None], list[bytes]]] = []
        self._pending: set[str] = set()
        self._changed = False

    def _committed(self) -> tuple[list[NativeSegment], int]:
        if not newest_contents(self._folder) and not Marker.read(self._folder).generation:
            return [], 0  # nothing has been committed yet
        try:
            toc = TOC.read(self._storage, INDEX_NAME, schema=schema())
        except OSError:
            raise
        except Exception as error:  # what Whoosh unpickles may raise anything
            raise CorruptIndexError(
                f"the index {self._folder} is damaged: its table of contents ({type(error).__name__}: {error})",
                hint="delete the folder and index the files again",
            ) from error
        return toc.segments, toc.generation

    # --- changes

    def put(self, article: Article, *, is_new: bool = False) -> None:
        """Add the article, in place of the one that has its id unless it `is_new`."""
        if not is_new:
            self._delete_committed(article.id)
        self._pending.add(article.id)
        self._batch.append((_values(article), list(record.split(article))))
        if len(self._batch) >= _BATCH:
            self._hand_over()

    def put_rows(self, rows: Sequence[Rows]) -> RowsReport | None:
        """Add all articles of files of JSON Lines to an empty index; None where a row needs a closer look."""
        builder = self._new_builder()
        try:
            for file in rows:
                builder.add_lines(file.path, name=file.name, stored_path=file.path)
            segment, (count, taken, skipped, deferred) = self._finish(builder)
        except OSError:  # one file that cannot be read is no reason to read none
            builder.cancel()
            return None
        if deferred or count < taken - len(skipped):
            self._path(segment).unlink()
            return None
        self._segments.append(segment)
        self._changed = True
        return RowsReport(count, skipped)

    def delete(self, id: str) -> bool:
        """Remove the article of that id; tell whether there was one."""
        if id in self._pending:  # it is in the core's hands: have it written, then deleted like any other
            self._flush()
        return self._delete_committed(id)

    def _delete_committed(self, id: str) -> bool:
        found = False
        for segment in self._segments:
            field = segment.open_core(self._storage).field("id")
            term = field.term(id.encode("utf-8", "surrogatepass")) if field else None
            for document in term.docs(0) if term else ():
                if not segment.is_deleted(document):
                    segment.delete_document(document)
                    found = self._changed = True
        if found:
            self._removed.add(id)
        return found

    def _hand_over(self) -> None:
        batch, self._batch = self._batch, []
        if self._builder is None:
            self._builder = self._new_builder()
        self._builder.add(batch)

    def _new_builder(self) -> "_native.Builder":
        builder: _native.Builder = core().Builder(
            BUILD_FIELDS, record.STORES, self._folder, stems=_STEMS, places=_PLACES, memory=MEMORY
        )
        return builder

    def _flush(self) -> None:
        """Write what was put into a segment of its own, not yet committed."""
        if self._batch:
            self._hand_over()
        if self._builder is not None:
            builder, self._builder = self._builder, None
            self._segments.append(self._finish(builder)[0])
            self._changed = True
        self._pending.clear()

    def _finish(self, builder: "_native.Builder") -> tuple[NativeSegment, Any]:
        segment = NativeCodec().new_segment(self._storage, INDEX_NAME)
        report = builder.finish(self._path(segment))
        segment.set_doc_count(report[0])
        return segment, report

    def _path(self, segment: NativeSegment) -> Path:
        return self._folder / str(segment.make_filename(EXTENSION))

    # --- commits

    def commit(self) -> None:
        """Make everything since the last commit durable and visible. More may follow."""
        with system_errors(self._folder):
            self._flush()
            if not self._changed:
                return
            self._generation += 1
            copies = self._write_copies()
            self._merge()
            self._segments = [segment for segment in self._segments if segment.doc_count()]
            TOC(schema(), self._segments, self._generation).write(self._storage, INDEX_NAME)
            entries = [SegmentEntry(self._path(s).name, s.deleted_bits()) for s in self._segments]
            Marker("native", self._generation, tuple(entries), copies).write(self._folder)
            clean_files(self._storage, INDEX_NAME, self._generation, self._segments)
            copies_file.clean(self._folder, copies)
            self._changed, self._kept, self._copies = False, self._file_names(), copies
            self._removed.clear()

    def _write_copies(self) -> str:
        """Write the groups of copies, if this commit changes any, and return the name of the file that has them."""
        known = CopiesFile(self._folder / self._copies) if self._copies else None
        segments = sorted(self._segments, key=lambda segment: self._path(segment).name not in self._kept)
        opened = [(segment.open_core(self._storage), segment.deleted_bits()) for segment in segments]
        groups = updated(known, opened, len(self._kept), self._removed)
        if groups is None:
            return self._copies
        return copies_file.write(self._folder, self._generation, groups) if groups else ""

    def _file_names(self) -> set[str]:
        return {self._path(segment).name for segment in self._segments}

    def _merge(self) -> None:
        """Join segments of about one size when there are many, and rewrite those that are mostly deleted."""
        by_size = sorted(self._segments, key=_size_class)
        merged: list[NativeSegment] = []
        for _, group in groupby(by_size, key=_size_class):
            segments = list(group)
            if len(segments) >= _MERGE_AT:
                merged.append(self._merged(segments))
            else:
                merged += [self._merged([s]) if _is_worn(s) else s for s in segments]
        self._segments = merged

    def _merged(self, segments: list[NativeSegment]) -> NativeSegment:
        segment = NativeCodec().new_segment(self._storage, INDEX_NAME)
        sources = [(source.open_core(self._storage), source.deleted_bits()) for source in segments]
        segment.set_doc_count(core().merge(sources, self._path(segment), date="date", id="id"))
        return segment

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._builder is not None:
            self._builder.cancel()
        if self._changed:
            with suppress(OSError):  # segments that no commit names; the next commit removes what is left of them
                self._remove_uncommitted()
        self._lock.release()

    def _remove_uncommitted(self) -> None:
        for path in self._folder.glob(f"{INDEX_NAME}_*{EXTENSION}"):
            if path.name not in self._kept:
                path.unlink()


def _values(article: Article) -> list[str | int | None]:
    """Return the article's values in the order of BUILD_FIELDS."""
    found: list[str | int | None] = []
    for field in FIELDS.values():
        value = field.value(article)
        found.append(value.toordinal() if isinstance(value, datetime.date) else value or None)
    path = record.escaped(article.path) if article.path else None
    return [*found, path, article.sha256, core().copy_key(article.title, article.body)]


def _size_class(segment: NativeSegment) -> int:
    return int(log(max(segment.doc_count(), 1000), _MERGE_AT))


def _is_worn(segment: NativeSegment) -> bool:
    return bool(0 < segment.doc_count() < segment.deleted_count() * 2)
