"""What scores of Whoosh's own searcher are made of, and the words that its index holds."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager

from whoosh import query as wq
from whoosh.reading import IndexReader, TermNotFound

from searchkit.engines.base import Account, Occurrences
from searchkit.engines.snapshot import Snapshot
from searchkit.query.likeness import is_like
from searchkit.query.tree import Exact, Node
from searchkit.query.whoosh import Constant, Without, to_whoosh
from searchkit.why.explanation import Part, idf


class LocalStatistics:
    """See `searchkit.engines.base.Statistics`."""

    def __init__(self, reading: Callable[[], AbstractContextManager[Snapshot]]) -> None:
        self._reading = reading

    def account(self, tree: Node, zones: Sequence[str], id: str) -> Account:
        """Return the score of an article and its parts."""
        with self._reading() as snapshot:
            article = _Article(snapshot, id)
            query = to_whoosh(tree, zones, snapshot.languages, snapshot.expand)
            return Account(article.score(query), tuple(article.parts(query)))

    def beginning(self, prefix: str, fields: Sequence[str], limit: int) -> list[Occurrences]:
        """Return the terms with a prefix, by the number of articles."""
        return Occurrences.best(self._terms(prefix, fields, lambda _: True), limit)

    def alike(self, word: str, distance: int, fields: Sequence[str]) -> list[Occurrences]:
        """Return the terms like a word, by the number of articles."""
        return Occurrences.best(self._terms(word[:1], fields, lambda other: is_like(word, other, distance)))

    def _terms(self, prefix: str, fields: Iterable[str], is_meant: Callable[[str], bool]) -> Counter[str]:
        found = Counter[str]()
        with self._reading() as snapshot:
            reader = snapshot.searcher.reader()
            for name in fields:
                keys = reader.expand_prefix(name, prefix) if reader.doc_count_all() else ()
                found.update({word: reader.doc_frequency(name, word) for key in keys if is_meant(word := key.decode())})
        return found

    def frequency(self, field: str, term: str) -> tuple[int, int]:
        """Return how many articles have a term in a field, and how many there are."""
        with self._reading() as snapshot:
            reader = snapshot.searcher.reader()
            return reader.doc_frequency(field, term), reader.doc_count_all()


class _Article:
    """One article of a snapshot, where it has to be there."""

    def __init__(self, snapshot: Snapshot, id: str) -> None:
        self._snapshot = snapshot
        self._searcher = snapshot.searcher
        self._filter = to_whoosh(Exact("id", id), ())
        self._number = snapshot.searcher.document_number(id=id)

    def score(self, query: wq.Query) -> float | None:
        """Return the score of a query, None where it does not match."""
        return self._snapshot.score(wq.Require(query, self._filter))

    def parts(self, query: wq.Query) -> list[Part]:
        """Return what makes up the score of a query, as Whoosh adds it up."""
        score = self.score(query)
        if not score:
            return []  # it does not match, or only filters
        match query:
            case wq.Term():
                return [self._term(query, score)]
            case wq.Phrase():
                terms = [wq.Term(query.fieldname, word, boost=query.boost) for word in query.words]
                return [part for term in terms for part in self.parts(term)]
            case wq.And() | wq.Or():
                return [part for inner in query.subqueries for part in self.parts(inner)]
            case wq.Require() | Without():
                return self.parts(query.a)
            case Constant(child=wq.PatternQuery() | wq.FuzzyTerm() as child):
                return [Part(child.fieldname, child.text, score)]
        return [Part("", type(query).__name__.lower(), score)]

    def _term(self, query: wq.Term, score: float) -> Part:
        reader: IndexReader = self._searcher.reader()
        name, text = query.fieldname, query.text
        try:
            matcher = self._searcher.postings(name, text)
        except TermNotFound as error:
            raise AssertionError("what has a score has the term") from error
        matcher.skip_to(self._number)
        length = reader.doc_field_length(self._number, name)
        df, n = reader.doc_frequency(name, text), reader.doc_count_all()
        average = self._searcher.avg_field_length(name)
        return Part(name, text, score, matcher.weight(), length, average, df, n, idf(df, n), query.boost)
