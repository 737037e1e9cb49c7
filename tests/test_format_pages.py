"""What HTML, mail, PDF and WARC state about their articles, and which of their parts are left out."""

import gzip
from datetime import date
from pathlib import Path

import pytest

from searchkit import Archive
from searchkit.article import UNKNOWN, Article, Evidence
from searchkit.ingest.files import Skipped
from tests.reading_helpers import pdf, read_all, read_articles, read_one, web_page, zoned

# --- HTML


def test_json_ld_is_believed_before_all_else(tmp_path: Path) -> None:
    article = read_one(
        tmp_path,
        "a.html",
        web_page(
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
    article = read_one(
        tmp_path,
        "a.html",
        web_page('<title>Talks - Post</title><link rel="canonical" href="https://www.p.example/1">',
              '<h1>Talks</h1><time datetime="2025-11-13T10:00Z">today</time>'),
    )  # fmt: skip
    assert (article.title, article.date, article.source) == ("Talks", date(2025, 11, 13), "Post")
    assert Evidence("source", "p.example", "url", None, False, 0.6) in article.evidence


def test_broken_json_ld_and_a_date_that_is_none_are_no_values(tmp_path: Path) -> None:
    head = '<script type="application/ld+json">{"@type": </script><meta name="date" content="2025-02-30">'
    article = read_one(tmp_path, "a.html", web_page(head, "<h1>Talks</h1>"))
    assert (article.title, article.date, article.source) == ("Talks", None, UNKNOWN)
    assert Evidence("date", "2025-02-30", "meta", None, False, 0.0) in article.evidence


def test_the_raw_text_of_a_page_is_what_is_seen_of_it_with_a_zone_for_every_line(tmp_path: Path) -> None:
    article = read_one(
        tmp_path,
        "a.html",
        web_page("<title>Talks</title><style>p{}</style>", "<nav>Menu <a href=x>World</a></nav><script>var x;</script>"
              "<h1>Talks</h1><figure><figcaption>Lavrov. / Reuters</figcaption></figure>"
              '<ul><li><a href="y">Another article of the day</a></ul>'),
    )  # fmt: skip
    assert zoned(article)[:5] == [
        ("headline", "Talks"),
        ("navigation", "Menu World"),
        ("headline", "Talks"),
        ("caption", "Lavrov. / Reuters"),
        ("links", "- Another article of the day"),
    ]
    assert article.body.count("This is a paragraph") == 6
    assert "var x" not in article.text


def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    page = web_page('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "<h1>Лавров</h1>")
    assert read_one(tmp_path, "a.html", page.encode("cp1251")).title == "Лавров"


def test_a_page_without_metadata_has_the_credits_of_its_lines(tmp_path: Path) -> None:
    article = read_one(
        tmp_path,
        "a.html",
        web_page("", "<p><time>November 21, 2025</time></p><h1>Talks</h1><p>By Jane Doe</p>"
              "<time>November 13, 2025</time>"
              "<figure><figcaption>Lavrov. / Reuters</figcaption></figure><p>[File: John Roe/AP Photo]</p>").replace(
            "</article>", "<p>By midnight all of them had left the place again, and it was quiet.</p></article>"
            "<p><time>November 20, 2025</time> Other news of the day</p>"),
    )  # fmt: skip
    assert (article.byline, article.photo_credits, article.date) == ("Jane Doe", ("Reuters", "AP"), date(2025, 11, 13))
    assert [kind for kind, text in zoned(article) if text == "By Jane Doe"] == ["byline"]
    assert [kind for kind, text in zoned(article) if text.startswith("[File")] == ["caption"]
    assert article.body.endswith("By midnight all of them had left the place again, and it was quiet.")


@pytest.mark.parametrize(
    ("language", "expected"), [("fr", date(2025, 4, 3)), ("en-US", date(2025, 3, 4)), ("en", None)]
)
def test_dates_in_figures_are_read_as_the_page_is_written(tmp_path: Path, language: str, expected: date | None) -> None:
    page = web_page('<meta name="date" content="03/04/2025">', "<h1>Talks</h1>")
    article = read_one(tmp_path, "a.html", page.replace("<html>", f"<html lang='{language}'>"))
    assert (article.date, article.date_quality) == (expected, "stated" if expected else "ambiguous")


def test_an_address_is_the_last_resort_for_a_date_and_an_outlet(tmp_path: Path) -> None:
    link = '<link rel="canonical" href="https://www.p.example/2025/11/13/talks">'
    article = read_one(tmp_path, "a.html", web_page(link, "<h1>Talks</h1>"))
    assert (article.date, article.source, article.date_quality) == (date(2025, 11, 13), "p.example", "weak")


def test_when_a_page_was_changed_is_not_when_it_was_published(tmp_path: Path) -> None:
    head = '<meta property="article:modified_time" content="2025-11-14">'
    article = read_one(tmp_path, "a.html", web_page(head, "<h1>Talks</h1>"))
    assert (article.date, article.date_quality) == (None, "none")
    assert article.evidence[0] == Evidence("date", "2025-11-14", "modified", None, False, 0.3)
    named = read_one(tmp_path, "2025_11_13_talks.html", web_page(head, "<h1>Talks</h1>"))
    assert (named.date, named.date_quality) == (date(2025, 11, 13), "weak")


def test_places_of_equal_trust_that_disagree_are_a_conflict(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2025-11-13"><meta name="date" content="2025-11-03">'
    article = read_one(tmp_path, "a.html", web_page(head, "<h1>Talks</h1>"))
    assert (article.date, article.date_quality) == (date(2025, 11, 13), "conflict")


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
    article = read_one(tmp_path, "a.eml", LETTER)
    assert (article.id, article.title, article.body) == ("a.eml", "Läuft on", "Zürich is\n\nquiet.")
    assert (article.date, article.source, article.byline) == (date(2025, 11, 13), "press.example", "Jane Döe")
    assert zoned(article)[:3] == [
        ("headline", "Subject: Läuft on"),
        ("byline", "From: Jane Döe <jane@press.example>"),
        ("dateline", "Date: Thu, 13 Nov 2025 23:30:00 -0500"),
    ]


def test_a_line_of_a_message_says_who_wrote_it_and_whose_picture_it_shows(tmp_path: Path) -> None:
    head = "Message-ID: <1>\nFrom: The Wire <news@wire.example>\nSubject: A\n\n"
    article = read_one(
        tmp_path, "a.eml", f"{head}By Jane Doe\n\nANKARA (AFP) - Rain.\n[File: John Roe/AP Photo]\nMore."
    )
    assert (article.byline, article.agencies, article.photo_credits) == ("Jane Doe", ("AFP",), ("AP",))
    assert (article.body, article.source) == ("ANKARA (AFP) - Rain.\nMore.", "wire.example")


def test_messages_of_a_mailbox_are_named_by_their_ids(tmp_path: Path) -> None:
    box = "From a b\nMessage-ID: <1@x>\nSubject: A\n\n>From here\n\nFrom a b\nSubject: B\n\nText.\n"
    first, second = read_articles(tmp_path, "all.mbox", box)
    assert (first.id, first.title, first.body) == ("1@x", "A", "From here")
    assert (second.id, second.title, second.body) == ("all.mbox#2", "B", "Text.")


# --- PDF


def test_a_document_is_the_text_of_its_pages(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.pdf", pdf("Lavrov spoke in Alaska.", "He left."))
    assert article.body.split("\n") == ["Lavrov spoke in Alaska.", "He left."]
    assert (article.title, article.date) == ("From the head", None)
    assert article.evidence == (
        Evidence("date", "2025-11-13", "creation of the document", None, False, 0.3),
        Evidence("language", "en", "detected", None, True, 1.0),
    )


def test_a_document_without_text_is_refused(tmp_path: Path) -> None:
    (skipped,) = read_all(tmp_path, "a.pdf", pdf())
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
    _record("https://p.example/1", web_page("", "<h1>Лавров</h1>").encode("cp1251")),
    _record("https://p.example/a.png", b"\0", "HTTP/1.1 200 OK\r\nContent-Type: image/png"),
    _record("https://p.example/2", b"<html>Gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html"),
    _record("https://p.example/3", gzip.compress(web_page("", "<h1>Talks</h1>").encode()),
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip"),
)  # fmt: skip


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_pages_of_a_crawl_are_articles_with_their_addresses(tmp_path: Path, pack: type[bytes]) -> None:
    first, second = read_articles(tmp_path, "a.warc.gz", b"".join(map(pack, CRAWL)))
    assert (first.id, first.url, first.title) == ("20251224102030/https://p.example/1", "https://p.example/1", "Лавров")
    assert (first.source, first.date) == ("p.example", None)
    assert Evidence("date", "2025-12-24", "fetched", None, False, 0.3) in first.evidence
    assert second.title == "Talks"


@pytest.mark.parametrize("cut", [5, 100, 250])
def test_a_crawl_that_is_cut_short_is_reported(tmp_path: Path, cut: int) -> None:
    content = CRAWL[0] + CRAWL[3]
    first, skipped = read_all(tmp_path, "a.warc", content[: len(CRAWL[0]) + cut])
    assert isinstance(first, Article)
    assert isinstance(skipped, Skipped)


def test_the_day_of_fetching_is_no_reason_to_warn(archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(CRAWL[0])
    report = archive.index(tmp_path / "a.warc")
    assert (report.added, report.warnings) == (1, ())
