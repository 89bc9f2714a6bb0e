import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runGlimpse } from './run-glimpse.ts';

const PICTURE = fileURLToPath(new URL('../../src/demo/pictures/sunflower-and-butterfly.jpg', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-where-'));
  await mkdir(join(folder, 'maps.png'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('glimpse where', () => {
  it('prints where a thing is, and writes the heat map to a file', async () => {
    const out = join(folder, 'map.png');
    const { status, stdout } = await runGlimpse(['where', PICTURE, 'the butterfly', '--out', out], { folder });
    expect(stdout).toMatch(
      /^butterfly: top right · \d+ % · \d+x\d+ pixels from \d+,\d+\nHeat map: .*map\.png\n\nglimpse-mini · \d+ ms\n$/,
    );
    expect(status).toBe(0);
    expect(await sharp(await readFile(out)).metadata()).toMatchObject({ format: 'png', width: 800 });
  });

  it('prints the same as JSON', async () => {
    const { status, stdout } = await runGlimpse(['where', PICTURE, 'piano', '--json'], { folder });
    expect(status).toBe(0);
    const sighting = JSON.parse(stdout);
    expect(sighting).toMatchObject({
      thing: 'piano',
      outcome: 'absent',
      picture: { width: 640, height: 512 },
      model: 'glimpse-mini',
    });
    expect(Object.keys(sighting).toSorted()).toEqual([
      'confidence',
      'crops',
      'milliseconds',
      'model',
      'outcome',
      'picture',
      'thing',
    ]);
  });

  it('takes no file for the heat map that is no .png', async () => {
    const { status, stderr } = await runGlimpse(['where', PICTURE, 'dog', '--out', 'notes.txt'], { folder });
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('It must end in .png.') });
  });

  it.each([
    ['nothing to look for', ['where', PICTURE, '?'], /^glimpse: Name the thing to look for/],
    ['a folder to write to', ['where', PICTURE, 'dog', '--out', 'maps.png'], /is a folder\. Name a file in it\.\n$/],
    ['its own picture to write to', ['where', 'own.png', 'dog', '--out', './own.png'], /is the picture itself/],
    ['no picture', ['where', 'missing.png', 'dog'], /^glimpse: There is no such file: missing\.png/],
  ])('says what is wrong with %s', async (_, args, sentence) => {
    const { status, stdout, stderr } = await runGlimpse(args, { folder });
    expect(stderr).toMatch(sentence);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });
});
