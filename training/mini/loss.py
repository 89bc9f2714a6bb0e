"""CLIP's symmetric contrastive loss, told which sentences are true of which pictures."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from .batches import Batch

NEVER = -1e9


def contrastive_loss(images: Tensor, texts: Tensor, scale: Tensor, batch: Batch) -> Tensor:
    """images [B, D], texts [N, D], both unit length.

    InfoNCE (van den Oord et al. 2018) as in CLIP, except that a sentence true of a picture is never a negative for it:
    "an animal", told of a dog, must not be pushed away from the cat beside it in the batch. Each true pair competes with
    the false ones alone: -log(e^s / (e^s + sum of e^false)) = softplus(logsumexp(false) - s).
    """
    scores = scale * images @ texts.T
    false_scores = scores.masked_fill(batch.true, NEVER)
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


def naming_loss(features: Tensor, name_head: torch.nn.Module, count_head: torch.nn.Module, batch: Batch) -> tuple[Tensor, Tensor]:
    """Cross-entropies of what is in the picture, among all names at once, and of how many things are.

    A batch's sentences hold a few dozen names; these heads let the vision tower tell every name from every other at each
    step, long before the text tower knows them. They are dropped after training.
    """
    names = -(batch.names * F.log_softmax(name_head(features).float(), -1)).sum(1).mean()
    return names, F.cross_entropy(count_head(features).float(), batch.counts)


def text_embeddings(tower: torch.nn.Module, ids: Tensor, lengths: Tensor, groups: int = 4) -> Tensor:
    """Unit embeddings of padded sentences, encoded in groups of like length so that padding costs little."""
    order = lengths.argsort()
    parts = [tower(ids[part, : int(lengths[part].max())]) for part in order.chunk(groups)]
    back = torch.empty_like(order)
    back[order] = torch.arange(len(order))
    return F.normalize(torch.cat(parts).float(), dim=-1)[back]
