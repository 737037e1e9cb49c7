"""Files of every format, from their bytes to articles."""

import json
from datetime import date
from pathlib import Path

import pytest

from searchkit.article import UNKNOWN, Article, Evidence
from searchkit.errors import InputError
from searchkit.ingest import reading
from searchkit.ingest.facts.dates import days, iso_day
from searchkit.ingest.files import Skipped, find
from tests.reading_helpers import read_all, read_one

SEEDS = Path(__file__).parents[1] / "seeds"


def _read(folder: Path, content: str | bytes, name: str = "story.txt") -> Article:
    return read_one(folder, name, content)


def _reason(folder: Path, content: bytes, name: str = "story.txt") -> str:
    (skipped,) = read_all(folder, name, content)
    assert isinstance(skipped, Skipped)
    return skipped.reason


def _seed(tmp_path: Path, number: str) -> Article:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return _read(tmp_path, path.read_bytes(), path.name)


# --- saved pages


def test_the_seed_whose_header_has_the_title(tmp_path: Path) -> None:
    article = _seed(tmp_path, "000")
    assert article.id == "000_5e49aa0e96dcedf2.txt"
    assert article.title == "Lavrov says he expects new contacts between Russia and US on Ukraine crisis"
    assert (article.date, article.source, article.section) == (date(2025, 9, 18), UNKNOWN, None)
    assert article.body.startswith("Russian Foreign Minister Sergey Lavrov said on Thursday")
    assert article.body.endswith('who can object to the idea that peace is better than war?" Lavrov said.')
    assert article.evidence == (
        Evidence("date", "2025-09-18", "header", 1, True, 0.99),
        Evidence("language", "en", "detected"),
    )


def test_the_seed_whose_header_has_the_section(tmp_path: Path) -> None:
    article = _seed(tmp_path, "002")
    assert article.title == "Lavrov urges Washington to avoid steps that could escalate Ukraine war"
    assert (article.date, article.source) == (date(2025, 11, 13), "TRT World")
    assert article.section == "CONFLICT & PEACE PROCESSES"
    assert (article.agencies, article.photo_credits) == (("Agencies",), ("Reuters",))
    assert Evidence("source", "TRT World", "source line", 40, True, 0.99) in article.evidence


def test_the_body_of_a_saved_page_is_free_of_what_surrounds_it(tmp_path: Path) -> None:
    body = _seed(tmp_path, "002").body
    assert body.startswith("Russian foreign minister says Trump remains committed")
    assert body.endswith("or the use of frozen Russian assets.")
    for other in (
        "Explore",
        "Algerian parliament",
        "RECOMMENDED",
        "not anytime soon",
        "2 min read",
        "SOURCE",
        "/ Reuters",
    ):
        assert other not in body


@pytest.mark.parametrize("number", ["000", "002"])
def test_every_line_of_a_seed_has_one_zone_and_the_raw_text_is_kept(tmp_path: Path, number: str) -> None:
    article = _seed(tmp_path, number)
    (path,) = SEEDS.glob(f"{number}_*.txt")
    assert article.raw == path.read_text(encoding="utf-8")
    labelled = [line for zone in article.zones for line in range(zone.first, zone.last + 1)]
    assert labelled == list(range(1, len(article.lines()) + 1))


def test_the_zones_of_a_seed(tmp_path: Path) -> None:
    article = _seed(tmp_path, "002")
    kinds = {line: zone.kind for zone in article.zones for line in range(zone.first, zone.last + 1)}
    expected = {1: "section", 2: "reading-time", 3: "headline", 4: "body", 5: "headline", 6: "caption", 7: "dateline",
                8: "blank", 9: "body", 25: "recommendation", 26: "recommendation", 40: "source", 41: "links",
                56: "links"}  # fmt: skip
    assert {line: kinds[line] for line in expected} == expected


def test_a_date_that_does_not_exist_is_no_date(tmp_path: Path) -> None:
    article = _read(tmp_path, " date 2025-02-30 Title\n\nBody.")
    assert (article.title, article.date) == ("Title", None)
    assert article.evidence == (Evidence("date", "2025-02-30", "header", 1, False, 0.0),)


def test_a_title_in_capitals_is_the_title_where_nothing_else_can_be(tmp_path: Path) -> None:
    article = _read(tmp_path, " date 2025-02-03 WAR\n\nBody.")
    assert (article.title, article.section, article.body) == ("WAR", None, "Body.")


def test_a_header_alone_is_an_article_without_a_body(tmp_path: Path) -> None:
    article = _read(tmp_path, " date 2025-02-03 Title")
    assert (article.title, article.date, article.body) == ("Title", date(2025, 2, 3), "")


# --- wire stories

