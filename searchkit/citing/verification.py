"""Citations against the files they name: whether the quotation still stands there, and every way in which it does not.

No index is asked. A file that has changed is read again, and the quotation looked for by what surrounds it.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from searchkit.article import Article
from searchkit.citing.anchors import anchor, between
from searchkit.citing.citation import Citation, Origin, Quote
from searchkit.citing.files import Record, Source, look, pieces_of, read_ranges, sha256_of, whole_content
from searchkit.citing.make import proven, quoted, reads
from searchkit.citing.quotes import Written, holds, prove
from searchkit.errors import InputError
from searchkit.results import FORMAT_VERSION
from searchkit.values import Value

_MOST_BETWEEN = 400
"""Code points that are shown of what stands where a quotation was."""


class Verdict(Value):
    """What became of a citation. It is `verified` where its file is unchanged and its quotation stands in it.

    `file` is `unchanged`, `changed`, `moved` or `missing`; `quote` is `stands`, `moved` (to another place), `gone`,
    `misquoted` (it never stood there), `unproven` (the citation proves nothing) or `unknown` (there is no file).
    `drift` says each difference in words; `found` is the citation as it would be made now.
    """

    id: str
    path: str | None
    verified: bool
    file: str
    quote: str
    proof: str
    drift: tuple[str, ...] = ()
    found: Citation | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the verdict as JSON has it."""
        plain = {name: getattr(self, name) for name in self.__match_args__}
        return plain | {"drift": list(self.drift), "found": self.found.to_dict() if self.found else None}


class Verdicts(Value):
    """The verdicts on some citations, in order."""

    verdicts: tuple[Verdict, ...]

    @property
    def verified(self) -> bool:
        """Whether there are some, and all of them hold."""
        return bool(self.verdicts) and all(verdict.verified for verdict in self.verdicts)

    def __iter__(self) -> Iterator[Verdict]:
        return iter(self.verdicts)

    def __len__(self) -> int:
        return len(self.verdicts)

    def to_dict(self) -> dict[str, Any]:
        """Return the verdicts as JSON has them."""
        held = sum(verdict.verified for verdict in self.verdicts)
        return {"format_version": FORMAT_VERSION, "verified": held, "failed": len(self) - held,
                "verdicts": [verdict.to_dict() for verdict in self.verdicts]}  # fmt: skip


def read(found: Any) -> list[Citation]:
    """Return the citations of parsed JSON: one, a list, an answer of `cite`, or CSL-JSON made by it.

    Raises InputError.
    """
    if isinstance(found, dict) and "citations" in found:
        found = found["citations"]
    items = found if isinstance(found, list) else [found]
    citations = [Citation.from_dict(_own(item)) for item in items]
    if not citations:
        raise InputError("there is no citation to verify")
    return citations


def _own(item: Any) -> Any:
    """Return our part of an item of CSL-JSON, or the item itself."""
    custom = item.get("custom") if isinstance(item, dict) else None
    return custom["searchkit"] if isinstance(custom, dict) and "searchkit" in custom else item


def verify(citations: Iterable[Citation], roots: Sequence[str | os.PathLike[str]] = ()) -> Verdicts:
    """Return the verdicts on citations. A file that is gone is looked for by its content below the `roots`."""
    citations = list(citations)
    files = _Files(citations, [os.fspath(root) for root in roots])
    return Verdicts(tuple([_check(citation, files) for citation in citations]))


