"""The outlet that a page belongs to, by the page's own furniture.

Names are gathered where a page has its own: at its top, behind its title, in its copyright line, in its buttons
("Download the X app"). Each is weighed by all places that have it; a name with too little weight is none.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from searchkit.ingest.facts.names import (
    BACK,
    BEHIND,
    DIGITAL,
    GAP,
    HOST,
    IN_FRONT,
    can_be_name,
    contains,
    framed,
    is_menu,
    is_of_some_words,
    is_office,
    name_words,
    relation,
    spelled,
    squashed,
    stated,
    writes_for,
)
from searchkit.ingest.facts.owners import LAND, STARTS_WITH_SIGN, bare, owners
from searchkit.ingest.facts.sources import SourceClaim
from searchkit.ingest.pages.words import PHRASES, phrase

ENOUGH = 6
"""What the places of a name must weigh together."""

_WEIGHTS = {
    "stated": 6, "page title": 6, "copyright": 5, "of copyright": 5, "near copyright": 3, "in copyright": 3,
    "masthead": 4, "first": 2, "breadcrumb": 3, "frame": 3, "office": 3, "address": 3, "spelled": 3,
    "credit": 2, "foot": 2, "again": 1,
}  # fmt: skip
"""What a place weighs that has the name."""

_TOP = 16
"""Lines with text at the top of a page among which its name stands."""

_FIRST = 3
"""Those of them, without menus, where a name of some words needs nothing else to say so."""

_FOOT = 12
"""Lines with text at the end of a page in which it speaks of itself."""

_SENTENCE = 7
"""Spaces in a line of text that ends the top of a page."""

_LONGEST_LINE = 300

_MOST = 300
"""Lines with text that are looked at: of a longer page the first and the last."""

_ISSUED = frozenset(("from", "published by", "issued by", "herausgeber", "éditeur", "publicado por", "pubblicato da"))
"""What stands above the name of who issues."""

_FURNITURE = ("navigation", "meta", "source", "links", "section", "byline", "dateline")
_MARKUP = re.compile(r"\[\d+\]|^\s*[*+•]\s|\((?:BUTTON|IMAGE|LINK)\)\s?")
"""What programs that print pages as text put in front of words."""

_LONGEST_LABEL = 20

_AND = re.compile(r",?\s(?:and|und|et|y|e)$|,.*")


class _Line:
    """A line of furniture: where it stands, what it says."""

    def __init__(self, text: str, number: int, kind: str, place: int) -> None:
        self.text, self.number, self.kind, self.place = text, number, kind, place

    @cached_property
    def words(self) -> Sequence[str]:
        return name_words(self.text)

    @cached_property
    def together(self) -> str:
        """Return its words written together."""
        return "".join(self.words)


class _Name:
    """A name, the first line that has it alone, and the places that speak for it."""

    def __init__(self, text: str, line: int) -> None:
        self.text, self.line = text, line
        self.words = name_words(text)
        self.places: dict[str, int] = {}

    @property
    def weight(self) -> int:
        return sum(self.places.values())

    @property
    def is_sure(self) -> bool:
        """Tell whether enough speaks for the name: the owner of the copyright, or several places."""
        kinds = self.places.keys() - {"again"}
        is_twofold = len(self.words) > 1 and len(kinds) > 1 and self.weight >= ENOUGH - 1
        return is_twofold or self.weight >= ENOUGH or "copyright" in self.places

    def add(self, place: str, most: int = 1) -> None:
        """Count a place that has the name, at most so many times."""
        self.places[place] = min(self.places.get(place, 0) + _WEIGHTS[place], most * _WEIGHTS[place])

    def extends(self, other: "_Name") -> bool:
        """Tell whether this is the name of which the other is a part: Albion News, of which it says Albion in short."""
        if "office" in self.places and not other.places.keys() & {"copyright", "page title", "stated", "masthead"}:
            return len(self.words) > len(other.words) and contains(self.words, other.words)
        if "copyright" in self.places and self.words[1:] == other.words:
            return True
        has_own = "masthead" in other.places or "address" in other.places
        return "copyright" in self.places and self.words[:-1] == other.words and not has_own

    @property
    def origin(self) -> str:
        """Return the place that the name is believed for, as `sources.TRUST` calls it."""
        if "page title" in self.places:
            return "page title"
        if any("copyright" in place for place in self.places):
            return "copyright"
        return "letterhead" if "office" in self.places else "masthead"


def outlet(lines: Sequence[str], kinds: Sequence[str], title: str = "") -> SourceClaim | None:
    """Return the outlet whose page this is, by its lines and the kinds of their zones; None where nothing tells.

    >>> outlet(["The Sentinel", "Menu", "Rain falls.", "© 2026 Sentinel Papers Ltd."], ["navigation"] * 4)
    SourceClaim(name='The Sentinel', origin='copyright', line=1)
    """
    page = _Furniture(lines, kinds, title)
    names = page.names()
    for name in names:
        page.weigh(name)
    enough = [name for name in names if name.is_sure]
    best = max(enough, key=lambda name: (name.weight, -name.line), default=None)
    best = next((name for name in names if best and name.extends(best)), best)
    best = best or page.alone(names) or page.office(names)
    return SourceClaim(best.text, best.origin, best.line) if best else None


class _Furniture:
    """The lines of a page that are not its article, and the names in them."""

    def __init__(self, lines: Sequence[str], kinds: Sequence[str], title: str) -> None:
        numbered = enumerate(zip(lines, kinds, strict=True), 1)
        filled = [(n, bare_text, kind) for n, (text, kind) in numbered if (bare_text := _without_markup(text))]
        filled = filled if len(filled) <= _MOST else [*filled[: _MOST // 2], *filled[-_MOST // 2 :]]
        self._lines = [_Line(text, n, kind, place) for place, (n, text, kind) in enumerate(filled)]
        self._title = squashed(title)
        self._title_script = _script(title)
        body = (line.place for line in self._lines if line.kind == "body" and line.text.count(" ") >= _SENTENCE)
        self._top = self._lines[: min(_TOP, next(body, len(self._lines)))]
        self._furniture = [
            line for line in self._lines if line.kind not in ("body", "caption") and len(line.text) <= _LONGEST_LINE
        ]
        self._owners = [
            (name, line) for line in self._lines
            if (line.kind in _FURNITURE or STARTS_WITH_SIGN.match(line.text)) and len(line.text) <= _LONGEST_LINE
            for name in owners(line.text)
        ]  # fmt: skip
        hosts = [
            match for line in self._lines if line.kind != "body" or " " not in line.text
            for match in HOST.finditer(line.text[:_LONGEST_LINE])
        ]  # fmt: skip
        self._hosts = {squashed(host["name"]) for host in hosts}
        self._sites = {squashed(host["name"]) for host in hosts if not host[0].startswith("@")}

    @cached_property
    def _title_place(self) -> int:
        """Return the place of the title among the lines at the top; that of the page is another."""
        found = [line.place for line in self._top if self._title and line.together.startswith(self._title)]
        if found == [0] and self._top[0].together != self._title:
            found = []
        headlines = [line.place for line in self._top if line.kind == "headline" and line.place]
        return max(found, default=min(headlines, default=len(self._top)))

    @cached_property
    def _framed(self) -> dict[int, str]:
        """Return the names in buttons and notices, also where these were taken for text, by the place of the line."""
        return {line.place: name for line in self._lines if line.kind != "caption" and (name := framed(line.text))}

    def names(self) -> list[_Name]:
        """Return the names that the furniture has, each once."""
        found: dict[str, _Name] = {}
        for text, line, place in self._candidates():
            name = _Name(text, line.number)
            known = found.setdefault(" ".join(name.words), name) if name.words else name
            if known.text.isupper() and not text.isupper():
                known.text = text
            if place:
                known.add(place, 2 if place == "frame" else 1)
        return list(found.values())

    def _candidates(self) -> Iterator[tuple[str, _Line, str | None]]:
        """Yield names with the line that has them, and the place that speaks for them."""
        for line in self._top:
            yield from self._at_the_top(line)
        yield from self._page_titles()
        for owner, line in self._owners:
            if not LAND.match(owner):
                yield bare(owner), line, None
        for place, name in self._framed.items():
            if can_be_name(name, 5) and not name[0].islower():
                yield name, self._lines[place], "frame"
        for line in self._furniture if self._sites else ():
            yield from ((name, line, "spelled") for name in spelled(line.text, self._sites))
        for line in self._lines:
            publisher = stated(line.text) if len(line.text) <= _LONGEST_LINE else None
            if publisher and can_be_name(publisher):
                yield publisher, line, "stated"
        for above, line in pairwise(self._lines):
            if len(above.text) > _LONGEST_LABEL or phrase(above.text) not in _ISSUED:
                continue
            name = _AND.sub("", line.text)
            if is_office(name) or can_be_name(name):
                yield name, line, "frame"
                yield name, line, "office"
        for line in self._furniture:
            if line.kind in ("navigation", "byline", "source", "meta") and is_office(line.text):
                yield line.text, line, "office"
            employer = writes_for(line.text) if line.kind == "byline" else None
            if employer and can_be_name(employer, 5):
                yield employer, line, None

    def _at_the_top(self, line: _Line) -> Iterator[tuple[str, _Line, str | None]]:
        parts = [BACK.sub("", part.strip()) for part in GAP.split(line.text) if part.strip()]
        if self._title and line.together.startswith(self._title):
            return
        if not parts or line.kind == "byline" or not can_be_name(parts[0]) or LAND.match(parts[0]):
            return
        is_above = line.place < self._title_place
        name = DIGITAL.sub("", parts[0])
        is_alone = len(parts) == 1 and line.kind != "body"
        yield name, line, ("masthead" if is_alone else "breadcrumb") if is_above else None
        if is_above and is_alone and self._is_first(line):
            yield name, line, "first"
        if is_office(name):
            yield name, line, "office"

    def _is_first(self, line: _Line) -> bool:
        """Tell whether a line is the first of its page, below a link that skips the menu at most."""
        above = [other.text for other in self._lines[: line.place]]
        is_below_link = len(above) == 1 and " " in line.text and "navigation" in PHRASES.get(phrase(above[0]), ())
        return (not above or is_below_link) and self._is_alike(line.text)

    def _is_alike(self, name: str) -> bool:
        """Tell whether a name is in the script of the title."""
        return not self._title_script or _script(name) == self._title_script

    def _page_titles(self) -> Iterator[tuple[str, _Line, str | None]]:
        """Yield what stands behind a title that the page has once more, as in the title of a page: `TITLE - Outlet`."""
        for line in self._top[:4]:
            front = IN_FRONT.fullmatch(line.text)
            if front and self._title and squashed(front["title"]) == self._title and can_be_name(front["name"]):
                yield front["name"], line, "masthead"  # a section as often as not
            match = BEHIND.fullmatch(line.text)
            if not match:
                continue
            others = [other.together for other in self._lines[:40]]
            whole = squashed(match["title"])
            is_repeated = any(whole.startswith(other) for other in [*others, self._title] if len(other) > 12)
            if is_repeated or (whole and whole == self._title):
                yield match["name"], line, "page title"

    def weigh(self, name: _Name) -> None:
        """Count the places that have the name."""
        relations = [found for owner, _ in self._owners if (found := relation(name.words, owner))]
        if relations:
            best = max(relations, key=lambda relation: _WEIGHTS[relation])
            name.add(best if self._is_alike(name.text) else "near copyright")
        if len("".join(name.words)) > 3 and any("".join(name.words) in host for host in self._hosts):
            name.add("address")
        for line in self._lines:
            if line.number != name.line and len(line.text) <= _LONGEST_LINE and contains(line.words, name.words):
                self._weigh_in(name, line)

    def _weigh_in(self, name: _Name, line: _Line) -> None:
        """Count a line that has the name among other words, or once more."""
        size, is_longer = len(name.words), len(line.words) > len(name.words)
        if name_words(self._framed.get(line.place, "")) == name.words:
            name.add("frame", 2)
        elif line.kind == "caption":
            if line.words[-size:] == name.words:
                name.add("credit")
        elif line.kind in ("byline", "source"):
            if line.words[-size:] == name.words or line.kind == "source":
                name.add("credit")
        elif line.kind != "body" and is_longer and (size > 1 or len(list(filter(None, GAP.split(line.text)))) == 1):
            is_foot = line.place >= len(self._lines) - _FOOT and line.words[:size] == name.words
            name.add("foot" if is_foot else "again", 1 if is_foot else 2 if size == 1 else 3)

    def alone(self, names: Iterable[_Name]) -> _Name | None:
        """Return the name of some words that is the first in the furniture at the top."""
        above = ["", *(line.text for line in self._lines)]
        first = [
            line.number for line in self._top[: self._title_place]
            if line.kind in ("navigation", "links", "meta", "section") and not is_menu(line.text)
            and not _is_of_menu(above[line.place])
        ][:_FIRST]  # fmt: skip
        found = (n for n in names if n.line in first and "masthead" in n.places and is_of_some_words(n.text))
        return min(found, key=lambda name: name.line, default=None)

    def office(self, names: Iterable[_Name]) -> _Name | None:
        """Return the office of a letterhead, or that of the contacts of a press release, the one named most."""
        found = [name for name in names if "office" in name.places]
        return max(found, key=lambda name: (name.weight, -name.line), default=None)


def _is_of_menu(text: str) -> bool:
    """Tell whether a line is one of a menu that has a line for each section."""
    return "section" in PHRASES.get(phrase(text), ()) or (" " not in text and text.istitle() and can_be_name(text))


def _without_markup(text: str) -> str:
    text = text.strip()
    return _MARKUP.sub("", text).strip() if text and (text[0] in "[(*+•" or "[" in text) else text


def _script(text: str) -> str:
    """Return the script of most letters of a text, as the first word of their names; empty where it has none."""
    scripts = Counter(unicodedata.name(char, "").split(" ")[0] for char in text[:200] if char.isalpha())
    found = scripts.most_common(1)[0][0] if scripts else ""
    return "CJK" if found in ("HIRAGANA", "KATAKANA") else found
