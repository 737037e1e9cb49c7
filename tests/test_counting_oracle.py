"""Facets and timelines are what counting article by article gives, in both engines, after updates and deletions."""

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searchkit import FACETS, Archive
from searchkit.article import UNKNOWN, Article
from searchkit.counting.multiselect import own_counts, widened
from searchkit.counting.timeline import WEEKDAYS, Timeline, Weekday
from searchkit.engines.base import Request
from searchkit.fields import DATE_UNITS, DEFAULT_ZONES, FacetUnit
from searchkit.query.tree import And, Days, Everything, Exact, Node, Not, Or, Word
from searchkit.query.units import unit_days
from searchkit.results import Facet
from tests.oracle import Oracle
from tests.test_oracle import IDS, Step, _apply, _new, _remaining, codecs, slow

DAYS = (
    date(2023, 12, 31),
    date(2024, 1, 1),
    date(2024, 2, 29),
    date(2024, 12, 30),
    date(2025, 1, 5),
    date(2025, 11, 13),
)
AGENCIES = ((), ("Reuters",), ("AFP", "Reuters"), ("AP", "AFP"))

articles = st.builds(
    Article, id=st.sampled_from(IDS), body=st.sampled_from(("talks on gas", "gas", "storm")),
    date=st.sampled_from((*DAYS, None)), source=st.sampled_from(("Wire", "TRT World", UNKNOWN)),
    section=st.sampled_from((None, "World")), language=st.sampled_from((None, "en", "de")),
    agencies=st.sampled_from(AGENCIES),
)  # fmt: skip
deletions = st.lists(st.sampled_from(IDS), min_size=1, max_size=3).map(tuple)
histories = st.lists(st.lists(articles, min_size=1, max_size=8) | deletions, min_size=1, max_size=5)

WIRE, TRT = Exact("source", "Wire"), Exact("source", "TRT World")
queries: st.SearchStrategy[Node] = st.sampled_from((
    Everything(), Word("gas", "gas"), WIRE, Or((WIRE, TRT)), And((Word("gas", "gas"), WIRE)),
    And((Word("gas", "gas"), Not(WIRE))), And((WIRE, Exact("language", "de"), Days(date(2024, 1, 1), None))),
    Days(date(2024, 2, 1), date(2025, 6, 30)), And((Or((WIRE, Exact("agency", "AFP"))), Word("talks", "talk"))),
    Exact("agency", "Reuters"), Not(Word("gas", "gas")),
))  # fmt: skip


@contextmanager
def after(codec: str, history: Sequence[Step]) -> Iterator[tuple[Archive, Oracle]]:
    """Yield an archive that has seen these commits, and what reads all of its articles."""
    with tempfile.TemporaryDirectory() as folder:
        engine = _new(codec, Path(folder))
        for step in history:
            _apply(engine, step)
        with Archive(engine, folder) as archive:
            yield archive, Oracle(_remaining(history))


@codecs
@slow
@given(histories, st.lists(queries, min_size=1, max_size=3))
def test_every_facet_is_what_counting_gives(codec: str, history: list[Step], trees: list[Node]) -> None:
    with after(codec, history) as (archive, oracle):
        for tree in trees:
            ids = oracle.scores(tree, DEFAULT_ZONES)
            found = archive.search(str(tree), facets=FACETS, limit=0)
            assert found.total == len(ids)
            for name in FACETS:
                by_time = name == "date" or name in DATE_UNITS
                assert found.facets[name] == Facet.of(oracle.facet(name, ids), by_time=by_time), name


@codecs
@slow
@given(histories, queries)
def test_a_facet_of_many_choices_is_counted_without_its_own_filter(codec: str, history: list[Step], tree: Node) -> None:
    with after(codec, history) as (archive, oracle):
        found = archive.search(str(tree), facets=FACETS, limit=0, multi_select=True)
        assert found.total == len(oracle.scores(tree, DEFAULT_ZONES))
        assert tuple(found.facets) == FACETS
        for name in FACETS:
            ids = oracle.scores(_without(tree, "date" if name in DATE_UNITS else name), DEFAULT_ZONES)
            assert dict(found.facets[name]) == oracle.facet(name, ids), name


