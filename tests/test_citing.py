"""Citations: what exactly is proven of a quotation, whatever its file is written in."""

import gzip
import hashlib
import io
import json
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

import searchkit
from searchkit import Archive, Article, Citation, QueryError, verify
from searchkit.citing.forms import FORMS, agrees, spellings
from searchkit.engines.folder import has_native
from tests.cli_helpers import SEEDS
from tests.reading_helpers import pdf, web_page

MAIL = (
    "From: Jane Doe <jane@wire.example>\nSubject: Caf\u00e9 talks\nDate: Thu, 13 Nov 2025 10:00:00 +0000\n"
    "MIME-Version: 1.0\nMessage-ID: <1@wire.example>\nContent-Type: text/plain; charset=utf-8\n"
)
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>\n'
    "<item><guid>g1</guid><title>Other</title><description>Nothing here.</description></item>\n"
    "<item><guid>g2</guid><title>Gas</title><description>Gas &amp; oil prices rose on Monday.</description></item>\n"
    "</channel></rss>\n"
)


def cite_one(archive: Archive, folder: Path, name: str, content: str | bytes, query: str, **options: Any) -> Citation:
    """Index one file and return the only citation of a query, which verifies."""
    news = folder / "news"
    news.mkdir(exist_ok=True)
    (news / name).write_bytes(content.encode() if isinstance(content, str) else content)
    archive.index(news)
    (citation,) = archive.cite(query, **options)
    assert [(verdict.verified, verdict.drift) for verdict in verify(citation)] == [(True, ())]
    return citation


def raw(citation: Citation) -> list[bytes]:
    """Return what the file has at the bytes of each segment."""
    assert citation.file is not None
    content = Path(citation.file.path).read_bytes()
    return [content[slice(*segment.bytes)] for segment in citation.segments if segment.bytes]


class TestTextFiles:
    def test_the_bytes_of_the_raw_file_are_the_quotation(self, archive: Archive) -> None:
        archive.index(SEEDS)
        citations = archive.cite("lavrov", passages=20)
        assert len(citations) > 10
        for citation in citations:
            assert citation.quote is not None
            assert citation.proof == "bytes"
            assert [part.decode() for part in raw(citation)] == [citation.quote.text]

    def test_it_names_the_article_the_file_and_what_found_it(self, archive: Archive) -> None:
        archive.index(SEEDS)
        (citation,) = archive.cite("escalate", source="TRT World")
        path = SEEDS / "002_41af89fa8d9fa414.txt"
        assert (citation.title, str(citation.date), citation.source, citation.agencies) == (
            "Lavrov urges Washington to avoid steps that could escalate Ukraine war", "2025-11-13", "TRT World",
            ("Agencies",),
        )  # fmt: skip
        assert citation.file is not None
        assert citation.file.path == str(path)
        assert citation.file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert (citation.query, citation.interpreted_as) == ("escalate", 'escalate AND source:"TRT World"')
        assert citation.made_by["state"] == archive.state
        assert citation.made_by["searchkit"] == searchkit.__version__

    def test_bytes_and_code_points_are_told_apart(self, archive: Archive, tmp_path: Path) -> None:
        citation = cite_one(archive, tmp_path, "a.txt", "Заголовок дня\n\nЦены на газ выросли сегодня утром.\n", "газ")
        (segment,) = citation.segments
        assert (segment.bytes, segment.chars, segment.line) == ((27, 89), (15, 49), 3)

    def test_lines_that_the_body_leaves_out_part_the_quotation(self, archive: Archive, tmp_path: Path) -> None:
        page = (SEEDS / "002_41af89fa8d9fa414.txt").read_text(encoding="utf-8")
        (tmp_path / "news").mkdir()
        (tmp_path / "news" / "a.txt").write_text(page, encoding="utf-8")
        archive.index(tmp_path / "news")
        body = archive.show("a.txt").body
        quotation = body[: body.index("sabotaging") + 400]
        (citation,) = archive.cite("a.txt", quote=quotation)
        assert citation.quote is not None
        assert citation.proof == "bytes"
        assert len(citation.segments) > 1
        assert [citation.quote.text[s.start : s.end].encode() for s in citation.segments] == raw(citation)
        assert verify(citation).verified

    @pytest.mark.parametrize("line_break", ["\r\n", "\r"])
    def test_other_line_breaks_part_it_too(self, archive: Archive, tmp_path: Path, line_break: str) -> None:
        text = "Talks failed\n\nGas prices rose on Monday in the\nnorth of the country.\n".replace("\n", line_break)
        citation = cite_one(archive, tmp_path, "a.txt", text.encode(), "gas")
        assert citation.proof == "bytes"
        assert raw(citation) == [b"Gas prices rose on Monday in the", b"north of the country."]
        assert [segment.line for segment in citation.segments] == [3, 4]

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32", "utf-8-sig", "windows-1251"])
    def test_the_bytes_are_those_of_its_encoding(self, archive: Archive, tmp_path: Path, encoding: str) -> None:
        text = "Заголовок дня\n\nЦены на газ выросли сегодня утром, сообщили в министерстве. Это было вчера.\n"
        citation = cite_one(archive, tmp_path, "a.txt", text.encode(encoding), "газ")
        assert citation.file is not None
        assert citation.quote is not None
        assert citation.proof == "bytes"
        assert [part.decode(citation.file.encoding) for part in raw(citation)] == [citation.quote.text]

    def test_an_encoding_with_states_is_proven_by_its_text(self, archive: Archive, tmp_path: Path) -> None:
        text = "見出しの行です\n\n石油の価格が上がった。政府は対策を発表した。これは昨日のことです。\n"
        citation = cite_one(archive, tmp_path, "a.txt", text.encode("iso2022_jp"), "対策")
        assert citation.proof == "text"
        assert [segment.bytes for segment in citation.segments] == [None]
        assert [text[slice(*segment.chars)] for segment in citation.segments] == ["政府は対策を発表した。"]


