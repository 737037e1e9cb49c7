"""An index of searchkit is an index of Whoosh: plain Whoosh opens it and answers from it."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from whoosh import index as whoosh_index
from whoosh import query as wq
from whoosh.index import FileIndex

from searchkit import Archive


@pytest.fixture
def plain(filled: Archive) -> Iterator[FileIndex]:
    """The index as someone opens it who knows nothing of searchkit."""
    filled.close()
    index = whoosh_index.open_dir(filled.location)
    yield index
    index.close()


def _ids(index: FileIndex, query: wq.Query) -> list[str]:
    with index.searcher() as searcher:
        ids = searcher.reader().column_reader("id")
        return sorted(ids[hit.docnum] for hit in searcher.search(query))


def test_plain_whoosh_finds_terms(plain: FileIndex) -> None:
    assert _ids(plain, wq.Term("title", "lavrov")) == ["a1"]
    assert _ids(plain, wq.Term("body", "contact")) == ["a1"]
    assert _ids(plain, wq.Term("body_words", "contacts")) == ["a1"]


def test_plain_whoosh_finds_phrases_dates_and_exact_values(plain: FileIndex) -> None:
    assert _ids(plain, wq.Phrase("body", ["new", "sanction"])) == ["a2"]
    assert _ids(plain, wq.Phrase("lead", ["new", "sanction"])) == ["a2"]
    assert _ids(plain, wq.Term("source", "trt world")) == ["a2", "a3"]
    day = datetime.date(2025, 11, 13).toordinal()
    assert _ids(plain, wq.NumericRange("date", day, day)) == ["a2"]


def test_plain_whoosh_reads_what_is_stored(plain: FileIndex) -> None:
    with plain.searcher() as searcher:
        stored = searcher.document(id="a3")
    assert stored is not None
    assert '"title":"Storm in Alaska"' in str(stored["record"])


def test_the_schema_keeps_its_fields(plain: FileIndex) -> None:
    texts = [
        name
        for text in ("body", "captions", "lead", "links", "page", "title")
        for name in (text, f"{text}_stems", f"{text}_words")
    ]
    texts += [f"{text}_places" for text in ("body", "captions", "links", "page", "title")]
    exact = ["agency", "byline", "date-quality", "language", "photo", "place", "section", "source"]
    others = ["copy_key", "date", "id", "path", "record", "sha256"]
    assert sorted(plain.schema.names()) == sorted([*texts, *exact, *others])


def test_an_article_written_by_plain_whoosh_is_found(filled: Archive, tmp_path: Path) -> None:
    index = whoosh_index.open_dir(filled.location)
    writer = index.writer()
    record = '{"id":"w1","title":"By hand","source":"Whoosh"}'
    writer.add_document(id="w1", title="By hand", title_words="By hand", source="Whoosh", record=record)
    writer.commit()
    assert [hit.title for hit in filled.search("hand", source="whoosh")] == ["By hand"]
    index.close()
