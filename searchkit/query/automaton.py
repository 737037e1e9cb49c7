r"""Regular expressions over single words, in time that grows with the length of the word alone.

An expression is matched against a whole word as `searchkit.analysis.word` has it: one case, no accents. It is made of

    letters and digits    themselves, whatever their case and accents       .       any character
    [abc] [a-z] [^abc]    one of them; one of none of them                  \d \w   a digit; a letter or digit
    x* x+ x? x{2} x{2,} x{2,5}    repetitions                               x|y (x) either; a group
    \. \' ...             a character that would mean something else

There is nothing in it that needs to try again: no references to groups, no look-around. The positions of its letters
are the states of an automaton (Glushkov 1961), whose sets are followed letter by letter and remembered.

>>> zelensky = Automaton.of("[sz]elensk(y+|ii?)")
>>> [word for word in ("zelensky", "selenskyy", "zelenskii", "zelenskyi") if zelensky.matches(word)]
['zelensky', 'selenskyy', 'zelenskii']
"""

from collections.abc import Iterable
from typing import Any, Literal, NoReturn

from searchkit.analysis import word

MAX_STATES = 500
"""Letters and classes of an expression, those repeated by {n} counted as often."""

MAX_REPEATS = 100

Class = tuple[bool, tuple[tuple[str, str], ...]]
"""Whether it is all but these, and ranges of characters."""

_Part = tuple[Literal["class", "cat", "or", "star", "plus", "maybe", "empty"], Any]

_ANY: Class = (True, ())
_DIGIT: Class = (False, (("0", "9"),))
_LETTER: Class = (True, (("\0", "/"), (":", "@"), ("[", "`"), ("{", "\x7f")))


class RegexError(ValueError):
    """An expression that is none; `place` is where in it."""

    def __init__(self, message: str, place: int) -> None:
        super().__init__(message)
        self.place = place


class Automaton:
    """What an expression matches. State `n` is behind its n-th letter; sets of states are the bits of numbers."""

    def __init__(self, classes: list[Class], first: int, last: int, follow: list[int], is_nullable: bool) -> None:
        self.classes = classes
        self.first = first
        self.last = last
        self.follow = follow
        self.is_nullable = is_nullable
        self._steps: dict[tuple[int, str], int] = {}

    @classmethod
    def of(cls, pattern: str) -> "Automaton":
        """Return the automaton of an expression. Raises RegexError."""
        return _Builder().built(_Reader(pattern).whole())

    @classmethod
    def of_wildcard(cls, pattern: str) -> "Automaton":
        """Return the automaton of a pattern in which `*` is any characters and `?` is one."""
        parts: list[_Part] = []
        for char in pattern:
            one: _Part = ("class", _ANY if char in "*?" else (False, ((char, char),)))
            parts.append(("star", one) if char == "*" else one)
        return _Builder().built(("cat", parts))

    def matches(self, text: str) -> bool:
        """Tell whether the expression matches the whole text."""
        if not text:
            return self.is_nullable
        wanted, reached = self.first, 0
        for char in text:
            reached = self._step(wanted, char)
            if not reached:
                return False
            wanted = self._following(reached)
        return bool(reached & self.last)

    def _step(self, wanted: int, char: str) -> int:
        """Return the wanted states whose letter this is."""
        known = self._steps.get((wanted, char))
        if known is None:
            known = 0
            for state in _bits(wanted):
                is_not, ranges = self.classes[state]
                if any(low <= char <= high for low, high in ranges) is not is_not:
                    known |= 1 << state
            if len(self._steps) > 50_000:
                self._steps.clear()
            self._steps[wanted, char] = known
        return known

    def _following(self, reached: int) -> int:
        following = 0
        for state in _bits(reached):
            following |= self.follow[state]
        return following

    def described(self) -> tuple[list[Class], list[int], list[int], list[list[int]], bool]:
        """Return what the native core is told: classes, first and last states, what follows each, and `is_nullable`."""
        follow = [list(_bits(bits)) for bits in self.follow]
        return self.classes, list(_bits(self.first)), list(_bits(self.last)), follow, self.is_nullable


def _bits(number: int) -> Iterable[int]:
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low


class _Builder:
    """Numbers the letters of an expression and works out which can follow which."""

    def __init__(self) -> None:
        self.classes: list[Class] = []
        self.follow: list[int] = []
        self.parts = 0

    def built(self, part: _Part) -> Automaton:
        first, last, is_nullable = self.add(part)
        return Automaton(self.classes, first, last, self.follow, is_nullable)

    def add(self, part: _Part) -> tuple[int, int, bool]:
        """Return the first and the last states of a part, and whether it can be empty."""
        kind, content = part
        self.parts += 1
        if len(self.classes) == MAX_STATES or self.parts > 10 * MAX_STATES:
            raise RegexError(f"an expression has at most {MAX_STATES} letters, repetitions counted", 0)
        if kind == "empty":
            return 0, 0, True
        if kind == "class":
            self.classes.append(content)
            self.follow.append(0)
            bit = 1 << len(self.classes) - 1
            return bit, bit, False
        if kind == "cat":
            return self.sequence(content)
        if kind == "or":
            firsts, lasts, nullable = zip(*map(self.add, content), strict=True)
            return _union(firsts), _union(lasts), any(nullable)
        first, last, is_nullable = self.add(content)
        if kind != "maybe":
            self.link(last, first)
        return first, last, is_nullable or kind != "plus"

    def sequence(self, parts: list[_Part]) -> tuple[int, int, bool]:
        first, last, is_nullable = 0, 0, True
        for part in parts:
            next_first, next_last, can_be_empty = self.add(part)
            self.link(last, next_first)
            first |= next_first if is_nullable else 0
            last = next_last | (last if can_be_empty else 0)
            is_nullable &= can_be_empty
        return first, last, is_nullable

    def link(self, last: int, first: int) -> None:
        for state in _bits(last):
            self.follow[state] |= first


