"""What an index has learned about the boilerplate of its sources, and the learning of it.

The book is kept beside the index. A run learns before it labels, so that the first page is labelled by what all pages
show; where a line becomes boilerplate, or is none any more, the articles of its source that have it are labelled again
from their stored text. So the result is the same as that of a fresh build.
"""

import datetime
import json
import os
import zlib
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Self

from searchkit.article import Article
from searchkit.engines.base import Engine, Request, Writer
from searchkit.errors import ArticleError, CorruptIndexError
from searchkit.ingest import reading
from searchkit.ingest.formats import texts
from searchkit.ingest.pages import noise
from searchkit.ingest.pages.noise import NoiseLine, Sample
from searchkit.ingest.pages.zones import PINNED
from searchkit.query.tree import Exact

NAME = "noise.json"
"""What the book is called beside the index."""

FORMAT_VERSION = 1
"""Version of the book."""

Recurring = Callable[[str], str | None]
Change = tuple[str, str]
"""A source and the key of a line that has become boilerplate of it, or is none any more; every source is ''."""


@dataclass
class Book:
    """What is boilerplate: by source what was learned, and for every source what a user has pinned or unpinned.

    `members` has, for an outlet, the files that were learned from: their digests and ids. `pending` are changes whose
    articles have not all been labelled again.
    """

    lines: dict[str, dict[str, NoiseLine]] = field(default_factory=dict)
    members: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    pinned: set[str] = field(default_factory=set)
    unpinned: set[str] = field(default_factory=set)
    pending: set[Change] = field(default_factory=set)

    @classmethod
    def of(cls, engine: Engine) -> Self:
        """Return the book that is kept beside the index; an empty one where there is none.

        Raises CorruptIndexError when it cannot be read.
        """
        text = engine.kept(NAME)
        if text is None:
            return cls()
        try:
            content = json.loads(text)
            if content.pop("crc32", None) != _checksum(content) or content["format_version"] != FORMAT_VERSION:
                raise ValueError("it has been altered, or is of another version")
            return cls(
                {
                    source: {line[0]: NoiseLine(line[0], source, line[1], line[2], _day(line[3])) for line in lines}
                    for source, lines in content["lines"].items()
                },
                {source: [(digest, id) for digest, id in members] for source, members in content["members"].items()},
                set(content["pinned"]),
                set(content["unpinned"]),
                {(source, line) for source, line in content["pending"]},
            )
        except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
            raise CorruptIndexError(
                f"cannot read {NAME} of the index: {error}", hint="delete the file; the next `index` learns anew"
            ) from error

    def keep(self, engine: Engine) -> None:
        """Keep the book beside the index."""
        content: dict[str, Any] = {
            "format_version": FORMAT_VERSION,
            "lines": {
                source: [[line.text, line.found, line.of, line.since.isoformat() if line.since else None]
                         for _, line in sorted(lines.items())]
                for source, lines in sorted(self.lines.items()) if lines
            },
            "members": {source: list(map(list, members)) for source, members in sorted(self.members.items())},
            "pinned": sorted(self.pinned),
            "unpinned": sorted(self.unpinned),
            "pending": sorted(map(list, self.pending)),
        }  # fmt: skip
        engine.keep(NAME, json.dumps(content | {"crc32": _checksum(content)}, ensure_ascii=False))

    def knows_any(self) -> bool:
        """Tell whether any line of any source is boilerplate."""
        return bool(self.pinned) or any(self.lines.values())

    def knowing(self, lines: Sequence[str], path: str) -> Recurring | None:
        """Return what tells, for lines of a page with these lines and this path, why one is boilerplate."""
        return self.recurring(noise.source_of(lines, path))

    def recurring(self, source: str) -> Recurring | None:
        """Return what tells, for lines of a page of that source, why one is boilerplate; None if none is."""
        learned = self.lines.get(source, {})
        if not learned and not self.pinned:
            return None
        name = os.path.basename(source) if os.path.isabs(source) else source
        pinned, unpinned = self.pinned, self.unpinned

        def reason(line: str) -> str | None:
            if len(line) > noise.MAX_LINE * 2:
                return None
            key = noise.key(line)
            if key in pinned:
                return PINNED
            if key in learned and key not in unpinned:
                return f"recurs on the pages of {name}"
            return None

        return reason

    def listed(self) -> list[NoiseLine]:
        """Return all that is known, what recurs most first within each source, and at the end what was pinned."""
        found = [line for _, lines in sorted(self.lines.items()) for line in sorted(lines.values(), key=_by_share)]
        found = [line for line in found if line.text not in self.unpinned]
        pinned = [NoiseLine(text, None, 0, 0, None, "pinned") for text in sorted(self.pinned)]
        return found + pinned + [NoiseLine(text, None, 0, 0, None, "unpinned") for text in sorted(self.unpinned)]

    def replace(self, source: str, lines: dict[str, NoiseLine]) -> None:
        """Put what was learned of a source in place of what was known, and note what has changed."""
        before = self.lines.get(source, {})
        self.pending |= {(source, key) for key in before.keys() ^ lines.keys()}
        if lines:
            self.lines[source] = lines
        else:
            self.lines.pop(source, None)


