"""Articles -> the pieces of files that they were made from, found again by their digests; without an index."""

import hashlib
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple

from searchkit.article import Article
from searchkit.errors import UnreadableError
from searchkit.ingest import reading
from searchkit.ingest.encodings import marks
from searchkit.ingest.files import Candidate, Skipped
from searchkit.ingest.pieces import MAX_WHOLE, File, Piece, Stream, Stretch, Whole

_BUFFER = 1 << 20


@dataclass(frozen=True)
class Record:
    """A piece found again: [start, end) in the bytes of its file, what they are, and the way to read them.

    `start` is None, and `content` empty, where its file is too large to say.
    """

    piece: Piece
    start: int | None
    end: int | None
    content: bytes

    def articles(self) -> list[Article]:
        """Return what this version of searchkit reads from it."""
        return [found for found in self.piece.articles() if isinstance(found, Article)]


@dataclass(frozen=True)
class Source:
    """A file on disk as it is now, and the records in it that were asked for, by their digests.

    `member` is the path inside it where it is an archive; `unpacked` tells whether the content was packed at all. Of
    those `wanted`, the ones that are there have a record.
    """

    path: str
    member: str | None
    unpacked: bool
    size: int
    sha256: str
    wanted: Collection[str]
    records: dict[str, Record]
    problem: str | None = None


def on_disk(path: str) -> tuple[str, str | None] | None:
    """Return the file on disk that an article's path leads to, and the path inside it; None where there is none.

    >>> on_disk("/no/such/file") is None
    True
    """
    disk = path
    while not os.path.exists(disk) and disk != os.path.dirname(disk):
        disk = os.path.dirname(disk)
    if not os.path.isfile(disk):
        return None
    return disk, path[len(disk) + 1 :] or None


def sha256_of(path: str) -> str:
    """Return the SHA-256 of a file, read part by part."""
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while part := file.read(_BUFFER):
            digest.update(part)
    return digest.hexdigest()


def look(path: str, wanted: Mapping[str | None, Collection[str]]) -> dict[str | None, Source]:
    """Return a file on disk, by its members, with the records of these digests, in one pass over an archive.

    Raises OSError where it cannot be read.
    """
    size, sha256 = os.path.getsize(path), sha256_of(path)
    found: dict[str | None, _Found] = {member: _Found({}, member is not None, None) for member in wanted}
    for member, file in _named(path, wanted):
        if isinstance(file, Skipped):
            found[member] = found[member]._replace(problem=file.reason)
        elif not found[member].pieces:
            pieces = _pieces(file, wanted[member])
            found[member] = _Found(pieces, member is not None or not file.stream.seekable(), None)
    return {
        member: Source(path, member, unpacked, size, sha256, wanted[member], _records(path, member, pieces), problem)
        for member, (pieces, unpacked, problem) in found.items()
    }


class _Found(NamedTuple):
    pieces: dict[str, Piece]
    unpacked: bool
    problem: str | None


def _pieces(file: File, digests: Collection[str]) -> dict[str, Piece]:
    """Return the pieces of a file that have these digests, the first of each."""
    found: dict[str, Piece] = {}
    for piece in reading.pieces(file):
        if isinstance(piece, Piece) and (digest := piece.digest.hex()) in digests:
            found.setdefault(digest, piece)
            if len(found) == len(digests):
                break
    return found


def _named(path: str, members: Collection[str | None]) -> Iterator[tuple[str | None, File | Skipped]]:
    """Yield the members of a file (None: itself) that have these names, and what hinders their reading."""
    names = {f"{path}/{member}" if member else path: member for member in members}
    for file in reading.files(Candidate(path, os.path.dirname(path), os.path.getsize(path))):
        if file.path in names:
            yield names[file.path], file


def _one(path: str, member: str | None) -> Iterator[File]:
    """Yield the file, or the member, itself, if it can be read."""
    for _, file in _named(path, (member,)):
        if isinstance(file, File):
            yield file
            return


