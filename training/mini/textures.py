"""Grounds that are no place: speckles, stripes, checks, dots, soft blobs."""

from __future__ import annotations

import colorsys

import numpy as np
from PIL import Image

Random = np.random.Generator


def draw_texture(side: int, random: Random) -> Image.Image:
    """RGB, `side` pixels square, of two related colours."""
    first = np.array(muted(random))
    second = np.clip(first + random.normal(0, 0.16, 3), 0, 1) if random.random() < 0.75 else np.array(muted(random))
    amount = PATTERNS[random.integers(len(PATTERNS))](side, random)[..., None]
    pixels = first * (1 - amount) + second * amount
    pixels = pixels + random.normal(0, random.uniform(0, 0.03), (side, side, 1))
    return Image.fromarray((np.clip(pixels, 0, 1) * 255).astype(np.uint8))


def muted(random: Random) -> tuple[float, float, float]:
    """Any colour, pale ones more often, as walls and paper are."""
    return colorsys.hsv_to_rgb(random.random(), random.beta(1.2, 2.5), random.beta(3, 1.3))


def _turned(side: int, random: Random) -> tuple[np.ndarray, np.ndarray]:
    y, x = np.mgrid[0:side, 0:side] / side
    angle = random.choice([0, np.pi / 2, random.uniform(0, np.pi)])
    return x * np.cos(angle) + y * np.sin(angle), -x * np.sin(angle) + y * np.cos(angle)


def stripes(side: int, random: Random) -> np.ndarray:
    along, _ = _turned(side, random)
    return (np.sin(2 * np.pi * along * random.uniform(3, 14)) > random.uniform(-0.7, 0.7)).astype(float)


def waves(side: int, random: Random) -> np.ndarray:
    along, across = _turned(side, random)
    return 0.5 + 0.5 * np.sin(2 * np.pi * (along * random.uniform(2, 8) + 0.2 * np.sin(across * random.uniform(4, 16))))


def checks(side: int, random: Random) -> np.ndarray:
    along, across = _turned(side, random)
    count = random.uniform(3, 10)
    return ((np.floor(along * count) + np.floor(across * count)) % 2).astype(float)


def dots(side: int, random: Random) -> np.ndarray:
    along, across = _turned(side, random)
    count = random.uniform(4, 12)
    radius = random.uniform(0.15, 0.35)
    return (((along * count) % 1 - 0.5) ** 2 + ((across * count) % 1 - 0.5) ** 2 < radius**2).astype(float)


def blobs(side: int, random: Random) -> np.ndarray:
    coarse = random.random((int(random.integers(3, 12)),) * 2).astype(np.float32)
    soft = Image.fromarray(coarse, "F").resize((side, side), Image.Resampling.BICUBIC)
    return np.clip(np.asarray(soft), 0, 1)


def speckles(side: int, random: Random) -> np.ndarray:
    coarse = random.random((side // int(random.integers(1, 5)) + 1,) * 2).astype(np.float32)
    return np.asarray(Image.fromarray(coarse, "F").resize((side, side), Image.Resampling.BILINEAR)).clip(0, 1)


def boards(side: int, random: Random) -> np.ndarray:
    along, across = _turned(side, random)
    count = random.uniform(3, 8)
    board = np.floor(along * count).astype(int)
    tones = random.random(64)
    grain = 0.15 * np.sin(2 * np.pi * (across * 2 + along * random.uniform(20, 50)))
    seam = (along * count) % 1 < 0.06
    return np.clip(tones[board % 64] * 0.6 + 0.2 + grain + 0.4 * seam, 0, 1)


PATTERNS = (stripes, waves, checks, dots, blobs, blobs, speckles, boards)
