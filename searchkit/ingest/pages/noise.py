"""Lines that recur on the pages of one source: its boilerplate, learned without rules.

A line of a template stands on many pages, beside the same neighbours and over the whole time. A quotation that recurs
in the news stands in prose that changes, on a few days. What is learned is learned from a sample of a source's files,
those whose ids have the smallest digests: the same sample whatever the order, and no more work for a large source.
"""

import datetime
import hashlib
import os
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from searchkit.ingest.facts.dates import days
from searchkit.ingest.facts.sources import from_source_line
from searchkit.ingest.pages.entries import is_date
from searchkit.values import Value

SAMPLE = 200
"""Files of one source that are learned from."""

AT_LEAST = 3
"""Files that a line must be found in, where there are as many."""

PAIR = 2
"""Files of the smallest source that is learned from: what both have, beside the same neighbour, is its template."""

SHARE = 0.2
"""The part of its source's files that a line must be found in."""

LOOSE_AT_LEAST, LOOSE_SHARE = 4, 0.3
"""The same for a short line without the same line above or below it, and for a sentence without dates to go by."""

PROSE_DAYS = 4
"""Days that a sentence must be found on."""

MAX_LINE = 600
"""Code points of the longest line that can be boilerplate."""

_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPACE = re.compile(r"\s+")
_PATH_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_./]?(0[1-9]|1[0-2])[-_./]?(0[1-9]|[12]\d|3[01])(?!\d)")
_HEADER_DAY = re.compile(r"\s*date (\d{4})-(\d{2})-(\d{2})\b")
HEAD = 80
"""Lines at the head of a page among which the date of its site stands."""

_DECK = 1
"""Sentences above the text."""

_LONGEST_ABOVE = 100
_ENDS = ".!?。！？…؟۔।"
_EDGE = 0
"""Stands for the beginning and the end of a page as the neighbour of its first and last line."""


class NoiseLine(Value):
    """A line that is boilerplate of a source: found in `found` of the `of` files that were learned from, since a day.

    `how` is `learned`, `pinned` or `unpinned`: what a user has pinned holds for every source, and has no counts.
    """

    text: str
    source: str | None
    found: int
    of: int
    since: datetime.date | None = None
    how: str = "learned"

    def to_dict(self) -> dict[str, Any]:
        """Return the line as JSON has it."""
        return {"line": self.text, "source": self.source, "found": self.found, "of": self.of,
                "since": self.since.isoformat() if self.since else None, "how": self.how}  # fmt: skip


class Sample(Value):
    """What is learned from one file: the digests of its lines, those that are sentences, its day, its longest lines.

    `dated` has its dates alone in a line: the digest of the place, the day, and the other days above the text.
    """

    digests: "array[int]"
    prose: frozenset[int]
    day: int
    longest: tuple[int, ...]
    dated: tuple[tuple[int, int, tuple[int, ...]], ...] = ()


def key(line: str) -> str:
    """Return the form in which lines are compared: with one space between words, and numbers that change left out.

    >>> key("  Are you a human?  3 + 7 ="), key("12 comments"), key("May 28, 2026")
    ('Are you a human? 0 + 0 =', '0 comments', 'May 28, 2026')
    """
    line = _SPACE.sub(" ", line[: MAX_LINE + 1].strip())
    if _is_prose(line) or _YEAR.search(line):
        return line
    return _DIGITS.sub("0", line)


