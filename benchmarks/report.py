"""Results as a table and as a file kept in the tree."""

import json
import platform
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.measure import Build, Latency
from benchmarks.queries import KINDS

RESULTS = Path(__file__).parent / "results"


def as_dict(
    corpus: str, rows: int, versions: dict[str, str], builds: dict[str, Build], asked: dict[str, dict[str, Latency]]
) -> dict[str, Any]:
    """Return everything that was measured, with the machine, the corpus and the date."""
    return {
        "date": date.today().isoformat(),
        "machine": machine(),
        "corpus": corpus,
        "rows": rows,
        "versions": versions,
        "build": {
            name: {"wall_s": b.wall_s, "cpu_s": b.cpu_s, "peak_mb": b.peak_mb, "size_mb": round(b.size_mb, 1)}
            for name, b in builds.items()
        },
        "latency_ms": {
            name: {kind: {"p50": round(x.p50, 4), "p95": round(x.p95, 4)} for kind, x in kinds.items()}
            for name, kinds in asked.items()
        },
    }


def machine() -> str:
    """Return the processor, its cores and the interpreter."""
    model = platform.processor()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        lines = cpuinfo.read_text(encoding="utf-8").splitlines()
        names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
        model = f"{len(names)} x {names[0]}" if names else model
    return f"{model}, {platform.system()}, CPython {platform.python_version()}"


def save(result: dict[str, Any]) -> Path:
    """Keep the result in the tree, under its corpus and date."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{result['date']}-{result['corpus']}.json"
    path.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return path


def table(result: dict[str, Any], against: str = "tantivy") -> str:
    """Return the result as a Markdown table; in parentheses searchkit's figure as a share of `against`'s."""
    names = list(result["versions"])
    figures = ("wall_s", "cpu_s", "peak_mb", "size_mb") if result["build"] else ()
    built = {figure: {name: result["build"][name][figure] for name in names} for figure in figures}
    rows = [["", *names], *([f"build {figure}", *_cells(values, against)] for figure, values in built.items())]
    for kind in KINDS:
        for quantile in ("p50", "p95"):
            values = {name: result["latency_ms"].get(name, {}).get(kind, {}).get(quantile) for name in names}
            rows.append([f"{kind} {quantile} ms", *_cells(values, against)])
    rows.insert(1, ["---"] * len(rows[0]))
    head = f"{result['corpus']}: {result['rows']:,} documents; {result['machine']}; {result['date']}\n\n"
    return head + "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _cells(values: dict[str, float | None], against: str) -> list[str]:
    cells = []
    for name, value in values.items():
        reference = values.get(against)
        ratio = f" ({value / reference:.2f})" if name == "searchkit" and value and reference else ""
        cells.append("-" if value is None else f"{value:.3g}{ratio}")
    return cells
