"""Cursors: where the next page of an answer begins, in which commit of the index, and for which question."""

from searchkit.errors import CursorExpiredError, QueryError
from searchkit.results import Page


def place_in(cursor: str, offset: int) -> int:
    """Return where the page of a cursor begins; an offset beside it must be 0. Raises QueryError.

    >>> place_in(Page("5.1a2b3c4d", 10, ("lavrov", "newest")).cursor(), 0)
    10
    """
    if offset:
        raise QueryError("a cursor is itself an offset: give one of the two")
    try:
        place = int(_parts(cursor)[1], 16)
    except ValueError:
        place = -1
    if place < 0:
        raise QueryError(f"this is no cursor: {cursor!r}", hint="the answer to a search has that of its next page")
    return place


def check(cursor: str, page: Page) -> None:
    """Raise QueryError for the cursor of another question than the page is of, CursorExpiredError for another state."""
    stated, _, key = _parts(cursor)
    if key != _parts(page.cursor())[2]:
        raise QueryError("the cursor is of another query, or of other filters, zones or order",
                         hint="give the query and the options of the first page")  # fmt: skip
    if stated != page.state:
        raise CursorExpiredError(
            "the index has changed since the cursor was made: pages would miss hits or repeat them",
            hint="begin again without the cursor; `searchkit export` and Archive.frozen() read one state to the end",
        )


def _parts(cursor: str) -> tuple[str, str, str]:
    rest, _, key = cursor.rpartition(".")
    state, _, place = rest.rpartition(".")
    return state, place, key
