"""Pictures with the statistics of photographs, made of chance alone: what a drawing is told from, with no photograph at hand.

Dead leaves (Lee, Mumford and Huang 2001): opaque patches of power-law sizes that hide each other, as things before a camera
do, give natural images' statistics of edges and contrasts. Here with 1/f noise for texture and light, shading, and blur. Baradad
et al. (2021, "Learning to see by looking at noise") learn features of photographs from such pictures.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

Random = np.random.Generator
SIDE = 144
TEXTURES = 60
COUNTS = (0, 8, 30, 120, 300)
SMALLEST = (2.0, 5.0, 12.0)


class LeafMaker:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.textures = [_noise(random.uniform(0.5, 1.6), random) for _ in range(TEXTURES)]

    def draw(self, side: int) -> np.ndarray:
        """uint8 [side, side, 3]."""
        random = self.random
        base, spread, chroma = random.beta(2, 2, 3), random.uniform(0.05, 0.28), random.uniform(0.1, 0.8)

        def colour() -> np.ndarray:
            return np.clip(base + random.normal(0, spread) + random.normal(0, spread * chroma, 3), 0, 1).astype(np.float32)

        chromatic = np.stack([self._texture() for _ in range(3)], -1) * 0.03
        canvas = np.clip(colour() + self._texture()[..., None] * random.uniform(0.03, 0.15) + chromatic, 0, 1)
        for radius in self._radii():
            self._lay(canvas, radius, colour())
        canvas += self._texture()[..., None] * random.uniform(0, 0.12)
        image = Image.fromarray((np.clip(canvas, 0, 1) * 255).astype(np.uint8))
        if random.random() < 0.5:
            image = image.filter(ImageFilter.GaussianBlur(random.uniform(0.3, 3.5)))
        if random.random() < 0.15:
            image = image.convert("L").convert("RGB")
        return np.asarray(image.resize((side, side), Image.Resampling.BICUBIC))

    def _radii(self) -> np.ndarray:
        """Sizes with density r^-3, largest first or last."""
        random = self.random
        low, high = random.choice(SMALLEST), SIDE * random.uniform(0.3, 0.7)
        radii = np.sort((low**-2 + random.random(random.choice(COUNTS)) * (high**-2 - low**-2)) ** -0.5)
        return radii[::-1] if random.random() < 0.5 else radii

    def _lay(self, canvas: np.ndarray, radius: float, colour: np.ndarray) -> None:
        """One shaded, textured patch, in place."""
        random = self.random
        corners = 18 if random.random() < 0.65 else int(random.integers(4, 9))
        around = np.linspace(0, 2 * np.pi, corners, endpoint=False)
        wide, turn = random.uniform(0.4, 2.5) ** 0.5, random.uniform(0, 2 * np.pi)
        uneven = 1 + random.normal(0, 0.12, corners)
        across, along = radius * np.cos(around) * wide * uneven, radius * np.sin(around) / wide * uneven
        x = random.uniform(-5, SIDE + 5) + across * np.cos(turn) - along * np.sin(turn)
        y = random.uniform(-5, SIDE + 5) + across * np.sin(turn) + along * np.cos(turn)
        left, right = int(max(0, x.min())), int(min(SIDE, x.max() + 2))
        top, bottom = int(max(0, y.min())), int(min(SIDE, y.max() + 2))
        if right <= left or bottom <= top:
            return
        mask = Image.new("L", (right - left, bottom - top))
        ImageDraw.Draw(mask).polygon(list(zip(x - left, y - top)), fill=255)
        alpha = np.asarray(mask, np.float32)[..., None] / 255
        shade = np.linspace(-1, 1, right - left)[None] * np.cos(turn) + np.linspace(-1, 1, bottom - top)[:, None] * np.sin(turn)
        texture = self.textures[random.integers(TEXTURES)][: bottom - top, : right - left]
        patch = np.clip(colour + (texture * random.uniform(0.01, 0.12) + shade * random.uniform(0, 0.15))[..., None], 0, 1)
        canvas[top:bottom, left:right] += alpha * (patch - canvas[top:bottom, left:right])

    def _texture(self) -> np.ndarray:
        texture = self.textures[self.random.integers(TEXTURES)]
        return np.roll(texture, tuple(self.random.integers(0, SIDE, 2)), (0, 1))


def _noise(falloff: float, random: Random) -> np.ndarray:
    """float32 [SIDE, SIDE] of deviation 1 whose amplitude falls with frequency as f^-falloff."""
    line = np.fft.fftfreq(SIDE)
    frequency = np.hypot(line[:, None], line[None])
    frequency[0, 0] = 1
    noise = np.fft.ifft2(np.fft.fft2(random.normal(size=(SIDE, SIDE))) / frequency**falloff).real
    return ((noise - noise.mean()) / noise.std()).astype(np.float32)
