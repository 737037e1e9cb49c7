"""A segment on its way into its file."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING, Any, Protocol

from whoosh.filedb.filestore import FileStorage

from searchkit.codec.core import core
from searchkit.codec.segment import EXTENSION, NativeSegment

if TYPE_CHECKING:
    from searchkit import _native
    from searchkit.codec.document_writer import Documents


class Fields(Protocol):
    """The fields of a segment, once all postings have been brought."""

    def doc_count(self) -> int:
        """Return the least number of documents that the postings need."""

    def add_to(self, writer: _native.SegmentWriter, doc_count: int) -> set[str]:
        """Write the fields and return their names."""


class SegmentBuild:
    """What Whoosh's two writers, of documents and of fields, have brought of one segment.

    Whoosh closes the writer of documents first, as lengths are wanted before postings. The file is written when the
    last of the two is closed; a test may well use only one. A segment without documents has a file too: Whoosh merges
    and names it like any other.
    """

    def __init__(self, storage: Any, segment: NativeSegment) -> None:
        self.storage = storage
        self.segment = segment
        self.documents: Documents | None = None
        self.fields: Fields | None = None
        self._open = 0
        self.folder = storage.folder if isinstance(storage, FileStorage) else tempfile.gettempdir()
        """Where temporary files lie."""

    @classmethod
    def of(cls, storage: Any, segment: NativeSegment) -> SegmentBuild:
        """Return the build that one more writer takes part in."""
        if segment.build is None:
            segment.build = cls(storage, segment)
        segment.build._open += 1
        return segment.build

    @classmethod
    def pending(cls, segment: NativeSegment) -> SegmentBuild | None:
        """Return the build of a segment that is not written yet."""
        return segment.build

    def leave(self) -> None:
        """Let a writer go; the last one leaves a file."""
        self._open -= 1
        if self._open == 0:
            self.segment.build = None
            self._write()

    def _doc_count(self) -> int:
        documents = self.documents.count if self.documents else 0
        return max(documents, self.fields.doc_count() if self.fields else 0)

    def _write(self) -> None:
        name = self.segment.make_filename(EXTENSION)
        if isinstance(self.storage, FileStorage):
            self._write_to(self.storage._fpath(name))
        else:
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, name)
                self._write_to(path)
                with open(path, "rb") as source, self.storage.create_file(name) as target:
                    target.write(source.read())
        self.segment.set_doc_count(self._doc_count())

    def _write_to(self, path: str) -> None:
        count = self._doc_count()
        writer: _native.SegmentWriter = core().SegmentWriter(path, count)
        names = self.fields.add_to(writer, count) if self.fields else set()
        if self.documents:
            self.documents.add_to(writer, count, names)
        writer.finish()
