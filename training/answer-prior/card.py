"""The model's card, with the figures of the run."""

from __future__ import annotations

from pathlib import Path

from report import markdown_table

CARD = """# answer-prior

P(answer | question) by the question's words alone: a small network that proposes answers before anyone looks at the picture.
Made by [`training/answer-prior`](../../training/answer-prior/README.md) (`{command}`), read by `src/vqa/answer-prior.ts`.

| | |
|---|---|
| file | `prior.bin`, {bytes:,} bytes, SHA-256 `{sha256}` |
| network | {features:,} features (runs of one to four words, beginnings, pairs of words, ends of words; known by a 32-bit hash) -> {hidden} -> {answers:,} answers; and four numbers for answers that the question mentions |
| numbers | 8 bits with a scale a row; biases in 32 bits |
| data | {trainQuestions:,} questions of VQA v2 with ten people's answers each (Goyal et al. 2017, [visualqa.org](https://visualqa.org); annotations under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)), a published subset of the train split. The file holds the answers' vocabulary and trained numbers, and none of the questions. In training only, WordNet 3.0 (Princeton University) said which answers are alike |
| changed | people's answers are normalised as the official evaluation does, counted, and learned by the network |

## How well it does

On {validQuestions:,} questions kept out of its training, answer types in their natural shares, VQA accuracy in percent as officially
computed: of the likeliest answer (top-1), and of the best among the k likeliest (oracle@k).

{table}

More, by family and question type, in the [report](../../training/answer-prior/report.md).

## What it is not

It never sees a picture: its first answer is what people most often say to such a question, with the biases of the
photographs (COCO's) and of the people who asked and answered. It is for choosing what to look for, not for
answering. It knows {answers:,} answers, in English.
"""


def write_card(folder: Path, report: dict) -> None:
    found = report["figures"]
    values = {key: report[key] for key in ("command", "bytes", "sha256", "features", "answers", "trainQuestions")}
    text = CARD.format(
        **values, hidden=report["plan"]["student"]["hidden"], validQuestions=found["all"]["all"]["questions"], table=markdown_table(found["all"] | found["answerTypes"], "answer type")
    )
    (folder / "README.md").write_text(text, encoding="utf-8")


