"""Explanations: the parts of a score add up to it, and an absence is named."""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import searchkit
from searchkit import Archive, Article, ArticleNotFoundError, Explanation, Part
from searchkit.article import Zone
from searchkit.asking import Question
from searchkit.engines.base import Engine, Request
from searchkit.fields import DEFAULT_ZONES
from searchkit.query import plan, whoosh
from searchkit.query.tree import Favoured, Node, Recent, Word
from searchkit.why.explain import explain
from tests.cli_helpers import indexed, run
from tests.oracle import Oracle
from tests.test_oracle import (
    DAYS,
    Step,
    _apply,
    _new,
    _remaining,
    codecs,
    growth,
    histories,
    leaves,
    slow,
    trees,
    zone_choices,
)

few = settings(slow, max_examples=12)
"""Every clause of every query is looked at in every article."""

recencies = st.builds(Recent, st.sampled_from((1, 7, 30, 365)), st.sampled_from(DAYS))
favoured = st.builds(Favoured, trees, st.lists(recencies | leaves, min_size=1, max_size=2).map(tuple))


def _by_the_formula(part: Part) -> float:
    """Return what the docstring of Part says."""
    if part.tf is None:
        return part.score
    boost, idf, length, average = part.boost or 0.0, part.idf or 0.0, part.length or 0, part.average_length or 1.0
    return boost * idf * part.tf * 2.2 / (part.tf + 1.2 * (0.25 + 0.75 * length / average))


@codecs
@few
@given(histories, st.lists(trees | favoured, min_size=2, max_size=6), zone_choices)
def test_the_parts_of_a_score_add_up_to_it(
    codec: str, history: list[Step], queries: list[Node], zones: tuple[str, ...]
) -> None:
    articles = _remaining(history)
    with tempfile.TemporaryDirectory() as folder:
        engine = _new(codec, Path(folder))
        for step in history:
            _apply(engine, step)
        for tree in queries:
            scores = {hit.id: hit.score for hit in engine.search(Request(tree, zones, limit=100)).hits}
            for article in articles:
                explained = explained_by(engine, tree, zones, article)
                assert explained.score == pytest.approx(scores.get(article.id), abs=1e-6)
                assert sum(part.score for part in explained.parts) == pytest.approx(explained.score or 0.0, abs=1e-6)
                assert [part.score for part in explained.parts] == pytest.approx(
                    [_by_the_formula(part) for part in explained.parts], abs=1e-9
                )
                assert bool(explained.reasons) == (article.id not in scores)
        engine.close()


@codecs
@few
@given(growth, st.lists(favoured, min_size=2, max_size=5), zone_choices)
def test_boosts_add_what_they_say(codec: str, batches: list[Step], queries: list[Node], zones: tuple[str, ...]) -> None:
    last = batches[-1]  # of one commit, so that no replaced article counts in the statistics
    oracle = Oracle(_remaining([last]))
    with tempfile.TemporaryDirectory() as folder:
        engine = _new(codec, Path(folder))
        _apply(engine, last)
        for tree in queries:
            found = engine.search(Request(tree, zones, limit=100))
            assert {hit.id: hit.score for hit in found.hits} == pytest.approx(oracle.scores(tree, zones), abs=1e-6)
            assert found.total == len(found.hits)
        engine.close()


PAGE = Article(
    id="a1", title="Lavrov expects talks", date=date(2025, 9, 18), source="Wire", language="en",
    body="He spoke of new and lasting contacts in Alaska. Sanctions stay, negotiations go on.",
    raw="Storm nears\nPhoto: harbour\nLavrov expects talks",
    zones=(Zone("links", 1, 1, ""), Zone("caption", 2, 2, ""), Zone("headline", 3, 3, "")),
)  # fmt: skip


