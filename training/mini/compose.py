"""Scenes to pixels, a whole batch at a time: one bilinear sampling for each layer of depth, then photographic nuisance."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image, ImageDraw
from torch import Tensor

from .art import Art
from .banks import Banks
from .scenes import Item, Scene

Random = np.random.Generator
LUMA = np.array([0.299, 0.587, 0.114], np.float32)
GREY = np.ones((3, 1), np.float32) @ LUMA[None]
# The sine part of a turn about the grey axis in YIQ.
HUE_TURN = np.array([[0.168, 0.330, -0.497], [-0.328, 0.035, 0.292], [1.250, -1.050, -0.203]], np.float32)
SHADOWED = 0.3
BLURRED, NOISY, COMPRESSED, OVERWRITTEN = 0.2, 0.3, 0.12, 0.06
# Drawings bent along waves, so that the same drawing comes in other proportions: share, and reach in the picture's half sides.
BENT, BEND = 0.5, 0.07
# Drawings whose colours are moved, each part of the palette its own way: fur of another colour, ears darker than the head.
PALETTE_CENTRES, PALETTE_REACH, PALETTE_MOVE = 3, 0.22, 0.3


@dataclass(frozen=True)
class Nuisance:
    """How rough the pictures are; zero draws them clean."""

    strength: float = 1.0


class Compositor:
    def __init__(self, art: Art, banks: Banks, device: torch.device = torch.device("cpu")) -> None:
        self.art = art
        self.banks = banks
        self.device = device

    def draw(self, scenes: list[Scene], side: int, random: Random, nuisance: Nuisance = Nuisance()) -> Tensor:
        """float32 [B, 3, side, side] in 0..1, on the compositor's device."""
        canvas = self._grounds(scenes, side, random)
        for depth in range(max((len(scene.items) for scene in scenes), default=0)):
            chosen = [(number, scene.items[depth]) for number, scene in enumerate(scenes) if len(scene.items) > depth]
            for group in by_source(chosen, side).values():
                self._lay(canvas, group, side, random, nuisance.strength)
        if nuisance.strength > 0:
            canvas = roughen(canvas, random, nuisance.strength)
        return canvas

    def _grounds(self, scenes: list[Scene], side: int, random: Random) -> Tensor:
        canvas = torch.empty(len(scenes), 3, side, side, device=self.device)
        bank_side = 64 if side <= 64 else 128
        for bank, rows in (
            (self.banks.places, [(n, s.place_row) for n, s in enumerate(scenes) if s.place_row >= 0]),
            (self.banks.textures, [(n, s.texture_row) for n, s in enumerate(scenes) if s.texture_row >= 0]),
        ):
            if rows:
                pixels = self._moved(bank[bank_side][[row for _, row in rows]]).permute(0, 3, 1, 2).float() / 255
                canvas[[number for number, _ in rows]] = cropped(pixels, side, random)
        flat = [(number, scene.ground) for number, scene in enumerate(scenes) if scene.ground]
        if flat:
            ends = self._moved(np.array([ground for _, ground in flat], np.float32))
            canvas[[number for number, _ in flat]] = gradients(ends[:, 0], ends[:, 1], side, random)
        return canvas

    def _lay(self, canvas: Tensor, group: list[tuple[int, Item]], side: int, random: Random, strength: float) -> None:
        """Composites one item onto each of the group's pictures, in place."""
        numbers = [number for number, _ in group]
        items = [item for _, item in group]
        sprites = self._sprites(items, side, random)
        theta = self._moved(placement(items))
        shape = [len(items), 4, side, side]
        grid = F.affine_grid(theta, shape, align_corners=False)
        if strength > 0 and not items[0].stencil:
            grid = bent(grid, random)
        layer = F.grid_sample(sprites, grid, "bilinear", "zeros", False)
        alpha = layer[:, 3:]
        colour = layer[:, :3]
        if strength > 0 and not items[0].stencil:
            matrices = self._moved(np.stack([colour_matrix(item, random) for item in items]))
            colour = (matrices @ colour.reshape(len(items), 3, -1)).view_as(colour).clamp_(min=0).minimum(alpha)
        below = canvas[numbers]
        shadowed = [i for i in range(len(items)) if random.random() < SHADOWED * min(1.0, strength)]
        if shadowed:
            shift = self._moved(np.array([[random.uniform(-0.05, 0.05), random.uniform(0.01, 0.08)] for _ in shadowed], np.float32))
            moved = theta[shadowed]
            moved = torch.cat([moved[:, :, :2], moved[:, :, 2:] - moved[:, :, :2] @ shift[:, :, None]], 2)
            grid = F.affine_grid(moved, [len(shadowed), 1, side, side], align_corners=False)
            shade = F.grid_sample(sprites[shadowed, 3:], grid, "bilinear", "zeros", False)
            below[shadowed] *= 1 - shade * float(random.uniform(0.12, 0.4))
        canvas[numbers] = below.mul_(1 - alpha).add_(colour)

    def _sprites(self, items: list[Item], side: int, random: Random) -> Tensor:
        """float32 [n, 4, m, m], colours multiplied by alpha."""
        source = source_side(items[0], side)
        rows = [item.row for item in items]
        if items[0].stencil:
            alpha = self._moved(self.banks.stencils[source][rows]).unsqueeze(1).float().mul_(1 / 255)
            paint = self._moved(np.array([item.paint for item in items], np.float32))[:, :, None, None]
            return torch.cat([paint * alpha, alpha], 1)
        sprites = self._moved(self.art.pixels[source][rows]).permute(0, 3, 1, 2).contiguous().float().mul_(1 / 255)
        painted = [i for i, item in enumerate(items) if item.paint]
        if painted:
            paints = self._moved(np.array([items[i].paint for i in painted], np.float32))
            sprites[painted] = repainted(sprites[painted], paints)
        for i, item in enumerate(items):
            if item.pattern:
                mask = self._moved(PATTERNS[item.pattern](source, random)) * sprites[i, 3:]
                over = self._moved(np.array(item.second, np.float32))[:, None, None]
                # Lines and eyes stay darker than what is painted over them.
                tone = (sprites[i, :3].sum(0) / (3 * sprites[i, 3].clamp(min=1e-3)) / max(float(np.mean(item.paint)), 0.1)).clamp(0.3, 1)
                sprites[i, :3] = sprites[i, :3] * (1 - mask / sprites[i, 3:].clamp(min=1e-3)) + over * tone * mask
        strange = [i for i, item in enumerate(items) if item.strange]
        if strange:
            sprites[strange] = with_other_palettes(sprites[strange], random)
        return sprites

    def _moved(self, values: np.ndarray) -> Tensor:
        return torch.from_numpy(values).to(self.device)


