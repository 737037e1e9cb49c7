"""The local engine on native segments: reading goes straight to the native core, without Whoosh.

A commit is a generation: a Whoosh table of contents, from which plain Whoosh opens the index too, and the marker of
the folder, which says the same in a form that is read without Whoosh.
"""

import os
import threading
import time
from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from searchkit import highlight
from searchkit.codec.core import core
from searchkit.engines.base import Frozen, Known, Matches, Request, Statistics, Writer, apart
from searchkit.engines.folder import (
    Marker,
    kept_text,
    newest_contents,
    not_written,
    system_error,
    system_errors,
    write_text,
)
from searchkit.errors import ArchiveError, CorruptIndexError
from searchkit.fields import DATE_UNITS, FIELDS, FORMAT_VERSION, OTHER_TEXTS, FacetUnit, stemmed_languages
from searchkit.query.plan import expansion, to_plan
from searchkit.results import Copy, Exported, Facet, Hit, Passage

if TYPE_CHECKING:
    from searchkit import _native
    from searchkit.article import Article
    from searchkit.copies import Group
    from searchkit.engines.copies_file import CopiesFile
    from searchkit.engines.local import LocalEngine
    from searchkit.query.tree import Node

_SETTLED_NS = 50_000_000
"""How old a folder's time of change must be to be believed: two changes within one tick of the clock look like one."""


_ATTEMPTS = 10
"""How often a commit is tried to be opened while others come in."""


_KNOWN_EXPANSIONS = 64
"""Patterns whose words are kept at hand: a search asks for them several times."""


class Snapshot:
    """One commit, open for reading by any number of threads."""

    def __init__(self, folder: Path, marker: Marker) -> None:
        native = core()
        self.generation, self.state = marker.generation, marker.state
        self.segments: list[tuple[_native.Segment, bytes]] = [
            (native.Segment.open(folder / entry.file), entry.deleted) for entry in marker.segments
        ]
        self.copies = _copies(folder / marker.copies) if marker.copies else None
        self.searcher: _native.Searcher = native.Searcher(self.segments, date_column="date", id_column="id")
        self.other_zones = tuple(
            [zone for zone in OTHER_TEXTS if any(_has_text(segment, zone) for segment, _ in self.segments)]
        )
        self.expand = lru_cache(_KNOWN_EXPANSIONS)(partial(_expanded, self.searcher))
        self.languages = stemmed_languages(code for segment, _ in self.segments for code in _codes(segment))

    def search(self, request: Request) -> Matches:
        """Answer the request."""
        if self.copies and request.collapse:
            from searchkit.engines.collapse import collapsed

            return collapsed(self, request)
        return self.found(request)

    def found(self, request: Request) -> Matches:
        """Answer the request with every copy a hit of its own."""
        tree, zones, sort, limit, offset, facets, passages, _, time_limit = request
        languages = self.languages
        wanted = (
            (
                highlight.patterns(tree, "title", zones, languages, self.expand),
                highlight.body_patterns(tree, zones, languages, self.expand),
                passages,
            )
            if passages
            else None
        )
        plan = to_plan(tree, zones, languages, self.expand)
        total, rows, counted = self.searcher.articles(
            plan, limit, offset, sort, [_facet(name) for name in facets], wanted, time_limit
        )
        hits = Hit.of_rows((*row[:-3], Passage.of_rows(row[-3]) if wanted else (), *row[-2:], ()) for row in rows)
        counts = {name: _counts(name, facet) for name, facet in zip(facets, counted, strict=True)}
        return Matches(total, hits, counts, self.other_zones, 0, self.state)

    def ranking(self, request: Request, start: int, stop: int) -> list[str]:
        """Return the ids of the matches from one place up to another, in the order of the request."""
        plan = to_plan(request.tree, request.zones, self.languages, self.expand)
        _, rows, _ = self.searcher.articles(plan, stop - start, start, request.sort, (), None, request.time_limit)
        return [row[0] for row in rows]

    def words_of(self, request: Request, least: int) -> tuple[int, list[tuple[str, int]]]:
        """Count the words of the bodies of the first articles that match."""
        plan = to_plan(request.tree, request.zones, self.languages, self.expand)
        return self.searcher.words_of(plan, request.limit, request.sort, least)

    def frequencies(self, field: str, terms: Sequence[str]) -> tuple[int, list[int]]:
        """Return how many articles there are, and how many have each term: both with deleted ones."""
        count = self.searcher.doc_frequency
        return self.searcher.doc_count_all(), [count(field, term.encode("utf-8", "surrogatepass")) for term in terms]

    def has_copies(self, ids: Iterable[str]) -> bool:
        """Tell whether one of these articles can have copies: none of them has where this is false."""
        return self.copies is not None and self.copies.has_any(ids)

    def group(self, id: str) -> "Group":
        """Return the group of copies that an article is in; none if it has no copies."""
        return self.copies.group(id) if self.copies else ()

    def get(self, id: str) -> "Article | None":
        """Return the article of that id, or None."""
        from searchkit.article import Article  # takes, with the records, 4 ms that no search must wait for
        from searchkit.codec import record

        _, found, _ = self.searcher.search(("term", "id", id.encode("utf-8", "surrogatepass"), 1.0), limit=1)
        for segment, document, _ in found:
            return Article.from_record(next(record.read(self.segments[segment][0], [document])))
        return None

    def known(self) -> Iterator[Known]:
        """Yield what the index knows of every article, in no order."""
        from searchkit.codec import record

        for segment, deleted in self.segments:
            columns = [_strings(segment, name) for name in ("id", "path", "sha256")]
            for document, (id, path, sha256) in enumerate(zip(*columns, strict=True)):
                if not _has_bit(deleted, document):
                    yield Known(id, record.unescaped(path), sha256)

    def stats(self) -> dict[str, object]:
        """Return figures about the commit, by name."""
        days = self._days()
        count, with_deleted = self.searcher.doc_count(), self.searcher.doc_count_all()
        return {
            "engine": f"native {core().VERSION}",
            "index_format": FORMAT_VERSION,
            "articles": count,
            "copy_groups": self.copies.group_count if self.copies else 0,
            "copies": self.copies.member_count - self.copies.group_count if self.copies else 0,
            "deleted": with_deleted - count,
            "segments": len(self.segments),
            "bytes": sum(segment.size for segment, _ in self.segments),
            "first_date": date.fromordinal(min(days)).isoformat() if days else None,
            "last_date": date.fromordinal(max(days)).isoformat() if days else None,
        }

    def _days(self) -> list[int]:
        found: list[int] = []
        for segment, deleted in self.segments:
            column = segment.int_column("date")
            days = array("q", column.values() if column else b"")
            found += [day for document, day in enumerate(days) if day and not _has_bit(deleted, document)]
        return found


