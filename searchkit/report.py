"""What a run of the indexer tells: how far it has come, and what it did."""

from dataclasses import dataclass

from searchkit.ingest.files import Skipped
from searchkit.results import FORMAT_VERSION


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come: files read, of all; bytes read, of all; articles written."""

    files: int
    total_files: int
    bytes: int
    total_bytes: int
    written: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did, in articles. `skipped` could not be read, `warnings` were read but something in them is wrong.

    `relabelled` have not changed, but what was learned about the boilerplate of their source has.
    """

    added: int
    updated: int
    removed: int
    unchanged: int
    skipped: tuple[Skipped, ...]
    warnings: tuple[Skipped, ...]
    took_s: float
    relabelled: int = 0

    def to_dict(self) -> dict[str, object]:
        """Return the report as JSON has it."""
        return {
            "format_version": FORMAT_VERSION,
            "added": self.added,
            "updated": self.updated,
            "removed": self.removed,
            "unchanged": self.unchanged,
            "relabelled": self.relabelled,
            "skipped": [skipped.to_dict() for skipped in self.skipped],
            "warnings": [warning.to_dict() for warning in self.warnings],
            "took_s": self.took_s,
        }
