"""What an article says of itself -> its date, outlet, agencies, byline, place and photo credits, with the evidence.

A format gathers claims: from the fields it has, and from the lines of its text once they are labelled. What is claimed
is weighed at the end, all of it together: `dates.decide` and `sources.decide` say how.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from searchkit.article import Evidence
from searchkit.ingest.facts import bylines, dates, sources
from searchkit.ingest.facts.page_dates import UPDATED
from searchkit.ingest.facts.sources import SourceClaim, is_agency

_LOOK_AT = 300
"""Code points of a line in which a date, a name or a credit is looked for."""


class Facts:
    """Gathers what is claimed about one article.

    `language` is the article's, where it is known: it decides how dates in figures are read.
    """

    def __init__(self, language: str | None = None) -> None:
        self.language = language
        self._dates: list[dates.DateClaim] = []
        self._sources: list[SourceClaim] = []
        self._evidence: list[Evidence] = []
        self._agencies: dict[str, None] = {}
        self._credits: dict[str, None] = {}
        self._single: dict[str, str] = {}
        self._notes: list[Evidence] = []
        self._author: tuple[str, int] | None = None
        self._by_kind: dict[str, Callable[[str, int], None]] = {
            "byline": self._byline, "caption": self._caption, "source": self._source,
        }  # fmt: skip

    # --- fields and addresses

    def date(self, value: object, origin: str, line: int | None = None) -> None:
        """Take a value that should be a date; `origin` is a key of `dates.TRUST` or of `dates.OTHER_DAYS`."""
        if value is not None and str(value).strip():
            self._dates.append(dates.claim(value, origin, line, self.language))

    def days(self, claims: Iterable[dates.DateClaim]) -> None:
        """Take dates that were read elsewhere."""
        self._dates += claims

    def outlet(self, claim: SourceClaim | None) -> None:
        """Take what else names the outlet, if anything does."""
        if claim:
            self._sources.append(claim)

    def source(self, name: str, origin: str, line: int | None = None) -> None:
        """Take the name of an outlet; `origin` is a key of `sources.TRUST`."""
        self._sources.append(SourceClaim(name.strip(), origin, line))

    def url(self, url: str, line: int | None = None) -> None:
        """Take the address of the article: the last resort for its outlet, and for a day."""
        self._dates += dates.path_claims(url, "url", line)
        if name := sources.host(url):
            self.source(name, "url", line)

    def path(self, relative: str) -> None:
        """Take the path of the file inside the folder that is indexed, the last resort after the address."""
        self._dates += dates.path_claims(relative, "file name")
        self.outlet(sources.folder_claim(relative))

    def agency(self, name: str, origin: str, line: int | None = None, confidence: float = 0.99) -> None:
        """Take an agency that the text is from; each counts once."""
        if name not in self._agencies:
            self._agencies[name] = None
            self._evidence.append(Evidence("agencies", name, origin, line, True, confidence))

    def byline(self, names: str, origin: str, line: int | None = None) -> None:
        """Take who wrote it; the first counts."""
        self._once("byline", names, origin, line, 0.95)

    def author(self, line: str, number: int) -> None:
        """Take a line above the text that says who wrote it, if not in so many words; what says it counts before."""
        if not self._author and (names := bylines.authors(line)):
            self._author = (names, number)

    def place(self, name: str, origin: str, line: int | None = None) -> None:
        """Take the place that it was written in; the first counts."""
        self._once("dateline", name, origin, line, 0.9)

    def note(self, *evidence: Evidence) -> None:
        """Take evidence for what is decided elsewhere: the encoding, the title."""
        self._notes += evidence

    # --- lines

    def line(self, kind: str, text: str, number: int) -> None:
        """Take a line of that zone: its names, and its dates where it can have some of the article."""
        self.names(kind, text, number)
        if kind in ("dateline", "byline"):
            self._stated(kind, text[:_LOOK_AT], number)

    def names(self, kind: str, text: str, number: int) -> None:
        """Take the names of a line of that zone, and leave its dates."""
        take = self._by_kind.get(kind)
        if take:
            take(text[:_LOOK_AT], number)

    def lines(self, labels: Sequence[tuple[str, str]], lines: Sequence[str]) -> None:
        """Take the labelled lines of a text. Of its dates only those between the title and the body are its own."""
        kinds = [kind for kind, _ in labels]
        body = kinds.index("body") if "body" in kinds else len(kinds)
        title = max((place for place in range(body) if kinds[place] == "headline"), default=-1)
        for place, (kind, line) in enumerate(zip(kinds, lines, strict=True)):
            if place == body:
                self.opening(line, place + 1)
            elif kind != "dateline" or title < place < body:
                self.line(kind, line.strip(), place + 1)

    def opening(self, text: str, number: int | None = None) -> None:
        """Take the first line of the body: it may give the place and the agency."""
        found = sources.dateline(text)
        if found is None:
            return
        if found.place:
            self.place(found.place, "dateline", number)
        if found.agency:
            self.agency(found.agency, "dateline", number)
            self.source(found.agency, "dateline", number)

    def _stated(self, kind: str, text: str, number: int) -> None:
        origin, end = kind, 0
        for stated in dates.days_in(text, self.language):
            if end or UPDATED.search(text[: stated.start]):
                origin = "update"  # of two dates in one line the second is the later one
            end = stated.end
            self._dates.append(dates.DateClaim(stated.days, text[stated.start : end], origin, number))

    def _byline(self, text: str, number: int) -> None:
        if names := sources.byline(text):
            self._once("byline", names, "byline", number, 0.95)
        for name in bylines.agencies(text):
            self.agency(name, "byline", number, 0.9)

    def _caption(self, text: str, number: int) -> None:
        for name in sources.photo_credits(text):
            if name not in self._credits:
                self._credits[name] = None
                self._evidence.append(Evidence("photo_credits", name, "caption", number))

    def _source(self, text: str, number: int) -> None:
        named = sources.from_source_line(text)
        if named is None:
            for name in [text.strip()] if is_agency(text) else bylines.agencies(text):
                self.agency(name, "source line", number)
            return
        outlet, agencies = named
        if sources.is_archive(outlet):
            self._caption(text, number)
            return
        self.source(outlet, "source line", number)
        for name in (outlet, *filter(is_agency, agencies)) if is_agency(outlet) else agencies:
            self.agency(name, "source line", number)

    def _once(self, field: str, value: str, origin: str, line: int | None, confidence: float) -> None:
        if value and field not in self._single:
            self._single[field] = value
            self._evidence.append(Evidence(field, value, origin, line, True, confidence))

    # --- the end

    def fields(self) -> dict[str, Any]:
        """Return what follows, as fields of an Article."""
        day, dated = dates.decide(self._dates)
        outlet, named = sources.decide(self._sources)
        # NEW YORK (UNN) - on a page of UNN
        own = {name for name in self._agencies if not is_agency(name) and name.casefold() == outlet.casefold()}
        found = [e for e in self._evidence if e.field != "agencies" or e.value not in own]
        byline = self._single.get("byline")
        if byline is None and self._author and self._author[0].casefold() != outlet.casefold():
            byline, line = self._author
            found.append(Evidence("byline", byline, "byline", line, True, 0.8))
        return {
            "date": day,
            "source": outlet,
            "agencies": tuple(name for name in self._agencies if name not in own),
            "photo_credits": tuple(self._credits),
            "byline": byline,
            "dateline": self._single.get("dateline"),
            "evidence": (*dated, *named, *found, *self._notes),
        }
