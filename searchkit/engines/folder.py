"""The folder of a local index: the marker that makes it one, and the engine that it calls for.

The marker names the version of the format, the codec, and, for native segments, the last commit: so an index is opened
without Whoosh, whose import alone takes longer than a search.
"""

import json
import os
import re
import zlib
from binascii import a2b_base64, b2a_base64
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from searchkit.codec.core import has_core
from searchkit.engines.base import Engine
from searchkit.errors import (
    ArchiveError,
    CorruptIndexError,
    IndexNotFoundError,
    IndexVersionError,
    NotAnIndexError,
)
from searchkit.fields import FORMAT_VERSION, MARKER
from searchkit.values import Value

INDEX_NAME = "MAIN"
"""What Whoosh calls the only index of a folder; its files begin so."""


_CONTENTS = re.compile(rf"_{INDEX_NAME}_(\d+)\.toc")


class SegmentEntry(Value):
    """A native segment of the last commit: its file, and its deleted documents as a bitset."""

    file: str
    deleted: bytes


class Marker(Value):
    """What the marker says: the codec (`native` or `whoosh`) and, for native segments, the last commit.

    `copies` is the file with its groups of copies, empty where there are none.
    """

    codec: str
    generation: int = 0
    segments: tuple[SegmentEntry, ...] = ()
    copies: str = ""

    @property
    def state(self) -> str:
        """The name of the commit: its generation, and a checksum of what it is made of."""
        return f"{self.generation:x}.{zlib.crc32(repr(self.segments).encode()):08x}"

    def write(self, folder: Path) -> None:
        """Put the marker into the folder, in place of the one that is there, once it is on disk."""
        segments = [[e.file, b2a_base64(zlib.compress(e.deleted), newline=False).decode()] for e in self.segments]
        content = {"format_version": FORMAT_VERSION, "codec": self.codec, "generation": self.generation,
                   "segments": segments, "copies": self.copies}  # fmt: skip
        write_text(folder / MARKER, json.dumps(content | {"crc32": _checksum(content)}))

    @classmethod
    def read(cls, folder: Path) -> "Marker":
        """Return the marker of the folder. Raises CorruptIndexError or IndexVersionError."""
        path = folder / MARKER
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            _check_version(folder, content["format_version"])
            if content.pop("crc32", None) != _checksum(content):
                raise ValueError("it has been altered")
            entries = tuple(
                SegmentEntry(file, zlib.decompress(a2b_base64(deleted))) for file, deleted in content["segments"]
            )
            return cls(content["codec"], content["generation"], entries, content["copies"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error) as error:
            raise CorruptIndexError(f"cannot read {path}: {error}", hint="delete the folder and index again") from error


def write_text(path: Path, text: str) -> None:
    """Put a text into a file, in place of the one that is there, once it is on disk."""
    unfinished = path.with_name(f".{path.name}")
    with unfinished.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


def kept_text(folder: Path, name: str) -> str | None:
    """Return the text of a file that is kept beside the index, or None where there is none."""
    try:
        return (folder / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise CorruptIndexError(f"cannot read {folder / name}: {error}",
                                hint="delete the file; the next `index` learns anew") from error  # fmt: skip


def _checksum(content: dict[str, object]) -> int:
    return zlib.crc32(json.dumps(content, sort_keys=True).encode())


def _check_version(folder: Path, version: object) -> None:
    if version != FORMAT_VERSION:
        is_older = isinstance(version, int) and version < FORMAT_VERSION
        raise IndexVersionError(
            f"the index {folder} has format {version}; this searchkit reads format {FORMAT_VERSION}",
            hint=f"{'' if is_older else 'install a newer searchkit, or '}index the files again into another folder",
        )


def open_folder(folder: Path, *, create: bool = False) -> Engine:
    """Open the index in the folder; make one if there is none and `create` is true.

    A new index has native segments where the native core is installed. Raises IndexNotFoundError, NotAnIndexError,
    IndexVersionError or CorruptIndexError.
    """
    if create and not has_content(folder):
        with system_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
            Marker("native" if has_native() else "whoosh").write(folder)
    _check(folder)
    marker = Marker.read(folder)
    if marker.codec == "native":
        from searchkit.engines.native import NativeEngine

        return NativeEngine.open(folder)
    from searchkit.engines.local import LocalEngine  # imports Whoosh: 40 ms

    return LocalEngine.open(folder, create=create)


def has_native() -> bool:
    """Tell whether the native core is installed, and not turned off by SEARCHKIT_NATIVE=0 in the environment."""
    return os.environ.get("SEARCHKIT_NATIVE") != "0" and has_core()


def has_content(folder: Path) -> bool:
    """Tell whether the folder holds anything but hidden files, such as the .gitignore of the default index."""
    return folder.exists() and (not folder.is_dir() or any(not name.startswith(".") for name in os.listdir(folder)))


def newest_contents(folder: Path) -> int:
    """Return the generation of the newest of Whoosh's tables of contents in the folder; 0 for none."""
    found = (_CONTENTS.fullmatch(name) for name in os.listdir(folder))
    return max((int(match[1]) for match in found if match), default=0)


@contextmanager
def system_errors(folder: Path) -> Iterator[None]:
    """Raise searchkit's errors for those of the system about the index in the folder."""
    try:
        yield
    except OSError as error:
        raise system_error(folder, error) from error


def system_error(folder: Path, error: OSError) -> ArchiveError:
    """Return searchkit's error for one of the system about the index in the folder."""
    return ArchiveError(f"the index {folder}: {error.strerror or error}", hint="nothing committed is lost")


def not_written(folder: Path) -> ArchiveError:
    """Return the error for who would write to a view of the index in the folder that is frozen."""
    return ArchiveError(f"this view of the index {folder} is for reading", hint="write to the archive that it is of")


def _check(folder: Path) -> None:
    """Raise the error that says what is wrong with the folder, unless it has a marker."""
    hint = f"searchkit --index {folder} index PATH makes one"
    if not has_content(folder):
        raise IndexNotFoundError(f"there is no index at {folder}", hint=hint)
    if not folder.is_dir():
        raise NotAnIndexError(f"{folder} is a file, not the folder of an index", hint=hint)
    if not (folder / MARKER).is_file():
        is_whoosh = any(folder.glob("_*.toc"))
        what = "a Whoosh index that searchkit did not make" if is_whoosh else "no index"
        raise NotAnIndexError(f"{folder} holds {what}: {MARKER} is missing", hint="name an empty folder, or none yet")
