"""The grammar of queries: text -> `Query`.

    query    := or
    or       := and ("OR" and)*
    and      := not (("AND" | nothing) not)*          words side by side must all occur
    not      := ("NOT" | "-") not | "+" near | near
    near     := part (["NOT"] ("NEAR" | "ADJ") "/" (NUMBER | "S" | "P") part)*
    part     := (FIELD ":" value | value) ["^" NUMBER]
    value    := "(" or ")" | "atleast" NUMBER "(" or ")" | '"' text '"' ["~" NUMBER] | "/" regex "/"
              | word | word "*" | "w*r?d" | word "~" | word "~2" | "=" word | "[" date "TO" date "]" | "*"

Operators are written in capitals. What the grammar does not know is an error that names its place; nothing is guessed.
"""

import re
from collections.abc import Callable

from searchkit.errors import QuerySyntaxError
from searchkit.fields import FIELDS
from searchkit.query.lexemes import Lexeme, Misread, lexemes
from searchkit.query.tree import (
    PARAGRAPH,
    SENTENCE,
    And,
    AtLeast,
    Boost,
    Near,
    Node,
    Not,
    Or,
    is_filter,
    operand_fields,
)
from searchkit.query.words import AROUND, Reader, plain
from searchkit.values import Value

GRAMMAR_VERSION = 2
"""Raised whenever a query can mean something else than before: 1 was words, phrases, fields, AND, OR and NOT."""

MAX_LENGTH = 100_000
"""Characters of the longest query."""

MAX_DEPTH = 50
"""How deep parentheses may nest."""

MAX_DISTANCE = 1000
"""The greatest number behind NEAR and ADJ."""

MAX_COUNT = 1000
"""The greatest number behind atleast."""

MAX_FACTOR = 1000
"""The greatest number behind ^."""


class Query(Value):
    """A query as it was typed and as it was understood. `notes` say what of it could not be searched."""

    text: str
    tree: Node
    notes: tuple[str, ...] = ()

    @property
    def interpreted_as(self) -> str:
        """The query as it was understood, in the grammar's own words."""
        return str(self.tree)


def parse(text: str, *, lenient: bool = False) -> Query:
    """Return the query that the text states.

    >>> parse('lavrov (alaska OR anchorage) -source:"TRT World"').interpreted_as
    'lavrov AND (alaska OR anchorage) AND NOT source:"TRT World"'

    Raises QuerySyntaxError, with the place, when the text is empty or cannot be understood. If `lenient`, what cannot
    be understood is left out and stands in the notes; an error is only what leaves nothing to search for.
    """
    if not text.strip():
        raise QuerySyntaxError("the query is empty", query=text, position=0, hint="* finds every article")
    if len(text) > MAX_LENGTH:
        raise QuerySyntaxError(
            f"the query has {len(text):,} characters; the longest has {MAX_LENGTH:,}", query=text, position=MAX_LENGTH
        )
    if found := plain(text):
        return Query(text, found, ())
    return _read(text, lenient)


def _read(text: str, lenient: bool) -> Query:
    found = lexemes(text)
    if lenient:
        from searchkit.query.lenient import parse_leniently  # which few need

        return parse_leniently(text, found)
    try:
        return parsed(text, found)
    except Misread as error:
        raise syntax_error(text, error) from error


def syntax_error(text: str, error: Misread) -> QuerySyntaxError:
    """Return what users are told of an error."""
    return QuerySyntaxError(str(error), query=text, position=error.at.start, hint=error.hint)


def parsed(text: str, found: list[Lexeme]) -> Query:
    """Return the query of these lexemes of a text. Raises Misread."""
    reader = Reader()
    tree = _Parser(found, reader).whole()
    if tree is None:
        raise QuerySyntaxError("nothing in this query can be searched", query=text, position=0,
                               hint="; ".join(reader.notes))  # fmt: skip
    return Query(text, tree, tuple(reader.notes))


