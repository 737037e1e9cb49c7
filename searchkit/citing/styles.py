"""Citations as text: Markdown for people, CSL-JSON, RIS and BibTeX for reference managers.

Only CSL-JSON can be verified: it carries the whole citation in `custom`. The others name the file, its SHA-256 and the
bytes in a note.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from unicodedata import category, normalize
from urllib.parse import quote as percent_encoded

from searchkit.article import UNKNOWN
from searchkit.citing.citation import Citation
from searchkit.errors import QueryError

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$", "&": r"\&", "#": r"\#",
    "%": r"\%", "_": r"\_", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip
"""What LaTeX takes for its own; a brace must not stand alone even behind a backslash, for BibTeX counts it."""

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")
_NUMBERED = re.compile(r"^(\s*\d+)([.)])")
_KEY_PART = re.compile("[a-z0-9]+")
_IN_URL = "!#$%&'()*+,/:;=?@[]~"
_KEY_WORDS = 3


def written(citations: Iterable[Citation], style: str) -> str:
    """Return the citations in a style, one of STYLES. Raises QueryError for another one."""
    if style not in STYLES:
        raise QueryError(f"the style of a citation must be one of {', '.join(STYLES)}; got {style!r}")
    return STYLES[style](list(citations))


def _one_line(text: str) -> str:
    """Return a text on one line, without what would steer a terminal or end a field."""
    return " ".join("".join(" " if category(char) in ("Cc", "Cs", "Zl", "Zp") else char for char in text).split())


def _outlet(citation: Citation) -> str:
    return "" if citation.source == UNKNOWN else _one_line(citation.source)


def _title(citation: Citation) -> str:
    return _one_line(citation.title) or _one_line(citation.id)


def proof_note(citation: Citation) -> str:
    """Return where the quotation stands, and what is proven, in one line."""
    origin = citation.file
    if origin is None:
        return f"No proof: {citation.problem}"
    place = origin.path if origin.member is None else f"{origin.path} > {origin.member}"
    parts = [_one_line(place.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"))]
    if origin.sha256:
        parts.append(f"SHA-256 {origin.sha256}")
    if citation.proof == "none":
        parts.append(f"no proof: {citation.problem}")
    elif ranges := [segment.bytes for segment in citation.segments if segment.bytes]:
        of = " of the unpacked content" if origin.unpacked else ""
        parts.append(f"bytes {', '.join(f'{start}-{end}' for start, end in ranges)}{of} ({citation.proof})")
    else:
        parts.append(f"record {_one_line(origin.place or '')} ({citation.proof})")
    return "; ".join(parts)


def _quoted(citation: Citation) -> str:
    return f"“{_one_line(citation.quote.text)}”" if citation.quote else ""


# --- Markdown


def _markdown(citations: list[Citation]) -> str:
    return "\n".join(_markdown_entry(citation) for citation in citations)


def _markdown_entry(citation: Citation) -> str:
    lines = [f"> {_marked_down(line)}" if line.strip() else ">" for line in _lines(citation)]
    facts = [_marked_down(_one_line(text)) for text in (_outlet(citation), str(citation.date or "undated")) if text]
    title = f"*{_marked_down(_title(citation))}*"
    if citation.url:
        title = f"[{title}](<{_url(citation.url)}>)"
    by = f"{_marked_down(_one_line(citation.byline))}: " if citation.byline else ""
    note = proof_note(citation).replace("`", "'")
    return "\n".join([*lines, "", f"{by}{title}. {', '.join(facts)}.", f"`{note}`", ""])


def _lines(citation: Citation) -> list[str]:
    return [_one_line(line) for line in citation.quote.text.split("\n")] if citation.quote else []


def _marked_down(text: str) -> str:
    """Return a text as Markdown that shows it as it is."""
    escaped = _MARKDOWN.sub(r"\\\1", text)
    escaped = _NUMBERED.sub(r"\1\\\2", escaped)
    return f"\\{escaped}" if escaped.startswith(("-", "+", "=")) else escaped


# --- reference managers


def _keys(citations: Iterable[Citation]) -> Iterator[str]:
    """Yield a key for each citation: words of the source or the title, the year, and a number where it would repeat."""
    used: dict[str, int] = {}
    for citation in citations:
        plain = normalize("NFKD", _outlet(citation) or _title(citation)).encode("ascii", "ignore").decode().lower()
        words = _KEY_PART.findall(plain)[:_KEY_WORDS] or ["article"]
        key = "-".join([*words, str(citation.date.year) if citation.date else "undated"])
        used[key] = used.get(key, 0) + 1
        yield key if used[key] == 1 else f"{key}-{used[key]}"


def _csl(citations: list[Citation]) -> str:
    items = [_csl_item(citation, key) for citation, key in zip(citations, _keys(citations), strict=True)]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _csl_item(citation: Citation, key: str) -> dict[str, Any]:
    day = citation.date
    item = {
        "id": key, "type": "article-newspaper", "title": _title(citation), "container-title": _outlet(citation),
        "author": [{"literal": _one_line(citation.byline)}] if citation.byline else None,
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "section": citation.section, "URL": citation.url, "language": citation.language,
        "archive_location": citation.file.path if citation.file else None,
        "annote": _quoted(citation), "note": proof_note(citation), "custom": {"searchkit": citation.to_dict()},
    }  # fmt: skip
    return {name: value for name, value in item.items() if value}


def _ris(citations: list[Citation]) -> str:
    return "\n".join(_ris_entry(citation, key) for citation, key in zip(citations, _keys(citations), strict=True))


def _ris_entry(citation: Citation, key: str) -> str:
    day = citation.date
    rows = [
        ("TY", "NEWS"), ("ID", key), ("TI", _title(citation)), ("AU", citation.byline), ("T2", _outlet(citation)),
        ("PY", f"{day.year:04}" if day else ""), ("DA", f"{day:%Y/%m/%d}" if day else ""), ("SE", citation.section),
        ("UR", _url(citation.url or "")), ("LA", citation.language), ("N1", _quoted(citation)),
        ("N1", proof_note(citation)),
    ]  # fmt: skip
    lines = [f"{tag}  - {_one_line(value)}" for tag, value in rows if value]
    return "\n".join([*lines, "ER  - ", ""])


def _bibtex(citations: list[Citation]) -> str:
    return "\n".join(_bibtex_entry(citation, key) for citation, key in zip(citations, _keys(citations), strict=True))


def _bibtex_entry(citation: Citation, key: str) -> str:
    day = citation.date
    fields = {
        "title": f"{{{_latex(_title(citation))}}}",
        "author": f"{{{_latex(citation.byline)}}}" if citation.byline else "",
        "journal": _latex(_outlet(citation)), "year": f"{day.year:04}" if day else "",
        "month": f"{day.month:02}" if day else "", "day": f"{day.day:02}" if day else "",
        "date": f"{day}" if day else "", "url": _url(citation.url or ""), "langid": _latex(citation.language or ""),
        "annote": _latex(_quoted(citation)), "note": _latex(proof_note(citation)),
    }  # fmt: skip
    rows = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "\n".join([f"@article{{{key},", ",\n".join(rows), "}", ""])


def _latex(text: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in _one_line(text))


def _url(address: str) -> str:
    """Return an address with what would end a field, or a link, percent-encoded."""
    return percent_encoded(_one_line(address), safe=_IN_URL)


STYLES: dict[str, Callable[[list[Citation]], str]] = {
    "markdown": _markdown, "csl-json": _csl, "ris": _ris, "bibtex": _bibtex,
}  # fmt: skip
