"""The eleven basic colour words (Berlin & Kay 1969), their neighbours, and what pixels each one covers here."""

from __future__ import annotations

import colorsys

import numpy as np

BASIC = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "black", "white", "grey")
SPELLINGS = {"grey": ("grey", "gray")}
# Further words, each with the basic words that a picture of it may also be called by.
FURTHER = {
    "teal": ("green", "blue"), "turquoise": ("blue", "green"), "navy": ("blue",), "light blue": ("blue",), "dark green": ("green",),
    "light green": ("green",), "lime": ("green", "yellow"), "olive": ("green", "brown"), "maroon": ("red", "brown"), "beige": ("brown", "white", "yellow"),
    "gold": ("yellow", "orange", "brown"), "silver": ("grey", "white"), "lavender": ("purple", "pink"), "magenta": ("pink", "purple"),
    "tan": ("brown", "beige"), "cream": ("white", "beige", "yellow"), "cyan": ("blue", "turquoise"), "peach": ("orange", "pink", "beige"),
}  # fmt: skip
WORDS = (*BASIC, *FURTHER)
SAID = {**{word: word for word in WORDS}, "gray": "grey"}
# A further word is drawn this often where any colour will do.
FURTHER_SHARE = 0.28

# For each word, boxes of hue (degrees), saturation and value that nobody would call by another word, and the box's
# share of the draws. Set by eye on swatches, with gaps between neighbours; what CSS calls by a word (CSS Color Module
# Level 4, section 6.1) lies in that word's boxes, for that is how drawing programs fill shapes.
Box = tuple[float, tuple[float, float], tuple[float, float], tuple[float, float]]
BOXES: dict[str, tuple[Box, ...]] = {
    "red": ((0.8, (-8, 7), (0.72, 1.0), (0.65, 1.0)), (0.2, (-6, 5), (0.85, 1.0), (0.54, 0.65))),
    "orange": ((1.0, (20, 40), (0.75, 1.0), (0.88, 1.0)),),
    "yellow": ((1.0, (53, 62), (0.55, 1.0), (0.88, 1.0)),),
    "green": ((0.7, (95, 150), (0.45, 1.0), (0.4, 1.0)), (0.3, (78, 150), (0.5, 0.9), (0.65, 0.95))),
    "blue": ((0.7, (207, 241), (0.6, 1.0), (0.57, 1.0)), (0.3, (197, 218), (0.4, 0.9), (0.8, 1.0))),
    "purple": ((0.8, (264, 292), (0.4, 1.0), (0.4, 0.9)), (0.2, (292, 303), (0.6, 1.0), (0.38, 0.6))),
    "pink": ((0.7, (318, 353), (0.2, 0.58), (0.9, 1.0)), (0.3, (316, 334), (0.55, 0.85), (0.92, 1.0))),
    "brown": ((0.85, (14, 31), (0.5, 0.9), (0.3, 0.62)), (0.15, (-2, 10), (0.6, 0.78), (0.45, 0.67))),
    "black": ((1.0, (0, 360), (0.0, 0.25), (0.0, 0.13)),),
    "white": ((1.0, (0, 360), (0.0, 0.04), (0.95, 1.0)),),
    "grey": ((1.0, (0, 360), (0.0, 0.08), (0.38, 0.72)),),
    "teal": ((1.0, (174, 188), (0.7, 1.0), (0.4, 0.62)),),
    "turquoise": ((1.0, (170, 184), (0.5, 0.8), (0.8, 0.95)),),
    "navy": ((1.0, (218, 242), (0.75, 1.0), (0.25, 0.51)),),
    "light blue": ((1.0, (197, 215), (0.2, 0.42), (0.9, 1.0)),),
    "dark green": ((1.0, (110, 150), (0.6, 1.0), (0.2, 0.38)),),
    "light green": ((1.0, (95, 135), (0.25, 0.45), (0.88, 1.0)),),
    "lime": ((1.0, (72, 86), (0.75, 1.0), (0.88, 1.0)),),
    "olive": ((1.0, (54, 68), (0.6, 1.0), (0.4, 0.55)),),
    "maroon": ((1.0, (-12, 4), (0.8, 1.0), (0.28, 0.51)),),
    "beige": ((1.0, (32, 46), (0.12, 0.32), (0.84, 0.97)),),
    "gold": ((0.7, (43, 50), (0.75, 1.0), (0.72, 0.86)), (0.3, (45, 51), (0.85, 1.0), (0.9, 1.0))),
    "silver": ((1.0, (190, 240), (0.0, 0.06), (0.74, 0.86)),),
    "lavender": ((1.0, (250, 275), (0.14, 0.32), (0.9, 1.0)),),
    "tan": ((1.0, (28, 38), (0.28, 0.45), (0.66, 0.83)),),
    "cream": ((1.0, (44, 56), (0.07, 0.16), (0.95, 1.0)),),
    "cyan": ((1.0, (177, 188), (0.75, 1.0), (0.92, 1.0)),),
    "peach": ((1.0, (18, 28), (0.25, 0.4), (0.95, 1.0)),),
    "magenta": ((1.0, (296, 310), (0.75, 1.0), (0.75, 1.0)),),
}


