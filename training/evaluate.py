"""Measures a run on the art it never saw: python3 training/evaluate.py NAME

Prints a table, writes training/reports/NAME/{figures.json,figures.md,per-answer.tsv,loss.png}, and, with --write, the same pictures
and questions as training/evaluation/GROUP.jsonl for `glimpse eval`.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from mini.curve import loss_curve
from mini.files import REPORTS_FOLDER, RUNS_FOLDER, TRAINING_FOLDER, write_text
from mini.model import IMAGE_SIZE, GlimpseMini
from mini.questions import Question, all_groups
from mini.unseen import GENTLE, SEED, encode_answers, encode_scenes, unseen

# Pictures of the written set: larger than the model's input, so that the bot's own preprocessing is measured too.
WRITTEN_SIDE = 160


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="the run")
    parser.add_argument("--write", action="store_true", help="also write the pictures and questions as JSONL")
    options = parser.parse_args()
    run = RUNS_FOLDER / options.name
    model = GlimpseMini()
    state = torch.load(run / "checkpoint.pt", map_location="cpu")
    model.load_state_dict(state["average"])
    model.eval()
    groups = all_groups()
    figures: dict[str, dict[str, float]] = {}
    answers: list[tuple[str, str, int, float]] = []
    for name, questions in groups.items():
        places = ranked(model, questions)
        figures[name] = summary(places, questions)
        by_answer: dict[str, list[bool]] = defaultdict(list)
        for place, question in zip(places, questions):
            by_answer[question.about].append(correct(place, question))
        answers += [(name, about, len(hits), 100 * float(np.mean(hits))) for about, hits in by_answer.items()]
        print(f"{name:14} n={len(questions):4} " + " ".join(f"{key}={value:.1f}" for key, value in figures[name].items() if key != "n"))
    report(REPORTS_FOLDER / options.name, run, figures, answers, state, float(model.logit_scale()))
    if options.write:
        for name, questions in groups.items():
            write_group(name, questions)


@torch.no_grad()
def ranked(model: GlimpseMini, questions: list[Question]) -> list[int]:
    """For each question, how many false candidates score above the best true one."""
    images = encode_scenes(model, [question.scene for question in questions], IMAGE_SIZE, np.random.default_rng(SEED))
    known: dict[tuple[tuple[str, ...], tuple[str, ...]], torch.Tensor] = {}
    places = []
    for image, question in zip(images, questions):
        key = (question.candidates, question.prompts)
        if key not in known:
            known[key] = encode_answers(model, list(question.candidates), question.prompts)
        scores = known[key] @ image
        right = torch.zeros(len(scores), dtype=torch.bool)
        right[list(question.right)] = True
        places.append(int((scores[~right] > scores[right].max()).sum()))
    return places


def correct(place: int, question: Question) -> bool:
    """Right when nothing false ranks higher; a question whose truth is "no" is right when something else does."""
    return place == 0 if question.yes is not False else place > 0


def summary(places: list[int], questions: list[Question]) -> dict[str, float]:
    top1 = 100 * float(np.mean([correct(place, question) for place, question in zip(places, questions)]))
    found = {"n": float(len(questions)), "top1": top1}
    if len(questions[0].candidates) > 10 and questions[0].yes is None:
        found["top5"] = 100 * float(np.mean([place < 5 for place in places]))
    found["chance"] = 50.0 if questions[0].yes is not None else 100 / len(questions[0].candidates)
    return found


def report(folder: Path, run: Path, figures: dict, answers: list, state: dict, scale: float) -> None:
    recipe = json.loads((run / "recipe.json").read_text())
    recipe["sides"] = ", ".join(f"{side} until {share}" for share, side in recipe["sides"])
    log = [json.loads(line) for line in (run / "log.jsonl").read_text().splitlines()]
    settings = {
        "recipe": recipe, "batches": state["steps"], "pictures": state["steps"] * recipe["batch"],
        "minutes": round(state["seconds"] / 60, 1), "logit_scale": round(scale, 3),
    }  # fmt: skip
    write_text(folder / "figures.json", json.dumps({**settings, "unseen": rounded(figures)}, indent=2) + "\n")
    write_text(folder / "log.jsonl", (run / "log.jsonl").read_text())
    lines = ["| group | questions | top-1 % | top-5 % | chance % |", "|---|---|---|---|---|"]
    for name, row in figures.items():
        lines.append(f"| {name} | {int(row['n'])} | {row['top1']:.1f} | {format(row['top5'], '.1f') if 'top5' in row else ''} | {row['chance']:.1f} |")
    head = f"# Run `{folder.name}`, on art it never saw\n\n`python3 training/evaluate.py {folder.name}`: {settings['pictures']:,} pictures in {settings['minutes']} minutes.\n\n"
    write_text(folder / "figures.md", head + "\n".join(lines) + "\n\n![loss](loss.png)\n")
    rows = "".join(f"{group}\t{about}\t{count}\t{score:.0f}\n" for group, about, count, score in answers)
    write_text(folder / "per-answer.tsv", "group\tanswer\tpictures\tright %\n" + rows)
    loss_curve(log).save(folder / "loss.png", optimize=True)


def rounded(figures: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    return {name: {key: round(value, 2) for key, value in row.items()} for name, row in figures.items()}


def write_group(name: str, questions: list[Question]) -> None:
    """evaluation/NAME.jsonl and its pictures, in the form that `glimpse eval` reads."""
    folder = TRAINING_FOLDER / "evaluation" / name
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(SEED)
    lines = []
    for start in range(0, len(questions), 128):
        part = questions[start : start + 128]
        pixels = unseen().compositor.draw([question.scene for question in part], WRITTEN_SIDE, random, GENTLE)
        for number, (question, picture) in enumerate(zip(part, pixels), start):
            file = f"{name}/{number:04}.jpg"
            image = Image.fromarray((picture.permute(1, 2, 0).numpy() * 255).astype(np.uint8))
            image.save(folder.parent / file, "JPEG", quality=92)
            lines.append(json.dumps({"image": file, "question": question.text, "answers": ten(question.answers)}))
    write_text(folder.parent / f"{name}.jsonl", "\n".join(lines) + "\n")


def ten(answers: tuple[str, ...]) -> list[str]:
    """Ten answers, three or more of each wording, so that VQA accuracy (min(n / 3, 1)) counts any of them in full."""
    kept = answers[:3]
    return ([answer for answer in kept for _ in range(3)] + [kept[0]] * 10)[:10]


if __name__ == "__main__":
    main()
