"""The questions: drawn from the corpus itself, with a fixed seed, so that nobody chose them."""

import json
import random
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

KINDS = ("term", "and", "or", "phrase", "prefix", "fuzzy", "dated", "facets", "passages", "count", "newest")
"""What is asked: one word, two and three words, two to three words in a row, three letters and a star, a misspelt word,
two words in half a year, counts by source and by month, the ten best with passages, the number of matches alone, and
the newest ten."""

A_KIND = 60
"""Questions of each kind."""

_SAMPLE = 20_000
_WORD = re.compile(r"[a-z]{3,}")


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its kind, its words, and the days it is about (ISO, inclusive), if it is about days."""

    kind: str
    words: tuple[str, ...]
    since: str | None = None
    until: str | None = None


def questions(corpus: Path, seed: int = 1) -> list[Question]:
    """Return A_KIND questions of every kind."""
    dice = random.Random(seed)
    texts, dates = _sample(corpus)
    drawn = _Draw(texts, dates, dice)
    return [drawn.question(kind) for kind in KINDS for _ in range(A_KIND)]


def _sample(corpus: Path) -> tuple[list[list[str]], list[str]]:
    """Return the words and the dates of rows spread over the whole corpus."""
    rows = sum(1 for _ in corpus.open("rb"))
    step = max(1, rows // _SAMPLE)
    with corpus.open(encoding="utf-8") as file:
        found = [json.loads(line) for line in islice(file, 0, None, step)]
    return [_WORD.findall(row["text"].lower()) for row in found], sorted(row["date"] for row in found)


class _Draw:
    """Words by how often they occur: an equal share of rare, middling and frequent ones, stop words left out."""

    def __init__(self, texts: list[list[str]], dates: list[str], dice: random.Random) -> None:
        self.texts = [words for words in texts if len(words) > 20]
        self.dates = dates
        self.dice = dice
        frequency = Counter(
            word for words in texts for word in dict.fromkeys(words)
        )  # in one order, whatever hashing does
        frequency = Counter({word: count for word, count in frequency.items() if count < 0.3 * len(texts)})
        ranked = [word for word, _ in frequency.most_common()]
        self.bands = [ranked[:300], ranked[300:3000], ranked[3000:20000]]

    def word(self) -> str:
        return self.dice.choice(self.dice.choice(self.bands))

    def together(self, count: int) -> tuple[str, ...]:
        """Return words that occur in one text."""
        known = {word for band in self.bands for word in band}
        while True:
            words = sorted(set(self.dice.choice(self.texts)) & known)
            if len(words) >= count:
                return tuple(self.dice.sample(words, count))

    def in_a_row(self, count: int) -> tuple[str, ...]:
        words = self.dice.choice(self.texts)
        start = self.dice.randrange(len(words) - count)
        return tuple(words[start : start + count])

    def misspelt(self) -> str:
        word = next(word for word in iter(self.word, None) if len(word) >= 6)
        place = self.dice.randrange(1, len(word) - 1)
        return word[:place] + word[place + 1 :]

    def half_a_year(self) -> tuple[str, str]:
        first = self.dice.choice(self.dates[: len(self.dates) * 9 // 10])
        year, month = int(first[:4]), int(first[5:7])
        later = (year, month + 5) if month < 8 else (year + 1, month - 7)
        return f"{year}-{month:02}-01", f"{later[0]}-{later[1]:02}-28"

    def question(self, kind: str) -> Question:
        match kind:
            case "term" | "count" | "newest":
                return Question(kind, (self.word(),))
            case "phrase":
                return Question(kind, self.in_a_row(self.dice.choice((2, 2, 3))))
            case "prefix":
                return Question(kind, (self.word()[:4],))
            case "fuzzy":
                return Question(kind, (self.misspelt(),))
            case "dated":
                return Question(kind, self.together(2), *self.half_a_year())
            case "facets":
                return Question(kind, (self.word(),))
            case _:
                return Question(kind, self.together(self.dice.choice((2, 3))))
