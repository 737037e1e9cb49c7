"""What reading makes of one file, for the tests of what formats give."""

from pathlib import Path

from searchkit.article import Article
from searchkit.ingest import reading
from searchkit.ingest.files import Candidate, Skipped


def read_all(folder: Path, name: str, content: str | bytes) -> list[Article | Skipped]:
    """Return what becomes of a file with that content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(reading.articles(Candidate(str(path), str(folder), path.stat().st_size)))


def read_articles(folder: Path, name: str, content: str | bytes) -> list[Article]:
    """Return the articles of a file, all of which can be read."""
    found = read_all(folder, name, content)
    assert [item for item in found if isinstance(item, Skipped)] == []
    return [item for item in found if isinstance(item, Article)]


def read_one(folder: Path, name: str, content: str | bytes) -> Article:
    """Return the one article of a file."""
    (article,) = read_articles(folder, name, content)
    return article


def zoned(article: Article) -> list[tuple[str, str]]:
    """Return every line that is not blank, with its zone."""
    lines = article.to_dict()["lines"]
    return [(label["zone"], text) for label, text in zip(lines, article.lines(), strict=True) if text.strip()]


def web_page(head: str = "", body: str = "") -> str:
    """Return a page with two paragraphs of text, which is enough for its main text to be found."""
    text = "This is a paragraph of the article, which has some words in it, so that it is one. " * 3
    return f"<html><head>{head}</head><body>{body}<article><p>{text}</p><p>{text}</p></article></body></html>"


def pdf(*lines: str) -> bytes:
    """Return a document of one page with these lines."""
    text = "".join(f"BT /F1 12 Tf 50 {700 - 40 * n} Td ({line}) Tj ET\n" for n, line in enumerate(lines))
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]/Contents 4 0 R /Resources << /Font << /F1 5 0 R>>>>>>",
        f"<< /Length {len(text)} >>\nstream\n{text}endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Title (From the head) /CreationDate (D:20251113120000Z) >>",
    )
    body = "%PDF-1.4\n" + "".join(f"{n} 0 obj\n{written}\nendobj\n" for n, written in enumerate(objects, 1))
    return (body + "trailer << /Root 1 0 R /Info 6 0 R /Size 7 >>\n%%EOF\n").encode()
