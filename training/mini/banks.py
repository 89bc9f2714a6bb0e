"""Places, textures and stencils drawn once and kept, because drawing them for every picture would cost more than the model."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from .files import CACHE_FOLDER
from .places import PLACES, draw_place
from .shapes import SHAPES, stencil
from .textures import draw_texture

SIDE = 128
SIDES = (64, 128)
OF_EACH_PLACE = 160
OF_EACH_STENCIL = 24
TEXTURES = 500


@dataclass(frozen=True)
class Banks:
    """`places[side]` and `textures[side]` uint8 [N, side, side, 3]; `stencils[side]` uint8 [N, side, side]."""

    places: dict[int, np.ndarray]
    textures: dict[int, np.ndarray]
    stencils: dict[int, np.ndarray]
    place_rows: dict[str, range]
    stencil_rows: dict[tuple[str, bool], range]


def load_banks(seed: int) -> Banks:
    """Other seeds give other pictures of the same places: evaluation takes one that training never drew."""
    path = CACHE_FOLDER / f"banks-{seed}.npz"
    if not path.exists():
        CACHE_FOLDER.mkdir(exist_ok=True)
        np.savez(path, **_draw(seed))
    kept = np.load(path)
    place_rows = {place.name: range(i * OF_EACH_PLACE, (i + 1) * OF_EACH_PLACE) for i, place in enumerate(PLACES)}
    pairs = [(shape.name, outlined) for shape in SHAPES for outlined in (False, True)]
    stencil_rows = {pair: range(i * OF_EACH_STENCIL, (i + 1) * OF_EACH_STENCIL) for i, pair in enumerate(pairs)}
    return Banks(
        {side: kept[f"places{side}"] for side in SIDES},
        {side: kept[f"textures{side}"] for side in SIDES},
        {side: kept[f"stencils{side}"] for side in (32, *SIDES)},
        place_rows,
        stencil_rows,
    )


def _draw(seed: int) -> dict[str, np.ndarray]:
    random = np.random.default_rng(seed)
    places = [draw_place(place, SIDE, random) for place in PLACES for _ in range(OF_EACH_PLACE)]
    textures = [draw_texture(SIDE, random) for _ in range(TEXTURES)]
    stencils = [stencil(shape.name, line, random) for shape in SHAPES for line in (False, True) for _ in range(OF_EACH_STENCIL)]
    found: dict[str, np.ndarray] = {}
    for side in SIDES:
        found[f"places{side}"] = _stack(places, side)
        found[f"textures{side}"] = _stack(textures, side)
    for side in (32, *SIDES):
        found[f"stencils{side}"] = _stack(stencils, side)
    return found


def _stack(images: list[Image.Image], side: int) -> np.ndarray:
    return np.stack([np.asarray(image.resize((side, side), Image.Resampling.BOX)) for image in images])
