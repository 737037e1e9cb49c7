"""The grammar of queries: text -> `Query`.

    query    := or
    or       := and ("OR" and)*
    and      := not (("AND" | nothing) not)*          words side by side must all occur
    not      := ("NOT" | "-") not | part
    part     := "(" or ")" | FIELD ":" value | value
    value    := "(" or ")" | '"' text '"' | word | word "*" | word "~" | word "~2" | "=" word | "*"

Operators are written in capitals. What the grammar does not know is an error that names its place; nothing is guessed.
"""

import re
from collections.abc import Callable

from searchkit.analysis import terms, tokens, typed, words
from searchkit.errors import DateError, QueryError
from searchkit.fields import FIELDS
from searchkit.query.dates import DayRange, around, parse_days
from searchkit.query.tree import (
    OPERATORS,
    And,
    Days,
    Everything,
    Exact,
    Form,
    Fuzzy,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)
from searchkit.values import Value

AROUND = "around"
"""What stands before days around a date as the name of a field does: `around:2025-11-13~3d`."""

MAX_DEPTH = 50
"""How deep parentheses may nest."""

MAX_FUZZY_LENGTH = 64
"""Letters of the longest fuzzy word; the shortest has more than twice as many as may differ."""


class Query(Value):
    """A query as it was typed and as it was understood. `notes` say what of it could not be searched."""

    text: str
    tree: Node
    notes: tuple[str, ...] = ()

    @property
    def interpreted_as(self) -> str:
        """The query as it was understood, in the grammar's own words."""
        return str(self.tree)


class _Lexeme:
    """One element of the text: its kind (`open`, `close`, `quoted`, `field`, `word`, `end` ...), value and place."""

    __slots__ = ("kind", "start", "value")  # read far more often than a Value is made for

    def __init__(self, kind: str, value: str, start: int) -> None:
        self.kind = kind
        self.value = value
        self.start = start


_LEXEMES = re.compile(
    r"""(?P<open>\() | (?P<close>\))
      | "(?P<quoted>(?:[^"\\]|\\.)*)" | “(?P<curly>[^”]*)”
      | (?P<stray>["“])
      | (?P<NOT>-(?=[^\s)-]))
      | (?P<field>[A-Za-z_]+(?:-[A-Za-z_]+)*:)(?=[^\s)])
      | (?P<word>[^\s()"“]+)""",
    re.VERBOSE | re.DOTALL,
)


def parse(text: str) -> Query:
    """Return the query that the text states.

    >>> parse('lavrov (alaska OR anchorage) -source:"TRT World"').interpreted_as
    'lavrov AND (alaska OR anchorage) AND NOT source:"TRT World"'

    Raises QueryError, with the place, when the text is empty or cannot be understood.
    """
    if not text.strip():
        raise QueryError("the query is empty", query=text, position=0, hint="* finds every article")
    return _Parser(text).parse()


def _lexemes(text: str) -> list[_Lexeme]:
    if text.isalnum() and text not in OPERATORS:  # one word, as many a query is: the pattern would only find it again
        return [_Lexeme("word", text, 0), _Lexeme("end", "", len(text))]
    found = []
    for match in _LEXEMES.finditer(text):
        kind = match.lastgroup or ""
        value = match[kind]
        if kind == "word":
            if value in OPERATORS:
                kind = value
        elif kind == "quoted":
            value = re.sub(r"\\(.)", r"\1", value, flags=re.DOTALL)
        elif kind == "curly":
            kind = "quoted"
        elif kind == "stray":
            raise QueryError("this quotation mark is never closed", query=text, position=match.start())
        found.append(_Lexeme(kind, value, match.start()))
    found.append(_Lexeme("end", "", len(text)))
    return found


