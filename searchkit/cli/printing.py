"""How answers look to people: titles, passages and bars."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

import click

from searchkit import Copy, FacetCount, Hit, Line, Passage, Results
from searchkit.cli.formats import print_hits_csv, print_json
from searchkit.cli.layout import clipped, columns, in_colour, lines, paragraph, starred, visible, width

_EIGHTHS = " ▏▎▍▌▋▊▉"
_FULL = "█"
_LONGEST_BAR = 40
_MOST_VALUES = 12
"""Values of a facet that are drawn under a search; `searchkit facets` prints them all."""

_INDENT = " " * 5

_FATES = {"changed": "has changed since it was indexed", "missing": "is missing"}
"""What became of a file, in words."""


def print_hits(results: Results, format_: str) -> None:
    """Print the answer to a search in a format."""
    if format_ == "json":
        print_json(results.to_dict())
    elif format_ == "jsonl":
        for hit in results:
            print_json(hit.to_dict())
    elif format_ == "csv":
        print_hits_csv(results)
    else:
        print_results(results)


def print_results(results: Results) -> None:
    """Print hits with their passages, then the facets; beside them, how many there are and how long it took."""
    for hit in results:
        _print_hit(hit, (results.files or {}).get(hit.id, "unchanged"))
    print_facets({name: facet for name, facet in results.facets.items() if facet}, _MOST_VALUES)
    shown = f"{results.hits[0].rank}-{results.hits[-1].rank} of " if results.hits else ""
    noun = "article" if results.total == 1 else "articles"
    asked = ", boosted by ".join(filter(None, (results.interpreted_as, ", ".join(results.boosts))))
    summary = f"{shown}{results.total:,} {noun} for {visible(asked)} in {results.took_ms:.1f} ms"
    click.echo(click.style(summary, dim=True), err=True)


class Noted(Protocol):
    """An answer with notes."""

    @property
    def notes(self) -> Sequence[str]:
        """What its reader must know."""


def print_notes(answer: Noted) -> None:
    """Print what the reader of an answer must know, beside it."""
    for note in answer.notes:
        click.echo(click.style("note: ", fg="yellow") + visible(note), err=True)


def _print_hit(hit: Hit, file: str) -> None:
    rank = click.style(f"{hit.rank:>3}  ", dim=True)
    if hit.title:
        click.echo(paragraph(hit.title, hit.title_marks, first=rank, rest=_INDENT, room=width(), bold=True))
    else:
        click.echo(rank + click.style("untitled", dim=True))
    click.echo(_origin(hit))
    if file in ("changed", "missing"):
        click.echo(click.style(f"{_INDENT}the file {_FATES[file]}", fg="red"))
    if hit.places:
        click.echo(click.style(f"{_INDENT}found in: {', '.join(hit.places)}", fg="yellow"))
    for line in hit.lines:
        click.echo(_quoted(line, f"{line.zone}: "))
    if hit.copies:
        click.echo(_INDENT + click.style(_also(hit.copies), dim=True))
    for passage in hit.passages:
        click.echo(_quoted(passage))
    click.echo()


def _origin(hit: Hit) -> str:
    """Return date, source and id; the id, which is there to be copied, stands on a line of its own if it must."""
    day = str(hit.date) if hit.date else "undated"
    source = visible(hit.source)
    room = width() - len(_INDENT)
    gap = "  " if columns(f"{day}  {source}  {hit.id}") <= room else f"\n{_INDENT}"
    styled_day = click.style(day, fg="cyan", dim=not hit.date)
    return f"{_INDENT}{styled_day}  {click.style(source, fg='green')}{gap}{click.style(visible(hit.id), dim=True)}"


def _also(copies: Sequence[Copy]) -> str:
    """Return the sources and dates of copies, as many as one line has room for, and the number of the others."""
    shown = ""
    for number, copy in enumerate(copies, 1):
        more = f"{shown}, {visible(str(copy))}" if shown else f"also: {visible(str(copy))}"
        if shown and columns(more + _others(len(copies) - number)) > width() - len(_INDENT):
            return shown + _others(len(copies) - number + 1)
        shown = more
    return shown


def _others(count: int) -> str:
    return f" (+{count:,})" if count else ""


def _quoted(passage: Passage | Line, zone: str = "") -> str:
    """Return a passage, or a line behind the name of its zone."""
    text, marks = (passage.text, passage.marks) if in_colour() else (starred(passage.text, passage.marks), ())
    return paragraph(text, marks, first=f"{_INDENT}• {zone}", rest=f"{_INDENT}  ", room=width())


_CALENDAR = frozenset(("year", "quarter", "month", "week", "day"))
"""Facets whose missing value is a missing date."""


def print_facets(facets: Mapping[str, Sequence[FacetCount]], most: int | None = None) -> None:
    """Print the counts of facets with bars, in common columns; of a long facet the largest values if `most` says so.

    Months too many to print are added up to years: a selection of months would look like a gap in the archive.
    """
    tables = [_table(name, facet, most) for name, facet in facets.items()]
    labels = [_label(name, entry) for name, shown, _ in tables for entry in shown]
    label_width = min(max(map(columns, labels), default=0), width() // 3)
    count_width = max((len(f"{entry.count:,}") for _, shown, _ in tables for entry in shown), default=0)
    room = min(_LONGEST_BAR, width() - label_width - count_width - 6)
    for name, shown, left_out in tables:
        click.echo(click.style(name, bold=True))
        top = max(entry.count for entry in shown)
        for entry in shown:
            label = clipped(_label(name, entry), label_width)
            drawn = click.style(bar(entry.count / top, room), fg="blue")
            click.echo(f"  {label}  {entry.count:>{count_width},}  {drawn}")
        if left_out:
            click.echo(click.style(f"  and {left_out:,} more", dim=True))
        click.echo()


def _table(name: str, facet: Sequence[FacetCount], most: int | None) -> tuple[str, Sequence[FacetCount], int]:
    """Return the heading of a facet, the values to print, and how many are left out."""
    if most is not None and name == "date" and len(facet) > most:
        name, facet = "date by year", _by_year(facet)
    if most is None or len(facet) <= most:
        return name, facet, 0
    largest = set(sorted(facet, key=lambda entry: -entry.count)[:most])
    return name, tuple(entry for entry in facet if entry in largest), len(facet) - most


def _by_year(months: Sequence[FacetCount]) -> Sequence[FacetCount]:
    years: Counter[str | None] = Counter()
    for month in months:
        years[month.value and month.value[:4]] += month.count
    return tuple(FacetCount(year, count) for year, count in years.items())


def _label(facet: str, entry: FacetCount) -> str:
    return visible(entry.value or ("undated" if facet.startswith("date") or facet in _CALENDAR else "none"))


def bar(share: float, room: int) -> str:
    """Return a bar of that share of so many columns, and at least a thin one."""
    eighths = max(1, round(share * room * 8))
    return (_FULL * (eighths // 8) + _EIGHTHS[eighths % 8]).rstrip()


def print_text(text: str) -> None:
    """Print a text as it is or, to a person at a terminal, with its lines broken between words."""
    if not in_colour():
        click.echo(text)
        return
    for line in text.split("\n"):
        shown = visible(line)
        click.echo("\n".join(shown[start:end] for start, end in lines(shown, width())))
