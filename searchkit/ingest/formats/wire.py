"""Wire stories with a `--` header.

-- Russia suspends gas talks
-- By Jane Doe
-- Fri Oct 20, 2006 6:15pm EDT
-- http://www.reuters.com/article/...

 MOSCOW (Reuters) - Russia suspended ...
"""

import re

from searchkit.article import Article, Zone, physical_lines
from searchkit.ingest.facts import Facts
from searchkit.ingest.pages.zones import body_text, runs

_HEADER = re.compile(r"--(?: (.*))?")
_HEADER_ZONES = (("headline", "first header line"), ("byline", "second header line"), ("meta", "date in the header"),
                 ("meta", "address in the header"))  # fmt: skip


def recognises(text: str) -> bool:
    """Tell whether the text begins with the four lines of the header."""
    return text.startswith("--") and len(_header(physical_lines(text[:4000]))) == len(_HEADER_ZONES)


def _header(lines: list[str]) -> list[str]:
    """Return the values of the header lines that the text begins with: at most four."""
    values = []
    for line in lines[: len(_HEADER_ZONES)]:
        match = _HEADER.fullmatch(line)
        if not match:
            break
        values.append((match[1] or "").strip())
    return values


def read(text: str, facts: Facts, *, id: str, path: str, sha256: str) -> Article:
    """Return the article; `facts` has what is known beside the text.

    Its day is the one printed in the header, whatever the time zone behind it.
    """
    lines = physical_lines(text)
    title, byline, printed_date, url = _header(lines)
    zones = _zones(lines)
    facts.date(printed_date, "header", 3)
    facts.url(url, 4)
    facts.byline(byline.removeprefix("By ").strip(), "header", 2)
    first = next((zone.first for zone in zones if zone.kind == "body"), None)
    if first:
        facts.opening(" ".join(lines[first - 1 : first + 1]), first)
    return Article(
        id=id, title=title, body=body_text(lines, zones), raw=text, path=path, sha256=sha256, url=url or None,
        zones=zones, **facts.fields(),
    )  # fmt: skip


def _zones(lines: list[str]) -> tuple[Zone, ...]:
    rest = lines[len(_HEADER_ZONES) :]
    return runs([*_HEADER_ZONES, *(("body", "text") if line.strip() else ("blank", "empty line") for line in rest)])
