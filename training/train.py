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
import torch.nn.functional as F

from export import export
from mini.batches import Batch, BatchStream
from mini.files import MODEL_FOLDER, RUNS_FOLDER, write_text
from mini.loss import contrastive_loss, text_embeddings
from mini.model import IMAGE_SIZE, MAX_LOGIT_SCALE, GlimpseMini
from mini.unseen import probe

WEIGHT_DECAY = 0.05
WARM_UP_STEPS = 200
CLIPPED_NORM = 1.0
# Weights are averaged over about the last thousand steps (Polyak averaging): steadier between drops of the rate.
AVERAGE_DECAY = 0.998


@dataclass(frozen=True)
class Recipe:
    seed: int = 7
    minutes: float = 68.0
    steps: int = 0
    batch: int = 128
    rate: float = 1.2e-3
    small_side: int = 64
    # The share of the run at the small side; the rest is at the side that ships.
    small_share: float = 0.72


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("--minutes", type=float, default=Recipe.minutes, help="the length of the run; its schedule follows the clock")
    parser.add_argument("--steps", type=int, default=0, help="the length in steps instead: slower machines then take longer, not less")
    parser.add_argument("--batch", type=int, default=Recipe.batch)
    parser.add_argument("--rate", type=float, default=Recipe.rate)
    parser.add_argument("--seed", type=int, default=Recipe.seed)
    parser.add_argument("--publish", action="store_true", help="export into models/glimpse-mini whenever a checkpoint is written")
    parser.add_argument("--checkpoint-minutes", type=float, default=5.0)
    options = parser.parse_args()
    recipe = Recipe(options.seed, options.minutes, options.steps, options.batch, options.rate)
    run = Run(RUNS_FOLDER / options.name, recipe)
    run.train(options.checkpoint_minutes, MODEL_FOLDER if options.publish else None)


class Run:
    """The state of a run: model, average, optimiser, and how far it has come."""

    def __init__(self, folder: Path, recipe: Recipe) -> None:
        self.folder, self.recipe = folder, recipe
        folder.mkdir(parents=True, exist_ok=True)
        write_text(folder / "recipe.json", json.dumps(asdict(recipe), indent=2) + "\n")
        torch.manual_seed(recipe.seed)
        self.model = GlimpseMini().to(memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.model)
        self.optimiser = optimiser_of(self.model, recipe.rate)
        self.step, self.seconds = 0, 0.0
        if (folder / "checkpoint.pt").exists():
            self._resume()

    def train(self, checkpoint_minutes: float, publish_to: Path | None) -> None:
        stream = BatchStream(self.recipe.seed, self.recipe.batch, self.step, self.side())
        stream.next()  # Loading the art is not training time.
        self.step += 1
        saved = shown = self.seconds
        losses: list[float] = []
        while self.progress() < 1:
            start = time.perf_counter()
            stream.set_side(self.side())
            losses.append(self.learn(stream.next()))
            self.step += 1
            self.seconds += time.perf_counter() - start
            if self.seconds - shown > 30:
                self.log_progress(losses, self.seconds - shown)
                losses, shown = [], self.seconds
            if self.seconds - saved > 60 * checkpoint_minutes:
                self.save(publish_to)
                saved = self.seconds
        stream.close()
        self.save(publish_to)

    def progress(self) -> float:
        """How much of the run is done, 0..1."""
        if self.recipe.steps:
            return self.step / self.recipe.steps
        return self.seconds / (60 * self.recipe.minutes)

    def side(self) -> int:
        return self.recipe.small_side if self.progress() < self.recipe.small_share else IMAGE_SIZE

    def rate(self) -> float:
        """Linear warm-up, then a cosine to nothing."""
        warm = min(1.0, (self.step + 1) / WARM_UP_STEPS)
        return self.recipe.rate * warm * 0.5 * (1 + math.cos(math.pi * min(1.0, self.progress())))

    def learn(self, batch: Batch) -> float:
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate()
        self.model.train()
        with torch.autocast("cpu", torch.bfloat16):
            images = self.model.vision(batch.pixels.contiguous(memory_format=torch.channels_last))
            texts = text_embeddings(self.model.text, batch.ids, batch.lengths)
        loss = contrastive_loss(F.normalize(images.float(), dim=-1), texts, self.model.logit_scale(), batch)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), CLIPPED_NORM)
        self.optimiser.step()
        with torch.no_grad():
            self.model.log_scale.clamp_(max=math.log(MAX_LOGIT_SCALE))
            follow(self.average, self.model, min(AVERAGE_DECAY, (1 + self.step) / (10 + self.step)))
        return float(loss)

    def log_progress(self, losses: list[float], seconds: float) -> None:
        pictures = len(losses) * self.recipe.batch / seconds
        self.log(
            kind="progress", loss=round(sum(losses) / len(losses), 4), rate=round(self.rate(), 6), side=self.side(),
            scale=round(float(self.model.logit_scale()), 2), pictures_per_second=round(pictures, 1),
        )  # fmt: skip

    def save(self, publish_to: Path | None) -> None:
        self.average.eval()
        self.log(kind="unseen", side=self.side(), **{key: round(value, 2) for key, value in probe(self.average, self.side()).items()})
        state = {
            "model": self.model.state_dict(), "average": self.average.state_dict(), "optimiser": self.optimiser.state_dict(),
            "step": self.step, "seconds": self.seconds,
        }  # fmt: skip
        beside = self.folder / "checkpoint.pt.part"
        torch.save(state, beside)
        beside.rename(self.folder / "checkpoint.pt")
        if publish_to:
            export(self.average, publish_to)

    def _resume(self) -> None:
        state = torch.load(self.folder / "checkpoint.pt", map_location="cpu")
        self.model.load_state_dict(state["model"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.seconds = state["step"], state["seconds"]

    def log(self, **entry: float | int | str) -> None:
        """One line to read and one to parse."""
        done = self.progress()
        left = self.seconds * (1 - done) / done / 60 if done > 0 else float("nan")
        line = {"step": self.step, "minutes": round(self.seconds / 60, 2), **entry}
        with (self.folder / "log.jsonl").open("a") as file:
            file.write(json.dumps(line) + "\n")
        print(" ".join(f"{key}={value}" for key, value in line.items()), f"left={left:.1f}min", flush=True)


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
