"""What one line looks like by itself: how much like a sentence, and which kinds of line it has marks of.

A cue is the name of a mark and the reason in words that it gives; what a mark weighs, and for which kind of zone,
stands in one table of `zones`. Every look takes time in proportion to the line, and to its first and last characters
alone where it is long.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from searchkit.ingest.facts.sources import AGENCIES, from_source_line, is_agency, is_credited, photo_credits
from searchkit.ingest.pages import patterns
from searchkit.ingest.pages.entries import SHORT, entries, is_date, is_name
from searchkit.ingest.pages.hints import hints
from searchkit.ingest.pages.words import FORMS, PHRASES, RECOMMENDING_LABELS, RELEASES, phrase

Cue = tuple[str, str]
"""The name of a mark, one of those in `zones.MARKS`, and the reason that it gives."""

_LOOKED_AT = 400
"""Code points of the longest line that can be anything but text: menus, credits, headlines are shorter."""

_FORM_WORDS = 45
"""Words of the longest line that is looked through for standing text of a site."""

_CLOSING = "\"'”’»›)]}」』】）*_ \t\u200f\u200e"
_TERMINAL = tuple(".!?。！？．…؟۔।॥")
_KEPT_IN_MIND = 80
_MENU_WORDS = 4
"""Words of the shortest row of a menu without signs between them."""

_BRACKETS = frozenset("([（【")
_CREDIT_SIGNS = frozenset("/|•–—-©([（【:：摄攝撮")
_FORMS_BY_WORD: dict[str, list[str]] = {}
for _form in FORMS:
    _FORMS_BY_WORD.setdefault(_form.split()[0], []).append(_form)
_FORMS_WITHOUT_SPACES = tuple(form for form in FORMS if patterns.NO_SPACES.search(form) or form == "ⓒ")


_WORDS_ALONE = re.compile(r"\w+")


class Look:
    """A line and what it looks like; `prose` says how much like running text, from 0 to 1."""

    __slots__ = ("capitals", "colon", "cues", "fragment", "marks", "phrase", "prose", "terminal", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = _count_words(text)
        bare = text[-40:].rstrip(_CLOSING)
        self.terminal = (bare.endswith(_TERMINAL) and not bare.endswith(("...", " .", "…"))) or text.endswith(
            ("。”", ".”", '."')
        )
        self.colon = bare.endswith((":", "："))
        self.fragment = text[0].islower() or text[0] in ",.;:)]}”’%&"
        self.capitals = _share_of_capitals(text) if self.words <= 60 else 0.0
        self.prose = self._prose()
        self.phrase = phrase(text) if len(text) <= 100 else ""
        self.cues: tuple[Cue, ...] = tuple(_cues(self)) if len(text) <= _LOOKED_AT else ()
        self.marks = frozenset(mark for mark, _ in self.cues)

    @classmethod
    def at(cls, text: str) -> "Look":
        """Return the look of a line, whose `prose` is the caller's to change. Short lines recur, and are kept."""
        if len(text) > _KEPT_IN_MIND:
            return cls(text)
        kept = _look(text)
        own = cls.__new__(cls)
        for name in cls.__slots__:
            setattr(own, name, getattr(kept, name))
        return own

    def _prose(self) -> float:
        words = self.words
        if not self.terminal:
            return 0.0 if words < 15 or (self.capitals > 0.6 and words < 60) else 0.25 if words < 25 else 0.7
        if words >= 25:
            return 1.0
        grade = 1.0 if words >= 12 else 0.8 if words >= 7 else 0.5 if words >= 4 else 0.2
        return grade * (0.4 if self.capitals > 0.75 and words >= 3 else 1.0)

    def has(self, *marks: str) -> bool:
        """Tell whether one of these marks was seen."""
        return not self.marks.isdisjoint(marks)


@lru_cache(8192)
def _look(text: str) -> Look:
    return Look(text)


def _count_words(text: str) -> int:
    if len(text) > 2000:
        return 300
    words = len(text.split())
    if words * 12 < len(text) or not text.isascii():
        words = max(
            words, int(len(patterns.NO_SPACES.findall(text)) / 1.7 + len(patterns.NO_SPACES_LONG.findall(text)) / 4)
        )
    return words


def _share_of_capitals(text: str) -> float:
    """Return the share of words with a letter in one of two cases that begin with a capital."""
    cased = [word for word in text.split() if word[0].isupper() or word[0].islower()]
    return sum(word[0].isupper() for word in cased) / len(cased) if cased else 0.0


