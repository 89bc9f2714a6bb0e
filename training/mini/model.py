"""The two towers. A picture and a sentence that is true of it get embeddings that point the same way."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from . import colours

EMBEDDING = 256
VOCABULARY = 4096
CONTEXT = 32
TEXT_WIDTH = 192
TEXT_LAYERS = 3
TEXT_HEADS = 4
STEM_WIDTH = 32
STAGES = ((64, 1), (128, 2), (256, 2))  # (width, residual blocks); each halves the side
# The blocks of the first two stages, whose maps also tell a drawing from a photograph (mini/domain.py).
EARLY_BLOCKS = 3
HEAD_WIDTH = 512
# Mean, maximum, and the maxima of four halves.
FEATURES = 6 * HEAD_WIDTH
# Room for the names and the numbers that the auxiliary heads tell apart.
NAME_CLASSES = 1024
COUNT_CLASSES = 6
COLOUR_CLASSES = len(colours.WORDS)
IMAGE_SIZE = 96
# CLIP starts its temperature at 1 / 0.07 and never lets it exceed 100 (Radford et al. 2021, section 2.5).
FIRST_LOGIT_SCALE = 1 / 0.07
MAX_LOGIT_SCALE = 100.0


class ResidualBlock(nn.Module):
    """Two 3x3 convolutions beside a shortcut (He et al. 2016), batch-norm after each."""

    def __init__(self, width_in: int, width: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(width_in, width, 3, stride, 1, bias=False)
        self.norm1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, 1, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(width)
        self.shortcut: nn.Module = nn.Identity()
        if stride != 1 or width_in != width:
            self.shortcut = nn.Sequential(nn.Conv2d(width_in, width, 1, stride, bias=False), nn.BatchNorm2d(width))

    def forward(self, x: Tensor) -> Tensor:
        inside = self.norm2(self.conv2(torch.relu(self.norm1(self.conv1(x)))))
        return torch.relu(inside + self.shortcut(x))


class VisionTower(nn.Module):
    """pixel_values [B, 3, S, S], normalised -> image_embeds [B, 256], not unit length. S is a multiple of 16."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, STEM_WIDTH, 3, 2, 1, bias=False)
        self.stem_norm = nn.BatchNorm2d(STEM_WIDTH)
        blocks: list[nn.Module] = []
        width_in = STEM_WIDTH
        for number, (width, depth) in enumerate(STAGES):
            for block in range(depth):
                # Two extra channels tell the last stage where it looks: "on the left" needs it.
                extra = 2 if number == len(STAGES) - 1 and block == 1 else 0
                if extra:
                    blocks.append(AddPlace())
                blocks.append(ResidualBlock(width_in + extra, width, 2 if block == 0 else 1))
                width_in = width
        self.blocks = nn.Sequential(*blocks)
        self.head = nn.Conv2d(width_in, HEAD_WIDTH, 1, bias=False)
        self.head_norm = nn.BatchNorm2d(HEAD_WIDTH)
        self.projection = nn.Linear(FEATURES, EMBEDDING, bias=False)

    def early_maps(self, pixel_values: Tensor) -> list[Tensor]:
        """What the stem and the first blocks give, [B, width, side, side] each: edges, textures, patches of colour."""
        maps = [torch.relu(self.stem_norm(self.stem(pixel_values)))]
        for block in self.blocks[:EARLY_BLOCKS]:
            maps.append(block(maps[-1]))
        return maps

    def features(self, pixel_values: Tensor) -> Tensor:
        """What the projection reads, [B, 3072]."""
        return self.pooled(self.early_maps(pixel_values)[-1])

    def pooled(self, early_map: Tensor) -> Tensor:
        """The features, from the last of the early maps."""
        x = torch.relu(self.head_norm(self.head(self.blocks[EARLY_BLOCKS:](early_map))))
        # The mean says how much of the picture, the maximum says whether at all, and the halves' maxima say on which side.
        middle = x.shape[-1] // 2
        rows, columns = x.amax(3), x.amax(2)
        halves = [columns[..., :middle], columns[..., -middle:], rows[..., :middle], rows[..., -middle:]]
        return torch.cat([x.mean((2, 3)), x.amax((2, 3)), *(half.amax(2) for half in halves)], 1)

    def halves(self, features: Tensor) -> Tensor:
        """The features of the left, right, upper and lower half, [B, 4, 512]."""
        return features[:, 2 * HEAD_WIDTH :].view(-1, 4, HEAD_WIDTH)

    def forward(self, pixel_values: Tensor) -> Tensor:
        return self.projection(self.features(pixel_values))


