"""What every format states about its articles, and which of its parts are left out: Markdown, tables, feeds, SGML."""

import json
from datetime import date
from pathlib import Path

import pytest

from searchkit import Archive
from searchkit.article import UNKNOWN, Article, Evidence
from searchkit.ingest import reading
from searchkit.ingest.files import Skipped
from tests.reading_helpers import read_all, read_articles, read_one, zoned

# --- Markdown


def test_front_matter_states_the_values(tmp_path: Path) -> None:
    article = read_one(
        tmp_path,
        "a.md",
        '---\ntitle: "Talks: \\"the end\\" | The Wire"\nsource: Wire # a comment\nurl: https://w.example/a\n'
        "date: '2025-11-13'\nlanguage: en\nauthor:\n  - Jane Doe\n  - Joe Bloggs\ntags: [\"a, b\", c]\n"
        'teaser: >\n  Two\n  lines\n---\n\n# Talks: "the end"\n\nText.\n',
    )
    assert (article.title, article.source, article.date) == ('Talks: "the end"', "Wire", date(2025, 11, 13))
    assert (article.url, article.language, article.byline) == ("https://w.example/a", "en", "Jane Doe, Joe Bloggs")
    assert article.extra == {"tags": ["a, b", "c"], "teaser": "Two lines"}
    assert article.body == "Text."
    assert article.evidence == (
        Evidence("date", "2025-11-13", "front matter", 5, True, 0.98),
        Evidence("source", "Wire", "front matter", 3, True, 0.98),
        Evidence("source", "The Wire", "page title", 2, False, 0.92),
        Evidence("source", "w.example", "url", 4, False, 0.6),
        Evidence("byline", "Jane Doe, Joe Bloggs", "front matter", 7, True, 0.95),
        Evidence("language", "en", "front matter", 6, True, 1.0),
    )
    assert zoned(article)[-2:] == [("headline", '# Talks: "the end"'), ("body", "Text.")]


def test_front_matter_may_be_toml(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.md", '+++\ntitle = "T"\ndate = 2025-11-13\ntags = ["a"]\n+++\nText.')
    assert (article.title, article.date, article.body) == ("T", date(2025, 11, 13), "Text.")
    assert article.extra == {"tags": ["a"]}


def test_markdown_without_front_matter_has_its_heading_as_title(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.md", "# Title #\n\nOne.\n")
    assert (article.title, article.body, article.date, article.source) == ("Title", "One.", None, UNKNOWN)


def test_a_line_of_dashes_is_no_front_matter(tmp_path: Path) -> None:
    assert read_one(tmp_path, "a.md", "---\nText without an end.\n").body == "Text without an end."


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("A [link](https://x.example/a_(b)), **bold**, *it*, _it_, ~~gone~~, `c`.", "A link, bold, it, it, gone, c."),
        ("[![alt](a.png)](b) in text, snake_case_name, 2 * 3, a\\*b", "alt in text, snake_case_name, 2 * 3, a*b"),
        ("A [link over\nlines](https://x.example) here.", "A link over\nlines here."),
        ("> Quoted\n> text &amp; more", "Quoted\ntext & more"),
        ("* one\n+ two\n1. three", "- one\n- two\n1. three"),
        ("## Heading\n\nText [1][ref]\n\n[ref]: https://x.example", "Heading\n\nText 1"),
        ("```py\na = b[0](c)  # **kept**\n```", "a = b[0](c)  # **kept**"),
        ("One\n\n***\n\nTwo<br>three <https://x.example>", "One\n\nTwothree https://x.example"),
    ],
)  # fmt: skip
def test_marks_of_markdown_are_not_in_the_body(tmp_path: Path, written: str, shown: str) -> None:
    article = read_one(tmp_path, "a.md", f"Intro.\n\n{written}\n")
    assert article.body == f"Intro.\n\n{shown}"
    assert len(article.to_dict()["lines"]) == len(article.lines())


