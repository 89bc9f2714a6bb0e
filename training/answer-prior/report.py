"""The report of a run: what the shipped model reaches on the questions kept out of its training, written in full by the run."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from dataset import NATURAL_SHARES, Examples
from measure import FIRST, best_within, weighted

COLUMNS = ["top-1", *(f"oracle@{k}" for k in FIRST[1:])]
LEADS = ("is", "are", "was", "were", "do", "does", "did", "has", "have", "can", "could", "will", "would", "should")


def family(question_type: str) -> str:
    """VQA's 65 beginnings of questions, in groups."""
    first = question_type.split()[0]
    if question_type.startswith(("how many", "what number")):
        return "how many, what number"
    if "color" in question_type:
        return "colour"
    if first in LEADS:
        return "is, are, does ..."
    if first in ("where", "why", "who", "which", "how"):
        return first
    if question_type.startswith(("what kind", "what type", "what brand", "what sport", "what animal", "what room")):
        return "what kind, type, sport ..."
    return "what, other" if first == "what" else "none of these"


def figures(log_p: np.ndarray, data: Examples) -> dict:
    """In percent, questions weighted so that the answer types have their natural shares."""
    best = best_within(log_p, data)
    groups = {
        "all": {"all": np.ones(len(data), bool)},
        "answerTypes": members(data.answer_types),
        "families": members([family(each) for each in data.question_types]),
        "questionTypes": members(data.question_types),
    }
    return {name: {key: row(best, data, chosen) for key, chosen in sorted(group.items())} for name, group in groups.items()}


def members(keys: list[str]) -> dict[str, np.ndarray]:
    values = np.array(keys)
    return {key: values == key for key in set(keys)}


def row(best: dict[int, np.ndarray], data: Examples, chosen: np.ndarray) -> dict:
    weights = data.weights * chosen
    share = round(float(100 * weights.sum() / data.weights.sum()), 1)
    return {"questions": int(chosen.sum()), "share": share} | {name: round(weighted(best[k], weights), 2) for name, k in zip(COLUMNS, FIRST)}


def markdown_table(rows: dict[str, dict], heading: str) -> str:
    lines = [f"| {heading} | questions | share % | " + " | ".join(COLUMNS) + " |", "|---|" + "---|" * (2 + len(COLUMNS))]
    for key, found in rows.items():
        lines.append(f"| {key} | {found['questions']:,} | {found['share']:.1f} | " + " | ".join(f"{found[name]:.1f}" for name in COLUMNS) + " |")
    return "\n".join(lines)


def markdown(report: dict) -> str:
    found, shares = report["figures"], ", ".join(f"{kind} {100 * share:.1f} %" for kind, share in NATURAL_SHARES.items())
    body = [
        "# The answer prior on questions kept out of its training",
        f"Written by `{report['command']}`; the same in JSON, with every setting, is `report.json` beside it.",
        f"{found['all']['all']['questions']:,} questions of VQA v2 (`valid`), none of them trained on; the figures weight them so that the answer types "
        f"have their natural shares ({shares}). VQA accuracy in percent, as officially computed: of the likeliest answer (top-1), and of the best among "
        "the k likeliest (oracle@k). Nothing looks at a picture.",
        markdown_table(found["all"] | found["answerTypes"], "answer type"),
        markdown_table(dict(sorted(found["families"].items(), key=lambda item: -item[1]["share"])), "family of questions"),
        markdown_table(dict(sorted(found["questionTypes"].items(), key=lambda item: -item[1]["share"])), "VQA's question type"),
        "## Steps",
        steps_table(report["steps"]),
        f"Trained on {report['trainQuestions']:,} questions on one core. The file: {report['bytes']:,} bytes, "
        f"{report['features']:,} features, {report['answers']:,} answers, SHA-256 `{report['sha256']}`.",
    ]
    return "\n\n".join(body) + "\n"


def steps_table(steps: list[dict]) -> str:
    lines = ["| network | " + " | ".join(COLUMNS) + " |", "|---|" + "---|" * len(COLUMNS)]
    for step in steps:
        lines.append(f"| {step['network']} | " + " | ".join(f"{step[name]:.2f}" for name in COLUMNS) + " |")
    return "\n".join(lines)


def write_report(folder: Path, report: dict) -> None:
    (folder / "report.json").write_text(json.dumps(report, indent=2) + "\n")
    (folder / "report.md").write_text(markdown(report))
