"""Writes the evaluation sets: python3 training/evaluate.py [--small | --validation]

Pictures in the art that training never saw, and simple shapes drawn by other means than training's, with questions, as
training/evaluation/GROUP.jsonl for `glimpse eval`; the same whoever draws them, whenever. With --small, a part of them as the
regression set that the tests run on: test/evaluation/drawings. With --validation, other pictures with other questions, to choose
weights and fit confidences on: training/validation.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from mini.files import PROJECT, TRAINING_FOLDER, write_text
from mini.questions import Question, all_groups
from mini.strangers import strangers_set
from mini.unseen import GENTLE, SEED, unseen

FOLDER = TRAINING_FOLDER / "evaluation"
VALIDATION_FOLDER, VALIDATION_SEED = TRAINING_FOLDER / "validation", SEED + 7
SMALL_FOLDER = PROJECT / "test" / "evaluation" / "drawings"
# Larger than the model's input, so that the bot's own preprocessing is measured too.
SIDE, SMALL_SIDE = 160, 128
# Questions of each group in the regression set.
SMALL_GROUP = 20
# Of fewer than ten answers each stands for its share of ten, and three of ten make an answer right in full (VQA accuracy).
MOST_ANSWERS = 3
CHUNK = 128


@dataclass(frozen=True)
class Line:
    picture: Image.Image
    question: Question


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--small", action="store_true", help="the regression set, in its place")
    which.add_argument("--validation", action="store_true", help="other pictures with other questions, to choose by")
    options = parser.parse_args()
    seed = VALIDATION_SEED if options.validation else SEED
    groups = all_groups(seed)
    strangers = [Line(picture, question) for picture, question in strangers_set(np.random.default_rng(seed))]
    if options.small:
        # Evenly spread, so that every answer of a group has its turn.
        lines: list[str] = []
        for name, questions in groups.items():
            some = [questions[i] for i in np.linspace(0, len(questions) - 1, SMALL_GROUP).astype(int)]
            lines += draw_group(SMALL_FOLDER, name, drawn(some, SMALL_SIDE, seed), quality=80)
        lines += draw_group(SMALL_FOLDER, "strangers", strangers[: 2 * SMALL_GROUP], quality=80)
        write_text(SMALL_FOLDER / "questions.jsonl", "\n".join(lines) + "\n")
        return
    folder = VALIDATION_FOLDER if options.validation else FOLDER
    for name, questions in groups.items():
        write_text(folder / f"{name}.jsonl", "\n".join(draw_group(folder, name, drawn(questions, SIDE, seed))) + "\n")
    write_text(folder / "strangers.jsonl", "\n".join(draw_group(folder, "strangers", strangers)) + "\n")


def drawn(questions: list[Question], side: int, seed: int) -> Iterable[Line]:
    random = np.random.default_rng(seed)
    for start in range(0, len(questions), CHUNK):
        part = questions[start : start + CHUNK]
        pixels = unseen().compositor.draw([question.scene for question in part], side, random, GENTLE)
        for question, picture in zip(part, pixels):
            yield Line(Image.fromarray((picture.permute(1, 2, 0).numpy() * 255).astype(np.uint8)), question)


def draw_group(folder: Path, name: str, lines: Iterable[Line], quality: int = 92) -> list[str]:
    """Writes FOLDER/NAME/*.jpg, and returns the lines about them that `glimpse eval` reads."""
    (folder / name).mkdir(parents=True, exist_ok=True)
    written = []
    for number, line in enumerate(lines):
        file = f"{name}/{number:04}.jpg"
        line.picture.save(folder / file, "JPEG", quality=quality)
        entry = {"image": file, "question": line.question.text, "answers": line.question.answers[:MOST_ANSWERS]}
        written.append(json.dumps({**entry, "choices": line.question.choices} if line.question.choices else entry))
    print(f"{name}: {len(written)} questions")
    return written


if __name__ == "__main__":
    main()
