"""Timelines on a terminal: a few buckets as rows with bars, many as columns over an axis."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import click

from searchkit.cli.layout import columns, visible, width
from searchkit.cli.printing import bar

if TYPE_CHECKING:
    from searchkit import Bucket, Timeline

_ROWS = 24
"""Buckets up to which each has a row of its own."""

_HEIGHT = 10
_LEVELS = " ▁▂▃▄▅▆▇█"
_WIDEST_COLUMN = 4
_LONGEST_BAR = 40
_YEARS: Sequence[int] = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MONTHS: Sequence[int] = (1, 2, 3, 6, 12)


def fits(timeline: "Timeline") -> bool:
    """Tell whether there is a row or a column for every bucket."""
    return len(timeline) <= max(_ROWS, _room(timeline))


def print_timeline(drawn: "Timeline", asked: "Timeline") -> None:
    """Print a drawing and, beside it, what it is of. What is drawn may be by a longer unit than was asked for."""
    if not any(bucket.count for bucket in drawn):
        pass  # which the summary says
    elif len(drawn) <= _ROWS or not fits(drawn):
        _print_rows(drawn)
    else:
        _print_columns(drawn)
    _say(_summary(drawn))
    if drawn.by != asked.by:
        _say(f"drawn by {drawn.by}: {len(asked):,} {asked.by}s are more than fit; --format csv has them all")


def _say(text: str) -> None:
    click.echo(click.style(text, dim=True), err=True)


def _summary(timeline: "Timeline") -> str:
    noun = "article" if timeline.total == 1 else "articles"
    of_all = f" of {timeline.all:,}" if timeline.all is not None else ""
    parts = [f"{timeline.total:,}{of_all} {noun} for {visible(timeline.interpreted_as)} by {timeline.by}"]
    if any(bucket.count for bucket in timeline):
        top = max(timeline, key=_height)
        shown = f"{top.count:,}" if timeline.all is None else f"{_percent(top.share)}, {top.count:,} of {top.all:,}"
        parts.append(f"most in {top.value} ({shown})")
    if timeline.undated:
        parts.append(f"{timeline.undated:,} undated")
    return f"{', '.join(parts)}, in {timeline.took_ms:.1f} ms"


def _height(bucket: "Bucket") -> float:
    """Return what is drawn of a bucket: its share of all articles or, where nobody asked for that, its count."""
    return bucket.count if bucket.all is None else bucket.share or 0.0


def _percent(share: float | None) -> str:
    """Return a share as people read it: two digits of it are enough.

    >>> _percent(0.5), _percent(0.0123), _percent(0.00004), _percent(0.0)
    ('50%', '1.2%', '0.0040%', '0%')
    """
    if not share:
        return "0%"
    percent = share * 100
    return f"{percent:.{max(0, 1 - math.floor(math.log10(percent)))}f}%" if percent < 10 else f"{percent:.0f}%"


# Rows


def _print_rows(timeline: "Timeline") -> None:
    top = max(map(_height, timeline))
    shares = timeline.all is not None
    figures = [_figures(bucket) for bucket in timeline]
    sizes = [max(map(len, texts)) for texts in zip(*figures, strict=True)]
    label_width = max(columns(bucket.value) for bucket in timeline)
    room = min(_LONGEST_BAR, width() - label_width - sum(sizes) - 2 * len(sizes) - 4)
    click.echo(click.style(timeline.by + (", share of all articles" if shares else ""), bold=True))
    for bucket, texts in zip(timeline, figures, strict=True):
        shown = "  ".join(f"{text:>{size}}" for text, size in zip(texts, sizes, strict=True))
        line = f"  {bucket.value:<{label_width}}  {shown}"
        if bucket.count:
            click.echo(f"{line}  {click.style(bar(_height(bucket) / top, room), fg='blue')}")
        else:
            click.echo(click.style(line, dim=True))
    click.echo()


def _figures(bucket: "Bucket") -> Sequence[str]:
    if bucket.all is None:
        return [f"{bucket.count:,}"]
    return [_percent(bucket.share) if bucket.all else "-", f"{bucket.count:,} of {bucket.all:,}"]


# Columns


def _room(timeline: "Timeline") -> int:
    """Return the columns right of the figures of the axis."""
    return width() - max(map(len, _scale(timeline))) - 3


def _top(timeline: "Timeline") -> float:
    """Return where the axis ends: at the first round figure above all that is drawn, half of which is as round."""
    highest = max(map(_height, timeline), default=0) or 1
    power: float = 10 ** math.floor(math.log10(highest))
    ends = (step * power for step in (1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10, 20))
    return next(end for end in ends if end >= highest * (1 - 1e-9) and (timeline.all is not None or end % 2 == 0))


def _scale(timeline: "Timeline") -> tuple[str, str, str]:
    """Return the figures of the axis: at its end, in the middle, and at the bottom."""
    top = _top(timeline)
    if timeline.all is not None:
        return _percent(top), _percent(top / 2), "0%"
    return f"{top:,.0f}", f"{top / 2:,.0f}", "0"


def _print_columns(timeline: "Timeline") -> None:
    scale = _scale(timeline)
    margin = max(map(len, scale))
    size = max(1, min(_WIDEST_COLUMN, _room(timeline) // len(timeline)))
    gap = 1 if size > 2 else 0
    eighths = [_eighths(_height(bucket) / _top(timeline)) for bucket in timeline]
    heading = f"articles by {timeline.by}" if timeline.all is None else f"share of all articles by {timeline.by}"
    click.echo(f"{'':{margin}}  " + click.style(heading, bold=True))
    for row in range(_HEIGHT, 0, -1):
        figure = {_HEIGHT: scale[0], _HEIGHT // 2: scale[1]}.get(row, "")
        levels = [_LEVELS[min(8, max(0, level - 8 * (row - 1)))] for level in eighths]
        drawn = "".join(level * (size - gap) + " " * gap for level in levels).rstrip()
        axis = click.style(f"{figure:>{margin}} {'┤' if figure else '│'}", dim=True)
        click.echo(axis + click.style(drawn, fg="blue") if drawn else axis)
    line, labels = _axis(timeline, size)
    click.echo(click.style(f"{scale[2]:>{margin}} └{line}", dim=True))
    click.echo(click.style(f"{'':{margin}}  {labels}", dim=True))
    click.echo()


def _eighths(part: float) -> int:
    """Return how many eighths of a line a column is high: at least one where there is anything."""
    return max(1, round(part * _HEIGHT * 8)) if part else 0


def _axis(timeline: "Timeline", size: int) -> tuple[str, str]:
    """Return the line below the columns and the days below the line, each under the column that it begins at."""
    length = len(timeline) * size
    line, labels = ["─"] * length, ""
    for place, label in _ticks(timeline, size):
        if place * size + len(label) <= max(length, len(label)):
            line[place * size] = "┬"
            labels = labels.ljust(place * size) + label
    return "".join(line), labels


def _ticks(timeline: "Timeline", size: int) -> list[tuple[int, str]]:
    """Return the places where a year begins or, in a short timeline, a month or a week: as many as have room."""
    days = (timeline.buckets[-1].last - timeline.buckets[0].first).days
    if timeline.by == "year" or days > 3 * 365:
        steps, length = _YEARS, 4
    elif days > 100 or timeline.by != "day":
        steps, length = _MONTHS, 7
    else:
        return [(place, timeline.buckets[place].value) for place in range(0, len(timeline), 7 if size > 1 else 14)]
    for step in steps:
        found = _beginnings(timeline, step, length)
        if all(next_[0] - this[0] >= (length + 2) / size for this, next_ in pairwise(found)):
            break
    return found or [(0, timeline.buckets[0].first.isoformat()[:length])]


def _beginnings(timeline: "Timeline", step: int, length: int) -> list[tuple[int, str]]:
    """Return where every so-manieth year or month begins, with its name."""
    numbers = [day.year if length == 4 else day.year * 12 + day.month - 1 for day in (each.first for each in timeline)]
    is_whole = timeline.buckets[0].first.isoformat().endswith("-01-01" if length == 4 else "-01")
    before = [numbers[0] // step - is_whole, *(number // step for number in numbers)]
    return [
        (place, bucket.first.isoformat()[:length])
        for place, (bucket, number) in enumerate(zip(timeline, numbers, strict=True))
        if number // step != before[place] and (place or number % step == 0)
    ]
