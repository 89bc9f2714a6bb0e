import { describe, expect, it, test } from 'vitest';
import { CATEGORIES, categoryNamed } from '../../src/vqa/words/categories.ts';
import { americanColour, BASIC_COLOURS, isColour } from '../../src/vqa/words/colours.ts';
import { NOUNS, type NounTable, nounsOf } from '../../src/vqa/words/nouns.ts';
import { numberNamed } from '../../src/vqa/words/numbers.ts';
import { correctSpelling } from '../../src/vqa/words/spelling.ts';
import { oppositesOf } from '../../src/vqa/words/states.ts';
import { knownNoun, rivalsOf, THINGS, tableOf } from '../../src/vqa/words/things.ts';
import { objectsOf } from '../../src/vqa/words/verbs.ts';
import { terms, wordList } from '../../src/vqa/words/word-list.ts';

describe('a word list', () => {
  it('is split at commas, over lines', () => {
    expect(wordList('polar bear,\n   dog , cat,')).toEqual(['polar bear', 'dog', 'cat']);
  });

  it('may give an answer a phrase of its own', () => {
    expect(terms('beach: on the beach, surfing')).toEqual([
      { answer: 'beach', phrase: 'on the beach' },
      { answer: 'surfing', phrase: 'surfing' },
    ]);
  });
});

describe('the noun tables', () => {
  test.each(Object.keys(NOUNS) as NounTable[])('%s lists each noun once, in lower case', (table) => {
    const nouns = nounsOf(table);
    expect(new Set(nouns).size).toBe(nouns.length);
    expect(nouns.join(' ')).toBe(nouns.join(' ').toLowerCase());
    expect(nouns.every((noun) => /^[a-z' -]+$/.test(noun))).toBe(true);
  });

  it('give 250 to 350 things that may be in any picture', () => {
    expect(THINGS.length).toBeGreaterThanOrEqual(250);
    expect(THINGS.length).toBeLessThanOrEqual(350);
    expect(new Set(THINGS.map(({ answer }) => answer)).size).toBe(THINGS.length);
    expect(THINGS.filter(({ answer }) => tableOf(answer) === undefined)).toEqual([]);
  });
});

describe('the categories', () => {
  test.each(CATEGORIES)(
    '$id has at least two different answers and a gap in every template',
    ({ terms: members, templates }) => {
      const answers = members.map(({ answer }) => answer);
      expect(new Set(answers).size).toBe(answers.length);
      expect(answers.length).toBeGreaterThanOrEqual(2);
      expect(templates.every((template) => template.split('{}').length === 2)).toBe(true);
    },
  );

  test.each([
    ['animals', 'animal'],
    ['kitchen appliance', 'appliance'],
    ['musical instruments', 'instrument'],
    ['modes of transportation', 'vehicle'],
    ['clothes', 'clothing'],
    ['flooring', 'ground'],
  ])('%s means the category %s', (name, id) => {
    expect(categoryNamed(name)?.id).toBe(id);
  });

  it('know no category of unknown things', () => {
    expect(categoryNamed('quux')).toBeUndefined();
  });
});

describe('a noun is found', () => {
  test.each([
    ['dogs', 'dog'],
    ['big brown dogs', 'dog'],
    ['fire trucks', 'fire truck'],
    ['puppy', 'dog'],
    ['bike', 'bicycle'],
    ['women', 'woman'],
    ['glass of water', 'glass'],
    ['doughnuts', 'donut'],
  ])('%s is a %s', (phrase, noun) => {
    expect(knownNoun(phrase)).toBe(noun);
  });

  it('or not', () => {
    expect(knownNoun('quux')).toBeUndefined();
    expect(tableOf('quux')).toBeUndefined();
  });
});

describe('the rivals of a noun', () => {
  const answers = (noun: string) => rivalsOf(noun).map(({ answer }) => answer);

  it('are of its kind', () => {
    expect(answers('apple')).toEqual(expect.arrayContaining(['banana', 'orange']));
    expect(answers('guitar')).toEqual(expect.arrayContaining(['piano', 'violin']));
    expect(answers('circle')).toEqual(expect.arrayContaining(['square', 'triangle']));
  });

  it('leave out what would be true as well', () => {
    expect(answers('bear')).not.toEqual(expect.arrayContaining(['polar bear']));
    expect(answers('man')).not.toEqual(expect.arrayContaining(['person']));
    expect(answers('fruit')).not.toEqual(expect.arrayContaining(['food']));
    expect(answers('bird')).not.toEqual(expect.arrayContaining(['owl']));
  });

  it('are other kinds where a kind is asked for', () => {
    expect(answers('animal')).toEqual(expect.arrayContaining(['vehicle', 'plant']));
  });

  it('exist for every thing, and never hold it', () => {
    for (const { answer } of THINGS) {
      expect(answers(answer).length, answer).toBeGreaterThanOrEqual(4);
      expect(answers(answer), answer).not.toContain(answer);
    }
  });
});

it('knows the colours in both spellings', () => {
  expect(BASIC_COLOURS).toHaveLength(11);
  expect(['grey', 'gray', 'teal', 'dark blue'].every(isColour)).toBe(true);
  expect(isColour('dog')).toBe(false);
  expect(americanColour('grey')).toBe('gray');
});

it('reads numbers as words and numerals', () => {
  expect(['zero', 'two', '7', 'ten', '10'].map(numberNamed)).toEqual([0, 2, 7, 10, 10]);
  expect(['a', 'eleven', '11', 'dog'].map(numberNamed)).toEqual([undefined, undefined, undefined, undefined]);
});

describe('a misspelt word', () => {
  test.each([
    ['anmial', 'animal'],
    ['colro', 'color'],
    ['giraff', 'giraffe'],
    ['umbrela', 'umbrella'],
    ['elephannt', 'elephant'],
    ['waering', 'wearing'],
    ['hoding', 'holding'],
  ])('%s is read as %s', (typed, meant) => {
    expect(correctSpelling(`what ${typed}`)).toBe(`what ${meant}`);
  });

  it('is never one of the tables', () => {
    const words = [
      ...Object.values(NOUNS),
      ...CATEGORIES.flatMap(({ terms: members, names }) => [...names, ...members.map(({ phrase }) => phrase)]),
    ].join(' ');
    expect(correctSpelling(words)).toBe(words);
    expect(correctSpelling('hose house shade these three spot plating bench')).toBe(
      'hose house shade these three spot plating bench',
    );
  });
});

it('knows what a state excludes', () => {
  expect(oppositesOf('open')).toEqual(['closed']);
  expect(oppositesOf('happy')).toContain('sad');
  expect(oppositesOf('quux')).toEqual([]);
});

it('knows what is done with what', () => {
  const first = (predicate: string) => objectsOf(predicate)?.map(({ answer }) => answer);
  expect(first('eating')).toContain('pizza');
  expect(first('riding')).toContain('horse');
  expect(first('made of')).toContain('wood');
  expect(first('in the sky')).toContain('kite');
  expect(first('pondering')).toBeUndefined();
});
