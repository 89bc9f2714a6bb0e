import { expect, it } from 'vitest';
import { corpusBleu } from '../../../src/evaluation/captions/bleu.ts';
import { expectedScores, publishedScores, tokenise } from './scores.ts';

const { examples } = await publishedScores();
const expected = await expectedScores();

it.each(examples)('gives the published BLEU-1 to BLEU-4 of "$captions"', ({ captions, references, bleu }) => {
  const scores = corpusBleu(tokenise(captions, references));
  bleu.forEach((score, at) => {
    expect(scores[at]).toBeCloseTo(score, 5);
  });
});

it('gives what NLTK computes for the captions of a whole file', () => {
  const scores = corpusBleu(tokenise(expected.candidates, expected.references));
  expected.bleu.forEach((score, at) => {
    expect(scores[at]).toBeCloseTo(score, 8);
  });
});

it('is 1 where every caption is one of its references, and all but 0 where no word is', () => {
  const references = [['a red apple on the beach', 'an apple']];
  expect(corpusBleu(tokenise(['a red apple on the beach'], references))[3]).toBeCloseTo(1, 6);
  expect(corpusBleu(tokenise(['some green cars in town now'], references))[3]).toBeLessThan(1e-6);
});

it('compares the length with that of the closest reference, of two equally close ones the shorter', () => {
  const references = [['one two three four five six seven', 'one two three four five']];
  expect(corpusBleu(tokenise(['one two three four five six'], references))[0]).toBeCloseTo(1, 6);
});

it('counts no word more often than the reference that has it most often', () => {
  expect(corpusBleu(tokenise(['the the the the'], [['the cat on the mat', 'a cat']]))[0]).toBeCloseTo(
    (2 / 4) * Math.exp(1 - 5 / 4),
    6,
  );
});
