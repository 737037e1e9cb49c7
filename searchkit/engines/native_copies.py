"""Which articles of native segments are copies of each other: what a commit changes in that."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from searchkit.article import UNKNOWN
from searchkit.codec import record
from searchkit.codec.core import core
from searchkit.copies import COPY_KEY, Candidate, Group, grouped
from searchkit.engines.copies_file import CopiesFile

if TYPE_CHECKING:
    from searchkit import _native

Segments = Sequence[tuple["_native.Segment", bytes]]
"""Segments, each with the bitset of its deleted documents."""


def updated(known: CopiesFile | None, segments: Segments, first: int, removed: set[str]) -> list[Group] | None:
    """Return the groups of copies after a commit; None where they are those that were known before.

    What the commit adds is in segments from `first` on; `removed` are the ids that it deletes or replaces. Only texts
    with the key of a new one are read.
    """
    candidates = [list(_candidates(segments, places)) for places in core().repeated(segments, COPY_KEY, first)]
    new = [group for same_key in candidates for group in grouped(same_key)]
    changed = removed.union(candidate.id for same_key in candidates for candidate in same_key)
    kept: list[Group] = []
    if known:
        if not new and not any(map(known.group, removed)):
            return None
        left = (tuple(member for member in group if member.id not in changed) for group in known.groups())
        kept = [group for group in left if len(group) > 1]
    elif not new:
        return None
    return kept + new


def _candidates(segments: Segments, places: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
    for number, document in places:
        segment = segments[number][0]
        id, source, sha256 = (_text(segment, name, document) for name in ("id", "source", "sha256"))
        days = segment.int_column("date")
        text = core().copy_text(record.title(segment, document), record.body(segment, document))
        yield Candidate(id, days[document] if days else 0, source or UNKNOWN, sha256, text)


def _text(segment: "_native.Segment", name: str, document: int) -> str:
    column = segment.bytes_column(name)
    return ((column and column[document]) or b"").decode()
