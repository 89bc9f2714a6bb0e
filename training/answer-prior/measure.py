"""VQA accuracy of the best answer, and of the best among the first k ("oracle"), on questions in their natural shares."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from dataset import Examples
from fit import ragged_rows

FIRST = (1, 8, 16, 32, 64)


def best_within(log_p: np.ndarray, data: Examples, firsts: Iterable[int] = FIRST) -> dict[int, np.ndarray]:
    """For each k: [questions] the worth of the best answer among the k likeliest."""
    firsts = tuple(firsts)
    most = max(firsts)
    top = np.argpartition(-log_p, most, axis=1)[:, :most]
    order = np.argsort(-np.take_along_axis(log_p, top, 1), axis=1, kind="stable")
    ranked = np.take_along_axis(top, order, 1)
    worth = np.zeros(log_p.shape, np.float32)
    at, bounds = ragged_rows(data.answer_starts, np.arange(len(data)))
    worth[np.repeat(np.arange(len(data)), np.diff(bounds)), data.answers[at]] = data.worth[at]
    reached = np.maximum.accumulate(np.take_along_axis(worth, ranked, 1), axis=1)
    return {k: reached[:, k - 1] for k in firsts}


def weighted(values: np.ndarray, weights: np.ndarray) -> float:
    return float(100 * (values * weights).sum() / weights.sum())


def summary(log_p: np.ndarray, data: Examples) -> str:
    best = best_within(log_p, data)
    kinds = np.array(data.answer_types)
    parts = ["all " + " ".join(f"{weighted(best[k], data.weights):.2f}" for k in FIRST)]
    parts += [f"{kind} " + " ".join(f"{100 * best[k][kinds == kind].mean():.1f}" for k in FIRST) for kind in ("yes/no", "number", "other")]
    return " | ".join(parts)