def digest(line: str) -> int:
    """Return 64 bits that stand for the key of a line."""
    return int.from_bytes(hashlib.blake2b(key(line).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _is_prose(line: str) -> bool:
    return line.count(" ") >= 6 and line.rstrip("\"'”’)] ").endswith(tuple(_ENDS))


def sample(lines: Sequence[str], path: str) -> Sample:
    """Return what is learned from a file with these lines."""
    digests: list[int] = []
    prose = set()
    sizes: dict[int, int] = {}
    for line in lines:
        if not line.strip():
            continue
        value = digest(line) if len(line) <= MAX_LINE else hash_of_long(line)
        digests.append(value)
        sizes[value] = len(line)
        if _is_prose(line.strip()):
            prose.add(value)
    longest = tuple(sorted(sorted(sizes, key=lambda value: (-sizes[value], value))[:3]))
    return Sample(array("Q", digests), frozenset(prose), _day(lines, path), longest, tuple(_dated(lines)))


def place(above: str) -> str:
    """Return what stands for the place of a date in the pages of a source: that below a line, as a line of its own.

    >>> place("  MENU "), place("")
    ('Date below: MENU', 'Date below: (top of the page)')
    """
    return f"Date below: {key(above[:_LONGEST_ABOVE]) or '(top of the page)'}"


def places(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the places of the dates that stand alone in a line above the text, and the dates."""
    above, sentences = "", 0
    for line in lines[:HEAD]:
        text = line.strip()
        if not text:
            continue
        sentences += _is_prose(text)
        if sentences > _DECK:
            return
        if 6 < len(text) < 60 and _YEAR.search(text) and is_date(text) == "date":
            yield place(above), text
        above = text


def _dated(lines: Sequence[str]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Yield the digests of the places of dates above the text, each with its day and the other days there."""
    stated = [(digest(where), days(text)) for where, text in places(lines)]
    known = [(where, found[0].toordinal()) for where, found in stated if len(found) == 1]
    for n, (where, day) in enumerate(known):
        yield where, day, tuple(other for m, (_, other) in enumerate(known) if m != n)


def hash_of_long(line: str) -> int:
    """Return 64 bits for a line that is too long to be boilerplate, from its beginning."""
    return int.from_bytes(
        hashlib.blake2b(line[:MAX_LINE].encode("utf-8", "surrogatepass"), digest_size=8, salt=b"long").digest(), "big"
    )


def _day(lines: Sequence[str], path: str) -> int:
    """Return the day of a page as far as its header, its path or a date alone in a line tells it; 0 for none."""
    match = (_HEADER_DAY.match(lines[0][:40]) if lines else None) or _PATH_DAY.search(path[-160:])
    if match:
        try:
            return datetime.date(int(match[1]), int(match[2]), int(match[3])).toordinal()
        except ValueError:
            pass
    for line in lines[:60]:
        text = line.strip()
        if 6 < len(text) < 60 and _YEAR.search(text) and is_date(text) == "date":
            # Days need only be told apart, so that no calendar is wanted here.
            return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=4).digest(), "big") + 10_000_000
    return 0


def learn(samples: Iterable[Sample]) -> dict[int, tuple[int, int, int]]:
    """Return the boilerplate of a source: digest -> files it was found in, of how many, the first day (0: unknown)."""
    files = _distinct(samples)
    total = len(files)
    if total < PAIR or (total == PAIR and _are_versions(*files)):
        return {}
    counts: Counter[int] = Counter()
    pairs: Counter[tuple[int, int]] = Counter()
    days: dict[int, set[int]] = {}
    prose: set[int] = set()
    for file in files:
        counts.update(set(file.digests))
    wanted = {value for value, count in counts.items() if count >= max(min(AT_LEAST, total), SHARE * total)}
    for file in files:
        chain = [_EDGE, *file.digests, _EDGE]
        pairs.update({pair for pair in pairwise(chain) if pair[0] in wanted or pair[1] in wanted})
        for value in wanted.intersection(file.digests):
            days.setdefault(value, set()).add(file.day)
        prose |= file.prose & wanted
    beside: Counter[int] = Counter()
    for (above, below), count in pairs.items():
        if above in wanted:
            beside[above] = max(beside[above], count)
        if below in wanted:
            beside[below] = max(beside[below], count)
    found = _dates_of_the_site(files)
    all_days = {file.day for file in files if 0 < file.day < 10_000_000}
    for value in wanted:
        on = days[value] - {0}
        is_attached = beside[value] * 2 >= max(counts[value], AT_LEAST)
        if _is_template(counts[value], total, is_attached, value in prose, on, all_days):
            first = min((day for day in on if day < 10_000_000), default=0)
            found[value] = (counts[value], total, first)
    return found


def _dates_of_the_site(files: Sequence[Sample]) -> dict[int, tuple[int, int, int]]:
    """Return the places of dates that are the site's, not the article's: digest -> files, of how many, the first day.

    Such a date repeats over pages whose other dates differ, and none of these is later: it is the day of the visit.
    """
    by_place: dict[int, list[tuple[int, tuple[int, ...]]]] = {}
    for file in files:
        for where, day, others in file.dated:
            by_place.setdefault(where, []).append((day, others))
    found = {}
    for where, dates in by_place.items():
        on = {day for day, _ in dates}
        beside = [others for _, others in dates if others]
        repeats = len(dates) >= max(AT_LEAST, SHARE * len(files)) and 2 * len(on) <= len(dates)
        differ = 2 * len(beside) >= len(dates) and len({day for others in beside for day in others}) > len(on)
        if repeats and differ and all(day >= max(others, default=day) for day, others in dates):
            found[where] = (len(dates), len(files), min(on))
    return found


def _is_template(count: int, total: int, is_attached: bool, is_prose: bool, on: set[int], all_days: set[int]) -> bool:
    if not is_prose:
        return is_attached or count >= max(LOOSE_AT_LEAST, LOOSE_SHARE * total)
    if not on:
        return is_attached and count >= max(LOOSE_AT_LEAST, LOOSE_SHARE * total)
    if len(on) < max(PROSE_DAYS, count // 3) and not (count == total == len(on) and is_attached):
        return False
    known = [day for day in on if day < 10_000_000]
    return not known or len(all_days) < 2 or 2 * (max(known) - min(known)) >= max(all_days) - min(all_days)


def _distinct(samples: Iterable[Sample]) -> list[Sample]:
    """Return the samples without copies of one article, whose lines recur for no other reason."""
    seen: dict[tuple[int, ...], Sample] = {}
    for file in samples:
        seen.setdefault(file.longest, file)
    return list(seen.values())


def _are_versions(one: Sample, other: Sample) -> bool:
    """Tell whether two pages have so many lines with sentences in common that one is a later version of the other."""
    common = len(one.prose & other.prose)
    return common * 2 >= min(len(one.prose), len(other.prose)) or len({*one.longest} & {*other.longest}) > 1


def may_be_noise(line: str) -> bool:
    """Tell whether a line can be boilerplate: a part of a sentence cannot, nor what has one or two characters."""
    text = line.strip()
    return len(text) <= MAX_LINE and not text[0].islower() and text[0] not in ",.;)" and len(text) > 2


def source_of(lines: Sequence[str], path: str) -> str:
    """Return the name under which a page is learned from: the outlet that it states, else the folder it lies in."""
    for line in reversed(lines):
        if len(line) < 200 and "source" in line.casefold() and (named := from_source_line(line)):
            return named[0]
    return os.path.dirname(path)
