"""Write docs/cli.md from the help of the commands: `python -m tools.cli_docs`."""

from pathlib import Path

import click
from click.testing import CliRunner

from searchkit.cli import COMMANDS, cli

PAGE = Path(__file__).parent.parent / "docs" / "cli.md"

OPENING = """\
# The command

Written by `python -m tools.cli_docs` from the help of the commands; change it there.

Data goes to standard output, everything else to standard error. The exit status is 0 for found or done, 1 for nothing
found, 2 for trouble. `NO_COLOR` is respected; in a pipe there is no colour, and `**stars**` stand around what matched.
Completion of names and options: `eval "$(_SEARCHKIT_COMPLETE=bash_source searchkit)"` in bash, likewise `zsh_source`
and `fish_source`.
"""


def page() -> str:
    """Return the page."""
    sections = [f"\n## searchkit{' ' if name else ''}{name}\n\n```text\n{_help(name)}```\n" for name in ("", *COMMANDS)]
    return OPENING + "".join(sections)


def _help(name: str) -> str:
    arguments = [*name.split(), "--help"]
    shown = CliRunner().invoke(cli, arguments, prog_name="searchkit", env={"COLUMNS": "100"}, terminal_width=100)
    return click.unstyle(shown.stdout)


def main() -> None:
    """Rewrite the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
