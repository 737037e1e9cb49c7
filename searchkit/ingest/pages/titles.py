"""Which line of a page is its title."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from math import fsum
from typing import NamedTuple

from searchkit.ingest.facts.sources import dateline
from searchkit.ingest.pages.blocks import find_text, is_other, is_wrapped, width_of
from searchkit.ingest.pages.cues import Look, normal
from searchkit.ingest.pages.patterns import LABELLED
from searchkit.ingest.pages.title_marks import MAX_TITLE, Head, Row
from searchkit.ingest.pages.title_weights import BIAS, WEIGHTS
from searchkit.ingest.pages.words import RELEASES, phrase
from searchkit.values import Value

_HEAD = 150
"""Lines that are looked at for a title, from the beginning and from the text upwards."""

_TEXT_LINES = 3
"""Lines of the text that are looked at for a title too, as a title can look like a sentence."""

_FIRST_ROWS = 6
"""Lines at the top that can be the title of the page, with the title far below."""

_LONG, _FEW = 200, 8
"""Code points of a line that has so few words that it is an address or a number, and no title."""

_TITLE_LINES = 5
"""Lines that a title can be broken into."""

_SEPARATOR = re.compile(r"\s+[-–—|•»·:]{1,2}\s+|\s*[|»—]\s*")

_GOES_ON = frozenset(
    """
for in of at during after with by from to as and on over amid against who while when before into under near despite
without including following about that which or between through involving charging alleging more than
""".split()  # noqa: SIM905  # a table is easier to read than a list of quoted words
)


_CLOSED = ("»", "”", "“", "」", ".", "?", "!")
"""Ends of a title after which nothing of it comes."""

_ASKS_FOR_MORE = frozenset(
    """
