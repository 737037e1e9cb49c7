"""searchkit stats"""

import click

from searchkit.cli.formats import print_json
from searchkit.cli.options import format_option, index_option, opened


@click.command("stats")
@format_option("text", "json")
@index_option
def command(format_: str, location: str) -> None:
    """Print figures about the index: articles, size, dates, engine.

    \b
    searchkit stats
    searchkit --index news.index stats --format json
    """
    with opened(location) as archive:
        stats = archive.stats()
    if format_ == "json":
        print_json({"format_version": 1, **stats})
        return
    for name, value in stats.items():
        shown = f"{value:,}" if isinstance(value, int) else str(value if value is not None else "none")
        click.echo(f"{click.style(f'{name:>15}', fg='cyan')}  {shown}")
