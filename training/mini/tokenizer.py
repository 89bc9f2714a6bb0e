"""Byte-level BPE with CLIP's conventions: lower case, `</w>` at a word's end, `<|startoftext|>` ... `<|endoftext|>`.

The same tokenizer.json is read by transformers.js. `training/check_tokenizer.ts` checks that both give the same ids.
Conventions after OpenAI's CLIP, clip/simple_tokenizer.py.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from functools import lru_cache
from pathlib import Path

START = "<|startoftext|>"
END = "<|endoftext|>"
WORD_END = "</w>"
CONTRACTIONS = ("'s", "'t", "'re", "'ve", "'m", "'ll", "'d")
# The same split as CLIP's pattern, in the syntax of tokenizer.json.
SPLIT_PATTERN = r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"


def byte_letters() -> dict[int, str]:
    """GPT-2's table: every byte to a printable letter, so that any text can be written in the vocabulary."""
    kept = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    table = {byte: chr(byte) for byte in kept}
    for byte in range(256):
        if byte not in table:
            table[byte] = chr(256 + len(table) - len(kept))
    return table


BYTE_LETTERS = byte_letters()


def split_words(text: str) -> list[str]:
    """Lower-cased words, single digits and runs of punctuation, as SPLIT_PATTERN finds them."""
    text = " ".join(unicodedata.normalize("NFC", text).split()).lower()
    kinds = [_kind(letter) for letter in text]
    words: list[str] = []
    at = 0
    while at < len(text):
        contraction = next((c for c in CONTRACTIONS if text.startswith(c, at)), None)
        end = at + (len(contraction) if contraction else 1)
        if not contraction and kinds[at] in ("letter", "other"):
            while end < len(text) and kinds[end] == kinds[at]:
                end += 1
        if contraction or kinds[at] != "space":
            words.append(text[at:end])
        at = end
    return words


@lru_cache(maxsize=65536)
def _kind(letter: str) -> str:
    category = unicodedata.category(letter)[0]
    if letter.isspace():
        return "space"
    return {"L": "letter", "N": "digit"}.get(category, "other")


def in_bytes(word: str) -> tuple[str, ...]:
    """A word as its smallest symbols, the last one carrying the end-of-word mark."""
    letters = [BYTE_LETTERS[byte] for byte in word.encode("utf-8")]
    return (*letters[:-1], letters[-1] + WORD_END)


def learn_merges(word_counts: dict[str, int], count: int) -> list[tuple[str, str]]:
    """The `count` most useful merges over the counted words, ties broken by spelling so that a rerun agrees."""
    words = {in_bytes(word): number for word, number in word_counts.items()}
    merges: list[tuple[str, str]] = []
    while len(merges) < count:
        pairs: Counter[tuple[str, str]] = Counter()
        for symbols, number in words.items():
            for pair in zip(symbols, symbols[1:]):
                pairs[pair] += number
        if not pairs:
            break
        best = max(pairs, key=lambda pair: (pairs[pair], pair))
        merges.append(best)
        words = {_merge(symbols, best): number for symbols, number in words.items()}
    return merges


def _merge(symbols: tuple[str, ...], pair: tuple[str, str]) -> tuple[str, ...]:
    if pair[0] not in symbols:
        return symbols
    out: list[str] = []
    at = 0
    while at < len(symbols):
        if symbols[at : at + 2] == pair:
            out.append(symbols[at] + symbols[at + 1])
            at += 2
        else:
            out.append(symbols[at])
            at += 1
    return tuple(out)


def vocabulary(merges: list[tuple[str, str]]) -> dict[str, int]:
    """Bytes, bytes that end a word, merges, then the two marks: END has the highest id, as CLIP's pooling needs."""
    letters = [BYTE_LETTERS[byte] for byte in range(256)]
    tokens = [*letters, *(letter + WORD_END for letter in letters), *(a + b for a, b in merges), START, END]
    return {token: number for number, token in enumerate(tokens)}


class Tokenizer:
    """Sentences to ids, reading the tokenizer.json that ships."""

    def __init__(self, tokenizer_json: Path) -> None:
        model = json.loads(tokenizer_json.read_text())["model"]
        self.ids: dict[str, int] = model["vocab"]
        pairs = [tuple(merge.split(" ")) if isinstance(merge, str) else tuple(merge) for merge in model["merges"]]
        self.ranks = {pair: rank for rank, pair in enumerate(pairs)}
        self.start = self.ids[START]
        self.end = self.ids[END]
        self.encode_word = lru_cache(maxsize=65536)(self._encode_word)

    def encode(self, text: str, context: int) -> list[int]:
        """Ids with both marks, cut to `context` ids with the end mark kept."""
        ids = [self.start]
        for word in split_words(text):
            ids.extend(self.encode_word(word))
        return [*ids[: context - 1], self.end]

    def _encode_word(self, word: str) -> tuple[int, ...]:
        symbols = in_bytes(word)
        while len(symbols) > 1:
            pair = min(zip(symbols, symbols[1:]), key=lambda p: self.ranks.get(p, len(self.ranks)))
            if pair not in self.ranks:
                break
            symbols = _merge(symbols, pair)
        return tuple(self.ids[symbol] for symbol in symbols)
