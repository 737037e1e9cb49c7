"""Stored text and what a query looks for -> marked passages.

Everything is measured in code points of the text that is given. A mark stands exactly on what matched: a word on the
whole word, a phrase on the whole phrase. A passage is a sentence, so that it can be quoted.

>>> text = "Talks failed. Lavrov spoke of new contacts on Monday. He left."
>>> best_passages(text, [Pattern.of_terms(["new", "contact"])], limit=1)
[Passage(text='Lavrov spoke of new contacts on Monday.', start=14, end=53, marks=((16, 28),))]
"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from searchkit.analysis import Token, stem, tokens, word
from searchkit.query.likeness import is_like
from searchkit.query.tree import LOOKED_FOR, AtLeast, Form, Fuzzy, Node, Phrase, Prefix, Scope, Word, leaves, stemmed
from searchkit.results import Passage
from searchkit.sentences import sentence_starts
from searchkit.values import Value

if TYPE_CHECKING:
    from searchkit.query.spans import Expand, Plan

MAX_PASSAGE = 480
"""Code points of the longest passage; of a longer sentence the parts around its marks are, cut between words."""

_LOOK_BACK = 80
"""Code points shown before the first mark of such a part."""


Stems = tuple[tuple[str, tuple[str, ...]], ...]
"""Languages, and consecutive stems in each."""


class Pattern(Value):
    """What to mark: consecutive terms, every word with a prefix, every word like one, or places; what is not is empty.

    Places are `spans`, a plan of `searchkit.query.spans`: marked are the words of its stretches, if there are `least`.
    What is looked for `in_lead` is marked in the lead of the text alone. `stems` occur beside the terms in a text of
    their language.
    """

    terms: tuple[str, ...] = ()
    prefix: str = ""
    word: str = ""
    distance: int = 0
    in_lead: bool = False
    stems: Stems = ()
    spans: "Plan" = ()
    least: int = 1

    @classmethod
    def of_terms(cls, terms: Iterable[str], stems: Stems = ()) -> "Pattern":
        """Return the pattern of one term or of a phrase."""
        return cls(terms=tuple(terms), stems=stems)

    @classmethod
    def of_prefix(cls, prefix: str) -> "Pattern":
        """Return the pattern of all words that begin with a prefix."""
        return cls(prefix=prefix)

    @classmethod
    def of_fuzzy(cls, word: str, distance: int) -> "Pattern":
        """Return the pattern of all words that are like a word, as `is_like` has it."""
        return cls(word=word, distance=distance)


def patterns(
    tree: Node, zone: str, zones: Sequence[str], languages: Sequence[str] = (), expand: "Expand | None" = None
) -> tuple[Pattern, ...]:
    """Return what a query wants marked in a zone, when its words without a field are looked for in `zones`.

    Nothing under a NOT is marked. `languages` are those that the index has stems of; `expand` tells which words it has.
    """
    scope = Scope(zones, languages, 1.0, expand)
    return tuple([_pattern(found, in_lead=False) for found in _looked_for(tree, scope, zone)])


def body_patterns(
    tree: Node, zones: Sequence[str], languages: Sequence[str] = (), expand: "Expand | None" = None
) -> tuple[Pattern, ...]:
    """Return what a query wants marked in the body, and what in the lead alone: what it does not look for in the body.

    `zones`, `languages` and `expand` are those of `patterns`.
    """
    scope = Scope(zones, languages, 1.0, expand)
    in_body = _looked_for(tree, scope, "body")
    in_lead = [found for found in _looked_for(tree, scope, "lead") if found not in in_body]
    return (*[_pattern(found, False) for found in in_body], *[_pattern(found, True) for found in in_lead])


_Wanted = tuple[tuple[str, ...], str, str, int, Stems, "Plan", int]
"""The fields of a pattern but whether it is for the lead."""


def _pattern(wanted: _Wanted, in_lead: bool) -> Pattern:
    terms, prefix, word, distance, stems, spans, least = wanted
    return Pattern(terms, prefix, word, distance, in_lead, stems, spans, least)


def _looked_for(tree: Node, scope: Scope, zone: str) -> dict[_Wanted, None]:
    """Return what a query looks for in a zone, each once."""
    found: dict[_Wanted, None] = {}
    for leaf in leaves(tree):
        if not isinstance(leaf, LOOKED_FOR) or zone not in scope.fields(leaf.field):
            continue
        match leaf:
            case Word():
                found[(leaf.term,), "", "", 0, _stems(leaf, scope), (), 1] = None
            case Phrase() if not leaf.slop:
                found[tuple(leaf.terms), "", "", 0, _stems(leaf, scope), (), 1] = None
            case Form():
                found[(), "", leaf.word, 0, (), (), 1] = None
            case Prefix():
                found[(), leaf.prefix, "", 0, (), (), 1] = None
            case Fuzzy():
                found[(), "", leaf.word, leaf.distance, (), (), 1] = None
            case _:
                found[(), "", "", 0, (), *_places(leaf, zone, scope)] = None
    return found


def _places(leaf: Node, zone: str, scope: Scope) -> "tuple[Plan, int]":
    from searchkit.query.spans import spans  # which few queries need

    operand, least = (leaf.part, leaf.least) if isinstance(leaf, AtLeast) else (leaf, 1)
    return spans(operand, zone, scope), least


def _stems(node: Word | Phrase, scope: Scope) -> Stems:
    return tuple([(language, tuple(stems)) for language, stems in stemmed(node, scope.languages)])


class Mark(Value):
    """A place [start, end) of the text where the pattern of that number occurs."""

    start: int
    end: int
    pattern: int


def find_marks(text: str, wanted: Sequence[Pattern], language: str | None = None) -> list[Mark]:
    """Return every occurrence of every pattern, by start, then longest first. Occurrences may overlap.

    `language` is that of the text, for what is looked for by its stems.
    """
    return _marks(text, wanted, _reaches(text, wanted), language)


def _reaches(text: str, wanted: Sequence[Pattern]) -> list[int]:
    """Return for each pattern where the part of the text ends in which it is looked for."""
    if not any(pattern.in_lead for pattern in wanted):
        return [len(text)] * len(wanted)
    from searchkit.article import lead_end  # takes 3 ms to import, which a search by the native core need not wait for

    lead = lead_end(text)
    return [lead if pattern.in_lead else len(text) for pattern in wanted]


def _marks(text: str, wanted: Sequence[Pattern], reaches: Sequence[int], language: str | None) -> list[Mark]:
    # No token spans white space: those of a lead are the first ones of the text.
    found = list(tokens(text[: max(reaches, default=0)]))
    marks: list[Mark] = []
    for number, (pattern, reach) in enumerate(zip(wanted, reaches, strict=True)):
        within = found[: bisect_right(found, reach, key=lambda token: token.end)]
        if pattern.spans:
            marks += _in_places(text, within, pattern, number, language or "")
            continue
        marks += _occurrences(text, within, pattern, number)
        stems = dict(pattern.stems).get(language or "", ())
        if stems:
            in_language = [Token(stem(text[start:end], str(language)), start, end) for _, start, end in within]
            marks += set(_runs(in_language, stems, number)).difference(marks)
    marks.sort(key=lambda mark: (mark.start, -mark.end, mark.pattern))
    return marks


def _in_places(text: str, found: list[Token], pattern: Pattern, number: int, language: str) -> Iterator[Mark]:
    from searchkit.places import TextPlaces
    from searchkit.query.spans import stretches

    there = stretches(pattern.spans, TextPlaces(text, found, language))
    if len(there) >= pattern.least:
        for first, last in sorted({part for _, _, parts in there for part in parts}):
            yield Mark(found[first].start, found[last].end, number)


def _occurrences(text: str, found: list[Token], pattern: Pattern, number: int) -> Iterator[Mark]:
    if not pattern.terms:
        for _, start, end in found:
            if _is_meant(word(text[start:end]), pattern):
                yield Mark(start, end, number)
        return
    yield from _runs(found, pattern.terms, number)


def _runs(found: list[Token], terms: tuple[str, ...], number: int) -> Iterator[Mark]:
    """Yield where tokens that follow each other have these terms."""
    first, length = terms[0], len(terms)
    for position, (term, start, end) in enumerate(found):
        if term != first:
            continue
        if length == 1:
            yield Mark(start, end, number)
            continue
        run = found[position : position + length]
        if tuple(token.term for token in run) == terms:
            yield Mark(start, run[-1].end, number)


def _is_meant(word: str, pattern: Pattern) -> bool:
    return word.startswith(pattern.prefix) if pattern.prefix else is_like(pattern.word, word, pattern.distance)


def merge_marks(marks: Iterable[Mark]) -> tuple[tuple[int, int], ...]:
    """Return the stretches that the marks, given by start, cover together: in order, none touching another's inside."""
    merged: list[tuple[int, int]] = []
    for mark in marks:
        if merged and mark.start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], mark.end)
        else:
            merged.append((mark.start, mark.end))
    return tuple(merged)


