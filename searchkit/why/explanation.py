"""What an explanation is made of: frozen values with no engine behind them."""

import math
from typing import Any

from searchkit.results import answer
from searchkit.values import Value


class Part(Value):
    """What one term gives in one field: `boost * idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * length / average))`.

    This is BM25F as Whoosh has it, with K1 = 1.2, B = 0.75 and `idf = ln(n / (df + 1)) + 1`: the term occurs `tf` times
    in a field of `length` words (as an index keeps it, to 3 %), and in `df` of `n` articles; `boost` is the weight of
    the field. What scores by no such formula, as a prefix does, has the score alone.
    """

    field: str
    term: str
    score: float
    tf: float | None = None
    length: int | None = None
    average_length: float | None = None
    df: int | None = None
    n: int | None = None
    idf: float | None = None
    boost: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the part as JSON has it."""
        return dict(zip(self.__match_args__, self[:], strict=True))


def idf(df: int, n: int) -> float:
    """Return the inverse document frequency of a term that `df` of `n` articles have, as Whoosh has it."""
    return math.log(n / (df + 1)) + 1


class Clause(Value):
    """A part of the query, and whether the article matches it.

    `kind` is the name of the node of the tree in lower case: `word`, `phrase`, `and`, `days` ... The score of a clause
    that matches is the sum of its `parts`, else that of its `clauses`; what only filters, and what stands under a NOT,
    has 0. `reason` says why a clause does not match; `hint` what would, as an option of the command or as a query.
    """

    text: str
    kind: str
    matches: bool
    score: float
    parts: tuple[Part, ...] = ()
    clauses: tuple["Clause", ...] = ()
    reason: str | None = None
    hint: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the clause as JSON has it."""
        plain = dict(zip(self.__match_args__, self[:], strict=True))
        return plain | {
            "parts": [part.to_dict() for part in self.parts],
            "clauses": [clause.to_dict() for clause in self.clauses],
        }


class Explanation(Value):
    """Why an article matches a query, and what its score is made of; or why it does not match.

    `score` is that of a search, whose hits have it rounded to six decimals; None where the article does not match.
    `interpreted_as` and `boosts` are those of a search.
    """

    query: str
    interpreted_as: str
    id: str
    title: str
    score: float | None
    clause: Clause
    notes: tuple[str, ...] = ()
    boosts: tuple[str, ...] = ()

    @property
    def matches(self) -> bool:
        """Whether the article matches."""
        return self.score is not None

    @property
    def parts(self) -> tuple[Part, ...]:
        """What adds up to the score, through all clauses."""
        return tuple(_parts(self.clause))

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why the article does not match: a line for every clause that fails it."""
        return tuple(_reasons(self.clause))

    def to_dict(self) -> dict[str, Any]:
        """Return the explanation as JSON has it."""
        names = ("query", "interpreted_as", "id", "title", "matches", "score", "clause", "reasons", "notes")
        return answer(self, *names, *(["boosts"] if self.boosts else []))


def _parts(clause: Clause) -> list[Part]:
    """Return the parts of a clause, else those of its clauses; where it does not match, what they give is lost."""
    if not clause.score or clause.parts:
        return list(clause.parts)
    return [part for inner in clause.clauses for part in _parts(inner)]


def _reasons(clause: Clause) -> list[str]:
    if clause.matches:
        return []
    below = [reason for part in clause.clauses for reason in _reasons(part)]
    if below or not clause.reason:
        return below
    return [f"{clause.text}: {clause.reason}" + (f"; try {clause.hint}" if clause.hint else "")]
