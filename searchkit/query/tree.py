"""What a query can say, independent of any engine.

Every node prints itself as it would be typed, so that a reader sees how a query was understood:

>>> print(And((Word("Lavrov", "lavrov"), Not(Prefix("sanc")))))
Lavrov AND NOT sanc*
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from searchkit.analysis import stems
from searchkit.values import Value

RECENCY_STEPS = 32
"""Steps in which the score for recency falls from the whole to nothing."""

OPERATORS = frozenset(("AND", "OR", "NOT", "NEAR", "ADJ"))
"""What the grammar does not take for words, unless in quotation marks."""

SENTENCE = "S"
PARAGRAPH = "P"


class Node(Value):
    """A part of a query."""


class Scope(Value):
    """Where words without a field are looked for, the languages that the index has stems of, what scores count.

    `expand` tells which words an index has: see `searchkit.query.spans.Expand`.
    """

    zones: Sequence[str]
    languages: Sequence[str] = ()
    times: float = 1.0
    expand: Any = None

    def fields(self, field: str | None) -> Sequence[str]:
        """Return the text fields that a node is looked for in."""
        return (field,) if field else self.zones


class Everything(Node):
    """Every article."""

    def __str__(self) -> str:
        return "*"


class Word(Node):
    """One term, as it was typed and as the index has it; in one text field, or in the zones of the search."""

    text: str
    term: str
    field: str | None = None

    def __str__(self) -> str:
        is_taken = self.text in OPERATORS or self.text[:7].lower() == "atleast"
        text = quoted(self.text) if is_taken else self.text
        return _prefixed(self.field, text)


class Form(Node):
    """One word in exactly this form, before stemming; `term` is what it is scored by."""

    text: str
    word: str
    term: str
    field: str | None = None

    def __str__(self) -> str:
        return _prefixed(self.field, f"={self.text}")


class Phrase(Node):
    """Terms that follow each other, with at most `slop` other words between each two."""

    text: str
    terms: tuple[str, ...]
    field: str | None = None
    slop: int = 0

    def __str__(self) -> str:
        return _prefixed(self.field, quoted(self.text)) + (f"~{self.slop}" if self.slop else "")


class Prefix(Node):
    """Every word that begins so, before stemming."""

    prefix: str
    field: str | None = None

    def __str__(self) -> str:
        return _prefixed(self.field, f"{self.prefix}*")


class Fuzzy(Node):
    """Every word that begins with the same letter and is at most `distance` edits away, before stemming."""

    word: str
    distance: int = 1
    field: str | None = None

    def __str__(self) -> str:
        return _prefixed(self.field, f"{self.word}~{self.distance if self.distance > 1 else ''}")


class Wildcard(Node):
    """Every word of this pattern, before stemming: `*` is any letters or none, `?` one letter."""

    pattern: str
    field: str | None = None

    def __str__(self) -> str:
        return _prefixed(self.field, self.pattern)


class Regex(Node):
    """Every whole word that the regular expression matches, before stemming: see `searchkit.query.automaton`."""

    pattern: str
    field: str | None = None

    def __str__(self) -> str:
        return _prefixed(self.field, f"/{self.pattern}/")


class Near(Node):
    """A place of one field where both operands stand, not in each other.

    `within` is the most positions from one to the other (words side by side are 1 apart), or SENTENCE or PARAGRAPH.
    `ordered`: the second comes after the first. `without`: the places of the first that have no second there.
    """

    first: Node
    second: Node
    within: int | str
    ordered: bool = False
    without: bool = False

    @property
    def field(self) -> str | None:
        """The one field of all words in it; None for the zones of the search."""
        return operand_field(self.first)

    def __str__(self) -> str:
        operator = f"{'NOT ' if self.without else ''}{'ADJ' if self.ordered else 'NEAR'}/{self.within}"
        return f"{_inside(self.first)} {operator} {_inside(self.second)}"


class AtLeast(Node):
    """What stands in one field at least `least` times."""

    least: int
    part: Node

    @property
    def field(self) -> str | None:
        """The one field of all words in it; None for the zones of the search."""
        return operand_field(self.part)

    def __str__(self) -> str:
        return f"atleast{self.least}({self.part})"


class Boost(Node):
    """A part whose score counts so many times."""

    part: Node
    factor: float

    def __str__(self) -> str:
        text = f"({self.part})" if isinstance(self.part, (*_COMPOUNDS, Near, Boost)) else str(self.part)
        return f"{text}^{self.factor:.6f}".rstrip("0").rstrip(".")  # as many decimals as the grammar reads


class Exact(Node):
    """A whole value of an exact field. It filters: it adds nothing to the score."""

    field: str
    value: str

    def __str__(self) -> str:
        return _prefixed(self.field, quoted(self.value))


class Days(Node):
    """Days of publication, both ends included; None is open. It filters: it adds nothing to the score."""

    first: date | None
    last: date | None

    def __str__(self) -> str:
        if self.first == self.last:
            return f"date:{self.first}"
        return f"date:{self.first or ''}..{self.last or ''}"


class And(Node):
    """All of the parts."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " AND ".join(map(_inside, self.parts))


