"""Articles -> the pieces of files that they were made from, found again by their digests; without an index."""

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

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


def look(path: str, member: str | None, digests: Collection[str]) -> Source:
    """Return a file on disk with the records of these digests. Raises OSError where it cannot be read."""
    size, sha256 = os.path.getsize(path), sha256_of(path)
    found: dict[str, tuple[Piece, Stretch | None]] = {}
    problem, unpacked = None, member is not None
    for file in _named(path, member, size):
        if isinstance(file, Skipped):
            problem = file.reason
            continue
        unpacked = not file.stream.seekable() or member is not None
        for piece in reading.pieces(file):
            if isinstance(piece, Piece) and (digest := piece.digest.hex()) in digests:
                found.setdefault(digest, (piece, piece.stretch))
                if len(found) == len(digests):
                    break
        break
    records = _records(path, member, size, found)
    return Source(path, member, unpacked, size, sha256, digests, records, problem)


def _named(path: str, member: str | None, size: int) -> Iterator[File | Skipped]:
    """Yield the file of that name, and what hinders its reading."""
    whole = f"{path}/{member}" if member else path
    candidate = Candidate(path, os.path.dirname(path), size)
    for file in reading.files(candidate):
        if file.path == whole:
            yield file


def pieces_of(path: str, member: str | None) -> Iterator[Record]:
    """Yield all pieces of a file as it is now, with what they are where the whole of it is one."""
    for file in _named(path, member, os.path.getsize(path)):
        if isinstance(file, File):
            for piece in reading.pieces(file):
                if isinstance(piece, Piece):
                    yield _whole(piece) if isinstance(piece, Whole) else Record(piece, None, None, b"")
            return


def _whole(piece: Whole) -> Record:
    return Record(piece, 0, len(piece.content), piece.content)


def _records(
    path: str, member: str | None, size: int, found: dict[str, tuple[Piece, Stretch | None]]
) -> dict[str, Record]:  # fmt: skip
    """Return the records of pieces; where one cannot be told from the rest of its file, that is all of the file."""
    records = {digest: _whole(piece) for digest, (piece, _) in found.items() if isinstance(piece, Whole)}
    in_bytes = sorted(
        (stretch.start, stretch.end, digest)
        for digest, (_, stretch) in found.items()
        if stretch is not None and not stretch.encoding
    )
    contents = read_ranges(path, member, [(start, end) for start, end, _ in in_bytes])
    for (start, end, digest), content in zip(in_bytes, contents, strict=False):
        records[digest] = Record(found[digest][0], start, end, content)
    rest = {digest: entry for digest, entry in found.items() if digest not in records}
    content = whole_content(path, member, size) if rest else b""
    for digest, (piece, stretch) in rest.items():
        records[digest] = _cut(piece, content, stretch)
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


def read_ranges(path: str, member: str | None, ranges: Iterable[tuple[int, int]]) -> list[bytes]:
    """Return the bytes of ranges that come in order, of a file or of a member; fewer where the file ends before."""
    wanted = list(ranges)
    if not wanted:
        return []
    for file in _named(path, member, os.path.getsize(path)):
        if isinstance(file, File):
            parts, at = [], 0
            for start, end in wanted:
                if start < at and file.stream.seekable():
                    at = file.stream.seek(start)
                at += _skip(file.stream, start - at)
                parts.append(_exactly(file.stream, end - start))
                at += len(parts[-1])
            return parts
    return [b""] * len(wanted)


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


def whole_content(path: str, member: str | None, size: int) -> bytes:
    """Return all of a file or a member; nothing where it is larger than what is read as a whole."""
    with suppress(UnreadableError):
        for file in _named(path, member, size):
            if isinstance(file, File):
                return file.read()
    return b""
