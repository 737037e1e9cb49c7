"""searchkit export"""

from collections.abc import Iterator
from typing import Any

import click

from searchkit import Export
from searchkit.cli.formats import csv_text, print_json
from searchkit.cli.options import filter_options, format_option, index_option, opened, reading_options
from searchkit.cli.printing import print_notes

_COLUMNS = ("rank", "id", "score", "date", "source", "title", "path", "passage")


@click.command("export")
@click.argument("query")
@filter_options
@click.option("--sort", type=click.Choice(["relevance", "newest", "oldest"]), default="relevance", show_default=True,
              help="Order of the articles.")  # fmt: skip
@click.option("--passages", type=click.IntRange(0), default=1, show_default=True, help="Passages an article.")
@click.option("--text", is_flag=True, help="Print the text of each article as well.")
@reading_options
@format_option("jsonl", "csv")
@index_option
def command(query: str, format_: str, location: str, text: bool, **options: Any) -> int:
    """Print every article that matches, as JSON Lines or CSV.

    All of them are from one state of the index, whatever is written meanwhile, and memory stays the same however many
    there are. Copies are articles of their own. JSON Lines with `--text` can be indexed again.

    \b
    searchkit export 'lavrov alaska' > matches.jsonl
    searchkit export '*' --since 2025-09 --sort oldest --text --format csv > autumn.csv
    """
    with opened(location) as archive, archive.export(query, text=text, **options) as found:
        print_notes(found)
        if format_ == "csv":
            for line in csv_text((*_COLUMNS, "text") if text else _COLUMNS, _rows(found)):
                click.echo(line, nl=False)
        else:
            for match in found:
                print_json(match.to_dict())
        return 0 if found.total else 1


def _rows(found: Export) -> Iterator[tuple[Any, ...]]:
    for match in found:
        passage = match.passages[0].text if match.passages else ""
        row = (
            match.rank,
            match.id,
            match.score,
            match.date or "",
            match.source,
            match.title,
            match.path or "",
            passage,
        )
        yield row if match.text is None else (*row, match.text)
