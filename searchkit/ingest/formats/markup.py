"""HTML, whole pages or fragments -> the lines that a reader sees. Time is linear in the length, whatever the input.

It needs no library: a parser of trees would be one more thing to install for feeds and mail, and has limits of depth.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Place = Literal["text", "title", "heading", "caption", "navigation", "time"]


class Line(NamedTuple):
    """A line as it is seen: its text, what it stands in, the share of links, whether a paragraph begins with it."""

    text: str
    place: Place
    linked: float
    begins: bool


class Tag(NamedTuple):
    """A tag: its name in lower case, whether it closes, and its attributes as they are written."""

    name: str
    closes: bool
    written: str

    def attributes(self) -> dict[str, str]:
        """Return the attributes, names in lower case, their values without entities."""
        return {
            match[1].lower(): unescaped(match[2] or match[3] or match[4] or "")
            for match in _ATTRIBUTE.finditer(self.written)
        }


# A quotation mark opens a value only behind an equals sign; elsewhere it is a character that someone mistyped.
_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')|=)*+)>""")
_SIMPLE_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)([^>]*+)>")
_ATTRIBUTE = re.compile(r"""([a-zA-Z][\w:.-]*+)\s*+(?:=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""")

_UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea", "math",
                     "audio", "video", "canvas"))  # fmt: skip
"""Elements whose content is not text of the page."""

_CLOSING = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
"""Where elements end whose content is neither text nor tags."""

_PARAGRAPHS = frozenset(("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl",
                         "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
                         "header", "hr", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "title", "ul",
                         "caption"))  # fmt: skip
_LINES = frozenset(("br", "li", "option", "tr"))
_CELLS = frozenset(("td", "th"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_PLACES: dict[str, Place] = {
    "title": "title", "figcaption": "caption", "caption": "caption", "time": "time",
    "nav": "navigation", "footer": "navigation", "aside": "navigation", "form": "navigation", "button": "navigation",
    "menu": "navigation", "dialog": "navigation",
    **dict.fromkeys(_HEADINGS, "heading"),
}  # fmt: skip
"""What an element makes of the lines in it. Where several surround a line, the last in this order counts."""

_ORDER: tuple[Place, ...] = ("title", "navigation", "caption", "heading", "time")


def count_attributes(written: str) -> int:
    """Return how many attributes a tag has, without reading them."""
    return sum(1 for _ in _ATTRIBUTE.finditer(written))


def unescaped(text: str) -> str:
    """Return the text with its character references resolved; one that is no character stays as it is written."""
    if "&" not in text:
        return text
    try:
        return html.unescape(text)
    except ValueError:  # a number of more digits than Python will read
        return text


def tokens(source: str) -> Iterator[Tag | str]:
    """Yield the tags and the texts between them, without comments, scripts and styles. A `<` before no tag is text."""
    last = source.rfind(">") + 1
    pattern, start, at = _TAG, 0, source.find("<", 0, last)
    while at >= 0:
        match = pattern.match(source, at, last)
        if match is None and pattern is _TAG and source[at + 1 : at + 2].isalpha():
            # A quotation mark is missing somewhere: from here on a tag ends at the first angle bracket.
            pattern = _SIMPLE_TAG
            continue
        end = _end(source, at, last, match)
        if end > at:
            if at > start:
                yield unescaped(source[start:at])
            if match:
                yield Tag(match[2].lower(), bool(match[1]), match[3])
            start = end
        at = source.find("<", max(end, at + 1), last)
    if start < len(source):
        yield unescaped(source[start:])


def _end(source: str, at: int, last: int, tag: re.Match[str] | None) -> int:
    """Return where the mark at this place ends, with what is no text behind it; the place itself if it is no mark.

    A script, a style or a comment that is never closed takes the rest of the page, as it does in a browser.
    """
    if tag:
        closing = _CLOSING.get(tag[2].lower()) if not tag[1] else None
        closed = closing.search(source, tag.end()) if closing else None
        return tag.end() if closing is None else closed.start() if closed else len(source)
    if source.startswith("<!--", at):
        end = source.find("-->", at + 2)
        return end + 3 if end >= 0 else len(source)
    # <!DOCTYPE ...>, <?xml ...> or </>
    return source.find(">", at, last) + 1 if source[at + 1 : at + 2] in ("!", "?", "/") else at


@dataclass
class _Page:
    """The lines so far, the one that is being written, and how deep in which elements it stands."""

    lines: list[Line] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    linked: int = 0
    begins: bool = True
    unseen: str = ""
    preformatted: int = 0
    links: int = 0
    open: dict[Place, int] = field(default_factory=dict)
    place: Place = "text"

    def add(self, text: str) -> None:
        if self.unseen:
            return
        if self.preformatted:
            first, *rest = text.split("\n")
            self._write(first)
            for line in rest:
                self.end_line()
                self._write(line)
        else:
            self._write(text)

    def _write(self, text: str) -> None:
        if not self.texts:
            self.place = next((place for place in reversed(_ORDER) if self.open.get(place)), "text")
        self.texts.append(text)
        if self.links:
            self.linked += len(text.strip())

    def end_line(self, begins: bool = False) -> None:
        text = "".join(self.texts)
        words = text.rstrip() if self.preformatted else " ".join(text.split())
        if words.strip():
            share = min(1.0, self.linked / len(words))
            self.lines.append(Line(words, self.place, share, self.begins))
            self.begins = False
        self.texts, self.linked = [], 0
        self.begins = self.begins or begins

    def tag(self, tag: Tag) -> None:
        name = tag.name
        if self.unseen:
            if tag.closes and name == self.unseen:
                self.unseen = ""
            return
        if name in _UNSEEN:
            self.unseen = "" if tag.closes or tag.written.endswith("/") else name
        elif name in _PARAGRAPHS:
            self.end_line(begins=True)
        elif name in _LINES:
            self.end_line()
        elif name in _CELLS:
            self._write(" ")
        self._count(tag)

    def _count(self, tag: Tag) -> None:
        step = -1 if tag.closes else 1
        place = _PLACES.get(tag.name)
        if place:
            self.open[place] = max(0, self.open.get(place, 0) + step)
        elif tag.name == "a":
            self.links = max(0, step)
        elif tag.name == "pre":
            self.preformatted = max(0, self.preformatted + step)
        elif tag.name == "li" and not tag.closes:
            self._write("- ")


def lines(source: str) -> list[Line]:
    """Return the lines that a reader of the page sees, in their order."""
    page = _Page()
    for token in tokens(source):
        if isinstance(token, str):
            page.add(token)
        else:
            page.tag(token)
    page.end_line()
    return page.lines


def text(source: str) -> str:
    r"""Return the text of a fragment: paragraphs with an empty line between them.

    >>> text("<p>One <b>bold</b> word.</p><ul><li>A<li>B</ul>Two<br>lines &amp; more")
    'One bold word.\n\n- A\n- B\n\nTwo\nlines & more'
    """
    return joined(lines(source))


def joined(shown: list[Line]) -> str:
    """Return lines as a text in which an empty line stands before each that begins a paragraph."""
    return "\n".join(f"\n{line.text}" if line.begins and number else line.text for number, line in enumerate(shown))


_MARKUP = re.compile(r"</?(?:p|br|div|span|a|b|i|em|strong|img|ul|ol|li|h[1-6]|blockquote|table|figure)"
                     r"\b[^<>]{0,2000}>|&(?:[a-zA-Z]{2,8}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});", re.IGNORECASE)  # fmt: skip


def is_markup(source: str) -> bool:
    """Tell whether a text has tags or character references of HTML in it."""
    return _MARKUP.search(source) is not None
