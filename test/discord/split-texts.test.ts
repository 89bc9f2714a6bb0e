import { describe, expect, it } from 'vitest';
import { splitTexts } from '../../src/discord/split-texts.ts';

describe('splitTexts', () => {
  it.each([
    ['commas', ' a cat, a dog,, a fox ,'],
    ['semicolons', 'a cat;a dog;; a fox'],
    ['lines', 'a cat\n\na dog\r\na fox'],
    ['full-width commas', 'a cat，a dog、a fox'],
    ['full-width semicolons', 'a cat；a dog；a fox'],
  ])('splits at %s, and leaves the empty ones out', (_, option) => {
    expect(splitTexts(option)).toEqual(['a cat', 'a dog', 'a fox']);
  });

  it('splits at the strongest separator alone, so that a text may have the others in it', () => {
    expect(splitTexts('a big, red ball; a small, blue ball')).toEqual(['a big, red ball', 'a small, blue ball']);
    expect(splitTexts('a cat; asleep\na dog, awake')).toEqual(['a cat; asleep', 'a dog, awake']);
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
