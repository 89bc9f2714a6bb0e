import { THINGS } from '../src/vqa/words/things.ts';
import { wordList } from '../src/vqa/words/word-list.ts';

const ADJECTIVES = wordList(
  'red, blue, green, yellow, black, white, brown, orange, pink, purple, gray, big, small, old, new, wet, dry, clean, dirty, broken, wooden, shiny, round, long',
);

/** The most labels there are. */
export const MOST_LABELS = ADJECTIVES.length * THINGS.length;

/**
 * So many different labels from the one of this number on: "red dog", "blue dog". No two numbers give the same one, so that a later
 * stretch is new to every cache. Throws a RangeError past `MOST_LABELS`.
 */
export function labels(count: number, from = 0): readonly string[] {
  if (from + count > MOST_LABELS) throw new RangeError(`there are ${MOST_LABELS} labels, not ${from + count}`);
  return Array.from({ length: count }, (_, i) => {
    const number = from + i;
    const thing = THINGS[Math.floor(number / ADJECTIVES.length)]?.answer ?? '';
    return `${ADJECTIVES[number % ADJECTIVES.length]} ${thing}`;
  });
}
