import html
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchkit.analysis import term, terms, tokens, words
from searchkit.fields import DEFAULT_ZONES, TEXT_FIELDS
from searchkit.highlight import (
    MAX_PASSAGE,
    Pattern,
    best_passages,
    body_patterns,
    find_marks,
    merge_marks,
    patterns,
)
from searchkit.ingest.facts import Facts
from searchkit.ingest.formats import wire
from searchkit.query.grammar import parse
from searchkit.results import Copy, Hit, Passage, Results
from searchkit.sentences import sentence_starts

SENTENCES = [
    ["Mr. Lavrov met Sen. John Kerry.", "They spoke."],
    ["He left the U.S. on Monday.", "Then he came back."],
    ["J. R. R. Tolkien wrote it.", "George W. Bush read it."],
    ["The price rose 1.5 percent.", "Oil fell to $95.20 a barrel."],
    ["Acme Inc. said profits rose.", "Shares of Foo Corp. fell."],
    ["On Aug. 15 he left.", "On May 5 he came.", "It was May.", "June came."],
    ["At 5 p.m. on Monday it ended.", "It was No. 5 of them."],
    ['"We met."', "He left."],
    ["“I think so.”", "He left."],
    ['He said: "No!"', "Then he left."],
    ["He said so.", "(She agreed.)", "They left."],
    ["Is it?", "Yes!", "No."],
    ["He won!!!", "She lost…", "Nobody cares."],
    ["one line\nwrapped by hand.", "Next\nsentence."],
    ["Talks in Alaska", "\n\nLavrov spoke.", "He left."],
    ["A list:", "\n- one\n- two"],
    ["北京。", "上海！", "东京？", "好。"],
    ["他说：“好。”", "然后走了。"],
    ["مرحبا؟", "نعم۔", "لا"],
    ["यह है।", "वह है।"],
]


@pytest.mark.parametrize("sentences", SENTENCES, ids=lambda sentences: str(sentences[0]))
def test_text_is_cut_into_sentences(sentences: list[str]) -> None:
    between = "" if sentences[0].endswith(("。", "”")) and ord(sentences[0][0]) > 0x3000 else " "
    text = between.join(sentences)
    starts = sentence_starts(text)
    cut = [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    assert [sentence for sentence in cut if sentence] == [sentence.strip() for sentence in sentences]


def test_a_long_line_ends_a_paragraph_without_a_full_stop() -> None:
    line = "word " * 30
    assert sentence_starts(f"{line}\nNext") == [0, len(line) + 1]


def _marked(text: str, query: str, zone: str = "body") -> list[str]:
    marks = merge_marks(find_marks(text, patterns(parse(query).tree, zone, DEFAULT_ZONES)))
    return [text[start:end] for start, end in marks]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Lavrov's talks with Lavrov", "lavrov", ["Lavrov's", "Lavrov"]),
        ("The sanctioned sanctions", "sanction", ["sanctioned", "sanctions"]),
        ("The U.S. and US troops with us", "U.S.", ["U.S.", "US", "us"]),
        ("new contacts, contacts and the new", '"new contacts"', ["new contacts"]),
        ("new, contacts", '"new contacts"', ["new, contacts"]),
        ("war and peace", '"war and" OR "and peace"', ["war and peace"]),
        ("sanctity sanctions resanction", "sanc*", ["sanctity", "sanctions"]),
        ("Zelensky, Zelenskyy and Zelenskiy's", "zelensky~", ["Zelensky", "Zelenskyy"]),
        ("Zelensky, Zelenskyy and Zelenskiy's", "zelenski~2", ["Zelensky", "Zelenskyy"]),
        ("Selensky, Zelenskyi", "zelensky~", ["Zelenskyi"]),
        ("Zürich Zu\u0308rich", "zurich", ["Zürich", "Zu\u0308rich"]),
        ("在北京见面，北方", "北京", ["北京"]),
        ("talks in Alaska", "talks -alaska", ["talks"]),
        ("talks in Alaska", "NOT (talks alaska)", []),
        ("talks in Alaska", "talks -(x -alaska)", ["talks"]),
        ("talks in Alaska", "title:talks alaska", ["Alaska"]),
        ("talks in Alaska", "body:(talks OR alaska)", ["talks", "Alaska"]),
        ("talks of the Wire in 2025", "source:wire date:2025 *", []),
        ("nothing", "lavrov", []),
        ("", "lavrov", []),
    ],
)
def test_marks_stand_on_exactly_what_matched(text: str, query: str, expected: list[str]) -> None:
    assert _marked(text, query) == expected


