import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clip } from '../../src/clip/clip.ts';
import { openClip } from '../../src/clip/open-clip.ts';
import { readConfig } from '../../src/config.ts';
import { deadLeaves } from './support/dead-leaves.ts';
import { MINI_FOLDER } from './support/mini.ts';

const DEMO = new URL('../../src/demo/pictures/', import.meta.url);

let folder: string;
let clip: Clip;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-familiar-'));
  clip = await openMini();
});

afterAll(async () => {
  await clip.close();
  await rm(folder, { recursive: true });
});

const openMini = (modelsFolder?: string) =>
  openClip(
    { ...readConfig({ CLIP_MODEL: 'glimpse-mini', GLIMPSE_OFFLINE: '1' }), cacheFolder: folder },
    modelsFolder === undefined ? {} : { modelsFolder },
  );
const isFamiliar = async (file: Uint8Array, to: Clip = clip) => (await to.encodePicture(file)).familiar;

describe('to glimpse-mini', () => {
  it('drawings are familiar, in art that it never saw', async () => {
    const names = (await readdir(DEMO)).filter((name) => name.endsWith('.jpg'));
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(await isFamiliar(await readFile(new URL(name, DEMO))), name).toBe(true);
  });

  it.each([
    ['a red circle on white', '<rect width="9" height="9" fill="#fff"/><circle cx="4.5" cy="4.5" r="3" fill="#d11"/>'],
    ['a blue square on gold', '<rect width="9" height="9" fill="#fc0"/><path d="M2 2h5v5H2z" fill="#22d"/>'],
  ])('a shape of one colour is familiar: %s', async (_, shapes) => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="300" height="300">${shapes}</svg>`;
    expect(await isFamiliar(await sharp(Buffer.from(drawing)).png().toBuffer())).toBe(true);
  });

  it.each([1, 2, 3, 4, 5])('what has the statistics of photographs is not: dead leaves %i', async (seed) => {
    expect(await isFamiliar(await deadLeaves(seed))).toBe(false);
  });
});

it('says the same of a picture when it is asked about again', async () => {
  const photograph = await deadLeaves(6);
  await clip.encodePicture(photograph);
  expect(await isFamiliar(photograph)).toBe(false);
});

it('every picture is familiar to a checkpoint that cannot tell', async () => {
  const modelsFolder = join(folder, 'models');
  await cp(MINI_FOLDER, join(modelsFolder, 'glimpse-mini'), { recursive: true });
  const tower = join(modelsFolder, 'glimpse-mini', 'onnx', 'vision_model.onnx');
  // The output under another name of the same length, as ONNX's lengths are written down before the names.
  const renamed = (await readFile(tower)).toString('latin1').replaceAll('unfamiliarity', 'anything_else');
  await writeFile(tower, renamed, 'latin1');
  const other = await openMini(modelsFolder);
  expect(await isFamiliar(await deadLeaves(1), other)).toBe(true);
  await other.close();
});
