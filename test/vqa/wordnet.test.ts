import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { kindsOf } from '../../src/vqa/words/wordnet.ts';

const ROWS = readFileSync(new URL('../../models/wordnet/kinds.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [category: string, kinds: string]);

describe('the kinds of a category', () => {
  test.each([
    ['musical instrument', 'guitar, violin, drum, piano, trumpet, flute'],
    ['dog', 'bulldog, golden retriever, poodle, beagle, labrador'],
    ['cheese', 'cheddar, mozzarella, parmesan, swiss cheese, brie'],
    ['vehicle', 'car, truck, boat, bicycle, motorcycle'],
    ['tree', 'pine, oak, maple, willow'],
    ['bridge', 'suspension bridge, drawbridge, covered bridge'],
    ['hat', 'cowboy hat, top hat, baseball cap, straw hat'],
    ['fruit', 'apple, banana, orange, strawberry'],
    ['dance', 'ballet, tango, waltz'],
    ['gem', 'diamond, ruby, emerald'],
    ['knife', 'butter knife, steak knife, pocket knife'],
    ['storm', 'tornado, thunderstorm, hurricane'],
  ])('of %s start with what people would say: %s', (category, expected) => {
    expect(kindsOf(category).slice(0, 12)).toEqual(expect.arrayContaining(expected.split(', ')));
  });

  it('are the same for the plural, and whatever the case', () => {
    expect(kindsOf('vehicles')).toEqual(kindsOf('vehicle'));
    expect(kindsOf('Musical Instruments')).toEqual(kindsOf('musical instrument'));
    expect(kindsOf('pants')).toContain('jeans');
  });

  it('are the same for a breed, a species or a variety of it', () => {
    expect(kindsOf('dog breed')).toEqual(kindsOf('dog'));
    expect(kindsOf('bird species')).toEqual(kindsOf('bird'));
    expect(kindsOf('apple varieties')).toEqual(kindsOf('apple'));
  });

  test.each(['xyzzy', '', ' ', '__proto__', 'constructor', 'the'])('of "%s" are none', (category) => {
    expect(kindsOf(category)).toEqual([]);
  });

  it('of women and men are none: Glimpse does not sort people', () => {
    for (const category of ['woman', 'man', 'girl', 'adult', 'foreigner', 'criminal'])
      expect(kindsOf(category)).toEqual([]);
  });
});

describe('the table of kinds', () => {
  it('has some thousand categories, each once', () => {
    expect(ROWS.length).toBeGreaterThan(3000);
    expect(new Set(ROWS.map(([category]) => category)).size).toBe(ROWS.length);
  });

  it('has 3 to 40 kinds of each, none twice and none of them the category', () => {
    const wrong = ROWS.filter(([category, line]) => {
      const kinds = line.split(',');
      return kinds.length < 3 || kinds.length > 40 || new Set([...kinds, category]).size !== kinds.length + 1;
    });
    expect(wrong).toEqual([]);
  });

  it('is written in plain lower-case words', () => {
    expect(
      ROWS.filter(([category, line]) => !/^[a-z][a-z' -]*(?:,[a-z][a-z' -]*)*$/.test(`${category},${line}`)),
    ).toEqual([]);
  });
});
