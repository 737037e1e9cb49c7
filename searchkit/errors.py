"""Every error that searchkit raises on purpose.

SearchkitError
├── QueryError              the query, or an option of it, cannot be understood; knows the place
│   └── QuerySyntaxError    the text of the query is not of the grammar
├── SearchTimeoutError      the search took longer than its time limit
├── CursorExpiredError      the index has changed since the page before was read
├── DateError               a date or a range of dates cannot be understood
├── InputError              a path given to `index` cannot be used at all
│   └── UnreadableError     one file or row cannot be read; the run goes on without it
├── ArticleError            an article handed to `add` is not one
├── ArticleNotFoundError    no article of that id
└── ArchiveError             something about the index itself
    ├── IndexNotFoundError  there is none at that place
    ├── NotAnIndexError     the place holds something else
    ├── IndexVersionError   it was written by a newer searchkit
    ├── IndexLockedError    another process is writing to it
    └── CorruptIndexError   it is damaged
"""


class SearchkitError(Exception):
    """The base of all: a message that says what happened, and often a hint that says what to do."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class QueryError(SearchkitError):
    """A query that cannot be understood.

    `position` is the code point of `query` where understanding ended; both are None for a wrong option value.
    """

    def __init__(
        self, message: str, *, query: str | None = None, position: int | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message, hint=hint)
        self.query = query
        self.position = position


class QuerySyntaxError(QueryError):
    """A text that the grammar of queries does not know."""


class SearchTimeoutError(SearchkitError):
    """A search that took longer than its time limit."""


class CursorExpiredError(SearchkitError):
    """A cursor of an index that has changed since: what it would go on in is no longer there."""


class DateError(SearchkitError):
    """A date or a range of dates that cannot be understood, or that the calendar does not have."""


class InputError(SearchkitError):
    """A path that cannot be indexed at all: it does not exist, or holds no files."""


class UnreadableError(InputError):
    """One file or row that cannot be read. The indexer reports it with its reason and goes on."""


class ArticleError(SearchkitError):
    """An article that cannot be indexed: no id, or a value of the wrong type."""


class ArticleNotFoundError(SearchkitError):
    """The index holds no article of that id."""


class ArchiveError(SearchkitError):
    """Something is wrong with the index or the place it should be at."""


class IndexNotFoundError(ArchiveError):
    """There is no index at the location."""


class NotAnIndexError(ArchiveError):
    """The location holds something that is not a searchkit index."""


class IndexVersionError(ArchiveError):
    """The index was written in a format that this version does not know."""


class IndexLockedError(ArchiveError):
    """Another process is writing to the index."""


class CorruptIndexError(ArchiveError):
    """The index is damaged: a file is missing, cut short or altered."""
