"""The lines of a page that are not its article, the names in them, and what speaks for each to be the outlet's."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from searchkit.ingest.facts.name_marks import STRONG, SUPPORT, Name
from searchkit.ingest.facts.names import (
    BACK,
    BEHIND,
    DIGITAL,
    GAP,
    HOST,
    IN_FRONT,
    LEAST_STEM,
    can_be_name,
    contains,
    contains_akin,
    core,
    is_menu,
    is_office,
    name_words,
    relation,
    shape,
    squashed,
)
from searchkit.ingest.facts.notices import described, framed, named_beside_networks, spelled, stated, twice, writes_for
from searchkit.ingest.facts.owners import LAND, STARTS_WITH_SIGN, bare, owners
from searchkit.ingest.facts.sources import byline, from_source_line
from searchkit.ingest.pages.words import AROUND_DATES, PHRASES, phrase

_TOP = 24
"""Lines with text at the top of a page among which its name stands."""

_FOOT = 12
"""Lines with text at the end of a page in which it speaks of itself."""

_SENTENCE = 7
"""Spaces in a line of text that ends the top of a page."""

_TOLD = 10
"""Lines of the article in which its outlet may be named."""

_LONGEST_LINE = 300

_MOST = 300
"""Lines with text that are looked at: of a longer page the first and the last."""

_ISSUED = frozenset(("from", "published by", "issued by", "herausgeber", "éditeur", "publicado por", "pubblicato da"))
"""What stands above the name of who issues."""

_FURNITURE = ("navigation", "meta", "source", "links", "section", "byline", "dateline")

_MARKUP = re.compile(r"\[\d+\]|^\s*[*+•]\s|\((?:BUTTON|IMAGE|LINK)\)\s?")
"""What programs that print pages as text put in front of words."""

_LONGEST_LABEL = 20

_SHORT = 5
"""Letters of a name of one word that may be the beginning of others."""

_AND = re.compile(r",?\s(?:and|und|et|y|e)$|,.*")

_DATED = re.compile(r"(?P<name>[^\W\d_][^/|•·,\d]{2,40}?)\s?[/|•·,–—-]\s.*\d")
"""A line that has a name in front of a day."""

_IMPRINT = re.compile(r"(?P<name>[^,;:|()\d]{3,60}?),\s.*\d")
"""A line that has an address or a number behind its name."""


class _Line:
    """A line: where it stands, what it says."""

    def __init__(self, text: str, number: int, kind: str, place: int) -> None:
        self.text, self.number, self.kind, self.place = text, number, kind, place

    @cached_property
    def words(self) -> Sequence[str]:
        return name_words(self.text)

    @cached_property
    def together(self) -> str:
        """Return its words written together."""
        return "".join(self.words)


class Furniture:
    """The lines of a page that are not its article, and the names in them."""

    def __init__(self, lines: Sequence[str], kinds: Sequence[str], title: str) -> None:
        numbered = enumerate(zip(lines, kinds, strict=True), 1)
        filled = [(n, bare_text, kind) for n, (text, kind) in numbered if (bare_text := _without_markup(text))]
        filled = filled if len(filled) <= _MOST else [*filled[: _MOST // 2], *filled[-_MOST // 2 :]]
        self._lines = [_Line(text, n, kind, place) for place, (n, text, kind) in enumerate(filled)]
        self._title = squashed(title)
        self._title_script = _script(title)
        body = (line.place for line in self._lines if line.kind == "body" and line.text.count(" ") >= _SENTENCE)
        self._opening = next(body, len(self._lines))
        self._top = self._lines[: min(_TOP, self._opening)]
        short = [line for line in self._lines if len(line.text) <= _LONGEST_LINE]
        self._furniture = [line for line in short if line.kind not in ("body", "caption")]
        self._owners = [
            (name, line) for line in short
            if line.kind in _FURNITURE or STARTS_WITH_SIGN.match(line.text)
            for name in owners(line.text)
        ]  # fmt: skip
        hosts = [
            match for line in self._lines if line.kind != "body" or " " not in line.text
            for match in HOST.finditer(line.text[:_LONGEST_LINE])
        ]  # fmt: skip
        self._written_hosts = [
            (host["name"], line) for line in self._furniture for host in HOST.finditer(line.text)
            if host["name"][0].isupper()
        ]  # fmt: skip
        self._hosts = {squashed(host["name"]) for host in hosts}
        text = [line for line in short if line.kind == "body"]
        self._told = [*text[:_TOLD], *(line for line in short if line.kind == "caption")]
        self._with: dict[str, list[_Line]] = defaultdict(list)
        for line in (*self._furniture, *self._told):
            for stem in {word[:LEAST_STEM] for word in line.words}:
                self._with[stem].append(line)

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

    def names(self) -> list[Name]:
        """Return the names that the furniture has, each once."""
        found: dict[str, Name] = {}
        for text, line, place in self._candidates():
            words = name_words(text)
            if not words:
                continue
            known = found.get(" ".join(words))
            if known is None:
                known = found[" ".join(words)] = Name(text, line.number)
            if known.text.isupper() and text[0].isupper() and not text.isupper():
                known.text = text
            known.marks[place] += 1
        return list(found.values())

    def _candidates(self) -> Iterator[tuple[str, _Line, str]]:
        """Yield names with the line that has them, and the place that speaks for them."""
        for line in self._top:
            yield from self._at_the_top(line)
        yield from self._page_titles()
        for owner, line in self._owners:
            if not LAND.match(owner):
                host = HOST.fullmatch(owner)
                yield host["name"] if host else bare(owner), line, "owner"
        for place, name in self._framed.items():
            if can_be_name(name, 5) and not name[0].islower():
                yield name, self._lines[place], "frame"
        for line in self._furniture:
            if any(host in line.together for host in self._hosts):
                yield from ((name, line, "spelled") for name in spelled(line.text, self._hosts))
            yield from self._in_furniture(line)
        for line in self._lines:
            publisher = stated(line.text) if len(line.text) <= _LONGEST_LINE else None
            if publisher and can_be_name(publisher) and not AROUND_DATES.issuperset(name_words(publisher)):
                yield publisher, line, "stated"
        for above, line in pairwise(self._lines):
            if len(above.text) <= _LONGEST_LABEL and phrase(above.text) in _ISSUED:
                name = _AND.sub("", line.text)
                if is_office(name) or can_be_name(name):
                    yield name, line, "issued"
                    yield name, line, "office"
        for line in self._lines:
            if line.kind == "source" and (named := from_source_line(line.text)) and can_be_name(named[0]):
                yield named[0], line, "source line"
        yield from ((name, line, "written host") for name, line in self._written_hosts)
        yield from self._in_the_foot()
        yield from self._said_twice()

    def _in_the_foot(self) -> Iterator[tuple[str, _Line, str]]:
        for line in self._furniture[-_FOOT:]:
            if (imprint := _IMPRINT.match(line.text)) and can_be_name(bare(imprint["name"])):
                yield bare(imprint["name"]), line, "imprint"
            if (described_name := described(line.text)) and can_be_name(described_name):
                yield described_name, line, "described"
            if line.kind not in ("navigation", "byline", "links"):
                continue
            if can_be_name(line.text, 7) and not is_menu(line.text):
                if line.kind != "links":
                    yield bare(line.text), line, "alone in the foot"
                below = self._lines[line.place + 1 : line.place + 2]
                if below and any(map(str.isdigit, below[0].text)) and not owners(below[0].text):
                    yield bare(line.text), line, "above an address"

    def _said_twice(self) -> Iterator[tuple[str, _Line, str]]:
        foot = len(self._lines) - _FOOT
        listed = [
            line for line in self._furniture
            if line.kind not in ("headline", "section") and (line.kind != "links" or line.place >= foot)
        ]  # fmt: skip
        text = {word for line in self._told for word in line.words}
        for name, line in twice([(line.text, line) for line in listed], text, self._text_has):
            if can_be_name(name, 5):
                yield name, line, "twice"

    def _text_has(self, name: Sequence[str]) -> bool:
        """Tell whether the text of the article or one of its captions has a name."""
        return any(
            line.kind in ("body", "caption") and contains(line.words, name)
            for line in self._with.get(name[0][:LEAST_STEM], ())
        )

    def _in_furniture(self, line: _Line) -> Iterator[tuple[str, _Line, str]]:
        if line.kind in ("navigation", "byline", "source", "meta") and is_office(line.text):
            yield line.text, line, "office"
        if line.kind in ("dateline", "byline") and (dated := _DATED.match(line.text)) and can_be_name(dated["name"]):
            yield dated["name"], line, "beside a date"
        if line.kind == "byline":
            employer = writes_for(line.text)
            if employer and can_be_name(employer, 5):
                yield employer, line, "employer"
        if line.kind in ("navigation", "section", "links"):
            for name in named_beside_networks(line.text):
                if can_be_name(name, 5):
                    yield name, line, "beside network"

    def _at_the_top(self, line: _Line) -> Iterator[tuple[str, _Line, str]]:
        parts = [BACK.sub("", part.strip()) for part in GAP.split(line.text) if part.strip()]
        if self._title and line.together.startswith(self._title):
            return
        if not parts or not can_be_name(parts[0], 6, False) or LAND.match(parts[0]):
            return
        is_above = line.place < self._title_place
        name = DIGITAL.sub("", parts[0])
        is_alone = len(parts) == 1 and line.kind != "body"
        if not is_above:
            yield name, line, "below title" if line.kind != "byline" else "byline below title"
            return
        yield name, line, "masthead" if is_alone else "breadcrumb"
        if is_office(name):
            yield name, line, "office"
        if not is_alone and line.place == 0:
            yield name, line, "begins the page"
        if is_alone and not can_be_name(name):
            yield name, line, "small letters at the top"
        if is_alone:
            yield name, line, f"kind {line.kind}"
            yield name, line, "line 1" if line.place == 0 else "line 2-4" if line.place < 4 else "line 5-"
            if self._is_first(line) and can_be_name(name):
                yield name, line, "first"
            above = self._lines[line.place - 1].text if line.place else ""
            kinds = PHRASES.get(phrase(above), ())
            if "section" in kinds or (not kinds and _is_of_menu(above)):
                yield name, line, "below a section"
            elif kinds:
                yield name, line, "below a button"
            if above and _is_alike(name, above):
                yield name, line, "alike above"
            below = self._lines[line.place + 1].text if line.place + 1 < len(self._lines) else ""
            kinds = PHRASES.get(phrase(below), ())
            if "section" in kinds or (not kinds and _is_of_menu(below)):
                yield name, line, "above a section"
            elif kinds:
                yield name, line, "above a button"
            elif is_menu(below):
                yield name, line, "above a menu"
            if below and _is_alike(name, below):
                yield name, line, "alike below"
            if self._title and line.place + 1 == self._title_place:
                yield name, line, "right above the title"

    def _is_first(self, line: _Line) -> bool:
        """Tell whether a line is the first of its page, below a link that skips the menu at most."""
        above = [other.text for other in self._lines[: line.place]]
        return not above or (len(above) == 1 and "navigation" in PHRASES.get(phrase(above[0]), ()))

    def _page_titles(self) -> Iterator[tuple[str, _Line, str]]:
        """Yield what stands behind a title that the page has once more, as in the title of a page: `TITLE - Outlet`."""
        others = [other.together for other in self._lines[:40]]
        for line in self._top:
            front = IN_FRONT.fullmatch(line.text)
            if front and self._title and squashed(front["title"]) == self._title and can_be_name(front["name"]):
                yield front["name"], line, "before title"  # a section as often as not
            match = BEHIND.fullmatch(line.text)
            if not match:
                continue
            whole = squashed(match["title"])
            is_repeated = any(whole.startswith(other) for other in [*others, self._title] if len(other) > 12)
            if is_repeated or (whole and whole == self._title):
                yield match["name"], line, "page title"
            elif line.place < 2 and len(whole) > 20 and can_be_name(match["name"]):
                yield match["name"], line, "behind a line"

    def weigh(self, name: Name) -> None:
        """Count the places that have the name."""
        for owner, _ in self._owners:
            if found := relation(name.words, owner):
                name.marks[found] = 1
        together = "".join(name.words)
        if self._hosts:
            self._weigh_hosts(name, together)
        size = len(name.words)
        for line in self._with.get(name.words[0][:LEAST_STEM], ()):
            if line.number != name.line and contains(line.words, name.words):
                self._weigh_in(name, line, size)
        stem = core(name.words)
        for line in self._with.get(stem[0][:LEAST_STEM], ()) if size > 1 or len(together) > _SHORT else ():
            is_other = line.number != name.line and line.kind in ("navigation", "byline", "source", "caption")
            if is_other and not contains(line.words, name.words) and contains_akin(line.words, stem):
                name.marks["inflected"] += 1

    def _weigh_hosts(self, name: Name, together: str) -> None:
        if together in self._hosts:
            name.marks["host is"] = 1
        elif len(together) > 3 and any(together in host for host in self._hosts):
            name.marks["host has"] = 1
        elif len(name.words) > 1 and "".join(word[0] for word in name.words) in self._hosts:
            name.marks["host has initials"] = 1

    def _weigh_in(self, name: Name, line: _Line, size: int) -> None:
        """Count a line that has the name among other words, or once more."""
        marks, is_longer = name.marks, len(line.words) > size
        if not is_longer:
            marks["once more"] += 1
            return
        is_last, is_first = line.words[-size:] == name.words, line.words[:size] == name.words
        if name_words(self._framed.get(line.place, "")) == name.words:
            marks["frame"] += 1
        elif line.kind == "caption":
            marks["ends a caption" if is_last else "in a caption"] += 1
        elif line.kind == "byline" and name_words(byline(line.text) or "") == name.words:
            marks["the author"] += 1
        elif line.kind == "byline":
            marks["ends a byline" if is_last else "begins a byline" if is_first else "in a byline"] += 1
        elif line.kind == "source":
            marks["in a source"] += 1
        elif line.kind == "body":
            is_first_said = line.place == self._opening and contains(line.words[:10], name.words)
            marks["in the opening" if is_first_said else "in the text"] += 1
        elif line.kind in ("links", "recommendation", "headline", "section"):
            if line.kind != "headline" or not is_last:
                marks[f"in {line.kind}"] += 1
        elif is_first and line.place >= len(self._lines) - _FOOT:
            marks["begins a line of the foot"] += 1
        else:
            marks["in a notice" if len(line.words) > size + 2 else "in a short line"] += 1

    def marks(self, name: Name) -> Iterator[str]:
        """Yield the marks of a name, with how often they are there, and its looks."""
        places = [mark for mark in name.marks if mark in STRONG or mark in SUPPORT]
        yield f"{min(len(places), 4)} places"
        for mark, count in name.marks.items():
            yield mark
            if count > 1:
                yield mark + " twice"
        yield from shape(name.text, name.words)
        if self._title_script and _script(name.text) != self._title_script:
            yield "another script"


def _is_alike(name: str, other: str) -> bool:
    """Tell whether two lines are both some words in capitals, or both not."""
    return name.isupper() == other.isupper() and other.count(" ") < 3 and len(other) < 30


def _is_of_menu(text: str) -> bool:
    """Tell whether a line is one of a menu that has a line for each section."""
    return bool(PHRASES.get(phrase(text))) or (" " not in text and text.istitle() and can_be_name(text))


def _without_markup(text: str) -> str:
    text = text.strip()
    return _MARKUP.sub("", text).strip() if text and (text[0] in "[(*+•" or "[" in text) else text


def _script(text: str) -> str:
    """Return the script of most letters of a text, as the first word of their names; empty where it has none."""
    if text.isascii():
        return "LATIN" if any(map(str.isalpha, text)) else ""
    scripts = Counter(unicodedata.name(char, "").split(" ")[0] for char in text[:200] if char.isalpha())
    found = scripts.most_common(1)[0][0] if scripts else ""
    return "CJK" if found in ("HIRAGANA", "KATAKANA") else found
