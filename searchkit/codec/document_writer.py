"""Writing what belongs to documents: lengths, stored fields, columns, vectors."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from whoosh.codec import base

from searchkit.codec import columns, stored, vectors
from searchkit.codec.core import core

if TYPE_CHECKING:
    from searchkit import _native
    from searchkit.codec.building import SegmentBuild


class Documents:
    """Everything that belongs to the documents of a segment that is being built."""

    def __init__(self, folder: str) -> None:
        self.count = 0
        self._folder = folder
        self._lengths: dict[str, array[int]] = {}
        self._columns: dict[str, Any] = {}
        self._stores: dict[str, _Records] = {}

    def add(
        self, record: bytes, lengths: dict[str, int], values: dict[str, Any], found_vectors: dict[str, bytes]
    ) -> None:
        """Add a document."""
        self._add_record(stored.STORED, record)
        for field, vector in found_vectors.items():
            self._add_record(vectors.store_name(field), vector)
        for field, length in lengths.items():
            of_field = self._lengths.setdefault(field, array("I"))
            of_field.extend([0] * (self.count - len(of_field)))
            of_field.append(length)
        for field, value in values.items():
            self._columns[field].add(self.count, value)
        self.count += 1

    def column(self, field: str, column: Any) -> Any:
        """Return the buffer of a column, a new one for the first value."""
        if field not in self._columns:
            self._columns[field] = columns.buffer(field, column)
        return self._columns[field]

    def length(self, field: str, docnum: int) -> int:
        """Return the length of a document in a field."""
        lengths = self._lengths.get(field, ())
        return lengths[docnum] if docnum < len(lengths) else 0

    def lengths(self, field: str, doc_count: int) -> bytes | None:
        """Return the lengths of all documents, or None if no document has one."""
        lengths = self._lengths.get(field)
        return None if lengths is None else (lengths + array("I", bytes(4 * (doc_count - len(lengths))))).tobytes()

    def add_to(self, writer: _native.SegmentWriter, doc_count: int, fields: set[str]) -> None:
        """Write everything but the fields of these names, which have been written."""
        for field in self._lengths.keys() - fields:  # of documents whose terms all went elsewhere
            lengths = self.lengths(field, doc_count)
            writer.add_field(core().FieldWriter(self._folder, field, "docs", doc_count, lengths))
        for column in self._columns.values():
            column.write(writer, doc_count)
        for records in self._stores.values():
            writer.add_store(records.end(doc_count))
        self._stores.clear()

    def _add_record(self, store: str, record: bytes) -> None:
        if not record:
            return
        if store not in self._stores:
            self._stores[store] = _Records(core().StoreWriter(self._folder, store))
        self._stores[store].add(self.count, record)


class _Records:
    """A store being written, in which documents may lack a record."""

    def __init__(self, store: _native.StoreWriter) -> None:
        self._store = store
        self._count = 0

    def add(self, docnum: int, record: bytes) -> None:
        self.end(docnum)
        self._store.add(record)
        self._count += 1

    def end(self, doc_count: int) -> _native.StoreWriter:
        """Return the store, filled up to this many documents."""
        for _ in range(self._count, doc_count):
            self._store.add(b"")
        self._count = doc_count
        return self._store


class NativeDocumentWriter(base.PerDocumentWriter):
    """Whoosh's writer of what belongs to documents. A document counts from its `finish_doc` on."""

    def __init__(self, build: SegmentBuild) -> None:
        self._build = build
        self._documents = Documents(build.folder)
        self._in_document = False
        self.is_closed = False
        self._clear()

    def _clear(self) -> None:
        self._stored: dict[str, str] = {}
        self._lengths: dict[str, int] = {}
        self._values: dict[str, Any] = {}
        self._vectors: dict[str, bytes] = {}

    def start_doc(self, docnum: int) -> None:
        """Start the next document."""
        if self._in_document or docnum != self._documents.count:
            raise ValueError(f"document {docnum} cannot start: document {self._documents.count} is next or under way")
        self._in_document = True

    def add_field(self, fieldname: str, fieldobj: Any, value: Any, length: int | None) -> None:
        """Add a field's stored value, unless it is None, and its length, unless that is 0 or None.

        Raises ValueError if the value, or something in it, is of a type that has no form in the file.
        """
        if value is not None:
            self._stored[fieldname] = stored.encode(value)
        if length:
            self._lengths[fieldname] = length

    def add_column_value(self, fieldname: str, columnobj: Any, value: Any) -> None:
        """Set the document's value in a column. Raises ValueError if it does not fit the column."""
        self._values[fieldname] = self._documents.column(fieldname, columnobj).check(value)

    def add_vector_items(self, fieldname: str, fieldobj: Any, items: Iterable[tuple[str, float, bytes]]) -> None:
        """Add a field's vector: its terms in order, each with weight and value."""
        self._vectors[fieldname] = vectors.encode(items)

    def finish_doc(self) -> None:
        """Add the document."""
        self._documents.add(stored.record(self._stored), self._lengths, self._values, self._vectors)
        self.cancel_doc()

    def cancel_doc(self) -> None:
        """Forget the document that has been started."""
        self._in_document = False
        self._clear()

    def close(self) -> None:
        """End the documents; one that is under way is added."""
        if self._in_document:
            self.finish_doc()
        self.is_closed = True
        self._build.documents = self._documents
        self._build.leave()
