"""A citation: an article, a quotation from it, the file it came from, and what exactly is proven about the two."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, Self

from searchkit.citing.forms import FORMS
from searchkit.errors import InputError
from searchkit.results import FORMAT_VERSION
from searchkit.values import Value

PROOFS = {
    "bytes": "the bytes of each segment, in the encoding of the record, are that part of the quotation",
    "escaped": "the bytes of each segment, read as it says (json, csv or html), are that part of the quotation",
    "text": "the record, decoded as a whole, has that part of the quotation at the code points of each segment",
    "reading": "this version of searchkit reads the record as an article with the quotation at these code points",
    "none": "nothing is proven",
}
"""What a citation proves, the strongest first. Between the segments of a quotation stands nothing but line breaks."""


class Segment(Value):
    """A part [start, end) of a quotation, in code points, and where it stands.

    `bytes` are those of the file (of the member, if it is packed), None where characters have no bytes of their own;
    `chars` are code points of the record's text. `form` is `text` where both are the same, or how the file writes the
    part: `json`, `csv` or `html`.
    """

    start: int
    end: int
    bytes: tuple[int, int] | None
    chars: tuple[int, int]
    line: int | None
    form: str = "text"

    def to_dict(self) -> dict[str, Any]:
        """Return the segment as JSON has it."""
        return {"quote": [self.start, self.end], "bytes": list(self.bytes) if self.bytes else None,
                "chars": list(self.chars), "line": self.line, "form": self.form}  # fmt: skip


class Quote(Value):
    """A stretch [start, end) of an article's body or title, in code points, with what stands before and after it."""

    text: str
    field: str
    start: int
    end: int
    prefix: str
    suffix: str

    def to_dict(self) -> dict[str, Any]:
        """Return the quotation as JSON has it."""
        return {name: getattr(self, name) for name in self.__match_args__}


class Origin(Value):
    """The file that an article came from, as it was when it was cited, and the record in it.

    `path` is the file on disk; `member` the path inside an archive; where it is `unpacked`, `start` and `end` count
    bytes behind the unpacking. `digest` is what the index knows the record by, `sha256` and `record_sha256` are those
    of the bytes themselves. `state` is `unchanged` since it was indexed, `changed` or `missing`.
    """

    path: str
    member: str | None
    unpacked: bool
    state: str
    digest: str
    bytes: int | None = None
    sha256: str | None = None
    start: int | None = None
    end: int | None = None
    record_sha256: str | None = None
    encoding: str = "utf-8"
    place: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the file and the record as JSON has them."""
        return {name: getattr(self, name) for name in self.__match_args__}


class Citation(Value):
    """A citation of an article. `proof` is one of PROOFS; `problem` says why there is none.

    `query`, `rank` and `score` tell how it was found, `made_by` which version and which state of which index found it.
    """

    id: str
    title: str
    date: datetime.date | None
    source: str
    agencies: tuple[str, ...]
    byline: str | None
    section: str | None
    url: str | None
    language: str | None
    quote: Quote | None
    proof: str
    problem: str | None
    segments: tuple[Segment, ...]
    file: Origin | None
    query: str | None
    interpreted_as: str | None
    rank: int | None
    score: float | None
    made_by: Mapping[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """Return the citation as JSON has it. `from_dict` is the way back."""
        plain = {name: getattr(self, name) for name in self.__match_args__}
        return {"format_version": FORMAT_VERSION} | plain | {
            "date": self.date.isoformat() if self.date else None,
            "agencies": list(self.agencies),
            "quote": self.quote.to_dict() if self.quote else None,
            "says": PROOFS[self.proof],
            "segments": [segment.to_dict() for segment in self.segments],
            "file": self.file.to_dict() if self.file else None,
            "made_by": dict(self.made_by),
        }  # fmt: skip

    @classmethod
    def from_dict(cls, found: Any) -> Self:
        """Return the citation that JSON has. Raises InputError where it is none."""
        try:
            values = {name: found[name] for name in cls.__match_args__}
            values["date"] = datetime.date.fromisoformat(found["date"]) if found["date"] else None
            values["agencies"] = tuple(found["agencies"])
            values["quote"] = _quote(found["quote"]) if found["quote"] else None
            values["segments"] = tuple(map(_segment, found["segments"]))
            values["file"] = _origin(found["file"]) if found["file"] else None
            citation = cls(**values)
            _check(citation)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError(f"this is no citation of searchkit: {type(error).__name__}: {error}",
                             hint="`searchkit cite QUERY --format json` makes some") from error  # fmt: skip
        return citation


class Citations(Value):
    """The citations of one request, in order; `total` counts the articles that match."""

    query: str
    interpreted_as: str | None
    total: int
    citations: tuple[Citation, ...]
    notes: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Citation]:
        return iter(self.citations)

    def __len__(self) -> int:
        return len(self.citations)

    def written(self, style: str) -> str:
        """Return the citations as `markdown`, `csl-json`, `ris` or `bibtex`. Raises QueryError for another style."""
        from searchkit.citing.styles import written

        return written(self.citations, style)

    def to_dict(self) -> dict[str, Any]:
        """Return the citations as JSON has them."""
        return {"format_version": FORMAT_VERSION, "query": self.query, "interpreted_as": self.interpreted_as,
                "total": self.total, "citations": [citation.to_dict() for citation in self.citations],
                "notes": list(self.notes)}  # fmt: skip


def _segment(found: Mapping[str, Any]) -> Segment:
    start, end = _pair(found["quote"])
    bytes = _pair(found["bytes"]) if found["bytes"] is not None else None
    segment = Segment(start, end, bytes, _pair(found["chars"]), found["line"], found["form"])
    _require(segment, int, "line", optional=True)
    if segment.form not in FORMS:
        raise ValueError(f"a file writes nothing in the form {segment.form!r}")
    return segment


def _pair(found: Any) -> tuple[int, int]:
    start, end = found
    if type(start) is not int or type(end) is not int or not 0 <= start <= end:
        raise ValueError(f"no stretch: {found}")
    return start, end


def _quote(found: Mapping[str, Any]) -> Quote:
    quote = Quote(**found)
    _require(quote, str, "text", "prefix", "suffix")
    _pair((quote.start, quote.end))
    if quote.field not in ("body", "title"):
        raise ValueError(f"nothing is quoted from the field {quote.field!r}")
    return quote


def _origin(found: Mapping[str, Any]) -> Origin:
    origin = Origin(**found)
    _require(origin, str, "path", "digest", "encoding", "state")
    _require(origin, str, "member", "sha256", "record_sha256", "place", optional=True)
    _require(origin, int, "bytes", "start", "end", optional=True)
    return origin


def _require(value: Value, kind: type, *names: str, optional: bool = False) -> None:
    """Raise TypeError where one of these fields is of another kind."""
    for name in names:
        found = getattr(value, name)
        if type(found) is not kind and not (optional and found is None):
            raise TypeError(f"{name} must be of the type {kind.__name__}; got {found!r}")


def _check(citation: Citation) -> None:
    """Raise TypeError or ValueError where the parts are not what they should be, or do not fit each other."""
    _require(citation, str, "id", "title", "source", "proof")
    _require(citation, str, "byline", "section", "url", "language", "problem", optional=True)
    if not isinstance(citation.made_by, dict):
        raise TypeError("made_by must be an object")
    if citation.proof not in PROOFS:
        raise ValueError(f"there is no proof {citation.proof!r}")
    if citation.proof != "none" and (not citation.quote or not citation.file):
        raise ValueError("what is proven needs a quotation and a file")


__all__ = ["PROOFS", "Citation", "Citations", "Origin", "Quote", "Segment"]
