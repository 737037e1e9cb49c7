"""searchkit delete"""

import click

from searchkit.cli.formats import print_json
from searchkit.cli.options import format_option, index_option, opened


@click.command("delete")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@format_option("text", "json")
@index_option
def command(ids: tuple[str, ...], format_: str, location: str) -> int:
    """Remove articles from the index. Files stay; indexing them again brings the articles back.

    \b
    searchkit delete 002_41af89fa8d9fa414.txt
    """
    with opened(location) as archive:
        removed = archive.delete(ids)
    missing = [id for id in dict.fromkeys(ids) if id not in removed]
    if format_ == "json":
        print_json({"format_version": 1, "removed": removed, "missing": missing})
    else:
        click.echo(f"removed {len(removed)}")
    for id in missing:
        click.echo(click.style("note: ", fg="yellow") + f"there is no article {id!r}", err=True)
    return 0 if removed else 1
