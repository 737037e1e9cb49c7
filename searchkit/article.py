"""The article, the zones of its page, and the evidence behind its date and source."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from searchkit.errors import ArticleError
from searchkit.values import Value

UNKNOWN = "unknown"
"""The source of an article that does not state one."""

ZONES = {
    "headline": "the title",
    "section": "the label of a section",
    "dateline": "a line that gives place or date",
    "byline": "who wrote it",
    "body": "the article's own text",
    "caption": "a picture's caption and credit",
    "recommendation": "an article recommended inside this one",
    "links": "a list of other articles",
    "reading-time": "how long reading takes",
    "navigation": "the site's own menus and buttons",
    "source": "the line that names the outlet",
    "meta": "a header that describes the file",
    "blank": "nothing",
}
"""Every kind of zone, with what it holds."""


_LINE_BREAK = re.compile("\r\n|\r|\n")
_HALF_A_PAIR = re.compile("[\ud800-\udfff]")


def physical_lines(text: str) -> list[str]:
    r"""Return the lines of a text as an editor counts them; a line break at the very end begins no line.

    >>> physical_lines("one\r\ntwo\n")
    ['one', 'two']
    """
    lines = _LINE_BREAK.split(text)
    return lines if lines[-1] else lines[:-1]


LEAD_AT_LEAST = 25
"""Words after which a lead ends with its paragraph."""

LEAD_AT_MOST = 100
"""Words after which a lead ends in any case."""

# What stands between white space, which is pinned like the characters of words: an index must mean the same under every
# Python. `native/src/lead.rs` has the same.
_BETWEEN_SPACE = re.compile("[^\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")


def folded_space(text: str) -> str:
    """Return the words of a text, what stands between white space, with one space between them."""
    return " ".join(_BETWEEN_SPACE.findall(text))


def lead_end(body: str) -> int:
    r"""Return where the lead of a body ends: its first paragraphs, as many as make 25 words, but at most 100 words.

    Words are what stands between white space, paragraphs are the lines that have any.

    >>> body = "One word after another. " * 6 + "\n\nThen more, and more." + "\nThe rest."
    >>> body[lead_end(body) :]
    '\nThe rest.'
    """
    end = 0
    for words, match in enumerate(_BETWEEN_SPACE.finditer(body)):
        start = match.start()
        if words == LEAD_AT_MOST or (words >= LEAD_AT_LEAST and _LINE_BREAK.search(body, end, start)):
            break
        end = match.end()
    return end


DATE_QUALITIES = {
    "stated": "the article or its data state it",
    "conflict": "another date that could be trusted as well lies more than a day away",
    "weak": "only an address, a file name or the top of the page has it",
    "ambiguous": "what is stated can be read as two days",
    "invalid": "what is stated is no day of the calendar, or one that programs write for none",
    "none": "nothing is stated, or only when the file was made, fetched or changed",
}
"""How the date of an article can be known."""

_WEAK_ORIGINS = frozenset(("url", "file name", "top"))

RIVAL = 0.8
"""Confidence from which another date puts the chosen one in doubt."""


def is_apart(day: datetime.date, other: datetime.date) -> bool:
    """Tell whether the other day lies more than a night away: less is a time zone, or the night before."""
    return abs((other - day).days) > 1


def _disputes(day: datetime.date, evidence: "Evidence") -> bool:
    """Tell whether evidence that was not chosen says another day, and could be trusted as well."""
    try:
        other = datetime.date.fromisoformat(evidence.value)
    except ValueError:  # the words of a library's user
        return False
    return not evidence.chosen and evidence.confidence >= RIVAL and is_apart(day, other)


class Zone(Value):
    """The lines [first, last] of the raw text, counted from 1, that have one kind, and why they have it."""

    kind: str
    first: int
    last: int
    reason: str


class Evidence(Value):
    """Where a value was found: the place (`header`, `dateline`, `url` ...), its line, and whether it was chosen."""

    field: str
    value: str
    origin: str
    line: int | None = None
    chosen: bool = True
    confidence: float = 1.0

    def to_dict(self) -> dict[str, Any]:
        """Return the evidence as JSON has it."""
        return {"field": self.field, "value": self.value, "from": self.origin, "line": self.line,
                "chosen": self.chosen, "confidence": self.confidence}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One dated text.

    Only `id` must be given. `body` is what a search looks at first; `raw` is the text as it came, with everything that
    surrounds the body, or None where that is the body itself. `zones` label the lines of `raw`. `path` and `sha256`
    name the file (or the row) and its bytes. `extra` keeps fields that searchkit has no use for.

    Raises ArticleError when a value has the wrong type.
    """

    id: str
    title: str = ""
    body: str = ""
    date: datetime.date | None = None
    source: str = UNKNOWN
    raw: str | None = None
    path: str | None = None
    sha256: str | None = None
    section: str | None = None
    byline: str | None = None
    dateline: str | None = None
    language: str | None = None
    url: str | None = None
    agencies: tuple[str, ...] = ()
    photo_credits: tuple[str, ...] = ()
    zones: tuple[Zone, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not isinstance(self.id, str) or not self.id:
            raise ArticleError(f"an article needs an id, a string that is not empty; got {self.id!r}")
        for name in ("title", "body", "source"):
            if not isinstance(getattr(self, name), str):
                raise ArticleError(f"article {self.id!r}: {name} must be a string; got {getattr(self, name)!r}")
        for name in ("id", "title", "body", "source", "section"):
            if _HALF_A_PAIR.search(getattr(self, name) or ""):
                raise ArticleError(f"article {self.id!r}: {name} holds half of a surrogate pair, which is no character")
        # A datetime is a date to isinstance, but its day depends on a time zone that nobody stated.
        if self.date is not None and type(self.date) is not datetime.date:
            raise ArticleError(
                f"article {self.id!r}: date must be a datetime.date or None; got {self.date!r}",
                hint="use value.date() of the zone in which the article was published",
            )

    def __repr__(self) -> str:
        return f"<Article {self.id!r} {self.date or 'undated'} {self.source!r} {self.title!r}>"

    @property
    def date_quality(self) -> str:
        """How the date is known: one of DATE_QUALITIES."""
        dates = [evidence for evidence in self.evidence if evidence.field == "date"]
        if self.date is None:
            refused = [evidence for evidence in dates if not evidence.confidence]  # the others mean another day
            return "none" if not refused else "ambiguous" if any(" or " in e.value for e in refused) else "invalid"
        chosen = next((evidence for evidence in dates if evidence.chosen), None)
        if chosen and chosen.origin in _WEAK_ORIGINS:
            return "weak"
        return "conflict" if any(_disputes(self.date, evidence) for evidence in dates) else "stated"

    @property
    def lead(self) -> str:
        """The article's opening, a prefix of the body: whole paragraphs of 25 words or more, but at most 100 words."""
        return self.body[: lead_end(self.body)]

    @property
    def text(self) -> str:
        """The raw text: `raw`, or the body where nothing surrounds it."""
        return self.body if self.raw is None else self.raw

    def lines(self) -> list[str]:
        """Return the physical lines of the raw text."""
        return physical_lines(self.text)

    def zone_text(self, *kinds: str) -> str:
        """Return the lines of all zones of these kinds, joined by line breaks."""
        wanted = [zone for zone in self.zones if zone.kind in kinds]
        if not wanted:
            return ""  # most articles have few of the kinds, and cutting a text into lines is no small part of indexing
        lines = self.lines()
        return "\n".join("\n".join(lines[zone.first - 1 : zone.last]) for zone in wanted)

    def to_dict(self) -> dict[str, Any]:
        """Return the article as JSON has it, with its evidence and the zone of every line."""
        plain = {name: getattr(self, name) for name in _PLAIN}
        return plain | {
            "date": self.date.isoformat() if self.date else None,
            "agencies": list(self.agencies),
            "photo_credits": list(self.photo_credits),
            "evidence": [evidence.to_dict() for evidence in self.evidence],
            "lines": [
                {"line": number, "zone": zone.kind, "reason": zone.reason}
                for zone in self.zones or self._bare_zones()
                for number in range(zone.first, zone.last + 1)
            ],
            "extra": dict(self.extra),
        }

    def _bare_zones(self) -> list[Zone]:
        """Return a zone for every line of a text that came without a page around it."""
        return [
            Zone("body", number, number, "text") if line.strip() else Zone("blank", number, number, "empty line")
            for number, line in enumerate(self.lines(), 1)
        ]

    def to_record(self) -> dict[str, Any]:
        """Return what an index stores: JSON values, defaults left out. `from_record` is the way back."""
        record = {
            f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) not in (None, (), {}, "")
        }
        if self.date:
            record["date"] = self.date.isoformat()
        if self.zones:
            record["zones"] = [[zone.kind, zone.first, zone.last, zone.reason] for zone in self.zones]
        if self.evidence:
            record["evidence"] = [[e.field, e.value, e.origin, e.line, e.chosen, e.confidence] for e in self.evidence]
        return record

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> "Article":
        """Return the article that `to_record` described."""
        values = dict(record)
        if "date" in values:
            values["date"] = datetime.date.fromisoformat(values["date"])
        values["zones"] = tuple(Zone(*zone) for zone in values.get("zones", ()))
        values["evidence"] = tuple(Evidence(*evidence) for evidence in values.get("evidence", ()))
        for name in ("agencies", "photo_credits"):
            values[name] = tuple(values.get(name, ()))
        return cls(**values)


_PLAIN = ("id", "path", "sha256", "title", "date", "source", "agencies", "photo_credits", "byline", "section",
          "dateline", "language", "url", "body", "raw")  # fmt: skip
