import { wordList } from '../vqa/words/word-list.ts';

/** A set of names, one bit each: two sets have a name in common where `a & b` is not `0n`. */
export type NameSet = bigint;

/** The set of whatever there is: what a phrase leaves possible that limits nothing. */
export const ANY: NameSet = -1n;

/** Phrases, what they leave possible, and what of it they do not after all; each a comma-separated list. */
export type Row = readonly [phrases: string, possible: string, but?: string];

/** Names in groups, and what phrases leave possible of them. */
export interface Names {
  /** Every name, without the groups, and the set of it alone. */
  readonly each: ReadonlyMap<string, NameSet>;
  /**
   * What each phrase leaves possible. Throws an Error that says which word of a list is neither a name nor a group, or which
   * phrase is in two rows.
   */
  readonly possible: (rows: readonly Row[]) => ReadonlyMap<string, NameSet>;
}

/** The names of groups, which are comma-separated lists. What a group lists is a name, or a group in turn. */
export function namesIn(groups: Readonly<Record<string, string>>): Names {
  const names = [...new Set(Object.values(groups).flatMap(wordList))].filter((word) => !Object.hasOwn(groups, word));
  const sets = new Map<string, NameSet>();
  const each = new Map(names.map((name, at) => [name, 1n << BigInt(at)]));
  return {
    each,
    possible: (rows) => {
      const found = new Map<string, NameSet>();
      for (const [phrases, list, but = ''] of rows) {
        const set = setOf(list) & ~setOf(but);
        for (const phrase of new Set(wordList(phrases))) {
          if (found.has(phrase)) throw new Error(`"${phrase}" is in two rows`);
          found.set(phrase, set);
        }
      }
      return found;
    },
  };

  function setOf(list: string): NameSet {
    const set =
      sets.get(list) ?? wordList(list).reduce((made, word) => made | (each.get(word) ?? setOf(groupCalled(word))), 0n);
    sets.set(list, set);
    return set;
  }

  function groupCalled(word: string): string {
    const group = groups[word];
    if (group === undefined) throw new Error(`"${word}" is neither a name nor a group of names`);
    return group;
  }
}
