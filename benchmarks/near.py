"""How much longer two words near each other take than their phrase: `python -m benchmarks.near ROWS INDEX`.

ROWS are the JSON Lines that the index was made of, as `python -m benchmarks --keep` leaves them. The words are
neighbours in the texts, drawn with a fixed seed; every query is timed as a user calls it, best of nine.
"""

import gc
import json
import random
import sys
import time
from pathlib import Path
from statistics import median, quantiles

import searchkit

PAIRS = 100
OPERATORS = ("NEAR/5", "ADJ/5", "NEAR/S", "NEAR/P")


def pairs(rows: Path) -> list[tuple[str, str]]:
    """Return neighbours in texts: two words of ASCII letters."""
    lines = rows.read_text(encoding="utf-8").rstrip("\n").split("\n")
    drawn = random.Random(11)
    found: list[tuple[str, str]] = []
    while len(found) < PAIRS:
        words = json.loads(drawn.choice(lines))["text"].lower().split()
        if len(words) < 2:
            continue
        at = drawn.randrange(len(words) - 1)
        first, second = words[at : at + 2]
        if first != second and (first + second).isalpha() and (first + second).isascii():
            found.append((first, second))
    return found


def seconds(archive: searchkit.Archive, query: str) -> float:
    """Return the time of a query, best of nine."""
    best = float("inf")
    for _ in range(9):
        started = time.perf_counter()
        archive.search(query, passages=0, copies=True, advise=False)
        best = min(best, time.perf_counter() - started)
    return best


def main() -> None:
    """Print the ratios of each operator."""
    rows, index = sys.argv[1:]
    drawn = pairs(Path(rows))
    with searchkit.open(index) as archive:
        seconds(archive, "gas NEAR/S oil")  # reads where sentences start
        gc.disable()
        phrases = [seconds(archive, f'"{first} {second}"') for first, second in drawn]
        for operator in OPERATORS:
            times = [seconds(archive, f"{first} {operator} {second}") for first, second in drawn]
            ratios = [time / phrase for time, phrase in zip(times, phrases, strict=True)]
            above = sum(ratio > 3 for ratio in ratios)
            last = quantiles(ratios, n=20)[-1]
            print(f"{operator}  p50 {median(ratios):.2f}  p95 {last:.2f}  {above} of {PAIRS} above 3")


if __name__ == "__main__":
    main()
