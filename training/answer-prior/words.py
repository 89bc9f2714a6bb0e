"""A question as the prior reads it: a list of words. `src/vqa/answer-prior/words.ts` does the same, and golden vectors compare them."""

from __future__ import annotations

import re
import unicodedata

MARKS = re.compile("[\u0300-\u036f]")
APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u0060\u00b4]")
WORD = re.compile("[a-z0-9]+(?:'[a-z]+)*")

# By the spelling without its apostrophe, which many people leave out.
SPELLINGS = {
    "whats": "what is", "wats": "what is", "wheres": "where is", "whos": "who is", "hows": "how is", "thats": "that is",
    "theres": "there is", "hes": "he is", "shes": "she is", "theyre": "they are", "youre": "you are", "isnt": "is not",
    "arent": "are not", "wasnt": "was not", "werent": "were not", "doesnt": "does not", "dont": "do not", "didnt": "did not",
    "hasnt": "has not", "havent": "have not", "cant": "can not", "cannot": "can not", "wouldnt": "would not",
    "couldnt": "could not", "shouldnt": "should not", "wat": "what", "wht": "what", "waht": "what", "wut": "what",
    "hwo": "how", "howmany": "how many", "tshirt": "t shirt", "tshirts": "t shirts", "colour": "color", "colours": "colors",
    "coloured": "colored", "grey": "gray", "pic": "picture", "pics": "pictures", "pls": "please", "plz": "please",
}  # fmt: skip

# What people say before the question proper; cut where something is left.
LEAD_INS = [
    phrase.split()
    for phrase in (
        "hey", "hi", "hello", "please", "so", "ok", "okay", "and", "well", "um", "can you tell me", "could you tell me",
        "can you tell", "can you say", "tell me", "do you know", "i wonder", "guess",
    )
]  # fmt: skip
POLITE_END = "please"


def question_words(question: str) -> list[str]:
    """Lower case, no marks or punctuation, contractions spelled out, no greeting: "Hey, what's THIS?" is what, is, this."""
    plain = MARKS.sub("", unicodedata.normalize("NFKD", APOSTROPHES.sub("'", question)).lower())
    words = [part for found in WORD.findall(plain) for part in spelled_out(found)]
    return without_end(without_lead_in(words))


def spelled_out(word: str) -> list[str]:
    known = SPELLINGS.get(word.replace("'", ""))
    if known is not None:
        return known.split()
    return [part for part in word.split("'") if part]


def without_lead_in(words: list[str]) -> list[str]:
    for phrase in LEAD_INS:
        if len(words) > len(phrase) and words[: len(phrase)] == phrase:
            return without_lead_in(words[len(phrase) :])
    return words


def without_end(words: list[str]) -> list[str]:
    return words[:-1] if len(words) > 1 and words[-1] == POLITE_END else words


def stem(word: str) -> str:
    """A plural and its singular as one: crude, and the same in both languages."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
