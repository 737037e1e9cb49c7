"""Fits the weights by which outlets are chosen (`searchkit/ingest/facts/outlet_weights.py`) to labelled pages.

python -m tools.outlet_weights            fits without a group of layouts, for each of them, and prints how it does there
python -m tools.outlet_weights --write    fits to all, and writes the table

Needs numpy and, for the pages that are not in this repository, SEARCHKIT_DATA.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from searchkit.article import Article
from searchkit.ingest.facts import masthead
from searchkit.ingest.facts import outlet_weights as written
from tests import labels
from tools.title_weights import Sample, fit, is_right, options, rendered

TARGET = Path(written.__file__)

EXPECTED = {
    "": -3.0, "page title": 4.0, "behind a line": 1.5, "before title": 1.5, "stated": 5.0, "issued": 4.0, "source line": 1.5,
    "copyright": 2.5, "of copyright": 1.0, "in copyright": 0.5, "near copyright": 0.5, "owner": 1.0, "host is": 3.0, "host has": 1.5,
    "host has initials": 2.0, "spelled": 1.0, "frame": 2.0, "frame twice": 1.0, "beside network": 1.5, "beside network twice": 1.0,
    "described": 2.0, "imprint": 1.5, "above an address": 1.5, "employer": 1.5, "masthead": 1.0, "first": 1.0, "line 1": 0.5,
    "breadcrumb": -0.5, "below a section": -1.5, "below title": -1.0, "byline below title": -2.0, "right above the title": -1.0,
    "kind section": -1.5, "kind links": -1.0, "in a notice": 0.5, "in a source": 1.0, "ends a caption": 0.5, "ends a byline": 0.5,
    "office": 1.5, "looks like an office": 0.5, "part of an office": -1.0, "initials of office": -2.0, "office with initials": 3.0,
    "word of outlets": 1.5, "only a word of outlets": -2.0, "menu word inside": -0.5, "agency": -2.5, "inner capitals": 0.5,
    "another script": -1.0, "digits": -0.5, "dots": -1.0, "small letters at the top": -1.0, "the author": -2.5, "begins a byline": -0.5, "a land": -1.5, "inflected": 1.0, "a company": -1.0, "begins the page": 1.0, "part of a longer office": -1.5,
    "name of a company": 1.0, "beside a date": 0.5, "alike above": -0.5, "alike below": -0.5,
    "inflected twice": 0.5, "longer in page title": -0.5, "longer in copyright": -0.5, "longer in first": -0.5,
    "shorter elsewhere than in page title": 0.5, "shorter elsewhere than in copyright": 0.5, "shorter elsewhere than in first": 0.5,
    "0 places": -1.0, "3 places": 0.5, "4 places": 1.0,
}  # fmt: skip
"""What is expected of the weights, of which the labelled pages show too little to tell."""


def samples() -> Iterator[tuple[Sample, bool]]:
    """Yield the pages that may be learned from, and whether what is right is among the candidates."""
    for page in labels.pages(labels.data_folder()):
        if page.split == "tune" and page.path.suffix != ".md":
            sample = _sample(page, labels.read(page))
            yield sample, page.outlet is None or bool(sample.right)


def _sample(page: labels.Page, article: Article) -> Sample:
    kinds = [zone.kind for zone in article.zones for _ in range(zone.first, zone.last + 1)]
    found = masthead.names(article.lines(), kinds, article.title)
    right = [n for n, (name, _) in enumerate(found) if page.outlet and labels.is_named(page.outlet, name.text)]
    return Sample("pages", page.layout, page.name, [marks for _, marks in found], right)


def cross_validate(data: Sequence[tuple[Sample, bool]], prior: float, steps: int, folds: int) -> None:
    """Print how often the outlet is found in layouts that the weights were not fitted to."""
    layouts = sorted({sample.layout for sample, _ in data})
    right: dict[str, list[bool]] = defaultdict(list)
    for fold in range(min(folds, len(layouts))):
        left = set(layouts[fold::folds])
        weights = fit(
            [sample for sample, is_there in data if is_there and sample.layout not in left], prior, steps, EXPECTED
        )
        for sample, is_there in data:
            if sample.layout in left:
                right[sample.layout].append(
                    is_there and (is_right(sample, weights) if sample.marks else not sample.right)
                )
                if not right[sample.layout][-1]:
                    print("  wrong:" if is_there else "  not among the names:", sample.name)
    print(f"mean of layouts {sum(sum(found) / len(found) for found in right.values()) / len(right):.4f}")


def main() -> None:
    """Do what the options say."""
    given = options(__doc__, folds=20, prior=0.8)
    data = list(samples())
    if not given.write:
        cross_validate(data, given.prior, given.steps, given.folds)
        return
    weights = fit([sample for sample, is_there in data if is_there], given.prior, given.steps, EXPECTED)
    TARGET.write_text(rendered(TARGET.read_text(encoding="utf-8"), weights), encoding="utf-8")


if __name__ == "__main__":
    main()
