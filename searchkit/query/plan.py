"""The tree of a query -> the plan that the native core runs: nested tuples, described in `_native.pyi`.

It says the same as the `whoosh.query` tree of `searchkit.query.whoosh`, without the cost of making one, and without
Whoosh. The two are tested against each other.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from searchkit.fields import FIELDS, PREFIX_SCORE, RECENCY_SCORE, STEM_WEIGHT, exact_term, stems_field, words_field
from searchkit.query import tree
from searchkit.query.tree import Scope, stemmed

if TYPE_CHECKING:
    from searchkit.query.spans import Expand

Plan = tuple[Any, ...]

_WEIGHTS = {name: field.weight for name, field in FIELDS.items()}
_EVERYTHING: Plan = ("constant", ("every", None, 1.0), 0.0)


def to_plan(
    node: tree.Node, zones: Sequence[str], languages: Sequence[str] = (), expand: "Expand | None" = None
) -> Plan:
    """Return the plan of a node; words without a field are looked for in the zones.

    `languages` are those that the index has stems of; `expand` tells which words it has.
    """
    return _planned(node, Scope(zones, languages, 1.0, expand))


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
    _, text, field = node
    zones, languages, times, _ = scope
    names = (field,) if field else zones
    term = _bytes(text)
    found: list[Plan] = [("term", name, term, _WEIGHTS[name] * times) for name in names]
    for _, (stem,) in stemmed(node, languages):
        weight = STEM_WEIGHT * times
        found += [("term", stems_field(name), _bytes(stem), _WEIGHTS[name] * weight) for name in names]
    return _any(found)


def _phrase(node: tree.Phrase, scope: Scope) -> Plan:
    terms = [_bytes(term) for term in node.terms]
    names = scope.fields(node.field)
    most = node.slop + 1
    found: list[Plan] = [("phrase", name, terms, most, _WEIGHTS[name] * scope.times) for name in names]
    for _, forms in stemmed(node, scope.languages):
        stems, weight = [_bytes(stem) for stem in forms], STEM_WEIGHT * scope.times
        found += [("phrase", stems_field(name), stems, most, _WEIGHTS[name] * weight) for name in names]
    return _any(found)


def _form(node: tree.Form, scope: Scope) -> Plan:
    term, word = _bytes(node.term), _bytes(node.word)
    return _any(
        [
            ("require", ("term", name, term, _WEIGHTS[name] * scope.times), ("term", words_field(name), word, 1.0))
            for name in scope.fields(node.field)
        ]
    )


def _prefix(node: tree.Prefix, scope: Scope) -> Plan:
    prefix = _bytes(node.prefix)
    return _any(
        [
            ("constant", ("prefix", words_field(name), prefix, 1.0, True), PREFIX_SCORE * scope.times)
            for name in scope.fields(node.field)
        ]
    )


def _fuzzy(node: tree.Fuzzy, scope: Scope) -> Plan:
    names = [words_field(name) for name in scope.fields(node.field)]
    score = PREFIX_SCORE * scope.times
    return _any([("constant", ("fuzzy", name, node.word, node.distance, 1, 1.0, True), score) for name in names])


def _listed(node: tree.Wildcard | tree.Regex, scope: Scope) -> Plan:
    from searchkit.query.spans import expanded  # which few queries need

    found: list[Plan] = []
    for name in scope.fields(node.field):
        words = [_bytes(word) for word in expanded(node, name, scope)]
        found.append(("constant", ("terms", words_field(name), words, 1.0, True), PREFIX_SCORE * scope.times))
    return _any(found)


def expansion(node: tree.Node, field: str) -> Plan:
    """Return the plan of the words of a field of unstemmed words that a node stands for."""
    match node:
        case tree.Prefix(prefix, _):
            return "prefix", field, _bytes(prefix), 1.0, True
        case tree.Fuzzy(word, distance, _):
            return "fuzzy", field, word, distance, 1, 1.0, True
        case tree.Wildcard(pattern, _):
            return "wildcard", field, pattern, 1.0, True
        case tree.Regex(pattern, _):
            from searchkit.query.automaton import Automaton

            return "regex", field, Automaton.of(pattern).described(), 1.0, True
    raise TypeError(node)


def _boost(node: tree.Boost, scope: Scope) -> Plan:
    return _planned(node.part, scope.replaced(times=scope.times * node.factor))


def _near(node: tree.Near, scope: Scope) -> Plan:
    return _placed(node, node, 1, scope)


def _at_least(node: tree.AtLeast, scope: Scope) -> Plan:
    return _placed(node, node.part, node.least, scope)


def _placed(node: tree.Near | tree.AtLeast, operand: tree.Node, least: int, scope: Scope) -> Plan:
    """Return what has so many places of the operand in one zone, at the score of its words there."""
    from searchkit.query.spans import spans

    found: list[Plan] = []
    for name in scope.fields(node.field):
        there = scope.replaced(zones=(name,))
        found.append(("require", _scored(operand, there), ("spans", spans(operand, name, scope), least)))
    return _any(found)


def _scored(operand: tree.Node, scope: Scope) -> Plan:
    """Return what has the words of an operand, at their score."""
    if isinstance(operand, tree.Near):
        first = _scored(operand.first, scope)
        return first if operand.without else ("and", [first, _scored(operand.second, scope)], 1.0)
    if isinstance(operand, tree.Or):
        return _any([_scored(part, scope) for part in operand.parts])
    if isinstance(operand, tree.Boost):
        return _scored(operand.part, scope.replaced(times=scope.times * operand.factor))
    return _planned(operand, scope)


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


def _recent(node: tree.Recent, scope: Scope) -> Plan:
    return _any([("between", "date", first, None, RECENCY_SCORE * share) for first, share in node.steps()])


def _favoured(node: tree.Favoured, scope: Scope) -> Plan:
    return ("andmaybe", _planned(node.part, scope), _any(_plans(node.extras, scope)))


_PLANS: dict[type[tree.Node], Callable[[Any, Scope], Plan]] = {
    tree.Everything: _everything,
    tree.Word: _word,
    tree.Form: _form,
    tree.Phrase: _phrase,
    tree.Prefix: _prefix,
    tree.Fuzzy: _fuzzy,
    tree.Wildcard: _listed,
    tree.Regex: _listed,
    tree.Near: _near,
    tree.AtLeast: _at_least,
    tree.Boost: _boost,
    tree.Exact: _exact,
    tree.Days: _days,
    tree.Recent: _recent,
    tree.Favoured: _favoured,
    tree.Not: _not,
    tree.Or: _or,
    tree.And: _and,
}
