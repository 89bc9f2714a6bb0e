import { readFile } from 'node:fs/promises';

/** Words of captions with their counts, and the names of things that WordNet knows. */
const COUNTED = new URL('../../training/vocabulary/words.tsv', import.meta.url);
const KINDS = new URL('../../models/wordnet/kinds.tsv', import.meta.url);

/**
 * English words in lower case, those of captions first, the most frequent first of all; then others by their letters.
 */
export async function englishWords(): Promise<readonly string[]> {
  const counted = (await readFile(COUNTED, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .sort(([a = '', m], [b = '', n]) => Number(n) - Number(m) || (a < b ? -1 : 1))
    .map(([word = '']) => word);
  const others = (await readFile(KINDS, 'utf8')).match(/[a-z]{2,}/g) ?? [];
  return [...new Set([...counted, ...others.sort()])];
}
