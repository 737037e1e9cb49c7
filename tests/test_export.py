"""Exports: every match, from one commit, at flat memory, as JSON Lines or CSV."""

import csv
import datetime
import io
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

import searchkit
from searchkit import Archive, ArchiveError, Article, QueryError
from searchkit.engines.folder import Marker, has_native
from tests.cli_helpers import COMMAND, indexed, run, write_rows

BODY = "Gas prices rose on Monday. Oil prices fell. Gas is not oil."


def many(count: int) -> list[Article]:
    return [
        Article(id=f"a{n}", title=f"Number {n}", body=f"{BODY} Word{n}. {'gas ' * (n % 5)}", source=f"S{n % 3}",
                date=datetime.date(2025, 1, 1) + datetime.timedelta(days=n % 40) if n % 11 else None)
        for n in range(count)
    ]  # fmt: skip


@pytest.fixture(autouse=True)
def _few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("searchkit.engines.local.EXPORT_AT_ONCE", 7)
    if has_native():
        monkeypatch.setattr("searchkit.engines.native_export.AT_ONCE", 7)


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
@pytest.mark.parametrize("passages", [0, 2])
def test_it_is_the_list_of_a_search_to_its_end(archive: Archive, sort: str, passages: int) -> None:
    archive.add(many(70))
    archive.add(many(80)[70:])
    archive.delete([f"a{n}" for n in range(0, 80, 13)])
    query = "gas OR word5 OR title:number"
    hits = archive.search(query, sort=sort, limit=1000, passages=passages, copies=True).hits  # type: ignore[arg-type]
    with archive.export(query, sort=sort, passages=passages) as export:  # type: ignore[arg-type]
        assert export.total == len(hits)
        found = list(export)
    assert [match[:8] for match in found] == [
        (hit.id, hit.rank, hit.score, hit.title, hit.date, hit.source, hit.path, hit.passages) for hit in hits
    ]
    assert {match.text for match in found} == {None}


def test_filters_and_zones_are_those_of_a_search(archive: Archive) -> None:
    archive.add(many(60))
    options: dict[str, Any] = {"source": "S1", "since": "2025-01-05", "until": "2025-01", "in_": "title"}
    hits = archive.search("number", limit=100, **options).hits
    assert 0 < len(hits) < 60
    assert [match.id for match in archive.export("number", **options)] == [hit.id for hit in hits]
    with pytest.raises(QueryError):
        archive.export("gas", sort="best")  # type: ignore[arg-type]


def test_with_text_each_match_has_its_body(archive: Archive) -> None:
    archive.add(many(5))
    assert {match.id: match.text for match in archive.export("gas", text=True)} == {
        article.id: article.body for article in many(5)
    }


def test_passages_of_other_languages_have_the_marks_of_a_search(archive: Archive) -> None:
    archive.add([
        Article(id="de", body="Die alten Häuser stehen noch. Sie sind leer.", language="de"),
        Article(id="en", body="The old haus is empty. It stands.", language="en"),
    ])  # fmt: skip
    hits = archive.search("haus", passages=1).hits
    assert {hit.id: hit.passages for hit in hits} == {m.id: m.passages for m in archive.export("haus")}


def test_copies_are_matches_of_their_own(archive: Archive) -> None:
    archive.add([Article(id=f"a{n}", body=BODY * 3) for n in range(4)])
    assert len(list(archive.export("gas"))) == 4


def test_nothing_found_is_an_empty_export(filled: Archive) -> None:
    export = filled.export("zebra")
    assert (export.total, list(export)) == (0, [])


def test_what_others_write_meanwhile_is_not_in_it(archive: Archive, tmp_path: Path) -> None:
    archive.add(many(60))
    with archive.export("gas", sort="oldest") as export:
        iterator = iter(export)
        found = [next(iterator).id for _ in range(10)]
        with searchkit.open(tmp_path / "index") as other:
            other.delete([f"a{n}" for n in range(60)])
            other.add([Article(id="new", body="gas")])
        found += [match.id for match in iterator]
    assert sorted(found) == sorted(f"a{n}" for n in range(60))
    assert [match.id for match in archive.export("gas")] == ["new"]


def test_it_ends_with_its_closing(archive: Archive) -> None:
    archive.add(many(5))
    export = archive.export("gas")
    export.close()
    with pytest.raises(ArchiveError, match="has been closed"):
        list(export)
    export = archive.export("gas")
    assert len(list(export)) == 5
    with pytest.raises(ArchiveError, match="has been closed"):
        list(export)


