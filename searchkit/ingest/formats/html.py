"""HTML pages: the lines that a reader sees, the main text among them, and what the page states about its article.

The raw text of a page is what is seen of it, line by line, and not its source: the zones of a source of one line, as
many are, would say nothing, and whoever searches all of a page does not mean its markup. The file stays as it is; its
path and digest are those of the source.
"""

import logging
import re

from searchkit.article import Article
from searchkit.errors import UnreadableError
from searchkit.ingest.credits import credit_lines
from searchkit.ingest.encodings import Decoded, decode
from searchkit.ingest.facts import Facts
from searchkit.ingest.formats import html_metadata, markup
from searchkit.ingest.formats.html_metadata import Metadata
from searchkit.ingest.formats.markup import Line
from searchkit.ingest.languages import described
from searchkit.ingest.pages.zones import Label, body_text, runs
from searchkit.ingest.pieces import File, Pieces, whole

MAX_TAGS = 20_000
"""Tags of the largest page whose main text is looked for: beyond it the time that this takes is no longer linear."""

_ENDS = 40
"""Characters at both ends of a longer line by which it is known."""

MAX_ATTRIBUTES = 1000
"""Attributes of the largest tag of such a page."""

_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{4000,}+")
_DECLARED = re.compile(rb"""<meta[^<>]{1,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_IS_PAGE = re.compile(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>]|head[\s>])",
                      re.IGNORECASE | re.DOTALL)  # fmt: skip
_GAP = re.compile(r"\n{3,}")

_WORK = 1_000_000_000
"""Lines times characters of the main text up to which lines are looked for in it as parts."""

_PART = 25
"""Characters of the shortest line that is known by being part of the main text; a shorter one must be a line of it."""


def recognises(head: bytes) -> bool:
    """Tell whether a file begins like a page."""
    return _IS_PAGE.match(head) is not None


def pieces(file: File) -> Pieces:
    """Yield the one article of a page."""
    return whole(file, lambda content, digest: [_read(content, digest, file)])


def _read(content: bytes, digest: str, file: File) -> Article:
    facts = Facts()
    facts.path(file.id)
    return read(decoded(content), facts, id=file.id, path=file.path, sha256=digest)


def decoded(content: bytes, declared: str | None = None) -> Decoded:
    """Return the source of a page, in the encoding that its sender or its head declares."""
    named = _DECLARED.search(content, 0, 4096)
    return decode(content, declared or (named[1].decode() if named else None))


def read(source: Decoded, facts: Facts, *, id: str, path: str, sha256: str, url: str = "") -> Article:
    """Return the article of a page; `facts` has what is known beside it, `url` is where it came from, if that is known.

    Raises UnreadableError.
    """
    shown = markup.lines(source.text)
    stated = html_metadata.read(source.text)
    title, evidence = stated.title(_heading(shown, stated))
    labels = _labels(shown, title, stated.first("byline"), *_main_text(source.text))
    raw = markup.joined(shown)
    every = _with_blanks(shown, labels)
    zones = runs(every)
    lines = raw.split("\n")
    body = _GAP.sub("\n\n", body_text(lines, zones))
    if not title and not body:
        raise UnreadableError("the page has no text of its own")
    facts.language = stated.first("language").replace("_", "-") or None
    stated.claim(facts, title, url)
    facts.lines(every, lines)
    facts.note(*evidence, *source.evidence_of_source)
    article = Article(
        id=id, title=title, body=body, raw=raw, path=path, sha256=sha256, section=stated.first("section") or None,
        language=facts.language, url=url or stated.first("url") or None, zones=zones, **facts.fields(),
    )  # fmt: skip
    origin, _ = stated.values.get("language", [("", "")])[0]
    return described(article, origin)


def _heading(shown: list[Line], stated: Metadata) -> str:
    """Return the heading that the page states as its title, or else its first one."""
    headings = list(dict.fromkeys(line.text for line in shown if line.place == "heading"))
    named = [text for _, text in stated.values.get("title", [])]
    same = (heading for heading in headings if any(text.startswith(heading) for text in named))
    return max(same, key=len, default=headings[0] if headings else "")


# --- zones


def _with_blanks(shown: list[Line], labels: list[Label]) -> list[Label]:
    """Return the labels of the raw text, in which an empty line stands before each paragraph."""
    every: list[Label] = []
    for line, label in zip(shown, labels, strict=True):
        if line.begins and every:
            every.append(("blank", "empty line"))
        every.append(label)
    return every


def _labels(shown: list[Line], title: str, byline: str, main: str | None, reason: str) -> list[Label]:
    is_main = _inside(shown, main)
    labels = []
    for line, inside in zip(shown, is_main, strict=True):
        labels.append(_label(line, title, byline, inside, reason))
    _label_credits(shown, labels)
    return labels


def _label_credits(shown: list[Line], labels: list[Label]) -> None:
    """Label the credits between the title and the end of the article, whether or not they are in its main text."""
    titles = [n for n, (kind, _) in enumerate(labels) if kind == "headline" and shown[n].place != "title"]
    bodies = [n for n, (kind, _) in enumerate(labels) if kind == "body"]
    if not bodies:
        return
    first = max((n for n in titles if n < bodies[0]), default=bodies[0] - 1) + 1
    for place, label in credit_lines([line.text for line in shown[first : bodies[-1] + 1]]).items():
        if labels[first + place][0] in ("body", "navigation", "links"):
            labels[first + place] = label


def _label(line: Line, title: str, byline: str, is_main: bool | None, reason: str) -> Label:
    if line.text == title or (line.place == "title" and title and line.text.startswith(title)):
        return "headline", "the title"
    if line.place == "title":
        return "navigation", "the title of the page"
    if line.place == "caption":
        return "caption", "in a caption"
    if line.place == "time":
        return "dateline", "in a <time>"
    if byline and line.text.removeprefix("By ").removeprefix("by ") == byline:
        return "byline", "the author"
    if is_main:
        return "body", "in the main text"
    if line.linked > 0.8:
        return "links", "only a link"
    if line.place == "navigation":
        return "navigation", "in a part of the page for other things"
    return ("body", reason) if is_main is None else ("navigation", "outside the main text")


def _inside(shown: list[Line], main: str | None) -> list[bool | None]:
    """Tell of every line whether it stands in the main text; None of every one where none is known to."""
    if main is None:
        return [None] * len(shown)
    whole_lines = {_dense(line) for line in main.split("\n")}
    dense = "\n".join(filter(None, map(_dense, main.split("\n"))))
    shortest = _PART if len(shown) * len(dense) < _WORK else len(dense) + 1
    texts = [_dense(line.text) for line in shown]
    found = [text in whole_lines or (len(text) >= shortest and _is_part(text, dense)) for text in texts]
    if not any(found):
        return [None] * len(shown)
    return [
        inside or (not line.begins and 0 < n < len(found) - 1 and found[n - 1] and found[n + 1])
        for n, (line, inside) in enumerate(zip(shown, found, strict=True))
    ]


def _has_many_attributes(tag: str) -> bool:
    return markup.count_attributes(tag) > MAX_ATTRIBUTES


def _is_part(text: str, main: str) -> bool:
    """Tell whether a line is part of the main text, from its first words to its last; notes between may be left out."""
    return text[:_ENDS] in main and text[-_ENDS:] in main


def _dense(text: str) -> str:
    """Return the text without white space and the marks of lists and tables, which two readings of a page set apart."""
    return "".join(text.split()).replace("|", "").removeprefix("-")


def _main_text(source: str) -> tuple[str | None, str]:
    """Return the main text, a line a paragraph, or None and the reason why it is not known."""
    try:
        import trafilatura
    except ImportError as error:
        raise UnreadableError("reading HTML needs one more package: pip install 'searchkit[html]'") from error
    if source.count("<") > MAX_TAGS or any(map(_has_many_attributes, _LONG_TAG.findall(source))):
        return (
            None,
            f"more than {MAX_TAGS} tags, or {MAX_ATTRIBUTES} attributes in one: its main text is not looked for",
        )
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it tells of pages without a main text as of errors
    try:
        return trafilatura.extract(source, include_comments=False) or None, "no main text was found on the page"
    except Exception as error:  # whatever a page does to its parser, there is the page
        return None, f"looking for the main text failed: {error!r}"
