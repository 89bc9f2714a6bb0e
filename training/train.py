"""Trains glimpse-mini: python3 training/train.py NAME --minutes 65

Everything of a run lies in training/runs/NAME: settings, log, and a checkpoint from which the same command goes on.
"""

from __future__ import annotations

import argparse
import copy
import json
import math
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
import torch.multiprocessing as multiprocessing
import torch.nn.functional as F

from mini.batches import Batch, BatchMaker
from mini.files import MODEL_FOLDER, RUNS_FOLDER, write_text
from mini.loss import contrastive_loss, naming_losses, order_loss, text_embeddings
from mini.model import IMAGE_SIZE, MAX_LOGIT_SCALE, GlimpseMini
from mini.published import load_published, turn_halves
from mini.unseen import probe

WEIGHT_DECAY = 0.05
CLIPPED_NORM = 1.0
# Weights are averaged over about the last five hundred steps (Polyak averaging): steadier between drops of the rate.
AVERAGE_DECAY = 0.998
LOG_SECONDS = 30
ORDER_WEIGHT = 0.5
NAME_WEIGHT, SIDE_WEIGHT, COLOUR_WEIGHT, COUNT_WEIGHT = 0.5, 0.3, 0.3, 0.4
GROWING = ((0.3, 48), (0.72, 64), (1.0, IMAGE_SIZE))
# A run that goes on from other weights may begin on small pictures, for more of them.
GOING_ON = ((0.45, 64), (1.0, IMAGE_SIZE))
FULL_SIZE = ((1.0, IMAGE_SIZE),)
# Where there is an accelerator, pictures are drawn and learned from on it, by one learner.
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
# The start that is no run: the weights that are published, in models/glimpse-mini.
PUBLISHED = "published"
PROCESSOR = Path("/proc/cpuinfo")


@dataclass(frozen=True)
class Recipe:
    seed: int = 7
    minutes: float = 65.0
    steps: int = 0
    batch: int = 128
    rate: float = 1.2e-3
    # Processes that learn side by side on the same weights, one thread each (Hogwild, Niu et al. 2011). On a busy machine
    # two of them do several times the work of one process with two threads, whose threads wait for each other at every
    # layer. With one, a run of a given number of steps can be repeated exactly.
    learners: int = 1 if DEVICE.type == "cuda" else 2
    # (until this share of the run, the pictures' side): small pictures teach most of it at a fraction of the cost.
    sides: tuple[tuple[float, int], ...] = GROWING
    # Another run whose averaged weights this one starts from, or "published".
    start: str = ""
    # Whether the start's projection gets a direction for each side first (mini/published.py).
    turn_halves: bool = False
    warm_up: int = 300

    def side(self, progress: float) -> int:
        return next((side for share, side in self.sides if progress < share), IMAGE_SIZE)

    def rate_at(self, step: int, progress: float) -> float:
        """Linear warm-up, then a cosine to nothing."""
        return self.rate * min(1.0, (step + 1) / self.warm_up) * 0.5 * (1 + math.cos(math.pi * min(1.0, progress)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("--minutes", type=float, default=Recipe.minutes, help="the length of the run; its schedule follows the clock")
    parser.add_argument("--steps", type=int, default=0, help="the length in steps instead: slower machines then take longer, not less")
    parser.add_argument("--batch", type=int, default=Recipe.batch)
    parser.add_argument("--rate", type=float, default=Recipe.rate)
    parser.add_argument("--seed", type=int, default=Recipe.seed)
    parser.add_argument("--learners", type=int, default=Recipe.learners)
    parser.add_argument("--start", default="", help="go on from another run's weights, or from the `published` ones")
    parser.add_argument("--turn-halves", action="store_true", help="give the start's projection a direction for each side")
    parser.add_argument("--full-size", action="store_true", help=f"{IMAGE_SIZE} pixels throughout")
    parser.add_argument("--until", type=float, default=math.inf, help="stop after so many minutes, before the schedule ends")
    parser.add_argument("--checkpoint-minutes", type=float, default=5.0)
    options = parser.parse_args()
    sides = FULL_SIZE if options.full_size else GOING_ON if options.start else GROWING
    recipe = Recipe(
        options.seed, options.minutes, options.steps, options.batch, options.rate, options.learners, sides, options.start, options.turn_halves
    )  # fmt: skip
    Run(RUNS_FOLDER / options.name, recipe).train(options.checkpoint_minutes, options.until)


class Learner:
    """Learns from one batch after another, on weights that others may be changing too."""

    def __init__(self, model: GlimpseMini, recipe: Recipe) -> None:
        self.model, self.recipe = model, recipe
        self.optimiser = optimiser_of(model, recipe.rate)
        self.maker = BatchMaker(recipe.seed, recipe.batch, DEVICE)
        self.parts: dict[str, float] = {}

    def step(self, number: int, progress: float) -> dict[str, float]:
        """Draws batch `number`, learns from it, and returns the parts of its loss."""
        batch = self.maker.make(number, self.recipe.side(progress))
        for group in self.optimiser.param_groups:
            group["lr"] = self.recipe.rate_at(number, progress)
        loss = self._loss(batch)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), CLIPPED_NORM)
        self.optimiser.step()
        with torch.no_grad():
            self.model.log_scale.clamp_(max=math.log(MAX_LOGIT_SCALE))
        return self.parts

    def _loss(self, batch: Batch) -> torch.Tensor:
        self.model.train()
        with torch.autocast(DEVICE.type, torch.bfloat16, enabled=half_precision()):
            features = self.model.vision.features(batch.pixels.contiguous(memory_format=torch.channels_last))
            images = self.model.vision.projection(features)
            named = naming_losses(features, self.model, batch)
            texts = text_embeddings(self.model.text, batch.ids, batch.lengths)
        images, scale = F.normalize(images.float(), dim=-1), self.model.logit_scale()
        contrast = contrastive_loss(images, texts, scale, batch)
        order = order_loss(images, texts, scale, batch.pairs)
        self.parts = {
            "contrast": float(contrast), "order": float(order), "names": float(named.names), "sides": float(named.sides),
            "colours": float(named.colours), "counts": float(named.counts),
        }  # fmt: skip
        return contrast + ORDER_WEIGHT * order + NAME_WEIGHT * named.names + SIDE_WEIGHT * named.sides + COLOUR_WEIGHT * named.colours + COUNT_WEIGHT * named.counts


