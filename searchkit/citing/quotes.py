"""A quotation and the record it is from -> the segments of the record that it is made of, and what they prove.

Whatever is claimed here has been checked here, by `holds`, which is also what checks a citation later on.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from searchkit.article import Article
from searchkit.citing.anchors import anchor
from searchkit.citing.citation import Quote, Segment
from searchkit.citing.files import mark_of
from searchkit.citing.forms import Seen, agrees, spellings, without_space

_LINE_BREAK = re.compile("\r\n|\r|\n")


_NO_CHARACTER_SETS = frozenset(("idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"))
"""Codecs of Python's own, by which bytes could be called what nobody would read in them."""


class Written(NamedTuple):
    """The bytes of a record, their place in the file, and the text they are; code points are counted in that text.

    `handler` is how bytes that are no text are kept, so that they can be written back.
    """

    content: bytes
    start: int
    encoding: str
    mark: bytes
    text: str
    handler: str
    line: int | None

    @classmethod
    def of(cls, content: bytes, start: int, encoding: str, line: int | None) -> "Written | None":
        """Return the record as text; None where it is none in that encoding."""
        if encoding.lower().replace("_", "-") in _NO_CHARACTER_SETS:
            return None
        mark = mark_of(content, encoding) if start == 0 else b""
        handler = "surrogateescape" if encoding == "utf-8" else "strict"
        try:
            text = content[len(mark) :].decode(encoding, handler)
        except (UnicodeError, LookupError):
            return None
        return cls(content, start, encoding, mark, text, handler, line)

    def bytes_of(self, stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int] | None]:
        """Return where stretches of the text, in order, stand in the file; None where that cannot be told."""
        found: list[tuple[int, int] | None] = []
        at, place = len(self.mark), 0
        for start, end in stretches:
            try:
                before = self.text[place:start].encode(self.encoding, self.handler)
                inside = self.text[start:end].encode(self.encoding, self.handler)
            except UnicodeError:
                return [None] * len(stretches)
            first = at + len(before)
            at, place = first + len(inside), end
            is_it = self.content[first:at] == inside and self._is_text(first, at, self.text[start:end])
            found.append((self.start + first, self.start + at) if is_it else None)
        return found

    def _is_text(self, first: int, last: int, text: str) -> bool:
        """Tell whether bytes are a text by themselves: those of some encodings depend on what stands before."""
        try:
            return self.content[first:last].decode(self.encoding) == text
        except UnicodeError:
            return False

    def line_of(self, place: int) -> int | None:
        """Return the number of the line of the file that a code point stands in."""
        return None if self.line is None else self.line + sum(1 for _ in _LINE_BREAK.finditer(self.text, 0, place))


class _Part(NamedTuple):
    """A part [start, end) of a quotation and the code points of the record that it stands at."""

    start: int
    end: int
    first: int
    last: int
    form: str = "text"


def prove(written: Written, article: Article, quote: Quote) -> tuple[str, tuple[Segment, ...]]:
    """Return what the record proves of a quotation from its article, and by which segments; `none` if nothing."""
    for parts in _candidates(written, article, quote):
        segments = _segments(written, parts)
        proof = _proof(segments)
        if segments and holds(written, quote.text, proof, segments):
            return proof, segments
    return "none", ()


def _candidates(written: Written, article: Article, quote: Quote) -> Iterator[Sequence[_Part]]:
    """Yield the ways in which the quotation may stand in the record."""
    if quote.field == "body" and article.zones and article.raw == written.text:
        yield _by_lines(article, quote)
    for form, spelt in spellings(quote.text):
        for line_break in ("\n", "\r\n") if form == "text" and "\n" in quote.text else ("\n",):
            at = anchor(written.text, spelt.replace("\n", line_break), quote.prefix, quote.suffix)
            if at is not None:
                yield (
                    _lines_at(spelt, at, line_break)
                    if line_break == "\r\n"
                    else [_Part(0, len(quote.text), at, at + len(spelt), form)]
                )
    yield _in_markup(written.text, quote)


