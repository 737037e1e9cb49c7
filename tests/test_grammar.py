import random
from collections import Counter
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from searchkit.analysis import term, terms, word
from searchkit.errors import QueryError
from searchkit.fields import FIELDS, TEXT_FIELDS
from searchkit.query.grammar import MAX_DEPTH, parse
from searchkit.query.tree import And, Days, Everything, Exact, Form, Fuzzy, Node, Not, Or, Phrase, Prefix, Word

UNDERSTOOD = [
    # all words must occur, unless OR stands between them; AND binds more tightly
    ("lavrov", "lavrov"),
    ("Lavrov", "Lavrov"),
    ("lavrov alaska", "lavrov AND alaska"),
    ("lavrov AND alaska", "lavrov AND alaska"),
    ("lavrov OR alaska", "lavrov OR alaska"),
    ("a b OR c d", "(a AND b) OR (c AND d)"),
    ("A AND B OR C AND D", "(A AND B) OR (C AND D)"),
    ("and or not", "and AND or AND not"),
    ("  lavrov \n alaska ", "lavrov AND alaska"),
    # parentheses
    ("(a OR b) c", "(a OR b) AND c"),
    ("((a))", "a"),
    ("(a b) (c d)", "(a AND b) AND (c AND d)"),
    ("a OR (b c)", "a OR (b AND c)"),
    ("(a)b", "a AND b"),
    # negation
    ("NOT lavrov", "NOT lavrov"),
    ("-lavrov", "NOT lavrov"),
    ("lavrov -alaska", "lavrov AND NOT alaska"),
    ("lavrov NOT alaska", "lavrov AND NOT alaska"),
    ("lavrov AND NOT alaska", "lavrov AND NOT alaska"),
    ("-a b", "NOT a AND b"),
    ("NOT a OR b", "NOT a OR b"),
    ("NOT (a OR b)", "NOT (a OR b)"),
    ("-(a b)", "NOT (a AND b)"),
    ("(-a)", "NOT a"),
    ("NOT NOT a", "NOT NOT a"),
    ('-"a b"', 'NOT "a b"'),
    ("-title:a", "NOT title:a"),
    ("NOT *", "NOT *"),
    # phrases
    ('"new contacts"', '"new contacts"'),
    ("“new contacts”", '"new contacts"'),
    ('"new"', "new"),
    (r'"say \"no\""', r'"say \"no\""'),
    ('"a"b', "a AND b"),
    ('"New  contacts."', '"New contacts."'),
    ('"NOT"', '"NOT"'),
    ('title:"AND"', 'title:"AND"'),
    # one word of the query that is several to the index
    ("AT&T", '"AT&T"'),
    ("e-mail", '"e-mail"'),
    ("covid-19", '"covid-19"'),
    ("12:30", '"12:30"'),
    ("北京 上海", '"北京" AND "上海"'),
    # punctuation around a word does not matter
    ("lavrov,", "lavrov"),
    ("'lavrov'", "lavrov"),
    ("lavrov?", "lavrov"),
    ("C++", "c"),
    ("U.S.", "us"),
    ("Lavrov's", "lavrov's"),
    ("_lavrov_", "lavrov"),
    ("don’t", "don't"),
    ("10,000", "10000"),
    ("1.5", "1.5"),
    ("--a", "a"),
    ("Straße α", "Straße AND α"),
    # prefixes
    ("sanc*", "sanc*"),
    ("Sanc* x", "sanc* AND x"),
    ("a* OR b*", "a* OR b*"),
    ("title:sanc*", "title:sanc*"),
    ("U.S*", "us*"),
    ("Zür*", "zur*"),
    ("2.5*", "2.5*"),
    # exact forms
    ("=Talks", "=Talks"),
    ("title:=talks -=talk", "title:=talks AND NOT =talk"),
    ("=U.S. OR =Zürich,", "=us OR =zürich"),
    ("(=AND)", "=AND"),
    ('"=talks" talks=', "talks AND talks"),
    ("source:=TRT", 'source:"=TRT"'),
    # fuzzy words
    ("lavrv~", "lavrv~"),
    ("Lavrv~1 x", "lavrv~ AND x"),
    ("zelensky~2", "zelensky~2"),
    ("title:zelensky~2", "title:zelensky~2"),
    ("Zürich~", "zurich~"),
    ("-lavrv~", "NOT lavrv~"),
    ("AND~ OR (abcde~2)", "and~ OR abcde~2"),
    ("don’t~", "don't~"),
    ('"lavrov~"', "lavrov"),
    ("source:TRT~", 'source:"TRT~"'),
    # everything
    ("*", "*"),
    ("* -lavrov", "* AND NOT lavrov"),
    # fields
    ("title:lavrov", "title:lavrov"),
    ("TITLE:lavrov", "title:lavrov"),
    ('title:"new contacts"', 'title:"new contacts"'),
    ("title:(a OR b)", "title:a OR title:b"),
    ("title:(a body:b)", "title:a AND body:b"),
    ("title:(a -b)", "title:a AND NOT title:b"),
    ("captions:x links:y page:z", "captions:x AND links:y AND page:z"),
    ("source:TRT", 'source:"TRT"'),
    ('source:"TRT World"', 'source:"TRT World"'),
    ("source:(a OR b)", 'source:"a" OR source:"b"'),
    ('source:"TRT*"', 'source:"TRT*"'),
    (r'source:"a\"b"', r'source:"a\"b"'),
    ('section:"CONFLICT & PEACE"', 'section:"CONFLICT & PEACE"'),
    ("id:a/b.txt", 'id:"a/b.txt"'),
    ('id:"-x"', 'id:"-x"'),
    # dates
    ("date:2025", "date:2025-01-01..2025-12-31"),
    ("date:2025-11", "date:2025-11-01..2025-11-30"),
    ("date:2025-11-13", "date:2025-11-13"),
    ('date:"13 Nov 2025"', "date:2025-11-13"),
    ("date:2025-11-13..", "date:2025-11-13.."),
    ("date:..2025", "date:..2025-12-31"),
    ("date:2025..2026", "date:2025-01-01..2026-12-31"),
    ("date:(2025 OR 2023)", "date:2025-01-01..2025-12-31 OR date:2023-01-01..2023-12-31"),
    ("lavrov date:2025-11 -source:unknown", 'lavrov AND date:2025-11-01..2025-11-30 AND NOT source:"unknown"'),
]

