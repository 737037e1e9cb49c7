"""What a person sees: titles, dates, passages and bars, at the width of the terminal."""

from pathlib import Path

import pytest

from searchkit.cli.layout import columns
from tests.cli_helpers import indexed, on_terminal, run

AT_60 = {"COLUMNS": "60"}
LONG = "Ministers meet again on sanctions, talks, energy, gas, oil, grain and much that editors cut long ago"
BEIJING = "外交部发言人表示，制裁不是解决问题的办法，希望有关各方保持克制，通过对话和谈判解决分歧。"


def shown(folder: Path, query: str, *rows: dict[str, str], columns: str = "60") -> str:
    return run("--index", indexed(folder, *rows), "search", query, env={"COLUMNS": columns}).out


class TestHits:
    def test_title_origin_and_passages_stand_below_each_other(self, tmp_path: Path) -> None:
        article = {"id": "a1", "title": "Gas talks", "date": "2025-09-18", "source": "Wire", "text": "They met. Gas."}
        assert shown(tmp_path, "gas", article).startswith(
            "  1  Gas talks\n"
            "     2025-09-18  Wire  a1\n"
            "     • **Gas**.\n"
            "\n"
        )  # fmt: skip

    def test_what_is_missing_is_named(self, tmp_path: Path) -> None:
        assert shown(tmp_path, "gas", {"id": "a1", "text": "Gas."}).startswith(
            "  1  untitled\n     undated  unknown  a1\n     • **Gas**.\n\n"
        )

    def test_a_hit_without_passages_is_its_title_and_its_origin(self, tmp_path: Path) -> None:
        article = {"id": "a1", "title": "Gas", "text": "Oil."}
        assert shown(tmp_path, "gas", article).startswith("  1  Gas\n     undated  unknown  a1\n\n")

    def test_a_long_title_goes_on_under_its_beginning(self, tmp_path: Path) -> None:
        assert shown(tmp_path, "grain", {"id": "a1", "title": LONG}).splitlines()[:3] == [
            "  1  Ministers meet again on sanctions, talks, energy, gas,",
            "     oil, grain and much that editors cut long ago",
            "     undated  unknown  a1",
        ]

    def test_an_id_that_does_not_fit_stands_on_its_own_line_whole(self, tmp_path: Path) -> None:
        article = {"id": "archive/2025/" * 5, "title": "Gas", "text": ""}
        assert shown(tmp_path, "gas", article).splitlines()[1:3] == ["     undated  unknown", f"     {article['id']}"]

    def test_passages_can_be_told_apart(self, tmp_path: Path) -> None:
        article = {"id": "a1", "text": "Gas came. Nobody knew. More gas came."}
        assert shown(tmp_path, "gas", article).splitlines()[2:4] == [
            "     • **Gas** came.",
            "     • More **gas** came.",
        ]

    def test_no_line_is_wider_than_the_terminal(self, tmp_path: Path) -> None:
        rows = [
            {"id": f"a{n}", "title": LONG, "source": f"{BEIJING}{n}", "text": f"{LONG}{BEIJING}{n}"} for n in range(3)
        ]
        lines = shown(tmp_path, "sanctions", *rows).splitlines()
        too_wide = [line for line in lines if columns(line) > 60]
        assert too_wide == [f"     undated  {BEIJING}{n}" for n in range(3)]  # a name is there to be copied, too

    def test_wide_characters_break_between_characters_and_never_before_a_full_stop(self, tmp_path: Path) -> None:
        quoted = [line for line in shown(tmp_path, "制裁", {"id": "a1", "text": BEIJING}, columns="40").splitlines()
                  if line.startswith(("     • ", "       "))]  # fmt: skip
        assert "".join(line[7:] for line in quoted).replace("**", "") == BEIJING
        assert len(quoted) > 1
        assert not [line for line in quoted if line[7] in "，。"]

    def test_combining_marks_take_no_room(self, tmp_path: Path) -> None:
        text = "e\u0301" * 45 + " gas"
        assert shown(tmp_path, "gas", {"id": "a1", "text": text}).splitlines()[2] == f"     • {text[:-3]}**gas**"