class _Parser:
    """A recursive descent over the lexemes, one method a rule. A rule returns None where nothing can be searched."""

    def __init__(self, found: list[Lexeme], reader: Reader) -> None:
        self.lexemes = found
        self.place = 0
        self.next = found[0]
        self.depth = 0
        self.must: Lexeme | None = None
        self.reader = reader

    def whole(self) -> Node | None:
        tree = self.either(None)
        if self.next.kind == "close":
            raise Misread("this parenthesis was never opened", self.next)
        return tree

    def take(self) -> Lexeme:
        lexeme = self.next
        self.place += 1
        self.next = self.lexemes[min(self.place, len(self.lexemes) - 1)]
        return lexeme

    def follows(self, kind: str) -> bool:
        """Tell whether the next lexeme is of that kind and right behind the last one."""
        return self.next.kind == kind and self.next.start == self.lexemes[self.place - 1].end

    def either(self, field: str | None) -> Node | None:
        outer, self.must = self.must, None
        parts = [self.all(field)]
        while self.next.kind == "OR":
            self.take()
            parts.append(self.all(field))
        if self.must and len(parts) > 1:
            raise Misread("a + beside an OR contradicts it", self.must,
                          "what must occur stands outside the OR: +a (b OR c)")  # fmt: skip
        self.must = outer
        return _group(Or, parts)

    def all(self, field: str | None) -> Node | None:
        parts = [self.negation(field)]
        while self.next.kind not in ("end", "close", "OR"):
            if self.next.kind == "AND":
                self.take()
            parts.append(self.negation(field))
        return _group(And, parts)

    def negation(self, field: str | None) -> Node | None:
        if self.next.kind == "must":  # all parts must occur: this one does not differ
            self.must = self.take()
            return self.near(field)
        if self.next.kind != "NOT":
            return self.near(field)
        self.enter(self.take())
        part = self.negation(field)
        self.depth -= 1
        return None if part is None else Not(part)

    def near(self, field: str | None) -> Node | None:
        first = self.part(field)
        depth = self.depth
        while self.is_at_operator():
            without = self.next.kind == "NOT"
            if without:
                self.take()
            operator = self.take()
            self.enter(operator)
            start = self.next
            second = self.part(field)
            first = _joined(operator, without, first, second, start)
        self.depth = depth
        return first

    def is_at_operator(self) -> bool:
        """Tell whether NEAR or ADJ comes next, perhaps with a NOT before it."""
        if self.next.kind == "NOT" and self.next.value == "NOT":
            return self.lexemes[self.place + 1].kind == "near"
        return self.next.kind == "near"

    def part(self, field: str | None) -> Node | None:
        lexeme = self.next
        self.check_start(lexeme)
        self.take()
        is_field = lexeme.kind == "field"
        found = self.value(self.field(lexeme), lexeme) if is_field else self.content(lexeme, field)
        return self.boosted(found) if self.follows("factor") else found

    def check_start(self, lexeme: Lexeme) -> None:
        """Raise Misread where nothing can begin to be searched for."""
        kind = lexeme.kind
        if kind == "word":
            return
        before = self.lexemes[self.place - 1] if self.place else lexeme
        if kind in ("end", "close"):
            raise Misread("something to search for is missing here", lexeme, without=before)
        if kind in ("AND", "OR", "near"):
            name = lexeme.value.partition("/")[0]
            raise Misread(f"{name} needs something on both sides", lexeme,
                          f'to search for the word, write "{name.lower()}"')  # fmt: skip
        if kind in ("NOT", "must"):
            raise Misread(f"{lexeme.value} cannot stand here", lexeme,
                          "what must not occur stands outside: (a NEAR/5 b) -c")  # fmt: skip
        if kind == "stray":
            raise Misread("this quotation mark is never closed", lexeme)
        if kind == "factor":
            raise Misread("a ^ stands right behind a word, a phrase or a parenthesis", lexeme,
                          "for example: lavrov^2; in quotation marks it is punctuation")  # fmt: skip

    def content(self, lexeme: Lexeme, field: str | None) -> Node | None:
        if lexeme.kind == "open":
            return self.group(field, lexeme)
        if lexeme.kind == "atleast":
            return self.at_least(lexeme, field)
        has_slop = lexeme.kind == "quoted" and self.follows("word") and self.next.value[0] == "~"
        slop = self.take() if has_slop else None
        return self.reader.leaf(lexeme, field, self.next, slop)

    def value(self, field: str, prefix: Lexeme) -> Node | None:
        if self.next.kind in ("field", "AND", "OR", "NOT", "near", "must"):
            raise Misread(
                f"{prefix.value} needs a value right behind it; got {self.next.value}",
                prefix,
                f"NOT stands before the field (-{prefix.value}word); other values go in quotation marks",
            )
        self.check_start(self.next)
        return self.content(self.take(), field)

    def group(self, field: str | None, opening: Lexeme) -> Node | None:
        self.enter(opening)
        inside = self.either(field)
        if self.next.kind != "close":
            raise Misread("this parenthesis is never closed", opening)
        self.take()
        self.depth -= 1
        return inside

    def enter(self, at: Lexeme) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Misread(f"this is nested more than {MAX_DEPTH} deep", at)

    def field(self, lexeme: Lexeme) -> str:
        name = lexeme.value[:-1].lower()
        if name in FIELDS or name == AROUND:
            return name
        from difflib import get_close_matches  # wanted for this message alone

        close = get_close_matches(name, FIELDS, n=1)
        raise Misread(
            f"there is no field {name!r}; the fields are {', '.join(FIELDS)}",
            lexeme,
            f"did you mean {close[0]}:?" if close else "to search for text with a colon, put it in quotation marks",
        )

    def boosted(self, part: Node | None) -> Node | None:
        lexeme = self.take()
        number = lexeme.value[1:]
        if not re.fullmatch(r"\d{1,4}(\.\d{1,6})?|\.\d{1,6}", number, re.ASCII) or not 0 < float(number) <= MAX_FACTOR:
            raise Misread(f"the ^ needs a number above 0 and up to {MAX_FACTOR} right behind it", lexeme,
                          "for example: lavrov^2; in quotation marks it is punctuation")  # fmt: skip
        if part is not None and is_filter(part):
            raise Misread("what only filters has no score that ^ could change", lexeme)
        return None if part is None else Boost(part, float(number))

    def at_least(self, lexeme: Lexeme, field: str | None) -> Node | None:
        number = lexeme.value[len("atleast") :]
        if not number.isascii() or not 1 <= int(number or 0) <= MAX_COUNT:
            raise Misread(f"atleast needs a number from 1 to {MAX_COUNT} right behind it", lexeme,
                          "for example: atleast3(gaza)")  # fmt: skip
        start = self.next
        part = self.group(field, self.take())
        if part is None:
            return None
        _check_one(_fields(part, "what is counted", start, lexeme), lexeme)
        return AtLeast(int(number), part)


