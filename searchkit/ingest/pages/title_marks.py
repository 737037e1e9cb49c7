"""What speaks for a line's being the title of its page: marks of the line, its neighbours and its place.

What each mark counts for stands in `title_weights`, which `tools/title_weights.py` fits to labelled pages.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from searchkit.ingest.facts.sources import dateline
from searchkit.ingest.pages import patterns
from searchkit.ingest.pages.blocks import is_other
from searchkit.ingest.pages.cues import Look
from searchkit.ingest.pages.topics import share, topics

Row = tuple[int, Look]
"""A line that is not blank: its number and its look."""

MAX_TITLE = 400
"""Code points of the longest line that is taken for a title."""

_WORDS = (
    (1, "1 word"), (2, "2 words"), (3, "3 words"), (5, "4-5 words"), (8, "6-8 words"), (16, "9-16 words"),
    (30, "17-30 words"),
)  # fmt: skip
_TO_TEXT = ((0, "right above the text"), (1, "2 above the text"), (2, "3 above the text"), (5, "4-6 above the text"),
            (9, "7-10 above the text"), (19, "11-20 above the text"))  # fmt: skip
_FOOT = 12
"""Lines at the end of a page that can have the name of the site, which is no title."""

_LONG, _MUCH = 20, 2
"""Words of a long sentence, and how many of them stand above no title."""

_ALIKE = 2
_OF_TOPIC = 0.3
"""Share of its words that a headline has at least from the text if it can be that of the text."""

_MENUS = ("menu row", "breadcrumb", "row", "navigation word", "button words", "counted button")
_LISTS = ("links word", "list words", "recommendation word", "begins with more")
_MENUS_BELOW = ("no menu below", "a menu below", "menus below", "menus below", "many menus below")
_AROUND = {
    "date": ("date", "labelled date", "date and name", "has a date", "time", "dateline word"),
    "name": ("byline", "byline word", "name"), "minutes": ("reading time", "minutes"),
    "contact": ("contact", "contact label"), "section": ("section word", "breadcrumb", "site section"),
    "menu": ("menu row", "row", "navigation word", "button words", "form"),
    "picture": ("caption", "credit behind", "pictured"), "list": ("links word", "list words", "recommendation word"),
    "release": ("labelled title",),
}  # fmt: skip


class Head:
    """The lines among which the title stands, and what counts for all of them."""

    def __init__(
        self, looks: Sequence[Look | None], rows: Sequence[Row], names: dict[int, str], is_noise: Sequence[bool],
        text: int | None,
    ) -> None:  # fmt: skip
        self._looks, self._rows, self._names, self._is_noise, self._text = looks, rows, names, is_noise, text
        self._above_text = sum(text is not None and n < text for n, _ in rows)
        self._seen = Counter(names.values())
        below = topics(looks, rows[-1][0] + 1 if rows and text is not None else None)
        known = below or topics(looks, text)
        self._foot_at = len(looks) - _FOOT
        foot = [look for look in looks[-_FOOT:] if look and look.words <= 40]
        self._foot = " ".join(look.text for look in foot).casefold()
        self._menus = [0]
        for n, look in reversed(rows):
            is_menu = (text is None or n < text) and (is_noise[n] or look.has(*_MENUS))
            self._menus.append(self._menus[-1] + is_menu)
        self._menus.reverse()
        self._around = [frozenset(kind for kind, marks in _AROUND.items() if look.has(*marks)) for _, look in rows]
        self._plain = [_is_plain(look, is_noise[n]) for n, look in rows]
        self._has_topics = bool(known)
        self._shares = [
            share(look.text, known) if known and plain and (below or text is None or n < text) else (0, 0.0)
            for (n, look), plain in zip(rows, self._plain, strict=True)
        ]
        speaks = [
            plain >= 3 and common > 0 and part >= _OF_TOPIC
            for plain, (common, part) in zip(self._plain, self._shares, strict=True)
        ]
        self._texts = [0]
        for n, look in rows:
            is_text = look.terminal and look.prose >= 0.6 and look.words >= _LONG and not is_noise[n]
            self._texts.append(self._texts[-1] + is_text)
        self._entries = _dated_entries(rows, self._around)
        self._first_of_topic = speaks.index(True) if True in speaks else len(rows)

    def marks(self, place: int) -> Iterator[str]:
        """Yield the marks of the line at a place in the rows."""
        n, look = self._rows[place]
        yield from self._own(n, look)
        yield from self._of_topics(place)
        yield from self._beside(place)
        yield from self._placed(place)

    def _own(self, n: int, look: Look) -> Iterator[str]:
        text, words = look.text, look.words
        yield next((name for most, name in _WORDS if words <= most), "31 words or more")
        for mark in look.marks:
            yield f"is {mark}"
        if is_other(look):
            yield "is something else"
        if look.terminal:
            yield "question" if text[-1] in "?!？！" else "full stop" if words < 7 else "sentence"
        elif text[-1] in ",;":
            yield "comma"
        if look.colon:
            yield "colon"
        if words > 3 and patterns.STOP_INSIDE.search(text):
            yield "two sentences"
        if look.fragment:
            yield "small start"
        if text[0] in "-–—*•·>#|":
            yield "bullet"
        if self._is_noise[n]:
            yield "recurring"
        if words <= 60 and dateline(text) is not None:
            yield "dateline"
        if words > 2 and look.capitals > 0.75:
            yield "in capitals" if text.isupper() else "title case"
        if 1 < self._seen[self._names[n]] <= 4 and words > 2:
            yield "repeated"
        if words <= 5 and n < self._foot_at and self._names[n] and text.casefold() in self._foot:
            yield "in the foot"

    def _of_topics(self, place: int) -> Iterator[str]:
        """Yield how much the line speaks of what the text below speaks of."""
        if not self._has_topics:
            return
        common, part = self._shares[place]
        if not common:
            yield "no topics"
        else:
            yield "few topics" if part < 0.34 else "half the topics" if part < 0.67 else "topics"
        if common > 2:
            yield "several topics"
        if place == self._first_of_topic:
            yield "first of its topics"
        elif place > self._first_of_topic:
            yield "topics soon above" if place - self._first_of_topic <= 6 else "topics above"

    def _beside(self, place: int) -> Iterator[str]:
        rows = self._rows
        if place:
            for kind in self._around[place - 1]:
                yield f"{kind} above"
            if rows[place - 1][1].prose >= 0.5:
                yield "sentence above"
            if self._plain[place - 1] >= 4:
                yield "headline above"
            elif place > 1 and self._plain[place - 2] >= 4:
                yield "headline 2 above"
            if 0 < self._plain[place - 1] <= 3:
                yield "short line above"
        else:
            yield "first"
        if place + 1 < len(rows):
            below = rows[place + 1][1]
            for kind in self._around[place + 1]:
                yield f"{kind} below"
            if self._plain[place + 1] >= 4:
                yield "headline below"
                if below.words > rows[place][1].words + 4:
                    yield "longer headline below"
        for kind in ("date", "name", "minutes", "contact"):
            if any(kind in around for around in self._around[place + 1 : place + 5]):
                yield f"{kind} soon"
        near = (*self._around[max(0, place - 3) : place], *self._around[place + 1 : place + 4])
        if sum("date" in around for around in near) >= 3:
            yield "dates around"
        if place and place + 1 < len(rows) and "date" in self._around[place - 1] and "date" in self._around[place + 1]:
            yield "between dates"
        if self._texts[place] >= _MUCH:
            yield "much text above"
        if place in self._entries:
            yield "dated entry of a list"
        for kind in ("date", "name"):
            if any(kind in around for around in self._around[max(0, place - 4) : max(0, place - 1)]):
                yield f"{kind} not far above"
        beside = (*self._plain[max(0, place - 2) : place], *self._plain[place + 1 : place + 3])
        if (alike := sum(5 <= words <= 20 for words in beside)) > _ALIKE:
            yield f"{alike} like it"

    def _placed(self, place: int) -> Iterator[str]:
        n, looks = self._rows[place][0], self._looks
        under = n + 1 >= len(looks) or looks[n + 1] is None
        above = n == 0 or looks[n - 1] is None
        yield ("alone" if under else "first of a block") if above else "last of a block" if under else "in a block"
        if self._text is None:
            yield "no text"
            if not any(looks[n + 1 :]):
                yield "nothing below"
            look = self._rows[place][1]
            if not under:
                yield "not alone, no text"
            elif place == 0 and not look.terminal and not look.colon and look.text[-1] not in ",;":
                yield "first and alone, no text"
        elif n >= self._text:
            yield "the text begins here" if n == self._text else "in the text"
        else:
            left = self._above_text - place - 1
            yield next((name for most, name in _TO_TEXT if left <= most), "far above the text")
        menus = self._menus[place + 1]
        yield _MENUS_BELOW[min(menus, len(_MENUS_BELOW) - 1)]
        if not self._menus[0] - self._menus[place]:
            yield "no menu above"


def _dated_entries(rows: Sequence[Row], around: Sequence[frozenset[str]]) -> set[int]:
    """Return the places of the headlines below the heading of a list whose entries begin with their dates."""
    found: set[int] = set()
    is_listed, is_dated = False, False
    for place, (_, look) in enumerate(rows):
        if look.has(*_LISTS):
            is_listed, is_dated = True, False
        elif is_listed and "date" in around[place]:
            is_dated = True
        elif is_listed and is_dated:
            found.add(place)
            is_dated = False
        else:
            is_listed = False
    return found


def _is_plain(look: Look, is_noise: bool) -> int:
    """Return the number of words of a line that can be a headline; 0 for every other."""
    return 0 if is_noise or look.terminal or is_other(look) or look.prose >= 0.8 else look.words
