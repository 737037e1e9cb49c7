"""What a query says of single words: plain, quoted, =exact, pref*x, fuzzy~, /regex/, and values of other fields."""

import re
from collections.abc import Callable
from datetime import timedelta

from searchkit.analysis import term, terms, tokens, typed, words
from searchkit.errors import DateError
from searchkit.fields import FIELDS
from searchkit.query.dates import DayRange, around, parse_days
from searchkit.query.lexemes import Lexeme, Misread
from searchkit.query.tree import (
    OPERATORS,
    And,
    Days,
    Everything,
    Exact,
    Form,
    Fuzzy,
    Node,
    Or,
    Phrase,
    Prefix,
    Regex,
    Wildcard,
    Word,
    quoted,
)

AROUND = "around"
"""What stands before days around a date as the name of a field does: `around:2025-11-13~3d`."""

MAX_FUZZY_LENGTH = 64
"""Letters of the longest fuzzy word; the shortest has more than twice as many as may differ."""

MAX_SLOP = 1000
"""The most words that a phrase lets stand between two of its own."""

_AROUND = (
    "".join(chr(code) for code in range(33, 127) if not chr(code).isalnum() and chr(code) not in "*?~=^") + "’‘”“…«»"
)
_COUNTED = re.compile(r"atleast[0-9]+", re.IGNORECASE)
_MISTAKEN = re.compile(r"(near|adj|w|pre|within)/(\d+|[sp])", re.IGNORECASE)


def plain(text: str) -> Node | None:
    """Return the node of ASCII words, with OR between all of them or nothing; None for any other text.

    Most queries are such, and need no lexemes: the grammar would give the same in three times the time.
    """
    if not text.isascii() or "atleast" in text.lower():
        return None
    found = text.split(" ")
    any_of = "OR" in found
    if any_of:
        if len(found) % 2 == 0 or {*found[1::2]} != {"OR"}:
            return None
        found = found[::2]
    if not all(map(str.isalnum, found)) or not OPERATORS.isdisjoint(found):
        return None
    parts = tuple([Word(word, term(word), None) for word in found])
    if len(parts) == 1:
        return parts[0]
    return Or(parts) if any_of else And(parts)


