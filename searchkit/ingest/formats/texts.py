"""A text of any kind -> its article."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property

from searchkit.article import Article, physical_lines
from searchkit.errors import UnreadableError
from searchkit.ingest import encodings
from searchkit.ingest.encodings import Decoded
from searchkit.ingest.facts import Facts
from searchkit.ingest.formats import wire
from searchkit.ingest.pages import page
from searchkit.ingest.pieces import File, Pieces, Whole


def pieces(file: File) -> Pieces:
    """Yield the one article of a text file."""
    yield Text(file, file.read())


_BEGINNING = 4000
"""Bytes that hold the header of a wire file."""


class Text(Whole):
    """A text file. Where it is a page, it can be told what is known of the boilerplate of its source."""

    def __init__(self, file: File, content: bytes) -> None:
        super().__init__(file, content, self._articles)
        self._recurring: page.Recurring | None = None

    @cached_property
    def _decoded(self) -> Decoded:
        return encodings.decode(self.content)

    def know(self, knowing: Callable[[list[str], str], page.Recurring | None]) -> None:
        """Take, for a page, what `knowing` returns for its lines and its path."""
        with suppress(UnreadableError):  # which the reading reports
            lines = self.page_lines()
            self._recurring = knowing(lines, self.place) if lines is not None else None

    def page_lines(self) -> list[str] | None:
        """Return the lines of a page, whose boilerplate can be learned; None for a wire file, which has none.

        Raises UnreadableError with the reason.
        """
        if wire.recognises(self.content[:_BEGINNING].decode("utf-8", "replace")):
            return None  # without decoding the rest: archives of wires are the largest
        text = self._decoded.text
        return None if wire.recognises(text) else physical_lines(text)

    def _articles(self) -> Iterator[Article]:
        source, facts = self._decoded, Facts()
        facts.note(*source.evidence)
        yield read(
            source.text, facts, id=self.id, path=self.place, sha256=self.digest.hex(), recurring=self._recurring
        )  # fmt: skip


def read(
    text: str, facts: Facts, *, id: str, path: str, sha256: str, recurring: page.Recurring | None = None
) -> Article:
    """Return the article of a wire file or of a page; `facts` has what is known beside the text.

    `recurring` knows the lines that recur on the pages of its source.
    """
    if wire.recognises(text):
        return wire.read(text, facts, id=id, path=path, sha256=sha256)
    return page.read(text, facts, id=id, path=path, sha256=sha256, recurring=recurring)


def is_page(article: Article) -> bool:
    """Tell whether an article was read from a page: its raw text is all that its file holds, and no wire header."""
    if article.raw is None or not article.path or not article.sha256 or wire.recognises(article.raw):
        return False
    try:
        return hashlib.sha256(encodings.original(article)).hexdigest() == article.sha256
    except UnicodeEncodeError:
        return False  # a character of HTML that the encoding of its source does not have
    except ValueError:
        return True  # no format but that of texts tells that the bytes cannot be had back


def read_again(article: Article, recurring: page.Recurring | None) -> Article:
    """Return the article of a page, from its stored text, as it is with what is known of its source now."""
    facts = Facts()
    facts.note(*(evidence for evidence in article.evidence if evidence.field == "encoding"))
    return page.read(
        article.text, facts, id=article.id, path=article.path or "", sha256=article.sha256 or "", recurring=recurring
    )
