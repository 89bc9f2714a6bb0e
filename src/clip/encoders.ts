import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AutoTokenizer,
  CLIPTextModelWithProjection,
  CLIPVisionModelWithProjection,
  env,
  LogLevel,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  Tensor,
} from '@huggingface/transformers';
import { z } from 'zod';
import { textTowerFile } from '../../models/catalogue.ts';
import { type DecodedCrops, decodeCrops } from '../images/decode-crops.ts';
import { decodeFrames } from '../images/decode-picture.ts';
import { toPixelValues } from '../images/preprocess.ts';
import type { Box, Region } from '../images/region.ts';
import {
  checkDimensions,
  checkSide,
  checkTextTowerFile,
  embeddingOutputOf,
  type Outputs,
  rowsOf,
  type TowerSession,
  tryOut,
} from './check-towers.ts';
import { cropLayersFor } from './crop-layers.ts';
import { type Embedding, type EncodedPicture, joined, meanEmbedding, toUnitLength } from './embedding.ts';
import { misfit } from './misfit.ts';
import { readPixelFormat } from './pixel-format.ts';
import { cutToContext, toBatch } from './token-rows.ts';
import type { VisionCheckpoint } from './vision-protocol.ts';

// Every file is on this disk already (checkpoint.ts sees to it), so the library never looks anywhere else. What fails
// is thrown, too; the library's log would hold the tokens of what people asked.
env.allowRemoteModels = false;
env.useFSCache = false;
env.logLevel = LogLevel.NONE;

/** Crops as the vision tower takes them. */
export interface PixelCrops extends Pick<DecodedCrops, 'picture' | 'boxes'> {
  readonly pixels: readonly Float32Array[];
}

/** The tower that sees. */
export interface PictureEncoder {
  /** The side of the square that it sees, in pixels. */
  readonly inputSize: number;
  /** The length of its embeddings. */
  readonly dimension: number;
  /**
   * Decodes a picture, or a region of it, into pixel values (`Float32Array[3 * size * size]`): one of a still picture,
   * up to three of an animation. sharp works on threads of its own, so that the next picture can be decoded while this
   * one is encoded. Throws a UserError for a picture that cannot be decoded.
   */
  decode(file: Uint8Array, region?: Region | Box): Promise<readonly Float32Array[]>;
  /**
   * Encodes a picture's frames, as `decode` gives them: their mean, which is familiar where most of them are. Blocks the thread
   * meanwhile.
   */
  encode(frames: readonly Float32Array[]): Promise<EncodedPicture>;
  /** Encodes several pictures' frames as one batch, in their order. */
  encodeAll(pictures: readonly (readonly Float32Array[])[]): Promise<readonly EncodedPicture[]>;
  /** Decodes a picture once and cuts overlapping crops out of it, into pixel values of the same shape. Throws likewise. */
  decodeCrops(file: Uint8Array): Promise<PixelCrops>;
  /** Encodes several pictures of one frame as one batch: unit embeddings in their order. Blocks the thread meanwhile. */
  encodeEach(pictures: readonly Float32Array[]): Promise<readonly Embedding[]>;
  /** Encodes a uniform grey: a trial run. */
  encodeNothing(): Promise<EncodedPicture>;
}

/** The tower that reads. */
export interface PromptEncoder {
  /** The length of its embeddings. */
  readonly dimension: number;
  /** One batch: unit embeddings in the prompts' order. What exceeds the context is cut off. */
  encode(prompts: readonly string[]): Promise<Embedding[]>;
}

/**
 * Loads the vision tower of any CLIP or SigLIP kind of checkpoint and tries it out on an empty picture. The text tower,
 * which is loaded when it is needed, is checked as far as its file tells. Throws a UserError (`model-unavailable`) that
 * says what does not fit, or what onnxruntime throws where the file is none of its.
 */
export async function loadPictureEncoder(checkpoint: VisionCheckpoint, threads: number): Promise<PictureEncoder> {
  const format = await readPixelFormat(checkpoint.folder);
  const model = await CLIPVisionModelWithProjection.from_pretrained(checkpoint.folder, {
    dtype: checkpoint.precision.vision,
    ...sessionOptions(threads),
  });
  const { size } = format;
  const session = sessionOf(model);
  const output = embeddingOutputOf('vision', session);
  checkSide(session, size);

  const run = async (frames: readonly Float32Array[]) => {
    const [only] = frames;
    const pixels = only && frames.length === 1 ? only : joined(frames);
    const outputs: Outputs = await model({
      pixel_values: new Tensor('float32', pixels, [frames.length, 3, size, size]),
    });
    return { outputs, embeddings: rowsOf('vision', outputs, output, frames.length).map(toUnitLength) };
  };
  const encodeAll = async (pictures: readonly (readonly Float32Array[])[]): Promise<readonly EncodedPicture[]> => {
    const { outputs, embeddings } = await run(pictures.flat());
    const unfamiliarities = unfamiliaritiesOf(outputs, embeddings.length);
    let to = 0;
    return pictures.map(({ length }) => {
      const from = to;
      to += length;
      const own = embeddings.slice(from, to);
      return {
        embedding: own.length === 1 ? (own[0] as Embedding) : meanEmbedding(own),
        familiar: areMostFamiliar(unfamiliarities?.slice(from, to)),
      };
    });
  };
  const encode = async (frames: readonly Float32Array[]): Promise<EncodedPicture> =>
    (await encodeAll([frames]))[0] as EncodedPicture;
  const encodeNothing = () => encode([new Float32Array(3 * size * size)]);
  const trial = await tryOut(
    'vision',
    `see pictures of ${size}x${size} pixels, the size that preprocessor_config.json gives`,
    async () => (await encodeNothing()).embedding,
  );
  await checkTextTowerFile(join(checkpoint.folder, textTowerFile(checkpoint)), trial.length);
  return {
    inputSize: size,
    dimension: trial.length,
    decode: async (file, region) => {
      const frames = await decodeFrames(file, size, region, format);
      return frames.map((rgb) => toPixelValues(rgb, format));
    },
    encode,
    encodeAll,
    decodeCrops: async (file) => {
      const { picture, boxes, crops } = await decodeCrops(file, size, cropLayersFor(size), format.filter);
      return { picture, boxes, pixels: crops.map((rgb) => toPixelValues(rgb, format)) };
    },
    encodeEach: async (pictures) => (await run(pictures)).embeddings,
    encodeNothing,
  };
}

