"""The groups of copies of a commit, in a file of the index: written once, and looked into by id without being read.

    "skcopies" | u32 version | u32 groups | u32 members | u32 CRC-32 of the three tables
    u32 CRC-32 of the id of each member, ascending | u32 group of each member | u64 end of each group's record
    records: u32 CRC-32 of what follows | JSON: [[id, day, source, bytes], ...], as `searchkit.copies.Member`

Numbers are little-endian. A file that has been altered raises CorruptIndexError and never gives a wrong answer.
"""

import json
import mmap
import os
import struct
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from searchkit.copies import Group, Member
from searchkit.errors import CorruptIndexError

_PREFIX = "copies."
_MAGIC = b"skcopies"
_VERSION = 1
_HEADER = struct.Struct("<8s4I")
_U32 = struct.Struct("<I")


class CopiesFile:
    """The groups in a file. Any thread may use it."""

    def __init__(self, path: Path) -> None:
        """Open the file. Raises FileNotFoundError or CorruptIndexError."""
        self.path = path
        with path.open("rb") as file:
            try:
                self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                self._read_tables()
            except (ValueError, struct.error) as error:
                raise self._damaged() from error

    def _read_tables(self) -> None:
        magic, version, self.group_count, self.member_count, checksum = _HEADER.unpack_from(self._data)
        ends = _HEADER.size + 8 * self.member_count
        self._records = ends + 8 * self.group_count
        tables = memoryview(self._data)[_HEADER.size : self._records]
        if (magic, version) != (_MAGIC, _VERSION) or zlib.crc32(tables) != checksum:
            raise ValueError
        half = 4 * self.member_count
        self._ids, self._groups = tables[:half].cast("I"), tables[half : 2 * half].cast("I")
        self._ends = tables[2 * half :].cast("Q")

    @cached_property
    def _keys(self) -> frozenset[int]:
        return frozenset(self._ids)

    def has_any(self, ids: Iterable[str]) -> bool:
        """Tell whether one of the articles can be in a group: none of them is where this is false."""
        return not self._keys.isdisjoint([zlib.crc32(id.encode("utf-8", "surrogatepass")) for id in ids])

    def group(self, id: str) -> Group:
        """Return the group that the article is in; none if it is in none."""
        key = zlib.crc32(id.encode("utf-8", "surrogatepass"))
        place = bisect_left(self._ids, key)
        while place < self.member_count and self._ids[place] == key:
            group = self._group(self._groups[place])
            if any(member.id == id for member in group):
                return group
            place += 1
        return ()

    def groups(self) -> Iterator[Group]:
        """Yield all groups."""
        return map(self._group, range(self.group_count))

    def _group(self, number: int) -> Group:
        start = self._records + (self._ends[number - 1] if number else 0)
        record = self._data[start : self._records + self._ends[number]]
        if len(record) < _U32.size or _U32.unpack_from(record)[0] != zlib.crc32(record[_U32.size :]):
            raise self._damaged()
        return Member.of_rows(json.loads(record[_U32.size :]))

    def _damaged(self) -> CorruptIndexError:
        return CorruptIndexError(f"the index {self.path.parent} is damaged: {self.path.name} has been altered",
                                 hint="delete the folder and index the files again")  # fmt: skip


def write(folder: Path, generation: int, groups: Sequence[Group]) -> str:
    """Write the groups of a commit to a file, force it to disk, and return its name."""
    members = sorted(
        (zlib.crc32(member.id.encode()), number) for number, group in enumerate(groups) for member in group
    )
    records, ends, end = [], [], 0
    for group in groups:
        content = json.dumps([member[:] for member in group], ensure_ascii=False, separators=(",", ":")).encode()
        records += [_U32.pack(zlib.crc32(content)), content]
        end += _U32.size + len(content)
        ends.append(end)
    count = len(members)
    tables = struct.pack(f"<{2 * count}I{len(ends)}Q", *(key for key, _ in members), *(at for _, at in members), *ends)
    name = f"{_PREFIX}{generation}"
    with (folder / name).open("wb") as file:
        file.write(_HEADER.pack(_MAGIC, _VERSION, len(groups), count, zlib.crc32(tables)))
        file.write(tables)
        file.writelines(records)
        file.flush()
        os.fsync(file.fileno())
    return name


def clean(folder: Path, name: str) -> None:
    """Remove the files of other commits, but for one that the system keeps while it is read: a later commit does."""
    for path in folder.glob(f"{_PREFIX}*"):
        if path.name != name:
            with suppress(OSError):
                path.unlink()
