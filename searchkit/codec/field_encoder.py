"""The postings of one field in native form.

How a posting is kept depends on the field's Whoosh format:

* `Positions` whose weights count the positions: as "text", positions in native form
* `Existence`, and `Frequency` whose weights are the frequencies: as "docs", the weights alone
* all others, and fields with boosts: as "values", with the bytes that the format made of it

Boosts can turn up in any posting. A field is kept in the first two forms until one does; what has been written is then
read back and written again as "values".
"""

from __future__ import annotations

import os
import pickle
import tempfile
from array import array
from typing import TYPE_CHECKING, Any

from whoosh import formats
from whoosh.system import pack_uint

from searchkit.codec.core import core

if TYPE_CHECKING:
    from searchkit import _native

_BATCH = 1024


class Postings:
    """All postings of a term, in ascending order of documents."""

    __slots__ = ("docs", "term", "values", "weights")

    def __init__(self, term: bytes) -> None:
        self.term = term
        self.docs: list[int] = []
        self.weights: list[float] = []
        self.values: list[bytes] = []

    def add(self, doc: int, weight: float, value: bytes) -> None:
        """Add a posting. A second one of a document adds its weight to the first.

        Whoosh posts all words of its separate spelling fields to document 0.
        """
        if self.docs and self.docs[-1] == doc:
            self.weights[-1] += weight
            return
        self.docs.append(doc)
        self.weights.append(weight)
        self.values.append(value)


class FieldEncoder:
    """Writes one field, term by term."""

    def __init__(self, folder: str, name: str, format_: Any, doc_count: int, lengths: bytes | None) -> None:
        self.name = name
        self._folder = folder
        self._format = format_
        self._doc_count = doc_count
        self._lengths = lengths
        self._kind = kind_of(format_)
        self._writer = self._start()

    def _start(self) -> _native.FieldWriter:
        writer: _native.FieldWriter = core().FieldWriter(
            self._folder, self.name, self._kind, self._doc_count, self._lengths
        )
        return writer

    def add(self, postings: Postings) -> None:
        """Add a term."""
        if self._kind == "text":
            positions = _positions(postings)
            if positions is not None:
                self._writer.add_positions(postings.term, postings.docs, positions)
                return
            self._demote()
        elif self._kind == "docs":
            if _are_derived(postings, self._format):
                self._writer.add_weights(postings.term, postings.docs, postings.weights)
                return
            self._demote()
        self._writer.add_values(postings.term, postings.docs, postings.weights, postings.values)

    def end(self) -> _native.FieldWriter:
        """Return what has been written, for the segment."""
        return self._writer

    def _demote(self) -> None:
        """Write again as values what has been written in another form."""
        with tempfile.TemporaryDirectory(dir=self._folder, prefix=".skt-") as folder:
            path = os.path.join(folder, "field")
            written = core().SegmentWriter(path, self._doc_count)
            written.add_field(self._writer)
            written.finish()
            field = core().Segment.open(path).field(self.name)
            before, self._kind = self._kind, "values"
            self._writer = self._start()
            for start in range(0, field.term_count, _BATCH):
                for term in field.terms(start, _BATCH):
                    self._copy(term, before)

    def _copy(self, term: _native.Term, kind: str) -> None:
        values: list[bytes] = []
        for block in range(term.block_count):
            if kind == "text":
                values += map(self._format.encode, term.block_positions(block))
            else:
                values += (derived_value(self._format, weight) for weight in term.weights(block))
        docs, weights = array("I", term.all_docs()), array("f", term.all_weights())
        self._writer.add_values(term.key, list(docs), list(weights), values)


def kind_of(format_: Any) -> str:
    """Return the form that the postings of a format are kept in, unless they have boosts."""
    if type(format_) is formats.Positions:
        return "text"
    return "docs" if type(format_) in (formats.Existence, formats.Frequency) else "values"


def derived_value(format_: Any, weight: float) -> bytes:
    """Return the value of a posting that is kept as its weight alone."""
    return pack_uint(int(weight)) if type(format_) is formats.Frequency else b""


def _are_derived(postings: Postings, format_: Any) -> bool:
    if type(format_) is formats.Existence:
        return True
    return all(
        weight.is_integer() and value == derived_value(format_, weight)
        for weight, value in zip(map(float, postings.weights), postings.values, strict=True)
    )


def _positions(postings: Postings) -> list[list[int]] | None:
    """Return the positions of every posting; None if one has others than its weight says, or no positions."""
    all_positions = []
    for weight, value in zip(postings.weights, postings.values, strict=True):
        positions = _decode(value)
        if not positions or len(positions) != weight or positions != sorted(positions):
            return None
        all_positions.append(positions)
    return all_positions


_POSITIONS = formats.Positions()


def _decode(value: bytes) -> list[int]:
    """Return the positions in a value that Whoosh's `Positions` made in this process; none if it did not."""
    if value[4:6] != b"\x80\x02":  # not a pickle of the protocol that the format uses
        return []
    try:
        positions: list[int] = _POSITIONS.decode_positions(value)
    except (pickle.UnpicklingError, EOFError, TypeError, ValueError):
        return []
    return positions