def _by_share(line: NoiseLine) -> tuple[float, str]:
    return -line.found / line.of if line.of else 0.0, line.text


def _checksum(content: dict[str, Any]) -> int:
    return zlib.crc32(json.dumps(content, sort_keys=True).encode())


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


@dataclass
class _File:
    """A file that can be learned from: its digest, its id, and how to come by its lines."""

    digest: bytes
    id: str
    path: str
    load: Callable[[], list[str] | None]
    sample: Sample | None = None


class Learner:
    """Learns, in one run of the indexer, from the files that are new or changed and from those that the index has.

    `stored` has what the index knew when the run began: id -> (path, digest).
    """

    def __init__(self, engine: Engine, book: Book, stored: dict[str, tuple[str, bytes]]) -> None:
        self._engine = engine
        self._book = book
        self._stored = stored
        self._gone: set[str] = set()
        self._new: dict[str, list[_File]] = defaultdict(list)
        self._touched: set[str] = set()
        self._by_folder: dict[str, list[str]] | None = None

    def see(self, id: str, path: str, digest: bytes, lines: list[str], load: Callable[[], list[str] | None]) -> None:
        """Take note of a page that is new, or changed."""
        source = noise.source_of(lines, path)
        files = self._new[source]
        self._touched.add(source)
        if len(files) >= 2 * noise.SAMPLE:
            files.sort(key=_rank)
            del files[noise.SAMPLE :]
        if len(files) < noise.SAMPLE or digest < max(file.digest for file in files[: noise.SAMPLE]):
            files.append(_File(digest, id, path, load, noise.sample(lines, path)))

    def forget(self, id: str) -> None:
        """Take note that an article of the index is gone, or that another takes its place."""
        article = self._engine.get(id)
        self._gone.add(id)
        if article is not None and article.raw is not None and article.path:
            self._touched.add(noise.source_of(article.lines(), article.path))

    def learn(self) -> bool:
        """Bring the book up to date for the sources that were touched; tell whether anything in it has changed."""
        touched, self._touched = self._touched, set()
        before = len(self._book.pending)
        changed = False
        for source in sorted(touched):
            files = list(islice(self._files(source), noise.SAMPLE))
            if not os.path.isabs(source):
                members = [(file.digest.hex(), file.id) for file in files]
                changed |= members != self._book.members.get(source)
                self._book.members[source] = members
            lines = _learned(source, files)
            changed |= lines != self._book.lines.get(source, {})
            self._book.replace(source, lines)
        return changed or len(self._book.pending) != before

    def _files(self, source: str) -> Iterator[_File]:
        """Yield the files of a source, those that are in the index and those of this run, by their digests."""
        new = sorted(self._new.get(source, ()), key=_rank)
        for file in _merged(new, self._of_index(source)):
            if file.sample is None:
                lines = file.load()
                if lines is None or noise.source_of(lines, file.path) != source:
                    continue
                file.sample = noise.sample(lines, file.path)
            yield file

    def _of_index(self, source: str) -> list[_File]:
        """Return the files of the index that can be of a source."""
        if os.path.isabs(source):
            ids: Iterable[str] = self._folders().get(source, ())
        else:
            ids = [id for _, id in self._book.members.get(source, ())]
            if len(self._book.members.get(source, ())) == noise.SAMPLE and not self._gone.isdisjoint(ids):
                ids = self._stored  # others come after those that are gone
        found = [
            _File(self._stored[id][1], id, self._stored[id][0], self._loader(id))
            for id in ids
            if id in self._stored and id not in self._gone
        ]
        return sorted(found, key=_rank)

    def _folders(self) -> dict[str, list[str]]:
        if self._by_folder is None:
            self._by_folder = defaultdict(list)
            for id, (path, _) in self._stored.items():
                self._by_folder[os.path.dirname(path)].append(id)
        return self._by_folder

    def _loader(self, id: str) -> Callable[[], list[str] | None]:
        def load() -> list[str] | None:
            article = self._engine.get(id)
            return article.lines() if article is not None and reading.is_page(article) else None

        return load


def _rank(file: _File) -> tuple[bytes, str]:
    return file.digest, file.id


