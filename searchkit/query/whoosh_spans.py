"""Places of words in a Whoosh index, for which Whoosh has no query of its own."""

from collections.abc import Sequence
from typing import Any

from whoosh import query as wq
from whoosh.matching import ListMatcher, Matcher, NullMatcher
from whoosh.reading import IndexReader, TermNotFound
from whoosh.searching import SearchContext, Searcher

from searchkit.fields import places_field, words_field
from searchkit.query.likeness import meaning
from searchkit.query.spans import Places, Plan, stretches
from searchkit.query.tree import Node


class Spans(wq.Query):
    """The documents that have so many of the stretches of a plan."""

    def __init__(self, plan: Plan, least: int = 1) -> None:
        self.plan = plan
        self.least = least

    def __repr__(self) -> str:
        return f"Spans({self.plan!r}, {self.least})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Spans) and (self.plan, self.least) == (other.plan, other.least)

    def __hash__(self) -> int:
        return hash(repr(self))

    def is_leaf(self) -> bool:
        """Tell that no other queries are in this one."""
        return True

    def estimate_size(self, ixreader: IndexReader) -> int:
        """Return the most documents that there can be."""
        return int(ixreader.doc_count())

    def matcher(self, searcher: Searcher, context: SearchContext | None = None) -> Matcher:
        """Return a matcher of the documents, all of which are found at once."""
        postings = _Postings(searcher.reader())
        found = [doc for doc in sorted(postings.candidates(self.plan)) if self._is_in(postings, doc)]
        return ListMatcher(found, all_weights=1.0) if found else NullMatcher()

    def _is_in(self, postings: "_Postings", doc: int) -> bool:
        return len(stretches(self.plan, _Document(postings, doc))) >= self.least


class Listed(Spans):
    """The documents that have any of the terms of a plan, wherever."""

    def _is_in(self, postings: "_Postings", doc: int) -> bool:
        return True


class _Postings:
    """Lists of a segment, each read once."""

    def __init__(self, reader: IndexReader) -> None:
        self.reader = reader
        self._known: dict[tuple[str, str], dict[int, Sequence[int]]] = {}

    def of(self, field: str, term: str) -> dict[int, Sequence[int]]:
        """Return the positions of a term by document; none in a field that has no positions."""
        if (field, term) not in self._known:
            self._known[field, term] = dict(self._read(field, term))
        return self._known[field, term]

    def _read(self, field: str, term: str) -> Any:
        try:
            matcher = self.reader.postings(field, term.encode("utf-8", "surrogatepass"))
        except TermNotFound:
            return
        has_positions = matcher.supports("positions")
        while matcher.is_active():
            yield matcher.id(), matcher.value_as("positions") if has_positions else ()
            matcher.next()

    def candidates(self, plan: Plan) -> set[int]:
        """Return documents among which are all that have stretches of a plan."""
        match plan:
            case ("terms", terms):
                return _union(self.of(field, term) for field, term in terms)
            case ("forms", _, field, _, words):
                return _union(self.of(field, word) for word, _ in words)
            case ("phrase", phrases, _):
                return _union(
                    set.intersection(*(set(self.of(field, term)) for term in terms)) for field, terms in phrases
                )
            case ("any", parts):
                return _union(map(self.candidates, parts))
            case ("near", first, second, _, _, _, excluded):
                found = self.candidates(first)
                return found if excluded else found & self.candidates(second)
        raise TypeError(plan)


class _Document(Places):
    def __init__(self, postings: _Postings, doc: int) -> None:
        self.postings = postings
        self.doc = doc

    def positions(self, field: str, term: str) -> Sequence[int]:
        """Return the positions of a term of a field."""
        return self.postings.of(field, term).get(self.doc, ())

    def form_positions(self, zone: str, word: str, term: str) -> Sequence[int]:
        """Return the positions of an unstemmed word: those of its term, unless other words of it are there too."""
        if self.doc not in self.postings.of(words_field(zone), word):
            return ()
        all_forms = self.positions(zone, term)
        own = self.postings.of(places_field(zone), word).get(self.doc)
        return all_forms if own is None else [all_forms[n] for n in own if n < len(all_forms)]  # a lead ends sooner


def _union(sets: Any) -> set[int]:
    return {doc for docs in sets for doc in docs}


class Lexicon:
    """The words of a Whoosh index."""

    def __init__(self, reader: IndexReader) -> None:
        self.reader = reader
        self._words: dict[str, list[str]] = {}

    def expand(self, field: str, node: Node) -> list[str]:
        """Return the words of a field that a node stands for."""
        if field not in self._words:
            self._words[field] = [word.decode("utf-8") for word in self.reader.lexicon(field) if word]
        return list(filter(meaning(node), self._words[field]))