# --- passages


class _Sentence(Value):
    start: int
    end: int
    marks: tuple[Mark, ...]


def best_passages(text: str, wanted: Sequence[Pattern], limit: int, language: str | None = None) -> list[Passage]:
    """Return up to `limit` passages with marks, best first: those that show most of what was looked for, then earlier.

    A pattern that is rare in this text counts more; what an earlier passage has shown counts little. No two passages
    read the same. Without an occurrence there is no passage. `language` is that of `find_marks`.
    """
    reaches = _reaches(text, wanted)
    marks = _marks(text, wanted, reaches, language) if wanted and limit > 0 else []
    if not marks:
        return []
    weights = _weights(wanted, marks)
    found = _marked_sentences(text, marks, reaches)
    candidates = _distinct(text, (window for sentence in found for window in _windows(text, sentence)))
    chosen: list[_Sentence] = []
    shown: set[int] = set()
    while candidates and len(chosen) < limit:
        best = max(candidates, key=lambda sentence: (_gain(sentence, weights, shown), -sentence.start))
        candidates.remove(best)
        chosen.append(best)
        shown.update(mark.pattern for mark in best.marks)
    return [_passage(text, sentence) for sentence in chosen]


def _weights(wanted: Sequence[Pattern], marks: Iterable[Mark]) -> list[float]:
    """Return what showing each pattern is worth: a phrase more than a word, a rare one more than a frequent one."""
    counts = Counter(mark.pattern for mark in marks)
    return [max(1, len(pattern.terms)) / (1 + math.log(max(1, counts[n]))) for n, pattern in enumerate(wanted)]


