"""What a search leaves out it says, and what would cost too much is an error."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from searchkit import Archive, Article, QueryError, SearchTimeoutError
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
