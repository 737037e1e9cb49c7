"""What a search leaves out it says, and what would cost too much is an error."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from searchkit import Archive, Article, QueryError, SearchTimeoutError
from searchkit.engines import limited
from searchkit.engines.folder import Marker
from searchkit.query import spans
from tests.test_oracle import codecs


@pytest.fixture
def archive(codec: str, tmp_path: Path) -> Iterator[Archive]:
    import searchkit

    Marker(codec).write(tmp_path)
    with searchkit.open(tmp_path, create=True) as archive:
        archive.add(
            Article(id=f"{n}", title="Talks", body=f"Lavrov spoke. Talks {'went on ' * n}in Alaska.") for n in range(9)
        )
        yield archive


@codecs
def test_leniently_a_search_says_what_it_left_out(archive: Archive) -> None:
    with pytest.raises(QueryError):
        archive.search("titel:talks alaska")
    results = archive.search("titel:talks alaska", lenient=True)
    assert (results.total, results.interpreted_as) == (9, "talks AND alaska")
    assert results.notes[0].startswith("dropped 'titel:' (character 1): there is no field 'titel'")


ASKED: dict[str, Callable[..., Any]] = {
    "search": lambda archive, **given: archive.search("titel:talks alaska", **given),
    "timeline": lambda archive, **given: archive.timeline("titel:talks alaska", share=True, **given),
    "terms": lambda archive, **given: archive.terms("titel:talks alaska", vs="titel:lavrov", **given),
    "explain": lambda archive, **given: archive.explain("titel:talks alaska", "3", **given),
    "cite": lambda archive, **given: archive.cite("titel:talks alaska", **given),
    "export": lambda archive, **given: archive.export("titel:talks alaska", **given),
}


@codecs
@pytest.mark.parametrize("name", ASKED)
def test_every_answer_says_what_was_left_out(archive: Archive, name: str) -> None:
    with pytest.raises(QueryError):
        ASKED[name](archive)
    answer = ASKED[name](archive, lenient=True)
    dropped = [note for note in answer.notes if note.startswith("dropped 'titel:' (character 1)")]
    assert len(dropped) == (2 if name == "terms" else 1)  # in its other query, too
    assert answer.interpreted_as == "talks AND alaska"


@codecs
def test_a_facet_is_counted_leniently_too(archive: Archive) -> None:
    assert archive.facets("titel:talks alaska", by="source", lenient=True)[0].count == 9


@codecs
@pytest.mark.parametrize("name", [*ASKED, "similar", "suggest", "facets"])
def test_every_command_ends_when_its_time_is_over(archive: Archive, name: str) -> None:
    asked = ASKED | {
        "similar": lambda archive, **given: archive.similar("3", **given),
        "suggest": lambda archive, **given: archive.suggest("tal", **given),
        "facets": lambda archive, **given: archive.facets("talks", **given),
    }
    lenient = {"lenient": True} if name in ASKED else {}
    asked[name](archive, time_limit=60, **lenient)
    with pytest.raises(SearchTimeoutError):
        asked[name](archive, time_limit=1e-9, **lenient)


@codecs
def test_all_searches_of_an_answer_share_its_time(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = itertools.count()
    monkeypatch.setattr(limited, "monotonic", lambda: float(next(clock)))
    assert archive.search("talks", time_limit=3).total == 9  # which takes one second by this clock
    with pytest.raises(SearchTimeoutError):
        archive.terms("id:3", time_limit=5)
    assert archive.terms("id:3", time_limit=1000).total == 1


@codecs
def test_an_answer_is_not_lost_when_there_is_no_time_for_advice(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = itertools.count()
    monkeypatch.setattr(limited, "monotonic", lambda: float(next(clock)))
    results = archive.search("zebra alaska", time_limit=3)
    assert (results.total, results.zero_hits) == (0, None)
    assert results.notes == ("the time limit was over before it was looked for what else there is to say",)


@codecs
def test_a_pattern_of_too_many_words_is_an_error(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spans, "MAX_NEAR_WORDS", 2)
    assert archive.search("talks NEAR/3 a*").total == 1
    with pytest.raises(QueryError, match=r"talks NEAR/3 \*n\* stands for 3 words of this archive; the most"):
        archive.search("talks NEAR/3 *n*")
    monkeypatch.setattr(spans, "MAX_WORDS", 2)
    with pytest.raises(QueryError) as caught:
        archive.search("/.*/")
    assert caught.value.hint == "write more letters"


@codecs
@pytest.mark.parametrize("query", ["lavrov", "talks NEAR/3 went", "a* OR *s", "lavrov -atleast3(went)"])
def test_a_search_ends_when_its_time_is_over(archive: Archive, query: str) -> None:
    assert archive.search(query, time_limit=60).total > 0
    with pytest.raises(SearchTimeoutError) as caught:
        archive.search(query, time_limit=1e-9)
    assert caught.value.hint == "ask for less, or give it more time"


@codecs
def test_places_are_found_and_marked(archive: Archive) -> None:
    results = archive.search("talks ADJ/4 alaska", sort="newest")
    assert [hit.id for hit in results] == ["0", "1"]
    assert [passage.text for hit in results for passage in hit.passages] == [
        "Talks in Alaska.",
        "Talks went on in Alaska.",
    ]
    assert [passage.marks for hit in results for passage in hit.passages] == [((0, 5), (9, 15)), ((0, 5), (17, 23))]
    assert archive.search("lavrov NEAR/S alaska").total == 0
    assert archive.search("lavrov NEAR/P alaska").total == 9
    assert archive.search("atleast4(=went OR =on)").total == 7


@codecs
def test_a_query_nested_as_deep_as_it_may_be_is_searched(archive: Archive) -> None:
    deep = "alaska -source:x -nothing (" * 49 + "talks NEAR/2 alaska" + ")" * 49
    assert archive.search(deep).total == 1