TALK = Pattern.of_terms(["talk"])
IN_LEAD = Pattern(("talk",), in_lead=True)


def test_a_zone_is_marked_when_it_is_searched() -> None:
    tree = parse("lavrov title:talks").tree
    wanted = {zone: patterns(tree, zone, ("body", "links")) for zone in TEXT_FIELDS}
    lavrov = Pattern.of_terms(["lavrov"])
    assert wanted == {"title": (TALK,), "body": (lavrov,), "links": (lavrov,), "lead": (), "captions": (), "page": ()}


def test_a_word_is_marked_by_its_stem_in_an_article_of_that_language() -> None:
    wanted = patterns(parse('Haus "das Haus" =Haus').tree, "body", ("body",), ["de", "fr"])
    text = "Häuser, das Haus, hausen."
    assert [text[mark.start : mark.end] for mark in find_marks(text, wanted, "de") if mark.pattern == 0] == [
        "Häuser", "Haus", "hausen",
    ]  # fmt: skip
    assert [text[mark.start : mark.end] for mark in find_marks(text, wanted, "de") if mark.pattern == 1] == ["das Haus"]
    assert [text[start:end] for start, end in merge_marks(find_marks(text, wanted, "nl"))] == ["das Haus"]
    assert [text[mark.start : mark.end] for mark in find_marks(text, wanted[2:])] == ["Haus"]


@pytest.mark.parametrize(
    ("query", "zones", "expected"),
    [
        ("talks", ("title", "body"), [TALK]),
        ("talks", ("title", "lead"), [IN_LEAD]),
        ("talks", ("title", "lead", "body"), [TALK]),
        ("lead:talks talks", ("title", "body"), [TALK]),
        ("lead:talks alaska", ("title", "body"), [Pattern.of_terms(["alaska"]), IN_LEAD]),
        ("lead:talks -alaska", ("title",), [IN_LEAD]),
        ("title:talks", ("lead",), []),
    ],
)
def test_the_body_is_marked_in_its_lead_alone_for_what_is_looked_for_there_alone(
    query: str, zones: tuple[str, ...], expected: list[Pattern]
) -> None:
    assert list(body_patterns(parse(query).tree, zones)) == expected


def _passages(text: str, query: str, limit: int = 3) -> list[Passage]:
    return best_passages(text, body_patterns(parse(query).tree, DEFAULT_ZONES), limit)


def test_passages_for_the_lead_stand_in_it() -> None:
    lead = f"Talks began. So {'so ' * 93}it went, and talks"
    text = f"{lead} went on. The talks failed."
    assert [text[passage.end - 5 : passage.end] for passage in _passages(text, "talks")] == ["egan.", "t on.", "iled."]
    found = _passages(text, "lead:talks")
    assert [(passage.text, passage.end) for passage in found] == [("Talks began.", 12), (lead[13:], len(lead))]
    assert [mark for passage in found for mark in passage.marks] == [(0, 5), (len(lead) - 18, len(lead) - 13)]


def test_a_sentence_across_the_end_of_the_lead_is_whole_where_the_body_is_searched() -> None:
    text = f"{'so ' * 98}talks on Monday in Alaska."
    assert [passage.text for passage in _passages(text, "lead:talks")] == [f"{'so ' * 98}talks on"]
    assert [passage.text for passage in _passages(text, "lead:talks alaska")] == [text]


def test_a_passage_is_a_sentence_with_its_place_in_the_text() -> None:
    text = "Talks failed. Lavrov spoke of new contacts on Monday. He left."
    assert _passages(text, '"new contacts" lavrov') == [
        Passage("Lavrov spoke of new contacts on Monday.", 14, 53, ((0, 6), (16, 28)))
    ]


