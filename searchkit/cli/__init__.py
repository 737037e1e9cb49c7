"""The command `searchkit`: one file a command, each parses, calls an Archive and prints. No search logic here."""

import os
import sys
from importlib import import_module

import click

from searchkit import __version__
from searchkit.errors import QueryError, SearchkitError

COMMANDS = ("index", "search", "show", "facets", "stats", "delete")
"""The commands, in the order of their use; each is the `command` of the module of its name."""


class _Commands(click.Group):
    """A group that imports a command when it is asked for, so that `--help` and completion answer at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"searchkit.cli.{cmd_name}").command
        return command


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
    """
    ctx.obj = location
    if os.environ.get("NO_COLOR"):
        ctx.color = False


def main() -> None:
    """Run the command. Exit status: 0 found or done, 1 nothing found, 2 trouble."""
    try:
        sys.exit(cli.main(standalone_mode=False) or 0)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted; what was committed is kept, and the same command goes on from there", err=True)
        sys.exit(130)
    except SearchkitError as error:
        _show(error)
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output has seen enough. Nothing is left to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _show(error: SearchkitError) -> None:
    click.echo(click.style("error: ", fg="red", bold=True) + str(error), err=True)
    if isinstance(error, QueryError) and error.query is not None and error.position is not None:
        before = error.query[: error.position]
        click.echo("  " + " ".join(error.query.splitlines()), err=True)
        click.echo("  " + " " * len(before) + click.style("^", fg="red", bold=True), err=True)
    if error.hint:
        click.echo(click.style("hint: ", fg="cyan") + error.hint, err=True)
