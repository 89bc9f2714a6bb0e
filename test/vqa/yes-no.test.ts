import { describe, expect, it } from 'vitest';
import { contrastsOfExistence } from '../../src/vqa/contrasts.ts';
import { scoringWith } from '../../src/vqa/scoring.ts';
import { average, chanceOfYes, weigh, weighPlaces } from '../../src/vqa/yes-no.ts';
import { bagOfWords } from './bag-of-words.ts';

const encoder = bagOfWords('dog', 'cat', 'horse', 'red', 'blue', 'car', 'two', 'three');
const look = (words: string, regions = {}) => ({
  picture: encoder.picture(words, regions),
  encoder,
  scoring: scoringWith(),
});
const verdictOn = (asked: string, words: string) => {
  const { embedding } = encoder.picture(words);
  return weigh(contrastsOfExistence(asked), { seen: embedding, direction: embedding }, look(words));
};
const chance = async (asked: string, words: string) => chanceOfYes((await verdictOn(asked, words)).nats);

describe('a thing that is asked for', () => {
  it('is there where it fits far better than its like usually do', async () => {
    expect(await chance('a dog', 'dog')).toBeGreaterThan(0.5);
    expect(await chance('a dog', 'cat')).toBeLessThan(0.5);
    expect(await chance('a dog', 'car')).toBeLessThan(0.5);
  });

  it('is there beside another of its kind, too', async () => {
    expect(await chance('a dog', 'dog cat')).toBeGreaterThan(0.5);
    expect(await chance('a cat', 'dog cat')).toBeGreaterThan(0.5);
    expect(await chance('a horse', 'dog cat')).toBeLessThan(0.5);
  });

  it('must have the colour that was named', async () => {
    expect(await chance('a red car', 'red car')).toBeGreaterThan(0.5);
    expect(await chance('a red car', 'blue car')).toBeLessThan(0.5);
  });

  it('must be as many as were named', async () => {
    expect(await chance('two dogs', 'two dog')).toBeGreaterThan(0.5);
    expect(await chance('two dogs', 'three dog')).toBeLessThan(0.5);
  });
});

it('shows the sentence that was asked about and the strongest rival', async () => {
  expect(await verdictOn('a dog', 'cat')).toMatchObject({ asked: 'a dog', rival: 'a cat' });
});

it('says what was held against the picture: what was asked, and the average of its rivals', async () => {
  const { nats, held } = await verdictOn('a dog', 'cat');
  const { asked, rival } = held;
  expect(encoder.logitScale * (asked.similarity - (rival?.similarity ?? 0))).toBeCloseTo(nats, 4);
  expect(rival?.rivals?.[0]?.prompt).toBe('a cat');
  expect(rival?.rivalsCount).toBeGreaterThan(rival?.rivals?.length ?? 0);
});

describe('a thing that is said to be on a side', () => {
  const sides = { left: 'dog', right: 'cat' };

  it('is there where that side fits it better than the other', async () => {
    expect((await weighPlaces([{ phrase: 'a dog', region: 'left' }], look('dog cat', sides))).nats).toBeGreaterThan(0);
    expect((await weighPlaces([{ phrase: 'a dog', region: 'right' }], look('dog cat', sides))).nats).toBeLessThan(0);
  });

  it('is weighed with what is said to be on the other side', async () => {
    const both = await weighPlaces(
      [
        { phrase: 'a dog', region: 'left' },
        { phrase: 'a cat', region: 'right' },
      ],
      look('dog cat', sides),
    );
    const one = await weighPlaces([{ phrase: 'a dog', region: 'left' }], look('dog cat', sides));
    expect(both.nats).toBeGreaterThan(one.nats);
  });
});

it('grows more certain with the margin', () => {
  expect(chanceOfYes(10)).toBeGreaterThan(chanceOfYes(5));
  expect(chanceOfYes(-10)).toBeLessThan(0.01);
  expect(chanceOfYes(20)).toBeGreaterThan(0.99);
});

it('is even at even odds, and leans to what is likelier without the picture', () => {
  expect(chanceOfYes(0)).toBe(0.5);
  expect(chanceOfYes(0, 0.5)).toBeGreaterThan(0.5);
});

describe('the average of several logits', () => {
  it('is that of their likelihoods', () => {
    expect(average([Math.log(1), Math.log(3)])).toBeCloseTo(Math.log(2), 10);
    expect(average([5])).toBe(5);
    expect(average([])).toBe(Number.NEGATIVE_INFINITY);
  });

  it('does not overflow', () => {
    expect(average([1000, 1000])).toBeCloseTo(1000, 6);
    expect(average([-1000, -1000])).toBeCloseTo(-1000, 6);
  });

  it('stays below one that stands out, by the logarithm of how many there are', () => {
    expect(average([20, ...Array.from({ length: 15 }, () => 0)])).toBeCloseTo(20 - Math.log(16), 3);
  });
});
