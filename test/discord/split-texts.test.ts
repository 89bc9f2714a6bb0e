import { describe, expect, it } from 'vitest';
import { splitTexts } from '../../src/discord/split-texts.ts';

describe('splitTexts', () => {
  it('splits at commas, semicolons and lines, and leaves the empty ones out', () => {
    expect(splitTexts(' a cat, a dog;a fox\n\na hen,, ')).toEqual(['a cat', 'a dog', 'a fox', 'a hen']);
  });

  it('takes each text once, in capitals or not, with more spaces or fewer', () => {
    expect(splitTexts('a cat, a dog, A  cat ,a Dog')).toEqual(['a cat', 'a dog']);
  });

  it('leaves out what nobody sees', () => {
    expect(splitTexts('a cat, \u200b, a\u202e dog')).toEqual(['a cat', 'a dog']);
  });

  it.each(['a cat', 'a cat, a cat', ',;\n', ''])(
    'asks for a second text where there is nothing to compare: %j',
    (option) => {
      expect(() => splitTexts(option)).toThrow(/at least two texts/);
    },
  );

  it('takes 25 texts and refuses 26', () => {
    const texts = Array.from({ length: 26 }, (_, i) => `text ${i}`);
    expect(splitTexts(texts.slice(1).join(','))).toHaveLength(25);
    expect(() => splitTexts(texts.join(','))).toThrow(/26 texts.*up to 25/);
  });
});
