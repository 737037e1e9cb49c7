"""Text pages: an article with whatever surrounded it, in any layout, or with nothing around it at all.

The first line may be ` date YYYY-MM-DD TITLE-OR-SECTION`; where it ends in the label of a section, the title stands
further down, in the head of the page.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from searchkit.article import Article, physical_lines
from searchkit.ingest import languages
from searchkit.ingest.facts import Facts, masthead, page_dates
from searchkit.ingest.facts.dates import habit, iso_day
from searchkit.ingest.pages import noise
from searchkit.ingest.pages.cues import Look
from searchkit.ingest.pages.titles import Title, find_title
from searchkit.ingest.pages.words import PHRASES
from searchkit.ingest.pages.zones import Label, body_text, label, look_at, runs

Recurring = Callable[[str], str | None]
"""Returns why a line is known to be boilerplate of its source, or None."""

_BELOW_A_SECTION = -1.0
"""What speaks at least for the title below a header that names a section: a header has one of the two."""

_HEADER = re.compile(r"\s*date (\d{4}-\d{2}-\d{2})(?:\s+(.*\S))?\s*")
_SECTION_WORDS = 5
"""Words of the longest section that a header names."""


def recognises(text: str) -> bool:
    """Every text is at least a page."""
    return True


def read(text: str, facts: Facts, *, id: str, path: str, sha256: str, recurring: Recurring | None = None) -> Article:
    """Return the article: its title, the date of the header, the body without what surrounds it on the page.

    `facts` has what is known beside the text, `recurring` knows the lines that recur on the pages of its source.
    """
    lines = physical_lines(text)
    page = _Page(lines, recurring)
    zones = runs(page.labels)
    title, body = page.title.text if page.title else "", body_text(lines, zones)
    language, evidence = languages.of_text(title, body)
    facts.language = facts.language or habit(lines) or language
    page.claim(facts)
    facts.path(id)
    values = facts.fields()
    values["evidence"] += evidence
    return Article(
        id=id, title=title, body=body, raw=text, path=path, sha256=sha256, section=page.section, language=language,
        zones=zones, **values,
    )  # fmt: skip


def label_lines(lines: Sequence[str], recurring: Recurring | None = None) -> tuple[Title | None, list[Label]]:
    """Return the title of a page and the label of every line."""
    page = _Page(lines, recurring)
    return page.title, page.labels


class Sight(NamedTuple):
    """A page before its lines are labelled: which of them count, what they look like, and what is certain of them."""

    numbers: Sequence[int]
    looks: Sequence[Look | None]
    known: Sequence[str | None]
    title: Title | None
    fixed: dict[int, Label]
    section: str | None
    printed_date: str | None


def seen(lines: Sequence[str], recurring: Recurring | None) -> Sight:
    """Return what there is to see of a page, its title among it."""
    numbers = _numbers_that_count(lines)
    counted = [lines[n] for n in numbers]
    known = [recurring(line) if recurring and line.strip() else None for line in counted]
    looks = look_at(counted, known)
    header = _HEADER.fullmatch(lines[0][:2000]) if lines else None
    if not header:
        title = find_title(looks, [reason is not None for reason in known])
        return Sight(numbers, looks, known, title, {}, None, None)
    title, head, section = _headed(header[2] or "", looks, known)
    return Sight(numbers, looks, known, title, {0: head}, section, header[1])


def has_header(lines: Sequence[str]) -> bool:
    """Tell whether the first line of a page is a header, which is no candidate for a title below."""
    return bool(lines and _HEADER.fullmatch(lines[0][:2000]))


def _headed(
    text: str, looks: Sequence[Look | None], known: Sequence[str | None]
) -> tuple[Title | None, Label, str | None]:
    """Return the title, the label and the section of the header, which ends in the title or names a section."""
    is_section = bool(text) and _names_section(text)
    below = find_title(looks, [reason is not None for reason in known], 1, _BELOW_A_SECTION if is_section else 0.0)
    if below and is_section and len(below.text.split()) > 2:
        return below, ("section", "header line that names a section, with the title below"), text
    if not text:
        return below, ("meta", "a date for the file"), None
    return Title(text, (0,), "the header"), ("headline", "header line"), None


class _Page:
    """A page, its labels and what its lines say."""

    def __init__(self, lines: Sequence[str], recurring: Recurring | None) -> None:
        self.lines, self._recurring = lines, recurring
        sight = seen(lines, recurring)
        self.title, self.section, self.printed_date = sight.title, sight.section, sight.printed_date
        self.places = [sight.numbers[n] for n in self.title.lines] if self.title else []
        self.labels: list[Label] = [_UNSEEN if line.strip() else ("blank", "empty line") for line in lines]
        for n, found in zip(sight.numbers, label(sight.looks, sight.title, sight.known, sight.fixed), strict=True):
            self.labels[n] = found

    def claim(self, facts: Facts) -> None:
        """Hand over what the header and the labelled lines say."""
        if self.printed_date:
            facts.date(self.printed_date, "header", 1)
        facts.days(page_dates.claims(self._dated(facts.language)))
        has_body = False
        kinds = [kind for kind, _ in self.labels]
        for number, (kind, line) in enumerate(zip(kinds, self.lines, strict=True), 1):
            if kind == "body" and not has_body:
                has_body = True
                facts.opening(line, number)
            elif number > 1 or not self.printed_date:
                facts.names(kind, line.strip(), number)
                if kind == "byline" and not has_body:
                    facts.author(line.strip(), number)
        facts.outlet(masthead.outlet(self.lines, kinds, self.title.text if self.title else ""))

    def _dated(self, language: str | None) -> page_dates.Page:
        printed = iso_day(self.printed_date) if self.printed_date else None
        kinds = [kind for kind, _ in self.labels]
        return page_dates.Page(self.lines, kinds, self.places, printed, language, self._is_of_the_site)

    def _is_of_the_site(self, place: int) -> bool:
        """Tell whether a date stands where the pages of its source have the day of the visit."""
        if self._recurring is None or place >= noise.HEAD:
            return False
        above = next((line for line in reversed(self.lines[:place]) if line.strip()), "")
        return self._recurring(noise.place(above)) is not None


_FEW = 8
_MOST = 20_000
"""Lines of the longest page that is looked at whole; of a longer one the first and the last half of so many."""

_UNSEEN: Label = ("body", "in the middle of a page too long to look at every line")


def _numbers_that_count(lines: Sequence[str]) -> list[int]:
    """Return the numbers of the lines, without the empty ones where one stands below every other: they part nothing."""
    filled = [n for n, line in enumerate(lines) if line.strip()]
    beside = sum(b - a == 1 for a, b in pairwise(filled))
    if len(filled) >= _FEW and beside * 10 <= len(filled):
        return _outer(sorted({0, *filled}))
    return _outer(range(len(lines)))


def _outer(numbers: Sequence[int]) -> list[int]:
    if len(numbers) <= _MOST:
        return list(numbers)
    return [*numbers[: _MOST // 2], *numbers[-_MOST // 2 :]]


def _names_section(text: str) -> bool:
    """Tell whether the text of a header can be a section: in capitals, or one that many outlets have."""
    if any(char.islower() for char in text):
        kinds = PHRASES.get(text.casefold(), ())
        return "section" in kinds or (len(text.split()) <= 2 and text.istitle())
    return len(text.split()) <= _SECTION_WORDS or any(char.isupper() for char in text)
