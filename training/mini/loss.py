"""CLIP's symmetric contrastive loss, told which sentences are true of which pictures."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from .batches import Batch
from .model import GlimpseMini

NEVER = -1e9


def contrastive_loss(images: Tensor, texts: Tensor, scale: Tensor, batch: Batch) -> Tensor:
    """images [B, D], texts [N, D], both unit length.

    InfoNCE (van den Oord et al. 2018) as in CLIP, except that a sentence true of a picture is never a negative for it:
    "an animal", told of a dog, must not be pushed away from the cat beside it in the batch. Each true pair competes with
    the false ones alone: -log(e^s / (e^s + sum of e^false)) = softplus(logsumexp(false) - s).
    """
    scores = scale * images @ texts.T
    false_scores = scores.masked_fill(batch.possible, NEVER)
    # A picture against the sentences: the ones that were told of it.
    own = batch.own.float()
    by_picture = F.softplus(false_scores.logsumexp(1, keepdim=True) - scores) * own
    picture_loss = (by_picture.sum(1) / own.sum(1).clamp(min=1)).mean()
    # A sentence against the pictures: all that it is true of.
    true = batch.true.float()
    by_sentence = F.softplus(false_scores.logsumexp(0, keepdim=True) - scores) * true
    counts = true.sum(0)
    sentence_loss = (by_sentence.sum(0) / counts.clamp(min=1)).sum() / (counts > 0).float().sum().clamp(min=1)
    return (picture_loss + sentence_loss) / 2


def order_loss(images: Tensor, texts: Tensor, scale: Tensor, pairs: Tensor) -> Tensor:
    """How far each told sentence is from fitting its picture better than its nearly true one: softplus of the difference.

    In the contrastive loss a sentence and its nearly true one are two among hundreds.
    """
    if not len(pairs):
        return images.new_zeros(())
    rows, told, nearly = pairs.T
    return F.softplus(scale * (images[rows] * (texts[nearly] - texts[told])).sum(1)).mean()


@dataclass(frozen=True)
class NamingLosses:
    """What is in the picture, what is in each half of it, in which colours, and how many things, all as cross-entropies."""

    names: Tensor
    sides: Tensor
    colours: Tensor
    counts: Tensor


def naming_losses(features: Tensor, model: GlimpseMini, batch: Batch) -> NamingLosses:
    """A batch's sentences hold a few dozen names; these heads let the vision tower tell every name from every other at each
    step, long before the text tower knows them, and where each is. They are dropped after training.
    """
    names = -(batch.names * F.log_softmax(model.name_head(features).float(), -1)).sum(1).mean()
    sides = _where_told(model.side_head(model.vision.halves(features)), batch.sides)
    colours = _where_told(model.colour_head(features), batch.colours)
    return NamingLosses(names, sides, colours, F.cross_entropy(model.count_head(features).float(), batch.counts))


def _where_told(logits: Tensor, shares: Tensor) -> Tensor:
    """Cross-entropy of the rows whose shares are not all zero."""
    told = shares.sum(-1) > 0
    return -(shares * F.log_softmax(logits.float(), -1)).sum(-1)[told].sum() / told.sum().clamp(min=1)


def text_embeddings(tower: torch.nn.Module, ids: Tensor, lengths: Tensor, groups: int = 4) -> Tensor:
    """Unit embeddings of padded sentences, encoded in groups of like length so that padding costs little."""
    order = lengths.argsort()
    parts = [tower(ids[part, : int(lengths[part].max())]) for part in order.chunk(groups)]
    back = torch.empty_like(order)
    back[order] = torch.arange(len(order), device=order.device)
    return F.normalize(torch.cat(parts).float(), dim=-1)[back]
