"""The tree of a query -> the plan that the native core runs: nested tuples, described in `_native.pyi`.

It says the same as the `whoosh.query` tree of `searchkit.query.whoosh`, without the cost of making one, and without
Whoosh. The two are tested against each other.
"""

from collections.abc import Callable, Sequence
from typing import Any

from searchkit.fields import FIELDS, PREFIX_SCORE, exact_term, words_field
from searchkit.query import tree

Plan = tuple[Any, ...]

_WEIGHTS = {name: field.weight for name, field in FIELDS.items()}
_EVERYTHING: Plan = ("constant", ("every", None, 1.0), 0.0)


def to_plan(node: tree.Node, zones: Sequence[str]) -> Plan:
    """Return the plan of a node; words without a field are looked for in the zones."""
    return _PLANS[type(node)](node, zones)


def _plans(nodes: Sequence[tree.Node], zones: Sequence[str]) -> list[Plan]:
    return [_PLANS[type(node)](node, zones) for node in nodes]


def _bytes(term: str) -> bytes:
    """Return the term as segments have it; half a character, which none has, becomes bytes that none has."""
    return term.encode("utf-8", "surrogatepass")


def _fields(field: str | None, zones: Sequence[str]) -> Sequence[str]:
    return (field,) if field else zones


def _any(parts: list[Plan]) -> Plan:
    return parts[0] if len(parts) == 1 else ("or", parts, 1.0)


def _all(parts: list[Plan]) -> Plan:
    return parts[0] if len(parts) == 1 else ("and", parts, 1.0)


def _everything(node: tree.Everything, zones: Sequence[str]) -> Plan:
    return _EVERYTHING


def _word(node: tree.Word, zones: Sequence[str]) -> Plan:
    term = _bytes(node.term)
    return _any([("term", name, term, _WEIGHTS[name]) for name in _fields(node.field, zones)])


def _phrase(node: tree.Phrase, zones: Sequence[str]) -> Plan:
    terms = [_bytes(term) for term in node.terms]
    return _any([("phrase", name, terms, 1, _WEIGHTS[name]) for name in _fields(node.field, zones)])


def _prefix(node: tree.Prefix, zones: Sequence[str]) -> Plan:
    prefix = _bytes(node.prefix)
    return _any(
        [
            ("constant", ("prefix", words_field(name), prefix, 1.0, True), PREFIX_SCORE)
            for name in _fields(node.field, zones)
        ]
    )


def _fuzzy(node: tree.Fuzzy, zones: Sequence[str]) -> Plan:
    names = [words_field(name) for name in _fields(node.field, zones)]
    return _any([("constant", ("fuzzy", name, node.word, node.distance, 1, 1.0, True), PREFIX_SCORE) for name in names])


def _exact(node: tree.Exact, zones: Sequence[str]) -> Plan:
    value = node.value if FIELDS[node.field].kind == "id" else exact_term(node.value)
    return ("constant", ("term", node.field, _bytes(value), 1.0), 0.0)


def _days(node: tree.Days, zones: Sequence[str]) -> Plan:
    # Day 0 is none, and 1 the first there is: an open beginning does not take in the undated.
    first = node.first.toordinal() if node.first else 1
    return ("between", "date", first, node.last.toordinal() if node.last else None, 0.0)


def _not(node: tree.Not, zones: Sequence[str]) -> Plan:
    return ("andnot", _EVERYTHING, to_plan(node.part, zones))


def _or(node: tree.Or, zones: Sequence[str]) -> Plan:
    return ("or", _plans(node.parts, zones), 1.0)


def _and(node: tree.And, zones: Sequence[str]) -> Plan:
    scored, filters, excluded = tree.sorted_parts(node)
    plan = _all(_plans(scored or filters, zones) or [_EVERYTHING])
    if scored and filters:
        plan = ("require", plan, _all(_plans(filters, zones)))
    return ("andnot", plan, _any(_plans(excluded, zones))) if excluded else plan


_PLANS: dict[type[tree.Node], Callable[[Any, Sequence[str]], Plan]] = {
    tree.Everything: _everything,
    tree.Word: _word,
    tree.Phrase: _phrase,
    tree.Prefix: _prefix,
    tree.Fuzzy: _fuzzy,
    tree.Exact: _exact,
    tree.Days: _days,
    tree.Not: _not,
    tree.Or: _or,
    tree.And: _and,
}
