import random
from collections import Counter
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from searchkit.analysis import term, terms, word
from searchkit.errors import QuerySyntaxError
from searchkit.fields import FIELDS, TEXT_FIELDS
from searchkit.query import tree as nodes
from searchkit.query.grammar import MAX_DEPTH, MAX_LENGTH, parse

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
    ("lavrov!", "lavrov"),
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
    # wildcards
    ("te*t", "te*t"),
    ("*tion", "*tion"),
    ("lavrov?", "lavrov?"),
    ("T?l**s, x", "t?l*s AND x"),
    ("title:?ill*", "title:?ill*"),
    ("l’h*l", "l'h*l"),
    # regular expressions
    ("/zelensk(y|ii)/", "/zelensk(y|ii)/"),
    ("title:/[a-c].x+/ b", "title:/[a-c].x+/ AND b"),
    (r"-/\d{4}/^2", r"NOT /\d{4}/^2"),
    ("id:/a/b/", 'id:"/a/b/"'),
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
    # boosts
    ("a^2 b^.5", "a^2 AND b^0.5"),
    ('"a b"~3^1.5 OR (c d)^4', '"a b"~3^1.5 OR (c AND d)^4'),
    ("title:(a OR b)^2", "(title:a OR title:b)^2"),
    ("(a^2)^3", "(a^2)^3"),
    ("-(a NEAR/2 b)^2", "NOT (a NEAR/2 b)^2"),
    # phrases with words between
    ('"new contacts"~3', '"new contacts"~3'),
    ("title:“new contacts”~3 x", 'title:"new contacts"~3 AND x'),
    # places
    ("a NEAR/5 b", "a NEAR/5 b"),
    ("a NEAR/5 b c", "(a NEAR/5 b) AND c"),
    ("c OR a ADJ/05 b", "c OR (a ADJ/5 b)"),
    ("a NEAR/S b NEAR/P c", "(a NEAR/S b) NEAR/P c"),
    ("a NOT NEAR/5 b", "a NOT NEAR/5 b"),
    ("a NOT ADJ/S (b OR c)", "a NOT ADJ/S (b OR c)"),
    ("NOT a NEAR/5 b", "NOT (a NEAR/5 b)"),
    ("-a NEAR/5 b", "NOT (a NEAR/5 b)"),
    ("a -b NEAR/5 c", "a AND NOT (b NEAR/5 c)"),
    ('("a b" OR c*) NEAR/5 (=d ADJ/1 /e+/)', '("a b" OR c*) NEAR/5 (=d ADJ/1 /e+/)'),
    ("title:(a NEAR/5 b)", "title:a NEAR/5 title:b"),
    ("title:a NEAR/5 title:b", "title:a NEAR/5 title:b"),
    ("near a", "near AND a"),
    # mentions
    ("atleast3(gaza)", "atleast3(gaza)"),
    ("body:ATLEAST2(a OR b) c", "atleast2(body:a OR body:b) AND c"),
    ("atleast2(a NEAR/S b)^2", "atleast2(a NEAR/S b)^2"),
    # what must occur
    ("+a b -c", "a AND b AND NOT c"),
    ("+(a OR b) +c", "(a OR b) AND c"),
    ("1+1 C++", '"1+1" AND c'),
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
    ("date:[2025-01 TO 2025-03]", "date:2025-01-01..2025-03-31"),
    ("date:{2025-01 TO 2025-03}", "date:2025-02-01..2025-02-28"),
    ("date:[2025 TO *]", "date:2025-01-01.."),
    ("date:[* TO 2025-01-02}", "date:..2025-01-01"),
    ("date:(2025 OR 2023)", "date:2025-01-01..2025-12-31 OR date:2023-01-01..2023-12-31"),
    ("lavrov date:2025-11 -source:unknown", 'lavrov AND date:2025-11-01..2025-11-30 AND NOT source:"unknown"'),
]

NOTED = [
    ("… lavrov", "lavrov", "ignored '…': there is no letter or digit in it"),
    ("a - b", "a AND b", "ignored '-': there is no letter or digit in it"),
    ('"gaza"~3', "gaza", 'the ~3 behind "gaza" says nothing: there are no two words'),
    ("a NEAR/5 …", "a", "ignored '…': there is no letter or digit in it"),
    ('"sanc*"', "sanc", 'the * in "sanc*" is not a wildcard: a phrase is matched word by word'),
]

