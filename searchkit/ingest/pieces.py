"""What reading is made of: a file that is open, and the pieces in it that become articles.

A piece is known by its digest before it is read, so that one which an index already has costs no reading.
"""

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from searchkit.article import Article
from searchkit.errors import ArticleError, UnreadableError
from searchkit.ingest import languages
from searchkit.ingest.files import Skipped
from searchkit.values import Value

if TYPE_CHECKING:
    Stream = io.BufferedReader[Any]
else:
    Stream = io.BufferedReader

Found = Iterable[Article | Skipped]

MAX_WHOLE = 1 << 28
"""Bytes of the largest file that is read as a whole; files of rows, which come one by one, may be of any size."""


_PART, _PARTS = 1 << 16, 1 << 22
"""Bytes of the first and of every further read: room is made for all that is asked for, and most files are small."""


class File:
    """A file, or a member of an archive, that is open for reading once.

    `id` is its path inside the folder that is indexed, `path` the whole of it; those of a member go on behind the name
    of its archive. `name` tells the format: the last part of the path, in lower case, without `.gz` and the like.
    """

    __slots__ = ("_outermost", "id", "name", "path", "stream")

    def __init__(self, id: str, path: str, name: str, stream: Stream, archive: "File | None" = None) -> None:
        self.id, self.path, self.name, self.stream = id, path, name, stream
        self._outermost: Stream = archive._outermost if archive else stream

    @property
    def ending(self) -> str:
        """The ending of the name with its dot, or nothing: a dot at the very front begins none."""
        return "." + self.name.rpartition(".")[2] if "." in self.name[1:] else ""

    @property
    def position(self) -> int:
        """How many bytes have been read of the file on disk, which may be the archive that this one is packed in."""
        return self._outermost.tell()

    def head(self) -> bytes:
        """Return the first bytes, some thousands at most, without taking them."""
        return self.stream.peek(1)

    def read(self) -> bytes:
        """Return all that is left. Raises UnreadableError where that is too much for memory."""
        content = self.stream.read(_PART)
        if len(content) < _PART:
            return content
        parts, size = [content], _PART
        while size <= MAX_WHOLE and (content := self.stream.read(_PARTS)):
            parts.append(content)
            size += len(content)
        if size > MAX_WHOLE:
            raise UnreadableError(f"the file is larger than {MAX_WHOLE >> 20} MiB; only files of rows may be")
        return b"".join(parts)


class Stretch(Value):
    """Where a piece stands in its file: [start, end) in bytes or, where there is an `encoding`, in code points.

    Code points are those of the text that the file is in that encoding, without a byte-order mark.
    """

    start: int
    end: int
    encoding: str = ""


class Piece:
    """A part of a file that becomes an article: the digest of its bytes, its place (`file` or `file:line`).

    `names_itself` tells that its articles bring ids of their own. The others are named after their file. `stretch` is
    None for a piece that is all of its file, and where the format does not tell where it stands.
    """

    def __init__(
        self, digest: bytes, place: str, make: Callable[[], Found], *, names_itself: bool = True,
        stretch: Stretch | None = None,
    ) -> None:  # fmt: skip
        self.digest, self.place, self._make, self.names_itself = digest, place, make, names_itself
        self.stretch = stretch

    def articles(self) -> Iterator[Article | Skipped]:
        """Yield what the piece becomes: an article, with its language, or the reason why it becomes none."""
        try:
            for found in self._make():
                yield languages.described(found) if isinstance(found, Article) else found
        except (UnreadableError, ArticleError) as error:
            yield Skipped(self.place, str(error))


Pieces = Iterator[Piece | Skipped]


def sha256(content: bytes) -> bytes:
    """Return the digest by which a piece is known."""
    return hashlib.sha256(content).digest()


class Whole(Piece):
    """The one piece of a file that is one article, with the content of the file, so that it can be read elsewhere."""

    def __init__(self, file: File, content: bytes, make: Callable[[], Found]) -> None:
        super().__init__(sha256(content), file.path, make, names_itself=False)
        self.id, self.name, self.content = file.id, file.name, content


def whole(file: File, read: Callable[[bytes, str], Found]) -> Pieces:
    """Yield the one piece of a file that is one article; `read` gets its content and the digest as text."""
    content = file.read()
    piece = Whole(file, content, lambda: read(content, piece.digest.hex()))
    yield piece
