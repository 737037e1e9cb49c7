"""The native searcher finds what Whoosh's own searcher finds, with the same scores."""

import array
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from whoosh import fields, query
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.filedb.filestore import RamStorage
from whoosh.matching import AndMaybeMatcher

from searchkit.query.whoosh import Without

FIELDS = ("title", "body")
WORDS = ["a", "ab", "abc", "b", "ba", "c", "cab", "d", "e", "éa"]


@dataclass(frozen=True)
class Document:
    title: list[str]
    body: list[str]
    deleted: bool


Corpus = list[list[Document]]
Pair = tuple[query.Query, tuple[Any, ...]]
"""The same query for Whoosh and for the native core."""

word = st.sampled_from(WORDS)
field = st.sampled_from(FIELDS)
boost = st.sampled_from([1.0, 1.0, 2.0, 0.5])
document = st.builds(
    Document, st.lists(word, max_size=3), st.lists(word, max_size=12), st.sampled_from([False] * 5 + [True])
)
corpora = st.lists(st.lists(document, min_size=1, max_size=12), min_size=1, max_size=3)


class InStep(AndMaybeMatcher):
    """Whoosh's own leaves the second part behind where the first one skips further than it is asked to."""

    def skip_to(self, id: int) -> Any:
        moved = self.a.skip_to(id)
        self._first_b()
        return moved


class AndMaybe(query.AndMaybe):
    matcherclass = InStep


def whoosh_index(corpus: Corpus) -> Any:
    """Return a Whoosh index with a segment for each list of documents."""
    analyzer = SpaceSeparatedTokenizer()
    index = RamStorage().create_index(fields.Schema(**{name: fields.TEXT(analyzer=analyzer) for name in FIELDS}))
    for documents in corpus:
        writer = index.writer()
        for entry in documents:
            writer.add_document(**{name: " ".join(getattr(entry, name)) for name in FIELDS if getattr(entry, name)})
        writer.commit(merge=False)
    writer = index.writer()
    for number, entry in enumerate(entry for documents in corpus for entry in documents):
        if entry.deleted:
            writer.delete_document(number)
    writer.commit(merge=False)
    return index


def native_segment(native: ModuleType, documents: list[Document], folder: str) -> Any:
    """Return a native segment of the documents."""
    path = Path(folder) / "segment.skt"
    writer = native.SegmentWriter(path, len(documents))
    for name in FIELDS:
        lengths = array.array("I", (len(getattr(entry, name)) for entry in documents)).tobytes()
        field_writer = native.FieldWriter(folder, name, "text", len(documents), lengths)
        postings: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, entry in enumerate(documents):
            for position, term in enumerate(getattr(entry, name)):
                postings[term][number].append(position)
        for term in sorted(postings, key=str.encode):
            field_writer.add_positions(term.encode(), list(postings[term]), list(postings[term].values()))
        writer.add_field(field_writer)
    writer.finish()
    return native.Segment.from_bytes("segment", path.read_bytes())


def native_searcher(native: ModuleType, corpus: Corpus) -> Any:
    """Return a native searcher over a segment for each list of documents."""
    with tempfile.TemporaryDirectory() as folder:
        segments = [native_segment(native, documents, folder) for documents in corpus]
    deleted = [sum(entry.deleted << number for number, entry in enumerate(documents)) for documents in corpus]
    return native.Searcher(
        [(segment, bits.to_bytes(8, "little")) for segment, bits in zip(segments, deleted, strict=True)]
    )


def terms() -> st.SearchStrategy[Pair]:
    return st.builds(
        lambda name, text, by: (query.Term(name, text, boost=by), ("term", name, text.encode(), by)), field, word, boost
    )


def phrases() -> st.SearchStrategy[Pair]:
    return st.builds(
        lambda name, texts, slop, by: (
            query.Phrase(name, texts, slop=slop, boost=by),
            ("phrase", name, [text.encode() for text in texts], slop, by),
        ),
        field, st.lists(word, min_size=2, max_size=3), st.integers(1, 3), boost,
    )  # fmt: skip


def prefixes() -> st.SearchStrategy[Pair]:
    return st.builds(
        lambda name, text, by: (query.Prefix(name, text, boost=by), ("prefix", name, text.encode(), by, True)),
        field, st.sampled_from(["a", "b", "ca", "é", "x"]), boost,
    )  # fmt: skip


def wildcards() -> st.SearchStrategy[Pair]:
    return st.builds(
        lambda name, text, by: (query.Wildcard(name, text, boost=by), ("wildcard", name, text, by, True)),
        field, st.sampled_from(["*b", "?a*", "[ab]?", "c*b", "x*y"]), boost,
    )  # fmt: skip


def fuzzy() -> st.SearchStrategy[Pair]:
    return st.builds(
        lambda name, text, distance, prefix: (
            query.FuzzyTerm(name, text, maxdist=distance, prefixlength=prefix),
            ("fuzzy", name, text, distance, prefix, 1.0, True),
        ),
        field, word, st.integers(1, 2), st.integers(0, 1),
    )  # fmt: skip


