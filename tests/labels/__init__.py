"""The labelling of pages, measured on pages that people have labelled.

`*.jsonl` here has the labels, one page a line; the pages of the set `pages` are below `pages/`, those of other sets
in the folder that SEARCHKIT_DATA names. `python -m tests.labels` prints the measures.

Pages whose `split` is `held` are pages that nobody looked at who wrote rules: of the set `pages` whole layouts, of the
other sets further pages of layouts that rules were written for.
"""

import hashlib
import json
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from searchkit.analysis import words
from searchkit.article import Article, physical_lines
from searchkit.ingest import reading
from searchkit.ingest.files import Candidate
from searchkit.ingest.formats.texts import Text
from searchkit.ingest.pages import noise
from searchkit.ingest.pieces import File, Piece

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Page:
    """A page and its labels: the kind of zone of every line, the spans of the title."""

    name: str
    set: str
    split: str
    path: Path
    root: Path
    zones: tuple[str, ...]
    title: tuple[tuple[int, int, int], ...]
    date: str | None
    outlet: str | None

    @property
    def layout(self) -> str:
        """The folder that holds the pages of one layout."""
        return self.name.rpartition("/")[0]


def pages(data: Path | None) -> Iterator[Page]:
    """Yield the labelled pages whose files are there: those of the repository, and with `data` those of other sets."""
    for path in sorted(HERE.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            page = _page(json.loads(line), data)
            if page is not None:
                yield page


def _page(entry: dict[str, Any], data: Path | None) -> Page | None:
    root = _root(entry["set"], data)
    path = root / entry["page"] if root else None
    if root is None or path is None or not path.is_file():
        return None
    content = path.read_bytes()
    if not hashlib.sha256(content).hexdigest().startswith(entry["sha256"]):
        raise ValueError(f"{path} is not the page that was labelled")
    zones = _zones(entry["zones"])
    if len(zones) != entry["lines"]:
        raise ValueError(f"{path}: {len(zones)} labels for {entry['lines']} lines")
    title = tuple(map(tuple, entry["title"]))
    return Page(
        entry["page"], entry["set"], entry["split"], path, root, zones, title, entry["date"], entry["outlet"]
    )  # fmt: skip


@cache
def _root(set: str, data: Path | None) -> Path | None:
    if set == "pages":
        return HERE / "pages"
    folders = [data / set / set, data / set] if data else []
    return next((folder for folder in folders if folder.is_dir()), None)


def _zones(text: str) -> tuple[str, ...]:
    """Return the label of every line.

    >>> _zones("1 headline, 2-3 body")
    ('headline', 'body', 'body')
    """
    labels: list[str] = []
    for part in text.split(","):
        lines, kind = part.split()
        first, _, last = lines.partition("-")
        if int(first) != len(labels) + 1:
            raise ValueError(f"line {len(labels) + 1} has no label, or two")
        labels += [kind] * (int(last or first) - int(first) + 1)
    return tuple(labels)


@dataclass
class Measure:
    """What is counted over pages: lines by the label they should have and the one they have; right values."""

    lines: Counter[tuple[str, str]] = field(default_factory=Counter)
    pages: int = 0
    titles: int = 0
    dates: int = 0
    outlets: int = 0

    def add(self, page: Page, article: Article) -> None:
        """Count one page. Lines with nothing visible count for nothing."""
        texts = article.lines()
        found = [zone.kind for zone in article.zones for _ in range(zone.first, zone.last + 1)]
        for wanted, got, text in zip(page.zones, found, texts, strict=True):
            if text.strip():
                self.lines[wanted, got] += 1
        self.pages += 1
        self.titles += has_title(page, article)
        self.dates += has_date(page, article)
        self.outlets += has_outlet(page, article)

    @property
    def right(self) -> float:
        """The share of lines that have their label, which is the micro F1 over lines."""
        total = sum(self.lines.values())
        return sum(count for (wanted, got), count in self.lines.items() if wanted == got) / total if total else 1.0

    @property
    def hidden(self) -> float:
        """The share of body lines that are labelled as something else."""
        body = {got: count for (wanted, got), count in self.lines.items() if wanted == "body"}
        return 1 - body.get("body", 0) / sum(body.values()) if body else 0.0

    def share(self, count: int) -> float:
        """Return the share of pages that so many pages are."""
        return count / self.pages if self.pages else 1.0

    @property
    def titled(self) -> float:
        """The share of pages with exactly the title that is labelled."""
        return self.share(self.titles)

    def f1(self, kind: str) -> float | None:
        """Return the F1 of one kind of zone, None where neither side has it."""
        both = self.lines[kind, kind]
        either = sum(count * ((wanted == kind) + (got == kind)) for (wanted, got), count in self.lines.items())
        return 2 * both / either if either else None


def has_title(page: Page, article: Article) -> bool:
    """Tell whether the title of the article is the one of the label, whatever the white space in it."""
    texts = article.lines()
    wanted = " ".join(texts[line - 1][start:end] for line, start, end in page.title)
    return " ".join(wanted.split()) == " ".join(article.title.split())


def has_date(page: Page, article: Article) -> bool:
    """Tell whether the article has the date of the label."""
    return page.date == (article.date.isoformat() if article.date else None)


def has_outlet(page: Page, article: Article) -> bool:
    """Tell whether the article has the outlet of the label, or, where there is none, says that it guesses."""
    named = next((e.origin for e in article.evidence if e.field == "source" and e.chosen), None)
    if page.outlet is None:
        return named in (None, "folder", "url", "dateline")
    return is_named(page.outlet, article.source)


def is_named(outlet: str, name: str) -> bool:
    """Tell whether a name is that of the outlet, whatever its case, its accents and its article."""
    return _name(outlet) == _name(name)


def _name(outlet: str) -> str:
    return " ".join(words(outlet)).removeprefix("the ")


def measure(
    chosen: Iterable[Page],
    group: Callable[[Page], str],
    tell: Callable[[Page, Article], None] = lambda page, article: None,
) -> dict[str, Measure]:
    """Return the measures of pages by group. What recurs in the folder of a page is learned first, as `index` does."""
    measures: dict[str, Measure] = defaultdict(Measure)
    for page in chosen:
        article = read(page)
        measures[group(page)].add(page, article)
        tell(page, article)
    return measures


def read(page: Page) -> Article:
    """Return the article of a page, read as `index` would read its folder."""
    candidate = Candidate(str(page.path), str(page.root), page.path.stat().st_size)
    for file in reading.files(candidate):
        for piece in reading.pieces(file) if isinstance(file, File) else ():
            if isinstance(piece, Text):
                piece.know(lambda lines, path: recurring(page.path.parent, page.root))
            for found in piece.articles() if isinstance(piece, Piece) else ():
                if isinstance(found, Article):
                    return found
    raise ValueError(f"{page.path} cannot be read")


@cache
def recurring(folder: Path, root: Path) -> Callable[[str], str | None]:
    """Return what tells why a line is known to recur in a folder, as it is learned before pages are labelled."""
    files = [path for path in folder.iterdir() if path.is_file()]
    chosen = sorted(files, key=lambda path: hashlib.sha256(path.read_bytes()).digest())[: noise.SAMPLE]
    pages = [
        physical_lines(path.read_text(encoding="utf-8-sig", errors="replace")) for path in chosen if path.is_file()
    ]
    learned = noise.learn(noise.sample(lines, str(path)) for lines, path in zip(pages, chosen, strict=True))

    def reason(line: str) -> str | None:
        found = learned.get(noise.digest(line)) if len(line) <= noise.MAX_LINE and noise.may_be_noise(line) else None
        return f"recurs in {found[0]} of {found[1]} files of {folder.name}" if found else None

    return reason


def data_folder() -> Path | None:
    """Return the folder that SEARCHKIT_DATA names, if it does."""
    return Path(os.environ["SEARCHKIT_DATA"]) if os.environ.get("SEARCHKIT_DATA") else None
