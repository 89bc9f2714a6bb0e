"""Where something is: two things side by side, asked for one of them, with the box it lies in; some ask for what is not there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F

from .compose import placement
from .questions import side_by_side, two_of
from .scenes import Item, Scene
from .unseen import EVERYDAY, SEED, unseen

Random = np.random.Generator
GROUP = 1100
THERE, ABSENT = 300, 60
# Where the drawing covers more of a pixel than this, the pixel is the thing's.
INK = 0.5
SOURCE = 128


@dataclass(frozen=True)
class Wanted:
    """`item` is None where the thing is not in the scene."""

    scene: Scene
    thing: str
    item: Item | None


def where_scenes(seed: int = SEED) -> Iterator[Wanted]:
    random = np.random.default_rng([seed, GROUP])
    for number in range(THERE + ABSENT):
        pair = two_of(random)
        scene = side_by_side(*pair, random, upright=bool(random.random() < 0.3))
        wanted = int(random.integers(2))
        if number < THERE:
            yield Wanted(scene, pair[wanted], scene.items[wanted])
            continue
        seen = {key for item in scene.items for key in item.is_a()} | set(scene.place.holds if scene.place else ())
        others = [name for name in EVERYDAY if name not in seen]
        yield Wanted(scene, others[random.integers(len(others))], None)


def box_of(item: Item, side: int) -> list[int]:
    """Left, top, width and height of its ink in pixels of a picture `side` wide. Drawing bends it by a few pixels more."""
    ink = torch.from_numpy(np.array(unseen().maker.art.pixels[SOURCE][item.row][None, ..., 3:])).permute(0, 3, 1, 2).float() / 255
    grid = F.affine_grid(torch.from_numpy(placement([item])), [1, 1, side, side], align_corners=False)
    alpha = F.grid_sample(ink, grid, "bilinear", "zeros", False)[0, 0]
    rows, columns = (torch.nonzero(alpha.amax(axis) > INK).flatten().tolist() for axis in (1, 0))
    return [columns[0], rows[0], columns[-1] - columns[0] + 1, rows[-1] - rows[0] + 1]
