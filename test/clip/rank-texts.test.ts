import { describe, expect, it } from 'vitest';
import type { TextEncoder } from '../../src/clip/embedding.ts';
import { distinctTexts, rankTexts } from '../../src/clip/rank-texts.ts';

/** Embeds a text as the direction of an angle in degrees that it names, and others at right angles to the picture. */
const encoder: TextEncoder = {
  logitScale: 10,
  encodeTexts: async (texts) =>
    texts.map((text) => {
      const angle = ((Number.parseFloat(text) || 90) * Math.PI) / 180;
      return Float32Array.of(Math.cos(angle), Math.sin(angle));
    }),
};
const PICTURE = Float32Array.of(1, 0);

describe('rankTexts', () => {
  it('puts the text that fits best first, with its cosine and its share', async () => {
    const ranking = await rankTexts(['90', '60', '30'], PICTURE, encoder);
    expect(ranking.map(({ text }) => text)).toEqual(['30', '60', '90']);
    expect(ranking[1]?.similarity).toBeCloseTo(0.5, 6);
    expect(ranking.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 10);
    expect((ranking[0]?.score ?? 0) / (ranking[1]?.score ?? 1)).toBeCloseTo(Math.exp(10 * (Math.sqrt(3) / 2 - 0.5)), 2);
  });

  it('gives a single text all of the score', async () => {
    expect(await rankTexts(['60'], PICTURE, encoder)).toMatchObject([{ text: '60', score: 1 }]);
  });
});

describe('rankTexts by sigmoid', () => {
  const sigmoid: TextEncoder = { ...encoder, scoring: 'sigmoid', logitBias: -5 };

  it('gives each text what it has by itself, whatever stands beside it', async () => {
    const ranking = await rankTexts(['90', '60', '30'], PICTURE, sigmoid);
    expect(ranking.map(({ text }) => text)).toEqual(['30', '60', '90']);
    // 10 times the cosine of 60 degrees, less 5, is 0: as likely as not.
    expect(ranking[1]?.score).toBeCloseTo(0.5, 6);
    expect(await rankTexts(['60'], PICTURE, sigmoid)).toEqual([ranking[1]]);
  });
});

describe('distinctTexts', () => {
  it('trims texts, and keeps one of those that differ in case or spacing only', () => {
    expect(distinctTexts(['  A Cat ', 'a  cat', 'a cat', '45'])).toEqual(['A Cat', '45']);
  });

  it.each<[string, string[], RegExp]>([
    ['no texts', [], /at least one/],
    ['26 texts', Array.from({ length: 26 }, (_, i) => `${i}`), /26 texts.*25/],
    ['an empty text', ['a cat', '  '], /Text 2 is empty/],
    ['a text of 201 characters', ['😀'.repeat(201)], /Text 1 has 201 characters.*200/],
  ])('refuses %s', (_, texts, message) => {
    expect(() => distinctTexts(texts)).toThrow(
      expect.objectContaining({ code: 'texts-invalid', message: expect.stringMatching(message) }),
    );
  });

  it('takes 25 texts of 200 characters, however many bytes they are', () => {
    const texts = Array.from({ length: 25 }, (_, i) => String.fromCodePoint(0x1f600 + i).repeat(200));
    expect(distinctTexts(texts)).toEqual(texts);
  });
});
