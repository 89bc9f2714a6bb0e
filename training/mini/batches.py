"""Batches: pictures, sentences about them, and which sentence is true of which picture."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
import torch
from torch import Tensor

from . import colours
from .art import TRAINING_SETS, load_art
from .banks import load_banks
from .compose import Compositor
from .files import MODEL_FOLDER
from .model import CONTEXT, COUNT_CLASSES, NAME_CLASSES
from .pixels import normalised
from .scenes import Scene, SceneMaker
from .sentences import Sentence, Teller
from .tokenizer import Tokenizer

# Each picture is named by one sentence; this often it is told of by a second. Either is contrasted with a nearly true one
# this often: without, few batches hold "a purple circle" beside "a black circle", and colours are learned slowly.
TOLD_AGAIN = 0.5
NEARLY = 0.55
# A colour is told against so many others: one does not say where red ends and where pink, orange and brown begin.
OTHER_COLOURS = 3
# And a number against so many others, for the like reason.
OTHER_NUMBERS = 2
# For so many pictures, a sentence with words that no picture shows: what they mean is "none of these".
NEVER_SHOWN = 0.16


@dataclass(frozen=True)
class Batch:
    """pixels [B, 3, S, S] normalised; ids [N, L] padded with the end mark; true, possible and own
    [B, N]: which sentences are true of which picture, which may be, and which were told of it. names [B, 1024]: what is in the picture,
    in equal shares; sides [B, 4, 1024]: the same of its left, right, upper and lower half, all zero where the picture does not
    say; colours [B, 29]: the colours of its things, all zero where they have none that is known; counts [B]: how many things are. pairs [P, 3]:
    a picture, a sentence told of it, and a nearly true one, by their rows."""

    pixels: Tensor
    ids: Tensor
    lengths: Tensor
    true: Tensor
    possible: Tensor
    own: Tensor
    names: Tensor
    sides: Tensor
    colours: Tensor
    counts: Tensor
    pairs: Tensor

    def on(self, device: torch.device) -> Batch:
        return Batch(*(getattr(self, field.name).to(device) for field in fields(self)))


class BatchMaker:
    """A batch is a function of the seed, its number and the pictures' side: a resumed run sees what it would have seen."""

    def __init__(self, seed: int, size: int, device: torch.device = torch.device("cpu")) -> None:
        art, banks = load_art(TRAINING_SETS), load_banks(seed)
        self.seed, self.size = seed, size
        self.scenes = SceneMaker(art, banks.place_rows, len(banks.textures[64]), banks.stencil_rows)
        things = [thing.name for thing in art.things if thing.curated and not thing.activity]
        self.classes = {key: number for number, key in enumerate(sorted(self.scenes.nouns))}
        self.teller = Teller(self.scenes.nouns, things)
        self.compositor = Compositor(art, banks, device)
        self.device = device
        self.tokenizer = Tokenizer(MODEL_FOLDER / "tokenizer.json")

    def make(self, number: int, side: int) -> Batch:
        random = np.random.default_rng([self.seed, number])
        scenes = [self.scenes.make(random) for _ in range(self.size)]
        texts: dict[str, int] = {}
        required: list[Sentence] = []
        owners: list[tuple[int, int]] = []
        pairs: list[tuple[int, int, int]] = []

        def column(sentence: Sentence) -> int:
            if sentence.text not in texts:
                texts[sentence.text] = len(texts)
                required.append(sentence)
            return texts[sentence.text]

        for row, scene in enumerate(scenes):
            for told in self._told(scene, random):
                if told:
                    owners.append((row, column(told)))
                for _ in range(self._times_nearly(told, random)):
                    near = self.teller.nearly(told, random)
                    if near and near.facts != told.facts:
                        pairs.append((row, column(told), column(near)))
            if random.random() < NEVER_SHOWN:
                column(self.teller.never_shown(random))
        own = torch.zeros(len(scenes), len(texts), dtype=torch.bool)
        if owners:
            own[tuple(torch.tensor(owners).T)] = True
        ids, lengths = padded([self.tokenizer.encode(text, CONTEXT) for text in texts], self.tokenizer.end)
        pixels = normalised(self.compositor.draw(scenes, side, random))
        counts = torch.tensor([min(len(scene.items), COUNT_CLASSES - 1) for scene in scenes])
        true, possible = truth(scenes, required)
        return Batch(
            pixels, ids, lengths, true | own, possible | own, own, self._names(scenes), self._sides(scenes), self._colours(scenes), counts,
            torch.tensor(pairs),
        ).on(self.device)  # fmt: skip

    def _told(self, scene: Scene, random: np.random.Generator) -> list[Sentence | None]:
        """What it shows, and perhaps more."""
        more = self.teller.tell(scene, random) if random.random() < TOLD_AGAIN else None
        return [self.teller.tell(scene, random, True), more]

    def _times_nearly(self, told: Sentence | None, random: np.random.Generator) -> int:
        if told is None:
            return 0
        if told.coloured():
            return OTHER_COLOURS
        if told.numbered():
            return OTHER_NUMBERS
        return int(random.random() < NEARLY)

    def _colours(self, scenes: list[Scene]) -> Tensor:
        shown = torch.zeros(len(scenes), len(colours.WORDS))
        for row, scene in enumerate(scenes):
            for item in scene.items:
                if item.colour:
                    shown[row, colours.WORDS.index(item.colour)] += 1
        return shown / shown.sum(1, keepdim=True).clamp(min=1)

    def _names(self, scenes: list[Scene]) -> Tensor:
        names = torch.zeros(len(scenes), NAME_CLASSES)
        for row, scene in enumerate(scenes):
            for item in scene.items:
                names[row, self.classes[item.noun.key]] += 1 / len(scene.items)
        return names

    def _sides(self, scenes: list[Scene]) -> Tensor:
        sides = torch.zeros(len(scenes), 4, NAME_CLASSES)
        for row, scene in enumerate(scenes):
            if len(scene.items) < 2:
                continue
            for item in scene.items:
                number = self.classes[item.noun.key]
                for half, inside in enumerate((item.x < 0.42, item.x > 0.58, item.y < 0.42, item.y > 0.58)):
                    sides[row, half, number] += inside
        return sides / sides.sum(2, keepdim=True).clamp(min=1)


