"""What the source of an HTML page states about its article: JSON-LD, OpenGraph, `<meta>`, `<time>`, `<link>`."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from searchkit.article import Evidence
from searchkit.ingest.facts import Facts
from searchkit.ingest.facts.sources import behind_title
from searchkit.ingest.formats.markup import Tag, tokens, unescaped

_SCRIPT = re.compile(r"<script\b([^<>]*+)>", re.IGNORECASE)
_END_OF_SCRIPT = re.compile(r"</script", re.IGNORECASE)
_ARTICLE_TYPE = re.compile(r".*(?:Article|BlogPosting|Report|NewsItem)")

MAX_NODES = 10_000
"""Objects of JSON-LD that are looked at."""

_META = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "date": ("article:published_time", "article:published", "og:published_time", "datepublished", "date", "pubdate",
             "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued",
             "dcterms.created", "dcterms.date", "article.published", "og:pubdate"),
    "modified": ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified"),
    "source": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "byline": ("author", "article:author", "dc.creator", "parsely-author", "byl"),
    "section": ("article:section", "parsely-section", "section"),
    "url": ("og:url",),
    "language": ("og:locale", "dc.language", "content-language"),
}  # fmt: skip
"""The names of `<meta>` for each value, the more certain ones first."""

_ORIGINS = {"og": "opengraph", "article": "opengraph"}


@dataclass
class Metadata:
    """The values of a page, each with all that states it: place and value, the first of them the most certain."""

    values: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def add(self, name: str, origin: str, value: Any) -> None:
        """Note a value, if it is a text."""
        text = " ".join(value.split()) if isinstance(value, str) else ""
        if text:
            self.values.setdefault(name, []).append((origin, text))

    def first(self, name: str) -> str:
        """Return the most certain value, or nothing."""
        return self.values.get(name, [("", "")])[0][1]

    def title(self, heading: str) -> tuple[str, tuple[Evidence, ...]]:
        """Return the title: the heading of the page, where another place states it too, or else what these state."""
        found = self.values.get("title", [])
        for origin, text in found:
            if heading and (text == heading or behind_title(text, heading)):
                rival = Evidence("title", text, origin, None, text == heading)
                return heading, (Evidence("title", heading, "h1"), rival)
        if found and found[0][0] != "title":
            return found[0][1], (Evidence("title", found[0][1], found[0][0]),)
        best = heading or (found[0][1] if found else "")
        return best, (Evidence("title", best, "h1" if heading else "title"),) if best else ()

    def claim(self, facts: Facts, title: str, url: str = "") -> None:
        """Hand over what is stated to be weighed; `title` is the article's, `url` an address that is known already."""
        for origin, text in self.values.get("date", []):
            facts.date(text, origin)
        for _, text in self.values.get("modified", []):
            facts.date(text, "modified")
        for origin, text in self.values.get("source", []):
            facts.source(text, origin)
        for origin, text in self.values.get("title", []):
            if origin == "title" and (name := behind_title(text, title)):
                facts.source(name, "page title")
        for origin, text in self.values.get("byline", []):
            facts.byline(text, origin)
        if address := url or self.first("url"):
            facts.url(address)


def read(source: str) -> Metadata:
    """Return what the page states."""
    found = Metadata()
    for node in _json_ld(source):
        _add_json_ld(found, node)
    metas: dict[str, str] = {}
    times: list[str] = []
    title: list[str] | None = None
    for token in tokens(source):
        if isinstance(token, str):
            if title is not None:
                title.append(token)
            continue
        if title is not None:
            metas.setdefault("title", "".join(title))
        title = [] if token.name == "title" and not token.closes else None
        _add_tag(found, token, metas, times)
    _add_metas(found, metas)
    for time in times[:1]:
        found.add("date", "time", time)
    return found


def _add_tag(found: Metadata, tag: Tag, metas: dict[str, str], times: list[str]) -> None:
    if tag.closes or tag.name not in ("meta", "link", "time", "html"):
        return
    has = tag.attributes()
    if tag.name == "meta":
        name = has.get("property") or has.get("name") or has.get("itemprop") or has.get("http-equiv") or ""
        metas.setdefault(name.lower(), has.get("content", ""))
    elif tag.name == "link" and "canonical" in has.get("rel", "").lower().split():
        found.add("url", "canonical link", has.get("href"))
    elif tag.name == "time" and has.get("datetime"):
        is_stated = "pubdate" in has or "datepublished" in has.get("itemprop", "").lower()
        times.insert(0, has["datetime"]) if is_stated else times.append(has["datetime"])
    elif tag.name == "html":
        found.add("language", "html", has.get("lang") or has.get("xml:lang"))


def _add_metas(found: Metadata, metas: dict[str, str]) -> None:
    for name, keys in _META.items():
        for key in keys:
            if key == "article:author" and "/" in metas.get(key, ""):
                continue  # the address of a profile
            found.add(name, _ORIGINS.get(key.partition(":")[0], "meta"), metas.get(key))
    found.add("title", "title", metas.get("title"))


# --- JSON-LD


def _json_ld(source: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of the page that are articles."""
    for match in _SCRIPT.finditer(source):
        if "ld+json" not in match[1]:
            continue
        end = _END_OF_SCRIPT.search(source, match.end())
        try:
            values = json.loads(source[match.end() : end.start() if end else len(source)], strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles(values)
        if end is None:
            return


def _articles(values: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [values], 0
    while waiting and seen < MAX_NODES:
        value = waiting.pop(0)
        seen += 1
        if isinstance(value, list):
            waiting[:0] = value[:MAX_NODES]
        elif isinstance(value, dict):
            types = value.get("@type")
            if any(_ARTICLE_TYPE.fullmatch(str(kind)) for kind in (types if isinstance(types, list) else [types])):
                yield value
            waiting += [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]


def _add_json_ld(found: Metadata, node: dict[str, Any]) -> None:
    found.add("title", "json-ld", _text(node.get("headline") or node.get("name")))
    found.add("date", "json-ld", node.get("datePublished"))
    found.add("modified", "json-ld", node.get("dateModified"))
    found.add("source", "json-ld", _name(node.get("publisher")))
    found.add("byline", "json-ld", _name(node.get("author")))
    found.add("section", "json-ld", _name(node.get("articleSection")))
    found.add("language", "json-ld", _name(node.get("inLanguage")))
    found.add("url", "json-ld", node.get("url") or node.get("mainEntityOfPage"))


def _text(value: Any) -> str:
    return unescaped(value) if isinstance(value, str) else ""


def _name(value: Any) -> str:
    """Return a name that is written as a text, as an object with a name, or as a list of these."""
    if isinstance(value, list):
        return ", ".join(
            dict.fromkeys(name for item in value[:20] if not isinstance(item, list) and (name := _name(item)))
        )
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)