class TestRows:
    def test_a_row_is_proven_by_its_bytes_where_they_are_the_text(self, archive: Archive, tmp_path: Path) -> None:
        rows = [{"id": "a", "text": "Nothing."}, {"id": "b", "text": "Café and gas."}]
        content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        citation = cite_one(archive, tmp_path, "a.jsonl", content, "gas")
        assert citation.file is not None
        first = len(content.splitlines()[0].encode()) + 1
        assert (citation.file.start, citation.file.end) == (first, len(content.encode()) - 1)
        assert (citation.proof, raw(citation)) == ("bytes", ["Café and gas.".encode()])
        assert [segment.line for segment in citation.segments] == [2]

    def test_escapes_of_json_are_named_and_read_back(self, archive: Archive, tmp_path: Path) -> None:
        citation = cite_one(archive, tmp_path, "a.jsonl", json.dumps({"id": "b", "text": 'Café: "gas".'}) + "\n", "gas")
        assert (citation.proof, [segment.form for segment in citation.segments]) == ("escaped", ["json"])
        assert raw(citation) == [rb"Caf\u00e9: \"gas\"."]

    def test_what_no_escape_of_ours_gives_is_proven_by_reading(self, archive: Archive, tmp_path: Path) -> None:
        citation = cite_one(archive, tmp_path, "a.jsonl", '{"id": "b", "text": "Caf\\u00E9 g\\u0061s"}\n', "gas")
        assert (citation.proof, citation.segments) == ("reading", ())
        assert citation.file is not None
        assert (citation.file.start, citation.file.end) == (0, 41)

    def test_doubled_quotation_marks_of_a_table_are_named(self, archive: Archive, tmp_path: Path) -> None:
        table = 'id,title,text\na,One,"Nothing."\nb,Two,"He said ""gas"", twice."\n'
        citation = cite_one(archive, tmp_path, "a.csv", table, "gas")
        assert (citation.proof, [segment.form for segment in citation.segments]) == ("escaped", ["csv"])
        assert raw(citation) == [b'He said ""gas"", twice.']

    def test_a_table_in_an_old_encoding_has_bytes_too(self, archive: Archive, tmp_path: Path) -> None:
        table = "id,text\na,Цены на нефть упали вчера вечером\nb,Цены на газ выросли сегодня утром\n"
        citation = cite_one(archive, tmp_path, "a.csv", table.encode("windows-1251"), "газ")
        assert citation.proof == "bytes"
        assert raw(citation) == ["Цены на газ выросли сегодня утром".encode("windows-1251")]


