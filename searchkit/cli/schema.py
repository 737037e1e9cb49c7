"""searchkit schema"""

import sys
from importlib.resources import files

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of what the commands print.

    `$defs` has one entry a command: the object that `--format json` prints. Those that end in `-line` are the lines of
    `--format jsonl`.

    \b
    searchkit schema > searchkit.schema.json
    """
    sys.stdout.write(files("searchkit").joinpath("schema.json").read_text(encoding="utf-8"))
