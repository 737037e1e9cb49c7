"""The text of a query -> its elements, each with its place."""

import re


class Lexeme:
    """One element: its kind (`open`, `close`, `quoted`, `field`, `word`, `NOT`, `near`, `end` ...), value and place."""

    __slots__ = ("end", "kind", "start", "value")  # read far more often than a Value is made for

    def __init__(self, kind: str, value: str, start: int, end: int) -> None:
        self.kind = kind
        self.value = value
        self.start = start
        self.end = end


class Misread(Exception):
    """What is wrong with a query: a message, the element to show, and the one without which it may be read."""

    def __init__(self, message: str, at: Lexeme, hint: str | None = None, without: Lexeme | None = None) -> None:
        super().__init__(message)
        self.at = at
        self.hint = hint
        self.without = without or at


_LEXEMES = re.compile(
    r"""(?P<open>\() | (?P<close>\))
      | "(?P<quoted>(?:[^"\\]|\\.)*)" | “(?P<curly>[^”]*)”
      | (?P<stray>["“])
      | (?P<NOT>-(?=[^\s)-]))
      | (?P<must>\+(?=[^\s)+-]))
      | (?P<atleast>(?i:atleast)\d*)(?=\()
      | (?P<field>[A-Za-z_]+(?:-[A-Za-z_]+)*:)(?=[^\s)])
      | (?P<range>[\[{](?=[^\[\]{}()"“]*\sTO\s)[^\[\]{}()"“]*[\]}])
      | (?P<regex>/(?:[^/\\\s]|\\\S)+/)(?=[\s)^]|$)
      | (?P<factor>\^[^\s()"“^]*)
      | (?P<word>[^\s()"“^]+)""",
    re.VERBOSE | re.DOTALL,
)
_NEAR = re.compile(r"(NEAR|ADJ)(?:/(.*))?", re.DOTALL)


def lexemes(text: str) -> list[Lexeme]:
    """Return the elements of the text in order, the last of which is its end."""
    found = []
    for match in _LEXEMES.finditer(text):
        kind = match.lastgroup or ""
        value = match[kind]
        if kind == "word":
            kind = _kind_of_word(value)
        elif kind == "quoted":
            value = re.sub(r"\\(.)", r"\1", value, flags=re.DOTALL)
        elif kind == "curly":
            kind = "quoted"
        found.append(Lexeme(kind, value, match.start(), match.end()))
    found.append(Lexeme("end", "", len(text), len(text)))
    return found


def _kind_of_word(value: str) -> str:
    if value in ("AND", "OR", "NOT"):
        return value
    return "near" if value[:4] in ("NEAR", "ADJ", "ADJ/") and _NEAR.fullmatch(value) else "word"