def _merged(first: list[_File], second: list[_File]) -> Iterator[_File]:
    return iter(sorted([*first, *second], key=_rank))


def _learned(source: str, files: list[_File]) -> dict[str, NoiseLine]:
    """Return the boilerplate that files of a source show, by the key of the line."""
    if len(files) < noise.PAIR:
        return {}
    learned = noise.learn(file.sample for file in files if file.sample is not None)
    wanted = set(learned)
    found: dict[str, NoiseLine] = {}
    for file in files:
        here = wanted.intersection(_digests(file.sample)) if file.sample else wanted
        if not here:
            continue
        for line in _with_places(file.load() or []):
            if line.strip() and noise.may_be_noise(line) and (digest := noise.digest(line)) in here:
                count, total, first = learned[digest]
                since = datetime.date.fromordinal(first) if first else None
                found[noise.key(line)] = NoiseLine(noise.key(line), source, count, total, since)
        wanted -= here
        if not wanted:
            break
    return found


def _digests(sample: Sample) -> set[int]:
    return {*sample.digests, *(where for where, _, _ in sample.dated)}


def _with_places(lines: Sequence[str]) -> list[str]:
    """Return the lines of a page, and the places of its dates, as `noise.place` writes them."""
    return [*lines, *(where for where, _ in noise.places(lines))]


def label_again(
    engine: Engine, writer: Writer, book: Book, stored: dict[str, tuple[str, bytes]], left_out: Container[str] = ()
) -> int:
    """Label the articles again that the pending changes of a book concern, and return how many are different now.

    `stored` is what the last commit has, `left_out` those of it that are no longer what they were.
    """
    count = 0
    for article in _articles_with(engine, book.pending, stored):
        if article.id in left_out or not article.path:
            continue
        again = texts.read_again(article, book.recurring(noise.source_of(article.lines(), article.path)))
        if again != article:
            writer.put(again)
            count += 1
    return count


def boilerplate(engine: Engine, pinned: Sequence[str], unpinned: Sequence[str]) -> tuple[NoiseLine, ...]:
    """Pin and unpin lines, and return those that are boilerplate. See `Archive.noise`."""
    for text in (*pinned, *unpinned):
        if not text.strip() or len(text.strip().splitlines()) > 1:
            raise ArticleError(f"boilerplate is pinned line by line; got {text!r}")
    book = pin(engine, pinned, unpinned) if pinned or unpinned else Book.of(engine)
    return tuple(book.listed())


def pin(engine: Engine, pinned: Iterable[str], unpinned: Iterable[str]) -> Book:
    """Pin lines as boilerplate of every source, unpin lines that are none, and label the articles that have them again.

    Raises IndexLockedError while another process writes.
    """
    with engine.writer() as writer:
        book = Book.of(engine)
        for key in map(noise.key, pinned):
            book.unpinned.discard(key)
            book.pinned.add(key)
            book.pending.add(("", key))
        for key in map(noise.key, unpinned):
            book.pinned.discard(key)
            book.pending.add(("", key))
            if any(key in lines for lines in book.lines.values()):
                book.unpinned.add(key)
        book.keep(engine)  # a run that is killed here is gone on with by the next one
        stored = {known.id: (known.path, bytes.fromhex(known.sha256)) for known in engine.known()}
        label_again(engine, writer, book, stored)
        writer.commit()
        book.pending.clear()
        book.keep(engine)
    return book


def _articles_with(
    engine: Engine, changes: Iterable[Change], stored: dict[str, tuple[str, bytes]]
) -> Iterator[Article]:
    """Yield the articles of the index that have a line whose being boilerplate has changed, each once."""
    by_source: dict[str, set[str]] = defaultdict(set)
    for source, line in changes:
        by_source[source].add(line)
    for id in _ids_of(engine, by_source.keys(), stored):
        article = engine.get(id)
        if article is None or not article.path or not reading.is_page(article):
            continue
        lines = article.lines()
        wanted = by_source.get("", set()) | by_source.get(noise.source_of(lines, article.path), set())
        if wanted and any(noise.key(line) in wanted for line in _with_places(lines) if len(line) <= noise.MAX_LINE * 2):
            yield article


def _ids_of(engine: Engine, sources: Iterable[str], stored: dict[str, tuple[str, bytes]]) -> list[str]:
    """Return the ids of the articles that can be of the sources."""
    sources = set(sources)
    if "" in sources:
        return list(stored)
    found = {id: None for id, (path, _) in stored.items() if os.path.dirname(path) in sources}
    for source in sorted(sources):
        if not os.path.isabs(source):
            matches = engine.search(Request(Exact("source", source), limit=max(1, len(stored))))
            found.update((hit.id, None) for hit in matches.hits)
    return list(found)
