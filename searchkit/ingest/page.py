"""Text pages: an article with whatever surrounded it, in any layout, or with nothing around it at all.

The first line may be ` date YYYY-MM-DD TITLE-OR-SECTION`; where it ends in the label of a section, the title stands
further down, in the head of the page.
"""

import datetime
import re
from collections.abc import Callable, Sequence

from searchkit.article import UNKNOWN, Article, Evidence, physical_lines
from searchkit.ingest.blocks import Title, find_title
from searchkit.ingest.cues import Look, photo_credit
from searchkit.ingest.dates import day_in_words, iso_day
from searchkit.ingest.sources import from_source_line
from searchkit.ingest.words import PHRASES
from searchkit.ingest.zones import Label, body_text, label, look_at, runs

Recurring = Callable[[str], str | None]
"""Returns why a line is known to be boilerplate of its source, or None."""

_HEADER = re.compile(r"\s*date (\d{4}-\d{2}-\d{2})(?:\s+(.*\S))?\s*")
_BYLINE = re.compile(r"(?:by|von|par|por)\s+(?P<name>\S.*)", re.IGNORECASE)
_SECTION_WORDS = 5
"""Words of the longest section that a header names."""


def recognises(text: str) -> bool:
    """Every text is at least a page."""
    return True


def read(text: str, *, id: str, path: str, sha256: str, recurring: Recurring | None = None) -> Article:
    """Return the article: its title, the date of the header, the body without what surrounds it on the page.

    `recurring` knows the lines that recur on the pages of its source.
    """
    lines = physical_lines(text)
    page = _Page(lines, recurring)
    zones = runs(page.labels)
    return Article(
        id=id, title=page.title.text if page.title else "", body=body_text(lines, zones), date=page.date,
        source=page.source, raw=text, path=path, sha256=sha256, section=page.section, byline=page.byline,
        agencies=page.agencies, photo_credits=page.photo_credits, zones=zones, evidence=tuple(page.evidence),
    )  # fmt: skip


def label_lines(lines: Sequence[str], recurring: Recurring | None = None) -> tuple[Title | None, list[Label]]:
    """Return the title of a page and the label of every line."""
    page = _Page(lines, recurring)
    return page.title, page.labels


class _Page:
    """A page, its labels and what its lines say."""

    def __init__(self, lines: Sequence[str], recurring: Recurring | None) -> None:
        self.lines = lines
        known = [recurring(line) if recurring and line.strip() else None for line in lines]
        looks = look_at(lines, known)
        self.evidence: list[Evidence] = []
        self.date: datetime.date | None = None
        self.section: str | None = None
        self.source = UNKNOWN
        self.agencies: tuple[str, ...] = ()
        self.byline: str | None = None
        header = _HEADER.fullmatch(lines[0][:2000]) if lines else None
        if header:
            self._read_date(header[1])
            self.title, head = self._headed(header[2] or "", looks, known)
            fixed = {0: head}
        else:
            self.title, fixed = find_title(looks, [reason is not None for reason in known]), {}
        self.labels = label(lines, self.title, looks, known, fixed)
        self._read_lines(looks)

    def _read_date(self, printed: str) -> None:
        self.date = iso_day(printed)
        confidence = 0.99 if self.date else 0.0
        self.evidence.append(Evidence("date", printed, "header", 1, self.date is not None, confidence))

    def _headed(
        self, text: str, looks: Sequence[Look | None], known: Sequence[str | None]
    ) -> tuple[Title | None, Label]:
        """Return the title and the label of the header, which ends in the title or in the name of a section."""
        below = find_title(looks, [reason is not None for reason in known], first=1)
        if below and (not text or (_names_section(text) and len(below.text.split()) > 2)):
            self.section = text or None
            return below, ("section", "header line that names a section, with the title below") if text else (
                "meta",
                "a date for the file",
            )
        if not text:
            return None, ("meta", "a date for the file")
        return Title(text, (0,), "the header"), ("headline", "header line")

    def _read_lines(self, looks: Sequence[Look | None]) -> None:
        """Gather what the labelled lines say: source, agencies, byline, photo credits, dates."""
        credits: dict[str, None] = {}
        for n, ((kind, _), look) in enumerate(zip(self.labels, looks, strict=True)):
            if look is None or (n == 0 and self.date):
                continue
            if kind == "source" and self.source == UNKNOWN:
                self._name_source(look.text, n + 1)
            elif kind == "caption":
                credit = photo_credit(look.text)
                if credit and credit not in credits:
                    credits[credit] = None
                    self.evidence.append(Evidence("photo_credits", credit, "caption", n + 1))
            elif kind == "byline" and self.byline is None:
                match = _BYLINE.fullmatch(look.text[:200])
                self.byline = match["name"] if match else None
            elif kind == "dateline" and len(look.text) < 40:
                day = day_in_words(look.text)
                if day:
                    self.evidence.append(Evidence("date", day.isoformat(), "dateline", n + 1, False, 0.9))
        self.photo_credits = tuple(credits)

    def _name_source(self, line: str, number: int) -> None:
        named = from_source_line(line)
        if named:
            self.source, self.agencies = named
            self.evidence.append(Evidence("source", self.source, "source line", number, True, 0.99))
            self.evidence += [Evidence("agencies", name, "source line", number, True, 0.99) for name in self.agencies]


def _names_section(text: str) -> bool:
    """Tell whether the text of a header can be a section: in capitals, or one that many outlets have."""
    if any(char.islower() for char in text):
        kinds = PHRASES.get(text.casefold(), ())
        return "section" in kinds or (len(text.split()) <= 2 and text.istitle())
    return len(text.split()) <= _SECTION_WORDS or any(char.isupper() for char in text)
