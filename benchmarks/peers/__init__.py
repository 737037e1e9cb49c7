"""The engines that are compared, one module each.

All index `id`, `title`, `text`, `date` and `source` of the same rows, stem English, keep positions, store everything,
and give back id, title, date and source of the ten best.
"""

from importlib import import_module
from pathlib import Path
from typing import Protocol

from benchmarks.queries import Question

NAMES = ("searchkit", "tantivy", "fts5", "whoosh3")


class Answer(Protocol):
    """What one call gave: the number of matches where the engine counted them, and what was shown."""

    total: int | None


class Peer(Protocol):
    """One engine. `build` runs in a process of its own; `open` and `ask` in the one that measures."""

    version: str

    def build(self, rows: Path, folder: Path) -> None:
        """Index the rows into the empty folder, ready to be searched."""

    def open(self, folder: Path) -> None:
        """Open the index."""

    def ask(self, question: Question) -> int | None:
        """Answer the question, from its text to the values a user sees; return the total if the call gave it."""


def peer(name: str) -> Peer:
    """Return the engine of that name."""
    made: Peer = import_module(f"benchmarks.peers.{name}_peer").make()
    return made
