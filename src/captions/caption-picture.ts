import { type Embedding, softmax, type TextEncoder } from '../clip/embedding.ts';
import { fillFrames } from '../vqa/prompts.ts';
import { ensembleSimilarities } from '../vqa/rank-candidates.ts';
import { THING_TEMPLATES } from '../vqa/words/categories.ts';
import { THINGS } from '../vqa/words/things.ts';
import { composeCaption, type Scene } from './compose-caption.ts';
import { extensionsOf } from './slots.ts';

/** A caption and the ones it was chosen from. */
export interface CaptionedPicture {
  /** One sentence, with its capital and its full stop. */
  readonly caption: string;
  /** Best first; the scores add up to 1. The caption is the first of them. */
  readonly candidates: readonly { readonly caption: string; readonly score: number }[];
}

/** So many of the best-fitting things each get a sentence. */
const SUBJECTS = 4;

/** The best thing's share of the probability among all things from which it is named. */
export const NAME_FROM = 0.25;

/** Said where nothing is recognised. */
export const MODEST_CAPTION = 'A picture of something I can\u2019t make out.';

/**
 * Captions a picture by ranking: which thing, then, each only where it makes the sentence fit clearly better, how many,
 * what colour, doing what, and where. The parts are put into a grammatical sentence, never into a list of tags.
 */
export async function captionPicture(picture: Embedding, encoder: TextEncoder): Promise<CaptionedPicture> {
  const cosines = await ensembleSimilarities(
    THINGS.map(({ phrase }) => fillFrames(THING_TEMPLATES, phrase)),
    picture,
    encoder,
  );
  const shares = softmax(cosines.map((cosine) => encoder.logitScale * cosine));
  const subjects = THINGS.map(({ answer }, at) => ({ answer, share: shares[at] as number }))
    .sort((a, b) => b.share - a.share)
    .slice(0, SUBJECTS);
  const scenes = await Promise.all(subjects.map(({ answer }) => extend({ thing: answer }, picture, encoder)));
  const captions = [...new Set(scenes.map(composeCaption))];
  const fits = await ensembleSimilarities(
    captions.map((caption) => [asPrompt(caption)]),
    picture,
    encoder,
  );
  const scores = softmax(fits.map((fit) => encoder.logitScale * fit));
  const candidates = captions
    .map((caption, at) => ({ caption, score: scores[at] as number }))
    .sort((a, b) => b.score - a.score);
  const bestShare = subjects[0]?.share ?? 0;
  if (bestShare < NAME_FROM) return modestly(candidates, bestShare);
  return { caption: candidates[0]?.caption ?? MODEST_CAPTION, candidates };
}

/** Adds one slot after another, each only if its best filler fits clearly better than going without. */
async function extend(scene: Scene, picture: Embedding, encoder: TextEncoder): Promise<Scene> {
  let current = scene;
  for (const options of [extensionsOf.number, extensionsOf.colour, extensionsOf.activity, extensionsOf.place]) {
    const choices = options(current);
    if (choices.length === 0) continue;
    const [plain = 0, ...fits] = await ensembleSimilarities(
      [current, ...choices].map((choice) => [asPrompt(composeCaption(choice))]),
      picture,
      encoder,
    );
    const best = fits.indexOf(Math.max(...fits));
    const gain = encoder.logitScale * ((fits[best] as number) - plain);
    if (gain >= CLEAR_GAIN) current = choices[best] as Scene;
  }
  return current;
}

/** In logits: how much better a sentence with one more part must fit for that part to be said. */
const CLEAR_GAIN = 1;

/** Nothing is clear: the guesses stay to be seen, behind a caption that claims none of them. */
function modestly(guesses: CaptionedPicture['candidates'], bestShare: number): CaptionedPicture {
  const candidates = guesses.map((guess) => ({ ...guess, score: guess.score * bestShare }));
  return { caption: MODEST_CAPTION, candidates: [{ caption: MODEST_CAPTION, score: 1 - bestShare }, ...candidates] };
}

/** The sentence as the encoders were trained on sentences: lower case, no full stop. */
function asPrompt(caption: string): string {
  return caption.toLowerCase().replace(/\.$/, '');
}
