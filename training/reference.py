"""Writes what pictures have in common, and which words were read: python3 training/reference.py NAME

The mean of the unit embeddings of many training scenes, by a run's averaged weights, into models/glimpse-mini/glimpse.json. A
sentence's mean similarity to those pictures is its dot product with it: how well the sentence fits just any picture. Beside it,
every word that training's sentences hold: others have embeddings that mean nothing.
"""

from __future__ import annotations

import argparse
import json
import re

import numpy as np
import torch
import torch.nn.functional as F

from mini import colours
from mini.batches import BatchMaker
from mini.files import MODEL_FOLDER, RUNS_FOLDER, write_text
from mini.model import IMAGE_SIZE, GlimpseMini
from mini.nouns import NUMBERS
from mini.places import PLACES

SEED = 90_003
PICTURES, BATCH = 2048, 64
SENTENCES = 20_000
DIGITS = 5
FILE = MODEL_FOLDER / "glimpse.json"


@torch.no_grad()
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="the run")
    model = GlimpseMini()
    model.load_state_dict(torch.load(RUNS_FOLDER / parser.parse_args().name / "checkpoint.pt", map_location="cpu")["average"])
    model.eval()
    maker = BatchMaker(SEED, BATCH)
    batches = (maker.make(number, IMAGE_SIZE).pixels for number in range(PICTURES // BATCH))
    mean = torch.cat([F.normalize(model.vision(pixels), dim=-1) for pixels in batches]).mean(0)
    words = " ".join(read_words(maker))
    known = json.loads(FILE.read_text()) if FILE.exists() else {}
    reference = {"pictures": PICTURES, "mean": [round(float(value), DIGITS) for value in mean]}
    write_text(FILE, json.dumps({**known, "reference": reference, "words": words}) + "\n")
    print(f"the mean of {PICTURES} pictures' unit embeddings has the length {float(mean.norm()):.3f}")


def read_words(maker: BatchMaker) -> list[str]:
    """The words of very many sentences, and of all that they could have named."""
    random = np.random.default_rng(SEED)
    nouns = maker.teller.nouns.values()
    told = [maker.teller.tell(maker.scenes.make(random), random) for _ in range(SENTENCES)]
    texts = [sentence.text for sentence in told if sentence]
    texts += [word for noun in nouns for word in (*noun.said, *noun.plurals, *noun.doing)]
    texts += [phrase for place in PLACES for phrase in (*place.phrases, *place.nouns)]
    texts += [word.phrase for words in maker.teller.unshown.values() for word in words]
    texts += [*NUMBERS, *(str(number) for number in range(1, len(NUMBERS) + 1)), *colours.WORDS, *colours.SAID]
    return sorted({word for text in texts for word in re.findall(r"[^\W_]+", text.lower())})


if __name__ == "__main__":
    main()
