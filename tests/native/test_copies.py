"""The native core gives a text the same key as searchkit.copies, and finds the documents that share one."""

import json
from array import array
from pathlib import Path
from types import ModuleType
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from searchkit import Article
from searchkit.codec import record
from searchkit.copies import copy_key, copy_text
from searchkit.engines.native_writer import BUILD_FIELDS, _values
from tests.native.test_lead import BODIES, NEAR_SPACE, SPACES

SHORT = st.lists(st.sampled_from(["gas", " ", "\u3000", "é", "京" * 39, "\n"]), max_size=9).map("".join)


@settings(max_examples=1000, deadline=None)
@given(BODIES | SHORT, BODIES | SHORT)
@example("", "".join(f"word{space}" for space in [*SPACES, *NEAR_SPACE]))
@example("\x85a\u2000b", "京" * 79)
@example("\x85a\u2000b", "京" * 80)
def test_any_text(native: ModuleType, title: str, body: str) -> None:
    assert native.copy_text(title, body) == copy_text(title, body)
    assert native.copy_key(title, body) == copy_key(title, body)


def _keys(segment: Any) -> list[int]:
    return array("q", segment.int_column("copy_key").values()).tolist()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(SHORT, BODIES | SHORT), min_size=1, max_size=20))
def test_rows_that_the_core_reads_have_the_keys_of_articles(
    native: ModuleType, tmp_path_factory: Any, texts: list[tuple[str, str]]
) -> None:
    folder: Path = tmp_path_factory.mktemp("built")
    rows = folder / "rows.jsonl"
    values = [{"id": f"{n:03}", "title": title, "text": body} for n, (title, body) in enumerate(texts)]
    rows.write_text("".join(json.dumps(row) + "\n" for row in values))
    by_row, by_article = (native.Builder(BUILD_FIELDS, record.STORES, folder, sync=False) for _ in range(2))
    by_row.add_lines(rows, name="rows", stored_path=str(rows))
    articles = [Article(id=f"{n:03}", title=title, body=body) for n, (title, body) in enumerate(texts)]
    by_article.add([(_values(article), list(record.split(article))) for article in articles])
    expected = [copy_key(title, body) for title, body in texts]
    for name, builder in (("rows.skt", by_row), ("articles.skt", by_article)):
        builder.finish(folder / name)
        assert _keys(native.Segment.open(folder / name)) == expected


def _segment(native: ModuleType, folder: Path, name: str, keys: list[int]) -> Any:
    writer = native.SegmentWriter(folder / name, len(keys))
    writer.add_ints("key", array("q", keys).tobytes())
    writer.finish()
    return native.Segment.open(folder / name)


def test_documents_that_share_a_key_are_found(native: ModuleType, tmp_path: Path) -> None:
    one, two = (
        _segment(native, tmp_path, name, keys) for name, keys in (("1", [7, 0, 5, 7, 2**32 - 1]), ("2", [5, 0, 9]))
    )
    three = _segment(native, tmp_path, "3", [2**32 - 1])
    segments = [(one, b""), (two, b""), (three, b"")]
    assert native.repeated(segments, "key", 0) == [[(0, 2), (1, 0)], [(0, 0), (0, 3)], [(0, 4), (2, 0)]]
    assert native.repeated(segments, "key", 1) == [[(0, 2), (1, 0)], [(0, 4), (2, 0)]]
    assert native.repeated(segments, "key", 2) == [[(0, 4), (2, 0)]]
    assert native.repeated(segments, "key", 3) == []
    assert native.repeated([(one, b"\x04"), (two, b""), (three, b"\x01")], "key", 0) == [[(0, 0), (0, 3)]]
    assert native.repeated(segments, "nothing", 0) == native.repeated([], "key", 0) == []
