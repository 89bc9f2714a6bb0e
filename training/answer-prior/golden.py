"""A few questions of our own with what the shipped network answers, for the test of the program that asks it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from dataset import examples
from fit import log_probabilities
from model import Prior

FIRST = 6
QUESTIONS = (
    "Is the lighthouse taller than the tree?",
    "How many teapots are on the shelf?",
    "what colour is the penguin's scarf",
    "Whats the astronaut holding?",
    "Is it a violin or a guitar?",
    "Does the soup look red, orange, or green?",
    "Hey, can you tell me what kind of boat this is please",
    "Où est le café?",
    "WHERE ARE THE ZEBRAS DRINKING???",
    "Why isn't the tall man in the grey t-shirt wearing any shoes while he's crossing the busy street in front of the two old "
    "buses and the taxis?",
    "hedgehogs",
    "",
)


def write_golden(path: Path, model: Prior, rows: dict[str, int], answers: list[str]) -> None:
    """Question -> its likeliest answers -> log P. Objects in objects only, which the formatter leaves as they are."""
    asked = [{"question": question, "type": "", "answerType": "other", "answers": ["yes"] * 10} for question in QUESTIONS]
    log_p = log_probabilities(model, examples(asked, rows, answers))
    golden = {question: likeliest(row, answers) for question, row in zip(QUESTIONS, log_p)}
    path.write_text(json.dumps(golden, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def likeliest(log_p: np.ndarray, answers: list[str]) -> dict[str, float]:
    best = np.argsort(-log_p, kind="stable")[:FIRST]
    return {answers[place]: round(float(log_p[place]), 4) for place in best}
