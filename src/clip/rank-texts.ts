import { UserError } from '../user-error.ts';
import type { Embedding, TextEncoder } from './embedding.ts';
import { ensembleProducts } from './ensemble-means.ts';
import { scoresOf } from './scores.ts';

/** How many texts can be ranked at once; Discord shows no more options in a menu. */
export const MAX_TEXTS_TO_RANK = 25;
/** How long each may be, in characters. Longer ones exceed what CLIP reads. */
export const MAX_TEXT_LENGTH = 200;

/** A text with how well it fits the picture. */
export interface RankedText {
  readonly text: string;
  /**
   * 0 to 1: its share among the texts given, or, of a checkpoint that scores by sigmoid, how well it fits by itself.
   */
  readonly score: number;
  /** Cosine of the two embeddings, -1 to 1. */
  readonly similarity: number;
}

/**
 * Ranks texts by how well they fit a picture, best first. Each text is its own prompt.
 *
 * @example await rankTexts(distinctTexts(['a cat', 'a dog']), (await clip.encodePicture(file)).embedding, clip)
 */
export async function rankTexts(
  texts: readonly string[],
  picture: Embedding,
  encoder: TextEncoder,
): Promise<RankedText[]> {
  const similarities = await ensembleProducts(
    texts.map((text) => [text]),
    picture,
    encoder,
  );
  const scores = scoresOf(similarities, encoder);
  return texts
    .map((text, i) => ({ text, score: scores[i] as number, similarity: similarities[i] as number }))
    .sort((a, b) => b.similarity - a.similarity);
}

/**
 * What a person gave to be ranked, fit for ranking: trimmed, and texts that differ in nothing but case or spacing,
 * which CLIP does not see, once. Throws a UserError (`texts-invalid`) unless there are 1 to 25 texts of 1 to 200
 * characters.
 */
export function distinctTexts(texts: readonly string[]): string[] {
  if (texts.length === 0) throw invalid('Give me at least one text to rank.');
  if (texts.length > MAX_TEXTS_TO_RANK) {
    throw invalid(`That is ${texts.length} texts; I rank up to ${MAX_TEXTS_TO_RANK} at once.`);
  }
  const distinct = new Map<string, string>();
  for (const [i, raw] of texts.entries()) {
    const text = raw.trim();
    if (text === '') throw invalid(`Text ${i + 1} is empty. Leave it out or fill it in.`);
    const length = [...text].length;
    if (length > MAX_TEXT_LENGTH) {
      throw invalid(`Text ${i + 1} has ${length} characters; keep each to ${MAX_TEXT_LENGTH}.`);
    }
    const key = text.toLowerCase().replaceAll(/\s+/g, ' ');
    if (!distinct.has(key)) distinct.set(key, text);
  }
  return [...distinct.values()];
}

const invalid = (message: string) => new UserError('texts-invalid', message);
