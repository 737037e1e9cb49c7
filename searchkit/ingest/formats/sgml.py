"""The SGML of the Reuters-21578 collection: one wire story of 1987 a `<REUTERS>` element."""

import re
from functools import partial

from searchkit.article import Article, Evidence
from searchkit.errors import UnreadableError
from searchkit.ingest.encodings import Decoded, decode
from searchkit.ingest.facts import Facts
from searchkit.ingest.formats.elements import Element, elements
from searchkit.ingest.formats.markup import unescaped
from searchkit.ingest.languages import described
from searchkit.ingest.pieces import File, Piece, Pieces, Stretch, sha256

_NUMBER = re.compile(r'NEWID="(\d{1,9})"')
_ITEM = re.compile(r"<D>([^<]*)</D>")
_LISTS = ("TOPICS", "PLACES", "PEOPLE", "ORGS", "EXCHANGES", "COMPANIES")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_END_MARK = re.compile(r"\s*\breuter\s*\Z", re.IGNORECASE)
_DAY = re.compile(r"\s*(\d{1,2})-([A-Z]{3})-(\d{4})\b.*", re.DOTALL)


def recognises(head: bytes) -> bool:
    """Tell whether a file begins like one of the collection."""
    return head.startswith((b"<!DOCTYPE lewis", b"<REUTERS "))


def pieces(file: File) -> Pieces:
    """Yield every story. Raises UnreadableError where there is none."""
    # The collection is in the encoding of its time, which its files do not name.
    source = decode(file.read(), "latin-1")
    if "<REUTERS" not in source.text:
        raise UnreadableError("the file is SGML of a kind that is not supported; that of Reuters-21578 is")
    for element in elements(source.text, "REUTERS"):
        yield _piece(file, element, source)


def _piece(file: File, element: Element, source: Decoded) -> Piece:
    line, start, story = element
    digest = sha256(story.encode())
    stretch = Stretch(start, start + len(story), source.encoding)
    make = partial(_articles, story, file, line, digest.hex(), source.evidence_of_source)
    return Piece(digest, f"{file.path}:{line}", make, stretch=stretch)


def _articles(story: str, file: File, line: int, digest: str, encoding: tuple[Evidence, ...]) -> list[Article]:
    return [_article(story, file, line, digest, encoding)]


def _article(story: str, file: File, line: int, digest: str, encoding: tuple[Evidence, ...]) -> Article:
    title = _line(_inside(story, "TITLE"))
    number = _NUMBER.search(story)
    dateline = _plain(_inside(story, "DATELINE"))
    body = _END_MARK.sub("", _plain(_inside(story, "BODY") or _without_title(_inside(story, "TEXT"))))
    if not title and not body:
        raise UnreadableError("the story has no text")
    facts = Facts("en")
    facts.date(_DAY.sub(r"\1 \2 \3", _inside(story, "DATE")), "field")
    facts.source("Reuters", "collection")
    facts.agency("Reuters", "collection")
    facts.byline(_line(_inside(story, "AUTHOR")), "field")
    facts.place(_line(dateline).rstrip(" -"), "field")
    facts.note(*encoding)
    extra = {name.lower(): items for name in _LISTS if (items := _ITEM.findall(_inside(story, name)))}
    article = Article(
        id=f"{file.id}#{number[1] if number else line}", title=title, body=body,
        path=file.path, sha256=digest, language="en", extra=extra, **facts.fields(),
    )  # fmt: skip
    return described(article, "collection")


def _inside(story: str, name: str) -> str:
    """Return what stands in the first element of the name; it may have attributes."""
    start = story.find(f"<{name}")
    end = story.find(f"</{name}>", start)
    return story[story.find(">", start, end) + 1 : end] if 0 <= start < end else ""


def _without_title(text: str) -> str:
    """Return the text of a story that has no body of its own: some are one line, which is title and all."""
    end = text.find("</TITLE>")
    return text[end + len("</TITLE>") :] if end >= 0 else text


def _plain(text: str) -> str:
    return _CONTROL.sub("", unescaped(text)).strip()


def _line(text: str) -> str:
    return " ".join(_plain(text).split())
