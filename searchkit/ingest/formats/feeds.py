"""Feeds: RSS 0.9 to 2.0 and Atom, each item parsed by itself, and JSON Feed. One article an item.

An item is a document of its own to the parser, without a DOCTYPE: it can declare no entity, so none can grow, and one
that is broken leaves the next as it is.
"""

import json
import re
from collections.abc import Iterable, Mapping
from html.entities import html5
from typing import Any, NamedTuple
from xml.parsers import expat

from searchkit.article import Article, Evidence
from searchkit.errors import UnreadableError
from searchkit.ingest.encodings import Decoded, decode
from searchkit.ingest.facts import Facts
from searchkit.ingest.files import Skipped
from searchkit.ingest.formats import markup
from searchkit.ingest.formats.elements import elements
from searchkit.ingest.languages import described
from searchkit.ingest.pieces import File, Piece, Pieces, Stretch, sha256

_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|RDF)(?=[\s>])[^>]*>")
_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.-]{1,40})["']""")
_TITLE = re.compile(r"<(?:\w+:)?title[^>]*>(.*?)</(?:\w+:)?title>", re.DOTALL)
_LANGUAGE = re.compile(r"<(?:\w+:)?language>\s*([a-zA-Z-]{2,12})\s*<")
_XML_LANG = re.compile(r"""xml:lang\s*=\s*["']([a-zA-Z-]{2,12})["']""")
_REFERENCE = re.compile(r"&([a-zA-Z][a-zA-Z0-9]{1,31});")
_XML_NAMES = frozenset(("amp", "lt", "gt", "quot", "apos"))
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

_PREFIXES = frozenset(("", "dc", "dcterms", "content", "atom", "atom10", "a10", "rss", "xhtml"))

_HEAD = 20_000
"""Characters in which a feed says what it is."""

_CONTENT = ("encoded", "content", "content_html", "content_text")
_SUMMARY = ("description", "summary")
_DATES = ("pubdate", "published", "date", "issued", "date_published")
_UPDATES = ("updated", "modified", "date_modified")
_USED = frozenset((*_CONTENT, *_SUMMARY, *_DATES, *_UPDATES, "title", "link", "url", "guid", "id", "source", "author",
                   "creator", "authors", "language"))  # fmt: skip

Item = Mapping[str, Any]


class Feed(NamedTuple):
    """What a feed states for all of its items."""

    title: str
    language: str
    encoding: tuple[Evidence, ...]


def recognises(head: bytes) -> bool:
    """Tell whether a file begins like a feed."""
    if head.startswith(b"{"):
        return b"jsonfeed.org/version" in head
    return _ROOT.search(head.decode("latin-1")) is not None


def pieces(file: File) -> Pieces:
    """Yield every item. Raises UnreadableError where the file is no feed."""
    content = file.read()
    declared = _ENCODING.match(content)
    source = decode(content, declared[1].decode() if declared else None)
    yield from _json(file, source) if source.text.lstrip()[:1] in ("{", "[") else _xml(file, source)


# --- XML


def _xml(file: File, source: Decoded) -> Pieces:
    text = source.text
    root = _ROOT.search(text, 0, _HEAD)
    if root is None:
        raise UnreadableError("the file is XML of a kind that is not supported; RSS and Atom are")
    head = text[root.start() : root.start() + _HEAD]
    head = head[: next((m.start() for m in re.finditer(r"<(?:\w+:)?(?:item|entry)[\s>]", head)), None)]
    feed = Feed(_feed_title(head), _language(head), source.evidence_of_source)
    for line, start, written in elements(text, "item", "entry"):
        stretch = Stretch(start, start + len(written), source.encoding)
        yield _piece(file, f"{file.path}:{line}", written, lambda written=written: _item(written), feed, stretch)


def _feed_title(head: str) -> str:
    match = _TITLE.search(head)
    return _line(markup.unescaped(_CDATA.sub(r"\1", match[1]))) if match else ""


def _language(head: str) -> str:
    match = _LANGUAGE.search(head) or _XML_LANG.search(head)
    return match[1] if match and match[1].lower() not in ("mul", "und") else ""


class _Reader:
    """What the parser tells of one item: its elements by their names without prefixes, in lower case."""

    def __init__(self) -> None:
        self.item: dict[str, Any] = {}
        self._path: list[str] = []
        self._texts: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = _local(name)
        if len(self._path) == 1:
            self._texts = []
            if name == "link" and "href" in attributes and attributes.get("rel", "alternate") == "alternate":
                self.item.setdefault("link", attributes["href"])
            if name == "category" and "term" in attributes:
                self._add("category", attributes["term"])
        elif len(self._path) > 1 and self._path[1] in _CONTENT + _SUMMARY:
            self._texts.append(f"<{name}>")  # Atom may have XHTML as it is
        self._path.append(name)

    def end(self, name: str) -> None:
        name = _local(name)
        self._path.pop()
        if len(self._path) == 1:
            self._add(name, "".join(self._texts).strip())
        elif len(self._path) == 2 and self._path[1] in ("author", "source") and name in ("name", "title"):
            self._add(self._path[1], "".join(self._texts).strip())
            self._texts = []
        elif len(self._path) > 2 or (len(self._path) > 1 and self._path[1] in _CONTENT + _SUMMARY):
            self._texts.append(f"</{name}>")

    def text(self, data: str) -> None:
        self._texts.append(data)

    def _add(self, name: str, value: str) -> None:
        if value and name == "category":
            self.item.setdefault(name, []).append(value)
        elif value and name not in self.item:
            self.item[name] = value