@pytest.fixture(params=["native", "whoosh"])
def page(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    """An archive of one article in either engine; without the core it is the same one twice."""
    if request.param == "whoosh":
        monkeypatch.setenv("SEARCHKIT_NATIVE", "0")
    with searchkit.open(tmp_path / "index", create=True) as archive:
        archive.add([PAGE, Article(id="a2", title="Storm in Alaska", body="Nobody spoke.")])
        yield archive


ABSENCES = {
    "storm": "storm: it stands only in links, not in title or body; try --in title --in body --in links",
    "harbor~": "harbor~: it stands only in captions, not in title or body; try --in title --in body --in captions",
    "stor*": "stor*: it stands only in links, not in title or body; try --in title --in body --in links",
    "title:alaska": "title:alaska: it stands only in body, not in title; try body:alaska",
    "lead:talks": "lead:talks: it stands only in title, not in lead; try title:talks",
    "=talk": "=talk: only other forms of it are there: talks; try talk",
    "body:=sanction": "body:=sanction: only other forms of it are there: sanctions; try body:sanction",
    "contactless": "contactless: it is not there; what is like it: contacts; try contacts",
    "alasca": "alasca: it is not there; what is like it: alaska; try alaska",
    "zebra": "zebra: it is not there",
    "xy*": "xy*: no word there begins so",
    "zebras~": "zebras~: no word there is like it",
    '"new contacts"': '"new contacts": its words are in the body, but not in a row: in this order within 4 words at'
                      " best; try (new contacts)",
    '"alaska contacts"': '"alaska contacts": its words are in the body, but not in this order; try (alaska contacts)',
    '"talks alaska"': '"talks alaska": its words are there, but not all in one place; try (talks alaska)',
    '"new zebra"': '"new zebra": zebra is not there',
    "source:AP": 'source:"AP": its source is Wire; try source:"Wire"',
    "section:World": 'section:"World": it has no section',
    "date:2024": "date:2024-01-01..2024-12-31: its date is 2025-09-18, which is too late",
    "date:2025-10..": "date:2025-10-01..: its date is 2025-09-18, which is too early",
    "lavrov -talks": "NOT talks: it matches talks",
    "alaska (zebra OR lynx)": "zebra: it is not there",
}  # fmt: skip


@pytest.mark.parametrize("query", ABSENCES)
def test_an_absence_is_named(page: Archive, query: str) -> None:
    explained = page.explain(query, "a1")
    assert (explained.matches, explained.score) == (False, None)
    assert explained.reasons[0] == ABSENCES[query]


@pytest.mark.parametrize("query", ["storm", "title:alaska", "=talk", "contactless", '"new contacts"', "source:AP"])
def test_what_an_absence_advises_finds_the_article(page: Archive, query: str) -> None:
    advice = page.explain(query, "a1").clause.hint or ""
    options, text = (advice.split()[1::2], query) if advice.startswith("--in") else (["title", "body"], advice)
    assert page.explain(text, "a1", in_=options).matches


def test_every_clause_that_fails_is_named_and_none_that_does_not(page: Archive) -> None:
    explained = page.explain("lavrov zebra alaska", "a1", source="AP", until="2024")
    assert [reason.partition(":")[0] for reason in explained.reasons] == ["zebra", "source", "date"]
    assert [clause.matches for clause in explained.clause.clauses] == [True, False, True, False, False]


def test_an_undated_article_is_outside_every_range(page: Archive) -> None:
    assert page.explain("date:..2030", "a2").reasons == ("date:..2030-12-31: it has no date",)


def test_a_word_of_another_language_is_explained_by_its_stem(page: Archive) -> None:
    page.add([Article(id="de", body="Die Häuser stehen leer, und niemand weiß warum.", language="de")])
    assert [(part.field, part.term) for part in page.explain("Haus", "de").parts] == [("body_stems", "de:haus")]


def test_boosts_show_in_the_query_and_in_the_parts(page: Archive) -> None:
    options = {"boost_phrase": True, "recency": "30d", "until": "2025-10-18"}
    explained = page.explain("spoke of", "a1", **options)  # type: ignore[arg-type]
    assert explained.interpreted_as == "spoke AND of AND date:..2025-10-18"
    assert explained.boosts == ('"spoke of"', "recency 30d before 2025-10-18")
    found = page.search("spoke of", **options)  # type: ignore[arg-type]
    assert (found.interpreted_as, found.boosts) == (explained.interpreted_as, explained.boosts)
    terms = [(part.field, part.term) for part in explained.parts]
    spoke_of = [("body", "spoke"), ("body", "of")]
    assert terms == [*spoke_of, *spoke_of, ("date", "recency 30d before 2025-10-18")]
    assert explained.parts[-1].score == 2.0  # half of 4: it is 30 days older


def test_without_boosts_the_score_is_that_of_the_words(page: Archive) -> None:
    plain, boosted = (page.search("spoke of", boost_phrase=on).hits[0].score for on in (False, True))
    assert plain == page.search("spoke of").hits[0].score
    assert boosted == pytest.approx(2 * plain)


def test_newer_articles_come_first_under_recency_whatever_else_is_alike(archive: Archive) -> None:
    archive.add(
        [Article(id=id, body="Talks held.", date=day) for id, day in zip("abcd", [*DAYS[:3], None], strict=True)]
    )
    found = [hit.id for hit in archive.search("talks", recency="1y", until="2025-09-30")]
    assert found == ["c", "b", "a"]
    assert [hit.id for hit in archive.search("*", recency=7)] == ["c", "b", "a", "d"]


def test_boosts_leave_totals_marks_and_filters_alone(page: Archive) -> None:
    plain = page.search("lavrov alaska", source="wire")
    boosted = page.search("lavrov alaska", source="wire", recency="2y", boost_phrase=True)
    assert (plain.total, plain.hits[0].passages) == (boosted.total, boosted.hits[0].passages)
    assert boosted.hits[0].passages[0].marks


@pytest.mark.parametrize("span", ["0d", "soon", "-3d", "", "101y", "1.5y"])
def test_a_span_that_is_none_is_an_error(page: Archive, span: str) -> None:
    with pytest.raises(searchkit.QueryError, match="recency takes a span"):
        page.search("talks", recency=span)


def test_a_copy_is_said_to_be_one(archive: Archive) -> None:
    body = "Ministers met in Brussels on Monday and agreed on nothing at all."
    archive.add([Article(id="a", body=body), Article(id="b", body=body)])
    (note,) = archive.explain("brussels", "b").notes
    assert note == "it is a copy of a: a search shows the best of them, and each with --copies"


def test_an_article_that_is_not_there_is_an_error(page: Archive) -> None:
    with pytest.raises(ArticleNotFoundError):
        page.explain("talks", "a9")


class TestCommand:
    def test_prints_clauses_with_what_they_give(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, {"id": "a", "text": "Talks in Alaska.", "date": "2025-09-18"})
        answer = run("--index", index, "explain", "talks -zebra", "a")
        assert (answer.status, answer.err) == (0, "")
        assert answer.out.splitlines() == [
            "  0.3069  talks AND NOT zebra",
            "  0.3069    talks",
            "  0.3069      body:talk  1 x idf 0.307 (1 of 1 articles) x tf 1 in 3 words (average 3)",
            "     yes    NOT zebra",
            "      no      zebra",
        ]

    def test_prints_why_an_article_does_not_match(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, {"id": "a", "text": "Talks in Alaska.", "date": "2025-09-18"})
        answer = run("--index", index, "explain", "zebra", "a", "--since", "2026")
        assert answer.status == 1
        assert answer.out.splitlines()[1:] == [
            "      no    zebra: it is not there",
            "      no    date:2026-01-01..: its date is 2025-09-18, which is too early",
        ]

    def test_has_all_of_it_in_json(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, {"id": "a", "title": "News", "text": "Talks in Alaska.", "date": "2025-09-18"})
        answer = run("--index", index, "explain", "talks", "a", "--format", "json").json
        assert {key: answer[key] for key in ("format_version", "query", "id", "title", "matches", "reasons")} == {
            "format_version": 1, "query": "talks", "id": "a", "title": "News", "matches": True, "reasons": [],
        }  # fmt: skip
        (part,) = answer["clause"]["parts"]
        assert (part["field"], part["term"], part["tf"], part["df"], part["n"]) == ("body", "talk", 1, 1, 1)
        assert answer["score"] == answer["clause"]["score"] == part["score"]

    def test_takes_boosts_as_search_does(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, {"id": "a", "text": "New talks.", "date": "2025-09-18"})
        options = ("--recency", "30d", "--boost-phrase", "--until", "2025-09-18")
        (hit,) = run("--index", index, "search", "new talks", *options, "--format", "json").json["hits"]
        explained = run("--index", index, "explain", "new talks", "a", *options, "--format", "json").json
        assert hit["score"] == pytest.approx(explained["score"], abs=1e-6)
        assert explained["clause"]["clauses"][-1]["score"] == 4.0


class Never(Node):
    """What its part matches and does not match: a node that explanations know nothing of."""

    part: Node

    def __str__(self) -> str:
        return f"never({self.part})"


class Even(Node):
    """What its part matches, said by another node."""

    part: Node

    def __str__(self) -> str:
        return f"even({self.part})"


def explained(page: Archive, tree: Node) -> Explanation:
    return explained_by(page._engine, tree, DEFAULT_ZONES, PAGE)


def explained_by(engine: Engine, tree: Node, zones: tuple[str, ...], article: Article) -> Explanation:
    question = Question.of(engine, "*", (), None, None, zones)
    return explain(question.replaced(zones=zones), tree, article, ())


def test_a_node_that_is_not_known_is_explained_by_what_the_engine_runs(
    page: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans: dict[Any, Any] = plan._PLANS
    monkeypatch.setitem(plans, Even, lambda node, scope: plan._planned(node.part, scope))
    monkeypatch.setitem(plans, Never, lambda node, scope: ("andnot", *plan._plans([node.part] * 2, scope)))
    whoosh._query.register(Even, lambda node, scope: whoosh._query(node.part, scope))
    whoosh._query.register(
        Never, lambda node, scope: whoosh.Without(whoosh._query(node.part, scope), whoosh._query(node.part, scope))
    )
    spoke = Word("spoke", "spoke")
    found = explained(page, Even(spoke))
    assert [(part.field, part.term) for part in found.parts] == [("body", "spoke")]
    assert found.score == sum(part.score for part in found.parts)
    missed = explained(page, Never(spoke))
    assert missed.reasons == ("never(spoke): its parts are there, but not as it wants them",)
    missed = explained(page, Never(Word("zebra", "zebra")))
    assert missed.reasons == ("zebra: it is not there",)
