"""Writes the model folder from a checkpoint: python3 training/export.py training/runs/NAME

Without a run, exports untrained weights: enough to try that the files load.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from mini import model as m
from mini.domain import DomainHead
from mini.files import MODEL_FOLDER, write_bytes, write_text
from mini.onnx_export import text_onnx, vision_onnx
from mini.pixels import MEAN, STD


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", nargs="?", type=Path, help="folder of a run; its averaged weights are exported")
    parser.add_argument("--to", type=Path, default=MODEL_FOLDER)
    options = parser.parse_args()
    torch.manual_seed(1)
    model, domain = m.GlimpseMini(), DomainHead()
    if options.run:
        model.load_state_dict(torch.load(options.run / "checkpoint.pt", map_location="cpu")["average"])
        domain.load_state_dict(torch.load(options.run / "domain.pt", map_location="cpu"))
    export(model, domain, options.to)
    print(f"exported to {options.to}")


def export(model: m.GlimpseMini, domain: DomainHead, folder: Path) -> None:
    """Towers and settings, each file written beside and renamed."""
    write_bytes(folder / "onnx" / "vision_model.onnx", vision_onnx(model.vision, domain))
    write_bytes(folder / "onnx" / "text_model.onnx", text_onnx(model.text))
    write_text(folder / "config.json", json.dumps(config(float(model.logit_scale())), indent=2) + "\n")
    write_text(folder / "preprocessor_config.json", json.dumps(preprocessor_config(), indent=2) + "\n")


def config(logit_scale: float) -> dict:
    """`logit_scale` is the multiplier itself: scores are logit_scale x cosine. `logit_scale_init_value` is a logarithm."""
    return {
        "architectures": ["CLIPModel"],
        "model_type": "clip",
        "projection_dim": m.EMBEDDING,
        "logit_scale_init_value": 2.6592,
        "logit_scale": round(logit_scale, 4),
        "text_config": {
            "model_type": "clip_text_model",
            "vocab_size": m.VOCABULARY,
            "max_position_embeddings": m.CONTEXT,
            "hidden_size": m.TEXT_WIDTH,
            "intermediate_size": 4 * m.TEXT_WIDTH,
            "num_hidden_layers": m.TEXT_LAYERS,
            "num_attention_heads": m.TEXT_HEADS,
            "hidden_act": "quick_gelu",
            "projection_dim": m.EMBEDDING,
            "bos_token_id": m.VOCABULARY - 2,
            "eos_token_id": m.VOCABULARY - 1,
            "pad_token_id": m.VOCABULARY - 1,
        },
        "vision_config": {
            "model_type": "clip_vision_model",
            "image_size": m.IMAGE_SIZE,
            "num_channels": 3,
            "hidden_size": m.STAGES[-1][0],
            "num_hidden_layers": sum(depth for _, depth in m.STAGES),
            "projection_dim": m.EMBEDDING,
        },
    }


def preprocessor_config() -> dict:
    return {
        "image_processor_type": "CLIPImageProcessor",
        "do_convert_rgb": True,
        "do_resize": True,
        "size": {"shortest_edge": m.IMAGE_SIZE},
        "resample": 3,
        "do_center_crop": True,
        "crop_size": {"height": m.IMAGE_SIZE, "width": m.IMAGE_SIZE},
        "do_rescale": True,
        "rescale_factor": 1 / 255,
        "do_normalize": True,
        "image_mean": list(MEAN),
        "image_std": list(STD),
    }


if __name__ == "__main__":
    main()