the a an this these those his her their its our your my no
der die das den dem des ein eine einen einem einer im am zum zur und oder le la les un une des du el los las una y e o
os as um uma il lo gli dei della del dello
""".split()  # noqa: SIM905
)


class Title(Value):
    """A title, the numbers of the lines (from 0) that it was taken from, and why."""

    text: str
    lines: tuple[int, ...]
    reason: str


class PageTitle(Value):
    """Lines that have the title and the name of the outlet: their numbers, the title and its normal form."""

    lines: tuple[int, ...]
    title: str
    name: str


def find_title(
    looks: Sequence[Look | None], is_noise: Sequence[bool], first: int = 0, least: float = 0.0
) -> Title | None:
    """Return the title: the line of the head that stands most like one, if more than `least` speaks for it.

    Lines before `first` are none.
    """
    head = look_at_head(looks, is_noise, first)
    rows, names, page_title = head.rows, head.names, head.page_title
    best = _best(candidates(looks, *head[:2], is_noise, *head[2:]), least)
    if best is None:
        return None
    # Of its repeats the first, but not the title of the page.
    wanted = " ".join(names[n] for n in best)
    for place, (n, _) in enumerate(rows):
        if (not page_title or n not in page_title.lines) and (lines := _covering(rows[place:], names, wanted)):
            best = lines
            break
    return _title(looks, best, page_title)


class HeadOfPage(NamedTuple):
    """The lines of the head, their normal forms, where the text begins, and the title of the page."""

    rows: list[Row]
    names: dict[int, str]
    text: int | None
    page_title: PageTitle | None


def look_at_head(looks: Sequence[Look | None], is_noise: Sequence[bool], first: int = 0) -> HeadOfPage:
    """Return the head of a page, in which the title stands."""
    text = find_text(looks, is_noise)
    rows = _head(looks, first, text)
    names = {n: normal(look.text) for n, look in rows}
    return HeadOfPage(rows, names, text, _page_title(looks, rows, names))


def _head(looks: Sequence[Look | None], first: int, text: int | None) -> list[Row]:
    """Return the lines down to the first ones of the text, or all where there is none."""
    end = len(looks)
    if text is not None:
        end = next(islice((n + 1 for n in range(text, len(looks)) if looks[n]), _TEXT_LINES - 1, None), len(looks))
    numbers = sorted({*range(first, min(end, first + _HEAD)), *range(max(first, end - _HEAD), end)})
    return [(n, look) for n in numbers if (look := looks[n]) is not None]


_NO_TITLES = (
    "navigation word", "menu row", "breadcrumb", "form", "field", "captcha", "date", "labelled date",
    "time", "reading time", "minutes", "source", "byline", "contact", "tags word", "number", "web address",
    "hashtags", "end mark", "fact",
)  # fmt: skip
"""Marks of lines that are never asked whether they are the title."""


_RARE = {
    "nothing below": -9.0, "not alone, no text": -4.0, "first and alone, no text": 4.0, "dated entry of a list": -3.0,
    "much text above": -4.0,
}  # fmt: skip
"""What counts beside the weights: of pages without sentences, and of lists above an article, too few are labelled."""

_OF_SENTENCES = ("full stop", "sentence", "the text begins here", "in the text")


class Candidate(NamedTuple):
    """Lines that can be the title, and what speaks for it and against it."""

    lines: tuple[int, ...]
    marks: tuple[str, ...]


def candidates(
    looks: Sequence[Look | None], rows: Sequence[Row], names: dict[int, str], is_noise: Sequence[bool],
    text: int | None, page_title: PageTitle | None,
) -> Iterator[Candidate]:  # fmt: skip
    """Yield all lines of the head that can be the title."""
    head = Head(looks, rows, names, is_noise, text)
    for place, (n, look) in enumerate(rows):
        is_none = look.has(*_NO_TITLES) and look.phrase not in RELEASES
        if len(look.text) > MAX_TITLE or (len(look.text) > _LONG and look.words < _FEW):
            continue
        if is_none and not (page_title and n in page_title.lines):
            continue
        marks = tuple(head.marks(place))
        if page_title and n in page_title.lines:
            yield Candidate((n,), (*marks, "is the page title"))
        elif page_title and (covered := _covering(rows[place:], names, page_title.name)):
            yield Candidate(covered, (*(mark for mark in marks if mark not in _OF_SENTENCES), "has the page title"))
        elif _is_broken_sentence(looks, n):
            continue
        elif text is None or n < text or not _is_of_text(rows, place) or "repeated" in marks:
            yield Candidate((n,), marks)


def _is_broken_sentence(looks: Sequence[Look | None], n: int) -> bool:
    """Tell whether a line goes on right below with a small letter, up to a full stop: titles have none."""
    look, below = looks[n], looks[n + 1] if n + 1 < len(looks) else None
    return bool(look and below and not look.terminal and below.text[0].islower() and below.text.endswith("."))


def _is_of_text(rows: Sequence[Row], place: int) -> bool:
    """Tell whether a line at the beginning of the text is a sentence of it, and not one that stands above a byline."""
    look = rows[place][1]
    if not look.terminal or look.text[-1] in "?!？！":
        return False
    return place + 1 == len(rows) or not is_other(rows[place + 1][1])


def _best(found: Iterator[Candidate], least: float) -> tuple[int, ...] | None:
    best, best_score = None, least
    for candidate in found:
        score = fsum([BIAS, *(WEIGHTS.get(mark, 0.0) + _RARE.get(mark, 0.0) for mark in candidate.marks)])
        if score > best_score:
            best, best_score = candidate.lines, score
    return best


def _title(looks: Sequence[Look | None], lines: tuple[int, ...], page_title: PageTitle | None) -> Title:
    if page_title and set(lines) <= set(page_title.lines):
        return Title(page_title.title, lines, "the title of the page, without the name of the outlet")
    if len(lines) == 1 and not page_title:
        cut = _without_outlet(looks, lines[0])
        if cut:
            return Title(cut, lines, "the title of the page, without the name of the outlet")
        lines = _with_rest(looks, lines[0], _width(looks))
    text = without_label(" ".join(look.text for n in lines if (look := looks[n])))
    above = looks[lines[0] - 1] if lines[0] else None
    if above and above.words <= 6 and text.startswith(above.text + " ") and len(text) > len(above.text) + 15:
        text = text[len(above.text) :].strip()  # the name of the section, said once more
    return Title(text, lines, "the title" if len(lines) == 1 else "the title, over several lines")


def without_label(text: str) -> str:
    """Return a title without the label of a release before it.

    >>> without_label("For Immediate Release: Bridge opens"), without_label("Bridge: it opens")
    ('Bridge opens', 'Bridge: it opens')
    """
    match = LABELLED.fullmatch(text)
    return match["rest"] if match and match["rest"] and phrase(match["label"]) in RELEASES else text


def _without_outlet(looks: Sequence[Look | None], n: int) -> str | None:
    """Return the title of a line that ends in the name of the outlet, if that stands elsewhere on the page too."""
    look = looks[n]
    for title, outlet in cuts(look.text) if look else ():
        if not look or not look.text.startswith(title):
            break
        if _is_outlet(look.text, title, outlet) and any(
            other and outlet in other.text for place, other in enumerate(looks) if place != n
        ):
            return title
    return None


def _width(looks: Sequence[Look | None]) -> int:
    """Return the length of the lines of a text with hard line breaks; 1,000 where there are none."""
    return width_of(looks) if is_wrapped(looks) else 1000


def _with_rest(looks: Sequence[Look | None], first: int, width: int) -> tuple[int, ...]:
    """Return the lines of a title that goes on below: with a small letter, or with a word that begins no line."""
    lines = [first]
    while len(lines) < _TITLE_LINES:
        before, n = looks[lines[-1]], lines[-1] + 1
        after = looks[n] if n < len(looks) else None
        if after and dateline(after.text):
            break
        if before and after and _goes_on_in_capitals(looks, first, before, n):
            lines.append(n)
            continue
        if (
            before is None
            or after is None
            or after.prose >= 0.5
            or after.words > 20
            or before.terminal
            or is_other(after)
            or before.text.endswith(_CLOSED)
        ):
            break
        opening = after.text.split()[0].casefold()
        in_capitals = before.text.isupper() and after.text.isupper() and before.words >= 4 and not after.colon
        is_full = len(before.text) + len(opening) >= width - 2
        if after.has("name") and opening not in _GOES_ON and not is_full:
            break
        if not (
            is_full
            or in_capitals
            or after.text[0].islower()
            or opening in _GOES_ON
            or before.text.endswith((",", "-", "–"))
            or (last := before.text.split()[-1].casefold()) in _GOES_ON
            or last in _ASKS_FOR_MORE
        ):
            break
        lines.append(n)
    return tuple(lines)


_IN_CAPITALS = 0.8
"""Share of the longer words of a title that begin with a capital, in title case."""


def _goes_on_in_capitals(looks: Sequence[Look | None], first: int, before: Look, n: int) -> bool:
    """Tell whether a line is the rest of a title in title case: right above the text, or alone below a label."""
    head, after = looks[first], looks[n]
    below = looks[n + 1] if n + 1 < len(looks) else None
    is_labelled = bool(head and head.has("labelled title"))
    if (
        head is None
        or after is None
        or (is_other(after) and not (is_labelled and after.has("date and name")))
        or before.terminal
        or after.colon
        or after.words > 14
    ):
        return False
    if after.has("name") and not (is_labelled or after.words >= 4):
        return False
    ends = below is None or below.words >= 9 or dateline(below.text) is not None or (is_labelled and n - first < 3)
    in_case = _title_case(after.text) >= _IN_CAPITALS
    return (
        ends and len(before.text) >= 40 and after.words >= 2 and in_case
        and (is_labelled or (not after.terminal and _title_case(before.text) >= _IN_CAPITALS))
    )  # fmt: skip


def _title_case(text: str) -> float:
    words = [word for word in text.split() if len(word) > 4 and word[0].isalpha()]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def _page_title(looks: Sequence[Look | None], rows: Sequence[Row], names: dict[int, str]) -> PageTitle | None:
    """Return the line that has both title and outlet, `TITLE - Outlet` or `Outlet | TITLE`, and the title below it."""
    for place, (n, look) in enumerate(rows):
        if not _can_have_outlet(look):
            continue
        below = rows[place + 1 : None if place < _FIRST_ROWS else place + 4]
        for title, _ in cuts(look.text):
            if _stands_below(title, below, names):
                return PageTitle((n,), title, normal(title))
        after = rows[place + 1] if place + 1 < len(rows) else None
        if after and after[0] == n + 1 and (look.text[-1] in "-–—|" or _SEPARATOR.search(after[1].text)):
            for title, _ in cuts(f"{look.text} {after[1].text}"):
                if len(title) >= len(look.text) - 3 and _stands_below(title, below[1:], names):
                    return PageTitle((n, after[0]), title, normal(title))
        for title, outlet in cuts(look.text) if place == 0 else ():
            if look.text.startswith(title) and _is_outlet(look.text, title, outlet):
                return PageTitle((n,), title, normal(title))
    return None


def _can_have_outlet(look: Look) -> bool:
    is_other = look.has("navigation word", "menu row") or (look.has("caption") and " | " not in look.text)
    return len(look.text) <= MAX_TITLE and not is_other


def _stands_below(title: str, rows: Sequence[Row], names: dict[int, str]) -> bool:
    wanted = normal(title)
    return len(wanted) > 8 and any(_covering(rows[place:], names, wanted) for place in range(len(rows)))


def cuts(text: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to cut a line, at a dash or a bar, into a title and the name of an outlet behind or before it."""
    places = [match.span() for match in _SEPARATOR.finditer(text)][:8]
    for start, end in reversed(places):
        yield text[:start].strip(), text[end:].strip()
    for start, end in places:
        yield text[end:].strip(), text[:start].strip()


def _is_outlet(text: str, title: str, outlet: str) -> bool:
    """Tell whether what stands behind a dash or a bar is the name of an outlet, with nothing but its look to go by."""
    words = outlet.split()
    if not words or len(words) > 6 or len(title.split()) < 3 or outlet.endswith((".", "?", "!")):
        return False
    return "|" in text[len(title) : len(title) + 4] or all(not word[0].islower() or len(word) < 4 for word in words)


def _covering(rows: Sequence[Row], names: dict[int, str], wanted: str) -> tuple[int, ...]:
    """Return the first lines that make up the wanted text together, each right behind the one before; () if none do."""
    found: list[int] = []
    so_far = ""
    for n, _ in rows[:_TITLE_LINES]:
        if found and n - found[-1] > 2:
            return ()
        so_far = f"{so_far} {names[n]}".strip()
        found.append(n)
        if so_far == wanted:
            return tuple(found)
        if not wanted.startswith(so_far) or not names[n]:
            return ()
    return ()
