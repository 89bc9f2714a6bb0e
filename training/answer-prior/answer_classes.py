"""What answers have in common: their words, and what WordNet says that their last word is. Answers share what the network
learns about their classes, so that "sled", seen three times, profits from "skateboard". Only training needs this."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path

import numpy as np

from words import question_words, stem

# Debian's wordnet-base: WordNet 3.0, Princeton University.
WORDNET = Path("/usr/share/wordnet")
FEWEST, MOST_SHARE = 3, 0.5
DEEPEST = 12


def class_bags(answers: list[str]) -> tuple[np.ndarray, np.ndarray, int]:
    """Ragged rows as of an embedding bag: the classes of each answer, where each answer's start, and how many classes there are."""
    found = [classes(answer) for answer in answers]
    counts = Counter(each for row in found for each in row)
    kept = sorted(each for each, n in counts.items() if FEWEST <= n <= MOST_SHARE * len(answers))
    numbers = {each: number for number, each in enumerate(kept)}
    rows = [[numbers[each] for each in row if each in numbers] for row in found]
    bounds = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int64)
    return np.array([each for row in rows for each in row], np.int64), bounds, len(kept)


def no_class_bags(answers: list[str]) -> tuple[np.ndarray, np.ndarray, int]:
    return np.zeros(0, np.int64), np.zeros(len(answers) + 1, np.int64), 1


def classes(answer: str) -> list[str]:
    words = question_words(answer)
    if not words:
        return []
    stems = [stem(word) for word in words]
    found = [f"word {each}" for each in stems] + [f"first {stems[0]}", f"last {stems[-1]}", f"length {min(len(words), 4)}"]
    found += [f"ends {words[-1][-3:]}"] if len(words[-1]) > 4 else []
    found += ["plural"] if words[-1] != stems[-1] else []
    found += ["number"] if answer.isdigit() else []
    for name in ("_".join(words), "_".join(stems), words[-1], stems[-1]):
        above = hypernyms(name)
        if above:
            found += [f"is {each}" for each in above]
            break
    return list(dict.fromkeys(found))


def hypernyms(lemma: str) -> list[str]:
    """The commonest sense of a noun and what is above it, nearest first."""
    senses, above = wordnet()
    at, found = senses.get(lemma), []
    while at is not None and len(found) < DEEPEST:
        found.append(at)
        at = above.get(at)
    return found


@lru_cache(maxsize=1)
def wordnet() -> tuple[dict[str, str], dict[str, str]]:
    """Lemma -> its first synset; synset -> its first hypernym. `man wndb` has the format."""
    senses, above = {}, {}
    for line in (WORDNET / "index.noun").read_text().splitlines():
        if not line.startswith(" "):
            fields = line.split()
            senses[fields[0]] = fields[-int(fields[2])]
    for line in (WORDNET / "data.noun").read_text().splitlines():
        if not line.startswith(" "):
            fields = line.split(" | ")[0].split()
            pointers = fields[4 + 2 * int(fields[3], 16) + 1 :]
            parent = next((pointers[at + 1] for at in range(0, len(pointers) - 3, 4) if pointers[at] in ("@", "@i")), None)
            if parent is not None:
                above[fields[0]] = parent
    return senses, above
