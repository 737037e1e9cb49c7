"""Saved news pages whose first line is ` date YYYY-MM-DD TITLE-OR-SECTION`.

Where that line ends in the label of a section, the title stands further down, in the head of the page: the lines up to
the first empty one, with the reading time, picture captions and the printed date between them.
"""

import re
from dataclasses import dataclass, field

from searchkit.article import UNKNOWN, Article, Evidence, physical_lines
from searchkit.ingest.dates import day_in_words, iso_day
from searchkit.ingest.sources import from_source_line
from searchkit.ingest.zones import Label, body_text, runs

_HEADER = re.compile(r"\s*date (\d{4}-\d{2}-\d{2})(?:\s+(.*\S))?\s*")
_READING_TIME = re.compile(r"\d+\s*min(?:ute)?s?\.?\s+read", re.IGNORECASE)
_PHOTO_CREDIT = re.compile(r".*\s/\s(?P<credit>[\w .&-]{2,40})")
_RECOMMENDED = re.compile(r"recommended|related|read more|read also|also read", re.IGNORECASE)
_RELATED_LINK = re.compile(r"Related[A-Z].*|(?:READ MORE|Read more|Read also|RELATED)\s*:.*")
_LINK_LIST = re.compile(r"explore|more from .*|most read|trending|latest news|you may also like", re.IGNORECASE)


def recognises(text: str) -> bool:
    """Tell whether the first line is the header."""
    return _HEADER.fullmatch(text.partition("\n")[0].rstrip("\r")) is not None


def read(text: str, *, id: str, path: str, sha256: str) -> Article:
    """Return the article: the date of the header, the title, the body without what surrounds it on the page."""
    page = _Page(physical_lines(text))
    page.label()
    zones = runs(page.labels)
    return Article(
        id=id, title=page.title, body=body_text(page.lines, zones), date=page.date, source=page.source, raw=text,
        path=path, sha256=sha256, section=page.section, agencies=page.agencies,
        photo_credits=tuple(dict.fromkeys(page.photo_credits)), zones=zones, evidence=tuple(page.evidence),
    )  # fmt: skip


@dataclass
class _Page:
    """The lines of a page while they are labelled, one after the other, and what they say on the way."""

    lines: list[str]
    labels: list[Label] = field(default_factory=list)
    title: str = ""
    section: str | None = None
    source: str = UNKNOWN
    agencies: tuple[str, ...] = ()
    photo_credits: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    def __post_init__(self) -> None:
        header = _HEADER.fullmatch(self.lines[0])
        if header is None:
            raise ValueError("not a saved page")  # `recognises` has said that it is
        self.printed_date, self.label_or_title = header[1], header[2] or ""
        self.date = iso_day(self.printed_date)
        confidence = 0.99 if self.date else 0.0
        self.evidence.append(Evidence("date", self.printed_date, "header", 1, self.date is not None, confidence))

    def label(self) -> None:
        head_ends = next((n for n, line in enumerate(self.lines) if n and not line.strip()), len(self.lines))
        self._label_header(head_ends)
        for number in range(1, len(self.lines)):
            line = self.lines[number].strip()
            self.labels.append(
                self._head_line(line, number + 1) if number < head_ends else self._line(line, number + 1)
            )

    def _label_header(self, head_ends: int) -> None:
        text = self.label_or_title
        # A label of a section is in capitals, and the title then stands in the head of the page.
        if text and not any(char.islower() for char in text) and head_ends > 1:
            self.section = text
            self.labels.append(("section", "header line in capitals, with the title below"))
        else:
            self.title = text
            self.labels.append(("headline", "header line"))

    def _head_line(self, line: str, number: int) -> Label:
        if _READING_TIME.fullmatch(line):
            return "reading-time", "minutes to read"
        credit = _PHOTO_CREDIT.fullmatch(line)
        if credit:
            self.photo_credits.append(credit["credit"])
            self.evidence.append(Evidence("photo_credits", credit["credit"], "caption", number))
            return "caption", "ends in a photo credit"
        day = day_in_words(line) if len(line) < 40 else None
        if day:
            self.evidence.append(Evidence("date", day.isoformat(), "dateline", number, False, 0.9))
            return "dateline", "a date alone"
        if not self.title:
            self.title = line
            return "headline", "first line of the head that can be a title"
        if line == self.title:
            return "caption", "repeats the title, as the description of a picture does"
        return self._line(line, number)

    def _line(self, line: str, number: int) -> Label:
        previous = self.labels[-1][0]
        if not line:
            return "blank", "empty line"
        if previous == "links" or (_LINK_LIST.fullmatch(line) and self.source != UNKNOWN):
            return "links", "list of other articles after the source"
        named = from_source_line(line)
        if named:
            self._name_source(*named, number)
            return "source", "names the outlet"
        if _RECOMMENDED.fullmatch(line) or _RELATED_LINK.fullmatch(line):
            return "recommendation", "recommends another article"
        return "body", "text"

    def _name_source(self, outlet: str, agencies: tuple[str, ...], number: int) -> None:
        self.source, self.agencies = outlet, agencies
        self.evidence.append(Evidence("source", outlet, "source line", number, True, 0.99))
        self.evidence += [Evidence("agencies", name, "source line", number, True, 0.99) for name in agencies]
