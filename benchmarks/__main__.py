"""`python -m benchmarks ARCHIVE`: searchkit beside its peers, in one run, on the same documents and questions."""

from pathlib import Path

import click

from benchmarks import report
from benchmarks.corpus import SIZES, corpus
from benchmarks.measure import ask_all, build
from benchmarks.peers import NAMES, peer
from benchmarks.queries import questions


@click.command()
@click.argument("archive", type=click.Path(exists=True, path_type=Path))
@click.option("--corpus", "names", multiple=True, type=click.Choice(list(SIZES)), default=("20k",), show_default=True,
              help="20,000 articles, all articles, or the articles cut into a million passages.")  # fmt: skip
@click.option("--engine", "engines", multiple=True, type=click.Choice(NAMES), default=NAMES, show_default=True)
@click.option("--folder", type=click.Path(path_type=Path), default=Path("benchmarks.tmp"), show_default=True,
              help="Where corpora and indexes are kept between runs.")  # fmt: skip
@click.option("--keep/--no-keep", default=False, help="Keep the result in benchmarks/results.")
@click.option("--reuse/--rebuild", default=False, help="Use the indexes of the last run: no figures of building.")
def main(
    archive: Path, names: tuple[str, ...], engines: tuple[str, ...], folder: Path, keep: bool, reuse: bool
) -> None:
    """Compare engines on ARCHIVE, the Reuters archive packed or unpacked."""
    for name in names:
        rows = corpus(name, archive, folder)
        folders = {engine: folder / name / engine for engine in engines}
        builds = {} if reuse else {engine: build(engine, rows, folders[engine]) for engine in engines}
        asked = ask_all(engines, folders, questions(rows))
        count = sum(1 for _ in rows.open("rb"))
        versions = {engine: peer(engine).version for engine in engines}
        result = report.as_dict(name, count, versions, builds, asked)
        click.echo(report.table(result))
        if keep:
            click.echo(f"kept as {report.save(result)}")


if __name__ == "__main__":
    main()
