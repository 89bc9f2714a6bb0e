import { type Embedding, softmax, type TextEncoder } from '../clip/embedding.ts';
import { ensembleSimilarities } from '../vqa/rank-candidates.ts';
import { composeCaption } from './compose-caption.ts';
import { asPrompt, rankScenes } from './rank-scenes.ts';

/** A caption and the ones it was chosen from. */
export interface CaptionedPicture {
  /** One sentence, with its capital and its full stop. */
  readonly caption: string;
  /** Best first; the scores add up to 1. The caption is the first of them. */
  readonly candidates: readonly { readonly caption: string; readonly score: number }[];
}

/** Said where nothing is recognised. */
export const MODEST_CAPTION = 'A picture of something I can\u2019t make out.';

/** The clarity from which things are named. */
const NAME_FROM = 0.4;

/**
 * Captions a picture by ranking: which thing, then, each only where it makes the sentence fit clearly better, how many,
 * beside what, what colour, doing what, and where. The parts are put into a grammatical sentence, never into a list of
 * tags: a CLIP score keeps rising as tags are appended, so it cannot tell when to stop.
 */
export async function captionPicture(picture: Embedding, encoder: TextEncoder): Promise<CaptionedPicture> {
  const { scenes, clarity } = await rankScenes(picture, encoder);
  const captions = [...new Set(scenes.map(composeCaption))];
  const fits = await ensembleSimilarities(
    captions.map((caption) => [asPrompt(caption)]),
    picture,
    encoder,
  );
  const scores = softmax(fits.map((fit) => encoder.logitScale * fit));
  const ranked = captions
    .map((caption, at) => ({ caption, score: scores[at] as number }))
    .sort((a, b) => b.score - a.score);
  const candidates = clarity < NAME_FROM ? modestly(ranked, clarity) : ranked;
  return { caption: candidates[0]?.caption ?? MODEST_CAPTION, candidates };
}

/** Nothing is clear: the guesses stay to be seen, behind a caption that claims none of them. */
function modestly(guesses: CaptionedPicture['candidates'], clarity: number): CaptionedPicture['candidates'] {
  return [
    { caption: MODEST_CAPTION, score: 1 - clarity },
    ...guesses.map((guess) => ({ ...guess, score: guess.score * clarity })),
  ];
}
