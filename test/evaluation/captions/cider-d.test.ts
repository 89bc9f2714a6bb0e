import { expect, it } from 'vitest';
import { ciderD } from '../../../src/evaluation/captions/cider-d.ts';
import { expectedScores, publishedScores, tokenise } from './scores.ts';

const { examples } = await publishedScores();
const expected = await expectedScores();

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

it.each(examples)('gives the published CIDEr-D of "$captions"', ({ captions, references, ciderD: score }) => {
  expect(mean(ciderD(tokenise(captions, references)))).toBeCloseTo(score, 5);
});

it('gives each picture of a whole file what another implementation computes for it', () => {
  const scores = ciderD(tokenise(expected.candidates, expected.references));
  expect(scores).toHaveLength(60);
  scores.forEach((score, at) => {
    expect(score).toBeCloseTo(expected.ciderD[at] ?? Number.NaN, 8);
  });
});

it('is 10 for the only reference, word for word, and 0 where no word is shared', () => {
  const references = [['a red apple on a beach'], ['two green cars in town'], ['one dog']];
  const captions = ['a red apple on a beach', 'some other words entirely', 'one dog'];
  const [same, other, short] = ciderD(tokenise(captions, references));
  expect(same).toBeCloseTo(10, 8);
  expect(other).toBe(0);
  expect(short).toBeCloseTo(5, 8); // no n-grams of three or four words
});

it('does not reward a caption for repeating the words that are rare', () => {
  const references = [['a zebra on a beach'], ['a dog in a park'], ['a cat at home']];
  const [once] = ciderD(tokenise(['a zebra', 'a dog', 'a cat'], references));
  const [often] = ciderD(tokenise(['a zebra zebra zebra zebra', 'a dog', 'a cat'], references));
  expect(often).toBeLessThan(once ?? 0);
});
