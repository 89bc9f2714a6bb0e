"""One simple shape at 64 pixels, drawn with nothing of training's own: what somebody else's toy set would ask."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageDraw

from .questions import Question
from .scenes import Scene

Random = np.random.Generator
SIDE = 64
PICTURES = 300
# CSS colours (CSS Color Module Level 4, section 6.1), each jittered a little.
COLOURS = {
    "red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255), "yellow": (255, 255, 0), "black": (0, 0, 0), "gray": (128, 128, 128),
    "teal": (0, 128, 128), "brown": (150, 75, 0), "orange": (255, 140, 0), "purple": (128, 0, 128), "pink": (255, 150, 180),
}  # fmt: skip
SHAPES = ("circle", "rectangle", "triangle")


def strangers_set(random: Random) -> Iterator[tuple[Image.Image, Question]]:
    """For each picture the colour of its shape, and whether there is one of some shape, balanced."""
    nothing = Scene([])
    for number in range(PICTURES):
        shape, colour = SHAPES[number % 3], tuple(COLOURS)[random.integers(len(COLOURS))]
        picture = one_shape(shape, COLOURS[colour], random)
        words = ("gray", "grey") if colour == "gray" else (colour,)
        yield picture, Question(nothing, f"What color is the {shape}?", words, (), colour)
        other = SHAPES[(number + 1 + random.integers(2)) % 3]
        yes = random.random() < 0.5
        yield picture, Question(nothing, f"Is there a {shape if yes else other}?", ("yes" if yes else "no",), (), shape)


def one_shape(shape: str, colour: tuple[int, int, int], random: Random) -> Image.Image:
    """No antialiasing, no turning; on near-white."""
    ground = int(random.integers(228, 256))
    image = Image.new("RGB", (SIDE, SIDE), (ground, ground, ground))
    paint = tuple(int(c) for c in np.clip(np.array(colour) + random.integers(-12, 13, 3), 0, 255))
    wide, high = (int(value) for value in random.integers(18, 46, 2))
    if shape == "circle":
        high = wide
    elif shape == "rectangle" and abs(wide - high) < 6:
        high = max(12, wide - 10)
    left, top = int(random.integers(2, SIDE - wide - 2)), int(random.integers(2, SIDE - high - 2))
    pen = ImageDraw.Draw(image)
    if shape == "circle":
        pen.ellipse([left, top, left + wide, top + high], fill=paint)
    elif shape == "rectangle":
        pen.rectangle([left, top, left + wide, top + high], fill=paint)
    else:
        pen.polygon([(left + int(random.uniform(0.2, 0.8) * wide), top), (left, top + high), (left + wide, top + high)], fill=paint)
    return image
