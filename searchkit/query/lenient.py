"""Reading a query with mistakes: what cannot be understood is left out, and every omission is noted."""

from searchkit.errors import QuerySyntaxError
from searchkit.query.grammar import Query, parsed
from searchkit.query.lexemes import Lexeme, Misread
from searchkit.query.tree import And

_ATTEMPTS = 50
"""Elements left out one by one; a text with more mistakes is read for its words alone."""


def parse_leniently(text: str, found: list[Lexeme]) -> Query:
    """Return the query of as many of the lexemes as can be understood.

    Raises QuerySyntaxError when that leaves nothing to search for.
    """
    left, notes = found, []
    for _ in range(_ATTEMPTS):
        try:
            query = parsed(text, left)
        except Misread as error:
            if error.without.kind == "end":
                break
            dropped = _dropped(left, error.without)
            left = [lexeme for lexeme in left if lexeme not in dropped]
            notes.append(f"dropped {_shown(text, dropped)}: {error}")
        except QuerySyntaxError as error:
            raise _nothing(text, [*notes, error.hint or ""]) from error
        else:
            return query.replaced(notes=(*notes, *query.notes))
    return _words_alone(text, left, notes)


def _dropped(left: list[Lexeme], lexeme: Lexeme) -> list[Lexeme]:
    """Return what goes with a lexeme: before a value that makes no sense, its field."""
    before = left[max(left.index(lexeme) - 1, 0)]
    return [before, lexeme] if before.kind == "field" and lexeme.kind in ("word", "quoted", "range") else [lexeme]


def _shown(text: str, dropped: list[Lexeme]) -> str:
    start, end = dropped[0].start, dropped[-1].end
    return f"{text[start:end]!r} (character {start + 1})"


def _words_alone(text: str, left: list[Lexeme], notes: list[str]) -> Query:
    """Return a query that wants all words and phrases, of a text that has no structure that could be understood."""
    parts, end = [], left[-1]
    dropped: list[str] = []
    for lexeme in left[:-1]:
        try:
            query = parsed(text, [lexeme, end])
            parts.append(query.tree)
            notes += query.notes
        except (Misread, QuerySyntaxError):
            dropped.append(_shown(text, [lexeme]))
    notes.append("looked for words alone, as the query has too many mistakes" + (
        f"; dropped {', '.join(dropped)}" if dropped else ""))  # fmt: skip
    if not parts:
        raise _nothing(text, notes)
    return Query(text, parts[0] if len(parts) == 1 else And(tuple(parts)), tuple(notes))


def _nothing(text: str, notes: list[str]) -> QuerySyntaxError:
    return QuerySyntaxError("nothing in this query can be searched", query=text, position=0,
                            hint="; ".join(filter(None, notes)))  # fmt: skip
