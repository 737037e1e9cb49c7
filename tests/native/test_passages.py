"""The native passages are those of searchkit.highlight."""

import random
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit import analysis
from searchkit.fields import PARAGRAPH_START, SENTENCE_START
from searchkit.highlight import Pattern, Stems, best_passages, find_marks, merge_marks
from searchkit.query.spans import MOST, Plan

# What sentences, paragraphs and cuts turn on.
PARTS = ["Mr.", "U.S.", "a", "needle", "needle,", "Hay", "\n", "\n\n", " ", "  ", ". ", "! ", '?" ', "…", "。", "！」",
         "(J. ", "x.y.", "Sept. ", "é", "\x1c", "\u2028", "\u0085", "'", "“", "”", "ß", "İ.", "Ⓐ. ", "Ⅷ. ", "北",
         "北京。", "9. ", "ZZ. zz", "\r\n"]  # fmt: skip
SHORT = st.lists(st.sampled_from(PARTS), max_size=300).map(" ".join) | st.lists(st.sampled_from(PARTS)).map("".join)
# Long enough that the lead ends inside: in the words between, or at a line break behind them.
LONG = st.builds(lambda opening, count, rest: f"{opening}{' of' * count}{rest}", SHORT, st.integers(15, 110), SHORT)
TEXTS = SHORT | LONG


def assert_same(native: ModuleType, text: str, patterns: list[Pattern], limit: int, language: str = "") -> None:
    (found,) = native.best_passages([text], patterns, limit, language)
    expected = best_passages(text, patterns, limit, language)
    assert [(*passage[:3], tuple(passage[3])) for passage in found] == [
        (passage.text, passage.start, passage.end, passage.marks) for passage in expected
    ]
    (marks,) = native.merged_marks([text], patterns, language)
    assert tuple(marks) == merge_marks(find_marks(text, patterns, language))


def some_patterns(text: str, seed: int) -> list[Pattern]:
    """Return patterns that occur in the text: words, phrases, prefixes, words like others; some for its lead alone."""
    choose = random.Random(seed)
    terms, words = analysis.terms(text), analysis.words(text)
    found = []
    for _ in range(choose.randint(0, 4) if terms else 0):
        start = choose.randrange(len(terms))
        length = choose.choice([1, 1, 2, 3])
        found.append(Pattern.of_terms(terms[start : start + length], _some_stems(text, choose, length)))
        if choose.random() < 0.3:
            found.append(Pattern.of_prefix(choose.choice(words)[: choose.randint(1, 4)]))
        if words and choose.random() < 0.3:
            found.append(Pattern.of_fuzzy(_misspelt(choose.choice(words), choose), choose.randint(1, 2)))
        if choose.random() < 0.3:
            found.append(Pattern(spans=_some_spans(terms, words, choose, 2), least=choose.choice((1, 1, 2, 3))))
    in_lead = choose.choice([0.0, 0.5, 1.0])
    return [p.replaced(in_lead=choose.random() < in_lead) for p in found]


def _some_spans(terms: list[str], words: list[str], choose: random.Random, depth: int) -> Plan:
    """Return a plan of places of words of the text."""
    kind = choose.choice(("terms", "forms", "phrase", "any", "near", "near") if depth else ("terms", "forms", "phrase"))
    some = [choose.choice(terms) for _ in range(choose.randint(1, 3))]
    match kind:
        case "terms":
            stems = [("body_stems", f"de:{some[0]}")] if choose.random() < 0.3 else []
            return "terms", (*((("body", term)) for term in some), *stems)
        case "forms":
            return "forms", "body", "body_words", "body_places", tuple((choose.choice(words), "") for _ in some)
        case "phrase":
            start = choose.randrange(len(terms))
            run = tuple(terms[start : start + choose.randint(1, 3)])
            return "phrase", (("body", run), ("body", tuple(some))), choose.choice((1, 1, 2, 9))
        case "any":
            return "any", tuple(_some_spans(terms, words, choose, depth - 1) for _ in some)
    first, second = (_some_spans(terms, words, choose, depth - 1) for _ in range(2))
    starts = choose.choice((None, ("body_places", SENTENCE_START), ("body_places", PARAGRAPH_START)))
    most = MOST if starts else choose.choice((1, 2, 5, 40))
    return "near", first, second, most, starts, choose.random() < 0.3, choose.random() < 0.3


