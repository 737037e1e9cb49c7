"""The native core: segments of an index, in Rust. Absent where no Rust toolchain built it.

Numbers in bytes are little-endian. Whatever reads a segment raises CorruptIndexError if the file is damaged.
"""

from collections.abc import Sequence
from datetime import date
from os import PathLike
from typing import Any, Literal, Self, final

__all__ = [
    "VERSION", "Builder", "BytesColumn", "Counts", "Field", "FieldWriter", "IntColumn", "Searcher", "Segment",
    "SegmentWriter", "StoreWriter", "Term", "best_passages", "copy_groups", "copy_key", "copy_text", "language", "lead",
    "merge", "merged_marks", "stems", "terms", "tokens", "words",
]  # fmt: skip

VERSION: str

# Reading segments

@final
class Segment:
    """An open segment: one immutable file. Any thread may use it."""

    @staticmethod
    def open(path: str | PathLike[str]) -> Segment:
        """Map the file at `path`. Raises CorruptIndexError, IndexVersionError, OSError."""

    @staticmethod
    def from_bytes(name: str, data: bytes) -> Segment:
        """Open a segment held in memory; `name` stands for the file in messages."""

    @property
    def name(self) -> str: ...
    @property
    def doc_count(self) -> int:
        """The number of documents, deleted ones included."""

    @property
    def size(self) -> int:
        """The bytes of the file."""

    def forget(self) -> None:
        """Let go of the memory that holds what has been read of the file; what is read again is fetched again."""

    def fields(self) -> list[Field]:
        """Return the fields in file order."""

    def field(self, name: str) -> Field | None:
        """Return a field."""

    def columns(self) -> list[tuple[str, bool]]:
        """Return the names of the columns, and whether their values are integers."""

    def int_column(self, name: str) -> IntColumn | None:
        """Return a column of integers."""

    def bytes_column(self, name: str) -> BytesColumn | None:
        """Return a column of byte strings."""

    def stores(self) -> list[str]:
        """Return the names of the stores."""

    def record(self, store: str, doc: int) -> bytes | None:
        """Return the record of a document, empty if it has none; None if there is no such store."""

    def records(self, store: str, docs: Sequence[int]) -> list[bytes] | None:
        """Return the records of many documents; None if there is no such store."""

    def blobs(self) -> list[str]:
        """Return the names of the blobs."""

    def blob(self, name: str) -> bytes | None:
        """Return a blob."""

    def verify(self) -> None:
        """Read and check every byte of the file."""

@final
class Field:
    """A field of a segment: its terms, and the length of every document in it."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> Literal["text", "docs", "values"]:
        """What postings carry: positions, weights alone, or weights and opaque values."""

    @property
    def term_count(self) -> int: ...
    @property
    def total_length(self) -> int:
        """The sum of the lengths of all documents, exactly."""

    def lengths(self) -> bytes:
        """Return the length byte of every document, by Whoosh's table; empty for a field without lengths."""

    def term(self, key: bytes) -> Term | None:
        """Return a term."""

    def ordinal(self, key: bytes) -> int:
        """Return the ordinal of the first term not below `key`; `term_count` if all are."""

    def prefix_range(self, prefix: bytes) -> tuple[int, int]:
        """Return the ordinals [start, end) of the terms that start with `prefix`."""

    def terms(self, start: int, count: int) -> list[Term]:
        """Return up to `count` terms in order, from the ordinal `start` on."""

    def fuzzy(self, word: str, distance: int, prefix: int = 0) -> list[tuple[Term, int]]:
        """Return the terms within `distance` edits (Levenshtein) of `word`, with their distances, in order.

        The first `prefix` characters must be the word's.
        """

