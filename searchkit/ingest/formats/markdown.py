"""Markdown, with or without front matter (`title`, `source`, `url`, `date`, `language`, `author`) in YAML or TOML.

Every line of the file is a line of the body, without the marks: what a reader of the page would see is searched and
quoted, and its line number is that of the file.
"""

import re
from itertools import groupby

from searchkit.article import Article, physical_lines
from searchkit.ingest.credits import credit_lines
from searchkit.ingest.encodings import Decoded, decode
from searchkit.ingest.facts import Facts
from searchkit.ingest.facts.sources import behind_title, host
from searchkit.ingest.formats import front_matter
from searchkit.ingest.formats.front_matter import Values
from searchkit.ingest.formats.markup import unescaped
from searchkit.ingest.languages import described
from searchkit.ingest.pages.entries import is_date
from searchkit.ingest.pages.words import PHRASES, phrase
from searchkit.ingest.pages.zones import Label, body_text, runs
from searchkit.ingest.pieces import File, Pieces, whole

_KNOWN = ("title", "source", "url", "date", "language", "lang", "author", "authors")

_TOP = 6
"""Lines after the front matter among which the day of the article stands."""

_SENTENCE = 12
"""Words of a sentence that no list of other articles has."""

HEADING_WITHIN = 15
"""Lines after the front matter in which a heading can be the title."""

_HEADING = re.compile(r" {0,3}#{1,6}(?=[ \t]|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=++|-++)[ \t]*+")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+|(?:[|:-][ \t]*+){3,}+)")  # also in a table
_DEFINITION = re.compile(r" {0,3}\[[^\[\]]++\]:\s*+\S.*")
_IMAGE_ALONE = re.compile(r"\s*+\[?!\[[^\[\]]*+\]\([^()]*+\)(?:\]\([^()]*+\))?\s*+")
_IMAGE_WITH_TEXT = re.compile(r"\s*+!\[[^\[\]]*+\]\([^()]*+\)(?=[^\s!\[])")
_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})")
_QUOTE = re.compile(r"\A(?: {0,3}> ?)+")
_BULLET = re.compile(r"\A([ \t]*)[*+][ \t]+")

