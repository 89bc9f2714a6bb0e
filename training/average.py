"""Averages two runs' weights into a run of its own: python3 training/average.py NAME RUN OTHER SHARE

The towers of NAME are (1 - SHARE) of RUN's and SHARE of OTHER's (model soup, Wortsman et al. 2022); its settings and curve are
OTHER's. It works for runs of
which one went on from the other: what lies between two runs' weights that have nothing in common is no model.
"""

from __future__ import annotations

import argparse
import json

import torch

from mini.files import RUNS_FOLDER, write_text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("run")
    parser.add_argument("other")
    parser.add_argument("share", type=float, help="of the other run, 0 to 1")
    options = parser.parse_args()
    folder = RUNS_FOLDER / options.name
    folder.mkdir(parents=True, exist_ok=True)
    run, other = (torch.load(RUNS_FOLDER / name / "checkpoint.pt", map_location="cpu") for name in (options.run, options.other))
    for name, values in other["average"].items():
        former = run["average"].get(name)
        # The heads' classes follow the vocabulary, and are no part of what ships.
        if former is not None and former.shape == values.shape and values.dtype.is_floating_point and "_head" not in name:
            values.lerp_(former, 1 - options.share)
    torch.save(other, folder / "checkpoint.pt")
    recipe = json.loads((RUNS_FOLDER / options.other / "recipe.json").read_text())
    averaged = {"average": [options.run, options.other], "share": options.share}
    write_text(folder / "recipe.json", json.dumps({**recipe, **averaged}, indent=2) + "\n")
    (folder / "log.jsonl").write_text((RUNS_FOLDER / options.other / "log.jsonl").read_text())


if __name__ == "__main__":
    main()
