"""Verifying citations: whatever has become of the file or of the citation is named, and nothing false verifies."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from searchkit import Archive, Citation, InputError, verify
from tests.cli_helpers import run

PAGE = (
    "Talks in Anchorage end without a result\n\n"
    "The ministers met on Monday in the morning. Gas prices rose by a tenth after the talks. Nobody was surprised.\n\n"
    "The ministers said that they would meet again in the spring of the year, if nothing else came up.\n"
)
QUOTATION = "Gas prices rose by a tenth after the talks."


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "news" / "a.txt"
    path.parent.mkdir()
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def cited(archive: Archive, page: Path) -> Citation:
    archive.index(page.parent)
    (citation,) = archive.cite("gas")
    assert citation.quote is not None
    assert citation.quote.text == QUOTATION
    return citation


def verdict_on(citation: Any, **options: Any) -> tuple[str, str, tuple[str, ...]]:
    """Return what became of the file and of the quotation, and the drift, of a citation that does not hold."""
    (verdict,) = verify(citation, **options)
    assert not verdict.verified
    return verdict.file, verdict.quote, verdict.drift


def altered(citation: Citation, change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """Return a citation as JSON, with a change made by hand."""
    found: dict[str, Any] = json.loads(json.dumps(citation.to_dict()))
    change(found)
    return found


class TestFiles:
    def test_an_untouched_file_verifies_without_the_index(self, cited: Citation, tmp_path: Path) -> None:
        shutil.rmtree(tmp_path / "index")
        (verdict,) = verify(cited.to_dict())
        assert (verdict.verified, verdict.file, verdict.quote, verdict.drift) == (True, "unchanged", "stands", ())

    def test_a_new_time_of_change_is_no_drift(self, cited: Citation, page: Path) -> None:
        page.touch()
        assert verify(cited).verified

    def test_a_missing_file_is_named(self, cited: Citation, page: Path) -> None:
        page.unlink()
        assert verdict_on(cited) == ("missing", "unknown", (f"the file is missing: {page}",))

    def test_a_file_that_has_moved_is_found_by_its_content(self, cited: Citation, page: Path, tmp_path: Path) -> None:
        other = tmp_path / "elsewhere" / "2025" / "b.txt"
        other.parent.mkdir(parents=True)
        page.rename(other)
        (tmp_path / "elsewhere" / "same-size.txt").write_text("x" * len(PAGE), encoding="utf-8")
        assert verdict_on(cited, roots=tmp_path / "elsewhere") == (
            "moved", "stands", (f"the file has moved to {other}",)
        )  # fmt: skip

    def test_one_more_byte_is_a_change_and_the_quotation_stands(self, cited: Citation, page: Path) -> None:
        page.write_text(f"{PAGE}\n", encoding="utf-8")
        file, quote, drift = verdict_on(cited)
        assert (file, quote) == ("changed", "stands")
        assert drift[0].startswith("the file has changed: its SHA-256 is ")
        assert drift[1:] == ("the quotation stands where it stood",)

    def test_a_quotation_that_has_moved_is_anchored_again(self, cited: Citation, page: Path) -> None:
        changed = PAGE.replace("The ministers met", "Sources say that the two ministers met", 1)
        page.write_text(changed, encoding="utf-8")
        (verdict,) = verify(cited)
        assert (verdict.file, verdict.quote) == ("changed", "moved")
        assert verdict.found is not None
        place = changed.index(QUOTATION)
        assert verdict.found.segments[0].bytes == (place, place + len(QUOTATION))
        assert verdict.drift[1] == f"the quotation has moved to bytes {place}-{place + len(QUOTATION)}"
        assert verify(verdict.found).verified

    def test_of_two_places_the_one_with_the_same_surroundings_is_found(self, cited: Citation, page: Path) -> None:
        changed = PAGE.replace("The ministers met", f"{QUOTATION} So it was said. The ministers met", 1)
        page.write_text(changed, encoding="utf-8")
        (verdict,) = verify(cited)
        assert verdict.found is not None
        assert verdict.found.segments[0].bytes == (
            changed.rindex(QUOTATION),
            changed.rindex(QUOTATION) + len(QUOTATION),
        )

    def test_what_stands_in_place_of_the_quotation_is_told(self, cited: Citation, page: Path) -> None:
        page.write_text(PAGE.replace("rose by a tenth", "fell by a third"), encoding="utf-8")
        file, quote, drift = verdict_on(cited)
        assert (file, quote) == ("changed", "gone")
        assert drift[1] == (
            "the quotation is gone; between its surroundings now stands 'Gas prices fell by a third after the talks.'"
        )

    def test_a_quotation_that_is_gone_with_all_around_it_is_gone(self, cited: Citation, page: Path) -> None:
        page.write_text("Another headline stands here\n\nAnd another text, of one sentence.\n", encoding="utf-8")
        assert verdict_on(cited)[1:] == (
            "gone", (verdict_on(cited)[2][0], "the quotation is gone, and what surrounded it as well")
        )  # fmt: skip

    def test_a_text_in_another_encoding_is_another_file(self, cited: Citation, page: Path) -> None:
        page.write_text(PAGE, encoding="utf-16")
        assert verdict_on(cited)[:2] == ("changed", "moved")

    def test_a_row_that_has_moved_is_found_by_its_digest(self, archive: Archive, tmp_path: Path) -> None:
        rows = tmp_path / "rows.jsonl"
        rows.write_text('{"id": "a", "text": "Gas rose."}\n', encoding="utf-8")
        archive.index(rows)
        (citation,) = archive.cite("gas")
        rows.write_text('{"id": "b", "text": "Gas rose."}\n{"id": "a", "text": "Gas rose."}\n', encoding="utf-8")
        (verdict,) = verify(citation)
        assert (verdict.file, verdict.quote) == ("changed", "moved")
        assert verdict.found is not None
        assert verdict.found.file is not None
        assert verdict.found.file.start == 33

    def test_a_row_that_is_another_is_found_by_its_id(self, archive: Archive, tmp_path: Path) -> None:
        rows = tmp_path / "rows.jsonl"
        rows.write_text('{"id": "a", "text": "Gas rose."}\n', encoding="utf-8")
        archive.index(rows)
        (citation,) = archive.cite("gas")
        rows.write_text('{"id": "b", "text": "Gas rose."}\n{"id": "a", "text": "So: Gas rose."}\n', encoding="utf-8")
        (verdict,) = verify(citation)
        assert verdict.found is not None
        assert verdict.found.segments[0].bytes == (58, 67)

    def test_a_member_that_is_gone_from_its_archive_is_named(self, archive: Archive, tmp_path: Path) -> None:
        packed = tmp_path / "a.zip"
        with zipfile.ZipFile(packed, "w") as file:
            file.writestr("a.txt", PAGE)
        archive.index(packed)
        (citation,) = archive.cite("gas")
        with zipfile.ZipFile(packed, "w") as file:
            file.writestr("b.txt", PAGE)
        assert verdict_on(citation)[:2] == ("changed", "gone")


class TestCitations:
    @pytest.mark.parametrize(
        "change",
        [
            lambda c: c["quote"].update(text=c["quote"]["text"].replace("rose", "fell")),
            lambda c: c["quote"].update(text=c["quote"]["text"] + " And more."),
            lambda c: c["quote"].update(text=c["quote"]["text"][:-1]),
            lambda c: c["segments"][0].update(bytes=[b + 1 for b in c["segments"][0]["bytes"]]),
            lambda c: c["segments"][0].update(bytes=[0, 10**9]),
            lambda c: c["segments"].clear(),
            lambda c: c["segments"][0].update(quote=[0, 3]),
            lambda c: c["file"].update(record_sha256="0" * 64),
            lambda c: c["file"].update(start=5),
            lambda c: c["file"].update(start=None),
            lambda c: c["file"].update(encoding="utf-16"),
            lambda c: c["file"].update(encoding="no such"),
            lambda c: c["file"].update(encoding="unicode_escape"),
            lambda c: c["file"].update(member="a.txt"),
            lambda c: c.update(proof="reading", quote={**c["quote"], "start": 3}),
        ],
    )
    def test_one_that_was_altered_does_not_verify(
        self, cited: Citation, change: Callable[[dict[str, Any]], None]
    ) -> None:
        assert verdict_on(altered(cited, change))[:2] == ("unchanged", "misquoted")

    def test_one_that_claims_another_file_does_not_verify(self, cited: Citation) -> None:
        found = altered(cited, lambda c: c["file"].update(sha256="0" * 64))
        assert verdict_on(found)[:2] == ("changed", "stands")

    def test_one_that_claims_nothing_does_not_verify(self, cited: Citation) -> None:
        found = altered(cited, lambda c: c.update(proof="none", problem="x"))
        assert verdict_on(found) == ("unchanged", "unproven", ("the citation proves nothing: x",))

    @pytest.mark.parametrize(
        "found",
        [
            None, 3, "text", [], {}, {"citations": []}, [{"title": "x"}], {"custom": {"searchkit": {}}},
            {"citations": 3}, [[]],
        ],
    )  # fmt: skip
    def test_what_is_no_citation_is_refused(self, found: object) -> None:
        with pytest.raises(InputError):
            verify(found)

    @pytest.mark.parametrize(
        "change",
        [
            lambda c: c.update(proof="magic"),
            lambda c: c.update(date="yesterday"),
            lambda c: c["segments"][0].update(bytes=[5]),
            lambda c: c["segments"][0].update(chars=[5, 1]),
            lambda c: c["file"].update(path=None),
            lambda c: c["file"].update(more=1),
            lambda c: c["quote"].update(text=None),
            lambda c: c["quote"].update(field="secret"),
            lambda c: c["quote"].update(start="0"),
            lambda c: c["quote"].update(end=True),
            lambda c: c["segments"][0].update(form="rot13"),
            lambda c: c["segments"][0].update(bytes=[0.5, 1.5]),
            lambda c: c["file"].update(start="0"),
            lambda c: c["file"].update(member=3),
            lambda c: c.update(title=None),
            lambda c: c.update(made_by=None),
            lambda c: c.update(quote=None),
            lambda c: c.pop("file"),
        ],
    )
    def test_one_that_is_malformed_is_refused(self, cited: Citation, change: Callable[[dict[str, Any]], None]) -> None:
        with pytest.raises(InputError, match="no citation of searchkit"):
            verify(altered(cited, change))


class TestCommand:
    def test_the_status_is_0_for_all_and_1_for_any_that_does_not_hold(
        self, cited: Citation, page: Path, tmp_path: Path
    ) -> None:
        index, file = tmp_path / "index", tmp_path / "citations.json"
        for form in ("json", "csl-json"):
            file.write_text(run("--index", index, "cite", "gas", "--format", form).out, encoding="utf-8")
            answer = run("cite", "--verify", file)
            assert (answer.status, answer.out) == (0, "verified (bytes)  a.txt\n")
        page.write_text(PAGE.replace("rose", "fell"), encoding="utf-8")
        answer = run("cite", "--verify", file)
        assert answer.status == 1
        assert answer.out.startswith("not verified  a.txt\n  the file has changed: its SHA-256 is ")
        assert run("cite", "--verify", file, "--format", "json").json["failed"] == 1

    def test_it_needs_one_thing_to_do(self, tmp_path: Path) -> None:
        assert run("cite").status == 2
        (tmp_path / "x.json").write_text("{}", encoding="utf-8")
        assert run("cite", "gas", "--verify", tmp_path / "x.json").status == 2

    def test_what_is_no_json_is_trouble(self, tmp_path: Path) -> None:
        (tmp_path / "x.ris").write_text("TY  - NEWS\n", encoding="utf-8")
        answer = run("cite", "--verify", tmp_path / "x.ris")
        assert answer.status == 2
        assert "is not JSON" in answer.err

    def test_nothing_found_is_status_1_and_a_missing_file_is_a_warning(
        self, cited: Citation, page: Path, tmp_path: Path
    ) -> None:
        index = tmp_path / "index"
        assert run("--index", index, "cite", "zebra").status == 1
        page.unlink()
        answer = run("--index", index, "cite", "gas")
        assert (answer.status, answer.err) == (0, "warning: a.txt: the file is missing\n")
        assert "no proof: the file is missing" in answer.out
