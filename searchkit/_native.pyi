"""The native core: segments of an index, in Rust. Absent where no Rust toolchain built it.

Numbers in bytes are little-endian. Whatever reads a segment raises CorruptIndexError if the file is damaged.
"""

from collections.abc import Sequence
from os import PathLike
from typing import Literal, final

VERSION: str

# Reading segments

@final
class Segment:
    """An open segment: one immutable file. Any thread may use it."""

    @staticmethod
    def open(path: str | PathLike[str]) -> Segment:
        """Map the file at `path`. Raises CorruptIndexError, IndexVersionError, OSError."""

    @staticmethod
    def from_bytes(name: str, data: bytes) -> Segment:
        """Open a segment held in memory; `name` stands for the file in messages."""

    @property
    def name(self) -> str: ...
    @property
    def doc_count(self) -> int:
        """The number of documents, deleted ones included."""

    @property
    def size(self) -> int:
        """The bytes of the file."""

    def fields(self) -> list[Field]:
        """Return the fields in file order."""

    def field(self, name: str) -> Field | None:
        """Return a field."""

    def columns(self) -> list[tuple[str, bool]]:
        """Return the names of the columns, and whether their values are integers."""

    def int_column(self, name: str) -> IntColumn | None:
        """Return a column of integers."""

    def bytes_column(self, name: str) -> BytesColumn | None:
        """Return a column of byte strings."""

    def stores(self) -> list[str]:
        """Return the names of the stores."""

    def record(self, store: str, doc: int) -> bytes | None:
        """Return the record of a document, empty if it has none; None if there is no such store."""

    def records(self, store: str, docs: Sequence[int]) -> list[bytes] | None:
        """Return the records of many documents; None if there is no such store."""

    def blobs(self) -> list[str]:
        """Return the names of the blobs."""

    def blob(self, name: str) -> bytes | None:
        """Return a blob."""

    def verify(self) -> None:
        """Read and check every byte of the file."""

@final
class Field:
    """A field of a segment: its terms, and the length of every document in it."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> Literal["text", "docs", "values"]:
        """What postings carry: positions, weights alone, or weights and opaque values."""

    @property
    def term_count(self) -> int: ...
    @property
    def total_length(self) -> int:
        """The sum of the lengths of all documents, exactly."""

    def lengths(self) -> bytes:
        """Return the length byte of every document, by Whoosh's table; empty for a field without lengths."""

    def term(self, key: bytes) -> Term | None:
        """Return a term."""

    def ordinal(self, key: bytes) -> int:
        """Return the ordinal of the first term not below `key`; `term_count` if all are."""

    def prefix_range(self, prefix: bytes) -> tuple[int, int]:
        """Return the ordinals [start, end) of the terms that start with `prefix`."""

    def terms(self, start: int, count: int) -> list[Term]:
        """Return up to `count` terms in order, from the ordinal `start` on."""

    def fuzzy(self, word: str, distance: int, prefix: int = 0) -> list[tuple[Term, int]]:
        """Return the terms within `distance` edits (Levenshtein) of `word`, with their distances, in order.

        The first `prefix` characters must be the word's.
        """

@final
class Term:
    """A term of a field, with its postings in blocks of 128; the last may have fewer."""

    @property
    def key(self) -> bytes: ...
    @property
    def ordinal(self) -> int:
        """The term's place among the terms of its field."""

    @property
    def doc_frequency(self) -> int: ...
    @property
    def total_weight(self) -> float: ...
    @property
    def block_count(self) -> int:
        """The number of blocks, at least one."""

    def extremes(self) -> tuple[int, int, float, int, int]:
        """Return (least length, greatest length, greatest weight, first document, last document)."""

    def last_docs(self) -> list[int]:
        """Return the last document of every block."""

    def bounds(self, block: int) -> tuple[float, int]:
        """Return an upper bound of the weights of a block and a lower bound of the lengths of its documents."""

    def docs(self, block: int) -> list[int]:
        """Return the documents of a block."""

    def weights(self, block: int) -> list[float]:
        """Return the weights of a block, one a document."""

    def positions(self, block: int, index: int) -> list[int]:
        """Return the positions of a posting; none for a field that is not "text"."""

    def block_positions(self, block: int) -> list[list[int]]:
        """Return the positions of all postings of a block."""

    def values(self, block: int) -> list[bytes]:
        """Return the values of all postings of a block; empty ones for a field that is not "values"."""

    def all_docs(self) -> bytes:
        """Return all documents, as unsigned 32-bit numbers."""

    def all_weights(self) -> bytes:
        """Return the weights of all documents, as 32-bit floats."""