/**
 * Loads the text tower of any CLIP or SigLIP kind of checkpoint with its tokenizer, and tries it out on a prompt.
 * `dimension` is that of the vision tower, where it is known. Throws as `loadPictureEncoder` does.
 */
export async function loadPromptEncoder(
  checkpoint: VisionCheckpoint,
  threads: number,
  dimension?: number,
): Promise<PromptEncoder> {
  const { folder, precision, padTo } = checkpoint;
  const tokenizer = await AutoTokenizer.from_pretrained(folder);
  const context = Math.min(await readContext(folder, tokenizer), padTo ?? Number.POSITIVE_INFINITY);
  const model = await CLIPTextModelWithProjection.from_pretrained(folder, {
    dtype: precision.text,
    ...sessionOptions(threads),
  });
  const output = embeddingOutputOf('text', sessionOf(model));
  const end = tokenizer.eos_token_id ?? tokenizer.sep_token_id ?? tokenizer.pad_token_id;
  if (end === undefined || end === null) throw misfit('its tokenizer_config.json names no eos_token.');
  const padding = tokenizer.pad_token_id ?? end;

  const encode = async (prompts: readonly string[]): Promise<Embedding[]> => {
    if (prompts.length === 0) return [];
    const rows = prompts.map((prompt) => cutToContext(tokenizer.encode(prompt), context, end));
    const outputs: Outputs = await model(toBatch(rows, padding, padTo));
    return rowsOf('text', outputs, output, prompts.length).map(toUnitLength);
  };
  const trial = await tryOut('text', 'read a prompt', async () => {
    const [embedding = new Float32Array()] = await encode(['a photo of a cat']);
    return embedding;
  });
  if (dimension !== undefined) checkDimensions(dimension, trial.length);
  return { dimension: trial.length, encode };
}

/** The library types its sessions as anything; what is in them is onnxruntime's. */
function sessionOf(model: PreTrainedModel): TowerSession {
  const session: TowerSession | undefined = model.sessions.model;
  if (!session) throw new TypeError('transformers.js has loaded no session');
  return session;
}

/**
 * glimpse-mini's vision tower has a second output, `unfamiliarity` (`float32[batch, 1]`), over 0 for what it knows nothing like;
 * those of the hub have not.
 */
function unfamiliaritiesOf(outputs: Outputs, frames: number): readonly number[] | undefined {
  if (!outputs.unfamiliarity) return undefined;
  return rowsOf('vision', outputs, 'unfamiliarity', frames).map(([unfamiliarity = 0]) => unfamiliarity);
}

function areMostFamiliar(unfamiliarities: readonly number[] | undefined): boolean {
  if (!unfamiliarities) return true;
  return unfamiliarities.filter((unfamiliarity) => unfamiliarity <= 0).length > unfamiliarities.length / 2;
}

/** Threads that spin while they wait cost other programs their cores. */
function sessionOptions(threads: number) {
  return {
    device: 'cpu' as const,
    session_options: {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      // Of the full-size stand-in, 761 MB after 100 pictures instead of 812, at the same speed (159.6 and 156.9 ms).
      enableCpuMemArena: false,
      enableMemPattern: false,
      extra: { session: { intra_op: { allow_spinning: '0' }, inter_op: { allow_spinning: '0' } } },
    },
  };
}

const config = z.object({
  text_config: z.object({ max_position_embeddings: z.number().int().positive().optional() }).optional(),
});

/** OpenAI's CLIP (Radford et al. 2021, section 2.4); what transformers assumes where config.json does not say. */
const DEFAULT_CONTEXT = 77;

async function readContext(folder: string, tokenizer: PreTrainedTokenizer): Promise<number> {
  const { text_config } = config.parse(JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')));
  return Math.min(text_config?.max_position_embeddings ?? DEFAULT_CONTEXT, tokenizer.model_max_length);
}
