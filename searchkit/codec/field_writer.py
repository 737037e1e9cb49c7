"""Writing terms and postings."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from whoosh.codec import base

from searchkit.codec.field_encoder import FieldEncoder, Postings

if TYPE_CHECKING:
    from searchkit import _native
    from searchkit.codec.building import SegmentBuild

Item = tuple[str, bytes, int, float, bytes | None]
"""A posting as Whoosh brings it: field, term, document, weight, value; sorted."""


class NativeFieldWriter(base.FieldWriter):
    """Whoosh's writer of postings. Terms go to the native side one by one, with all their postings at once."""

    def __init__(self, build: SegmentBuild) -> None:
        self._build = build
        self._encoded: list[FieldEncoder] = []
        self._loose: list[_LooseField] = []
        self._field: FieldEncoder | _LooseField | None = None
        self._postings: Postings | None = None
        self._documents = 0
        self.is_closed = False

    def add_postings(self, schema: Any, lengths: Any, items: Iterable[Item]) -> None:
        """Write sorted postings. Raises OutOfOrderError if they are not."""
        field: str | None = None
        term: bytes | None = None
        for fieldname, text, docnum, weight, value in items:
            if docnum < 0:  # a word for Whoosh's former spelling graph
                continue
            if fieldname != field:
                self._end_field()
                _check_order(field, fieldname)
                self.start_field(fieldname, schema[fieldname])
                field, term = fieldname, None
            if text != term:
                self._end_term()
                _check_order(term, text)
                self.start_term(text)
                term = text
            self.add(docnum, weight, value, lengths.doc_field_length(docnum, fieldname) if lengths else None)
        self._end_field()

    def start_field(self, fieldname: str, fieldobj: Any) -> None:
        """Start a field."""
        documents = self._build.documents
        if documents is None:
            self._field = _LooseField(fieldname, fieldobj.format)
            self._loose.append(self._field)
        else:
            lengths = documents.lengths(fieldname, documents.count)
            self._field = FieldEncoder(self._build.folder, fieldname, fieldobj.format, documents.count, lengths)
            self._encoded.append(self._field)

    def start_term(self, text: bytes) -> None:
        """Start a term of the field, after all that were before."""
        self._postings = Postings(text)

    def add(self, docnum: int, weight: float, vbytes: bytes | None, length: int | None) -> None:
        """Add a posting of the term, after all that were before. `length` counts only where no document was written."""
        if self._postings is None:
            raise ValueError("a posting was added outside a term")
        self._postings.add(docnum, weight, vbytes or b"")
        if isinstance(self._field, _LooseField) and length:
            self._field.lengths[docnum] = length

    def finish_term(self) -> None:
        """End the term."""
        postings, self._postings = self._postings, None
        if self._field is None or postings is None:
            raise ValueError("a term was ended outside a field")
        self._documents = max(self._documents, postings.docs[-1] + 1 if postings.docs else 0)
        self._field.add(postings)

    def finish_field(self) -> None:
        """End the field."""
        if self._field is None:
            raise ValueError("a field was ended that was not started")
        self._field = None

    def _end_term(self) -> None:
        if self._postings is not None:
            self.finish_term()

    def _end_field(self) -> None:
        self._end_term()
        if self._field is not None:
            self.finish_field()

    def close(self) -> None:
        """End the postings."""
        self.is_closed = True
        self._build.fields = self
        self._build.leave()

    def doc_count(self) -> int:
        """Return the least number of documents that the postings need."""
        return self._documents

    def add_to(self, writer: _native.SegmentWriter, doc_count: int) -> set[str]:
        """Write the fields and return their names."""
        fields = self._encoded + [loose.encode(self._build.folder, doc_count) for loose in self._loose]
        for field in sorted(fields, key=lambda field: field.name):
            writer.add_field(field.end())
        return {field.name for field in fields}


class _LooseField:
    """A field of a segment whose documents were not written before it: its number of documents is not known yet."""

    def __init__(self, name: str, format_: Any) -> None:
        self.name = name
        self.lengths: dict[int, int] = {}
        self._format = format_
        self._terms: list[Postings] = []

    def add(self, postings: Postings) -> None:
        self._terms.append(postings)

    def encode(self, folder: str, doc_count: int) -> FieldEncoder:
        lengths = array("I", (self.lengths.get(doc, 0) for doc in range(doc_count))).tobytes()
        encoder = FieldEncoder(folder, self.name, self._format, doc_count, lengths if self.lengths else None)
        for postings in self._terms:
            encoder.add(postings)
        return encoder


def _check_order(before: Any, after: Any) -> None:
    if before is not None and after < before:
        raise base.OutOfOrderError(f"{before!r} .. {after!r}")
