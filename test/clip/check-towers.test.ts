import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type CheckpointShape, TINY_CLIP, TINY_JINA_CLIP } from '../../bench/stand-in/checkpoint-shape.ts';
import { buildGraph, ELEMENT, type Element, type GraphValue } from '../../bench/stand-in/graph.ts';
import { writeOnnx } from '../../bench/stand-in/onnx-file.ts';
import { checkTextTowerFile } from '../../src/clip/check-towers.ts';
import { loadPictureEncoder, loadPromptEncoder } from '../../src/clip/encoders.ts';
import type { VisionCheckpoint } from '../../src/clip/vision-protocol.ts';
import { changeJson, removeTinyCheckpoints, tinyCheckpoint } from './support/tiny-checkpoint.ts';

afterAll(removeTinyCheckpoints);

const VISION = join('onnx', 'vision_model.onnx');
const TEXT = join('onnx', 'text_model.onnx');

/** What is said where it is loaded: the sentence of a UserError. */
async function refusalOf(loading: Promise<unknown>): Promise<string> {
  const error: unknown = await loading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'UserError', code: 'model-unavailable' });
  return error instanceof Error ? error.message : '';
}

describe('a vision tower is refused', () => {
  const refused = async (checkpoint: VisionCheckpoint) => refusalOf(loadPictureEncoder(checkpoint, 1));
  const refusedShape = async (changes: Partial<CheckpointShape>) =>
    refused(await tinyCheckpoint({ ...TINY_CLIP, ...changes }));

  it('without an output that it knows for the embedding', async () => {
    expect(await refusedShape({ imageOutput: 'last_hidden_state' })).toBe(
      'its vision tower gives last_hidden_state, but none of image_embeds, l2norm_image_embeddings, image_embeddings and pooler_output.',
    );
  });

  it('that is the text tower', async () => {
    const checkpoint = await tinyCheckpoint(TINY_CLIP);
    await copyFile(join(checkpoint.folder, TEXT), join(checkpoint.folder, VISION));
    expect(await refused(checkpoint)).toBe('its vision tower takes input_ids, and pixel_values is expected.');
  });

  it.each([
    ['that are not finite', Number.NaN, 'its vision tower gives numbers that are not finite.'],
    ['that are all zeros', 0, 'its vision tower gives nothing but zeros.'],
  ])('with embeddings %s', async (_, lastGain, sentence) => {
    expect(await refusedShape({ lastGain })).toBe(sentence);
  });

  it('that fails on pictures of the size that the processor gives', async () => {
    const checkpoint = await tinyCheckpoint(TINY_CLIP);
    await changeJson(checkpoint, 'preprocessor_config.json', { size: { shortest_edge: 40 }, crop_size: 40 });
    expect(await refused(checkpoint)).toMatch(
      /^its vision tower can't see pictures of 40x40 pixels, the size that preprocessor_config.json gives: .*\.$/,
    );
  });

  it('whose file names another size than the processor', async () => {
    const checkpoint = await withPassThrough({ side: 16 });
    expect(await refused(checkpoint)).toBe(
      'its vision tower sees 16x16 pixels, and preprocessor_config.json gives 32x32.',
    );
  });

  it('with more than a row of numbers for a picture', async () => {
    expect(await refused(await withPassThrough({}))).toBe(
      'its vision tower gives image_embeds of 1x3x32x32 numbers, and 1xN are expected.',
    );
  });

  it('with numbers of another type', async () => {
    expect(await refused(await withPassThrough({ gives: 'int64' }))).toBe(
      'its vision tower gives image_embeds in int64, and float32 is expected.',
    );
  });

  /** A tower that gives the pixels as they are. */
  async function withPassThrough({ side = 'side', gives = 'float' }: { side?: number | string; gives?: Element }) {
    const checkpoint = await tinyCheckpoint(TINY_CLIP);
    const graph = buildGraph();
    const value: GraphValue = { name: 'pixel_values', element: 'float', dims: ['batch', 3, side, side] };
    const cast = graph.add('Cast', [graph.input(value)], { to: ELEMENT[gives] });
    graph.output(cast, { ...value, name: 'image_embeds', element: gives });
    await writeOnnx(join(checkpoint.folder, VISION), graph);
    return checkpoint;
  }
});