@final
class IntColumn:
    """A column of integers, one a document."""

    def __len__(self) -> int: ...
    def __getitem__(self, doc: int) -> int: ...
    def values(self) -> bytes:
        """Return the values of all documents, as signed 64-bit numbers."""

@final
class BytesColumn:
    """A column of byte strings, one a document or none."""

    def __len__(self) -> int: ...
    def __getitem__(self, doc: int) -> bytes | None: ...
    def ordinals(self) -> bytes:
        """Return the ordinal of every document's value, as unsigned 32-bit numbers; 0 is "no value"."""

    def values(self) -> list[bytes]:
        """Return the distinct values in order: the n-th has the ordinal n + 1."""

# Writing segments

@final
class SegmentWriter:
    """Writes a segment file: fields, columns, stores and blobs in any order, then `finish`.

    The file is not a segment before `finish` has returned. What does not fit the rest raises ValueError.
    """

    def __new__(cls, path: str | PathLike[str], doc_count: int) -> SegmentWriter:
        """Create the file, replacing one that is there."""

    def add_field(self, field: FieldWriter) -> None:
        """Add a field, which ends its writer."""

    def add_ints(self, name: str, values: bytes) -> None:
        """Add a column of integers: signed 64-bit numbers, one a document."""

    def add_ordinals(self, name: str, values: Sequence[bytes], ordinals: bytes) -> None:
        """Add a column of byte strings: the distinct ones in ascending order, and an ordinal a document.

        Ordinals are unsigned 32-bit numbers; the n-th value has the ordinal n + 1, and 0 is "no value".
        """

    def add_store(self, store: StoreWriter) -> None:
        """Add a store, which ends its writer."""

    def add_blob(self, name: str, data: bytes) -> None:
        """Add bytes under a name."""

    def finish(self, sync: bool = False) -> int:
        """Write what is left, to the disk if `sync`, and return the size of the file. Nothing can be added after."""

@final
class FieldWriter:
    """Writes one field: terms in ascending order, each with all its postings in ascending order of documents."""

    def __new__(
        cls,
        folder: str | PathLike[str],
        name: str,
        kind: Literal["text", "docs", "values"],
        doc_count: int,
        lengths: bytes | None = None,
    ) -> FieldWriter:
        """Start a field. Temporary files lie in `folder`.

        `lengths` are the exact lengths of all documents (unsigned 32-bit numbers); None for a field without lengths.
        """

    def add_positions(self, term: bytes, docs: Sequence[int], positions: Sequence[Sequence[int]]) -> None:
        """Add a term of a "text" field: its documents, and its positions in each, ascending."""

    def add_weights(self, term: bytes, docs: Sequence[int], weights: Sequence[float]) -> None:
        """Add a term of a "docs" field: its documents, and its weight in each."""

    def add_values(self, term: bytes, docs: Sequence[int], weights: Sequence[float], values: Sequence[bytes]) -> None:
        """Add a term of a "values" field: its documents, and its weight and value in each."""

@final
class StoreWriter:
    """Writes the records of a store, one a document, compressed with a dictionary trained on the first of them."""

    def __new__(cls, folder: str | PathLike[str], name: str) -> StoreWriter: ...
    def add(self, record: bytes) -> None:
        """Add the record of the next document; an empty one is none."""
