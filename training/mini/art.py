"""The drawings: every icon trimmed to its ink, at three sizes, with what it shows and the colour it mostly has."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from . import colours
from .files import CACHE_FOLDER
from .vocabulary import Thing, chosen_icons, curated_things, further_things, icon_variants

# How often each set is drawn from, where it has the thing. Fluent's three are the same drawings in three styles.
DRAWN_SETS = {
    "noto": 1.0, "noto-v1": 1.0, "fxemoji": 1.0, "emojione": 1.0, "streamline-emojis": 1.0,
    "fluent-emoji": 0.6, "fluent-emoji-flat": 0.6, "fluent-emoji-3d": 0.6,
}  # fmt: skip
# Icons of user interfaces that vocabulary/silhouettes.txt picks one by one.
CHOSEN_SETS = dict.fromkeys(
    ("pinhead", "tabler", "griddy-icons", "lucide-lab", "lucide", "fa6-solid", "mingcute", "boxicons", "hugeicons", "fluent",
     "healthicons", "f7", "bxs", "icon-park-twotone"), 0.15,
)  # fmt: skip
# Shapes without colours of their own: what a dog's outline is, whoever paints it. Drawn from less often than one other set.
SILHOUETTE_SETS = {
    **CHOSEN_SETS,
    "emojione-monotone": 0.15, "fluent-emoji-high-contrast": 0.15, "game-icons": 0.2, "mdi": 0.15, "ph": 0.2, "icon-park": 0.15,
}  # fmt: skip
TRAINING_SETS = (*DRAWN_SETS, *SILHOUETTE_SETS)
SET_WEIGHTS = {**DRAWN_SETS, **SILHOUETTE_SETS}
# The art that Discord shows. Never trained on: it measures whether the model knows a dog or only eight drawings of one.
UNSEEN_SET = "twemoji"
SIDES = (32, 64, 128)
RENDERED_SIDE = 128
# A drawing is called by a colour when that colour covers this much of it.
MOSTLY, PARTLY = 0.5, 0.12
# An animal's silhouette is kept filled as well, as a drawing has it: dark lines round a light body, or a body with dark eyes and
# a light muzzle. Tones of grey that any paint takes; what is closed in is an eye up to this share of the figure; a line
# drawing is one whose ink covers less than this share.
LINE_TONE, INSIDE_TONE, BODY_TONE, EYE_TONE, LIGHT_TONE = 50, 215, 150, 40, 235
EYE_SHARE, LINE_SHARE = 0.03, 0.6


@dataclass(frozen=True)
class Drawing:
    """One icon: which row of the pixel arrays, from which set, of what."""

    row: int
    icon: str
    art_set: str
    colour: str | None
    # Colours that cover a part of it.
    maybe_colours: tuple[str, ...]


@dataclass(frozen=True)
class Art:
    """`pixels[side]` is uint8 [drawings, side, side, 4], colours multiplied by alpha."""

    things: tuple[Thing, ...]
    drawings: dict[str, tuple[Drawing, ...]]
    pixels: dict[int, np.ndarray]


def load_art(sets: tuple[str, ...]) -> Art:
    """Art from these sets; things that none of them draws are left out. Built once, then read from the cache."""
    key = "-".join(sets) if len(sets) < 3 else f"{len(sets)}-sets"
    index_path = CACHE_FOLDER / f"art-{key}.json"
    if not index_path.exists():
        build(sets, index_path, key)
    index = json.loads(index_path.read_text())
    things = {thing.name: thing for thing in (*curated_things(), *further_things(all_icons()))}
    drawings = {name: tuple(drawing_of(entry) for entry in entries) for name, entries in index.items()}
    pixels = {side: np.load(CACHE_FOLDER / f"art-{key}-{side}.npy", mmap_mode="r") for side in SIDES}
    return Art(tuple(things[name] for name in drawings), drawings, pixels)


def drawing_of(entry: dict) -> Drawing:
    return Drawing(**{**entry, "maybe_colours": tuple(entry["maybe_colours"])})


def all_icons() -> dict[str, list[str]]:
    """Icon names of the sets that were trained on; the unseen set's names decide nothing."""
    return {name: json.loads((CACHE_FOLDER / f"{name}.json").read_text()) for name in TRAINING_SETS}


