"""The formats together: one article in all of them, files whose names are wrong, and input that means harm."""

import gzip
import json
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

import searchkit
from searchkit import Archive
from searchkit.article import Article
from searchkit.ingest.files import Skipped
from tests.reading_helpers import read_all, read_one

PARAGRAPHS = (
    "MOSCOW (Reuters) - Lavrov said on Thursday that he expects new contacts between Moscow & Washington.",
    "The foreign minister spoke in Alaska, and he objected to the sanctions on oil.",
    '"Who can object to the idea that peace is better than war?" Lavrov said to reporters in Moscow.',
)
BODY = "\n\n".join(PARAGRAPHS)
TITLE = "Lavrov expects talks"

PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{TITLE} | The Wire</title>
<meta property="article:published_time" content="2025-11-13T23:30:00-05:00">
<meta property="og:site_name" content="The Wire"></head>
<body><nav><a href="/">Home</a> <a href="/world">Sanctions and more news of the world</a></nav>
<article><h1>{TITLE}</h1>
<p>By Jane Doe</p>
{"".join(f"<p>{paragraph.replace('&', '&amp;')}</p>" for paragraph in PARAGRAPHS)}
</article><footer>All rights reserved</footer></body></html>
"""

FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Wire</title>
<item><title>{TITLE}</title><guid>a</guid><pubDate>Thu, 13 Nov 2025 23:30:00 -0500</pubDate>
<author>Jane Doe</author><description><![CDATA[
{"".join(f"<p>{paragraph.replace('&', '&amp;')}</p>" for paragraph in PARAGRAPHS)}]]></description></item>
</channel></rss>"""

_ROW = {"id": "a", "title": TITLE, "date": "2025-11-13", "source": "The Wire", "text": BODY}

FORMATS = {
    "page.txt": f" date 2025-11-13 {TITLE}\nBy Jane Doe\n\n{BODY}\n\nSOURCE: The Wire\n",
    "story.md": f"---\ntitle: {TITLE}\nsource: The Wire\nauthor: Jane Doe\ndate: 2025-11-13\n---\n\n"
                f"{BODY.replace('peace', '*peace*')}\n",
    "page.html": PAGE,
    "rows.jsonl": json.dumps(_ROW) + "\n",
    "table.csv": "id,title,date,source,text\na,{},2025-11-13,The Wire,\"{}\"\n".format(TITLE, BODY.replace('"', '""')),
    "feed.xml": FEED,
    "letter.eml": f"Message-ID: <1>\nFrom: x@y.example\nList-Id: The Wire <l.y.example>\nSubject: {TITLE}\n"
                  f"Date: Thu, 13 Nov 2025 23:30:00 -0500\n\nBy Jane Doe\n\n{BODY}\n",
}  # fmt: skip

ROWS = ("rows.jsonl", "table.csv")
"""The formats whose articles have what their fields state, and no more."""


@pytest.mark.parametrize("name", FORMATS)
def test_one_article_is_the_same_in_every_format(tmp_path: Path, name: str) -> None:
    article = read_one(tmp_path, name, FORMATS[name])
    assert (article.title, article.body) == (TITLE, BODY)
    assert (str(article.date), article.source, article.date_quality) == ("2025-11-13", "The Wire", "stated")
    if name in ROWS:
        assert (article.agencies, article.byline, article.dateline) == ((), None, None)
    else:
        assert (article.agencies, article.byline, article.dateline) == (("Reuters",), "Jane Doe", "MOSCOW")


