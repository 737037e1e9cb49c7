"""Lines beside each other: which make paragraphs together, where the article lies, and which line is its title."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from searchkit.ingest.facts.sources import dateline
from searchkit.ingest.pages.cues import Look
from searchkit.ingest.pages.words import PHRASES

_LONGEST_PARAGRAPH = 60
"""Lines that one paragraph can be broken into."""

_FULL = 0.85
"""Share of its width that a line has at least before a hard line break within a paragraph."""


def join_paragraphs(looks: Sequence[Look | None]) -> None:
    """Raise the `prose` of lines that make a paragraph only together: hard line breaks, or links that break it."""
    width = width_of(looks) if is_wrapped(looks) else 0
    start = 0
    while start < len(looks):
        end = start + 1
        while end < len(looks) and end - start < _LONGEST_PARAGRAPH and _continues(looks[end - 1], looks[end], width):
            end += 1
        if end - start > 1:
            _rate_together([look for look in looks[start:end] if look])
        start = end


def is_wrapped(looks: Sequence[Look | None]) -> bool:
    """Tell whether a page has hard line breaks: long lines, none much longer, that go on below with a small letter."""
    long = [(a, b) for a, b in pairwise(looks) if a and b and len(a.text) >= 45]
    broken = sum(not a.terminal and b.fragment for a, b in long)
    longest = sorted(len(look.text) for look in looks if look)
    return broken >= 3 and broken * 4 >= len(long) and longest[int(len(longest) * 0.95)] <= 110


def width_of(looks: Sequence[Look | None]) -> int:
    """Return the length of the lines of a text with hard line breaks."""
    longest = sorted(len(look.text) for look in looks if look)
    return longest[int(len(longest) * 0.95)]


def _continues(before: Look | None, after: Look | None, width: int) -> bool:
    """Tell whether two lines are one paragraph; `width` is that of lines with hard breaks, 0 where there are none."""
    if before is None or after is None or (before.terminal and not after.text.startswith((",", ";", ")"))):
        return bool(width and before and after and after.fragment and not after.cues)
    if before.has("labelled title"):
        return False
    if after.fragment:
        return (
            before.words >= 5 or before.prose > 0 or before.fragment or before.text.endswith(("(", "“", "$", "-"))
        ) and not is_other(after)
    first_word = after.text.split(" ", 1)[0]
    if len(before.text) + len(first_word) >= max(45, width * _FULL) and width and not before.colon:
        return not is_other(after) and after.capitals < 0.9 and dateline(after.text) is None
    return False


_WEAK = frozenset(
    (
        "name",
        "site section",
        "number",
        "row",
        "web address",
        "end mark",
        "section word",
        "contact",
        "agency",
        "long form",
        "labelled title",
    )
)


def is_other(look: Look) -> bool:
    """Tell whether a line has a mark of something else than text."""
    return not look.marks <= _WEAK


def _rate_together(run: Sequence[Look]) -> None:
    words = sum(look.words for look in run)
    ends = run[-1].terminal or any(look.terminal for look in run)
    grade = (1.0 if ends else 0.6) if words >= 25 else (0.8 if ends else 0.0) if words >= 8 else 0.0
    for look in run:
        look.prose = max(look.prose, grade)


def find_text(looks: Sequence[Look | None], is_noise: Sequence[bool]) -> int | None:
    """Return the number of the line where the text of the article begins, as far as its sentences show; None for none.

    Of several runs of sentences the longest is the article.
    """
    best, best_weight, start, weight, last = None, 0, None, 0, 0
    seen = Counter(look.text[:40] for look in looks if look)
    for number, look in enumerate(looks):
        if look is None or is_noise[number] or look.prose < 0.6 or look.words < 4 or is_other(look):
            continue
        if seen[look.text[:40]] > 1 and not look.terminal:  # a title is repeated, a paragraph is not
            continue
        if start is None and look.words < 25 and look.text.endswith(("?", "!", "？", "！")):
            continue  # a title can be a question
        if start is None or number - last > 40:
            start, weight = number, 0
        elif looks[start].words < 12 <= look.words and number - start > 3 and weight < 40:  # type: ignore[union-attr]
            start = number  # what came before was a sentence of the page, not of the article
        weight += look.words
        last = number
        if weight > best_weight:
            best, best_weight = start, weight
    return best


def is_end_mark(look: Look) -> bool:
    """Tell whether a line usually stands behind an article: a list of links, tags, comments."""
    kinds = PHRASES.get(look.phrase, ())
    return "links" in kinds or "tags" in kinds or look.phrase in ("comments", "comment", "leave a comment")


def discount_teasers(looks: Sequence[Look | None], text: int | None) -> None:
    """Lower the `prose` of single sentences in lists below the article, which advertise other articles."""
    if text is None:
        return
    lines = [n for n, look in enumerate(looks) if look]
    strong = [0] * (len(lines) + 1)
    for place in range(len(lines) - 1, -1, -1):
        look = looks[lines[place]]
        strong[place] = strong[place + 1] + bool(look and look.prose >= 0.7 and look.words >= 28)
    for place, n in enumerate(lines):
        look = looks[n]
        if n <= text or look is None or not is_end_mark(look) or strong[0] - strong[place] < 1:
            continue
        rest = len(lines) - place - 1
        if rest and strong[place] * 5 < rest and strong[place] * 2 <= strong[0] - strong[place]:
            for other in lines[place + 1 :]:
                teaser = looks[other]
                if teaser and teaser.words < 28 and ". " not in teaser.text:
                    teaser.prose *= 0.15
            return
