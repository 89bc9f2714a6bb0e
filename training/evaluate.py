"""Writes the evaluation sets: python3 training/evaluate.py [--small | --validation] [--captions]

Pictures in the art that training never saw, and simple shapes drawn by other means than training's, with questions, as
training/evaluation/GROUP.jsonl for `glimpse eval`; the same whoever draws them, whenever. With --small, a part of them as the
regression set that the tests run on: test/evaluation/drawings. With --validation, other pictures with other questions, to choose
weights and fit confidences on: training/validation.

Beside the questions lie captions.jsonl, pictures with five captions each and what is in them, for `glimpse eval --captions`, with
bank-of-set.txt and bank-of-all.txt, captions of other scenes to retrieve from; and where.jsonl, where one of two things is.
--captions writes these alone.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from mini.caption_scenes import caption_scenes, truth_of
from mini.files import PROJECT, TRAINING_FOLDER, write_text
from mini.questions import Question, all_groups
from mini.references import bank_of_all, bank_of_set, references_of
from mini.scenes import Scene
from mini.strangers import strangers_set
from mini.unseen import GENTLE, SEED, unseen
from mini.where_scenes import THERE, box_of, where_scenes

FOLDER = TRAINING_FOLDER / "evaluation"
VALIDATION_FOLDER, VALIDATION_SEED = TRAINING_FOLDER / "validation", SEED + 7
SMALL_FOLDER = PROJECT / "test" / "evaluation" / "drawings"
SMALL_CAPTIONS_FOLDER = PROJECT / "test" / "evaluation" / "captions"
# Far from the seeds of either set, whose scenes the bank must not hold.
BANK_SEED = SEED + 1000
# Larger than the model's input, so that the bot's own preprocessing is measured too.
SIDE, SMALL_SIDE = 160, 128
# Questions of each group in the regression set.
SMALL_GROUP = 20
SMALL_CAPTIONS, SMALL_BANK, SMALL_WHERE = 60, 200, 24
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
    parser.add_argument("--captions", action="store_true", help="only the captions and where things are")
    options = parser.parse_args()
    seed = VALIDATION_SEED if options.validation else SEED
    folder = SMALL_CAPTIONS_FOLDER if options.small else VALIDATION_FOLDER if options.validation else FOLDER
    write_captions(folder, seed, options.small)
    write_where(folder, seed, options.small)
    if options.captions:
        return
    groups = all_groups(seed)
    strangers = [Line(picture, question) for picture, question in strangers_set(np.random.default_rng(seed))]
    if options.small:
        # Evenly spread, so that every answer of a group has its turn.
        lines: list[str] = []
        for name, questions in groups.items():
            lines += draw_group(SMALL_FOLDER, name, drawn(some(questions, SMALL_GROUP), SMALL_SIDE, seed), quality=80)
        lines += draw_group(SMALL_FOLDER, "strangers", strangers[: 2 * SMALL_GROUP], quality=80)
        write_text(SMALL_FOLDER / "questions.jsonl", "\n".join(lines) + "\n")
        return
    for name, questions in groups.items():
        write_text(folder / f"{name}.jsonl", "\n".join(draw_group(folder, name, drawn(questions, SIDE, seed))) + "\n")
    write_text(folder / "strangers.jsonl", "\n".join(draw_group(folder, "strangers", strangers)) + "\n")


def drawn(questions: list[Question], side: int, seed: int) -> Iterable[Line]:
    for question, picture in zip(questions, pictures([question.scene for question in questions], side, seed)):
        yield Line(picture, question)


def pictures(scenes: list[Scene], side: int, seed: int) -> Iterable[Image.Image]:
    random = np.random.default_rng(seed)
    for start in range(0, len(scenes), CHUNK):
        for pixels in unseen().compositor.draw(scenes[start : start + CHUNK], side, random, GENTLE):
            yield Image.fromarray((pixels.permute(1, 2, 0).numpy() * 255).astype(np.uint8))


def write_captions(folder: Path, seed: int, small: bool) -> None:
    """captions.jsonl with its pictures, and two banks of captions of other scenes: of what the set shows, and of all things."""
    scenes = caption_scenes(seed)
    scenes = some(scenes, SMALL_CAPTIONS) if small else scenes
    random = np.random.default_rng(seed)
    lines = []
    for scene, file in zip(scenes, saved(folder, "captions", scenes, small, seed)):
        lines.append(json.dumps({"image": file, "captions": references_of(scene, random), "scene": truth_of(scene)}))
    write_text(folder / "captions.jsonl", "\n".join(lines) + "\n")
    if small:
        write_text(folder / "bank.txt", "\n".join(bank_of_all(BANK_SEED)[:SMALL_BANK]) + "\n")
        return
    for name, bank in (("bank-of-set", bank_of_set), ("bank-of-all", bank_of_all)):
        write_text(folder / f"{name}.txt", "\n".join(bank(BANK_SEED)) + "\n")


def write_where(folder: Path, seed: int, small: bool) -> None:
    """where.jsonl with its pictures."""
    wanted = list(where_scenes(seed))
    wanted = [*wanted[: SMALL_WHERE * 3 // 4], *wanted[THERE : THERE + SMALL_WHERE // 4]] if small else wanted
    lines = []
    for one, file in zip(wanted, saved(folder, "where", [one.scene for one in wanted], small, seed)):
        entry: dict = {"image": file, "thing": one.thing, "absent": one.item is None}
        if one.item:
            left, top, width, height = box = box_of(one.item, SMALL_SIDE if small else SIDE)
            entry |= {"box": box, "centre": [left + width / 2, top + height / 2]}
        lines.append(json.dumps(entry))
    write_text(folder / "where.jsonl", "\n".join(lines) + "\n")


def saved(folder: Path, name: str, scenes: list[Scene], small: bool, seed: int) -> Iterable[str]:
    """Writes FOLDER/NAME/*.jpg, and tells the name of each."""
    (folder / name).mkdir(parents=True, exist_ok=True)
    print(f"{name}: {len(scenes)} pictures")
    for number, picture in enumerate(pictures(scenes, SMALL_SIDE if small else SIDE, seed)):
        file = f"{name}/{number:04}.jpg"
        picture.save(folder / file, "JPEG", quality=80 if small else 92)
        yield file


def some(items: list, count: int) -> list:
    """Evenly spread."""
    return [items[i] for i in np.linspace(0, len(items) - 1, count).astype(int)]


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
