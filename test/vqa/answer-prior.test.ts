import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, test } from 'vitest';
import { readPriorModel } from '../../src/vqa/answer-prior/model-file.ts';
import { knownAnswers, logPriorsOf, priorAnswers } from '../../src/vqa/answer-prior.ts';
import golden from './answer-prior-golden.json' with { type: 'json' };

const answersOf = (question: string, limit: number) => priorAnswers(question, limit).map(({ answer }) => answer);

describe('it gives what the network gave in training', () => {
  // More than the rounding of the golden figures, and of sums in another order.
  const near = 0.002;
  test.each(Object.entries(golden))('%s', (question, expected) => {
    const wanted = Object.entries<number>(expected).sort(([, one], [, other]) => other - one);
    const best = priorAnswers(question, wanted.length);
    const names = wanted.map(([answer]) => answer);
    for (const [at, logPrior] of logPriorsOf(question, names).entries()) {
      const golden = wanted[at]?.[1] ?? 0;
      expect(Math.abs((logPrior ?? 0) - golden)).toBeLessThan(near);
      expect(Math.abs((best[at]?.logPrior ?? 0) - golden)).toBeLessThan(near);
    }
  });
});

it('gives probabilities over all its answers, the best first', () => {
  const all = priorAnswers('what is the cat sleeping on?', Number.MAX_SAFE_INTEGER);
  expect(all.length).toBe(knownAnswers().length);
  expect(all.length).toBeGreaterThanOrEqual(3000);
  expect(new Set(all.map(({ answer }) => answer)).size).toBe(all.length);
  expect(all.reduce((sum, { logPrior }) => sum + Math.exp(logPrior), 0)).toBeCloseTo(1, 3);
  expect(all.map(({ logPrior }) => logPrior)).toEqual(
    all.map(({ logPrior }) => logPrior).sort((one, other) => other - one),
  );
});

describe('it knows what kind of answer a question wants', () => {
  test.each([
    ['Is the woman smiling?', ['yes', 'no']],
    ['How many birds are on the wire?', ['1', '2', '3', '4']],
    ['What color is the umbrella?', ['red', 'blue', 'black', 'white']],
    ['What sport is being played?', ['tennis', 'baseball', 'soccer']],
    ['Is it a bus or a train?', ['bus', 'train']],
  ])('%s', (question, among) => {
    expect(answersOf(question, 8)).toEqual(expect.arrayContaining(among));
  });
});

describe('the way a question is typed makes no difference', () => {
  test.each([
    ["What's the dog doing?", 'whats the dog doing'],
    ['What is the dog doing?', 'what’s THE DOG doing???'],
    ['What colour is the café?', 'what color is the cafe'],
    ["Isn't the man tall?", 'isnt the man tall'],
    ['Where is the boat?', 'Hey, can you tell me where is the boat please'],
    ['What is on the t-shirt?', 'what is on the tshirt'],
  ])('%s / %s', (question, other) => {
    expect(priorAnswers(other, 20)).toEqual(priorAnswers(question, 20));
  });
});

test.each(['', '???', 'wie viele Hunde?', '🐶', 'constructor toString __proto__', 'what '.repeat(500)])(
  'any text gets answers: %j',
  (question) => {
    const given = priorAnswers(question, 5);
    expect(given).toHaveLength(5);
    for (const { logPrior } of given) expect(logPrior).toBeLessThan(0);
  },
);

it('tells how likely given answers are, however they are spelled', () => {
  const question = 'Is the door open?';
  const [yes, same, unknown] = logPriorsOf(question, ['yes', 'Yes!', 'a purple yak']);
  expect(yes).toBe(priorAnswers(question, 2).find(({ answer }) => answer === 'yes')?.logPrior);
  expect(same).toBe(yes);
  expect(unknown).toBeUndefined();
});

test.each([0, -1, 1.5, Number.NaN])('a limit of %d is refused', (limit) => {
  expect(() => priorAnswers('what is this?', limit)).toThrow(RangeError);
});

describe('a model file that cannot be used', () => {
  const file = join(tmpdir(), `glimpse-prior-${process.pid}.bin`);
  const url = pathToFileURL(file);
  afterEach(() => rmSync(file, { force: true }));

  it('is missing: says so, and what to do', () => {
    expect(() => readPriorModel(url)).toThrow(/cannot be read\. Install Glimpse again/);
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 1000)],
    ['changed', (bytes: Buffer) => bytes.fill(7, 5000, 5001)],
    ['empty', () => Buffer.alloc(0)],
  ])('is %s: says so, and what to do', (_, damage) => {
    writeFileSync(file, damage(readFileSync(new URL('../../models/answer-prior/prior.bin', import.meta.url))));
    expect(() => readPriorModel(url)).toThrow(/is damaged\. Install Glimpse again/);
  });
});
