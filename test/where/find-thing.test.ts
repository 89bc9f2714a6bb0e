import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openClip } from '../../src/clip/open-clip.ts';
import { readConfig } from '../../src/config.ts';
import { createGlimpse, type Glimpse } from '../../src/glimpse.ts';
import { sceneForm, scoreSightings } from '../../src/where/evaluate-sightings.ts';
import { deadLeaves } from '../clip/support/dead-leaves.ts';

const DEMO = new URL('../../src/demo/pictures/', import.meta.url);
/** 18 scenes of training/evaluation/where.jsonl with the thing and 6 without (`evaluate.py --small`). */
const SCENES = new URL('../evaluation/captions/', import.meta.url);

let folder: string;
let glimpse: Glimpse;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-where-'));
  const config = readConfig({ CLIP_MODEL: 'glimpse-mini', GLIMPSE_OFFLINE: '1' });
  glimpse = createGlimpse(await openClip({ ...config, cacheFolder: folder }));
});

afterAll(async () => {
  await glimpse.close();
  await rm(folder, { recursive: true });
});

const demo = (name: string) => readFile(new URL(`${name}.jpg`, DEMO));

describe('looking for a thing', () => {
  it('finds it with a box that is not the whole picture, in most scenes with two things', async () => {
    const lines = (await readFile(new URL('where.jsonl', SCENES), 'utf8')).trim().split('\n');
    const looked = [];
    for (const line of lines) {
      const scene = sceneForm.parse(JSON.parse(line));
      const sighting = await glimpse.where(await readFile(new URL(scene.image, SCENES)), scene.thing);
      looked.push({ scene, sighting });
    }
    const scores = scoreSightings(looked);
    expect(scores).toMatchObject({ there: 18, absent: 6 });
    expect(scores.centreHeld).toBeGreaterThanOrEqual(0.8);
    expect(scores.toldAbsent).toBeGreaterThanOrEqual(0.8);
    expect(scores.overlap).toBeGreaterThan(0.35);
    expect(scores.boxShare).toBeLessThan(2 * scores.trueShare);
  }, 120_000);

  it('tells two things of one picture apart', async () => {
    const file = await demo('sunflower-and-butterfly');
    const butterfly = await glimpse.where(file, 'the butterfly');
    const sunflower = await glimpse.where(file, 'sunflower');
    expect(butterfly).toMatchObject({ outcome: 'found', thing: 'butterfly', place: 'top right' });
    expect(sunflower.outcome).toBe('found');
    expect(sunflower.box?.left).toBeLessThan(butterfly.box?.left ?? 0);
  });

  it('draws no box around what is not there', async () => {
    const sighting = await glimpse.where(await demo('elephant-in-a-field'), 'piano', { low: 'low', high: 'high' });
    expect(sighting.outcome).toBe('absent');
    expect(sighting.box).toBeUndefined();
    expect(sighting.drawing?.length).toBeGreaterThan(1000);
  });

  it('looks for one of several', async () => {
    const file = await demo('two-penguins-in-the-snow');
    expect((await glimpse.where(file, 'two penguins')).box).toEqual((await glimpse.where(file, 'penguin')).box);
  });

  it('draws the box around one of two that stand apart', async () => {
    const { box, place } = await glimpse.where(await demo('two-penguins-in-the-snow'), 'penguin');
    expect(place).toBe('right, most of the height');
    expect(box?.left).toBeGreaterThan(250);
  });

  it('claims nothing of a word that the model never read', async () => {
    const sighting = await glimpse.where(await demo('pizza'), 'zyzzyva', { low: 'low', high: 'high' });
    expect(sighting).toMatchObject({ outcome: 'unknown' });
    expect(sighting.drawing).toBeUndefined();
  });

  it('claims nothing of a picture that looks like nothing the model knows', async () => {
    const sighting = await glimpse.where(await deadLeaves(1), 'dog', { low: 'low', high: 'high' });
    expect(sighting.outcome).toBe('unfamiliar');
    expect(sighting.box).toBeUndefined();
    expect(sighting.drawing).toBeUndefined();
  });

  it.each([
    ['tiny', 12, 9],
    ['tall', 60, 900],
    ['wide', 1500, 80],
  ])('looks at a %s picture', async (_, width, height) => {
    const file = await sharp(await demo('guitar'))
      .resize(width, height, { fit: 'fill' })
      .png()
      .toBuffer();
    const sighting = await glimpse.where(file, 'guitar');
    expect(sighting.picture).toEqual({ width, height });
    expect(sighting.crops).toBeLessThanOrEqual(34);
  });

  it('says what is wrong before it looks', async () => {
    await expect(glimpse.where(await demo('pizza'), ' ? ')).rejects.toMatchObject({ code: 'thing-invalid' });
    await expect(glimpse.where(Buffer.from('no picture'), 'dog')).rejects.toMatchObject({ code: 'picture-type' });
  });
});
