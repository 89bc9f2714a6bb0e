"""Towers to ONNX, with the convolutions' batch-norms folded in and the weights kept in half precision."""

from __future__ import annotations

import copy
import io

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from .domain import DomainHead, TowerWithDomain
from .model import IMAGE_SIZE, ResidualBlock, TextTower, VisionTower

OPSET = 14
# Smaller arrays (biases, shapes) stay as they are: halving them saves nothing.
SMALLEST_HALVED = 1024


def vision_onnx(tower: VisionTower, domain: DomainHead) -> bytes:
    """pixel_values [batch, 3, 96, 96] -> image_embeds [batch, 256], unfamiliarity [batch, 1]."""
    whole = TowerWithDomain(fold_norms(tower), copy.deepcopy(domain).eval())
    pixels = torch.zeros(2, 3, IMAGE_SIZE, IMAGE_SIZE)
    return to_onnx(whole, pixels, "pixel_values", ["image_embeds", "unfamiliarity"], {"pixel_values": {0: "batch"}})


def text_onnx(tower: TextTower) -> bytes:
    """input_ids [batch, sequence] -> text_embeds [batch, 256]."""
    ids = torch.tensor([[4094, 5, 9, 4095], [4094, 5, 4095, 4095]])
    axes = {"input_ids": {0: "batch", 1: "sequence"}}
    return to_onnx(copy.deepcopy(tower).eval(), ids, "input_ids", ["text_embeds"], axes)


def fold_norms(tower: VisionTower) -> VisionTower:
    """A copy in which every batch-norm is part of the convolution before it."""
    tower = copy.deepcopy(tower).eval().float().to(memory_format=torch.contiguous_format)
    tower.stem, tower.stem_norm = fuse_conv_bn_eval(tower.stem, tower.stem_norm), nn.Identity()
    tower.head, tower.head_norm = fuse_conv_bn_eval(tower.head, tower.head_norm), nn.Identity()
    for block in tower.blocks:
        if isinstance(block, ResidualBlock):
            block.conv1, block.norm1 = fuse_conv_bn_eval(block.conv1, block.norm1), nn.Identity()
            block.conv2, block.norm2 = fuse_conv_bn_eval(block.conv2, block.norm2), nn.Identity()
            if isinstance(block.shortcut, nn.Sequential):
                block.shortcut = fuse_conv_bn_eval(block.shortcut[0], block.shortcut[1])
    return tower


def to_onnx(tower: nn.Module, example: torch.Tensor, name_in: str, names_out: list[str], axes: dict) -> bytes:
    buffer = io.BytesIO()
    torch.onnx.export(
        tower,
        example,
        buffer,
        input_names=[name_in],
        output_names=names_out,
        dynamic_axes={**axes, **{name: {0: "batch"} for name in names_out}},
        opset_version=OPSET,
        do_constant_folding=True,
    )
    model = onnx.load_from_string(buffer.getvalue())
    halve_weights(model.graph)
    onnx.checker.check_model(model)
    return model.SerializeToString()


def halve_weights(graph: onnx.GraphProto) -> None:
    """Weights as float16 with a cast behind each: half the file, the same arithmetic (the runtime folds the casts)."""
    casts = []
    for weight in graph.initializer:
        values = numpy_helper.to_array(weight)
        if weight.data_type != TensorProto.FLOAT or values.size < SMALLEST_HALVED:
            continue
        name = weight.name
        weight.CopyFrom(numpy_helper.from_array(values.astype(np.float16), name + "_half"))
        casts.append(helper.make_node("Cast", [name + "_half"], [name], name=name + "_cast", to=TensorProto.FLOAT))
    for place, cast in enumerate(casts):
        graph.node.insert(place, cast)