def _in_markup(source: str, quote: Quote) -> Sequence[_Part]:
    if "<" not in source and "&" not in source:
        return ()
    seen, wanted = Seen.of(source), without_space(quote.text)
    at = anchor(seen.text, wanted, without_space(quote.prefix), without_space(quote.suffix))
    if at is None:
        return ()
    first, last = seen.source_stretch(at, at + len(wanted))
    return [_Part(0, len(quote.text), first, last, "html")]


def _lines_at(quote: str, at: int, line_break: str) -> list[_Part]:
    """Return a part for each line of a quotation whose line breaks are others in the record."""
    parts, start = [], 0
    for line in quote.split("\n"):
        parts.append(_Part(start, start + len(line), at, at + len(line)))
        start, at = start + len(line) + 1, at + len(line) + len(line_break)
    return [part for part in parts if part.end > part.start]


def _by_lines(article: Article, quote: Quote) -> list[_Part]:
    """Return the lines of a page that a quotation from its body is made of; the body leaves out some of them."""
    text = article.text
    breaks = list(_LINE_BREAK.finditer(text))
    starts, ends = [0, *(match.end() for match in breaks)], [*(match.start() for match in breaks), len(text)]
    kept = [
        number - 1
        for zone in article.zones
        if zone.kind in ("body", "blank")
        for number in range(zone.first, zone.last + 1)
        if number <= len(starts)
    ]
    joined = "\n".join([text[starts[n] : ends[n]] for n in kept])
    at = -(len(joined) - len(joined.lstrip()))  # where the body begins, counted back to its first line
    parts: list[_Part] = []
    for n in kept:
        length = ends[n] - starts[n]
        start, end = max(quote.start, at), min(quote.end, at + length)
        if start < end:
            parts.append(_Part(start - quote.start, end - quote.start, starts[n] + start - at, starts[n] + end - at))
        at += length + 1
    return _merged(parts, text)


def _merged(parts: list[_Part], text: str) -> list[_Part]:
    """Return the parts, those joined between which the record has the very line breaks of the quotation."""
    merged = parts[:1]
    for before, part in pairwise(parts):
        gap = text[before.last : part.first]
        if gap == "\n" * (part.start - before.end):
            merged[-1] = merged[-1]._replace(end=part.end, last=part.last)
        else:
            merged.append(part)
    return merged


def _segments(written: Written, parts: Sequence[_Part]) -> tuple[Segment, ...]:
    places = written.bytes_of([(part.first, part.last) for part in parts])
    return tuple(
        Segment(part.start, part.end, bytes, (part.first, part.last), written.line_of(part.first), part.form)
        for part, bytes in zip(parts, places, strict=True)
    )


def _proof(segments: Sequence[Segment]) -> str:
    if any(segment.bytes is None for segment in segments):
        return "text"
    return "bytes" if all(segment.form == "text" for segment in segments) else "escaped"


def holds(written: Written, quote: str, proof: str, segments: Sequence[Segment]) -> bool:
    """Tell whether the record proves the quotation by these segments: nothing but line breaks is left between them."""
    at = 0
    for segment in segments:
        if quote[at : segment.start].strip("\n") or not at <= segment.start < segment.end <= len(quote):
            return False
        if proof == "bytes" and segment.form != "text":
            return False
        found = _text_of(written, proof, segment)
        if found is None or not agrees(segment.form, found, quote[segment.start : segment.end]):
            return False
        at = segment.end
    return bool(segments) and not quote[at:].strip("\n")


def _text_of(written: Written, proof: str, segment: Segment) -> str | None:
    """Return what the record has at a segment; None where the segment is not in it."""
    first, last = segment.chars
    if proof == "text":
        return written.text[first:last] if last <= len(written.text) else None
    if segment.bytes is None:
        return None
    start, end = segment.bytes[0] - written.start, segment.bytes[1] - written.start
    if not 0 <= start <= end <= len(written.content):
        return None
    try:
        return written.content[start:end].decode(written.encoding)
    except UnicodeError:
        return None
