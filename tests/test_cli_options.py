"""Every option does what its help says."""

from pathlib import Path

import pytest

from tests.cli_helpers import Answer, indexed, run

ARTICLES = (
    {
        "id": "a1",
        "title": "Gas talks",
        "date": "2025-01-15",
        "source": "Wire",
        "text": "One. Gas. More gas. Still gas.",
    },
    {"id": "a2", "title": "Oil", "date": "2025-02-28", "source": "TRT World", "text": "Gas and oil."},
    {"id": "a3", "title": "Grain", "date": "2025-03-01", "source": "Le Monde", "text": "Gas and grain."},
    {"id": "a4", "title": "No day", "text": "Gas at some time."},
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return indexed(tmp_path_factory.mktemp("options"), *ARTICLES)


def found(index: Path, *arguments: object) -> list[str]:
    return [hit["id"] for hit in run("--index", index, "search", *arguments, "--format", "jsonl").rows]


class TestFilters:
    def test_source_keeps_one_outlet_whatever_its_case(self, index: Path) -> None:
        assert found(index, "gas", "--source", "trt world") == ["a2"]

    def test_source_twice_keeps_any_of_the_two(self, index: Path) -> None:
        assert sorted(found(index, "gas", "--source", "Wire", "--source", "Le Monde")) == ["a1", "a3"]

    def test_since_and_until_include_their_days(self, index: Path) -> None:
        assert sorted(found(index, "gas", "--since", "2025-01-15", "--until", "2025-02-28")) == ["a1", "a2"]

    def test_a_month_or_a_year_is_all_of_its_days(self, index: Path) -> None:
        assert found(index, "gas", "--since", "2025-02", "--until", "2025-02") == ["a2"]
        assert sorted(found(index, "gas", "--until", "2025")) == ["a1", "a2", "a3"]

    def test_in_names_where_to_look(self, index: Path) -> None:
        assert found(index, "gas", "--in", "title") == ["a1"]
        assert sorted(found(index, "gas", "--in", "body")) == ["a1", "a2", "a3", "a4"]
        assert sorted(found(index, "gas", "--in", "lead")) == ["a1", "a2", "a3", "a4"]
        assert sorted(found(index, "talks", "--in", "all")) == ["a1"]
        assert found(index, "talks", "--in", "links") == []

    def test_facets_takes_the_same_filters(self, index: Path) -> None:
        answer = run("--index", index, "facets", "gas", "--by", "month", "--since", "2025-02", "--source", "Wire",
                     "--source", "Le Monde", "--in", "body", "--format", "jsonl")  # fmt: skip
        assert answer.rows == [{"value": "2025-03", "count": 1}]


class TestPages:
    def test_sort_newest_and_oldest_leave_the_undated_last(self, index: Path) -> None:
        assert found(index, "gas", "--sort", "newest") == ["a3", "a2", "a1", "a4"]
        assert found(index, "gas", "--sort", "oldest") == ["a1", "a2", "a3", "a4"]

    def test_the_best_comes_first_by_default(self, index: Path) -> None:
        assert found(index, "gas")[0] == "a1" == found(index, "gas", "--sort", "relevance")[0]

    def test_limit_and_offset_cut_a_page_out_of_the_whole(self, index: Path) -> None:
        answer = run("--index", index, "search", "gas", "--sort", "oldest", "--limit", 2, "--offset", 1, "--format",
                     "json").json  # fmt: skip
        assert [(hit["rank"], hit["id"]) for hit in answer["hits"]] == [(2, "a2"), (3, "a3")]
        assert answer["total"] == 4

    def test_a_page_past_the_end_is_empty_but_something_was_found(self, index: Path) -> None:
        answer = run("--index", index, "search", "gas", "--offset", 9)
        assert (answer.status, answer.err.split(" in ")[0]) == (0, "4 articles for gas")

    @pytest.mark.parametrize("wanted", [0, 1, 2])
    def test_passages_bounds_the_passages_of_a_hit(self, index: Path, wanted: int) -> None:
        hits = run("--index", index, "search", "gas", "--passages", wanted, "--format", "jsonl").rows
        assert len(hits[0]["passages"]) == wanted


class TestFacets:
    def test_facet_chooses_what_is_counted(self, index: Path) -> None:
        answer = run("--index", index, "search", "gas", "--facet", "year", "--facet", "source", "--format", "json").json
        assert list(answer["facets"]) == ["year", "source"]
        assert answer["facets"]["year"] == [{"value": "2025", "count": 3}, {"value": None, "count": 1}]

    def test_facet_none_counts_nothing(self, index: Path) -> None:
        assert run("--index", index, "search", "gas", "--facet", "none", "--format", "json").json["facets"] == {}

    @pytest.mark.parametrize(
        ("unit", "first"),
        [("year", "2025"), ("quarter", "2025-Q1"), ("month", "2025-01"), ("week", "2025-W03"), ("day", "2025-01-15"),
         ("date", "2025-01")],
    )  # fmt: skip
    def test_dates_are_counted_by_any_unit_of_the_calendar(self, index: Path, unit: str, first: str) -> None:
        assert run("--index", index, "facets", "--by", unit, "--format", "jsonl").rows[0]["value"] == first

    def test_limit_keeps_the_largest_counts(self, index: Path) -> None:
        answer = run("--index", index, "facets", "--by", "quarter", "--limit", 1, "--format", "jsonl")
        assert answer.rows == [{"value": "2025-Q1", "count": 3}]

    def test_without_a_query_all_articles_are_counted(self, index: Path) -> None:
        assert run("--index", index, "facets", "--format", "json").json["total"] == len(ARTICLES)


class TestWhichIndex:
    """Behind the command, before it, the environment, the default: the first that is given wins."""

    def where(self, answer: Answer) -> str:
        return str(answer.json["location"])

    def test_index_stands_before_or_behind_the_command(self, index: Path) -> None:
        before = run("--index", index, "stats", "--format", "json")
        behind = run("stats", "--index", index, "--format", "json")
        assert self.where(before) == self.where(behind) == str(index)

    def test_behind_the_command_wins_over_before_it(self, index: Path) -> None:
        assert self.where(run("--index", "other", "stats", "--index", index, "--format", "json")) == str(index)

    def test_the_environment_names_it_where_no_option_does(self, index: Path) -> None:
        assert self.where(run("stats", "--format", "json", env={"SEARCHKIT_INDEX": str(index)})) == str(index)

    def test_an_option_wins_over_the_environment(self, index: Path) -> None:
        answer = run("--index", index, "stats", "--format", "json", env={"SEARCHKIT_INDEX": "other"})
        assert self.where(answer) == str(index)

    def test_the_default_is_the_folder_index(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "a.txt").write_text("Gas talks failed.", encoding="utf-8")
        unset = {"SEARCHKIT_INDEX": None}
        assert run("index", "a.txt", env=unset).status == 0
        assert self.where(run("stats", "--format", "json", env=unset)) == "index"


class TestShow:
    def test_zones_prints_every_line_with_its_zone_and_the_reason(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(" date 2025-09-18 Gas talks\n\nThey failed.\n", encoding="utf-8")
        run("--index", tmp_path / "index", "index", tmp_path / "a.txt")
        lines = run("--index", tmp_path / "index", "show", "a.txt", "--zones").out.splitlines()
        assert [line.split()[:3] for line in lines[-3:]] == [
            ["1", "headline", "date"], ["2", "blank"], ["3", "body", "They"],
        ]  # fmt: skip
        assert lines[-1].endswith("[text]")

    def test_shows_the_fields_that_searchkit_has_no_use_for(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, {"id": "a", "text": "gas", "desk": "Energy"})
        assert "desk  Energy" in run("--index", index, "show", "a").out

    def test_shows_where_the_title_the_author_and_the_place_were_found(self, tmp_path: Path) -> None:
        text = "---\ntitle: Gas | The Wire\nauthor: Jane Doe\n---\n# Gas\n\nANKARA (AFP) - Gas.\n"
        page = "<title>Gas | The Wire</title><h1>Gas</h1><p>By Jane Doe</p><p>ANKARA (AFP) - It is gas.</p>"
        (tmp_path / "a.md").write_text(text, encoding="utf-8")
        (tmp_path / "a.html").write_text(page, encoding="utf-8")
        run("--index", tmp_path / "index", "index", tmp_path / "a.md", tmp_path / "a.html")
        shown = run("--index", tmp_path / "index", "show", "a.html").out.splitlines()
        assert shown[:2] == ["Gas", "(h1; title: Gas | The Wire)"]
        assert "        by  Jane Doe  (byline, line 5)" in shown
        assert "     place  ANKARA  (dateline, line 7)" in shown
        shown = run("--index", tmp_path / "index", "show", "a.md").out.splitlines()
        assert "        by  Jane Doe  (front matter, line 3)" in shown
