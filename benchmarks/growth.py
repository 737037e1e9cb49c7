"""`python -m benchmarks.growth`: draw how cost grows with the number of documents, from the newest results kept.

The picture is `results/growth.svg`: building, size, and the p50 of every kind of question, for each engine.
"""

import json
from typing import Any

from benchmarks.queries import KINDS
from benchmarks.report import RESULTS

PICTURE = RESULTS / "growth.svg"

COLOURS = {"searchkit": "#c1121f", "tantivy": "#1d6fa5", "fts5": "#6a994e", "whoosh3": "#999999"}


def newest() -> list[dict[str, Any]]:
    """Return the newest result of every corpus, the smallest corpus first."""
    found = {}
    for path in sorted(RESULTS.glob("*.json")):
        result = json.loads(path.read_text(encoding="utf-8"))
        found[result["corpus"]] = result
    return sorted(found.values(), key=lambda result: result["rows"])


def figures(result: dict[str, Any], name: str) -> dict[str, float]:
    """Return what one engine took, by the title of its chart."""
    built = result["build"].get(name, {})
    asked = result["latency_ms"].get(name, {})
    found = {"build, s": built.get("wall_s"), "size, MB": built.get("size_mb")}
    found |= {f"{kind}, p50 ms": asked.get(kind, {}).get("p50") for kind in KINDS}
    return {title: value for title, value in found.items() if value}


def draw() -> None:
    """Write the picture."""
    from matplotlib import pyplot

    results = newest()
    titles = ["build, s", "size, MB", *(f"{kind}, p50 ms" for kind in KINDS)]
    pyplot.rcParams.update({"font.size": 8, "axes.spines.top": False, "axes.spines.right": False,
                            "svg.hashsalt": "searchkit", "svg.fonttype": "none"})  # fmt: skip
    figure, charts = pyplot.subplots(3, 5, figsize=(13, 7.2), sharex=True, layout="constrained")
    for title, chart in zip(titles, charts.flat, strict=False):
        chart.set(title=title, xscale="log", yscale="log")
        for name, colour in COLOURS.items():
            points = [(r["rows"], figures(r, name)[title]) for r in results if title in figures(r, name)]
            if points:
                chart.plot(*zip(*points, strict=True), "o-", color=colour, label=name, markersize=3, linewidth=1.2)
    for chart in charts.flat[len(titles) :]:
        chart.set_axis_off()
    handles, labels = charts.flat[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="lower right", ncols=4, frameon=False)
    figure.supxlabel(f"documents; {results[-1]['machine']}; {results[-1]['date']}")
    figure.savefig(PICTURE, metadata={"Date": None})


if __name__ == "__main__":
    draw()
