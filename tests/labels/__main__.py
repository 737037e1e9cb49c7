"""Prints how well pages are labelled: by set, split and layout, by zone, and with `--errors` line by line.

python -m tests.labels [--split tune] [--set pages] [--layout kings_ny] [--errors]
"""

import argparse

from searchkit.article import ZONES, Article
from tests.labels import Measure, Page, data_folder, has_date, has_outlet, has_title, measure, pages


def main() -> None:
    """Measure the pages that the options choose, and print it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--split", choices=("tune", "held"))
    options.add_argument("--set")
    options.add_argument("--layout")
    options.add_argument("--errors", action="store_true")
    given = options.parse_args()
    chosen = [
        page
        for page in pages(data_folder())
        if given.split in (None, page.split) and given.set in (None, page.set) and given.layout in (None, page.layout)
    ]
    tell = _print_errors if given.errors else lambda page, article: None
    by_layout = measure(chosen, lambda page: f"{page.split:5} {page.set:12} {page.layout}", tell)
    print(f"{'':46} pages  lines  line F1  body hidden  titles   dates outlets")
    for name, found in sorted(by_layout.items()):
        _print_row(name, found)
    for part in sorted({name[:18] for name in by_layout}):  # split and set: what held pages tell differs by set
        total = _sum(found for name, found in by_layout.items() if name.startswith(part))
        _print_row(f"{part} all", total)
        print("      " + ", ".join(f"{kind} {f1:.3f}" for kind in ZONES if (f1 := total.f1(kind)) is not None))


def _sum(measures: object) -> Measure:
    total = Measure()
    for found in measures:  # type: ignore[attr-defined]
        total.lines += found.lines
        total.pages += found.pages
        total.titles += found.titles
        total.dates += found.dates
        total.outlets += found.outlets
    return total


def _print_row(name: str, found: Measure) -> None:
    lines = sum(found.lines.values())
    print(
        f"{name:46} {found.pages:5} {lines:6}   {found.right:.4f}      {found.hidden:7.3%} {found.titled:7.1%}"
        f" {found.share(found.dates):7.1%} {found.share(found.outlets):7.1%}"
    )


def _print_errors(page: Page, article: Article) -> None:
    if not has_title(page, article):
        print(f"{page.name}\n   title {article.title!r}")
    if not has_date(page, article):
        print(f"{page.name}\n   date {article.date} for {page.date}")
    if not has_outlet(page, article):
        print(f"{page.name}\n   outlet {article.source!r} for {page.outlet!r}")
    reasons = [(zone.kind, zone.reason) for zone in article.zones for _ in range(zone.first, zone.last + 1)]
    for number, (wanted, (got, why), text) in enumerate(zip(page.zones, reasons, article.lines(), strict=True), 1):
        if wanted != got and text.strip():
            print(f"{page.name[:40]}:{number}: {wanted} got {got} [{why}] {text.strip()[:100]!r}")


if __name__ == "__main__":
    main()
