"""The class that users meet: an archive of articles, wherever its index lives."""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from searchkit import asking
from searchkit.asking import Day
from searchkit.engines.base import Engine, Request, Sort
from searchkit.engines.folder import open_folder
from searchkit.errors import ArchiveError, ArticleError, ArticleNotFoundError
from searchkit.fields import DATE_UNITS, DEFAULT_ZONES, FACETS, FacetUnit, exact_term
from searchkit.query.dates import DayRange
from searchkit.query.grammar import Query, parse
from searchkit.query.tree import Everything
from searchkit.results import Facet, Page, Results

if TYPE_CHECKING:
    from searchkit.article import Article
    from searchkit.citing import Citations
    from searchkit.counting.significant import SignificantTerms
    from searchkit.counting.timeline import Timeline, Weekday
    from searchkit.exporting import Export
    from searchkit.indexer import Progress, Report
    from searchkit.ingest.pages.noise import NoiseLine
    from searchkit.results import Copy
    from searchkit.why.advice import Suggestions, ZeroHits
    from searchkit.why.explanation import Explanation
    from searchkit.why.suggest import Suggesting


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
        recency: str | int | None = None,
        boost_phrase: bool = False,
        advise: bool = True,
    ) -> Results:
        """Find articles and return the hits from `offset` on, with up to `passages` marked passages each.

        Of articles with one text only the best is a hit, and has the others as its `copies`; with `copies`, each is a
        hit of its own. `total` and facets count all of them.

        `source` keeps any of the sources named; `since` and `until` are inclusive, and a month or a year is all of its
        days. `in_` names the zones that a word without a field is looked for in. `facets` are counted over all matches;
        with `multi_select`, each without the filters on its own field, so that it shows what else could be chosen.
        `cursor` is the `next` of the page before, in place of an offset: it holds only while the index is what it was.

        `recency` is a span (`30d`, `8w`, `6m`, `2y`, or a number of days): the newest articles get RECENCY_SCORE more,
        those that are older by that span half of it, and so on; counted back from `until`, else from today. With
        `boost_phrase`, two words that stand side by side in the query and in an article count once more as a phrase.

        Where nothing is found, `zero_hits` says what would help; with `advise` false it is not worked out.
        After `time_limit` seconds the search is given up: SearchTimeoutError.
        If `lenient`, what of the query cannot be understood is left out, and the notes of the results say what.

        Raises QueryError when the query or an option cannot be understood, DateError for a wrong date,
        CursorExpiredError for the cursor of an index that has changed since.
        """
        started = time.perf_counter()
        if cursor is not None:
            from searchkit import paging
        tree, notes = asking.asked(query, source, since, until, lenient=lenient)
        interpreted_as = str(tree)
        boosts: tuple[str, ...] = ()
        if recency is not None or boost_phrase:
            tree = asking.favoured_by(tree, recency, boost_phrase, until)
            boosts = asking.boosts(tree)
        request = Request(
            tree,
            asking.zones(in_),
            asking.one_of(sort, ("relevance", "newest", "oldest"), "sort"),
            asking.count(limit, "limit"),
            asking.count(offset, "offset") if cursor is None else paging.place_in(cursor, offset),
            tuple([asking.one_of(name, FACETS, "facet") for name in facets]) if facets else (),
            asking.count(passages, "passages"),
            not copies,
            time_limit,
        )
        own: dict[str, Facet] = {}
        if multi_select and facets:
            from searchkit.counting.multiselect import own_counts

            own = own_counts(self._engine, request, facets)
            request = request.replaced(facets=tuple([name for name in facets if name not in own]))
        total, hits, counts, others, listed, state = self._engine.search(request)
        following = None
        if cursor is not None or (hits and request.offset + len(hits) < total):
            page = Page(state, request.offset + limit, (interpreted_as, request.zones, sort, copies, *boosts))
            if cursor is not None:
                paging.check(cursor, page)
            following = page if len(hits) == limit and page.place < total else None
        if own:
            counts = {name: own[name] if name in own else counts[name] for name in facets}
        if listed:
            notes = (*notes, _about_copies(listed))
        if source and not total:
            notes = (*notes, *self._why_nothing(asking.sources(source)))
        if limit and (others or request.zones is not DEFAULT_ZONES):
            from searchkit.elsewhere import note_on_the_rest, with_places

            rest = note_on_the_rest(self._engine, request, total, others)
            notes = (*notes, rest) if rest else notes
            hits = with_places(self._engine, request, hits)
        zero_hits = None
        if advise and limit and not total:
            zero_hits = self._zero_hits(query, request, source, since, until)
            notes = (*notes, *zero_hits.notes())
        took = round((time.perf_counter() - started) * 1000, 2)
        return Results(query, interpreted_as, total, took, hits, counts, notes, following, None, zero_hits, boosts)

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

        tree, notes = asking.asked(query, source, since, until)
        order = asking.one_of(sort, ("relevance", "newest", "oldest"), "sort")
        request = Request(tree, asking.zones(in_), order, 0, 0, (), asking.count(passages, "passages"))
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

    def explain(
        self,
        query: str,
        id: str,
        *,
        source: str | Sequence[str] = (),
        since: Day | None = None,
        until: Day | None = None,
        in_: str | Sequence[str] = DEFAULT_ZONES,
        recency: str | int | None = None,
        boost_phrase: bool = False,
    ) -> "Explanation":
        """Say why an article has its score under a query, term by term, or which clauses fail it, and why.

        The options are those of `search`. Raises ArticleNotFoundError where there is no such article, else as `search`.
        """
        from searchkit.why.explain import explain

        tree, notes = asking.asked(query, source, since, until)
        if recency is not None or boost_phrase:
            tree = asking.favoured_by(tree, recency, boost_phrase, until)
        article = self.show(id)
        if others := self.copies(id):
            one = others[0].id if len(others) == 1 else f"{len(others)} articles, {others[0].id} among them"
            notes = (*notes, f"it is a copy of {one}: a search shows the best of them, and each with --copies")
        return explain(self._engine, query, Request(tree, asking.zones(in_)), article, notes)

    def similar(
        self,
        id: str,
        *,
        source: str | Sequence[str] = (),
        since: Day | None = None,
        until: Day | None = None,
        limit: int = 10,
        offset: int = 0,
        passages: int = 1,
        copies: bool = False,
    ) -> Results:
        """Find articles like this one, best first, by up to 25 of its most telling words; not itself nor its copies.

        `total` counts all that have any of these words. The options are those of `search`.

        Raises ArticleNotFoundError where there is no such article, else as `search`.
        """
        from searchkit.why.similar import similar

        started = time.perf_counter()
        like = similar(self._engine.statistics(), self.show(id), [copy.id for copy in self.copies(id)])
        if like is None:
            return Results(id, id, 0, 0.0, notes=("no other article has a word of it that tells anything",))
        tree = asking.filtered(like, asking.sources(source), asking.days(since, until))
        page = (
            asking.count(limit, "limit"),
            asking.count(offset, "offset"),
            (),
            asking.count(passages, "passages"),
            not copies,
        )
        total, hits, *_ = self._engine.search(Request(tree, DEFAULT_ZONES, "relevance", *page))
        return Results(id, str(tree), total, round((time.perf_counter() - started) * 1000, 2), hits)

    def suggest(
        self,
        text: str,
        *,
        source: str | Sequence[str] = (),
        since: Day | None = None,
        until: Day | None = None,
        in_: str | Sequence[str] = DEFAULT_ZONES,
        limit: int = 5,
    ) -> "Suggestions":
        """Complete the last word of a query, and correct words that no article has.

        Every suggestion has been searched for under the same filters, which are those of `search`, and found something.

        Raises QueryError for a wrong option, DateError for a wrong date; a text that is no query yet is none.
        """
        suggesting = self._suggesting(asking.sources(source), asking.days(since, until), asking.zones(in_))
        return suggesting.suggestions(text, asking.count(limit, "limit"))

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
        from searchkit.counting.timeline import WEEKDAYS, Timeline, buckets

        started = time.perf_counter()
        _, tree, notes = parse(query)
        sources, days = asking.sources(source), asking.days(since, until)
        request = Request(asking.filtered(tree, sources, days), asking.zones(in_))
        everything = asking.filtered(Everything(), sources, days) if share else None
        found, others, rows = buckets(
            self._engine,
            request,
            everything,
            asking.one_of(by, DATE_UNITS, "by"),
            asking.one_of(week_start, WEEKDAYS, "week_start"),
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
        from searchkit.counting.significant import SignificantTerms, significant

        started = time.perf_counter()
        _, tree, notes = parse(query)
        sources, days = asking.sources(source), asking.days(since, until)
        request = Request(asking.filtered(tree, sources, days), asking.zones(in_))
        other, more = (Everything(), ()) if vs == "rest" else parse(vs)[1:]
        background = asking.filtered(other, sources, days)
        found = significant(self._engine, request, background, asking.count(limit, "limit"), is_rest=vs == "rest")
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

        pinned, unpinned = asking.as_tuple(pin), asking.as_tuple(unpin)
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

    def _suggesting(self, sources: Sequence[str], days: DayRange, zones: tuple[str, ...]) -> "Suggesting":
        from searchkit.why.suggest import Suggesting

        return Suggesting(self._engine, zones, lambda tree: asking.filtered(tree, sources, days))

    def _zero_hits(
        self, query: str, request: Request, source: str | Sequence[str], since: Day | None, until: Day | None
    ) -> "ZeroHits":
        from searchkit.why.nothing import zero_hits  # which only an answer without hits waits for

        suggesting = self._suggesting(asking.sources(source), asking.days(since, until), request.zones)
        return zero_hits(self._engine, request, suggesting.corrections(query, 3))

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


__all__ = ["Archive", "Query", "open", "search"]
