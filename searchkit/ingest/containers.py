"""Compressed files and archives, read through: .gz .bz2 .xz .zst, .zip, .tar, and one inside another.

Members are files like any other. Nothing is ever written to disk, so the name of a member is only a name. What a file
unpacks to is counted against its size, so that a bomb costs no more than a large file does.
"""

import bz2
import gzip
import io
import lzma
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Protocol

from searchkit.errors import UnreadableError
from searchkit.ingest.files import Candidate, Skipped
from searchkit.ingest.pieces import File, Stream

MAX_DEPTH = 5
"""Layers of packing: a .tar.zst with a .zip of .gz has four."""

ALLOWANCE = 1 << 26
"""Bytes that any file may unpack to, however small it is."""

MAX_RATIO = 250
"""Times its size that a larger file may unpack to. Text packs to a fifth or a tenth; only a bomb reaches a thousand."""

MAX_NESTED_ZIP = 1 << 28
"""Bytes of the largest .zip inside another archive: its table stands at its end, so it is taken into memory."""

_BUFFER = 1 << 16

_OTHER_ZIPS = frozenset((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub", ".jar", ".apk", ".whl"))
"""Endings of files that are archives inside and something else to whoever uses them."""

_DAMAGE = (EOFError, OSError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError, ValueError)


class _Budget:
    """What a file may still unpack to, over all its layers."""

    def __init__(self, size: int) -> None:
        self.left = ALLOWANCE + MAX_RATIO * size
        self.reason = (
            f"it unpacks to more than {self.left:,} bytes, {MAX_RATIO} times its size and more; unpack it first"
        )

    def take(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise UnreadableError(self.reason)


class _Source(Protocol):
    """What unpacking reads from."""

    def read(self, size: int, /) -> bytes:
        """Return so many bytes, fewer only at the end."""


class _Unpacked(io.RawIOBase):
    """The unpacked bytes of a file or a member, counted; what is wrong with them is an UnreadableError."""

    def __init__(self, packed: _Source, budget: _Budget) -> None:
        self._packed, self._budget = packed, budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        try:
            data = self._packed.read(len(buffer))
        except RuntimeError as error:  # a member with a password
            raise UnreadableError(str(error)) from error
        except _DAMAGE as error:
            raise UnreadableError(f"the packed data is damaged or cut short: {error}") from error
        self._budget.take(len(data))
        buffer[: len(data)] = data
        return len(data)


def _counted(packed: _Source, budget: _Budget) -> Stream:
    return io.BufferedReader(_Unpacked(packed, budget), _BUFFER)


def files(candidate: Candidate) -> Iterator[File | Skipped]:
    """Yield the file itself, or the files packed in it, each to be read before the next; and what cannot be read."""
    try:
        with open(candidate.path, "rb") as stream:
            id = candidate.relative
            name = id.rpartition("/")[2].lower()
            yield from _files(File(id, candidate.path, name, stream), _Budget(candidate.size), 0)
    except OSError as error:
        yield Skipped(candidate.path, f"cannot read the file: {error.strerror}")


def _files(file: File, budget: _Budget, depth: int) -> Iterator[File | Skipped]:
    try:
        unpack = _unpacking(file)
        if unpack and depth == MAX_DEPTH:
            raise UnreadableError(f"more than {MAX_DEPTH} layers of packing")
        if unpack is None:
            yield file
            return
        for inner in unpack(file, budget):
            if isinstance(inner, Skipped):
                yield inner
            else:
                yield from _files(inner, budget, depth + 1)
    except UnreadableError as error:
        yield Skipped(file.path, str(error))


_Unpack = Callable[[File, _Budget], Iterator[File | Skipped]]


def is_packed(head: bytes) -> bool:
    """Tell from its first bytes whether a file is compressed or an archive."""
    return head.startswith(_MAGIC) or head[257:262] == b"ustar"


def _unpacking(file: File) -> _Unpack | None:
    """Return what unpacks the file, by its first bytes, whatever its name says; None for a file that is not packed."""
    head = file.head()
    if is_packed(head) and not (head.startswith(b"PK") and file.ending in _OTHER_ZIPS):
        return next((unpack for magic, unpack in _UNPACK.items() if head.startswith(magic)), _tar)
    return _tar if file.ending == ".tar" and head else None  # a tar of the oldest kind has no mark


# --- one compressed file


def _compressed(opened: Callable[[Stream], _Source], *endings: str) -> _Unpack:
    """Return what unpacks files of one compression; in their names, an ending of two meanings becomes .tar."""

    def unpack(file: File, budget: _Budget) -> Iterator[File | Skipped]:
        ending = file.ending
        name = file.name.removesuffix(ending) if ending in endings else file.name
        if ending in endings and ending.startswith(".t"):
            name += ".tar"
        yield File(file.id, file.path, name, _counted(opened(file.stream), budget), file)

    return unpack


class _Zstd:
    """The content of a .zst; damage is an OSError, as it is of the compressions that come with Python."""

    def __init__(self, stream: Stream) -> None:
        try:
            if sys.version_info >= (3, 14):
                from compression import zstd
            else:
                from backports import zstd
        except ImportError as error:
            raise UnreadableError("reading .zst needs one more package: pip install 'searchkit[zstd]'") from error
        self._file, self._damage = zstd.ZstdFile(stream), zstd.ZstdError

    def read(self, size: int, /) -> bytes:
        try:
            return self._file.read(size)
        except self._damage as error:
            raise OSError(str(error)) from error


# --- archives


def _zip(file: File, budget: _Budget) -> Iterator[File | Skipped]:
    try:
        archive = zipfile.ZipFile(_seekable(file))
    except _DAMAGE as error:
        raise UnreadableError(f"the archive is damaged: {error}") from error
    with archive:
        names: set[str] = set()
        for info in archive.infolist():
            if not info.is_dir():
                yield from _zip_member(archive, info, file, budget, names)


def _zip_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, file: File, budget: _Budget, names: set[str]
) -> Iterator[File | Skipped]:
    try:
        if info.file_size > budget.left:
            raise UnreadableError(budget.reason)
        with archive.open(info) as member:
            yield from _member(file, info.filename, member, budget, names)
    except (UnreadableError, NotImplementedError, RuntimeError, *_DAMAGE) as error:
        yield Skipped(f"{file.path}/{_plain_name(info.filename)}", f"cannot unpack it: {error}")


def _seekable(file: File) -> io.BufferedIOBase:
    if file.stream.seekable():
        return file.stream
    content = file.stream.read(MAX_NESTED_ZIP + 1)
    if len(content) > MAX_NESTED_ZIP:
        raise UnreadableError(f"a .zip inside an archive must not be larger than {MAX_NESTED_ZIP >> 20} MiB")
    return io.BytesIO(content)


class _TarHeader(tarfile.TarInfo):
    """A header that tells its archive when it was the mark of the end. `tarfile` ends in silence in any case."""

    @classmethod
    def fromtarfile(cls, tarfile: "_Tar") -> "_TarHeader":  # type: ignore[override]
        try:
            return super().fromtarfile(tarfile)
        except _END_OF_TAR:
            tarfile.is_whole = True
            raise


_END_OF_TAR: type[Exception] = tarfile.EOFHeaderError  # type: ignore[attr-defined]


class _Tar(tarfile.TarFile):
    tarinfo = _TarHeader
    is_whole = False
    members: list[tarfile.TarInfo]


def _tar(file: File, budget: _Budget) -> Iterator[File | Skipped]:
    names: set[str] = set()
    try:
        with _Tar.open(fileobj=file.stream, mode="r|") as archive:
            while (header := archive.next()) is not None:
                archive.members = []  # of a long archive, all headers would stay in memory
                member = archive.extractfile(header) if header.isreg() else None
                if member is not None:
                    yield from _member(file, header.name, member, budget, names)
            if not archive.is_whole:
                raise UnreadableError("the archive has no end: it is damaged or cut short")
    except _DAMAGE as error:
        raise UnreadableError(f"the archive is damaged or cut short: {error}") from error


def _member(file: File, name: str, member: _Source, budget: _Budget, names: set[str]) -> Iterator[File | Skipped]:
    """Yield a member as a file; what is hidden is left out, as it is in folders."""
    plain = _plain_name(name)
    parts = plain.split("/")
    if any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in parts):
        return
    path = f"{file.path}/{plain}"
    if plain in names:
        yield Skipped(path, "its archive has another member of that name; only the first is read")
        return
    names.add(plain)
    yield File(f"{file.id}/{plain}", path, parts[-1].lower(), _counted(member, budget), file)


def _plain_name(name: str) -> str:
    """Return the name of a member as a path: parts with slashes between, what is not UTF-8 spelt out."""
    parts = (part for part in name.replace("\\", "/").split("/") if part not in ("", "."))
    return "/".join(parts).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace") or "unnamed"


_bzip2 = _compressed(bz2.BZ2File, ".bz2", ".tbz2", ".tbz")

_UNPACK: dict[bytes, _Unpack] = {
    b"\x1f\x8b": _compressed(lambda stream: gzip.GzipFile(fileobj=stream), ".gz", ".tgz"),
    **{b"BZh%d1AY&SY" % level: _bzip2 for level in range(1, 10)},
    b"\xfd7zXZ\0": _compressed(lzma.LZMAFile, ".xz", ".txz"),
    b"\x28\xb5\x2f\xfd": _compressed(_Zstd, ".zst", ".tzst"),
    b"PK\x03\x04": _zip,
    b"PK\x05\x06": _zip,
}

_MAGIC = tuple(_UNPACK)
