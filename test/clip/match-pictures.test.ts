import { describe, expect, it } from 'vitest';
import type { TextEncoder } from '../../src/clip/embedding.ts';
import { matchPictures, textToMatch } from '../../src/clip/match-pictures.ts';

const encoder: TextEncoder = {
  logitScale: 10,
  encodeTexts: async (texts) => texts.map(() => Float32Array.of(1, 0)),
};
/** A picture at an angle to the text, in degrees. */
const at = (angle: number) => Float32Array.of(Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180));

describe('matchPictures', () => {
  it('puts the picture that fits best first, by its place, with its cosine and its share', async () => {
    const ranking = await matchPictures('a cat', [at(90), at(30), at(60)], encoder);
    expect(ranking.map(({ index }) => index)).toEqual([1, 2, 0]);
    expect(ranking[1]?.similarity).toBeCloseTo(0.5, 6);
    expect(ranking.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 10);
    expect((ranking[0]?.score ?? 0) / (ranking[1]?.score ?? 1)).toBeCloseTo(Math.exp(10 * (Math.sqrt(3) / 2 - 0.5)), 2);
  });

  it('gives a single picture all of the score, and the same pictures the same, in the order given', async () => {
    expect(await matchPictures('a cat', [at(60)], encoder)).toMatchObject([{ index: 0, score: 1 }]);
    expect(await matchPictures('a cat', [at(60), at(60)], encoder)).toMatchObject([
      { index: 0, score: 0.5 },
      { index: 1, score: 0.5 },
    ]);
  });
});

it('matchPictures gives each picture what it has by itself where the checkpoint scores by sigmoid', async () => {
  const sigmoid: TextEncoder = { ...encoder, scoring: 'sigmoid', logitBias: -5 };
  const ranking = await matchPictures('a cat', [at(60), at(0), at(60)], sigmoid);
  expect(ranking.map(({ index }) => index)).toEqual([1, 0, 2]);
  expect(ranking[0]?.score).toBeCloseTo(1 / (1 + Math.exp(-5)), 6);
  expect(ranking[1]?.score).toBeCloseTo(0.5, 6);
  expect(ranking[2]?.score).toBe(ranking[1]?.score);
});

describe('textToMatch', () => {
  it('trims the text', () => {
    expect(textToMatch('  A Cat ', 1)).toBe('A Cat');
    expect(textToMatch('😀'.repeat(200), 10)).toHaveLength(400);
  });

  it.each<[string, string, number, string, RegExp]>([
    ['an empty text', '  ', 2, 'texts-invalid', /Give me a text/],
    ['a text of 201 characters', '😀'.repeat(201), 2, 'texts-invalid', /201 characters.*200/],
    ['no picture', 'a cat', 0, 'no-picture', /at least one picture/],
    ['11 pictures', 'a cat', 11, 'texts-invalid', /11 pictures.*10/],
  ])('refuses %s', (_, text, pictures, code, message) => {
    expect(() => textToMatch(text, pictures)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });
});
