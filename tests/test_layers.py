"""Who may import whom: the table of ARCHITECTURE.md, walked with ast. Imports inside functions count like any other.

Of the native core: only its surface may know Python.
"""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "searchkit"
CORE = PACKAGE.parent / "native" / "src"

LIBRARIES = ("whoosh", "click", "opensearchpy")

NEVER = [
    (("errors", "values", "article", "results", "why/advice", "why/explanation"), (*LIBRARIES, "searchkit.")),
    (("ingest",), ("searchkit.engines", "searchkit.query", "searchkit.archive", "whoosh", "click")),
    (("fields", "analysis", "copies", "query", "highlight"),
     ("searchkit.engines", "searchkit.codec", "searchkit.archive", "searchkit.cli", "click")),
    (("engines/local", "engines/snapshot", "codec"), ("click", "opensearchpy", "searchkit.cli", "searchkit.web")),
    (("engines/base", "engines/marking"), LIBRARIES),
    (("engines/opensearch",), ("whoosh", "searchkit.engines.local", "searchkit.codec")),
    (("citing",), (*LIBRARIES, "searchkit.engines", "searchkit.codec", "searchkit.query", "searchkit.cli")),
    (("counting", "exporting", "paging", "why"), (*LIBRARIES, "searchkit.codec", "searchkit.cli")),
    (("archive", "indexer"), (*LIBRARIES, "searchkit.codec", "searchkit.cli")),
    (("query/grammar", "query/tree", "query/plan"), LIBRARIES),
    (("cli", "web"), ("whoosh", "opensearchpy", "searchkit.")),
]  # fmt: skip
"""What the files on the left never import; `searchkit.` is every module of ours."""

EXCEPT = {
    "article": ("searchkit.errors", "searchkit.values"),
    "results": ("searchkit.values", "searchkit.why.advice"),
    **dict.fromkeys(("why/advice", "why/explanation"), ("searchkit.values", "searchkit.results")),
    "ingest": ("searchkit.query.dates",),
    "cli": ("searchkit.cli", "searchkit.errors"),
    "web": ("searchkit.web", "searchkit.errors"),
}
"""What they import all the same."""


def _imports(path: Path) -> Iterator[str]:
    """Yield the full name of everything that the file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _is_below(name: str, package: str) -> bool:
    return name.startswith(package) if package.endswith(".") else name == package or name.startswith(f"{package}.")


def _files(place: str) -> list[Path]:
    return [*PACKAGE.glob(f"{place}.py"), *PACKAGE.glob(f"{place}/**/*.py")]


def _public() -> set[str]:
    import searchkit

    return {f"searchkit.{name}" for name in (*searchkit.__all__, "__version__")}


@pytest.mark.parametrize(
    ("place", "forbidden"), [(place, forbidden) for places, forbidden in NEVER for place in places]
)
def test_a_layer_imports_nothing_it_must_not_know(place: str, forbidden: tuple[str, ...]) -> None:
    allowed = EXCEPT.get(place, ())
    names = _public() if place in ("cli", "web") else set()
    found = {
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in _files(place)
        for name in _imports(path)
        if any(_is_below(name, other) for other in forbidden)
        and not any(_is_below(name, other) for other in allowed)
        and name not in names
    }
    assert found == set()


def test_every_layer_of_the_table_is_there() -> None:
    to_come = {"web", "engines/opensearch"}
    missing = {place for places, _ in NEVER for place in places if not _files(place)}
    assert missing <= to_come


def test_only_the_files_named_so_import_whoosh_for_queries() -> None:
    files = {str(path.relative_to(PACKAGE)) for path in _files("query")}
    using = {file for file in files if any(_is_below(name, "whoosh") for name in _imports(PACKAGE / file))}
    assert using == {"query/whoosh.py", "query/whoosh_spans.py"}


def test_only_the_surface_of_the_native_core_knows_python() -> None:
    using = {
        path.relative_to(CORE).parts[0]
        for path in CORE.rglob("*.rs")
        if re.search(r"\bpyo3\b", path.read_text(encoding="utf-8"))
    }
    assert using == {"lib.rs", "bindings"}


@pytest.mark.parametrize("module", ["corpus", "measure", "queries", "report", "peers", "peers.searchkit_peer"])
def test_what_measures_can_be_imported(module: str) -> None:
    # Types are not checked there, so that a name which has moved shows here.
    assert importlib.import_module(f"benchmarks.{module}")
