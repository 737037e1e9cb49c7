"""Which articles of native segments are copies of each other: what a commit changes in that."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from searchkit.codec.core import core
from searchkit.copies import Group, Member
from searchkit.engines.copies_file import CopiesFile

if TYPE_CHECKING:
    from searchkit import _native

Segments = Sequence[tuple["_native.Segment", bytes]]
"""Segments, each with the bitset of its deleted documents."""


def updated(known: CopiesFile | None, segments: Segments, first: int, removed: set[str]) -> list[Group] | None:
    """Return the groups of copies after a commit; None where they are those that were known before.

    What the commit adds is in segments from `first` on; `removed` are the ids that it deletes or replaces.
    """
    new = [Member.of_rows(rows) for rows in core().copy_groups(segments, first)]
    if not known:
        return new or None
    if not new and not any(map(known.group, removed)):
        return None
    changed = removed.union(member.id for group in new for member in group)
    left = (tuple(member for member in group if member.id not in changed) for group in known.groups())
    return [group for group in left if len(group) > 1] + new
