import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AutoTokenizer } from '@huggingface/transformers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chainPairs } from '../../bench/stand-in/byte-pairs.ts';
import { CLIP_VIT_BASE_PATCH32, TINY_CLIP } from '../../bench/stand-in/checkpoint-shape.ts';
import { englishWords } from '../../bench/stand-in/english-words.ts';
import { makeCheckpoint } from '../../bench/stand-in/make-checkpoint.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-stand-in-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Makes it, and tells which files were written. */
async function make(shape = TINY_CLIP): Promise<string[]> {
  const written: string[] = [];
  await makeCheckpoint(folder, shape, { onFile: (file, _, fresh) => void (fresh && written.push(file)) });
  return written;
}

const TOWERS = [
  'onnx/vision_model.onnx',
  'onnx/text_model.onnx',
  'onnx/vision_model_quantized.onnx',
  'onnx/text_model_quantized.onnx',
];
/** A hash of each file. */
const contents = () =>
  Promise.all(
    [...TOWERS, 'tokenizer.json'].map(async (file) =>
      createHash('sha256')
        .update(await readFile(join(folder, file)))
        .digest('hex'),
    ),
  );

describe('a stand-in', () => {
  it('is made once, and the same every time', async () => {
    expect(await make()).toEqual(TOWERS);
    const first = await contents();
    expect(await make()).toEqual([]);
    await rm(folder, { recursive: true });
    await make();
    expect(await contents()).toEqual(first);
  });

  it('gets back a file that was cut off, and leaves the others', async () => {
    await make();
    const whole = await contents();
    await truncate(join(folder, 'onnx/text_model.onnx'), 1000);
    expect(await make()).toEqual(['onnx/text_model.onnx']);
    expect(await contents()).toEqual(whole);
  });

  it('of another shape takes the place of the one before', async () => {
    await make();
    expect(await make({ ...TINY_CLIP, seed: 99 })).toEqual(TOWERS);
  });

  it('tells before it writes how large a file will be', async () => {
    const told: number[] = [];
    await makeCheckpoint(folder, TINY_CLIP, { onFile: (_, bytes) => void told.push(bytes) });
    const found = await Promise.all(TOWERS.map(async (file) => (await stat(join(folder, file))).size));
    expect(told).toEqual(found);
  });
});

describe("the full size's tokenizer", () => {
  const { vocabulary } = CLIP_VIT_BASE_PATCH32.text;

  it("has as many tokens and rules as CLIP's, each token once", async () => {
    const { tokens, merges } = chainPairs(await englishWords(), vocabulary - 2);
    expect(new Set(tokens).size).toBe(vocabulary - 2);
    expect(merges).toHaveLength(vocabulary - 2 - 512);
  });

  it('reads ordinary words as one or two tokens, between a start and an end, in any case', async () => {
    const one = { ...TINY_CLIP.text, vocabulary };
    await makeCheckpoint(
      folder,
      { ...TINY_CLIP, text: { ...one, width: 2, heads: 1, mlp: 2 } },
      { precisions: ['q8'] },
    );
    const tokenizer = await AutoTokenizer.from_pretrained(folder);
    const ids = tokenizer.encode('A Photo of a red bus on the street.');
    expect([ids[0], ids.at(-1)]).toEqual([49_406, 49_407]);
    expect(ids).toHaveLength(10 + 2);
    expect(ids).toEqual(tokenizer.encode('a photo of a red  bus on the street.'));
    for (const word of ['elephant', 'kitchen', 'skateboard', 'government', 'colour', 'umbrella']) {
      expect(tokenizer.encode(word).length, word).toBeLessThanOrEqual(2 + 2);
    }
  });
});