NOTED = [
    ("… lavrov", "lavrov", "ignored '…': there is no letter or digit in it"),
    ("a - b", "a AND b", "ignored '-': there is no letter or digit in it"),
    ('"sanc*"', "sanc", 'the * in "sanc*" is not a wildcard: a phrase is matched word by word'),
]

MISSING = "something to search for is missing here"
STAR = "a * stands only at the end of one word"
EQUALS = "a = stands only before one word"
TILDE = "a ~ stands only at the end of one word"
LETTERS = "a fuzzy word may differ in one or two letters; got"
FIELD_LIST = ", ".join(FIELDS)

ERRORS = [
    ("", 0, "the query is empty", "* finds every article"),
    ("   ", 0, "the query is empty", "* finds every article"),
    ("!", 0, "nothing in this query can be searched", "ignored '!'"),
    ('""', 0, "nothing in this query can be searched", "ignored ''"),
    ("AND", 0, "AND needs something on both sides", 'write "and"'),
    ("a AND", 5, MISSING, None),
    ("OR a", 0, "OR needs something on both sides", 'write "or"'),
    ("a AND OR b", 6, "OR needs something on both sides", 'write "or"'),
    ("a OR", 4, MISSING, None),
    ("NOT", 3, MISSING, None),
    ("()", 1, MISSING, None),
    (")", 0, MISSING, None),
    ("x (a", 2, "this parenthesis is never closed", None),
    ("a)", 1, "this parenthesis was never opened", None),
    ('a "b c', 2, "this quotation mark is never closed", None),
    ('abc"', 3, "this quotation mark is never closed", None),
    ("“abc", 0, "this quotation mark is never closed", None),
    ("*sanc", 0, STAR, "sanction*"),
    ("a sa*nc", 2, STAR, "sanction*"),
    ("e-m*", 0, STAR, "sanction*"),
    ("**", 0, STAR, "sanction*"),
    ("title:*", 6, STAR, "sanction*"),
    ("a lavrov^2", 2, "^ is not part of the grammar", "quotation marks"),
    ('a ="new contacts"', 2, EQUALS, "=talks"),
    ("=(a b)", 0, EQUALS, "=talks"),
    ("=AT&T", 0, EQUALS, "=talks"),
    ("=北京", 0, EQUALS, "=talks"),
    ("=talk*", 0, "the word behind = is meant as it is, without * or ~", None),
    ("=talk~2", 0, "the word behind = is meant as it is, without * or ~", None),
    ("lavrov~9", 0, f"{LETTERS} ~9", "write lavrov~ or lavrov~2"),
    ("a Lavrov~0.5", 2, f"{LETTERS} ~0.5", "write lavrov~ or lavrov~2"),
    ("lavrov~0", 0, f"{LETTERS} ~0", "write lavrov~ or lavrov~2"),
    ('"a b"~', 5, TILDE, "zelensky~"),
    ('"a b"~2', 5, TILDE, "zelensky~"),
    ("~", 0, TILDE, "zelensky~"),
    ("a ~2", 2, TILDE, "zelensky~"),
    ("foo~bar", 0, TILDE, "quotation marks"),
    ("e-mail~", 0, TILDE, "zelensky~"),
    ("sanc*~", 0, TILDE, "zelensky~"),
    ("sanc~*", 0, TILDE, "zelensky~"),
    ("北京~", 0, TILDE, "zelensky~"),
    ("us~", 0, "us has 2 letters; before ~ stand 3 to 64", "write us~ or us"),
    ("x talk~2", 2, "talk has 4 letters; before ~2 stand 5 to 64", "write talk~ or talk"),
    ("a" * 65 + "~", 0, f"{'a' * 65} has 65 letters; before ~ stand 3 to 64", None),
    ("title:", 0, "title: needs a value right behind it", None),
    ("a title: b", 2, "title: needs a value right behind it", None),
    ("title:-a", 0, "title: needs a value right behind it; got -", "-title:word"),
    ("title:NOT", 0, "title: needs a value right behind it; got NOT", "-title:word"),
    ("title:AND", 0, "title: needs a value right behind it; got AND", "quotation marks"),
    ("title:source:x", 0, "title: needs a value right behind it; got source:", "quotation marks"),
    ("sorce:x", 0, f"there is no field 'sorce'; the fields are {FIELD_LIST}", "did you mean source:?"),
    ("a http://x.y", 2, f"there is no field 'http'; the fields are {FIELD_LIST}", "quotation marks"),
    ('source:""', 7, "source: needs a value", None),
    ("source:TRT*", 7, "source: takes a whole value, without *", 'source:"TRT*"'),
    ("date:2025-02-30", 5, "there is no day '2025-02-30' in the calendar", "2025-11-13"),
    ("a date:03/04/2025", 7, "'03/04/2025' can be read as 2025-03-04 or as 2025-04-03", "write the one you mean"),
    ("date:2025..2024", 5, "the range '2025..2024' ends before it begins", "2024..2025"),
    ("date:soon", 5, "cannot read 'soon' as a date", "2025-11-13"),
    ("(" * 60 + "a" + ")" * 60, MAX_DEPTH, f"this is nested more than {MAX_DEPTH} deep", None),
    ("NOT " * 60 + "a", MAX_DEPTH * 4, f"this is nested more than {MAX_DEPTH} deep", None),
]


