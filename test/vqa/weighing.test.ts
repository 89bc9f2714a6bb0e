import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScoredCandidate } from '../../src/answer.ts';
import type { Clip } from '../../src/clip/clip.ts';
import { similarity, softmax } from '../../src/clip/embedding.ts';
import { openClip } from '../../src/clip/open-clip.ts';
import { answerQuestion } from '../../src/vqa/answer-question.ts';
import { chanceOfYes } from '../../src/vqa/yes-no.ts';

const PICTURES = new URL('../../src/demo/pictures/', import.meta.url);

let clip: Clip;
let cacheFolder: string;

beforeAll(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'glimpse-weighing-'));
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

async function weighed(picture: string, question: string, choices?: readonly string[]) {
  const file = await readFile(new URL(`${picture}.jpg`, PICTURES));
  const { embedding } = await clip.encodePicture(file);
  const look = async (region: Parameters<Clip['encodePicture']>[1]) =>
    (await clip.encodePicture(file, region)).embedding;
  const { candidates } = await answerQuestion(question, { embedding, look, lookOn: async () => undefined }, clip, {
    choices,
  });
  return { candidates, embedding };
}

/** How well the picture and the prior speak for a candidate, in nats, by the numbers that are told of it. */
function nats({ weighing }: ScoredCandidate, withPrior = true): number {
  if (!weighing) throw new Error('nothing is told of it');
  const { similarity, bias, prior } = weighing;
  return clip.logitScale * (similarity - bias) + (withPrior ? prior : 0);
}

describe('what is told of each candidate is what its share was made of', () => {
  it.each([
    ['a colour', 'red-car-in-a-city-at-night', 'what color is the car?'],
    ['anything', 'pizza', 'what is this?'],
    ['an activity', 'someone-surfing', 'what is the person doing?'],
    ['a place', 'dog-on-a-beach', 'where is this?'],
    ['a region', 'cat-beside-a-dog', 'what animal is on the left?'],
    ['a side', 'cat-beside-a-dog', 'is the cat on the left or on the right?'],
    ['given choices', 'guitar', 'what is this?', ['a guitar', 'a piano', 'zwölf Geigen']],
  ])('for %s', async (_, picture, question, choices?: readonly string[]) => {
    const { candidates } = await weighed(picture, question, choices);
    expect(candidates.length).toBeGreaterThan(1);
    // Of long lists it is told of the best alone.
    const told = candidates.slice(0, 25);
    const all = told.reduce((sum, { score }) => sum + score, 0);
    const shares = softmax(told.map((candidate) => nats(candidate)));
    for (const [at, { score, weighing }] of told.entries()) {
      expect((shares[at] as number) * all).toBeCloseTo(score, 4);
      expect(Math.abs(weighing?.similarity ?? 2)).toBeLessThanOrEqual(1);
    }
  });

  it.each([
    ['yes', 'dog-on-a-beach', 'is there a dog?'],
    ['no', 'guitar', 'is there a piano?'],
    ['no', 'dog-on-a-beach', 'is there no dog?'],
  ])('for a %s, which is held against the average of what else could be', async (answer, picture, question) => {
    const { candidates } = await weighed(picture, question);
    const [best, other] = candidates as readonly [ScoredCandidate, ScoredCandidate];
    expect(best.answer).toBe(answer);
    const [asked, rivals] = best.weighing?.rivals ? [other, best] : [best, other];
    const prior = (asked.weighing?.prior ?? 0) - (rivals.weighing?.prior ?? 0);
    expect(chanceOfYes(nats(asked, false) - nats(rivals, false), prior)).toBeCloseTo(asked.score, 4);
    expect(rivals.weighing?.rivals?.[0]?.prompt).toBe(rivals.prompt);
    expect(rivals.weighing?.rivalsCount).toBeGreaterThan(5);
  });

  it('for a thing on a side, which is held against the other side', async () => {
    const { candidates } = await weighed('cat-beside-a-dog', 'is the cat on the left?');
    expect(candidates.map(({ weighing }) => weighing?.bias)).toEqual([0, 0]);
    expect(candidates.map(({ weighing }) => weighing?.rivals)).toEqual([undefined, undefined]);
  });

  it('for none of something, as for a no', async () => {
    const { candidates } = await weighed('three-red-apples', 'how many apples are there?');
    const none = candidates.find(({ answer }) => answer === '0');
    const some = candidates.filter((candidate) => candidate !== none);
    expect(none?.weighing?.rivals?.length).toBeGreaterThan(0);
    const left = 1 - (none?.score ?? 0);
    const shares = softmax(some.map((candidate) => nats(candidate)));
    for (const [at, { score }] of some.entries()) expect((shares[at] as number) * left).toBeCloseTo(score, 4);
  });

  it('by the cosine of the picture with the sentence itself', async () => {
    const { candidates, embedding } = await weighed('pizza', 'what is this?', ['a pizza', 'a car']);
    const single = (
      await answerQuestion(
        'what is this?',
        { embedding, look: async () => embedding, lookOn: async () => undefined },
        clip,
        {
          choices: ['a pizza', 'a car'],
          scoring: { ensembles: false },
        },
      )
    ).candidates;
    for (const { prompt, weighing } of single) {
      const [encoded] = await clip.encodeTexts([prompt]);
      expect(weighing?.similarity).toBeCloseTo(encoded ? similarity(encoded, embedding) : 2, 5);
    }
    expect(candidates[0]?.weighing?.similarity).not.toBeCloseTo(single[0]?.weighing?.similarity ?? 0, 5);
  });
});
