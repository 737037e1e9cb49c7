"""What helps on with a query: suggestions, and what is known where nothing was found. Values with no engine behind."""

import datetime
from typing import Any

from searchkit.results import FORMAT_VERSION
from searchkit.values import Value


class Suggestion(Value):
    """A query that was not typed, and how many articles it finds under the same filters: always some."""

    text: str
    hits: int

    def to_dict(self) -> dict[str, Any]:
        """Return the suggestion as JSON has it."""
        return {"text": self.text, "hits": self.hits}


class Suggestions(Value):
    """What may be meant by a text: `completions` of its last word, and `corrections` of words that nothing has."""

    text: str
    completions: tuple[Suggestion, ...] = ()
    corrections: tuple[Suggestion, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.completions or self.corrections)

    def to_dict(self) -> dict[str, Any]:
        """Return the suggestions as JSON has them."""
        return {
            "format_version": FORMAT_VERSION,
            "text": self.text,
            "completions": [suggestion.to_dict() for suggestion in self.completions],
            "corrections": [suggestion.to_dict() for suggestion in self.corrections],
        }


class ClauseCount(Value):
    """A clause of a query, and how many articles it finds by itself."""

    text: str
    total: int

    def to_dict(self) -> dict[str, Any]:
        """Return the count as JSON has it."""
        return {"clause": self.text, "total": self.total}


class Drop(Value):
    """Clauses without which a query finds something: the query that is left, and how many articles it finds."""

    clauses: tuple[str, ...]
    query: str
    total: int

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {"clauses": list(self.clauses), "query": self.query, "total": self.total}


class Coverage(Value):
    """How many articles the archive has within some filters (`*` for none), the first and the last of their dates."""

    within: str
    articles: int
    first_date: datetime.date | None = None
    last_date: datetime.date | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the coverage as JSON has it."""
        first, last = (day.isoformat() if day else None for day in (self.first_date, self.last_date))
        return {"within": self.within, "articles": self.articles, "first_date": first, "last_date": last}


class ZeroHits(Value):
    """Why a query finds nothing: what each clause finds alone, the fewest clauses to `drop`, what may be meant instead.

    `coverage` is that of the archive within the filters of the query, by date, source and the like, and `archive` that
    of all of it. Of equally small sets of clauses to drop those that find most come first.
    """

    clauses: tuple[ClauseCount, ...]
    drop: tuple[Drop, ...]
    suggestions: tuple[Suggestion, ...]
    coverage: Coverage
    archive: Coverage

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {
            "clauses": [clause.to_dict() for clause in self.clauses],
            "drop": [drop.to_dict() for drop in self.drop],
            "suggestions": [suggestion.to_dict() for suggestion in self.suggestions],
            "coverage": self.coverage.to_dict(),
            "archive": self.archive.to_dict(),
        }

    def notes(self) -> list[str]:
        """Return in words what its reader does not know yet."""
        found = []
        if len(self.clauses) > 1:
            alone = ", ".join(f"{clause.text} {clause.total:,}" for clause in self.clauses)
            found.append(f"what each clause finds alone: {alone}")
        found += [f"without {' and '.join(drop.clauses)}: {_articles(drop.total)}" for drop in self.drop]
        found += [f"did you mean {one.text}? It finds {_articles(one.hits)}" for one in self.suggestions]
        if self.coverage != self.archive or not self.archive.articles:
            found.append(_in_words(self.coverage, self.archive))
        return found


def _articles(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"


def _in_words(coverage: Coverage, archive: Coverage) -> str:
    if not archive.articles:
        return "the archive is empty"
    held = f"the archive has {_articles(coverage.articles) if coverage.articles else 'nothing'} for {coverage.within}"
    if coverage.articles:
        return held + _reach(coverage, ", ")
    return f"{held}; it has {_articles(archive.articles)}{_reach(archive, ' ')}"


def _reach(coverage: Coverage, between: str) -> str:
    first, last = coverage.first_date, coverage.last_date
    if first is None:
        return f"{between}without a date"
    return f"{between}of {first}" if first == last else f"{between}from {first} to {last}"
