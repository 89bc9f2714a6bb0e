"""The loss of a run, and what it knew of the unseen art, as a picture."""

from __future__ import annotations

from PIL import Image, ImageDraw

WIDTH, HEIGHT, MARGIN = 900, 420, 56
INK, GRID, LOSS, UNSEEN = (40, 40, 46), (222, 224, 230), (205, 70, 50), (40, 100, 190)


def loss_curve(log: list[dict]) -> Image.Image:
    """Loss on the left axis, unseen top-1 (percent) on the right, against minutes."""
    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    pen = ImageDraw.Draw(image)
    losses = [(line["minutes"], line["contrast"]) for line in log if line["kind"] == "progress"]
    unseen = [(line["minutes"], line["top1"]) for line in log if line["kind"] == "unseen"]
    last = max(minutes for minutes, _ in [*losses, *unseen])
    top = max(loss for _, loss in losses)

    def spot(minutes: float, share: float) -> tuple[float, float]:
        return MARGIN + minutes / last * (WIDTH - 2 * MARGIN), HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN)

    for part in range(6):
        left, right = spot(0, part / 5), spot(last, part / 5)
        pen.line([left, right], fill=GRID)
        pen.text((left[0] - 36, left[1] - 6), f"{top * part / 5:.1f}", fill=LOSS)
        pen.text((right[0] + 8, right[1] - 6), f"{part * 20} %", fill=UNSEEN)
        pen.text((spot(last * part / 5, 0)[0] - 8, HEIGHT - MARGIN + 8), f"{last * part / 5:.0f}", fill=INK)
    pen.line([spot(minutes, loss / top) for minutes, loss in losses], fill=LOSS, width=2)
    if len(unseen) > 1:
        pen.line([spot(minutes, share / 100) for minutes, share in unseen], fill=UNSEEN, width=2)
    pen.text((MARGIN, 18), "contrastive loss", fill=LOSS)
    pen.text((MARGIN + 130, 18), "top-1 among 100 everyday things in unseen art", fill=UNSEEN)
    pen.text((WIDTH / 2 - 24, HEIGHT - 24), "minutes", fill=INK)
    return image
