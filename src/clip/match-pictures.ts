import { UserError } from '../user-error.ts';
import { type Embedding, similarity, type TextEncoder } from './embedding.ts';
import { MAX_TEXT_LENGTH } from './rank-texts.ts';
import { scoresOf } from './scores.ts';

/** How many pictures can be matched with a text at once; Discord lets a message have no more attachments. */
export const MAX_PICTURES_TO_MATCH = 10;

/** A picture with how well it fits the text. */
export interface MatchedPicture {
  /** Its place among those given, counted from 0. */
  readonly index: number;
  /**
   * 0 to 1: its share among the pictures given, or, of a checkpoint that scores by sigmoid, how well it fits by itself.
   */
  readonly score: number;
  /** Cosine of the two embeddings, -1 to 1. */
  readonly similarity: number;
}

/**
 * Ranks pictures by how well they fit a text, best first. The text is its own prompt, as in `rankTexts`.
 *
 * @example await matchPictures(textToMatch('a cat', 2), [one.embedding, other.embedding], clip)
 */
export async function matchPictures(
  text: string,
  pictures: readonly Embedding[],
  encoder: TextEncoder,
): Promise<MatchedPicture[]> {
  const [prompt] = await encoder.encodeTexts([text]);
  if (!prompt) throw new Error('no embedding came for the text');
  const similarities = pictures.map((picture) => similarity(prompt, picture));
  const scores = scoresOf(similarities, encoder);
  return similarities
    .map((cosine, index) => ({ index, score: scores[index] as number, similarity: cosine }))
    .sort((a, b) => b.similarity - a.similarity);
}

/**
 * What a person gave to be matched with so many pictures, trimmed. Throws a UserError: `texts-invalid` unless it has 1
 * to 200 characters and there are at most 10 pictures, `no-picture` where there is none.
 */
export function textToMatch(raw: string, pictures: number): string {
  const text = raw.trim();
  if (text === '') throw invalid('Give me a text to match pictures with.');
  const length = [...text].length;
  if (length > MAX_TEXT_LENGTH) {
    throw invalid(`The text has ${length} characters; keep it to ${MAX_TEXT_LENGTH}.`);
  }
  if (pictures === 0) throw new UserError('no-picture', 'Give me at least one picture to match with the text.');
  if (pictures > MAX_PICTURES_TO_MATCH) {
    throw invalid(`That is ${pictures} pictures; I match up to ${MAX_PICTURES_TO_MATCH} at once.`);
  }
  return text;
}

const invalid = (message: string) => new UserError('texts-invalid', message);
