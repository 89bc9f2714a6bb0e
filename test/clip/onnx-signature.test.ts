import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { TINY_CLIP, TINY_JINA_CLIP, TINY_SIGLIP } from '../../bench/stand-in/checkpoint-shape.ts';
import { readOnnxSignature } from '../../src/clip/onnx-signature.ts';
import { MINI_FOLDER } from './support/mini.ts';
import { removeTinyCheckpoints, tinyCheckpoint } from './support/tiny-checkpoint.ts';

afterAll(removeTinyCheckpoints);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-onnx-'));
});
afterEach(() => rm(folder, { recursive: true }));

const ids = (name: string) => ({ name, dims: [undefined, undefined] });

it.each([
  ['a CLIP', TINY_CLIP, [ids('input_ids')], [{ name: 'text_embeds', dims: [undefined, 24] }]],
  [
    'a jina-clip',
    TINY_JINA_CLIP,
    [ids('input_ids'), ids('attention_mask')],
    [{ name: 'l2norm_text_embeddings', dims: [undefined, 24] }],
  ],
  [
    'a SigLIP',
    TINY_SIGLIP,
    [ids('input_ids')],
    [
      { name: 'last_hidden_state', dims: [undefined, undefined, 32] },
      { name: 'pooler_output', dims: [undefined, 32] },
    ],
  ],
])('tells what the text tower of %s takes and gives', async (_, shape, inputs, outputs) => {
  const made = await tinyCheckpoint(shape);
  const file = join(made.folder, 'onnx', 'text_model.onnx');
  expect(await readOnnxSignature(file)).toEqual({ inputs, outputs });
});

it("tells it of a file that PyTorch's exporter wrote, too", async () => {
  const { inputs, outputs } = await readOnnxSignature(join(MINI_FOLDER, 'onnx', 'text_model.onnx'));
  expect(inputs.map(({ name }) => name)).toContain('input_ids');
  expect(outputs).toEqual([{ name: 'text_embeds', dims: [undefined, 256] }]);
});

it('throws for a file that is cut off, or is none', async () => {
  const { folder: made } = await tinyCheckpoint(TINY_CLIP);
  const file = join(made, 'onnx', 'text_model.onnx');
  await truncate(file, 10_000);
  await expect(readOnnxSignature(file)).rejects.toThrow(RangeError);
  await writeFile(join(folder, 'page.onnx'), '<!doctype html><title>Sign in</title>');
  await expect(readOnnxSignature(join(folder, 'page.onnx'))).rejects.toThrow(RangeError);
});
