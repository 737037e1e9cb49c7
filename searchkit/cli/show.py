"""searchkit show"""

from collections.abc import Sequence

import click

from searchkit import Article, Copy
from searchkit.cli.formats import print_json
from searchkit.cli.layout import paragraph, short_path, visible, width
from searchkit.cli.options import format_option, index_option, opened
from searchkit.cli.printing import print_text


@click.command("show")
@click.argument("id_", metavar="ID")
@click.option("--zones", is_flag=True, help="Print the whole page, each line with its zone and the reason.")
@click.option("--check-file", is_flag=True, help="Read the article's file, and say whether it is changed or missing.")
@format_option("text", "json")
@index_option
def command(id_: str, zones: bool, check_file: bool, format_: str, location: str) -> None:
    """Print one article, its copies, the evidence for date and source.

    \b
    searchkit show 002_41af89fa8d9fa414.txt
    searchkit show 002_41af89fa8d9fa414.txt --zones
    """
    with opened(location) as archive:
        article, copies = archive.show(id_), archive.copies(id_)
        state = archive.check_files([id_])[id_] if check_file else None
    if format_ == "json":
        checked = {"file": state} if state else {}
        print_json({"format_version": 1, **article.to_dict(), "copies": [copy.to_dict() for copy in copies], **checked})
        return
    _print_head(article, state)
    _print_copies(copies)
    click.echo()
    if zones:
        _print_zones(article)
    else:
        print_text(article.body)


def _print_head(article: Article, state: str | None) -> None:
    if article.title:
        click.echo(paragraph(article.title, room=width(), bold=True))
    else:
        click.echo(click.style("untitled", dim=True))
    if stated := "; ".join(_evidence(article, "title", article.title)):
        click.echo(click.style(f"({stated})", dim=True))
    rows = {
        "date": str(article.date or "undated"), "source": article.source, "agencies": ", ".join(article.agencies),
        "photo": ", ".join(article.photo_credits), "by": article.byline or "", "place": article.dateline or "",
        "section": article.section or "",
        "language": article.language or "", "url": article.url or "", "encoding": _encoding(article),
        "file": _file(article, state), "id": article.id,
        **{name: str(value) for name, value in article.extra.items()},
    }  # fmt: skip
    for name, value in rows.items():
        if value:
            found = "; ".join(_evidence(article, name, value))
            _print_row(name, value, found)


def _print_copies(copies: Sequence[Copy]) -> None:
    for number, copy in enumerate(copies):
        value = f"{copy.date or 'undated'}  {copy.source}  {copy.id}"
        _print_row("" if number else "copies", value, copy.evidence)


def _print_row(name: str, value: str, evidence: str) -> None:
    label = click.style(f"{visible(name):>10}", fg="cyan")
    click.echo(f"{label}  {visible(value)}" + click.style(f"  ({evidence})" if evidence else "", dim=True))


def _file(article: Article, state: str | None) -> str:
    """Return the article's file, and what became of it where somebody has looked."""
    path = short_path(article.path) if article.path else ""
    return f"{path}, {state}" if path and state else path


def _encoding(article: Article) -> str:
    """Return what the article's file is in, where that is not plain UTF-8."""
    return next((evidence.value for evidence in article.evidence if evidence.field == "encoding"), "")


def _evidence(article: Article, name: str, value: str) -> list[str]:
    """Return where the value of a row was found, and what else was found for it."""
    field = {"photo": "photo_credits", "by": "byline", "place": "dateline"}.get(name, name)
    found = []
    for item in article.evidence:
        if item.field == field:
            place = f"{item.origin}, line {item.line}" if item.line else item.origin
            is_shown = item.value in value if field in ("agencies", "photo_credits") else item.value == value
            found.append(visible(place if is_shown else f"{place}: {item.value}"))
    return found


def _print_zones(article: Article) -> None:
    lines = article.to_dict()["lines"]
    texts = article.lines()
    for label, text in zip(lines, texts, strict=True):
        kind = click.style(f"{label['zone']:>14}", fg="green" if label["zone"] == "body" else "yellow")
        reason = click.style(f"  [{label['reason']}]" if text.strip() else "", dim=True)
        click.echo(f"{label['line']:>5} {kind}  {visible(text)}{reason}")
