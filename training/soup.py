"""Averages two runs' weights: python3 training/soup.py NAME RUN [--share 0.5]

A run that goes on from the published weights, and those weights, lie in one basin: their average does better than either
(model soups, Wortsman et al. 2022). Batch-norms count their statistics anew. Writes training/runs/NAME/checkpoint.pt, with the
settings and the log of RUN.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import torch
from torch import nn

from mini.batches import BatchMaker
from mini.files import MODEL_FOLDER, RUNS_FOLDER
from mini.model import IMAGE_SIZE, GlimpseMini
from mini.published import load_published, turn_halves
from mini.unseen import probe

STATISTICS_BATCHES = 24


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="the average's")
    parser.add_argument("run", help="the run that started from the published weights")
    parser.add_argument("--share", type=float, default=0.5, help="of the run; the rest is the published weights'")
    parser.add_argument("--published", type=Path, default=MODEL_FOLDER, help="the folder that the run started from")
    options = parser.parse_args()
    run, folder = RUNS_FOLDER / options.run, RUNS_FOLDER / options.name
    recipe = json.loads((run / "recipe.json").read_text())
    model = averaged(run, recipe, options.published, options.share)
    count_statistics(model, recipe["seed"])
    model.eval()
    print(options.share, probe(model, IMAGE_SIZE))
    folder.mkdir(parents=True, exist_ok=True)
    torch.save({"average": model.state_dict()}, folder / "checkpoint.pt")
    for name in ("recipe.json", "log.jsonl"):
        shutil.copyfile(run / name, folder / name)


@torch.no_grad()
def averaged(run: Path, recipe: dict, published: Path, share: float) -> GlimpseMini:
    """The start of the run, exactly as it began, moved towards its end by `share`."""
    model = GlimpseMini()
    maker = BatchMaker(recipe["seed"], 64)
    load_published(model, published, [maker.make(number, IMAGE_SIZE).pixels for number in range(8)])
    if recipe["turn_halves"]:
        turn_halves(model, recipe["seed"])
    end = torch.load(run / "checkpoint.pt", map_location="cpu")["average"]
    for name, values in model.state_dict().items():
        if name.startswith(("vision.", "text.")) and values.dtype.is_floating_point:
            values.lerp_(end[name], share)
        else:
            values.copy_(end[name])
    return model


@torch.no_grad()
def count_statistics(model: GlimpseMini, seed: int) -> None:
    """The norms' means and variances under the averaged weights."""
    model.train()
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.reset_running_stats()
            module.momentum = None
    maker = BatchMaker(seed + 1, 128)
    for number in range(STATISTICS_BATCHES):
        model.vision(maker.make(number, IMAGE_SIZE).pixels)


if __name__ == "__main__":
    main()
