"""What lines of a page have from others: patterns of entries, what is said twice, names said in the head.

Marks for the labelling, beside those of `places` and `whole_page`. All hold in every language.
"""

from collections import Counter
from collections.abc import Sequence

from searchkit.ingest.pages import patterns
from searchkit.ingest.pages.cues import Look, normal
from searchkit.ingest.pages.titles import Title

Row = tuple[int, Look]

_PERIODS = (2, 3, 4)
"""Lines after which the entries of a list begin anew: headline and date, headline and section and date ..."""

_ENTRY = 25
"""Words of the longest line of an entry."""

_NAME_WORDS = (2, 5)
_TWICE = 160
"""Code points of the longest line that is looked for elsewhere on its page."""

_DATES = frozenset(("date", "labelled date", "date and name", "time"))
_NAMES = frozenset(("byline", "byline word", "contact", "contact label"))


def mark_relations(rows: Sequence[Row], title: Title | None, text: int | None, marks: dict[int, set[str]]) -> None:
    """Mark what lines have from other lines of their page, whose text begins at line `text`."""
    _mark_twins(rows, title, marks)
    _mark_patterns(rows, marks)
    if title:
        _mark_head(rows, title, text, marks)
        _mark_authors(rows, title, text, marks)


def _is_sentence(look: Look) -> bool:
    return look.prose >= 0.6 and look.words >= 8


def _mark_twins(rows: Sequence[Row], title: Title | None, marks: dict[int, set[str]]) -> None:
    """Mark lines that stand on the page twice, as headlines below their picture do, and buttons above and below."""
    forms = {n: normal(look.text) for n, look in rows if len(look.text) <= _TWICE}
    counts = Counter(forms.values())
    own = set(title.lines) if title else set()
    for n, look in rows:
        if n in forms and forms[n] and counts[forms[n]] > 1 and n not in own:
            marks[n].add("headline said twice" if look.words >= 5 else "said twice")


def _shape(look: Look, place: int) -> tuple[bool, bool, int]:
    if look.words > _ENTRY or (_is_sentence(look) and look.words >= 12):
        return False, False, -place  # like no other: text has no entries
    is_dated = not look.marks.isdisjoint(_DATES) or "has a date" in look.marks
    return is_dated, look.terminal, 0 if look.words <= 3 else 1


def _mark_patterns(rows: Sequence[Row], marks: dict[int, set[str]]) -> None:
    """Mark lines whose shapes come in turn: the entries of a list that have several lines each."""
    shapes = [_shape(look, place) for place, (_, look) in enumerate(rows, 1)]
    for period in _PERIODS:
        run = 0
        for place in range(period, len(shapes) + 1):
            if place < len(shapes) and shapes[place] == shapes[place - period]:
                run += 1
                continue
            if run >= period:
                first = place - run - period
                if len(set(shapes[first : first + period])) > 1:
                    for n, _ in rows[first:place]:
                        marks[n].add("in a pattern")
            run = 0


def _mark_head(rows: Sequence[Row], title: Title, text: int | None, marks: dict[int, set[str]]) -> None:
    """Mark what stands in the head behind names and dates, or before them."""
    head = [(n, look) for n, look in rows if title.lines[-1] < n and (text is None or n <= text)][:15]
    named = [n for n, look in head if not look.marks.isdisjoint(_NAMES)]
    dated = [n for n, look in head if not look.marks.isdisjoint(_DATES)]
    for n, _ in head:
        if named:
            marks[n].add("names still below" if n < named[0] else "names already above")
        if dated:
            marks[n].add("date still below" if n < dated[0] else "date already above")


def _mark_authors(rows: Sequence[Row], title: Title, text: int | None, marks: dict[int, set[str]]) -> None:
    """Mark lines behind the head that begin with the name of who wrote it, as a note on the author does."""
    names = {
        name
        for n, look in rows
        if title.lines[0] - 2 <= n <= title.lines[-1] + 8 and (text is None or n < text) and look.words <= 8
        if (name := _author(look))
    }
    if not names or text is None:
        return
    for n, look in rows:
        if n > text and (form := normal(look.text)).startswith(tuple(names)):
            marks[n].add("the author's name" if form in names else "begins with the author's name")


def _author(look: Look) -> str | None:
    """Return the normal form of the name in a byline."""
    if look.has("byline"):
        match = patterns.BYLINE.fullmatch(look.text)
        name = normal(match["name"].split(",")[0]) if match else ""
    else:
        name = normal(look.text) if look.has("name") else ""
    return name if _NAME_WORDS[0] <= len(name.split()) <= _NAME_WORDS[1] else None