def _gain(sentence: _Sentence, weights: list[float], shown: set[int]) -> float:
    counts = Counter(mark.pattern for mark in sentence.marks)
    repeats = sum(min(count, 3) - 1 for count in counts.values())
    return sum(weights[pattern] * (0.2 if pattern in shown else 1.0) for pattern in sorted(counts)) + 0.1 * repeats


def _marked_sentences(text: str, marks: Sequence[Mark], reaches: Sequence[int]) -> Iterator[_Sentence]:
    """Yield the sentences that hold marks; a mark that crosses a sentence's end joins it to the next.

    A sentence ends no further than what is marked in it was looked for.
    """
    starts = sentence_starts(text)
    position = 0
    while position < len(marks):
        first = position
        number = bisect_right(starts, marks[position].start)
        end = starts[number] if number < len(starts) else len(text)
        while position < len(marks) and marks[position].start < end:
            while marks[position].end > end:
                number += 1
                end = starts[number] if number < len(starts) else len(text)
            position += 1
        start = starts[bisect_right(starts, marks[first].start) - 1]
        inside = tuple(marks[first:position])
        yield _Sentence(start, min(end, max(reaches[mark.pattern] for mark in inside)), inside)


def _distinct(text: str, sentences: Iterable[_Sentence]) -> list[_Sentence]:
    """Return the sentences without those that repeat an earlier one word for word (a caption, a pull quote)."""
    seen: dict[str, _Sentence] = {}
    for sentence in sentences:
        seen.setdefault(" ".join(text[sentence.start : sentence.end].split()), sentence)
    return list(seen.values())


def _passage(text: str, sentence: _Sentence) -> Passage:
    start, end, marks = sentence[:]
    return Passage(text[start:end], start, end, tuple((low - start, high - start) for low, high in merge_marks(marks)))


def _windows(text: str, sentence: _Sentence) -> Iterator[_Sentence]:
    """Yield the sentence without the white space around it; of one that is too long, the parts around its marks."""
    start, end = _trimmed(text, sentence.start, sentence.end)
    marks = sentence.marks
    position = 0
    while position < len(marks):
        first = marks[position]
        start = min(start, first.start)
        if end - start > MAX_PASSAGE and first.start - start > _LOOK_BACK:
            start = _word_start(text, first.start - _LOOK_BACK, first.start)
        high = end
        if end - start > MAX_PASSAGE:
            high = max(first.end, _word_end(text, start + MAX_PASSAGE, first.end))
        following = position
        while following < len(marks) and marks[following].end <= high:
            following += 1
        inside = marks[position:following]
        if following < len(marks) and marks[following].start < high:  # what is not shown whole begins the next part
            high = max(marks[following].start, *(mark.end for mark in inside))
        yield _Sentence(*_trimmed(text, start, high), inside)
        position, start = following, high


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _word_start(text: str, low: int, high: int) -> int:
    """Return the first place in [low, high] behind white space, or `high`."""
    return next((place for place in range(low, high) if text[place - 1].isspace()), high)


def _word_end(text: str, high: int, low: int) -> int:
    """Return the last place in [low, high] before white space, or `high`."""
    return next((place for place in range(high, low, -1) if text[place].isspace()), high)
