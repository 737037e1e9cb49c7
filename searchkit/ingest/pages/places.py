"""What lines of a page have from where they stand: marks for the labelling, beside those of the lines themselves.

Most hold in every language: what stands above and below, the title, where sentences begin and end, whether the lines
around are short. Every line is looked at with a few of its neighbours.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from searchkit.ingest.pages.cues import Look
from searchkit.ingest.pages.title_repeats import title_likeness
from searchkit.ingest.pages.titles import Title
from searchkit.ingest.pages.whole_page import mark_whole_page
from searchkit.ingest.pages.words import PHRASES

_CONTACT_LINES = 6
"""Lines below the label of a contact that can name whom to reach."""

_AROUND = 4
"""Lines above and below that say whether a line stands among sentences or among short lines."""

_DOUBTS = 80
"""Words of the sentences above a title that make it doubtful, so that they are shown."""

_HINTS = {
    "menu": {
        "navigation word", "menu row", "form", "field", "count", "captcha", "row", "page numbers", "counted button",
        "button words",
    },
    "section": {"section word", "site section", "breadcrumb"},
    "list": {"links word", "recommendation word", "list word", "recommendation", "list words"},
    "tags": {"tags word", "hashtags"},
    "date": {"date", "labelled date", "date and name", "has a date", "time", "dateline word"},
    "name": {"byline", "byline word", "contact label", "contact word", "contact"},
    "picture": {"caption", "agency", "credit behind"},
    "site": {"site words", "postal address", "long form"},
}  # fmt: skip
_HINT_OF = {mark: hint for hint, marks in _HINTS.items() for mark in marks}


def marks_of_places(
    looks: Sequence[Look | None], title: Title | None, recurring: Sequence[str | None], text: int | None
) -> dict[int, set[str]]:
    """Return the marks of every line that is not blank; `text` is the number of the line where the text begins."""
    numbers = [n for n, look in enumerate(looks) if look]
    marks: dict[int, set[str]] = {n: set() for n in numbers}
    for found in (
        _around_title(looks, title, recurring), _repeated(looks, text), _below_headings(looks),
        _likeness(looks, title), _recurs(looks, recurring),
    ):  # fmt: skip
        for n, mark in found.items():
            marks[n].add(mark)
    _mark_parts(looks, numbers, title, text, marks)
    _mark_lists(looks, numbers, recurring, text, marks)
    _mark_neighbours(looks, numbers, marks)
    mark_whole_page(looks, recurring, text, title, marks)
    return marks


def _likeness(looks: Sequence[Look | None], title: Title | None) -> dict[int, str]:
    grades = title_likeness(looks, title)
    return {n: "the title" if grade == 1 else "like the title" if grade >= 0.6 else "part of the title"
            for n, grade in grades.items()}  # fmt: skip


def _recurs(looks: Sequence[Look | None], recurring: Sequence[str | None]) -> dict[int, str]:
    return {
        n: "recurring sentence" if look.terminal and look.words >= 8 else "recurring"
        for n, look in enumerate(looks)
        if look and recurring[n] is not None
    }


def _is_sentence(look: Look) -> bool:
    return look.prose >= 0.6 and look.words >= 6


def _mark_parts(
    looks: Sequence[Look | None], numbers: Sequence[int], title: Title | None, text: int | None,
    marks: dict[int, set[str]],
) -> None:  # fmt: skip
    """Mark where lines stand beside the title and the sentences of the text."""
    first, last = (title.lines[0], title.lines[-1]) if title else (-1, -1)
    sentences = [n for n in numbers if (look := looks[n]) and _is_sentence(look)]
    end = sentences[-1] if sentences else -1
    below = 0
    above = [n for n in sentences if n < first]
    is_doubtful = sum(look.words for n in above if (look := looks[n])) >= _DOUBTS
    before = above[0] if is_doubtful else first
    for place, n in enumerate(numbers):
        mine = marks[n]
        if n < before:
            mine.add("before the title")
        elif n > last and title:
            below += 1
            if below <= 2:
                mine.add("right below the title" if below == 1 else "second below the title")
        look = looks[n]
        if title and look and last < n and below <= 10 and (text is None or n < text) and look.words < 12:
            mine.update(f"{hint} in the head" for hint in {_HINT_OF.get(mark) for mark in look.marks} if hint)
            if "name" in look.marks:
                mine.add("person in the head")
        if text is None:
            mine.add("no text")
        else:
            mine.add("above the text" if n < text else "in the text" if n <= end else "behind the text")
        if place < 3:
            mine.add("top line" if place == 0 else "near the top")
        if len(numbers) - place <= 3:
            mine.add("near the end")


def _mark_lists(
    looks: Sequence[Look | None], numbers: Sequence[int], recurring: Sequence[str | None], text: int | None,
    marks: dict[int, set[str]],
) -> None:  # fmt: skip
    """Mark what stands below the heading of a list, up to the next sentence or the foot, and what in the foot."""
    heading, foot, has_furniture = "", False, False
    for n in numbers:
        look = looks[n]
        if look is None:
            continue
        hints = {_HINT_OF.get(mark, "") for mark in look.marks}
        if heading:
            marks[n].add(heading)
        if foot:
            marks[n].add("in the foot")
        if "list" in hints:
            heading = "under a list heading"
        elif "tags" in hints:
            heading = "under tags"
        elif (look.prose >= 0.7 and look.words >= 12) or "site" in hints:
            heading = ""
        if text is not None and n > text:
            has_furniture = has_furniture or recurring[n] is not None or bool(hints & {"list", "menu", "tags", "site"})
            if not has_furniture and "behind the text" in marks[n]:
                marks[n].add("list without a heading")
        foot = foot or ("site" in hints and text is not None and n > text)


def _mark_neighbours(looks: Sequence[Look | None], numbers: Sequence[int], marks: dict[int, set[str]]) -> None:
    """Mark what stands above and below."""
    shown = [look for n in numbers if (look := looks[n])]
    sentences, shorts = [0], [0]
    for look in shown:
        sentences.append(sentences[-1] + _is_sentence(look))
        shorts.append(shorts[-1] + (look.words < 5 and look.prose < 0.5))
    hints = [{_HINT_OF[mark] for mark in look.marks if mark in _HINT_OF} for look in shown]
    has_gaps = len(numbers) < len(looks)
    for place, n in enumerate(numbers):
        mine = marks[n]
        low, high = max(0, place - _AROUND), min(len(shown), place + _AROUND + 1)
        if sentences[high] - sentences[low] >= 4:
            mine.add("among sentences")
        elif shorts[high] - shorts[low] >= 7:
            mine.add("among short lines")
        if place:
            mine.update(f"{hint} above" for hint in hints[place - 1])
            mine.update(_side(shown[place - 1], "above"))
        if place + 1 < len(shown):
            mine.update(f"{hint} below" for hint in hints[place + 1])
            mine.update(_side(shown[place + 1], "below"))
        if place > 1:
            mine.update(f"{hint} 2 above" for hint in hints[place - 2])
        if place + 2 < len(shown):
            mine.update(f"{hint} 2 below" for hint in hints[place + 2])
        mine.add(_between(shown, place))
        if has_gaps:
            above = n == 0 or looks[n - 1] is None
            under = n + 1 == len(looks) or looks[n + 1] is None
            mine.add(
                ("alone" if under else "first of a block") if above else "last of a block" if under else "in a block"
            )
        mine.update(_shape(shown[place]))


def _between(shown: Sequence[Look], place: int) -> str:
    """Return of how many words a line is, and whether sentences are above and below it."""
    look = shown[place]
    words = (
        "sentence" if _is_sentence(look) else "word" if look.words == 1 else "few words" if look.words < 5 else "line"
    )
    above = place > 0 and _is_sentence(shown[place - 1])
    below = place + 1 < len(shown) and _is_sentence(shown[place + 1])
    where = "between sentences" if above and below else "below a sentence" if above else "above a sentence"
    return f"{words} {where if above or below else 'beside no sentence'}"


def _side(look: Look, side: str) -> Iterator[str]:
    if look.prose >= 0.5:
        yield f"sentence {side}"
    elif look.words < 5:
        yield f"short {side}"
    if look.colon:
        yield f"colon {side}"


def _shape(look: Look) -> Iterator[str]:
    words = look.words
    yield "one word" if words == 1 else "few words" if words < 5 else "a line" if words <= 14 else "long line"
    if look.fragment:
        yield "small start"
    if look.colon:
        yield "colon"
    if look.text[0] in "•*-–—·▪■●◦‣∙" and words > 2 and look.phrase not in PHRASES:
        yield "list item"
    if words < 60 and words > 1 and look.capitals > 0.75:
        yield "in capitals" if look.text.isupper() else "title case"
    if look.terminal:
        yield "full stop"
    elif look.text[-1] in "?!？！":
        yield "question"
    if look.text[0].isdigit():
        yield "number first"
    if look.text[0] in "“\"„«‘「»'":
        yield "quotation"


_BESIDE_KICKERS = frozenset(("date", "labelled date", "reading time", "minutes", "byline"))
"""Marks of lines that can stand between the name of a section and the title."""


def _around_title(looks: Sequence[Look | None], title: Title | None, recurring: Sequence[str | None]) -> dict[int, str]:
    """Return the marks of lines that they have from their place beside the title.

    A short line or two right above it name its section, if no more of a menu stands there; a date above it is its own.
    """
    found: dict[int, str] = {}
    if title is None:
        return found
    above = [n for n in range(max(0, title.lines[0] - 6), title.lines[0]) if looks[n] is not None][-4:]
    short: list[int] = []
    for n in reversed(above):
        look = looks[n]
        if look is not None and not look.marks.isdisjoint(_BESIDE_KICKERS):
            continue
        if (
            look is None
            or (recurring[n] and not look.has("section word", "pair"))
            or not _can_be_kicker(look)
            or (short and n + 1 < min(short))
        ):
            break
        short.append(n)
    if len(short) <= 2:
        for n in short:
            look = looks[n]
            found[n] = (
                "section above the title"
                if look and look.has("section word", "breadcrumb", "pair")
                else "above the title"
            )
    for n in above[-2:]:
        look = looks[n]
        if look and look.has("date", "labelled date", "date and name"):
            found[n] = "date above the title"
    return found


def _can_be_kicker(look: Look) -> bool:
    return (
        look.words <= 5 and not look.terminal and look.marks <= {"section word", "name", "breadcrumb", "agency", "pair"}
    )


def _repeated(looks: Sequence[Look | None], text: int | None) -> dict[int, str]:
    """Return the marks that lines below the text have from others: several dates, and what stands there twice."""
    if text is None:
        return {}
    dates = [n for n, look in enumerate(looks) if n > text and look and "date" in look.marks]
    found = dict.fromkeys(dates, "one of several dates") if len(dates) > 1 else {}
    start = next((n for n, look in enumerate(looks) if n > text and look and "links word" in look.marks), len(looks))
    counts = Counter(look.text for look in looks if look and look.words >= 4) if start < len(looks) else Counter()
    found.update((n, "repeated") for n, look in enumerate(looks) if n > start and look and counts[look.text] > 1)
    return found


def _below_headings(looks: Sequence[Look | None]) -> dict[int, str]:
    """Return the marks of lines right below a heading: recommended articles, topics."""
    has_gaps = any(look is None for look in looks)
    found: dict[int, str] = {}
    mark, room = None, 0
    for n, look in enumerate(looks):
        if look is None:
            mark = None
        elif look.has("recommendation word") and look.words <= 4:
            mark = "below recommendation"
        elif look.has("tags word") and look.words <= 6:
            mark = "below tags"
        elif "contact label" in look.marks:
            mark, room = "below contact", _CONTACT_LINES
        elif mark and look.prose < 0.5 and _can_be_below(look, mark):
            found[n] = mark
            room -= 1
            if mark == "below contact":
                mark = mark if room else None
                continue
            mark = mark if has_gaps or mark == "below tags" else None
        else:
            mark = None
    return found


def _can_be_below(look: Look, mark: str) -> bool:
    marks = look.marks
    if mark == "below contact":
        return look.words <= 9 and marks <= {"name", "contact", "web address", "byline word", "byline", "number"}
    if mark == "below tags":
        is_row = look.words <= 5 or bool(marks & {"row", "menu row"})
        return is_row and marks <= {"name", "section word", "agency", "row", "menu row"}
    return marks <= {"name", "section word", "agency"}
