"""A `whoosh.query` tree -> the plan that the native core runs: nested tuples, described in `_native.pyi`.

Only what the core answers as Whoosh would has a plan; the rest is left to Whoosh's own matchers: spans, regular
expressions, nested documents, sequences, subclasses of anything, coordination bonuses, boosts that are not above 0.

Three of Whoosh's matchers do not do what their queries say. The core does:

* AndNot, for the first match: Whoosh does not look whether it is to be left out, and fails where it is the last.
* Not with deletions: Whoosh's can end on a deleted document.
* DisjunctionMax: Whoosh gives a document the score of another one that comes after it, if that is better.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any

from whoosh import query as wq
from whoosh.fields import FieldType
from whoosh.lang.morph_en import variations
from whoosh.query.qcore import _NullQuery

if TYPE_CHECKING:
    from searchkit import _native

Plan = tuple[Any, ...]

NOTHING: Plan = ("nothing",)

_DEEPEST = 90
"""The core refuses trees that are nested deeper than 190, and needs more for some of Whoosh's queries than they do."""

_LONGEST_FUZZY_WORD = 254


class UnplannedError(Exception):
    """A query has no plan."""


class Planner:
    """Makes plans for the segments of one searcher."""

    def __init__(self, reader: Any, segments: Sequence[_native.Segment]) -> None:
        self._reader = reader
        self._schema = reader.schema
        self._segments = segments
        self._scorings: dict[str, bool] = {}

    def plan(self, query: Any) -> Plan | None:
        """Return the plan of a query, or None if it has none.

        Raises what Whoosh raises for a query that makes no sense: a NumericRange in a field of text, say.
        """
        try:
            return self.make(query)
        except UnplannedError:
            return None

    def make(self, query: Any, depth: int = 0) -> Plan:
        """Return the plan of a query inside `depth` others. Raises UnplannedError."""
        maker = _MAKERS.get(type(query))
        if maker is None or depth > _DEEPEST:
            raise UnplannedError
        return maker(self, query, depth + 1)

    def field(self, name: str) -> Any:
        """Return an indexed field of the schema that is scored in the segments as Whoosh scores it."""
        if name not in self._schema or self._schema[name].format is None:
            raise UnplannedError  # Whoosh has an error for most queries
        field = self._schema[name]
        if name not in self._scorings:
            found = (segment.field(name) for segment in self._segments)
            self._scorings[name] = all(bool(one.lengths()) == bool(field.scorable) for one in found if one)
        if not self._scorings[name]:
            raise UnplannedError  # the field has changed since a segment was written
        return field

    def text_field(self, name: str) -> Any:
        """Return a field whose terms are its texts."""
        field = self.field(name)
        kind = type(field)
        if kind.to_bytes is not FieldType.to_bytes or kind.from_bytes is not FieldType.from_bytes:
            raise UnplannedError
        return field

    def has_positions(self, name: str) -> bool:
        """Tell whether the field has positions in the schema and, in a native form, in all segments."""
        found = (segment.field(name) for segment in self._segments)
        return self._schema[name].format.supports("positions") and all(one.kind == "text" for one in found if one)

    def compiled(self, query: wq.NumericRange) -> Any:
        """Return what Whoosh makes of a range of numbers: ranges of terms."""
        return query._compile_query(self._reader)


def _positive(number: Any) -> float:
    if not isinstance(number, int | float) or number <= 0 or not isfinite(number):
        raise UnplannedError  # 0 is for some of Whoosh's matchers "none", and for others no match
    return float(number)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise UnplannedError
    return value


def _bytes(field: Any, text: Any) -> bytes | None:
    """Return the term of a text; None if the field can have no such term."""
    try:
        term = field.to_bytes(text)
    except ValueError:
        return None
    if not isinstance(term, bytes):
        raise UnplannedError
    return term


def _nothing(planner: Planner, query: Any, depth: int) -> Plan:
    return NOTHING


def _every(planner: Planner, query: wq.Every, depth: int) -> Plan:
    if query.fieldname is not None:
        planner.field(query.fieldname)
    return ("every", query.fieldname, _positive(query.boost))


def _term(planner: Planner, query: wq.Term, depth: int) -> Plan:
    if query.minquality:
        raise UnplannedError
    boost = _positive(query.boost)
    if query.fieldname not in planner._schema:
        return NOTHING
    term = _bytes(planner.field(query.fieldname), query.text)
    return NOTHING if term is None else ("term", query.fieldname, term, boost)


