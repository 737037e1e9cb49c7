"""The outlet that a page belongs to, by the page's own furniture.

Names are gathered where a page has its own: at its top, behind its title, in its copyright line, in its buttons
("Download the X app"), and wherever its furniture says the same words twice. Each is weighed by all places that have
it, as `outlet_weights` says; where no name weighs enough, the page names none.
"""

from collections.abc import Sequence
from math import fsum

from searchkit.ingest.facts.furniture import Furniture
from searchkit.ingest.facts.name_marks import OWN, STRONG, Name
from searchkit.ingest.facts.names import SMALL, contains, is_company_of, is_office, shape
from searchkit.ingest.facts.outlet_weights import BIAS, WEIGHTS
from searchkit.ingest.facts.sources import SourceClaim


def outlet(lines: Sequence[str], kinds: Sequence[str], title: str = "") -> SourceClaim | None:
    """Return the outlet whose page this is, by its lines and the kinds of their zones; None where nothing tells.

    >>> outlet(["The Sentinel", "Menu", "Rain falls.", "© 2026 Sentinel Papers Ltd."], ["navigation"] * 4)
    SourceClaim(name='The Sentinel', origin='copyright', line=1)
    """
    best, most = None, 0.0
    for name, marks in names(lines, kinds, title):
        if not name.marks.keys() & OWN:
            continue  # said twice, but nowhere that a page names its outlet
        score = fsum([BIAS, *(WEIGHTS.get(mark, 0.0) for mark in marks)])
        if score > most:
            best, most = name, score
    return SourceClaim(best.text, best.origin, best.line) if best else None


def names(lines: Sequence[str], kinds: Sequence[str], title: str = "") -> list[tuple[Name, tuple[str, ...]]]:
    """Return the names that a page can mean by its outlet, each with its marks."""
    page = Furniture(lines, kinds, title)
    found = page.names()
    for name in found:
        page.weigh(name)
    compare(found)
    return [(name, tuple(page.marks(name))) for name in found]


def compare(names: Sequence[Name]) -> None:
    """Mark the names that are part of others, and those that have another as a part."""
    for short in names:
        for long in names:
            if len(long.words) > len(short.words) and contains(long.plain, short.plain):
                strong = long.marks.keys() & STRONG
                short.marks["part of " + ("a strong name" if strong else "a name")] = 1
                for place in ("page title", "copyright", "first"):
                    if place in long.marks and place not in short.marks:
                        short.marks[f"longer in {place}"] = 1
                        if len(short.marks.keys() & STRONG) > 0:
                            long.marks[f"shorter elsewhere than in {place}"] = 1
                if is_company_of(long.words, short.words):
                    short.marks["name of a company"] = 1
                    long.marks["a company"] = 1
                elif is_office(long.text):
                    short.marks["part of a longer office" if is_office(short.text) else "part of an office"] = 1
                if short.marks.keys() & STRONG:
                    long.marks["has a strong name"] = 1
    for long in names:
        if len(long.words) > 2:
            letters = {
                "".join(word[0] for word in long.words),
                "".join(word[0] for word in long.words if word not in SMALL),
            }
            for short in names:
                if len(short.words) == 1 and short.words[0] in letters:
                    kind = (
                        "office"
                        if is_office(long.text) and "word of outlets" not in shape(long.text, long.words)
                        else "name"
                    )
                    short.marks[f"initials of {kind}"] = 1
                    long.marks[f"{kind} with initials"] = 1
