"""Wire stories with a `--` header.

-- Russia suspends gas talks
-- By Jane Doe
-- Fri Oct 20, 2006 6:15pm EDT
-- http://www.reuters.com/article/...

 MOSCOW (Reuters) - Russia suspended ...
"""

import re

from searchkit.article import Article, Evidence, Zone, physical_lines
from searchkit.ingest import dates, sources
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
    day, dated = dates.decide(
        [dates.claim(printed_date, "header", 3), *dates.path_claims(url, "url")] if printed_date else []
    )
    place, agencies, outlet, sourced = _sources(lines, zones, url)
    return Article(
        id=id, title=title, body=body, date=day, source=outlet, raw=text, path=path, sha256=sha256,
        byline=byline.removeprefix("By ").strip() or None, dateline=place, url=url or None, agencies=agencies,
        zones=zones, evidence=(*dated, *sourced),
    )  # fmt: skip


def _zones(lines: list[str]) -> tuple[Zone, ...]:
    rest = lines[len(_HEADER_ZONES) :]
    return runs([*_HEADER_ZONES, *(("body", "text") if line.strip() else ("blank", "empty line") for line in rest)])


def _sources(
    lines: list[str], zones: tuple[Zone, ...], url: str
) -> tuple[str | None, tuple[str, ...], str, tuple[Evidence, ...]]:
    """Return the place, the agency and the outlet with the evidence for them.

    The outlet is the agency that the dateline names, since nothing else of a wire file names one, or else the host of
    the address.
    """
    first = next((zone.first for zone in zones if zone.kind == "body"), None)
    opening = sources.dateline(" ".join(lines[first - 1 : first + 1])) if first else None
    claims, evidence = [], []
    if opening and opening.agency:
        evidence.append(Evidence("agencies", opening.agency, "dateline", first))
        claims.append(sources.SourceClaim(opening.agency, "dateline", first))
    if name := sources.host(url):
        claims.append(sources.SourceClaim(name, "url", 4))
    outlet, sourced = sources.decide(claims)
    if opening and opening.place:
        evidence.append(Evidence("dateline", opening.place, "dateline", first))
    return (
        opening.place if opening else None,
        (opening.agency,) if opening and opening.agency else (),
        outlet,
        (*evidence, *sourced),
    )