def _union(sets: Iterable[int]) -> int:
    total = 0
    for one in sets:
        total |= one
    return total


class _Reader:
    """Reads the text of an expression."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0

    def whole(self) -> _Part:
        part = self.either()
        if self.at < len(self.text):
            self.fail("this parenthesis was never opened")
        return part

    def fail(self, message: str, at: int | None = None) -> NoReturn:
        raise RegexError(message, self.at if at is None else at)

    @property
    def next(self) -> str:
        return self.text[self.at : self.at + 1]

    def either(self) -> _Part:
        parts = [self.sequence()]
        while self.next == "|":
            self.at += 1
            parts.append(self.sequence())
        return parts[0] if len(parts) == 1 else ("or", parts)

    def sequence(self) -> _Part:
        parts: list[_Part] = []
        while self.next and self.next not in "|)":
            parts.append(self.repeated())
        return ("cat", parts) if parts else ("empty", None)

    def repeated(self) -> _Part:
        start = self.at
        part = self.one()
        if self.next and self.next in "*+?":
            kinds: dict[str, Literal["star", "plus", "maybe"]] = {"*": "star", "+": "plus", "?": "maybe"}
            part = kinds[self.next], part
            self.at += 1
        elif self.next == "{":
            part = self.counted(part)
        if self.next and self.next in "*+?{":
            self.fail("only one repetition can stand behind a letter or group")
        if self.at == start:
            self.fail(f"{self.next} cannot stand here")
        return part

    def counted(self, part: _Part) -> _Part:
        end = self.text.find("}", self.at)
        low, comma, high = self.text[self.at + 1 : max(end, self.at)].partition(",")
        if end < 0 or not low.isdecimal() or not (high.isdecimal() or not high):
            self.fail("a number of repetitions is {2}, {2,} or {2,5}")
        least, most = int(low), int(high) if high else int(low)
        if not least <= most <= MAX_REPEATS or (not most and not comma):
            self.fail(f"repetitions are 1 to {MAX_REPEATS}, the lower number first")
        self.at = end + 1
        rest: list[_Part] = [("star", part)] if comma and not high else [("maybe", part)] * (most - least)
        return "cat", [part] * least + rest

    def one(self) -> _Part:
        char = self.next
        if char == "(":
            return self.group()
        if char == "[":
            return "class", self.set()
        if char in "*+?{":
            self.fail(f"there is nothing that {char} could repeat")
        if char in "^$":
            self.fail(f"{char} is not needed: an expression is matched against the whole word")
        self.at += 1
        if char == ".":
            return "class", _ANY
        if char == "\\":
            return self.escaped()
        return self.literal(char)

    def group(self) -> _Part:
        start = self.at
        self.depth += 1
        if self.depth > 50:
            self.fail("groups are nested more than 50 deep")
        self.at += 3 if self.text.startswith("(?:", self.at) else 1
        if self.next == "?":
            self.fail("(? is not part of these expressions")
        part = self.either()
        if self.next != ")":
            self.fail("this group is never closed", start)
        self.at += 1
        self.depth -= 1
        return part

    def escaped(self) -> _Part:
        char = self.next
        if char in ("d", "w"):
            self.at += 1
            return "class", _DIGIT if char == "d" else _LETTER
        if not char or char.isalnum():
            self.fail(f"\\{char} is not part of these expressions", self.at - 1)
        self.at += 1
        return "class", (False, ((char, char),))

    def literal(self, char: str) -> _Part:
        folded = word(char) or char
        parts: list[_Part] = [("class", (False, ((one, one),))) for one in folded]
        return parts[0] if len(parts) == 1 else ("cat", parts)

    def set(self) -> Class:
        start = self.at
        self.at += 1
        is_not = self.next == "^"
        self.at += is_not
        ranges: list[tuple[str, str]] = []
        while self.next != "]" or not ranges:
            low = high = self.of_set(start)
            if self.next == "-" and self.text[self.at + 1 : self.at + 2] not in ("]", ""):
                self.at += 1
                high = self.of_set(start)
            if low > high:
                self.fail(f"the range {low}-{high} ends before it begins", start)
            ranges.append((low, high))
        self.at += 1
        return is_not, tuple(ranges)

    def of_set(self, start: int) -> str:
        if self.next == "\\":
            self.at += 1
            if self.next.isalnum():
                self.fail(f"\\{self.next} is not part of a set", self.at - 1)
        char = self.next
        if not char:
            self.fail("this set is never closed", start)
        self.at += 1
        folded = word(char) or char
        return folded if len(folded) == 1 else char