@final
class Term:
    """A term of a field, with its postings in blocks of 128; the last may have fewer."""

    @property
    def key(self) -> bytes: ...
    @property
    def ordinal(self) -> int:
        """The term's place among the terms of its field."""

    @property
    def doc_frequency(self) -> int: ...
    @property
    def total_weight(self) -> float: ...
    @property
    def block_count(self) -> int:
        """The number of blocks, at least one."""

    def extremes(self) -> tuple[int, int, float, int, int]:
        """Return (least length, greatest length, greatest weight, first document, last document)."""

    def last_docs(self) -> list[int]:
        """Return the last document of every block."""

    def bounds(self, block: int) -> tuple[float, int]:
        """Return an upper bound of the weights of a block and a lower bound of the lengths of its documents."""

    def docs(self, block: int) -> list[int]:
        """Return the documents of a block."""

    def weights(self, block: int) -> list[float]:
        """Return the weights of a block, one a document."""

    def positions(self, block: int, index: int) -> list[int]:
        """Return the positions of a posting; none for a field that is not "text"."""

    def block_positions(self, block: int) -> list[list[int]]:
        """Return the positions of all postings of a block."""

    def values(self, block: int) -> list[bytes]:
        """Return the values of all postings of a block; empty ones for a field that is not "values"."""

    def all_docs(self) -> bytes:
        """Return all documents, as unsigned 32-bit numbers."""

    def all_weights(self) -> bytes:
        """Return the weights of all documents, as 32-bit floats."""

@final
class IntColumn:
    """A column of integers, one a document."""

    def __len__(self) -> int: ...
    def __getitem__(self, doc: int, /) -> int: ...
    def values(self) -> bytes:
        """Return the values of all documents, as signed 64-bit numbers."""

@final
class BytesColumn:
    """A column of byte strings, one a document or none."""

    def __len__(self) -> int: ...
    def __getitem__(self, doc: int, /) -> bytes | None: ...
    def ordinals(self) -> bytes:
        """Return the ordinal of every document's value, as unsigned 32-bit numbers; 0 is "no value"."""

    def values(self) -> list[bytes]:
        """Return the distinct values in order: the n-th has the ordinal n + 1."""

# Writing segments

@final
class SegmentWriter:
    """Writes a segment file: fields, columns, stores and blobs in any order, then `finish`.

    The file is not a segment before `finish` has returned. What does not fit the rest raises ValueError.
    """

    def __new__(cls, path: str | PathLike[str], doc_count: int) -> SegmentWriter:
        """Create the file, replacing one that is there."""

    def add_field(self, field: FieldWriter) -> None:
        """Add a field, which ends its writer."""

    def add_ints(self, name: str, values: bytes) -> None:
        """Add a column of integers: signed 64-bit numbers, one a document."""

    def add_ordinals(self, name: str, values: Sequence[bytes], ordinals: bytes) -> None:
        """Add a column of byte strings: the distinct ones in ascending order, and an ordinal a document.

        Ordinals are unsigned 32-bit numbers; the n-th value has the ordinal n + 1, and 0 is "no value".
        """

    def add_store(self, store: StoreWriter) -> None:
        """Add a store, which ends its writer."""

    def add_blob(self, name: str, data: bytes) -> None:
        """Add bytes under a name."""

    def finish(self, sync: bool = False) -> int:
        """Write what is left, to the disk if `sync`, and return the size of the file. Nothing can be added after."""

@final
class FieldWriter:
    """Writes one field: terms in ascending order, each with all its postings in ascending order of documents."""

    def __new__(
        cls,
        folder: str | PathLike[str],
        name: str,
        kind: Literal["text", "docs", "values"],
        doc_count: int,
        lengths: bytes | None = None,
    ) -> FieldWriter:
        """Start a field. Temporary files lie in `folder`.

        `lengths` are the exact lengths of all documents (unsigned 32-bit numbers); None for a field without lengths.
        """

    def add_positions(self, term: bytes, docs: Sequence[int], positions: Sequence[Sequence[int]]) -> None:
        """Add a term of a "text" field: its documents, and its positions in each, ascending."""

    def add_weights(self, term: bytes, docs: Sequence[int], weights: Sequence[float]) -> None:
        """Add a term of a "docs" field: its documents, and its weight in each."""

    def add_values(self, term: bytes, docs: Sequence[int], weights: Sequence[float], values: Sequence[bytes]) -> None:
        """Add a term of a "values" field: its documents, and its weight and value in each."""

