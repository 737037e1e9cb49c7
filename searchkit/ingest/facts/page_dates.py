"""The dates that a page states, by where they stand and what is said of them.

A day between the title and the text is the article's. A day far above the title, among menus, is more often that on
which the page was saved; one behind "Updated" is that of a change, one of an archive of the web that of its visit.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from searchkit.ingest.facts import dates
from searchkit.ingest.facts.dates import DateClaim
from searchkit.ingest.pages.entries import is_date
from searchkit.ingest.pages.words import PHRASES, phrase

UPDATED = re.compile(
    r"\b(?:updated?|modified|edited|revised|as of|aktualisiert|zuletzt|geändert|mis à jour|mise à jour|modifié|actualizado|"
    r"actualizada|atualizado|atualizada|modificado|aggiornato|aggiornata|aggiornamento|modificato|bijgewerkt|aangepast|"
    r"güncellen\w+|güncelleme|обновлен\w*|изменен\w*|оновлен\w*|aktualizacja|zaktualizowano|aktualizov\w+|uppdaterad\w*|opdateret|"
    r"oppdatert|päivitetty|diperbarui|cập nhật|frissítve|actualizat)\b|更新|수정|تحديث|آخر تحديث|به.?روزرسانی|עודכן|अपडेट",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:first published|published|posted|publication date|date published|released|issued|veröffentlicht|erschienen|"
    r"erstellt|publié|publiée|paru|publicado|publicada|publicação|pubblicato|pubblicata|gepubliceerd|geplaatst|yayınlan\w+|"
    r"yayın tarihi|giriş|опубликован\w*|опубліковано|дата публикации|opublikowano|publikacja|publikováno|publicerad\w*|"
    r"udgivet|publisert|julkaistu|diterbitkan|đăng|megjelent|publicat)\b|发布|發布|公開|掲載|입력|등록|نُشر|نشر|تاريخ النشر|منتشر|"
    r"انتشار|פורסם|प्रकाशित",
    re.IGNORECASE,
)
_OF_THE_SITE = re.compile(
    r"\b(?:today's paper|today’s paper|today's edition|today is|e-?paper|print edition|heutige ausgabe|heute ist|"
    r"aujourd'hui est|hoy es|hoje é|oggi è|сегодня)\b|今日は|今天是|اليوم هو|\d\s?°|°\s?[CF]\b",
    re.IGNORECASE,
)
_VISITED = re.compile(
    r"\b(?:retrieved|accessed|printed (?:on|from)|captured|archived|crawled|saved on|abgerufen|consulté le|consultado)\b|"
    r"web\.archive\.org/web/|archive\.(?:today|ph|is)/",
    re.IGNORECASE,
)
_CAPTURE = re.compile(r"web\.archive\.org/web/(\d{4})(\d\d)(\d\d)")

_LOOKED_AT = 300
_NEAR = 3
"""Lines of menus or text between a day and the title below it, for the day to be that of the article."""

_HEAD = 8
"""Lines with text between the title and a day below it, for the day to be that of the article."""

_FAR = 50
"""The same with the empty lines: farther away nothing is looked at."""

_WORDS = 7
"""Spaces in the first line of a text."""

_MOST = 500
"""Lines at the top and at the end of a page that are looked at."""

_GAP = re.compile(r"\s{3,}|\t")
_DIGIT = re.compile(r"[\d年]")
_PARTS = re.compile(r"\s{3,}|\t|\s[•|·]\s")
_OF_THE_ARTICLE = ("published", "dateline", "byline", "head", "foot")
_OTHERS = frozenset(("body", "caption", "recommendation", "links", "blank"))
"""Zones whose dates are of something else."""


class Page(NamedTuple):
    """What is known of a page before its dates are read."""

    lines: Sequence[str]
    kinds: Sequence[str]
    title: Sequence[int]  # the places of its lines in `lines`
    printed: date | None = None  # in the header of the file
    language: str | None = None
    is_of_the_site: Callable[[int], bool] = lambda place: False  # is known to be


def claims(page: Page) -> list[DateClaim]:
    """Return the dates of the lines of a page, in the order of the lines."""
    text = _text(page)
    found = list(_stated(page, text))
    if sum(claim.origin == "foot" for claim in found) > 1:
        found = [claim for claim in found if claim.origin != "foot"]  # a list of other articles
    title = min(page.title, default=0)
    if any(claim.origin in _OF_THE_ARTICLE and title < (claim.line or 0) <= text for claim in found):
        return [_demoted(claim) if (claim.line or 0) <= title else claim for claim in found]
    if any(claim.origin in _OF_THE_ARTICLE for claim in found):
        return found
    known = {(claim.line or 0) - 1 for claim in found}
    above = _alone(page, range(text), "head", known)
    return [*found, *(above or _alone(page, range(text, len(page.lines)), "foot", known))]


def _demoted(claim: DateClaim) -> DateClaim:
    """Return the claim of a line above the title, where the article has a date below it."""
    return DateClaim(claim.days, claim.text, "top", claim.line) if claim.origin == "dateline" else claim


def _text(page: Page) -> int:
    """Return the place where the text of a page begins: its first line of some words that no date stands soon below."""
    body = [place for place, kind in enumerate(page.kinds) if kind == "body"]
    filled = [place for place, line in enumerate(page.lines[:_MOST]) if line.strip()]
    last = -1  # of the places with a date that were come by
    seen = 0
    for n, place in enumerate(filled):
        if page.kinds[place] != "body" or page.lines[place].count(" ") < _WORDS:
            continue
        for near in filled[max(seen, n) : n + _HEAD + 1]:
            if page.kinds[near] != "links" and _alone_in(page.lines[near]):
                last = near
        seen = n + _HEAD + 1
        if last < place:
            return place
    return next(iter(body), len(page.lines))


def _alone_in(line: str) -> str | None:
    """Return the part of a line that is a date, where nothing but names stands with it."""
    if not _DIGIT.search(line, 0, _LOOKED_AT):
        return None
    parts = (part.strip() for part in _PARTS.split(line[:_LOOKED_AT]))
    return next((part for part in parts if is_date(part)), None)


def _stated(page: Page, text: int) -> Iterator[DateClaim]:
    visited = _visited(page.lines[:text])
    last_visit = max(
        (n for n in range(min(text, _MOST)) if visited and dates.days(page.lines[n][: dates.LONGEST]) == (visited,)),
        default=-1,
    )
    for place in _outer(page):
        kind, line = page.kinds[place], page.lines[place]
        is_other = kind in _OTHERS and not (kind == "links" and place > text and _PUBLISHED.match(line.strip()))
        if is_other or (page.printed and place == 0):
            continue
        end = 0
        line = line[:_LOOKED_AT]
        for count, stated in enumerate(dates.days_in(line, page.language)):
            origin = _origin(page, place, text, line[end : stated.start], count)
            if place <= last_visit and not _PUBLISHED.search(line):
                origin = "fetched"
            end = stated.end
            if origin == "published" and page.printed and not (stated.days and stated.days[0] < page.printed):
                origin = "dateline"  # a file is not kept before it is published
            if origin:
                yield DateClaim(stated.days, line[stated.start : stated.end], origin, place + 1)


def _alone(page: Page, places: range, origin: str, known: Collection[int]) -> list[DateClaim]:
    """Return the date that stands alone in a line, whatever the line was taken for, if there is but one."""
    found = []
    visited = _visited(page.lines)
    for place in _outer(page):
        if place not in places or place in known:
            continue
        line = page.lines[place]
        part = _alone_in(line) if page.kinds[place] != "caption" else None
        if origin == "foot" and (page.kinds[place] == "links" or is_date(line.strip()) != "date"):
            continue
        stated = next(dates.days_in(part, page.language), None) if part else None
        is_other = (
            page.is_of_the_site(place) or _OF_THE_SITE.search(line) or UPDATED.search(line) or _is_in_list(page, place)
        )
        if part and stated and not is_other and stated.days != (visited,):
            found.append(DateClaim(stated.days, part[stated.start : stated.end], origin, place + 1))
    return found if len({claim.days for claim in found}) == 1 else []


def _is_in_list(page: Page, place: int) -> bool:
    """Tell whether the heading of a list of other articles stands above a line."""
    return "links" in PHRASES.get(phrase(_above(page, place)), ())


def _above(page: Page, place: int) -> str:
    return next((line.strip() for line in reversed(page.lines[max(0, place - 3) : place]) if line.strip()), "")


def _is_in_head(page: Page, place: int) -> bool:
    """Tell whether a line stands below the title, with a few lines in between, and no heading of a list."""
    title = max((n for n in page.title if n <= place), default=None)
    if title is None or place - title > _FAR:
        return False
    between = [line.strip() for line in page.lines[title + 1 : place] if line.strip()]
    return len(between) <= _HEAD and not any("links" in PHRASES.get(phrase(line), ()) for line in between)


def _outer(page: Page) -> Iterator[int]:
    count = len(page.lines)
    return chain(range(min(count, _MOST)), range(max(_MOST, count - _MOST), count))


def _visited(lines: Sequence[str]) -> date | None:
    """Return the day on which an archive of the web visited the page, from its own address at the top."""
    match = next(filter(None, map(_CAPTURE.search, lines[:6])), None)
    found = dates.days(f"{match[1]}-{match[2]}-{match[3]}") if match else ()
    return found[0] if found else None


def _origin(page: Page, place: int, text: int, before: str, count: int) -> str | None:
    """Return where a date stands, as the tables of `dates` call it; None for one that is of something else."""
    kind, line = page.kinds[place], page.lines[place]
    if _VISITED.search(line[:_LOOKED_AT]):
        return "fetched"
    if _OF_THE_SITE.search(before) or page.is_of_the_site(place):
        return "site date"
    if UPDATED.search(before):
        return "update"
    is_published = _PUBLISHED.search(before) is not None
    if not is_published and count:
        return "update"  # of two dates in one line the second is the later one
    label = _label_above(page, place) if not is_published and not before.strip(" \t|•·") else ""
    if UPDATED.search(label):
        return "update"
    is_published = is_published or _PUBLISHED.search(label) is not None
    if place > text:
        return (
            kind
            if kind in ("dateline", "byline")
            else "foot"
            if is_published and not _is_in_list(page, place)
            else None
        )
    if kind == "byline" and not is_published:
        return "byline"
    is_below = place >= min(page.title, default=0)
    if is_published:
        return "published" if is_below or _is_near(page, place) else "dateline"
    if kind == "dateline":
        return "dateline" if is_below or _is_near(page, place) else "top"
    if _is_in_list(page, place):
        return None
    if not _alone_in(line):
        return "head" if is_below and not before.strip() else None
    return "dateline" if _is_in_head(page, place) or _is_near(page, place) else "top"


def _label_above(page: Page, place: int) -> str:
    """Return the line above where it is a word for the date below it: `Published`."""
    above = _above(page, place)
    return above if "dateline" in PHRASES.get(phrase(above), ()) else ""


def _is_near(page: Page, place: int) -> bool:
    """Tell whether a line stands above the title with next to nothing in between."""
    first = min((n for n in page.title if n > place), default=None)
    if first is None or first - place > _FAR:
        return False
    between = [n for n in range(place + 1, first) if page.lines[n].strip()]
    others = [n for n in between if page.kinds[n] in ("navigation", "links", "body")]
    return len(others) < _NEAR and not any(_is_menu(page.lines[n].strip()) for n in between)


def _is_menu(line: str) -> bool:
    return len(_GAP.split(line)) > 2 or "navigation" in PHRASES.get(phrase(line), ())