class TestDerivedText:
    def test_markup_is_proven_by_what_is_seen_of_it(self, archive: Archive, tmp_path: Path) -> None:
        page = web_page("<title>Gas</title>").replace("</p><p>", "</p><p>Gas &amp; oil, he <b>said</b>,\n rose.</p><p>")
        citation = cite_one(archive, tmp_path, "a.html", page, '"gas oil"')
        assert (citation.proof, [segment.form for segment in citation.segments]) == ("escaped", ["html"])
        assert raw(citation) == [b"Gas &amp; oil, he <b>said</b>,\n rose."]

    def test_an_item_of_a_feed_has_its_own_bytes(self, archive: Archive, tmp_path: Path) -> None:
        citation = cite_one(archive, tmp_path, "a.xml", FEED, "gas")
        assert raw(citation) == [b"Gas &amp; oil prices rose on Monday."]
        assert citation.file is not None
        item = FEED.encode()[citation.file.start : citation.file.end]
        assert item.startswith(b"<item><guid>g2</guid>")
        assert item.endswith(b"</item>")

    def test_plain_mail_is_proven_by_its_bytes(self, archive: Archive, tmp_path: Path) -> None:
        citation = cite_one(archive, tmp_path, "a.eml", f"{MAIL}\nGas prices rose on Monday.\n", "gas")
        assert (citation.proof, raw(citation)) == ("bytes", [b"Gas prices rose on Monday."])

    def test_quoted_printable_mail_is_proven_by_reading(self, archive: Archive, tmp_path: Path) -> None:
        body = "Content-Transfer-Encoding: quoted-printable\n\nGas in the caf=C3=A9 ro=\nse.\n"
        citation = cite_one(archive, tmp_path, "a.eml", MAIL + body, "gas")
        assert citation.quote is not None
        assert (citation.proof, citation.quote.text) == ("reading", "Gas in the café rose.")

    def test_a_message_of_a_mailbox_has_its_own_bytes(self, archive: Archive, tmp_path: Path) -> None:
        box = f"From a\n{MAIL}\nOil fell.\n\nFrom b\n{MAIL.replace('<1@', '<2@')}\n>From then on gas rose.\n"
        citation = cite_one(archive, tmp_path, "a.mbox", box, "gas")
        assert citation.file is not None
        assert box.encode()[citation.file.start : citation.file.end].startswith(b"From: Jane")
        assert raw(citation) == [b"From then on gas rose."]

    def test_markdown_is_proven_by_bytes_or_by_reading(self, archive: Archive, tmp_path: Path) -> None:
        text = "# Talks\n\nGas prices rose.\n\nOil, he *said*, fell.\n"
        citation = cite_one(archive, tmp_path, "a.md", text, "gas")
        assert (citation.proof, raw(citation)) == ("bytes", [b"Gas prices rose."])
        assert [c.proof for c in archive.cite("oil")] == ["reading"]
        assert verify(archive.cite("oil")).verified

    def test_a_document_is_proven_by_reading_it(self, archive: Archive, tmp_path: Path) -> None:
        citation = cite_one(archive, tmp_path, "a.pdf", pdf(r"Lavrov \(spoke\) in Alaska.", "He left."), "alaska")
        assert citation.quote is not None
        assert (citation.proof, citation.quote.text) == ("reading", "Lavrov (spoke) in Alaska.")

    def test_a_page_of_a_crawl_has_the_bytes_of_its_archive(self, archive: Archive, tmp_path: Path) -> None:
        page = web_page("<title>Gas</title>").replace("</p><p>", "</p><p>Gas prices rose on Monday again.</p><p>")
        block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}"
        crawl = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://p.example/1\r\n"
            "WARC-Date: 2025-12-24T10:20:30Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n{block}\r\n\r\n"
        )
        citation = cite_one(archive, tmp_path, "a.warc", crawl, "prices")
        assert raw(citation) == [b"Gas prices rose on Monday again."]


