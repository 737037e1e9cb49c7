"""Every match of a query, read one by one from one commit of the index."""

from collections.abc import Iterator
from types import TracebackType
from typing import Self

from searchkit.engines.base import Frozen, Request
from searchkit.results import Exported


class Export:
    """The matches of a query, in order, as they were when it was asked. It can be iterated once, which closes it.

    `total` counts them; `state` names the commit that they are from.
    """

    def __init__(
        self, engine: Frozen, request: Request, query: str, notes: tuple[str, ...], *, text: bool
    ) -> None:  # fmt: skip
        self.query, self.interpreted_as, self.notes = query, str(request.tree), notes
        self._engine = engine
        try:
            self.state = engine.state
            self.total = engine.search(request).total
            self._matches = engine.every(request, text=text)
        except BaseException:
            engine.close()
            raise

    def __repr__(self) -> str:
        return f"<Export of {self.interpreted_as!r}: {self.total} matches>"

    def __iter__(self) -> Iterator[Exported]:
        _ = self._engine.state  # an error if it has been closed, as it is after the first time
        with self:
            yield from self._matches

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the commit. Closing twice is fine."""
        self._engine.close()
