"""Answers for programs: JSON and CSV."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from searchkit import Hit

CSV_COLUMNS = ("rank", "id", "score", "date", "source", "title", "path", "passage", "copies")


def print_json(value: Any) -> None:
    """Print a value as one line of JSON."""
    click.echo(json.dumps(value, ensure_ascii=False))


def print_hits_csv(hits: "Iterable[Hit]") -> None:
    """Print hits as CSV, one a row, with their best passage and the ids of their copies."""
    rows = (
        (hit.rank, hit.id, hit.score, hit.date or "", hit.source, hit.title, hit.path or "",
         hit.passages[0].text if hit.passages else "", "; ".join(copy.id for copy in hit.copies))
        for hit in hits
    )  # fmt: skip
    print_csv(CSV_COLUMNS, rows)


def print_csv(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows as CSV. A text that a spreadsheet would run as a formula gets an apostrophe before it."""
    click.echo("".join(csv_text(header, rows)), nl=False)


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Yield rows as CSV, one by one, as `print_csv` prints them."""
    import csv
    import io

    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")  # what is in it is quoted, as both line breaks must be
    for row in chain([header], rows):
        writer.writerow([_guarded(value) for value in row])
        yield buffer.getvalue().removesuffix("\r\n") + "\n"
        buffer.seek(0)
        buffer.truncate()


def _guarded(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
