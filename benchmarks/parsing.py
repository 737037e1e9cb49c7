"""`python -m benchmarks.parsing`: what a search takes before and after the engine, without any index.

Each text goes through `Archive.search` as a user calls it. In place of the engine stands one that makes the plan for
the native core and runs nothing, so what is timed is Python alone: reading the query, filters, the plan, and the answer
from rows that are there already.
"""

import timeit
from datetime import date
from typing import Any

import click

from searchkit.archive import Archive
from searchkit.engines.base import Matches, Request
from searchkit.query.plan import to_plan
from searchkit.results import Hit

QUERIES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("lavrov", {}),
    ("lavrov alaska contacts", {}),
    ("lavrov OR alaska OR contacts", {}),
    ('"new contacts"', {}),
    ("sanc*", {}),
    ('title:lavrov -alaska source:"TRT World"', {}),
    ("lavrov alaska", {"since": "2025-09-18", "until": date(2025, 11, 13)}),
    ("lavrov alaska", {"source": "TRT World", "facets": ("source", "date")}),
)
"""Texts of queries and the options of their searches."""

ROUNDS, REPEATS = 200, 50


class _Planner:
    """Answers every request with the same hits, once its plan is made."""

    name = "none"

    def __init__(self, hits: int) -> None:
        day = date(2025, 9, 18)
        self.rows = [
            (f"a{rank}", rank, 12.5, "A title", day, "Wire", None, (), (), (), (), ()) for rank in range(1, hits + 1)
        ]

    def search(self, request: Request) -> Matches:
        to_plan(request.tree, request.zones)
        return Matches(1, Hit.of_rows(self.rows), {})


def microseconds(text: str, options: dict[str, Any], hits: int = 0) -> float:
    """Return what one search takes: the best of many."""
    archive = Archive(_Planner(hits), "nowhere")
    times = timeit.repeat(lambda: archive.search(text, **options), number=ROUNDS, repeat=REPEATS)
    return min(times) / ROUNDS * 1e6


@click.command()
def main() -> None:
    """Print the microseconds of Python in a search: the best of many runs."""
    for text, options in QUERIES:
        shown = ", ".join([text, *(f"{name}={value!s}" for name, value in options.items())])
        click.echo(f"{microseconds(text, options):8.1f}  {shown}")
    ten = microseconds("lavrov", {}, hits=10) - microseconds("lavrov", {})
    click.echo(f"{ten:8.1f}  ten hits")


if __name__ == "__main__":
    main()
