"""Who published a text, as far as the text says so."""

import re
from urllib.parse import urlsplit

# WASHINGTON (Reuters) - ; NEW YORK, Oct 20 (Reuters) - ; LONDON (AP) —
_DATELINE = re.compile(r"\s*[A-Z][\w .,/'’-]{0,80}\(([A-Z][\w. /&-]{0,40}?)\)\s+[-–—]")

_SOURCE_LINE = re.compile(r"\s*source\s*:\s*(?P<names>\S.*?)\s*", re.IGNORECASE)

_GENERIC = frozenset(("agencies", "agency", "news agencies", "wires", "staff"))


def from_dateline(opening: str) -> str | None:
    """Return the agency that the opening of a story names in parentheses.

    >>> from_dateline("WASHINGTON (Reuters) - The White House"), from_dateline("He (the president) - said")
    ('Reuters', None)
    """
    match = _DATELINE.match(opening)
    return match[1].strip() if match else None


def from_source_line(line: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the outlet and the agencies of a `SOURCE:` line; an outlet alone has no agencies.

    >>> from_source_line("SOURCE:TRT World & Agencies")
    ('TRT World', ('Agencies',))
    >>> from_source_line("SOURCE: AFP")
    ('AFP', ())
    """
    match = _SOURCE_LINE.fullmatch(line)
    if not match:
        return None
    outlet, *agencies = re.split(r"\s*(?:&|,|\band\b)\s*", match["names"])
    # "Johnson & Sons": an ampersand is part of a name unless agencies stand behind it.
    if agencies and not any(name.lower() in _GENERIC or name.isupper() for name in agencies):
        return match["names"], ()
    return outlet, tuple(agencies)


def host(url: str) -> str | None:
    """Return the host of a web address without its www., or None.

    >>> host("http://www.reuters.com/article/x"), host("no address")
    ('reuters.com', None)
    """
    try:
        name = urlsplit(url).hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None
