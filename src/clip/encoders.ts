import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AutoTokenizer,
  CLIPTextModelWithProjection,
  CLIPVisionModelWithProjection,
  env,
  LogLevel,
  type PreTrainedTokenizer,
  Tensor,
} from '@huggingface/transformers';
import { z } from 'zod';
import { decodeFrames } from '../images/decode-picture.ts';
import { type PixelFormat, toPixelValues } from '../images/preprocess.ts';
import type { Region } from '../images/region.ts';
import { type Embedding, type EncodedPicture, joined, meanEmbedding, toUnitLength } from './embedding.ts';
import type { VisionCheckpoint } from './vision-protocol.ts';

// Every file is on this disk already (checkpoint.ts sees to it), so the library never looks anywhere else.
env.allowRemoteModels = false;
env.useFSCache = false;
env.logLevel = LogLevel.ERROR;

/** The tower that sees. */
export interface PictureEncoder {
  /** The side of the square that it sees, in pixels. */
  readonly inputSize: number;
  /**
   * Decodes a picture, or a region of it, into pixel values (`Float32Array[3 * size * size]`): one of a still picture, up to three of an
   * animation. sharp works on threads of its own, so that the next picture can be decoded while this one is encoded.
   * Throws a UserError for a picture that cannot be decoded.
   */
  decode(file: Uint8Array, region?: Region): Promise<readonly Float32Array[]>;
  /** Encodes a picture's frames: their mean, which is familiar where most of them are. Blocks the thread meanwhile. */
  encode(frames: readonly Float32Array[]): Promise<EncodedPicture>;
  /** Encodes a uniform grey: a trial run. */
  encodeNothing(): Promise<EncodedPicture>;
}

/** The tower that reads. */
export interface PromptEncoder {
  /** One batch: unit embeddings in the prompts' order. What exceeds the context is cut off. */
  encode(prompts: readonly string[]): Promise<Embedding[]>;
}

/** Loads the vision tower. Throws where a file is missing or is not what it should be. */
export async function loadPictureEncoder(checkpoint: VisionCheckpoint, threads: number): Promise<PictureEncoder> {
  const format = await readPixelFormat(checkpoint.folder);
  const model = await CLIPVisionModelWithProjection.from_pretrained(checkpoint.folder, {
    dtype: checkpoint.precision.vision,
    ...session(threads),
  });
  const { size } = format;
  const encodeFrames = async (frames: readonly Float32Array[]): Promise<EncodedPicture> => {
    const pixels = joined(frames);
    const outputs: Outputs = await model({
      pixel_values: new Tensor('float32', pixels, [frames.length, 3, size, size]),
    });
    const embeddings = unitRows(outputs, 'image_embeds', frames.length);
    const [only] = embeddings;
    return {
      embedding: only && embeddings.length === 1 ? only : meanEmbedding(embeddings),
      familiar: areMostFamiliar(outputs),
    };
  };
  return {
    inputSize: size,
    decode: async (file, region) => {
      const frames = await decodeFrames(file, size, region);
      return frames.map((rgb) => toPixelValues(rgb, format));
    },
    encode: encodeFrames,
    encodeNothing: () => encodeFrames([new Float32Array(3 * size * size)]),
  };
}

/** Loads the text tower and its tokenizer. Throws where a file is missing or is not what it should be. */
export async function loadPromptEncoder(checkpoint: VisionCheckpoint, threads: number): Promise<PromptEncoder> {
  const tokenizer = await AutoTokenizer.from_pretrained(checkpoint.folder);
  const context = await readContext(checkpoint.folder, tokenizer);
  const model = await CLIPTextModelWithProjection.from_pretrained(checkpoint.folder, {
    dtype: checkpoint.precision.text,
    ...session(threads),
  });
  const end = tokenizer.eos_token_id ?? tokenizer.pad_token_id;
  if (end === undefined) throw new Error('tokenizer_config.json names no eos_token');
  return {
    encode: async (prompts) => {
      if (prompts.length === 0) return [];
      const rows = prompts.map((prompt) => cutToContext(tokenizer.encode(prompt), context, end));
      return unitRows(await model(toBatch(rows, tokenizer.pad_token_id ?? end)), 'text_embeds', prompts.length);
    },
  };
}

