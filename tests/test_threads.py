"""One archive, many threads."""

import random
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from searchkit import Archive, Article, Results

WORDS = ("war", "peace", "talks", "lavrov", "alaska", "storm", "oil", "gas")
QUERIES = ("war", "war peace", '"war peace"', "war OR oil", "st* -gas", "oil gas storm", "alaska source:B")


@pytest.fixture(autouse=True)
def _eager_threads() -> Iterator[None]:
    """Let threads take turns after every few instructions."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def _answer(results: Results) -> tuple[object, ...]:
    return results.total, results.hits, results.facets


def test_threads_get_the_answers_that_one_gets(archive: Archive) -> None:
    chance = random.Random(13)
    for batch in "AB":
        archive.add(
            Article(id=f"{batch}{number}", body=" ".join(chance.choices(WORDS, k=40)), source=batch)
            for number in range(300)
        )

    def search(query: str) -> tuple[object, ...]:
        return _answer(archive.search(query, facets=["source", "date"], passages=1))

    expected = [search(query) for query in QUERIES]
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(search, QUERIES * 10)) == expected * 10


def test_threads_may_search_while_another_writes(archive: Archive) -> None:
    archive.add([Article(id="0", body="war")])
    done = threading.Event()

    def search_until_done(_: int) -> list[int]:
        seen = [archive.search("war", facets=["source"]).total]
        while not done.is_set():
            seen.append(archive.search("war", facets=["source"]).total)
        return seen

    with ThreadPoolExecutor(4) as pool:
        running = [pool.submit(search_until_done, number) for number in range(4)]
        try:
            for number in range(1, 12):
                archive.add([Article(id=str(number), body="war")])
        finally:
            done.set()
    for totals in (run.result() for run in running):
        assert totals == sorted(totals)
        assert set(totals) <= set(range(1, 13))
    assert archive.search("war").total == 12