class Run:
    """The state of a run: model, average, optimiser, and how far it has come. Steps count the batches of all learners."""

    def __init__(self, folder: Path, recipe: Recipe) -> None:
        self.folder, self.recipe = folder, recipe
        folder.mkdir(parents=True, exist_ok=True)
        write_text(folder / "recipe.json", json.dumps(asdict(recipe), indent=2) + "\n")
        torch.set_num_threads(1 if recipe.learners > 1 else torch.get_num_threads())
        torch.manual_seed(recipe.seed)
        self.model = GlimpseMini().to(DEVICE, memory_format=torch.channels_last)
        if recipe.start == PUBLISHED:
            self._start_from_published()
        elif recipe.start:
            load_towers(self.model, folder.parent / recipe.start / "checkpoint.pt")
        if recipe.turn_halves:
            turn_halves(self.model.cpu(), recipe.seed)
            self.model.to(DEVICE, memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.model)
        if recipe.learners > 1:
            self.model.share_memory()
        self.learner = Learner(self.model, recipe)
        self.context = multiprocessing.get_context("spawn")
        self.steps = self.context.Value("i", 0)
        self.progress = self.context.Value("d", 0.0)
        self.seconds = 0.0
        if (folder / "checkpoint.pt").exists():
            self._resume()

    def train(self, checkpoint_minutes: float, until_minutes: float) -> None:
        others = [self._other_learner() for _ in range(self.recipe.learners - 1)]
        saved, shown, shown_step = self.seconds, self.seconds, self.steps.value
        losses: list[dict[str, float]] = []
        while self._progressed() < 1 and self.seconds < 60 * until_minutes:
            start = time.perf_counter()
            losses.append(self.learner.step(taken(self.steps), self.progress.value))
            follow(self.average, self.model, min(AVERAGE_DECAY**self.recipe.learners, (1 + self.steps.value) / (10 + self.steps.value)))
            self.seconds += time.perf_counter() - start
            if self.seconds - shown > LOG_SECONDS:
                self._log_progress(losses, (self.steps.value - shown_step) / (self.seconds - shown))
                losses, shown, shown_step = [], self.seconds, self.steps.value
            if self.seconds - saved > 60 * checkpoint_minutes:
                start = time.perf_counter()
                self.save()
                self.seconds += time.perf_counter() - start
                saved = self.seconds
        self.progress.value = 1
        for other in others:
            other.join(timeout=60)
        self.save()

    def _start_from_published(self) -> None:
        maker = BatchMaker(self.recipe.seed, 64)
        load_published(self.model.cpu(), MODEL_FOLDER, [maker.make(number, IMAGE_SIZE).pixels for number in range(8)])
        self.model.to(DEVICE, memory_format=torch.channels_last)
        settings = json.loads((MODEL_FOLDER / "config.json").read_text())
        with torch.no_grad():
            self.model.log_scale.fill_(math.log(settings["logit_scale"]))

    def _progressed(self) -> float:
        """How much of the run is done, 0..1; the other learners read it too."""
        done = self.steps.value / self.recipe.steps if self.recipe.steps else self.seconds / (60 * self.recipe.minutes)
        self.progress.value = done
        return done

    def _other_learner(self) -> multiprocessing.Process:
        process = self.context.Process(
            target=_learn, args=(self.model, self.learner.optimiser.state_dict(), self.recipe, self.steps, self.progress), daemon=True
        )
        process.start()
        return process

    def _log_progress(self, losses: list[dict[str, float]], steps_per_second: float) -> None:
        means = {part: round(sum(loss[part] for loss in losses) / len(losses), 4) for part in losses[0]}
        self._log(
            kind="progress", **means, side=self.recipe.side(self.progress.value),
            rate=round(self.recipe.rate_at(self.steps.value, self.progress.value), 6),
            scale=round(float(self.model.logit_scale()), 2), pictures_per_second=round(steps_per_second * self.recipe.batch, 1),
        )  # fmt: skip

    def save(self) -> None:
        self.average.eval()
        side = self.recipe.side(self.progress.value)
        self._log(kind="unseen", side=side, **{key: round(value, 2) for key, value in probe(copy.deepcopy(self.average).cpu(), side).items()})
        state = {
            "model": self.model.state_dict(), "average": self.average.state_dict(),
            "optimiser": self.learner.optimiser.state_dict(), "steps": self.steps.value, "seconds": self.seconds,
        }  # fmt: skip
        beside = self.folder / "checkpoint.pt.part"
        torch.save(state, beside)
        beside.rename(self.folder / "checkpoint.pt")

    def _resume(self) -> None:
        state = torch.load(self.folder / "checkpoint.pt", map_location="cpu")
        self.model.load_state_dict(state["model"])
        self.average.load_state_dict(state["average"])
        self.learner.optimiser.load_state_dict(state["optimiser"])
        self.steps.value, self.seconds = state["steps"], state["seconds"]

    def _log(self, **entry: float | int | str) -> None:
        """One line to read and one to parse."""
        done = self.progress.value
        left = self.seconds * (1 - done) / done / 60 if done > 0 else float("nan")
        line = {"step": self.steps.value, "minutes": round(self.seconds / 60, 2), **entry}
        with (self.folder / "log.jsonl").open("a") as file:
            file.write(json.dumps(line) + "\n")
        print(f"{bar(done)} {100 * done:.0f} %, {left:.0f} min left |", " ".join(f"{key}={value}" for key, value in line.items()), flush=True)


