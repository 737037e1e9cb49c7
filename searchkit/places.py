r"""What of a text a search for places needs beside the positions of its terms.

Where a text has several words of one term, the positions of the term do not tell them apart: it is kept which of them
are each word's, counted from 0. So are the positions of the first words of sentences and paragraphs.

>>> sorted(places("Talks failed. A talk is a talk."))
[('\x1fS', 2), ('talk', 1), ('talk', 2), ('talks', 0)]
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import count

from searchkit.analysis import STEMMERS, Token, stem, tokens, word
from searchkit.fields import FIELDS, PARAGRAPH_START, SENTENCE_START
from searchkit.query.spans import Places
from searchkit.sentences import breaks


def places(text: str) -> Iterator[tuple[str, int]]:
    """Yield SENTENCE_START and PARAGRAPH_START with their positions, and words with their places among the term's."""
    found = list(tokens(text))
    for position, is_paragraph in first_words(text, found):
        yield SENTENCE_START, position
        if is_paragraph:
            yield PARAGRAPH_START, position
    forms: dict[str, list[str]] = {}
    for term, start, end in found:
        forms.setdefault(term, []).append(word(text[start:end]))
    for of_term in forms.values():
        if len(set(of_term)) > 1:
            yield from zip(of_term, count())


def first_words(text: str, found: Sequence[Token]) -> Iterator[tuple[int, bool]]:
    """Yield the positions of tokens that start sentences, but for the first, and whether they start paragraphs."""
    starts = breaks(text)
    start, is_paragraph = next(starts, (len(text), False))
    for position, token in enumerate(found):
        starts_sentence = starts_paragraph = False
        while start <= token.start:
            starts_sentence, starts_paragraph = True, starts_paragraph or is_paragraph
            start, is_paragraph = next(starts, (len(text), False))
        if position and starts_sentence:
            yield position, starts_paragraph


class TextPlaces(Places):
    """Where terms stand in a text, or in the part of it that has these tokens. It knows of one field alone."""

    def __init__(self, text: str, found: list[Token], language: str) -> None:
        self.text = text
        self.found = found
        self.language = language if language in STEMMERS else ""

    def positions(self, field: str, term: str) -> Sequence[int]:
        """Return the positions of a term; those of stems if the field is none that a query names."""
        if term == SENTENCE_START:
            return [position for position, _ in self._starts]
        if term == PARAGRAPH_START:
            return [position for position, is_paragraph in self._starts if is_paragraph]
        return (self._terms if field in FIELDS else self._stems).get(term, ())

    def form_positions(self, zone: str, word: str, term: str) -> Sequence[int]:
        """Return the positions of an unstemmed word."""
        return self._words.get(word, ())

    @cached_property
    def _starts(self) -> list[tuple[int, bool]]:
        return list(first_words(self.text, self.found))

    @cached_property
    def _terms(self) -> dict[str, list[int]]:
        return _by_form(token.term for token in self.found)

    @cached_property
    def _words(self) -> dict[str, list[int]]:
        return _by_form(word(self.text[start:end]) for _, start, end in self.found)

    @cached_property
    def _stems(self) -> dict[str, list[int]]:
        if not self.language:
            return {}
        return _by_form(stem(self.text[start:end], self.language) for _, start, end in self.found)


def _by_form(forms: Iterator[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for position, form in enumerate(forms):
        found.setdefault(form, []).append(position)
    return found
