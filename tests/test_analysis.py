import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchkit.analysis import MAX_TERM_LENGTH, Token, terms, tokens, word, words

CASES = [
    # English
    ("Lavrov's", ["lavrov"]),
    ("Lavrov’s envoys", ["lavrov", "envoy"]),
    ("O'Brien don't", ["o'brien", "don't"]),
    ("running ran runs", ["run", "ran", "run"]),
    ("The Who", ["the", "who"]),
    ("e-mail, and/or snake_case", ["e", "mail", "and", "or", "snake", "case"]),
    ("AT&T C++ .NET @user #tag", ["at", "t", "c", "net", "user", "tag"]),
    ("COVID-19 at the G7", ["covid", "19", "at", "the", "g7"]),
    # acronyms and numbers
    ("the U.S. and US", ["the", "us", "and", "us"]),
    ("U.S.'s U.N", ["us", "un"]),
    ("J.R.R. Tolkien, Ph.D.", ["jrr", "tolkien", "ph", "d"]),
    ("10,000 3,000,000.50 1,5 1,00", ["10000", "3000000.50", "1", "5", "1", "00"]),
    ("3.14 1.5m v1.2.3 No.10", ["3.14", "1.5m", "v1.2.3", "no", "10"]),
    ("$5 5% 1st", ["5", "5", "1st"]),
    # Latin with accents and letters of its own
    ("Zürich café naïve", ["zurich", "cafe", "naiv"]),
    ("Straße Łódź Đà Nẵng", ["strass", "lodz", "da", "nang"]),
    ("İstanbul ISTANBUL ıstanbul", ["istanbul", "istanbul", "istanbul"]),
    # compatibility forms
    ("ﬁnance Ｔｏｋｙｏ 𝐁old ² ⅷ", ["financ", "tokyo", "bold", "2", "viii"]),
    # Greek and Cyrillic: the breve of й is a letter's own, the dots of ё are not
    ("ΑΘΉΝΑ Αθήνας", ["αθηνα", "αθηνασ"]),
    ("Ёлка йод санкции", ["елка", "йод", "санкции"]),
    # Arabic, Persian, Hebrew: vowel points go, variants of one letter meet
    ("الْعَرَبِيَّة العربية", ["العربيه", "العربيه"]),
    ("کتاب كتاب", ["كتاب", "كتاب"]),
    ("۱۲۳ ١٢٣", ["123", "123"]),
    ("שָׁלוֹם שלום", ["שלום", "שלום"]),
    # Indian scripts: marks are vowels and stay
    ("हिन्दी বাংলা தமிழ்", ["हिन्दी", "বাংলা", "தமிழ்"]),
    # Ethiopic, Armenian, Georgian
    ("አማርኛ Հայ ქართული", ["አማርኛ", "հայ", "ქართული"]),
    # no spaces between words: every letter with its marks is a term
    ("東京タワー", ["東", "京", "タ", "ワ", "ー"]),
    ("서울에서", ["서", "울", "에", "서"]),
    ("กรุงเทพ", ["ก", "รุ", "ง", "เ", "ท", "พ"]),
    ("in 北京today", ["in", "北", "京", "today"]),
    # nothing to search for
    ("", []),
    ("— … 🙂 ـــ", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_terms_of_a_text(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("Lavrov’s", "lavrov's"),
        ("U.S.", "us"),
        ("Sanctions", "sanctions"),
        ("Zürich", "zurich"),
        ("10,000", "10000"),
        ("1.5", "1.5"),
        ("Straße", "strasse"),
    ],
)
def test_a_word_is_the_token_in_one_case_without_accents_and_not_stemmed(token: str, expected: str) -> None:
    assert word(token) == expected


@pytest.mark.parametrize(
    "text", ["Zürich café", "Ёлка йод й", "Ελλάδα ΐ", "サポート が プ", "서울 각하", "Đà Nẵng ṩ", "آب أمر", "ऩ ক ো"]
)
def test_composed_and_decomposed_texts_have_the_same_terms(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert composed != decomposed
    assert terms(composed) == terms(decomposed)


def test_a_token_stands_for_the_text_between_its_offsets() -> None:
    text = "The U.S. met Lavrov's 10,000 envoys in 北京"
    assert [(text[start:end], term) for term, start, end in tokens(text)] == [
        ("The", "the"),
        ("U.S.", "us"),
        ("met", "met"),
        ("Lavrov's", "lavrov"),
        ("10,000", "10000"),
        ("envoys", "envoy"),
        ("in", "in"),
        ("北", "北"),
        ("京", "京"),
    ]


def test_what_has_no_term_takes_no_position() -> None:
    assert list(tokens("a ـ b")) == [Token("a", 0, 1), Token("b", 4, 5)]


def test_very_long_words_are_cut_and_still_found_by_the_whole_word() -> None:
    assert terms("x" * 1000) == terms("x" * 2000) == ["x" * MAX_TERM_LENGTH]


# Letters of many scripts with what joins and parts them, thicker on the ground than in text of any characters.
news = st.text("aZéß北京がประเทศ각कि٣یшйё\u0301\u0306’'.,-0129 \n") | st.text()


@given(news)
def test_terms_are_the_terms_of_the_tokens(text: str) -> None:
    assert terms(text) == [token.term for token in tokens(text)]


@given(news)
def test_there_is_a_word_for_every_term(text: str) -> None:
    assert words(text) == [word(text[start:end]) for _, start, end in tokens(text)]


@given(news)
def test_tokens_lie_in_order_within_the_text_and_do_not_overlap(text: str) -> None:
    bounds = [bound for _, start, end in tokens(text) for bound in (start, end)]
    assert bounds == sorted(bounds)
    assert all(0 <= start < end <= len(text) for _, start, end in tokens(text))


@given(news, news)
def test_a_line_break_ends_a_token(first: str, second: str) -> None:
    assert terms(f"{first}\n{second}") == terms(first) + terms(second)


@given(st.text("aZéßşйёшΆς각がप", min_size=1))
def test_words_of_letters_have_the_same_terms_however_they_are_composed(text: str) -> None:
    assert terms(unicodedata.normalize("NFC", text)) == terms(unicodedata.normalize("NFD", text))


@given(st.text(alphabet="aZsS09 \t\n.,'_-&\x1c", max_size=12))
def test_texts_of_ascii_alone_are_cut_as_any_text_is(text: str) -> None:
    assert terms(text) == [token.term for token in tokens(text)]
    assert [*terms(text), "北"] == terms(f"{text} 北")
