"""Learns the tokenizer from a counted list of words: python3 training/make_tokenizer.py

Reads training/vocabulary/words.tsv (word, count), writes tokenizer.json and tokenizer_config.json into the model folder.
Run it before the first training only: a checkpoint's weights belong to the ids it was trained with.
"""

from __future__ import annotations

import json
from pathlib import Path

from mini import tokenizer as bpe
from mini.files import MODEL_FOLDER, TRAINING_FOLDER, write_text
from mini.model import CONTEXT, VOCABULARY

WORDS = TRAINING_FOLDER / "vocabulary" / "words.tsv"


def main() -> None:
    lines = [line.split("\t") for line in WORDS.read_text().splitlines() if line]
    counts = {word: int(count) for word, count in lines}
    merges = bpe.learn_merges(counts, VOCABULARY - 2 * 256 - 2)
    vocab = bpe.vocabulary(merges)
    write_text(MODEL_FOLDER / "tokenizer.json", json.dumps(tokenizer_json(vocab, merges), ensure_ascii=False))
    write_text(MODEL_FOLDER / "tokenizer_config.json", json.dumps(tokenizer_config(), indent=2) + "\n")
    print(f"{len(vocab)} tokens from {len(counts)} words -> {MODEL_FOLDER}")


def tokenizer_json(vocab: dict[str, int], merges: list[tuple[str, str]]) -> dict:
    """The tokenizers library's file, as CLIP's converter writes it."""
    marks = [mark_token(vocab[mark], mark) for mark in (bpe.START, bpe.END)]
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": marks,
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                {"type": "NFC"},
                {"type": "Replace", "pattern": {"Regex": r"\s+"}, "content": " "},
                {"type": "Lowercase"},
            ],
        },
        "pre_tokenizer": {
            "type": "Sequence",
            "pretokenizers": [
                {"type": "Split", "pattern": {"Regex": bpe.SPLIT_PATTERN}, "behavior": "Removed", "invert": True},
                {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": False},
            ],
        },
        "post_processor": {
            "type": "RobertaProcessing",
            "sep": [bpe.END, vocab[bpe.END]],
            "cls": [bpe.START, vocab[bpe.START]],
            "trim_offsets": False,
            "add_prefix_space": False,
        },
        "decoder": {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True, "use_regex": True},
        "model": {
            "type": "BPE",
            "dropout": None,
            "unk_token": bpe.END,
            "continuing_subword_prefix": "",
            "end_of_word_suffix": bpe.WORD_END,
            "fuse_unk": False,
            "vocab": vocab,
            "merges": [f"{left} {right}" for left, right in merges],
        },
    }


def mark_token(number: int, content: str) -> dict:
    flags = {"single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
    return {"id": number, "content": content, **flags}


def tokenizer_config() -> dict:
    return {
        "tokenizer_class": "CLIPTokenizer",
        "bos_token": bpe.START,
        "eos_token": bpe.END,
        "unk_token": bpe.END,
        "pad_token": bpe.END,
        "do_lower_case": True,
        "add_prefix_space": False,
        "errors": "replace",
        "model_max_length": CONTEXT,
    }


if __name__ == "__main__":
    main()
