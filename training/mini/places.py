"""Places to put things in, drawn from random numbers: a beach is sand below water below sky, never twice the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

Random = np.random.Generator
Colour = tuple[int, int, int]
# Drawn this much larger, then shrunk: smooth edges without a drawing library.
OVERSAMPLING = 2


@dataclass(frozen=True)
class Place:
    """`phrases` end a sentence about what is there; `nouns` name the place itself; `holds` is always to be seen in it."""

    name: str
    phrases: tuple[str, ...]
    nouns: tuple[str, ...]
    also: tuple[str, ...]
    holds: tuple[str, ...]
    draw: Callable[["Canvas"], None]


class Canvas:
    """A picture being drawn, in units of its own side: (0, 0) is the top left, (1, 1) the bottom right."""

    def __init__(self, side: int, random: Random) -> None:
        self.side = side * OVERSAMPLING
        self.random = random
        self.image = Image.new("RGB", (self.side, self.side))
        self.pen = ImageDraw.Draw(self.image)

    def finished(self) -> Image.Image:
        return self.image.reduce(OVERSAMPLING)

    def near(self, colour: Colour, spread: float = 18) -> Colour:
        """A colour like this one."""
        shift = self.random.normal(0, spread * 0.5) + self.random.normal(0, spread * 0.5, 3)
        return tuple(int(c) for c in np.clip(np.array(colour) + shift, 0, 255))

    def pick(self, *colours: Colour) -> Colour:
        return self.near(colours[self.random.integers(len(colours))])

    def fade(self, top: Colour, bottom: Colour, start: float = 0, end: float = 1) -> None:
        """Fills from `start` to `end` of the height, one colour running into the other."""
        first, last = int(start * self.side), int(np.ceil(end * self.side))
        if last <= first:
            return
        run = np.linspace(0, 1, last - first)[:, None, None]
        band = np.array(top) * (1 - run) + np.array(bottom) * run
        pixels = np.broadcast_to(band, (last - first, self.side, 3)).astype(np.uint8)
        self.image.paste(Image.fromarray(pixels), (0, first))

    def ridge(self, height: float, roughness: float, colour: Colour, peaks: float = 3, sharp: bool = False) -> np.ndarray:
        """Land up to a wavy line; returns the line, 65 heights from left to right."""
        x = np.linspace(0, 1, 65)
        line = np.zeros_like(x)
        for octave in range(4 if sharp else 2):
            frequency = peaks * 2**octave
            wave = np.sin(2 * np.pi * (frequency * x / 2 + self.random.random()))
            line += (np.abs(wave) * 2 - 1 if sharp else wave) / 2**octave * 0.5
        line = height - line * roughness
        self.polygon([(0, 1.01), *zip(x, line), (1, 1.01)], colour)
        return line

    def polygon(self, points: list[tuple[float, float]], colour: Colour) -> None:
        self.pen.polygon([(x * self.side, y * self.side) for x, y in points], fill=colour)

    def box(self, x0: float, y0: float, x1: float, y1: float, colour: Colour) -> None:
        self.pen.rectangle([x0 * self.side, y0 * self.side, x1 * self.side, y1 * self.side], fill=colour)

    def dot(self, x: float, y: float, radius: float, colour: Colour, squash: float = 1) -> None:
        r = radius * self.side
        self.pen.ellipse([x * self.side - r, y * self.side - r * squash, x * self.side + r, y * self.side + r * squash], fill=colour)

    def line(self, points: list[tuple[float, float]], width: float, colour: Colour) -> None:
        self.pen.line([(x * self.side, y * self.side) for x, y in points], fill=colour, width=max(1, int(width * self.side)))

    def grain(self, strength: float, start: float = 0, end: float = 1, scale: int = 1) -> None:
        """Speckles a band of the picture, for sand, grass or snow."""
        first, last = int(start * self.side), int(end * self.side)
        if last <= first:
            return
        shape = ((last - first) // (OVERSAMPLING * scale) + 1, self.side // (OVERSAMPLING * scale) + 1)
        noise = self.random.normal(0, strength, shape)
        noise = np.kron(noise, np.ones((OVERSAMPLING * scale, OVERSAMPLING * scale)))[: last - first, : self.side, None]
        band = np.asarray(self.image.crop((0, first, self.side, last)), np.float32) + noise
        self.image.paste(Image.fromarray(np.clip(band, 0, 255).astype(np.uint8)), (0, first))

    def cloud(self, x: float, y: float, size: float, colour: Colour) -> None:
        for _ in range(5):
            self.dot(x + self.random.uniform(-size, size), y + self.random.uniform(-0.25, 0.1) * size, size * self.random.uniform(0.3, 0.6), colour, 0.7)

    def chance(self, probability: float) -> bool:
        return bool(self.random.random() < probability)

    def between(self, low: float, high: float) -> float:
        return float(self.random.uniform(low, high))


WHITE: Colour = (250, 250, 250)


def day_sky(canvas: Canvas, end: float) -> None:
    top = canvas.pick((70, 150, 230), (110, 180, 240), (90, 165, 220), (150, 200, 235))
    canvas.fade(top, canvas.near((200, 230, 248)), 0, end)
    if canvas.chance(0.35):
        canvas.dot(canvas.between(0.1, 0.9), canvas.between(0.06, end * 0.45), canvas.between(0.04, 0.08), (255, 238, 130))
    for _ in range(canvas.random.integers(0, 4)):
        canvas.cloud(canvas.between(0, 1), canvas.between(0.03, end * 0.6), canvas.between(0.05, 0.14), (248, 250, 252))


def palm(canvas: Canvas, x: float, ground: float, height: float) -> None:
    lean = canvas.between(-0.12, 0.12)
    top = (x + lean, ground - height)
    canvas.line([(x, ground), (x + lean * 0.4, ground - height * 0.5), top], 0.022, canvas.near((140, 100, 60)))
    leaf = canvas.near((50, 140, 60))
    for angle in np.linspace(-0.15, np.pi + 0.15, 6):
        across, rise = np.cos(angle) * height * 0.5, (0.1 + np.sin(angle)) * height * 0.32
        bend = [(top[0] + across * t, top[1] - rise * t + height * 0.34 * t * t) for t in np.linspace(0, 1, 9)]
        under = [(x, y + height * 0.11 * np.sin(np.pi * t)) for (x, y), t in zip(bend, np.linspace(0, 1, 9))]
        canvas.polygon([*bend, *reversed(under)], canvas.near(leaf, 12))


def fir(canvas: Canvas, x: float, ground: float, height: float, colour: Colour) -> None:
    canvas.box(x - 0.012, ground - height * 0.15, x + 0.012, ground, (95, 65, 40))
    for level in range(3):
        base = ground - height * (0.12 + 0.26 * level)
        half = height * (0.30 - 0.07 * level)
        canvas.polygon([(x - half, base), (x, base - height * 0.42), (x + half, base)], colour)


def leafy(canvas: Canvas, x: float, ground: float, height: float, colour: Colour) -> None:
    canvas.box(x - 0.02, ground - height * 0.5, x + 0.02, ground, canvas.near((110, 75, 45)))
    for _ in range(5):
        canvas.dot(x + canvas.between(-0.18, 0.18) * height, ground - height * canvas.between(0.6, 0.95), height * canvas.between(0.18, 0.3), colour)


def beach(canvas: Canvas) -> None:
    horizon = canvas.between(0.3, 0.5)
    shore = horizon + canvas.between(0.1, 0.25)
    day_sky(canvas, horizon)
    canvas.fade(canvas.pick((20, 120, 190), (30, 150, 190)), canvas.pick((80, 200, 210), (110, 205, 225)), horizon, shore + 0.08)
    foam = canvas.ridge(shore, 0.02, (240, 248, 248), 2)
    sand = canvas.pick((238, 214, 160), (245, 225, 180), (225, 195, 140))
    canvas.polygon([(0, 1.01), *zip(np.linspace(0, 1, 65), foam + 0.02), (1, 1.01)], sand)
    canvas.grain(6, shore + 0.05, 1)
    if canvas.chance(0.45):
        palm(canvas, canvas.between(0.05, 0.2) if canvas.chance(0.5) else canvas.between(0.8, 0.95), canvas.between(shore + 0.05, 0.95), canvas.between(0.4, 0.65))
    if canvas.chance(0.2):
        x, y = canvas.between(0.1, 0.9), canvas.between(shore + 0.05, shore + 0.15)
        canvas.line([(x, y), (x, y - 0.2)], 0.012, (240, 240, 240))
        canvas.pen.pieslice([(x - 0.12) * canvas.side, (y - 0.28) * canvas.side, (x + 0.12) * canvas.side, (y - 0.06) * canvas.side], 180, 360, fill=canvas.pick((220, 60, 60), (250, 180, 40), (60, 120, 220)))


def mountains(canvas: Canvas) -> None:
    day_sky(canvas, 1)
    for _ in range(canvas.random.integers(2, 5)):
        x, peak = canvas.between(0, 1), canvas.between(0.12, 0.4)
        half = canvas.between(0.25, 0.5)
        colour = canvas.pick((100, 110, 130), (120, 115, 120), (85, 100, 115), (125, 110, 95))
        base = 0.85
        canvas.polygon([(x - half, base), (x, peak), (x + half, base)], colour)
        canvas.polygon([(x, peak), (x + half, base), (x + half * 0.15, base)], tuple(int(c * 0.82) for c in colour))
        if canvas.chance(0.75):
            cap = (base - peak) * canvas.between(0.2, 0.35)
            slope = half / (base - peak) * cap
            canvas.polygon([(x - slope, peak + cap), (x, peak), (x + slope, peak + cap), (x + slope * 0.4, peak + cap * 0.75), (x, peak + cap * 1.1), (x - slope * 0.4, peak + cap * 0.75)], (245, 248, 252))
    canvas.ridge(canvas.between(0.74, 0.85), 0.04, canvas.pick((90, 150, 80), (70, 120, 70), (120, 160, 90)))
    canvas.grain(4, 0.8, 1)


def forest(canvas: Canvas) -> None:
    canvas.fade(canvas.pick((150, 195, 190), (170, 210, 180), (120, 170, 150)), canvas.near((100, 150, 100)))
    ground = canvas.between(0.68, 0.82)
    canvas.ridge(ground, 0.02, canvas.pick((70, 110, 50), (95, 120, 60), (85, 95, 50)))
    canvas.grain(7, ground, 1)
    pines = canvas.chance(0.5)
    for depth in np.linspace(0, 1, canvas.random.integers(8, 15)):
        colour = canvas.near(tuple(int(c * (1.25 - 0.5 * depth)) for c in (40, 105, 55)), 14)
        x, foot, height = canvas.between(-0.05, 1.05), ground + 0.03 + depth * 0.12, canvas.between(0.45, 0.6) + 0.2 * depth
        (fir if pines else leafy)(canvas, x, foot, height, colour)


def desert(canvas: Canvas) -> None:
    horizon = canvas.between(0.4, 0.6)
    canvas.fade(canvas.pick((110, 185, 235), (240, 190, 120), (150, 200, 235)), canvas.near((250, 225, 170)), 0, horizon + 0.15)
    canvas.dot(canvas.between(0.1, 0.9), canvas.between(0.08, 0.25), canvas.between(0.05, 0.09), (255, 240, 170))
    for step, shade in enumerate((1.0, 0.93, 0.86)):
        sand = tuple(int(c * shade) for c in canvas.near((232, 180, 105), 10))
        canvas.ridge(horizon + step * canvas.between(0.13, 0.18), canvas.between(0.04, 0.09), sand, canvas.between(1, 3))
    for _ in range(canvas.random.integers(0, 4)):
        x, foot, h = canvas.between(0.05, 0.95), canvas.between(horizon + 0.1, 0.95), canvas.between(0.12, 0.3)
        green = canvas.near((70, 130, 70))
        canvas.line([(x, foot), (x, foot - h)], h * 0.2, green)
        canvas.line([(x, foot - h * 0.4), (x + h * 0.35, foot - h * 0.4), (x + h * 0.35, foot - h * 0.75)], h * 0.13, green)
    canvas.grain(4, horizon + 0.1, 1)


def snow(canvas: Canvas) -> None:
    horizon = canvas.between(0.4, 0.6)
    canvas.fade(canvas.pick((150, 185, 220), (180, 200, 220), (120, 160, 210)), (225, 235, 245), 0, horizon + 0.1)
    for _ in range(canvas.random.integers(0, 7)):
        fir(canvas, canvas.between(0, 1), horizon + canvas.between(0.03, 0.1), canvas.between(0.2, 0.4), canvas.pick((90, 125, 120), (210, 225, 230), (60, 100, 90)))
    canvas.ridge(horizon + 0.05, 0.04, (238, 243, 250))
    canvas.ridge(horizon + 0.2, 0.05, (248, 250, 253))
    for _ in range(canvas.random.integers(20, 80)):
        canvas.dot(canvas.between(0, 1), canvas.between(0, 1), canvas.between(0.004, 0.012), WHITE)


def street(canvas: Canvas) -> None:
    horizon = canvas.between(0.45, 0.6)
    day_sky(canvas, horizon)
    x = -0.05
    while x < 1:
        width, height = canvas.between(0.12, 0.28), canvas.between(0.15, horizon - 0.08)
        wall = canvas.pick((190, 110, 90), (210, 180, 140), (170, 170, 175), (220, 200, 170), (140, 150, 165))
        canvas.box(x, horizon - height, x + width, horizon + 0.05, wall)
        for wx in np.arange(x + 0.03, x + width - 0.03, 0.06):
            for wy in np.arange(horizon - height + 0.03, horizon - 0.05, 0.08):
                canvas.box(wx, wy, wx + 0.03, wy + 0.045, (90, 110, 135))
        x += width
    canvas.box(0, horizon, 1, horizon + 0.09, canvas.near((185, 180, 175)))
    canvas.fade(canvas.near((95, 95, 100), 8), canvas.near((75, 75, 80), 8), horizon + 0.09, 1)
    stripe = canvas.pick((245, 245, 240), (240, 205, 70))
    middle = canvas.between(horizon + 0.25, 0.85)
    for x in np.arange(canvas.between(-0.1, 0), 1, 0.2):
        canvas.box(x, middle, x + 0.11, middle + 0.018, stripe)


def city(canvas: Canvas) -> None:
    day_sky(canvas, 1)
    towers(canvas, ((130, 140, 160), (110, 125, 150), (160, 160, 170), (95, 110, 135), (170, 150, 140)), ((190, 215, 235), (80, 100, 130)), 0.9)


def city_at_night(canvas: Canvas) -> None:
    night_sky(canvas)
    towers(canvas, ((30, 32, 55), (40, 40, 65), (22, 25, 45), (50, 45, 75)), ((255, 220, 110), (255, 240, 170)), 0.45)


def towers(canvas: Canvas, walls: tuple[Colour, ...], panes: tuple[Colour, ...], lit: float) -> None:
    x = -0.04
    while x < 1:
        width, top = canvas.between(0.1, 0.2), canvas.between(0.12, 0.55)
        canvas.box(x, top, x + width * 0.94, 1, canvas.pick(*walls))
        pane = canvas.pick(*panes)
        for wx in np.arange(x + 0.015, x + width * 0.94 - 0.025, 0.036):
            for wy in np.arange(top + 0.025, 0.97, 0.05):
                if canvas.chance(lit):
                    canvas.box(wx, wy, wx + 0.018, wy + 0.026, pane)
        x += width


def night_sky(canvas: Canvas) -> None:
    canvas.fade(canvas.pick((10, 12, 40), (15, 20, 60), (25, 15, 55)), canvas.near((50, 45, 95)))
    for _ in range(canvas.random.integers(10, 40)):
        canvas.dot(canvas.between(0, 1), canvas.between(0, 0.6), canvas.between(0.002, 0.006), (240, 240, 220))
    if canvas.chance(0.6):
        canvas.dot(canvas.between(0.1, 0.9), canvas.between(0.08, 0.2), canvas.between(0.04, 0.07), (245, 240, 205))


def night(canvas: Canvas) -> None:
    night_sky(canvas)
    canvas.ridge(canvas.between(0.7, 0.85), 0.06, canvas.pick((20, 30, 40), (15, 25, 30), (25, 25, 45)))


def sea(canvas: Canvas) -> None:
    horizon = canvas.between(0.25, 0.5)
    day_sky(canvas, horizon)
    canvas.fade(canvas.pick((25, 110, 180), (20, 90, 160), (40, 130, 180)), canvas.near((15, 70, 130)), horizon, 1)
    for _ in range(canvas.random.integers(8, 25)):
        x, y = canvas.between(-0.05, 1), canvas.between(horizon + 0.02, 1)
        reach = 0.03 + 0.12 * (y - horizon)
        canvas.line([(x, y), (x + reach * 0.5, y - reach * 0.12), (x + reach, y)], 0.008, canvas.pick((130, 195, 230), (200, 225, 240)))


def underwater(canvas: Canvas) -> None:
    canvas.fade(canvas.pick((60, 180, 215), (40, 150, 200), (70, 190, 200)), canvas.pick((10, 60, 120), (15, 80, 130)))
    canvas.ridge(canvas.between(0.84, 0.93), 0.03, canvas.pick((190, 175, 120), (150, 150, 120)))
    for _ in range(canvas.random.integers(2, 7)):
        x, h = canvas.between(0, 1), canvas.between(0.12, 0.35)
        canvas.line([(x + 0.02 * np.sin(9 * t + x), 0.98 - h * t) for t in np.linspace(0, 1, 9)], 0.02, canvas.pick((30, 120, 80), (60, 140, 70), (200, 90, 110)))
    for _ in range(canvas.random.integers(5, 25)):
        x, y, r = canvas.between(0, 1), canvas.between(0, 0.9), canvas.between(0.006, 0.022)
        canvas.dot(x, y, r, (190, 230, 245))
        canvas.dot(x, y, r * 0.7, (95, 180, 215))


def sky(canvas: Canvas) -> None:
    canvas.fade(canvas.pick((60, 140, 230), (90, 170, 240), (120, 185, 240)), canvas.near((190, 225, 248)))
    for _ in range(canvas.random.integers(2, 7)):
        canvas.cloud(canvas.between(0, 1), canvas.between(0.05, 0.95), canvas.between(0.08, 0.22), canvas.near((246, 249, 252), 5))


def space(canvas: Canvas) -> None:
    canvas.fade(canvas.pick((5, 5, 20), (15, 8, 35), (8, 12, 30)), canvas.pick((20, 10, 45), (5, 5, 15), (12, 20, 50)))
    for _ in range(canvas.random.integers(40, 130)):
        canvas.dot(canvas.between(0, 1), canvas.between(0, 1), canvas.between(0.002, 0.008), canvas.pick((255, 255, 255), (255, 235, 190), (190, 210, 255)))
    for _ in range(canvas.random.integers(0, 3)):
        x, y, r = canvas.between(0, 1), canvas.between(0, 1), canvas.between(0.04, 0.13)
        colour = canvas.pick((200, 120, 80), (120, 160, 200), (210, 180, 130), (150, 110, 180))
        canvas.dot(x, y, r, colour)
        canvas.dot(x - r * 0.25, y - r * 0.25, r * 0.55, tuple(min(255, int(c * 1.15)) for c in colour))


def room(canvas: Canvas) -> None:
    floor = canvas.between(0.62, 0.78)
    canvas.fade(canvas.pick((225, 210, 185), (190, 205, 215), (215, 190, 180), (200, 215, 190), (235, 230, 220)), canvas.near((210, 200, 185)), 0, floor)
    canvas.fade(canvas.pick((165, 115, 70), (140, 100, 65), (185, 150, 110), (120, 90, 75)), canvas.near((130, 90, 55)), floor, 1)
    for offset in np.linspace(-1.2, 2.2, 12):
        canvas.line([(0.5 + (offset - 0.5) * 0.6, floor), (offset, 1)], 0.006, (110, 78, 50))
    canvas.box(0, floor - 0.025, 1, floor, (240, 238, 232))
    if canvas.chance(0.75):
        x, y, w, h = canvas.between(0.05, 0.6), canvas.between(0.08, 0.2), canvas.between(0.2, 0.32), canvas.between(0.22, 0.34)
        canvas.box(x - 0.02, y - 0.02, x + w + 0.02, y + h + 0.02, (245, 243, 238))
        canvas.box(x, y, x + w, y + h, canvas.pick((160, 205, 240), (190, 220, 240), (40, 50, 90)))
        canvas.box(x + w / 2 - 0.008, y, x + w / 2 + 0.008, y + h, (245, 243, 238))
        canvas.box(x, y + h / 2 - 0.008, x + w, y + h / 2 + 0.008, (245, 243, 238))
    if canvas.chance(0.5):
        x, y = canvas.between(0.65, 0.85), canvas.between(0.1, 0.25)
        canvas.box(x, y, x + 0.14, y + 0.18, (110, 75, 45))
        canvas.box(x + 0.015, y + 0.015, x + 0.125, y + 0.165, canvas.pick((200, 120, 90), (120, 160, 140), (220, 200, 120)))


def kitchen(canvas: Canvas) -> None:
    wall, top = canvas.pick((235, 228, 210), (205, 220, 222), (232, 215, 195), (215, 228, 205)), canvas.between(0.5, 0.6)
    canvas.fade(wall, canvas.near(wall, 8), 0, top)
    tile = canvas.between(0.06, 0.1)
    for x in np.arange(0, 1, tile):
        canvas.line([(x, top - 0.2), (x, top)], 0.005, (250, 250, 248))
    for y in np.arange(top - 0.2, top, tile):
        canvas.line([(0, y), (1, y)], 0.005, (250, 250, 248))
    cupboard = canvas.pick((170, 120, 80), (240, 240, 236), (120, 150, 160), (190, 80, 70), (140, 165, 130))
    edge = tuple(int(c * 0.72) for c in cupboard)
    width = canvas.between(0.2, 0.3)
    first = canvas.between(-0.15, 0)
    for number in range(6):
        x = first + number * width
        canvas.box(x, 0, x + width - 0.01, 0.22, cupboard)
        canvas.box(x + width * 0.8, 0.15, x + width * 0.85, 0.2, edge)
        canvas.box(x, top + 0.05, x + width - 0.01, 0.97, cupboard)
        canvas.box(x + 0.03, top + 0.1, x + width - 0.04, 0.92, canvas.near(cupboard, 6))
        canvas.box(x + width * 0.4, top + 0.075, x + width * 0.6, top + 0.09, edge)
    canvas.box(0, 0.22, 1, 0.235, edge)
    canvas.box(0, top, 1, top + 0.05, canvas.pick((90, 90, 95), (215, 205, 190), (150, 110, 80), (60, 60, 66)))
    if canvas.chance(0.8):
        x = canvas.between(0.02, 0.7)
        canvas.box(x, top + 0.05, x + 0.28, 0.97, canvas.pick((235, 235, 238), (190, 194, 200), (60, 62, 68)))
        canvas.box(x + 0.04, top + 0.17, x + 0.24, 0.85, (35, 35, 40))
        canvas.box(x + 0.03, top + 0.13, x + 0.25, top + 0.145, (120, 122, 128))
        for dot in (0.06, 0.14, 0.22):
            canvas.dot(x + dot, top + 0.09, 0.014, (90, 90, 95))
        if canvas.chance(0.6):
            canvas.box(x + 0.05, top - 0.08, x + 0.2, top, canvas.pick((170, 60, 55), (130, 135, 142), (70, 100, 140)))
            canvas.box(x + 0.2, top - 0.065, x + 0.27, top - 0.05, (60, 60, 60))
    if canvas.chance(0.6):
        x = canvas.between(0.3, 0.85)
        canvas.line([(x, top), (x, top - 0.13), (x + 0.07, top - 0.13), (x + 0.07, top - 0.09)], 0.014, (160, 165, 172))
    canvas.box(0, 0.97, 1, 1, canvas.pick((120, 100, 85), (170, 160, 150)))


def rain(canvas: Canvas) -> None:
    horizon = canvas.between(0.6, 0.82)
    canvas.fade(canvas.pick((95, 105, 120), (120, 128, 140), (75, 85, 105)), canvas.pick((160, 168, 178), (140, 150, 162)), 0, horizon)
    for _ in range(canvas.random.integers(4, 9)):
        canvas.cloud(canvas.between(0, 1), canvas.between(0, 0.18), canvas.between(0.1, 0.22), canvas.pick((90, 96, 108), (110, 116, 128), (70, 76, 90)))
    canvas.fade(canvas.pick((85, 100, 95), (100, 104, 112), (80, 105, 80)), canvas.pick((60, 75, 75), (75, 80, 90)), horizon, 1)
    for _ in range(canvas.random.integers(1, 5)):
        canvas.dot(canvas.between(0, 1), canvas.between(horizon + 0.05, 0.97), canvas.between(0.05, 0.13), (150, 165, 182), 0.25)
    lean, length = canvas.between(-0.05, 0.05), canvas.between(0.05, 0.11)
    for _ in range(canvas.random.integers(50, 130)):
        x, y = canvas.between(-0.05, 1.05), canvas.between(0, 1)
        canvas.line([(x, y), (x + lean, y + length)], 0.006, canvas.pick((190, 210, 235), (165, 190, 222)))


def park(canvas: Canvas) -> None:
    horizon = canvas.between(0.4, 0.6)
    day_sky(canvas, horizon + 0.1)
    canvas.ridge(horizon, 0.03, canvas.pick((110, 180, 80), (90, 165, 70), (130, 190, 90)))
    for _ in range(canvas.random.integers(1, 5)):
        leafy(canvas, canvas.between(0, 1), horizon + canvas.between(0.02, 0.12), canvas.between(0.25, 0.5), canvas.near((60, 140, 60)))
    canvas.grain(8, horizon + 0.05, 1)
    if canvas.chance(0.5):
        x = canvas.between(0.3, 0.7)
        canvas.polygon([(x - 0.03, horizon + 0.05), (x + 0.03, horizon + 0.05), (x + 0.25, 1), (x - 0.15, 1)], canvas.near((215, 195, 155)))


def field(canvas: Canvas) -> None:
    horizon = canvas.between(0.35, 0.55)
    day_sky(canvas, horizon + 0.05)
    canvas.fade(canvas.pick((130, 190, 90), (215, 190, 95), (110, 175, 80)), canvas.pick((80, 145, 55), (190, 160, 70), (95, 160, 65)), horizon, 1)
    for offset in np.linspace(-2, 3, canvas.random.integers(8, 16)):
        canvas.line([(0.5 + (offset - 0.5) * 0.15, horizon), (offset, 1)], 0.012, canvas.pick((90, 140, 60), (170, 145, 65)))
    canvas.grain(9, horizon, 1)


def sunset(canvas: Canvas) -> None:
    horizon = canvas.between(0.55, 0.75)
    canvas.fade(canvas.pick((90, 50, 120), (200, 80, 90), (70, 60, 130)), canvas.pick((255, 170, 70), (255, 140, 60)), 0, horizon)
    canvas.dot(canvas.between(0.2, 0.8), horizon - canvas.between(0, 0.06), canvas.between(0.08, 0.14), (255, 225, 120))
    if canvas.chance(0.5):
        canvas.fade(canvas.near((225, 120, 70)), canvas.near((80, 45, 90)), horizon, 1)
    else:
        canvas.fade(canvas.near((60, 35, 55)), canvas.near((35, 22, 40)), horizon, 1)
        canvas.ridge(horizon + 0.02, 0.05, canvas.near((50, 30, 50)))


OUTSIDE = ("outdoors", "outside")
PLACES: tuple[Place, ...] = (
    Place("beach", ("on the beach", "at the beach", "by the sea"), ("beach",), (*OUTSIDE, "day"), ("sand", "water"), beach),
    Place("mountains", ("in the mountains", "in front of a mountain"), ("mountain landscape",), (*OUTSIDE, "day"), ("mountain",), mountains),
    Place("forest", ("in the forest", "in the woods"), ("forest",), (*OUTSIDE, "day"), ("tree", "plant"), forest),
    Place("desert", ("in the desert",), ("desert",), (*OUTSIDE, "day"), ("sand", "sun"), desert),
    Place("snow", ("in the snow", "in winter"), ("snowy landscape",), (*OUTSIDE, "day"), ("snow",), snow),
    Place("street", ("on the street", "in the street", "on the road"), ("street", "road"), (*OUTSIDE, "day"), ("road", "building"), street),
    Place("city", ("in the city", "in town"), ("city", "skyline"), (*OUTSIDE,), ("building",), city),
    Place("city at night", ("in the city at night", "in the city"), ("city at night", "city"), (*OUTSIDE, "city", "night"), ("building",), city_at_night),
    Place("night", ("at night", "under the night sky"), ("night sky",), (*OUTSIDE,), (), night),
    Place("sea", ("on the sea", "on the water", "in the ocean"), ("sea", "ocean"), (*OUTSIDE, "day"), ("water",), sea),
    Place("underwater", ("under water", "underwater", "under the sea"), ("underwater scene",), (), ("water",), underwater),
    Place("sky", ("in the sky", "in the air"), ("blue sky",), (*OUTSIDE, "day"), ("cloud",), sky),
    Place("space", ("in space", "in outer space"), ("outer space",), (), ("star",), space),
    Place("room", ("in a room", "in the living room", "at home"), ("room",), ("indoors", "inside"), ("floor", "wall"), room),
    Place("kitchen", ("in the kitchen", "in a kitchen"), ("kitchen",), ("indoors", "inside"), ("wall",), kitchen),
    Place("rain", ("in the rain", "on a rainy day"), ("rainy scene",), OUTSIDE, (), rain),
    Place("park", ("in the park", "on the grass"), ("park",), (*OUTSIDE, "day"), ("grass", "tree", "plant"), park),
    Place("field", ("in a field", "on a farm"), ("field",), (*OUTSIDE, "day"), ("grass",), field),
    Place("sunset", ("at sunset", "at dusk"), ("sunset",), (*OUTSIDE,), ("sun",), sunset),
)
PLACE_OF_NAME = {place.name: place for place in PLACES}


def draw_place(place: Place, side: int, random: Random, soft: bool = True) -> Image.Image:
    """One picture of a place, RGB, `side` pixels square."""
    canvas = Canvas(side, random)
    place.draw(canvas)
    image = canvas.finished()
    if soft and random.random() < 0.25:
        image = image.filter(ImageFilter.GaussianBlur(random.uniform(0.003, 0.012) * side))
    return image
