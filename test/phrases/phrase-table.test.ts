import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { kindOf } from '../../src/captions/compose-caption.ts';
import { parseTable, phrasesOf, type TableName } from '../../src/phrases/phrase-table.ts';

const FOLDER = new URL('../../src/phrases/tables/', import.meta.url);
const TABLES = readdirSync(FOLDER).map((file) => file.replace(/\.txt$/, '') as TableName);
const PREPOSITION = /^(?:in|on|at|by|under|among) [a-z]|^downtown$/;

describe('the tables', () => {
  test.each(TABLES)('%s begins with where its phrases come from, and has only sound lines', (table) => {
    expect(readFileSync(new URL(`${table}.txt`, FOLDER), 'utf8')).toMatch(/^# .{20}/);
    expect(phrasesOf(table).length).toBeGreaterThanOrEqual(5);
  });

  it('name at least 150 places, each once, under a roof or under the sky', () => {
    const places = [...phrasesOf('places-indoors'), ...phrasesOf('places-outdoors')];
    expect(places.length).toBeGreaterThanOrEqual(150);
    expect(new Set(places).size).toBe(places.length);
  });

  test.each(['places-indoors', 'places-outdoors', 'times', 'weather', 'styles'] as const)(
    '%s begin with a preposition',
    (table) => {
      expect(phrasesOf(table).filter((phrase) => !PREPOSITION.test(phrase))).toEqual([]);
    },
  );

  it('lead from every kind of picture to what it shows', () => {
    const kinds = [...phrasesOf('kinds'), ...phrasesOf('kinds-worth-naming')];
    expect(kinds.filter((kind) => !/ (?:of|with|about|for)$/.test(kind))).toEqual([]);
    expect(new Set(kinds.map(kindOf)).size).toBe(kinds.length);
  });

  it('say what people and animals do by an -ing word', () => {
    const doings = [...phrasesOf('activities'), ...phrasesOf('animal-activities')];
    expect(doings.filter((doing) => !/^(?:[a-z]+ )?[a-z]+ing\b/.test(doing))).toEqual([]);
  });
});

it('is read with the line ends of Windows, too', () => {
  expect(parseTable('# source\r\non the beach\r\nat night\r\n', 'x.txt')).toEqual(['on the beach', 'at night']);
});

test.each([
  ['a capital', '# source\non the beach\nAt night\n', 'x.txt, line 3: "At night" is no phrase'],
  ['an empty line', 'on the beach\n\nat night\n', 'x.txt, line 2: "" is no phrase'],
  ['a space too many', 'on  the beach\n', 'x.txt, line 1'],
  ['a phrase twice', 'at night\non the beach\nat night\n', 'x.txt, line 3: "at night" is there twice'],
])('a table with %s is refused with its line', (_, text, message) => {
  expect(() => parseTable(text, 'x.txt')).toThrow(message);
});
