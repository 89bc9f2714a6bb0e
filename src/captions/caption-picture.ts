import type { Embedding, TextEncoder } from '../clip/embedding.ts';
import { composeCaption } from './compose-caption.ts';
import { rankScenes } from './rank-scenes.ts';

/** A caption and the ones it was chosen from. */
export interface CaptionedPicture {
  /** One sentence, with its capital and its full stop. */
  readonly caption: string;
  /** Best first; the scores add up to 1. The caption is the first of them. */
  readonly candidates: readonly { readonly caption: string; readonly score: number }[];
}

/** Said where nothing is recognised. */
export const MODEST_CAPTION = 'A picture of something I can\u2019t make out.';

/**
 * Captions a picture by ranking: which thing, then, each only where it is clear, how many, what colour, doing what, and
 * where. The parts are put into a grammatical sentence, never into a list of tags: a CLIP score keeps rising as tags are
 * appended, so it cannot tell when to stop.
 */
export async function captionPicture(picture: Embedding, encoder: TextEncoder): Promise<CaptionedPicture> {
  const scenes = await rankScenes(picture, encoder);
  const guesses = scenes.map(({ scene, share }) => ({ caption: composeCaption(scene), score: share }));
  const [best] = guesses;
  const clear = best?.score ?? 0;
  const candidates =
    clear >= NAME_FROM
      ? shared(guesses, 1)
      : [{ caption: MODEST_CAPTION, score: 1 - clear }, ...shared(guesses, clear)];
  return { caption: candidates[0]?.caption ?? MODEST_CAPTION, candidates };
}

/** The likeliest thing's share of the probability among all things from which it is named. */
const NAME_FROM = 0.3;

/** The guesses with their scores scaled to add up to `total`. */
function shared(guesses: CaptionedPicture['candidates'], total: number): CaptionedPicture['candidates'] {
  const sum = guesses.reduce((all, { score }) => all + score, 0);
  return guesses.map((guess) => ({ ...guess, score: (guess.score / sum) * total }));
}