describe('a text tower is refused', () => {
  const refused = async (checkpoint: VisionCheckpoint, dimension?: number) =>
    refusalOf(loadPromptEncoder(checkpoint, 1, dimension));

  it('without an output that it knows for the embedding', async () => {
    expect(await refused(await tinyCheckpoint({ ...TINY_CLIP, textOutput: 'logits' }))).toBe(
      'its text tower gives logits, but none of text_embeds, l2norm_text_embeddings, text_embeddings and pooler_output.',
    );
  });

  it('that asks for what it is not given', async () => {
    const checkpoint = await tinyCheckpoint(TINY_JINA_CLIP);
    const file = join(checkpoint.folder, TEXT);
    // A name of the same length, as ONNX's lengths are written down before the names.
    await writeFile(file, (await readFile(file, 'latin1')).replaceAll('attention_mask', 'position_count'), 'latin1');
    expect(await refused(checkpoint)).toBe(
      'its text tower asks for position_count, and all that I can give is input_ids, attention_mask and token_type_ids.',
    );
  });

  it('whose embeddings have another dimension than the vision tower', async () => {
    const checkpoint = await tinyCheckpoint(TINY_CLIP);
    expect(await refused(checkpoint, 768)).toBe(
      'its vision tower gives 768 numbers and its text tower 24, and the two must be equal.',
    );
    await expect(loadPromptEncoder(checkpoint, 1, 24)).resolves.toMatchObject({ dimension: 24 });
  });

  it.each([
    ['that are not finite', Number.NaN, 'its text tower gives numbers that are not finite.'],
    ['that are all zeros', 0, 'its text tower gives nothing but zeros.'],
  ])('with embeddings %s', async (_, lastGain, sentence) => {
    expect(await refused(await tinyCheckpoint({ ...TINY_CLIP, lastGain }))).toBe(sentence);
  });

  it("whose vocabulary is smaller than its tokenizer's", async () => {
    const checkpoint = await tinyCheckpoint(TINY_CLIP);
    const smaller = await tinyCheckpoint({ ...TINY_CLIP, text: { ...TINY_CLIP.text, vocabulary: 900 } });
    await copyFile(join(smaller.folder, TEXT), join(checkpoint.folder, TEXT));
    expect(await refused(checkpoint)).toMatch(/^its text tower can't read a prompt: .*\.$/);
  });

  it('whose tokenizer has no end', async () => {
    const checkpoint = await tinyCheckpoint(TINY_CLIP);
    await changeJson(checkpoint, 'tokenizer_config.json', { eos_token: undefined, pad_token: undefined });
    expect(await refused(checkpoint)).toBe('its tokenizer_config.json names no eos_token.');
  });
});

describe('a text tower that is not loaded yet', () => {
  /** Loads the vision tower of one beside the text tower of another. */
  const check = async (changes: Partial<CheckpointShape>) => {
    const checkpoint = await tinyCheckpoint(TINY_CLIP);
    const other = await tinyCheckpoint({ ...TINY_CLIP, ...changes });
    await copyFile(join(other.folder, TEXT), join(checkpoint.folder, TEXT));
    return loadPictureEncoder(checkpoint, 1);
  };

  it('passes where its file fits', async () => {
    await expect(check({ seed: 5 })).resolves.toBeDefined();
  });

  it('is refused by the names and the dimension in its file', async () => {
    expect(await refusalOf(check({ textOutput: 'logits' }))).toMatch(/^its text tower gives logits, but none of /);
    expect(await refusalOf(check({ dimension: 16 }))).toBe(
      'its vision tower gives 24 numbers and its text tower 16, and the two must be equal.',
    );
  });

  it('is left to onnxruntime where its file cannot be read', async () => {
    const { folder } = await tinyCheckpoint(TINY_CLIP);
    await writeFile(join(folder, TEXT), '<html>');
    await expect(checkTextTowerFile(join(folder, TEXT), 24)).resolves.toBeUndefined();
  });
});

describe('an image processor', () => {
  let checkpoint: VisionCheckpoint;
  beforeEach(async () => {
    checkpoint = await tinyCheckpoint(TINY_CLIP);
  });

  it.each<[string, object, string]>([
    [
      'without a size',
      { size: undefined },
      "its preprocessor_config.json is not an image processor's (size: Invalid input).",
    ],
    [
      'that shrinks to another size than it crops',
      { crop_size: 24 },
      'its preprocessor_config.json shrinks to 32 pixels but crops 24, and the two must be equal.',
    ],
    [
      'that leaves pictures as wide as they are',
      { do_center_crop: false },
      'its preprocessor_config.json crops nothing, so that pictures would not be square, as its vision tower needs them.',
    ],
    [
      'that makes pictures of another shape',
      { size: { height: 32, width: 64 } },
      'its preprocessor_config.json gives pictures of 64x32 pixels, and a square is expected.',
    ],
    [
      'that pads pictures',
      { resize_mode: 'longest' },
      'its preprocessor_config.json asks for the resize_mode "longest"; I know shortest and squash.',
    ],
    ['without a mean', { image_mean: undefined }, 'its preprocessor_config.json gives no image_mean and image_std.'],
  ])('is refused %s', async (_, changes, sentence) => {
    await changeJson(checkpoint, 'preprocessor_config.json', changes);
    expect(await refusalOf(loadPictureEncoder(checkpoint, 1))).toBe(sentence);
  });
});
