"""What queries mean is pinned: a change of a line of `tests/queries.txt` is a new GRAMMAR_VERSION."""

from pathlib import Path

import pytest

from searchkit.errors import QuerySyntaxError
from searchkit.query.grammar import GRAMMAR_VERSION, parse
from tests.query_trees import short

LINES = Path(__file__).with_name("queries.txt").read_text(encoding="utf-8").split("\n")
QUERIES = [line.split("\t") for line in LINES if "\t" in line]


def test_the_corpus_is_of_this_grammar() -> None:
    assert f"(grammar version {GRAMMAR_VERSION})" in LINES[0]
    assert len(QUERIES) == len({query for query, *_ in QUERIES}) >= 500


@pytest.mark.parametrize(("query", "expected"), [(query, rest) for query, *rest in QUERIES])
def test_a_query_means_what_it_meant(query: str, expected: list[str]) -> None:
    assert _meant(query) == expected


def _meant(text: str) -> list[str]:
    try:
        query = parse(text)
    except QuerySyntaxError as error:
        return [f"! {error.position} {error}"]
    assert parse(query.interpreted_as).tree == query.tree
    return [short(query.tree), *query.notes]
