"""What makes two articles copies: one text, told by the words of their bodies.

Copies are grouped, and none is dropped: a search shows one of a group and lists the others with it. Agencies' texts
are printed by many outlets, and the same page is saved under several names.
"""

import zlib
from collections.abc import Iterable, Sequence
from itertools import count
from typing import TYPE_CHECKING

from searchkit.values import Value

if TYPE_CHECKING:
    from searchkit.results import Copy

COPY_KEY = "copy_key"
"""The column that holds the key of every article's text."""

ENOUGH_WORDS = 8
"""A body of so many words is enough of a text by itself."""

ENOUGH_CHARACTERS = 80
"""So is one of so many characters, in scripts that have no spaces."""


def copy_text(title: str, body: str) -> str:
    r"""Return what copies have in common: the words of the body, each behind one space; nothing for a body without any.

    Where the body says little, the title is a part, on a line of its own.

    >>> copy_text("Markets closed", "No trade  today.\n")
    'Markets closed\nNo trade today.'
    """
    from searchkit.article import folded_space  # a search that meets copies needs none of it

    folded = folded_space(body)
    if folded and len(folded) < ENOUGH_CHARACTERS and folded.count(" ") + 1 < ENOUGH_WORDS:
        return f"{folded_space(title)}\n{folded}"
    return folded


def copy_key(title: str, body: str) -> int:
    """Return the key of an article's text: the same for copies, and nearly always another for others; 0 for no text.

    `native/src/copies.rs` has the same.
    """
    text = copy_text(title, body)
    return (zlib.crc32(text.encode()) or 1) if text else 0


class Member(Value):
    """What is listed of an article in a group: `day` is 0 without a date, and equal files have the same `bytes`."""

    id: str
    day: int
    source: str
    bytes: int


Group = tuple[Member, ...]
"""The copies of one text, two at least: newest first, then by id."""


class Candidate(Value):
    """An article that may be a copy: what is listed of it, the digest of its file or None, and its `copy_text`."""

    id: str
    day: int
    source: str
    sha256: str | None
    text: str


def grouped(candidates: Iterable[Candidate]) -> list[Group]:
    """Return the groups among articles, told by their whole texts.

    A few words without a title say too little to be told by: of them only equal files are copies.
    """
    same: dict[object, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.text:
            untold = candidate.text.startswith("\n")
            same.setdefault((candidate.text, untold and (candidate.sha256 or candidate.id)), []).append(candidate)
    return [_group(members) for members in same.values() if len(members) > 1]


def _group(members: Iterable[Candidate]) -> Group:
    numbers: dict[str, int] = {}
    fresh = count()
    found = [
        Member(id, day, source, numbers.setdefault(sha256, next(fresh)) if sha256 else next(fresh))
        for id, day, source, sha256, _ in sorted(members, key=lambda member: (-member.day, member.id))
    ]
    return tuple(found)


def copies_of(id: str, group: Sequence[Member]) -> "tuple[Copy, ...]":
    """Return the other members of a group, as they are listed with this one."""
    from datetime import date

    from searchkit.results import Copy

    own = next((member.bytes for member in group if member.id == id), None)
    return tuple(
        Copy(member.id, date.fromordinal(member.day) if member.day else None, member.source,
             "byte-equal" if member.bytes == own else "text-equal")
        for member in group if member.id != id
    )  # fmt: skip
