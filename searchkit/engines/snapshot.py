"""One commit of a Whoosh index, open for reading: its searcher, and the columns that ranking and facets need."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from heapq import nsmallest
from itertools import compress
from math import inf
from time import monotonic
from typing import Any
from zlib import crc32

from whoosh.collectors import Collector
from whoosh.reading import IndexReader
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from searchkit.analysis import words
from searchkit.article import Article
from searchkit.codec.schema import UNDATED, article
from searchkit.copies import Group
from searchkit.engines.base import Matches, Request, Sort, apart
from searchkit.engines.local_copies import LocalCopies
from searchkit.engines.marking import marked_hits
from searchkit.errors import SearchTimeoutError
from searchkit.fields import DATE_UNITS, FIELDS, OTHER_TEXTS, FacetUnit, stemmed_languages
from searchkit.query.units import calendar_unit
from searchkit.query.whoosh import to_whoosh
from searchkit.query.whoosh_spans import Lexicon
from searchkit.results import Exported, Facet, Hit

Order = tuple[float, int, str]
"""What matches are sorted by, smallest first: score and day (both negated where more is better), then id."""


_KNOWN_EXPANSIONS = 64
"""Patterns whose words are kept at hand: a search asks for them several times."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A matching document: its number in the whole snapshot and its score."""

    document: int
    score: float


class Segment:
    """The columns of one segment, each read once, when first asked for."""

    def __init__(self, reader: IndexReader, offset: int) -> None:
        self.reader = reader
        self.offset = offset
        self._ordinals: dict[str, tuple[Sequence[int], list[str]]] = {}

    def column(self, field: str) -> Any:
        """Return the values of a column by document; Whoosh's reader of an index without segments has none."""
        return self.reader.column_reader(field) if self.reader.doc_count_all() else []

    @cached_property
    def days(self) -> Sequence[int]:
        """The day number of every document."""
        return array("L", self.column("date"))

    @cached_property
    def ids(self) -> Any:
        """The id of every document, decoded one by one: only ties need them."""
        return self.column("id")

    def ordinals(self, field: str) -> tuple[Sequence[int], list[str]]:
        """Return, for an exact field, the number of every document's value, and the values by number."""
        if field not in self._ordinals:
            numbers: dict[str, int] = {}
            column = array("L", (numbers.setdefault(value, len(numbers)) for value in self.column(field)))
            self._ordinals[field] = column, list(numbers)
        return self._ordinals[field]


Found = tuple["array[int]", "array[float]"]
"""The matching documents of a segment, and their scores where these are wanted: 12 bytes a match."""


class _AllMatches(Collector):
    """Collects every matching document of every segment, with its score where scores are wanted."""

    def __init__(self, scored: bool, time_limit: float | None) -> None:
        super().__init__()
        self.scored = scored
        self.end = monotonic() + time_limit if time_limit is not None else inf
        self.found: list[Found] = []

    def collect_matches(self) -> None:
        """Collect the matches of one segment."""
        matcher = self.matcher
        documents, scores = array("I"), array("d")
        self._check_time()  # some matchers find all documents when they are made
        for document in self._matches(matcher):
            documents.append(document)
            if self.scored:
                scores.append(matcher.score())
            if len(documents) % 256 == 0:
                self._check_time()
        self.found.append((documents, scores))

    def _matches(self, matcher: Any) -> Iterable[int]:
        if not self.scored:
            yield from matcher.all_ids()
            return
        while matcher.is_active():
            yield matcher.id()
            matcher.next()

    def _check_time(self) -> None:
        if monotonic() >= self.end:
            raise SearchTimeoutError("the search took longer than its time limit",
                                     hint="ask for less, or give it more time")  # fmt: skip


