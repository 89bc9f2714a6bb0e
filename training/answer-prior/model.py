"""The network: a bag of features into a hidden layer, and from it a score for each answer and for each way of copying."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from copies import COPY_KINDS

Bags = tuple[np.ndarray, np.ndarray, int]
Copies = tuple[torch.Tensor, torch.Tensor, torch.Tensor]


class Prior(nn.Module):
    """
    Scores [batch, answers] of bags of features; `copies` lists (row in the batch, answer, kind) of mentioned answers. An
    answer's weights are its own and the sum of its classes' (answer_classes.py).
    """

    def __init__(self, features: int, bags: Bags, hidden: int, dropout: float) -> None:
        super().__init__()
        members, bounds, classes = bags
        answers = len(bounds) - 1
        self.embed = nn.EmbeddingBag(features, hidden, mode="sum", include_last_offset=True, sparse=True)
        self.bias = nn.Parameter(torch.zeros(hidden))
        self.dropout = nn.Dropout(dropout)
        self.own = nn.Parameter(torch.zeros(answers, hidden + 1).normal_(std=0.03))
        self.shared = nn.EmbeddingBag(classes, hidden + 1, mode="sum", include_last_offset=True)
        self.copy = nn.Linear(hidden, COPY_KINDS)
        nn.init.normal_(self.embed.weight, std=0.05)
        nn.init.normal_(self.shared.weight, std=0.02)
        self.register_buffer("members", torch.from_numpy(members))
        self.register_buffer("bounds", torch.from_numpy(bounds))

    def answer_weights(self) -> torch.Tensor:
        """[answers, hidden + 1], the bias last."""
        return self.own + self.shared(self.members, self.bounds)

    def forward(self, rows: torch.Tensor, starts: torch.Tensor, kept: torch.Tensor, copies: Copies) -> torch.Tensor:
        hidden = self.dropout(torch.relu(self.embed(rows, starts, per_sample_weights=kept) + self.bias))
        weights = self.answer_weights()
        scores = torch.addmm(weights[:, -1], hidden, weights[:, :-1].t())
        row, answer, kind = copies
        return scores.index_put((row, answer), self.copy(hidden)[row, kind], accumulate=True)

    @torch.no_grad()
    def settle(self, weights: np.ndarray) -> None:
        """Replaces the answers' weights, [answers, hidden + 1], for good: nothing is shared afterwards."""
        self.shared.weight.zero_()
        self.own.copy_(torch.from_numpy(weights))
