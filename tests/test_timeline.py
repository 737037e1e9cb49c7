"""Timelines: their span, weeks, shares, and the picture."""

import builtins
import sys
from collections.abc import Callable
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from searchkit import Archive, Article, Bucket, DateError, InputError, QueryError, Timeline


@pytest.fixture
def news(archive: Archive) -> Archive:
    days = {"g1": date(2025, 1, 31), "g2": date(2025, 4, 1), "g3": date(2025, 4, 2), "g4": None}
    others = {"o1": date(2024, 11, 1), "o2": date(2025, 4, 30), "o3": date(2025, 6, 30)}
    archive.add([Article(id=id, body="gas", date=day, source="Wire") for id, day in days.items()])
    archive.add([Article(id=id, body="oil", date=day, source="Post") for id, day in others.items()])
    return archive


def counts(timeline: Timeline) -> list[tuple[str, int]]:
    return [(bucket.value, bucket.count) for bucket in timeline]


def test_months_without_matches_are_there(news: Archive) -> None:
    found = news.timeline("gas")
    assert counts(found) == [("2025-01", 1), ("2025-02", 0), ("2025-03", 0), ("2025-04", 2)]
    assert found.buckets[1] == Bucket("2025-02", date(2025, 2, 1), date(2025, 2, 28), 0)
    assert (found.total, found.undated, found.all) == (4, 1, None)
    assert found.interpreted_as == "gas"


def test_it_goes_from_since_to_until_as_far_as_the_archive_does(news: Archive) -> None:
    assert counts(news.timeline("gas", since="2024-12", until="2025-05"))[0] == ("2024-12", 0)
    assert counts(news.timeline("gas", since="2024-12", until="2025-05"))[-1] == ("2025-05", 0)
    assert counts(news.timeline("gas", since="1990", until="2040"))[0] == ("2024-11", 0)
    assert counts(news.timeline("gas", since="1990", until="2040"))[-1] == ("2025-06", 0)
    assert counts(news.timeline("gas date:2025-02..2025-03")) == [("2025-02", 0), ("2025-03", 0)]


def test_there_is_nothing_where_the_archive_has_nothing(news: Archive, archive: Archive) -> None:
    assert counts(news.timeline("quokka")) == []
    assert counts(news.timeline("gas", since="2031")) == []
    assert counts(news.timeline("gas", until="1999")) == []


def test_an_empty_archive_has_an_empty_timeline(archive: Archive) -> None:
    found = archive.timeline(share=True, since="2020")
    assert (found.total, found.undated, found.all, len(found)) == (0, 0, 0, 0)


def test_a_share_is_that_of_all_articles_under_the_same_filters(news: Archive) -> None:
    found = news.timeline("gas", share=True)
    assert [(bucket.count, bucket.all, bucket.share) for bucket in found] == [
        (1, 1, 1.0), (0, 0, None), (0, 0, None), (2, 3, 2 / 3),
    ]  # fmt: skip
    assert found.all == 7
    assert [bucket.all for bucket in news.timeline("gas", share=True, source="Wire")] == [1, 0, 0, 2]
    assert [bucket.all for bucket in news.timeline("source:wire gas", share=True)] == [1, 0, 0, 3]


def test_weeks_begin_where_they_are_said_to(news: Archive) -> None:
    assert counts(news.timeline("gas date:2025-04", by="week"))[:2] == [("2025-W14", 2), ("2025-W15", 0)]
    sundays = news.timeline("gas", by="week", week_start="sunday")
    assert sundays.buckets[0] == Bucket("2025-01-26", date(2025, 1, 26), date(2025, 2, 1), 1)
    assert all(bucket.first.weekday() == 6 for bucket in sundays)
    assert counts(news.timeline("gas date:2025-04-01..2025-04-02", by="week", week_start="wednesday")) == [
        ("2025-03-26", 1), ("2025-04-02", 1),
    ]  # fmt: skip


def test_the_ends_of_the_calendar_are_reached(archive: Archive) -> None:
    archive.add([Article(id="a", body="gas", date=date.min), Article(id="b", body="gas", date=date.max)])
    found = archive.timeline("gas", by="year")
    assert (len(found), found.buckets[0].first, found.buckets[-1].last) == (9999, date.min, date.max)
    assert len(archive.timeline("gas", by="week", since="9999-12-01")) == 5


def test_more_buckets_than_anybody_reads_are_refused(archive: Archive) -> None:
    archive.add([Article(id="a", body="gas", date=date.min), Article(id="b", body="gas", date=date.max)])
    with pytest.raises(QueryError, match="200,000") as caught:
        archive.timeline("gas", by="day")
    assert caught.value.hint


def test_a_wrong_option_is_an_error(news: Archive) -> None:
    with pytest.raises(QueryError, match="by must be one of"):
        news.timeline("gas", by="decade")  # type: ignore[arg-type]
    with pytest.raises(QueryError, match="week_start must be one of"):
        news.timeline("gas", week_start="mon")  # type: ignore[arg-type]
    with pytest.raises(DateError):
        news.timeline("gas", since="easter")