MISSING = "something to search for is missing here"
STAR = "a * or ? stands in one word, beside its letters"
SLOP = "the ~ behind a phrase needs a number from 1 to 1000"
FACTOR = "the ^ needs a number above 0 and up to 1000 right behind it"
DISTANCE = "NEAR needs a number from 1 to 1000, S or P behind a /"
SIDES = "made of words, phrases, OR and NEAR"
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
    ("a *'s", 2, STAR, "sanction*"),
    ("e-m*", 0, STAR, "sanction*"),
    ("**", 0, STAR, "sanction*"),
    ("title:*", 6, STAR, "sanction*"),
    ("a lavrov^x", 8, FACTOR, "lavrov^2"),
    ("a^0", 1, FACTOR, "lavrov^2"),
    ("a^1001", 1, FACTOR, "lavrov^2"),
    ("a ^2", 2, "a ^ stands right behind a word, a phrase or a parenthesis", "lavrov^2"),
    ("a source:b^2", 10, "what only filters has no score that ^ could change", None),
    ("(-a)^2", 4, "what only filters has no score that ^ could change", None),
    ("a NEAR b", 2, DISTANCE, "NEAR/5"),
    ("a NEAR/0 b", 2, DISTANCE, "NEAR/5"),
    ("a NEAR/1001 b", 2, DISTANCE, "NEAR/5"),
    ("a NEAR/s b", 2, DISTANCE, "NEAR/S"),
    ("NEAR/5 a", 0, "NEAR needs something on both sides", 'write "near"'),
    ("a NEAR/5", 8, MISSING, None),
    ("a near/5 b", 2, "near/5 is not an operator of this grammar", "write NEAR/5"),
    ("a w/s b", 2, "w/s is not an operator of this grammar", "write NEAR/S"),
    ("a NEAR/5 (b c)", 9, f"what stands behind NEAR is {SIDES}", "(a NEAR/5 b) AND c"),
    ("source:x ADJ/5 b", 9, f"what stands before ADJ is {SIDES}", "(a NEAR/5 b) AND c"),
    ("a NEAR/5 -b", 9, "- cannot stand here", "(a NEAR/5 b) -c"),
    ("a NEAR/5 NOT b", 9, "NOT cannot stand here", "(a NEAR/5 b) -c"),
    ("title:a NEAR/5 b", 8, "all of it stands in one field", "title:(a NEAR/5 b)"),
    ("atleast(a)", 0, "atleast needs a number from 1 to 1000 right behind it", "atleast3(gaza)"),
    ("atleast0(a)", 0, "atleast needs a number from 1 to 1000 right behind it", "atleast3(gaza)"),
    ("atleast3(a b)", 8, f"what is counted is {SIDES}", "(a NEAR/5 b) AND c"),
    ("atleast3(title:a OR b)", 0, "all of it stands in one field", "title:(a NEAR/5 b)"),
    ("/a(b/", 2, "this group is never closed", "docs/query.md"),
    ("a /b*+/", 5, "only one repetition can stand behind a letter or group", None),
    ("/a", 0, "this / begins a regular expression that never ends", "quotation marks"),
    ("+a OR b", 0, "a + beside an OR contradicts it", "+a (b OR c)"),
    ("x (a OR +b)", 8, "a + beside an OR contradicts it", "+a (b OR c)"),
    ("title:[a TO b]", 6, "only dates have ranges", "date:[2025-01 TO 2025-03]"),
    ("date:[2025 TO 2024]", 5, "the range [2025 TO 2024] holds no day", "date:[2024 TO 2025]"),
    ("date:{2025 TO 2025}", 5, "the range {2025 TO 2025} holds no day", None),
    ("date:[* TO *]", 5, "a range is two dates, or one and a *", None),
    ('source:"a b"~3', 12, "a ~ stands only behind a phrase, not behind a value of source:", None),
    ("a" * 100_001, 100_000, "the query has 100,001 characters; the longest has 100,000", None),
    ('a ="new contacts"', 2, EQUALS, "=talks"),
    ("=(a b)", 0, EQUALS, "=talks"),
    ("=AT&T", 0, EQUALS, "=talks"),
    ("=北京", 0, EQUALS, "=talks"),
    ("=talk*", 0, "the word behind = is meant as it is, without * or ~", None),
    ("=talk~2", 0, "the word behind = is meant as it is, without * or ~", None),
    ("lavrov~9", 0, f"{LETTERS} ~9", "write lavrov~ or lavrov~2"),
    ("a Lavrov~0.5", 2, f"{LETTERS} ~0.5", "write lavrov~ or lavrov~2"),
    ("lavrov~0", 0, f"{LETTERS} ~0", "write lavrov~ or lavrov~2"),
    ('"a b"~', 5, SLOP, "three words"),
    ('"a b"~0', 5, SLOP, "three words"),
    ('"a b"~x', 5, SLOP, "three words"),
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
    with pytest.raises(QuerySyntaxError) as caught:
        parse(text)
    assert (str(caught.value), caught.value.position, caught.value.query) == (message, position, text)
    assert (hint or "") in (caught.value.hint or "")


