import { singularise } from '../../src/vqa/grammar.ts';
import { wordList } from '../../src/vqa/words/word-list.ts';
import type { Evidence } from './evidence.ts';
import { isUnfit, plainWord, visibleSynsets } from './scope.ts';
import type { WordNet } from './wordnet.ts';

/** Fewer answers are chance, or a slip. */
const LEAST_ANSWERS = 3;

/**
 * Words for the same visible thing, each with the one of its synset that people answer most: only words that people answer, and
 * whose first sense this is.
 */
export function synonyms(net: WordNet, evidence: Evidence): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const offset of visibleSynsets(net)) {
    const synset = net.synsets.get(offset);
    if (!synset || isUnfit(synset, net)) continue;
    const words = synset.words
      .flatMap((word) => plainWord(word, synset, net) ?? [])
      .filter(
        (word) =>
          net.sensesOf(word)[0]?.offset === offset &&
          singularise(word) === word &&
          net.otherTagCount(word) <= net.tagCount(word, offset) + 2 &&
          evidence.answers(word) >= LEAST_ANSWERS,
      )
      .sort((a, b) => evidence.answers(b) - evidence.answers(a));
    const [most, ...others] = words;
    for (const word of others) if (most !== undefined && !DIFFERENT.has(word)) found.set(word, most);
  }
  return found;
}

/**
 * Left out after reading the list: narrower ("double-decker" is a bus), of another meaning where people answer it ("plate" is home
 * plate to WordNet first), counted as the singular of something else ("grocery"), or said otherwise by src/vqa/words/synonyms.ts.
 */
const DIFFERENT: ReadonlySet<string> = new Set(
  wordList(`farm animal, elk, double-decker, police car, fencing, horseback riding, home plate, denim, bike, pantry, lounge, john, mitt,
  hot chocolate, sucker, depot, baseball glove, baseball mitt, chips, rug, grocery store, wall hanging, pickup truck, railing, blue green,
  baseball game, hall, instructor, photograph, barbeque, panda bear, freight, cobble, tinfoil`),
);