class _Parser:
    """A recursive descent over the lexemes, one method a rule. A rule returns None where nothing can be searched."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.rest = iter(_lexemes(text))
        self.next = next(self.rest)
        self.depth = 0
        self.notes: list[str] = []

    def parse(self) -> Query:
        tree = self.either(None)
        if self.next.kind == "close":
            raise self.error("this parenthesis was never opened")
        if tree is None:
            raise QueryError("nothing in this query can be searched", query=self.text, position=0,
                             hint="; ".join(self.notes))  # fmt: skip
        return Query(self.text, tree, tuple(self.notes))

    def take(self) -> _Lexeme:
        lexeme, self.next = self.next, next(self.rest)
        return lexeme

    def error(self, message: str, at: _Lexeme | None = None, hint: str | None = None) -> QueryError:
        return QueryError(message, query=self.text, position=(at or self.next).start, hint=hint)

    def either(self, field: str | None) -> Node | None:
        parts = [self.all(field)]
        while self.next.kind == "OR":
            self.take()
            parts.append(self.all(field))
        return _group(Or, parts)

    def all(self, field: str | None) -> Node | None:
        parts = [self.negation(field)]
        while self.next.kind not in ("end", "close", "OR"):
            if self.next.kind == "AND":
                self.take()
            parts.append(self.negation(field))
        return _group(And, parts)

    def negation(self, field: str | None) -> Node | None:
        if self.next.kind != "NOT":
            return self.part(field)
        self.enter(self.take())
        part = self.negation(field)
        self.depth -= 1
        return None if part is None else Not(part)

    def part(self, field: str | None) -> Node | None:
        lexeme = self.next
        kind = lexeme.kind
        if kind in ("end", "close"):
            raise self.error("something to search for is missing here")
        if kind in ("AND", "OR"):
            raise self.error(f"{kind} needs something on both sides",
                             hint=f'to search for the word, write "{kind.lower()}"')  # fmt: skip
        self.take()
        if kind == "open":
            return self.group(field, lexeme)
        if kind == "field":
            return self.value(self.field(lexeme), lexeme)
        return self.leaf(lexeme, field)

    def value(self, field: str, prefix: _Lexeme) -> Node | None:
        if self.next.kind in ("field", *OPERATORS):
            raise self.error(
                f"{prefix.value} needs a value right behind it; got {self.next.value}",
                prefix,
                hint=f"NOT stands before the field (-{prefix.value}word); other values go in quotation marks",
            )
        return self.part(field)

    def group(self, field: str | None, opening: _Lexeme) -> Node | None:
        self.enter(opening)
        inside = self.either(field)
        if self.next.kind != "close":
            raise self.error("this parenthesis is never closed", opening)
        self.take()
        self.depth -= 1
        return inside

    def enter(self, at: _Lexeme) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.error(f"this is nested more than {MAX_DEPTH} deep", at)

    def field(self, lexeme: _Lexeme) -> str:
        name = lexeme.value[:-1].lower()
        if name in FIELDS or name == AROUND:
            return name
        from difflib import get_close_matches  # wanted for this message alone

        close = get_close_matches(name, FIELDS, n=1)
        raise self.error(
            f"there is no field {name!r}; the fields are {', '.join(FIELDS)}",
            lexeme,
            hint=f"did you mean {close[0]}:?"
            if close
            else "to search for text with a colon, put it in quotation marks",
        )

    def leaf(self, lexeme: _Lexeme, field: str | None) -> Node | None:
        if field == AROUND:
            return self.days(lexeme, around)
        kind = FIELDS[field].kind if field else "text"
        if kind == "day":
            return self.days(lexeme)
        if kind != "text":
            return self.exact(lexeme, str(field))
        if lexeme.kind == "quoted":
            return self.phrase(lexeme, field)
        return self.word(lexeme, field)

    def days(self, lexeme: _Lexeme, read: Callable[[str], DayRange] = parse_days) -> Node:
        try:
            return Days(*read(lexeme.value))
        except DateError as error:
            raise self.error(str(error), lexeme, hint=error.hint) from error

    def exact(self, lexeme: _Lexeme, field: str) -> Node:
        value = lexeme.value.strip()
        if not value:
            raise self.error(f"{field}: needs a value", lexeme)
        if lexeme.kind == "word" and "*" in value:
            raise self.error(f"{field}: takes a whole value, without *", lexeme,
                             hint=f'{field}:"{value}" looks for the star itself')  # fmt: skip
        return Exact(field, value)

    def phrase(self, lexeme: _Lexeme, field: str | None) -> Node | None:
        if "*" in lexeme.value:
            self.notes.append(f'the * in "{lexeme.value}" is not a wildcard: a phrase is matched word by word')
        return self.analysed(lexeme, field)

    def word(self, lexeme: _Lexeme, field: str | None) -> Node | None:
        text = lexeme.value
        if text.isalnum():
            return self.analysed(lexeme, field)
        if text == "*" and field is None:
            return Everything()
        if re.search(r"\w\^[\d.]*$", text):
            raise self.error("^ is not part of the grammar", lexeme,
                             hint="put the word in quotation marks to search for the text")  # fmt: skip
        if text.endswith(":") and text[:-1].lower() in FIELDS:
            raise self.error(f"{text} needs a value right behind it", lexeme)
        if text[0] == "=":
            return self.form(lexeme, field)
        if "~" in text:
            return self.fuzzy(lexeme, field)
        if "*" in text:
            return self.prefix(lexeme, field)
        return self.analysed(lexeme, field)

    def prefix(self, lexeme: _Lexeme, field: str | None) -> Node:
        stem = lexeme.value[:-1]
        found = words(stem)
        if "*" in stem or not lexeme.value.endswith("*") or len(found) != 1:
            raise self.error("a * stands only at the end of one word", lexeme, hint="for example: sanction*")
        return Prefix(found[0], field)

    def form(self, lexeme: _Lexeme, field: str | None) -> Node | None:
        text = lexeme.value[1:]
        if re.search("[*~]", text):
            raise self.error("the word behind = is meant as it is, without * or ~", lexeme)
        found = words(text)
        precedes = self.next.start == lexeme.start + 1 and self.next.kind in ("quoted", "open")
        if precedes or len(found) > 1:
            raise self.error("a = stands only before one word", lexeme,
                             hint="for example: =talks; a phrase is looked for by the stems of its words")  # fmt: skip
        if not found:
            return self.analysed(lexeme, field)
        return Form(_bare(text), found[0], terms(text)[0], field)

    def fuzzy(self, lexeme: _Lexeme, field: str | None) -> Node:
        stem, _, number = lexeme.value.rpartition("~")
        found = words(stem)
        if len(found) != 1 or re.search("[*~]", stem) or not re.fullmatch(r"[\d.]*", number):
            raise self.error("a ~ stands only at the end of one word", lexeme,
                             hint="for example: zelensky~; in quotation marks it is punctuation")  # fmt: skip
        word = found[0]
        if number not in ("", "1", "2"):
            raise self.error(f"a fuzzy word may differ in one or two letters; got ~{number}", lexeme,
                             hint=f"write {word}~ or {word}~2")  # fmt: skip
        distance = int(number or 1)
        if not 2 * distance < len(word) <= MAX_FUZZY_LENGTH:
            raise self.error(f"{word} has {len(word)} letters; before ~{number} stand {2 * distance + 1} to"
                             f" {MAX_FUZZY_LENGTH}", lexeme, hint=f"write {word}~ or {word}")  # fmt: skip
        return Fuzzy(word, distance, field)

    def analysed(self, lexeme: _Lexeme, field: str | None) -> Node | None:
        """Return the word or, where one word of the query is several to the index (AT&T), the phrase."""
        found = terms(lexeme.value)
        if not found:
            self.notes.append(f"ignored {lexeme.value!r}: there is no letter or digit in it")
            return None
        if len(found) == 1:
            return Word(_bare(lexeme.value), found[0], field)
        return Phrase(" ".join(lexeme.value.split()), tuple(found), field)


def _bare(text: str) -> str:
    """Return the one word of the text without the punctuation around it and in it, as it is typed in a query."""
    if text.isalnum():
        return text
    (found,) = tokens(text)
    return typed(text[found.start : found.end])


def _group(kind: Callable[[tuple[Node, ...]], Node], parts: list[Node | None]) -> Node | None:
    if len(parts) == 1:
        return parts[0]
    found = [part for part in parts if part is not None]
    return found[0] if len(found) == 1 else kind(tuple(found)) if found else None
