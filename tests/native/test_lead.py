"""The native core takes the same lead from a body as searchkit.article."""

import json
from pathlib import Path
from types import ModuleType
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from searchkit import Article
from searchkit.codec import record
from searchkit.engines.native_writer import BUILD_FIELDS, _values

SPACES = [chr(code) for code in range(0x110000) if chr(code).isspace()]
NEAR_SPACE = ["\x1b", "\x86", "\u1680", "\u180e", "\u200b", "\u2007", "\u2060", "\ufeff", "\x00", "\u2800"]
BODIES = st.lists(
    st.one_of(
        st.integers(1, 60).map(lambda count: "word " * count),
        st.sampled_from([*SPACES, *NEAR_SPACE, "\n", "\r\n", "\n\n"]),
        st.sampled_from(["a", "é", "北京", "🙂", "U.S."]),
        st.text(max_size=5),
    ),
    max_size=60,
).map("".join)


@settings(max_examples=1000, deadline=None)
@given(BODIES)
@example("".join(f"word{space}" for space in [*SPACES, *NEAR_SPACE] * 4))
def test_any_text(native: ModuleType, body: str) -> None:
    assert native.lead(body) == Article(id="a", body=body).lead


def test_real_texts(native: ModuleType, corpus_texts: list[str]) -> None:
    leads = [Article(id="a", body=text).lead for text in corpus_texts]
    assert [native.lead(text) for text in corpus_texts] == leads


def _terms(segment: Any) -> dict[tuple[str, bytes], list[list[int]]]:
    """Return every term of the lead with its documents and positions."""
    found = {}
    for name in ("lead", "lead_words"):
        field = segment.field(name)
        for term in field.terms(0, field.term_count):
            found[name, term.key] = [term.docs(0), *term.block_positions(0)]
    return found


@settings(max_examples=25, deadline=None)
@given(st.lists(BODIES, min_size=1, max_size=20))
def test_rows_that_the_core_reads_have_the_lead_of_articles(
    native: ModuleType, tmp_path_factory: Any, bodies: list[str]
) -> None:
    folder: Path = tmp_path_factory.mktemp("built")
    rows = folder / "rows.jsonl"
    rows.write_text("".join(json.dumps({"id": f"{n:03}", "text": body}) + "\n" for n, body in enumerate(bodies)))
    by_row, by_article = (native.Builder(BUILD_FIELDS, record.STORES, folder, sync=False) for _ in range(2))
    by_row.add_lines(rows, name="rows", stored_path=str(rows))
    articles = [Article(id=f"{n:03}", body=body) for n, body in enumerate(bodies)]
    by_article.add([(_values(article), list(record.split(article))) for article in articles])
    for name, builder in (("rows.skt", by_row), ("articles.skt", by_article)):
        builder.finish(folder / name)
    rows_segment, articles_segment = (native.Segment.open(folder / name) for name in ("rows.skt", "articles.skt"))
    assert _terms(rows_segment) == _terms(articles_segment)
    assert rows_segment.field("lead").lengths() == articles_segment.field("lead").lengths()
