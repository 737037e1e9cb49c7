"""Measuring: builds each in a process of its own, questions to all engines in turn in one process."""

import gc
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from benchmarks.peers import Peer, peer
from benchmarks.queries import Question

ROUNDS = 5
"""How often every question is asked; its time is the best of them, in a warm process."""


@dataclass(frozen=True, slots=True)
class Build:
    """What building an index took: seconds of wall and processor time, peak resident megabytes, megabytes on disk."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    size_mb: float


@dataclass
class Latency:
    """Milliseconds of one kind of question, and the matches found where they were counted."""

    times: list[float] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)

    @property
    def p50(self) -> float:
        """The median."""
        return median(self.times)

    @property
    def p95(self) -> float:
        """The time that one question in twenty exceeds."""
        return quantiles(self.times, n=20)[-1]


def build(name: str, rows: Path, folder: Path) -> Build:
    """Build the index of one engine from nothing, in a fresh process, and return what that took."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    prepare = getattr(peer(name), "prepare", None)
    if prepare:
        prepare(rows)
    started = time.perf_counter()
    command = [sys.executable, "-m", "benchmarks.build", name, str(rows), str(folder)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    printed = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - started
    if status:
        raise RuntimeError(f"{name} failed to build: status {status}")
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Build(
        round(wall, 2), round(usage.ru_utime + usage.ru_stime, 2), round(int(printed.split()[-1]) / 1024), size / 1e6
    )


def ask_all(
    names: Sequence[str], folders: dict[str, Path], questions: Iterable[Question]
) -> dict[str, dict[str, Latency]]:
    """Ask every question of every engine, in turn, and return the latencies by engine and kind.

    The engines take turns question by question, so that a change in the machine's speed meets them alike.
    """
    peers = {name: peer(name) for name in names}
    for name, engine in peers.items():
        engine.open(folders[name])
    latencies: dict[str, dict[str, Latency]] = {name: {} for name in names}
    gc.disable()
    for question in questions:
        for name, engine in peers.items():
            asked = _ask(engine, question)
            if asked:
                latency = latencies[name].setdefault(question.kind, Latency())
                latency.times.append(asked[0])
                if asked[1] is not None:
                    latency.totals.append(asked[1])
        gc.collect()
    gc.enable()
    return latencies


def _ask(engine: Peer, question: Question) -> tuple[float, int | None] | None:
    """Return the best time in milliseconds and the total; None where the engine cannot answer such a question."""
    best, total = float("inf"), None
    try:
        for _ in range(ROUNDS):
            started = time.perf_counter()
            total = engine.ask(question)
            best = min(best, time.perf_counter() - started)
    except NotImplementedError:
        return None
    return best * 1000, total


def peak_mb() -> float:
    """Return the peak resident megabytes of this process."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