WIRE = """-- Russia suspends gas talks
-- By Jane Doe
-- Fri Oct 20, 2006 6:15pm EDT
-- http://www.reuters.com/article/x

 MOSCOW (Reuters) - Russia suspended talks.

 They may resume.
"""


def test_a_wire_story_has_its_values_in_the_header(tmp_path: Path) -> None:
    article = _read(tmp_path, WIRE, "russia-gas")
    assert (article.id, article.title, article.byline) == ("russia-gas", "Russia suspends gas talks", "Jane Doe")
    assert (article.date, article.url) == (date(2006, 10, 20), "http://www.reuters.com/article/x")
    assert (article.source, article.agencies) == ("Reuters", ("Reuters",))
    assert article.body == "MOSCOW (Reuters) - Russia suspended talks.\n\n They may resume."


def test_the_host_names_the_source_where_the_dateline_does_not(tmp_path: Path) -> None:
    article = _read(tmp_path, WIRE.replace("MOSCOW (Reuters) - ", ""))
    assert (article.source, article.agencies) == ("reuters.com", ())


def test_a_wire_story_may_lack_values(tmp_path: Path) -> None:
    article = _read(tmp_path, "-- Title\n--\n--\n--\nBody.\n")
    assert (article.title, article.byline, article.date, article.source) == ("Title", None, None, UNKNOWN)
    assert article.body == "Body."


def test_a_wire_date_that_does_not_exist_is_no_date(tmp_path: Path) -> None:
    article = _read(tmp_path, WIRE.replace("Oct 20, 2006", "Feb 30, 2006"))
    assert article.date is None
    assert article.evidence[0] == Evidence("date", "Fri Feb 30, 2006 6:15pm EDT", "header", 3, False, 0.0)


def test_dashes_without_a_whole_header_are_plain_text(tmp_path: Path) -> None:
    article = _read(tmp_path, "-- Title\n-- By Jane\n\nBody.\n")
    assert (article.title, article.byline, article.body) == ("", None, "-- Title\n-- By Jane\n\nBody.")


def test_the_wire_stories_of_a_day_are_read(reuters: Path) -> None:
    candidates, _ = find([reuters / "20080102"])
    for candidate in candidates:
        (article,) = reading.articles(candidate)
        assert isinstance(article, Article)
        assert article.title
        assert article.date in (date(2008, 1, 1), date(2008, 1, 2))
        assert article.source.lower().startswith("reuters")


# --- plain text


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Title\n\nBody one.\n\nBody two.\n", "Title", "Body one.\n\nBody two."),
        ("\n\n  Title \n\nBody.", "Title", "Body."),
        ("A sentence.\n\nAnother.", "", "A sentence.\n\nAnother."),
        ("Title\nBody", "", "Title\nBody"),
        ("One line", "", "One line"),
        ("x" * 201 + "\n\nBody", "", "x" * 201 + "\n\nBody"),
        ("date 2025-1-1 not a header\n\nBody", "date 2025-1-1 not a header", "Body"),
    ],
)
def test_plain_text_has_a_title_where_the_first_line_stands_alone(
    tmp_path: Path, text: str, title: str, body: str
) -> None:
    article = _read(tmp_path, text)
    assert (article.title, article.body) == (title, body)
    assert (article.date, article.source, article.raw) == (None, UNKNOWN, text)


# --- bytes


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    article = _read(tmp_path, b"\xef\xbb\xbf date 2025-11-13 Title\n\nBody.")
    assert (article.title, article.date) == ("Title", date(2025, 11, 13))


def test_line_ends_of_other_systems_are_line_ends(tmp_path: Path) -> None:
    windows = _read(tmp_path, b" date 2025-11-13 Title\r\n\r\nOne.\r\n\r\nTwo.\r\n")
    assert (windows.title, windows.body) == ("Title", "One.\n\nTwo.")
    assert windows.raw == " date 2025-11-13 Title\r\n\r\nOne.\r\n\r\nTwo.\r\n"
    old_mac = _read(tmp_path, b"Title\r\rBody.\r")
    assert (old_mac.title, old_mac.body) == ("Title", "Body.")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b"GIF89a\0\0", "the file is binary: it has NUL bytes"),
        (b"Title\n\nZ\xfcrich", "the file is not UTF-8: byte 0xfc in line 3; windows-1252 is no more than a guess"),
    ],
)
def test_bytes_that_are_no_text_are_skipped_with_the_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    assert _reason(tmp_path, content) == reason


@pytest.mark.parametrize("name", ["a.doc", "a.DOCX", "a.b.xls", "a.7z"])
def test_a_format_that_is_not_text_is_refused(tmp_path: Path, name: str) -> None:
    (skipped,) = read_all(tmp_path, name, "text")
    assert isinstance(skipped, Skipped)
    assert "files are not supported" in skipped.reason


