"""searchkit facets"""

from collections.abc import Sequence
from typing import Any

import click

from searchkit import FacetCount
from searchkit.cli.formats import print_csv, print_json
from searchkit.cli.options import (
    facet_choice,
    facet_names,
    filter_options,
    format_option,
    index_option,
    multi_select_option,
    opened,
    reading_options,
)
from searchkit.cli.printing import print_facets, print_notes


@click.command("facets")
@click.argument("query", default="*")
@click.option("--by", type=facet_choice, metavar="FIELD", default="source", show_default=True,
              help=f"The field to count: {facet_names}.")  # fmt: skip
@filter_options
@multi_select_option
@click.option("--limit", type=click.IntRange(1), help="Only the values with the highest counts.")
@reading_options
@format_option("text", "json", "jsonl", "csv")
@index_option
def command(query: str, by: str, limit: int | None, format_: str, location: str, **options: Any) -> int:
    """Count one field over all articles that match.

    \b
    searchkit facets 'lavrov' --by source
    searchkit facets '*' --by year --format csv
    searchkit facets 'lavrov' --by source --source 'TRT World' --multi-select
    """
    with opened(location) as archive:
        results = archive.search(query, facets=[by], limit=0, passages=0, **options)
    counts: Sequence[FacetCount] = results.facets[by]
    if limit is not None:
        largest = sorted(counts, key=lambda entry: -entry.count)[:limit]
        counts = tuple(entry for entry in counts if entry in largest)
    _print(by, counts, format_, results.to_dict())
    print_notes(results)
    return 0 if results.total else 1


def _print(by: str, counts: Sequence[FacetCount], format_: str, answer: dict[str, Any]) -> None:
    if format_ == "json":
        head = {name: answer[name] for name in ("format_version", "query", "interpreted_as", "total", "took_ms")}
        values = [entry.to_dict() for entry in counts]
        print_json({**head, "by": by, "values": values, "notes": answer["notes"]})
    elif format_ == "jsonl":
        for entry in counts:
            print_json(entry.to_dict())
    elif format_ == "csv":
        print_csv((by, "count"), ((entry.value or "", entry.count) for entry in counts))
    elif counts:
        print_facets({by: counts})
