"""Plain text without a header: a title, if the first line stands alone like one, and the body."""

from searchkit.article import Article, Zone, physical_lines
from searchkit.ingest.zones import body_text, runs

MAX_TITLE = 200
"""Code points of the longest first line that is taken for a title."""


def recognises(text: str) -> bool:
    """Every text is at least plain text."""
    return True


def read(text: str, *, id: str, path: str, sha256: str) -> Article:
    """Return the article. Nothing in the text states a date or a source, so it has neither."""
    lines = physical_lines(text)
    zones = _zones(lines)
    title = next((lines[zone.first - 1].strip() for zone in zones if zone.kind == "headline"), "")
    return Article(
        id=id, title=title, body=body_text(lines, zones), raw=text, path=path, sha256=sha256, zones=zones
    )  # fmt: skip


def _zones(lines: list[str]) -> tuple[Zone, ...]:
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    labels = [("body", "text") if line.strip() else ("blank", "empty line") for line in lines]
    rest = lines[first + 1 :]
    stands_alone = bool(rest) and not rest[0].strip() and any(line.strip() for line in rest)
    if stands_alone and len(lines[first]) <= MAX_TITLE and not lines[first].rstrip().endswith((".", ",", ";", ":")):
        labels[first] = ("headline", "a first line that stands alone")
    return runs(labels)
