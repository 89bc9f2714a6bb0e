import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A noun synset of WordNet: one meaning, and the words for it. */
export interface Synset {
  readonly offset: string;
  /** The lexicographer's file, by its number: 5 is noun.animal, 18 noun.person (wn lexnames(5WN)). */
  readonly file: number;
  /** As WordNet spells them, spaces for underscores: "German shepherd". */
  readonly words: readonly string[];
  readonly gloss: string;
  /** Offsets of the broader synsets; instances (the Nile is a river) are not among them. */
  readonly above: readonly string[];
  /** Offsets of the narrower synsets. */
  readonly below: readonly string[];
  /** Offsets of the synsets of the usage that it is marked with: "ethnic slur", "trademark". */
  readonly usage: readonly string[];
  /** Whether it is an instance: one river, one person. */
  readonly instance: boolean;
}

/** The nouns of WordNet. */
export interface WordNet {
  readonly synsets: ReadonlyMap<string, Synset>;
  /** The synsets of a lower-case word, the most frequent sense first. */
  sensesOf(word: string): readonly Synset[];
  /** How often people who tagged texts met this word in this sense. */
  tagCount(word: string, offset: string): number;
  /** How often they met it as a verb, an adjective or an adverb. */
  otherTagCount(word: string): number;
  /** WordNet's licence, as its files carry it. */
  readonly licence: string;
}

/** Reads WordNet's noun files (wndb(5WN), senseidx(5WN)) out of a folder. */
export function readWordNet(folder: string): WordNet {
  const lines = (file: string) => readFileSync(join(folder, file), 'utf8').split('\n');
  const data = lines('data.noun');
  const synsets = new Map(
    data.filter((line) => /^\d/.test(line)).map((line) => [line.slice(0, 8), readSynset(line)] as const),
  );
  const senses = new Map<string, readonly string[]>();
  for (const line of lines('index.noun')) {
    if (line === '' || line.startsWith(' ')) continue;
    const fields = line.trim().split(' ');
    senses.set(spaced(fields[0] ?? ''), fields.slice(-Number(fields[2])));
  }
  const tags = new Map<string, number>();
  const otherTags = new Map<string, number>();
  for (const line of lines('index.sense')) {
    const [key = '', offset = '', , count = '0'] = line.split(' ');
    const [lemma = '', sense = ''] = key.split('%');
    const word = spaced(lemma);
    if (sense.startsWith(NOUN)) tags.set(`${word}\t${offset}`, Number(count));
    else otherTags.set(word, (otherTags.get(word) ?? 0) + Number(count));
  }
  return {
    synsets,
    sensesOf: (word) => (senses.get(word) ?? []).flatMap((offset) => synsets.get(offset) ?? []),
    tagCount: (word, offset) => tags.get(`${word.toLowerCase()}\t${offset}`) ?? 0,
    otherTagCount: (word) => otherTags.get(word.toLowerCase()) ?? 0,
    licence: data
      .filter((line) => /^ {2}\d+ /.test(line))
      .map((line) => line.replace(/^ {2}\d+ /, '').trimEnd())
      .join('\n')
      .trim(),
  };
}

/** What the sense keys of nouns start with after the percent sign. */
const NOUN = '1:';

const spaced = (lemma: string): string => lemma.replaceAll('_', ' ');

function readSynset(line: string): Synset {
  const [fields = '', gloss = ''] = line.split(' | ');
  const [offset = '', file = '', , count = '', ...rest] = fields.split(' ');
  const words = Number.parseInt(count, 16);
  const pointers = rest.slice(2 * words + 1);
  const targets = (...symbols: readonly string[]) =>
    pointers.flatMap((field, at) =>
      at % 4 === 0 && symbols.includes(field) && pointers[at + 2] === 'n' ? [pointers[at + 1] ?? ''] : [],
    );
  return {
    offset,
    file: Number(file),
    words: Array.from({ length: words }, (_, at) => spaced(rest[2 * at] ?? '')),
    gloss: gloss.trim(),
    above: targets('@'),
    below: targets('~'),
    usage: targets(';u'),
    instance: targets('@i').length > 0,
  };
}