def test_a_picture_alone_is_a_caption(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.md", "One.\n\n![Lavrov in Alaska](a.png)\n\nTwo.\n")
    assert ("caption", "![Lavrov in Alaska](a.png)") in zoned(article)
    assert "Lavrov" not in article.body


# --- tables


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_first_line_of_a_table_tells_its_columns_and_what_parts_them(tmp_path: Path, mark: str) -> None:
    rows = [
        ["ID", "Title", "date", "source", "TEXT", "Lang", "Page"],
        ["7", "T", "2025-11-13", "Wire", f'"B{mark} ""b""\n2"', "en", "3"],
    ]
    article = read_one(tmp_path, "a.csv", "\r\n".join(mark.join(row) for row in rows))
    assert (article.id, article.title, article.body, article.source) == ("7", "T", f'B{mark} "b"\n2', "Wire")
    assert (article.date, article.language, article.extra) == (date(2025, 11, 13), "en", {"page": "3"})


def test_a_row_states_who_it_is_by(tmp_path: Path) -> None:
    row = {"text": "T", "agency": ["AP", "dpa", "AP"], "byline": ["Jo Doe", "Al Roe"], "author": "A. Roe"}
    article = read_one(tmp_path, "a.jsonl", json.dumps(row))
    assert (article.agencies, article.byline, article.extra) == (("AP", "dpa"), "Jo Doe, Al Roe", {})
    assert [(e.field, e.value, e.origin, e.chosen) for e in article.evidence[:4]] == [
        ("agencies", "AP", "field", True), ("agencies", "dpa", "field", True),
        ("byline", "Jo Doe, Al Roe", "field", True), ("byline", "A. Roe", "field", False),
    ]  # fmt: skip
    article = read_one(tmp_path, "b.csv", "author,agency,text\nJo Doe,Reuters,T\n")
    assert (article.agencies, article.byline) == (("Reuters",), "Jo Doe")
    article = read_one(tmp_path, "c.jsonl", json.dumps({"text": "T", "author": {"name": "Jo"}, "agency": None}))
    assert (article.agencies, article.byline, article.extra) == ((), None, {"author": {"name": "Jo"}})


def test_a_bad_row_of_a_table_is_told_with_its_line(tmp_path: Path) -> None:
    found = read_all(tmp_path, "a.csv", 'id,text\na,"two\nlines"\nb,\nc,x,y\n\nd,fine\ne,"never closed\nf,also fine\n')
    reasons = {item.path.rpartition(":")[2]: item.reason for item in found if isinstance(item, Skipped)}
    assert reasons == {
        "4": "the row has no text",
        "5": "the row has 3 values for 2 columns",
        "8": "a quotation mark is never closed",
    }
    assert [item.id for item in found if isinstance(item, Article)] == ["a", "d", "f"]


def test_rows_of_a_table_without_ids_are_named_by_their_line(tmp_path: Path) -> None:
    assert [row.id for row in read_articles(tmp_path, "a.tsv", "text\tx\n1\n2\n")] == ["a.tsv#2", "a.tsv#3"]


def test_a_value_may_be_huge(tmp_path: Path) -> None:
    assert len(read_one(tmp_path, "a.csv", "text\n" + "word " * 100_000).body) == 500_000


def test_a_row_of_a_table_that_changes_is_updated(archive: Archive, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("id,text\na,war\nb,peace\n")
    archive.index(table)
    table.write_text("id,text\na,war\nb,truce\n")
    report = archive.index(table)
    assert (report.updated, report.unchanged) == (1, 1)


# --- feeds

ATOM = """<?xml version="1.0" encoding="iso-8859-1"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title type="text">Die Post</title>
<entry><title>Z\xfcrich</title><id>tag:1</id><link rel="self" href="no"/><link href="https://p.example/1"/>
<author><name>Jane Doe</name><email>j@p.example</email></author><updated>2025-11-14T01:00:00Z</updated>
<published>2025-11-13T23:30:00-05:00</published><category term="world"/><category term="talks"/>
<content type="xhtml"><div xmlns="x"><p>One <b>bold</b>.</p><p>Two&nbsp;2.</p></div></content>
</entry></feed>"""


def test_an_entry_of_atom(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.atom", ATOM.encode("latin-1"))
    assert (article.id, article.title, article.url) == ("tag:1", "Zürich", "https://p.example/1")
    assert (article.date, article.source, article.byline) == (date(2025, 11, 13), "Die Post", "Jane Doe")
    assert (article.language, article.body) == ("de", "One bold.\n\nTwo 2.")
    assert article.extra == {"category": ["world", "talks"]}


def test_an_item_of_rss_names_its_own_source(tmp_path: Path) -> None:
    article = read_one(
        tmp_path,
        "a.rss",
        '<rss xmlns:dc="d" xmlns:content="c" xmlns:media="m"><channel><title>All news</title><item>'
        "<media:title>No</media:title><title>A &amp;amp; B</title><link> https://p.example/1 </link>"
        '<source url="https://p.example">The Post</source><dc:date>2025-11-13</dc:date><dc:creator>Jane</dc:creator>'
        "<description>Short.</description><content:encoded><![CDATA[Long <b>text</b></item>.]]></content:encoded>"
        "</item></channel></rss>",
    )
    assert (article.id, article.title, article.source) == ("https://p.example/1", "A & B", "The Post")
    assert (article.body, article.byline, article.date) == ("Long text.", "Jane", date(2025, 11, 13))
    assert article.extra == {"media:title": "No", "summary": "Short."}


def test_a_text_without_markup_keeps_its_lines(tmp_path: Path) -> None:
    text = "<rss><item><title>T</title><description>[Reuters]\n\nA &lt; B</description></item></rss>"
    assert read_one(tmp_path, "a.xml", text).body == "[Reuters]\n\nA < B"


def test_rss_of_the_first_kind(tmp_path: Path) -> None:
    text = (
        '<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/"><channel><title>W</title></channel>'
        '<item rdf:about="x"><title>T</title><link>l</link></item></rdf:RDF>'
    )
    article = read_one(tmp_path, "a.rdf", text)
    assert (article.id, article.title, article.source) == ("l", "T", "W")


def test_a_broken_item_is_told_with_its_line_and_the_next_is_read(tmp_path: Path) -> None:
    bad, good = read_all(tmp_path, "a.xml", "<rss>\n<item><b></item>\n<item><title>T</title></item>\n</rss>")
    assert isinstance(bad, Skipped)
    assert (bad.path[-7:], bad.reason) == ("a.xml:2", "the item is not XML: mismatched tag")
    assert isinstance(good, Article)


def test_json_feed(tmp_path: Path) -> None:
    bad, article = read_all(
        tmp_path,
        "feed.json",
        '{"version": "https://jsonfeed.org/version/1.1", "title": "The Post", "language": "en", "items": [1, '
        '{"id": "i", '
        '"url": "https://p.example/1", "title": "T", "content_html": "<p>One.</p>", "tags": ["a"],'
        '"date_published": "2025-11-13T23:30:00-05:00", "authors": [{"name": "Jane"}, {"name": "Joe"}]}]}',
    )
    assert isinstance(bad, Skipped)
    assert isinstance(article, Article)
    assert (article.id, article.body, article.source, article.language) == ("i", "One.", "The Post", "en")
    assert (article.date, article.byline, article.extra) == (date(2025, 11, 13), "Jane, Joe", {"tags": ["a"]})


# --- SGML


def test_a_story_of_the_reuters_collection(tmp_path: Path) -> None:
    text = (
        '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n<REUTERS TOPICS="YES" NEWID="14">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n'
        "<TOPICS><D>cocoa</D><D>tea</D></TOPICS>\n<TEXT>&#2;\n<TITLE>CAF\xc9 &lt;CAF> REVIEW</TITLE>\n"
        "<DATELINE>    SALVADOR, Feb 26 - </DATELINE><BODY>Showers continued.\n    More.\n Reuter\n&#3;</BODY></TEXT>\n"
        '</REUTERS>\n<REUTERS NEWID="15"><TEXT TYPE="BRIEF"><TITLE>BRIEF</TITLE>Only this.</TEXT></REUTERS>'
    )
    first, second = read_articles(tmp_path, "reut.sgm", text.encode("latin-1"))
    assert (first.id, first.title, first.date) == ("reut.sgm#14", "CAFÉ <CAF> REVIEW", date(1987, 2, 26))
    assert (first.body, first.dateline) == ("Showers continued.\n    More.", "SALVADOR, Feb 26")
    assert (first.source, first.extra) == ("Reuters", {"topics": ["cocoa", "tea"]})
    assert (second.id, second.title, second.body, second.date) == ("reut.sgm#15", "BRIEF", "Only this.", None)


# --- every format

RUSSIAN = "Министр заявил в четверг, что переговоры о поставках газа продолжатся на следующей неделе в Москве."
IN_WINDOWS_1251 = {
    "a.txt": f"Лавров\n\n{RUSSIAN}\n",
    "a.md": f"# Лавров\n\n{RUSSIAN}\n",
    "a.html": f"<meta charset=windows-1251><h1>Лавров</h1><p>{RUSSIAN}",
    "a.xml": f"<?xml version='1.0' encoding='windows-1251'?><rss><item><title>{RUSSIAN}</title></item></rss>",
    "a.csv": f"id;text\n1;{RUSSIAN}\n",
    "a.eml": f"Message-ID: <1>\nSubject: x\nContent-Type: text/plain; charset=windows-1251\n\n{RUSSIAN}\n",
}


@pytest.mark.parametrize("name", IN_WINDOWS_1251)
def test_every_format_keeps_the_encoding_as_evidence(tmp_path: Path, name: str) -> None:
    article = read_one(tmp_path, name, IN_WINDOWS_1251[name].encode("cp1251"))
    assert RUSSIAN in (article.body.removeprefix("Лавров\n\n"), article.title)  # one word may be a title or text
    (told,) = [evidence for evidence in article.evidence if evidence.field == "encoding"]
    assert (told.value, told.chosen) == ("windows-1251", True)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b"---\ntitle: T\n---\nText.\n"),
        ("b.txt", f"<html><meta charset=windows-1251><h1>&copy; &#9731;</h1><p>{RUSSIAN}".encode("cp1251")),
        ("c.txt", b"<html><meta charset=cp932><h1>\x93\x8c\x8b\x9e\x87\x90</h1><p>\x93\x8c\x8b\x9e"),
    ],
)
def test_what_only_has_the_name_of_a_text_is_never_read_again_as_a_page(
    tmp_path: Path, name: str, content: bytes
) -> None:
    assert not reading.is_page(read_one(tmp_path, name, content))


def test_the_dateline_names_the_outlet_only_where_nothing_else_does(tmp_path: Path) -> None:
    item = "<item><title>T</title>{}<description>ANKARA (AFP) - The port was closed.</description></item>"
    page = f"<rss>{item.format('')}{item.format('<link>https://www.p.example/1</link>')}" + (
        f"{item.format('<link>https://www.afp.com/1</link>')}</rss>"
    )
    found = [(article.source, article.agencies, article.dateline) for article in read_articles(tmp_path, "a.xml", page)]
    assert found == [(source, ("AFP",), "ANKARA") for source in ("AFP", "p.example", "AFP")]