def test_one_article_has_the_same_hits_in_every_format(archive: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, content in FORMATS.items():
        content = content.replace('"id": "a"', '"id": "row"').replace("\na,", "\ncell,")
        (folder / name).write_text(content, encoding="utf-8")
    assert archive.index(folder).skipped == ()
    for query in (
        "lavrov contacts",
        '"peace is better than war"',
        "washington AND NOT rights",
        "sanction*",
        "title:talks",
    ):
        hits = archive.search(query, limit=20, copies=True).hits
        assert len(hits) == len(FORMATS), query
        assert len({(hit.score, hit.title, hit.passages[0].text if hit.passages else "") for hit in hits}) == 1, query
    assert archive.search("world OR rights").total == 0
    assert [hit.id for hit in archive.search("world", in_="all").hits] == ["page.html"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.txt", PAGE),
        ("page", b"\xef\xbb\xbf" + PAGE.encode()),
        ("page.jsonl", PAGE),
        ("rows.txt", FORMATS["rows.jsonl"]),
        ("rows.json", FORMATS["rows.jsonl"]),
        ("feed.txt", FEED),
        ("feed.html", FEED),
        ("letter.txt", FORMATS["letter.eml"]),
        ("story.txt", FORMATS["story.md"]),
        ("story.html", gzip.compress(FORMATS["story.md"].encode())),
        ("table.csv.gz", gzip.compress(FORMATS["table.csv"].encode())),
    ],
)  # fmt: skip
def test_a_wrong_name_does_not_hide_the_format(tmp_path: Path, name: str, content: str | bytes) -> None:
    assert read_one(tmp_path, name, content).body == BODY


@pytest.mark.parametrize("text", ["<3 is a heart\n", "{curly}\n", "--- dashes\n\nText", "From here on\n\nText", "%PDF"])
def test_what_only_looks_like_a_format_is_text(tmp_path: Path, text: str) -> None:
    assert read_one(tmp_path, "a.txt", text).raw == text


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.xml", "<x/>", "XML of a kind that is not supported"),
        ("a.json", "[1]", "JSON of a kind that is not supported"),
        ("a.json", "{", "the file is not JSON"),
        ("a.sgml", "<!DOCTYPE book><book>", "SGML of a kind that is not supported"),
        ("a.csv", "Wirtschaft;'Die Gewerkschaft'", "the first line must name the columns"),
        ("a.pdf", "no document", "the document cannot be opened"),
        ("a.html", "<p></p>", "the page has no text"),
        ("a.eml", "no header", "no message"),
    ],
)
def test_what_is_none_of_the_formats_is_refused(tmp_path: Path, name: str, content: str, reason: str) -> None:
    (skipped,) = read_all(tmp_path, name, content)
    assert isinstance(skipped, Skipped)
    assert reason in skipped.reason


@pytest.mark.parametrize(
    ("name", "extra"), [("a.html", "html"), ("a.pdf", "pdf"), ("a.warc", "warc"), ("a.zst", "zstd")]
)
def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, extra: str) -> None:
    contents: dict[str, str | bytes] = {
        "html": PAGE,
        "pdf": "%PDF-1.4",
        "warc": "WARC/1.0",
        "zstd": b"\x28\xb5\x2f\xfd....",
    }
    modules = {"html": "trafilatura", "pdf": "pypdfium2", "warc": "warcio.archiveiterator", "zstd": "backports"}
    if extra == "zstd":
        pytest.importorskip("backports.zstd")
    monkeypatch.setitem(sys.modules, modules[extra], None)
    (skipped,) = read_all(tmp_path, name, contents[extra])
    assert isinstance(skipped, Skipped)
    assert f"pip install 'searchkit[{extra}]'" in skipped.reason


