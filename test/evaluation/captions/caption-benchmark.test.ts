import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { readCaptionBenchmark } from '../../../src/evaluation/captions/caption-benchmark.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-captions-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string, limit?: number) {
  const file = join(folder, 'captions.jsonl');
  await writeFile(file, content);
  return readCaptionBenchmark(file, limit);
}

it('reads the drawn pictures, with what they show', async () => {
  const examples = await readCaptionBenchmark(fileURLToPath(new URL('captions.jsonl', import.meta.url)), 1);
  expect(examples).toEqual([
    expect.objectContaining({ image: 'captions/0000.jpg', captions: expect.arrayContaining(['a dog']) }),
  ]);
  expect(examples[0]?.scene?.things?.[0]).toMatchObject({ names: expect.arrayContaining(['dog', 'puppy']), number: 1 });
});

it('needs no scene, and nothing in it', async () => {
  const [bare, empty] = await read(
    '{"image": "a.jpg", "captions": ["x"]}\n{"image": "a.jpg", "captions": ["x"], "scene": {}}',
  );
  expect(bare?.scene).toBeUndefined();
  expect(bare?.picture).toBe(join(folder, 'a.jpg'));
  expect(empty?.scene).toEqual({});
});

describe('a line that is wrong is named, with what is wrong about it', () => {
  test.each([
    ['not JSON', 'a dog', /line 1 is not JSON\. Write it like/],
    ['no captions', '{"image": "a.jpg", "captions": []}', /line 1: captions must be a list of 1 to 10 captions/],
    ['a caption that is no text', '{"image": "a.jpg", "captions": [1]}', /line 1: captions must be a list of texts/],
    ['a list for a scene', '{"image": "a.jpg", "captions": ["x"], "scene": []}', /line 1: scene must be an object/],
    [
      'a thing without names',
      '{"image": "a.jpg", "captions": ["x"], "scene": {"things": [{"names": []}]}}',
      /line 1: scene has a thing without names/,
    ],
  ])('%s', async (_, line, message) => {
    await expect(read(line)).rejects.toThrow(message);
  });
});
