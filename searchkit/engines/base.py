"""The contract between Archive and an engine. Only plain values cross it.

An engine holds articles under their ids. What a writer has put is found, and survives a crash, once `commit` has
returned, and not before. Reading never waits for writing: a search sees the last commit.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, Self

from searchkit.fields import DEFAULT_ZONES, SEPARATOR
from searchkit.query.tree import Node
from searchkit.results import Copy, Exported, Facet, Hit
from searchkit.values import Value

if TYPE_CHECKING:
    from searchkit.article import Article
    from searchkit.why.explanation import Part

Sort = Literal["relevance", "newest", "oldest"]


class Request(Value):
    """One search: what must match, and what of the answer is wanted. What is not asked for is not worked out.

    Words without a field are looked for in `zones`. Matches are ordered by score rounded to six decimals, then newest,
    then id; by date, then id, where `sort` says so (the undated last). Facets count all matches. Up to `passages`
    passages are marked in every hit, and its title with them; for 0 neither is read.

    To `collapse` is to show one hit of each group of copies, the best, with the others listed with it: the list that is
    paged then has no more of them. Total and facets count all.

    After `time_limit` seconds, if there is one, a search is given up: SearchTimeoutError.
    """

    tree: Node
    zones: tuple[str, ...] = DEFAULT_ZONES
    sort: Sort = "relevance"
    limit: int = 10
    offset: int = 0
    facets: tuple[str, ...] = ()
    passages: int = 0
    collapse: bool = False
    time_limit: float | None = None


class Matches(Value):
    """The answer to a Request; `facets` has each facet that was asked for.

    `other_zones` are the zones of a page beside title and body that any article has, whatever was looked for. `copies`
    counts the matches that are no hits as they are copies of one, and listed with it. `state` names the commit.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, Facet]
    other_zones: tuple[str, ...] = ()
    copies: int = 0
    state: str = ""


def apart(counts: Iterable[tuple[str | None, int]]) -> Facet:
    """Return the facet of a field of many values, from the counts of its values as an index has them: joined."""
    total: Counter[str | None] = Counter()
    for joined, count in counts:
        for value in dict.fromkeys(joined.split(SEPARATOR)) if joined else (None,):
            total[value] += count
    return Facet.of(total)


class Known(Value):
    """What the index knows of one article without opening it; `path` and `sha256` are empty where there is none."""

    id: str
    path: str
    sha256: str


class Rows(Value):
    """A file of JSON Lines: its path, and the name that begins the ids of rows that bring none (`name#line`)."""

    path: str
    name: str


class RowsReport(Value):
    """What became of the rows of files, which are numbered from 0.

    `added` counts articles; `skipped` has the file, the line (from 1) and the reason of rows that are no articles.
    """

    added: int
    skipped: list[tuple[int, int, str]]


class Writer(Protocol):
    """The one writer of an index. Leaving its `with` block closes it; what was not committed is dropped."""

    def put(self, article: "Article", *, is_new: bool = False) -> None:
        """Add the article, in place of the one that has its id.

        `is_new` is the caller's word that there is none: looking for it takes time, and memory in a large index.
        """

    def put_rows(self, rows: Sequence[Rows]) -> RowsReport | None:
        """Add all articles of files of JSON Lines to an empty index.

        Returns None, and adds nothing, where the engine cannot, or where a row needs a closer look (its id is another
        row's, its date is in words): then the caller reads the rows and puts them.
        """

    def delete(self, id: str) -> bool:
        """Remove the article of that id; tell whether there was one."""

    def commit(self) -> None:
        """Make everything since the last commit durable and visible. More may follow."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Account(NamedTuple):
    """What a tree gives one article: its exact score, None where it does not match, and what the score is made of."""

    score: float | None
    parts: "tuple[Part, ...]"


class Occurrences(NamedTuple):
    """A word and the number of articles that have it in a field; deleted ones count until segments merge."""

    word: str
    articles: int

    @classmethod
    def best(cls, counts: Mapping[str, int], limit: int | None = None) -> "list[Occurrences]":
        """Return the words of most articles, up to `limit`, then in order."""
        if limit is not None and len(counts) > limit > 0:  # a prefix of one letter has thousands, of which few matter
            least = sorted(counts.values(), reverse=True)[limit - 1]
            counts = {word: count for word, count in counts.items() if count >= least}
        pairs = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        return [cls(*pair) for pair in pairs[:limit]]


class Statistics(Protocol):
    """What a commit, the last one when it was asked for or a later one, knows of scores and words."""

    def account(self, tree: Node, zones: Sequence[str], id: str) -> Account:
        """Return what a tree gives the article of that id, which is there, as a search adds it up."""

    def beginning(self, prefix: str, fields: Sequence[str], limit: int) -> Sequence[Occurrences]:
        """Return up to `limit` of the terms of fields that begin so, what most articles have first, then in order.

        What several fields have is counted in each.
        """

    def alike(self, word: str, distance: int, fields: Sequence[str]) -> Sequence[Occurrences]:
        """Return the terms that are like a word, as `is_like` has it, in the order of `beginning`."""

    def frequency(self, field: str, term: str) -> tuple[int, int]:
        """Return how many articles have a term in a field, and how many there are; deleted ones count in both."""


class Engine(Protocol):
    """An open index."""

    @property
    def name(self) -> str:
        """What runs: `native` and its version, or `whoosh`."""

    @property
    def state(self) -> str:
        """The name of the last commit: another one after every change."""

    def search(self, request: Request) -> Matches:
        """Answer the request from the last commit."""

    def words_of(self, request: Request, least: int) -> tuple[int, Sequence[tuple[str, int]]]:
        """Count the words of the bodies of the first `limit` articles that match, in the order of the request.

        Returns how many articles these are, and the words that at least so many of them have, with how many have each.
        """

    def frequencies(self, field: str, terms: Sequence[str]) -> tuple[int, list[int]]:
        """Return how many articles the index has, and how many of them have each term: both with deleted ones."""

    def get(self, id: str) -> "Article | None":
        """Return the article of that id, or None."""

    def copies(self, id: str) -> tuple[Copy, ...]:
        """Return the copies of the article of that id, newest first, then by id; none where it has none."""

    def frozen(self) -> "Frozen":
        """Return the last commit as an engine of its own, which stays as it is while others write, until it is closed.

        It has no writer.
        """

    def statistics(self) -> Statistics:
        """Return what the index knows of scores and words."""

    def known(self) -> Iterable[Known]:
        """Yield what the index knows of every article, in no order."""

    def writer(self) -> Writer:
        """Return the writer. Raises IndexLockedError while another process has it."""

    def kept(self, name: str) -> str | None:
        """Return the text that is kept under a name beside the index, or None."""

    def keep(self, name: str, text: str) -> None:
        """Keep a text under a name beside the index, in place of the one that is there, once it is on disk.

        Only who has the writer may.
        """

    def stats(self) -> dict[str, object]:
        """Return figures about the index, by name."""

    def close(self) -> None:
        """Release files. Closing twice is fine; anything else on a closed engine is an error."""


class Frozen(Engine, Protocol):
    """One commit of an index, open for reading."""

    def every(self, request: Request, *, text: bool) -> Iterator[Exported]:
        """Yield every match in the order of the request, whatever its limit; with `text`, bodies as well.

        What is in memory is some of the matches, and of each its number and its score.
        """
