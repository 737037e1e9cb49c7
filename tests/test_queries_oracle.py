"""Five thousand random queries over random articles find what reading every article finds; fewer without the core."""

import random
from datetime import date
from pathlib import Path

import pytest

from searchkit.article import Article
from searchkit.engines.base import Request
from searchkit.query.grammar import parse
from tests.oracle import Oracle
from tests.test_oracle import _apply, _new, native

WORDS = (
    "talk",
    "talks",
    "talking",
    "sanction",
    "sanctions",
    "war",
    "Wars",
    "Haus",
    "Häuser",
    "U.S.",
    "so",
    "the",
    "北京",
)
BREAKS = (" ",) * 12 + (". ", ". ", ".\n\n", ", ", "! ")
PATTERNS = ("ta*", "*s", "t?lk", "*alk*", "sanctio*s", "/talk(s|ing)/", "/[a-s].*/", "/w.{2,3}/", "tolk~", "sanctoin~2",
            "=talks", "=Haus", "=war", "h*")  # fmt: skip
FIELDS = ("", "", "", "", "title:", "lead:", "body:")
FILTERS = ("source:wire", "date:2025", "date:[2025-01 TO *]", "source:(wire OR post)", "language:de")


class Queries:
    """Random queries as they are typed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def any_of(self, *choices: str) -> str:
        return self.chance.choice(choices)

    def text(self, length: int) -> str:
        return "".join(self.any_of(*WORDS) + self.any_of(*BREAKS) for _ in range(self.chance.randint(0, length)))

    def article(self, number: int) -> Article:
        return Article(
            id=f"a{number}", title=self.text(6), body=self.text(60), language=self.any_of("en", "en", "de") or None,
            source=self.any_of("wire", "post"), date=self.chance.choice((date(2024, 5, 1), date(2025, 5, 1), None)),
        )  # fmt: skip

    def word(self) -> str:
        phrase = f'"{self.any_of(*WORDS)} {self.any_of(*WORDS)}"'
        return self.any_of(*WORDS, *WORDS, *PATTERNS, *PATTERNS, phrase, f"{phrase}~1", f"{phrase}~4",
                           f'"{self.any_of(*WORDS)} {self.any_of(*WORDS)} {self.any_of(*WORDS)}"~2')  # fmt: skip

    def operand(self, depth: int) -> str:
        kind = self.chance.random()
        if depth == 0 or kind < 0.5:
            return self.word() + self.any_of("", "", "", "^2")
        if kind < 0.7:
            return f"({self.operand(depth - 1)} OR {self.operand(depth - 1)})"
        return f"({self.near(depth - 1)})"

    def near(self, depth: int) -> str:
        operator = self.any_of("NEAR", "NEAR", "ADJ", "NOT NEAR", "NOT ADJ")
        return (
            f"{self.operand(depth)} {operator}/{self.any_of('1', '2', '3', '8', 'S', 'S', 'P')} {self.operand(depth)}"
        )

    def leaf(self) -> str:
        kind = self.chance.random()
        if kind < 0.5:
            return f"{self.any_of(*FIELDS)}({self.near(2)})"
        if kind < 0.7:
            return f"{self.any_of(*FIELDS)}atleast{self.any_of('1', '2', '3', '5')}({self.operand(2)})"
        return self.any_of(*FIELDS) + self.word() if kind < 0.9 else self.any_of(*FILTERS)

    def query(self, depth: int = 2) -> str:
        if depth == 0 or self.chance.random() < 0.4:
            return self.leaf()
        parts = [self.query(depth - 1) for _ in range(self.chance.randint(2, 3))]
        joined = self.any_of(" ", " AND ", " OR ", " -", " NOT ").join(parts)
        return f"{self.any_of('', '', '', 'NOT ')}({joined})"


RUNS = [("whoosh", seed) for seed in range(8)] + [
    pytest.param("native", seed, marks=native.marks) for seed in range(25)
]


@pytest.mark.parametrize(("codec", "seed"), RUNS)
def test_random_queries_find_what_reading_finds(codec: str, seed: int, tmp_path: Path) -> None:
    queries = Queries(seed)
    articles = [queries.article(number) for number in range(14)]
    oracle, engine = Oracle(articles), _new(codec, tmp_path)
    _apply(engine, articles[:9])
    _apply(engine, articles[9:])
    found = 0
    for _ in range(200):
        text = queries.query()
        tree = parse(text).tree
        expected = oracle.scores(tree, ("title", "body"))
        hits = engine.search(Request(tree, limit=100)).hits
        assert {hit.id: hit.score for hit in hits} == pytest.approx(expected, abs=1e-5), text
        found += 0 < len(expected) < len(articles)
    assert found > 80
    engine.close()