@pytest.mark.parametrize(("text", "expected"), UNDERSTOOD)
def test_a_query_is_understood(text: str, expected: str) -> None:
    query = parse(text)
    assert query.interpreted_as == expected
    assert query.notes == ()


@pytest.mark.parametrize(("text", "expected", "note"), NOTED)
def test_what_cannot_be_searched_is_left_out_with_a_note(text: str, expected: str, note: str) -> None:
    query = parse(text)
    assert (query.interpreted_as, query.notes) == (expected, (note,))


@pytest.mark.parametrize(("text", "position", "message", "hint"), ERRORS)
def test_a_query_that_makes_no_sense_names_the_place(text: str, position: int, message: str, hint: str | None) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert (str(caught.value), caught.value.position, caught.value.query) == (message, position, text)
    assert (hint or "") in (caught.value.hint or "")


def test_parentheses_may_nest_to_the_limit() -> None:
    assert parse("(" * MAX_DEPTH + "a" + ")" * MAX_DEPTH).tree == Word("a", "a")


def test_words_are_searched_as_the_index_has_them() -> None:
    assert parse("Sanctions").tree == Word("Sanctions", "sanction")
    assert parse('"New sanctions"').tree == Phrase("New sanctions", ("new", "sanction"))


# --- properties

values = st.text('aZé北 "\\*():-', min_size=1, max_size=8).filter(lambda text: bool(text.strip()))
some_words = st.sampled_from(("lavrov", "sanctions", "zurich", "1.5", "don't", "AND", "OR", "NOT", "not", "é"))
text_fields = st.sampled_from((None, *TEXT_FIELDS))
days = st.dates(min_value=date(1000, 1, 1))