@final
class StoreWriter:
    """Writes the records of a store, one a document, compressed with a dictionary trained on the first of them."""

    def __new__(cls, folder: str | PathLike[str], name: str) -> StoreWriter: ...
    def add(self, record: bytes) -> None:
        """Add the record of the next document; an empty one is none."""

# Building and merging segments

@final
class Builder:
    """Builds one segment on all cores. Without `finish` nothing is left behind.

    `fields` gives for each field its name, its kind and, for a text field, the field of its unstemmed words or None:

    * `text`: terms with positions
    * `opening of FIELD`: the same of a beginning of another text field, which is hardly stored where it is all of it
    * `folded`: one term, the words of the value in one case and without accents; a column keeps the value
    * `verbatim`: one term to the letter, and a column; the first such field is the id, of two documents with one id the
      later replaces the earlier
    * `day`: the numeric terms of a Whoosh `NUMERIC(int, bits=32, signed=False)` and a column; the first such field is
      the date that documents are ordered by, newest first
    * `column`: a column and no terms
    * `number`: a column of numbers of 32 bits, 0 for none, and no terms

    `stems` names text fields, each with the field beside it that gets the stems of texts whose language, the value of
    the field `language`, has a stemmer of its own. Where there are no such texts the field is not written. `places`
    names text fields, each with the field beside it that gets what `searchkit.places` says of its texts.

    `memory` bounds, in bytes, what is held of documents on their way; beyond that runs go to a temporary folder inside
    `folder`. `level` is the zstd level of stored records.
    """

    def __new__(
        cls, fields: Sequence[tuple[str, str, str | None]], stores: Sequence[str], folder: str | PathLike[str], *,
        stems: Sequence[tuple[str, str]] = ..., places: Sequence[tuple[str, str]] = ..., memory: int = ...,
        threads: int | None = None, level: int = 3, sync: bool = True,
    ) -> Self: ...  # fmt: skip
    @property
    def documents(self) -> int:
        """Documents taken in so far."""

    def add(self, documents: Sequence[tuple[Sequence[str | int | None], Sequence[bytes]]]) -> None:
        """Add documents: a value for each field (a day number for a day), a record for each store.

        Returns when a worker is free to take them. Raises ValueError if one does not fit; none is added then.
        """

    def add_lines(self, path: str | PathLike[str], *, name: str, stored_path: str) -> None:
        """Add the articles of a file of JSON Lines; ids default to `name#line`.

        Fills the fields id, title, lead, body, date, source, language, path, sha256 and copy_key, and the stores `head`
        and `text` with the records that `searchkit.codec.record` describes.
        """

    def finish(self, path: str | PathLike[str]) -> tuple[int, int, list[tuple[int, int, str]], list[tuple[int, int]]]:
        """Write the segment to `path`; return how many documents it has, how many were taken in, and what is missing.

        Missing are the bad lines, as (call of `add_lines` from 0, line from 1, reason), and the lines whose date is not
        ISO, as (call, line): Python reads those.
        """

    def cancel(self) -> None:
        """Stop, and remove what has been written. Cancelling or finishing before is fine."""

def merge(
    sources: Sequence[tuple[Segment, bytes | None]], path: str | PathLike[str], *,
    date: str | None = None, id: str | None = None, threads: int | None = None, sync: bool = True,
) -> int:  # fmt: skip
    """Merge segments, each with the bitset of its deleted documents (bit `n % 8` of byte `n // 8`), into one at `path`.

    `date` and `id` name the columns by which all sources are ordered; without them documents keep the sources' order.
    Blobs are left out. Returns how many documents the new segment has.
    """

def copy_groups(segments: Sequence[tuple[Segment, bytes]], first: int) -> list[list[tuple[str, int, str, int]]]:
    """Return groups of copies, as rows of `searchkit.copies.Member`: those with a key of a segment from `first` on.

    Each group is whole. Each segment comes with the bitset of its deleted documents, which are left out.
    """

