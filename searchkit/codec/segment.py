"""What Whoosh's table of contents keeps of a native segment: its name, its size, its deletions."""

from __future__ import annotations

import weakref
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from whoosh.codec import base
from whoosh.filedb.filestore import FileStorage

from searchkit.codec.core import core

if TYPE_CHECKING:
    from searchkit import _native
    from searchkit.codec.building import SegmentBuild

EXTENSION = ".skt"
"""Of the one file of a segment."""


class NativeSegment(base.Segment):
    """One segment: `<index>_<id>.skt`, and which of its documents are deleted.

    It is pickled into Whoosh's table of contents; its class and the keys of its state never change their meaning.
    """

    def __init__(self, codec: Any, indexname: str) -> None:
        super().__init__(indexname)
        self._codec = codec
        self._doc_count = 0
        self._deleted: set[int] = set()
        self.build: SegmentBuild | None = None
        self._opened: weakref.ref[_native.Segment] | None = None

    def __getstate__(self) -> dict[str, Any]:
        return {
            "indexname": self.indexname,
            "segid": self.segid,
            "codec": self._codec,
            "doc_count": self._doc_count,
            "deleted": zlib.compress(self.deleted_bits(), 1) if self._deleted else b"",
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["codec"], state["indexname"])  # type: ignore[misc]
        self.segid = state["segid"]
        self._doc_count = state["doc_count"]
        if state["deleted"]:
            self._deleted = set(_members(zlib.decompress(state["deleted"])))

    def codec(self) -> Any:
        """Return the codec that wrote the segment."""
        return self._codec

    def should_assemble(self) -> bool:
        """Return False: the segment is one file already."""
        return False

    def doc_count_all(self) -> int:
        """Return the number of documents, deleted ones included."""
        return self._doc_count

    def set_doc_count(self, doccount: int) -> None:
        """Set the number of documents."""
        self._doc_count = doccount

    def deleted_count(self) -> int:
        """Return the number of deleted documents."""
        return len(self._deleted)

    def deleted_docs(self) -> Iterator[int]:
        """Return the deleted documents in order."""
        return iter(sorted(self._deleted))

    def deleted_bits(self) -> bytes:
        """Return the deletions as a bitset: document n is bit n % 8 of byte n // 8."""
        bits = bytearray((max(self._deleted, default=-1) >> 3) + 1)
        for doc in self._deleted:
            bits[doc >> 3] |= 1 << (doc & 7)
        return bytes(bits)

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Delete a document, or bring it back."""
        if delete:
            self._deleted.add(docnum)
        else:
            self._deleted.discard(docnum)

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether a document is deleted."""
        return docnum in self._deleted

    def open_core(self, storage: Any) -> _native.Segment:
        """Return the open file. The readers of a segment share it; it is closed when the last of them is gone.

        Raises CorruptIndexError, IndexVersionError, OSError.
        """
        opened = self._opened() if self._opened is not None else None
        if opened is None:
            opened = self._open(storage)
            self._opened = weakref.ref(opened)
        return opened

    def _open(self, storage: Any) -> _native.Segment:
        name = self.make_filename(EXTENSION)
        native: type[_native.Segment] = core().Segment
        if isinstance(storage, FileStorage):
            return native.open(storage._fpath(name))
        with storage.open_file(name) as file:
            return native.from_bytes(name, file.read())


def _members(bits: bytes) -> Iterator[int]:
    for index, byte in enumerate(bits):
        for bit in range(8) if byte else ():
            if byte >> bit & 1:
                yield index << 3 | bit