def _expanded(searcher: "_native.Searcher", field: str, node: "Node") -> list[str]:
    """Return the words of a field that a node of the query stands for."""
    return [word.decode() for word in searcher.expand(expansion(node, field))]


def _has_text(segment: "_native.Segment", zone: str) -> bool:
    field = segment.field(zone)
    return field is not None and field.term_count > 0


def _codes(segment: "_native.Segment") -> list[str]:
    """Return the languages of a segment's articles."""
    field = segment.field("language")
    return [term.key.decode() for term in field.terms(0, field.term_count)] if field else []


def _copies(path: Path) -> "CopiesFile":
    from searchkit.engines.copies_file import CopiesFile  # which an archive without copies has no use for

    return CopiesFile(path)


def _facet(name: str) -> tuple[str, FacetUnit | None]:
    """Return the column of a facet and, for a date, the unit of the calendar."""
    if name == "date":
        return name, "month"
    unit = next((unit for unit in DATE_UNITS if unit == name), None)
    return ("date", unit) if unit else (name, None)


def _counts(name: str, facet: "_native.Counts") -> Facet:
    if name in FIELDS and FIELDS[name].many:
        return apart(facet.pairs(0, len(facet)))
    return Facet(len(facet), facet.pairs)


def _strings(segment: "_native.Segment", name: str) -> list[str]:
    """Return the value of every document in a column of strings, empty where there is none."""
    column = segment.bytes_column(name)
    if column is None:
        return [""] * segment.doc_count
    values = ["", *(value.decode("utf-8", "surrogateescape") for value in column.values())]
    return [values[ordinal] for ordinal in array("I", column.ordinals())]


def _has_bit(bits: bytes, number: int) -> bool:
    return number >> 3 < len(bits) and bits[number >> 3] >> (number & 7) & 1 == 1


