"""THE table of words that pages are made of, beside their articles: menus, share bars, link lists, bylines, dates.

`phrases.txt` has a part for each kind of line, in many languages; a phrase is written as `phrase` leaves it: in one case,
without punctuation around it.
"""

from functools import lru_cache
from importlib.resources import files

from searchkit.ingest.pages import patterns


@lru_cache(8192)
def phrase(text: str) -> str:
    """Return the form in which a line is looked up in the table of words."""
    return patterns.SPACE.sub(" ", patterns.AROUND.sub("", text.casefold())).replace("’", "'")


def _tables() -> dict[str, str]:
    """Return the parts of the file by their names."""
    text = files("searchkit.ingest.pages").joinpath("phrases.txt").read_text(encoding="utf-8")
    parts = (part.partition("]\n") for part in text.removeprefix("[").split("\n\n["))
    return {name: table for name, _, table in parts}


_TABLES = _tables()


def _phrases(name: str) -> list[str]:
    return [phrase.strip() for line in _TABLES[name].splitlines() for phrase in line.split("|")]


PHRASES: dict[str, tuple[str, ...]] = {}
"""Phrase -> the kinds of line that it makes when it stands alone, most telling first."""

RELEASES = frozenset(_phrases("releases"))

for _kind in ("dateline", "byline", "recommendation", "links", "tags", "navigation", "section"):
    for _phrase in {*_phrases(_kind), *(RELEASES if _kind == "navigation" else ())}:
        PHRASES[_phrase] = (*PHRASES.get(_phrase, ()), _kind)

AROUND_DATES = frozenset(_TABLES["around-dates"].split()) | {
    word for phrase in _phrases("dateline") for word in phrase.split()
}
FORMS = tuple(_phrases("forms"))
WEAK_FORMS = tuple(_phrases("weak-forms"))
RECOMMENDING_LABELS = frozenset(_phrases("recommending-labels"))
SITE_WORDS = frozenset(_TABLES["site-words"].split())