class Snapshot:
    """One commit. It stays as it is while others write; close it when done."""

    def __init__(self, searcher: Searcher, generation: int) -> None:
        self.searcher = searcher
        self.generation = generation
        self.languages = stemmed_languages(term.decode() for term in searcher.reader().lexicon("language"))
        self.segments = [Segment(leaf.reader(), offset) for leaf, offset in searcher.leaf_searchers()]
        self.copies = LocalCopies(searcher, self.segments)
        self.expand = lru_cache(_KNOWN_EXPANSIONS)(Lexicon(searcher.reader()).expand)

    @classmethod
    def of(cls, index: Any) -> "Snapshot":
        """Open the last commit of a Whoosh index."""
        searcher = index.searcher(weighting=BM25F())
        return cls(searcher, searcher.reader().generation())

    def close(self) -> None:
        """Release the files."""
        self.searcher.close()

    @cached_property
    def other_zones(self) -> tuple[str, ...]:
        """The zones beside title and body that any article has."""
        reader = self.searcher.reader()
        return tuple([zone for zone in OTHER_TEXTS if next(iter(reader.field_terms(zone)), None) is not None])

    def found(self, request: Request) -> Matches:
        """Answer the request with every copy a hit of its own."""
        total, ranked, facets = self.search(request)
        return Matches(total, self.hits(ranked, request), facets, self.other_zones, 0, self.state)

    def hits(self, ranked: Sequence[Ranked], request: Request) -> tuple[Hit, ...]:
        """Return the hits of documents, marked if the request asks for passages; its offset is before the first."""
        return marked_hits(self._articles(ranked), request, self.languages, self.expand)

    def exported(self, ranked: Sequence[Ranked], request: Request, *, text: bool) -> Iterator[Exported]:
        """Yield what an export has of documents; the offset of the request is before the first."""
        found = self._articles(ranked)
        for (stored, _), hit in zip(found, marked_hits(found, request, self.languages, self.expand), strict=True):
            body = stored.body if text else None
            yield Exported(
                hit.id, hit.rank, hit.score, hit.title, hit.date, hit.source, hit.path, hit.passages, body
            )  # fmt: skip

    def _articles(self, ranked: Sequence[Ranked]) -> list[tuple[Article, float]]:
        return [(article(self.searcher.stored_fields(entry.document)), entry.score) for entry in ranked]

    @cached_property
    def state(self) -> str:
        """The name of the commit: its generation, none where it is empty, and a checksum of what it is made of."""
        readers = [segment.reader for segment in self.segments]
        names = [str(segment.segment_id()) for reader in readers if (segment := reader.segment()) is not None]
        made_of = (names, [reader.doc_count() for reader in readers])
        return f"{self.generation or 0:x}.{crc32(repr(made_of).encode()):08x}"

    def ranking(self, request: Request, start: int, stop: int) -> list[str]:
        """Return the ids of the matches from one place up to another, in the order of the request."""
        _, ranked, _ = self.search(request.replaced(limit=stop - start, offset=start, facets=()))
        return [article(self.searcher.stored_fields(entry.document)).id for entry in ranked]

    def words_of(self, request: Request, least: int) -> tuple[int, list[tuple[str, int]]]:
        """Count the words of the bodies of the first articles that match."""
        _, ranked, _ = self.search(request)
        counts: Counter[str] = Counter()
        for entry in ranked:
            counts.update(set(words(article(self.searcher.stored_fields(entry.document)).body)))
        return len(ranked), [(word, count) for word, count in counts.items() if count >= least]

    def has_copies(self, ids: Iterable[str]) -> bool:
        """Tell whether one of these articles can have copies: none of them has where this is false."""
        return any(map(self.group, ids))

    def group(self, id: str) -> Group:
        """Return the group of copies that an article is in; none if it has no copies."""
        return self.copies.group(id)

    def search(self, request: Request) -> tuple[int, list[Ranked], dict[str, Facet]]:
        """Return the total, the ranked documents of the page asked for, and the facets."""
        matches = self.matches(request, is_scored=request.sort == "relevance" and request.limit > 0)
        total = sum(len(documents) for _, (documents, _) in matches)
        ranked = (
            self._page(matches, request.sort, request.offset + request.limit)[request.offset :] if request.limit else []
        )
        documents = [(segment, found) for segment, (found, _) in matches]
        return total, ranked, {name: facet(documents, name) for name in request.facets}

    def matches(self, request: Request, *, is_scored: bool) -> list[tuple[Segment, Found]]:
        """Return all matches, segment by segment, in the order of documents."""
        collector = _AllMatches(is_scored, request.time_limit)
        query = to_whoosh(request.tree, request.zones, self.languages, self.expand)
        context = None if is_scored else self.searcher.boolean_context()
        self.searcher.search_with_collector(query, collector, context)
        return list(zip(self.segments, collector.found, strict=True))

    def score(self, query: Any) -> float | None:
        """Return the exact score of the first match of a Whoosh query, None where there is none."""
        collector = _AllMatches(scored=True, time_limit=None)
        self.searcher.search_with_collector(query, collector)
        return next((scores[0] for _, scores in collector.found if scores), None)

    def _page(self, matches: Sequence[tuple[Segment, Found]], sort: Sort, count: int) -> list[Ranked]:
        """Return the first `count` matches in the order of the request."""
        # Ids break ties, but reading them costs more than all the rest: first find how far down the page reaches by
        # score and day alone, then read the ids of what reaches it.
        found_keys = [(segment, found, list(keys(segment, *found, sort))) for segment, found in matches]
        best = nsmallest(count, (key for _, _, segment_keys in found_keys for key in segment_keys))
        if not best:
            return []
        last = best[-1]
        within: list[tuple[Order, Ranked]] = []
        for segment, (documents, scores), segment_keys in found_keys:
            reaching = [key <= last for key in segment_keys]
            chosen_scores = compress(scores, reaching) if scores else (0.0 for _ in documents)
            for document, score, key in zip(
                compress(documents, reaching), chosen_scores, compress(segment_keys, reaching), strict=False
            ):
                within.append(((*key, segment.ids[document]), Ranked(document + segment.offset, round(score, 6))))
        return [ranked for _, ranked in nsmallest(count, within, key=lambda entry: entry[0])]