class AddPlace(nn.Module):
    """Adds two channels that run from -1 to 1, left to right and top to bottom."""

    def forward(self, x: Tensor) -> Tensor:
        height, width = int(x.shape[2]), int(x.shape[3])
        down = torch.linspace(-1, 1, height, dtype=x.dtype, device=x.device).view(1, 1, height, 1)
        right = torch.linspace(-1, 1, width, dtype=x.dtype, device=x.device).view(1, 1, 1, width)
        places = torch.cat([right.expand(1, 1, height, width), down.expand(1, 1, height, width)], 1)
        return torch.cat([x, places.expand(x.shape[0], 2, height, width)], 1)


class TextBlock(nn.Module):
    """Causal self-attention and a two-layer perceptron, each behind a layer-norm, as in GPT-2 and CLIP."""

    def __init__(self) -> None:
        super().__init__()
        self.norm1 = nn.LayerNorm(TEXT_WIDTH)
        self.qkv = nn.Linear(TEXT_WIDTH, 3 * TEXT_WIDTH)
        self.out = nn.Linear(TEXT_WIDTH, TEXT_WIDTH)
        self.norm2 = nn.LayerNorm(TEXT_WIDTH)
        self.up = nn.Linear(TEXT_WIDTH, 4 * TEXT_WIDTH)
        self.down = nn.Linear(4 * TEXT_WIDTH, TEXT_WIDTH)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length = x.shape[0], x.shape[1]
        heads = self.qkv(self.norm1(x)).view(batch, length, 3, TEXT_HEADS, TEXT_WIDTH // TEXT_HEADS)
        query, key, value = heads.permute(2, 0, 3, 1, 4).unbind(0)
        scores = query @ key.transpose(-1, -2) / math.sqrt(TEXT_WIDTH // TEXT_HEADS) + mask
        mixed = (scores.softmax(-1) @ value).permute(0, 2, 1, 3).reshape(batch, length, TEXT_WIDTH)
        x = x + self.out(mixed)
        inner = self.up(self.norm2(x))
        return x + self.down(inner * torch.sigmoid(1.702 * inner))  # QuickGELU, as CLIP


class TextTower(nn.Module):
    """input_ids [B, L], L <= 32 -> text_embeds [B, 256], not unit length. Read at the first end mark, the highest id."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens = nn.Embedding(VOCABULARY, TEXT_WIDTH)
        self.places = nn.Parameter(torch.empty(CONTEXT, TEXT_WIDTH))
        self.blocks = nn.ModuleList(TextBlock() for _ in range(TEXT_LAYERS))
        self.norm = nn.LayerNorm(TEXT_WIDTH)
        self.projection = nn.Linear(TEXT_WIDTH, EMBEDDING, bias=False)
        # -1e4 rather than -inf: it survives half precision, and exp(-1e4) is 0 all the same.
        self.register_buffer("mask", torch.full((CONTEXT, CONTEXT), -1e4).triu(1), persistent=False)
        self._start()

    def _start(self) -> None:
        """CLIP's initialisation (Radford et al. 2021, released code)."""
        nn.init.normal_(self.tokens.weight, std=0.02)
        nn.init.normal_(self.places, std=0.01)
        for block in self.blocks:
            nn.init.normal_(block.qkv.weight, std=TEXT_WIDTH**-0.5)
            nn.init.normal_(block.out.weight, std=TEXT_WIDTH**-0.5 * (2 * TEXT_LAYERS) ** -0.5)
            nn.init.normal_(block.up.weight, std=(2 * TEXT_WIDTH) ** -0.5)
            nn.init.normal_(block.down.weight, std=TEXT_WIDTH**-0.5 * (2 * TEXT_LAYERS) ** -0.5)
        nn.init.normal_(self.projection.weight, std=TEXT_WIDTH**-0.5)

    def forward(self, input_ids: Tensor) -> Tensor:
        length = input_ids.shape[1]
        x = self.tokens(input_ids) + self.places[:length]
        mask = self.mask[:length, :length]
        for block in self.blocks:
            x = block(x, mask)
        ends = input_ids.argmax(1)
        at_end = x[torch.arange(x.shape[0], device=x.device), ends]
        return self.projection(self.norm(at_end))


class GlimpseMini(nn.Module):
    """Both towers and the learned temperature, kept as its logarithm. The heads serve training alone."""

    def __init__(self) -> None:
        super().__init__()
        self.vision = VisionTower()
        self.text = TextTower()
        self.name_head = nn.Linear(FEATURES, NAME_CLASSES)
        self.side_head = nn.Linear(HEAD_WIDTH, NAME_CLASSES)
        self.colour_head = nn.Linear(FEATURES, COLOUR_CLASSES)
        self.count_head = nn.Linear(FEATURES, COUNT_CLASSES)
        self.log_scale = nn.Parameter(torch.tensor(math.log(FIRST_LOGIT_SCALE)))

    def logit_scale(self) -> Tensor:
        """What cosines are multiplied by before a softmax, at most 100."""
        return self.log_scale.exp().clamp(max=MAX_LOGIT_SCALE)