/**
 * Cuts a row of tokens to the context but keeps the end token last, for CLIP reads its embedding off that place.
 * The library's own `truncation` drops it.
 */
export function cutToContext(tokens: readonly number[], context: number, end: number): readonly number[] {
  return tokens.length <= context ? tokens : [...tokens.slice(0, context - 1), end];
}

/** Rows of tokens, padded at their ends to the longest: `int64[rows, longest]` each. */
function toBatch(rows: readonly (readonly number[])[], padding: number): Record<string, Tensor> {
  const longest = Math.max(...rows.map((row) => row.length));
  const ids = new BigInt64Array(rows.length * longest).fill(BigInt(padding));
  const mask = new BigInt64Array(rows.length * longest);
  rows.forEach((row, r) => {
    row.forEach((token, i) => {
      ids[r * longest + i] = BigInt(token);
      mask[r * longest + i] = 1n;
    });
  });
  const shape = [rows.length, longest];
  return { input_ids: new Tensor('int64', ids, shape), attention_mask: new Tensor('int64', mask, shape) };
}

/** A tower's outputs by name. */
type Outputs = Readonly<Record<string, Tensor | undefined>>;

function unitRows(outputs: Outputs, name: string, rows: number): Embedding[] {
  const data = floats(outputs, name);
  const dimension = data.length / rows;
  return Array.from({ length: rows }, (_, row) => toUnitLength(data.subarray(row * dimension, (row + 1) * dimension)));
}

/** glimpse-mini's vision tower has a second output, `unfamiliarity` (`float32[batch, 1]`); those of the hub have not. */
function areMostFamiliar(outputs: Outputs): boolean {
  if (!outputs.unfamiliarity) return true;
  const frames = floats(outputs, 'unfamiliarity');
  return frames.filter((unfamiliarity) => unfamiliarity <= 0).length > frames.length / 2;
}

function floats(outputs: Outputs, name: string): Float32Array {
  const data = outputs[name]?.data;
  if (!(data instanceof Float32Array)) throw new Error(`the tower gives no ${name} in 32-bit floats`);
  return data;
}

/** Threads that spin while they wait cost other programs their cores. */
function session(threads: number) {
  return {
    device: 'cpu' as const,
    session_options: {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      extra: { session: { intra_op: { allow_spinning: '0' }, inter_op: { allow_spinning: '0' } } },
    },
  };
}

const rgb = z.tuple([z.number(), z.number(), z.number()]);
const side = z.union([
  z.number(),
  z
    .object({ height: z.number(), width: z.number() })
    .refine(({ height, width }) => height === width, 'is not square')
    .transform(({ height }) => height),
  z.object({ shortest_edge: z.number() }).transform(({ shortest_edge }) => shortest_edge),
]);
const preprocessor = z.object({ image_mean: rgb, image_std: rgb, size: side, crop_size: side });

async function readPixelFormat(folder: string): Promise<PixelFormat> {
  const facts = preprocessor.parse(JSON.parse(await readFile(join(folder, 'preprocessor_config.json'), 'utf8')));
  if (facts.size !== facts.crop_size) {
    throw new Error(`preprocessor_config.json shrinks to ${facts.size} but crops ${facts.crop_size} pixels`);
  }
  return { size: facts.crop_size, mean: facts.image_mean, std: facts.image_std };
}

const textConfig = z.object({
  text_config: z.object({ max_position_embeddings: z.number().int().positive().optional() }).optional(),
});

/** OpenAI's CLIP (Radford et al. 2021, section 2.4); what transformers assumes where config.json does not say. */
const DEFAULT_CONTEXT = 77;

async function readContext(folder: string, tokenizer: PreTrainedTokenizer): Promise<number> {
  const { text_config } = textConfig.parse(JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')));
  return Math.min(text_config?.max_position_embeddings ?? DEFAULT_CONTEXT, tokenizer.model_max_length);
}
