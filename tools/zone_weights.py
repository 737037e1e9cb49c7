"""Fits the table by which lines of pages are labelled (`searchkit/ingest/pages/weights.py`) to labelled pages.

python -m tools.zone_weights            fits to all layouts but one, for each of them, and prints how well that one does
python -m tools.zone_weights --write    fits to all, and writes the table

Needs numpy and, for the pages that are not in this repository, SEARCHKIT_DATA.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from searchkit.article import physical_lines
from searchkit.ingest.encodings import decode
from searchkit.ingest.pages import weights as written
from searchkit.ingest.pages import zones
from searchkit.ingest.pages.page import seen
from searchkit.ingest.pages.weights import MARKS_FILE, PART_NAMES, Key, State
from tests import labels
from tools import zone_start as start
from tools.zone_fit import COLUMNS, Array, Batch, Model, Page, Settings, fit

KINDS = sorted({state.kind for state in start.STATES})
PARTS = ("BEFORE", "HEAD", "ARTICLE", "TAIL")
TARGET = Path(written.__file__)

_RARE = 5
"""A mark on fewer lines than this gets no weight of its own."""

_SMALL = 0.1
"""A weight nearer to nothing than this is left out of the table."""

_LAYOUTS_WEIGH = {"pages": 3.0, "saved-pages": 10.0}
"""How much all pages of a layout count together, by their set."""


class Sample(NamedTuple):
    """A labelled page: its layout, the traits and the right kinds of its lines, and what is certain without weights.

    `alone` tells that it was read without the other pages of its folder, which show what recurs.
    """

    set: str
    layout: str
    alone: bool
    lines: list[zones.Traits]
    kinds: list[int]
    certain: Counter[tuple[str, str]]


def samples() -> Iterator[Sample]:
    """Yield the pages that may be learned from, each as it is read in its folder, and as it is read alone."""
    for page in labels.pages(labels.data_folder()):
        if page.split == "tune" and page.path.suffix != ".md":
            lines = physical_lines(decode(page.path.read_bytes()).text)
            for alone in (False, True):
                yield _sample(page, lines, alone)


def _sample(page: labels.Page, lines: list[str], alone: bool) -> Sample:
    sight = seen(lines, None if alone else labels.recurring(page.path.parent, page.root))
    sample = Sample(page.set, page.layout, alone, [], [], Counter())
    for n, traits in zones.traits(sight.looks, sight.title, sight.known).items():
        kind = page.zones[sight.numbers[n]]
        if n in sight.fixed:
            sample.certain[kind, sight.fixed[n][0]] += 1
        else:
            sample.lines.append(traits)
            sample.kinds.append(KINDS.index(kind))
    return sample


class Table:
    """The weights as names and one vector, and what they mean to the fit."""

    def __init__(self, data: Sequence[Sample]) -> None:
        counts = Counter(mark for sample in data for line in sample.lines for mark in line.marks)
        marks = sorted({*start.MARKS, *(mark for mark, count in counts.items() if count >= _RARE)})
        self.names: list[tuple[str, object]] = []
        values: list[float] = []
        cells: list[tuple[int, int, int]] = []

        def add(name: tuple[str, object], value: float) -> int:
            self.names.append(name)
            values.append(value)
            return len(values) - 1

        for row, column in enumerate(COLUMNS):
            for n, state in enumerate(start.STATES):
                cells.append((row, n, add((column, n), getattr(state, column))))
        for row, mark in enumerate(marks, len(COLUMNS)):
            own = start.MARKS.get(mark, {})
            keys: list[Key] = [*range(len(PARTS)), *KINDS]
            places = {key: add((mark, key), own.get(key, 0.0)) for key in keys}
            for n, state in enumerate(start.STATES):
                pair = (state.part, state.kind)
                more = add((mark, pair), own[pair] - own.get(state.kind, 0.0) if pair in own else 0.0)
                cells += [(row, n, places[state.kind]), (row, n, places[state.part]), (row, n, more)]
        self.marks = marks
        states = len(start.STATES)
        flat = np.array([(row * states + n, owner) for row, n, owner in cells])
        self.model = Model(
            parts=np.array([state.part for state in start.STATES]),
            kinds=np.array([KINDS.index(state.kind) for state in start.STATES]),
            marks={mark: row for row, mark in enumerate(marks, len(COLUMNS))}, cells=flat[:, 0], owners=flat[:, 1],
            enter=np.array([add(("enter", n), state.enter) for n, state in enumerate(start.STATES)]),
            stay=np.array([add(("stay", n), state.stay) for n, state in enumerate(start.STATES)]),
            moves={move: add(("move", move), cost) for move, cost in start.MOVES.items()},
            first=np.array([add(("first", n), cost) for n, cost in enumerate(start.FIRST)]),
            last=np.array([add(("last", n), cost) for n, cost in enumerate(start.LAST)]),
        )  # fmt: skip
        self.start = np.array(values)
        self.is_base = np.array([name not in marks for name, _ in self.names])

    def fitted(self, data: Sequence[Sample], settings: Settings) -> zones.Weights:
        """Return the weights that fit the pages."""
        counts = Counter(sample.layout for sample in data)
        pages = [
            Page(sample.lines, sample.kinds, _LAYOUTS_WEIGH[sample.set] / counts[sample.layout]) for sample in data
        ]
        found = fit(
            Batch(pages, self.model), self.model, self.start, self.is_base, KINDS.index("body"), settings
        )  # fmt: skip
        return self._named(found)

    def _named(self, found: Array) -> zones.Weights:
        values = {name: round(float(value), 2) for name, value in zip(self.names, found, strict=True)}
        states = tuple(
            State(s.part, s.kind, *(values[column, n] for column in (*COLUMNS, "enter", "stay")))
            for n, s in enumerate(start.STATES)
        )
        marks: dict[str, dict[Key, float]] = {mark: {} for mark in self.marks}
        for (name, key), value in values.items():
            if name in marks and abs(value) >= _SMALL:
                # In the table a pair goes before its kind, where the fit adds it to that.
                marks[name][key] = value + (values[name, key[1]] if isinstance(key, tuple) else 0.0)  # type: ignore[index]
        moves = {move: values["move", move] for move in start.MOVES}
        first = tuple(values["first", n] for n in range(len(PARTS)))
        last = tuple(values["last", n] for n in range(len(PARTS)))
        return zones.Weights(states, {mark: row for mark, row in marks.items() if row}, moves, first, last)


def measured(sample: Sample, weights: zones.Weights) -> Counter[tuple[str, str]]:
    """Return how often a kind was taken for a kind."""
    found = zones.Labelling(weights).states(sample.lines)
    pairs = ((KINDS[kind], weights.states[state].kind) for kind, state in zip(sample.kinds, found, strict=True))
    return sample.certain + Counter(pairs)


def _print(counts: Mapping[str, Counter[tuple[str, str]]]) -> None:
    print(f"{'':40} lines line F1  body hidden")
    rows = {name: labels.Measure(lines=count) for name, count in sorted(counts.items())}
    rows["all"] = labels.Measure(lines=sum(counts.values(), Counter()))
    for name, row in rows.items():
        print(f"{name:40} {sum(row.lines.values()):5}  {row.right:.4f}      {row.hidden:7.3%}")
    each = [row for name, row in rows.items() if name != "all"]
    right, hidden = (sum(values) / len(each) for values in zip(*((row.right, row.hidden) for row in each), strict=True))
    print(f"{'mean of layouts':46}  {right:.4f}      {hidden:7.3%}")
    print(", ".join(f"{kind} {f1:.3f}" for kind in KINDS if (f1 := rows["all"].f1(kind)) is not None))


def cross_validate(data: Sequence[Sample], settings: Settings, folds: int) -> None:
    """Print how well layouts do that the weights were not fitted to."""
    table = Table(data)
    layouts = sorted({sample.layout for sample in data})
    counts: dict[bool, dict[str, Counter[tuple[str, str]]]] = {False: defaultdict(Counter), True: defaultdict(Counter)}
    for fold in range(min(folds, len(layouts))):
        left = set(layouts[fold::folds])
        weights = table.fitted([sample for sample in data if sample.layout not in left], settings)
        for sample in data:
            if sample.layout in left:
                counts[sample.alone][f"{sample.set} {sample.layout}"] += measured(sample, weights)
    for alone, found in counts.items():
        print("pages without the others of their folder" if alone else "pages in their folders")
        _print(found)


def _number(value: float) -> str:
    return f"{value + 0.0:.2f}"


def _key(key: Key) -> str:
    if isinstance(key, tuple):
        return f"{PART_NAMES[key[0]]} {key[1]}"
    return PART_NAMES[key] if isinstance(key, int) else key


def _state(state: State) -> str:
    numbers = (state.prose, state.headline, state.short, state.enter, state.stay)
    head = f'{PARTS[state.part]}, "{state.kind}",'
    return f"    State({head:27}" + ", ".join(f"{_number(number):>5}" for number in numbers) + "),"


def rendered_marks(marks: Mapping[str, Mapping[Key, float]]) -> str:
    """Return the table of marks as JSON, a mark a line."""
    rows = []
    for mark, row in marks.items():
        pairs = sorted((_key(key), _number(value)) for key, value in row.items())
        rows.append(f"{json.dumps(mark)}: {{{', '.join(f'{json.dumps(key)}: {value}' for key, value in pairs)}}}")
    return "{\n" + ",\n".join(rows) + "\n}\n"


def rendered(source: str, weights: zones.Weights) -> str:
    """Return the source of the other tables with other weights in it."""
    moves = ", ".join(f"({PARTS[a]}, {PARTS[b]}): {_number(value)}" for (a, b), value in weights.moves.items())
    blocks: list[tuple[str, str]] = [
        (r"STATES = \(\n.*?\n\)", "STATES = (\n" + "\n".join(map(_state, weights.states)) + "\n)"),
        (r"MOVES = \{.*?\}", f"MOVES = {{{moves}}}"),
        (r"FIRST = \(.*?\)", f"FIRST = ({', '.join(map(_number, weights.first))})"),
        (r"LAST = \(.*?\)", f"LAST = ({', '.join(map(_number, weights.last))})"),
    ]  # fmt: skip
    for pattern, text in blocks:
        source, count = re.subn(pattern, _literal(text), source, count=1, flags=re.DOTALL)
        if count != 1:
            raise ValueError(f"{TARGET} has no {pattern}")
    return source


def _literal(text: str) -> Callable[[re.Match[str]], str]:
    return lambda match: text


def main() -> None:
    """Do what the options say."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--write", action="store_true", help="fit to all pages and write the table")
    options.add_argument("--folds", type=int, default=1000, help="leave out so many groups of layouts, not each alone")
    for name, value in Settings()._asdict().items():
        options.add_argument(f"--{name}", type=type(value), default=value)
    given = options.parse_args()
    settings = Settings(*(getattr(given, name) for name in Settings._fields))
    data = list(samples())
    if not given.write:
        cross_validate(data, settings, given.folds)
        return
    weights = Table(data).fitted(data, settings)
    TARGET.write_text(rendered(TARGET.read_text(encoding="utf-8"), weights), encoding="utf-8")
    TARGET.with_name(MARKS_FILE).write_text(rendered_marks(weights.marks), encoding="utf-8")


if __name__ == "__main__":
    main()
