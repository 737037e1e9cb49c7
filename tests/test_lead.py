"""The lead: what of a body it is, how it is searched, and that only it is marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchkit import Archive, Article, Hit
from searchkit.analysis import tokens
from searchkit.article import physical_lines

SPACES = [chr(code) for code in range(0x110000) if chr(code).isspace()]


def _words(count: int, word: str = "word") -> str:
    return " ".join([word] * count)


def _lead(body: str) -> str:
    return Article(id="a", body=body).lead


@pytest.mark.parametrize(
    ("body", "lead"),
    [
        ("", ""),
        (" \n\t\n", ""),
        ("Short.", "Short."),
        ("Short.\n\nAll of it.\n", "Short.\n\nAll of it."),
        (f"{_words(25)}\nmore", _words(25)),
        (f"{_words(24)}\nmore\nmost", f"{_words(24)}\nmore"),
        (f"{_words(24)}\r\n\r\n{_words(60)}\rmore", f"{_words(24)}\r\n\r\n{_words(60)}"),
        (f"{_words(24)} \n\n \nmore \n most", f"{_words(24)} \n\n \nmore"),
        (f"{_words(99)}\nmore", _words(99)),
        (_words(101), _words(100)),
        (f"{_words(24)}\n{_words(90)}", f"{_words(24)}\n{_words(76)}"),
        (f" {_words(30)}\u2028{_words(30)}\x0b{_words(50)}", f" {_words(30)}\u2028{_words(30)}\x0b{_words(40)}"),
    ],
    ids=lambda text: repr(text[:20]),
)
def test_the_lead_is_whole_paragraphs_of_25_words_but_at_most_100_words(body: str, lead: str) -> None:
    assert _lead(body) == lead


@pytest.mark.parametrize("space", SPACES, ids=ascii)
def test_all_white_space_is_between_words(space: str) -> None:
    count = 25 if space in "\r\n" else 100
    assert _lead(f"word{space}" * 101) == f"word{space}" * (count - 1) + "word"


bodies = st.lists(
    st.one_of(
        st.sampled_from(["Lavrov", "U.S.", "1.5", "Zürich’s", "北京", "ﬁ", "e\u0301", "\u200b", "…", "A.P.", "10,000"]),
        st.sampled_from(SPACES),
        st.sampled_from(["\n", "\r\n", "\n\n"]),
        st.integers(1, 60).map(_words),
        st.text(max_size=3),
    ),
    max_size=60,
).map("".join)


@given(bodies)
def test_its_words_are_the_first_ones_of_the_body(body: str) -> None:
    found: list[str] = []
    for line in physical_lines(body):
        if len(found) < 25:
            found += line.split()
    assert _lead(body).split() == found[:100]


@given(bodies)
def test_it_is_a_prefix_of_the_body_and_so_are_its_tokens(body: str) -> None:
    lead = _lead(body)
    assert body.startswith(lead)
    assert lead == lead.rstrip()
    assert list(tokens(lead)) == [token for token in tokens(body) if token.end <= len(lead)]
    assert all(token.start >= len(lead) for token in list(tokens(body))[len(list(tokens(lead))) :])


# --- searching

OPENING = f"Storm in Alaska. {_words(25)}"
BODIES = {
    "early": f"{OPENING}\nIt left.",
    "late": f"{_words(25)}\nNobody expected that. Storm in Alaska.",
    "both": f"{OPENING}\nThe storm left. Alaska slept.",
    "across": f"{_words(24)} storm\nin Alaska.",
}


@pytest.fixture
def storms(archive: Archive) -> Archive:
    archive.add([Article(id=id, title=f"A storm {id}", body=body) for id, body in BODIES.items()])
    archive.add([Article(id="none", title="Alaska", body=f"{_words(25)}\nNothing.")])
    return archive


def _found(archive: Archive, query: str, **options: object) -> list[str]:
    return sorted(hit.id for hit in archive.search(query, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("lead:alaska", ["both", "early"]),
        ("lead:storms", ["across", "both", "early"]),
        ('lead:"storm in alaska"', ["both", "early"]),
        ('body:"storm in alaska"', ["across", "both", "early", "late"]),
        ("lead:alas*", ["both", "early"]),
        ("lead:alasca~", ["both", "early"]),
        ("body:alasca~ -lead:alasca~", ["across", "late"]),
        ("lead:(alaska OR storm)", ["across", "both", "early"]),
        ("lead:(alaska storm)", ["both", "early"]),
        ("body:alaska -lead:alaska", ["across", "late"]),
        ("lead:nothing", []),
    ],
)
def test_a_query_may_look_in_the_lead(storms: Archive, query: str, expected: list[str]) -> None:
    assert _found(storms, query) == expected


def test_words_without_a_field_are_looked_for_in_the_lead_where_that_is_asked_for(storms: Archive) -> None:
    assert _found(storms, "alaska", in_="lead") == ["both", "early"]
    assert _found(storms, "alaska", in_=["title", "lead"]) == ["both", "early", "none"]
    assert _found(storms, "storm alaska", in_=["title", "lead"]) == ["both", "early"]
    assert _found(storms, "alas*", in_=["lead"]) == ["both", "early"]


@pytest.mark.parametrize("query", ["alaska", '"storm in alaska"', "alas*", "storm -slept"])
def test_everywhere_has_the_lead_once_as_a_part_of_the_body(storms: Archive, query: str) -> None:
    everywhere, default = (storms.search(query, in_=zones) for zones in ("all", ["title", "body"]))
    assert [(hit.id, hit.score) for hit in everywhere] == [(hit.id, hit.score) for hit in default]


def test_who_looks_in_lead_and_body_counts_the_lead_twice(storms: Archive) -> None:
    (lead,), (body,), (both,) = (
        [hit.score for hit in storms.search("alaska", in_=zones) if hit.id == "early"]
        for zones in (["lead"], ["body"], ["lead", "body"])
    )
    assert both == pytest.approx(lead + body, abs=1e-6)


def test_the_lead_has_lengths_of_its_own(archive: Archive) -> None:
    archive.add([Article(id=id, body=f"storm {_words(30)}\n{_words(n)}") for id, n in (("short", 1), ("long", 500))])
    short, long = (hit.score for hit in archive.search("lead:storm"))
    assert short == long
    assert [hit.id for hit in archive.search("body:storm")] == ["short", "long"]


# --- marking


def _marked(storms: Archive, query: str, id: str, **options: object) -> list[str]:
    (hit,) = (hit for hit in storms.search(query, passages=9, **options) if hit.id == id)  # type: ignore[arg-type]
    return sorted(_places(hit))


def _places(hit: Hit) -> list[str]:
    body = BODIES[hit.id]
    for passage in hit.passages:
        assert passage.text == body[passage.start : passage.end]
    places = [(passage.start + start, passage.start + end) for passage in hit.passages for start, end in passage.marks]
    return [f"{body[start:end]} {'lead' if end <= len(_lead(body)) else 'rest'}" for start, end in places]


@pytest.mark.parametrize(
    ("query", "zones", "expected"),
    [
        ("lead:storm", ["title", "body"], ["Storm lead"]),
        ("storm", ["lead"], ["Storm lead"]),
        ("storm", ["title", "lead"], ["Storm lead"]),
        ("stor*", ["lead"], ["Storm lead"]),
        ("stork~", ["lead"], ["Storm lead"]),
        ("lead:stork~ alasca~", ["title", "body"], ["Alaska lead", "Alaska rest", "Storm lead"]),
        ("lead:storm alaska", ["title", "body"], ["Alaska lead", "Alaska rest", "Storm lead"]),
        ("lead:storm storm", ["title", "body"], ["Storm lead", "storm rest"]),
        ("storm", ["lead", "body"], ["Storm lead", "storm rest"]),
        ("body:left lead:(storm OR alaska)", ["title"], ["Alaska lead", "Storm lead", "left rest"]),
    ],
)
def test_only_the_lead_is_marked_unless_the_body_is_searched(
    storms: Archive, query: str, zones: list[str], expected: list[str]
) -> None:
    assert _marked(storms, query, "both", in_=zones) == expected


def test_the_title_is_not_marked_for_the_lead(storms: Archive) -> None:
    assert {hit.title_marks for hit in storms.search("lead:storm")} == {()}
    assert {hit.title_marks for hit in storms.search("storm", in_=["title", "lead"]) if hit.id == "early"} == {
        ((2, 7),)
    }


def test_a_phrase_across_the_end_of_the_lead_is_not_in_it(storms: Archive) -> None:
    assert _marked(storms, "lead:storm", "across") == ["storm lead"]
    assert _found(storms, 'lead:"storm in"') == ["both", "early"]


def test_a_passage_of_the_lead_ends_with_it(archive: Archive) -> None:
    body = f"{_words(95, 'a')} then came a great storm and more of it."
    archive.add([Article(id="a", body=body)])
    (lead,), (whole,) = (archive.search(query).hits[0].passages for query in ("lead:great", "great"))
    assert lead.text == body.removesuffix(" and more of it.")
    assert whole.text == body
    assert archive.search("lead:great body:more").hits[0].passages[0].text == body
