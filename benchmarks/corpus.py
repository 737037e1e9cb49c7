"""The documents that every engine indexes: JSON Lines made from the Reuters archive."""

import json
import tarfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from searchkit.article import Article
from searchkit.ingest.facts import Facts
from searchkit.ingest.formats import texts

PASSAGES = 1_000_000

SIZES = {"20k": 20_000, "all": None, "passages": PASSAGES}
"""The corpora by name: so many articles, all of them, or the articles cut into a million passages."""


def corpus(name: str, archive: Path, folder: Path) -> Path:
    """Return the JSON Lines file of a corpus, and write it first where the folder does not have it yet.

    `archive` is `reuters-news.tar.zst`, or the folder it was unpacked to. Rows have `id`, `title`, `text`, `date`
    (ISO) and `source`.
    """
    path = folder / f"{name}.jsonl"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    rows = _passages(_rows(archive)) if name == "passages" else _rows(archive)
    unfinished = path.with_suffix(".part")
    with unfinished.open("w", encoding="utf-8") as file:
        for row in islice(rows, SIZES[name]):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    unfinished.rename(path)
    return path


def _rows(archive: Path) -> Iterator[dict[str, str]]:
    for name, content in _files(archive):
        article = _article(name, content.decode("utf-8", "replace"))
        yield {
            "id": article.id,
            "title": article.title,
            "text": article.body,
            "date": article.date.isoformat() if article.date else _folder_day(name),
            "source": article.byline or article.source,
        }


def _folder_day(name: str) -> str:
    """Return the day that the folder of a file is named for, as ISO; empty where it is not."""
    folder = name.rpartition("/")[0][-8:]
    return f"{folder[:4]}-{folder[4:6]}-{folder[6:]}" if folder.isdigit() else ""


def _article(name: str, text: str) -> Article:
    return texts.read(text, Facts(), id=name, path=name, sha256="")


def _files(archive: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files in the order of their names, which is the order of their days."""
    if archive.is_dir():
        for path in sorted(path for path in archive.rglob("*") if path.is_file()):
            yield path.relative_to(archive).as_posix(), path.read_bytes()
        return
    import zstandard

    with (
        archive.open("rb") as file,
        zstandard.ZstdDecompressor().stream_reader(file) as stream,
        tarfile.open(fileobj=stream, mode="r|") as members,
    ):
        found = ((member.name, members.extractfile(member)) for member in members if member.isfile())
        yield from sorted((name, content.read()) for name, content in found if content)


def _passages(rows: Iterator[dict[str, str]]) -> Iterator[dict[str, str]]:
    """Cut every article into passages of about 300 code points, at white space."""
    for row in rows:
        words, start, number = row["text"], 0, 0
        while start < len(words):
            end = words.find(" ", min(start + 290, len(words)))
            end = len(words) if end < 0 else end
            yield {**row, "id": f"{row['id']}#{number}", "text": words[start:end].strip()}
            start, number = end + 1, number + 1