class _Files:
    """The files that citations name. What several of them want of one file is read in one go."""

    def __init__(self, citations: Iterable[Citation], roots: Sequence[str]) -> None:
        self._roots = roots
        self._ranges: dict[str, dict[str | None, set[tuple[int, int]]]] = {}
        self._digests: dict[str, dict[str | None, set[str]]] = {}
        for citation in citations:
            origin = citation.file
            if origin is None:
                continue
            if citation.proof == "reading":
                self._digests.setdefault(origin.path, {}).setdefault(origin.member, set()).add(origin.digest)
            elif origin.unpacked and origin.start is not None and origin.end is not None:
                ranges = self._ranges.setdefault(origin.path, {}).setdefault(origin.member, set())
                ranges.add((origin.start, max(origin.start, origin.end)))
        self.sha256 = cache(sha256_of)
        self._unpacked = cache(self._all_unpacked)
        self._looked = cache(self._all_looked)

    def record(self, path: str, member: str | None, start: int, end: int, *, unpacked: bool) -> bytes:
        """Return the bytes [start, end) of a file or a member."""
        found = self._unpacked(path).get((member, start, end)) if unpacked else None
        if found is None:
            found = read_ranges(path, {member: [(start, end)]}).get((member, start, end), b"")
        return found

    def look(self, path: str, origin: Origin) -> Source:
        """Return a file with the record of a citation, and with those of the others in it."""
        source = self._looked(path).get(origin.member)
        if source is None or origin.digest not in source.wanted:
            source = look(path, {origin.member: {origin.digest}})[origin.member]
        return source

    def moved(self, origin: Origin) -> str | None:
        """Return a file below the roots that has the content of one that is gone."""
        return next((path for root in self._roots for path in _files_of_size(root, origin.bytes)
                     if self.sha256(path) == origin.sha256), None)  # fmt: skip

    def _all_unpacked(self, path: str) -> dict[tuple[str | None, int, int], bytes]:
        wanted = self._ranges.get(path, {})
        return read_ranges(path, {member: _apart(ranges) for member, ranges in wanted.items()})

    def _all_looked(self, path: str) -> dict[str | None, Source]:
        wanted = self._digests.get(path)
        return look(path, wanted) if wanted else {}


