"""Words that set articles apart: planted ones are found, with the counts of searches, and no others."""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchkit import Archive, Article, QueryError, SignificantTerm, SignificantTerms
from searchkit.article import Zone
from searchkit.counting import significant as module
from searchkit.counting.significant import log_likelihood
from searchkit.fields import DEFAULT_ZONES
from searchkit.query.tree import And, Form, Node, Not, Word
from tests.oracle import Oracle
from tests.test_oracle import IDS, _apply, _new, _remaining, codecs, slow

COMMON = "the ministers met on monday and said that prices rose in the city"
LINKS = (Zone("links", 3, 3, "zeppelins zeppelins everywhere"),)


@pytest.fixture(params=["whoosh", "native"])
def planted(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    """Yield an archive of 60 articles: on gas with `pipelines`, of 2025 with `tariffs`, links with `zeppelins`."""
    from searchkit.engines.folder import has_native

    if request.param == "native" and not has_native():
        pytest.skip("searchkit._native is not built")
    with Archive(_new(request.param, tmp_path), "index") as archive:
        archive.add([_article(number) for number in range(60)])
        yield archive


def _article(number: int) -> Article:
    words = [COMMON, f"report{number}"]
    if number % 6 == 0:
        words += ["gas", "pipeline" if number % 12 else "pipelines"]
    if number >= 40:
        words.append("tariffs")
    body = " ".join(words)
    is_gas = number % 6 == 0
    return Article(
        id=f"a{number}", title="gas airship" if is_gas else "", body=body, language="en",
        date=date(2025 if number >= 40 else 2024, 1, 1 + number % 28), source="Wire" if number % 2 else "Post",
        raw=f"gas airship\n{body}\nzeppelins zeppelins everywhere", zones=LINKS if is_gas else (),
    )  # fmt: skip


def terms(found: SignificantTerms) -> list[str]:
    return [each.term for each in found]


def test_planted_words_come_first_with_all_their_forms(planted: Archive) -> None:
    found = planted.terms("gas")
    assert (found.total, found.background, found.sample) == (10, 50, 10)
    assert found.terms[0][1:3] == (10, 0)
    assert terms(found)[0] in ("pipeline", "pipelines")
    assert found.terms[0].score == round(log_likelihood(10, 10, 0, 50), 4)
    assert terms(planted.terms("date:2025")) == ["tariffs"]


def test_a_count_is_that_of_a_search(planted: Archive) -> None:
    for each in planted.terms("gas", limit=50):
        assert each.foreground == planted.search(f"(gas) body:{each.term}").total
        assert each.background == planted.search(f"-(gas) body:{each.term}").total


def test_titles_links_and_the_words_of_the_query_are_not_in_it(planted: Archive) -> None:
    assert not {"airship", "zeppelins", "gas"} & set(terms(planted.terms("gas", limit=50)))
    assert "zeppelins" in planted.show("a0").zone_text("links")


def test_the_words_of_a_place_that_is_asked_for_are_not_in_it(planted: Archive) -> None:
    assert terms(planted.terms("gas NEAR/5 (pipeline OR nothing)")) == terms(planted.terms("gas AND pipeline"))
    assert "gas" not in terms(planted.terms("atleast1(gas)"))


def test_what_all_articles_share_sets_none_apart(planted: Archive) -> None:
    assert not set(COMMON.split()) & set(terms(planted.terms("gas", limit=50)))


def test_articles_are_compared_with_those_of_another_query(planted: Archive) -> None:
    found = planted.terms("gas", vs="date:2025")
    assert (found.versus, found.total, found.background) == ("date:2025-01-01..2025-12-31", 10, 17)
    assert terms(found)[0].startswith("pipeline")
    assert terms(planted.terms("date:2025", vs="gas"))[0] == "tariffs"
    assert planted.terms("gas", vs="gas").background == 0
    assert planted.terms("gas", vs="quokka").terms == ()


def test_filters_hold_for_both_sides(planted: Archive) -> None:
    found = planted.terms("gas", since="2025", source="Post")
    assert (found.total, found.background) == (3, 7)
    assert "tariffs" not in terms(found)
    assert planted.terms("gas", source="Posts").notes == ("no article has the source 'Posts'; did you mean 'Post'?",)


def test_of_many_articles_the_best_are_read_and_all_are_counted(
    planted: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SAMPLE", 4)
    found = planted.terms("gas")
    assert (found.sample, found.total) == (4, 10)
    assert found.terms[0][1:3] == (10, 0)


def test_of_what_has_no_best_articles_all_times_are_read(planted: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    days = [date(2030 + n // 20, 1, 1 + n % 20) if n < 100 else None for n in range(110)]
    planted.add(
        [
            Article(id=f"b{n}", body="comets" if n < 25 else "stars", date=day, section="Sky")
            for n, day in enumerate(days)
        ]
    )
    monkeypatch.setattr(module, "SAMPLE", 44)
    found = planted.terms("section:sky")
    assert (found.total, found.sample) == (110, 36)  # two of each of 17 stretches of 6 days, and of the undated
    assert [each[:3] for each in found] == [("stars", 85, 0), ("comets", 25, 0)]
    sampled = planted.terms("section:sky", vs="-section:sky")
    assert [each[:3] for each in sampled] == [("stars", 85, 0), ("comets", 25, 0)]


def test_nothing_is_set_apart_from_nothing(planted: Archive) -> None:
    assert planted.terms("*").terms == ()
    assert planted.terms("quokka").terms == ()
    assert planted.terms("gas", limit=0).terms == ()


def test_a_query_that_cannot_be_read_is_an_error(planted: Archive) -> None:
    with pytest.raises(QueryError):
        planted.terms("gas", vs="(")


def test_as_json_it_says_what_was_compared(planted: Archive) -> None:
    shown = planted.terms("date:2025").to_dict()
    assert list(shown) == [
        "format_version", "query", "interpreted_as", "versus", "total", "background", "sample", "took_ms",
        "terms", "notes",
    ]  # fmt: skip
    assert shown["terms"] == [
        {"term": "tariffs", "foreground": 20, "background": 0, "score": round(log_likelihood(20, 20, 0, 40), 4)}
    ]


WORDS = ("talks", "talk", "gas", "storm", "sanctions", "Häuser", "oil")
texts = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
articles = st.builds(Article, id=st.sampled_from(IDS), title=texts, body=texts,
                     language=st.sampled_from((None, "en", "de")))  # fmt: skip
histories = st.lists(
    st.lists(articles, min_size=1, max_size=8) | st.lists(st.sampled_from(IDS), min_size=1, max_size=3).map(tuple),
    min_size=1,
    max_size=5,
)


@codecs
@slow
@given(histories, st.sampled_from(("gas", "title:gas", "gas OR storm", "-talks", "*")))
def test_every_word_has_the_counts_and_the_score_that_counting_gives(
    codec: str, history: list[list[Article] | tuple[str, ...]], query: str
) -> None:
    from searchkit.query.grammar import parse

    oracle, tree = Oracle(_remaining(history)), parse(query).tree
    with tempfile.TemporaryDirectory() as folder:
        engine = _new(codec, Path(folder))
        for step in history:
            _apply(engine, step)
        with Archive(engine, folder) as archive:
            found = archive.terms(query, limit=50)
        assert found.total == len(oracle.scores(tree, DEFAULT_ZONES))
        for each in found:
            word = parse(f"body:{each.term}").tree
            inside, outside = (len(oracle.scores(And((part, word)), DEFAULT_ZONES)) for part in (tree, Not(tree)))
            assert (each.foreground, each.background) == (inside, outside)
            assert each.score == round(log_likelihood(inside, found.total, outside, found.background), 4) > 0
        assert set(_missing(oracle, tree, found)) == set()


def _missing(oracle: Oracle, tree: Node, found: SignificantTerms) -> Iterator[str]:
    """Yield the words that are at least as much set apart as one that was found, and are not there."""
    if not found.terms or len(found) < 2:
        return
    known = {word.term for word in map(_word, (each.term for each in found))}
    least = found.terms[0].score
    for text in ("talks", "talk", "gas", "storm", "sanctions", "oil"):
        word = _word(text)
        inside, outside = (len(oracle.scores(And((part, word)), DEFAULT_ZONES)) for part in (tree, Not(tree)))
        in_this_form = len(oracle.scores(And((tree, Form(text, text, word.term, "body"))), DEFAULT_ZONES))
        enough = in_this_form >= min(3, max(1, found.total // 3)) and inside * found.background > outside * found.total
        score = log_likelihood(inside, found.total, outside, found.background)
        if enough and word.term not in str(tree) and score > least and word.term not in known:
            yield text


def _word(text: str) -> Word:
    from searchkit.analysis import term

    return Word(text, term(text), "body")


def test_a_term_shows_what_it_is_made_of() -> None:
    assert (
        repr(SignificantTerm("gas", 1, 0, 2.5)) == "SignificantTerm(term='gas', foreground=1, background=0, score=2.5)"
    )
