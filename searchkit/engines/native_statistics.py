"""What scores in native segments are made of, and the words that they hold."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from whoosh.util.numeric import byte_to_length

from searchkit.engines.base import Account, Occurrences
from searchkit.query.plan import Plan, to_plan
from searchkit.query.tree import Node
from searchkit.why.explanation import Part, idf

if TYPE_CHECKING:
    from searchkit.engines.native import Snapshot


class NativeStatistics:
    """See `searchkit.engines.base.Statistics`."""

    def __init__(self, snapshot: "Snapshot") -> None:
        self._snapshot = snapshot

    def account(self, tree: Node, zones: Sequence[str], id: str) -> Account:
        """Return the score of an article and its parts."""
        article = _Article(self._snapshot, id)
        plan = to_plan(tree, zones, self._snapshot.languages, self._snapshot.expand)
        return Account(article.score(plan), tuple(article.parts(plan)))

    def beginning(self, prefix: str, fields: Sequence[str], limit: int) -> list[Occurrences]:
        """Return the terms with a prefix, by the number of articles."""
        key = prefix.encode("utf-8", "surrogatepass")
        return [Occurrences(*pair) for pair in self._snapshot.searcher.commonest(fields, key, limit)]

    def alike(self, word: str, distance: int, fields: Sequence[str]) -> list[Occurrences]:
        """Return the terms like a word, by the number of articles."""
        found = Counter[str]()
        for field in self._dictionaries(fields):
            near = field.fuzzy(word, distance, 1)
            found.update({term.key.decode(): term.doc_frequency for term, _ in near})
        return Occurrences.best(found)

    def frequency(self, field: str, term: str) -> tuple[int, int]:
        """Return how many articles have a term in a field, and how many there are."""
        searcher = self._snapshot.searcher
        return searcher.doc_frequency(field, term.encode("utf-8", "surrogatepass")), searcher.doc_count_all()

    def _dictionaries(self, fields: Sequence[str]) -> list[Any]:
        found = [segment.field(name) for segment, _ in self._snapshot.segments for name in fields]
        return [field for field in found if field is not None]


class _Article:
    """One article in the segments of a snapshot, where it has to be there."""

    def __init__(self, snapshot: "Snapshot", id: str) -> None:
        self._searcher = snapshot.searcher
        self._segments = [segment for segment, _ in snapshot.segments]
        self._filter = ("term", "id", id.encode("utf-8", "surrogatepass"), 1.0)
        ((number, self._document, _),) = self._searcher.search(self._filter, limit=1)[1]
        self._segment = self._segments[number]

    def score(self, plan: Plan) -> float | None:
        """Return the score of a plan, None where it does not match."""
        _, hits, _ = self._searcher.search(("require", plan, self._filter), limit=1)
        return hits[0][2] if hits else None

    def parts(self, plan: Plan) -> list[Part]:
        """Return what makes up the score of a plan, as the core adds it up."""
        score = self.score(plan)
        if not score:
            return []  # it does not match, or only filters
        match plan:
            case ("term", str(field), bytes(term), float(boost), *_):
                return [self._term(field, term, boost, score)]
            case ("phrase", field, terms, _, boost):
                return [part for term in terms for part in self.parts(("term", field, term, boost))]
            case ("or" | "and", plans, 1.0):
                return [part for inner in plans for part in self.parts(inner)]
            case ("require" | "andnot", inner, _):
                return self.parts(inner)
            case ("constant", (_, str(field), words, *_), _):
                return [Part(field, _shown(words), score)]
        return [Part("", str(plan[0]), score)]

    def _term(self, name: str, key: bytes, boost: float, score: float) -> Part:
        field = self._segment.field(name)
        term = field.term(key) if field else None
        if field is None or term is None:
            raise AssertionError("what has a score has the term")
        place = bisect_left(array("I", term.all_docs()), self._document)
        tf = array("f", term.all_weights())[place]
        fields = filter(None, (segment.field(name) for segment in self._segments))
        n = self._searcher.doc_count_all()
        average = sum(field.total_length for field in fields) / n
        df = self._searcher.doc_frequency(name, key)
        length = byte_to_length(field.lengths()[self._document])
        return Part(name, key.decode(), score, tf, length, average, df, n, idf(df, n), boost)


def _shown(words: bytes | str | Sequence[bytes]) -> str:
    """Return what a query of many words looks for."""
    if isinstance(words, str):
        return words
    return words.decode() if isinstance(words, bytes) else f"any of {len(words):,} words"
