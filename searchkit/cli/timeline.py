"""searchkit timeline"""

from typing import TYPE_CHECKING, Any

import click

from searchkit.cli.drawing import fits, print_timeline
from searchkit.cli.formats import print_csv, print_json
from searchkit.cli.options import filter_options, format_option, index_option, opened, reading_options
from searchkit.cli.printing import print_notes

if TYPE_CHECKING:
    from searchkit import Archive, Timeline

UNITS = ("day", "week", "month", "quarter", "year")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@click.command("timeline")
@click.argument("query", default="*")
@click.option("--by", type=click.Choice(UNITS), default="month", show_default=True, help="The unit of the calendar.")
@click.option("--share", is_flag=True, help="Show the share of all articles, too.")
@click.option("--week-start", type=click.Choice(WEEKDAYS), default="monday", metavar="DAY", show_default=True,
              help="The day that weeks begin on.")  # fmt: skip
@filter_options
@click.option("--plot", "picture", metavar="FILE", help="Draw it into this file too: .png, .svg or .pdf.")
@reading_options
@format_option("text", "json", "jsonl", "csv")
@index_option
def command(query: str, picture: str | None, format_: str, location: str, **options: Any) -> int:
    """Count articles over time, by day, week, month, quarter or year.

    Units without articles are there too. A timeline of more units than a terminal has columns is drawn by the next
    longer one; the other formats have what was asked for. The share is that of all articles which --source, --since
    and --until let through. A picture takes pip install 'searchkit[plot]'.

    \b
    searchkit timeline lavrov --by month --share
    searchkit timeline 'gas OR oil' --by week --since 'past 2 years' --plot gas.svg
    """
    with opened(location) as archive:
        timeline = archive.timeline(query, **options)
        if picture:
            timeline.plot(picture)
        drawn = _drawable(archive, timeline, query, options) if format_ == "text" else timeline
    if format_ == "json":
        print_json(timeline.to_dict())
    elif format_ == "jsonl":
        for bucket in timeline:
            print_json(bucket.to_dict())
    elif format_ == "csv":
        _print_csv(timeline)
    else:
        print_timeline(drawn, timeline)
    print_notes(timeline)
    if picture:
        click.echo(f"drawn into {picture}", err=True)
    return 0 if timeline.total else 1


def _drawable(archive: "Archive", timeline: "Timeline", query: str, options: dict[str, Any]) -> "Timeline":
    """Return the timeline by the first unit, from the one asked for on, of which there are not more than fit."""
    longer = UNITS[UNITS.index(timeline.by) + 1 :]
    for unit in longer:
        if fits(timeline):
            break
        timeline = archive.timeline(query, **{**options, "by": unit})
    return timeline


def _print_csv(timeline: "Timeline") -> None:
    rows = [
        (bucket.value, bucket.first, bucket.last, bucket.count, bucket.all, bucket.share and round(bucket.share, 6))
        for bucket in timeline
    ]
    columns = 6 if timeline.all is not None else 4
    header = (timeline.by, "first", "last", "count", "all", "share")[:columns]
    print_csv(header, (row[:columns] for row in rows))
