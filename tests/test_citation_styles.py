"""Citations for people and for reference managers, read back by the parsers of the field."""

import datetime
import json
import re
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from searchkit import Citation, Citations, QueryError, verify
from searchkit.citing.citation import Origin, Quote, Segment
from searchkit.citing.styles import STYLES

NASTY = (
    "Plain words",
    "50% of {braces} & $dollars_ #1 ~tilde^ \\backslash",
    "A } brace that closes nothing, a { that opens nothing",
    "Two\nlines\r\nTY  - BOOK\nER  - \nof text",
    '@article{x, title="y"}',
    "*stars* [link](javascript:x) <b>bold</b> `code` | # head",
    "- a list\n1. another",
    "Лавров «говорит» 🙂 \u202e\u2028 and \x1b[31mred",
    "-->",
)


def citation(text: str, **other: Any) -> Citation:
    """Return a citation whose fields are all that text."""
    quote = Quote(text, "body", 0, len(text), "", "")
    segments = (Segment(0, len(text), (5, 9), (5, 9), 1),)
    origin = Origin(f"/news/{text}.txt", None, False, "unchanged", "0" * 64, 99, "1" * 64, 0, 99, "1" * 64)
    values: dict[str, Any] = {
        "id": text, "title": text, "date": datetime.date(2025, 11, 13), "source": text, "agencies": (), "byline": text,
        "section": text, "url": f"https://x.example/{text}", "language": "en", "quote": quote, "proof": "bytes",
        "problem": None, "segments": segments, "file": origin, "query": text, "interpreted_as": text, "rank": 1,
        "score": 1.5, "made_by": {},
    }  # fmt: skip
    return Citation(**values | other)


def written(style: str, *citations: Citation) -> str:
    return Citations("q", "q", len(citations), citations).written(style)


def plain(text: str) -> str:
    """Return a text as a field of one line holds it."""
    return " ".join(re.sub("[\x00-\x1f\u2028\u2029]", " ", text).split())


@pytest.mark.parametrize("text", NASTY)
class TestAnyText:
    def test_ris_reads_back(self, text: str) -> None:
        first, second = rispy.loads(written("ris", citation(text), citation(text)))
        assert first["type_of_reference"] == second["type_of_reference"] == "NEWS"
        assert first["title"] == plain(text)
        assert first["secondary_title"] == plain(text)
        assert first["authors"] == [plain(text)]
        assert (first["year"], first["date"]) == ("2025", "2025/11/13")
        assert first["notes"][0] == f"“{plain(text)}”"
        assert first["id"] != second["id"]

    def test_bibtex_reads_back(self, text: str) -> None:
        library = parse_string(written("bibtex", citation(text), citation(text)))
        assert library.failed_blocks == []
        first, second = library.entries
        assert first.entry_type == "article"
        assert unlatexed(first["title"][1:-1]) == plain(text)
        assert unlatexed(first["journal"]) == plain(text)
        assert (first["date"], first["year"], first["month"]) == ("2025-11-13", "2025", "11")
        assert first.key != second.key
        assert re.fullmatch("[a-z0-9-]+", first.key)

    def test_bibtex_has_no_brace_alone(self, text: str) -> None:
        depth = 0
        for char in written("bibtex", citation(text)):
            depth += (char == "{") - (char == "}")
            assert depth >= 0
        assert depth == 0

    def test_csl_json_is_what_its_schema_asks_for(self, text: str) -> None:
        (item,) = json.loads(written("csl-json", citation(text)))
        assert set(item) <= CSL_VARIABLES
        assert item["type"] == "article-newspaper"
        assert item["title"] == item["container-title"] == plain(text)
        assert item["author"] == [{"literal": plain(text)}]
        assert item["issued"] == {"date-parts": [[2025, 11, 13]]}
        assert all(isinstance(item[name], str) for name in set(item) - {"author", "issued", "custom"})
        assert Citation.from_dict(item["custom"]["searchkit"]) == citation(text)

    def test_markdown_shows_it_as_it_is(self, text: str) -> None:
        shown = written("markdown", citation(text))
        assert shown.startswith("> ")
        text = "\n".join(line.removeprefix(">") for line in shown.splitlines() if not line.startswith("`"))
        without_links = re.sub(r"(?<!\\)\]\(<[^<>\n]*>\)", "", text)
        assert not re.search(r"(?<!\\)[<>]|(?<!\\)\]\(", without_links)
        assert "\x1b" not in shown


CSL_VARIABLES = {
    "id", "type", "title", "container-title", "author", "issued", "section", "URL", "language", "archive_location",
    "annote", "note", "custom",
}  # fmt: skip
"""Those that we write, all of them in csl-data.json 1.0.2 of citationstyles.org, which allows no others."""


def unlatexed(text: str) -> str:
    """Return what LaTeX shows for an escaped text."""
    for name, char in (("backslash", "\\"), ("braceleft", "{"), ("braceright", "}"), ("asciicircum", "^"),
                       ("asciitilde", "~")):  # fmt: skip
        text = text.replace(f"\\text{name}{{}}", f"\0{char}")
    return re.sub(r"\\([$&#%_])", r"\1", text).replace("\0", "")


class TestWhatIsLeftOut:
    def test_what_is_not_known_is_not_written(self) -> None:
        bare = citation("Title", date=None, source="unknown", byline=None, url=None, section=None, language=None)
        (ris,) = rispy.loads(written("ris", bare))
        assert set(ris) == {"type_of_reference", "id", "title", "notes"}
        (item,) = json.loads(written("csl-json", bare))
        assert set(item) == {"id", "type", "title", "archive_location", "annote", "note", "custom"}
        (entry,) = parse_string(written("bibtex", bare)).entries
        assert set(entry.fields_dict) == {"title", "annote", "note"}

    def test_a_citation_without_proof_says_so(self) -> None:
        bare = citation("Title", proof="none", problem="the article was added without a file", file=None, segments=())
        for style in STYLES:
            assert "No proof: the article was added without a file" in written(style, bare)

    def test_another_style_is_an_error(self) -> None:
        with pytest.raises(QueryError, match="must be one of markdown, csl-json, ris, bibtex"):
            written("apa", citation("x"))


def test_the_note_says_where_the_quotation_stands() -> None:
    note = rispy.loads(written("ris", citation("x")))[0]["notes"][1]
    assert note == f"/news/x.txt; SHA-256 {'1' * 64}; bytes 5-9 (bytes)"
    origin = citation("x").file
    assert origin is not None
    no_utf_8 = citation("x", file=origin.replaced(path="/news/caf\udce9.txt"))
    assert rispy.loads(written("ris", no_utf_8))[0]["notes"][1].startswith("/news/caf\\xe9.txt; ")
    packed = citation("x", file=origin.replaced(path="/news/a.zip", member="2025/x.txt", unpacked=True))
    note = rispy.loads(written("ris", packed))[0]["notes"][1]
    assert note == f"/news/a.zip > 2025/x.txt; SHA-256 {'1' * 64}; bytes 5-9 of the unpacked content (bytes)"


def test_only_csl_json_can_be_verified() -> None:
    verdicts = verify(json.loads(written("csl-json", citation("no-such-file"))))
    assert [verdict.file for verdict in verdicts] == ["missing"]
