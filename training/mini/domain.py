"""Whether a picture is of the kind that the model was trained on: a small head beside the embedding."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .model import EARLY_BLOCKS, STAGES, STEM_WIDTH, VisionTower

HIDDEN = 32
EARLY_WIDTHS = (STEM_WIDTH, *(width for width, depth in STAGES for _ in range(depth)))[: EARLY_BLOCKS + 1]
# Features are jittered by so much of their deviation while the head learns, and weights decay: there are few pictures.
JITTER, WEIGHT_DECAY, RATE, STEPS, BATCH = 0.3, 0.1, 3e-3, 600, 256


class DomainHead(nn.Module):
    """Means and deviations of the early maps -> unfamiliarity [B, 1], above 0 where the picture is no drawing."""

    def __init__(self) -> None:
        super().__init__()
        width = 2 * sum(EARLY_WIDTHS)
        self.register_buffer("mean", torch.zeros(width))
        self.register_buffer("deviation", torch.ones(width))
        self.hidden = nn.Linear(width, HIDDEN)
        self.out = nn.Linear(HIDDEN, 1)

    def forward(self, early_maps: list[Tensor]) -> Tensor:
        return self.judge(statistics(early_maps))

    def judge(self, found: Tensor) -> Tensor:
        return self.of_standardised((found - self.mean) / self.deviation)

    def of_standardised(self, found: Tensor) -> Tensor:
        return self.out(torch.relu(self.hidden(found)))


class TowerWithDomain(nn.Module):
    """The vision tower as it is published: pixel_values -> image_embeds [B, 256], unfamiliarity [B, 1]."""

    def __init__(self, tower: VisionTower, domain: DomainHead) -> None:
        super().__init__()
        self.tower = tower
        self.domain = domain

    def forward(self, pixel_values: Tensor) -> tuple[Tensor, Tensor]:
        maps = self.tower.early_maps(pixel_values)
        return self.tower.projection(self.tower.pooled(maps[-1])), self.domain(maps)


def statistics(early_maps: list[Tensor]) -> Tensor:
    """log(1 + x) of each channel's mean and deviation over the picture, [B, 704]."""
    means = [values.mean((2, 3)) for values in early_maps]
    deviations = [(values - mean[:, :, None, None]).square().mean((2, 3)).sqrt() for values, mean in zip(early_maps, means)]
    return torch.cat([*means, *deviations], 1).log1p()


def fitted(drawings: Tensor, others: Tensor, seed: int) -> DomainHead:
    """A head that tells the statistics of drawings [N, 704] from those of other pictures [M, 704]."""
    torch.manual_seed(seed)
    head = DomainHead()
    found = torch.cat([drawings, others])
    other = torch.cat([torch.zeros(len(drawings)), torch.ones(len(others))])
    head.mean, head.deviation = found.mean(0), found.std(0) + 1e-3
    standardised = (found - head.mean) / head.deviation
    optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=WEIGHT_DECAY)
    for _ in range(STEPS):
        rows = torch.randint(len(found), (BATCH,))
        noisy = standardised[rows] + JITTER * torch.randn(BATCH, found.shape[1])
        loss = F.binary_cross_entropy_with_logits(head.of_standardised(noisy)[:, 0], other[rows])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return head.eval()


def drawn_until(head: DomainHead, drawings: Tensor, share: float) -> None:
    """Moves the head's zero so that this share of the given drawings' statistics counts as drawings."""
    with torch.no_grad():
        head.out.bias -= torch.quantile(head.judge(drawings)[:, 0], share)
