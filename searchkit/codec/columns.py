"""Whoosh's columns in a native segment.

Columns of integers and of plain byte strings have a native form. All others are written and read by their own classes,
as a blob named after the field.

64-bit unsigned integers (`NumericColumn("Q")`, the form of every 64-bit Whoosh field) are kept as signed ones of the
same order: less by 2**63.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from whoosh import columns
from whoosh.filedb.structfile import BufferFile, StructFile

if TYPE_CHECKING:
    from searchkit import _native

_INTEGERS = frozenset("bBhHiIlLqQ")

_HALF = 1 << 63

_FEW = 8
"""If one document in so many is asked for, or fewer, its value is read alone."""


def blob_name(field: str) -> str:
    """Return the name of the blob of a field's column."""
    return f"column:{field}"


def buffer(name: str, column: Any) -> IntBuffer | BytesBuffer | BlobBuffer:
    """Return what gathers the values of a column while documents are added."""
    kind = type(column)
    if kind is columns.NumericColumn and column._typecode in _INTEGERS:
        return IntBuffer(name, column)
    if kind in (columns.VarBytesColumn, columns.RefBytesColumn):
        return BytesBuffer(name, column)
    return BlobBuffer(name, column)


def reader(segment: _native.Segment, name: str, column: Any) -> Any:
    """Return the reader of a column, or None if no document has a value in it."""
    ints = segment.int_column(name)
    if ints is not None:
        return IntReader(ints, column)
    strings = segment.bytes_column(name)
    if strings is not None:
        return BytesReader(strings, column)
    blob = segment.blob(blob_name(name))
    return None if blob is None else blob_reader(name, blob, column, segment.doc_count)


def blob_reader(name: str, blob: bytes, column: Any, doc_count: int) -> Any:
    """Return the reader of a column in the form of its own class."""
    return column.reader(BufferFile(memoryview(blob), name=name), 0, len(blob), doc_count)


def names(segment: _native.Segment) -> set[str]:
    """Return the names of the fields that have a column."""
    blobs = {name.removeprefix("column:") for name in segment.blobs() if name.startswith("column:")}
    return blobs | {name for name, _ in segment.columns()}


class IntBuffer:
    """The values of a column of integers."""

    def __init__(self, name: str, column: Any) -> None:
        self._name = name
        self._bias = _HALF if column._typecode == "Q" else 0
        self._default = column.default_value() - self._bias
        size = 8 * array(column._typecode).itemsize
        self._least = 0 if column._typecode.isupper() else -(1 << size - 1)
        self._most = self._least + (1 << size) - 1
        self._values = array("q")

    def check(self, value: Any) -> int:
        """Return the value, or raise ValueError if it does not fit the column."""
        if not isinstance(value, int) or not self._least <= value <= self._most:
            raise ValueError(f"field {self._name!r}: {value!r} does not fit its column")
        return value

    def add(self, docnum: int, value: int) -> None:
        """Set the value of a document, the last so far."""
        self._fill(docnum)
        self._values.append(value - self._bias)

    def write(self, writer: _native.SegmentWriter, doc_count: int) -> None:
        """Put the column into a segment."""
        self._fill(doc_count)
        writer.add_ints(self._name, self._values.tobytes())

    def _fill(self, count: int) -> None:
        self._values.extend([self._default] * (count - len(self._values)))


