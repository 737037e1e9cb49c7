"""searchkit cite"""

import json
from typing import IO, Any

import click

from searchkit import Citations, InputError, Verdicts, verify
from searchkit.cli.formats import print_json
from searchkit.cli.layout import visible
from searchkit.cli.options import filter_options, format_option, index_option, opened, reading_options
from searchkit.cli.printing import print_notes


@click.command("cite")
@click.argument("query_or_id", metavar="QUERY_OR_ID", required=False)
@filter_options
@click.option("--sort", type=click.Choice(["relevance", "newest", "oldest"]), default="relevance", show_default=True,
              help="Order of the articles that a query finds.")  # fmt: skip
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="Articles to cite.")
@click.option("--passages", type=click.IntRange(1), default=1, show_default=True, help="Passages to cite of each.")
@click.option("--quote", metavar="WORDS", help="Cite the article of an id by these words of it, and not by its lead.")
@click.option(
    "--verify",
    "file",
    type=click.File("rb"),
    metavar="FILE",
    help="Check the citations in a file (JSON or CSL-JSON; - for standard input) against the files they name.",
)
@click.option("--root", "roots", multiple=True, metavar="FOLDER", type=click.Path(exists=True, file_okay=False),
              help="With --verify: look here for files that have moved; repeat it for several folders.")  # fmt: skip
@reading_options
@format_option("markdown", "json", "csl-json", "ris", "bibtex")
@index_option
def command(
    query_or_id: str | None, file: IO[bytes] | None, roots: tuple[str, ...], format_: str, location: str, **options: Any
) -> int:
    """Cite what a query finds, with proof, or verify citations.

    A citation names the file with its SHA-256, and the bytes that the quotation is; it says what is proven where those
    bytes are written otherwise. The files are read for it. What is an id is cited as that article, all else is a query.

    To verify needs no index. The status is 0 if every quotation stands where it stood in a file that has not changed,
    else 1, and each difference is named.

    \b
    searchkit cite 'lavrov alaska' --limit 3
    searchkit cite 002_41af89fa8d9fa414.txt --quote 'additional contacts' --format bibtex
    searchkit cite lavrov --format json > citations.json
    searchkit cite --verify citations.json
    """
    if (query_or_id is None) == (file is None):
        raise click.UsageError("give a query or an id to cite, or a file to --verify; one of the two")
    if file is not None:
        return _verify(file, roots, format_)
    with opened(location) as archive:
        citations = archive.cite(str(query_or_id), **options)
    if format_ == "json":
        print_json(citations.to_dict())
    elif citations:
        click.echo(citations.written(format_), nl=False)
    print_notes(citations)
    _warn(citations)
    return 0 if citations.total else 1


def _warn(citations: Citations) -> None:
    for citation in citations:
        if citation.proof == "none":
            click.echo(click.style("warning: ", fg="yellow") + f"{visible(citation.id)}: {citation.problem}", err=True)


def _verify(file: IO[bytes], roots: tuple[str, ...], format_: str) -> int:
    try:
        found = json.loads(file.read().decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputError(f"{file.name} is not JSON: {error}",
                         hint="--format json and --format csl-json make what can be verified") from error  # fmt: skip
    verdicts = verify(found, roots=roots)
    if format_ == "json":
        print_json(verdicts.to_dict())
    else:
        _print(verdicts)
    return 0 if verdicts.verified else 1


def _print(verdicts: Verdicts) -> None:
    for verdict in verdicts:
        good = verdict.verified
        word = click.style("verified" if good else "not verified", fg="green" if good else "red")
        proof = f" ({verdict.proof})" if good else ""
        click.echo(f"{word}{proof}  {visible(verdict.id)}")
        for drift in verdict.drift:
            click.echo(f"  {visible(drift)}")
