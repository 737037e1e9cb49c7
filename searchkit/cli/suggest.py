"""searchkit suggest"""

from typing import Any

import click

from searchkit import Suggestion
from searchkit.cli.formats import print_csv, print_json
from searchkit.cli.layout import visible
from searchkit.cli.options import filter_options, format_option, index_option, opened, time_limit_option


@click.command("suggest")
@click.argument("text")
@filter_options
@click.option("--limit", type=click.IntRange(1), default=5, show_default=True, help="Suggestions of each kind.")
@time_limit_option
@format_option("text", "json", "jsonl", "csv")
@index_option
def command(text: str, format_: str, location: str, **options: Any) -> int:
    """Complete the last word of a query; correct words that no article has.

    Each suggestion is printed with the number of articles that it finds under the same filters, at least one.

    \b
    searchkit suggest 'lavrov al'
    searchkit suggest '"new contcts"' --source 'TRT World'
    """
    with opened(location) as archive:
        suggestions = archive.suggest(text, **options)
    rows = [("correction", one) for one in suggestions.corrections] + [
        ("completion", one) for one in suggestions.completions
    ]
    if format_ == "json":
        print_json(suggestions.to_dict())
    elif format_ == "csv":
        print_csv(("kind", "text", "hits"), [(kind, one.text, one.hits) for kind, one in rows])
    else:
        for kind, one in rows:
            _print(kind, one, format_)
    return 0 if suggestions else 1


def _print(kind: str, suggestion: Suggestion, format_: str) -> None:
    if format_ == "jsonl":
        print_json({"kind": kind, **suggestion.to_dict()})
        return
    count = click.style(f"{suggestion.hits:>8,}", dim=True)
    click.echo(
        f"{count}  {visible(suggestion.text)}" + click.style("  (correction)" * (kind == "correction"), dim=True)
    )
