"""searchkit noise"""

from itertools import groupby

import click

from searchkit import NoiseLine
from searchkit.cli.formats import print_json
from searchkit.cli.layout import short_path, visible
from searchkit.cli.options import format_option, index_option, opened


@click.command("noise")
@click.option(
    "--pin", multiple=True, metavar="TEXT", help="Take this line for boilerplate, on the pages of all sources."
)
@click.option("--unpin", multiple=True, metavar="TEXT", help="Do not take this line for boilerplate.")
@format_option("text", "json")
@index_option
def command(pin: tuple[str, ...], unpin: tuple[str, ...], format_: str, location: str) -> int:
    """List the lines that recur on the pages of a source; pin or unpin one.

    What recurs on many pages of an outlet (or of a folder, where pages name no outlet) is learned when they are
    indexed, and is not searched by default. Each line comes with the number of files it was found in, of those that
    were learned from, and the first day it was seen. Numbers in a line stand as 0.

    \b
    searchkit noise
    searchkit noise --pin 'Sign up for the Daily Tide'
    searchkit noise --unpin 'Circumstances of the Case' --format json
    """
    with opened(location) as archive:
        lines = archive.noise(pin=pin, unpin=unpin)
    if format_ == "json":
        print_json({"format_version": 1, "lines": [line.to_dict() for line in lines]})
    else:
        _print(lines)
    return 0 if lines or pin or unpin else 1


def _print(lines: tuple[NoiseLine, ...]) -> None:
    for source, group in groupby(lines, key=lambda line: line.source or line.how):
        name = short_path(source) if source.startswith("/") else source
        click.echo(click.style(visible(name), bold=True))
        for line in group:
            counts = f"{line.found:,} of {line.of:,} files" if line.of else ""
            since = f"since {line.since}" if line.since else ""
            shown = f"{counts:>16}  {since:16}  " if line.of else "  "
            click.echo(click.style(shown, dim=True) + visible(line.text))
        click.echo()
