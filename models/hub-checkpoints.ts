import type { CatalogueEntry, CheckpointBytes } from './catalogue.ts';

/*
 * Where the figures are from.
 *
 * Bytes with all their digits were read off the hub by others who pin these files: the commit d15189d of
 * Xenova/clip-vit-base-patch32, c307790 of Xenova/clip-vit-large-patch14 and ba1f3b0 of
 * onnx-community/siglip2-base-patch16-224-ONNX. Bytes that end in zeros are the megabytes of the hub's file listings, and
 * those marked "estimated" were worked out from parameters. They serve for what is shown and for the first guess at the
 * room that a download needs; a download itself goes by the sizes that the hub states.
 *
 * Logit scale of OpenAI's CLIP: it was trained until the scale reached its ceiling of 100 (Radford et al. 2021, section
 * 2.5, and openai/CLIP issue 46). SigLIP's scale and bias are parameters of the published weights, which the split
 * exports leave out; each of those below is given alike by several independent programs that read them out of the
 * weights, and the issue 746 of mlfoundations/open_clip says how to read them.
 *
 * "N times the work" compares a picture's floating-point operations with ViT-B/32's: model_profile.csv of
 * mlfoundations/open_clip.
 */

/** OpenAI's CLIP: a causal text tower that reads its embedding off the end token, so padding changes nothing. */
const OPENAI_CLIP = {
  scoring: 'softmax',
  logitScale: 100,
  logitBias: 0,
  licence: 'MIT',
} as const;

/** SigLIP was trained with every prompt padded to 64 tokens (transformers' documentation of SigLIP: `padding="max_length"`). */
const SIGLIP_TOKENS = 64;

/** MobileCLIP's text towers were exported with 77 places, and its card pads to `max_length`. */
const MOBILECLIP_TOKENS = 77;

/** Apple's own words: `LICENSE_MODELS` of apple/ml-mobileclip, "exclusively for Research Purposes". */
const APPLE_TERMS =
  "MobileCLIP's weights are Apple's and come under the Apple Machine Learning Research Model licence (apple-amlr): they may " +
  'be used for research only, not in a product or service. Read it before you go on: ' +
  'https://github.com/apple/ml-mobileclip/blob/main/LICENSE_MODELS';

/** MobileCLIP, Vasu et al. 2024: input of 256 pixels, embeddings of 512 numbers, scale at its ceiling of 100. */
const MOBILECLIP = {
  inputSize: 256,
  dimension: 512,
  scoring: 'softmax',
  logitScale: 100,
  logitBias: 0,
  padTo: MOBILECLIP_TOKENS,
  licence: 'apple-amlr',
  terms: APPLE_TERMS,
  // The card of Xenova/mobileclip_s0: "vision model is sensitive to quantization". Others measured what that means: the
  // right product for 13 % of pictures in int8, for 80 % in fp16.
  withoutInt8: ['vision'],
} as const;

/** The tokenizer and JSON files of OpenAI's CLIP: 2,224,119 bytes of tokenizer.json, a few kilobytes of the rest. */
const CLIP_REST = 2_227_000;

type Facts = Omit<CatalogueEntry, 'id' | 'source' | 'downloadBytes' | 'precision' | 'bytes'> & {
  readonly bytes: CheckpointBytes & {
    readonly vision: { readonly fp32: number };
    readonly text: { readonly fp32: number };
  };
};

function onHub(repository: string, facts: Facts): CatalogueEntry {
  const { vision, text, rest } = facts.bytes;
  return {
    id: repository,
    source: { kind: 'hub', repository, revision: 'main' },
    ...facts,
    downloadBytes: vision.fp32 + text.fp32 + rest,
    precision: { vision: 'fp32', text: 'fp32' },
  };
}

