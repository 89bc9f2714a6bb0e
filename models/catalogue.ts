import { HUB_CHECKPOINTS } from './hub-checkpoints.ts';

/**
 * How the cosine of a picture and a text becomes a probability. `softmax`: multiplied by the logit scale, then a softmax over
 * the texts (CLIP, Radford et al. 2021). `sigmoid`: multiplied by the logit scale, the logit bias added, then a sigmoid for each text by
 * itself (SigLIP, Zhai et al. 2023).
 */
export type Scoring = 'softmax' | 'sigmoid';

/** The precision of a tower's file: `fp32` is `onnx/vision_model.onnx`, `q8` is `onnx/vision_model_quantized.onnx`. */
export type Precision = 'fp32' | 'fp16' | 'q8';

/** The two encoders of a checkpoint: what sees and what reads. */
export type Tower = 'vision' | 'text';

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
    }
  | {
      /** A folder of the user's own: an absolute path. It is only read, never written to. */
      readonly kind: 'folder';
      readonly folder: string;
    };

/** The bytes of a checkpoint's files on the hub. */
export interface CheckpointBytes {
  readonly vision: Readonly<Partial<Record<Precision, number>>>;
  readonly text: Readonly<Partial<Record<Precision, number>>>;
  /** The tokenizer and the three small JSON files together. */
  readonly rest: number;
}

/** One CLIP checkpoint that Glimpse can serve with. */
export interface CatalogueEntry {
  /** What `CLIP_MODEL` and `--model` call it. */
  readonly id: string;
  /** What a person would choose it for, in a few words. */
  readonly purpose: string;
  readonly source: CheckpointSource;
  /** The side of the square that its vision tower sees, in pixels. */
  readonly inputSize: number;
  /** The length of its embeddings. */
  readonly dimension: number;
  readonly scoring: Scoring;
  /**
   * What a cosine is multiplied by before the softmax or sigmoid, or `config.json` where the checkpoint carries it in that
   * file as `logit_scale`. The split exports of the hub carry none.
   */
  readonly logitScale: number | 'config.json';
  /** What is added before the sigmoid; 0 with a softmax. */
  readonly logitBias: number;
  /**
   * How many tokens every prompt is padded to, where the text tower was trained so and reads its embedding off the last place or
   * attends to the padding (SigLIP, MobileCLIP). Where absent, a batch is padded to its longest prompt.
   */
  readonly padTo?: number;
  /** SPDX name, or the name that the hub gives a licence that has none. */
  readonly licence: string;
  /** What must be shown, and agreed to, before it is fetched. Absent where the licence lets anybody use it for anything. */
  readonly terms?: string;
  /** Towers whose int8 file must not serve, because its answers are wrong. */
  readonly withoutInt8?: readonly Tower[];
  /** Bytes of the files by precision; absent where they are not known before they are fetched. */
  readonly bytes?: CheckpointBytes;
  /** About what a first use downloads. Nothing where the checkpoint ships with Glimpse or is a folder. */
  readonly downloadBytes: number;
  readonly precision: { readonly vision: Precision; readonly text: Precision };
}

/** What `CLIP_MODEL=auto` serves with where it can be had. */
export const PREFERRED_CHECKPOINT = 'Xenova/clip-vit-base-patch32';

/** What `CLIP_MODEL=auto` serves with otherwise. */
export const SHIPPED_CHECKPOINT = 'glimpse-mini';

/** Every checkpoint that Glimpse knows. Its files follow the transformers.js layout (`checkpointFiles`). */
export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    id: SHIPPED_CHECKPOINT,
    purpose: 'ships with Glimpse: emoji, drawings, simple shapes',
    // Sizes and scale are those of its own files; its model card says how it was made.
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
  ...HUB_CHECKPOINTS,
];

/** The suffix that a precision adds to a tower's file name in the transformers.js layout. */
const SUFFIX: Readonly<Record<Precision, string>> = { fp32: '', fp16: '_fp16', q8: '_quantized' };

/** The files of every checkpoint beside its towers: what it is, how pictures are prepared, how prompts become tokens. */
export const SMALL_FILES = [
  'config.json',
  'preprocessor_config.json',
  'tokenizer_config.json',
  'tokenizer.json',
] as const;

/** The files that a checkpoint consists of, relative to its folder, the small ones first. */
export function checkpointFiles(entry: Pick<CatalogueEntry, 'precision'>): readonly string[] {
  return [...SMALL_FILES, textTowerFile(entry), towerFile('vision', entry.precision.vision)];
}

/** The text tower's file, relative to the checkpoint's folder. */
export function textTowerFile(entry: Pick<CatalogueEntry, 'precision'>): string {
  return towerFile('text', entry.precision.text);
}

/** A tower's file of a precision, relative to the checkpoint's folder, e.g. `onnx/vision_model_quantized.onnx`. */
export function towerFile(tower: Tower, precision: Precision): string {
  return `onnx/${tower}_model${SUFFIX[precision]}.onnx`;
}

/** The int8 files of the towers that may serve in int8, relative to the checkpoint's folder. */
export function int8Files(entry: Pick<CatalogueEntry, 'withoutInt8'>): readonly string[] {
  const towers: readonly Tower[] = ['text', 'vision'];
  return towers.filter((tower) => !entry.withoutInt8?.includes(tower)).map((tower) => towerFile(tower, 'q8'));
}