def keys(
    segment: Segment, documents: "array[int]", scores: "array[float]", sort: Sort
) -> Iterable[tuple[float, int]]:  # fmt: skip
    """Return what matches of a segment are sorted by, but for their ids, which break ties."""
    days = map(segment.days.__getitem__, documents)
    if sort == "relevance":
        return zip((-round(score, 6) for score in scores), (-day for day in days), strict=True)
    if sort == "newest":
        return ((0.0, -day) for day in days)
    return ((0.0 if day != UNDATED else 1.0, day) for day in days)


def facet(documents: Sequence[tuple[Segment, Sequence[int]]], name: str) -> Facet:
    """Return the counts of a facet over the documents."""
    if name == "date" or name in DATE_UNITS:
        unit: FacetUnit = "month" if name == "date" else name  # type: ignore[assignment]
        named = _regroup(
            _day_counts(documents), lambda day: calendar_unit(date.fromordinal(day), unit) if day else None
        )
        return Facet.of(named, by_time=True)
    total: Counter[str | None] = Counter()
    for segment, found in documents:
        column, values = segment.ordinals(name)
        for ordinal, count in Counter(map(column.__getitem__, found)).items():
            total[values[ordinal] or None] += count
    return apart(total.items()) if FIELDS[name].many else Facet.of(total)


def _day_counts(documents: Sequence[tuple[Segment, Sequence[int]]]) -> Counter[int]:
    counts: Counter[int] = Counter()
    for segment, found in documents:
        counts.update(map(segment.days.__getitem__, found))
    return counts


def _regroup(counts: Counter[int], name: Callable[[int], str | None]) -> dict[str | None, int]:
    total: Counter[str | None] = Counter()
    for value, count in counts.items():
        total[name(value)] += count
    return dict(total)
