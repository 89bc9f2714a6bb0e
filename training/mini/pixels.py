"""The scale of pixels that the vision tower sees."""

import torch
from torch import Tensor

# One mean and one spread for all three channels: a drawn picture's colours are as often pure as not, so the
# channels are alike, and 0..1 becomes -2..2.
MEAN = (0.5, 0.5, 0.5)
STD = (0.25, 0.25, 0.25)


def normalised(pixels: Tensor) -> Tensor:
    """[B, 3, S, S] in 0..1 to what the tower takes."""
    mean = torch.tensor(MEAN, device=pixels.device)[:, None, None]
    std = torch.tensor(STD, device=pixels.device)[:, None, None]
    return (pixels - mean) / std
