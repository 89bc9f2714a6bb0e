import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTextCache } from '../../src/clip/text-cache.ts';
import { collectLog } from '../checkpoints/support/collect-log.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-texts-'));
  file = join(folder, 'texts', 'mini.bin');
});
afterEach(() => rm(folder, { recursive: true }));

const key = { checkpoint: 'abc', dimension: 2 };
const CAT = Float32Array.of(0.6, 0.8);
const DOG = Float32Array.of(-1, 0);

async function open(settings: Partial<typeof key> = {}) {
  const log = collectLog();
  return { cache: await openTextCache(file, { ...key, ...settings }, log), warnings: log.warnings };
}

async function fill(): Promise<void> {
  const { cache } = await open();
  cache.add(['a cat', 'a dog'], [CAT, DOG]);
  await cache.flush();
}

it('gives back after a restart what was added before it', async () => {
  await fill();
  const { cache, warnings } = await open();
  expect(cache.get('a cat')).toEqual(CAT);
  expect(cache.get('a dog')).toEqual(DOG);
  expect(cache.get('a cow')).toBeUndefined();
  expect(warnings).toEqual([]);
});

it('gives back every one of more than are read at once', async () => {
  const prompts = Array.from({ length: 1500 }, (_, i) => `prompt ${i}`);
  const angle = (i: number) => Float32Array.of(Math.cos(i), Math.sin(i));
  const { cache } = await open();
  cache.add(
    prompts,
    prompts.map((_, i) => angle(i)),
  );
  await cache.flush();
  await appendFile(file, 'torn');
  const again = (await open()).cache;
  expect(prompts.map((prompt) => again.get(prompt))).toEqual(prompts.map((_, i) => angle(i)));
});

it('gives back at once what was just added', async () => {
  const { cache } = await open();
  cache.add(['a cat'], [CAT]);
  expect(cache.get('a cat')).toEqual(CAT);
});

it("keeps nobody's words", async () => {
  await fill();
  expect((await readFile(file)).includes('a cat')).toBe(false);
});

it('holds what two programs have added at the same time', async () => {
  const [one, other] = [await open(), await open()];
  one.cache.add(['a cat'], [CAT]);
  other.cache.add(['a dog'], [DOG]);
  await Promise.all([one.cache.flush(), other.cache.flush()]);
  const { cache } = await open();
  expect([cache.get('a cat'), cache.get('a dog')]).toEqual([CAT, DOG]);
});

describe('a file that is not to be trusted', () => {
  it.each([
    ['belongs to another checkpoint', { checkpoint: 'xyz' }],
    ['has embeddings of another dimension', { dimension: 3 }],
  ])('is begun anew if it %s', async (_, settings) => {
    await fill();
    const { cache, warnings } = await open(settings);
    expect(cache.get('a cat')).toBeUndefined();
    expect(warnings).toEqual([]);
    expect((await open()).cache.get('a cat')).toBeUndefined();
  });

  it.each(['', 'not a cache', 'glimpse text embeddings 1 ab'])('is begun anew if it holds %j', async (content) => {
    await fill();
    await writeFile(file, content);
    await fill();
    expect((await open()).cache.get('a dog')).toEqual(DOG);
  });

  it('is begun anew if an embedding in it is damaged', async () => {
    await fill();
    const bytes = await readFile(file);
    bytes.fill(0xff, bytes.length - 8);
    await writeFile(file, bytes);
    expect((await open()).cache.get('a cat')).toBeUndefined();
    await fill();
    expect((await open()).cache.get('a cat')).toEqual(CAT);
  });

  it('loses no more than the record that was cut off', async () => {
    await fill();
    await truncate(file, (await readFile(file)).length - 3);
    const { cache } = await open();
    expect([cache.get('a cat'), cache.get('a dog')]).toEqual([CAT, undefined]);
    cache.add(['a dog'], [DOG]);
    await cache.flush();
    await appendFile(file, 'torn');
    expect((await open()).cache.get('a dog')).toEqual(DOG);
  });

  it('costs a warning and no more if it cannot be written', async () => {
    await writeFile(join(folder, 'in-the-way'), '');
    file = join(folder, 'in-the-way', 'texts.bin');
    const { cache, warnings } = await open();
    cache.add(['a cat'], [CAT]);
    await cache.flush();
    expect(cache.get('a cat')).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining('cannot be written')]);
  });
});
