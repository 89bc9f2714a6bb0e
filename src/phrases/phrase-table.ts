import { readFileSync } from 'node:fs';

/** The tables in `tables/`, one file each. */
export type TableName =
  | 'activities'
  | 'animal-activities'
  | 'attributes'
  | 'colours'
  | 'kinds'
  | 'kinds-worth-naming'
  | 'materials'
  | 'moods'
  | 'places-indoors'
  | 'places-outdoors'
  | 'styles'
  | 'things'
  | 'times'
  | 'weather';

/**
 * The phrases of a table, in the order of its lines; `#` lines say where they come from. Read at the first use. Throws an Error
 * that names the file and the line where a line is empty, twice there, or not in lower case with single spaces.
 */
export function phrasesOf(table: TableName): readonly string[] {
  const read = TABLES.get(table) ?? readTable(table);
  TABLES.set(table, read);
  return read;
}

const TABLES = new Map<TableName, readonly string[]>();

function readTable(table: TableName): readonly string[] {
  const file = new URL(`./tables/${table}.txt`, import.meta.url);
  return parseTable(readFileSync(file, 'utf8'), `${table}.txt`);
}

/** The phrases in a table's text. `file` names it in an error. Throws as `phrasesOf` does. */
export function parseTable(text: string, file: string): readonly string[] {
  const phrases = new Set<string>();
  for (const [at, line] of text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.startsWith('#')) continue;
    if (!PHRASE.test(line)) throw new Error(`${file}, line ${at + 1}: "${line}" is no phrase in lower case`);
    if (phrases.has(line)) throw new Error(`${file}, line ${at + 1}: "${line}" is there twice`);
    phrases.add(line);
  }
  return [...phrases];
}

/** Words of small letters and digits, with a hyphen or an apostrophe in them and one space between. */
const PHRASE = /^[a-z0-9]+(?:[-' ][a-z0-9]+)*$/;
