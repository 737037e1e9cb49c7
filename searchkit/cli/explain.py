"""searchkit explain"""

from collections.abc import Iterator
from typing import Any

import click

from searchkit import Clause, Explanation, Part
from searchkit.cli.formats import print_json
from searchkit.cli.layout import paragraph, visible, width
from searchkit.cli.options import boost_options, filter_options, format_option, index_option, opened, reading_options
from searchkit.cli.printing import print_notes


@click.command("explain")
@click.argument("query")
@click.argument("id_", metavar="ID")
@filter_options
@boost_options
@reading_options
@format_option("text", "json")
@index_option
def command(query: str, id_: str, format_: str, location: str, **options: Any) -> int:
    """Say why an article has its score, or why it does not match.

    Every clause of the query has its score, and what each term gives in each field, which adds up to it. A clause that
    the article does not match says why: the word stands in a zone that was left out, has another form, the words of a
    phrase stand apart, the date or the source is another one.

    \b
    searchkit explain 'lavrov alaska' 002_41af89fa8d9fa414.txt
    searchkit explain '"Jake Paul"' 002_41af89fa8d9fa414.txt
    """
    with opened(location) as archive:
        explanation = archive.explain(query, id_, **options)
    if format_ == "json":
        print_json(explanation.to_dict())
    else:
        _print(explanation)
    print_notes(explanation)
    return 0 if explanation.matches else 1


def _print(explanation: Explanation) -> None:
    if explanation.title:
        click.echo(paragraph(explanation.title, room=width(), bold=True))
    for line in _lines(explanation.clause, 0):
        click.echo(line)


def _lines(clause: Clause, depth: int) -> Iterator[str]:
    """Yield a line for a clause, with what it gives or lacks, and those of its parts and clauses below it."""
    indent = "  " * depth
    if not clause.matches:
        number = click.style("      no", fg="red")
    else:
        number = f"{clause.score:8.4f}" if clause.score else click.style("     yes", dim=True)
    why = f": {clause.reason}" if clause.reason else ""
    hint = f"; try {clause.hint}" if clause.hint else ""
    yield paragraph(
        f"{clause.text}{why}{hint}", first=f"{number}  {indent}", rest=" " * (12 + len(indent)), room=width()
    )
    for part in clause.parts:
        yield click.style(f"{part.score:8.4f}  {indent}  {visible(_figures(part))}", dim=True)
    for inner in clause.clauses:
        yield from _lines(inner, depth + 1)


def _figures(part: Part) -> str:
    """Return what a part is made of."""
    if part.tf is None:
        return f"{part.field}:{part.term}" if part.field else part.term
    return (f"{part.field}:{part.term}  {part.boost:g} x idf {part.idf:.3f} ({part.df:,} of {part.n:,} articles)"
            f" x tf {part.tf:g} in {part.length:,} words (average {part.average_length:,.0f})")  # fmt: skip
