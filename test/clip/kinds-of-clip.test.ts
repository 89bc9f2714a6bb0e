import { AutoTokenizer, CLIPTextModelWithProjection, SiglipTextModel } from '@huggingface/transformers';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CheckpointShape,
  TINY_CLIP,
  TINY_JINA_CLIP,
  TINY_MOBILE_CLIP,
  TINY_SIGLIP,
} from '../../bench/stand-in/checkpoint-shape.ts';
import type { Scoring } from '../../models/catalogue.ts';
import { type Embedding, similarity, type TextEncoder, toUnitLength } from '../../src/clip/embedding.ts';
import {
  loadPictureEncoder,
  loadPromptEncoder,
  type PictureEncoder,
  type PromptEncoder,
} from '../../src/clip/encoders.ts';
import { matchPictures } from '../../src/clip/match-pictures.ts';
import { rankTexts } from '../../src/clip/rank-texts.ts';
import type { VisionCheckpoint } from '../../src/clip/vision-protocol.ts';
import { smallPicture } from './support/pictures.ts';
import { removeTinyCheckpoints, tinyCheckpoint } from './support/tiny-checkpoint.ts';

afterAll(removeTinyCheckpoints);

interface Kind {
  readonly name: string;
  readonly shape: CheckpointShape;
  readonly padTo?: number;
  readonly scoring: Scoring;
  readonly logitScale: number;
  readonly logitBias: number;
}

/** Scales and biases are of the size that trained ones have, so that neither scoring is all ones and zeros. */
const KINDS: readonly Kind[] = [
  { name: 'CLIP', shape: TINY_CLIP, scoring: 'softmax', logitScale: 10, logitBias: 0 },
  { name: 'SigLIP', shape: TINY_SIGLIP, padTo: 64, scoring: 'sigmoid', logitScale: 10, logitBias: -2 },
  { name: 'MobileCLIP', shape: TINY_MOBILE_CLIP, padTo: 77, scoring: 'softmax', logitScale: 10, logitBias: 0 },
  { name: 'jina-clip', shape: TINY_JINA_CLIP, scoring: 'softmax', logitScale: 10, logitBias: 0 },
];

const PROMPTS = ['a cat', 'a photo of a red bus on the street', 'two dogs'];

describe.each(KINDS)('a checkpoint of the $name kind', ({ shape, padTo, scoring, logitScale, logitBias }) => {
  let checkpoint: VisionCheckpoint;
  let pictures: PictureEncoder;
  let prompts: PromptEncoder;
  let encoder: TextEncoder;
  beforeAll(async () => {
    checkpoint = await tinyCheckpoint(shape, padTo);
    pictures = await loadPictureEncoder(checkpoint, 1);
    prompts = await loadPromptEncoder(checkpoint, 1, pictures.dimension);
    encoder = { scoring, logitScale, logitBias, encodeTexts: prompts.encode };
  });
  const see = async (file: Uint8Array) => (await pictures.encode(await pictures.decode(file))).embedding;

  it('gives pictures and prompts embeddings of unit length and of the same dimension', async () => {
    const embeddings = [await see(await smallPicture('red')), ...(await prompts.encode(PROMPTS))];
    for (const embedding of embeddings) {
      expect(embedding).toHaveLength(shape.dimension);
      expect(Math.hypot(...embedding)).toBeCloseTo(1, 5);
    }
    expect({ seen: pictures.dimension, read: prompts.dimension, side: pictures.inputSize }).toEqual({
      seen: shape.dimension,
      read: shape.dimension,
      side: shape.vision.side,
    });
  });

  it('gives the same every time, and another to another picture or prompt', async () => {
    const red = await smallPicture('red');
    expect(await see(red)).toEqual(await see(red));
    expect(await prompts.encode(PROMPTS)).toEqual(await prompts.encode(PROMPTS));
    expect(similarity(await see(red), await see(await smallPicture('blue')))).toBeLessThan(0.999);
    const [cat = [], bus = []] = await prompts.encode(PROMPTS);
    expect(similarity(Float32Array.from(cat), Float32Array.from(bus))).toBeLessThan(0.999);
  });

  it('sees the ends of a wide picture only where it squashes', async () => {
    const ends = (colour: string) => ({ create: { width: 30, height: 60, channels: 3 as const, background: colour } });
    const wide = async (end: string) =>
      sharp({ create: { width: 180, height: 60, channels: 3, background: 'white' } })
        .composite([{ input: await sharp(ends(end)).png().toBuffer(), left: 0, top: 0 }])
        .png()
        .toBuffer();
    const isTheSame = similarity(await see(await wide('white')), await see(await wide('black'))) > 0.99999;
    expect(isTheSame).toBe(shape !== TINY_SIGLIP);
  });

  it('gives a prompt alone what it gives it among longer ones', async () => {
    const together = await prompts.encode(PROMPTS);
    for (const [i, prompt] of PROMPTS.entries()) {
      const [alone = new Float32Array()] = await prompts.encode([prompt]);
      expectSame(alone, together[i]);
    }
  });

  it('reads of a prompt what fits into the context, and keeps its end', async () => {
    // Each is one token, beside the end, and of all but a SigLIP the start.
    const room = shape.text.context - (shape.kind === 'siglip' ? 1 : 2);
    const [at, over, far, under] = await prompts.encode(
      [room, room + 1, 500, room - 1].map((n) => 'cat '.repeat(n).trim()),
    );
    expectSame(at, over);
    expectSame(at, far);
    expect(similarity(at as Embedding, under as Embedding)).toBeLessThan(0.9999999);
  });

  it('says much the same in int8', async () => {
    const quantised = { ...checkpoint, precision: { vision: 'q8', text: 'q8' } } as const;
    const [seer, reader] = [await loadPictureEncoder(quantised, 1), await loadPromptEncoder(quantised, 1)];
    const picture = await smallPicture('green');
    const seen = (await seer.encode(await seer.decode(picture))).embedding;
    expect(similarity(seen, await see(picture))).toBeGreaterThan(0.99);
    const [whole, rounded] = [await prompts.encode(PROMPTS), await reader.encode(PROMPTS)];
    for (const [i, embedding] of whole.entries()) {
      expect(similarity(embedding, rounded[i] as Embedding)).toBeGreaterThan(0.99);
    }
  });

  it(`ranks texts and pictures by ${scoring}`, async () => {
    const [red, blue] = [await see(await smallPicture('red')), await see(await smallPicture('blue'))];
    const texts = await rankTexts(PROMPTS, red, encoder);
    const matched = await matchPictures('a cat', [red, blue], encoder);
    for (const ranking of [texts, matched]) {
      const cosines = ranking.map(({ similarity: cosine }) => cosine);
      expect(cosines).toEqual(cosines.toSorted((a, b) => b - a));
      const powers = cosines.map((cosine) => Math.exp(logitScale * cosine + logitBias));
      const sum = powers.reduce((a, b) => a + b, 0);
      for (const [i, { score }] of ranking.entries()) {
        const power = powers[i] as number;
        expect(score).toBeCloseTo(scoring === 'softmax' ? power / sum : power / (1 + power), 6);
      }
    }
  });
});