def test_parentheses_may_nest_to_the_limit() -> None:
    assert parse("(" * MAX_DEPTH + "a" + ")" * MAX_DEPTH).tree == nodes.Word("a", "a")


def test_words_are_searched_as_the_index_has_them() -> None:
    assert parse("Sanctions").tree == nodes.Word("Sanctions", "sanction")
    assert parse('"New sanctions"').tree == nodes.Phrase("New sanctions", ("new", "sanction"))


# --- properties

values = st.text('aZé北 "\\*():-', min_size=1, max_size=8).filter(lambda text: bool(text.strip()))
some_words = st.sampled_from(("lavrov", "sanctions", "zurich", "1.5", "don't", "AND", "OR", "NOT", "not", "é"))
text_fields = st.sampled_from((None, *TEXT_FIELDS))
days = st.dates(min_value=date(1000, 1, 1))


def _phrase(parts: list[str], field: str | None, slop: int) -> nodes.Phrase:
    text = " ".join(parts)
    return nodes.Phrase(text, tuple(terms(text)), field, slop)


def _words(field: str | None) -> st.SearchStrategy[nodes.Node]:
    return st.one_of(
        st.builds(lambda text: nodes.Word(text, term(text), field), some_words),
        st.builds(lambda text: nodes.Form(text, word(text), term(text), field), some_words),
        st.builds(_phrase, st.lists(some_words, min_size=2, max_size=3), st.just(field), st.sampled_from((0, 1, 9))),
        st.builds(nodes.Prefix, st.sampled_from(("sanc", "us", "1.5", "e")), st.just(field)),
        st.builds(nodes.Fuzzy, st.sampled_from(("lavrov", "don't", "12.50")), st.sampled_from((1, 2)), st.just(field)),
        st.builds(nodes.Wildcard, st.sampled_from(("s?nc*", "*don't", "?and")), st.just(field)),
        st.builds(nodes.Regex, st.sampled_from(("a|(b)", "[)(]x", r"\d{2,3}\/")), st.just(field)),
    )


factors = st.sampled_from((0.5, 2.0, 1000.0))


def _places(operands: st.SearchStrategy[nodes.Node]) -> st.SearchStrategy[nodes.Node]:
    within = st.sampled_from((1, 5, 1000, "S", "P"))
    return st.one_of(
        st.builds(nodes.Near, operands, operands, within, st.booleans(), st.booleans()),
        st.builds(nodes.Or, st.lists(operands, min_size=2, max_size=3).map(tuple)),
        st.builds(nodes.Boost, operands, factors),
    )


def _operands(field: str | None) -> st.SearchStrategy[nodes.Node]:
    inside = st.recursive(_words(field), _places, max_leaves=4)
    return inside | st.builds(nodes.AtLeast, st.sampled_from((1, 3, 1000)), inside)


leaves: st.SearchStrategy[nodes.Node] = st.one_of(
    st.just(nodes.Everything()),
    text_fields.flatmap(_operands),
    st.builds(nodes.Exact, st.sampled_from(("source", "section", "id")), values.map(str.strip)),
    days.map(lambda day: nodes.Days(day, day)),
    st.tuples(days, days).map(lambda pair: nodes.Days(min(pair), max(pair))),
    days.map(lambda day: nodes.Days(day, None)),
    days.map(lambda day: nodes.Days(None, day)),
)


def _compounds(inner: st.SearchStrategy[nodes.Node]) -> st.SearchStrategy[nodes.Node]:
    parts = st.lists(inner, min_size=2, max_size=4).map(tuple)
    scored = inner.filter(lambda node: not nodes.is_filter(node))
    return st.one_of(
        st.builds(nodes.And, parts),
        st.builds(nodes.Or, parts),
        st.builds(nodes.Not, inner),
        st.builds(nodes.Boost, scored, factors),
    )


@settings(deadline=None)
@given(st.recursive(leaves, _compounds, max_leaves=12))
def test_a_tree_reads_back_from_what_it_prints(tree: nodes.Node) -> None:
    assert parse(str(tree)).tree == tree


