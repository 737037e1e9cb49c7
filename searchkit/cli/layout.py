"""Text on a terminal: how wide it is, where its lines break, and what of it is marked."""

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator

import click

Marks = Iterable[tuple[int, int]]

WIDEST = 120
"""Columns of the longest line: longer ones are hard to read."""

_NARROWEST = 40

_NO_LINE_STARTS_WITH = frozenset("、。，．・：；？！）」』】〕》〉”’…ー")
"""What belongs to the character before it where lines break between characters."""


def width() -> int:
    """Return the columns to use: those of the terminal, within reason."""
    return max(_NARROWEST, min(_terminal_width() or 100, WIDEST))


def _terminal_width() -> int:
    """Return the columns of the terminal, or what $COLUMNS says instead; 0 where neither says."""
    # As shutil does it, whose import takes longer than a search: it brings all that unpacks archives.
    stated = os.environ.get("COLUMNS", "")
    if stated.isdecimal() and int(stated):
        return int(stated)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else 0
    except (OSError, ValueError):  # it is a pipe, or closed
        return 0


def in_colour() -> bool:
    """Tell whether click will let colours through to standard output."""
    context = click.get_current_context(silent=True)
    wanted = context.color if context else None
    return sys.stdout.isatty() if wanted is None else wanted


def visible(text: str) -> str:
    r"""Return the text on one line, code point for code point, with nothing in it that would steer a terminal.

    >>> visible("two\nlines and \x1b[31mred")
    'two lines and ·[31mred'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if char.isspace() else "·" if unicodedata.category(char) in ("Cc", "Cs") else char for char in text
    )


def columns(text: str) -> int:
    """Return the columns that a text takes: none for combining marks, two for the wide characters of East Asia.

    >>> columns("cafe\u0301"), columns("北京")
    (4, 4)
    """
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def _columns_of(char: str) -> int:
    if char < "\u0300":
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def clipped(text: str, room: int) -> str:
    """Return the text, cut short where it needs more columns than there are, and filled up where it needs fewer.

    >>> clipped("Frankfurter Allgemeine", 12), clipped("北京", 6)
    ('Frankfurter…', '北京  ')
    """
    if columns(text) > room:
        while columns(text) > room - 1:
            text = text[:-1]
        text = text.rstrip() + "…"
    return text + " " * (room - columns(text))


def lines(text: str, room: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches [start, end) of a text, one a line of that many columns.

    A line ends at a space; between characters where wide ones stand without spaces, and where a word is too long.

    >>> text = "new contacts 北京外交部。"
    >>> [text[start:end] for start, end in lines(text, 8)]
    ['new', 'contacts', '北京外交', '部。']
    """
    start, used, end, following = 0, 0, 0, 0
    wide_before = False
    for place, char in enumerate(text):
        size = _columns_of(char)
        used += size
        if char == " ":
            end, following = place, place + 1
        elif (size == 2 or (wide_before and size)) and char not in _NO_LINE_STARTS_WITH:
            end, following = place, place
        wide_before = size == 2 or (wide_before and not size)
        if size and used > room:
            if end <= start:
                end, following = place, place
            if end > start:
                yield start, end
            start, used = following, columns(text[following : place + 1])
    if start < len(text) or not text:
        yield start, len(text)


def paragraph(text: str, marks: Marks = (), *, first: str = "", rest: str = "", room: int, **style: bool) -> str:
    """Return a text with its marks, broken into lines; the first begins with `first`, every other with `rest`."""
    text = visible(text)
    spans = lines(text, room - columns(rest))
    shown = [marked(text[start:end], _inside(marks, start, end), **style) for start, end in spans]
    return first + f"\n{rest}".join(shown)


def _inside(marks: Marks, start: int, end: int) -> list[tuple[int, int]]:
    return [(max(low, start) - start, min(high, end) - start) for low, high in marks if low < end and high > start]


def marked(text: str, marks: Marks, **style: bool) -> str:
    """Return the text with its marks in colour, in the style of what surrounds them."""
    parts, place = [], 0
    for start, end in marks:
        parts += [_styled(text[place:start], **style), click.style(text[start:end], fg="yellow", bold=True)]
        place = end
    return "".join([*parts, _styled(text[place:], **style)])


def _styled(text: str, **style: bool) -> str:
    return click.style(text, **style) if text and style else text


def starred(text: str, marks: Marks) -> str:
    """Return the text with its marks as `**stars**`, for where there are no colours.

    >>> starred("Lavrov spoke", [(0, 6)])
    '**Lavrov** spoke'
    """
    parts, place = [], 0
    for start, end in marks:
        parts += [text[place:start], "**", text[start:end], "**"]
        place = end
    return "".join([*parts, text[place:]])


def short_path(path: str) -> str:
    """Return the path as seen from here, where that is shorter."""
    relative = os.path.relpath(path)
    return visible(relative if len(relative) < len(path) else path)
