"""Wire stories with a `--` header.

-- Russia suspends gas talks
-- By Jane Doe
-- Fri Oct 20, 2006 6:15pm EDT
-- http://www.reuters.com/article/...

 MOSCOW (Reuters) - Russia suspended ...
"""

import re

from searchkit.article import UNKNOWN, Article, Evidence, Zone, physical_lines
from searchkit.ingest.dates import day_in_words
from searchkit.ingest.sources import from_dateline, host
from searchkit.ingest.zones import body_text, runs

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


def read(text: str, *, id: str, path: str, sha256: str) -> Article:
    """Return the article. Its day is the one printed in the header, whatever the time zone behind it."""
    lines = physical_lines(text)
    title, byline, printed_date, url = _header(lines)
    zones = _zones(lines)
    body = body_text(lines, zones)
    day = day_in_words(printed_date)
    evidence = []
    if printed_date:
        evidence.append(Evidence("date", day.isoformat() if day else printed_date, "header", 3, day is not None,
                                 0.99 if day else 0.0))  # fmt: skip
    agency, source = _sources(lines, zones, url)
    return Article(
        id=id, title=title, body=body, date=day, source=source.value if source else UNKNOWN, raw=text, path=path,
        sha256=sha256, byline=byline.removeprefix("By ").strip() or None, url=url or None,
        agencies=(agency.value,) if agency else (), zones=zones,
        evidence=(*evidence, *(item for item in (agency, source) if item)),
    )  # fmt: skip


def _zones(lines: list[str]) -> tuple[Zone, ...]:
    rest = lines[len(_HEADER_ZONES) :]
    return runs([*_HEADER_ZONES, *(("body", "text") if line.strip() else ("blank", "empty line") for line in rest)])


def _sources(lines: list[str], zones: tuple[Zone, ...], url: str) -> tuple[Evidence | None, Evidence | None]:
    """Return the evidence for the agency and for the outlet: what the dateline names, else the host of the address."""
    first = next((zone.first for zone in zones if zone.kind == "body"), None)
    named = from_dateline(" ".join(lines[first - 1 : first + 1])) if first else None
    if named:
        return Evidence("agencies", named, "dateline", first), Evidence("source", named, "dateline", first, True, 0.9)
    name = host(url)
    return None, Evidence("source", name, "url", 4, True, 0.6) if name else None