def _some_stems(text: str, choose: random.Random, length: int) -> Stems:
    """Return stems that occur in the text, were it German or Finnish; for some patterns none."""
    found = []
    for language in choose.sample(["de", "fi"], choose.randint(0, 2)):
        stems = analysis.stems(language, text)
        start = choose.randrange(len(stems))
        found.append((language, tuple(stems[start : start + length])))
    return tuple(found)


def _misspelt(word: str, choose: random.Random) -> str:
    """Return the word with up to two letters changed, left out or added."""
    for _ in range(choose.randint(0, 2)):
        place = choose.randrange(len(word) + 1)
        word = word[:place] + choose.choice(("", "a", "é", "北")) + word[place + choose.randint(0, 1) :]
    return word or "a"


@settings(max_examples=1000, deadline=None)
@given(TEXTS, st.integers(0, 2**32), st.integers(0, 4))
def test_random_text(native: ModuleType, text: str, seed: int, limit: int) -> None:
    assert_same(native, text, some_patterns(text, seed), limit, ("", "de", "fi", "en")[seed % 4])


def test_real_texts(native: ModuleType, corpus_texts: list[str]) -> None:
    for number, text in enumerate(corpus_texts):
        assert_same(
            native, text[:20_000], some_patterns(text[:20_000], number), 1 + number % 4, ("de", "fi")[number % 2]
        )


NEWS = (
    'Mr. Lavrov met Gen. J. P. Needle in the U.S. on Sept. 5. "Needles, needles!" he said... (No comment.) It ended\n'
    "here, on a line\nwrapped by hand\nnear a needle. U.S.'s needle’s eye: 1,000 needles? \u201cYes.\u201d\n\n"
    "北京。他说：「needle！」北京有needle。Été at the café.\u2028Needle\x1cneedle…\tNEEDLE needles"
)


@pytest.mark.parametrize(
    "patterns",
    [
        [Pattern.of_terms(["needl"])],
        [Pattern.of_terms(["needl", "needl"]), Pattern.of_terms(["needl", "needl", "he"])],
        [Pattern.of_terms(["sept", "5"]), Pattern.of_terms(["5", "needl"])],
        [Pattern.of_terms(["mr"]), Pattern.of_prefix("needles")],
        [Pattern.of_terms(["us", "on"]), Pattern.of_terms(["us", "needl"]), Pattern.of_prefix("u")],
        [Pattern.of_terms(["北", "京"]), Pattern.of_terms(["京", "有", "needl"])],
        [Pattern.of_terms(["caf"]), Pattern.of_terms(["ete"]), Pattern.of_prefix("caf"), Pattern.of_terms(["1000"])],
        [Pattern(("needl",), in_lead=True), Pattern.of_terms(["wrap"])],
        [Pattern(("mr",), in_lead=True), Pattern((), "needl", in_lead=True)],
    ],
    ids=lambda patterns: " ".join("_".join(pattern.terms) or f"{pattern.prefix}*" for pattern in patterns),
)
def test_marks_in_sentences_of_every_kind(native: ModuleType, patterns: list[Pattern]) -> None:
    for start in range(len(NEWS)):  # so that marks stand at the very start, and what ends the text changes
        assert_same(native, NEWS[start:], patterns, 3)
        assert_same(native, NEWS[:start], patterns, 3)


def test_a_pattern_of_nothing_is_refused(native: ModuleType) -> None:
    with pytest.raises(ValueError, match="neither terms nor a prefix nor a word"):
        native.best_passages(["text"], [Pattern()], 1)