def _cues(look: Look) -> Iterator[Cue]:
    text, words = look.text, look.words
    if not any(char.isalnum() for char in text[:80]):
        if patterns.END_MARK.fullmatch(text):
            yield "end mark" if len(text) > 2 or text in "##" else "dash", "a mark that ends or divides"
        return
    if words <= 30:
        yield from _words_alone(look)
    if words <= SHORT + 6:
        yield from entries(text, words, look.terminal, look.phrase)
    yield from hints(text, words, look.terminal, look.phrase)
    if words <= 22 and patterns.ZIP.search(text):
        yield "postal address", "a postal address"
    yield from _labelled(look)
    yield from _captions(look)
    form = _form_in(look.text.casefold()) if words <= _FORM_WORDS else None
    if form in ("sign up to", "sign up for") and look.terminal:
        form = None
    if form or patterns.COPYRIGHT.match(text):
        found = form or text[:10].strip()
        yield "form" if words <= 30 else "long form", f"standing text of a site: “{found}”"
    if words <= 60 and (patterns.CREDITS_OF_TEXT.match(text) or patterns.ABOUT_AUTHOR.match(text)):
        if words <= 12 and _names_agency_alone(text):
            yield "source", "names the agencies"
        else:
            yield "credits", "says who wrote or edited it"
    elif (
        words <= 7
        and patterns.WITH_AGENCY.search(text)
        and (not patterns.BYLINE.match(text) or patterns.WITH_WIRES.search(text))
        and _names_agency_alone(text)
    ):
        yield "source", "names the agencies"


def _names_agency_alone(text: str) -> bool:
    """Tell whether those who a line says have written are agencies, by the capitals of the names in it."""
    normal_form = f" {patterns.SPACE.sub(' ', patterns.NO_WORD.sub(' ', text.casefold()))} "
    return any(
        f" {agency} " in normal_form for agency in AGENCIES if len(agency) > 1
    ) and not patterns.PERSON_TOO.search(text)


def _form_in(text: str) -> str | None:
    """Return the first standing phrase of sites that occurs in the text."""
    for word in text.split():
        for form in _FORMS_BY_WORD.get(word.strip("“”\"'(),.:;!?*"), ()):
            if form in text:
                return form
    if not text.isascii() and patterns.NO_SPACES.search(text):
        return next((form for form in _FORMS_WITHOUT_SPACES if form in text), None)
    return None


_WORDS = {
    "tags": "introduces the topics of the article", "links": "heading of a list of other articles",
    "recommendation": "recommends another article", "section": "name of a section",
    "byline": "introduces who wrote or issued it", "dateline": "introduces a date",
    "navigation": "words of a menu or a button",
}  # fmt: skip
_QUOTES = "“\"„«‘「»'"


def _words_alone(look: Look) -> Iterator[Cue]:
    """Yield the cues of a line that is nothing but a phrase of the table."""
    kinds = PHRASES.get(look.phrase, ()) if look.text[0] not in _QUOTES else ()
    if "byline" in kinds and ("navigation" in kinds or "contact" in look.phrase):
        is_label = look.colon or " " in look.phrase
        yield "contact label" if is_label else "contact word", _WORDS["byline"]
        return
    if "navigation" in kinds and "section" in kinds:
        yield "site section", _WORDS["section"]
        return
    for kind in kinds:
        yield f"{kind} word", _WORDS[kind]
    if not kinds and look.words <= 16:
        yield from _bar(look)


def _bar(look: Look) -> Iterator[Cue]:
    """Yield a cue when the line is several phrases of menus beside each other."""
    parts = [part for part in patterns.BREADCRUMB.split(look.text.strip()) if part]
    figures = sum(part[0].isdigit() or part[0] in "+-" for part in parts)
    if len(parts) > 1 and figures * 2 >= len(parts) and patterns.WIDE_GAP.search(look.text):
        yield "figures", "a row of figures"
        return
    known = [kind for part in parts for kind in PHRASES.get(phrase(part), ())[:1]]
    begins_at_home = len(parts) > 2 and PHRASES.get(phrase(re.split("[:：]", parts[0])[-1]), ("",))[0] == "navigation"
    if len(parts) > 1 and (len(known) * 2 >= len(parts) or (begins_at_home and patterns.CRUMBS.search(look.text))):
        yield (
            "breadcrumb" if patterns.CRUMBS.search(look.text) and len(parts) <= 4 else "menu row",
            "a row of menu words",
        )
    elif len(parts) > 2 and (all(len(part) < 30 for part in parts) or len(patterns.WIDE_GAP.findall(look.text)) > 1):
        yield "row", "a row of short words"
    elif len(parts) == 2 and patterns.WIDE_GAP.search(look.text) and not patterns.DIGIT.search(look.text):
        yield "pair", "two names beside each other"
    elif len(parts) == 1 and look.text[-1] in "/›»>" and look.words <= 4:
        yield "breadcrumb", "a row of menu words"
    elif len(parts) == 1 and look.words >= _MENU_WORDS and not look.terminal:
        words = [phrase(word) for word in look.text.split()]
        if sum(word in PHRASES for word in words) * 2 > len(words):
            yield "menu row", "a row of menu words"


