"""The model as one file, which `src/vqa/answer-prior/model-file.ts` reads: a header in JSON, and the arrays, most in 8 bits."""

from __future__ import annotations

import json
import struct
import zlib
from dataclasses import dataclass

import numpy as np
import torch

from copies import COPY_KINDS
from features import STOP, feature_hash
from model import Prior
from words import LEAD_INS, POLITE_END, SPELLINGS

MAGIC = b"GAP1"


@dataclass(frozen=True)
class Quantised:
    """Numbers in 8 bits, each row times its scale."""

    values: np.ndarray
    scales: np.ndarray

    def floats(self) -> np.ndarray:
        return self.values.astype(np.float32) * self.scales[:, None]


def quantised(rows: np.ndarray) -> Quantised:
    scales = (np.abs(rows).max(1) / 127).clip(min=1e-12).astype(np.float32)
    return Quantised(np.rint(rows / scales[:, None]).astype(np.int8), scales)


def model_bytes(model: Prior, features: list[str], answers: list[str]) -> bytes:
    """Little-endian. Rounds the model's own weights to what the file holds, so that what is measured is what ships."""
    hashes = np.array([feature_hash(feature) for feature in features], np.uint32)
    if len(set(hashes.tolist())) < len(features):
        raise SystemExit("two features have the same hash: change the vocabulary's size")
    order = np.argsort(hashes)
    rows = quantised(model.embed.weight.detach().numpy())
    model.embed.weight.data.copy_(torch.from_numpy(rows.floats()))
    weights = model.answer_weights().detach().numpy()
    scores = quantised(weights[:, :-1])
    model.settle(np.concatenate([scores.floats(), weights[:, -1:]], axis=1))
    plain = [model.bias.detach().numpy(), weights[:, -1], model.copy.weight.detach().numpy(), model.copy.bias.detach().numpy()]
    bias, answer_bias, copies, copy_bias = (np.ascontiguousarray(each).astype("<f4").tobytes() for each in plain)
    body = b"".join([
        hashes[order].astype("<u4").tobytes(), rows.scales[order].astype("<f4").tobytes(), bias, scores.scales.astype("<f4").tobytes(),
        answer_bias, copies, copy_bias, rows.values[order].tobytes(), np.ascontiguousarray(scores.values.T).tobytes(),
    ])  # fmt: skip
    head = header(answers, len(features), len(bias) // 4)
    rest = struct.pack("<I", len(head)) + head + body
    return MAGIC + struct.pack("<I", zlib.crc32(rest)) + rest


def header(answers: list[str], features: int, hidden: int) -> bytes:
    words = {"spellings": SPELLINGS, "leadIns": [" ".join(phrase) for phrase in LEAD_INS], "politeEnd": POLITE_END, "stop": sorted(STOP)}
    content = {"features": features, "hidden": hidden, "copyKinds": COPY_KINDS, "words": words, "answers": answers}
    return json.dumps(content, separators=(",", ":")).encode("ascii")
