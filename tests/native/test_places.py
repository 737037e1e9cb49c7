"""The places that the core writes are those of searchkit.places, and its automata match what ours match."""

import tempfile
from pathlib import Path
from types import ModuleType

from hypothesis import given, settings
from hypothesis import strategies as st

from searchkit.analysis import words
from searchkit.article import Article
from searchkit.places import places
from searchkit.query.automaton import Automaton, RegexError
from searchkit.query.plan import expansion
from searchkit.query.tree import Regex, Wildcard
from tests.native.test_built_segments import segment_of
from tests.native.test_passages import TEXTS

FORMS = st.lists(st.sampled_from(("talk", "Talks", "talked.", "wars", "war", "U.S.", "us\n", "so. So"))).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(st.lists(TEXTS | FORMS, min_size=1, max_size=4))
def test_the_places_of_every_text(native: ModuleType, texts: list[str]) -> None:
    articles = [Article(id=f"{number}", body=text) for number, text in enumerate(texts)]
    with tempfile.TemporaryDirectory() as folder:
        segment = segment_of(native, Path(folder), articles)
        field = segment.field("body_places")
        found: list[list[tuple[str, int]]] = [[] for _ in texts]
        for term in field.terms(0, field.term_count) if field else ():
            for document, positions in zip(term.docs(0), term.block_positions(0), strict=True):
                found[document] += [(term.key.decode(), position) for position in positions]
    assert [sorted(one) for one in found] == [sorted(places(text)) for text in texts]


EXPRESSIONS = st.text("ab1é.|*+?()[]^-{},2\\dw'", max_size=12)
WORDS = st.text("ab1é'", min_size=1, max_size=6)


@settings(max_examples=300, deadline=None)
@given(st.lists(EXPRESSIONS, min_size=20, max_size=20), st.lists(WORDS, min_size=1, max_size=30))
def test_automata_match_the_same_words(native: ModuleType, patterns: list[str], some: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        segment = segment_of(native, Path(folder), [Article(id="a", body=" ".join(some))])
        searcher = native.Searcher([(segment, b"")])
        held = sorted(set(words(" ".join(some))))
        for pattern in patterns:
            try:
                automaton = Automaton.of(pattern)
            except RegexError:
                continue
            found = [word.decode() for word in searcher.expand(expansion(Regex(pattern), "body_words"))]
            assert found == sorted(filter(automaton.matches, held))
        for pattern in (f"{held[0][0]}*" if held else "*", "?*b", "*a?"):
            found = [word.decode() for word in searcher.expand(expansion(Wildcard(pattern), "body_words"))]
            assert found == sorted(filter(Automaton.of_wildcard(pattern).matches, held))
