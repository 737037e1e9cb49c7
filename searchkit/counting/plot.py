"""A timeline as a picture, with matplotlib: the one module that imports it (`pip install 'searchkit[plot]'`)."""

import os
import warnings
from typing import TYPE_CHECKING, Any

from searchkit.errors import InputError

if TYPE_CHECKING:
    from searchkit.counting.timeline import Timeline

ENDINGS = (".png", ".svg", ".pdf")

_BAR, _GREY, _GRID = "#2f6db5", "#666666", "#e4e4e4"

_FONTS = ("Noto Sans", "DejaVu Sans", "Noto Sans CJK JP", "Noto Sans CJK SC", "WenQuanYi Micro Hei", "PingFang SC",
          "Hiragino Sans", "Microsoft YaHei", "Yu Gothic", "Noto Naskh Arabic", "Noto Sans Arabic",
          "Noto Sans Hebrew", "Noto Sans Thai", "Noto Sans Devanagari", "Arial Unicode MS")  # fmt: skip
"""Fonts for queries in any script, of which those are used that the machine has."""

_MOST_BARS = 200
"""Bars up to which each is seen by itself; more of them are one area."""


def picture(timeline: "Timeline", path: str) -> None:
    """Draw a timeline into a file whose name ends as one of ENDINGS."""
    ending = os.path.splitext(path)[1].lower()
    if ending not in ENDINGS:
        raise InputError(f"a picture is a file that ends in {', '.join(ENDINGS)}; got {path!r}")
    try:
        from matplotlib import rc_context
        from matplotlib.figure import Figure
    except ImportError as error:
        raise InputError("drawing a picture needs one more package: pip install 'searchkit[plot]'") from error
    # Letters stay letters in an SVG: they can be read, found and copied, and the viewer has the fonts.
    settings: Any = {"font.family": _fonts(), "svg.fonttype": "none", "svg.hashsalt": "searchkit", "pdf.fonttype": 42}
    metadata: dict[str, Any] = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}, ".png": {}}[ending]
    with rc_context(settings), warnings.catch_warnings():
        if ending == ".svg":
            warnings.filterwarnings("ignore", "Glyph .* missing from font")
        figure = Figure(figsize=(10, 4.4), layout="constrained")
        _draw(figure, timeline)
        try:
            figure.savefig(path, dpi=160, metadata=metadata)
        except OSError as error:
            raise InputError(f"cannot write {path}: {error.strerror}") from error


def _fonts() -> list[str]:
    from matplotlib.font_manager import fontManager

    known = {font.name for font in fontManager.ttflist}
    return [name for name in _FONTS if name in known] or ["sans-serif"]


def _draw(figure: Any, timeline: "Timeline") -> None:
    axes = figure.subplots()
    shares = timeline.all is not None
    heights = [(bucket.share or 0) * 100 if shares else bucket.count for bucket in timeline]
    if len(heights) <= _MOST_BARS:
        widths = [0.86 * ((bucket.last - bucket.first).days + 1) for bucket in timeline]
        axes.bar([bucket.first for bucket in timeline], heights, widths, align="edge", color=_BAR, linewidth=0)
    else:  # bars narrower than a pixel would vanish; the line around an area does not
        days = [*(bucket.first for bucket in timeline), timeline.buckets[-1].last]
        axes.fill_between(days, [*heights, heights[-1]], step="post", color=_BAR, linewidth=0.8)
    _finish(axes, timeline, shares)
    title = timeline.query if len(timeline.query) <= 80 else timeline.query[:79] + "…"
    axes.set_title(title, loc="left", pad=24, fontsize=14, fontweight="bold", parse_math=False)
    axes.text(0, 1.035, _about(timeline, shares), transform=axes.transAxes, color=_GREY, fontsize=9.5, parse_math=False)


def _finish(axes: Any, timeline: "Timeline", shares: bool) -> None:
    """Give the axes their marks: dates below, and at the left few lines and whole numbers."""
    from matplotlib import dates
    from matplotlib.ticker import MaxNLocator, StrMethodFormatter

    places: Any = dates.AutoDateLocator(minticks=4, maxticks=10)  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_locator(places)
    axes.xaxis.set_major_formatter(dates.ConciseDateFormatter(places))  # type: ignore[no-untyped-call]
    axes.yaxis.set_major_locator(MaxNLocator(5, integer=not shares))
    axes.yaxis.set_major_formatter(StrMethodFormatter("{x:g}%" if shares else "{x:,.0f}"))
    axes.yaxis.grid(True, color=_GRID, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, colors=_GREY, labelsize=9.5)
    axes.tick_params(axis="x", length=3, color=_GREY)
    axes.spines[["top", "left", "right"]].set_visible(False)
    axes.spines["bottom"].set_color(_GREY)
    axes.margins(x=0.01)
    axes.set_ylim(bottom=0)
    if not any(bucket.count for bucket in timeline):
        axes.set_ylim(top=1)
        axes.text(0.5, 0.5, "nothing found", transform=axes.transAxes, color=_GREY, ha="center", fontsize=12)
        axes.yaxis.set_visible(False)
        if not timeline.buckets:
            axes.xaxis.set_visible(False)


def _about(timeline: "Timeline", shares: bool) -> str:
    noun = "article" if timeline.total == 1 else "articles"
    of_all = f" of {timeline.all:,}" if shares else ""
    parts = [f"{timeline.total:,}{of_all} {noun} by {timeline.by}" + (", as a share of all" if shares else "")]
    if timeline.buckets:
        parts.append(f"{timeline.buckets[0].first} to {timeline.buckets[-1].last}")
    if timeline.undated:
        parts.append(f"{timeline.undated:,} undated not drawn")
    return " · ".join(parts)
