import type { TextEncoder } from '../clip/embedding.ts';
import { isReadable } from '../vqa/readable.ts';

/** Phrases that exclude each other, and sentences for each. */
export interface PhraseSet {
  readonly phrases: readonly string[];
  /** For each phrase, what stands for it when the phrases are weighed against each other; a few wordings. */
  readonly prompts: readonly (readonly string[])[];
}

/** How a set is made. */
export interface PhraseSetMaking {
  readonly phrases: readonly string[];
  readonly prompts: (phrase: string) => readonly string[];
  /**
   * How many of the phrases the encoder must have read every word of for the set to be of use, 0 to 1: where what the picture
   * shows may well be among those that it has not read, a choice among the rest is a guess.
   */
  readonly leastKnown?: number;
}

/**
 * The set of that name as the encoder can weigh it: without phrases that have words in them that it never read; empty where too few
 * are left. Made once for each encoder's words, so that a set can be told by its identity.
 */
export function phraseSet({ words }: TextEncoder, name: string, make: () => PhraseSetMaking): PhraseSet {
  const sets = SETS.get(words ?? EVERY_WORD) ?? new Map<string, PhraseSet>();
  SETS.set(words ?? EVERY_WORD, sets);
  const made = sets.get(name) ?? readableSet(make(), words);
  sets.set(name, made);
  return made;
}

function readableSet(
  { phrases, prompts, leastKnown = 0 }: PhraseSetMaking,
  words: ReadonlySet<string> | undefined,
): PhraseSet {
  const known = phrases.filter((phrase) => isReadable(phrase, words));
  const used = known.length > 1 && known.length >= leastKnown * phrases.length ? known : [];
  return { phrases: used, prompts: used.map(prompts) };
}

const EVERY_WORD: ReadonlySet<string> = new Set();
const SETS = new WeakMap<ReadonlySet<string>, Map<string, PhraseSet>>();