@pytest.mark.parametrize("sort", ["relevance", "newest"])
def test_on_whoosh_codec_a_match_takes_a_few_bytes_until_its_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sort: Any
) -> None:
    count = 1000
    monkeypatch.setattr("searchkit.engines.local_export.RUN", 100)
    Marker("whoosh").write(tmp_path)
    with searchkit.open(tmp_path, create=True) as archive:
        archive.add(Article(id=f"a{n:04}", body=f"gas {'gas ' * (n % 7)}") for n in range(count))
        assert len(list(archive.export("gas", sort=sort, passages=0))) == count  # imports what it needs
        with archive.frozen() as view:
            assert view.search("gas", limit=1, sort=sort).total == count  # columns are read when first asked for
            tracemalloc.start()
            try:
                exported = sum(1 for _ in view.export("gas", sort=sort, passages=0))
                _, peak = tracemalloc.get_traced_memory()
            finally:
                tracemalloc.stop()
    assert exported == count
    assert peak < 150 * count, peak


@pytest.mark.skipif(not has_native(), reason="the core is what is measured")
def test_memory_stays_the_same_however_many_there_are(tmp_path: Path) -> None:
    write_rows(tmp_path / "rows.jsonl", [{"id": f"a{n}", "text": f"gas {n} " * 60} for n in range(20_000)])
    with searchkit.open(tmp_path / "index", create=True) as archive:
        archive.index(tmp_path / "rows.jsonl")
    code = f"""
import resource, searchkit
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
with searchkit.open({str(tmp_path / "index")!r}) as archive:
    export = iter(archive.export("gas", text=True))
    for _ in range(1000):
        next(export)
    before = peak()
    count = 1000 + sum(1 for _ in export)
    print(count, peak() - before)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=300)
    count, more = map(int, done.stdout.split())
    assert count == 20_000
    assert more < 12_000  # kilobytes; all texts together are 11,000, and held as Python objects twice as much


class TestCommand:
    def test_json_lines_can_be_indexed_again(self, tmp_path: Path) -> None:
        rows = [
            {"id": f"a{n}", "title": "T", "date": "2025-09-18", "source": "Wire", "text": f"gas {n}"} for n in (1, 2)
        ]
        index = indexed(tmp_path, *rows)
        answer = run("--index", index, "export", "gas", "--text")
        (tmp_path / "again.jsonl").write_text(answer.out, encoding="utf-8")
        assert run("--index", tmp_path / "again", "index", tmp_path / "again.jsonl").status == 0
        again = run("--index", tmp_path / "again", "export", "gas", "--text").rows
        for name in ("id", "rank", "title", "date", "source", "text", "passages"):
            assert [row[name] for row in again] == [row[name] for row in answer.rows]

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r="])
    def test_csv_keeps_a_spreadsheet_from_running_what_an_article_says(self, tmp_path: Path, start: str) -> None:
        harmful = f"{start}HYPERLINK(1) gas"
        index = indexed(tmp_path, {"id": harmful, "title": harmful, "source": harmful, "text": harmful})
        answer = run("--index", index, "export", "gas", "--text", "--format", "csv")
        (row,) = csv.DictReader(io.StringIO(answer.out, newline=""))
        assert row["id"] == row["title"] == row["text"] == f"'{harmful}"
        assert row["source"] == row["passage"] == f"'{harmful.strip()}"

    def test_csv_has_its_columns_whatever_is_found(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, {"id": "a", "text": "gas"})
        answer = run("--index", index, "export", "zebra", "--format", "csv")
        assert (answer.status, answer.out) == (1, "rank,id,score,date,source,title,path,passage\n")

    def test_a_reader_that_has_seen_enough_is_no_error(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, *({"id": f"a{n}", "text": f"{n} {'gas ' * 2000}"} for n in range(50)))
        for form in ("jsonl", "csv"):
            reader, writer = os.pipe()
            with subprocess.Popen(
                [*COMMAND, "--index", str(index), "export", "gas", "--text", "--format", form],
                stdout=writer, stderr=subprocess.PIPE,
            ) as child:  # fmt: skip
                os.close(writer)
                os.read(reader, 1)
                os.close(reader)
                _, complaint = child.communicate(timeout=120)
            assert (child.returncode, complaint) == (0, b"")
