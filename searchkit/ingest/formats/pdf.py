"""PDF: the text of its pages, read as any text is."""

import re
from dataclasses import replace
from typing import Any

from searchkit.article import Article
from searchkit.errors import UnreadableError
from searchkit.ingest.facts import Facts
from searchkit.ingest.files import Skipped
from searchkit.ingest.formats import texts
from searchkit.ingest.pieces import File, Found, Pieces, whole

_MADE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_BROKEN_WORD = re.compile("[\ufffe\u00ad\x02]\r?\n?")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def recognises(head: bytes) -> bool:
    """Tell whether a file begins like a PDF."""
    return head.startswith(b"%PDF-")


def pieces(file: File) -> Pieces:
    """Yield the one article of a document."""
    return whole(file, lambda content, digest: _read(content, digest, file))


def _read(content: bytes, digest: str, file: File) -> Found:
    try:
        import pypdfium2
    except ImportError as error:
        raise UnreadableError("reading PDF needs one more package: pip install 'searchkit[pdf]'") from error
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(f"the document cannot be opened: {error}") from error
    try:
        pages: list[str] = []
        for number in range(len(document)):
            try:
                pages.append(_page(document, number))
            except pypdfium2.PdfiumError as error:
                yield Skipped(f"{file.path}#page={number + 1}", f"the page cannot be read: {error}")
        yield _article(pages, document.get_metadata_dict(), digest, file)
    finally:
        document.close()


def _page(document: Any, number: int) -> str:
    page = document[number]
    try:
        text = page.get_textpage()
        try:
            written: str = text.get_text_bounded()
        finally:
            text.close()
    finally:
        page.close()
    return _CONTROL.sub("", _BROKEN_WORD.sub("", written).replace("\r\n", "\n").replace("\r", "\n")).strip("\n")


def _article(pages: list[str], states: dict[str, str], digest: str, file: File) -> Article:
    text = "\n\n".join(filter(None, pages))
    if not text.strip():
        raise UnreadableError("the document has no text; its pages may be pictures")
    facts = Facts()
    if made := _MADE.match(states.get("CreationDate", "")):
        facts.date("-".join(made.groups()), "creation of the document")
    found = texts.read(text, facts, id=file.id, path=file.path, sha256=digest)
    return found if found.title else replace(found, title=" ".join(states.get("Title", "").split()))