def _phrase(planner: Planner, query: wq.Phrase, depth: int) -> Plan:
    boost = _positive(query.boost)
    if query.fieldname not in planner._schema:
        return NOTHING
    field = planner.field(query.fieldname)
    if len(query.words) < 2 or query.slop < 1 or not planner.has_positions(query.fieldname):
        raise UnplannedError
    words = [_bytes(field, word) for word in query.words]
    return NOTHING if None in words else ("phrase", query.fieldname, words, query.slop, boost)


def _prefix(planner: Planner, query: wq.Prefix, depth: int) -> Plan:
    if query.text == "":
        return _every(planner, wq.Every(query.fieldname, query.boost), depth)
    prefix = _text(query.text).encode("utf-8", "surrogatepass")
    planner.text_field(query.fieldname)
    return ("prefix", query.fieldname, prefix, _positive(query.boost), bool(query.constantscore))


def _wildcard(planner: Planner, query: wq.Wildcard, depth: int) -> Plan:
    if query.text == "*":
        return _every(planner, wq.Every(query.fieldname, query.boost), depth)
    planner.text_field(query.fieldname)
    return ("wildcard", query.fieldname, _text(query.text), _positive(query.boost), bool(query.constantscore))


def _fuzzy(planner: Planner, query: wq.FuzzyTerm, depth: int) -> Plan:
    name, word = query.fieldname, _text(query.text)
    field = planner.text_field(name)
    distance, prefix = query.maxdist, query.prefixlength
    if field.spelling_fieldname(name) != name or len(word) > _LONGEST_FUZZY_WORD or not 0 <= distance <= 255:
        raise UnplannedError
    if prefix < 0:
        raise UnplannedError
    return ("fuzzy", name, word, distance, prefix, _positive(query.boost), bool(query.constantscore))


def _variations(planner: Planner, query: wq.Variations, depth: int) -> Plan:
    field = planner.text_field(query.fieldname)
    terms = [_bytes(field, word) for word in variations(_text(query.text))]
    return ("terms", query.fieldname, terms, _positive(query.boost), False)


def _term_range(planner: Planner, query: wq.TermRange, depth: int) -> Plan:
    field = planner.field(query.fieldname)
    ends = [None if end is None else _bytes(field, end) for end in (query.start, query.end)]
    if any(end is not None and term is None for end, term in zip((query.start, query.end), ends, strict=True)):
        return NOTHING
    exclusions = (bool(query.startexcl), bool(query.endexcl))
    return ("range", query.fieldname, *ends, *exclusions, _positive(query.boost), bool(query.constantscore))


def _numeric_range(planner: Planner, query: wq.NumericRange, depth: int) -> Plan:
    return planner.make(planner.compiled(query), depth)


def _several(kind: str) -> Callable[[Planner, Any, int], Plan]:
    def make(planner: Planner, query: Any, depth: int) -> Plan:
        if getattr(query, "scale", None) or getattr(query, "matcher_type", wq.Or.AUTO_MATCHER) != wq.Or.AUTO_MATCHER:
            raise UnplannedError
        return (kind, [planner.make(part, depth) for part in query.subqueries], _positive(query.boost))

    return make


def _pair(kind: str) -> Callable[[Planner, Any, int], Plan]:
    def make(planner: Planner, query: Any, depth: int) -> Plan:
        return (kind, planner.make(query.a, depth), planner.make(query.b, depth))

    return make


def _not(planner: Planner, query: wq.Not, depth: int) -> Plan:
    return ("not", planner.make(query.query, depth))


def _constant(planner: Planner, query: wq.ConstantScoreQuery, depth: int) -> Plan:
    return ("constant", planner.make(query.child, depth), _positive(query.score))


_MAKERS: dict[type, Callable[[Planner, Any, int], Plan]] = {
    _NullQuery: _nothing,
    wq.Every: _every,
    wq.Term: _term,
    wq.Phrase: _phrase,
    wq.Prefix: _prefix,
    wq.Wildcard: _wildcard,
    wq.FuzzyTerm: _fuzzy,
    wq.Variations: _variations,
    wq.TermRange: _term_range,
    wq.NumericRange: _numeric_range,
    wq.DateRange: _numeric_range,
    wq.And: _several("and"),
    wq.Or: _several("or"),
    wq.DisjunctionMax: _several("dismax"),
    wq.AndNot: _pair("andnot"),
    wq.AndMaybe: _pair("andmaybe"),
    wq.Require: _pair("require"),
    wq.Not: _not,
    wq.ConstantScoreQuery: _constant,
}
