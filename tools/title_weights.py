"""Fits the weights by which titles are chosen (`searchkit/ingest/pages/title_weights.py`) to labelled pages.

python -m tools.title_weights            fits to all layouts but one, for each of them, and prints how it does there
python -m tools.title_weights --write    fits to all, and writes the table

Needs numpy and, for the pages that are not in this repository, SEARCHKIT_DATA.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from searchkit.article import physical_lines
from searchkit.ingest.encodings import decode
from searchkit.ingest.pages import title_weights as written
from searchkit.ingest.pages.cues import normal
from searchkit.ingest.pages.page import has_header, seen
from searchkit.ingest.pages.titles import candidates, look_at_head
from tests import labels

Array = NDArray[np.float64]

TARGET = Path(written.__file__)

_RARE = 3
"""A mark in fewer layouts than this gets no weight."""

_SMALL = 0.05
_LAYOUTS_WEIGH = {"pages": 1.0, "saved-pages": 8.0}


class Sample(NamedTuple):
    """A labelled page: the marks of its candidates, and which of them are right; none where the page has no title."""

    set: str
    layout: str
    name: str
    marks: list[tuple[str, ...]]
    right: list[int]


def samples() -> Iterator[Sample]:
    """Yield the pages that may be learned from, each as it is in its folder and as it is alone."""
    for page in labels.pages(labels.data_folder()):
        if page.split != "tune" or page.path.suffix == ".md":
            continue
        lines = physical_lines(decode(page.path.read_bytes()).text)
        recurring = labels.recurring(page.path.parent, page.root)
        for known in (recurring, None):
            sample = _sample(page, lines, known)
            if sample:
                yield sample


def _sample(page: labels.Page, lines: list[str], recurring: object) -> Sample | None:
    sight = seen(lines, recurring)  # type: ignore[arg-type]
    is_noise = [reason is not None for reason in sight.known]
    head = look_at_head(sight.looks, is_noise, 1 if has_header(lines) else 0)
    found = list(candidates(sight.looks, *head[:2], is_noise, *head[2:]))
    wanted = {line - 1 for line, _, _ in page.title[:1]}
    title = normal(" ".join(lines[line - 1][start:end] for line, start, end in page.title))
    if not found or (wanted == {0} and has_header(lines)):
        return None
    right = [
        place
        for place, candidate in enumerate(found)
        if page.title and (sight.numbers[candidate.lines[0]] in wanted or (head.names[candidate.lines[0]] == title))
    ]
    if page.title and not right:
        return None
    return Sample(page.set, page.layout, page.name, [candidate.marks for candidate in found], right)


def fit(
    data: Sequence[Sample], prior: float, steps: int, expected: Mapping[str, float] | None = None
) -> dict[str, float]:
    """Return the weights, with that of no mark at all under the name of nothing.

    A weight is what is `expected` of it, or else nothing, as far as the pages do not tell otherwise.
    """
    expected = expected or {}
    layouts: dict[str, set[str]] = defaultdict(set)
    for sample in data:
        for marks in sample.marks:
            for mark in marks:
                layouts[mark].add(sample.layout)
    names = ["", *sorted(mark for mark, where in layouts.items() if len(where) >= _RARE)]
    index = {name: n for n, name in enumerate(names)}
    counts = Counter(sample.layout for sample in data)
    matrices = [_matrix(sample, index) for sample in data]
    shares = [_LAYOUTS_WEIGH[sample.set] / counts[sample.layout] for sample in data]
    start = np.array([expected.get(name, 0.0) for name in names])
    weights, mean, square = start.copy(), np.zeros(len(names)), np.zeros(len(names))
    for step in range(steps):
        gradient = prior * (weights - start)
        for sample, matrix, share in zip(data, matrices, shares, strict=True):
            gradient += share * _slope(matrix, sample.right, weights)
        mean, square = 0.9 * mean + 0.1 * gradient, 0.99 * square + 0.01 * gradient**2
        pace = 0.1 * (1 - step / steps) / (1 - 0.9 ** (step + 1))
        weights -= pace * mean / (np.sqrt(square / (1 - 0.99 ** (step + 1))) + 1e-8)
    return {**expected, **dict(zip(names, weights.round(2).tolist(), strict=True))}


def _matrix(sample: Sample, index: Mapping[str, int]) -> Array:
    """Return the marks of the candidates, one a row; the last row is that of no title."""
    matrix = np.zeros((len(sample.marks) + 1, len(index)))
    matrix[:-1, 0] = 1.0
    for row, marks in zip(matrix, sample.marks, strict=False):
        for mark in marks:
            if mark in index:
                row[index[mark]] = 1.0
    return matrix


def _slope(matrix: Array, right: Sequence[int], weights: Array) -> Array:
    """Return by what the cost of a page grows with each weight: the chance of the right lines falls."""
    scores = matrix @ weights
    chance = np.exp(scores - scores.max())
    wanted = np.zeros(len(matrix))
    wanted[list(right) or [-1]] = 1.0
    good = chance * wanted
    found: Array = matrix.T @ (chance / chance.sum() - good / good.sum())
    return found


def is_right(sample: Sample, weights: Mapping[str, float]) -> bool:
    """Tell whether the weights choose a right line."""
    scores = [weights[""] + sum(weights.get(mark, 0.0) for mark in marks) for marks in sample.marks]
    best = max(range(len(scores)), key=lambda place: (scores[place], -place))
    return best in sample.right if scores[best] > 0 else not sample.right


def cross_validate(data: Sequence[Sample], prior: float, steps: int, folds: int) -> None:
    """Print how often the title is found in layouts that the weights were not fitted to."""
    layouts = sorted({sample.layout for sample in data})
    right: dict[str, list[bool]] = defaultdict(list)
    for fold in range(min(folds, len(layouts))):
        left = set(layouts[fold::folds])
        weights = fit([sample for sample in data if sample.layout not in left], prior, steps)
        for sample in data:
            if sample.layout in left:
                right[sample.layout].append(is_right(sample, weights))
                if not right[sample.layout][-1]:
                    print("  wrong:", sample.name)
    for layout, found in sorted(right.items()):
        if not all(found):
            print(f"{layout:40} {sum(found)} of {len(found)}")
    print(f"mean of layouts {sum(sum(found) / len(found) for found in right.values()) / len(right):.4f}")


def rendered(source: str, weights: Mapping[str, float]) -> str:
    """Return the source of the table with other weights in it."""
    rows = "\n".join(
        f'    "{mark}": {weight:.2f},'
        for mark, weight in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
        if mark and abs(weight) >= _SMALL
    )
    source = re.sub(r"BIAS = .*", f"BIAS = {weights['']:.2f}", source)
    return re.sub(
        r"WEIGHTS: dict\[str, float\] = \{\n.*?\}",
        lambda _: "WEIGHTS: dict[str, float] = {\n" + rows + "\n}",
        source,
        flags=re.DOTALL,
    )


def options(about: str | None, folds: int, prior: float) -> argparse.Namespace:
    """Return the options of a fit, with these defaults."""
    given = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--write", action="store_true", help="fit to all pages and write the table")
    given.add_argument("--folds", type=int, default=folds, help="leave out so many groups of layouts, not each alone")
    given.add_argument("--prior", type=float, default=prior, help="what it costs that a weight is not nothing")
    given.add_argument("--steps", type=int, default=200)
    return given.parse_args()


def main() -> None:
    """Do what the options say."""
    given = options(__doc__, folds=1000, prior=0.15)
    data = list(samples())
    if not given.write:
        cross_validate(data, given.prior, given.steps, given.folds)
        return
    weights = fit(data, given.prior, given.steps)
    TARGET.write_text(rendered(TARGET.read_text(encoding="utf-8"), weights), encoding="utf-8")


if __name__ == "__main__":
    main()
