import { type Embedding, softmax, type TextEncoder } from '../clip/embedding.ts';
import { fillFrames } from '../vqa/prompts.ts';
import type { Frame } from '../vqa/question.ts';
import { ensembleSimilarities } from '../vqa/rank-candidates.ts';
import { THING_TEMPLATES } from '../vqa/words/categories.ts';
import { THINGS } from '../vqa/words/things.ts';
import type { Term } from '../vqa/words/word-list.ts';
import { composeCaption, type Scene } from './compose-caption.ts';
import { type Likely, SLOTS, VOCABULARY } from './slots.ts';

/** What may be in the picture, from the likeliest thing on, each with what was clear about it. */
export interface RankedScenes {
  readonly scenes: readonly Scene[];
  /** The share of the probability that the few likeliest things have among all things, 0 to 1. Low where nothing is known. */
  readonly clarity: number;
}

/** So many of the best-fitting things each get a scene. */
const SUBJECTS = 3;

/** A picture may show several things, or one that goes by several names. */
const FEW = 3;

/** So many are tried as what stands beside the subject. */
const COMPANIONS = 8;

/** So many colours, activities and places are tried in a sentence. */
const FILLERS = 3;

/** Ranks things, then tells more about each of the best for as long as it fits clearly better. */
export async function rankScenes(picture: Embedding, encoder: TextEncoder): Promise<RankedScenes> {
  const [things, colours, activities, places] = await Promise.all([
    rankTerms(THINGS, THING_TEMPLATES, picture, encoder),
    rankTerms(VOCABULARY.colours, ['something {}'], picture, encoder),
    rankTerms(VOCABULARY.activities, ['a person {}'], picture, encoder),
    rankTerms(VOCABULARY.places, ['a photo taken {}'], picture, encoder),
  ]);
  const likely: Likely = {
    things: things.slice(0, COMPANIONS).map(({ answer }) => answer),
    colours: colours.slice(0, FILLERS).map(({ phrase }) => phrase),
    activities: activities.slice(0, FILLERS).map(({ phrase }) => phrase),
    places: places.slice(0, FILLERS).map(({ phrase }) => phrase),
  };
  const subjects = things.slice(0, SUBJECTS);
  const scenes = await Promise.all(subjects.map(({ answer }) => tellMore({ thing: answer }, likely, picture, encoder)));
  return { scenes, clarity: things.slice(0, FEW).reduce((sum, { share }) => sum + share, 0) };
}

/** The sentence as the encoders were trained on sentences: lower case, no full stop. */
export function asPrompt(caption: string): string {
  return caption.toLowerCase().replace(/\.$/, '');
}

/** Terms by how well they fit the picture on their own, with prompts that are the same for every picture and so cached. */
async function rankTerms(
  terms: readonly Term[],
  templates: readonly Frame[],
  picture: Embedding,
  encoder: TextEncoder,
) {
  const cosines = await ensembleSimilarities(
    terms.map(({ phrase }) => fillFrames(templates, phrase)),
    picture,
    encoder,
  );
  const shares = softmax(cosines.map((cosine) => encoder.logitScale * cosine));
  return terms.map((term, at) => ({ ...term, share: shares[at] as number })).sort((a, b) => b.share - a.share);
}

/** Fills one slot after another, each only if its best filler fits clearly better than going without. */
async function tellMore(scene: Scene, likely: Likely, picture: Embedding, encoder: TextEncoder): Promise<Scene> {
  let told = scene;
  for (const { fillings, clearGain } of SLOTS) {
    const choices = fillings(told, likely);
    if (choices.length === 0) continue;
    const [plain = 0, ...fits] = await ensembleSimilarities(
      [told, ...choices].map((choice) => [asPrompt(composeCaption(choice))]),
      picture,
      encoder,
    );
    const best = fits.indexOf(Math.max(...fits));
    if (encoder.logitScale * ((fits[best] as number) - plain) >= clearGain) told = choices[best] as Scene;
  }
  return told;
}