def build(sets: tuple[str, ...], index_path: Path, key: str) -> None:
    rows: dict[tuple[str, str], int] = {}
    stacks: dict[int, list[np.ndarray]] = {side: [] for side in SIDES}
    natural: list[tuple[str | None, tuple[str, ...]]] = []
    rendered = {name: Rendered(name) for name in sets}
    index: dict[str, list[dict]] = {}
    for thing in (*curated_things(), *further_things(all_icons())):
        entries = []
        for name in sets:
            icons = chosen_icons().get((thing.name, name), []) if name in CHOSEN_SETS else rendered[name].matching(thing.icons)
            ways = (("", False), (" filled", True)) if name in SILHOUETTE_SETS and "animal" in thing.kinds else (("", False),)
            for icon, (way, fill) in ((icon, way) for icon in icons for way in ways):
                if (name, icon + way) not in rows:
                    rows[name, icon + way] = len(natural)
                    image = trimmed(rendered[name].pixels(icon))
                    image = filled(image) if fill else image
                    natural.append((None, ()) if name in SILHOUETTE_SETS else main_colours(image))
                    for side in SIDES:
                        stacks[side].append(shrunk(image, side))
                row = rows[name, icon + way]
                entries.append({"row": row, "icon": icon + way, "art_set": name, "colour": natural[row][0], "maybe_colours": natural[row][1]})
        if entries:
            index[thing.name] = entries
    for side in SIDES:
        np.save(CACHE_FOLDER / f"art-{key}-{side}.npy", np.stack(stacks[side]))
    index_path.write_text(json.dumps(index))


class Rendered:
    """The pixels that render.ts wrote for one set."""

    def __init__(self, art_set: str) -> None:
        self.art_set = art_set
        names: list[str] = json.loads((CACHE_FOLDER / f"{art_set}.json").read_text())
        self.rows = {icon: row for row, icon in enumerate(names)}
        shape = (len(names), RENDERED_SIDE, RENDERED_SIDE, 4)
        self.rgba = np.memmap(CACHE_FOLDER / f"{art_set}.rgba", np.uint8, "r", shape=shape)

    def matching(self, icons: tuple[str, ...]) -> list[str]:
        found = [spelled for icon in icons for spelled in icon_variants(icon, self.art_set) if spelled in self.rows]
        return list(dict.fromkeys(found))

    def pixels(self, icon: str) -> Image.Image:
        return Image.fromarray(np.array(self.rgba[self.rows[icon]]), "RGBA")


def trimmed(image: Image.Image) -> Image.Image:
    """Cut to its ink and centred in a square, so that a drawing's size means what it says."""
    box = image.getchannel("A").point(lambda a: 255 if a > 8 else 0).getbbox() or (0, 0, *image.size)
    image = image.crop(box)
    side = max(image.size)
    square = Image.new("RGBA", (side, side))
    square.paste(image, ((side - image.width) // 2, (side - image.height) // 2))
    return square


def filled(image: Image.Image) -> Image.Image:
    """A silhouette with all that its lines close in, in tones of grey."""
    alpha = np.pad(np.asarray(image.getchannel("A")), 1)
    # 0 is what lies outside, 1 the ink, 2 what is closed in; holes get numbers of their own from 3 on.
    parts = Image.fromarray(np.where(alpha >= 100, 1, 2).astype(np.uint8)).copy()
    ImageDraw.floodfill(parts, (0, 0), 0)
    figure = max(1, int((np.asarray(parts) > 0).sum()))
    ink = (np.asarray(parts) == 1).sum() / figure
    tones = {0: 0, 1: BODY_TONE if ink > LINE_SHARE else LINE_TONE}
    while len(tones) < 250 and (hole := np.argwhere(np.asarray(parts) == 2)).size:
        number = len(tones) + 1
        ImageDraw.floodfill(parts, (int(hole[0][1]), int(hole[0][0])), number)
        share = (np.asarray(parts) == number).sum() / figure
        tones[number] = INSIDE_TONE if ink <= LINE_SHARE else EYE_TONE if share < EYE_SHARE else LIGHT_TONE
    numbers = np.asarray(parts)
    lookup = np.zeros(256, np.uint8)
    lookup[list(tones)] = list(tones.values())
    tone = np.where(numbers > 0, lookup[numbers], tones[1])
    opaque = np.where(numbers > 1, 255, alpha)
    return Image.fromarray(np.stack([tone, tone, tone, opaque], -1).astype(np.uint8)[1:-1, 1:-1], "RGBA")


def shrunk(image: Image.Image, side: int) -> np.ndarray:
    """uint8 [side, side, 4] with colours multiplied by alpha, a clear pixel all round so that edges stay soft."""
    inner = image.convert("RGBa").resize((side - 2, side - 2), Image.Resampling.BICUBIC)
    return np.pad(np.asarray(inner), ((1, 1), (1, 1), (0, 0)))


def main_colours(image: Image.Image) -> tuple[str | None, tuple[str, ...]]:
    """The colour that covers most of a drawing, if one does, and all that cover a part of it."""
    values = np.asarray(image.resize((48, 48), Image.Resampling.BOX), np.float32).reshape(-1, 4) / 255
    shares = colours.shares(values[:, :3], values[:, 3])
    best = max(shares, key=lambda word: shares[word])
    partly = tuple(word for word, share in shares.items() if share >= PARTLY)
    return best if shares[best] >= MOSTLY else None, partly
