import type { TransformerShape } from './transformer.ts';

/** The sizes and names of a checkpoint to be made; all else follows from its kind. */
export interface CheckpointShape {
  readonly kind: 'clip' | 'siglip';
  readonly vision: TransformerShape & {
    /** The side of the square that it sees, in pixels: a multiple of the patch's. */
    readonly side: number;
    readonly patch: number;
  };
  readonly text: TransformerShape & {
    /** The most tokens that it reads. */
    readonly context: number;
    readonly vocabulary: number;
    /**
     * What a token attends to: those before it (CLIP), all, so that padding tells (SigLIP, MobileCLIP), or all that are
     * no padding, by an input `attention_mask` (jina-clip).
     */
    readonly attention: 'causal' | 'all' | 'unpadded';
  };
  /** The length of its embeddings; of a SigLIP the width of the vision tower. */
  readonly dimension: number;
  /** What the outputs are called that hold the embeddings. */
  readonly imageOutput: string;
  readonly textOutput: string;
  readonly seed: number;
  /** What the last layer's weights are multiplied by: 1 unless it is to give zeros or NaN. */
  readonly lastGain?: number;
}

const B32_VISION = { width: 768, layers: 12, heads: 12, mlp: 3072, side: 224, patch: 32 };
const B32_TEXT = {
  width: 512,
  layers: 12,
  heads: 8,
  mlp: 2048,
  context: 77,
  vocabulary: 49_408,
  attention: 'causal',
} as const;

/** CLIP ViT-B/32: 88 M + 63 M parameters (Radford et al. 2021, tables 19 and 20). */
export const CLIP_VIT_BASE_PATCH32: CheckpointShape = {
  kind: 'clip',
  vision: B32_VISION,
  text: B32_TEXT,
  dimension: 512,
  imageOutput: 'image_embeds',
  textOutput: 'text_embeds',
  seed: 32,
};

/** A CLIP that is made and run in milliseconds. */
export const TINY_CLIP: CheckpointShape = {
  ...CLIP_VIT_BASE_PATCH32,
  vision: { width: 32, layers: 2, heads: 2, mlp: 64, side: 32, patch: 8 },
  text: { width: 32, layers: 2, heads: 2, mlp: 64, context: 77, vocabulary: 1_000, attention: 'causal' },
  dimension: 24,
  seed: 1,
};

/** As MobileCLIP is laid out: scored like CLIP, but its text tower was trained on prompts padded to the context. */
export const TINY_MOBILE_CLIP: CheckpointShape = {
  ...TINY_CLIP,
  text: { ...TINY_CLIP.text, attention: 'all' },
  seed: 2,
};

/** With the outputs' names of jina-clip, and a text tower that asks where the padding is. */
export const TINY_JINA_CLIP: CheckpointShape = {
  ...TINY_CLIP,
  text: { ...TINY_CLIP.text, attention: 'unpadded' },
  imageOutput: 'l2norm_image_embeddings',
  textOutput: 'l2norm_text_embeddings',
  seed: 3,
};

/** A SigLIP: read off the last place of a padded prompt, pictures squashed to the square, scored by sigmoid. */
export const TINY_SIGLIP: CheckpointShape = {
  ...TINY_CLIP,
  kind: 'siglip',
  text: { ...TINY_CLIP.text, context: 64, vocabulary: 300, attention: 'all' },
  dimension: 32,
  imageOutput: 'pooler_output',
  textOutput: 'pooler_output',
  seed: 4,
};
