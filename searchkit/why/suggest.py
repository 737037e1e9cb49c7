"""Completions and corrections of a query. None is suggested that has not been searched for, and found something."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, product

from searchkit.analysis import terms, tokens, words
from searchkit.engines.base import Engine, Occurrences, Request
from searchkit.errors import DateError, QueryError
from searchkit.fields import FIELDS, TEXT_FIELDS, exact_term, words_field
from searchkit.query.grammar import parse
from searchkit.query.tree import Exact, Form, Node, Phrase, Word, leaves, quoted
from searchkit.query.words import MAX_FUZZY_LENGTH
from searchkit.why.advice import Suggestion, Suggestions

MOST_CHECKED = 100
"""Candidates that are searched for before a completion or a correction is given up."""

MOST_LOOKED_AT = 4 * MOST_CHECKED
"""Words that a completion is chosen from: forms of one word are one candidate."""

RARE = 100
"""A word is taken for a misspelling of one that so many times as many articles have, if one edit makes it that."""

MOST_CORRECTIONS = 20
"""Words that are tried in place of one that nothing has."""

_WITH_VALUES = {field.name for field in FIELDS.values() if field.facet and field.kind == "exact"}
"""Fields whose values can be listed."""

_VALUE = re.compile(r'(?P<field>[A-Za-z-]+):"?(?P<typed>[^\s"()]*|(?<=")[^"]*)$')
_FIELD = re.compile(r"([A-Za-z-]+):[=(]*\"?$")


class Suggesting:
    """An archive under filters: `narrowed` adds them to the tree of a query."""

    def __init__(self, engine: Engine, zones: tuple[str, ...], narrowed: Callable[[Node], Node]) -> None:
        self._engine = engine
        self._zones = zones
        self._narrowed = narrowed
        self._statistics = engine.statistics()

    def suggestions(self, text: str, limit: int) -> Suggestions:
        """Return up to `limit` completions and corrections of a text, those that find most first."""
        completions, corrections = self.completions(text, limit), self.corrections(text, limit)
        return Suggestions(text, completions, tuple(one for one in corrections if one not in completions))

    def completions(self, text: str, limit: int) -> tuple[Suggestion, ...]:
        """Return the text with its last word or value completed; none where it does not end with one."""
        if (value := _VALUE.search(text)) and value["field"].lower() in _WITH_VALUES:
            return self._values(text[: value.start()], value["field"].lower(), value["typed"], limit)
        last = next((token for token in reversed(list(tokens(text))) if token.end == len(text)), None)
        if last is None:
            return ()
        before, typed = text[: last.start], text[last.start :]
        field = _FIELD.search(before)
        zones = (field[1].lower(),) if field else self._zones
        if not set(zones) <= set(TEXT_FIELDS):
            return ()
        (prefix,) = words(typed)
        candidates = _forms(self._statistics.beginning(prefix, [*map(words_field, zones)], MOST_LOOKED_AT))
        return self._found((before + word + _closing(before) for word, _ in candidates), limit)

    def _values(self, before: str, field: str, typed: str, limit: int) -> tuple[Suggestion, ...]:
        """Return the text with a value of a field completed, as the archive has it."""
        prefix = exact_term(typed) if typed else ""
        found = (self._shown(field, term) for term, _ in self._statistics.beginning(prefix, (field,), MOST_CHECKED))
        return self._found((f"{before}{field}:{quoted(value)}{_closing(before)}" for value in found if value), limit)

    def _shown(self, field: str, term: str) -> str:
        """Return the value of a field as most articles under the filters spell it; empty where none has it."""
        request = Request(self._narrowed(Exact(field, term)), limit=0, facets=(field,))
        values = self._engine.search(request).facets[field]
        return next((value for value, _ in values if value and exact_term(value) == term), "")

    def corrections(self, text: str, limit: int) -> tuple[Suggestion, ...]:
        """Return the text with other words in place of those that none or few articles have, whatever the filters."""
        text += _closing(text)
        try:
            tree = parse(text).tree
        except (QueryError, DateError):  # half a query has nothing to correct yet
            return ()
        choices = {word: self._choices(word, zones) for word, zones in self._words(tree).items()}
        doubtful = {word: found for word, found in choices.items() if found != [word]}
        if not doubtful or not all(doubtful.values()):
            return ()
        meant = (dict(zip(doubtful, chosen, strict=True)) for chosen in product(*doubtful.values()))
        replaced = (_replaced(text, words) for words in meant if any(word != other for word, other in words.items()))
        return self._found(replaced, limit, more_than=self._hits(text))

    def _words(self, tree: Node) -> dict[str, tuple[str, ...]]:
        """Return the words that a query looks for as they are, each with the zones it is looked for in."""
        found: dict[str, tuple[str, ...]] = {}
        for leaf in leaves(tree):
            if isinstance(leaf, Word | Form | Phrase):
                zones = (leaf.field,) if leaf.field else self._zones
                found |= dict.fromkeys(filter(terms, words(leaf.text)), zones)
        return found

    def _choices(self, word: str, zones: tuple[str, ...]) -> list[str]:
        """Return what may be meant by a word, most likely first; itself alone if it is neither unknown nor rare."""
        here, fields = self._count(_word(word), zones), [*map(words_field, zones)]
        if not 3 <= len(word) <= MAX_FUZZY_LENGTH:
            return [word] if here else []
        near = self._near(word, fields)
        if here:
            return [*(one.word for one in near if one.articles >= RARE * here), word]
        others = self._statistics.alike(word, 2, fields) if len(word) > 4 else ()
        return [one.word for one in islice(_forms((*near, *others)), MOST_CORRECTIONS)]

    def _near(self, word: str, fields: Sequence[str]) -> list[Occurrences]:
        """Return the words one edit from a word, or two letters exchanged; what most articles have first."""
        found = dict(self._statistics.alike(word, 1, fields))
        for place in range(1, len(word) - 1):
            other = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
            if count := sum(self._statistics.frequency(name, other)[0] for name in fields):
                found[other] = count
        return Occurrences.best(found)

    def _found(self, texts: Iterable[str], limit: int, more_than: int = 0) -> tuple[Suggestion, ...]:
        """Return the first of these queries that find more than so many, those that find most first."""
        counted = ((text, self._hits(text)) for text in islice(texts, MOST_CHECKED))
        found = islice((Suggestion(text, hits) for text, hits in counted if hits > more_than), limit)
        return tuple(sorted(found, key=lambda suggestion: -suggestion.hits))

    def _hits(self, text: str) -> int:
        try:
            return self._count(self._narrowed(parse(text).tree), self._zones)
        except (QueryError, DateError):  # what surrounds the word is no query yet
            return 0

    def _count(self, tree: Node, zones: tuple[str, ...]) -> int:
        return self._engine.search(Request(tree, zones, limit=0)).total


def _word(word: str) -> Word:
    return Word(word, terms(word)[0])


def _forms(found: Iterable[Occurrences]) -> Iterator[Occurrences]:
    """Yield the first of all words that have one term: a search for one finds the others."""
    seen = set[tuple[str, ...]]()
    for one in found:
        key = tuple(terms(one.word))
        if key and key not in seen:
            seen.add(key)
            yield one


def _closing(text: str) -> str:
    """Return what closes the quotation mark and the parentheses that are open at the end of a text.

    >>> _closing('(lavrov "new '), _closing("lavrov (alaska OR "), _closing("(lavrov) ")
    ('")', ')', '')
    """
    parts = text.split('"')
    outside = "".join(parts[::2])
    return '"' * (len(parts) % 2 == 0) + ")" * max(0, outside.count("(") - outside.count(")"))


def _replaced(text: str, others: dict[str, str]) -> str:
    """Return the text with other words in place of some, which are given as `words` has them."""
    parts, place = [], 0
    for token in tokens(text):
        (word,) = words(text[token.start : token.end])
        if word in others:
            parts += [text[place : token.start], others[word]]
            place = token.end
    return "".join([*parts, text[place:]])
