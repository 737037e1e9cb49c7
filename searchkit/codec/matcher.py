"""Walking the postings of a term."""

from __future__ import annotations

import copy
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from whoosh import formats
from whoosh.matching import LeafMatcher, ReadTooFar

from searchkit.codec.field_encoder import derived_value

if TYPE_CHECKING:
    from searchkit import _native

BLOCK = 128
"""Postings in a full block; the last block of a term may have fewer."""


class NativeMatcher(LeafMatcher):
    """Whoosh's matcher over the postings of a term.

    It is in one block at a time. Documents, weights and values of the block are read when first asked for.

    At the end it stays in the last block: Whoosh's `AndNotMatcher` asks a list that has just ended for its document,
    and others for the quality of its block. What they get is of no consequence; an error would be.
    """

    def __init__(self, term: _native.Term, kind: str, format_: Any, name: tuple[str, bytes], scorer: Any) -> None:
        self.format = format_
        self.scorer = scorer
        self._native = term
        self._kind = kind
        self._term = name
        self._count = term.block_count
        self._lasts: list[int] | None = None
        self._enter(0)

    def _enter(self, block: int) -> None:
        self._active = block < self._count
        self._block = min(block, self._count - 1)
        self._i = 0
        self._size = min(BLOCK, self._native.doc_frequency - BLOCK * self._block)
        self._ids: list[int] | None = None
        self._weights: list[float] | None = None
        self._values: list[bytes] | None = None
        self._bounds: tuple[float, int] | None = None

    def is_active(self) -> bool:
        """Tell whether there is a current posting."""
        return self._active

    def reset(self) -> None:
        """Go back to the first posting."""
        self._enter(0)

    def copy(self) -> NativeMatcher:
        """Return a matcher at the same posting, which moves on its own."""
        return copy.copy(self)

    def id(self) -> int:
        """Return the current document; at the end, one of the last block."""
        if self._ids is None:
            self._ids = self._native.docs(self._block)
        return self._ids[self._i]

    def next(self) -> bool:
        """Move to the next posting; tell whether it is in another block. Raises ReadTooFar after the last."""
        if not self._active:
            raise ReadTooFar
        self._i += 1
        if self._i < self._size:
            return False
        self._enter(self._block + 1)
        return True

    def skip_to(self, id: int) -> None:
        """Move to the first posting whose document is not before `id`. Raises ReadTooFar after the last posting."""
        if not self._active:
            raise ReadTooFar
        if id <= self.id():
            return
        if id > self.block_max_id():
            self._enter(self._count if self._count == 1 else bisect_left(self._last_docs(), id, self._block + 1))
            if not self._active:
                return
            self.id()
        self._i = bisect_left(self._ids or [], id, self._i)

    def _last_docs(self) -> list[int]:
        if self._lasts is None:
            self._lasts = self._native.last_docs()
        return self._lasts

    def all_ids(self) -> Iterator[int]:
        """Return the current document and all after it, and stay where the matcher is."""
        if not self.is_active():
            return iter(())
        return iter(memoryview(self._native.all_docs()).cast("I")[BLOCK * self._block + self._i :])

    def all_items(self) -> Iterator[tuple[int, bytes]]:
        """Yield the current document and all after it with their values, moving to the end."""
        while self.is_active():
            yield self.id(), self.value()
            self.next()

    def items_as(self, astype: str) -> Iterator[tuple[int, Any]]:
        """Yield the current document and all after it with their values decoded, moving to the end."""
        while self.is_active():
            yield self.id(), self.value_as(astype)
            self.next()

    # What a posting carries

    def weight(self) -> float:
        """Return the weight of the current posting."""
        if self._weights is None:
            self._weights = self._native.weights(self._block)
        return self._weights[self._i]

    def value(self) -> bytes:
        """Return the current posting as its format encodes it."""
        if self._kind == "text":
            return self._positions_format().encode(self._positions())  # type: ignore[no-any-return]
        if self._kind == "docs":
            return derived_value(self.format, self.weight())
        if self._values is None:
            self._values = self._native.values(self._block)
        return self._values[self._i]

    def value_as(self, astype: str) -> Any:
        """Return what the format tells of the current posting: "positions", "frequency", ..."""
        if self._kind == "text" and type(self.format) is formats.Positions:
            if astype == "positions":
                return self._positions()
            if astype == "frequency":
                return int(self.weight())
        return self.format.decoder(astype)(self.value())

    def _positions(self) -> list[int]:
        return self._native.positions(self._block, self._i)

    def _positions_format(self) -> Any:
        return self.format if isinstance(self.format, formats.Positions) else formats.Positions()

    # Quality of blocks

    def skip_to_quality(self, minquality: float) -> int:
        """Skip blocks whose postings all score at most `minquality`, and return how many."""
        skipped = 0
        while self._active and self.block_quality() <= minquality:
            self._enter(self._block + 1)
            skipped += 1
        return skipped

    def block_min_id(self) -> int:
        """Return the first document of the block."""
        if self._ids is None:
            self._ids = self._native.docs(self._block)
        return self._ids[0]

    def block_max_id(self) -> int:
        """Return the last document of the block."""
        if self._count > 1:
            return self._last_docs()[self._block]
        if self._ids is None:
            self._ids = self._native.docs(self._block)
        return self._ids[-1]

    def _block_bounds(self) -> tuple[float, int]:
        if self._bounds is None:
            self._bounds = self._native.bounds(self._block)
        return self._bounds

    def block_min_length(self) -> int:
        """Return a lower bound of the lengths of the documents of the block."""
        return self._block_bounds()[1]

    def block_max_length(self) -> int:
        """Return an upper bound of the lengths of the documents of the block."""
        return self._native.extremes()[1]

    def block_max_weight(self) -> float:
        """Return an upper bound of the weights of the block."""
        return self._block_bounds()[0]
