"""Draws the example pictures of the demo: python3 training/examples.py

Art: Twemoji, which the model was never trained on; grounds and shapes are this project's own.
The icons come from: npx tsx training/render-large.ts twemoji ICON... (this script says which).
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import numpy as np
import torch
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from mini.compose import repainted
from mini.files import CACHE_FOLDER, PROJECT
from mini.places import PLACE_OF_NAME, draw_place
from mini.shapes import stencil

FOLDER = PROJECT / "src" / "demo" / "pictures"
WIDTH, HEIGHT = 640, 512
QUALITY = 86
LARGE = CACHE_FOLDER / "large"
ICONS = (
    "dog", "red-apple", "cat", "bicycle", "pizza", "elephant", "man-surfing", "guitar", "automobile", "penguin", "rocket",
    "sunflower", "butterfly",
)  # fmt: skip
BLUE = (0.13, 0.42, 0.86)
RED = (216, 36, 44)
Rgb = tuple[int, int, int]


def main() -> None:
    command = ["npx", "tsx", "training/render-large.ts", "twemoji", *ICONS]
    subprocess.run(command, cwd=PROJECT, check=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (seed, draw) in PICTURES.items():
        draw(np.random.default_rng(seed)).save(FOLDER / f"{name}.jpg", "JPEG", quality=QUALITY, optimize=True)
    print(f"{len(PICTURES)} pictures in {FOLDER}")


def dog_on_a_beach(random: np.random.Generator) -> Image.Image:
    return standing(place("beach", random), "dog", 0.5, 0.93, 0.5)


def three_red_apples(random: np.random.Generator) -> Image.Image:
    picture = table((246, 232, 208), (196, 140, 88))
    for x, size in ((0.22, 0.34), (0.5, 0.38), (0.79, 0.35)):
        picture = standing(picture, "red-apple", x, 0.83, size)
    return picture


def cat_beside_a_dog(random: np.random.Generator) -> Image.Image:
    return standing(standing(place("room", random), "cat", 0.27, 0.93, 0.5), "dog", 0.71, 0.94, 0.55)


def blue_bicycle_on_a_street(random: np.random.Generator) -> Image.Image:
    return standing(place("street", random), "bicycle", 0.5, 0.93, 0.6, BLUE)


def red_circle(random: np.random.Generator) -> Image.Image:
    picture = faded((255, 255, 255), (243, 243, 246))
    side = 330
    disc = stencil("circle", False, random, side)
    spot = ((WIDTH - side) // 2, (HEIGHT - side) // 2)
    picture.paste(Image.new("RGB", disc.size, RED), spot, disc)
    return picture


def pizza_on_a_table(random: np.random.Generator) -> Image.Image:
    picture = checked((236, 240, 242), (205, 60, 60), 64)
    pen = ImageDraw.Draw(picture)
    pen.ellipse([110, 46, 530, 466], fill=(214, 217, 222))
    pen.ellipse([118, 48, 522, 452], fill=(252, 252, 252))
    pen.ellipse([158, 88, 482, 412], fill=(241, 243, 246))
    return lying(picture, "pizza", 0.5, 0.5, 0.62)


def elephant_in_a_field(random: np.random.Generator) -> Image.Image:
    return standing(place("field", random), "elephant", 0.5, 0.92, 0.68)


def someone_surfing(random: np.random.Generator) -> Image.Image:
    return standing(place("sea", random), "man-surfing", 0.52, 0.97, 0.76, shadow=False)


def electric_guitar(random: np.random.Generator) -> Image.Image:
    return lying(faded((252, 214, 120), (244, 150, 90)), "guitar", 0.5, 0.5, 0.82)


def red_car_in_a_city_at_night(random: np.random.Generator) -> Image.Image:
    picture = place("city at night", random)
    pen = ImageDraw.Draw(picture)
    pen.rectangle([0, 400, WIDTH, HEIGHT], fill=(48, 49, 58))
    pen.rectangle([0, 392, WIDTH, 402], fill=(92, 92, 104))
    for x in range(-40, WIDTH, 130):
        pen.rectangle([x, 482, x + 74, 490], fill=(232, 202, 92))
    return standing(picture, "automobile", 0.5, 0.93, 0.62)


def two_penguins_in_the_snow(random: np.random.Generator) -> Image.Image:
    picture = place("snow", random)
    return standing(standing(picture, "penguin", 0.33, 0.9, 0.56), "penguin", 0.68, 0.93, 0.6)


def rocket_in_space(random: np.random.Generator) -> Image.Image:
    return lying(place("space", random), "rocket", 0.5, 0.5, 0.7, shadow=False)


def butterfly_on_a_sunflower(random: np.random.Generator) -> Image.Image:
    picture = standing(place("park", random), "sunflower", 0.36, 0.98, 0.72, shadow=False)
    return lying(picture, "butterfly", 0.74, 0.32, 0.36, shadow=False)


PICTURES: dict[str, tuple[int, Callable[[np.random.Generator], Image.Image]]] = {
    "dog-on-a-beach": (3, dog_on_a_beach),
    "three-red-apples": (1, three_red_apples),
    "cat-beside-a-dog": (6, cat_beside_a_dog),
    "blue-bicycle-on-a-street": (5, blue_bicycle_on_a_street),
    "red-circle": (1, red_circle),
    "pizza": (1, pizza_on_a_table),
    "elephant-in-a-field": (7, elephant_in_a_field),
    "someone-surfing": (4, someone_surfing),
    "guitar": (1, electric_guitar),
    "red-car-in-a-city-at-night": (9, red_car_in_a_city_at_night),
    "two-penguins-in-the-snow": (8, two_penguins_in_the_snow),
    "rocket-in-space": (12, rocket_in_space),
    "sunflower-and-butterfly": (11, butterfly_on_a_sunflower),
}


def place(name: str, random: np.random.Generator) -> Image.Image:
    """A place, its middle cut to the pictures' proportions."""
    drawn = draw_place(PLACE_OF_NAME[name], WIDTH, random, soft=False)
    top = (WIDTH - HEIGHT) // 2
    return drawn.crop((0, top, WIDTH, top + HEIGHT))


