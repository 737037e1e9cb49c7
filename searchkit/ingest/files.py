"""The files below the paths that a user names."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from searchkit.errors import InputError
from searchkit.fields import MARKER


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file, a folder or a row that could not be read, and why."""

    path: str
    reason: str

    def to_dict(self) -> dict[str, str]:
        """Return it as JSON has it."""
        return {"path": self.path, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to index: its absolute path, the folder it was found through, and its size in bytes."""

    path: str
    root: str
    size: int

    @property
    def relative(self) -> str:
        r"""The path inside the folder, with forward slashes: the id of a file that holds one article.

        Bytes of a name that is not UTF-8 are written as in `caf\xe9.txt`.
        """
        name = self.path.removeprefix(self.root).lstrip(os.sep).replace(os.sep, "/")
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def find(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[Candidate], list[Skipped]]:
    """Return the files at and below the paths, in order of their names, and the folders that could not be read.

    Hidden files and folders, links to folders, and the folders of indexes are left out. A file that is reached through
    two paths comes once.

    Raises InputError when a path does not exist or when there is no file at all.
    """
    names = [os.fspath(path) for path in paths]
    found: dict[str, Candidate] = {}
    unreadable: list[Skipped] = []
    for name in names:
        if not os.path.exists(name):
            raise InputError(f"there is no file or folder {name}")
        for candidate in _below(os.path.abspath(name), unreadable):
            found.setdefault(candidate.path, candidate)
    if not found and not unreadable:
        raise InputError(
            f"there is no file to index in {', '.join(names) or 'nothing'}",
            hint="articles already indexed from there are kept; `searchkit delete` removes them",
        )
    return list(found.values()), unreadable


def _below(path: str, unreadable: list[Skipped]) -> Iterator[Candidate]:
    if os.path.isfile(path):
        yield Candidate(path, os.path.dirname(path), os.path.getsize(path))
        return

    def report(error: OSError) -> None:
        unreadable.append(Skipped(str(error.filename), f"cannot read the folder: {error.strerror}"))

    for folder, folders, files in os.walk(path, onerror=report):
        if MARKER in files:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            file = os.path.join(folder, name)
            if not name.startswith(".") and os.path.isfile(file):
                yield Candidate(file, path, os.path.getsize(file))