def test_the_passage_that_shows_most_of_the_query_comes_first() -> None:
    text = "Lavrov came. Alaska was cold. Lavrov liked Alaska. Lavrov left."
    assert [passage.text for passage in _passages(text, "lavrov alaska")] == [
        "Lavrov liked Alaska.",
        "Alaska was cold.",
        "Lavrov came.",
    ]


def test_no_passage_is_shown_twice() -> None:
    text = "Lavrov came.\n\nLavrov  came. Lavrov left."
    assert [passage.text for passage in _passages(text, "lavrov")] == ["Lavrov came.", "Lavrov left."]


@pytest.mark.parametrize(("query", "limit"), [("alaska", 3), ("lavrov", 0), ("*", 3), ("-lavrov", 3)])
def test_there_may_be_no_passage(query: str, limit: int) -> None:
    assert _passages("Lavrov came.", query, limit) == []


def test_a_phrase_over_the_end_of_a_sentence_shows_both() -> None:
    assert [passage.text for passage in _passages("He left Moscow. Talks began. Rain.", '"moscow talks"')] == [
        "He left Moscow. Talks began."
    ]


@pytest.mark.parametrize("place", [0, 1, 60, 150, 299])
def test_a_long_sentence_is_cut_between_words_around_its_mark(place: int) -> None:
    text = " ".join("Lavrov" if number == place else f"word{number}" for number in range(300))
    (passage,) = _passages(text, "lavrov")
    assert [passage.text[start:end] for start, end in passage.marks] == ["Lavrov"]
    assert len(passage.text) <= MAX_PASSAGE
    assert f" {passage.text} " in f" {text} "


def test_a_long_sentence_without_spaces_is_cut_all_the_same() -> None:
    (passage,) = _passages("好" * 1000 + "北京" + "好" * 1000, "北京")
    assert [passage.text[start:end] for start, end in passage.marks] == ["北京"]
    assert len(passage.text) <= MAX_PASSAGE


FAR = " ".join(f"word{number}" for number in range(100))


def test_of_a_long_sentence_that_part_comes_first_that_shows_most_of_the_query() -> None:
    text = f"Lavrov spoke {FAR} Lavrov in Alaska {FAR} Lavrov left"
    first, *others = _passages(text, "lavrov alaska")
    assert [first.text[start:end] for start, end in first.marks] == ["Lavrov", "Alaska"]
    assert [passage.text.split()[0] for passage in others] == ["Lavrov", "word56"]


def test_parts_of_a_long_sentence_share_no_text_and_show_all_that_matches() -> None:
    text = " ".join(f"Lavrov word{number}" for number in range(200))
    found = sorted(_passages(text, "lavrov", limit=100), key=lambda passage: passage.start)
    assert sum(len(passage.marks) for passage in found) == 200
    assert all(one.end < other.start for one, other in pairwise(found))
    assert max(len(passage.text) for passage in found) <= MAX_PASSAGE


def test_long_sentences_that_differ_far_from_what_matches_are_shown_once() -> None:
    text = f"{FAR} Lavrov spoke {FAR} at noon.\n\n{FAR} Lavrov spoke {FAR} at night."
    assert len(_passages(text, "lavrov")) == 1


def test_a_phrase_that_does_not_fit_begins_the_next_part() -> None:
    text = f"Lavrov spoke {'so ' * 154}Lavrov spoke {'so ' * 200}"
    one, other = _passages(text, '"lavrov spoke"')
    assert (one.marks, other.marks[0][1] - other.marks[0][0], one.end < other.start) == (((0, 12),), 12, True)
    assert text[other.start :].startswith("Lavrov spoke")


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "&lt;b&gt; ' <mark>"]
)
def test_nothing_of_an_article_or_a_query_is_markup_in_a_notebook(hostile: str) -> None:
    passage = _passages(f"Lavrov {hostile} spoke.", "lavrov", 1)[0]
    hit = Hit("a", 1, 1.0, hostile, None, hostile, title_marks=((1, 4),), passages=(passage,),
              copies=(Copy("b", None, hostile, "text-equal"),))  # fmt: skip
    shown = Results(hostile, hostile, 1, 1.0, (hit,))._repr_html_()
    ours = r"</?(?:p|code|table|tr|th|td|b|small|br|mark)>"
    assert not re.search("[<>\"']", re.sub(ours, "", shown))
    assert html.unescape(re.sub(ours, "", shown)).count(hostile) == 5