def _joined(operator: Lexeme, without: bool, first: Node | None, second: Node | None, start: Lexeme) -> Node | None:
    """Return two operands with NEAR or ADJ between them; `start` is where the second begins."""
    name, _, within = operator.value.partition("/")
    is_number = within.isdecimal() and within.isascii()
    if not (is_number and 1 <= int(within[:9]) <= MAX_DISTANCE) and within not in (SENTENCE, PARAGRAPH):
        raise Misread(f"{name} needs a number from 1 to {MAX_DISTANCE}, S or P behind a /", operator,
                      f"for example: {name}/5, or {name}/S for the same sentence; for the word write"
                      f' "{name.lower()}"')  # fmt: skip
    if first is None or second is None:
        return first or (None if without else second)
    fields = _fields(first, f"what stands before {name}", operator, operator)
    fields |= _fields(second, f"what stands behind {name}", start, operator)
    _check_one(fields, operator)
    return Near(first, second, int(within) if is_number else within, name == "ADJ", without)


def _fields(node: Node, what: str, at: Lexeme, without: Lexeme) -> set[str | None]:
    try:
        return operand_fields(node)
    except TypeError:
        raise Misread(f"{what} is made of words, phrases, OR and NEAR", at,
                      "AND, NOT and filters stand outside: (a NEAR/5 b) AND c", without) from None  # fmt: skip


def _check_one(fields: set[str | None], operator: Lexeme) -> None:
    if len(fields) > 1:
        named = sorted(field for field in fields if field)
        raise Misread("all of it stands in one field", operator, f"for example: {named[0]}:(a NEAR/5 b)")


def _group(kind: Callable[[tuple[Node, ...]], Node], parts: list[Node | None]) -> Node | None:
    if len(parts) == 1:
        return parts[0]
    found = [part for part in parts if part is not None]
    return found[0] if len(found) == 1 else kind(tuple(found)) if found else None