describe('padding', () => {
  it('is for a SigLIP what transformers.js gives it', async () => {
    const checkpoint = await tinyCheckpoint(TINY_SIGLIP, 64);
    const model = await SiglipTextModel.from_pretrained(checkpoint.folder, { dtype: 'fp32' });
    const reference = await readByLibrary(checkpoint.folder, model, 'pooler_output');
    const ours = await (await loadPromptEncoder(checkpoint, 1)).encode(PROMPTS);
    for (const [i, embedding] of reference.entries()) expectSame(ours[i], embedding);
  });

  it('is for a MobileCLIP what transformers.js gives it', async () => {
    const checkpoint = await tinyCheckpoint(TINY_MOBILE_CLIP, 77);
    const model = await CLIPTextModelWithProjection.from_pretrained(checkpoint.folder, { dtype: 'fp32' });
    const reference = await readByLibrary(checkpoint.folder, model, 'text_embeds');
    const ours = await (await loadPromptEncoder(checkpoint, 1)).encode(PROMPTS);
    for (const [i, embedding] of reference.entries()) expectSame(ours[i], embedding);
  });

  it.each([
    ['SigLIP', TINY_SIGLIP, 64],
    ['MobileCLIP', TINY_MOBILE_CLIP, 77],
  ])('matters to a %s', async (_, shape, padTo) => {
    const { padded, bare } = await readBothWays(shape, padTo);
    expect(similarity(padded, bare)).toBeLessThan(0.999);
  });

  it('makes no difference to a CLIP, which reads up to the end of the prompt', async () => {
    const { padded, bare } = await readBothWays(TINY_CLIP, 77);
    expectSame(padded, bare);
  });

  async function readBothWays(shape: CheckpointShape, padTo: number) {
    const checkpoint = await tinyCheckpoint(shape, padTo);
    const [padded = []] = await (await loadPromptEncoder(checkpoint, 1)).encode(['a cat']);
    const [bare = []] = await (await loadPromptEncoder({ ...checkpoint, padTo: undefined }, 1)).encode(['a cat']);
    return { padded: Float32Array.from(padded), bare: Float32Array.from(bare) };
  }
});

it('tells by its middle what a CLIP sees of a wide picture', async () => {
  const pictures = await loadPictureEncoder(await tinyCheckpoint(TINY_CLIP), 1);
  const [wide, square] = await Promise.all([wideAndItsMiddle().wide, wideAndItsMiddle().middle]);
  const [one = [], other = []] = [...(await pictures.decode(wide)), ...(await pictures.decode(square))];
  expect(one).toEqual(other);
});

/** A green square between a red and a blue one, and the green one alone. */
function wideAndItsMiddle() {
  const canvas = sharp({ create: { width: 96, height: 32, channels: 3, background: '#00ff00' } });
  const bar = (background: string) => ({ create: { width: 32, height: 32, channels: 3, background } }) as const;
  return {
    wide: canvas
      .composite([
        { input: bar('#ff0000'), left: 0, top: 0 },
        { input: bar('#0000ff'), left: 64, top: 0 },
      ])
      .png()
      .toBuffer(),
    middle: sharp(bar('#00ff00')).png().toBuffer(),
  };
}

type LibraryTower = (
  inputs: object,
) => Promise<Record<string, { readonly data: unknown; readonly dims: readonly number[] }>>;

/** What transformers.js itself gives for the prompts, padded as its documentation has it. */
async function readByLibrary(folder: string, model: LibraryTower, output: string): Promise<readonly Embedding[]> {
  const tokenizer = await AutoTokenizer.from_pretrained(folder);
  const { [output]: embeddings } = await model(tokenizer(PROMPTS, { padding: 'max_length', truncation: true }));
  const [rows = 0, dimension = 0] = embeddings?.dims ?? [];
  const data = Float32Array.from(embeddings?.data as Float32Array);
  expect(rows).toBe(PROMPTS.length);
  return PROMPTS.map((_, row) => toUnitLength(data.subarray(row * dimension, (row + 1) * dimension)));
}

function expectSame(one: Embedding | undefined, other: Embedding | undefined): void {
  expect(one).toBeDefined();
  expect(one?.length).toBe(other?.length);
  for (const [i, x] of (one ?? []).entries()) expect(x).toBeCloseTo(other?.[i] ?? Number.NaN, 4);
}