class Or(Node):
    """Any of the parts."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " OR ".join(map(_inside, self.parts))


class Not(Node):
    """What the part does not match."""

    part: Node

    def __str__(self) -> str:
        return f"NOT {_inside(self.part)}"


class Recent(Node):
    """Days, each the worth of a score: the whole at `day` and later, half of it `half_life` days before, and so on."""

    half_life: int
    day: date

    def __str__(self) -> str:
        return f"recency {self.half_life}d before {self.day}"

    def steps(self) -> list[tuple[int, float]]:
        """Return the days from which on a share of the score is added, and the shares, which add up to 1."""
        steps = range(1, RECENCY_STEPS + 1)
        ages = Counter(math.floor(self.half_life * math.log2(RECENCY_STEPS / step)) for step in steps)
        return [(max(1, self.day.toordinal() - age), count / RECENCY_STEPS) for age, count in ages.items()]


class Favoured(Node):
    """What the part matches; each of the extras that an article matches as well adds its score."""

    part: Node
    extras: tuple[Node, ...]

    def __str__(self) -> str:
        return f"{self.part}, boosted by {', '.join(map(str, self.extras))}"


_COMPOUNDS = (And, Or)
_FILTERS = (Everything, Exact, Days, Not)
_WORDS = (Word, Form, Phrase, Prefix, Fuzzy, Wildcard, Regex)

LOOKED_FOR = (*_WORDS, Near, AtLeast)
"""What is looked for in text fields, at the `field` that it has or in the zones of the search."""


def stemmed(node: Word | Phrase, languages: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Return the stems that a node is also looked for by, in each of the languages."""
    if not languages:
        return []
    count = 1 if isinstance(node, Word) else len(node.terms)
    found = ((language, stems(language, node.text)) for language in languages)
    return [(language, forms) for language, forms in found if len(forms) == count]


def leaves(node: Node) -> Iterator[Node]:
    """Yield the words, phrases, places and filters that a match can be due to: none under a NOT."""
    if isinstance(node, _COMPOUNDS):
        for part in node.parts:
            yield from leaves(part)
    elif isinstance(node, Boost | Favoured):
        yield from leaves(node.part)
    elif not isinstance(node, Not):
        yield node


def operand_fields(node: Node) -> set[str | None]:
    """Return the fields of an operand of NEAR; raise TypeError if it is none."""
    match node:
        case Near():
            return {node.field}  # all of it has the same
        case Or(parts):
            return set().union(*map(operand_fields, parts))
        case Boost(part):
            return operand_fields(part)
        case _ if isinstance(node, _WORDS):
            return {node.field}
    raise TypeError(f"no operand of NEAR: {node}")


def operand_field(node: Node) -> str | None:
    """Return the field of an operand of NEAR, all words of which have the same."""
    while not isinstance(node, _WORDS):
        node = node[0][0] if isinstance(node, Or) else node[0]
    return node.field


def inner_nodes(node: Node) -> list[Node]:
    """Return the nodes that a node is made of, in order, whatever it is.

    >>> list(map(str, inner_nodes(And((Word("talks", "talk"), Not(Prefix("sanc")))))))
    ['talks', 'NOT sanc*']
    """
    found: list[Node] = []
    for value in node[:]:
        if isinstance(value, Node):
            found.append(value)
        elif type(value) is tuple:
            found += [inner for inner in value if isinstance(inner, Node)]
    return found


def is_filter(node: Node) -> bool:
    """Tell whether the node only decides what matches, without a score of its own."""
    if isinstance(node, _COMPOUNDS):
        return all(map(is_filter, node.parts))
    if isinstance(node, Boost):
        return is_filter(node.part)
    return isinstance(node, _FILTERS)


def sorted_parts(node: And) -> tuple[list[Node], list[Node], list[Node]]:
    """Return the parts of an And that give scores, those that filter, and what stands under its NOTs."""
    if {*map(type, node.parts)} == {Word}:  # as in most queries
        return [*node.parts], [], []
    scored: list[Node] = []
    filters: list[Node] = []
    excluded: list[Node] = []
    for part in node.parts:
        if isinstance(part, Not):
            excluded.append(part.part)
        else:
            (filters if is_filter(part) else scored).append(part)
    return scored, filters, excluded


def quoted(text: str) -> str:
    r"""Return the text as a quoted string of the grammar.

    >>> print(quoted('say "no"'))
    "say \"no\""
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _prefixed(field: str | None, text: str) -> str:
    return f"{field}:{text}" if field else text


def _inside(part: Node) -> str:
    """Return the part in parentheses if it has parts of its own: nobody has to know what binds more tightly."""
    return f"({part})" if isinstance(part, (*_COMPOUNDS, Near)) else str(part)