class TestArchives:
    @pytest.mark.parametrize("name", ["a.zip", "a.tar.gz"])
    def test_the_bytes_are_those_of_the_member(self, archive: Archive, tmp_path: Path, name: str) -> None:
        text = b"Talks failed\n\nGas prices rose on Monday.\n"
        buffer = io.BytesIO()
        if name == "a.zip":
            with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
                packed.writestr("2025/a.txt", text)
        else:
            with tarfile.open(fileobj=buffer, mode="w:gz") as tar:
                info = tarfile.TarInfo("2025/a.txt")
                info.size = len(text)
                tar.addfile(info, io.BytesIO(text))
        citation = cite_one(archive, tmp_path, name, buffer.getvalue(), "gas")
        assert citation.file is not None
        assert (citation.file.path, citation.file.member) == (str(tmp_path / "news" / name), "2025/a.txt")
        assert citation.file.unpacked
        assert citation.file.sha256 == hashlib.sha256(buffer.getvalue()).hexdigest()
        assert citation.file.record_sha256 == hashlib.sha256(text).hexdigest()
        assert [text[slice(*(s.bytes or ()))] for s in citation.segments] == [b"Gas prices rose on Monday."]

    def test_rows_of_a_compressed_file_are_found_in_it(self, archive: Archive, tmp_path: Path) -> None:
        content = b"".join(b'{"id": "a%d", "text": "gas %d"}\n' % (n, n) for n in range(50))
        (tmp_path / "news").mkdir()
        (tmp_path / "news" / "a.jsonl.gz").write_bytes(gzip.compress(content))
        archive.index(tmp_path / "news")
        citations = archive.cite("gas", limit=50)
        assert {citation.proof for citation in citations} == {"bytes"}
        assert {content[slice(*(c.segments[0].bytes or ()))].decode() for c in citations} == {
            f"gas {n}" for n in range(50)
        }
        assert verify(citations).verified
        altered = citations.citations[0].to_dict()
        altered["file"]["end"] = len(content)
        verdicts = verify([altered, *(citation.to_dict() for citation in citations)])
        assert [verdict.verified for verdict in verdicts] == [False] + [True] * 50


@pytest.mark.skipif(not has_native(), reason="proofs know no engine, and Whoosh takes minutes to index the corpora")
@pytest.mark.parametrize("name", ["feeds", "markdown", "languages", "reuters-sgml"])
def test_every_hit_of_the_corpora_verifies(data: Path, archive: Archive, name: str) -> None:
    packed = data / f"{name}.tar.zst"
    if not packed.is_file():
        pytest.skip(f"there is no {name}.tar.zst")
    archive.index(packed)
    citations = archive.cite("the OR president OR die OR от OR و OR 的 OR ja", limit=300, passages=2)
    assert len(citations) > 100
    assert {citation.proof for citation in citations} <= {"bytes", "escaped", "reading"}
    assert verify(json.loads(json.dumps(citations.to_dict()))).verified


