/**
 * How the cosine of a picture and a text becomes a probability. `softmax`: multiplied by the logit scale, then a softmax over
 * the texts (CLIP, Radford et al. 2021). `sigmoid`: multiplied by the logit scale, the logit bias added, then a sigmoid for each text by
 * itself (SigLIP, Zhai et al. 2023).
 */
export type Scoring = 'softmax' | 'sigmoid';

/** The precision of a tower's file: `fp32` is `onnx/vision_model.onnx`, `q8` is `onnx/vision_model_quantized.onnx`. */
export type Precision = 'fp32' | 'fp16' | 'q8';

/** Where a checkpoint's files come from. */
export type CheckpointSource =
  | {
      /** A folder of this repository, under `models/`. */
      readonly kind: 'shipped';
      readonly folder: string;
    }
  | {
      /** A repository of the model hub, fetched once into the cache folder. */
      readonly kind: 'hub';
      readonly repository: string;
      readonly revision: string;
    };

/** One CLIP checkpoint that Glimpse can serve with. */
export interface CatalogueEntry {
  /** What `CLIP_MODEL` and `--model` call it. */
  readonly id: string;
  readonly source: CheckpointSource;
  /** The side of the square that its vision tower sees, in pixels. */
  readonly inputSize: number;
  /** The length of its embeddings. */
  readonly dimension: number;
  readonly scoring: Scoring;
  /**
   * What a cosine is multiplied by before the softmax, or `config.json` where the checkpoint carries it in that file
   * as `logit_scale`. The split exports of the hub carry none: OpenAI's CLIP was trained until the scale reached its
   * ceiling of 100 (Radford et al. 2021, section 2.5).
   */
  readonly logitScale: number | 'config.json';
  /** What is added before the sigmoid; 0 with a softmax. */
  readonly logitBias: number;
  /**
   * How many tokens every prompt is padded to, where the text tower was trained so and reads its embedding off the last place or
   * attends to the padding (SigLIP, MobileCLIP). Where absent, a batch is padded to its longest prompt.
   */
  readonly padTo?: number;
  /** SPDX name. */
  readonly licence: string;
  /** About what a first use downloads. Nothing where the checkpoint ships with Glimpse. */
  readonly downloadBytes: number;
  readonly precision: { readonly vision: Precision; readonly text: Precision };
}

/** Every checkpoint that Glimpse knows. Its files follow the transformers.js layout (`checkpointFiles`). */
export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    id: 'glimpse-mini',
    source: { kind: 'shipped', folder: 'glimpse-mini' },
    inputSize: 96,
    dimension: 256,
    scoring: 'softmax',
    logitScale: 'config.json',
    logitBias: 0,
    licence: 'MIT',
    downloadBytes: 0,
    precision: { vision: 'fp32', text: 'fp32' },
  },
  {
    id: 'Xenova/clip-vit-base-patch32',
    source: { kind: 'hub', repository: 'Xenova/clip-vit-base-patch32', revision: 'main' },
    inputSize: 224,
    dimension: 512,
    scoring: 'softmax',
    logitScale: 100,
    logitBias: 0,
    licence: 'MIT',
    downloadBytes: 608_000_000,
    precision: { vision: 'fp32', text: 'fp32' },
  },
  {
    id: 'Xenova/clip-vit-base-patch16',
    source: { kind: 'hub', repository: 'Xenova/clip-vit-base-patch16', revision: 'main' },
    inputSize: 224,
    dimension: 512,
    scoring: 'softmax',
    logitScale: 100,
    logitBias: 0,
    licence: 'MIT',
    downloadBytes: 601_000_000,
    precision: { vision: 'fp32', text: 'fp32' },
  },
];

/** What `CLIP_MODEL=auto` serves with where it can be had. */
export const PREFERRED_CHECKPOINT = 'Xenova/clip-vit-base-patch32';

/** What `CLIP_MODEL=auto` serves with otherwise. */
export const SHIPPED_CHECKPOINT = 'glimpse-mini';

/** The suffix that a precision adds to a tower's file name in the transformers.js layout. */
const SUFFIX: Readonly<Record<Precision, string>> = { fp32: '', fp16: '_fp16', q8: '_quantized' };

/** The files that a checkpoint consists of, relative to its folder, the small ones first. */
export function checkpointFiles(entry: Pick<CatalogueEntry, 'precision'>): readonly string[] {
  return [
    'config.json',
    'preprocessor_config.json',
    'tokenizer_config.json',
    'tokenizer.json',
    textTowerFile(entry),
    `onnx/vision_model${SUFFIX[entry.precision.vision]}.onnx`,
  ];
}

/** The text tower's file, relative to the checkpoint's folder. */
export function textTowerFile(entry: Pick<CatalogueEntry, 'precision'>): string {
  return `onnx/text_model${SUFFIX[entry.precision.text]}.onnx`;
}