# Terms and passages

_Pattern = tuple[Sequence[str], str, str, int, bool, Sequence[tuple[str, Sequence[str]]], tuple[Any, ...], int]
"""What to mark: `searchkit.highlight.Pattern`: consecutive terms, the prefix of a word, or a word and a distance;
whether in the lead alone; languages with the stems that also count in texts of theirs; or a plan of spans, and how many
stretches of it there must be."""

_Marks = tuple[tuple[int, int], ...]

_Passage = tuple[str, int, int, _Marks]
"""Text, start and end in code points, marks as [start, end) within the text: `searchkit.results.Passage`."""

def terms(text: str) -> list[str]:
    """Return what `searchkit.analysis.terms` returns."""

def stems(language: str, text: str) -> list[str]:
    """Return what `searchkit.analysis.stems` returns."""

def words(text: str) -> list[str]:
    """Return what `searchkit.analysis.words` returns."""

def tokens(text: str) -> list[tuple[str, int, int]]:
    """Return what `searchkit.analysis.tokens` yields: term, start, end."""

def lead(body: str) -> str:
    """Return what `searchkit.Article.lead` is for an article of that body."""

def language(told: str, title: str, body: str) -> tuple[str, int | None] | None:
    """Return the language that `searchkit.ingest.languages.described` gives an article; None if it gives none.

    The confidence is in hundredths where the language was detected.
    """

def copy_text(title: str, body: str) -> str:
    """Return what `searchkit.copies.copy_text` returns."""

def copy_key(title: str, body: str) -> int:
    """Return what `searchkit.copies.copy_key` returns."""

def best_passages(
    texts: Sequence[str], patterns: Sequence[_Pattern], limit: int, language: str = ""
) -> list[tuple[_Passage, ...]]:
    """Return, for each text, all in one language, what `searchkit.highlight.best_passages` returns."""

def merged_marks(texts: Sequence[str], patterns: Sequence[_Pattern], language: str = "") -> list[_Marks]:
    """Return, for each text, all in one language, the stretches that the occurrences of all patterns cover together."""

# Searching

_Query = tuple[object, ...]
"""A query of `whoosh.query` as nested tuples; the boost at the end may be left out for 1, and is never negative.

    ("nothing",)
    ("every", field or None, boost)
    ("term", field, term, boost, idf)          without idf it is worked out from the searcher's segments
    ("and" | "or" | "dismax", queries, boost)
    ("not", query)
    ("andnot" | "andmaybe" | "require", query, query)
    ("constant", query, score)
    ("phrase", field, terms, slop, boost)
    ("prefix", field, prefix, boost, constant)
    ("wildcard", field, pattern, boost, constant)
    ("regex", field, automaton, boost, constant)
    ("fuzzy", field, word, distance, prefix length, boost, constant)
    ("range", field, start or None, end or None, without start, without end, boost, constant)
    ("terms", field, terms, boost, constant)
    ("between", column, first or None, last or None, score)
    ("spans", spans, least)

`automaton` is what `searchkit.query.automaton.Automaton.described` returns, `spans` what `searchkit.query.spans` plans:
a document matches if it has `least` stretches of it. They have no score, and are looked for among the documents of a
"require" around them.

Terms and prefixes are bytes; patterns, words and names are text. `constant` is Whoosh's `constantscore` with the effect
it has there: three terms or more score 1 in a segment of at most 5,000 documents, or if they are 1,024 or more; else
their scores add up. A "constant" around the query gives one score always.
"""

_Facet = tuple[str, Literal["year", "quarter", "month", "week", "day"] | None]
"""A column of byte strings and None, or a column of day numbers and a calendar unit."""

_Hit = tuple[str, int, float, str, date | None, str, str | None, _Marks, tuple[_Passage, ...], tuple[()], tuple[()]]
"""The fields of `searchkit.results.Hit` in order: passages as `best_passages` returns them, no places, no copies."""

