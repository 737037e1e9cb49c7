"""Values of fields that the tests against Whoosh draw their documents from."""

from datetime import datetime

from hypothesis import strategies as st

WORDS = ["alfa", "bravo", "brave", "charlie", "delta", "deltas", "rendering", "été", "北京"]

sentences = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
boosted = st.lists(
    st.tuples(st.sampled_from(WORDS[:3]), st.sampled_from(["", "", "^2", "^0.5"])).map("".join), max_size=5
).map(" ".join)
days = st.integers(1, 28).map(lambda day: datetime(2025, 11, day))
