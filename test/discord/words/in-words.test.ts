import { describe, expect, it } from 'vitest';
import { inWords, ToldError } from '../../../src/discord/told-error.ts';
import { DE } from '../../../src/discord/words/de.ts';
import { EN } from '../../../src/discord/words/en.ts';
import { JA } from '../../../src/discord/words/ja.ts';
import { OneOfPicturesError } from '../../../src/images/one-of-pictures.ts';
import { UserError } from '../../../src/user-error.ts';

describe('an expected failure', () => {
  const failure = new UserError('picture-type', 'This is SVG.');
  const told = new ToldError('picture-type', ({ refusals }) => refusals.notAPicture);

  it('is said in its own words in English, and in a general sentence in other languages', () => {
    expect(inWords(failure, EN)).toBe('This is SVG.');
    expect(inWords(failure, DE)).toBe(DE.failures['picture-type']);
  });

  it('is said in its own words in every language where it has some', () => {
    expect(inWords(told, EN)).toBe(EN.refusals.notAPicture);
    expect(inWords(told, JA)).toBe(JA.refusals.notAPicture);
  });

  it('of one of several pictures begins with which', () => {
    expect(inWords(new OneOfPicturesError(1, failure), EN)).toBe('Picture 2: This is SVG.');
    expect(inWords(new OneOfPicturesError(1, failure), DE)).toBe(`Bild 2: ${DE.failures['picture-type']}`);
    expect(inWords(new OneOfPicturesError(0, told), DE)).toBe(`Bild 1: ${DE.refusals.notAPicture}`);
  });

  it('without a sentence in a language is said in English', () => {
    expect(inWords(new UserError('config', 'GUILD_ID is no id.'), DE)).toBe('GUILD_ID is no id.');
  });
});
