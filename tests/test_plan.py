"""What a query asks of an index depends on the languages that the index has."""

from pathlib import Path

import pytest

import searchkit
from searchkit import Article
from searchkit.engines.folder import has_native
from searchkit.query.grammar import parse
from searchkit.query.plan import to_plan

ZONES = ("title", "body")


def test_without_stems_a_word_is_its_terms() -> None:
    terms = [("term", "title", b"talk", 2.0), ("term", "body", b"talk", 1.0)]
    assert to_plan(parse("Talks").tree, ZONES) == ("or", terms, 1.0)


def test_with_stems_a_word_is_also_its_stem_in_each_language() -> None:
    assert to_plan(parse("body:Häuser").tree, ZONES, ["de", "fr"]) == (
        "or",
        [
            ("term", "body", b"hauser", 1.0),
            ("term", "body_stems", b"de:haus", 0.5),
            ("term", "body_stems", b"fr:haus", 0.5),
        ],
        1.0,
    )


def test_a_phrase_is_also_a_phrase_of_stems() -> None:
    assert to_plan(parse('title:"neue Häuser"').tree, ZONES, ["de"]) == (
        "or",
        [
            ("phrase", "title", [b"neue", b"hauser"], 1, 2.0),
            ("phrase", "title_stems", [b"de:neu", b"de:haus"], 1, 1.0),
        ],
        1.0,
    )


@pytest.mark.skipif(not has_native(), reason="searchkit._native is not built")
def test_an_index_has_stems_only_of_languages_that_have_a_stemmer(tmp_path: Path) -> None:
    from searchkit import _native

    def fields(**languages: str) -> set[str]:
        folder = tmp_path / "-".join(languages.values())
        with searchkit.open(folder, create=True) as archive:
            archive.add(Article(id=id, body="Die Häuser", language=code) for id, code in languages.items())
        (file,) = folder.glob("*.skt")
        return {field.name for field in _native.Segment.open(file).fields() if field.name.endswith("_stems")}

    assert fields(a="en", b="zh") == set()
    assert fields(a="en", b="de") == {"body_stems", "lead_stems"}
