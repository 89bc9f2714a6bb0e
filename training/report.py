"""Measures the published model with `glimpse eval`, and writes the report of a run: python3 training/report.py NAME

Asks every question of training/evaluation (evaluate.py) of the bot itself. Writes training/reports/NAME: figures.json and
figures.md, per-thing.tsv (precision, recall and F1), confusion.png, reliability.png, and the run's settings and loss curve.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
from pathlib import Path

import numpy as np

from evaluate import FOLDER
from mini.curve import loss_curve
from mini.files import CACHE_FOLDER, PROJECT, REPORTS_FOLDER, RUNS_FOLDER, write_text
from mini.plots import confusion_picture, reliability_picture
from mini.unseen import EVERYDAY

GLIMPSE = ("node", str(PROJECT / "src" / "cli" / "bin.js"))
# What is asked of this model, in percent: (group, figure) -> at least.
WANTED = {
    ("things-100", "accuracy"): 75, ("things-100", "top5"): 92, ("things-20", "accuracy"): 88, ("colours", "accuracy"): 97,
    ("shapes", "accuracy"): 97, ("counts", "accuracy"): 80, ("yes-no", "accuracy"): 88, ("left-right", "accuracy"): 75,
    ("places", "accuracy"): 90, ("broader", "accuracy"): 85, ("strangers", "accuracy"): 95,
}  # fmt: skip
THINGS = "things-100"
# Files of pictures with captions and with boxes, which other commands measure.
NO_QUESTIONS = {"captions", "where"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="the run that the published model comes from")
    options = parser.parse_args()
    folder, run = REPORTS_FOLDER / options.name, RUNS_FOLDER / options.name
    folder.mkdir(parents=True, exist_ok=True)
    groups = sorted(path.stem for path in FOLDER.glob("[!.]*.jsonl") if path.stem not in NO_QUESTIONS)
    figures = {name: evaluated(name) for name in groups}
    answers = {name: read_lines(answers_path(name)) for name in groups}
    write_text(folder / "figures.json", json.dumps({**settings(run), "groups": figures}, indent=1) + "\n")
    write_text(folder / "figures.md", table(options.name, figures))
    write_things(folder, answers[THINGS])
    bins = pooled_bins([found["calibration"]["bins"] for found in figures.values()])
    reliability_picture(bins).save(folder / "reliability.png", optimize=True)
    shutil.copyfile(run / "log.jsonl", folder / "log.jsonl")
    loss_curve(read_lines(run / "log.jsonl")).save(folder / "loss.png", optimize=True)
    print((folder / "figures.md").read_text())


def answers_path(name: str) -> Path:
    return CACHE_FOLDER / f"answers-{name}.jsonl"


def evaluated(name: str) -> dict:
    # Answers of an earlier model are not gone on from.
    answers_path(name).unlink(missing_ok=True)
    command = [*GLIMPSE, "eval", str(FOLDER / f"{name}.jsonl"), "--json", "--model", "glimpse-mini", "--answers", str(answers_path(name))]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    print(f"{name}: {found['accuracy']:.1f} % of {found['n']}", flush=True)
    return found


def read_lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def settings(run: Path) -> dict:
    recipe = json.loads((run / "recipe.json").read_text())
    last = read_lines(run / "log.jsonl")[-1]
    return {"recipe": recipe, "batches": last["step"], "pictures": last["step"] * recipe["batch"], "minutes": last["minutes"]}


def table(name: str, figures: dict[str, dict]) -> str:
    lines = ["| group | questions | right % | wanted % | in the first five % | blind % | oracle % | unsure % | calibration error |", "|---|---|---|---|---|---|---|---|---|"]
    for group, found in figures.items():
        wanted = WANTED.get((group, "accuracy"), "")
        five = f"{found['top5']:.1f}" + (f" (wanted {WANTED[group, 'top5']})" if (group, "top5") in WANTED else "")
        rest = f"{found['blind']:.1f} | {found['oracle']:.1f} | {found['unsure']:.1f} | {found['calibration']['ece']:.1f}"
        lines.append(f"| {group} | {found['n']} | {found['accuracy']:.1f} | {wanted} | {five} | {rest} |")
    questions = sum(found["n"] for found in figures.values())
    head = f"# Run `{name}`, on art it never saw\n\n`python3 training/report.py {name}`: {questions:,} questions, each asked of the bot by `glimpse eval`.\n\n"
    return head + "\n".join(lines) + "\n\n![loss](loss.png)\n![reliability](reliability.png)\n![confusion](confusion.png)\n"


def write_things(folder: Path, answers: list[dict]) -> None:
    """Precision, recall and F1 of every thing of the hundred, and the picture of what is taken for what."""
    places = {name: place for place, name in enumerate(EVERYDAY)}
    counts = np.zeros((len(EVERYDAY), len(EVERYDAY)))
    for given in answers:
        # An answer that is right under another of the thing's names counts as the thing.
        true = given["answers"][0]
        answered = true if given["accuracy"] == 1 else given["answer"]
        counts[places[true], places[answered]] += 1
    right = np.diag(counts)
    precision, recall = right / counts.sum(0).clip(min=1), right / counts.sum(1).clip(min=1)
    f1 = 2 * precision * recall / (precision + recall).clip(min=1e-9)
    lines = ["thing\tpictures\tprecision %\trecall %\tF1 %\tmost often taken for"]
    for name, place in places.items():
        wrong = counts[place].copy()
        wrong[place] = 0
        taken = f"{EVERYDAY[int(wrong.argmax())]} ({int(wrong.max())})" if wrong.max() else ""
        lines.append(f"{name}\t{int(counts[place].sum())}\t{100 * precision[place]:.0f}\t{100 * recall[place]:.0f}\t{100 * f1[place]:.0f}\t{taken}")
    lines.append(f"mean\t{int(counts.sum())}\t{100 * precision.mean():.1f}\t{100 * recall.mean():.1f}\t{100 * f1.mean():.1f}\t")
    write_text(folder / "per-thing.tsv", "\n".join(lines) + "\n")
    confusion_picture(list(EVERYDAY), counts).save(folder / "confusion.png", optimize=True)


def pooled_bins(groups: list[list[dict]]) -> list[dict]:
    """The groups' calibration bins as one."""
    pooled = []
    for same in zip(*groups):
        n = sum(found["n"] for found in same)
        means = {key: sum(found[key] * found["n"] for found in same if found["n"]) / n if n else 0 for key in ("confidence", "accuracy")}
        pooled.append({"from": same[0]["from"], "to": same[0]["to"], "n": n, **means})
    return pooled


if __name__ == "__main__":
    main()