def _phrase(parts: list[str], field: str | None) -> Phrase:
    text = " ".join(parts)
    return Phrase(text, tuple(terms(text)), field)


leaves: st.SearchStrategy[Node] = st.one_of(
    st.just(Everything()),
    st.builds(lambda word, field: Word(word, term(word), field), some_words, text_fields),
    st.builds(lambda text, field: Form(text, word(text), term(text), field), some_words, text_fields),
    st.builds(_phrase, st.lists(some_words, min_size=2, max_size=3), text_fields),
    st.builds(
        Prefix, st.sampled_from(("sanc", "us", "1.5", "é")).map(lambda word: word.replace("é", "e")), text_fields
    ),
    st.builds(Fuzzy, st.sampled_from(("lavrov", "don't", "12.50")), st.sampled_from((1, 2)), text_fields),
    st.builds(Exact, st.sampled_from(("source", "section", "id")), values.map(str.strip)),
    days.map(lambda day: Days(day, day)),
    st.tuples(days, days).map(lambda pair: Days(min(pair), max(pair))),
    days.map(lambda day: Days(day, None)),
    days.map(lambda day: Days(None, day)),
)


def _compounds(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    parts = st.lists(inner, min_size=2, max_size=4).map(tuple)
    return st.one_of(st.builds(And, parts), st.builds(Or, parts), st.builds(Not, inner))


@settings(deadline=None)
@given(st.recursive(leaves, _compounds, max_leaves=12))
def test_a_tree_reads_back_from_what_it_prints(tree: Node) -> None:
    assert parse(str(tree)).tree == tree


PIECES = (
    *("a", "lavrov", "U.S.", "北京", "ﷺ", "½", "2025", "..", "2025-02-30", " ", "\n", "\0", "\ud800"),
    *("AND", "OR", "NOT", "-", "(", ")", '"', "“", "”", "*", "~", "=", "^", ":", "\\", "'"),
    *("title:", "source:", "date:", "id:"),
)


def test_pieces_of_the_grammar_in_any_order_raise_nothing_but_query_errors() -> None:
    chance = random.Random(20251113)
    outcomes = Counter(_outcome("".join(chance.choices(PIECES, k=chance.randint(1, 14)))) for _ in range(20_000))
    assert outcomes["understood"] > 1000
    assert outcomes["refused"] > 1000


@pytest.mark.parametrize("text", ["title:" * 5000 + "a", "NOT " * 5000, "(" * 5000, "a OR " * 5000])
def test_very_long_nonsense_is_refused(text: str) -> None:
    assert _outcome(text) == "refused"


@settings(deadline=None)
@given(st.text(max_size=30))
@example("\ud800*")
def test_any_text_raises_nothing_but_query_errors(text: str) -> None:
    assert _outcome(text) in ("understood", "refused")


def _outcome(text: str) -> str:
    """Tell what becomes of a text; a refusal must name a place in it."""
    try:
        return "understood" if str(parse(text).tree) else "printed as nothing"
    except QueryError as error:
        return "refused" if 0 <= (-1 if error.position is None else error.position) <= len(text) else "out of place"