def _labelled(look: Look) -> Iterator[Cue]:
    """Yield the cues of a line that begins with a phrase and a colon: `Read more: ...`, `Date: ...`, `Tags: ...`."""
    text = look.text
    if patterns.RELATED_GLUED.fullmatch(text):
        yield "recommendation", "recommends another article"
        return
    if look.words <= 16 and (patterns.SOURCE.fullmatch(text) or (from_source_line(text) and ":" in text)):
        yield "source", "names the outlet"
        return
    match = patterns.LABELLED.fullmatch(text[:_LOOKED_AT])
    if not match or not match["rest"]:
        return
    kinds = PHRASES.get(phrase(match["label"]), ())
    rest = match["rest"]
    if phrase(match["label"]) in RELEASES and len(rest.split()) > 2:
        yield "labelled title", "the title, behind the label of a release"
    elif ("recommendation" in kinds or phrase(match["label"]) in RECOMMENDING_LABELS) and not (
        look.terminal and look.words > 25
    ):
        yield "recommendation", "recommends another article"
    elif "dateline" in kinds and look.words <= SHORT + 4 and (is_date(rest) or patterns.DIGIT.search(rest)):
        yield "labelled date", "states a date"
    elif "tags" in kinds and look.words <= 40 and not look.terminal:
        yield "tags word", "topics of the article"
    elif (
        "byline" in kinds
        and look.words <= 20
        and (is_name(rest) or patterns.EMAIL.search(rest) or patterns.PHONE.search(rest))
    ):
        yield "byline", "names who wrote or issued it"
    elif "section" in kinds and look.words <= 3:
        yield "section word", "name of a section"
    elif "navigation" in kinds and look.words <= 8:
        yield "row", "words of a menu or a button"
    elif "links" in kinds and look.words <= 30:
        yield "links word", "recommends another article"


def _captions(look: Look) -> Iterator[Cue]:
    text = look.text
    if look.words > 70:
        return
    if patterns.CAPTION.match(text):
        yield "caption", "begins like the caption of a picture"
        return
    tail = text[-170:]
    has_credit = not _CREDIT_SIGNS.isdisjoint(tail) and _is_credited(text)
    in_brackets = not _BRACKETS.isdisjoint(tail) and patterns.PHOTO_IN_BRACKETS.search(tail)
    if (
        has_credit
        or in_brackets
        or (not _CREDIT_SIGNS.isdisjoint(tail) and patterns.CREDIT_TAIL.search(text[-110:]))
        or (
            (text[-1] in ")）»" or text[-1].isupper() or "- " in tail)
            and patterns.CREDIT_IN_CAPITALS.search(text[-110:])
        )
    ):
        yield "caption", "ends in a photo credit"
    elif look.phrase and is_credited(look.phrase):
        yield "agency", "the name of an agency"


def _is_credited(text: str) -> bool:
    """Tell whether a line credits a picture, and is neither a menu nor the copyright of the page."""
    names = photo_credits(text) if " " in text and not _is_menu(text) else ()
    return bool(names) and (is_agency(names[0]) or not patterns.COPYRIGHT.match(text))


def _is_menu(text: str) -> bool:
    parts = [phrase(part) for part in text.split(" / ")]
    return sum(part in PHRASES for part in parts) * 2 >= len(parts)


@lru_cache(2048)
def normal(text: str) -> str:
    """Return the form in which lines are compared with each other: one case, words alone."""
    text = text[:1000] if text.isascii() else unicodedata.normalize("NFKC", text[:1000])
    return " ".join(_WORDS_ALONE.findall(text.casefold()))
