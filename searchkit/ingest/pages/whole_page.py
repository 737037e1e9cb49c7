"""What lines have from the page as a whole: where its sentences end, runs without a full stop, what readers say below.

Marks for the labelling, beside those of `places`. They hold in every language, and on layouts that nobody has seen.
"""

from collections import Counter
from collections.abc import Sequence

from searchkit.ingest.pages import patterns
from searchkit.ingest.pages.blocks import is_other
from searchkit.ingest.pages.cues import Look, normal
from searchkit.ingest.pages.hints import rank
from searchkit.ingest.pages.relations import mark_relations
from searchkit.ingest.pages.titles import Title
from searchkit.ingest.pages.topics import share, topics
from searchkit.ingest.pages.words import phrase

Row = tuple[int, Look]

_GAP = 4
"""Lines without a sentence that part the article from sentences that belong to the site."""

_SMALL = 0.12
"""Share of the words of all sentences that a group of them has at least if it is the article's own."""

_RUN, _LONG_RUN = 4, 8
"""Lines without a full stop that are a run, and a long one."""

_SECTION = 4
"""Words of the longest name of a section."""

_SITE_NAME = 5
"""Words of the longest name of a site."""


def end_of_text(rows: Sequence[Row], recurring: Sequence[str | None], text: int | None) -> int | None:
    """Return the place in `rows` of the last sentence of the article; `text` is the number of its first line."""
    if text is None:
        return None
    groups: list[list[int]] = []  # first place, last place, words
    for place, (n, look) in enumerate(rows):
        if n < text or recurring[n] is not None or look.prose < 0.6 or look.words < 8 or is_other(look):
            continue
        if look.has("to the reader") and look.words < 40:
            continue
        if groups and place - groups[-1][1] <= _GAP:
            groups[-1][1:] = [place, groups[-1][2] + look.words]
        else:
            groups.append([place, place, look.words])
    total = sum(words for *_, words in groups)
    own = [last for _, last, words in groups if words >= _SMALL * total]
    return own[-1] if own else None


def mark_whole_page(
    looks: Sequence[Look | None], recurring: Sequence[str | None], text: int | None, title: Title | None,
    marks: dict[int, set[str]],
) -> None:  # fmt: skip
    """Mark what lines have from the part of the page that they stand in, and from what the rest of it speaks of."""
    rows = [(n, look) for n, look in enumerate(looks) if look]
    end = end_of_text(rows, recurring, text)
    mark_relations(rows, title, text, marks)
    runs = _runs([look for _, look in rows])
    ranks = [rank(look.text) if look.text[0].isdigit() or look.text[0] in "#nN" else None for _, look in rows]
    under = False
    for place, (n, look) in enumerate(rows):
        mine = marks[n]
        if end is not None:
            past = place - end
            if past > 0:
                mine.add("past the text" if past <= 3 else "well past the text")
                under = under or bool(look.marks & {"comments"})
                if under:
                    mine.add("under comments")
            elif text is not None and n > text:
                mine.add("recurring in the text" if recurring[n] is not None else "inside the text")
        if runs[place] >= _RUN:
            mine.add("in a run" if runs[place] < _LONG_RUN else "in a long run")
        if (
            ranks[place] is not None
            and any(
                other is not None and abs(other - ranks[place]) == 1  # type: ignore[operator]
                for other in (*ranks[max(0, place - 3) : place], *ranks[place + 1 : place + 4])
            )
        ):
            mine.add("ranked")
    _mark_names_of_sites(rows, title.lines[0] if title else -1, marks)
    _mark_topics(rows, topics(looks, text), marks)
    if title:
        _mark_sections(rows, title, marks)


def _mark_topics(rows: Sequence[Row], known: set[str], marks: dict[int, set[str]]) -> None:
    """Mark lines that are no sentences by whether they speak of what the sentences of the article speak of."""
    if not known:
        return
    for n, look in rows:
        if look.prose >= 0.6 or look.words > 25:
            continue
        common, part = share(look.text, known)
        if part >= 0.5:
            marks[n].add("a topic" if look.words <= 3 else "topics")
        elif common:
            marks[n].add("some topics")
        elif look.words >= 4:
            marks[n].add("no topics")


def _mark_sections(rows: Sequence[Row], title: Title, marks: dict[int, set[str]]) -> None:
    """Mark short lines beside the title that the page has in a menu too, as it has the names of its sections."""
    beside = [
        (n, phrase(look.text))
        for n, look in rows
        if look.words <= _SECTION and title.lines[0] - 8 <= n <= title.lines[-1] + 6 and n not in title.lines
    ]
    if not beside:
        return
    said = Counter(phrase(look.text) for _, look in rows if look.words <= _SECTION)
    for _, look in rows:
        if look.has("menu row", "row", "breadcrumb", "pair"):
            said.update({phrase(part) for part in patterns.BREADCRUMB.split(look.text)})
    for n, form in beside:
        if form and said[form] > 1:
            marks[n].add("said in a menu")


def _runs(looks: Sequence[Look]) -> list[int]:
    """Return for every line how many lines in a row, with it, are no sentence and end in no full stop."""
    found = [0] * len(looks)
    start = 0
    for place in range(len(looks) + 1):
        if place < len(looks) and not looks[place].terminal and looks[place].prose < 0.5 and looks[place].words <= 20:
            continue
        found[start:place] = [place - start] * (place - start)
        start = place + 1
    return found


def _mark_names_of_sites(rows: Sequence[Row], first: int, marks: dict[int, set[str]]) -> None:
    """Mark short lines above the title that recur in the foot, as the name of a site does in its copyright."""
    foot = f" {' '.join(normal(look.text) for _, look in rows[-8:] if look.words <= 40)} "
    for n, look in rows[:12]:
        is_above = first < 0 or n < first
        if is_above and look.words <= _SITE_NAME and len(name := normal(look.text)) > 3 and f" {name} " in foot:
            marks[n].add("name of the site")
