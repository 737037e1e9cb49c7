"""Where the native tests find the core and the texts they compare on."""

import json
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

MOST_FILES = 400
"""Files of a corpus that are read: evenly spread over it."""


@pytest.fixture(scope="session")
def native() -> ModuleType:
    """Return the native core; without one the test is skipped."""
    core: ModuleType = pytest.importorskip(
        "searchkit._native", reason="searchkit._native is not built: no Rust toolchain"
    )
    return core


@pytest.fixture(scope="session")
def corpus_texts() -> list[str]:
    """Return real texts in many languages; without SEARCHKIT_DATA the test is skipped."""
    folder = os.environ.get("SEARCHKIT_DATA")
    if not folder:
        pytest.skip("SEARCHKIT_DATA names no folder of texts")
    files = sorted(path for path in Path(folder).rglob("*") if path.suffix not in {".zst", ".gz"} and path.is_file())
    step = max(1, len(files) // MOST_FILES)
    chosen = [*files[::step], *(path for path in files if path.parent.name == "languages")]
    return [text for path in chosen for text in _texts(path)]


def _texts(path: Path) -> Iterator[str]:
    content = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix != ".jsonl":
        yield content[:200_000]
        return
    for line in islice(content.splitlines(), 200):
        yield str(json.loads(line).get("text") or "")
