"""Files -> index: bring an index up to date with the files it was made from.

What decides is content: a file is read again at every run and compared by its SHA-256, so that nothing is missed
whatever became of its modification time, and nothing is rewritten that has not changed. Work is committed in steps; a
run that was killed is continued by the next one.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial

from searchkit.article import Article
from searchkit.engines.base import Engine, Rows, Writer
from searchkit.errors import UnreadableError
from searchkit.ingest import reading
from searchkit.ingest.files import Candidate, Skipped, find
from searchkit.ingest.formats.texts import Text
from searchkit.ingest.pieces import File, Piece, Whole
from searchkit.ingest.pool import Knowing, Pool, cores, read
from searchkit.learning import Book, Learner, label_again
from searchkit.report import Progress, Report

COMMIT_EVERY = 40_000_000
"""Code points of text between two commits: what a killed run has to do again."""

_FILES_FOR_MANY, _BYTES_FOR_MANY = 200, 2_000_000
"""Files, and bytes in them, from which it pays to start processes to read them: half a second each."""

_PIECES_A_TICK = 500
"""Pieces of a file between two reports of progress."""

_Context = tuple[Piece, str, Candidate]
"""What belongs to a piece that another process reads: itself, the path of its file, and the file on disk."""


@dataclass(slots=True)
class _Entry:
    """What the index has under one id: the file and the digest of its content."""

    path: str
    sha256: bytes


@dataclass
class _Inventory:
    """What the index has, by id and by file; ids leave `unseen` as the run comes across them."""

    by_id: dict[str, _Entry]
    by_path: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, engine: Engine) -> "_Inventory":
        paths: dict[str, str] = {}
        by_id = {
            known.id: _Entry(paths.setdefault(known.path, known.path), bytes.fromhex(known.sha256))
            for known in engine.known()
        }
        inventory = cls(by_id)
        for id, entry in by_id.items():
            if entry.path:
                inventory.by_path.setdefault(entry.path, set()).add(id)
        return inventory


def index(
    engine: Engine, paths: Iterable[str | os.PathLike[str]], progress: Callable[[Progress], None] | None = None,
    workers: int | None = None,
) -> Report:  # fmt: skip
    """Bring the index up to date with the files at and below the paths, and return what was done.

    Articles of other files stay. Articles whose file below these paths is gone are removed; those of a file that
    cannot be read now are kept. Two files that would have one id both get in: the second under a longer one. Where
    there is enough to read, `workers` processes do it, one a core if not told otherwise.

    Raises InputError when a path does not exist or holds no file.
    """
    paths = list(paths)
    candidates, unreadable = find(paths)
    started = time.perf_counter()
    with engine.writer() as writer:
        run = _Run(engine, writer, _Inventory.of(engine), candidates, unreadable, progress, workers)
        try:
            run.read_all(paths)
            run.remove_missing(paths)
            run.label_again()
        except KeyboardInterrupt:
            writer.commit()  # what was read is worth keeping
            raise
        writer.commit()
        run.finish()
    return run.report(time.perf_counter() - started)


class _Run:
    """One run of the indexer over the files it found."""

    def __init__(
        self, engine: Engine, writer: Writer, inventory: _Inventory, candidates: list[Candidate],
        unreadable: list[Skipped], progress: Callable[[Progress], None] | None, workers: int | None,
    ) -> None:  # fmt: skip
        self.engine = engine
        self.book = Book.of(engine)
        self.stored = {id: (entry.path, entry.sha256) for id, entry in inventory.by_id.items()}
        self.learner = Learner(engine, self.book, self.stored)
        self.same: dict[str, str] = {}
        self.workers = workers
        self.pool: Pool[_Context] | None = None
        self.written: set[str] = set()
        self.relabelled = 0
        self.writer = writer
        self.inventory = inventory
        self.candidates = candidates
        self.unreadable_folders = [skipped.path for skipped in unreadable]
        self.skipped = list(unreadable)
        self.warnings: list[Skipped] = []
        self.progress = progress or (lambda _: None)
        self.added = self.updated = self.removed = self.unchanged = 0
        self.files = self.bytes = self.uncommitted = 0
        self.total_bytes = sum(candidate.size for candidate in candidates)
        self.produced: dict[str, str] = {}
        self.kept_paths: set[str] = set()

    def read_all(self, paths: Iterable[str | os.PathLike[str]]) -> None:
        """Read every file below the paths, and write what is new or changed."""
        if self._bulk_read():
            return
        self._learn(paths)
        with self._reading():
            for candidate in self.candidates:
                self._read(candidate)
                self.files += 1
                self.bytes += candidate.size
                self._tell(self.bytes)
            self._take_waiting()

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Read with other processes where there is enough to read for them."""
        new = [candidate for candidate in self.candidates if candidate.path not in self.same]
        files = [candidate.size for candidate in new if not reading.is_rows(candidate)]
        workers = self.workers or cores()
        if workers < 2 or len(files) < _FILES_FOR_MANY or sum(files) < _BYTES_FOR_MANY:
            yield
            return
        with Pool[_Context](workers, self._knowing()) as self.pool:
            yield
        self.pool = None

    def _tell(self, bytes: int) -> None:
        written = self.added + self.updated
        self.progress(Progress(self.files, len(self.candidates), bytes, self.total_bytes, written))

    def _bulk_read(self) -> bool:
        """Have the engine itself read the files, if there is nothing but rows to read, into an empty index."""
        if self.inventory.by_id or not all(map(reading.is_rows, self.candidates)):
            return False
        report = self.writer.put_rows([Rows(candidate.path, candidate.relative) for candidate in self.candidates])
        if report is None:
            return False
        self.added = report.added
        for file, line, reason in report.skipped:
            path = self.candidates[file].path
            self._skip(path, Skipped(f"{path}:{line}", reason))
        self.files = len(self.candidates)
        self._tell(self.total_bytes)
        return True

    def _learn(self, paths: Iterable[str | os.PathLike[str]]) -> None:
        """Look at all pages before one is labelled, and learn the boilerplate of their sources."""
        there = {candidate.path for candidate in self.candidates}
        for path in list(self._gone([os.path.abspath(path) for path in paths])):
            if path not in there:
                for id in self.inventory.by_path[path]:
                    self.learner.forget(id)
        for candidate in self.candidates:
            if not reading.is_rows(candidate):
                for file in reading.files(candidate):
                    with suppress(UnreadableError):  # it is read once more, and then reported
                        if isinstance(file, File) and reading.is_text(file):
                            self._look_at(file, candidate)
        if self.learner.learn():
            self.book.keep(self.engine)

    def _look_at(self, file: File, candidate: Candidate) -> None:
        for piece in reading.pieces(file):
            if not isinstance(piece, Text):
                continue
            if id := self._had(file).get(piece.digest):
                self.same[file.path] = id
                continue
            for id in self.inventory.by_path.get(file.path, ()):
                self.learner.forget(id)
            lines = piece.page_lines()
            if lines is not None:
                load = partial(_lines_now, candidate, file.path)
                self.learner.see(file.id, file.path, piece.digest, lines, load)

    def _had(self, file: File) -> dict[bytes, str]:
        """Return the pieces that the index has of a file: digest -> id."""
        return {self.inventory.by_id[id].sha256: id for id in self.inventory.by_path.get(file.path, ())}

    def _read(self, candidate: Candidate) -> None:
        """Read a file, or all the files packed in it."""
        for file in reading.files(candidate):
            if isinstance(file, Skipped):
                self._skip(file.path, file)
            else:
                self._read_file(file, candidate)

    def _read_file(self, file: File, candidate: Candidate) -> None:
        """Read the pieces of a file; one that the index has is known by its digest, without being parsed."""
        if file.path in self.same:  # which learning has found out
            self.produced[self.same[file.path]] = file.path
            self.unchanged += 1
            return
        had = self._had(file)
        for number, piece in enumerate(reading.pieces(file), 1):
            if isinstance(piece, Skipped):
                self._skip(file.path, piece)
                continue
            id = had.get(piece.digest)
            if id is not None and id not in self.produced:
                self.produced[id] = file.path
                self.unchanged += 1
            elif self.pool is not None and isinstance(piece, Whole):
                for context, articles in self.pool.put(piece, (piece, file.path, candidate)):
                    self._take_all(articles, *context)
            else:
                self._take_waiting()
                self._take_all(read(piece, self._knowing()), piece, file.path, candidate)
            if number % _PIECES_A_TICK == 0:
                self._tell(self.bytes + file.position)

    def _knowing(self) -> Knowing | None:
        """Return what knows the boilerplate of pages; None where none is known."""
        return self.book.knowing if self.book.knows_any() else None

    def _take_waiting(self) -> None:
        """Take what the other processes have still to read, so that articles come in the order of their files."""
        for context, articles in self.pool.rest() if self.pool is not None else ():
            self._take_all(articles, *context)

    def _take_all(self, articles: Iterable[Article | Skipped], piece: Piece, path: str, candidate: Candidate) -> None:
        for found in articles:
            if isinstance(found, Skipped):
                self._skip(path, found)
                continue
            id = self._free_id(found, piece, path, candidate)
            if id is not None:
                self._take(found if id == found.id else replace(found, id=id), path)

    def _skip(self, path: str, skipped: Skipped) -> None:
        """Note what could not be read; articles of that file or archive stay as they are."""
        self.skipped.append(skipped)
        self.kept_paths.add(path)

    def _take(self, article: Article, path: str) -> None:
        self.produced[article.id] = path
        before = self.inventory.by_id.get(article.id)
        if before and before.path == path and before.sha256.hex() == article.sha256:
            self.unchanged += 1
            return
        self.writer.put(article, is_new=before is None)
        if before:
            self.written.add(article.id)
            self.updated += 1
        else:
            self.added += 1
        self._warn(article, path)
        self._commit_sometimes(len(article.text))

    def _free_id(self, article: Article, piece: Piece, path: str, candidate: Candidate) -> str | None:
        """Return the id to use: the article's own, the one its file has had, or a longer one; None if it is taken."""
        if not piece.names_itself:
            natural = article.id
            had = self.inventory.by_path.get(path, set())
            choices = [*had, natural, f"{os.path.basename(candidate.root)}/{natural}", path]
            return next(id for id in choices if not self._is_taken(id, path))
        if self._is_taken(article.id, path) or article.id in self.produced:
            other = self.produced.get(article.id) or self.inventory.by_id[article.id].path
            self.skipped.append(Skipped(piece.place, f"the id {article.id!r} is already taken by {other}"))
            return None
        return article.id

    def _is_taken(self, id: str, path: str) -> bool:
        """Tell whether another file has the id. A file that is gone leaves its id to the one it may have become."""
        if id in self.produced:
            return self.produced[id] != path
        entry = self.inventory.by_id.get(id)
        return entry is not None and entry.path not in ("", path) and _exists(entry.path)

    def _warn(self, article: Article, path: str) -> None:
        if article.date is None:
            for evidence in article.evidence:
                if evidence.field == "date" and not evidence.confidence:
                    why = "can be read as two days" if " or " in evidence.value else "is no day of the calendar"
                    self.warnings.append(
                        Skipped(path, f"{article.id}: {evidence.value!r} {why}; indexed without a date")
                    )

    def _commit_sometimes(self, length: int) -> None:
        self.uncommitted += length
        if self.uncommitted >= COMMIT_EVERY:
            self.writer.commit()
            self.uncommitted = 0

    def remove_missing(self, paths: Iterable[str | os.PathLike[str]]) -> None:
        """Remove the articles whose file, or whose row, below the paths is gone."""
        roots = [os.path.abspath(path) for path in paths]
        for path in list(self._gone(roots)):
            for id in sorted(self.inventory.by_path[path] - self.produced.keys()):
                self.removed += self.writer.delete(id)
                self.written.add(id)

    def label_again(self) -> None:
        """Label the articles again that have a line which has become boilerplate since, or is none any more."""
        if self.book.pending:
            self.relabelled = label_again(self.engine, self.writer, self.book, self.stored, self.written)

    def finish(self) -> None:
        """Note that all articles have the labels that the book gives them."""
        if self.book.pending:
            self.book.pending.clear()
            self.book.keep(self.engine)

    def _gone(self, roots: list[str]) -> Iterator[str]:
        for path in self.inventory.by_path:
            was_asked = any(_is_below(path, root) for root in roots)
            is_hidden = any(_is_below(path, folder) for folder in self.unreadable_folders)
            if was_asked and not is_hidden and not self._is_kept(path):
                yield path

    def _is_kept(self, path: str) -> bool:
        """Tell whether a file, or an archive that it is packed in, could not be read as a whole."""
        while self.kept_paths and path not in self.kept_paths and path != os.path.dirname(path):
            path = os.path.dirname(path)
        return path in self.kept_paths

    def report(self, took: float) -> Report:
        """Return what was done."""
        return Report(self.added, self.updated, self.removed, self.unchanged, tuple(self.skipped),
                      tuple(self.warnings), round(took, 3), self.relabelled)  # fmt: skip


def _lines_now(candidate: Candidate, path: str) -> list[str] | None:
    """Return the lines of a page that has been read before; None if it cannot be read any more."""
    with suppress(UnreadableError):
        for file in reading.files(candidate):
            if isinstance(file, File) and file.path == path:
                for piece in reading.pieces(file):
                    return piece.page_lines() if isinstance(piece, Text) else None
    return None


def _exists(path: str) -> bool:
    """Tell whether the file is there; a member of an archive is, as far as one can tell without looking into it."""
    while not os.path.exists(path) and path != os.path.dirname(path):
        path = os.path.dirname(path)
    return os.path.isfile(path)


def _is_below(path: str, root: str) -> bool:
    return path == root or path.startswith(os.path.join(root, ""))