PIECES = (
    *("a", "lavrov", "U.S.", "北京", "ﷺ", "½", "2025", "..", "2025-02-30", " ", " ", "\n", "\0", "\ud800"),
    *("AND", "OR", "NOT", "-", "+", "(", ")", '"', "“", "”", "*", "?", "~", "~3", "=", "^", "^2", ":", "\\", "'", "/"),
    *(
        "title:",
        "source:",
        "date:",
        "id:",
        " NEAR/5 ",
        " NOT ADJ/S ",
        " NEAR/P ",
        "NEAR",
        "atleast2(",
        "[2024 TO 2025]",
    ),
    *("/a+/", "/[b-c]{2}x/", "{", "}", "[", "]", "|", '"a b"', "(a OR b)"),
)


def test_pieces_of_the_grammar_in_any_order_raise_nothing_but_query_errors() -> None:
    chance = random.Random(20251113)
    outcomes = Counter(_outcome("".join(chance.choices(PIECES, k=chance.randint(1, 14)))) for _ in range(100_000))
    assert outcomes["understood"] > 5000
    assert outcomes["refused"] > 5000
    assert set(outcomes) == {"understood", "refused"}


@pytest.mark.parametrize(
    "text",
    [
        "title:" * 1600 + "a", "NOT " * 2400, "(" * 5000, "a OR " * 1900, '"' * 4999, "a NEAR/5 " * 1000,
        "atleast2(" * 900, "/" + "(" * 5000 + "/", "/" + "(" * 10 + "){100}" * 10 + "/", "/" + "(a" * 60,
        "/" + "a{100}" * 900 + "/", "^" * 5000, "a~" * 4000, "[" * 5000,
    ],
)  # fmt: skip
def test_very_long_nonsense_is_refused(text: str) -> None:
    assert _outcome(text) == "refused"


def test_what_is_understood_costs_no_more_the_longer_it_is() -> None:
    for text in ("a* " * 3000, "-a " * 3000, "(a OR b) " * 1000, "a^2 " * 2400, "/(a+)+b/ " * 1100, "a*" * 4999 + "b"):
        assert _outcome(text) == "understood"


@settings(deadline=None)
@given(st.text(max_size=30))
@example("\ud800*")
def test_any_text_raises_nothing_but_query_errors(text: str) -> None:
    assert _outcome(text) in ("understood", "refused")


def _outcome(text: str) -> str:
    """Tell what becomes of a text: what it prints must read back, a refusal must name a place in it."""
    try:
        query = parse(text)
    except QuerySyntaxError as error:
        _check_lenient(text)
        return "refused" if 0 <= (-1 if error.position is None else error.position) <= len(text) else "out of place"
    assert parse(text, lenient=True) == query
    printed = str(query.tree)
    return "understood" if len(printed) > MAX_LENGTH or parse(printed).tree == query.tree else f"not read back: {text}"


def _check_lenient(text: str) -> None:
    with suppress(QuerySyntaxError):  # there was nothing to search for
        assert parse(text, lenient=True).notes


LENIENT = [
    ("lavrov AND", "lavrov", "dropped 'AND' (character 8): something to search for is missing here"),
    ('lavrov "new contacts', "lavrov AND new AND contacts",
     "dropped '\"' (character 8): this quotation mark is never closed"),
    ("(a b", "a AND b", "dropped '(' (character 1): this parenthesis is never closed"),
    ("a NEAR b", "a AND b", f"dropped 'NEAR' (character 3): {DISTANCE}"),
    ("titel:lavrov", "lavrov",
     f"dropped 'titel:' (character 1): there is no field 'titel'; the fields are {FIELD_LIST}"),
    ("a date:soon b", "a AND b", "dropped 'date:soon' (character 3): cannot read 'soon' as a date"),
    ("a /b(/ c", "a AND c", "dropped '/b(/' (character 3): this group is never closed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "note"), LENIENT)
def test_leniently_what_cannot_be_read_is_dropped_with_a_note(text: str, expected: str, note: str) -> None:
    query = parse(text, lenient=True)
    assert query.interpreted_as == expected
    assert note in query.notes


def test_leniently_too_many_mistakes_leave_the_words() -> None:
    query = parse("lavrov ^ " * 60 + '"new contacts"', lenient=True)
    assert query.interpreted_as.startswith("lavrov AND lavrov")
    assert query.interpreted_as.endswith('AND "new contacts"')
    assert "looked for words alone" in query.notes[-1]
    assert "'^' (character 539)" in query.notes[-1]


@given(
    st.lists(
        st.sampled_from(["gas", "NEAR", "ADJ", "AND", "OR", "NOT", "NEARLY", "atleast3", "Übung", "二", ""]), max_size=6
    )
)
def test_plain_words_are_read_as_they_are_among_other_signs(words: list[str]) -> None:
    def read(text: str) -> str | None:
        try:
            return str(parse(text).tree)
        except QuerySyntaxError:
            return None

    text = " ".join(words)
    assert read(text) == read(f"({text} )")
