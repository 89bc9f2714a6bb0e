"""The questions as arrays: which features each has, which answers people gave, and what each answer is worth."""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from features import question_features
from copies import copied_answers
from vqa_accuracy import accuracy, answer_counts, is_unanimous, normalise_answer, trimmed
from words import question_words

# Shares of the answer types in VQA v2 as published; the training data is balanced to a third each.
NATURAL_SHARES = {"yes/no": 0.376, "number": 0.131, "other": 0.493}


def read_questions(path: Path) -> list[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def answer_vocabulary(questions: list[dict], size: int) -> list[str]:
    """The answers worth most over all questions, each as people most often write it ("t-shirt", not the evaluation's "t shirt")."""
    worth: Counter[str] = Counter()
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    shares = type_weights(questions)
    for question in questions:
        weight = shares[question["answerType"]]
        counts: Counter[str] = Counter()
        for raw in question["answers"]:
            normal = normalise_answer(raw)
            if normal:
                counts[normal] += 1
                spellings[normal][trimmed(raw).lower()] += 1
        for answer, people in counts.items():
            worth[answer] += weight * accuracy(people)
    ranked = sorted(worth.items(), key=lambda item: (-item[1], item[0]))[:size]
    return [min(spellings[answer].items(), key=lambda item: (-item[1], item[0]))[0] for answer, _ in ranked]


def feature_vocabulary(questions: list[dict], at_least: int, at_most: int) -> list[str]:
    """The commonest features, of those in so many different questions."""
    counts: Counter[str] = Counter()
    for question in questions:
        counts.update(question_features(question_words(question["question"])))
    ranked = sorted(((n, feature) for feature, n in counts.items() if n >= at_least), key=lambda item: (-item[0], item[1]))
    return [feature for _, feature in ranked[:at_most]]


def type_weights(questions: list[dict]) -> dict[str, float]:
    """What a question of each answer type weighs, so that the types have their natural shares and the mean weight is 1."""
    counts = Counter(question["answerType"] for question in questions)
    present = sum(NATURAL_SHARES[kind] for kind in counts)
    return {kind: NATURAL_SHARES[kind] / present * len(questions) / n for kind, n in counts.items()}


@dataclass(frozen=True)
class Examples:
    """Of n questions. Ragged rows: row i of `features` is `features[starts[i]:starts[i + 1]]`, and so on."""

    features: np.ndarray
    starts: np.ndarray
    answers: np.ndarray
    people: np.ndarray
    worth: np.ndarray
    answer_starts: np.ndarray
    copies: np.ndarray
    copy_kinds: np.ndarray
    copy_starts: np.ndarray
    weights: np.ndarray
    answer_types: list[str]
    question_types: list[str]

    def __len__(self) -> int:
        return len(self.weights)


def examples(questions: list[dict], feature_rows: dict[str, int], answers: list[str], shares: dict[str, float] | None = None) -> Examples:
    by_normal = {normalise_answer(answer): place for place, answer in enumerate(answers)}
    by_words = {" ".join(question_words(answer)): place for place, answer in reversed(list(enumerate(answers)))}
    shares = shares or type_weights(questions)
    ragged = [[] for _ in range(3)]
    values: list[list] = [[], [], [], [], [], []]
    for question in questions:
        words = question_words(question["question"])
        rows = [feature_rows[each] for each in question_features(words) if each in feature_rows]
        values[0] += rows
        ragged[0].append(len(rows))
        given = known_answers(question["answers"], by_normal, answers)
        for place, (people, worth) in given.items():
            values[1].append(place), values[2].append(people), values[3].append(worth)
        ragged[1].append(len(given))
        found = copied_answers(words, by_words)
        values[4] += [place for place, _ in found]
        values[5] += [kind for _, kind in found]
        ragged[2].append(len(found))
    starts = [np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64) for lengths in ragged]
    return Examples(
        np.array(values[0], np.int64), starts[0], np.array(values[1], np.int64), np.array(values[2], np.float32), np.array(values[3], np.float32),
        starts[1], np.array(values[4], np.int64), np.array(values[5], np.int64), starts[2],
        np.array([shares[question["answerType"]] for question in questions], np.float32),
        [question["answerType"] for question in questions], [question["type"] for question in questions],
    )  # fmt: skip


def known_answers(given: list[str], by_normal: dict[str, int], answers: list[str]) -> dict[int, tuple[int, float]]:
    """By place in the vocabulary: how many people gave the answer, and the accuracy of giving it as the vocabulary spells it."""
    normal = Counter(normalise_answer(answer) for answer in given)
    exact = answer_counts(given) if given and is_unanimous(given) else None
    known = {}
    for answer, people in normal.items():
        place = by_normal.get(answer)
        if place is not None:
            known[place] = (people, accuracy(people if exact is None else exact[answers[place]]))
    return known
