"""What every format states about its articles, and which of its parts are left out."""

import gzip
from datetime import date
from pathlib import Path

import pytest

from searchkit import Archive
from searchkit.article import UNKNOWN, Article, Evidence
from searchkit.ingest import reading
from searchkit.ingest.files import Candidate, Skipped


def _read_all(folder: Path, name: str, content: str | bytes) -> list[Article | Skipped]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(reading.articles(Candidate(str(path), str(folder), path.stat().st_size)))


def _articles(folder: Path, name: str, content: str | bytes) -> list[Article]:
    found = _read_all(folder, name, content)
    assert [item for item in found if isinstance(item, Skipped)] == []
    return [item for item in found if isinstance(item, Article)]


def _read(folder: Path, name: str, content: str | bytes) -> Article:
    (article,) = _articles(folder, name, content)
    return article


def _kinds(article: Article) -> list[tuple[str, str]]:
    """Return every line that is not blank, with its zone."""
    lines = article.to_dict()["lines"]
    return [(label["zone"], text) for label, text in zip(lines, article.lines(), strict=True) if text.strip()]


# --- Markdown


def test_front_matter_states_the_values(tmp_path: Path) -> None:
    article = _read(
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
    assert _kinds(article)[-2:] == [("headline", '# Talks: "the end"'), ("body", "Text.")]


def test_front_matter_may_be_toml(tmp_path: Path) -> None:
    article = _read(tmp_path, "a.md", '+++\ntitle = "T"\ndate = 2025-11-13\ntags = ["a"]\n+++\nText.')
    assert (article.title, article.date, article.body) == ("T", date(2025, 11, 13), "Text.")
    assert article.extra == {"tags": ["a"]}


def test_markdown_without_front_matter_has_its_heading_as_title(tmp_path: Path) -> None:
    article = _read(tmp_path, "a.md", "# Title #\n\nOne.\n")
    assert (article.title, article.body, article.date, article.source) == ("Title", "One.", None, UNKNOWN)


def test_a_line_of_dashes_is_no_front_matter(tmp_path: Path) -> None:
    assert _read(tmp_path, "a.md", "---\nText without an end.\n").body == "Text without an end."


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
        ("One\n\n***\n\nTwo<br>three <https://x.example>", "One\n\n\nTwothree https://x.example"),
    ],
)  # fmt: skip
def test_marks_of_markdown_are_not_in_the_body(tmp_path: Path, written: str, shown: str) -> None:
    article = _read(tmp_path, "a.md", f"Intro.\n\n{written}\n")
    assert article.body == f"Intro.\n\n{shown}"
    assert len(article.to_dict()["lines"]) == len(article.lines())


def test_a_picture_alone_is_a_caption(tmp_path: Path) -> None:
    article = _read(tmp_path, "a.md", "One.\n\n![Lavrov in Alaska](a.png)\n\nTwo.\n")
    assert ("caption", "![Lavrov in Alaska](a.png)") in _kinds(article)
    assert "Lavrov" not in article.body


# --- tables


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_first_line_of_a_table_tells_its_columns_and_what_parts_them(tmp_path: Path, mark: str) -> None:
    rows = [
        ["ID", "Title", "date", "source", "TEXT", "Lang", "Page"],
        ["7", "T", "2025-11-13", "Wire", f'"B{mark} ""b""\n2"', "en", "3"],
    ]
    article = _read(tmp_path, "a.csv", "\r\n".join(mark.join(row) for row in rows))
    assert (article.id, article.title, article.body, article.source) == ("7", "T", f'B{mark} "b"\n2', "Wire")
    assert (article.date, article.language, article.extra) == (date(2025, 11, 13), "en", {"page": "3"})


