"""Asks the model about pictures in the art it never saw: the measure that training watches and the report gives."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from .art import UNSEEN_SET, Drawing, load_art
from .banks import load_banks
from .compose import Compositor, Nuisance
from .files import MODEL_FOLDER, TRAINING_FOLDER
from .model import CONTEXT, GlimpseMini
from .pixels import normalised
from .scenes import Item, Scene, SceneMaker, facts_of
from .batches import padded
from .tokenizer import Tokenizer

# Places, textures and stencils that training never drew, and gentler nuisance than in training.
SEED = 90_001
GENTLE = Nuisance(0.5)
PROMPTS = ("a photo of {}", "a picture of {}", "a drawing of {}")
EVERYDAY = tuple((TRAINING_FOLDER / "vocabulary" / "everyday-100.txt").read_text().split("\n")[:100])


@dataclass(frozen=True)
class Unseen:
    """Scene maker and compositor over the unseen art."""

    maker: SceneMaker
    compositor: Compositor


@lru_cache(maxsize=1)
def unseen() -> Unseen:
    art, banks = load_art((UNSEEN_SET,)), load_banks(SEED)
    maker = SceneMaker(art, banks.place_rows, len(banks.textures[64]), banks.stencil_rows)
    return Unseen(maker, Compositor(art, banks))


def single_things(names: tuple[str, ...], each: int, random: np.random.Generator) -> tuple[list[Scene], list[str]]:
    """Every unseen drawing of each thing, `each` times on its own, in its own colours, somewhere."""
    maker = unseen().maker
    things = {thing.name: thing for thing in maker.things}
    scenes, labels = [], []
    for name in names:
        for drawing in own_drawings(name, names):
            for _ in range(each):
                size = random.uniform(0.5, 0.95)
                reach = (1 - size) / 2
                x, y = 0.5 + random.uniform(-reach, reach), 0.5 + random.uniform(-reach, reach)
                scenes.append(finished([plain_item(maker, things[name], drawing, x, y, size, random)], random))
                labels.append(name)
    return scenes, labels


def own_drawings(name: str, names: tuple[str, ...]) -> list[Drawing]:
    """Drawings of a thing that show no other of the ranked things: a rose is not asked for as "flower"."""
    art = unseen().maker.art
    others = {d.icon for other in names if other != name for d in art.drawings.get(other, ())}
    drawings = list(art.drawings.get(name, ()))
    return [drawing for drawing in drawings if drawing.icon not in others] or drawings


def plain_item(maker: SceneMaker, thing, drawing: Drawing, x: float, y: float, size: float, random: np.random.Generator) -> Item:
    """An item in the colours it was drawn in, upright."""
    item = maker.item(thing, x, y, size, random, drawing)
    item.paint, item.strange, item.colour, item.maybe_colours = None, False, drawing.colour, drawing.maybe_colours
    item.angle, item.aspect = random.normal(0, 0.05), 1.0
    return item


def finished(items: list[Item], random: np.random.Generator, ground: str | None = None) -> Scene:
    scene = Scene(items)
    unseen().maker.add_ground(scene, random, ground)
    scene.facts = facts_of(scene)
    return scene


@torch.no_grad()
def encode_scenes(model: GlimpseMini, scenes: list[Scene], side: int, random: np.random.Generator, size: int = 128) -> Tensor:
    """Unit embeddings [scenes, 256]."""
    parts = []
    for start in range(0, len(scenes), size):
        pixels = normalised(unseen().compositor.draw(scenes[start : start + size], side, random, GENTLE))
        parts.append(F.normalize(model.vision(pixels.contiguous(memory_format=torch.channels_last)).float(), dim=-1))
    return torch.cat(parts)


@torch.no_grad()
def encode_answers(model: GlimpseMini, phrases: list[str], prompts: tuple[str, ...] = PROMPTS) -> Tensor:
    """One unit embedding for each phrase: the mean over the prompts, as CLIP's ensembles."""
    tokenizer = tokenizer_of_model()
    rows = [tokenizer.encode(prompt.format(phrase), CONTEXT) for phrase in phrases for prompt in prompts]
    ids, _ = padded(rows, tokenizer.end)
    each = F.normalize(model.text(ids).float(), dim=-1).view(len(phrases), len(prompts), -1)
    return F.normalize(each.mean(1), dim=-1)


@lru_cache(maxsize=1)
def tokenizer_of_model() -> Tokenizer:
    return Tokenizer(MODEL_FOLDER / "tokenizer.json")


def ranks(images: Tensor, answers: Tensor, right: list[int]) -> np.ndarray:
    """For each picture, how many answers score above the right one."""
    scores = images @ answers.T
    return (scores > scores[torch.arange(len(right)), right][:, None]).sum(1).numpy()


def probe(model: GlimpseMini, side: int) -> dict[str, float]:
    """Top-1 and top-5 among 100 everyday things, in percent: quick enough to watch a run with."""
    random = np.random.default_rng(SEED)
    scenes, labels = single_things(EVERYDAY, 2, random)
    nouns = unseen().maker.nouns
    answers = encode_answers(model, [nouns[name].phrase(name) for name in EVERYDAY])
    found = ranks(encode_scenes(model, scenes, side, random), answers, [EVERYDAY.index(label) for label in labels])
    return {"top1": 100 * float((found < 1).mean()), "top5": 100 * float((found < 5).mean()), "n": len(found)}
