"""Training one network, and asking it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from dataset import Examples
from model import Bags, Prior

if TYPE_CHECKING:
    from teaching import Lessons


@dataclass(frozen=True)
class Recipe:
    seed: int = 1
    hidden: int = 96
    dropout: float = 0.4
    feature_dropout: float = 0.3
    yes_no_dropout: float = 0.8
    epochs: int = 10
    batch: int = 512
    rate: float = 0.004
    worth: float = 0.1


def ragged_rows(starts: np.ndarray, chosen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Positions of the values of the chosen rows, and where each row starts among them."""
    lengths = starts[chosen + 1] - starts[chosen]
    bounds = np.concatenate([[0], np.cumsum(lengths)])
    positions = np.repeat(starts[chosen] - bounds[:-1], lengths) + np.arange(bounds[-1])
    return positions, bounds


def inputs(data: Examples, chosen: np.ndarray) -> tuple:
    at, bounds = ragged_rows(data.starts, chosen)
    copy_at, copy_bounds = ragged_rows(data.copy_starts, chosen)
    copy_row = np.repeat(np.arange(len(chosen)), np.diff(copy_bounds))
    copies = tuple(torch.from_numpy(each) for each in (copy_row, data.copies[copy_at], data.copy_kinds[copy_at]))
    return torch.from_numpy(data.features[at]), torch.from_numpy(bounds), copies


@dataclass(frozen=True)
class Targets:
    """What share each answer should have: of the question in that row, so much for that answer. Shares of a row sum to 1."""

    row: torch.Tensor
    answer: torch.Tensor
    share: torch.Tensor


def people_targets(data: Examples, chosen: np.ndarray, worth: float) -> Targets:
    """The shares of people, mixed with the shares of VQA accuracy."""
    at, bounds = ragged_rows(data.answer_starts, chosen)
    row = np.repeat(np.arange(len(chosen)), np.diff(bounds))
    share = (1 - worth) * shares(data.people[at], row, len(chosen)) + worth * shares(data.worth[at], row, len(chosen))
    return Targets(torch.from_numpy(row), torch.from_numpy(data.answers[at]), torch.from_numpy(share))


def shares(values: np.ndarray, row: np.ndarray, rows: int) -> np.ndarray:
    return values / np.bincount(row, values, rows).astype(np.float32).clip(min=1e-6)[row]


def divergence(scores: torch.Tensor, wanted: Targets) -> torch.Tensor:
    """Cross entropy of each row; 0 for a row that wants nothing. Touches only the wanted scores and their normaliser."""
    picked = scores.flatten().gather(0, wanted.row * scores.shape[1] + wanted.answer)
    totals = torch.zeros(2, len(scores)).index_add(1, wanted.row, torch.stack([wanted.share * picked, wanted.share]))
    return totals[1] * torch.logsumexp(scores, 1) - totals[0]


def fit(data: Examples, features: int, bags: Bags, recipe: Recipe, taught: "Lessons | None" = None, people: float = 1.0, log=print) -> Prior:
    """`people`: how much people's answers count beside the lessons."""
    torch.manual_seed(recipe.seed)
    order = np.random.default_rng(recipe.seed)
    model = Prior(features, bags, recipe.hidden, recipe.dropout)
    steps = recipe.epochs * -(-len(data) // recipe.batch)
    # The features' rows are many and each batch has few of them: updating only those halves the time.
    bag, rest = list(model.embed.parameters()), [each for name, each in model.named_parameters() if not name.startswith("embed")]
    optimisers = [torch.optim.SparseAdam(bag, lr=recipe.rate), torch.optim.Adam(rest, lr=recipe.rate)]
    schedules = [torch.optim.lr_scheduler.LambdaLR(each, lambda done: warm_then_linear(done / steps)) for each in optimisers]
    weights = torch.from_numpy(data.weights)
    # Questions for yes or no are soon known by heart, while the rare answers of others are still being learned.
    is_yes_no = torch.tensor([kind == "yes/no" for kind in data.answer_types])
    dropout = torch.where(is_yes_no, recipe.yes_no_dropout, recipe.feature_dropout).float()
    began = time.monotonic()
    for epoch in range(recipe.epochs):
        model.train()
        total = 0.0
        shuffled = order.permutation(len(data))
        for start in range(0, len(data), recipe.batch):
            chosen = np.sort(shuffled[start : start + recipe.batch])
            rows, bounds, copies = inputs(data, chosen)
            dropped = dropout[chosen].repeat_interleave(bounds.diff())
            kept = (torch.rand(len(rows)) >= dropped).float() / (1 - dropped)
            scores = model(rows, bounds, kept, copies)
            loss = divergence(scores, people_targets(data, chosen, recipe.worth))
            if taught is not None:
                share = torch.from_numpy(taught.answered[chosen] * np.float32(people))
                loss = share * loss + (1 - share) * divergence(scores, taught.targets(chosen))
            loss = (loss * weights[chosen]).mean()
            for optimiser in optimisers:
                optimiser.zero_grad(set_to_none=True)
            loss.backward()
            for optimiser, schedule in zip(optimisers, schedules):
                optimiser.step()
                schedule.step()
            total += loss.item() * len(chosen)
        log(f"  epoch {epoch + 1}: loss {total / len(data):.4f}, {time.monotonic() - began:.0f} s", flush=True)
    return model


def warm_then_linear(done: float, warm: float = 0.1) -> float:
    return done / warm if done < warm else (1 - done) / (1 - warm)


def log_probabilities(model: Prior, data: Examples, batch: int = 1024) -> np.ndarray:
    model.eval()
    parts = []
    with torch.no_grad():
        for start in range(0, len(data), batch):
            rows, bounds, copies = inputs(data, np.arange(start, min(start + batch, len(data))))
            parts.append(torch.log_softmax(model(rows, bounds, torch.ones(len(rows)), copies), 1).numpy())
    return np.concatenate(parts)
