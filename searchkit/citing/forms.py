r"""How a file writes a text: as it is, or with the escapes of JSON, of a table or of markup; and the way back.

>>> read_back("json", r'\"no\"'), read_back("csv", '""no""'), read_back("html", "<i>no</i> &amp; yes")
('"no"', '"no"', 'no&yes')
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from searchkit.ingest.formats.markup import unescaped

FORMS = ("text", "json", "csv", "html")

_MARKUP = re.compile(r"(?P<tag><!--.*?-->|</?[a-zA-Z!][^<>]*>)|(?P<reference>&#?\w{1,32};?)|(?P<space>\s+)"
                     r"|[^<&\s]+|[<&]", re.DOTALL)  # fmt: skip
_SPACE = re.compile(r"\s+")


def spellings(text: str) -> Iterator[tuple[str, str]]:
    """Yield how the text may stand in a file, the most direct first; markup is found by `Seen`."""
    yield "text", text
    for to_ascii in (False, True):
        written = json.dumps(text, ensure_ascii=to_ascii)[1:-1]
        yield "json", written
        yield "json", written.replace("/", "\\/")
    yield "csv", text.replace('"', '""')


def read_back(form: str, written: str) -> str:
    """Return the text that is written in a form; of markup without its white space. Raises ValueError."""
    if form == "text":
        return written
    if form == "json":
        return str(json.loads(f'"{written}"', strict=False))
    if form == "csv":
        if written.replace('""', "").count('"'):
            raise ValueError("a quotation mark that is not doubled ends the value")
        return written.replace('""', '"')
    if form == "html":
        return Seen.of(written).text
    raise ValueError(f"there is no form {form!r}")


def agrees(form: str, written: str, text: str) -> bool:
    """Tell whether what is written in a form is the text; of markup, apart from white space."""
    try:
        found = read_back(form, written)
    except ValueError:
        return False
    return found == (without_space(text) if form == "html" else text)


def without_space(text: str) -> str:
    """Return the text without any white space."""
    return _SPACE.sub("", text)


class Seen(NamedTuple):
    """What is seen of markup, without tags, comments and white space, and where its parts stand."""

    text: str
    starts: list[int]
    places: list[tuple[int, int]]

    @classmethod
    def of(cls, source: str) -> "Seen":
        """Return what is seen of the source. Linear in its length."""
        parts, starts, places, at = [], [], [], 0
        for match in _MARKUP.finditer(source):
            if match.lastgroup in ("tag", "space"):
                continue
            part = unescaped(match[0]) if match.lastgroup == "reference" else match[0]
            if part := without_space(part):
                parts.append(part)
                starts.append(at)
                places.append(match.span())
                at += len(part)
        return cls("".join(parts), starts, places)

    def source_stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the source a stretch of what is seen begins and ends."""
        return self._place(start)[0], self._place(end - 1)[1]

    def _place(self, at: int) -> tuple[int, int]:
        """Return where the character at this place begins and ends in the source."""
        number = bisect_right(self.starts, at) - 1
        first, last = self.places[number]
        width = self.starts[number + 1] - self.starts[number] if number + 1 < len(self.starts) else None
        is_plain = last - first == (width if width is not None else len(self.text) - self.starts[number])
        offset = first + at - self.starts[number]
        return (offset, offset + 1) if is_plain else (first, last)