def _local(name: str) -> str:
    """Return the name of an element without the prefix, if it is one of those that say no more than the name."""
    prefix, _, local = name.lower().rpartition(":")
    return local if prefix in _PREFIXES else f"{prefix}:{local}"


def _item(written: str) -> Item:
    """Return the elements of an item. Raises UnreadableError where it is no XML."""
    reader = _Reader()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(_CONTROL.sub("", _REFERENCE.sub(_character, written)).encode("utf-8"), True)
    except expat.ExpatError as error:
        raise UnreadableError(f"the item is not XML: {expat.ErrorString(error.code)}") from error
    return reader.item


def _character(match: re.Match[str]) -> str:
    """Return what a name of HTML stands for; in XML it would be an error."""
    return match[0] if match[1] in _XML_NAMES else html5.get(f"{match[1]};", match[0])


# --- JSON


def _json(file: File, source: Decoded) -> Pieces:
    try:
        feed = json.loads(source.text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"the file is not JSON: {error}") from error
    if not isinstance(feed, dict) or "jsonfeed.org/version" not in str(feed.get("version")):
        raise UnreadableError("the file is JSON of a kind that is not supported; JSON Feed and JSON Lines are")
    items = feed.get("items")
    known = Feed(_line(str(feed.get("title") or "")), str(feed.get("language") or ""), source.evidence_of_source)
    for number, item in enumerate(items if isinstance(items, list) else (), 1):
        place = f"{file.path}#{number}"
        if isinstance(item, dict):
            written = json.dumps(item, sort_keys=True)
            yield _piece(file, place, written, lambda item=item: item, known)
        else:
            yield Skipped(place, f"the item must be a JSON object; got {type(item).__name__}")


# --- an item of either


def _piece(
    file: File, place: str, written: str, read: Any, feed: Feed, stretch: Stretch | None = None
) -> Piece:  # fmt: skip
    digest = sha256(written.encode("utf-8", "surrogatepass"))
    return Piece(digest, place, lambda: [_article(read(), file, digest.hex(), feed)], stretch=stretch)


def _article(item: Item, file: File, digest: str, feed: Feed) -> Article:
    url = _first(item, ("link", "url"))
    id = _first(item, ("guid", "id")) or url
    if not id:
        id = f"{file.id}#{digest[:16]}"
    content, summary = _text(item, _CONTENT), _text(item, _SUMMARY)
    body = content or summary
    extra = {name: value for name, value in item.items() if name not in _USED}
    own_language = _first(item, ("language",))
    article = Article(
        id=id, title=_line(_plain(_first(item, ("title",)))), body=body, path=file.path, sha256=digest,
        url=url or None, language=own_language or feed.language or None,
        extra=extra | ({"summary": summary} if content and summary and summary not in content else {}),
        **_facts(item, feed, body, url).fields(),
    )  # fmt: skip
    return described(article, f"language of the {'item' if own_language else 'feed'}")


def _facts(item: Item, feed: Feed, body: str, url: str) -> Facts:
    """Return what the item says of itself, and the feed for it."""
    facts = Facts(_first(item, ("language",)) or feed.language or None)
    facts.date(_first(item, _DATES), "feed")
    facts.date(_first(item, _UPDATES), "update")
    facts.source(_line(_first(item, ("source",))), "feed")
    facts.source(feed.title, "title of the feed")
    facts.byline(_byline(item), "feed")
    facts.url(url)
    facts.opening(body)
    facts.note(*feed.encoding)
    return facts


def _first(item: Item, names: Iterable[str]) -> str:
    values = (item.get(name) for name in names)
    return next((value.strip() for value in values if isinstance(value, str) and value.strip()), "")


def _text(item: Item, names: Iterable[str]) -> str:
    return _plain(_first(item, names))


def _plain(text: str) -> str:
    return markup.text(text) if markup.is_markup(text) else text


def _line(text: str) -> str:
    return " ".join(text.split())


def _byline(item: Item) -> str:
    authors = item.get("authors")
    if isinstance(authors, list):
        return ", ".join(str(author["name"]) for author in authors if isinstance(author, dict) and author.get("name"))
    return _line(_first(item, ("creator", "author")))
