"""Options that several commands share, each defined once."""

import os
from collections.abc import Callable
from typing import Any

import click

from searchkit import FACETS, ZONE_CHOICES, Archive
from searchkit import open as open_archive

DEFAULT_INDEX = "index"

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _location(ctx: click.Context, _: click.Parameter, value: str | None) -> str:
    """Return the index to use: the option behind the command, before it, the environment, the default."""
    return value or ctx.find_root().obj or os.environ.get("SEARCHKIT_INDEX") or DEFAULT_INDEX


index_option: Decorator = click.option(
    "--index", "location", metavar="LOCATION", callback=_location, help="Folder of the index."
)


def format_option(*formats: str) -> Decorator:
    """Return the option that chooses the format of the output."""
    return click.option("--format", "format_", type=click.Choice(formats), default=formats[0], show_default=True,
                        help="How to print the answer.")  # fmt: skip


_FILTERS: tuple[Decorator, ...] = (
    click.option("--source", multiple=True, metavar="S", help="Only this source; repeat it for any of several."),
    click.option("--since", metavar="DATE", help="Only from here on: 2025-11-13, 2025-11, 'last month' ..."),
    click.option("--until", metavar="DATE", help="Only up to here, all of it: 2025-11-20, 2025, yesterday ..."),
    click.option("--in", "in_", multiple=True, type=click.Choice(ZONE_CHOICES), default=("title", "body"),
                 show_default=True,
                 help="Where to look for words without a field; repeat it for several places. The lead opens a body."),
)  # fmt: skip


def article_filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that decide which articles are looked at, whatever is looked for."""
    for option in reversed(_FILTERS[:-1]):
        command = option(command)
    return command


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that decide what matches."""
    for option in reversed(_FILTERS):
        command = option(command)
    return command


multi_select_option: Decorator = click.option(
    "--multi-select", is_flag=True, help="Count a facet without the filters on its own field."
)

_BOOSTS: tuple[Decorator, ...] = (
    click.option("--recency", metavar="SPAN",
                 help="Rank newer articles higher: after this span (30d, 8w, 6m, 2y) half of it is left."),
    click.option("--boost-phrase", is_flag=True, help="Rank articles higher that have words side by side as typed."),
)  # fmt: skip


def boost_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that change the ranking; without them it is BM25F."""
    for option in reversed(_BOOSTS):
        command = option(command)
    return command


time_limit_option: Decorator = click.option(
    "--time-limit", type=click.FloatRange(0, min_open=True), metavar="SECONDS", help="Give up after so many seconds."
)
lenient_option: Decorator = click.option(
    "--lenient", is_flag=True, help="Leave out what of the query cannot be understood, and say what."
)


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that every command with a query has: how it is read, and how long it may take."""
    return time_limit_option(lenient_option(command))


facet_choice = click.Choice(FACETS)
facet_names = f"{', '.join(FACETS[:-1])} or {FACETS[-1]}"
"""The fields that can be counted, in words: as choices they would be one line too long to read."""


def opened(location: str, *, create: bool = False) -> Archive:
    """Open the archive of a command."""
    return open_archive(location, create=create)
