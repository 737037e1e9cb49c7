"""The tree of a query -> a `whoosh.query` tree, the form that the local engine runs.

Scores come from words and phrases: BM25F adds up what each zone gives, times the weight of its field. A prefix or
a fuzzy word gives a constant for each zone. Filters (dates, sources, negations) decide what matches and add nothing.
"""

from collections.abc import Iterator, Sequence
from functools import singledispatch

from whoosh import query as wq
from whoosh.matching import AndMaybeMatcher, AndNotMatcher, ConstantScoreWrapperMatcher, Matcher, ReadTooFar
from whoosh.reading import IndexReader
from whoosh.searching import SearchContext, Searcher

from searchkit.fields import FIELDS, PREFIX_SCORE, RECENCY_SCORE, STEM_WEIGHT, exact_term, stems_field, words_field
from searchkit.query import tree
from searchkit.query.likeness import is_like
from searchkit.query.spans import Expand, expanded, spans
from searchkit.query.tree import Scope, stemmed
from searchkit.query.whoosh_spans import Listed, Spans


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


class Favoured(wq.AndMaybe):
    """What the first part matches, at the sum of the scores where the second does too.

    Whoosh's own matcher asks the second part to skip to where it has been, and may get it to go on.
    """

    def matcher(self, searcher: Searcher, context: SearchContext | None = None) -> Matcher:
        """Return a matcher whose second part only follows."""
        return _FavouredMatcher(self.a.matcher(searcher, context), self.b.matcher(searcher, context))


class _FavouredMatcher(AndMaybeMatcher):
    def _first_b(self) -> None:
        if self.a.is_active() and self.b.is_active() and self.b.id() < self.a.id():
            self.b.skip_to(self.a.id())

    def next(self) -> None:
        self.a.next()
        self._first_b()

    def skip_to(self, id: int) -> None:
        self.a.skip_to(id)
        self._first_b()


class Like(wq.FuzzyTerm):
    """What holds a word like the text.

    To Whoosh's own class two letters exchanged are one edit in some readers and two in others.
    """

    def _btexts(self, ixreader: IndexReader) -> Iterator[bytes]:
        for word in ixreader.expand_prefix(self.fieldname, self.text[:1]):
            if is_like(self.text, word.decode("utf-8"), self.maxdist):
                yield word


def to_whoosh(
    node: tree.Node, zones: Sequence[str], languages: Sequence[str] = (), expand: Expand | None = None
) -> wq.Query:
    """Return the Whoosh query of a node; words without a field are looked for in the zones.

    `languages` are those that the index has stems of; `expand` tells which words it has.
    """
    return _query(node, Scope(zones, languages, 1.0, expand))


@singledispatch
def _query(node: tree.Node, scope: Scope) -> wq.Query:
    raise TypeError(f"no Whoosh query for {type(node).__name__}")


@_query.register
def _(node: tree.Everything, scope: Scope) -> wq.Query:
    return Constant(wq.Every())


@_query.register
def _(node: tree.Word, scope: Scope) -> wq.Query:
    names = scope.fields(node.field)
    found = [wq.Term(name, node.term, boost=_weight(name, scope)) for name in names]
    for _, (stem,) in stemmed(node, scope.languages):
        found += [wq.Term(stems_field(name), stem, boost=_weight(name, scope) * STEM_WEIGHT) for name in names]
    return _any(found)


def _weight(name: str, scope: Scope) -> float:
    return FIELDS[name].weight * scope.times


@_query.register
def _(node: tree.Phrase, scope: Scope) -> wq.Query:
    names = scope.fields(node.field)
    found = [_phrase(name, list(node.terms), node.slop, _weight(name, scope)) for name in names]
    for _, stems in stemmed(node, scope.languages):
        found += [_phrase(stems_field(name), stems, node.slop, _weight(name, scope) * STEM_WEIGHT) for name in names]
    return _any(found)


def _phrase(name: str, terms: list[str], slop: int, weight: float) -> wq.Query:
    """Return the phrase; one with other words in between is looked for as Whoosh does not."""
    if not slop:
        return wq.Phrase(name, terms, boost=weight)
    words = wq.And([wq.Term(name, term, boost=weight) for term in terms])
    return wq.Require(words, Spans(("phrase", ((name, tuple(terms)),), slop + 1)))


