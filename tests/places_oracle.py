"""A second opinion on places: every pair of occurrences in a text is looked at, by the definitions of docs/query.md."""

import re
from itertools import product

from searchkit.analysis import stems, terms, tokens, words
from searchkit.fields import PARAGRAPH_START, SENTENCE_START
from searchkit.places import places
from searchkit.query.tree import Boost, Form, Fuzzy, Near, Node, Or, Phrase, Prefix, Regex, Wildcard, Word
from tests.edits import edits

Span = tuple[int, int]


class Text:
    """A text of a field, cut into words."""

    def __init__(self, text: str, language: str | None, whole: str | None = None) -> None:
        """Take the text; `whole` is that of which it is the beginning, whose sentences it has."""
        self.language = language or ""
        self.terms = terms(text)
        self.words = words(text)
        self.stems = stems(self.language, text)
        found = list(places(text if whole is None else whole))
        self.starts = {"S": {at for name, at in found if name == SENTENCE_START},
                       "P": {at for name, at in found if name == PARAGRAPH_START}}  # fmt: skip
        assert len(self.words) == len(list(tokens(text)))

    def spans(self, node: Node) -> set[Span]:
        """Return the stretches of an operand that contain no other."""
        return _shortest(self.all_spans(node))

    def all_spans(self, node: Node) -> set[Span]:
        match node:
            case Word(text, term, _):
                own = stems(self.language, text)
                found = {at for at, held in enumerate(self.terms) if held == term}
                return {(at, at) for at in found | {at for at, held in enumerate(self.stems) if [held] == own}}
            case Phrase(text, wanted, _, slop):
                own = stems(self.language, text)
                other = chains(self.stems, own, slop) if len(own) == len(wanted) else set()
                return chains(self.terms, list(wanted), slop) | other
            case Or(parts):
                return {span for part in parts for span in self.all_spans(part)}
            case Boost(part, _):
                return self.all_spans(part)
            case Near(first, second, within, ordered, without):
                firsts, seconds = self.spans(first), self.spans(second)
                if without:
                    return {a for a in firsts if not any(self.is_near(a, b, within, ordered, True) for b in seconds)}
                pairs = [(a, b) for a, b in product(firsts, seconds) if self.is_near(a, b, within, ordered, False)]
                return {(min(a[0], b[0]), max(a[1], b[1])) for a, b in pairs}
        return {(at, at) for at, word in enumerate(self.words) if is_meant(node, word)}

    def is_near(self, a: Span, b: Span, within: int | str, ordered: bool, overlapping: bool) -> bool:
        first, last = min(a[0], b[0]), max(a[1], b[1])
        if isinstance(within, str) and any(first < start <= last for start in self.starts[within]):
            return False
        if b[0] > a[1]:
            return isinstance(within, str) or b[0] - a[1] <= within
        if b[1] < a[0]:
            return not ordered and (isinstance(within, str) or a[0] - b[1] <= within)
        return overlapping


def is_meant(node: Node, word: str) -> bool:
    """Tell whether a node that is no single word stands for an unstemmed word."""
    match node:
        case Form(_, wanted, _, _):
            return word == wanted
        case Prefix(prefix, _):
            return word.startswith(prefix)
        case Fuzzy(wanted, distance, _):
            return word[0] == wanted[0] and edits(wanted, word) <= distance
        case Wildcard(pattern, _):
            regex = re.escape(pattern).replace(r"\*", ".*").replace(r"\?", ".")
            return re.fullmatch(regex, word) is not None
        case Regex(pattern, _):
            return re.fullmatch(pattern, word) is not None
    raise TypeError(node)


def chains(held: list[str], wanted: list[str], slop: int) -> set[Span]:
    """Return where the wanted follow one another, with at most so many others between each two."""
    places = [[at for at, term in enumerate(held) if term == one] for one in wanted]
    chains = [(at, at) for at in places[0]]
    for following in places[1:]:
        chains = [(first, at) for first, last in chains for at in following if last < at <= last + slop + 1]
    return set(chains)


def _shortest(spans: set[Span]) -> set[Span]:
    def contains(one: Span, other: Span) -> bool:
        return one != other and one[0] <= other[0] and other[1] <= one[1]

    return {span for span in spans if not any(contains(span, other) for other in spans)}
