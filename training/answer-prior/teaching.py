"""What the large networks together think of real and of made-up questions, for a small one to learn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from dataset import Examples, examples, type_weights
from fit import Targets, inputs
from model import Prior

KEPT = 96
BATCH = 1024


@dataclass(frozen=True)
class Lessons:
    """Of n questions, the real ones first: the likeliest answers and their probabilities, [n, KEPT], and whether people answered."""

    data: Examples
    places: np.ndarray
    shares: np.ndarray
    answered: np.ndarray

    def targets(self, chosen: np.ndarray) -> Targets:
        row = torch.arange(len(chosen)).repeat_interleave(KEPT)
        return Targets(row, torch.from_numpy(self.places[chosen].astype(np.int64).ravel()), torch.from_numpy(self.shares[chosen].astype(np.float32).ravel()))


def lessons(teachers: list[Prior], questions: list[dict], crossed: list[list[str]], rows: dict[str, int], answers: list[str]) -> Lessons:
    """Made-up questions weigh 1 each: they are drawn from the balanced real ones, so yes/no and numbers count as there."""
    made_up = [{"question": " ".join(words), "type": "", "answerType": "", "answers": []} for words in crossed]
    data = examples([*questions, *made_up], rows, answers, type_weights(questions) | {"": 1.0})
    found = [likeliest(teachers, data, np.arange(start, min(start + BATCH, len(data)))) for start in range(0, len(data), BATCH)]
    places, shares = (np.concatenate(each) for each in zip(*found))
    return Lessons(data, places, shares, np.arange(len(data)) < len(questions))


def likeliest(teachers: list[Prior], data: Examples, chosen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    rows, bounds, copies = inputs(data, chosen)
    with torch.no_grad():
        mean = sum(torch.softmax(teacher.eval()(rows, bounds, torch.ones(len(rows)), copies), 1) for teacher in teachers)
        shares, places = (mean / len(teachers)).topk(KEPT, dim=1)
        shares = shares / shares.sum(1, keepdim=True)
    return places.numpy().astype(np.int16), shares.numpy().astype(np.float16)