class TestWhatIsQuoted:
    def test_an_id_is_cited_by_its_lead(self, archive: Archive, tmp_path: Path) -> None:
        cite_one(archive, tmp_path, "a.txt", "Talks failed\n\nGas prices rose on Monday.\n", "a.txt")
        (citation,) = archive.cite("a.txt")
        assert citation.quote is not None
        assert citation.quote.text == archive.show("a.txt").lead
        assert (citation.query, citation.rank) == (None, None)

    def test_words_are_found_however_their_lines_are_broken(self, archive: Archive, tmp_path: Path) -> None:
        (tmp_path / "news").mkdir()
        (tmp_path / "news" / "a.txt").write_text("Talks failed\n\nGas prices rose\non Monday.\n", encoding="utf-8")
        archive.index(tmp_path / "news")
        (citation,) = archive.cite("a.txt", quote="rose  on Monday")
        assert citation.quote is not None
        assert citation.quote.text == "rose\non Monday"
        assert raw(citation) == [b"rose\non Monday"]

    def test_words_that_are_not_there_are_an_error(self, filled: Archive) -> None:
        with pytest.raises(QueryError, match="does not have the words"):
            filled.cite("a1", quote="never said")
        with pytest.raises(QueryError, match="go with the id of one article"):
            filled.cite("lavrov", quote="contacts")

    def test_a_match_in_the_title_alone_quotes_the_title(self, archive: Archive, tmp_path: Path) -> None:
        citation = cite_one(
            archive, tmp_path, "a.txt", "Zebra talks fail again\n\nGas prices rose on Monday.\n", "zebra"
        )
        assert citation.quote is not None
        assert (citation.quote.field, raw(citation)) == ("title", [b"Zebra talks fail again"])

    def test_nothing_found_is_no_citation(self, filled: Archive) -> None:
        found = filled.cite("zebra")
        assert (found.total, len(found)) == (0, 0)


class TestNoProof:
    def test_an_article_without_a_file_proves_nothing(self, filled: Archive) -> None:
        (citation,) = filled.cite("a1")
        assert (citation.proof, citation.problem) == ("none", "the article was added without a file")
        assert not verify(citation).verified

    def test_a_file_that_has_changed_since_it_was_indexed_proves_nothing(
        self, archive: Archive, tmp_path: Path
    ) -> None:
        cite_one(archive, tmp_path, "a.txt", "Talks failed\n\nGas prices rose on Monday.\n", "gas")
        (tmp_path / "news" / "a.txt").write_text("Talks failed\n\nGas prices fell.\n", encoding="utf-8")
        (citation,) = archive.cite("gas")
        assert (citation.proof, citation.problem) == ("none", "the file has changed since it was indexed")
        (tmp_path / "news" / "a.txt").unlink()
        (citation,) = archive.cite("gas")
        assert (citation.proof, citation.problem) == ("none", "the file is missing")


class TestFormsOfText:
    @pytest.mark.parametrize("text", ['He said "no".', "a\\b/c", "line\nbreak", "é 🙂", "tab\there"])
    def test_every_spelling_reads_back(self, text: str) -> None:
        assert all(agrees(form, written, text) for form, written in spellings(text))

    @pytest.mark.parametrize("form", FORMS)
    def test_another_text_does_not_agree(self, form: str) -> None:
        assert not agrees(form, "gas rose", "gas fell")

    def test_a_table_ends_at_a_single_quotation_mark(self) -> None:
        assert not agrees("csv", 'no",gas', 'no",gas')


class TestStateOfFiles:
    def test_every_changed_and_missing_file_is_told(self, archive: Archive, tmp_path: Path) -> None:
        for number in range(30):
            (tmp_path / f"{number}.txt").write_text(f"Title {number}\n\nGas rose {number} times.\n", encoding="utf-8")
        archive.index(*sorted(tmp_path.glob("*.txt")))
        archive.add([Article(id="own", body="gas")])
        for number in range(10):
            (tmp_path / f"{number}.txt").unlink()
            (tmp_path / f"{number + 10}.txt").write_text("other", encoding="utf-8")
        hits = archive.search("gas", limit=100).hits
        states = archive.check_files(hit.id for hit in hits)
        assert [states[f"{n}.txt"] for n in range(30)] == ["missing"] * 10 + ["changed"] * 10 + ["unchanged"] * 10
        assert states["own"] == "none"