def truth(scenes: list[Scene], sentences: list[Sentence]) -> tuple[Tensor, Tensor]:
    """Two bool [scenes, sentences]: whether the scene has every fact that the sentence requires, and whether it may have."""
    numbers: dict[str, int] = {}
    for sentence in sentences:
        for fact in (*sentence.facts, *sentence.doubts):
            numbers.setdefault(fact, len(numbers))
    has = np.zeros((len(scenes), len(numbers)), np.float32)
    may = np.zeros_like(has)
    for row, scene in enumerate(scenes):
        has[row, [numbers[fact] for fact in scene.facts if fact in numbers]] = 1
        may[row, [numbers[fact] for fact in scene.doubts if fact in numbers]] = 1
    may = np.maximum(has, may)
    needs = np.zeros((len(sentences), len(numbers)), np.float32)
    doubts = np.zeros_like(needs)
    for row, sentence in enumerate(sentences):
        needs[row, [numbers[fact] for fact in sentence.facts]] = 1
        doubts[row, [numbers[fact] for fact in sentence.doubts]] = 1
    true = has @ needs.T >= needs.sum(1)
    possible = (may @ needs.T >= needs.sum(1)) | (has @ doubts.T > 0)
    return torch.from_numpy(true), torch.from_numpy(possible)


def padded(sentences: list[list[int]], end: int) -> tuple[Tensor, Tensor]:
    lengths = torch.tensor([len(ids) for ids in sentences])
    ids = torch.full((len(sentences), int(lengths.max())), end)
    for row, sentence in enumerate(sentences):
        ids[row, : len(sentence)] = torch.tensor(sentence)
    return ids, lengths