# --- properties

WORDS = ("Lavrov", "Lavrov's", "talks", "talk", "U.S.", "new", "Zürich", "Mr.", "contacts,", "1.5", "“We", "left.”")
text_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
bodies = st.lists(text_words, max_size=8).flatmap(
    lambda some: st.lists(st.sampled_from((". ", "? ", "\n", "\n\n", " ")), min_size=len(some), max_size=len(some)).map(
        lambda ends: "".join(text + end for text, end in zip(some, ends, strict=True))
    )
)
wanted_terms = st.lists(st.sampled_from(("Lavrov", "talks", "U.S.", "new", "Zürich", "contacts", "1.5")), max_size=3)
wanted_patterns = st.lists(
    st.one_of(
        wanted_terms.filter(bool).map(lambda some: Pattern.of_terms(map(term, some))),
        st.sampled_from(("la", "con", "zur", "u")).map(Pattern.of_prefix),
    ),
    min_size=1,
    max_size=4,
    unique=True,
)


@given(bodies, wanted_patterns, st.integers(min_value=1, max_value=5))
def test_passages_are_stretches_of_the_body_with_marks_in_order(body: str, wanted: list[Pattern], limit: int) -> None:
    found = best_passages(body, wanted, limit)
    assert len(found) <= limit
    assert [passage.text for passage in found] == [body[passage.start : passage.end] for passage in found]
    assert len({passage.text for passage in found}) == len(found)
    for passage in found:
        bounds = [bound for mark in passage.marks for bound in mark]
        assert passage.marks
        assert bounds == sorted(bounds)
        assert 0 <= bounds[0] < bounds[-1] <= len(passage.text)


@given(bodies, wanted_patterns)
def test_marks_cover_the_tokens_of_the_patterns_and_no_others(body: str, wanted: list[Pattern]) -> None:
    for passage in best_passages(body, wanted, 10):
        covered = {place for start, end in passage.marks for place in range(start, end)}
        marked = {token.start for token in tokens(passage.text) if token.start in covered}
        assert marked == _starts_of_matches(passage.text, wanted)


def _starts_of_matches(text: str, wanted: list[Pattern]) -> set[int]:
    """Return where the tokens start that belong to a match, by comparing every stretch with every pattern."""
    found = list(tokens(text))
    starts = set()
    for place in range(len(found)):
        for pattern in wanted:
            run = found[place : place + max(1, len(pattern.terms))]
            stretch = text[run[0].start : run[-1].end]
            if pattern.prefix:
                is_match = words(stretch)[0].startswith(pattern.prefix)
            else:
                is_match = tuple(terms(stretch)) == pattern.terms
            starts |= {token.start for token in run} if is_match else set()
    return starts


@given(bodies, wanted_patterns)
def test_there_is_a_passage_wherever_there_is_a_match(body: str, wanted: list[Pattern]) -> None:
    assert bool(best_passages(body, wanted, 1)) == bool(find_marks(body, wanted))


@given(st.text() | bodies)
def test_sentences_start_in_order_from_the_beginning(text: str) -> None:
    starts = sentence_starts(text)
    assert starts[0] == 0
    assert starts == sorted(set(starts))


def test_passages_of_real_news_are_sentences(reuters: Path) -> None:
    files = sorted((reuters / "20080102").iterdir())
    texts = [file.read_text(encoding="utf-8") for file in files]
    bodies = [wire.read(text, Facts(), id="a", path="a", sha256="").body for text in texts if wire.recognises(text)]
    assert len(bodies) > 10
    shown = [passage.text for body in bodies for passage in _passages(body, "said")]
    whole = [text for text in shown if text.endswith((".", '"', "?", "!", ":", ")")) or len(text) > 400]
    assert len(whole) / len(shown) > 0.9