def test_a_source_that_there_is_not_is_noted(news: Archive) -> None:
    assert news.timeline("gas", source="Wired").notes == ("no article has the source 'Wired'; did you mean 'Wire'?",)


def test_as_json_it_says_all_that_it_knows(news: Archive) -> None:
    shown = news.timeline("gas", by="quarter", share=True).to_dict()
    assert shown.pop("took_ms") >= 0
    assert shown == {
        "format_version": 1, "query": "gas", "interpreted_as": "gas", "total": 4, "by": "quarter", "undated": 1,
        "all": 7,
        "buckets": [
            {"value": "2025-Q1", "first": "2025-01-01", "last": "2025-03-31", "count": 1, "all": 1, "share": 1.0},
            {"value": "2025-Q2", "first": "2025-04-01", "last": "2025-06-30", "count": 2, "all": 4, "share": 0.5},
        ],
        "notes": [],
    }  # fmt: skip
    assert "all" not in news.timeline("gas").to_dict()


@pytest.mark.skipif(find_spec("matplotlib") is None, reason="searchkit[plot] is not installed")
class TestPictures:
    def test_an_svg_has_a_bar_for_every_bucket_and_the_query_as_text(self, news: Archive, tmp_path: Path) -> None:
        news.timeline("gas").plot(tmp_path / "gas.svg")
        root = ElementTree.parse(tmp_path / "gas.svg").getroot()
        texts = ["".join(node.itertext()).strip() for node in root.iter("{http://www.w3.org/2000/svg}text")]
        assert "gas" in texts
        assert "4 articles by month · 2025-01-01 to 2025-04-30 · 1 undated not drawn" in texts

    def test_the_same_timeline_is_the_same_file(self, news: Archive, tmp_path: Path) -> None:
        for name in ("a.svg", "b.svg", "a.png", "b.png"):
            news.timeline("gas", share=True).plot(tmp_path / name)
        assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
        assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()

    def test_a_png_has_bars_where_there_are_articles(self, news: Archive, tmp_path: Path) -> None:
        from matplotlib.image import imread

        news.timeline("gas").plot(tmp_path / "gas.png")
        pixels = imread(tmp_path / "gas.png")
        assert pixels.shape[:2] == (704, 1600)
        blue = (pixels[..., 2] > 0.6) & (pixels[..., 0] < 0.3)
        left, middle, right = (blue[:, start : start + 300].sum() for start in (60, 700, 1280))
        assert right > left > 1000  # twice as many in April as in January
        assert middle == 0

    def test_one_day_of_years_is_seen(self, archive: Archive, tmp_path: Path) -> None:
        from matplotlib.image import imread

        days = [date(2020, 1, 1), date(2029, 12, 31), *[date(2024, 7, 1)] * 8]
        archive.add([Article(id=f"g{n}", body="gas", date=day) for n, day in enumerate(days)])
        archive.timeline("gas", by="day").plot(tmp_path / "gas.png")
        pixels = imread(tmp_path / "gas.png")
        blue = (pixels[..., 2] > 0.6) & (pixels[..., 0] < 0.3)
        tall, low = blue[:300, 600:900].sum(), blue[:500, 100:600].sum()
        assert (tall > 100, low) == (True, 0)

    def test_signs_of_mathematics_and_other_scripts_stay_what_they_are(self, news: Archive, tmp_path: Path) -> None:
        news.timeline('gas OR "$x_1$ 北京"').plot(tmp_path / "gas.svg")
        assert "$x_1$ 北京" in (tmp_path / "gas.svg").read_text(encoding="utf-8")

    @pytest.mark.parametrize("query", ["quokka", "gas date:2025-02"])
    def test_nothing_found_is_a_picture_too(self, query: str, news: Archive, tmp_path: Path) -> None:
        news.timeline(query, share=True).plot(tmp_path / "none.svg")
        assert "nothing found" in (tmp_path / "none.svg").read_text(encoding="utf-8")

    @pytest.mark.parametrize("name", ["gas.gif", "gas", "svg"])
    def test_a_name_that_ends_otherwise_is_refused(self, name: str, news: Archive, tmp_path: Path) -> None:
        with pytest.raises(InputError, match=r"a picture is a file that ends in \.png, \.svg, \.pdf"):
            news.timeline("gas").plot(tmp_path / name)

    def test_a_place_that_cannot_be_written_is_an_error(self, news: Archive, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="No such file or directory"):
            news.timeline("gas").plot(tmp_path / "none" / "gas.png")


def test_without_matplotlib_a_picture_says_what_to_install(
    news: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Callable[..., Any] = builtins.__import__

    def missing(name: str, *rest: Any, **options: Any) -> Any:
        if name.partition(".")[0] == "matplotlib":
            raise ModuleNotFoundError(name)
        return real(name, *rest, **options)

    for name in [name for name in sys.modules if name.partition(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(InputError, match=r"pip install 'searchkit\[plot\]'"):
        news.timeline("gas").plot(tmp_path / "gas.png")
