"""Copies in an index on Whoosh's own codec, where a commit cannot be made to say more than Whoosh's does.

So nothing is written: keys are read when a snapshot is first asked for copies, and texts when their key is.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from searchkit.codec.schema import article
from searchkit.copies import COPY_KEY, Candidate, Group, copy_text, grouped

if TYPE_CHECKING:
    from searchkit.engines.snapshot import Segment


class LocalCopies:
    """The groups of copies in one snapshot."""

    def __init__(self, searcher: Any, segments: "Sequence[Segment]") -> None:
        self._searcher = searcher
        self._segments = segments
        self._known: dict[int, list[Group]] = {}

    def group(self, id: str) -> Group:
        """Return the group that the article is in; none if it is in none."""
        if id not in self._key_of:
            return ()
        found = self._groups(self._key_of[id])
        return next((group for group in found if any(member.id == id for member in group)), ())

    def groups(self) -> Iterator[Group]:
        """Yield all groups."""
        for key in self._repeated:
            yield from self._groups(key)

    def _groups(self, key: int) -> list[Group]:
        if key not in self._known:
            self._known[key] = grouped(map(self._candidate, self._repeated[key]))
        return self._known[key]

    def _candidate(self, document: int) -> Candidate:
        found = article(self._searcher.stored_fields(document))
        day = found.date.toordinal() if found.date else 0
        return Candidate(found.id, day, found.source, found.sha256, copy_text(found.title, found.body))

    @cached_property
    def _repeated(self) -> dict[int, list[int]]:
        """The documents of every key that more than one has."""
        documents: dict[int, list[int]] = {}
        for segment in self._segments:
            keys = segment.column(COPY_KEY)
            for number in segment.reader.all_doc_ids():
                documents.setdefault(keys[number], []).append(number + segment.offset)
        return {key: found for key, found in documents.items() if key and len(found) > 1}

    @cached_property
    def _key_of(self) -> dict[str, int]:
        key_of = {document: key for key, documents in self._repeated.items() for document in documents}
        return {
            segment.ids[document - segment.offset]: key
            for segment in self._segments
            for document, key in key_of.items()
            if 0 <= document - segment.offset < segment.reader.doc_count_all()
        }