def half_precision() -> bool:
    """Whether bfloat16 is faster here: a processor without its instructions takes 2.5 times as long as in float32 with AVX-512,
    and twenty times without."""
    return DEVICE.type == "cuda" or "avx512_bf16" in PROCESSOR.read_text()


def load_towers(model: GlimpseMini, checkpoint: Path) -> None:
    """Another run's averaged towers; the heads, whose classes follow the vocabulary, start anew."""
    average = torch.load(checkpoint, map_location="cpu")["average"]
    model.load_state_dict({name: values for name, values in average.items() if "_head" not in name}, strict=False)


def bar(done: float, width: int = 20) -> str:
    return "[" + "=" * round(width * min(1.0, done)) + " " * (width - round(width * min(1.0, done))) + "]"


def _learn(model: GlimpseMini, optimiser_state: dict, recipe: Recipe, steps, progress) -> None:
    """Another process that learns until the run is done, or its starter is gone."""
    torch.set_num_threads(1)
    learner = Learner(model, recipe)
    learner.optimiser.load_state_dict(optimiser_state)
    starter = multiprocessing.parent_process()
    while progress.value < 1 and starter.is_alive():
        learner.step(taken(steps), progress.value)


def taken(steps) -> int:
    """The next batch's number, given to one learner only."""
    with steps.get_lock():
        steps.value += 1
        return steps.value - 1


def optimiser_of(model: GlimpseMini, rate: float) -> torch.optim.AdamW:
    """Weights decay; gains, biases, positions and the temperature do not."""
    decayed = [p for p in model.parameters() if p.ndim > 1]
    kept = [p for p in model.parameters() if p.ndim <= 1]
    groups = [{"params": decayed, "weight_decay": WEIGHT_DECAY}, {"params": kept, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), eps=1e-6)


def follow(average: GlimpseMini, model: GlimpseMini, decay: float) -> None:
    """average <- decay * average + (1 - decay) * model, norms' statistics included."""
    for kept, new in zip(average.state_dict().values(), model.state_dict().values()):
        if kept.dtype.is_floating_point:
            kept.lerp_(new.to(kept.dtype), 1 - decay)
        else:
            kept.copy_(new)


if __name__ == "__main__":
    main()
