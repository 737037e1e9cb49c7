"""The tree of a query -> a `whoosh.query` tree, the form that the local engine runs.

Scores come from words and phrases: BM25F adds up what each zone gives, times the weight of its field. A prefix or
a fuzzy word gives a constant for each zone. Filters (dates, sources, negations) decide what matches and add nothing.
"""

from collections.abc import Iterator, Sequence
from functools import singledispatch

from whoosh import query as wq
from whoosh.matching import AndNotMatcher, ConstantScoreWrapperMatcher, Matcher, ReadTooFar
from whoosh.reading import IndexReader
from whoosh.searching import SearchContext, Searcher

from searchkit.fields import FIELDS, PREFIX_SCORE, exact_term, words_field
from searchkit.query import tree
from searchkit.query.likeness import is_like


class Constant(wq.ConstantScoreQuery):
    """What the child matches, all at one score; filters are at 0.

    Whoosh's own class takes a constant score of 0 for none given, and makes it 1.
    """

    def __init__(self, child: wq.Query, score: float = 0.0) -> None:
        super().__init__(child, score)

    def matcher(self, searcher: Searcher, context: SearchContext | None = None) -> Matcher:
        """Return the child's matcher with our score in place of its own."""
        return ConstantScoreWrapperMatcher(self.child.matcher(searcher, context), self.score)


class AnyOf(wq.Or):
    """What any of the parts match, at the sum of their scores.

    Where Whoosh is free to choose, it joins three parts or more by a matcher that loses what has a score of 0.
    """

    matcher_type = wq.Or.DEFAULT_MATCHER


class Without(wq.AndNot):
    """What the first part matches and the second does not.

    Whoosh's own class returns the first match of the first part without looking, where the second begins before it, and
    fails where a skip leads behind the last.
    """

    def matcher(self, searcher: Searcher, context: SearchContext | None = None) -> Matcher:
        """Return a matcher that excludes from the first document on."""
        return _WithoutMatcher(self.a.matcher(searcher, context), self.b.matcher(searcher, searcher.boolean_context()))


class _WithoutMatcher(AndNotMatcher):
    def _find_first(self) -> None:
        if self.a.is_active() and self.b.is_active():
            self._find_next()

    def skip_to(self, id: int) -> None:
        if not self.a.is_active():
            raise ReadTooFar
        if id > self.a.id():
            self.a.skip_to(id)
            self._find_first()


class Like(wq.FuzzyTerm):
    """What holds a word like the text.

    To Whoosh's own class two letters exchanged are one edit in some readers and two in others.
    """

    def _btexts(self, ixreader: IndexReader) -> Iterator[bytes]:
        for word in ixreader.expand_prefix(self.fieldname, self.text[:1]):
            if is_like(self.text, word.decode("utf-8"), self.maxdist):
                yield word


@singledispatch
def to_whoosh(node: tree.Node, zones: Sequence[str]) -> wq.Query:
    """Return the Whoosh query of a node; words without a field are looked for in the zones."""
    raise TypeError(f"no Whoosh query for {type(node).__name__}")


def _any_zone(field: str | None, zones: Sequence[str], leaves: Sequence[wq.Query]) -> wq.Query:
    return leaves[0] if field or len(zones) == 1 else AnyOf(leaves)


@to_whoosh.register
def _(node: tree.Everything, zones: Sequence[str]) -> wq.Query:
    return Constant(wq.Every())


@to_whoosh.register
def _(node: tree.Word, zones: Sequence[str]) -> wq.Query:
    fields = [node.field] if node.field else zones
    return _any_zone(node.field, zones, [wq.Term(name, node.term, boost=FIELDS[name].weight) for name in fields])


@to_whoosh.register
def _(node: tree.Phrase, zones: Sequence[str]) -> wq.Query:
    fields = [node.field] if node.field else zones
    phrases = [wq.Phrase(name, list(node.terms), boost=FIELDS[name].weight) for name in fields]
    return _any_zone(node.field, zones, phrases)


@to_whoosh.register
def _(node: tree.Prefix, zones: Sequence[str]) -> wq.Query:
    fields = [node.field] if node.field else zones
    # Left to itself a prefix scores by how many words have it, in some segments and not in others.
    prefixes = [Constant(wq.Prefix(words_field(name), node.prefix), PREFIX_SCORE) for name in fields]
    return _any_zone(node.field, zones, prefixes)


@to_whoosh.register
def _(node: tree.Fuzzy, zones: Sequence[str]) -> wq.Query:
    fields = [node.field] if node.field else zones
    alike = [Constant(Like(words_field(name), node.word, maxdist=node.distance), PREFIX_SCORE) for name in fields]
    return _any_zone(node.field, zones, alike)


@to_whoosh.register
def _(node: tree.Exact, zones: Sequence[str]) -> wq.Query:
    value = node.value if FIELDS[node.field].kind == "id" else exact_term(node.value)
    return Constant(wq.Term(node.field, value))


@to_whoosh.register
def _(node: tree.Days, zones: Sequence[str]) -> wq.Query:
    first, last = (day.toordinal() if day else None for day in (node.first, node.last))
    return Constant(wq.NumericRange("date", first, last))


@to_whoosh.register
def _(node: tree.Not, zones: Sequence[str]) -> wq.Query:
    return Without(Constant(wq.Every()), to_whoosh(node.part, zones))


@to_whoosh.register
def _(node: tree.Or, zones: Sequence[str]) -> wq.Query:
    return AnyOf([to_whoosh(part, zones) for part in node.parts])


@to_whoosh.register
def _(node: tree.And, zones: Sequence[str]) -> wq.Query:
    scored, filters, excluded = ([to_whoosh(part, zones) for part in parts] for parts in tree.sorted_parts(node))
    query = _all(scored or filters or [Constant(wq.Every())])
    if scored and filters:
        query = wq.Require(query, _all(filters))
    return Without(query, _any(excluded)) if excluded else query


def _all(queries: list[wq.Query]) -> wq.Query:
    return queries[0] if len(queries) == 1 else wq.And(queries)


def _any(queries: list[wq.Query]) -> wq.Query:
    return queries[0] if len(queries) == 1 else AnyOf(queries)
