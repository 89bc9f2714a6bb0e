import { type Embedding, softmax, type TextEncoder } from '../clip/embedding.ts';
import { fillFrames } from '../vqa/prompts.ts';
import { ensembleSimilarities } from '../vqa/rank-candidates.ts';
import { THING_TEMPLATES } from '../vqa/words/categories.ts';
import { THINGS } from '../vqa/words/things.ts';
import { composeCaption, type Scene } from './compose-caption.ts';
import { SLOTS } from './slots.ts';

/** What may be in the picture, from the likeliest thing on, each with what was clear about it. */
export interface RankedScenes {
  readonly scenes: readonly Scene[];
  /** The share of the probability that the few likeliest things have among all things, 0 to 1. Low where nothing is known. */
  readonly clarity: number;
}

/** So many of the best-fitting things each get a scene. */
const SUBJECTS = 4;

/** A picture may show several things, or one that goes by several names. */
const FEW = 3;

/** So many are tried as what stands beside the subject. */
const COMPANIONS = 8;

/** Ranks things, then tells more about each of the best for as long as it fits clearly better. */
export async function rankScenes(picture: Embedding, encoder: TextEncoder): Promise<RankedScenes> {
  const cosines = await ensembleSimilarities(
    THINGS.map(({ phrase }) => fillFrames(THING_TEMPLATES, phrase)),
    picture,
    encoder,
  );
  const shares = softmax(cosines.map((cosine) => encoder.logitScale * cosine));
  const ranked = THINGS.map(({ answer }, at) => ({ answer, share: shares[at] as number })).sort(
    (a, b) => b.share - a.share,
  );
  const likely = ranked.slice(0, COMPANIONS).map(({ answer }) => answer);
  const scenes = await Promise.all(
    likely.slice(0, SUBJECTS).map((thing) => tellMore({ thing }, likely, picture, encoder)),
  );
  return { scenes, clarity: ranked.slice(0, FEW).reduce((sum, { share }) => sum + share, 0) };
}

/** The sentence as the encoders were trained on sentences: lower case, no full stop. */
export function asPrompt(caption: string): string {
  return caption.toLowerCase().replace(/\.$/, '');
}

/** Fills one slot after another, each only if its best filler fits clearly better than going without. */
async function tellMore(
  scene: Scene,
  likely: readonly string[],
  picture: Embedding,
  encoder: TextEncoder,
): Promise<Scene> {
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
