"""Answers that the question itself says: "is it a cat or a dog?" The model learns how much each kind of mention is worth."""

from __future__ import annotations

# Where a question has an "or": just before it, just after it, elsewhere. Where it has none: anywhere.
BEFORE_OR, AFTER_OR, BESIDE_OR, MENTIONED = range(4)
COPY_KINDS = 4
LONGEST = 3
ARTICLES = ("a", "an", "the")
OR = "or"


def copied_answers(words: list[str], by_words: dict[str, int]) -> list[tuple[int, int]]:
    """(place in the vocabulary, kind of mention) of each answer of one to three words in the question, by its first mention."""
    at_or = words.index(OR) if OR in words else None
    found: dict[int, int] = {}
    for start in range(len(words)):
        for size in range(1, min(LONGEST, len(words) - start) + 1):
            place = by_words.get(" ".join(words[start : start + size]))
            if place is not None and place not in found:
                found[place] = mention(words, start, start + size, at_or)
    return list(found.items())


def mention(words: list[str], start: int, end: int, at_or: int | None) -> int:
    if at_or is None:
        return MENTIONED
    if end == at_or:
        return BEFORE_OR
    after = at_or + 2 if at_or + 1 < len(words) and words[at_or + 1] in ARTICLES else at_or + 1
    return AFTER_OR if start == after else BESIDE_OR
