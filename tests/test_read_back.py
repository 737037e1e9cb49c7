"""What an answer says a query was understood as is a query: with the same options it is understood as the same."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import searchkit
from searchkit import Archive, Article, QueryError, SearchkitError, asking
from searchkit.engines.folder import has_native
from searchkit.query.grammar import MAX_DEPTH, MAX_LENGTH, parse
from searchkit.query.tree import Node

PIECES = """
    gas Übung 二 東京 AT&T U.S. don't ½ ŉşT İ ß x² Ⅳ ﬁ 1,000 a_b 🇩🇪 AND OR NOT + - ( ) NEAR/3 ADJ/S NEAR/P atleast3( ^2
    ^.00001 ^123.456789 title: source: date: around: id: date-quality: 2025 2025-11.. ..2025 * sanc* te?t *tion
    lav~ zelensky~2 =talks =U.S. =½ /ab+c/ /a\\/b/ “curly” " \\ ’s near/5 C++ C* ~
""".split()  # noqa: SIM905  a list of literals is no better read
MORE = ('"new contacts"', '"a b"~3', '"OR"', '"ATLEAST3"', "NOT NEAR/2", "[2024 TO *]", "{2024 TO *}", '"a\\"b"')

texts = st.lists(st.tuples(st.sampled_from((*PIECES, *MORE)), st.sampled_from((" ", "")))).map(
    lambda pairs: "".join(piece + space for piece, space in pairs)
)
options = st.fixed_dictionaries(
    {
        "source": st.lists(st.sampled_from(["TRT World", ' a"b ', "x\\", "“q”", "İ", "a\nb", "*"]), max_size=2),
        "since": st.sampled_from([None, "2024", "last month"]),
        "until": st.sampled_from([None, "2025-11-13", "2025"]),
    }
)


def understood(text: str, given: dict[str, Any], *, lenient: bool = True) -> Node | None:
    try:
        return asking.asked(text, given["source"], given["since"], given["until"], lenient=lenient)[0]
    except SearchkitError:
        return None


@settings(max_examples=400, deadline=None)
@given(texts | st.text(max_size=12), options)
def test_a_query_and_its_filters_read_back_with_the_options_and_without(text: str, given: dict[str, Any]) -> None:
    tree = understood(text, given)
    if tree is not None:
        assert parse(str(tree)).tree == tree
        assert understood(str(tree), given, lenient=False) == tree


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder: Path = tmp_path_factory.mktemp("read back")
    with searchkit.open(folder, create=True) as archive:
        archive.add(
            Article(id=f"{n}", title="Gas talks", body=f"Lavrov spoke of gas {'and oil ' * n}in Alaska.", source="Wire")
            for n in range(9)
        )
        yield archive


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(["gas", "oil", "spoke of", '"in alaska"', "-talks", "title:gas"]), min_size=1),
    st.sampled_from([None, "30d", "2y"]), st.booleans(), st.sampled_from([None, "2025-11-13"]),
)  # fmt: skip
def test_a_ranking_with_boosts_is_that_of_the_query_as_it_was_understood(
    archive: Archive, words: list[str], recency: str | None, phrases: bool, until: str | None
) -> None:
    given: dict[str, Any] = {"recency": recency, "boost_phrase": phrases, "until": until, "source": ["Wire", "AP"]}
    first = archive.search(" ".join(words), **given)
    again = archive.search(first.interpreted_as, **given)
    assert (again.interpreted_as, again.boosts) == (first.interpreted_as, first.boosts)
    assert again.hits == first.hits
    assert parse(first.interpreted_as).interpreted_as == first.interpreted_as


def test_boosts_stand_beside_the_query(archive: Archive) -> None:
    found = archive.search("spoke gas", boost_phrase=True, recency=30, until="2025-11-13")
    assert found.interpreted_as == "spoke AND gas AND date:..2025-11-13"
    assert found.boosts == ('"spoke gas"', "recency 30d before 2025-11-13")
    assert archive.search("spoke gas").boosts == ()


def test_a_page_of_another_ranking_is_not_gone_on_with(archive: Archive) -> None:
    page = archive.search("spoke gas", boost_phrase=True, limit=1)
    assert page.next is not None
    assert archive.search("spoke gas", boost_phrase=True, limit=1, cursor=page.next).hits[0].rank == 2
    with pytest.raises(QueryError):
        archive.search("spoke gas", limit=1, cursor=page.next)


def test_articles_like_one_are_found_again_by_the_query_that_is_shown(archive: Archive) -> None:
    found = archive.similar("3", source="Wire")
    assert [hit.id for hit in archive.search(found.interpreted_as)] == [hit.id for hit in found]


def test_a_filter_that_the_query_has_is_not_repeated(archive: Archive) -> None:
    assert archive.search("gas source:Wire", source="Wire").interpreted_as == 'gas AND source:"Wire"'
    with pytest.raises(QueryError, match="source needs a name"):
        archive.search("gas", source=" ")


@pytest.mark.skipif(not has_native(), reason="so many words are an error on Whoosh's codec")
@pytest.mark.parametrize(
    "query", ["gas " * (MAX_LENGTH // 5), "gas OR (" * MAX_DEPTH + "oil gas" + ")" * MAX_DEPTH], ids=["long", "deep"]
)
def test_where_it_cannot_be_read_back_a_note_says_so(archive: Archive, query: str) -> None:
    (note,) = archive.search(query, source="Wire", advise=False, limit=0).notes
    assert note.endswith("it cannot be searched for again")
    with pytest.raises(QueryError):
        parse(archive.search(query, source="Wire").interpreted_as)


def test_a_long_query_that_can_be_read_back_has_no_note(archive: Archive) -> None:
    query = "gas " * (MAX_LENGTH // 20)
    if has_native():
        assert archive.search(query, limit=0).notes == ()
    else:
        with pytest.raises(QueryError, match="more words than Whoosh's codec"):
            archive.search(query, limit=0)
