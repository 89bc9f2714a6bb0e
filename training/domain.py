"""Teaches a run to know what it does not know: python3 training/domain.py NAME [PICTURE...]

Fits a head on the tower's early maps that tells drawings from pictures with the statistics of photographs (mini/leaves.py), sets
its zero so that 97 % of one half of the unseen art's scenes count as drawings, and reports the other half. Writes
training/runs/NAME/domain.pt, which export.py publishes with the tower. Further pictures, photographs say, are only judged.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image, ImageOps
from torch import Tensor

from mini.batches import BatchMaker
from mini.compose import Nuisance
from mini.domain import drawn_until, fitted, statistics
from mini.files import RUNS_FOLDER
from mini.leaves import LeafMaker
from mini.model import IMAGE_SIZE, GlimpseMini
from mini.pixels import normalised
from mini.questions import all_groups
from mini.scenes import Scene
from mini.unseen import GENTLE, SEED, unseen

DRAWN_SHARE = 0.97
PICTURES = 3072
# Drawings come in all conditions: as good as clean, and roughened as in training.
STRENGTHS = (0.2, 0.5, 1.0)
# Drawn larger and shrunk, as pictures that people post are.
DRAWN_SIDE = 160
CHUNK = 64
# Of each chunk, so many with nothing on them: one colour is no photograph either.
BLANK = 6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="the run")
    parser.add_argument("pictures", nargs="*", type=Path, help="files to be judged too")
    options = parser.parse_args()
    run = RUNS_FOLDER / options.name
    model = GlimpseMini()
    model.load_state_dict(torch.load(run / "checkpoint.pt", map_location="cpu")["average"])
    model.eval()
    head = fitted(early(model, training_drawings()), early(model, leaves()), SEED)
    scenes = [question.scene for questions in all_groups().values() for question in questions[::3]]
    random = np.random.default_rng(SEED)
    chunks = [scenes[start : start + CHUNK] for start in range(0, len(scenes), CHUNK)]
    drawn = early(model, torch.cat([shrunk(unseen().compositor.draw(chunk, DRAWN_SIDE, random, GENTLE)) for chunk in chunks]))
    drawn_until(head, drawn[::2], DRAWN_SHARE)
    with torch.no_grad():
        report("unseen art", head.judge(drawn[1::2]))
        if options.pictures:
            report("pictures given", head.judge(early(model, torch.stack([opened(path) for path in options.pictures]))))
    torch.save(head.state_dict(), run / "domain.pt")


def report(name: str, unfamiliarity: Tensor) -> None:
    print(f"{name}: {100 * float((unfamiliarity > 0).float().mean()):.1f} % of {len(unfamiliarity)} are taken for no drawing")


def training_drawings() -> Tensor:
    maker, random = BatchMaker(SEED + 1, CHUNK), np.random.default_rng(SEED + 1)
    parts = []
    for number in range(PICTURES // CHUNK):
        scenes = [maker.scenes.make(random) for _ in range(CHUNK - BLANK)] + [blank(maker, random) for _ in range(BLANK)]
        parts.append(shrunk(maker.compositor.draw(scenes, DRAWN_SIDE, random, Nuisance(STRENGTHS[number % len(STRENGTHS)]))))
    return torch.cat(parts)


def blank(maker: BatchMaker, random: np.random.Generator) -> Scene:
    scene = Scene([])
    maker.scenes.add_ground(scene, random, ("flat", "gradient")[random.integers(2)])
    return scene


def leaves() -> Tensor:
    maker = LeafMaker(np.random.default_rng(SEED + 2))
    return torch.from_numpy(np.stack([maker.draw(IMAGE_SIZE) for _ in range(PICTURES)])).permute(0, 3, 1, 2).float() / 255


def shrunk(pixels: Tensor) -> Tensor:
    return F.interpolate(pixels, size=IMAGE_SIZE, mode="bicubic", antialias=True).clamp(0, 1)


def opened(path: Path) -> Tensor:
    """A file as the bot sees it: upright, on white, the middle square, float32 [3, 96, 96]."""
    image = ImageOps.exif_transpose(Image.open(path)).convert("RGBA")
    image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    image = ImageOps.fit(image, (IMAGE_SIZE, IMAGE_SIZE), Image.Resampling.BICUBIC)
    return torch.from_numpy(np.asarray(image, np.float32) / 255).permute(2, 0, 1)


@torch.no_grad()
def early(model: GlimpseMini, pixels: Tensor) -> Tensor:
    """The statistics that the head reads, [N, 704]."""
    return torch.cat([statistics(model.vision.early_maps(normalised(part))) for part in pixels.split(CHUNK)])


if __name__ == "__main__":
    main()
