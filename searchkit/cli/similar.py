"""searchkit similar"""

from typing import Any

import click

from searchkit.cli.options import article_filters, format_option, index_option, opened, time_limit_option
from searchkit.cli.printing import print_hits, print_notes


@click.command("similar")
@click.argument("id_", metavar="ID")
@article_filters
@click.option("--limit", type=click.IntRange(0), default=10, show_default=True, help="Hits to show.")
@click.option("--offset", type=click.IntRange(0), default=0, show_default=True, help="Hits to leave out first.")
@click.option("--passages", type=click.IntRange(0), default=1, show_default=True, help="Passages a hit.")
@click.option("--copies", is_flag=True, help="Show every copy of a text as a hit of its own.")
@time_limit_option
@format_option("text", "json", "jsonl", "csv")
@index_option
def command(id_: str, format_: str, location: str, **options: Any) -> int:
    """Find articles like one, by its most telling words.

    These are the 25 that occur often in it and in few others; they are printed as the query. Neither the article nor
    its copies are among the hits.

    \b
    searchkit similar 002_41af89fa8d9fa414.txt
    searchkit similar 002_41af89fa8d9fa414.txt --since 2025-09 --source 'TRT World'
    """
    with opened(location) as archive:
        results = archive.similar(id_, **options)
    print_hits(results, format_)
    print_notes(results)
    return 0 if results.total else 1
