"""searchkit, as a user calls it."""

import datetime
from pathlib import Path

import searchkit
from benchmarks.queries import Question


class Searchkit:
    """Archive.index on the rows, Archive.search for every question."""

    version = searchkit.__version__

    def build(self, rows: Path, folder: Path) -> None:
        with searchkit.open(folder, create=True) as archive:
            archive.index(rows)

    def open(self, folder: Path) -> None:
        self.archive = searchkit.open(folder)

    def ask(self, question: Question) -> int | None:
        text = " ".join(question.words)
        match question.kind:
            case "or":
                text = " OR ".join(question.words)
            case "phrase":
                text = f'"{text}"'
            case "prefix":
                text += "*"
            case "fuzzy":
                text += "~"
        results = self.archive.search(
            text,
            since=datetime.date.fromisoformat(question.since) if question.since else None,
            until=datetime.date.fromisoformat(question.until) if question.until else None,
            facets=("source", "date") if question.kind == "facets" else (),
            sort="newest" if question.kind == "newest" else "relevance",
            limit=0 if question.kind == "count" else 10,
            passages=3 if question.kind == "passages" else 0,
            copies=True,  # every copy a hit of its own, as the peers give them
            advise=False,  # nor do they say what would help where nothing was found
        )
        for facet in results.facets.values():
            _ = [(entry.value, entry.count) for entry in facet[:1000]]
        for hit in results:
            _ = hit.id, hit.title, hit.date, hit.source
        return results.total


def make() -> Searchkit:
    return Searchkit()
