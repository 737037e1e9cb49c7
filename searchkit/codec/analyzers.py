"""searchkit's analysis in the form of Whoosh analyzers, so that plain Whoosh reads our indexes too."""

from collections.abc import Iterable, Iterator
from typing import Any

from whoosh.analysis import Analyzer, Token

from searchkit import analysis
from searchkit.fields import SEPARATOR, exact_term
from searchkit.places import places


class _ArchiveAnalyzer(Analyzer):
    """A Whoosh analyzer over one of our functions."""

    def __call__(
        self, value: str, positions: bool = False, chars: bool = False, keeporiginal: bool = False,
        start_pos: int = 0, start_char: int = 0, mode: str = "", **kwargs: Any,
    ) -> Iterator[Token]:  # fmt: skip
        token = Token(positions, chars, removestops=False, mode=mode)
        for position, (form, start, end) in enumerate(self.forms(value), start_pos):
            token.text = form
            token.boost = 1.0
            token.stopped = False
            if keeporiginal:
                token.original = value[start:end]
            if positions:
                token.pos = position
            if chars:
                token.startchar, token.endchar = start_char + start, start_char + end
            yield token

    def forms(self, value: str) -> Iterable[tuple[str, int, int]]:
        """Yield each form to index with the code points [start, end) it stands for."""
        raise NotImplementedError


class TermAnalyzer(_ArchiveAnalyzer):
    """The terms of a text field."""

    def forms(self, value: str) -> Iterable[tuple[str, int, int]]:
        """Yield the terms of the text."""
        return analysis.tokens(value)


class StemAnalyzer(_ArchiveAnalyzer):
    """The stems of a text field, which come ready made: a text alone does not say its language."""

    def forms(self, value: str) -> Iterable[tuple[str, int, int]]:
        """Return the one stem of the value."""
        return [(value, 0, len(value))]


class WordAnalyzer(_ArchiveAnalyzer):
    """The unstemmed words of a text field."""

    def forms(self, value: str) -> Iterable[tuple[str, int, int]]:
        """Yield the words of the text."""
        return ((analysis.word(value[start:end]), start, end) for _, start, end in analysis.tokens(value))


class PlacesAnalyzer(Analyzer):
    """What `searchkit.places` says of a text field."""

    def __call__(self, value: str, **kwargs: Any) -> Iterator[Token]:
        """Yield what has a place, with its place."""
        token = Token(positions=True, chars=False, removestops=False, boost=1.0, stopped=False)
        for token.text, token.pos in places(value):
            yield token


class ExactAnalyzer(_ArchiveAnalyzer):
    """Each whole value of an exact field as one term."""

    def forms(self, value: str) -> Iterable[tuple[str, int, int]]:
        """Yield the form of each value, once."""
        seen, start = set(), 0
        for part in value.split(SEPARATOR):
            if (form := exact_term(part)) not in seen:
                seen.add(form)
                yield form, start, start + len(part)
            start += len(part) + 1
