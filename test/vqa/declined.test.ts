import { expect, it } from 'vitest';
import { DECLINED_FAMILIES } from '../../src/answer.ts';
import { sayDeclined } from '../../src/vqa/declined.ts';

it('every declined family is told what cannot be done, and what to ask instead', () => {
  const sentences = DECLINED_FAMILIES.map(sayDeclined);
  expect(new Set(sentences).size).toBe(DECLINED_FAMILIES.length);
  for (const sentence of sentences) {
    expect(sentence).toMatch(/I (?:can't|don't|only)\b/);
    expect(sentence).toMatch(/\b[Aa]sk\b/);
    expect(sentence.length).toBeLessThan(200);
  }
});