def faded(top: Rgb, bottom: Rgb) -> Image.Image:
    run = np.linspace(0, 1, HEIGHT)[:, None, None]
    rows = np.array(top) * (1 - run) + np.array(bottom) * run
    return Image.fromarray(np.broadcast_to(rows, (HEIGHT, WIDTH, 3)).astype(np.uint8))


def table(wall: Rgb, wood: Rgb) -> Image.Image:
    picture = faded(wall, wall)
    front = faded(wood, tuple(int(c * 0.78) for c in wood))
    edge = int(HEIGHT * 0.62)
    picture.paste(front.crop((0, 0, WIDTH, HEIGHT - edge)), (0, edge))
    ImageDraw.Draw(picture).rectangle([0, edge, WIDTH, edge + 5], fill=tuple(min(255, int(c * 1.15)) for c in wood))
    return picture


def checked(light: Rgb, dark: Rgb, side: int) -> Image.Image:
    """A checked table cloth: where two stripes cross, the colour is full."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH] // side % 2
    amount = ((x + y) / 2)[..., None]
    return Image.fromarray((np.array(light) * (1 - amount) + np.array(dark) * amount).astype(np.uint8))


def icon(name: str, height: float, paint: tuple[float, float, float] | None) -> Image.Image:
    """An icon, cut to its ink, of this share of the picture's height."""
    image = Image.open(LARGE / f"{name}.png").convert("RGBA")
    if paint:
        whole = torch.from_numpy(np.asarray(image.convert("RGBa"), np.float32) / 255).permute(2, 0, 1)[None]
        done = repainted(whole, torch.tensor([paint]))[0].permute(1, 2, 0).numpy()
        image = Image.fromarray((done * 255).astype(np.uint8), "RGBa").convert("RGBA")
    image = image.crop(image.getchannel("A").getbbox())
    scale = height * HEIGHT / image.height
    return image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.LANCZOS)


def standing(picture: Image.Image, name: str, x: float, foot: float, height: float, paint=None, shadow: bool = True) -> Image.Image:
    """Puts an icon with its foot at (x, foot), above a soft flat shadow."""
    image = icon(name, height, paint)
    left, top = round(x * WIDTH - image.width / 2), round(foot * HEIGHT - image.height)
    if shadow:
        shade = Image.new("L", picture.size)
        reach, flat = image.width * 0.46, image.height * 0.05
        middle = foot * HEIGHT - flat * 0.4
        ImageDraw.Draw(shade).ellipse([x * WIDTH - reach, middle - flat, x * WIDTH + reach, middle + flat], fill=105)
        picture = darkened(picture, shade.filter(ImageFilter.GaussianBlur(9)))
    picture.paste(image, (left, top), image)
    return picture


def lying(picture: Image.Image, name: str, x: float, y: float, height: float, shadow: bool = True) -> Image.Image:
    """Puts an icon's middle at (x, y), above a soft shadow of its own form."""
    image = icon(name, height, None)
    left, top = round(x * WIDTH - image.width / 2), round(y * HEIGHT - image.height / 2)
    if shadow:
        shade = Image.new("L", picture.size)
        shade.paste(image.getchannel("A").point(lambda a: a * 90 // 255), (left + 7, top + 10))
        picture = darkened(picture, shade.filter(ImageFilter.GaussianBlur(8)))
    picture.paste(image, (left, top), image)
    return picture


def darkened(picture: Image.Image, shade: Image.Image) -> Image.Image:
    return ImageChops.multiply(picture, ImageChops.invert(shade).convert("RGB"))


if __name__ == "__main__":
    main()
