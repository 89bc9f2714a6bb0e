import { stem } from './words.ts';

const LONGEST_QUESTION = 24;
const LONGEST_PREFIX = 5;
const LONGEST_GRAM = 4;
const LONG_WORD = 5;
const LENGTHS = 12;

/**
 * What the answer prior looks at in a question's words: runs of one to four, beginnings, the first two words with each later
 * one, pairs of content words, and the ends of long words. Each is a text; some may repeat. As
 * `training/answer-prior/features.py` does it; the model's golden vectors compare the two.
 */
export function questionFeatures(allWords: readonly string[], stopWords: ReadonlySet<string>): readonly string[] {
  const words = allWords.slice(0, LONGEST_QUESTION);
  const stems = words.map(stem);
  const found: string[] = [];
  for (const word of words) found.push(`1${word}`);
  for (const each of stems) found.push(`s${each}`);
  const edged = ['^', ...words, '$'];
  for (let start = 0; start < edged.length; start++) {
    let gram = edged[start] ?? '';
    for (let size = 2; size <= LONGEST_GRAM && start + size <= edged.length; size++) {
      gram += ` ${edged[start + size - 1]}`;
      found.push(`${size}${gram}`);
    }
  }
  for (let size = 1; size <= Math.min(LONGEST_PREFIX, words.length); size++) {
    found.push(`p${words.slice(0, size).join(' ')}`);
  }
  const lead = words.slice(0, 2).join(' ');
  for (const each of stems.slice(2)) found.push(`k${lead} ${each}`);
  const content = stems.filter((_, at) => !stopWords.has(words[at] ?? ''));
  content.forEach((one, at) => {
    for (const other of content.slice(at + 1)) found.push(`c${one} ${other}`);
  });
  found.push(`e${[...words.slice(0, 1), ...stems.slice(-2)].join(' ')}`, `n${Math.min(words.length, LENGTHS)}`);
  for (const word of words) if (word.length >= LONG_WORD) found.push(`<${word.slice(0, 4)}`, `>${word.slice(-3)}`);
  return found;
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo), of an ASCII text: what the model knows a feature by. */
export function featureHash(feature: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < feature.length; at++) value = Math.imul(value ^ feature.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
