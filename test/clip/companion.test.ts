import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCompanion } from '../../src/clip/companion.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-companion-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (content: unknown) => writeFile(join(folder, 'glimpse.json'), JSON.stringify(content));

it('of the checkpoint that ships holds all three', async () => {
  const shipped = await readCompanion(fileURLToPath(new URL('../../models/glimpse-mini/', import.meta.url)), 256);
  expect(shipped.reference).toHaveLength(256);
  expect(shipped.words?.has('dog')).toBe(true);
  expect(shipped.words?.has('frisbeeish')).toBe(false);
  expect(Object.keys(shipped.calibration ?? {})).toContain('all');
});

it('is empty for a checkpoint that has none', async () => {
  expect(await readCompanion(folder, 256)).toEqual({});
});

it('may say how a checkpoint scores, and leaves out what it does not say', async () => {
  await write({ scoring: 'sigmoid', logitScale: 117.3, logitBias: -12.9 });
  expect(await readCompanion(folder, 3)).toStrictEqual({ scoring: 'sigmoid', logitScale: 117.3, logitBias: -12.9 });
  await write({ words: 'a cat' });
  expect(await readCompanion(folder, 3)).toStrictEqual({ words: new Set(['a', 'cat']) });
});

it.each<[string, unknown]>([
  ['with a logit scale of 0', { logitScale: 0 }],
  ['with a scoring that there is not', { scoring: 'argmax' }],
  ['of another dimension', { reference: { mean: [0.1, 0.2] } }],
  ['with a confidence above 1', { calibration: { all: [[0.5, 1.5]] } }],
  ['with an empty table', { calibration: { all: [] } }],
])('is refused where it is one %s', async (_, content) => {
  await write(content);
  await expect(readCompanion(folder, 3)).rejects.toThrow();
});
