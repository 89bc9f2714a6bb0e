"""Writes what the exported files must reproduce, for check.ts: python3 training/expect.py NAME

training/cache/expected.json: sentences with their ids, and embeddings of a few sentences and pictures in full precision.
"""

from __future__ import annotations

import argparse
import json

import numpy as np
import torch

from mini.batches import BatchMaker, padded
from mini.files import CACHE_FOLDER, MODEL_FOLDER, RUNS_FOLDER, write_text
from mini.model import CONTEXT, IMAGE_SIZE, GlimpseMini
from mini.tokenizer import Tokenizer

# Not among them: a mark written out as text, which transformers.js takes for the mark, and more than 32 ids, of which it
# keeps the first 32 without an end mark.
ODD = (
    "", " ", "A Dog!", "what's this?", "it's the dogs' bowl", "don't  stop", "3 apples", "12345", "1st-place", "a dog,a cat", "café",
    "CAFÉ", "naïve façade", "Ünïcödé", "ß ẞ", "İstanbul", "日本語", "собака", "emoji 🐶🐱", "👩‍🚀", "e\u0301", "tab\tand\nline", "hello...world",
    "snake_case", "a/b", "(brackets)", "50%", "$5", "C++", "'s 't 're", "''s", "don’t", "½ cup", "x²", "Ⅷ", "zzzzqqqq", "antidisestablishmentarianism",
    "a\u00a0b", "- - -", "'", "I'LL", "we’re", "ﬁsh", "Ωmega",
)  # fmt: skip
TOLD_SENTENCES = 400
EMBEDDED = 24


@torch.no_grad()
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="the run whose weights were exported")
    model = GlimpseMini()
    model.load_state_dict(torch.load(RUNS_FOLDER / parser.parse_args().name / "checkpoint.pt", map_location="cpu")["average"])
    model.eval()
    maker = BatchMaker(99, EMBEDDED)
    tokenizer = Tokenizer(MODEL_FOLDER / "tokenizer.json")
    random = np.random.default_rng(99)
    told = [maker.teller.tell(maker.scenes.make(random), random) for _ in range(TOLD_SENTENCES)]
    sentences = [*ODD, *(sentence.text for sentence in told if sentence)]
    ids = [tokenizer.encode(sentence, CONTEXT) for sentence in sentences]
    shown = [sentence.text for sentence in told if sentence][:EMBEDDED]
    rows, _ = padded([tokenizer.encode(text, CONTEXT) for text in shown], tokenizer.end)
    pixels = maker.make(0, IMAGE_SIZE).pixels
    expected = {
        "sentences": [{"text": text, "ids": row} for text, row in zip(sentences, ids)],
        "texts": shown,
        "text_embeds": model.text(rows).tolist(),
        "pixels": pixels.flatten(1).tolist(),
        "image_embeds": model.vision(pixels).tolist(),
    }
    write_text(CACHE_FOLDER / "expected.json", json.dumps(expected))


if __name__ == "__main__":
    main()
