"""Operands of NEAR -> the plan of where they stand in one field, nested tuples that both engines and marking run.

("terms", ((FIELD, TERM), ...))                          where any of the terms stands
("forms", ZONE, WORDS, PLACES, ((WORD, TERM), ...))      where any of the unstemmed words stands
("phrase", ((FIELD, (TERM, ...)), ...), MOST)            where the terms of a field follow one another
("any", (SPANS, ...))
("near", SPANS, SPANS, MOST, STARTS, ORDERED, WITHOUT)   STARTS: None, or the field and term no stretch leads across
"""

from collections.abc import Callable, Sequence
from typing import Any

from searchkit.analysis import term_of_word
from searchkit.errors import QueryError
from searchkit.fields import PARAGRAPH_START, SENTENCE_START, places_field, stems_field, words_field
from searchkit.query import tree
from searchkit.query.stretches import Stretch, chained, minimal, near, single, without
from searchkit.query.tree import Scope, stemmed

Plan = tuple[Any, ...]

MAX_WORDS = 10_000
"""Words that a pattern with wildcards or a regular expression may stand for."""

MAX_NEAR_WORDS = 1000
"""Words that all patterns of a NEAR or an atleast may stand for together: the places of each must be looked up."""

MOST = 1 << 30
"""More positions than any text has: for what must only be in one sentence."""

Expand = Callable[[str, tree.Node], Sequence[str]]
"""Returns the words of a field of unstemmed words that a node stands for."""


def spans(node: tree.Node, zone: str, scope: Scope) -> Plan:
    """Return where an operand stands in a zone. Raises QueryError when its patterns stand for too many words."""
    plan = _spans(node, zone, scope)
    count = _count_words(plan)
    if count > MAX_NEAR_WORDS and not isinstance(node, tree.Wildcard | tree.Regex):
        raise _too_many(node, count, MAX_NEAR_WORDS)
    return plan


def _count_words(plan: Plan) -> int:
    match plan:
        case ("forms", _, _, _, words):
            return len(words)
        case ("any", parts):
            return sum(map(_count_words, parts))
        case ("near", first, second, *_):
            return _count_words(first) + _count_words(second)
    return 0


def _spans(node: tree.Node, zone: str, scope: Scope) -> Plan:
    match node:
        case tree.Word(_, term, _):
            stems = [(stems_field(zone), stem) for _, (stem,) in stemmed(node, scope.languages)]
            return "terms", ((zone, term), *stems)
        case tree.Phrase(_, terms, _, slop):
            phrases = [(stems_field(zone), tuple(found)) for _, found in stemmed(node, scope.languages)]
            return "phrase", ((zone, terms), *phrases), slop + 1
        case tree.Form(_, word, term, _):
            return _forms(zone, [(word, term)])
        case tree.Prefix() | tree.Fuzzy() | tree.Wildcard() | tree.Regex():
            return _forms(zone, [(word, term_of_word(word)) for word in expanded(node, zone, scope)])
        case tree.Or(parts):
            return "any", tuple([_spans(part, zone, scope) for part in parts])
        case tree.Boost(part, _):
            return _spans(part, zone, scope)
        case tree.Near(first, second, within, ordered, excluded):
            starts = {tree.SENTENCE: SENTENCE_START, tree.PARAGRAPH: PARAGRAPH_START}.get(str(within))
            return (
                "near", _spans(first, zone, scope), _spans(second, zone, scope), MOST if starts else within,
                (places_field(zone), starts) if starts else None, ordered, excluded,
            )  # fmt: skip
    raise TypeError(f"no operand of NEAR: {node}")


def _forms(zone: str, words: Sequence[tuple[str, str]]) -> Plan:
    return "forms", zone, words_field(zone), places_field(zone), tuple(words)


def expanded(node: tree.Node, zone: str, scope: Scope) -> Sequence[str]:
    """Return the words that a node stands for in a zone. Raises QueryError when they are too many."""
    if scope.expand is None:
        raise TypeError("only an index knows which words there are")
    found: Sequence[str] = scope.expand(words_field(zone), node)
    if len(found) > MAX_WORDS:
        raise _too_many(node, len(found), MAX_WORDS)
    return found


def _too_many(node: tree.Node, count: int, most: int) -> QueryError:
    return QueryError(f"{node} stands for {count:,} words of this archive; the most that are looked for are {most:,}",
                      hint="write more letters")  # fmt: skip


class Places:
    """Where terms stand in one document. `positions` are ascending; none where the document does not have the term."""

    def positions(self, field: str, term: str) -> Sequence[int]:
        """Return the positions of a term of a field."""
        raise NotImplementedError

    def form_positions(self, zone: str, word: str, term: str) -> Sequence[int]:
        """Return the positions of an unstemmed word, whose term is known too."""
        raise NotImplementedError


def stretches(plan: Plan, places: Places) -> list[Stretch]:
    """Return the stretches of a plan in a document."""
    match plan:
        case ("terms", terms):
            return _of_words(places.positions(field, term) for field, term in terms)
        case ("forms", zone, _, _, words):
            return _of_words(places.form_positions(zone, word, term) for word, term in words)
        case ("phrase", phrases, most):
            chains = [chained([places.positions(field, term) for term in terms], most) for field, terms in phrases]
            return chains[0] if len(chains) == 1 else minimal(stretch for chain in chains for stretch in chain)
        case ("any", parts):
            return minimal(stretch for part in parts for stretch in stretches(part, places))
        case ("near", first, second, most, starts, ordered, excluded):
            across = None if starts is None else places.positions(*starts)
            join = without if excluded else near
            return join(stretches(first, places), stretches(second, places), most, across, ordered)
    raise TypeError(plan)


def _of_words(lists: Any) -> list[Stretch]:
    return [single(position) for position in sorted({position for positions in lists for position in positions})]