def _apart(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ranges in order, without those that overlap, as records never do."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _files_of_size(root: str, size: int | None) -> Iterator[str]:
    for folder, folders, names in os.walk(root):
        folders.sort()
        for path in sorted(os.path.join(folder, name) for name in names):
            if os.path.isfile(path) and os.path.getsize(path) == size:
                yield path


def _check(citation: Citation, files: _Files) -> Verdict:
    origin, quote = citation.file, citation.quote
    if origin is None or quote is None or citation.proof == "none":
        why = f"the citation proves nothing: {citation.problem or 'it has no quotation'}"
        state = origin.state if origin else "missing"
        return Verdict(citation.id, origin.path if origin else None, False, state, "unproven", citation.proof, (why,))
    path, drift = origin.path, []
    if not os.path.isfile(path):
        moved = files.moved(origin)
        if moved is None:
            why = f"the file is missing: {path}"
            return Verdict(citation.id, path, False, "missing", "unknown", citation.proof, (why,))
        drift, path = [f"the file has moved to {moved}"], moved
    try:
        return _check_in(path, citation, origin, quote, drift, files)
    except OSError as error:
        why = f"the file cannot be read: {error.strerror or error}"
        return Verdict(citation.id, path, False, "missing", "unknown", citation.proof, (*drift, why))


def _check_in(
    path: str, citation: Citation, origin: Origin, quote: Quote, drift: list[str], files: _Files
) -> Verdict:  # fmt: skip
    state, sha256 = "moved" if drift else "unchanged", files.sha256(path)
    if sha256 == origin.sha256:
        stands = _stands(path, citation, origin, quote, files)
        if not stands:
            drift.append(_why_not(citation.proof))
        return Verdict(citation.id, path, stands and not drift, state, "stands" if stands else "misquoted",
                     citation.proof, tuple(drift))  # fmt: skip
    drift.append(f"the file has changed: its SHA-256 is {sha256}, and was {origin.sha256}")
    found = _found_again(path, citation, origin, quote, files)
    if found is None:
        drift.append(_what_stands_there(path, origin, quote))
        return Verdict(citation.id, path, False, "changed", "gone", citation.proof, tuple(drift))
    same = found.file is not None and _places(found, found.file) == _places(citation, origin)
    drift.append("the quotation stands where it stood" if same else f"the quotation has moved to {_where(found)}")
    return Verdict(
        citation.id, path, False, "changed", "stands" if same else "moved", citation.proof, tuple(drift), found
    )


def _places(citation: Citation, origin: Origin) -> tuple[Any, ...]:
    return citation.proof, [(segment.bytes, segment.form) for segment in citation.segments], origin.start


def _where(citation: Citation) -> str:
    ranges = [segment.bytes for segment in citation.segments]
    shown = ", ".join(f"{pair[0]:,}-{pair[1]:,}" for pair in ranges if pair)
    place = citation.file.place if citation.file else ""
    return f"bytes {shown}" if shown else f"another place of {place}"


def _why_not(proof: str) -> str:
    if proof == "reading":
        return "the file is unchanged, but this version of searchkit does not read the quotation from it"
    return "the file is unchanged, but what it has there is not the quotation: the citation has been altered"


def _stands(path: str, citation: Citation, origin: Origin, quote: Quote, files: _Files) -> bool:
    if citation.proof == "reading":
        record = files.look(path, origin).records.get(origin.digest)
        return record is not None and reads(record, quote)
    if origin.start is None or origin.end is None or origin.end < origin.start:
        return False
    content = files.record(path, origin.member, origin.start, origin.end, unpacked=origin.unpacked)
    if hashlib.sha256(content).hexdigest() != origin.record_sha256:
        return False
    written = Written.of(content, origin.start, origin.encoding, None)
    return written is not None and holds(written, quote.text, citation.proof, citation.segments)


# --- a file that has changed


def _found_again(
    path: str, citation: Citation, origin: Origin, quote: Quote, files: _Files
) -> Citation | None:  # fmt: skip
    """Return the citation as the file now proves it: from the same record, from the same article, from any of them."""
    source = files.look(path, origin)
    same = source.records.get(origin.digest)
    if same is not None:
        for article in same.articles():
            found = proven(citation, article, source, same)
            if found.proof != "none":
                return found
    other = None
    for record, article, again in _quoting(path, origin.member, quote):
        if article.id == citation.id or other is None:
            other = (record, article, again)
            if article.id == citation.id:
                break
    if other is not None:
        return _proven_again(citation, source, *other)
    return _in_raw_text(path, citation, origin, quote, source)


def _quoting(path: str, member: str | None, quote: Quote) -> Iterator[tuple[Record, Article, Quote]]:
    """Yield the articles of a file that have the quotation, each with the place whose surroundings are most alike."""
    for record, article in _articles(path, member):
        for field in ("body", "title") if quote.field == "body" else ("title", "body"):
            at = anchor(getattr(article, field), quote.text, quote.prefix, quote.suffix)
            if at is not None:
                yield record, article, quoted(article, field, at, at + len(quote.text))
                break


def _articles(path: str, member: str | None) -> Iterator[tuple[Record, Article]]:
    for record in pieces_of(path, member):
        for article in record.articles():
            yield record, article


def _proven_again(
    citation: Citation, source: Source, record: Record, article: Article, quote: Quote
) -> Citation | None:  # fmt: skip
    digest = record.piece.digest.hex()
    if record.start is None:
        looked = look(source.path, {source.member: {digest}})[source.member]
        record = looked.records.get(digest, record)
    found = proven(citation.replaced(quote=quote), article, source, record)
    return found if found.proof != "none" else None


def _in_raw_text(
    path: str, citation: Citation, origin: Origin, quote: Quote, source: Source
) -> Citation | None:  # fmt: skip
    """Return the citation from the text of the file, where no article has the quotation any more."""
    content = whole_content(path, origin.member)
    written = Written.of(content, 0, origin.encoding, 1) if content else None
    proof, segments = prove(written, Article(id=citation.id), quote) if written else ("none", ())
    if proof == "none":
        return None
    digest = hashlib.sha256(content).hexdigest()
    whole = origin.replaced(path=path, bytes=source.size, sha256=source.sha256, start=0, end=len(content),
                            record_sha256=digest, digest=digest, place=path)  # fmt: skip
    return citation.replaced(proof=proof, segments=segments, file=whole)


def _what_stands_there(path: str, origin: Origin, quote: Quote) -> str:
    """Return what is known of a quotation that is gone: what now stands between its surroundings."""
    for _, article in _articles(path, origin.member):
        now = between(getattr(article, quote.field), quote.prefix, quote.suffix, len(quote.text) + _MOST_BETWEEN)
        if now is not None and (quote.prefix or quote.suffix):
            return f"the quotation is gone; between its surroundings now stands {now[:_MOST_BETWEEN]!r}"
    return "the quotation is gone, and what surrounded it as well"