@final
class Counts:
    """The counts of a facet: values by count, then by name; calendar units by time; what has no value (None) last.

    Values are read when they are asked for.
    """

    def __len__(self) -> int:
        """Return the number of values."""

    def pairs(self, start: int = 0, stop: int | None = None) -> list[tuple[str | None, int]]:
        """Return the values from `start` on, up to but not including `stop`, with their counts."""

@final
class Searcher:
    """Segments open for searching, as they were when it was made. Any thread may use it."""

    def __new__(
        cls,
        segments: Sequence[tuple[Segment, bytes]],
        *,
        k1: float = 1.2,
        b: float = 0.75,
        field_b: dict[str, float] | None = None,
        date_column: str | None = None,
        id_column: str | None = None,
    ) -> Searcher:
        """Open segments, each with its deletions: a bit for each document, lowest bit first; empty for none.

        `k1`, `b` and `field_b` are BM25F's. `date_column` holds day numbers (0: none) and is what hits are ordered by;
        `id_column` breaks ties. Without them the order is that of segments and documents.
        """

    def doc_count(self) -> int:
        """Return the number of documents without the deleted ones."""

    def doc_count_all(self) -> int:
        """Return the number of documents, deleted ones included."""

    def doc_frequency(self, field: str, term: bytes) -> int:
        """Return how many documents have the term, deleted ones included."""

    def commonest(self, fields: Sequence[str], prefix: bytes, limit: int) -> list[tuple[str, int]]:
        """Return up to `limit` terms that begin so, with the number of documents that have each, in any of the fields.

        The commonest come first, then in order. Documents are counted in each field, deleted ones included.
        """

    def expand(self, query: _Query) -> list[bytes]:
        """Return the terms of all segments that a query of many terms stands for, sorted."""

    def search(
        self,
        query: _Query,
        *,
        limit: int = 10,
        order: Literal["relevance", "score", "newest", "oldest"] = "relevance",
        total: bool = True,
        facets: Sequence[_Facet] = ...,
    ) -> tuple[int | None, list[tuple[int, int, float]], list[Counts]]:
        """Return the total (None if not asked for), the hits, and the counts of each facet.

        A hit is the number of its segment, its document there, and its score, which is not rounded (but compared as
        rounded to six decimals), or 0 in an order by date. The order "score" is Whoosh's: by score, which is rounded to
        about twelve digits, then by segment and document. What is not asked for is not worked out.

        Raises ValueError for a malformed query and for a phrase in a field without positions.
        """

    def matches(self, query: _Query, order: Literal["relevance", "score", "newest", "oldest"]) -> tuple[bytes, bytes]:
        """Return all matches: documents as unsigned 64-bit numbers, and their scores as 64-bit floats.

        Documents are numbered through all segments. Order and scores are those of `search`.
        """

    def words_of(
        self, query: _Query, limit: int, order: Literal["relevance", "newest", "oldest"], least: int
    ) -> tuple[int, list[tuple[str, int]]]:
        """Count the words of the texts of the first `limit` articles that match.

        Returns how many articles these are, and the words that at least so many of them have, with how many have each.
        """

    def stored(self, store: str, hits: Sequence[tuple[int, int]]) -> list[bytes]:
        """Return the records of the hits, given by segment and document."""

    def articles(
        self,
        query: _Query,
        limit: int,
        offset: int,
        order: Literal["relevance", "newest", "oldest"],
        facets: Sequence[_Facet],
        wanted: tuple[Sequence[_Pattern], Sequence[_Pattern], int] | None,
        time_limit: float | None = None,
    ) -> tuple[int, list[_Hit], list[Counts]]:
        """Search articles: return the total, up to `limit` hits from `offset` on, and the counts of each facet.

        `wanted` is what to mark in titles, what in texts, and the most passages of a hit; without it nothing is marked.
        Raises what `search` does, SearchTimeoutError after `time_limit` seconds, and ValueError where the documents are
        not articles.
        """
