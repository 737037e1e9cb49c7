"""Reading on all cores: processes that read files which are one article each, answered in the order of asking.

The processes are our own command (`python -m searchkit.ingest.pool`) and not those of `multiprocessing`, which would
run the program of whoever embeds this library once more unless it is guarded. A file that kills its process is
reported; the next one has a new process.
"""

import io
import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from types import TracebackType
from typing import IO, Any, Generic, NamedTuple, Self, TypeVar

from searchkit.article import Article
from searchkit.ingest import reading
from searchkit.ingest.files import Skipped
from searchkit.ingest.formats.texts import Text
from searchkit.ingest.pages.page import Recurring
from searchkit.ingest.pieces import File, Piece, Whole

Knowing = Callable[[Sequence[str], str], Recurring | None]
"""Returns, for the lines and the path of a page, what knows the boilerplate of its source. It can be pickled."""

_BATCH = 16
"""Files handed over at a time: fewer cost more for the way than for the reading."""

_BATCH_BYTES = 1 << 20

Context = TypeVar("Context")


class _Job(NamedTuple):
    """A file as it travels: what `File` has, and its bytes."""

    id: str
    path: str
    name: str
    content: bytes


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Pool(Generic[Context]):
    """Worker processes, which live until the `with` block ends."""

    def __init__(self, workers: int, knowing: Knowing | None) -> None:
        self._knowing = knowing
        self._threads = ThreadPoolExecutor(workers)
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for _ in range(workers):
            self._idle.put(_Worker(knowing))
        self._most = 2 * workers + 1
        self._batch: list[tuple[_Job, Context]] = []
        self._asked: deque[tuple[Future[list[list[Article | Skipped]]], list[Context]]] = deque()

    def put(self, piece: Whole, context: Context) -> Iterator[tuple[Context, list[Article | Skipped]]]:
        """Take a piece to read; yield what earlier ones have become, in order, with what was put with them."""
        self._batch.append((_Job(piece.id, piece.place, piece.name, piece.content), context))
        if len(self._batch) == _BATCH or sum(len(job.content) for job, _ in self._batch) > _BATCH_BYTES:
            self._ask()
        while len(self._asked) > self._most:
            yield from self._answers()

    def rest(self) -> Iterator[tuple[Context, list[Article | Skipped]]]:
        """Yield what all that is left has become."""
        self._ask()
        while self._asked:
            yield from self._answers()

    def _ask(self) -> None:
        if self._batch:
            jobs, contexts = map(list, zip(*self._batch, strict=True))
            self._batch = []
            self._asked.append((self._threads.submit(self._read, jobs), contexts))

    def _answers(self) -> Iterator[tuple[Context, list[Article | Skipped]]]:
        answer, contexts = self._asked.popleft()
        yield from zip(contexts, answer.result(), strict=True)

    def _read(self, jobs: list[_Job]) -> list[list[Article | Skipped]]:
        worker = self._idle.get()
        try:
            return worker.read(jobs)
        except (EOFError, OSError, pickle.UnpicklingError):
            worker.close()
            worker = _Worker(self._knowing)
            if len(jobs) == 1:
                return [[Skipped(jobs[0].path, "reading it ended the process that read it")]]
        finally:
            self._idle.put(worker)
        return [found for job in jobs for found in self._read([job])]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(cancel_futures=True)
        while not self._idle.empty():
            self._idle.get().close()


class _Worker:
    """One process that reads."""

    def __init__(self, knowing: Knowing | None) -> None:
        command = [sys.executable, "-m", "searchkit.ingest.pool"]
        path = os.pathsep.join(filter(None, sys.path))
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": path}
        )
        self._send(knowing)

    def _send(self, value: Any) -> None:
        stream = self._process.stdin
        if stream is None:
            raise EOFError
        pickle.dump(value, stream, pickle.HIGHEST_PROTOCOL)
        stream.flush()

    def read(self, jobs: list[_Job]) -> list[list[Article | Skipped]]:
        """Return what the files become. Raises EOFError or OSError when the process has died, and what it raised."""
        self._send(jobs)
        stream = self._process.stdout
        answer: Any = pickle.load(stream) if stream else None  # noqa: S301  from our own process
        if isinstance(answer, Exception):
            raise answer
        found: list[list[Article | Skipped]] = answer
        return found

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()


# --- the other side


def _main(source: IO[bytes], target: IO[bytes]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asks
    knowing = pickle.load(source)  # noqa: S301  from our own process
    while True:
        try:
            jobs = pickle.load(source)  # noqa: S301
        except EOFError:
            return
        try:
            answer: Any = [_found(job, knowing) for job in jobs]
        except Exception as error:  # which the process that asks raises, as if it had read
            answer = error
        pickle.dump(answer, target, pickle.HIGHEST_PROTOCOL)
        target.flush()


def _found(job: _Job, knowing: Knowing | None) -> list[Article | Skipped]:
    file = File(job.id, job.path, job.name, io.BufferedReader(io.BytesIO(job.content)))
    found: list[Article | Skipped] = []
    for piece in reading.pieces(file):
        if isinstance(piece, Piece):
            found += read(piece, knowing)
        else:
            found.append(piece)
    return found


def read(piece: Piece, knowing: Knowing | None) -> Iterator[Article | Skipped]:
    """Yield what a piece becomes; a page with what is known of the boilerplate of its source."""
    if knowing is not None and isinstance(piece, Text):
        piece.know(knowing)
    yield from piece.articles()


if __name__ == "__main__":
    _main(sys.stdin.buffer, sys.stdout.buffer)
