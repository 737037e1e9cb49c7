"""Fits weights to labelled lines: a conditional random field with hidden states, by gradients.

A label is a kind of zone, a state is a kind in a part of the page: so the right way is not one but all ways through
states of the right kinds. The fit makes the weight of all other ways small against theirs (the softmax margin: a way
costs more the more body lines it hides), and stays near the weights that it started from. Nothing is drawn by chance.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from searchkit.ingest.pages.zones import Traits

Array = NDArray[np.float64]
Whole = NDArray[np.int64]

COLUMNS = ("prose", "headline", "short")
_BARRED = -40.0


class Model(NamedTuple):
    """What the weights mean: of which part and kind the states are, and where in the vector of weights each stands."""

    parts: Whole
    kinds: Whole
    marks: dict[str, int]
    """Mark -> its row, behind those of the columns."""
    cells: Whole
    """Places of the matrix rows by states that a weight is added to, beside `owners`, the weights."""
    owners: Whole
    enter: Whole
    stay: Whole
    moves: dict[tuple[int, int], int]
    first: Whole
    last: Whole

    @property
    def rows(self) -> int:
        """The number of rows: columns and marks."""
        return len(COLUMNS) + len(self.marks)

    @property
    def starts(self) -> Whole:
        """The first state of every part."""
        return np.searchsorted(self.parts, np.arange(int(self.parts[-1]) + 1))

    def matrix(self, weights: Array) -> Array:
        """Return what every row adds to every state."""
        states = len(self.parts)
        return _sums(self.cells, weights[self.owners], self.rows * states).reshape(self.rows, states)

    def steps(self, weights: Array) -> Array:
        """Return what it costs to go from part to part."""
        count = len(self.first)
        found = np.where(np.eye(count, dtype=bool), 0.0, -np.inf)
        for (origin, part), place in self.moves.items():
            found[origin, part] = weights[place]
        return found


class Page(NamedTuple):
    """The lines of a page that are to be labelled, their right kinds, and how much the page counts."""

    lines: Sequence[Traits]
    kinds: Sequence[int]
    weight: float


class Batch:
    """Pages as matrices: the first lines of all pages stand together, then the second ones, the longest page first."""

    def __init__(self, pages: Sequence[Page], model: Model) -> None:
        self.order = sorted((n for n, page in enumerate(pages) if page.lines), key=lambda n: -len(pages[n].lines))
        chosen = [pages[n] for n in self.order]
        lengths = [len(page.lines) for page in chosen]
        self.active = [sum(length > t for length in lengths) for t in range(max(lengths))]
        self.offsets = np.concatenate([[0], np.cumsum(self.active)])
        self.ends = np.array([self.offsets[length - 1] + n for n, length in enumerate(lengths)])
        self.rows = np.zeros((int(self.offsets[-1]), model.rows), np.float32)
        self.gold = np.zeros(len(self.rows), np.int64)
        self.weights = np.array([page.weight for page in chosen])
        self.line_weights = np.zeros(len(self.rows))
        for n, page in enumerate(chosen):
            places = self.offsets[: len(page.lines)] + n
            self.gold[places], self.line_weights[places] = page.kinds, page.weight
            for place, traits in zip(places, page.lines, strict=True):
                _fill(self.rows[place], traits, model)

    def at(self, t: int) -> slice:
        """Return where line t of the pages stands that have as many."""
        return slice(int(self.offsets[t]), int(self.offsets[t + 1]))

    def before(self, t: int) -> slice:
        """Return where line t - 1 stands of the pages that have a line t."""
        return slice(int(self.offsets[t - 1]), int(self.offsets[t - 1]) + self.active[t])

    def scores(self, weights: Array, model: Model) -> Array:
        """Return how well every line fits every state."""
        return (self.rows @ model.matrix(weights).astype(np.float32)).astype(np.float64)


def _fill(row: NDArray[np.float32], traits: Traits, model: Model) -> None:
    row[0] = traits.prose
    row[1 if traits.is_long else 2] = 1.0 - min(1.0, traits.prose)
    for mark in traits.marks:
        if mark in model.marks:
            row[model.marks[mark]] = 1.0


class Settings(NamedTuple):
    """How the fit goes."""

    rate: float = 0.05
    steps: int = 50
    prior: float = 10.0
    """What it costs to leave the weights of the start, those of marks."""
    base: float = 10.0
    """How much more it costs for the weights that are no marks'."""
    hide: float = 5.0
    """What it costs to hide a line of the body, where another mistake costs 1."""