/** The checkpoints of the hub that Glimpse knows, the default first. */
export const HUB_CHECKPOINTS: readonly CatalogueEntry[] = [
  onHub('Xenova/clip-vit-base-patch32', {
    ...OPENAI_CLIP,
    purpose: 'the default: photographs',
    inputSize: 224,
    dimension: 512,
    bytes: {
      vision: { fp32: 351_685_709, fp16: 176_080_659, q8: 89_117_001 },
      text: { fp32: 254_058_553, fp16: 127_339_794, q8: 64_504_507 },
      rest: CLIP_REST,
    },
  }),
  onHub('Xenova/clip-vit-base-patch16', {
    ...OPENAI_CLIP,
    purpose: 'sees finer detail, at four times the work',
    inputSize: 224,
    dimension: 512,
    bytes: {
      vision: { fp32: 345_000_000, fp16: 173_000_000, q8: 87_000_000 },
      text: { fp32: 254_000_000, q8: 64_500_000 },
      rest: CLIP_REST,
    },
  }),
  onHub('Xenova/clip-vit-large-patch14', {
    ...OPENAI_CLIP,
    purpose: 'better answers, at eighteen times the work',
    inputSize: 224,
    dimension: 768,
    // All but the fp32 vision tower: estimated.
    bytes: {
      vision: { fp32: 1_216_438_437, q8: 307_000_000 },
      text: { fp32: 495_000_000, q8: 125_000_000 },
      rest: CLIP_REST,
    },
  }),
  onHub('Xenova/clip-vit-large-patch14-336', {
    ...OPENAI_CLIP,
    purpose: "OpenAI's best, at forty times the work: for a fast machine",
    inputSize: 336,
    dimension: 768,
    // The text tower: estimated.
    bytes: {
      vision: { fp32: 1_220_000_000, q8: 307_000_000 },
      text: { fp32: 495_000_000, q8: 125_000_000 },
      rest: CLIP_REST,
    },
  }),
  onHub('Xenova/siglip-base-patch16-224', {
    purpose: 'more exact than CLIP in English, at four times the work',
    inputSize: 224,
    dimension: 768,
    scoring: 'sigmoid',
    // 4.7650 as the weights have it: its exponential.
    logitScale: 117.330765,
    logitBias: -12.932437,
    padTo: SIGLIP_TOKENS,
    licence: 'Apache-2.0',
    // The rest: 2,398,744 bytes of tokenizer.json.
    bytes: {
      vision: { fp32: 372_000_000, fp16: 186_000_000, q8: 99_500_000 },
      text: { fp32: 441_000_000, q8: 111_000_000 },
      rest: 2_402_000,
    },
  }),
  onHub('onnx-community/siglip2-base-patch16-224-ONNX', {
    purpose: 'understands prompts in many languages, at four times the work',
    inputSize: 224,
    dimension: 768,
    scoring: 'sigmoid',
    // 4.724453449249268 as the weights have it: its exponential.
    logitScale: 112.66889953613281,
    logitBias: -16.771724700927734,
    padTo: SIGLIP_TOKENS,
    licence: 'Apache-2.0',
    bytes: {
      vision: { fp32: 371_807_752, fp16: 186_039_516, q8: 94_553_333 },
      text: { fp32: 1_129_469_657, fp16: 564_862_230, q8: 283_438_275 },
      // A vocabulary of 256,000 makes a large tokenizer.json.
      rest: 34_400_000,
    },
  }),
  onHub('jinaai/jina-clip-v1', {
    purpose: 'reads long texts; better at telling texts apart',
    inputSize: 224,
    dimension: 768,
    scoring: 'softmax',
    // Estimated: no figure is published, and its training follows CLIP's, whose scale ends at 100.
    logitScale: 100,
    logitBias: 0,
    licence: 'Apache-2.0',
    // The export of the text tower failed beyond 16 tokens (discussion 22 of the repository). Its fp32 and fp16 files were
    // mended (discussion 23); the int8 file is still the first export's.
    withoutInt8: ['text'],
    // The rest: estimated, a BERT tokenizer.
    bytes: {
      vision: { fp32: 344_000_000, fp16: 172_000_000, q8: 87_900_000 },
      text: { fp32: 548_000_000, fp16: 274_000_000, q8: 138_000_000 },
      rest: 720_000,
    },
  }),
  onHub('Xenova/mobileclip_s0', {
    ...MOBILECLIP,
    purpose: 'the smallest of them, for research only',
    bytes: {
      vision: { fp32: 45_543_630, fp16: 22_876_479, q8: 11_800_000 },
      text: { fp32: 170_000_000, q8: 42_799_238 },
      rest: CLIP_REST,
    },
  }),
  onHub('Xenova/mobileclip_s2', {
    ...MOBILECLIP,
    purpose: 'small and exact, for research only',
    bytes: {
      vision: { fp32: 143_020_962, fp16: 71_700_000, q8: 36_700_000 },
      text: { fp32: 254_000_000, fp16: 127_000_000, q8: 64_100_000 },
      rest: CLIP_REST,
    },
  }),
];
