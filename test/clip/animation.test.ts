import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Clip } from '../../src/clip/clip.ts';
import { meanEmbedding, similarity } from '../../src/clip/embedding.ts';
import { openClip } from '../../src/clip/open-clip.ts';
import { readConfig } from '../../src/config.ts';
import { animated, flatAnimation, flatFrame, frameEnds } from '../images/animations.ts';
import { deadLeaves } from './support/dead-leaves.ts';

let folder: string;
let clip: Clip;
const jobs: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-animation-'));
  clip = await openClip(
    { ...readConfig({ CLIP_MODEL: 'glimpse-mini', GLIMPSE_OFFLINE: '1' }), cacheFolder: folder },
    { onJobStarted: ({ type }) => void jobs.push(type) },
  );
});
beforeEach(() => {
  jobs.length = 0;
});
afterAll(async () => {
  await clip.close();
  await rm(folder, { recursive: true });
});

const COLOURS = ['red', 'lime', 'blue'];
const embed = async (file: Uint8Array, region?: 'left') => (await clip.encodePicture(file, region)).embedding;
const embedAll = (files: readonly Uint8Array[]) => Promise.all(files.map((file) => embed(file)));

describe('an animation', () => {
  it.each(['gif', 'webp'] as const)(
    'is the mean of its first, middle and last frame, of unit length: %s',
    async (format) => {
      const frames = await embedAll(await Promise.all(COLOURS.map((colour) => flatFrame(colour))));
      const of = async (colours: readonly string[]) => embed(await flatAnimation(format, colours));
      const [red, lime, blue] = COLOURS as [string, string, string];
      for (const colours of [COLOURS, [red, 'black', lime, 'white', blue]]) {
        const whole = await of(colours);
        expect(Math.hypot(...whole)).toBeCloseTo(1, 5);
        expect(similarity(whole, meanEmbedding(frames))).toBeCloseTo(1, 4);
      }
      const [first, , last] = frames as [Float32Array, Float32Array, Float32Array];
      expect(similarity(await of([red, blue]), meanEmbedding([first, last]))).toBeCloseTo(1, 4);
      expect(similarity(await of([red, blue]), first)).toBeLessThan(0.999);
    },
  );

  it('is looked at in a region by the same frames', async () => {
    const halves = (left: string) =>
      sharp({ create: { width: 80, height: 40, channels: 3, background: 'white' } })
        .composite([{ input: { create: { width: 48, height: 40, channels: 3, background: left } }, left: 0, top: 0 }])
        .png()
        .toBuffer();
    const frames = await Promise.all(COLOURS.map(halves));
    const lefts = await Promise.all(frames.map((frame) => embed(frame, 'left')));
    const file = await animated('webp', frames);
    expect(similarity(await embed(file, 'left'), meanEmbedding(lefts))).toBeCloseTo(1, 4);
  });

  it('is one job, and costs none when it is asked about again', async () => {
    const file = await flatAnimation('gif', ['maroon', 'navy', 'olive']);
    const [one, other] = await Promise.all([clip.encodePicture(file), clip.encodePicture(new Uint8Array(file))]);
    await clip.encodePicture(file);
    expect(other).toBe(one);
    expect(jobs).toEqual(['picture']);
  });

  it('is familiar where most of its frames are', async () => {
    const known = await circle();
    const unknown = await sharp(await deadLeaves(1))
      .resize(300, 300)
      .png()
      .toBuffer();
    const familiar = async (...frames: readonly Buffer[]) =>
      (await clip.encodePicture(await animated('webp', frames))).familiar;
    expect(await familiar(known, unknown, known)).toBe(true);
    expect(await familiar(unknown, known, unknown)).toBe(false);
    expect(await familiar(known, unknown)).toBe(false);
  });

  it('that is cut off after its first frame is seen by that', async () => {
    const file = await flatAnimation('gif', COLOURS);
    const [end = 0] = frameEnds(file);
    const [cut, first] = await embedAll([file.subarray(0, end), await flatFrame('red')]);
    expect(similarity(cut as Float32Array, first as Float32Array)).toBeCloseTo(1, 4);
  });
});

/** A drawing that is familiar to glimpse-mini. */
function circle(): Promise<Buffer> {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="300" height="300">' +
    '<rect width="9" height="9" fill="#fff"/><circle cx="4.5" cy="4.5" r="3" fill="#d11"/></svg>';
  return sharp(Buffer.from(drawing)).png().toBuffer();
}
