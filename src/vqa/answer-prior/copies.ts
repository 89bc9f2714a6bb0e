/**
 * Where a question says an answer itself. In one with an "or": just before it, just after it, elsewhere; in one without:
 * anywhere. The numbers are the rows of the model's table. As `training/answer-prior/copies.py` has it.
 */
const MENTION = { beforeOr: 0, afterOr: 1, besideOr: 2, noOr: 3 } as const;

const LONGEST = 3;
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/**
 * The answers of one to three words that are in a question ("is it a cat or a dog?"), each at its first mention: place in
 * the vocabulary -> kind of mention. `places` is the vocabulary by the answers' words, joined by spaces.
 */
export function copiedAnswers(
  words: readonly string[],
  places: ReadonlyMap<string, number>,
): ReadonlyMap<number, number> {
  const or = words.indexOf('or');
  const found = new Map<number, number>();
  for (let start = 0; start < words.length; start++) {
    let text = '';
    for (let end = start + 1; end <= Math.min(start + LONGEST, words.length); end++) {
      text += (text && ' ') + words[end - 1];
      const place = places.get(text);
      if (place !== undefined && !found.has(place)) found.set(place, mentionKind(words, start, end, or));
    }
  }
  return found;
}

function mentionKind(words: readonly string[], start: number, end: number, or: number): number {
  if (or < 0) return MENTION.noOr;
  if (end === or) return MENTION.beforeOr;
  const after = ARTICLES.has(words[or + 1] ?? '') ? or + 2 : or + 1;
  return start === after ? MENTION.afterOr : MENTION.besideOr;
}
