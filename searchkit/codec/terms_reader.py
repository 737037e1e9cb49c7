"""Reading the term dictionary."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from whoosh.codec import base
from whoosh.reading import TermInfo, TermNotFound

from searchkit.codec.matcher import NativeMatcher

if TYPE_CHECKING:
    from searchkit import _native

Term = tuple[str, bytes]

_LARGEST_BATCH = 1024
_LONGEST_FUZZY_WORD = 254


class NativeTermInfo(TermInfo):
    """What the dictionary knows of a term; what only its postings know is read when asked for."""

    def __init__(self, term: _native.Term) -> None:
        self._term = term

    @cached_property
    def _extremes(self) -> tuple[int, int, float, int, int]:
        return self._term.extremes()

    def weight(self) -> float:
        """Return the sum of the weights of all postings."""
        return self._term.total_weight

    def doc_frequency(self) -> int:
        """Return the number of documents."""
        return self._term.doc_frequency

    def min_length(self) -> int:
        """Return the least length of a document."""
        return self._extremes[0]

    def max_length(self) -> int:
        """Return the greatest length of a document."""
        return self._extremes[1]

    def max_weight(self) -> float:
        """Return the greatest weight."""
        return self._extremes[2]

    # Whoosh's reader of several segments adds the segment's offset to these two attributes.

    @cached_property
    def _minid(self) -> int:
        return self._extremes[3]

    @cached_property
    def _maxid(self) -> int:
        return self._extremes[4]


class NativeTermsReader(base.TermsReader):
    """Whoosh's reader of terms and postings. Terms come in ascending order of field, then of bytes."""

    def __init__(self, core: _native.Segment) -> None:
        # A field without terms is one that documents only have lengths in.
        self._fields = {field.name: field for field in core.fields() if field.term_count}

    def close(self) -> None:
        """Let go of the file."""
        self._fields = {}

    def _find(self, fieldname: str, text: bytes) -> _native.Term | None:
        field = self._fields.get(fieldname)
        return field.term(text) if field else None

    def _get(self, fieldname: str, text: bytes) -> _native.Term:
        term = self._find(fieldname, text)
        if term is None:
            raise TermNotFound(f"No term {fieldname}:{text!r}")
        return term

    def __contains__(self, term: Term) -> bool:
        return self._find(*term) is not None

    def cursor(self, fieldname: str, fieldobj: Any) -> base.FieldCursor:
        """Return a cursor at the first term of a field."""
        field = self._fields.get(fieldname)
        return NativeCursor(field, fieldobj) if field else base.EmptyCursor()

    def indexed_field_names(self) -> list[str]:
        """Return the names of the fields that have terms."""
        return sorted(self._fields)

    def terms(self) -> Iterator[Term]:
        """Yield all terms."""
        return (term for term, _ in self.items())

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Term]:
        """Yield the terms of a field from `prefix` on, then those of the fields after it."""
        return (term for term, _ in self.items_from(fieldname, prefix))

    def items(self) -> Iterator[tuple[Term, NativeTermInfo]]:
        """Yield all terms with what is known of them."""
        for name in self.indexed_field_names():
            for term in _walk(self._fields[name], 0):
                yield (name, term.key), NativeTermInfo(term)

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, NativeTermInfo]]:
        """Yield the terms of a field from `prefix` on, then those of the fields after it, with what is known."""
        if fieldname not in self._fields:
            return
        for name in self.indexed_field_names():
            if name >= fieldname:
                field = self._fields[name]
                for term in _walk(field, field.ordinal(prefix) if name == fieldname else 0):
                    yield (name, term.key), NativeTermInfo(term)

    def term_info(self, fieldname: str, text: bytes) -> NativeTermInfo:
        """Return what is known of a term. Raises TermNotFound."""
        return NativeTermInfo(self._get(fieldname, text))

    def frequency(self, fieldname: str, text: bytes) -> float:
        """Return the sum of the weights of a term. Raises KeyError if there is none."""
        return self._known(fieldname, text).total_weight

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Return the number of documents that have a term. Raises KeyError if there is none."""
        return self._known(fieldname, text).doc_frequency

    def _known(self, fieldname: str, text: bytes) -> _native.Term:
        term = self._find(fieldname, text)
        if term is None:
            raise KeyError((fieldname, text))
        return term

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> NativeMatcher:
        """Return a matcher over the postings of a term. Raises TermNotFound."""
        term = self._get(fieldname, text)
        return NativeMatcher(term, self._fields[fieldname].kind, format_, (fieldname, text), scorer)


def _walk(field: _native.Field, start: int) -> Iterator[_native.Term]:
    """Yield the terms of a field from an ordinal on: a few at first, as many callers want no more."""
    size = 8
    while start < field.term_count:
        yield from field.terms(start, size)
        start += size
        size = min(2 * size, _LARGEST_BATCH)


class NativeCursor(base.FieldCursor):
    """Whoosh's cursor over the terms of a field. It may move anywhere."""

    def __init__(self, field: _native.Field, fieldobj: Any) -> None:
        self.field = field
        self._fieldobj = fieldobj
        self._walk: Iterator[_native.Term] = iter(())
        self._term: _native.Term | None = None
        self.first()

    def first(self) -> Any:
        """Go to the first term and return its text."""
        return self._start(0)

    def find(self, string: str | bytes) -> Any:
        """Go to the first term not before `string` and return its text; None if there is none."""
        key = string if isinstance(string, bytes) else self._fieldobj.to_bytes(string)
        return self._start(self.field.ordinal(key))

    def next(self) -> Any:
        """Go to the next term and return its text; None after the last."""
        self._term = next(self._walk, None)
        return self.text()

    def _start(self, ordinal: int) -> Any:
        self._walk = _walk(self.field, ordinal)
        return self.next()

    def text(self) -> Any:
        """Return the text of the current term, or None."""
        return None if self._term is None else self._fieldobj.from_bytes(self._term.key)

    def term_info(self) -> NativeTermInfo | None:
        """Return what is known of the current term, or None."""
        return None if self._term is None else NativeTermInfo(self._term)

    def is_valid(self) -> bool:
        """Tell whether there is a current term."""
        return self._term is not None


class NativeAutomata(base.Automata):
    """Finds similar terms by walking the dictionary natively."""

    def terms_within(self, fieldcur: Any, uterm: str, maxdist: int, prefix: int = 0) -> Iterator[str]:
        """Yield the terms within `maxdist` edits of a word whose first `prefix` characters are the word's."""
        if not isinstance(fieldcur, NativeCursor) or len(uterm) > _LONGEST_FUZZY_WORD or maxdist > 255:
            yield from super().terms_within(fieldcur, uterm, maxdist, prefix)
            return
        for term, _ in fieldcur.field.fuzzy(uterm, maxdist, prefix):
            yield fieldcur._fieldobj.from_bytes(term.key)
