"""What is marked of places, and what a text says of the places of its words."""

import pytest

from searchkit.analysis import words
from searchkit.fields import PARAGRAPH_START, SENTENCE_START
from searchkit.highlight import find_marks, merge_marks, patterns
from searchkit.places import places
from searchkit.query.grammar import parse
from searchkit.query.likeness import meaning
from searchkit.query.tree import Node

TEXT = "Gaza talks: Hamas and Israel. The talks failed; Gaza waits.\n\nHamas talked. Talks on Gaza went on and on."


def _expand(field: str, node: Node) -> list[str]:
    return sorted(set(filter(meaning(node), words(TEXT))))


MARKED = [
    # of a pair the two words, and not what stands between
    ("gaza NEAR/2 hamas", ["Gaza", "Hamas", "Gaza", "Hamas"]),
    ("gaza ADJ/2 israel", []),
    ("hamas ADJ/2 gaza", []),
    # only the nearest
    ("hamas NEAR/5 (talks OR gaza)", ["talks", "Hamas", "talks", "Gaza", "Hamas", "talked"]),
    ("gaza NEAR/S failed", ["failed", "Gaza"]),
    ("israel NEAR/S failed", []),
    ("israel NEAR/P failed", ["Israel", "failed"]),
    ("waits NEAR/P hamas", ["Hamas", "waits"]),
    ("failed ADJ/P hamas", []),
    # of NOT NEAR what is alone
    ("hamas NOT NEAR/2 israel", ["Hamas"]),
    ("gaza NOT NEAR/1 talks", ["Gaza", "Gaza"]),
    # phrases whole, but where other words stand between
    ('"gaza talks" NEAR/3 israel', ["Gaza talks", "Israel"]),
    ('"hamas israel"~1', ["Hamas", "Israel"]),
    # one form among others of a term
    ("=talks NEAR/1 (gaza OR hamas)", ["Gaza", "talks", "Hamas"]),
    ("=talked NEAR/1 hamas", ["Hamas", "talked"]),
    ("t?lks NEAR/1 israel", []),
    ("atleast3(gaza)", ["Gaza", "Gaza", "Gaza"]),
    ("atleast4(gaza)", []),
    ("atleast2(gaza NEAR/1 talks)", []),
    ("*ed", ["failed", "talked"]),
    ("/(talk|wait)(s|ed)/", ["talks", "talks", "waits", "talked", "Talks"]),
    ("(israel NEAR/2 hamas)^2", ["Hamas", "Israel"]),
    ("NOT (gaza NEAR/2 hamas)", []),
]


@pytest.mark.parametrize(("query", "expected"), MARKED)
def test_marks_stand_on_the_words_of_the_places(query: str, expected: list[str]) -> None:
    wanted = patterns(parse(query).tree, "body", ("body",), (), _expand)
    assert [TEXT[start:end] for start, end in merge_marks(find_marks(TEXT, wanted))] == expected


def test_words_of_one_term_have_places_of_their_own() -> None:
    assert sorted(places("A talk. Talks talked; war, war")) == [
        (SENTENCE_START, 2), ("talk", 0), ("talked", 2), ("talks", 1)
    ]  # fmt: skip


def test_a_paragraph_starts_a_sentence() -> None:
    found = list(places("One line\n\n\nand two.  And\n\nthree"))
    assert found == [(SENTENCE_START, 2), (PARAGRAPH_START, 2), (SENTENCE_START, 4), (SENTENCE_START, 5),
                     (PARAGRAPH_START, 5)]  # fmt: skip
