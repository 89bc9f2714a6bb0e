"""VQA accuracy as src/evaluation/vqa-accuracy.ts has it, after GT-Vision-Lab/VQA's vqaEval.py (BSD-2-Clause)."""

from __future__ import annotations

import re
from collections import Counter

PUNCTUATION = ';/[]"{}()=+\\_-><@`,?!'
DIGITS = {word: str(number) for number, word in enumerate("none one two three four five six seven eight nine ten".split())} | {"zero": "0"}
ARTICLES = {"a", "an", "the"}
CONTRACTIONS = """ain't aren't can't could've couldn't couldn't've didn't doesn't don't hadn't hadn't've hasn't haven't
  he'd he'd've he's how'd how'll how's isn't it'd it'd've it'll ma'am mightn't mightn't've might've mustn't must've
  needn't not've o'clock oughtn't 'ow's'at shan't she'd've should've shouldn't shouldn't've somebody'd've somebody'll
  somebody's someone'd someone'd've someone'll someone's something'd something'd've something'll that's there'd
  there'd've there're there's they'd they'd've they'll they're they've 'twas wasn't we'd've we've weren't what'll what're
  what's what've when's where'd where's where've who'd who'd've who'll who's who've why'll why're why's won't would've
  wouldn't wouldn't've y'all y'all'll y'all'd've you'd you'd've you'll you're you've""".split()
SPELLINGS = {word[:at] + word[at + 1 :]: word for word in CONTRACTIONS for at, mark in enumerate(word) if mark == "'"}
SPELLINGS["somebody'd"] = "somebodyd"
GROUPED_NUMBER = re.compile(r"\d,\d")
FULL_STOP = re.compile(r"\.(?!\d)")


def normalise_answer(answer: str) -> str:
    """"The two dogs." is "2 dogs"."""
    words = (DIGITS.get(word, word) for word in without_punctuation(trimmed(answer)).lower().split())
    return " ".join(SPELLINGS.get(word, word) for word in words if word not in ARTICLES)


def trimmed(answer: str) -> str:
    return answer.replace("\n", " ").replace("\t", " ").strip()


def without_punctuation(answer: str) -> str:
    grouped = GROUPED_NUMBER.search(answer) is not None
    text = answer
    for mark in PUNCTUATION:
        vanishes = grouped or f"{mark} " in answer or f" {mark}" in answer
        text = text.replace(mark, "" if vanishes else " ")
    return FULL_STOP.sub("", text)


def is_unanimous(answers: list[str]) -> bool:
    return len({trimmed(answer) for answer in answers}) == 1


def answer_counts(answers: list[str]) -> Counter[str]:
    """How many of the ten gave each answer, as the evaluation compares them: raw where all are the same, else normalised."""
    return Counter(trimmed(answer) if is_unanimous(answers) else normalise_answer(answer) for answer in answers)


def accuracy(people: int) -> float:
    """Of an answer that so many of ten people gave: the official average over leaving one out comes to this."""
    return min(1.0, 0.3 * people)