def test_a_bad_row_of_a_table_is_told_with_its_line(tmp_path: Path) -> None:
    found = _read_all(tmp_path, "a.csv", 'id,text\na,"two\nlines"\nb,\nc,x,y\n\nd,fine\ne,"never closed\nf,also fine\n')
    reasons = {item.path.rpartition(":")[2]: item.reason for item in found if isinstance(item, Skipped)}
    assert reasons == {
        "4": "the row has no text",
        "5": "the row has 3 values for 2 columns",
        "8": "a quotation mark is never closed",
    }
    assert [item.id for item in found if isinstance(item, Article)] == ["a", "d", "f"]


def test_rows_of_a_table_without_ids_are_named_by_their_line(tmp_path: Path) -> None:
    assert [row.id for row in _articles(tmp_path, "a.tsv", "text\tx\n1\n2\n")] == ["a.tsv#2", "a.tsv#3"]


def test_a_value_may_be_huge(tmp_path: Path) -> None:
    assert len(_read(tmp_path, "a.csv", "text\n" + "word " * 100_000).body) == 500_000


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
    article = _read(tmp_path, "a.atom", ATOM.encode("latin-1"))
    assert (article.id, article.title, article.url) == ("tag:1", "Zürich", "https://p.example/1")
    assert (article.date, article.source, article.byline) == (date(2025, 11, 13), "Die Post", "Jane Doe")
    assert (article.language, article.body) == ("de", "One bold.\n\nTwo 2.")
    assert article.extra == {"category": ["world", "talks"]}