class TestFacets:
    def test_bars_of_all_facets_stand_under_each_other(self, tmp_path: Path) -> None:
        rows = [
            {"id": f"a{n}", "source": "新华社" if n else "Wire", "date": "2025-09-18", "text": "gas"} for n in range(4)
        ]
        assert shown(tmp_path, "gas", *rows, columns="40").split("\n\n", 4)[4] == (
            "source\n"
            "  新华社   3  ██████████████████████████\n"
            "  Wire     1  ████████▋\n"
            "\n"
            "date\n"
            "  2025-09  4  ██████████████████████████\n"
            "\n"
        )  # fmt: skip

    def test_many_values_are_cut_to_the_largest(self, tmp_path: Path) -> None:
        rows = [{"id": f"a{n}", "source": f"Outlet {n % 20}", "text": "gas"} for n in range(39)]
        text = shown(tmp_path, "gas", *rows)
        assert text.count("  Outlet ") == 10 + 12  # hits and bars
        assert "\n  and 8 more\n" in text

    def test_many_months_are_added_up_to_years(self, tmp_path: Path) -> None:
        rows = [{"id": f"{y}-{m}", "date": f"{y}-{m:02}-01", "text": "gas"} for y in (2024, 2025) for m in range(1, 10)]
        text = shown(tmp_path, "gas", *rows, {"id": "undated", "text": "gas"})
        lines = text[text.index("date by year") :].splitlines()
        assert [line.split()[:2] for line in lines[1:4]] == [["2024", "9"], ["2025", "9"], ["undated", "1"]]

    def test_the_command_prints_every_value(self, tmp_path: Path) -> None:
        index = indexed(tmp_path, *({"id": f"a{n}", "source": f"Outlet {n}", "text": "gas"} for n in range(20)))
        assert run("--index", index, "facets", "gas").out.count("  Outlet ") == 20

    @pytest.mark.parametrize("field", ["section", "language"])
    def test_an_article_without_a_section_or_a_language_has_none(self, tmp_path: Path, field: str) -> None:
        index = indexed(tmp_path, {"id": "a1", "text": "gas"})
        assert run("--index", index, "facets", "gas", "--by", field).out.splitlines()[1].startswith("  none  1  ")

    def test_nothing_found_draws_nothing(self, tmp_path: Path) -> None:
        assert shown(tmp_path, "oil", {"id": "a1", "text": "gas"}) == ""


class TestShow:
    @pytest.fixture
    def index(self, tmp_path: Path) -> Path:
        page = (
            " date 2025-09-18 TALKS\nTalks go on\nSeptember 18, 2025\n\n" + "Gas and oil. " * 20 + "\n\nSource: AFP\n"
        )
        (tmp_path / "a.txt").write_text(page, encoding="utf-8")
        run("--index", tmp_path / "index", "index", tmp_path / "a.txt")
        return tmp_path / "index"

    def test_says_where_date_and_source_were_found(self, index: Path) -> None:
        lines = run("--index", index, "show", "a.txt").out.splitlines()
        assert lines[:5] == [
            "Talks go on",
            "      date  2025-09-18  (header, line 1; dateline, line 3)",
            "    source  AFP  (source line, line 7)",
            "  agencies  AFP  (source line, line 7)",
            "   section  TALKS",
        ]

    def test_says_what_a_file_is_in_that_is_not_utf_8(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes("Переговоры о газе продолжатся в Москве, сообщил министр.".encode("koi8-r"))
        run("--index", tmp_path / "index", "index", tmp_path / "a.txt")
        assert "  encoding  koi8-r  (detected)" in run("--index", tmp_path / "index", "show", "a.txt").out.splitlines()

    def test_a_pipe_gets_the_body_as_it_is(self, index: Path) -> None:
        assert "\n" + ("Gas and oil. " * 20).rstrip() in run("--index", index, "show", "a.txt").out

    def test_a_terminal_gets_lines_broken_between_words(self, index: Path) -> None:
        body = on_terminal("--index", index, "show", "a.txt", columns=50).partition("\n\n")[2]
        assert max(map(len, body.splitlines())) <= 50
        assert " ".join(body.split()) == ("Gas and oil. " * 20).rstrip()
