"""How answers look: colour and bars for people, JSON and CSV for programs."""

import csv
import io
import json
import os
import shutil
from collections.abc import Iterable, Sequence
from typing import Any

import click

from searchkit import Facet, Hit, Passage, Results

BAR = "█"
_EIGHTHS = " ▏▎▍▌▋▊▉"
_FACET_LINES = 12
"""Values of a facet that are drawn under a search; `searchkit facets` prints them all."""

CSV_COLUMNS = ("rank", "id", "score", "date", "source", "title", "path", "passage")


def width() -> int:
    """Return the columns of the terminal, within reason."""
    return max(40, min(shutil.get_terminal_size((100, 24)).columns, 120))


def print_json(value: Any) -> None:
    """Print a value as one line of JSON."""
    click.echo(json.dumps(value, ensure_ascii=False))


def print_hits_csv(hits: Iterable[Hit]) -> None:
    """Print hits as CSV, one a row, with their best passage."""
    rows = (
        (hit.rank, hit.id, hit.score, hit.date or "", hit.source, hit.title, hit.path or "",
         hit.passages[0].text if hit.passages else "")
        for hit in hits
    )  # fmt: skip
    print_csv(CSV_COLUMNS, rows)


def print_csv(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows as CSV. A text that a spreadsheet would run as a formula gets an apostrophe before it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_guarded(value) for value in row] for row in rows)
    click.echo(buffer.getvalue(), nl=False)


def _guarded(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def print_results(results: Results) -> None:
    """Print hits with their passages, then the facets."""
    for hit in results:
        _print_hit(hit)
    for name, facet in results.facets.items():
        print_facet(name, facet, _FACET_LINES)
    shown = f"{results.hits[0].rank}-{results.hits[-1].rank} of " if results.hits else ""
    noun = "article" if results.total == 1 else "articles"
    summary = f"{shown}{results.total:,} {noun} for {results.interpreted_as} in {results.took_ms:.1f} ms"
    click.echo(click.style(summary, dim=True), err=True)


def print_notes(results: Results) -> None:
    """Print what the reader of the results must know, beside them."""
    for note in results.notes:
        click.echo(click.style("note: ", fg="yellow") + note, err=True)


def _print_hit(hit: Hit) -> None:
    rank = click.style(f"{hit.rank:>3}  ", dim=True)
    title = marked(hit.title, hit.title_marks, bold=True) if hit.title else click.style(hit.id, bold=True)
    click.echo(rank + title)
    day = str(hit.date) if hit.date else "undated"
    place = f"{click.style(day, fg='cyan')}  {click.style(hit.source, fg='green')}  {click.style(hit.id, dim=True)}"
    click.echo("     " + place)
    for passage in hit.passages:
        click.echo(_indented(passage))
    click.echo()


def _indented(passage: Passage) -> str:
    """Return the passage wrapped to the terminal, with its marks."""
    room = width() - 7
    lines, start, place = [], 0, 0
    text = "".join(" " if char.isspace() else char for char in passage.text)
    while len(text) - start > room:
        place = text.rfind(" ", start + 1, start + room + 1)
        place = place if place > start else start + room
        lines.append((start, place))
        start = place + (text[place] == " ")
    lines.append((start, len(text)))
    return "\n".join("     " + click.style("│ ", dim=True) + _slice(text, passage.marks, *line) for line in lines)


def _slice(text: str, marks: Iterable[tuple[int, int]], start: int, end: int) -> str:
    inside = [(max(low, start) - start, min(high, end) - start) for low, high in marks if low < end and high > start]
    return marked(text[start:end], inside)


def marked(text: str, marks: Iterable[tuple[int, int]], **style: Any) -> str:
    """Return the text with its marks in colour; without colour it is the text alone."""
    parts, place = [], 0
    for start, end in marks:
        parts += [click.style(text[place:start], **style), click.style(text[start:end], fg="yellow", bold=True)]
        place = end
    return "".join([*parts, click.style(text[place:], **style)])


def print_facet(name: str, facet: Facet, most: int | None = None) -> None:
    """Print the counts of a facet with bars; of a long one the largest, and how many there are more."""
    if not facet:
        return
    shown = facet
    if most is not None and len(facet) > most:
        largest = set(sorted(facet, key=lambda entry: -entry.count)[:most])
        shown = tuple(entry for entry in facet if entry in largest)
    names = [entry.value or "undated" for entry in shown]
    room = max(8, min(40, width() - 24))
    name_width = min(max(map(len, [*names, name])), width() - room - 14)
    click.echo(click.style(name, bold=True))
    top = max(entry.count for entry in shown)
    for label, entry in zip(names, shown, strict=True):
        bar = click.style(_bar(entry.count / top, room), fg="blue")
        click.echo(f"  {label[:name_width]:<{name_width}}  {entry.count:>8,}  {bar}")
    if len(shown) < len(facet):
        click.echo(click.style(f"  and {len(facet) - len(shown):,} more", dim=True))
    click.echo()


def _bar(share: float, room: int) -> str:
    eighths = max(1, round(share * room * 8))
    return (BAR * (eighths // 8) + _EIGHTHS[eighths % 8]).rstrip()


def short_path(path: str) -> str:
    """Return the path as seen from here, where that is shorter."""
    relative = os.path.relpath(path)
    return relative if len(relative) < len(path) else path