_INLINE = (
    (re.compile(r"!\[([^\[\]]*+)\]\([^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)?\)"), r"\1"),  # ![a picture](address)
    (re.compile(r"(?<!\\)\[([^\[\]]*+)\]\([^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)?\)"), r"\1"),  # [text](address)
    (re.compile(r"(?<!\\)\[([^\[\]]*+)\]\[[^\[\]\n]*+\]"), r"\1"),  # [text][reference]
    (re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*+(?:\s[^<>]*+)?/?>"), ""),
    (re.compile(r"<([a-z]{2,8}:[^\s<>]++)>"), r"\1"),
    (re.compile(r"(?<![\\*])\*{1,3}(?=[^\s*])([^*\n]++)\*{1,3}"), r"\1"),
    (re.compile(r"(?<![\w\\])_{1,3}(?=[^\s_])([^\n]{1,300}?)(?<=[^\s_])_{1,3}(?!\w)"), r"\1"),
    (re.compile(r"~~([^~\n]++)~~"), r"\1"),
    (re.compile(r"(?<!`)(`{1,2})(?!`)([^`\n]++)\1(?!`)"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~$-])"), r"\1"),
)
"""Marks inside a line and what is left of them, in this order. None looks for its end beyond the next mark."""

_MARKS = re.compile(r"[\[\]<*_~`\\&]")


def recognises(head: bytes) -> bool:
    """Tell whether a file begins with front matter."""
    lines = physical_lines(head.decode("utf-8", "replace"))
    return bool(front_matter.read(lines)[1])


def pieces(file: File) -> Pieces:
    """Yield the one article of the file."""
    return whole(
        file, lambda content, digest: [_read(decode(content), id=file.id, path=file.path, sha256=digest)]
    )  # fmt: skip


def _read(source: Decoded, *, id: str, path: str, sha256: str) -> Article:
    """Return the article: what the front matter states, and the body without marks."""
    lines = physical_lines(source.text)
    values, head = front_matter.read(lines)
    shown, labels = _shown(lines, head)
    heading = _heading(labels, head)
    if heading is not None and not values.text("title") and any(kind == "body" for kind, _ in labels[head:heading]):
        heading = None  # that of a section
    title, headline = values.text("title"), shown[heading].strip() if heading is not None else ""
    site = behind_title(title, headline)
    title = headline if site else _without_site(title, values) or headline
    if heading is not None and headline == title:
        labels[heading] = ("headline", "the title")
    for place, label in credit_lines([line if labels[n][0] == "body" else "" for n, line in enumerate(shown)]).items():
        labels[place] = label
    _mark_surroundings(shown, labels, head)
    zones = runs(labels)
    facts = _facts(values)
    if site:
        facts.source(site, "page title", values.line("title"))
    facts.lines(labels, shown)
    facts.path(id)
    facts.note(*source.evidence)
    article = Article(
        id=id, title=title, body=_body(shown, labels), raw=source.text, path=path, sha256=sha256,
        language=facts.language, url=values.text("url") or None, zones=zones, extra=values.without(_KNOWN),
        **facts.fields(),
    )  # fmt: skip
    return described(article, "front matter", values.line("language") or values.line("lang"))


def _body(shown: list[str], labels: list[Label]) -> str:
    """Return the text, in which a line that is nothing but a mark leaves no empty line behind."""
    return body_text(shown, runs([("meta", "") if label == _MARK else label for label in labels]))


def _without_site(title: str, values: Values) -> str:
    """Return the title without the name of the site behind it, where the source or the address has that name too."""
    kept, _, site = title.rpartition(" | ")
    known = f"{values.text('source')}{host(values.text('url')) or ''}".casefold().replace(" ", "")
    return kept.strip() if kept.strip() and site.casefold().replace(" ", "") in known else title


def _facts(values: Values) -> Facts:
    """Return what the front matter states."""
    facts = Facts(values.text("language") or values.text("lang") or None)
    facts.date(values.text("date"), "front matter", values.line("date"))
    facts.source(values.text("source"), "front matter", values.line("source"))
    for name in ("author", "authors"):
        facts.byline(values.text(name), "front matter", values.line(name))
    facts.url(values.text("url"), values.line("url"))
    return facts


def _heading(labels: list[Label], head: int) -> int | None:
    """Return the first heading, if it stands in the first lines after the front matter."""
    return next((n for n in range(head, min(head + HEADING_WITHIN, len(labels))) if labels[n][1] == "heading"), None)


def _mark_surroundings(shown: list[str], labels: list[Label], head: int) -> None:
    """Label the day of the article below its title, and a list of other articles behind its last section."""
    for n in [n for n in range(head, len(shown)) if shown[n].strip()][:_TOP]:
        if labels[n][0] == "body" and is_date(shown[n]) == "date":
            labels[n] = "dateline", "a date alone"
    headings = [n for n, (_, reason) in enumerate(labels) if reason == "heading" and n >= head]
    if len(headings) > 1 and "links" in PHRASES.get(phrase(shown[headings[-1]]), ()):
        if any(line.rstrip().endswith(".") and len(line.split()) >= _SENTENCE for line in shown[headings[-1] :]):
            return
        for n in range(headings[-1], len(labels)):
            if shown[n].strip() or labels[n][0] != "blank":
                labels[n] = "links", "in a list of other articles"


def _shown(lines: list[str], head: int) -> tuple[list[str], list[Label]]:
    """Return every line as it is shown, and its label."""
    shown: list[str] = lines[:head]
    labels: list[Label] = [("meta", "front matter")] * head
    for is_code, group in groupby(_with_code(lines[head:]), key=lambda pair: pair[0]):
        block = [line for _, line in group]
        seen = ["" if _FENCE.match(line) else line for line in block] if is_code else _prose(block)
        shown += seen
        labels += map(_label, block, seen, [is_code] * len(block))
    return shown, labels


def _with_code(lines: list[str]) -> list[tuple[bool, str]]:
    """Return every line, and whether it is part of a block of code."""
    fence, found = "", []
    for line in lines:
        match = _FENCE.match(line)
        mark = match[0].strip()[:3] if match else ""
        found.append((bool(fence or mark), line))
        fence = (mark if not fence else "" if mark == fence else fence) if mark else fence
    return found


def _label(line: str, shown: str, is_code: bool) -> Label:
    if not line.strip():
        return "blank", "empty line"
    if not shown.strip():
        return _without_text(line)
    if is_code:
        return "body", "code"
    if _IMAGE_ALONE.fullmatch(line):
        return "caption", "a picture with its description"
    if _IMAGE_WITH_TEXT.match(line):
        return "caption", "a picture with its caption"
    return "body", "heading" if _HEADING.match(line) else "text"


_MARK: Label = ("body", "a mark of the text")


def _without_text(line: str) -> Label:
    """Return the label of a line of which nothing is shown: a picture, a rule or a fence of the text, a definition."""
    if "![" in line:
        return "caption", "a picture without a description"
    if _DEFINITION.fullmatch(line):
        return "meta", "a mark without text"
    return _MARK


def _prose(block: list[str]) -> list[str]:
    """Return lines without their marks; as many as there were."""
    text = "\n".join(map(_without_block_marks, block))
    if _MARKS.search(text):
        for pattern, kept in _INLINE:
            text = pattern.sub(kept, text)
        text = unescaped(text)
    lines = text.split("\n")
    # A reference such as &#10; may have become a line break.
    return lines if len(lines) == len(block) else [unescaped(line).replace("\n", " ") for line in block]


def _without_block_marks(line: str) -> str:
    if not line.strip() or _RULE.fullmatch(line) or _DEFINITION.fullmatch(line) or _UNDERLINE.fullmatch(line):
        return ""
    heading = _HEADING.match(line)
    return (
        line[heading.end() :].strip(" \t#") if heading else _BULLET.sub(r"\1- ", _QUOTE.sub("", line, count=1), count=1)
    )
