"""Trains the answer prior, P(answer | question) by the question's words alone, and writes all that comes of it:

    /usr/bin/python3 training/answer-prior/train.py [--train FILE] [--valid FILE]

Several networks learn the questions; one small network then learns from people and from those together, also on questions
made out of pieces of the real ones. Writes models/answer-prior (the small network in 8 bits, its card), the report beside
this file, and the golden vectors of the test. The same data, seed and PyTorch give the same files.
"""

from __future__ import annotations

import argparse
import hashlib
import os
from dataclasses import asdict, dataclass
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import torch

from answer_classes import class_bags, no_class_bags
from card import write_card
from dataset import answer_vocabulary, examples, feature_vocabulary, read_questions, type_weights
from fit import Recipe, fit, log_probabilities
from golden import write_golden
from measure import FIRST, best_within, summary, weighted
from model_file import model_bytes
from report import COLUMNS, figures, write_report
from synthetic import crossed_questions
from teaching import lessons
from turned import TURNED, turned_open
from words import question_words

FOLDER = Path(__file__).resolve().parent
PROJECT = FOLDER.parent.parent
DATA = PROJECT.parent / "shared" / "data" / "vqav2"
MODEL_FOLDER = PROJECT / "models" / "answer-prior"
GOLDEN = PROJECT / "test" / "vqa" / "answer-prior-golden.json"
COMMAND = "/usr/bin/python3 training/answer-prior/train.py"


@dataclass(frozen=True)
class Teacher:
    """`turned`: learns from closed questions turned open too. `classes`: its answers share what their classes learn."""

    recipe: Recipe
    turned: bool
    classes: bool


@dataclass(frozen=True)
class Plan:
    """Chosen on `valid`; README.md has what else was tried."""

    answers: int = 5000
    features: int = 34000
    feature_in_at_least: int = 4
    turned_weight: float = 0.4
    teachers: tuple[Teacher, ...] = (
        Teacher(Recipe(seed=1, hidden=128), turned=True, classes=False),
        Teacher(Recipe(seed=2, hidden=128), turned=True, classes=True),
        Teacher(Recipe(seed=3, hidden=160, dropout=0.5), turned=False, classes=False),
        Teacher(Recipe(seed=4, hidden=128, feature_dropout=0.4, worth=0.3), turned=True, classes=True),
        Teacher(Recipe(seed=5, hidden=128, batch=256, rate=0.003, worth=0.0), turned=True, classes=False),
        Teacher(Recipe(seed=6, hidden=160, dropout=0.5, yes_no_dropout=0.85), turned=True, classes=False),
    )
    crossed: int = 80000
    student: Recipe = Recipe(seed=11, hidden=160, dropout=0.1, feature_dropout=0.15, yes_no_dropout=0.15, epochs=8)
    people: float = 0.1


def main() -> None:
    options = arguments()
    torch.set_num_threads(1)
    plan = Plan()
    train, valid = read_questions(options.train), read_questions(options.valid)
    answers = answer_vocabulary(train, plan.answers)
    features = feature_vocabulary(train, plan.feature_in_at_least, plan.features)
    rows = {feature: row for row, feature in enumerate(features)}
    known, unseen = examples(train, rows, answers), examples(valid, rows, answers)
    print(f"{len(known):,} questions, {len(features):,} features, {len(answers):,} answers", flush=True)

    more = examples([*train, *turned_open(train, answers)], rows, answers, type_weights(train) | {TURNED: plan.turned_weight})
    bags, no_classes = class_bags(answers), no_class_bags(answers)

    steps, teachers = [], []
    for teacher in plan.teachers:
        teachers.append(fit(more if teacher.turned else known, len(features), bags if teacher.classes else no_classes, teacher.recipe))
        name = f"teacher {len(teachers)}: {teacher.recipe.hidden} wide" + ", turned questions" * teacher.turned + ", answer classes" * teacher.classes
        steps.append(step(name, log_probabilities(teachers[-1], unseen), unseen))
    together = np.log(np.mean([np.exp(log_probabilities(each, unseen)) for each in teachers], axis=0))
    steps.append(step("the teachers' mean", together, unseen))

    crossed = crossed_questions([question_words(each["question"]) for each in train], plan.crossed, plan.student.seed)
    taught = lessons(teachers, train, crossed, rows, answers)
    student = fit(taught.data, len(features), no_classes, plan.student, taught, plan.people)
    steps.append(step("the small network", log_probabilities(student, unseen), unseen))
    content = model_bytes(student, features, answers)
    shipped = log_probabilities(student, unseen)
    steps.append(step("the same in 8 bits, as shipped", shipped, unseen))

    MODEL_FOLDER.mkdir(parents=True, exist_ok=True)
    (MODEL_FOLDER / "prior.bin").write_bytes(content)
    report = {
        "command": COMMAND, "plan": asdict(plan), "trainQuestions": len(train),
        "features": len(features), "answers": len(answers), "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest(),
        "steps": steps, "figures": figures(shipped, unseen),
    }  # fmt: skip
    write_report(FOLDER, report)
    write_card(MODEL_FOLDER, report)
    write_golden(GOLDEN, student, rows, answers)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, default=DATA / "train.jsonl.gz")
    parser.add_argument("--valid", type=Path, default=DATA / "valid.jsonl.gz")
    return parser.parse_args()


def step(network: str, log_p: np.ndarray, unseen) -> dict:
    print(f"{network}: {summary(log_p, unseen)}", flush=True)
    best = best_within(log_p, unseen)
    return {"network": network} | {name: round(weighted(best[k], unseen.weights), 2) for name, k in zip(COLUMNS, FIRST)}


if __name__ == "__main__":
    main()
