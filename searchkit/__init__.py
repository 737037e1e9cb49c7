"""searchkit finds articles in archives of dated news.

    in:   files --ingest--> Article --fields, analysis--> indexer --engines--> index/
    out:  text --query--> tree --engines--> matches --highlight--> Results --> your code | cli
                          Archive (the class users meet) holds both ways together

>>> import tempfile, datetime, searchkit
>>> with searchkit.open(tempfile.mkdtemp(), create=True) as archive:
...     _ = archive.add([searchkit.Article(id="a1", title="Talks in Anchorage", body="Lavrov spoke of new contacts.",
...                                        date=datetime.date(2025, 9, 18), source="Wire")])
...     archive.search("lavrov contacts").hits[0].passages[0].text
'Lavrov spoke of new contacts.'
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from searchkit.archive import Archive, open, search
    from searchkit.article import UNKNOWN, ZONES, Article, Evidence, Zone
    from searchkit.citing import Citation, Citations, Verdict, Verdicts, verify
    from searchkit.counting.significant import SignificantTerm, SignificantTerms
    from searchkit.counting.timeline import Bucket, Timeline
    from searchkit.errors import (
        ArchiveError,
        ArticleError,
        ArticleNotFoundError,
        CorruptIndexError,
        CursorExpiredError,
        DateError,
        IndexLockedError,
        IndexNotFoundError,
        IndexVersionError,
        InputError,
        NotAnIndexError,
        QueryError,
        QuerySyntaxError,
        SearchkitError,
        SearchTimeoutError,
        UnreadableError,
    )
    from searchkit.exporting import Export
    from searchkit.fields import FACETS, ZONE_CHOICES
    from searchkit.ingest.files import Skipped
    from searchkit.ingest.pages.noise import NoiseLine
    from searchkit.report import Progress, Report
    from searchkit.results import Copy, Exported, Facet, FacetCount, Hit, Line, Passage, Results, mark_html
    from searchkit.why.advice import ClauseCount, Coverage, Drop, Suggestion, Suggestions, ZeroHits
    from searchkit.why.explanation import Clause, Explanation, Part

__version__ = "0.1.0"

__all__ = [
    "FACETS",
    "UNKNOWN",
    "ZONES",
    "ZONE_CHOICES",
    "Archive",
    "ArchiveError",
    "Article",
    "ArticleError",
    "ArticleNotFoundError",
    "Bucket",
    "Citation",
    "Citations",
    "Clause",
    "ClauseCount",
    "Copy",
    "CorruptIndexError",
    "Coverage",
    "CursorExpiredError",
    "DateError",
    "Drop",
    "Evidence",
    "Explanation",
    "Export",
    "Exported",
    "Facet",
    "FacetCount",
    "Hit",
    "IndexLockedError",
    "IndexNotFoundError",
    "IndexVersionError",
    "InputError",
    "Line",
    "NoiseLine",
    "NotAnIndexError",
    "Part",
    "Passage",
    "Progress",
    "QueryError",
    "QuerySyntaxError",
    "Report",
    "Results",
    "SearchTimeoutError",
    "SearchkitError",
    "SignificantTerm",
    "SignificantTerms",
    "Skipped",
    "Suggestion",
    "Suggestions",
    "Timeline",
    "UnreadableError",
    "Verdict",
    "Verdicts",
    "ZeroHits",
    "Zone",
    "mark_html",
    "open",
    "search",
    "verify",
]

_HOMES = (
    "errors",
    "fields",
    "results",
    "archive",
    "counting.timeline",
    "counting.significant",
    "article",
    "ingest.files",
    "indexer",
    "ingest.pages.noise",
    "exporting",
    "citing",
    "why.explanation",
    "why.advice",
)
"""The modules that define the public names, those that a search needs first: a name is looked for in this order."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Import a public name at its first use: `searchkit --help` uses none, and answers at once."""
        if name in __all__:
            for home in _HOMES:
                module = import_module(f"searchkit.{home}")
                if hasattr(module, name):
                    return globals().setdefault(name, getattr(module, name))
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
