"""An engine that gives up: all that is asked of it together takes no longer than a time limit."""

from time import monotonic
from typing import Any

from searchkit.engines.base import Matches, Request
from searchkit.errors import SearchTimeoutError


class Limited:
    """What is asked of an engine, or of its statistics: once the seconds are over, it all raises SearchTimeoutError.

    A search is given up in its course, anything else before it begins.
    """

    def __init__(self, inner: Any, seconds: float) -> None:
        self._inner = inner
        self._end = monotonic() + seconds

    def search(self, request: Request) -> Matches:
        """Answer the request in the time that is left."""
        left = self._left()
        matches: Matches = self._inner.search(request.replaced(time_limit=left))
        return matches

    def statistics(self) -> "Limited":
        """Return what the index knows of scores and words, for the time that is left."""
        return Limited(self._inner.statistics(), self._left())

    def __getattr__(self, name: str) -> Any:
        self._left()
        return getattr(self._inner, name)

    def _left(self) -> float:
        left = self._end - monotonic()
        if left <= 0:
            raise SearchTimeoutError("the search took longer than its time limit",
                                     hint="ask for less, or give it more time")  # fmt: skip
        return left
