"""The tree of a query -> the plan that the native core runs: nested tuples, described in `_native.pyi`.

It says the same as the `whoosh.query` tree of `searchkit.query.whoosh`, without the cost of making one, and without
Whoosh. The two are tested against each other.
"""

from collections.abc import Callable, Sequence
from typing import Any

from searchkit.fields import FIELDS, PREFIX_SCORE, STEM_WEIGHT, exact_term, stems_field, words_field
from searchkit.query import tree
from searchkit.query.tree import Scope, stemmed

Plan = tuple[Any, ...]

_WEIGHTS = {name: field.weight for name, field in FIELDS.items()}
_EVERYTHING: Plan = ("constant", ("every", None, 1.0), 0.0)


def to_plan(node: tree.Node, zones: Sequence[str], languages: Sequence[str] = ()) -> Plan:
    """Return the plan of a node; words without a field are looked for in the zones.

    `languages` are those that the index has stems of.
    """
    return _planned(node, Scope(zones, languages))


def _planned(node: tree.Node, scope: Scope) -> Plan:
    return _PLANS[type(node)](node, scope)


def _plans(nodes: Sequence[tree.Node], scope: Scope) -> list[Plan]:
    return [_PLANS[type(node)](node, scope) for node in nodes]


def _bytes(term: str) -> bytes:
    """Return the term as segments have it; half a character, which none has, becomes bytes that none has."""
    return term.encode("utf-8", "surrogatepass")


def _any(parts: list[Plan]) -> Plan:
    return parts[0] if len(parts) == 1 else ("or", parts, 1.0)


def _all(parts: list[Plan]) -> Plan:
    return parts[0] if len(parts) == 1 else ("and", parts, 1.0)


def _everything(node: tree.Everything, scope: Scope) -> Plan:
    return _EVERYTHING


def _word(node: tree.Word, scope: Scope) -> Plan:
    term = _bytes(node.term)
    names = scope.fields(node.field)
    found: list[Plan] = [("term", name, term, _WEIGHTS[name]) for name in names]
    for _, (stem,) in stemmed(node, scope.languages):
        found += [("term", stems_field(name), _bytes(stem), _WEIGHTS[name] * STEM_WEIGHT) for name in names]
    return _any(found)


def _phrase(node: tree.Phrase, scope: Scope) -> Plan:
    terms = [_bytes(term) for term in node.terms]
    names = scope.fields(node.field)
    found: list[Plan] = [("phrase", name, terms, 1, _WEIGHTS[name]) for name in names]
    for _, forms in stemmed(node, scope.languages):
        stems = [_bytes(stem) for stem in forms]
        found += [("phrase", stems_field(name), stems, 1, _WEIGHTS[name] * STEM_WEIGHT) for name in names]
    return _any(found)


def _form(node: tree.Form, scope: Scope) -> Plan:
    term, word = _bytes(node.term), _bytes(node.word)
    return _any(
        [
            ("require", ("term", name, term, _WEIGHTS[name]), ("term", words_field(name), word, 1.0))
            for name in scope.fields(node.field)
        ]
    )


def _prefix(node: tree.Prefix, scope: Scope) -> Plan:
    prefix = _bytes(node.prefix)
    return _any(
        [
            ("constant", ("prefix", words_field(name), prefix, 1.0, True), PREFIX_SCORE)
            for name in scope.fields(node.field)
        ]
    )


def _fuzzy(node: tree.Fuzzy, scope: Scope) -> Plan:
    names = [words_field(name) for name in scope.fields(node.field)]
    return _any([("constant", ("fuzzy", name, node.word, node.distance, 1, 1.0, True), PREFIX_SCORE) for name in names])


def _exact(node: tree.Exact, scope: Scope) -> Plan:
    value = node.value if FIELDS[node.field].kind == "id" else exact_term(node.value)
    return ("constant", ("term", node.field, _bytes(value), 1.0), 0.0)


def _days(node: tree.Days, scope: Scope) -> Plan:
    # Day 0 is none, and 1 the first there is: an open beginning does not take in the undated.
    first = node.first.toordinal() if node.first else 1
    return ("between", "date", first, node.last.toordinal() if node.last else None, 0.0)


def _not(node: tree.Not, scope: Scope) -> Plan:
    return ("andnot", _EVERYTHING, _planned(node.part, scope))


def _or(node: tree.Or, scope: Scope) -> Plan:
    return ("or", _plans(node.parts, scope), 1.0)


def _and(node: tree.And, scope: Scope) -> Plan:
    scored, filters, excluded = tree.sorted_parts(node)
    plan = _all(_plans(scored or filters, scope) or [_EVERYTHING])
    if scored and filters:
        plan = ("require", plan, _all(_plans(filters, scope)))
    return ("andnot", plan, _any(_plans(excluded, scope))) if excluded else plan


_PLANS: dict[type[tree.Node], Callable[[Any, Scope], Plan]] = {
    tree.Everything: _everything,
    tree.Word: _word,
    tree.Form: _form,
    tree.Phrase: _phrase,
    tree.Prefix: _prefix,
    tree.Fuzzy: _fuzzy,
    tree.Exact: _exact,
    tree.Days: _days,
    tree.Not: _not,
    tree.Or: _or,
    tree.And: _and,
}
