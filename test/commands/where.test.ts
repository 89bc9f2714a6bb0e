import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openClip } from '../../src/clip/open-clip.ts';
import { readConfig } from '../../src/config.ts';
import { createGlimpse, type Glimpse } from '../../src/glimpse.ts';
import { labelsUnder, press } from '../discord/press.ts';
import { type Scene, startScene, whisperedTo } from '../discord/scene.ts';

const DEMO = new URL('../../src/demo/pictures/', import.meta.url);

let folder: string;
let glimpse: Glimpse;
let scene: Scene;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-where-'));
  const config = readConfig({ CLIP_MODEL: 'glimpse-mini', GLIMPSE_OFFLINE: '1' });
  const real = createGlimpse(await openClip({ ...config, cacheFolder: folder }));
  // The bot closes the model that it is given when it stops.
  glimpse = { ...real, close: async () => {} };
  closeModel = () => real.close();
});
let closeModel = async () => {};
afterAll(async () => {
  await closeModel();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  scene = await startScene(glimpse);
});
afterEach(() => scene.end());

const drawing = async (name = 'sunflower-and-butterfly', spoiler = false) => ({
  name: `${spoiler ? 'SPOILER_' : ''}${name}.jpg`,
  bytes: await readFile(new URL(`${name}.jpg`, DEMO)),
});

const where = async (
  thing: string,
  more: { readonly private?: boolean } = {},
  image?: Awaited<ReturnType<typeof drawing>>,
) => scene.ana.useSlashCommand(scene.channel, 'where', { thing, image: image ?? (await drawing()), ...more });

describe('/where', () => {
  it('says where a thing is, and shows the picture and a heat map with the same in words', async () => {
    const { message } = await where('the butterfly');
    expect(message?.content).toMatch(/^\*\*butterfly\*\*: top right · \d+ % sure that it is there\n-# /);
    const [posted, map] = message?.attachments ?? [];
    expect(posted?.filename).toBe('sunflower-and-butterfly.jpg');
    expect(map).toMatchObject({
      filename: 'glimpse-where.png',
      description: 'Heat map of the picture for “butterfly”. The box is around the best region: top right.',
    });
    const drawn = await sharp(Buffer.from(await (await fetch(map?.url ?? '')).arrayBuffer())).metadata();
    expect(drawn).toMatchObject({ format: 'png', width: 800 });
    expect(labelsUnder(message)).toEqual(['Ask again', 'Delete']);
  });

  it('says where a thing does not seem to be', async () => {
    const { message } = await where('piano');
    expect(message?.content).toMatch(/^\*\*piano\*\*: not to be found there · \d+ % sure\n/);
    expect(message?.attachments[1]?.description).toContain('not to be found there');
  });

  it('keeps a spoiler a spoiler, in words and pictures', async () => {
    const image = await drawing('sunflower-and-butterfly', true);
    const { message } = await where('butterfly', {}, image);
    expect(message?.content).toMatch(/^\|\|.*\|\|\n/);
    expect(message?.attachments.map(({ filename }) => filename.startsWith('SPOILER_'))).toEqual([true, true]);
  });

  it('shows nobody else what is looked for privately', async () => {
    const shown = await where('butterfly', { private: true });
    expect(shown).toMatchObject({ ephemeral: true });
    expect(shown.message?.attachments.map(({ filename }) => filename)).toEqual(['glimpse-where.png']);
    expect(scene.bob.messagesIn(scene.channel)).toEqual([]);
  });

  it('takes the newest picture of the channel, and never its own heat map', async () => {
    await where('butterfly', {}, await drawing());
    const shown = await scene.ana.useSlashCommand(scene.channel, 'where', { thing: 'sunflower' });
    expect(shown.message?.content).toMatch(/^\*\*sunflower\*\*: /);
    expect(shown.message?.attachments.map(({ filename }) => filename)).toEqual(['glimpse-where.png']);
  });

  it('speaks the language of the asker', async () => {
    scene.ana.locale = 'de';
    expect((await where('butterfly')).message?.content).toContain('**butterfly**: oben rechts · zu ');
  });

  it('refuses what is nothing to look for', async () => {
    await where('?!');
    expect(await whisperedTo(scene.ana, scene.channel)).toMatch(/^Name the thing to look for/);
  });
});

describe('the button "Where?"', () => {
  const ask = async (question: string, image?: Awaited<ReturnType<typeof drawing>>) =>
    (await scene.ana.useSlashCommand(scene.channel, 'ask', { question, image: image ?? (await drawing()) })).message;

  it('shows whoever presses it where the thing of the answer is', async () => {
    const answer = await ask('is there a butterfly?');
    const shown = await press(scene.bob, answer, 'Where?');
    expect(shown.ephemeral).toBe(true);
    expect(shown.message?.content).toMatch(/^\*\*butterfly\*\*: top right · /);
    expect(shown.message?.attachments.map(({ filename }) => filename)).toEqual(['glimpse-where.png']);
  });

  it('keeps a spoiler a spoiler', async () => {
    const answer = await ask('is there a butterfly?', await drawing('sunflower-and-butterfly', true));
    const shown = await press(scene.bob, answer, 'Where?');
    expect(shown.message?.content).toMatch(/^\|\|.*\|\|\n/);
    expect(shown.message?.attachments[0]?.filename).toBe('SPOILER_glimpse-where.png');
  });

  it('is not there where there is nothing to look for', async () => {
    expect(labelsUnder(await ask('is it raining?'))).not.toContain('Where?');
  });
});