@_query.register
def _(node: tree.Form, scope: Scope) -> wq.Query:
    return _any(
        [
            wq.Require(wq.Term(name, node.term, boost=_weight(name, scope)), wq.Term(words_field(name), node.word))
            for name in scope.fields(node.field)
        ]
    )


@_query.register
def _(node: tree.Prefix, scope: Scope) -> wq.Query:
    # Left to itself a prefix scores by how many words have it, in some segments and not in others.
    score = PREFIX_SCORE * scope.times
    return _any([Constant(wq.Prefix(words_field(name), node.prefix), score) for name in scope.fields(node.field)])


@_query.register
def _(node: tree.Fuzzy, scope: Scope) -> wq.Query:
    alike = [
        Constant(Like(words_field(name), node.word, maxdist=node.distance), PREFIX_SCORE * scope.times)
        for name in scope.fields(node.field)
    ]
    return _any(alike)


@_query.register(tree.Wildcard)
@_query.register(tree.Regex)
def _(node: tree.Wildcard | tree.Regex, scope: Scope) -> wq.Query:
    found: list[wq.Query] = []
    for name in scope.fields(node.field):
        plan = "terms", tuple((words_field(name), word) for word in expanded(node, name, scope))
        found.append(Constant(Listed(plan), PREFIX_SCORE * scope.times))
    return _any(found)


@_query.register
def _(node: tree.Boost, scope: Scope) -> wq.Query:
    return _query(node.part, scope.replaced(times=scope.times * node.factor))


@_query.register
def _(node: tree.Near, scope: Scope) -> wq.Query:
    return _placed(node, node, 1, scope)


@_query.register
def _(node: tree.AtLeast, scope: Scope) -> wq.Query:
    return _placed(node, node.part, node.least, scope)


def _placed(node: tree.Near | tree.AtLeast, operand: tree.Node, least: int, scope: Scope) -> wq.Query:
    """Return what has so many places of the operand in one zone, at the score of its words there."""
    found: list[wq.Query] = []
    for name in scope.fields(node.field):
        there = scope.replaced(zones=(name,))
        found.append(wq.Require(_scored(operand, there), Spans(spans(operand, name, scope), least)))
    return _any(found)


def _scored(operand: tree.Node, scope: Scope) -> wq.Query:
    """Return what has the words of an operand, at their score."""
    if isinstance(operand, tree.Near):
        first = _scored(operand.first, scope)
        return first if operand.without else wq.And([first, _scored(operand.second, scope)])
    if isinstance(operand, tree.Or):
        return _any([_scored(part, scope) for part in operand.parts])
    if isinstance(operand, tree.Boost):
        return _scored(operand.part, scope.replaced(times=scope.times * operand.factor))
    return _query(operand, scope)


@_query.register
def _(node: tree.Exact, scope: Scope) -> wq.Query:
    value = node.value if FIELDS[node.field].kind == "id" else exact_term(node.value)
    return Constant(wq.Term(node.field, value))


@_query.register
def _(node: tree.Days, scope: Scope) -> wq.Query:
    first, last = (day.toordinal() if day else None for day in (node.first, node.last))
    return Constant(wq.NumericRange("date", first, last))


@_query.register
def _(node: tree.Recent, scope: Scope) -> wq.Query:
    return _any(
        [Constant(wq.NumericRange("date", first, None), RECENCY_SCORE * share) for first, share in node.steps()]
    )


@_query.register
def _(node: tree.Favoured, scope: Scope) -> wq.Query:
    return Favoured(_query(node.part, scope), _any([_query(extra, scope) for extra in node.extras]))


@_query.register
def _(node: tree.Not, scope: Scope) -> wq.Query:
    return Without(Constant(wq.Every()), _query(node.part, scope))


@_query.register
def _(node: tree.Or, scope: Scope) -> wq.Query:
    return AnyOf([_query(part, scope) for part in node.parts])


@_query.register
def _(node: tree.And, scope: Scope) -> wq.Query:
    scored, filters, excluded = ([_query(part, scope) for part in parts] for parts in tree.sorted_parts(node))
    query = _all(scored or filters or [Constant(wq.Every())])
    if scored and filters:
        query = wq.Require(query, _all(filters))
    return Without(query, _any(excluded)) if excluded else query


def _all(queries: list[wq.Query]) -> wq.Query:
    return queries[0] if len(queries) == 1 else wq.And(queries)


def _any(queries: Sequence[wq.Query]) -> wq.Query:
    return queries[0] if len(queries) == 1 else AnyOf(queries)
