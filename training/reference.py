"""Writes what pictures have in common: python3 training/reference.py NAME

The mean of the unit embeddings of many training scenes, by a run's averaged weights, into models/glimpse-mini/glimpse.json. A
sentence's mean similarity to those pictures is its dot product with it: how well the sentence fits just any picture.
"""

from __future__ import annotations

import argparse
import json

import torch
import torch.nn.functional as F

from mini.batches import BatchMaker
from mini.files import MODEL_FOLDER, RUNS_FOLDER, write_text
from mini.model import IMAGE_SIZE, GlimpseMini

SEED = 90_003
PICTURES, BATCH = 2048, 64
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
    known = json.loads(FILE.read_text()) if FILE.exists() else {}
    reference = {"pictures": PICTURES, "mean": [round(float(value), DIGITS) for value in mean]}
    write_text(FILE, json.dumps({**known, "reference": reference}) + "\n")
    print(f"the mean of {PICTURES} pictures' unit embeddings has the length {float(mean.norm()):.3f}")


if __name__ == "__main__":
    main()
