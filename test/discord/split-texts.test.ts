import { describe, expect, it } from 'vitest';
import { splitTexts } from '../../src/discord/split-texts.ts';

describe('splitTexts', () => {
  it('splits at commas, semicolons and lines, and leaves the empty ones out', () => {
    expect(splitTexts(' a cat, a dog;a fox\n\na hen,, ')).toEqual(['a cat', 'a dog', 'a fox', 'a hen']);
  });

  it('takes each text once', () => {
    expect(splitTexts('a cat, a dog, a cat')).toEqual(['a cat', 'a dog']);
  });

  it('asks for a second text where there is nothing to compare', () => {
    expect(() => splitTexts('a cat')).toThrow(/at least two texts/);
  });

  it('takes 25 texts and refuses 26', () => {
    const texts = Array.from({ length: 26 }, (_, i) => `text ${i}`);
    expect(splitTexts(texts.slice(1).join(','))).toHaveLength(25);
    expect(() => splitTexts(texts.join(','))).toThrow(/26 texts.*up to 25/);
  });
});