def fit(batch: Batch, model: Model, start: Array, is_base: NDArray[np.bool_], body: int, settings: Settings) -> Array:
    """Return the weights that fit the pages best, by the optimiser Adam (Kingma and Ba 2015) over all pages at once."""
    wrong = model.kinds[None] != batch.gold[:, None]
    cost = np.where(wrong, np.where(batch.gold == body, settings.hide, 1.0)[:, None], 0.0)
    barred = np.where(wrong, _BARRED, 0.0)
    prior = settings.prior * np.where(is_base, settings.base, 1.0)
    weights, mean, square = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(settings.steps):
        scores = batch.scores(weights, model)
        free, free_steps = _expected(scores + cost, batch, weights, model)
        right, right_steps = _expected(scores + barred, batch, weights, model)
        rows = (batch.rows.T @ (free - right).astype(np.float32)).astype(np.float64).ravel()
        gradient = _sums(model.owners, rows[model.cells], len(weights))
        gradient += free_steps - right_steps + prior * (weights - start)
        mean, square = 0.9 * mean + 0.1 * gradient, 0.99 * square + 0.01 * gradient**2
        pace = settings.rate * (1 - step / settings.steps) / (1 - 0.9 ** (step + 1))
        weights -= pace * mean / (np.sqrt(square / (1 - 0.99 ** (step + 1))) + 1e-8)
    return weights


def _sums(places: Whole, values: Array, length: int) -> Array:
    """Return the sum of the values of each place."""
    return np.bincount(places, values, length).astype(np.float64)


def _log_sum(values: Array, axis: int) -> Array:
    most = values.max(axis=axis, keepdims=True)
    total: Array = (most + np.log(np.exp(values - most).sum(axis=axis, keepdims=True))).squeeze(axis)
    return total


def _by_part(values: Array, model: Model) -> Array:
    """Return the log-sum over the states of every part."""
    most = values.max(axis=1, keepdims=True)
    found: Array = most + np.log(np.add.reduceat(np.exp(values - most), model.starts, axis=1) + 1e-300)
    return found


def _expected(scores: Array, batch: Batch, weights: Array, model: Model) -> tuple[Array, Array]:
    """Return how often every line is expected in every state, and every step is taken, over all ways by their sums."""
    enter, stay, steps = weights[model.enter], weights[model.stay], model.steps(weights)
    last = weights[model.last][model.parts]
    forward, backward = np.empty_like(scores), np.empty_like(scores)
    count = len(batch.active)
    arrivals: list[Array] = [np.empty(0)] * count
    forward[batch.at(0)] = weights[model.first][model.parts] + enter + scores[batch.at(0)]
    for t in range(1, count):
        before = forward[batch.before(t)]
        arrivals[t] = _log_sum(_by_part(before, model)[:, :, None] + steps, 1)
        forward[batch.at(t)] = np.logaddexp(before + stay, arrivals[t][:, model.parts] + enter) + scores[batch.at(t)]
    totals = _log_sum(forward[batch.ends] + last, 1)
    taken = np.zeros_like(weights)
    for t in range(count - 1, -1, -1):
        here = np.tile(last, (batch.active[t], 1))
        if t + 1 < count:
            more = batch.active[t + 1]
            ahead = backward[batch.at(t + 1)] + scores[batch.at(t + 1)]
            entered = _by_part(ahead + enter, model)
            here[:more] = np.logaddexp(ahead + stay, _log_sum(steps + entered[:, None, :], 2)[:, model.parts])
            share, total = batch.weights[:more, None], totals[:more, None]
            before = forward[batch.before(t + 1)]
            taken[model.stay] += (share * np.exp(before + stay + ahead - total)).sum(0)
            taken[model.enter] += (share * np.exp(arrivals[t + 1][:, model.parts] + enter + ahead - total)).sum(0)
            pairs = np.exp(_by_part(before, model)[:, :, None] + steps + entered[:, None, :] - total[:, :, None])
            moved = (share[:, :, None] * pairs).sum(0)
            for (origin, part), place in model.moves.items():
                taken[place] += moved[origin, part]
        backward[batch.at(t)] = here
    by_line = np.concatenate([totals[:active] for active in batch.active])
    expected = np.exp(forward + backward - by_line[:, None])
    begun = batch.weights[:, None] * expected[batch.at(0)]
    ended = batch.weights[:, None] * expected[batch.ends]
    taken[model.enter] += begun.sum(0)
    taken[model.first] += np.add.reduceat(begun.sum(0), model.starts)
    taken[model.last] += np.add.reduceat(ended.sum(0), model.starts)
    return expected * batch.line_weights[:, None], taken
