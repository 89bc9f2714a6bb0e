"""Open questions out of closed ones: "is the man wearing a hat?" also says that a hat is what a man may wear. Whatever people
answered, the asker found it likely enough to ask. It makes up for how few open questions there are."""

from __future__ import annotations

from collections.abc import Iterator

from words import question_words

TURNED = "turned"
NO_THINGS = ("picture", "photo", "image", "scene")
BEFORE_THING = frozenset("a an the his her their its my your some any in on at of to with near by under over behind beside into from for like and".split())
DETERMINERS = frozenset("a an the his her their its my your some any".split())
PLACE_WORDS = frozenset("in on at near by under over behind beside inside above below next around between along against".split())
BE = frozenset("is are was were".split())
AUXILIARIES = BE | frozenset("does do did has have can could will would".split())
LONGEST = 3


def turned_open(questions: list[dict], answers: list[str]) -> list[dict]:
    """In the form of the data, each with one answer ten times and the answer type `TURNED`."""
    known = {" ".join(question_words(answer)): answer for answer in reversed(answers)}
    known = {words: answer for words, answer in known.items() if words not in NO_THINGS}
    return [
        {"question": " ".join(words), "type": "", "answerType": TURNED, "answers": [known[thing]] * 10}
        for question in questions
        for words, thing in turned_questions(question_words(question["question"]), known)
    ]


def turned_questions(words: list[str], known: dict[str, str]) -> Iterator[tuple[list[str], str]]:
    """(the words of an open question, an answer to it, by its words) for each way to turn a question."""
    if len(words) >= 4 and words[0] in BE and words[1] == "there":
        yield from existence(words, known)
    if len(words) >= 3 and words[0] in AUXILIARIES and "or" not in words:
        yield from last_thing(words, known)
    if len(words) >= 5 and words[:2] == ["how", "many"]:
        yield from counted(words, known)


def existence(words: list[str], known: dict[str, str]) -> Iterator[tuple[list[str], str]]:
    """"is there a dog on the couch" -> "what is on the couch", dog."""
    start = 3 if words[2] in DETERMINERS else 2
    for size in range(LONGEST, 0, -1):
        thing = " ".join(words[start : start + size])
        rest = words[start + size :]
        if thing in known and rest and (rest[0] in PLACE_WORDS or rest[0].endswith("ing")):
            yield ["what", words[0], *rest], thing
            return


def last_thing(words: list[str], known: dict[str, str]) -> Iterator[tuple[list[str], str]]:
    """"is the man wearing a hat" -> "what is the man wearing", hat."""
    for size in range(min(LONGEST, len(words) - 2), 0, -1):
        thing, before = " ".join(words[-size:]), words[:-size]
        if thing in known and (before[-1] in BEFORE_THING or before[-1].endswith("ing")):
            while before and before[-1] in DETERMINERS:
                before = before[:-1]
            if len(before) >= 2:
                yield ["what", *before], thing
            return


def counted(words: list[str], known: dict[str, str]) -> Iterator[tuple[list[str], str]]:
    """"how many birds are on the wire" -> "what are on the wire", birds."""
    for size in range(LONGEST, 0, -1):
        thing, rest = " ".join(words[2 : 2 + size]), words[2 + size :]
        if thing in known and len(rest) >= 2 and rest[0] in BE and (rest[1] in PLACE_WORDS or rest[1].endswith("ing")):
            yield ["what", *rest], thing
            return
