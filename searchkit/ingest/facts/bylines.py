"""Lines of a page that say who wrote it and which agencies supplied text, once they are known to be such lines."""

import re
from collections.abc import Iterator

from searchkit.ingest.facts.sources import AGENCIES, byline
from searchkit.ingest.pages import patterns
from searchkit.ingest.pages.entries import is_name
from searchkit.ingest.pages.words import PHRASES, phrase

_LABELLED = re.compile(
    r"\s*(?:author|autor(?:in|a|es)?|auteur|autore|muhabir|haber|penulis|bài|posted|written|story|report|analysis|text|"
    r"автор|автори|作者|记者|記者|撰文|文|글)\s?(?:[:：/／]|(?<=[一-龥])\s|by\s)\s*(?P<names>[^\W\d_][^:：|]{1,80}?)\s*",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\(?(?:reporting|writing|written) by (?P<names>[^;()]{3,100}?)(?:[;.)]| in [A-Z]|$)", re.IGNORECASE
)
_ROLE = re.compile(
    r"\b(?:reporters?|writers?|editors?|editorial|correspondents?|columnist|journalist|redacteur|report|staff|contacts?|"
    r"director|officer|chief|office|desk|media|press|team|service|news|hosted|produced|edited|inc|ltd|llc|plc|gmbh|department|"
    r"university|agency|authority|ministry|institute|additional|contributed|spokes\w+|about|photos?|posted|"
    r"by|with|from|analysis|interview|source|credits?|researcher|producer|enquiries)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 7
_BETWEEN = re.compile(
    r"[/,;()（）|+&—–]|\s-\s|\b(?:and|with|avec|mit|con|com|from|by|et|und|y|e|from|the)\b", re.IGNORECASE
)
_SHORT = 2
"""Letters of names such as AP and PA, which mean other things too."""


def authors(line: str) -> str | None:
    """Return the names of a line that is known to say who wrote the text, also without a word that says so.

    >>> authors("Tamsin Orchard"), authors("文/唐可"), authors("(Reporting by Awa Kessié; Editing by Tom Roe)")
    ('Tamsin Orchard', '唐可', 'Awa Kessié')
    >>> authors("Business reporters"), authors("Denise Farrow, (555) 013-0177")
    (None, None)
    """
    if names := byline(line):
        return names
    match = _LABELLED.fullmatch(line[:200]) or _REPORTED.match(line[:200])
    names = match["names"] if match else line.strip()
    if match is None and not _is_bare_name(names):
        return None
    return names if not _ROLE.search(names) and is_name(names) and not any(_agencies(names)) else None


def _is_bare_name(text: str) -> bool:
    """Tell whether a line can be names alone: in a script with capitals, and no words of menus."""
    has_case = text.lower() != text.upper()
    is_menu = phrase(text) in PHRASES
    return has_case and not is_menu and 1 < len(text.split()) <= _MOST_WORDS and bool(patterns.NAME.fullmatch(text))


def agencies(line: str) -> list[str]:
    """Return the agencies that a line names which says who wrote the text.

    >>> agencies("fam/dpa"), agencies("By REUTERS and JAFFA COURIER STAFF"), agencies("Springfield, PA")
    (['dpa'], ['REUTERS'], [])
    """
    return list(dict.fromkeys(_agencies(line)))


def _agencies(line: str) -> Iterator[str]:
    text = line[:200].strip()
    is_list = "/" in text or text.startswith(("(", "（")) or len(text) <= _SHORT
    for part in _BETWEEN.split(text):
        name = re.sub(r"\s(?:contributed|writers?|staff)\b.*$", "", part.strip(" .*"))
        if name.casefold() in AGENCIES and (len(name) > _SHORT or is_list):
            yield name