class BytesBuffer:
    """The values of a column of byte strings: each distinct one once, and its number for every document."""

    def __init__(self, name: str, column: Any) -> None:
        self._name = name
        self._default = column.default_value()
        self._numbers: dict[bytes, int] = {self._default: 0}
        self._documents = array("I")

    def check(self, value: Any) -> bytes:
        """Return the value, or raise ValueError if it is not a byte string."""
        if not isinstance(value, bytes):
            raise ValueError(f"field {self._name!r}: {value!r} is not a byte string")
        return value

    def add(self, docnum: int, value: bytes) -> None:
        """Set the value of a document, the last so far."""
        self._fill(docnum)
        self._documents.append(self._numbers.setdefault(value, len(self._numbers)))

    def write(self, writer: _native.SegmentWriter, doc_count: int) -> None:
        """Put the column into a segment."""
        self._fill(doc_count)
        values = list(self._numbers)[1:]
        order = sorted(range(len(values)), key=values.__getitem__)
        ordinals = [0] * (len(values) + 1)
        for ordinal, number in enumerate(order, 1):
            ordinals[number + 1] = ordinal
        column = array("I", map(ordinals.__getitem__, self._documents))
        writer.add_ordinals(self._name, [values[number] for number in order], column.tobytes())

    def _fill(self, count: int) -> None:
        self._documents.extend([0] * (count - len(self._documents)))


class BlobBuffer:
    """A column in the form of its own class."""

    def __init__(self, name: str, column: Any) -> None:
        self._name = name
        self._bytes = BytesIO()
        self._writer = column.writer(StructFile(self._bytes, name=name))

    def check(self, value: Any) -> Any:
        """Return the value."""
        return value

    def add(self, docnum: int, value: Any) -> None:
        """Set the value of a document, the last so far."""
        self._writer.add(docnum, value)

    def write(self, writer: _native.SegmentWriter, doc_count: int) -> None:
        """Put the column into a segment."""
        self._writer.finish(doc_count)
        writer.add_blob(blob_name(self._name), self._bytes.getvalue())


class IntReader(columns.ColumnReader):
    """Reads a native column of integers."""

    def __init__(self, column: _native.IntColumn, description: Any) -> None:
        self._column = column
        self._typecode: str = description._typecode
        self._bias = _HALF if self._typecode == "Q" else 0
        self._reverse = False

    def __len__(self) -> int:
        return len(self._column)

    def __getitem__(self, docnum: int) -> int:
        return self._column[docnum] + self._bias

    def __iter__(self) -> Iterator[int]:
        values = array("q", self._column.values())
        return iter(values) if not self._bias else (value + _HALF for value in values)

    def sort_key(self, docnum: int) -> int:
        """Return what documents are sorted by."""
        return -self[docnum] if self._reverse else self[docnum]

    def sort_keys(self, documents: Sequence[int]) -> Iterator[int]:
        """Return what each of the documents is sorted by."""
        if len(documents) * _FEW < len(self):
            return map(self.sort_key, documents)
        values = array("q", self._column.values())
        if not self._reverse and not self._bias:
            return map(values.__getitem__, documents)
        sign = -1 if self._reverse else 1
        return (sign * (values[document] + self._bias) for document in documents)

    def set_reverse(self) -> None:
        """Make the sort keys descend."""
        self._reverse = True

    def load(self) -> Any:
        """Return all values."""
        return array(self._typecode, self)


class BytesReader(columns.ColumnReader):
    """Reads a native column of byte strings."""

    def __init__(self, column: _native.BytesColumn, description: Any) -> None:
        self._column = column
        self._default = description.default_value()

    def __len__(self) -> int:
        return len(self._column)

    def __getitem__(self, docnum: int) -> bytes:
        value = self._column[docnum]
        return self._default if value is None else value

    def __iter__(self) -> Iterator[bytes]:
        values = [self._default, *self._column.values()]
        return map(values.__getitem__, memoryview(self._column.ordinals()).cast("I"))

    def sort_keys(self, documents: Sequence[int]) -> Iterator[bytes]:
        """Return what each of the documents is sorted by."""
        if len(documents) * _FEW < len(self):
            return map(self.__getitem__, documents)
        numbers = memoryview(self._column.ordinals()).cast("I")
        ordinals = [numbers[document] for document in documents]
        examples = dict(zip(ordinals, documents, strict=True))
        values = {ordinal: self[document] for ordinal, document in examples.items()}
        return map(values.__getitem__, ordinals)
