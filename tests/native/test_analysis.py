"""The native analyzer gives the terms and offsets of searchkit.analysis, on any text."""

import unicodedata
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit import analysis

# What the parts of the token pattern and of the folding turn on.
TELLING = [
    *"'’ʼ＇.,09aAsS北한한ـßıİςΣйЙﬁ½²０ａกั",
    "\u0306",
    "\u0301",
    "U.S.",
    "’s ",
    "'S",
    "10,000",
    "1.5",
    " ",
    "a.b.",
    "ﾀﾞ",
    "Häuser",
    "İSTANBUL",
    "l’été",
    "—",
]

# Code points that this Python's Unicode version knows: what another makes of the rest is another matter.
KNOWN = st.characters(exclude_categories=("Cs", "Cn"))
SCRIPTS = st.one_of(
    *(
        st.characters(min_codepoint=low, max_codepoint=high, exclude_categories=("Cs", "Cn"))
        for low, high in [(0x20, 0x7F), (0xA0, 0x24F), (0x370, 0x52F), (0x590, 0x74F), (0x900, 0xDFF), (0xE00, 0x11FF),
                          (0x1E00, 0x1FFF), (0x3000, 0x30FF), (0x4E00, 0x4F00), (0xAC00, 0xAD00), (0xFB00, 0xFFFD),
                          (0x10000, 0x11FFF), (0x1D400, 0x1D7FF), (0x1E000, 0x1EEFF)]
    )
)  # fmt: skip
TEXTS = st.lists(st.one_of(SCRIPTS, SCRIPTS, KNOWN, st.sampled_from(TELLING)), max_size=80).map("".join)


def assert_same(native: ModuleType, text: str) -> None:
    assert native.tokens(text) == [tuple(token) for token in analysis.tokens(text)]
    assert native.terms(text) == analysis.terms(text)
    assert native.words(text) == analysis.words(text)
    for language in analysis.STEMMERS:
        assert native.stems(language, text) == analysis.stems(language, text)


@settings(max_examples=2000, deadline=None)
@given(TEXTS)
def test_random_text_in_many_scripts(native: ModuleType, text: str) -> None:
    assert_same(native, text)


def test_real_texts(native: ModuleType, corpus_texts: list[str]) -> None:
    for text in corpus_texts:
        assert_same(native, text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "a", "x" * 300, "ـ", "a" * 63 + "'s", "𝙕'0 z'amis z'l'amis l'amis", " " * 62 + "U.S. Army", "\x00"],
)
def test_edges(native: ModuleType, text: str) -> None:
    assert_same(native, text)


def test_every_character_between_letters(native: ModuleType) -> None:
    known = (chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) not in ("Cs", "Cn"))
    text = " ".join(f"a{char}b.{char}" for char in known)
    assert_same(native, text)


def test_a_language_without_a_stemmer_has_no_stems(native: ModuleType) -> None:
    assert native.stems("en", "talks") == native.stems("xx", "talks") == analysis.stems("xx", "talks") == []


def test_half_a_surrogate_pair_is_refused(native: ModuleType) -> None:
    with pytest.raises(UnicodeEncodeError):
        native.terms("\ud800")