def _without(tree: Node, field: str) -> Node:
    """Return the tree without the parts of these queries that are about the field alone."""
    own: dict[str, list[Node]] = {
        "source": [WIRE, Or((WIRE, TRT))], "language": [Exact("language", "de")],
        "agency": [Exact("agency", "Reuters")],
        "date": [Days(date(2024, 1, 1), None), Days(date(2024, 2, 1), date(2025, 6, 30))],
    }  # fmt: skip
    parts = tree.parts if isinstance(tree, And) else (tree,)
    left = tuple(part for part in parts if part not in own.get(field, []))
    return And(left) if left else Everything()


def test_filters_are_left_out_of_their_own_facet_alone() -> None:
    tree = And((Word("gas", "gas"), Or((WIRE, TRT)), Days(None, date(2024, 1, 1)), Not(Exact("source", "AP"))))
    assert str(widened(tree, "source")) == 'gas AND date:..2024-01-01 AND NOT source:"AP"'
    assert str(widened(tree, "week")) == 'gas AND (source:"Wire" OR source:"TRT World") AND NOT source:"AP"'
    assert widened(tree, "section") == tree
    mixed = Or((WIRE, Word("gas", "gas")))
    assert widened(mixed, "source") == mixed


class _Counting:
    """An engine that counts how often it is asked."""

    def __init__(self, archive: Archive) -> None:
        self.engine = archive._engine
        self.asked: list[tuple[str, ...]] = []

    def search(self, request: Request) -> object:
        self.asked.append(request.facets)
        return self.engine.search(request)


def test_a_second_count_is_paid_for_only_where_there_is_a_filter(filled: Archive) -> None:
    engine = _Counting(filled)
    request = Request(And((Word("lavrov", "lavrov"), WIRE)), limit=0)
    assert own_counts(engine, request, ("section", "month")) == {}  # type: ignore[arg-type]
    assert engine.asked == []
    found = own_counts(engine, request, ("section", "source"))  # type: ignore[arg-type]
    assert engine.asked == [("source",)]
    assert found["source"] == (("TRT World", 1), ("Wire", 1))


def _expected(timeline: Timeline, oracle: Oracle, ids: Sequence[str], by: FacetUnit, start: int) -> Counter[date]:
    found = [oracle.articles[id].date for id in ids]
    return Counter(unit_days(day, by, week_start=start)[0] for day in found if day)


@codecs
@slow
@given(
    histories,
    queries,
    st.sampled_from(DATE_UNITS),
    st.sampled_from(WEEKDAYS),
    st.sampled_from((None, "2024", "2025-02")),
)
def test_a_timeline_is_what_counting_gives_with_no_gaps(
    codec: str, history: list[Step], tree: Node, by: FacetUnit, week_start: Weekday, since: str | None
) -> None:
    start = WEEKDAYS.index(week_start)
    with after(codec, history) as (archive, oracle):
        found = archive.timeline(str(tree), by=by, share=True, week_start=week_start, since=since)
        filters: Node = Days(date(int(since[:4]), int(since[5:] or 1), 1), None) if since else Everything()
        ids = list(oracle.scores(And((tree, filters)), DEFAULT_ZONES))
        of_all = list(oracle.scores(filters, DEFAULT_ZONES))
        assert (found.total, found.all) == (len(ids), len(of_all))
        assert found.undated == sum(oracle.articles[id].date is None for id in ids)
        assert sum(bucket.count for bucket in found) + found.undated == found.total
        counted, everything = (_expected(found, oracle, some, by, start) for some in (ids, of_all))
        assert {bucket.first: bucket.count for bucket in found if bucket.count} == counted
        assert [bucket.all for bucket in found] == [everything[bucket.first] for bucket in found]
        for bucket in found:
            assert (bucket.first, bucket.last) == unit_days(bucket.first, by, week_start=start)
        for before, bucket in zip(found.buckets, found.buckets[1:], strict=False):
            assert bucket.first == before.last + timedelta(1)
            assert before.value < bucket.value


@pytest.mark.parametrize("by", DATE_UNITS)
def test_every_unit_has_the_name_it_has_as_a_facet(by: FacetUnit, archive: Archive) -> None:
    archive.add([Article(id=f"a{n}", body="gas", date=day) for n, day in enumerate((*DAYS, date(1, 1, 1)))])
    shown = archive.timeline("gas", by=by, since="2023")
    assert [(bucket.value, bucket.count) for bucket in shown if bucket.count] == [
        tuple(entry) for entry in archive.facets("gas", by=by) if str(entry.value) > "2"
    ]
