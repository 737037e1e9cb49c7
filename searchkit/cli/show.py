"""searchkit show"""

import click

from searchkit import Article
from searchkit.cli.options import format_option, index_option, opened
from searchkit.cli.printing import print_json, short_path


@click.command("show")
@click.argument("id_", metavar="ID")
@click.option("--zones", is_flag=True, help="Print the whole page, each line with its zone and the reason.")
@format_option("text", "json")
@index_option
def command(id_: str, zones: bool, format_: str, location: str) -> None:
    """Print one article, with the evidence for its date and source.

    \b
    searchkit show 002_41af89fa8d9fa414.txt
    searchkit show 002_41af89fa8d9fa414.txt --zones
    """
    with opened(location) as archive:
        article = archive.show(id_)
    if format_ == "json":
        print_json({"format_version": 1, **article.to_dict()})
        return
    _print_head(article)
    if zones:
        _print_zones(article)
    else:
        click.echo(article.body)


def _print_head(article: Article) -> None:
    click.echo(click.style(article.title or article.id, bold=True))
    rows = {
        "date": str(article.date or "undated"), "source": article.source, "agencies": ", ".join(article.agencies),
        "photo": ", ".join(article.photo_credits), "by": article.byline or "", "section": article.section or "",
        "language": article.language or "", "url": article.url or "",
        "file": short_path(article.path) if article.path else "", "id": article.id,
        **{name: str(value) for name, value in article.extra.items()},
    }  # fmt: skip
    for name, value in rows.items():
        if value:
            found = "; ".join(_evidence(article, name))
            click.echo(
                f"{click.style(f'{name:>10}', fg='cyan')}  {value}"
                + click.style(f"  {found}" if found else "", dim=True)
            )
    click.echo()


def _evidence(article: Article, name: str) -> list[str]:
    """Return where the value of a row was found, and what else was found for it."""
    field = {"photo": "photo_credits"}.get(name, name)
    found = []
    for item in article.evidence:
        if item.field == field:
            place = item.origin + (f" of line {item.line}" if item.line else "")
            found.append(place if item.chosen else f"{place} says {item.value}")
    return found


def _print_zones(article: Article) -> None:
    lines = article.to_dict()["lines"]
    texts = article.lines()
    for label, text in zip(lines, texts, strict=True):
        kind = click.style(f"{label['zone']:>14}", fg="green" if label["zone"] == "body" else "yellow")
        click.echo(f"{label['line']:>5} {kind}  {text}" + click.style(f"  [{label['reason']}]", dim=True))
