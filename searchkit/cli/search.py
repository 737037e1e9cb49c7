"""searchkit search"""

from typing import Any

import click

from searchkit.cli.options import (
    boost_options,
    facet_choice,
    facet_names,
    filter_options,
    format_option,
    index_option,
    multi_select_option,
    opened,
    reading_options,
)
from searchkit.cli.printing import print_hits, print_notes


@click.command("search")
@click.argument("query")
@filter_options
@click.option("--facet", "facets", multiple=True, type=click.Choice([*facet_choice.choices, "none"]), metavar="FIELD",
              default=("source", "date"), show_default=True,
              help=f"Count this field; repeat it for several: {facet_names}; or none.")  # fmt: skip
@multi_select_option
@click.option("--sort", type=click.Choice(["relevance", "newest", "oldest"]), default="relevance", show_default=True,
              help="Order of the hits.")  # fmt: skip
@boost_options
@click.option("--limit", type=click.IntRange(0), default=10, show_default=True, help="Hits to show.")
@click.option("--offset", type=click.IntRange(0), default=0, show_default=True, help="Hits to leave out first.")
@click.option("--passages", type=click.IntRange(0), default=3, show_default=True, help="Passages a hit.")
@click.option(
    "--cursor", metavar="TOKEN", help="Show the page that `next` of another answer names, if nothing has changed."
)
@click.option("--check-files", is_flag=True, help="Read the files of the hits, and say which are changed or missing.")
@click.option("--copies", is_flag=True, help="Show every copy of a text as a hit of its own.")
@reading_options
@format_option("text", "json", "jsonl", "csv")
@index_option
def command(
    query: str, format_: str, location: str, facets: tuple[str, ...], check_files: bool, **options: Any
) -> int:  # fmt: skip
    """Find articles, best first, with the sentences that match.

    All words must occur, in any order. AND, OR, NOT, NEAR/5, parentheses, "a phrase", field:value, pre*x, misspelt~ and
    /regex/ are understood; see docs/query.md. Of articles with one text the best is shown, and the others are listed
    with it.

    \b
    searchkit search 'lavrov alaska'
    searchkit search '"new contacts" OR sanc*' --source 'TRT World' --since 2025-10 --format json
    """
    wanted = () if "none" in facets else facets
    with opened(location) as archive:
        results = archive.search(query, facets=wanted, **options)
        if check_files:
            results = results.replaced(files=archive.check_files(hit.id for hit in results))
    print_hits(results, format_)
    print_notes(results)
    return 0 if results.total else 1
