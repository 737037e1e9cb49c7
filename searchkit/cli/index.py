"""searchkit index"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from searchkit import Progress, Report
from searchkit.cli.formats import print_json
from searchkit.cli.layout import short_path, visible
from searchkit.cli.options import format_option, index_option, opened

_LISTED = 20
"""Skipped files that are named on the terminal; JSON has them all."""


SLOW = "note: without the native core indexing and searching are slower; README.md says how to install it"
"""Said where the index is Whoosh's own and nobody has asked for that."""


@click.command("index")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path())
@format_option("text", "json")
@click.option("--progress/--no-progress", default=None, help="Show a progress bar.  [default: on a terminal]")
@click.option("--workers", type=click.IntRange(1), help="Processes that read many files.  [default: one a core]")
@index_option
def command(paths: tuple[str, ...], format_: str, progress: bool | None, workers: int | None, location: str) -> None:
    """Create the index, or bring it up to date, from files and folders.

    Only articles whose content changed are written again; articles whose file is gone are removed; a file that cannot
    be read is reported and skipped.

    \b
    searchkit index news/
    searchkit --index news.index index news/ exports/2025.jsonl
    """
    with opened(location, create=True) as archive, _bar(progress) as advance:
        if archive.engine == "whoosh" and os.environ.get("SEARCHKIT_NATIVE") != "0":
            click.echo(SLOW, err=True)
        report = archive.index(*paths, progress=advance, workers=workers)
    if format_ == "json":
        print_json(report.to_dict())
    else:
        _print(report, location)


@contextmanager
def _bar(wanted: bool | None) -> Iterator[Callable[[Progress], None]]:
    """Show how far the run is, how fast it goes and how long it takes; on stderr, and only to people."""
    from tqdm import tqdm  # 30 ms at import, for this command alone

    disable = None if wanted is None else not wanted
    with tqdm(desc="indexing", unit="B", unit_scale=True, dynamic_ncols=True, disable=disable, leave=False) as bar:

        def advance(progress: Progress) -> None:
            bar.total = progress.total_bytes
            bar.set_postfix_str(f"{progress.written:,} articles", refresh=False)
            bar.update(progress.bytes - bar.n)

        yield advance


def _print(report: Report, location: str) -> None:
    for kind, problems, colour in (("skipped", report.skipped, "yellow"), ("warning", report.warnings, "yellow")):
        for problem in problems[:_LISTED]:
            click.echo(
                click.style(f"{kind}: ", fg=colour) + f"{short_path(problem.path)}: {visible(problem.reason)}", err=True
            )
        if len(problems) > _LISTED:
            click.echo(f"{kind}: {len(problems) - _LISTED:,} more; --format json lists them", err=True)
    counts = {"added": report.added, "updated": report.updated, "removed": report.removed,
              "unchanged": report.unchanged, "skipped": len(report.skipped)}  # fmt: skip
    done = ", ".join(f"{count:,} {name}" for name, count in counts.items() if count) or "nothing to do"
    click.echo(f"{done} in {report.took_s:.1f} s ({location})")