def test_a_file_of_text_imports_no_format(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Title\n\nText.")
    code = (
        "import sys, searchkit; searchkit.open('index', create=True).index('a.txt');"
        "print(sorted({'trafilatura', 'lxml', 'pypdfium2', 'warcio', 'email', 'csv', 'searchkit.ingest.formats.html'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# --- input that means harm


def _nested(depth: int) -> str:
    return "<html><body>" + "<div>" * depth + "<p>Text.</p>" + "</div>" * depth


HARM: dict[str, str | bytes] = {
    "deep.html": _nested(100_000),
    "deep.txt": "<!DOCTYPE html>" + _nested(100_000),
    "tags.html": "<html>" + "<a b='" * 200_000 + ">x",
    "comments.html": "<html>x" + "<!--" * 500_000,
    "scripts.html": "<html>x" + "<script>" * 500_000 + ">",
    "attributes.html": "<html><p " + " ".join(f"a{n}=b" for n in range(200_000)) + ">x",
    "date.html": '<html><meta name="date" content="' + "1" * 1_000_000 + '">x',
    "number.html": "<html>&#" + "9" * 5000 + ";",
    "entities.xml": '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{n} "{"&a;" * 10 if not n else f"&a{n - 1};" * 10}">' for n in range(20))
    + "]><rss><channel><item><title>&a19;</title></item><item><title>fine</title></item></channel></rss>",
    "items.xml": "<rss>" + "<item>" * 50_000,
    "sections.xml": "<rss><item>" + "<![CDATA[" * 200_000,
    "roots.xml": "<rss " * 100_000,
    "nested.json": '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 100_000,
    "quotes.csv": 'text\n"' + "a\n" * 300_000,
    "columns.csv": "text" + ",a" * 200_000 + "\nx\n",
    "line.csv": "text\n" + "x" * 20_000_000,
    "line.txt": "x" * 50_000_000,
    "lines.txt": "a\n" * 1_000_000,
    "line.jsonl": "x" * 20_000_000,
    "brackets.md": "---\na: b\n---\n" + "[" * 300_000 + "\n" + "![" * 300_000,
    "stars.md": "*" * 300_000 + "\n" + "a*" * 300_000 + "_" * 100_000 + " _a" * 100_000,
    "marks.md": "# " + "# " * 300_000 + "x\n" + "- " * 300_000 + "x\n" + "> " * 300_000,
    "head.md": "---\n" + "a: b\n" * 300_000,
    "parts.eml": "Message-ID: <1>\nMIME-Version: 1.0\n"
    + "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000)),
    "broken.eml": b"Message-ID: <1>\nSubject: =?x-none?q?=FF?=\nFrom: =?utf-8?b?////?=\nDate: soon\n"
    b"Content-Type: text/plain; charset=none; x*0*=''%\nContent-Transfer-Encoding: base64\n\n=!!!",
    "mail.mbox": "From a\nFrom b\n\nFrom c\n" * 1000,
    "stories.sgm": "<REUTERS " + "<DATE>" * 100_000 + "<TEXT>" * 100_000,
    "empty.html": "", "empty.csv": "", "empty.md": "", "empty.eml": "", "empty.pdf": "", "empty.warc": "",
    "empty.xml": "", "empty.json": "", "empty.sgm": "", "empty.jsonl": "", "empty.tar": "", "empty.zip": "",
    "nul.html": "<html>\0", "nul.csv": "text\n\0", "nul.md": "\0", "nul.eml": "Message-ID: a\n\n\0",
    "nul.jsonl": '{"text": "\0"}', "nul.xml": "<rss>\0</rss>", "nul.warc": "WARC/\0", "nul.pdf": "%PDF-\0",
    "pairs.jsonl": '{"text": "\\ud800", "title": "x"}',
    "pairs.json": '{"version": "https://jsonfeed.org/version/1", "title": "\\ud800", "items": [{"id": "\\udfff"}]}',
}  # fmt: skip


@pytest.mark.parametrize("name", HARM)
def test_harm_costs_little_and_raises_nothing(tmp_path: Path, name: str) -> None:
    started = time.process_time()
    found = read_all(tmp_path, name, HARM[name])
    assert time.process_time() - started < 20  # none of them takes two seconds where nothing else runs
    assert all(isinstance(item, Skipped) or item.body or item.title for item in found)


def test_an_entity_bomb_is_one_bad_item(tmp_path: Path) -> None:
    bad, good = read_all(tmp_path, "entities.xml", HARM["entities.xml"])
    assert isinstance(bad, Skipped)
    assert bad.reason == "the item is not XML: undefined entity"
    assert isinstance(good, Article)
    assert good.title == "fine"


def test_all_of_it_is_indexed_or_reported(archive: Archive, tmp_path: Path) -> None:
    packed = tmp_path / "all.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in HARM.items():
            if len(content) < 10_000_000:
                out.writestr(name, content)
    report = archive.index(packed)
    assert report.added + len(report.skipped) > 20
    assert searchkit.open(archive.location).search("*").total == report.added