def test_an_item_of_rss_names_its_own_source(tmp_path: Path) -> None:
    article = _read(
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
    assert _read(tmp_path, "a.xml", text).body == "[Reuters]\n\nA < B"


def test_rss_of_the_first_kind(tmp_path: Path) -> None:
    text = (
        '<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/"><channel><title>W</title></channel>'
        '<item rdf:about="x"><title>T</title><link>l</link></item></rdf:RDF>'
    )
    article = _read(tmp_path, "a.rdf", text)
    assert (article.id, article.title, article.source) == ("l", "T", "W")


def test_a_broken_item_is_told_with_its_line_and_the_next_is_read(tmp_path: Path) -> None:
    bad, good = _read_all(tmp_path, "a.xml", "<rss>\n<item><b></item>\n<item><title>T</title></item>\n</rss>")
    assert isinstance(bad, Skipped)
    assert (bad.path[-7:], bad.reason) == ("a.xml:2", "the item is not XML: mismatched tag")
    assert isinstance(good, Article)


def test_json_feed(tmp_path: Path) -> None:
    bad, article = _read_all(
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
    first, second = _articles(tmp_path, "reut.sgm", text.encode("latin-1"))
    assert (first.id, first.title, first.date) == ("reut.sgm#14", "CAFÉ <CAF> REVIEW", date(1987, 2, 26))
    assert (first.body, first.dateline) == ("Showers continued.\n    More.", "SALVADOR, Feb 26")
    assert (first.source, first.extra) == ("Reuters", {"topics": ["cocoa", "tea"]})
    assert (second.id, second.title, second.body, second.date) == ("reut.sgm#15", "BRIEF", "Only this.", None)


# --- HTML


def _page(head: str = "", body: str = "") -> str:
    text = "This is a paragraph of the article, which has some words in it, so that it is one. " * 3
    return f"<html><head>{head}</head><body>{body}<article><p>{text}</p><p>{text}</p></article></body></html>"


def test_json_ld_is_believed_before_all_else(tmp_path: Path) -> None:
    article = _read(
        tmp_path,
        "a.html",
        _page(
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"],'
            '"headline": "Talks &amp; more", "datePublished": "2025-11-13T23:30:00-05:00", "dateModified": "2025-11-15"'
            ', "author": [{"name": "Jane Doe"}, "Joe"], "publisher": {"name": "The Post"}, "articleSection": "World",'
            '"inLanguage": "en", "url": "https://p.example/1"}]}</script>'
            '<meta property="article:published_time" content="2025-11-14">'
        ),
    )
    assert (article.title, article.date, article.source) == ("Talks & more", date(2025, 11, 13), "The Post")
    assert (article.byline, article.section) == ("Jane Doe, Joe", "World")
    assert (article.language, article.url) == ("en", "https://p.example/1")
    assert [(item.value, item.origin, item.chosen) for item in article.evidence if item.field == "date"] == [
        ("2025-11-13", "json-ld", True),
        ("2025-11-14", "opengraph", False),
        ("2025-11-15", "modified", False),
    ]


def test_a_page_that_states_little_is_dated_by_its_time_and_named_by_its_title(tmp_path: Path) -> None:
    article = _read(
        tmp_path,
        "a.html",
        _page('<title>Talks - Post</title><link rel="canonical" href="https://www.p.example/1">',
              '<h1>Talks</h1><time datetime="2025-11-13T10:00Z">today</time>'),
    )  # fmt: skip
    assert (article.title, article.date, article.source) == ("Talks", date(2025, 11, 13), "Post")
    assert Evidence("source", "p.example", "url", None, False, 0.6) in article.evidence


def test_broken_json_ld_and_a_date_that_is_none_are_no_values(tmp_path: Path) -> None:
    head = '<script type="application/ld+json">{"@type": </script><meta name="date" content="2025-02-30">'
    article = _read(tmp_path, "a.html", _page(head, "<h1>Talks</h1>"))
    assert (article.title, article.date, article.source) == ("Talks", None, UNKNOWN)
    assert Evidence("date", "2025-02-30", "meta", None, False, 0.0) in article.evidence


def test_the_raw_text_of_a_page_is_what_is_seen_of_it_with_a_zone_for_every_line(tmp_path: Path) -> None:
    article = _read(
        tmp_path,
        "a.html",
        _page("<title>Talks</title><style>p{}</style>", "<nav>Menu <a href=x>World</a></nav><script>var x;</script>"
              "<h1>Talks</h1><figure><figcaption>Lavrov. / Reuters</figcaption></figure>"
              '<ul><li><a href="y">Another article of the day</a></ul>'),
    )  # fmt: skip
    assert _kinds(article)[:5] == [
        ("headline", "Talks"),
        ("navigation", "Menu World"),
        ("headline", "Talks"),
        ("caption", "Lavrov. / Reuters"),
        ("links", "- Another article of the day"),
    ]
    assert article.body.count("This is a paragraph") == 6
    assert "var x" not in article.text


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    page = _page('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "<h1>Лавров</h1>")
    assert _read(tmp_path, "a.html", page.encode("cp1251")).title == "Лавров"


def test_a_page_without_metadata_has_the_credits_of_its_lines(tmp_path: Path) -> None:
    article = _read(
        tmp_path,
        "a.html",
        _page("", "<p><time>November 21, 2025</time></p><h1>Talks</h1><p>By Jane Doe</p><time>November 13, 2025</time>"
              "<figure><figcaption>Lavrov. / Reuters</figcaption></figure><p>[File: John Roe/AP Photo]</p>").replace(
            "</article>", "<p>By midnight all of them had left the place again, and it was quiet.</p></article>"
            "<p><time>November 20, 2025</time> Other news of the day</p>"),
    )  # fmt: skip
    assert (article.byline, article.photo_credits, article.date) == ("Jane Doe", ("Reuters", "AP"), date(2025, 11, 13))
    assert [kind for kind, text in _kinds(article) if text == "By Jane Doe"] == ["byline"]
    assert [kind for kind, text in _kinds(article) if text.startswith("[File")] == ["caption"]
    assert article.body.endswith("By midnight all of them had left the place again, and it was quiet.")


@pytest.mark.parametrize(
    ("language", "expected"), [("fr", date(2025, 4, 3)), ("en-US", date(2025, 3, 4)), ("en", None)]
)
def test_dates_in_figures_are_read_as_the_page_is_written(tmp_path: Path, language: str, expected: date | None) -> None:
    page = _page('<meta name="date" content="03/04/2025">', "<h1>Talks</h1>")
    article = _read(tmp_path, "a.html", page.replace("<html>", f"<html lang='{language}'>"))
    assert (article.date, article.date_quality) == (expected, "stated" if expected else "ambiguous")


def test_an_address_is_the_last_resort_for_a_date_and_an_outlet(tmp_path: Path) -> None:
    link = '<link rel="canonical" href="https://www.p.example/2025/11/13/talks">'
    article = _read(tmp_path, "a.html", _page(link, "<h1>Talks</h1>"))
    assert (article.date, article.source, article.date_quality) == (date(2025, 11, 13), "p.example", "weak")


def test_when_a_page_was_changed_is_not_when_it_was_published(tmp_path: Path) -> None:
    head = '<meta property="article:modified_time" content="2025-11-14">'
    article = _read(tmp_path, "a.html", _page(head, "<h1>Talks</h1>"))
    assert (article.date, article.date_quality) == (None, "none")
    assert article.evidence[0] == Evidence("date", "2025-11-14", "modified", None, False, 0.3)
    named = _read(tmp_path, "2025_11_13_talks.html", _page(head, "<h1>Talks</h1>"))
    assert (named.date, named.date_quality) == (date(2025, 11, 13), "weak")


def test_places_of_equal_trust_that_disagree_are_a_conflict(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2025-11-13"><meta name="date" content="2025-11-03">'
    article = _read(tmp_path, "a.html", _page(head, "<h1>Talks</h1>"))
    assert (article.date, article.date_quality) == (date(2025, 11, 13), "conflict")


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
    article = _read(tmp_path, name, IN_WINDOWS_1251[name].encode("cp1251"))
    assert RUSSIAN in (article.body, article.title)
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
    assert not reading.is_page(_read(tmp_path, name, content))


def test_the_dateline_names_the_outlet_only_where_nothing_else_does(tmp_path: Path) -> None:
    item = "<item><title>T</title>{}<description>ANKARA (AFP) - The port was closed.</description></item>"
    page = f"<rss>{item.format('')}{item.format('<link>https://www.p.example/1</link>')}" + (
        f"{item.format('<link>https://www.afp.com/1</link>')}</rss>"
    )
    found = [(article.source, article.agencies, article.dateline) for article in _articles(tmp_path, "a.xml", page)]
    assert found == [(source, ("AFP",), "ANKARA") for source in ("AFP", "p.example", "AFP")]


# --- mail

LETTER = b"""Return-Path: <a@b.example>
Message-ID: <1@b.example>
From: =?utf-8?q?Jane_D=C3=B6e?= <jane@press.example>
Subject: =?utf-8?b?TMOkdWZ0?=
 on
Date: Thu, 13 Nov 2025 23:30:00 -0500
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

<p>Z=FCrich is</p><p>quiet.</p>
--x
Content-Type: text/plain; name=notes.txt
Content-Disposition: attachment; filename=notes.txt

Not this.
--x--
"""


def test_a_message_without_plain_text_is_what_its_html_shows(tmp_path: Path) -> None:
    article = _read(tmp_path, "a.eml", LETTER)
    assert (article.id, article.title, article.body) == ("a.eml", "Läuft on", "Zürich is\n\nquiet.")
    assert (article.date, article.source, article.byline) == (date(2025, 11, 13), "press.example", "Jane Döe")
    assert _kinds(article)[:3] == [
        ("headline", "Subject: Läuft on"),
        ("byline", "From: Jane Döe <jane@press.example>"),
        ("dateline", "Date: Thu, 13 Nov 2025 23:30:00 -0500"),
    ]


def test_a_line_of_a_message_says_who_wrote_it_and_whose_picture_it_shows(tmp_path: Path) -> None:
    head = "Message-ID: <1>\nFrom: The Wire <news@wire.example>\nSubject: A\n\n"
    article = _read(tmp_path, "a.eml", f"{head}By Jane Doe\n\nANKARA (AFP) - Rain.\n[File: John Roe/AP Photo]\nMore.")
    assert (article.byline, article.agencies, article.photo_credits) == ("Jane Doe", ("AFP",), ("AP",))
    assert (article.body, article.source) == ("ANKARA (AFP) - Rain.\nMore.", "wire.example")


def test_messages_of_a_mailbox_are_named_by_their_ids(tmp_path: Path) -> None:
    box = "From a b\nMessage-ID: <1@x>\nSubject: A\n\n>From here\n\nFrom a b\nSubject: B\n\nText.\n"
    first, second = _articles(tmp_path, "all.mbox", box)
    assert (first.id, first.title, first.body) == ("1@x", "A", "From here")
    assert (second.id, second.title, second.body) == ("all.mbox#2", "B", "Text.")


# --- PDF


def _pdf(*lines: str) -> bytes:
    text = "".join(f"BT /F1 12 Tf 50 {700 - 40 * n} Td ({line}) Tj ET\n" for n, line in enumerate(lines))
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]/Contents 4 0 R /Resources << /Font << /F1 5 0 R>>>>>>",
        f"<< /Length {len(text)} >>\nstream\n{text}endstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Title (From the head) /CreationDate (D:20251113120000Z) >>",
    )
    body = "%PDF-1.4\n" + "".join(f"{n} 0 obj\n{written}\nendobj\n" for n, written in enumerate(objects, 1))
    return (body + "trailer << /Root 1 0 R /Info 6 0 R /Size 7 >>\n%%EOF\n").encode()


def test_a_document_is_the_text_of_its_pages(tmp_path: Path) -> None:
    article = _read(tmp_path, "a.pdf", _pdf("Lavrov spoke in Alaska.", "He left."))
    assert article.body.split("\n") == ["Lavrov spoke in Alaska.", "He left."]
    assert (article.title, article.date) == ("From the head", None)
    assert article.evidence == (
        Evidence("date", "2025-11-13", "creation of the document", None, False, 0.3),
        Evidence("language", "en", "detected", None, True, 1.0),
    )


def test_a_document_without_text_is_refused(tmp_path: Path) -> None:
    (skipped,) = _read_all(tmp_path, "a.pdf", _pdf())
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "the document has no text; its pages may be pictures"


# --- WARC


def _record(
    url: str, payload: bytes, headers: str = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=cp1251"
) -> bytes:
    block = headers.encode() + b"\r\n\r\n" + payload
    return (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-12-24T10:20:30Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    ).encode() + block + b"\r\n\r\n"  # fmt: skip


CRAWL = (
    _record("https://p.example/1", _page("", "<h1>Лавров</h1>").encode("cp1251")),
    _record("https://p.example/a.png", b"\0", "HTTP/1.1 200 OK\r\nContent-Type: image/png"),
    _record("https://p.example/2", b"<html>Gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html"),
    _record("https://p.example/3", gzip.compress(_page("", "<h1>Talks</h1>").encode()),
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip"),
)  # fmt: skip


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_pages_of_a_crawl_are_articles_with_their_addresses(tmp_path: Path, pack: type[bytes]) -> None:
    first, second = _articles(tmp_path, "a.warc.gz", b"".join(map(pack, CRAWL)))
    assert (first.id, first.url, first.title) == ("20251224102030/https://p.example/1", "https://p.example/1", "Лавров")
    assert (first.source, first.date) == ("p.example", None)
    assert Evidence("date", "2025-12-24", "fetched", None, False, 0.3) in first.evidence
    assert second.title == "Talks"


@pytest.mark.parametrize("cut", [5, 100, 250])
def test_a_crawl_that_is_cut_short_is_reported(tmp_path: Path, cut: int) -> None:
    content = CRAWL[0] + CRAWL[3]
    first, skipped = _read_all(tmp_path, "a.warc", content[: len(CRAWL[0]) + cut])
    assert isinstance(first, Article)
    assert isinstance(skipped, Skipped)


def test_the_day_of_fetching_is_no_reason_to_warn(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(CRAWL[0])
    report = archive.index(tmp_path / "a.warc")
    assert (report.added, report.warnings) == (1, ())
