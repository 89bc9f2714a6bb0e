import { type Embedding, type SeenPicture, type TextEncoder, toUnitLength } from '../../src/clip/embedding.ts';
import type { Region } from '../../src/images/region.ts';
import { singularise } from '../../src/vqa/grammar.ts';

/**
 * An encoder that hears exactly the given words and nothing else: each has an axis of its own, in either number, and
 * the last axis is the same for all texts. A picture is what its words are. Small, exact and honest: what it does not
 * hear, it cannot tell apart.
 */
export function bagOfWords(...heard: readonly string[]): TextEncoder & {
  /** A picture of these words; a region of it shows what is given for it, and else all of them; `on`: what stands on anything. */
  picture(words: string, regions?: Readonly<Partial<Record<Region | 'on', string>>>): SeenPicture;
} {
  const axes = new Map(heard.map((word, at) => [word, at]));
  const embed = (text: string): Embedding => {
    const vector = new Float32Array(heard.length + 1);
    for (const word of text.toLowerCase().split(/[^a-z0-9-]+/)) {
      const axis = axes.get(word) ?? axes.get(singularise(word));
      if (axis !== undefined) vector[axis] = 1;
    }
    vector[heard.length] = 0.5;
    return toUnitLength(vector);
  };
  return {
    logitScale: 30,
    encodeTexts: async (prompts) => prompts.map(embed),
    picture: (words, regions = {}) => ({
      embedding: embed(words),
      look: async (region) => embed(regions[region] ?? words),
      lookOn: async () => (regions.on === undefined ? undefined : embed(regions.on)),
    }),
  };
}
