"""The words that set some articles apart from others: what the body of the ones has more often than that of the others.

Every count is that of a search, of all articles and not of a sample, so that it can be checked with one. The score is
the log-likelihood ratio G² of Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence", Computational
Linguistics 19(1), 1993, over articles with and without the word.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from searchkit.analysis import term as stemmed
from searchkit.answering import unknown_sources
from searchkit.asking import Question
from searchkit.engines.base import Engine, Request
from searchkit.fields import words_field
from searchkit.query.grammar import parse
from searchkit.query.tree import (
    And,
    Days,
    Everything,
    Form,
    Node,
    Not,
    Phrase,
    Word,
    inner_nodes,
    is_filter,
    leaves,
)
from searchkit.results import answer
from searchkit.values import Value

SAMPLE = 1000
"""How many articles are read at most to find words that may be significant: the best matches."""

STRETCHES = 20
"""Where a query has filters alone, and so no best matches, the newest of so many stretches of time are read."""

CANDIDATES = 3
"""For every word that is wanted so many are counted: those that look best in the sample."""

LEAST = 3
"""Articles that a word stands in at least; a third of them where there are fewer than nine."""


class SignificantTerm(Value):
    """A word, in the form that is commonest, and in how many articles of both sides any form of it stands.

    `score` is G²: 10.83 or more is due to chance once in a thousand times.
    """

    term: str
    foreground: int
    background: int
    score: float

    def to_dict(self) -> dict[str, Any]:
        """Return the term as JSON has it."""
        return {name: getattr(self, name) for name in self.__match_args__}


class SignificantTerms(Value):
    """The words that set the matches of a query apart, the best first; iterating gives them.

    `total` articles match. They are compared with `background` others: those that match `versus`, which is `rest` for
    all others, and do not match the query. The words come from `sample` of the matches; their counts are those of all.
    """

    query: str
    interpreted_as: str
    versus: str
    total: int
    background: int
    sample: int
    took_ms: float
    terms: tuple[SignificantTerm, ...] = ()
    notes: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[SignificantTerm]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def to_dict(self) -> dict[str, Any]:
        """Return the terms as JSON has them."""
        return answer(self, *self.__match_args__)


def log_likelihood(foreground: int, total: int, background: int, others: int) -> float:
    """Return G² of a word that `foreground` of `total` articles have, and `background` of the `others`.

    The example is "the swiss" of Dunning's Table 1:

    >>> round(log_likelihood(110, 2552, 111, 29225), 2), log_likelihood(5, 10, 50, 100)
    (270.72, 0.0)
    """
    all_, having = total + others, foreground + background
    cells = (
        (foreground, total * having),
        (background, others * having),
        (total - foreground, total * (all_ - having)),
        (others - background, others * (all_ - having)),
    )
    return 2 * sum(observed * math.log(observed * all_ / expected) for observed, expected in cells if observed) + 0.0


def terms(question: Question, vs: str, count: int, *, lenient: bool) -> SignificantTerms:
    """Return the words that set the matches of a question apart. See `Archive.terms`."""
    engine, is_rest = question.engine, vs == "rest"
    other, more = (Everything(), ()) if is_rest else parse(vs, lenient=lenient)[1:]
    found = significant(engine, question.request, question.narrowed(other), count, is_rest=is_rest)
    if question.sources and not found[0]:
        more = (*more, *unknown_sources(engine, question.sources))
    notes, versus = (*question.notes, *more), vs if is_rest else str(other)
    return SignificantTerms(question.text, str(question.tree), versus, *found[:3], question.took_ms, found[3], notes)


def significant(
    engine: Engine, request: Request, background: Node, count: int, *, is_rest: bool
) -> tuple[int, int, int, tuple[SignificantTerm, ...]]:
    """Return how many articles match, how many are compared with them, how many were read, and the words.

    `background` matches the articles to compare with, of which those that match the request are left out. With
    `is_rest` it matches all of these, so that to leave them out is to subtract.
    """

    def counts(*more: Node) -> tuple[int, int]:
        inside = _count(engine, request, request.tree, *more)
        shared = inside if is_rest else _count(engine, request, background, request.tree, *more)
        return inside, _count(engine, request, background, *more) - shared

    total, others = counts()
    if not total or not others or not count:
        return total, others, 0, ()
    read, candidates = _candidates(engine, request, background, total, CANDIDATES * count)
    found = []
    for text, stem in candidates:
        inside, outside = counts(Word(text, stem, "body"))
        if inside * others > outside * total:
            score = round(log_likelihood(inside, total, outside, others), 4)
            found.append(SignificantTerm(text, inside, outside, score))
    found.sort(key=lambda each: (-each.score, each.term))
    return total, others, read, tuple(found[:count])


def _count(engine: Engine, request: Request, *parts: Node) -> int:
    """Return how many articles match all of the parts."""
    told = [part for part in parts if not isinstance(part, Everything)] or [Everything()]
    tree = And(tuple(told)) if len(told) > 1 else told[0]
    return engine.search(Request(tree, request.zones, limit=0)).total


def _candidates(
    engine: Engine, request: Request, background: Node, total: int, count: int
) -> tuple[int, Sequence[tuple[str, str]]]:
    """Return how many articles were read, and the words of theirs that stand out, with their stems.

    Of the forms of a word the commonest is there.
    """
    least = max(1, min(LEAST, total // 3))
    read, words = _words(engine, request, total, max(1, least * min(total, SAMPLE) // total))
    others, held = _elsewhere(engine, request, background, [word for word, _ in words])
    # What looks commoner elsewhere comes last, and is not left out: deleted articles are among those elsewhere.
    ranked = sorted(
        (math.copysign(log_likelihood(inside, read, outside, others), outside * read - inside * others), word)
        for (word, inside), outside in zip(words, held, strict=True)
    )
    asked = set(_asked(request.tree))
    by_stem: dict[str, str] = {}
    for _, word in ranked:
        if (stem := stemmed(word)) not in asked:
            by_stem.setdefault(stem, word)
        if len(by_stem) == count:
            break
    return read, _commonest_forms(by_stem, words)


def _commonest_forms(by_stem: Mapping[str, str], words: Sequence[tuple[str, int]]) -> list[tuple[str, str]]:
    """Return for every stem the form that most articles have, of those that begin as the word which stands for it."""
    alike: dict[str, list[tuple[int, str]]] = {word[:3]: [] for word in by_stem.values()}
    for form, count in words:
        if (beginning := form[:3]) in alike:
            alike[beginning].append((-count, form))
    return [
        (next(form for _, form in sorted(alike[word[:3]]) if stemmed(form) == stem), stem)
        for stem, word in by_stem.items()
    ]


def _elsewhere(engine: Engine, request: Request, background: Node, words: Sequence[str]) -> tuple[int, Sequence[int]]:
    """Return a number of articles to compare with, and how many of them have each word.

    They are the whole archive, which knows that by heart, or a sample of the background.
    """
    if isinstance(background, Everything):
        return engine.frequencies(words_field("body"), words)
    rest = request.replaced(tree=And((background, Not(request.tree))))
    read, found = _words(engine, rest, _count(engine, rest, rest.tree), 1)
    counts = dict(found)
    return read, [counts.get(word, 0) for word in words]


def _words(engine: Engine, request: Request, total: int, least: int) -> tuple[int, Sequence[tuple[str, int]]]:
    """Return how many articles were read, and the words that at least so many of them have, with how many have each."""
    if total <= SAMPLE or not is_filter(request.tree):
        return engine.words_of(request.replaced(limit=SAMPLE), least)
    stretches = _stretches(engine, request, total)
    read, counts = 0, Counter[str]()
    for stretch in stretches:
        part = request.replaced(tree=And((request.tree, stretch)), limit=max(1, SAMPLE // len(stretches)))
        some, words = engine.words_of(part, 1)
        read += some
        counts.update(dict(words))
    return read, [(word, count) for word, count in counts.items() if count >= least]


def _stretches(engine: Engine, request: Request, total: int) -> list[Node]:
    """Return stretches of time with about as many matches each, and one for the undated."""
    found: list[Node] = []
    first, last, held = None, None, 0
    for value, count in engine.search(request.replaced(facets=("day",), limit=0)).facets["day"]:
        if value is None:
            found.append(Not(Days(None, None)))
            continue
        last = date.fromisoformat(value)
        first, held = first or last, held + count
        if held * STRETCHES >= total:
            found.append(Days(first, last))
            first, held = None, 0
    return [*found, Days(first, last)] if first else found


def _asked(tree: Node) -> Iterator[str]:
    """Yield the terms that the query asks for: that the articles have them is no news."""
    for leaf in leaves(tree):
        yield from _terms_of(leaf)


def _terms_of(leaf: Node) -> Iterator[str]:
    """Yield the terms of a leaf; those of NEAR and of mentions stand in their operands."""
    if isinstance(leaf, Word | Form):
        yield leaf.term
    elif isinstance(leaf, Phrase):
        yield from leaf.terms
    else:
        for inner in inner_nodes(leaf):
            yield from _terms_of(inner)
