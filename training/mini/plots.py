"""Pictures of how answers went: what is taken for what, and how far confidence can be believed."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFont

INK, GRID, BLUE, RED = (40, 40, 46), (222, 224, 230), (40, 100, 190), (205, 70, 50)
CELL, LABELS = 11, 96


def confusion_picture(names: list[str], counts: np.ndarray) -> Image.Image:
    """counts [true, answered]: rows are what there was, columns what was answered; darker where more of a row are."""
    side = LABELS + CELL * len(names)
    image = Image.new("RGB", (side + 8, side + 8), "white")
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default()
    shares = counts / counts.sum(1, keepdims=True).clip(min=1)
    for row in range(len(names)):
        y = LABELS + row * CELL
        pen.text((LABELS - 4 - pen.textlength(names[row], font), y), names[row], fill=INK, font=font)
        pen.line([(LABELS, y), (side, y)], fill=GRID)
        pen.line([(y, LABELS), (y, side)], fill=GRID)
        for column in np.flatnonzero(shares[row]):
            colour, share = (BLUE if column == row else RED), float(shares[row, column])
            paint = tuple(int(255 - (255 - c) * (0.15 + 0.85 * share)) for c in colour)
            pen.rectangle([LABELS + column * CELL + 1, y + 1, LABELS + (column + 1) * CELL - 1, y + CELL - 1], fill=paint)
    across = Image.new("RGB", (CELL * len(names), LABELS), "white")
    pen = ImageDraw.Draw(across)
    for column, name in enumerate(names):
        strip = Image.new("RGB", (LABELS, CELL), "white")
        ImageDraw.Draw(strip).text((0, 0), name, fill=INK, font=font)
        across.paste(strip.rotate(90, expand=True), (column * CELL, 0))
    image.paste(across, (LABELS, 0))
    return image


def reliability_picture(bins: list[dict]) -> Image.Image:
    """`bins` as `glimpse eval` gives them, in percent: a bar as high as the right answers of each, on the diagonal where honest."""
    width, height, margin = 520, 420, 52
    image = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(image)

    def spot(confidence: float, share: float) -> tuple[float, float]:
        return margin + confidence / 100 * (width - 2 * margin), height - margin - share / 100 * (height - 2 * margin)

    for part in range(0, 101, 20):
        pen.line([spot(0, part), spot(100, part)], fill=GRID)
        pen.text((spot(0, part)[0] - 32, spot(0, part)[1] - 6), f"{part} %", fill=INK)
        pen.text((spot(part, 0)[0] - 12, height - margin + 6), f"{part} %", fill=INK)
    for found in bins:
        if found["n"]:
            left, top = spot(found["from"], found["accuracy"])
            right, bottom = spot(found["to"], 0)
            pen.rectangle([left + 2, top, right - 2, bottom], fill=BLUE)
            pen.text((left + 8, top - 14), str(found["n"]), fill=INK)
    pen.line([spot(0, 0), spot(100, 100)], fill=RED, width=2)
    pen.text((margin, 16), "right answers, by how sure Glimpse was (over each bar: how many)", fill=INK)
    pen.text((width / 2 - 30, height - 22), "confidence", fill=INK)
    return image