def bent(grid: Tensor, random: Random) -> Tensor:
    """Grids [n, S, S, 2] of which half are moved along one slow wave in each direction."""
    count = len(grid)
    reach = BEND * random.uniform(0, 1, (count, 1, 1, 2)) * (random.random((count, 1, 1, 1)) < BENT)
    wave, start = random.uniform(1, 4, (count, 1, 1, 2)), random.uniform(0, 2 * np.pi, (count, 1, 1, 2))
    reach, wave, start = (torch.from_numpy(part).float().to(grid.device) for part in (reach, wave, start))
    return grid + reach * torch.sin(wave * grid.flip(3) + start)


def with_other_palettes(sprites: Tensor, random: Random) -> Tensor:
    """Moves each drawing's colours near some of its own colours by one step each, as if it had been painted otherwise."""
    count, _, side, _ = sprites.shape
    alpha = sprites[:, 3:]
    rgb = sprites[:, :3] / alpha.clamp(min=1e-3)
    moved = rgb.clone()
    for _ in range(PALETTE_CENTRES):
        # The colour of some point of the drawing, found where there is ink among a few tries.
        points = torch.from_numpy(random.integers(side // 5, side - side // 5, (count, 2))).to(sprites.device)
        centre = rgb[torch.arange(count, device=sprites.device), :, points[:, 0], points[:, 1]][:, :, None, None]
        step = torch.from_numpy(random.normal(0, PALETTE_MOVE, (count, 3, 1, 1))).float().to(sprites.device)
        distance = (rgb - centre).square().sum(1, keepdim=True)
        moved += step * torch.exp(-distance / (2 * PALETTE_REACH**2))
    return torch.cat([moved.clamp(0, 1) * alpha, alpha], 1)


def stripes(side: int, random: Random) -> np.ndarray:
    """float32 [1, side, side] in 0..1: wavy stripes of one width and lean."""
    y, x = (np.mgrid[:side, :side] / side).astype(np.float32)
    lean = random.normal(0, 0.5)
    across, along = x * np.cos(lean) + y * np.sin(lean), y * np.cos(lean) - x * np.sin(lean)
    bend = random.uniform(0, 0.05) * np.sin(2 * np.pi * (random.uniform(0.7, 2.5) * along + random.random()))
    wave = np.sin(2 * np.pi * (random.uniform(4.5, 9.5) * (across + bend) + random.random()))
    return _soft(wave - random.uniform(-0.3, 0.3))[None]


def patches(side: int, random: Random) -> np.ndarray:
    """float32 [1, side, side] in 0..1: few large blots."""
    coarse = torch.from_numpy(random.normal(0, 1, (1, 1, *random.integers(3, 7, 2)))).float()
    field = F.interpolate(coarse, (side, side), mode="bicubic", align_corners=True)[0].numpy()
    return _soft(2 * (field - random.uniform(0.0, 0.7)))


def net(side: int, random: Random) -> np.ndarray:
    """float32 [1, side, side] in 0..1: patches with light lines between them, the cells of random points (Voronoi)."""
    y, x = (np.mgrid[:side, :side] / side).astype(np.float32)
    points = random.random((random.integers(25, 90), 2)).astype(np.float32)
    distances = np.hypot(x[None] - points[:, 0, None, None], y[None] - points[:, 1, None, None])
    nearest = np.partition(distances, 1, axis=0)
    return _soft(30 * (nearest[1] - nearest[0] - random.uniform(0.015, 0.04)))[None]


def _soft(values: np.ndarray) -> np.ndarray:
    """Above nought is 1, below 0, with a short slope between."""
    return np.clip(values * 4 + 0.5, 0, 1).astype(np.float32)


PATTERNS = {"stripes": stripes, "patches": patches, "net": net}


def by_source(chosen: list[tuple[int, Item]], side: int) -> dict[tuple[bool, int], list[tuple[int, Item]]]:
    groups: dict[tuple[bool, int], list[tuple[int, Item]]] = {}
    for number, item in chosen:
        groups.setdefault((item.stencil, source_side(item, side)), []).append((number, item))
    return groups


def source_side(item: Item, side: int) -> int:
    """The smallest stored size that need not be enlarged much."""
    pixels = item.size * side
    return 32 if pixels <= 36 else 64 if pixels <= 76 else 128


def placement(items: list[Item]) -> np.ndarray:
    """float32 [n, 2, 3]: where in its drawing each point of the picture looks, both in -1..1."""
    found = []
    for item in items:
        cos, sin = math.cos(item.angle), math.sin(item.angle)
        wide = item.size * math.sqrt(item.aspect) * (-1 if item.mirrored else 1)
        high = item.size / math.sqrt(item.aspect)
        turn = np.array([[cos / wide, sin / wide], [-sin / high, cos / high]])
        shift = -turn @ np.array([2 * item.x - 1, 2 * item.y - 1])
        found.append(np.concatenate([turn, shift[:, None]], 1))
    return np.array(found, np.float32)


def cropped(pixels: Tensor, side: int, random: Random) -> Tensor:
    """A random part of each ground, perhaps mirrored, a little lighter or darker."""
    count = len(pixels)
    zoom = random.uniform(0.72, 1.0, count)
    flip = np.where(random.random(count) < 0.5, -1.0, 1.0)
    theta = np.zeros((count, 2, 3), np.float32)
    theta[:, 0, 0], theta[:, 1, 1] = zoom * flip, zoom
    theta[:, 0, 2] = (1 - zoom) * random.uniform(-1, 1, count)
    theta[:, 1, 2] = (1 - zoom) * random.uniform(-1, 1, count)
    grid = F.affine_grid(torch.from_numpy(theta).to(pixels.device), [count, 3, side, side], align_corners=False)
    light = torch.from_numpy(random.uniform(0.85, 1.12, (count, 3, 1, 1)) ** 0.7).float().to(pixels.device)
    return (F.grid_sample(pixels, grid, "bilinear", "border", False) * light).clamp(0, 1)


def gradients(first: Tensor, second: Tensor, side: int, random: Random) -> Tensor:
    """One colour running into another in a random direction. first, second [n, 3]."""
    angle = torch.from_numpy(random.uniform(0, 2 * np.pi, len(first))).float().to(first.device)
    line = torch.linspace(-0.5, 0.5, side, device=first.device)
    run = angle.cos()[:, None, None] * line[None, None, :] + angle.sin()[:, None, None] * line[None, :, None]
    run = (run + 0.5).clamp(0, 1)[:, None]
    return first[:, :, None, None] * (1 - run) + second[:, :, None, None] * run


def colour_matrix(item: Item, random: Random) -> np.ndarray:
    """A 3x3 mix near identity. A colour that is told keeps its hue; a `strange` drawing may take any."""
    if item.strange:
        hue = random.uniform(0, 2 * np.pi) if random.random() < 0.4 else random.normal(0, 0.15)
        saturation = 0.0 if random.random() < 0.12 else random.uniform(0.3, 1.3)
        light = random.uniform(0.7, 1.25)
    else:
        hue, saturation, light = random.normal(0, 0.06), random.uniform(0.7, 1.25), random.uniform(0.8, 1.15)
        if item.paint or item.colour in ("white", "grey", "black", "brown", "pink", "orange"):
            hue, light = hue * 0.5, 1 + (light - 1) * 0.4
    cos, sin = math.cos(hue), math.sin(hue)
    chroma = (np.eye(3, dtype=np.float32) - GREY) * cos + HUE_TURN * sin
    return (light * (GREY + saturation * chroma)).astype(np.float32)


def repainted(sprites: Tensor, paints: Tensor) -> Tensor:
    """Gives the coloured parts of a drawing another colour: lights and darks stay, white and black parts stay."""
    alpha = sprites[:, 3:].clamp(min=1e-3)
    rgb = sprites[:, :3] / alpha
    high, low = rgb.amax(1, keepdim=True), rgb.amin(1, keepdim=True)
    coloured = (((high - low) / high.clamp(min=1e-3) - 0.15) / 0.2).clamp(0, 1)
    share = (coloured * sprites[:, 3:]).sum((2, 3), keepdim=True) / sprites[:, 3:].sum((2, 3), keepdim=True).clamp(min=1)
    # A drawing that is nearly all grey or white is painted whole.
    coloured = torch.where(share > 0.35, coloured, torch.ones_like(coloured))
    luma = (rgb * torch.from_numpy(LUMA).to(rgb.device)[None, :, None, None]).sum(1, keepdim=True)
    weight = coloured * sprites[:, 3:]
    middle = (luma * weight).sum((2, 3), keepdim=True) / weight.sum((2, 3), keepdim=True).clamp(min=1e-3)
    tone = (luma / middle.clamp(min=0.05)).clamp(0.35, 1.7) ** 0.6
    new = (paints[:, :, None, None] * tone).clamp(0, 1)
    mixed = rgb * (1 - coloured) + new * coloured
    return torch.cat([mixed * sprites[:, 3:], sprites[:, 3:]], 1)


def roughen(canvas: Tensor, random: Random, strength: float) -> Tensor:
    """Light, contrast, cast, blur, noise and compression, as photographs and reposts have them. Hues stay nameable."""
    count = len(canvas)
    light, contrast, cast = (
        torch.from_numpy(values).float().to(canvas.device)
        for values in (
            random.normal(0, 0.035 * strength, (count, 1, 1, 1)),
            np.exp(random.normal(0, 0.09 * strength, (count, 1, 1, 1))),
            random.normal(0, 0.012 * strength, (count, 3, 1, 1)),
        )
    )
    canvas = (canvas - 0.5) * contrast + 0.5 + light + cast
    blurry = np.flatnonzero(random.random(count) < BLURRED * strength)
    if len(blurry):
        scale = canvas.shape[-1] / 64
        canvas[blurry] = blurred(canvas[blurry], float(random.uniform(0.4, 1.1)) * scale)
    noisy = np.flatnonzero(random.random(count) < NOISY * strength)
    if len(noisy):
        generator = torch.Generator().manual_seed(int(random.integers(2**31)))
        spread = torch.from_numpy(random.uniform(0.01, 0.05, (len(noisy), 1, 1, 1))).float()
        canvas[noisy] += (torch.randn(canvas[noisy].shape, generator=generator) * spread).to(canvas.device)
    canvas = canvas.clamp(0, 1)
    for number in np.flatnonzero(random.random(count) < OVERWRITTEN * strength):
        canvas[number] = overwritten(canvas[number].cpu(), random)
    for number in np.flatnonzero(random.random(count) < COMPRESSED * strength):
        canvas[number] = compressed(canvas[number].cpu(), int(random.integers(25, 80)))
    return canvas


def blurred(pixels: Tensor, sigma: float) -> Tensor:
    reach = max(1, int(math.ceil(2 * sigma)))
    line = torch.exp(-0.5 * (torch.arange(-reach, reach + 1, device=pixels.device) / sigma) ** 2)
    line = line / line.sum()
    pixels = F.pad(pixels, [reach] * 4, mode="replicate")
    pixels = F.conv2d(pixels, line.view(1, 1, 1, -1).expand(3, 1, 1, -1), groups=3)
    return F.conv2d(pixels, line.view(1, 1, -1, 1).expand(3, 1, -1, 1), groups=3)


def overwritten(pixels: Tensor, random: Random) -> Tensor:
    """One picture [3, S, S] in a frame, or with a line of writing over its edge, as memes and reposts have them."""
    side = pixels.shape[-1]
    image = Image.fromarray((pixels.permute(1, 2, 0).numpy() * 255).astype(np.uint8))
    pen = ImageDraw.Draw(image)
    ink = ("black", "white", "grey")[random.integers(3)]
    if random.random() < 0.4:
        pen.rectangle([0, 0, side - 1, side - 1], outline=ink, width=int(random.integers(1, max(2, side // 12))))
    else:
        letters = "".join(chr(code) for code in random.choice([*range(65, 91), *range(97, 123), 32, 32, 32], random.integers(4, 18)))
        top = 1 if random.random() < 0.4 else side - 12
        pen.text((random.integers(0, side // 3), top), letters, fill=ink)
    return torch.from_numpy(np.array(image, np.float32) / 255).permute(2, 0, 1)


def compressed(pixels: Tensor, quality: int) -> Tensor:
    """One picture [3, S, S] through JPEG."""
    buffer = io.BytesIO()
    Image.fromarray((pixels.permute(1, 2, 0).numpy() * 255).astype(np.uint8)).save(buffer, "JPEG", quality=quality)
    return torch.from_numpy(np.array(Image.open(buffer), np.float32) / 255).permute(2, 0, 1)
