"""The class that users meet: an archive of articles, wherever its index lives."""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from searchkit import answering, asking
from searchkit.asking import Day
from searchkit.engines.base import Engine, Sort
from searchkit.engines.folder import open_folder
from searchkit.errors import ArchiveError, ArticleError, ArticleNotFoundError
from searchkit.fields import DEFAULT_ZONES, FacetUnit
from searchkit.query.grammar import Query
from searchkit.results import Facet, Results

if TYPE_CHECKING:
    from searchkit.article import Article
    from searchkit.citing import Citations
    from searchkit.counting.significant import SignificantTerms
    from searchkit.counting.timeline import Timeline, Weekday
    from searchkit.exporting import Export
    from searchkit.ingest.pages.noise import NoiseLine
    from searchkit.report import Progress, Report
    from searchkit.results import Copy
    from searchkit.why.advice import Suggestions
    from searchkit.why.explanation import Explanation


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

    def __exit__(self, *_: object) -> None:
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
        engine = self._engine if time_limit is None else asking.limited(self._engine, time_limit)
        tree, notes = asking.asked(query, source, since, until, lenient=lenient)
        ranked = tree
        if recency is not None or boost_phrase:
            ranked = asking.favoured_by(tree, recency, boost_phrase, until)
        request = asking.page(ranked, in_, sort, limit, offset, cursor, facets, passages, copies, time_limit)
        matches = asking.searched(engine, request) if multi_select and facets else engine.search(request)
        filters = (source, since, until)
        return answering.results(engine, request, matches, query, tree, notes, filters, cursor, advise, started)

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
        lenient: bool = False,
        time_limit: float | None = None,
    ) -> "Export":
        """Find every article that matches, and return an iterator that reads them one by one from one commit.

        It takes up to 16 bytes of memory a match, and sees nothing of what others write meanwhile. Every copy of a text
        is a match of its own. With `text`, each match has its body. The other options are those of `search`.

        Raises what `search` does.
        """
        from searchkit.exporting import Export

        tree, notes = asking.asked(query, source, since, until, lenient=lenient)
        request = asking.page(tree, in_, sort, 0, 0, None, (), passages, True, time_limit)
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
        lenient: bool = False,
        time_limit: float | None = None,
    ) -> "Explanation":
        """Say why an article has its score under a query, term by term, or which clauses fail it, and why.

        The options are those of `search`. Raises ArticleNotFoundError where there is no such article, else as `search`.
        """
        from searchkit.why.explain import explain

        question = asking.Question.of(self._engine, query, source, since, until, in_, lenient, time_limit)
        tree = asking.favoured_by(question.tree, recency, boost_phrase, until)
        return explain(question, tree, self.show(id), self.copies(id))

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
        time_limit: float | None = None,
    ) -> Results:
        """Find articles like this one, best first, by up to 25 of its most telling words; not itself nor its copies.

        `total` counts all that have any of these words. The options are those of `search`.

        Raises ArticleNotFoundError where there is no such article, else as `search`.
        """
        from searchkit.why.similar import alike

        engine = asking.limited(self._engine, time_limit)
        page = (limit, offset, None, (), passages, copies, time_limit)
        return alike(engine, self.show(id), self.copies(id), asking.narrowing(source, since, until), page)

    def suggest(
        self,
        text: str,
        *,
        source: str | Sequence[str] = (),
        since: Day | None = None,
        until: Day | None = None,
        in_: str | Sequence[str] = DEFAULT_ZONES,
        limit: int = 5,
        time_limit: float | None = None,
    ) -> "Suggestions":
        """Complete the last word of a query, and correct words that no article has.

        Every suggestion has been searched for under the same filters, which are those of `search`, and found something.

        Raises QueryError for a wrong option, DateError for a wrong date; a text that is no query yet is none.
        """
        from searchkit.why.suggest import Suggesting

        engine = asking.limited(self._engine, time_limit)
        suggesting = Suggesting(engine, asking.zones(in_), asking.narrowing(source, since, until))
        return suggesting.suggestions(text, asking.count(limit, "limit"))

    def facets(self, query: str = "*", *, by: str = "source", **options: Any) -> Facet:
        """Return the counts of one field, one of FACETS, over all matches; the other options are those of `search`."""
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
        lenient: bool = False,
        time_limit: float | None = None,
    ) -> "Timeline":
        """Count matches by day, week, month, quarter or year, and units without any too.

        With `share`, all articles under the same filters (`source`, `since`, `until`) are counted beside them. Weeks
        are those of ISO 8601, unless `week_start` says that they begin on another day than Monday.

        The timeline goes from the first match to the last; from `since` and up to `until`, as far as the archive goes,
        where these or the query name days. Raises QueryError and DateError as `search` does.
        """
        from searchkit.counting.timeline import timeline

        question = asking.Question.of(self._engine, query, source, since, until, in_, lenient, time_limit)
        return timeline(question, by, week_start, share=share)

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
        lenient: bool = False,
        time_limit: float | None = None,
    ) -> "SignificantTerms":
        """Find the words that set the matches apart from all other articles, or from those that match the query `vs`.

        Only the bodies of articles count, and the words of the query itself are left out. `source`, `since` and `until`
        hold for both sides. Raises QueryError and DateError as `search` does.
        """
        from searchkit.counting.significant import terms

        question = asking.Question.of(self._engine, query, source, since, until, in_, lenient, time_limit)
        return terms(question, vs, asking.count(limit, "limit"), lenient=lenient)

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

        return learning.boilerplate(self._engine, asking.as_tuple(pin), asking.as_tuple(unpin))

    def stats(self) -> dict[str, object]:
        """Return figures about the index: articles, segments, bytes, first and last date.

        `copies` counts the articles that are copies of another: all in `copy_groups`, but one of each.
        """
        return self._engine.stats()


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


__all__ = ["Archive", "Query", "open", "search"]