def pieces_of(path: str, member: str | None) -> Iterator[Record]:
    """Yield all pieces of a file as it is now, with what they are where the whole of it is one."""
    for file in _one(path, member):
        for piece in reading.pieces(file):
            if isinstance(piece, Piece):
                yield _whole(piece) if isinstance(piece, Whole) else Record(piece, None, None, b"")


def _whole(piece: Whole) -> Record:
    return Record(piece, 0, len(piece.content), piece.content)


def _records(path: str, member: str | None, found: Mapping[str, Piece]) -> dict[str, Record]:
    """Return the records of pieces; where one cannot be told from the rest of its file, that is all of the file."""
    records = {digest: _whole(piece) for digest, piece in found.items() if isinstance(piece, Whole)}
    in_bytes = sorted(
        (piece.stretch.start, piece.stretch.end, digest)
        for digest, piece in found.items()
        if piece.stretch is not None and not piece.stretch.encoding
    )
    contents = read_ranges(path, {member: [(start, end) for start, end, _ in in_bytes]})
    for start, end, digest in in_bytes:
        records[digest] = Record(found[digest], start, end, contents.get((member, start, end), b""))
    rest = {digest: piece for digest, piece in found.items() if digest not in records}
    content = whole_content(path, member) if rest else b""
    for digest, piece in rest.items():
        records[digest] = _cut(piece, content, piece.stretch)
    return records


def _cut(piece: Piece, content: bytes, stretch: Stretch | None) -> Record:
    """Return the record of a stretch in code points, or all of the file where that has no bytes of its own."""
    everything = Record(piece, 0, len(content), content) if content else Record(piece, None, None, b"")
    if stretch is None:
        return everything
    mark = mark_of(content, stretch.encoding)
    try:
        text = content[len(mark) :].decode(stretch.encoding)
        start = len(mark) + len(text[: stretch.start].encode(stretch.encoding))
        written = text[stretch.start : stretch.end].encode(stretch.encoding)
    except UnicodeError:
        return everything
    end = start + len(written)
    return Record(piece, start, end, written) if content[start:end] == written else everything


def mark_of(content: bytes, encoding: str) -> bytes:
    """Return the byte-order mark that the content of a file in an encoding begins with, or nothing."""
    mark = marks().get(encoding, b"")
    return mark if mark and content.startswith(mark) else b""


def read_ranges(
    path: str, wanted: Mapping[str | None, Sequence[tuple[int, int]]]
) -> dict[tuple[str | None, int, int], bytes]:  # fmt: skip
    """Return the bytes of ranges of a file by its members, in one pass; ranges come in order, none inside another.

    What cannot be read is not in it; where a file ends before a range does, there are fewer bytes.
    """
    found: dict[tuple[str | None, int, int], bytes] = {}
    members = [member for member, ranges in wanted.items() if ranges]
    for member, file in _named(path, members) if members else ():
        if isinstance(file, Skipped) or any((member, *place) in found for place in wanted[member]):
            continue
        at = 0
        with suppress(UnreadableError):
            for start, end in wanted[member]:
                at += _skip(file.stream, start - at)
                found[member, start, end] = _exactly(file.stream, end - start)
                at += len(found[member, start, end])
    return found


def _skip(stream: Stream, count: int) -> int:
    if count > 0 and stream.seekable():
        stream.seek(count, os.SEEK_CUR)
        return count
    left = count
    while left > 0 and (part := stream.read(min(left, _BUFFER))):
        left -= len(part)
    return count - left


def _exactly(stream: Stream, count: int) -> bytes:
    if count > MAX_WHOLE:
        return b""
    parts, left = [], count
    while left > 0 and (part := stream.read(left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def whole_content(path: str, member: str | None) -> bytes:
    """Return all of a file or a member; nothing where it is larger than what is read as a whole, or damaged."""
    with suppress(UnreadableError):
        for file in _one(path, member):
            return file.read()
    return b""