def near(word: str) -> tuple[str, ...]:
    """The further words that something of a basic colour may be called by, where nobody knows its shade."""
    return tuple(further for further, basic in FURTHER.items() if word in basic)


def any_word(random: np.random.Generator) -> str:
    """A basic word mostly, now and then a further one."""
    if random.random() < FURTHER_SHARE:
        return tuple(FURTHER)[random.integers(len(FURTHER))]
    return BASIC[random.integers(len(BASIC))]


def draw(word: str, random: np.random.Generator) -> tuple[float, float, float]:
    """A colour that `word` names, as RGB in 0..1."""
    boxes = BOXES[word]
    hue, saturation, value = boxes[random.choice(len(boxes), p=[box[0] for box in boxes])][1:]
    return colorsys.hsv_to_rgb(random.uniform(*hue) % 360 / 360, random.uniform(*saturation), random.uniform(*value))


def shares(rgb: np.ndarray, alpha: np.ndarray) -> dict[str, float]:
    """How much of a drawing each colour word covers. rgb float [N, 3] in 0..1, alpha [N]; the rest fits no word well."""
    value = rgb.max(1)
    spread = value - rgb.min(1)
    saturation = np.where(value > 0, spread / np.maximum(value, 1e-6), 0)
    red, green, blue = rgb.T
    safe = np.maximum(spread, 1e-6)
    hue = np.select(
        [value == red, value == green], [(green - blue) / safe, 2 + (blue - red) / safe], 4 + (red - green) / safe
    )
    hue = hue * 60 % 360
    vivid = (saturation > 0.35) & (value > 0.35)
    masks = {
        "red": vivid & ((hue > 345) | (hue < 12)) & (saturation > 0.55),
        "orange": vivid & (hue > 17) & (hue < 40) & (value > 0.8) & (saturation > 0.6),
        "yellow": vivid & (hue > 42) & (hue < 65) & (value > 0.8),
        "green": vivid & (hue > 70) & (hue < 165),
        "blue": vivid & (hue > 190) & (hue < 250),
        "purple": vivid & (hue > 258) & (hue < 298),
        "pink": (hue > 312) & (hue < 352) & (saturation > 0.2) & (saturation < 0.7) & (value > 0.85),
        "brown": (hue > 8) & (hue < 36) & (saturation > 0.35) & (value > 0.2) & (value < 0.68),
        "black": value < 0.24,
        "white": (saturation < 0.1) & (value > 0.88),
        "grey": (saturation < 0.2) & (value > 0.3) & (value < 0.8),
    }
    whole = max(float(alpha.sum()), 1e-6)
    return {word: float((alpha * mask).sum()) / whole for word, mask in masks.items()}
