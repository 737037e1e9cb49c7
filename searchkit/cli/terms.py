"""searchkit terms"""

from typing import TYPE_CHECKING, Any

import click

from searchkit.cli.formats import print_csv, print_json
from searchkit.cli.layout import clipped, columns, visible, width
from searchkit.cli.options import filter_options, format_option, index_option, opened, reading_options
from searchkit.cli.printing import bar, print_notes

if TYPE_CHECKING:
    from searchkit import SignificantTerms

_LONGEST_BAR = 30


@click.command("terms")
@click.argument("query")
@click.option("--vs", metavar="QUERY", default="rest", show_default=True,
              help="Compare with the articles of this query; rest is all others.")  # fmt: skip
@filter_options
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Words to show.")
@reading_options
@format_option("text", "json", "jsonl", "csv")
@index_option
def command(query: str, format_: str, location: str, **options: Any) -> int:
    """Find the words that set the articles of a query apart.

    Words of article bodies are compared, but not those of the query itself. Each comes with the share of articles that
    have it on both sides; the score is the log-likelihood ratio. --source, --since and --until hold for both sides.

    \b
    searchkit terms lavrov
    searchkit terms 'opec date:2008' --vs 'opec date:2012' --format csv
    """
    with opened(location) as archive:
        found = archive.terms(query, **options)
    if format_ == "json":
        print_json(found.to_dict())
    elif format_ == "jsonl":
        for entry in found:
            print_json(entry.to_dict())
    elif format_ == "csv":
        print_csv(("term", "foreground", "background", "score"), found)
    else:
        _print(found)
    print_notes(found)
    return 0 if found.terms else 1


def _print(found: "SignificantTerms") -> None:
    if found.terms:
        sizes = [len(f"{max(each[place] for each in found):,}") for place in (1, 2)]
        label_width = min(max(columns(each.term) for each in found), width() // 3)
        room = min(_LONGEST_BAR, width() - label_width - sum(sizes) - 24)
        for each in found:
            inside = f"{each.foreground:>{sizes[0]},} {_percent(each.foreground, found.total):>5}"
            outside = f"{each.background:>{sizes[1]},} {_percent(each.background, found.background):>5}"
            drawn = click.style(bar(each.score / found.terms[0].score, room), fg="blue")
            term = click.style(clipped(visible(each.term), label_width), bold=True)
            click.echo(f"  {term}  {inside}  {click.style(f'vs {outside}', dim=True)}  {drawn}")
        click.echo()
    against = f"{found.background:,} other articles" if found.versus == "rest" else (
        f"{found.background:,} articles for {visible(found.versus)}")  # fmt: skip
    read = f", from {found.sample:,} of them" if found.sample < found.total else ""
    summary = f"words of {found.total:,} articles for {visible(found.interpreted_as)}{read}, against {against}"
    click.echo(click.style(f"{summary}, in {found.took_ms:.1f} ms", dim=True), err=True)


def _percent(count: int, total: int) -> str:
    share = 100 * count / total
    return f"{share:.0f}%" if share >= 10 or not count else f"{share:.1f}%" if share >= 0.1 else "<0.1%"
