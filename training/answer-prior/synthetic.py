"""New questions from old ones: the beginning of one and the end of another, joined at a word that both have. Nobody answered
them; they teach the small network to guess as the large ones together do, away from the questions that those know by heart."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

SHORTEST, LONGEST = 3, 16


def crossed_questions(questions: list[list[str]], count: int, seed: int) -> list[list[str]]:
    """So many different ones, none of them among the given."""
    draw = np.random.default_rng(seed)
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, words in enumerate(questions):
        for at, word in enumerate(words):
            places[word].append((number, at))
    seen = {tuple(words) for words in questions}
    crossed: list[list[str]] = []
    while len(crossed) < count:
        first = questions[int(draw.integers(len(questions)))]
        if len(first) < 2:
            continue
        cut = int(draw.integers(1, len(first)))
        number, at = places[first[cut]][int(draw.integers(len(places[first[cut]])))]
        words = first[:cut] + questions[number][at:]
        if at and SHORTEST <= len(words) <= LONGEST and tuple(words) not in seen:
            seen.add(tuple(words))
            crossed.append(words)
    return crossed
