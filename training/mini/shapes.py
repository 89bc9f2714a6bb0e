"""Simple shapes, as white stencils that take any colour."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

Random = np.random.Generator
Points = list[tuple[float, float]]
STENCIL_SIDE = 128
OVERSAMPLING = 3


@dataclass(frozen=True)
class Shape:
    """`also` are other names; `kinds` are broader words."""

    name: str
    plural: str
    also: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ("shape",)
    turns: bool = True


SHAPES: tuple[Shape, ...] = (
    Shape("circle", "circles", ("disc", "dot")),
    Shape("square", "squares"),
    Shape("rectangle", "rectangles"),
    Shape("triangle", "triangles"),
    Shape("star", "stars"),
    Shape("heart", "hearts", turns=False),
    Shape("diamond", "diamonds", ("rhombus",), turns=False),
    Shape("oval", "ovals", ("ellipse",)),
    Shape("pentagon", "pentagons"),
    Shape("hexagon", "hexagons"),
    Shape("cross", "crosses", ("plus sign",), turns=False),
    Shape("ring", "rings", ("hoop",)),
    Shape("arrow", "arrows"),
    Shape("crescent", "crescents", ("crescent moon",)),
)
SHAPE_OF_NAME = {shape.name: shape for shape in SHAPES}


def stencil(name: str, outlined: bool, random: Random, side: int = STENCIL_SIDE) -> Image.Image:
    """The shape's coverage as an 8-bit image, filled or as a line, with random proportions."""
    large = side * OVERSAMPLING
    image = Image.new("L", (large, large))
    pen = ImageDraw.Draw(image)
    if name == "ring":
        _ring(pen, large, random)
    elif name == "crescent":
        _crescent(pen, large, random)
    else:
        points = [(0.5 + x * 0.47, 0.5 + y * 0.47) for x, y in outline(name, random)]
        scaled = [(x * large, y * large) for x, y in points]
        pen.polygon(scaled, fill=255)
        if outlined:
            keep = 1 - random.uniform(0.16, 0.34)
            middle = np.mean(points, 0)
            inner = [(middle[0] + (x - middle[0]) * keep, middle[1] + (y - middle[1]) * keep) for x, y in points]
            pen.polygon([(x * large, y * large) for x, y in inner], fill=0)
    return image.reduce(OVERSAMPLING)


def outline(name: str, random: Random) -> Points:
    """Corner points in -1..1."""
    if name == "circle":
        return ellipse(1, 1)
    if name == "oval":
        return ellipse(1, random.uniform(0.5, 0.72))
    if name == "square":
        return [(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)]
    if name == "rectangle":
        height = random.uniform(0.4, 0.62)
        return [(-1, -height), (1, -height), (1, height), (-1, height)]
    if name == "triangle":
        height, lean = random.uniform(0.75, 1), random.uniform(-0.25, 0.25)
        return [(lean, -height), (0.95, height * 0.8), (-0.95, height * 0.8)]
    if name == "diamond":
        width = random.uniform(0.6, 0.85)
        return [(0, -1), (width, 0), (0, 1), (-width, 0)]
    if name in ("pentagon", "hexagon"):
        return regular(5 if name == "pentagon" else 6)
    if name == "star":
        return star(random.uniform(0.38, 0.52), 5)
    if name == "heart":
        return heart()
    if name == "cross":
        arm = random.uniform(0.22, 0.36)
        return [(-arm, -1), (arm, -1), (arm, -arm), (1, -arm), (1, arm), (arm, arm), (arm, 1), (-arm, 1), (-arm, arm), (-1, arm), (-1, -arm), (-arm, -arm)]
    if name == "arrow":
        shaft, head, neck = random.uniform(0.15, 0.3), random.uniform(0.55, 0.8), random.uniform(-0.05, 0.3)
        return [(-1, -shaft), (neck, -shaft), (neck, -head), (1, 0), (neck, head), (neck, shaft), (-1, shaft)]
    raise ValueError(f"no shape is called {name!r}")


def ellipse(a: float, b: float) -> Points:
    return [(a * np.cos(t), b * np.sin(t)) for t in np.linspace(0, 2 * np.pi, 72, endpoint=False)]


def regular(corners: int) -> Points:
    return [(np.sin(t), -np.cos(t)) for t in np.linspace(0, 2 * np.pi, corners, endpoint=False)]


def star(inner: float, corners: int) -> Points:
    angles = np.linspace(0, 2 * np.pi, 2 * corners, endpoint=False)
    return [((1 if i % 2 == 0 else inner) * np.sin(t), -(1 if i % 2 == 0 else inner) * np.cos(t)) for i, t in enumerate(angles)]


def heart() -> Points:
    t = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    x = 16 * np.sin(t) ** 3
    y = -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)) - 2
    return list(zip(x / 17, y / 17))


def _ring(pen: ImageDraw.ImageDraw, side: int, random: Random) -> None:
    hole = random.uniform(0.55, 0.75)
    for radius, fill in ((0.47, 255), (0.47 * hole, 0)):
        pen.ellipse([(0.5 - radius) * side, (0.5 - radius) * side, (0.5 + radius) * side, (0.5 + radius) * side], fill=fill)


def _crescent(pen: ImageDraw.ImageDraw, side: int, random: Random) -> None:
    pen.ellipse([0.04 * side, 0.04 * side, 0.96 * side, 0.96 * side], fill=255)
    shift, radius = random.uniform(0.16, 0.24), random.uniform(0.36, 0.42)
    pen.ellipse([(0.5 + shift - radius) * side, (0.5 - radius) * side, (0.5 + shift + radius) * side, (0.5 + radius) * side], fill=0)
