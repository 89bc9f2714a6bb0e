/** How often each n-gram occurs, by the n-gram. */
export type NGramCounts = ReadonlyMap<string, number>;

/** The longest n-grams that captions are compared by: BLEU-4 and CIDEr-D both count those of 1 to 4 words. */
export const LONGEST_N_GRAM = 4;

/** The n-grams of a caption's tokens: `counts[n - 1]` are those of n tokens. */
export function nGramsOf(tokens: readonly string[]): readonly NGramCounts[] {
  return Array.from({ length: LONGEST_N_GRAM }, (_, at) => {
    const counts = new Map<string, number>();
    for (let start = 0; start + at < tokens.length; start++) {
      const nGram = tokens.slice(start, start + at + 1).join(' ');
      counts.set(nGram, (counts.get(nGram) ?? 0) + 1);
    }
    return counts;
  });
}
