"""Reading what belongs to documents: lengths, stored fields, columns, vectors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from whoosh.codec import base
from whoosh.util.numeric import byte_to_length

from searchkit.codec import columns, record, stored, vectors
from searchkit.codec.document_writer import Documents
from searchkit.errors import CorruptIndexError

if TYPE_CHECKING:
    from searchkit import _native
    from searchkit.codec.segment import NativeSegment

_BATCH = 256
"""Stored records that are read together when all are read."""


def extra_column(segment: NativeSegment, fieldname: str) -> str:
    """Return the name of the file of a column that was added to a finished segment; the next merge takes it in."""
    return segment.make_filename(f".{fieldname}.col")  # type: ignore[no-any-return]


class NativeDocumentReader(base.PerDocumentReader):
    """Whoosh's reader of what belongs to documents."""

    def __init__(self, storage: Any, segment: NativeSegment) -> None:
        core = segment.open_core(storage)
        if core.doc_count != segment.doc_count_all():
            raise CorruptIndexError(f"{core.name} has {core.doc_count} documents, not {segment.doc_count_all()}")
        self._storage = storage
        self._segment = segment
        self._core: _native.Segment | None = core
        self._lengths: dict[str, bytes] = {}
        self._columns: set[str] | None = None

    @property
    def _open(self) -> _native.Segment:
        if self._core is None:
            raise ValueError("the reader is closed")
        return self._core

    def close(self) -> None:
        """Let go of the file."""
        self._core = None

    def doc_count(self) -> int:
        """Return the number of documents that are not deleted."""
        return self._segment.doc_count()  # type: ignore[no-any-return]

    def doc_count_all(self) -> int:
        """Return the number of documents."""
        return self._segment.doc_count_all()

    # Deletions

    def has_deletions(self) -> bool:
        """Tell whether any document is deleted."""
        return self._segment.deleted_count() > 0

    def is_deleted(self, docnum: int) -> bool:
        """Tell whether a document is deleted."""
        return self._segment.is_deleted(docnum)

    def deleted_docs(self) -> Iterator[int]:
        """Return the deleted documents."""
        return self._segment.deleted_docs()

    # Columns

    def supports_columns(self) -> bool:
        """Return True."""
        return True

    def has_column(self, fieldname: str) -> bool:
        """Tell whether any document has a value in the column of a field."""
        if self._columns is None:
            self._columns = columns.names(self._open)
        return fieldname in self._columns or self._storage.file_exists(extra_column(self._segment, fieldname))

    def list_columns(self) -> list[str]:
        """Return the names of the fields that have a column."""
        return sorted(columns.names(self._open))

    def column_reader(self, fieldname: str, column: Any) -> Any:
        """Return a reader of a column. Raises KeyError if there is none."""
        found = columns.reader(self._open, fieldname, column)
        return self._extra_column_reader(fieldname, column) if found is None else found

    def _extra_column_reader(self, fieldname: str, column: Any) -> Any:
        name = extra_column(self._segment, fieldname)
        if not self._storage.file_exists(name):
            raise KeyError(fieldname)
        with self._storage.open_file(name) as file:
            return columns.blob_reader(fieldname, file.read(), column, self.doc_count_all())

    # Lengths

    def _length_bytes(self, fieldname: str) -> bytes:
        lengths = self._lengths.get(fieldname)
        if lengths is None:
            field = self._open.field(fieldname)
            lengths = self._lengths[fieldname] = field.lengths() if field else b""
        return lengths

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Return the length of a document in a field, rounded by Whoosh's table; `default` if it has none."""
        lengths = self._length_bytes(fieldname)
        byte = lengths[docnum] if lengths else 0
        return byte_to_length(byte) if byte else default

    def doc_field_length_reader(self, fieldname: str, default: int = 0) -> Callable[[int], int]:
        """Return `doc_field_length` for one field."""
        return lambda docnum: self.doc_field_length(docnum, fieldname, default)

    def field_length(self, fieldname: str) -> int:
        """Return the sum of the lengths of all documents, exactly."""
        field = self._open.field(fieldname)
        return field.total_length if field else 0

    def min_field_length(self, fieldname: str) -> int:
        """Return the least length of a document."""
        return byte_to_length(min(self._length_bytes(fieldname), default=0))  # type: ignore[no-any-return]

    def max_field_length(self, fieldname: str) -> int:
        """Return the greatest length of a document."""
        return byte_to_length(max(self._length_bytes(fieldname), default=0))  # type: ignore[no-any-return]

    # Vectors

    def has_vector(self, docnum: int, fieldname: str) -> bool:
        """Tell whether a document has a vector for a field."""
        return bool(self._open.record(vectors.store_name(fieldname), docnum))

    def vector(self, docnum: int, fieldname: str, format_: Any) -> Any:
        """Return a matcher over the vector. Raises KeyError if there is none."""
        record = self._open.record(vectors.store_name(fieldname), docnum)
        if not record:
            raise KeyError(f"document {docnum} has no vector for field {fieldname!r}")
        return vectors.matcher(record, format_)

    # Stored fields

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """Return the stored fields of a document."""
        ((_, found),) = self._stored([docnum])
        return found

    def _stored(self, documents: list[int]) -> Iterator[tuple[int, dict[str, Any]]]:
        core = self._open
        if core.records(record.HEAD, []) is None:
            found = map(stored.decode, core.records(stored.STORED, documents) or [b""] * len(documents))
        else:  # the native core has built the segment from articles
            found = map(record.stored_fields, record.read(core, documents))
        return zip(documents, found, strict=True)

    def iter_docs(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield every document that is not deleted with its stored fields."""
        documents = list(self.all_doc_ids())
        for start in range(0, len(documents), _BATCH):
            yield from self._stored(documents[start : start + _BATCH])

    def all_stored_fields(self) -> Iterator[dict[str, Any]]:
        """Yield the stored fields of every document that is not deleted."""
        return (fields for _, fields in self.iter_docs())


class PendingDocumentReader(base.PerDocumentReader):
    """The lengths of documents whose segment is still being written."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def doc_count_all(self) -> int:
        """Return the number of documents."""
        return self._documents.count

    def doc_count(self) -> int:
        """Return the number of documents."""
        return self._documents.count

    def has_deletions(self) -> bool:
        """Return False."""
        return False

    def is_deleted(self, docnum: int) -> bool:
        """Return False."""
        return False

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Return the length of a document in a field; `default` if it has none."""
        return self._documents.length(fieldname, docnum) or default
