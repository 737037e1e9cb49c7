"""The native core finds the language that searchkit.ingest.languages finds."""

import json
import unicodedata
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import searchkit
from searchkit import Article
from searchkit.ingest import reading
from searchkit.ingest.files import Candidate
from searchkit.ingest.language_words import WORDS
from searchkit.ingest.languages import described
from tests.test_languages import TEXTS

PARTS = [
    *(word for words in WORDS.values() for word in words.split()[::4]),
    "Das", "THE", "ΤΗΣ", "И", "İçin", "中国政府", "経済が", "정부는", "รัฐบาล", "\u0301",
    "\x1c", "\u2028", "\u3000", "x" * 99,
]  # fmt: skip
texts = st.lists(st.sampled_from(PARTS), max_size=60).map(" ".join)
told = st.sampled_from(["", "", "", "en", "de-AT", "German", "日本語", "klingon", " fr ", "NB", "a1", "ß", "\x1cde"])


def assert_same(native: ModuleType, told: str, title: str, body: str) -> None:
    article = described(Article(id="a", title=title, body=body, language=told or None))
    evidence = [e for e in article.evidence if e.chosen]
    expected = None
    if article.language:
        is_detected = evidence[0].origin == "detected"
        expected = (article.language, round(evidence[0].confidence * 100) if is_detected else None)
    assert native.language(told, title, body) == expected


@settings(max_examples=1000, deadline=None)
@given(told, texts, texts)
def test_random_words(native: ModuleType, told: str, title: str, body: str) -> None:
    assert_same(native, told, title, body)


@pytest.mark.parametrize("language", TEXTS)
def test_every_beginning_of_a_text(native: ModuleType, language: str) -> None:
    for text in (TEXTS[language], unicodedata.normalize("NFD", TEXTS[language])):
        for end in range(len(text)):
            assert_same(native, "", text[:20], text[20:end])


def test_real_texts(native: ModuleType, corpus_texts: list[str]) -> None:
    for text in corpus_texts:
        assert_same(native, "", text[:80], text[80:])


def test_rows_become_the_same_articles_by_either_road(native: ModuleType, tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [{"id": language, "text": text, "title": "T"} for language, text in TEXTS.items()]
    rows += [{"id": f"told {n}", "lang": lang, "text": TEXTS["it"]} for n, lang in enumerate(("de-AT", "?", " ", "nb"))]
    rows += [{"id": "short", "text": "Gas", "date": "2025-11-13", "source": "AP", "url": "u", "lang": "x", "n": 1}]
    file = tmp_path / "rows.jsonl"
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    candidate = Candidate(str(file), str(file), file.stat().st_size)
    with searchkit.open(tmp_path / "bulk", create=True) as bulk, searchkit.open(tmp_path / "one", create=True) as one:
        assert bulk.index(file).added == len(rows)
        by_python = [article for article in reading.articles(candidate) if isinstance(article, Article)]
        one.add(by_python)
        for article in by_python:
            assert bulk.show(article.id) == one.show(article.id) == article
        assert bulk.search("Häuser", facets=["language"]).facets == one.search("Häuser", facets=["language"]).facets
        for query in ("Maßnahme", "misura", '"neue Maßnahme"'):
            found = [(hit.id, hit.score, hit.passages) for hit in bulk.search(query)]
            assert found
            assert found == [(hit.id, hit.score, hit.passages) for hit in one.search(query)]
