"""The class that users meet: an archive of articles, wherever its index lives."""

import datetime
import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from searchkit.engines.base import Engine, Request, Sort
from searchkit.engines.folder import open_folder
from searchkit.errors import ArchiveError, ArticleError, ArticleNotFoundError, DateError, QueryError
from searchkit.fields import ALL_ZONES, DATE_UNITS, DEFAULT_ZONES, FACETS, ZONE_CHOICES, FacetUnit, exact_term
from searchkit.query.dates import DayRange, parse_stretch
from searchkit.query.grammar import Query, parse
from searchkit.query.tree import And, Days, Everything, Exact, Node, Or
from searchkit.results import Facet, Page, Results

if TYPE_CHECKING:
    from searchkit.article import Article
    from searchkit.citing import Citations
    from searchkit.exporting import Export
    from searchkit.indexer import Progress, Report
    from searchkit.ingest.pages.noise import NoiseLine
    from searchkit.results import Copy
    from searchkit.significant import SignificantTerms
    from searchkit.timeline import Timeline, Weekday

Day = str | datetime.date
"""A day, or a text that states days: `2025-11-13`, `2025-11`, `2025`, `13 Nov 2025`, `last month`, `past 2 weeks`."""


class Archive:
    """Articles and their index. Open one with `searchkit.open`; close it, or use it in a `with` block.

    One Archive may be used by several threads for searching. Every search sees the last commit of any process.
    """

    def __init__(self, engine: Engine, location: str) -> None:
        self._engine = engine
        self.location = location

    def __repr__(self) -> str:
        return f"<Archive {self.location!r}>"

    @property
    def engine(self) -> str:
        """What runs: `native` and its version, or `whoosh`, which is slower, where the native core is not installed."""
        return self._engine.name

    @property
    def state(self) -> str:
        """The name of the commit that is searched: another one after every change of the index."""
        return self._engine.state

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the index. Closing twice is fine."""
        self._engine.close()

    def index(
        self,
        *paths: str | os.PathLike[str],
        progress: "Callable[[Progress], None] | None" = None,
        workers: int | None = None,
    ) -> "Report":
        """Bring the index up to date with the files at and below the paths.

        Only what changed is rewritten; what is gone is removed; what cannot be read is reported and skipped.
        `progress` is called after every file. Many files are read by `workers` processes, one a core by default.

        Raises InputError when a path does not exist or holds no file, IndexLockedError while another process writes.
        """
        from searchkit import indexer  # with all that reads files: nothing a search wants

        return indexer.index(self._engine, paths, progress, workers)

    def add(self, articles: "Iterable[Article]") -> int:
        """Add articles, each in place of the one that has its id, in one commit; return how many there were.

        The language of an article that has none is detected, as it is for those of files.

        Raises ArticleError, and adds none, when one of them is not an Article.
        """
        from searchkit.article import Article
        from searchkit.ingest.languages import described

        count = 0
        with self._engine.writer() as writer:
            for article in articles:
                if not isinstance(article, Article):
                    raise ArticleError(f"add() takes searchkit.Article objects; got {article!r}")
                writer.put(described(article, origin=None))
                count += 1
            writer.commit()
        return count

    def delete(self, ids: Iterable[str]) -> list[str]:
        """Remove the articles of these ids, in one commit, and return the ids that were there."""
        if isinstance(ids, str):
            raise TypeError("delete() takes a list of ids; got one string")
        with self._engine.writer() as writer:
            removed = [id for id in dict.fromkeys(ids) if writer.delete(id)]
            if removed:
                writer.commit()
        return removed

    def search(
        self,
        query: str,
        *,
        source: str | Sequence[str] = (),
        since: Day | None = None,
        until: Day | None = None,
        in_: str | Sequence[str] = DEFAULT_ZONES,
        facets: Sequence[str] = (),
        sort: Sort = "relevance",
        limit: int = 10,
        offset: int = 0,
        passages: int = 3,
        copies: bool = False,
        cursor: str | None = None,
        multi_select: bool = False,
        lenient: bool = False,
        time_limit: float | None = None,
    ) -> Results:
        """Find articles and return the hits from `offset` on, with up to `passages` marked passages each.

        Of articles with one text only the best is a hit, and has the others as its `copies`; with `copies`, each is a
        hit of its own. `total` and facets count all of them.

        `source` keeps any of the sources named; `since` and `until` are inclusive, and a month or a year is all of its
        days. `in_` names the zones that a word without a field is looked for in. `facets` are counted over all matches;
        with `multi_select`, each without the filters on its own field, so that it shows what else could be chosen.
        `cursor` is the `next` of the page before, in place of an offset: it holds only while the index is what it was.

        After `time_limit` seconds the search is given up: SearchTimeoutError.
        If `lenient`, what of the query cannot be understood is left out, and the notes of the results say what.

        Raises QueryError when the query or an option cannot be understood, DateError for a wrong date,
        CursorExpiredError for the cursor of an index that has changed since.
        """
        started = time.perf_counter()
        if cursor is not None:
            from searchkit import paging
        tree, notes = _asked(query, source, since, until, lenient=lenient)
        request = Request(
            tree,
            _zones(in_),
            _one_of(sort, ("relevance", "newest", "oldest"), "sort"),
            _count(limit, "limit"),
            _count(offset, "offset") if cursor is None else paging.place_in(cursor, offset),
            tuple([_one_of(name, FACETS, "facet") for name in facets]) if facets else (),
            _count(passages, "passages"),
            not copies,
            time_limit,
        )
        own: dict[str, Facet] = {}
        if multi_select and facets:
            from searchkit.multiselect import own_counts

            own = own_counts(self._engine, request, facets)
            request = request.replaced(facets=tuple([name for name in facets if name not in own]))
        total, hits, counts, others, listed, state = self._engine.search(request)
        interpreted_as = str(tree)
        following = None
        if cursor is not None or (hits and request.offset + len(hits) < total):
            page = Page(state, request.offset + limit, (interpreted_as, request.zones, sort, copies))
            if cursor is not None:
                paging.check(cursor, page)
            following = page if len(hits) == limit and page.place < total else None
        if own:
            counts = {name: own[name] if name in own else counts[name] for name in facets}
        if listed:
            notes = (*notes, _about_copies(listed))
        if source and not total:
            notes = (*notes, *self._why_nothing(_as_tuple(source)))
        if limit and (others or request.zones is not DEFAULT_ZONES):
            from searchkit.elsewhere import note_on_the_rest, with_places

            rest = note_on_the_rest(self._engine, request, total, others)
            notes = (*notes, rest) if rest else notes
            hits = with_places(self._engine, request, hits)
        took = round((time.perf_counter() - started) * 1000, 2)
        return Results(query, interpreted_as, total, took, hits, counts, notes, following)

    def frozen(self) -> "Archive":
        """Return the archive as it is now, for reading: it stays so while others write. Close it when done.

        Its cursors do not expire.
        """
        return Archive(self._engine.frozen(), self.location)

    def export(
        self,
        query: str,
        *,
        source: str | Sequence[str] = (),
        since: Day | None = None,
        until: Day | None = None,
        in_: str | Sequence[str] = DEFAULT_ZONES,
        sort: Sort = "relevance",
        passages: int = 1,
        text: bool = False,
    ) -> "Export":
        """Find every article that matches, and return an iterator that reads them one by one from one commit.

        It takes 16 bytes of memory a match (on Whoosh's own codec some hundreds), and sees nothing of what others write
        meanwhile. Every copy of a text is a match of its own. With `text`, each match has its body. The other options
        are those of `search`.

        Raises what `search` does.
        """
        from searchkit.exporting import Export

        tree, notes = _asked(query, source, since, until)
        order = _one_of(sort, ("relevance", "newest", "oldest"), "sort")
        request = Request(tree, _zones(in_), order, 0, 0, (), _count(passages, "passages"))
        return Export(self._engine.frozen(), request, query, notes, text=text)

    def cite(
        self, query_or_id: str, *, quote: str | None = None, limit: int = 10, passages: int = 1, **options: Any
    ) -> "Citations":
        """Cite the articles that a query finds, by up to `passages` passages each, or the one article of an id.

        Every citation is proven from its file as it is now, and says what is proven; `searchkit.verify` checks it
        later, without the index. The article of an id is cited by its lead, or by the words of `quote`. The other
        options are those of `search`.

        Raises what `search` does, and QueryError when the article does not have the words.
        """
        from searchkit import citing

        return citing.cite(self, query_or_id, quote=quote, limit=limit, passages=passages, **options)

    def check_files(self, ids: Iterable[str]) -> dict[str, str]:
        """Return what became of the files that these articles were read from since they were indexed.

        By id: `unchanged`, `changed`, `missing`, or `none` for an article without a file. The files are read.
        """
        from searchkit.citing.make import states

        return states(self.show(id) for id in ids)

    def facets(self, query: str = "*", *, by: str = "source", **options: Any) -> Facet:
        """Return the counts of one field over all matches: `by` is one of searchkit's FACETS.

        Takes the filters of `search`.
        """
        return self.search(query, facets=[by], limit=0, passages=0, **options).facets[by]

    def timeline(
        self,
        query: str = "*",
        *,
        by: FacetUnit = "month",
        share: bool = False,
        week_start: "Weekday" = "monday",
        source: str | Sequence[str] = (),
        since: Day | None = None,
        until: Day | None = None,
        in_: str | Sequence[str] = DEFAULT_ZONES,
    ) -> "Timeline":
        """Count matches by day, week, month, quarter or year, and units without any too.

        With `share`, all articles under the same filters (`source`, `since`, `until`) are counted beside them. Weeks
        are those of ISO 8601, unless `week_start` says that they begin on another day than Monday.

        The timeline goes from the first match to the last; from `since` and up to `until`, as far as the archive goes,
        where these or the query name days. Raises QueryError and DateError as `search` does.
        """
        from searchkit.timeline import WEEKDAYS, Timeline, buckets

        started = time.perf_counter()
        _, tree, notes = parse(query)
        sources, days = _as_tuple(source), _days(since, until)
        request = Request(_filtered(tree, sources, days), _zones(in_))
        everything = _filtered(Everything(), sources, days) if share else None
        found, others, rows = buckets(
            self._engine,
            request,
            everything,
            _one_of(by, DATE_UNITS, "by"),
            _one_of(week_start, WEEKDAYS, "week_start"),
        )
        if sources and not found.total:
            notes = (*notes, *self._why_nothing(sources))
        took = round((time.perf_counter() - started) * 1000, 2)
        counted = (by, found.total, found.undated, took, rows, others.total if others else None)
        return Timeline(query, str(request.tree), *counted, notes)

    def terms(
        self,
        query: str,
        *,
        vs: str = "rest",
        source: str | Sequence[str] = (),
        since: Day | None = None,
        until: Day | None = None,
        in_: str | Sequence[str] = DEFAULT_ZONES,
        limit: int = 20,
    ) -> "SignificantTerms":
        """Find the words that set the matches apart from all other articles, or from those that match the query `vs`.

        Only the bodies of articles count, and the words of the query itself are left out. `source`, `since` and `until`
        hold for both sides. Raises QueryError and DateError as `search` does.
        """
        from searchkit.significant import SignificantTerms, significant

        started = time.perf_counter()
        _, tree, notes = parse(query)
        sources, days = _as_tuple(source), _days(since, until)
        request = Request(_filtered(tree, sources, days), _zones(in_))
        other, more = (Everything(), ()) if vs == "rest" else parse(vs)[1:]
        background = _filtered(other, sources, days)
        found = significant(self._engine, request, background, _count(limit, "limit"), is_rest=vs == "rest")
        if sources and not found[0]:
            more = (*more, *self._why_nothing(sources))
        versus = vs if vs == "rest" else str(other)
        took = round((time.perf_counter() - started) * 1000, 2)
        return SignificantTerms(query, str(request.tree), versus, *found[:3], took, found[3], (*notes, *more))

    def show(self, id: str) -> "Article":
        """Return one article. Raises ArticleNotFoundError when there is none of that id."""
        article = self._engine.get(id)
        if article is None:
            raise ArticleNotFoundError(f"there is no article {id!r} in {self.location}",
                                       hint="ids stand in the results of a search")  # fmt: skip
        return article

    def copies(self, id: str) -> "tuple[Copy, ...]":
        """Return the other articles with the text of this one, newest first, then by id."""
        return self._engine.copies(id)

    def noise(self, *, pin: str | Sequence[str] = (), unpin: str | Sequence[str] = ()) -> "tuple[NoiseLine, ...]":
        """Return the lines that are boilerplate: learned by source, what recurs most first, then those that are pinned.

        A line to `pin` is boilerplate of every source from now on, a line to `unpin` is none, whatever was learned;
        articles that have it are labelled again.

        Raises ArticleError when a text to pin is not one line, IndexLockedError while another process writes.
        """
        from searchkit import learning

        pinned, unpinned = _as_tuple(pin), _as_tuple(unpin)
        for text in (*pinned, *unpinned):
            if not text.strip() or len(text.strip().splitlines()) > 1:
                raise ArticleError(f"boilerplate is pinned line by line; got {text!r}")
        if pinned or unpinned:
            return tuple(learning.pin(self._engine, pinned, unpinned).listed())
        return tuple(learning.Book.of(self._engine).listed())

    def stats(self) -> dict[str, object]:
        """Return figures about the index: articles, segments, bytes, first and last date.

        `copies` counts the articles that are copies of another: all in `copy_groups`, but one of each.
        """
        return self._engine.stats()

    def _why_nothing(self, sources: Sequence[str]) -> Iterable[str]:
        """Return a note for every source of the filter that no article has."""
        from difflib import get_close_matches  # wanted for this note alone

        everything = self._engine.search(Request(Everything(), limit=0, facets=("source",)))
        known = {exact_term(name): name for name, _ in everything.facets["source"] if name}
        for name in sources:
            if exact_term(name) not in known:
                close = get_close_matches(exact_term(name), known, n=1) or [
                    term for term in known if exact_term(name) in term
                ]
                yield f"no article has the source {name!r}" + (f"; did you mean {known[close[0]]!r}?" if close else "")


def open(location: str | os.PathLike[str], *, create: bool = False) -> Archive:
    """Open the archive whose index is at the location, a folder; with `create`, make one where there is none.

    Raises IndexNotFoundError, NotAnIndexError, IndexVersionError or CorruptIndexError.
    """
    name = os.fspath(location)
    if "://" in name:
        raise ArchiveError(f"cannot open {name}: this version of searchkit opens folders only")
    return Archive(open_folder(Path(name), create=create), name)


def search(query: str, *, index: str | os.PathLike[str] = "index", **options: Any) -> Results:
    """Search the index in a folder once, with the options of `Archive.search`."""
    with open(index) as archive:
        return archive.search(query, **options)


def _about_copies(count: int) -> str:
    more, are = ("match", "is a copy of an article") if count == 1 else ("matches", "are copies of articles")
    it, each = ("it", "it") if count == 1 else ("them", "each")
    return f"{count:,} more {more} {are} shown here, and listed with {it}: --copies shows {each} as a hit"


def _as_tuple(value: str | Sequence[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _one_of(value: Any, choices: Sequence[str], what: str) -> Any:
    if value not in choices:
        raise QueryError(f"{what} must be one of {', '.join(choices)}; got {value!r}")
    return value


def _count(value: int, what: str) -> int:
    if value < 0:
        raise QueryError(f"{what} must not be negative; got {value}")
    return value


def _zones(names: str | Sequence[str]) -> tuple[str, ...]:
    if names == DEFAULT_ZONES:
        return DEFAULT_ZONES
    chosen = [_one_of(name, ZONE_CHOICES, "in") for name in _as_tuple(names)]
    return ALL_ZONES if "all" in chosen else tuple(dict.fromkeys(chosen)) or DEFAULT_ZONES


def _days(since: Day | None, until: Day | None) -> DayRange:
    first = _parsed(since)[0] if since else None
    last = _parsed(until)[1] if until else None
    if first and last and first > last:
        raise DateError(f"nothing lies between since {first} and until {last}", hint="exchange the two")
    return first, last


def _parsed(day: Day) -> tuple[datetime.date, datetime.date]:
    if isinstance(day, datetime.datetime) and day.time() == datetime.time():
        day = day.date()  # as tables of data have days
    return (day, day) if type(day) is datetime.date else parse_stretch(str(day))


def _asked(
    query: str, source: str | Sequence[str], since: Day | None, until: Day | None, *, lenient: bool = False
) -> tuple[Node, tuple[str, ...]]:  # fmt: skip
    """Return what is asked for, filters included, and notes on how it was understood."""
    _, tree, notes = parse(query, lenient=lenient)
    if source or since or until:
        tree = _filtered(tree, _as_tuple(source), _days(since, until))
    return tree, notes


def _filtered(tree: Node, sources: Sequence[str], days: DayRange) -> Node:
    """Return the tree with the filters of the options, in the query's own terms."""
    filters: list[Node] = []
    if sources:
        any_of = tuple(Exact("source", name) for name in sources)
        filters.append(any_of[0] if len(any_of) == 1 else Or(any_of))
    if any(days):
        filters.append(Days(*days))
    if not filters:
        return tree
    parts = tree.parts if isinstance(tree, And) else () if isinstance(tree, Everything) else (tree,)
    return And((*parts, *filters)) if len(parts) + len(filters) > 1 else filters[0]


__all__ = ["Archive", "Query", "open", "search"]
