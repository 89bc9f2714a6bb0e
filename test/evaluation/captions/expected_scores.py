"""Writes expected-scores.jsonl, which bleu.test.ts and cider-d.test.ts compare with: python3 test/evaluation/captions/expected_scores.py

BLEU is NLTK's (python3-nltk, corpus_bleu). CIDEr-D is computed here anew from the formulas of its paper (Vedantam et al. 2015,
equations 1, 2, 6 and 7) as dense matrices, with the two details in which the official evaluation departs from them: the length
that the penalty compares is counted in word pairs, and an n-gram that no reference has counts as if one picture had it.
"""

import json
from pathlib import Path

import numpy as np
from nltk.translate.bleu_score import corpus_bleu

FOLDER = Path(__file__).parent
SIGMA = 6.0


def main() -> None:
    lines = [json.loads(line) for line in (FOLDER / "captions.jsonl").read_text().splitlines()]
    references = [[caption.split() for caption in line["captions"][:4]] for line in lines]
    candidates = [candidate(number, lines).split() for number in range(len(lines))]
    bleu = [corpus_bleu(references, candidates, weights=[1 / n] * n) for n in range(1, 5)]
    each = cider_d(candidates, references)
    lines = [{"bleu": bleu}, *({"candidate": " ".join(words), "ciderD": score} for words, score in zip(candidates, each))]
    (FOLDER / "expected-scores.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))


def candidate(number: int, lines: list[dict]) -> str:
    """By turns a fifth caption of the picture, the first of another picture, and one that says more than there is."""
    own = lines[number]["captions"]
    return (own[4], lines[number - 1]["captions"][2], f"{own[0]} and a dog and a dog in a very large and very green park")[number % 3]


def cider_d(candidates: list[list[str]], references: list[list[list[str]]]) -> np.ndarray:
    """[pictures], 0 to 10."""
    total = np.zeros(len(candidates))
    for n in range(1, 5):
        spoken = sorted({gram for words in (*candidates, *(r for some in references for r in some)) for gram in grams(words, n)})
        column = {gram: number for number, gram in enumerate(spoken)}
        theirs = [counts(some, n, column) for some in references]
        frequency = np.sum([(matrix > 0).any(0) for matrix in theirs], axis=0)
        idf = np.log(len(candidates)) - np.log(np.maximum(frequency, 1))
        ours = counts(candidates, n, column) * idf
        for picture, matrix in enumerate(theirs):
            weighed, own = matrix * idf, ours[picture]
            length = np.linalg.norm(weighed, axis=1) * np.linalg.norm(own)
            cosines = np.divide((np.minimum(own, weighed) * weighed).sum(1), length, out=np.zeros(len(matrix)), where=length > 0)
            apart = pairs(candidates[picture]) - np.array([pairs(words) for words in references[picture]])
            total[picture] += (cosines * np.exp(-(apart**2) / (2 * SIGMA**2))).mean() / 4
    return 10 * total


def counts(texts: list[list[str]], n: int, column: dict) -> np.ndarray:
    """float [texts, n-grams]."""
    found = np.zeros((len(texts), len(column)))
    for row, words in enumerate(texts):
        np.add.at(found[row], [column[gram] for gram in grams(words, n)], 1)
    return found


def grams(words: list[str], n: int) -> list[tuple[str, ...]]:
    return list(zip(*(words[start:] for start in range(n))))


def pairs(words: list[str]) -> int:
    return max(0, len(words) - 1)


if __name__ == "__main__":
    main()