def test_the_digest_is_that_of_the_file(tmp_path: Path) -> None:
    # echo -n abc | sha256sum
    assert _read(tmp_path, "abc").sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


# --- JSON Lines


def test_a_row_is_an_article(tmp_path: Path) -> None:
    row = {
        "id": 7,
        "title": "T",
        "date": "2025-11-13",
        "source": "Wire",
        "text": "B",
        "url": "u",
        "lang": "en",
        "x": [1],
    }
    article = _read(tmp_path, json.dumps(row), "rows.jsonl")
    assert (article.id, article.title, article.body, article.source) == ("7", "T", "B", "Wire")
    assert (article.date, article.url, article.language) == (date(2025, 11, 13), "u", "en")
    assert (article.extra, article.raw) == ({"x": [1]}, None)
    assert Evidence("source", "Wire", "field") in article.evidence


def test_a_row_may_leave_everything_out(tmp_path: Path) -> None:
    first, second = read_all(tmp_path, "rows.jsonl", '{}\n\n{"text": null, "id": ""}\n')
    assert isinstance(first, Article)
    assert (first.id, first.title, first.date, first.source) == ("rows.jsonl#1", "", None, UNKNOWN)
    assert isinstance(second, Skipped)
    assert second.path == f"{tmp_path / 'rows.jsonl'}:3"
    assert "an article needs an id" in second.reason


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (b"{", "the row is not JSON"),
        (b"[1]", "the row must be a JSON object; got list"),
        (b"null", "the row must be a JSON object; got NoneType"),
        (b'{"text": 1}', "'text' must be a string; got 1"),
        (b'{"title": ["a"]}', "'title' must be a string; got [\"a\"]"),
        (b'{"text": "\xfc"}', "the row is not UTF-8: byte 0xfc"),
        (b'{"a": ' + b"[" * 100_000, "the row is not JSON"),
        (b'{"id": ""}', "an article needs an id"),
        (b'{"text": "\\ud800"}', "article 'rows.jsonl#1': body holds half of a surrogate pair"),
    ],
)
def test_a_bad_row_is_skipped_and_the_next_is_read(tmp_path: Path, row: bytes, reason: str) -> None:
    bad, good = read_all(tmp_path, "rows.jsonl", row + b'\n{"id": "good"}')
    assert isinstance(bad, Skipped)
    assert bad.path.endswith("rows.jsonl:1")
    assert bad.reason.startswith(reason)
    assert isinstance(good, Article)
    assert good.id == "good"


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2025-11-13", date(2025, 11, 13)),
        ("2025-11-13T23:30:00-05:00", date(2025, 11, 13)),
        ("13 Nov 2025", date(2025, 11, 13)),
        ("2025-02-30", None),
        ("2025-11", None),
        ("03/04/2025", None),
        (20251113, None),
    ],
)
def test_the_date_of_a_row_is_a_certain_day_or_none(tmp_path: Path, printed: object, day: date | None) -> None:
    article = _read(tmp_path, json.dumps({"id": "a", "date": printed}), "rows.jsonl")
    assert article.date == day
    assert [evidence.chosen for evidence in article.evidence] == [day is not None]


def test_a_byte_order_mark_and_windows_line_ends_do_not_disturb_rows(tmp_path: Path) -> None:
    found = read_all(tmp_path, "rows.ndjson", b'\xef\xbb\xbf{"id": "a"}\r\n{"id": "b"}\r\n')
    assert [article.id for article in found if isinstance(article, Article)] == ["a", "b"]


# --- files and dates


def test_files_are_found_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", ".hidden", ".git/x", "a/.y"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found, unreadable = find([tmp_path, tmp_path / "a"])
    assert [candidate.relative for candidate in found] == ["b.txt", "a/z.txt"]
    assert unreadable == []


def test_a_missing_path_and_an_empty_folder_are_errors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no file or folder"):
        find([tmp_path / "missing"])
    with pytest.raises(InputError, match="there is no file to index"):
        find([tmp_path])


@pytest.mark.parametrize(
    "text", ["Fri Oct 20, 2006 6:15pm EDT", "October 20, 2006", "20 Oct 2006", "Oct. 20, 2006 00:01"]
)
def test_a_printed_day_is_read_whatever_the_time_behind_it(text: str) -> None:
    assert days(text) == (date(2006, 10, 20),)


@pytest.mark.parametrize("text", ["", "October 2006", "2006", "Friday", "10/11/2006", "Feb 30, 2006", "soon"])
def test_what_is_no_certain_day_is_none(text: str) -> None:
    assert len(days(text)) != 1
    assert iso_day(text) is None
