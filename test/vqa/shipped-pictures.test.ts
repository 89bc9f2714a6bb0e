import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { captionPicture } from '../../src/captions/caption-picture.ts';
import type { Clip } from '../../src/clip/clip.ts';
import type { SeenPicture } from '../../src/clip/embedding.ts';
import { openClip } from '../../src/clip/open-clip.ts';
import { answerQuestion } from '../../src/vqa/answer-question.ts';

const PICTURES = new URL('../../src/demo/pictures/', import.meta.url);

let clip: Clip;
let cacheFolder: string;

beforeAll(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'glimpse-vqa-'));
  clip = await openClip({
    clipModel: 'glimpse-mini',
    offline: true,
    cacheFolder,
    hubUrl: 'https://huggingface.co',
    visionThreads: 1,
    visionQueue: 32,
    visionDeadlineMs: 30_000,
  });
});

afterAll(async () => {
  await clip.close();
  await rm(cacheFolder, { recursive: true });
});

async function seen(picture: string): Promise<SeenPicture> {
  const file = await readFile(new URL(`${picture}.jpg`, PICTURES));
  const { embedding } = await clip.encodePicture(file);
  return {
    embedding,
    look: async (region) => (await clip.encodePicture(file, region)).embedding,
    lookOn: async () => undefined,
  };
}

describe('glimpse-mini answers about pictures it never saw', () => {
  test.each([
    ['guitar', 'what is this?', 'guitar'],
    ['guitar', 'what musical instrument is this?', 'guitar'],
    ['guitar', 'is this a piano?', 'no'],
    ['red-circle', 'what shape is this?', 'circle'],
    ['red-circle', 'is this a square?', 'no'],
    ['red-circle', 'is there a blue circle?', 'no'],
    ['pizza', 'is it a pizza or a hamburger?', 'pizza'],
    ['blue-bicycle-on-a-street', 'what color is the bicycle?', 'blue'],
    ['three-red-apples', 'what color are the apples?', 'red'],
    ['three-red-apples', 'how many dogs are there?', '0'],
    ['cat-beside-a-dog', 'is there a cat?', 'yes'],
    ['someone-surfing', 'is the person surfing?', 'yes'],
    ['elephant-in-a-field', 'is there an animal?', 'yes'],
    ['red-car-in-a-city-at-night', 'is it day or night?', 'night'],
    ['rocket-in-space', 'is this in space?', 'yes'],
    ['sunflower-and-butterfly', 'is the butterfly on the left or on the right?', 'right'],
    ['sunflower-and-butterfly', 'is the sunflower to the left of the butterfly?', 'yes'],
    ['sunflower-and-butterfly', 'is the butterfly on the left?', 'no'],
  ])('%s: %s %s', async (picture, question, answer) => {
    expect((await answerQuestion(question, await seen(picture), clip)).answer).toBe(answer);
  });
});

it('captions a picture it knows with the thing in it', async () => {
  expect((await captionPicture((await seen('guitar')).embedding, clip)).caption).toMatch(/\bguitar\b/);
  expect((await captionPicture((await seen('red-circle')).embedding, clip)).caption).toMatch(/\bcircle\b/);
});

it('gives the same answer to the same question', async () => {
  const picture = await seen('guitar');
  const first = await answerQuestion('what is this?', picture, clip);
  expect(await answerQuestion('what is this?', picture, clip)).toEqual(first);
});
