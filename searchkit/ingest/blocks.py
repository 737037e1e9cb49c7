"""Lines beside each other: which make paragraphs together, where the article lies, and which line is its title."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from searchkit.ingest.cues import Look, normal, phrase
from searchkit.ingest.words import PHRASES
from searchkit.values import Value

MAX_TITLE = 400
"""Code points of the longest line that is taken for a title."""

_LONGEST_PARAGRAPH = 60
"""Lines that one paragraph can be broken into."""

_HEAD = 150
"""Lines that are looked at for a title, those before the text."""

_TITLE_LINES = 5
"""Lines that a title can be broken into."""

_SUFFIX = re.compile(r"(?P<title>.{8,}\S)\s*(?:\s[-–—|•»]|\||—)\s(?P<outlet>[^|–—»•]{2,70})")
_GOES_ON = frozenset(
    """
for in of at during after with by from to as and on over amid against who while when before into under near despite
without including following about that which or between through
""".split()  # noqa: SIM905  # a table is easier to read than a list of quoted words
)


class Title(Value):
    """A title, the numbers of the lines (from 0) that it was taken from, and why."""

    text: str
    lines: tuple[int, ...]
    reason: str


def join_paragraphs(looks: Sequence[Look | None]) -> None:
    """Raise the `prose` of lines that make a paragraph only together: hard line breaks, or links that break it."""
    is_wrapped = _is_wrapped(looks)
    start = 0
    while start < len(looks):
        end = start + 1
        while (
            end < len(looks) and end - start < _LONGEST_PARAGRAPH and _continues(looks[end - 1], looks[end], is_wrapped)
        ):
            end += 1
        if end - start > 1:
            _rate_together([look for look in looks[start:end] if look])
        start = end


def _is_wrapped(looks: Sequence[Look | None]) -> bool:
    long = [(a, b) for a, b in pairwise(looks) if a and b and len(a.text) >= 45]
    broken = sum(not a.terminal and b.fragment for a, b in long)
    longest = sorted(len(look.text) for look in looks if look)
    return broken >= 3 and broken * 4 >= len(long) and longest[int(len(longest) * 0.95)] <= 110


def _continues(before: Look | None, after: Look | None, is_wrapped: bool) -> bool:
    if before is None or after is None or (before.terminal and not after.text.startswith((",", ";", ")"))):
        return bool(is_wrapped and before and after and after.fragment and not after.cues)
    if after.fragment:
        return (
            before.words >= 5 or before.prose > 0 or before.fragment or before.text.endswith(("(", "“", "$", "-"))
        ) and not _is_other(after)
    if is_wrapped and len(before.text) >= 45 and not before.colon:
        return not _is_other(after) and after.capitals < 0.9
    return False


_WEAK = frozenset(
    ("name", "number", "row", "web address", "end mark", "section word", "contact", "agency", "long form")
)


def _is_other(look: Look) -> bool:
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
        if look is None or is_noise[number] or look.prose < 0.6 or look.words < 4 or _is_other(look):
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


def find_title(looks: Sequence[Look | None], is_noise: Sequence[bool], first: int = 0) -> Title | None:
    """Return the title: the line of the head that stands most like one; lines before `first` are none."""
    text = find_text(looks, is_noise)
    end = text if text is not None else len(looks)
    head = [n for n in range(first, min(end, first + _HEAD)) if looks[n] is not None]
    if end - first > _HEAD:
        head += [n for n in range(max(first + _HEAD, end - _HEAD), end) if looks[n] is not None]
    if not head and text is not None and text >= first:
        return None
    names = {n: normal(look.text) for n in head if (look := looks[n])}
    seen = Counter(names.values())
    page_title = _page_title(looks, head, names)
    best, best_score = None, 0.9
    plausible = -10
    of_page = [0]  # how many lines of the head so far are of the page, not of the article
    for n in head:
        head_look = looks[n]
        of_page.append(of_page[-1] + bool(head_look and head_look.has("menu row", "breadcrumb")))
    for place, n in enumerate(head):
        look = looks[n]
        if look is None or len(look.text) > MAX_TITLE:
            continue
        score = _likeness(look, is_noise[n]) + (3.0 if seen[names[n]] > 1 and look.words > 2 else 0.0)
        score += 1.0 if place == 0 else 0.0
        if (
            place == 0
            and text is None
            and n + 1 < len(looks)
            and looks[n + 1] is None
            and not look.terminal
            and not look.colon
            and look.text[-1] not in ",;"
        ):
            score += 2.0  # a note with a title and a line or two
        score -= min(1.8, 0.9 * (of_page[-1] - of_page[place + 1]))
        score += _near(looks, n, end, text is not None)
        # What stands right below a line that can be the title is its deck.
        score -= 1.2 if n - plausible <= 3 and seen[names[n]] < 2 else 0.0
        if _likeness(look, is_noise[n]) >= 1.2 and look.words >= 4:
            plausible = n
        lines: tuple[int, ...] = (n,)
        if page_title and n != page_title[0]:
            covered = _covering(head[place:], names, page_title[1])
            if covered:
                lines, score = covered, score + 5.0
        if score > best_score:
            best, best_score = lines, score
    if best is None:
        return None
    # Of its repeats the first, but not the title of the page.
    wanted = " ".join(names[n] for n in best)
    for place, n in enumerate(head):
        if (not page_title or n != page_title[0]) and (lines := _covering(head[place:], names, wanted)):
            best = lines
            break
    return _title(looks, best, page_title)


def _title(looks: Sequence[Look | None], lines: tuple[int, ...], page_title: tuple[int, str, str] | None) -> Title:
    if page_title and lines == (page_title[0],):
        return Title(page_title[2], lines, "the title of the page, without the name of the outlet")
    if len(lines) == 1 and not page_title:
        cut = _without_outlet(looks, lines[0])
        if cut:
            return Title(cut, lines, "the title of the page, without the name of the outlet")
        lines = _with_rest(looks, lines[0], _width(looks))
    text = " ".join(look.text for n in lines if (look := looks[n]))
    above = looks[lines[0] - 1] if lines[0] else None
    if above and above.words <= 6 and text.startswith(above.text + " ") and len(text) > len(above.text) + 15:
        text = text[len(above.text) :].strip()  # the name of the section, said once more
    return Title(text, lines, "the title" if len(lines) == 1 else "the title, over several lines")


def _without_outlet(looks: Sequence[Look | None], n: int) -> str | None:
    """Return the title of a line that ends in the name of the outlet, if that stands elsewhere on the page too."""
    look = looks[n]
    for title, outlet in _cuts(look.text) if look else ():
        if _is_outlet(look.text if look else "", title, outlet) and any(
            other and outlet in other.text for place, other in enumerate(looks) if place != n
        ):
            return title
    return None


def _width(looks: Sequence[Look | None]) -> int:
    """Return the length of the lines of a text with hard line breaks; 1,000 where there are none."""
    longest = sorted(len(look.text) for look in looks if look)
    return longest[int(len(longest) * 0.95)] if _is_wrapped(looks) else 1000


def _with_rest(looks: Sequence[Look | None], first: int, width: int) -> tuple[int, ...]:
    """Return the lines of a title that goes on below: with a small letter, or with a word that begins no line."""
    lines = [first]
    while len(lines) < _TITLE_LINES:
        before, n = looks[lines[-1]], lines[-1] + 1
        after = looks[n] if n < len(looks) else None
        if (
            before is None
            or after is None
            or after.prose >= 0.5
            or after.words > 20
            or before.terminal
            or _is_other(after)
        ):
            break
        opening = after.text.split()[0].casefold()
        is_full = len(before.text) + len(opening) >= width - 2
        if after.has("name") and opening not in _GOES_ON and not is_full:
            break
        if not (
            is_full
            or after.text[0].islower()
            or opening in _GOES_ON
            or before.text.endswith((",", "-", "–"))
            or before.text.split()[-1].casefold() in _GOES_ON
        ):
            break
        lines.append(n)
    return tuple(lines)


def _likeness(look: Look, is_noise: bool) -> float:
    """Return how much a line looks like a title by itself."""
    words = look.words
    score = 2.0 if 5 <= words <= 30 else 1.2 if words in (3, 4) else 0.3 if words == 2 else -0.8 if words == 1 else -1.0
    score -= 1.5 * look.terminal * look.text.rstrip("”\"’'").endswith((".", "。")) + 1.0 * look.colon
    score -= (
        3.5 * _is_other(look)
        + 1.5 * look.has("section word", "row")
        + 3.0 * look.has("contact", "number", "web address")
    )
    score -= 2.0 * (look.text[0] in "-–—*•·>#|") + 5.0 * (len(look.text) > 200 and words < 8)
    score -= 0.7 * look.has("name") + 4.0 * is_noise + 1.0 * look.fragment
    return score


def _near(looks: Sequence[Look | None], n: int, end: int, has_text: bool) -> float:
    """Return what the neighbours of a line say for its being the title."""
    below = [look for look in looks[n + 1 : n + 6] if look]
    score = 0.6 * any(look.has("date", "labelled date", "byline", "reading time") for look in below[:4])
    above = [look for look in looks[max(0, n - 3) : n] if look]
    score += 0.4 * any(look.has("section word", "breadcrumb") for look in above[-1:])
    if has_text:
        score += max(0.0, 1.0 - (end - n) * 0.06)
    elif not any(looks[n + 1 :]):
        score -= 9.0
    stands_alone = n + 1 < len(looks) and looks[n + 1] is None
    if not has_text and not stands_alone:
        score -= 3.0
    # A run of lines that all look like titles is a list of links, and none of them is this article's.
    look = looks[n]
    run = [
        other
        for other in (*looks[max(0, n - 2) : n], *looks[n + 1 : n + 3])
        if other and 5 <= other.words <= 20 and not other.terminal and not other.cues
    ]
    return score - (0.35 * len(run) if look and len(run) > 2 else 0.0)


def _page_title(
    looks: Sequence[Look | None], head: Sequence[int], names: dict[int, str]
) -> tuple[int, str, str] | None:
    """Return the line of the page's title, `TITLE - Outlet`, the title's normal form, and the title."""
    for n in head[:2]:
        look = looks[n]
        if (
            look is None
            or len(look.text) > MAX_TITLE
            or look.has("navigation word", "menu row")
            or (look.has("caption") and " | " not in look.text)
        ):
            continue
        found = list(_cuts(look.text))
        for title, _ in found:
            wanted = normal(title)
            if any(_covering(head[place:], names, wanted) for place, other in enumerate(head) if other > n):
                return n, wanted, title
        for title, outlet in found:
            if _is_outlet(look.text, title, outlet) and n == head[0]:
                return n, normal(title), title
    return None


def _cuts(text: str) -> Iterable[tuple[str, str]]:
    """Yield the ways to cut a line into a title and what follows a dash or a bar, the longest title first."""
    place = len(text)
    for _ in range(4):
        match = _SUFFIX.fullmatch(text, 0, place) or _SUFFIX.match(text, 0, place)
        if not match or not match["title"]:
            return
        yield match["title"].strip(), text[match.start("outlet") :].strip()
        place = match.end("title")


def _is_outlet(text: str, title: str, outlet: str) -> bool:
    """Tell whether what stands behind a dash or a bar is the name of an outlet, with nothing but its look to go by."""
    words = outlet.split()
    if len(words) > 6 or len(title.split()) < 3 or outlet.endswith((".", "?", "!")):
        return False
    return "|" in text[len(title) : len(title) + 4] or all(not word[0].islower() or len(word) < 4 for word in words)


def _covering(lines: Sequence[int], names: dict[int, str], wanted: str) -> tuple[int, ...]:
    """Return the first lines that make up the wanted text together, each right behind the one before; () if none do."""
    found: list[int] = []
    so_far = ""
    for n in lines[:_TITLE_LINES]:
        if found and n - found[-1] > 2:
            return ()
        so_far = f"{so_far} {names[n]}".strip()
        found.append(n)
        if so_far == wanted:
            return tuple(found)
        if not wanted.startswith(so_far) or not names[n]:
            return ()
    return ()


def title_likeness(looks: Sequence[Look | None], title: Title | None) -> dict[int, float]:
    """Return for lines that repeat the title, or a part of it, how much they do: 1 for all of it."""
    if title is None:
        return {}
    found = dict.fromkeys(title.lines, 1.0)
    wanted = normal(title.text)
    words = wanted.split()
    for n, look in enumerate(looks):
        if look is None or n in found or len(look.text) > len(title.text) + 80:
            continue
        name = normal(look.text)
        if name == wanted or (
            n < 5 and name.startswith(wanted + " ") and any(normal(t) == wanted for t, _ in _cuts(look.text))
        ):
            found[n] = 1.0
        elif len(words) >= 4 and look.words >= 3 and f" {name} " in f" {wanted} ":
            found[n] = 0.6 if look.words * 2 >= len(words) else 0.45
        elif len(words) >= 5 and look.words >= 4:
            mine = name.split()
            common = len(set(mine) & set(words))
            if common >= 0.75 * max(len(set(mine)), len(set(words))):
                found[n] = 0.6
    _complete(looks, found, words)
    return found


def _complete(looks: Sequence[Look | None], found: dict[int, float], words: Sequence[str]) -> None:
    """Join parts of the title that stand below each other, and drop those that stand alone and are small."""
    parts = sorted(n for n, grade in found.items() if grade < 1)
    for n in parts:
        beside = n - 1 in found or n + 1 in found
        for other in (n - 1, n + 1):
            look = looks[other] if 0 <= other < len(looks) else None
            if look and other not in found and 1 <= look.words <= 2 and set(normal(look.text).split()) <= set(words):
                found[other] = 0.5
        if found[n] < 0.6 and not beside:
            del found[n]


def is_end_mark(look: Look) -> bool:
    """Tell whether a line usually stands behind an article: a list of links, tags, comments."""
    kinds = PHRASES.get(look.phrase, ())
    return "links" in kinds or "tags" in kinds or phrase(look.text) in ("comments", "comment", "leave a comment")


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