def ranges() -> st.SearchStrategy[Pair]:
    return st.builds(
        lambda name, low, high, without_low, without_high: (
            query.TermRange(name, low, high, without_low, without_high),
            ("range", name, low.encode(), high.encode(), without_low, without_high, 1.0, True),
        ),
        field, word, word, st.booleans(), st.booleans(),
    )  # fmt: skip


def every() -> st.SearchStrategy[Pair]:
    return st.builds(lambda name, by: (query.Every(name, boost=by), ("every", name, by)), st.none() | field, boost)


def compound(parts: st.SearchStrategy[Pair]) -> st.SearchStrategy[Pair]:
    many = st.lists(parts, min_size=2, max_size=3)
    return st.one_of(
        st.builds(lambda p, by: (query.And([w for w, _ in p], boost=by), ("and", [n for _, n in p], by)), many, boost),
        st.builds(lambda p, by: (query.Or([w for w, _ in p], boost=by), ("or", [n for _, n in p], by)), many, boost),
        st.builds(lambda a, b: (Without(a[0], b[0]), ("andnot", a[1], b[1])), parts, parts),
        st.builds(lambda a, b: (AndMaybe(a[0], b[0]), ("andmaybe", a[1], b[1])), parts, parts),
        st.builds(lambda a, b: (query.Require(a[0], b[0]), ("require", a[1], b[1])), parts, parts),
        st.builds(lambda a: (query.ConstantScoreQuery(a[0], 1.5), ("constant", a[1], 1.5)), parts),
    )


LEAVES = st.one_of(terms(), terms(), terms(), phrases(), prefixes(), wildcards(), fuzzy(), ranges(), every())


def has_negation(plan: Any) -> bool:
    if isinstance(plan, list | tuple):
        return (bool(plan) and plan[0] in ("not", "andnot")) or any(map(has_negation, plan))
    return False


def negates_a_negation(plan: Any) -> bool:
    """Tell whether a negation stands inside what another one excludes.

    There Whoosh's matchers find what they should not, or fail; the core's own oracle, in Rust, covers such queries.
    """
    if not isinstance(plan, list | tuple):
        return False
    excluded = plan[-1] if plan and plan[0] in ("not", "andnot") else None
    return has_negation(excluded) or any(map(negates_a_negation, plan))


# A Not that is a part of something else finds too much with Whoosh, once what it negates has come to its end.
TREES = st.recursive(LEAVES, compound, max_leaves=6).filter(lambda pair: not negates_a_negation(pair[1]))
QUERIES = TREES | st.builds(lambda tree: (query.Not(tree[0]), ("not", tree[1])), LEAVES)


def found_by_whoosh(corpus: Corpus, wanted: query.Query) -> dict[int, float]:
    """Return the score of every match by its number in the whole index, as Whoosh's matchers give them."""
    with whoosh_index(corpus).searcher() as searcher:
        found: dict[int, float] = {}
        for leaf, offset in searcher.leaf_searchers():
            matcher = wanted.matcher(leaf, leaf.context())
            while matcher.is_active():
                if not leaf.reader().is_deleted(matcher.id()):
                    found[matcher.id() + offset] = matcher.score()
                matcher.next()
        return found


def found_natively(native: ModuleType, corpus: Corpus, wanted: tuple[Any, ...]) -> dict[int, float]:
    """Return the same from the native core."""
    offsets = [sum(len(documents) for documents in corpus[:number]) for number in range(len(corpus))]
    total, hits, _ = native_searcher(native, corpus).search(wanted, limit=1000)
    assert total == len(hits)
    return {offsets[segment] + number: score for segment, number, score in hits}


IN_TITLE, IN_BODY = (("term", name, b"a", 1.0) for name in FIELDS)
SKIPPED_FURTHER: tuple[Corpus, Pair] = (
    [[Document([], ["a"], False), Document(["a"], [], False), Document(["a"], ["a"], False)]],
    (
        query.And([query.Term("title", "a"), AndMaybe(query.Term("body", "a"), query.Term("title", "a"))]),
        ("and", [IN_TITLE, ("andmaybe", IN_BODY, IN_TITLE)], 1.0),
    ),
)


@settings(max_examples=300, deadline=None)
@given(corpora, QUERIES)
@example(*SKIPPED_FURTHER)
def test_random_queries_on_random_documents(native: ModuleType, corpus: Corpus, pair: Pair) -> None:
    for_whoosh, for_native = pair
    expected = found_by_whoosh(corpus, for_whoosh)
    assert found_natively(native, corpus, for_native) == pytest.approx(expected, abs=1e-6)


def test_malformed_queries_are_refused(native: ModuleType) -> None:
    searcher = native.Searcher([])
    for malformed in [("what",), ("term", "body", b"a", -1.0), ("and", 3), ("term", "body"), ()]:
        with pytest.raises((ValueError, TypeError, IndexError)):
            searcher.search(malformed)


def test_queries_nested_without_end_are_refused(native: ModuleType) -> None:
    nested: tuple[Any, ...] = ("nothing",)
    for _ in range(200):
        nested = ("not", nested)
    with pytest.raises(ValueError, match="deep"):
        native.Searcher([]).search(nested)
