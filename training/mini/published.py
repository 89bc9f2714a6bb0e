"""The published weights as a place to go on from: a training run needs no other run's checkpoint."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from .model import EMBEDDING, HEAD_WIDTH, GlimpseMini


def load_published(model: GlimpseMini, folder: Path, batches: list[Tensor]) -> None:
    """Reads `folder/onnx` into the model's towers, so that they embed as the published ones do.

    Published convolutions have their batch-norms folded in. Here each norm gets back the mean and the variance that its input
    has over `batches` (normalised pixels), and the gain and bias that undo them. The heads, which are not published, stay as they are.
    """
    _load(model.vision, folder / "onnx" / "vision_model.onnx")
    _load(model.text, folder / "onnx" / "text_model.onnx")
    _unfold_norms(model.vision, batches)


@torch.no_grad()
def turn_halves(model: GlimpseMini, seed: int) -> None:
    """Adds to the projection what lets sentences about sides be learned: the whole's features, turned to directions of
    their own, of the left half less the right, and of the upper half less the lower.

    Without, nothing in an embedding says on which side a thing is, and "on the left" finds nothing to hold on to. What is
    the same on both sides, as one thing in the middle is, embeds as before.
    """
    generator = torch.Generator().manual_seed(seed)
    weight = model.vision.projection.weight
    whole = weight[:, HEAD_WIDTH : 2 * HEAD_WIDTH]
    for across in (0, 1):
        turn, _ = torch.linalg.qr(torch.randn(EMBEDDING, EMBEDDING, generator=generator))
        turned = turn @ whole
        first, second = (slice((2 + 2 * across + half) * HEAD_WIDTH, (3 + 2 * across + half) * HEAD_WIDTH) for half in (0, 1))
        weight[:, first] += turned
        weight[:, second] -= turned


def _load(tower: nn.Module, path: Path) -> None:
    state = tower.state_dict()
    stored = {w.name.removesuffix("_half"): numpy_helper.to_array(w).astype(np.float32) for w in onnx.load(str(path)).graph.initializer}
    # A published tower is the tower alone, or the tower beside its domain head (mini/domain.py), which is not read.
    stored = {name.removeprefix("tower."): values for name, values in stored.items() if not name.startswith("domain.")}
    matrices = iter(name for name in state if name.endswith(".weight") and state[name].ndim == 2 and name not in stored)
    nameless = sorted((name for name in stored if name.startswith("onnx::")), key=lambda name: int(name.split("_")[-1]))
    for name in [*(name for name in stored if name not in nameless), *nameless]:
        values = torch.tensor(stored[name])
        if name in nameless:
            # Matrices are exported transposed and without their names, in the order of the layers.
            name, values = next(matrices), values.T
        elif name not in state or state[name].shape != values.shape:
            name, values = _of_folded(name, values)
        with torch.no_grad():
            target = state[name]
            target.zero_()
            # An older tower may have had fewer features in front of its projection: the further ones start at nothing.
            target[tuple(slice(0, length) for length in values.shape)] = values
    assert next(matrices, None) is None, f"{path.name} has fewer matrices than the tower"


def _of_folded(name: str, values: Tensor) -> tuple[str, Tensor]:
    """A folded convolution's array, under the name that it has beside its norm."""
    name = re.sub(r"shortcut\.weight$", "shortcut.0.weight", name)
    name = re.sub(r"shortcut\.bias$", "shortcut.1.bias", name)
    name = re.sub(r"conv(\d)\.bias$", r"norm\1.bias", name)
    return re.sub(r"^(stem|head)\.bias$", r"\1_norm.bias", name), values


@torch.no_grad()
def _unfold_norms(tower: nn.Module, batches: list[Tensor]) -> None:
    norms = [module for module in tower.modules() if isinstance(module, nn.BatchNorm2d)]
    sums: dict[nn.Module, list[Tensor]] = {norm: [] for norm in norms}
    for norm in norms:
        norm.running_mean.zero_()
        norm.running_var.fill_(1 - norm.eps)
        norm.weight.fill_(1)

    def watch(norm: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        sums[norm].append(torch.stack([inputs[0].mean((0, 2, 3)), inputs[0].square().mean((0, 2, 3))]))

    hooks = [norm.register_forward_pre_hook(watch) for norm in norms]
    tower.eval()
    for pixels in batches:
        tower(pixels)
    for hook in hooks:
        hook.remove()
    for norm in norms:
        mean, square = torch.stack(sums[norm]).mean(0)
        variance = (square - mean**2).clamp(min=1e-6)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)
        norm.weight.copy_((variance + norm.eps).sqrt())
        norm.bias.add_(mean)
