import { describe, expect, it, test } from 'vitest';
import { contrastsOfExistence } from '../../src/vqa/contrasts.ts';
import { chanceOfYes, typical, weigh } from '../../src/vqa/yes-no.ts';
import { bagOfWords } from './bag-of-words.ts';

const encoder = bagOfWords('dog', 'cat', 'horse', 'red', 'blue', 'car', 'two', 'three');
const chance = async (asked: string, picture: string) =>
  (await weigh(contrastsOfExistence(asked), encoder.picture(picture), encoder)).yes;

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
  const verdict = await weigh(contrastsOfExistence('a dog'), encoder.picture('cat'), encoder);
  expect(verdict).toMatchObject({ asked: 'a dog', rival: 'a cat' });
});

it('grows more certain with the margin', () => {
  expect(chanceOfYes(10)).toBeGreaterThan(chanceOfYes(5));
  expect(chanceOfYes(-10)).toBeLessThan(0.01);
  expect(chanceOfYes(20)).toBeGreaterThan(0.99);
});

describe('the typical one of several values', () => {
  test.each([
    [[3], 3],
    [[1, 3], 2],
    [[1, 2, 9], 2],
    [[9, 1, 2, 3], 2.5],
    [[], 0],
  ])('of %j is %d', (values, middle) => {
    expect(typical(values)).toBe(middle);
  });

  it('is not moved by one that stands out', () => {
    expect(typical([1, 2, 3, 100])).toBe(typical([1, 2, 3, 4]));
  });
});