class NativeEngine:
    """An index of native segments in a folder. See `searchkit.engines.base.Engine` for what it promises."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = str(folder)  # which every search hands to the system
        self._snapshot: Snapshot | None = None
        self._foreign: LocalEngine | None = None
        self._seen = 0
        self._closed = False
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """The core and its version."""
        return f"native {core().VERSION}"

    @property
    def state(self) -> str:
        """The name of the last commit."""
        return self._current().state

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the index in the folder, which has a marker. Raises CorruptIndexError or IndexVersionError."""
        engine = cls(folder)
        engine._current()
        return engine

    def search(self, request: Request) -> Matches:
        """Answer the request from the last commit."""
        return self._current().search(request)

    def words_of(self, request: Request, least: int) -> tuple[int, Sequence[tuple[str, int]]]:
        """Count the words of the bodies of the first articles that match."""
        return self._current().words_of(request, least)

    def frequencies(self, field: str, terms: Sequence[str]) -> tuple[int, list[int]]:
        """Return how many articles there are, and how many have each term: both with deleted ones."""
        return self._current().frequencies(field, terms)

    def get(self, id: str) -> "Article | None":
        """Return the article of that id, or None."""
        return self._current().get(id)

    def copies(self, id: str) -> tuple[Copy, ...]:
        """Return the copies of the article of that id."""
        from searchkit.copies import copies_of

        current = self._current()
        return copies_of(id, current.group(id)) if isinstance(current, Snapshot) else current.copies(id)

    def statistics(self) -> Statistics:
        """Return what the index knows of scores and words."""
        current = self._current()
        if not isinstance(current, Snapshot):
            return current.statistics()
        from searchkit.engines.native_statistics import NativeStatistics  # imports Whoosh's table of lengths

        return NativeStatistics(current)

    def known(self) -> Iterator[Known]:
        """Yield what the index knows of every article, in no order."""
        return iter(self._current().known())

    def frozen(self) -> Frozen:
        """Return the last commit as an engine of its own."""
        current = self._current()
        return FrozenNative(self.folder, current) if isinstance(current, Snapshot) else current.frozen()

    def writer(self) -> Writer:
        """Return the writer. Raises IndexLockedError while another process has it."""
        current = self._current()
        if not isinstance(current, Snapshot):
            return current.writer()
        from searchkit.engines.native_writer import NativeWriter  # imports Whoosh: 40 ms

        return NativeWriter(self.folder)

    def kept(self, name: str) -> str | None:
        """Return the text that is kept under a name beside the index, or None."""
        return kept_text(self.folder, name)

    def keep(self, name: str, text: str) -> None:
        """Keep a text under a name beside the index, in place of the one that is there."""
        with system_errors(self.folder):
            write_text(self.folder / name, text)

    def stats(self) -> dict[str, object]:
        """Return figures about the index, by name."""
        return {"location": str(self.folder), **self._current().stats()}

    def close(self) -> None:
        """Release files. Closing twice is fine."""
        self._snapshot = None
        if self._foreign:
            self._foreign.close()
        self._closed = True

    def _current(self) -> "Snapshot | LocalEngine":
        """Return the last commit. A search that has begun on an older one ends on it."""
        if self._closed:
            raise ArchiveError(f"the index {self.folder} has been closed")
        try:
            changed = os.stat(self._path).st_mtime_ns
        except OSError as error:
            raise system_error(self.folder, error) from error
        snapshot = self._snapshot
        if snapshot is not None and changed == self._seen:
            return snapshot
        with system_errors(self.folder), self._lock:
            return self._reopened(changed)

    def _reopened(self, changed: int) -> "Snapshot | LocalEngine":
        marker = Marker.read(self.folder)
        if newest_contents(self.folder) > marker.generation:
            # Plain Whoosh has written, in segments that only it reads, or a commit is about to end.
            from searchkit.engines.local import LocalEngine

            self._foreign = self._foreign or LocalEngine.open(self.folder)
            return self._foreign
        if self._snapshot is None or self._snapshot.generation != marker.generation:
            self._snapshot = self._opened(marker)
        self._seen = changed if time.time_ns() - changed > _SETTLED_NS else 0
        return self._snapshot

    def _opened(self, marker: Marker) -> Snapshot:
        """Open a commit; if the next one has removed its files meanwhile, open that."""
        for attempt in range(_ATTEMPTS):
            try:
                return Snapshot(self.folder, marker)
            except FileNotFoundError as error:
                if attempt + 1 == _ATTEMPTS:
                    raise CorruptIndexError(
                        f"the index {self.folder} is damaged: a segment is missing ({error})",
                        hint="delete the folder and index the files again",
                    ) from error
            marker = Marker.read(self.folder)
        raise AssertionError("the last attempt returns or raises")


class FrozenNative(NativeEngine):
    """One commit of an index of native segments. See `searchkit.engines.base.Frozen` for what it promises."""

    def __init__(self, folder: Path, snapshot: Snapshot) -> None:
        super().__init__(folder)
        self._snapshot = snapshot

    def every(self, request: Request, *, text: bool) -> Iterator[Exported]:
        """Yield every match in the order of the request."""
        from searchkit.engines.native_export import every  # which a search has no use for

        return every(self._frozen(), request, text=text)

    def writer(self) -> Writer:
        """Raise ArchiveError: what is frozen is not written to."""
        raise not_written(self.folder)

    def _current(self) -> "Snapshot | LocalEngine":
        return self._frozen()

    def _frozen(self) -> Snapshot:
        if self._snapshot is None:
            raise ArchiveError(f"this view of the index {self.folder} has been closed")
        return self._snapshot
