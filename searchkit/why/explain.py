"""Why an article scores what it scores, or why it does not match: the query, clause by clause."""

from collections.abc import Iterator, Sequence

from searchkit.article import Article
from searchkit.asking import Question, boosts
from searchkit.engines.base import Statistics
from searchkit.query.tree import And, Favoured, Node, Not, Or, Recent, inner_nodes
from searchkit.results import Copy
from searchkit.why.absence import Absence
from searchkit.why.explanation import Clause, Explanation, Part

_SUMS = (And, Or, Favoured)
"""What scores the sum of its clauses."""


def explain(question: Question, tree: Node, article: Article, copies: Sequence[Copy]) -> Explanation:
    """Return the explanation of an article for a question; `tree` is that of the question, with boosts."""
    clause = _Explaining(question.engine.statistics(), question.zones, article).clause(tree)
    score = clause.score if clause.matches else None
    notes = question.notes
    if copies:
        one = copies[0].id if len(copies) == 1 else f"{len(copies)} articles, {copies[0].id} among them"
        notes = (*notes, f"it is a copy of {one}: a search shows the best of them, and each with --copies")
    told = (question.text, str(question.tree), article.id, article.title)
    return Explanation(*told, score, clause, notes, boosts(tree))


class _Explaining:
    """One article, whose clauses are looked at one by one. The engine says what matches and what it gives."""

    def __init__(self, statistics: Statistics, zones: tuple[str, ...], article: Article) -> None:
        self.statistics = statistics
        self.zones = zones
        self.id = article.id
        self.absence = Absence(statistics, zones, article)

    def clause(self, node: Node, *, is_missed: bool = True, is_scored: bool = True) -> Clause:
        """Return what a node gives; why it does not match is said where it `is_missed`."""
        score, parts = self.statistics.account(node, self.zones, self.id)
        is_missed = is_missed and score is None
        reason, hint = self.absence.reason(node) if is_missed else (None, None)
        clauses = tuple(self._inner(node, is_missed=is_missed, is_scored=is_scored))
        kind, matches = type(node).__name__.lower(), score is not None
        if not (score and is_scored):
            score, parts = 0.0, ()
        elif isinstance(node, Recent):
            parts = (Part("date", str(node), score),)
        elif isinstance(node, _SUMS):
            parts = ()
        return Clause(str(node), kind, matches, score, parts, clauses, reason, hint)

    def _inner(self, node: Node, *, is_missed: bool, is_scored: bool) -> Iterator[Clause]:
        """Yield the clauses of a node, whatever it is: below a NOT nothing is missed and nothing scored."""
        is_negated = isinstance(node, Not)
        for place, inner in enumerate(inner_nodes(node)):
            is_extra = isinstance(node, Favoured) and place > 0
            missed = is_missed and not is_negated and not is_extra
            yield self.clause(inner, is_missed=missed, is_scored=is_scored and not is_negated)