class Reader:
    """Makes nodes of lexemes, and notes what of them cannot be searched."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def leaf(self, lexeme: Lexeme, field: str | None, following: Lexeme, slop: Lexeme | None) -> Node | None:
        """Return the node of a value of a field, or of words without one; None where nothing can be searched."""
        if field == AROUND and lexeme.kind != "range" and not slop:
            return _days(lexeme, around)
        kind = "day" if field == AROUND else FIELDS[field].kind if field else "text"
        if kind == "day" and not slop:
            return _days(lexeme)
        if lexeme.kind == "range":
            raise Misread("only dates have ranges", lexeme, "for example: date:[2025-01 TO 2025-03]")
        if slop and kind != "text":
            raise Misread(f"a ~ stands only behind a phrase, not behind a value of {field}:", slop)
        if kind != "text":
            return _exact(lexeme, str(field))
        if lexeme.kind == "quoted":
            return self._phrase(lexeme, field, _slop(slop) if slop else 0)
        if lexeme.kind == "regex":
            return _regex(lexeme, field)
        return self._word(lexeme, field, following)

    def _phrase(self, lexeme: Lexeme, field: str | None, slop: int) -> Node | None:
        if "*" in lexeme.value:
            self.notes.append(f'the * in "{lexeme.value}" is not a wildcard: a phrase is matched word by word')
        found = self.analysed(lexeme, field)
        if isinstance(found, Phrase):
            return found.replaced(slop=slop)
        if slop:
            self.notes.append(f'the ~{slop} behind "{lexeme.value}" says nothing: there are no two words')
        return found

    def _word(self, lexeme: Lexeme, field: str | None, following: Lexeme) -> Node | None:
        text = lexeme.value
        if text.isalnum():
            if _COUNTED.fullmatch(text):
                raise Misread(f"{text} stands right before a parenthesis", lexeme,
                              f"for example: {text}(gaza); for the word write {quoted(text)}")  # fmt: skip
            return self.analysed(lexeme, field)
        if text == "*" and field is None:
            return Everything()
        if text.endswith(":") and text[:-1].lower() in FIELDS:
            raise Misread(f"{text} needs a value right behind it", lexeme)
        if text[0] == "=":
            return self._form(lexeme, field, following)
        if mistaken := _MISTAKEN.fullmatch(text):
            name = "ADJ" if mistaken[1].lower() in ("adj", "pre") else "NEAR"
            raise Misread(f"{text} is not an operator of this grammar", lexeme,
                          f"write {name}/{mistaken[2].upper()}, or the words in quotation marks")  # fmt: skip
        if text[0] == "/" and len(text) > 1:
            raise Misread("this / begins a regular expression that never ends", lexeme,
                          "for example: /zelensk(y|ii)/; a text with a / in it goes in quotation marks")  # fmt: skip
        if "~" in text:
            return _fuzzy(lexeme, field)
        if "*" in text or ("?" in text and text.strip("?¿!.")):
            return _wildcard(lexeme, field)
        return self.analysed(lexeme, field)

    def _form(self, lexeme: Lexeme, field: str | None, following: Lexeme) -> Node | None:
        text = lexeme.value[1:]
        if re.search("[*~?]", text):
            raise Misread("the word behind = is meant as it is, without * or ~", lexeme)
        found = words(text)
        precedes = following.start == lexeme.start + 1 and following.kind in ("quoted", "open")
        if precedes or len(found) > 1:
            raise Misread("a = stands only before one word", lexeme,
                          "for example: =talks; a phrase is looked for by the stems of its words")  # fmt: skip
        if not found:
            return self.analysed(lexeme, field)
        return Form(_bare(text), found[0], terms(text)[0], field)

    def analysed(self, lexeme: Lexeme, field: str | None) -> Node | None:
        """Return the word or, where one word of the query is several to the index (AT&T), the phrase."""
        found = terms(lexeme.value)
        if not found:
            self.notes.append(f"ignored {lexeme.value!r}: there is no letter or digit in it")
            return None
        if len(found) == 1:
            return Word(_bare(lexeme.value), found[0], field)
        return Phrase(" ".join(lexeme.value.split()), tuple(found), field)


def _slop(lexeme: Lexeme) -> int:
    """Return how many words may stand in between, from what stands behind a phrase: `~3`."""
    number = lexeme.value[1:]
    if not number.isdecimal() or not number.isascii() or not 1 <= int(number) <= MAX_SLOP:
        raise Misread(f"the ~ behind a phrase needs a number from 1 to {MAX_SLOP}", lexeme,
                      'for example: "new contacts"~3 lets three words stand in between')  # fmt: skip
    return int(number)


def _days(lexeme: Lexeme, read: Callable[[str], DayRange] = parse_days) -> Node:
    try:
        return _between(lexeme) if lexeme.kind == "range" else Days(*read(lexeme.value))
    except DateError as error:
        raise Misread(str(error), lexeme, error.hint) from error


def _between(lexeme: Lexeme) -> Node:
    """Return the days of `[2025-01 TO 2025-03]`; a curly bracket leaves out the day, month or year beside it."""
    text = lexeme.value
    left, _, right = (part.strip() for part in re.split(r"\s(TO)\s", text[1:-1], maxsplit=1))
    if any(end and end != "*" and ".." in end for end in (left, right)) or (left in ("", "*") and right in ("", "*")):
        raise DateError("a range is two dates, or one and a *", hint="for example: date:[2025-01 TO *]")
    first = last = None
    if left not in ("", "*"):
        start, end = parse_days(left)
        first = end + timedelta(1) if text[0] == "{" and end else start
    if right not in ("", "*"):
        start, end = parse_days(right)
        last = start - timedelta(1) if text[-1] == "}" and start else end
    if first and last and first > last:
        raise DateError(f"the range {text} holds no day", hint=f"for example: date:[{right} TO {left}]")
    return Days(first, last)


def _exact(lexeme: Lexeme, field: str) -> Node:
    value = lexeme.value.strip()
    if not value:
        raise Misread(f"{field}: needs a value", lexeme)
    if lexeme.kind == "word" and "*" in value:
        raise Misread(f"{field}: takes a whole value, without *", lexeme,
                      f'{field}:"{value}" looks for the star itself')  # fmt: skip
    return Exact(field, value)


def _wildcard(lexeme: Lexeme, field: str | None) -> Node:
    text = lexeme.value.strip(_AROUND)
    folded = [piece if piece in ("", "*", "?") else _whole_word(piece) for piece in re.split(r"([*?])", text)]
    pattern = re.sub(r"\*+", "*", "".join(piece or "" for piece in folded))
    if None in folded or not pattern.strip("*?"):
        raise Misread("a * or ? stands in one word, beside its letters", lexeme,
                      "for example: sanction*, *tion, te?t; in quotation marks it is punctuation")  # fmt: skip
    stem = pattern[:-1]
    return Prefix(stem, field) if pattern.endswith("*") and not re.search("[*?]", stem) else Wildcard(pattern, field)


def _whole_word(text: str) -> str | None:
    """Return the word that all of the text is; None if it is not one, or would not be read back."""
    found = [(start, end) for _, start, end in tokens(text)]
    folded = words(text)
    return folded[0] if found == [(0, len(text))] and words(folded[0]) == folded else None


def _regex(lexeme: Lexeme, field: str | None) -> Node:
    from searchkit.query.automaton import Automaton, RegexError  # which few queries need

    pattern = lexeme.value[1:-1]
    try:
        Automaton.of(pattern)
    except RegexError as error:
        start = lexeme.start + 1 + error.place
        raise Misread(str(error), Lexeme("regex", lexeme.value, start, lexeme.end),
                      "what an expression can say stands in docs/query.md", lexeme) from error  # fmt: skip
    return Regex(pattern, field)


def _fuzzy(lexeme: Lexeme, field: str | None) -> Node:
    stem, _, number = lexeme.value.rpartition("~")
    found = words(stem)
    if len(found) != 1 or words(found[0]) != found or re.search("[*~?]", stem) or not re.fullmatch(r"[\d.]*", number):
        raise Misread("a ~ stands only at the end of one word", lexeme,
                      "for example: zelensky~; in quotation marks it is punctuation")  # fmt: skip
    word = found[0]
    if number not in ("", "1", "2"):
        raise Misread(f"a fuzzy word may differ in one or two letters; got ~{number}", lexeme,
                      f"write {word}~ or {word}~2")  # fmt: skip
    distance = int(number or 1)
    if not 2 * distance < len(word) <= MAX_FUZZY_LENGTH:
        raise Misread(f"{word} has {len(word)} letters; before ~{number} stand {2 * distance + 1} to"
                      f" {MAX_FUZZY_LENGTH}", lexeme, f"write {word}~ or {word}")  # fmt: skip
    return Fuzzy(word, distance, field)


def _bare(text: str) -> str:
    """Return the one word of the text without the punctuation around it and in it, as it is typed in a query."""
    if text.isalnum():
        return text
    (found,) = tokens(text)
    bare = text[found.start : found.end]
    usual = typed(bare)  # but ½ would be typed with a slash, as two words, and ŉ with an apostrophe that is no letter
    return usual if list(tokens(usual)) == [(found.term, 0, len(usual))] else bare
