"""Why an article does not match a clause: the zone it was not looked for in, the form of the word, the words apart."""

from collections.abc import Callable, Sequence
from typing import Any

from searchkit.analysis import stems, terms, words
from searchkit.article import Article
from searchkit.engines.base import Statistics
from searchkit.fields import FIELDS, SEPARATOR, TEXT_FIELDS
from searchkit.query.likeness import is_like
from searchkit.query.tree import (
    And,
    Days,
    Exact,
    Favoured,
    Form,
    Fuzzy,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
    inner_nodes,
)

Reason = tuple[str | None, str | None]
"""Why a clause does not match, and what would make it match."""

_ALIKE = 4
"""Letters that two words have in common at their beginning to be shown as forms of one word."""

_MOST_FORMS = 5


class Absence:
    """What one article lacks. It has to be in the index; nothing of a query is matched here again."""

    def __init__(self, statistics: Statistics, zones: Sequence[str], article: Article) -> None:
        self._statistics = statistics
        self._zones = zones
        self._article = article

    def reason(self, node: Node) -> Reason:
        """Return why the article does not match a node; nothing for one whose parts have their own reasons."""
        if isinstance(node, And | Or | Favoured):
            return None, None
        found = _REASONS.get(type(node))
        if found:
            return found(self, node)
        apart = "its parts are there, but not as it wants them" if inner_nodes(node) else "it does not match"
        return self._elsewhere(node) or (apart, None)

    def _elsewhere(self, node: Any) -> Reason | None:
        """Return the zones that were left out and have what a node looks for; None where none has."""
        field = getattr(node, "field", None)
        looked = (field,) if field else self._zones
        others = [zone for zone in TEXT_FIELDS if zone not in looked and not _is_in(zone, looked)]
        bare = node.replaced(field=None) if field and "field" in node.__match_args__ else node
        where = [zone for zone in others if self._statistics.account(bare, (zone,), self._article.id).score is not None]
        where = [zone for zone in where if FIELDS[zone].part_of not in where]
        if not where:
            return None
        places = " and ".join(where)
        hint = f"{where[0]}:{bare}" if field else " ".join(f"--in {zone}" for zone in (*looked, where[0]))
        return f"it stands only in {places}, not in {' or '.join(looked)}", hint

    def _word(self, node: Word | Form) -> Reason:
        if found := self._elsewhere(node):
            return found
        forms = self._forms(node)
        if isinstance(node, Form) and node.term in map(_term, forms):
            same = [form for form in forms if _term(form) == node.term]
            return f"only other forms of it are there: {', '.join(same)}", _prefixed(node, node.text)
        if forms:
            return f"it is not there; what is like it: {', '.join(forms)}", _prefixed(node, forms[0])
        return "it is not there", None

    def _forms(self, node: Word | Form) -> list[str]:
        """Return words of the article that may be forms of the word, those with its stem first."""
        word = node.word if isinstance(node, Form) else " ".join(words(node.text))
        found = dict.fromkeys(form for zone in self._looked(node) for form in words(self._text(zone)) if form != word)
        distance = 2 if len(word) > 4 else 1

        def is_form(form: str) -> bool:
            shared = len(_common(word, form))
            begins_so = shared >= _ALIKE and 2 * shared > max(len(word), len(form))
            return _term(form) == node.term or begins_so or (len(word) > 2 and is_like(word, form, distance))

        forms = sorted(filter(is_form, found), key=lambda form: (_term(form) != node.term, -len(_common(word, form))))
        return forms[:_MOST_FORMS]

    def _phrase(self, node: Phrase) -> Reason:
        if found := self._elsewhere(node):
            return found
        missing = [text for text in _words_of(node) if not self._has(node, text)]
        if missing:
            return f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} not there", None
        zones = [(zone, gap) for zone in self._looked(node) if (gap := self._gap(node, zone)) is not None]
        everywhere = _prefixed(node, f"({' '.join(_words_of(node))})")
        if not zones:
            return "its words are there, but not all in one place", everywhere
        zone, gap = min(zones, key=lambda found: found[1])
        how = f"a row: in this order within {gap} words at best" if gap else "this order"
        return f"its words are in the {zone}, but not in {how}", everywhere

    def _has(self, node: Phrase, text: str) -> bool:
        word = Word(text, terms(text)[0], node.field)
        return self._statistics.account(word, self._zones, self._article.id).score is not None

    def _gap(self, node: Phrase, zone: str) -> int | None:
        """Return in how many words all of a phrase stands in its order; 0 in no order, None where words are missing."""
        text, language = self._text(zone), self._article.language or ""
        versions = [(terms(text), list(node.terms)), (stems(language, text), stems(language, node.text))]
        gaps = [gap for held, wanted in versions if wanted and (gap := _shortest(held, wanted)) is not None]
        return min((gap for gap in gaps if gap), default=0) if gaps else None

    def _many(self, node: Prefix | Fuzzy) -> Reason:
        nothing = "no word there begins so" if isinstance(node, Prefix) else "no word there is like it"
        return self._elsewhere(node) or (nothing, None)

    def _exact(self, node: Exact) -> Reason:
        value = FIELDS[node.field].value(self._article)
        shown = str(value).replace(SEPARATOR, ", ") if value else None
        return (
            (f"its {node.field} is {shown}", f'{node.field}:"{shown}"') if shown else (f"it has no {node.field}", None)
        )

    def _days(self, node: Days) -> Reason:
        day = self._article.date
        if day is None:
            return "it has no date", None
        too = "early" if node.first and day < node.first else "late"
        return f"its date is {day}, which is too {too}", None

    def _not(self, node: Not) -> Reason:
        return f"it matches {node.part}", None

    def _looked(self, node: Any) -> Sequence[str]:
        return (node.field,) if node.field else self._zones

    def _text(self, zone: str) -> str:
        return str(FIELDS[zone].value(self._article) or "")


_REASONS: dict[type[Node], Callable[[Absence, Any], Reason]] = {
    Word: Absence._word, Form: Absence._word, Phrase: Absence._phrase, Prefix: Absence._many, Fuzzy: Absence._many,
    Exact: Absence._exact, Days: Absence._days, Not: Absence._not,
}  # fmt: skip


def _is_in(zone: str, zones: Sequence[str]) -> bool:
    return FIELDS[zone].part_of in zones


def _term(word: str) -> str:
    return next(iter(terms(word)), "")


def _common(one: str, other: str) -> str:
    """Return what two words begin with together."""
    length = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:length]


def _words_of(node: Phrase) -> list[str]:
    """Return the words of a phrase, each of which has one term."""
    return [word for word in words(node.text) if _term(word)]


def _prefixed(node: Any, text: str) -> str:
    return f"{node.field}:{text}" if node.field else text


def _shortest(held: Sequence[str], wanted: Sequence[str]) -> int | None:
    """Return the length of the shortest stretch with the words in their order.

    It is 0 where there is no such stretch, and None where one of the words is missing.

    >>> _shortest("a new set of contacts and new old contacts".split(), ["new", "contacts"])
    3
    >>> _shortest(["b", "a"], ["a", "b"]), _shortest(["a"], ["a", "b"])
    (0, None)
    """
    if not set(wanted) <= set(held):
        return None
    begun: list[int | None] = [None] * len(wanted)  # where the latest stretch begins that has the words up to each
    best = 0
    for place, word in enumerate(held):
        for number in reversed(range(len(wanted))):
            if wanted[number] == word:
                begun[number] = place if number == 0 else begun[number - 1]
        last = begun[-1]
        if word == wanted[-1] and last is not None:
            best = min(best or len(held), place + 1 - last)
    return best
