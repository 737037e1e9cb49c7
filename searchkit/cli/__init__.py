"""The command `searchkit`: one file a command, each parses, calls an Archive and prints. No search logic here."""

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import IO, Any

import click

from searchkit import __version__
from searchkit.errors import QueryError, SearchkitError

COMMANDS = {
    "index": "Create the index, or bring it up to date, from files and folders.",
    "search": "Find articles, best first, with the sentences that match.",
    "show": "Print one article, its copies, the evidence for date and source.",
    "similar": "Find articles like one, by its most telling words.",
    "suggest": "Complete the last word of a query; correct words that no article has.",
    "explain": "Say why an article has its score, or why it does not match.",
    "facets": "Count one field over all articles that match.",
    "timeline": "Count articles over time, by day, week, month, quarter or year.",
    "terms": "Find the words that set the articles of a query apart.",
    "cite": "Cite what a query finds, with proof, or verify citations.",
    "export": "Print every article that matches, as JSON Lines or CSV.",
    "noise": "List the lines that recur on the pages of a source; pin or unpin one.",
    "stats": "Print figures about the index: articles, size, dates, engine.",
    "delete": "Remove articles from the index.",
    "schema": "Print the JSON Schema of what the commands print.",
}
"""The commands in the order of their use, each with the first line of its help; each is `command` in its module."""

INTERRUPTED = 130
"""Exit status after Ctrl-C, as a shell has it."""


class _Commands(click.Group):
    """A group that imports a command when it is run, so that `--help` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"searchkit.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what it returns is the exit status."""
        try:
            ctx.exit(super().invoke(ctx) or 0)
        except SearchkitError as error:
            raise _Trouble(error) from error
        except KeyboardInterrupt:
            click.echo("interrupted; what was committed is kept, and the same command goes on from there", err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            # The reader of our output has seen enough. Nothing is left to flush at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


class _Trouble(click.ClickException):
    """An error of searchkit as the command shows it: what happened, the place in the query, the way out."""

    exit_code = 2

    def __init__(self, error: SearchkitError) -> None:
        super().__init__(str(error))
        self.error = error

    def show(self, file: IO[Any] | None = None) -> None:
        self._say(click.style("error: ", fg="red", bold=True) + self.message)
        if isinstance(self.error, QueryError) and self.error.query is not None and self.error.position is not None:
            self._point_at(self.error.query, self.error.position)
        if self.error.hint:
            self._say(click.style("hint: ", fg="cyan") + self.error.hint)

    def _point_at(self, query: str, position: int) -> None:
        from searchkit.cli.layout import columns, visible

        shown = visible(query)
        self._say(f"  {shown}")
        self._say("  " + " " * columns(shown[:position]) + click.style("^", fg="red", bold=True))

    def _say(self, text: str) -> None:
        click.echo(text, err=True, color=self.show_color)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--index", "location", metavar="LOCATION", help="Folder of the index.  [default: $SEARCHKIT_INDEX, else index]"
)
@click.version_option(__version__, prog_name="searchkit")
@click.pass_context
def cli(ctx: click.Context, location: str | None) -> None:
    """Find articles in an archive of dated news.

    \b
    searchkit index news/
    searchkit search 'lavrov "new contacts"' --since 2025-09

    Exit status: 0 found or done, 1 nothing found, 2 trouble.
    """
    ctx.obj = location
    if os.environ.get("NO_COLOR"):
        ctx.color = False


def main() -> None:
    """Run the command. Its output is UTF-8; half a surrogate pair, as in the name of a file that is not, is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli(prog_name="searchkit")
