import type { Held } from '../answer.ts';
import { type Embedding, meanEmbedding, type SeenPicture, type TextEncoder } from '../clip/embedding.ts';
import { ensembleProducts } from '../clip/ensemble-means.ts';
import { opposite } from '../images/region.ts';
import type { Part } from './question.ts';
import type { Scoring } from './scoring.ts';

/** What sentences are held against, who reads them, and which steps of scoring are taken. */
export interface Evidence {
  readonly picture: SeenPicture;
  readonly encoder: TextEncoder;
  readonly scoring: Scoring;
}

/** A picture as sentences are held against it. */
export interface View {
  /** The embedding of the picture, or of the region that is looked at, of unit length. */
  readonly seen: Embedding;
  /** What sentences are ranked by: that, less what it has in common with others. Not of unit length. */
  readonly direction: Float32Array;
}

/**
 * How much of a sentence's mean similarity to the reference pictures is subtracted from its similarity to this one. NNN
 * recommends 0.75 of the mean over the nearest 128; here it is the mean over all, which costs nothing: the mean of dot
 * products is the dot product with the mean, so that it is the picture that is moved.
 *
 * On `training/validation` 0.3 was better than 0.4, 0.6 and 1, and brings 0.4 points over 0 (88.5 against 88.1 % of 1,144
 * questions). That is little: on the evaluation set it costs as much (docs/ablation.md).
 */
export const BIAS_SHARE = 0.3;

/** How much of a region's evidence is what the opposite region lacks: what sticks out of both belongs to neither. */
const OPPOSITE_SHARE = 0.3;

/** The picture as a question looks at it: all of it, the region that it names, or what is on the thing that it names. */
export async function viewOf(part: Part | undefined, { picture, encoder, scoring }: Evidence): Promise<View> {
  const { region, on } = (scoring.crops && part) || {};
  const { embedding } = picture;
  const viewed = (seen: Embedding, direction: Float32Array = seen, weight = 1): View => ({
    seen,
    direction: scoring.bias ? unbiased(direction, encoder, weight) : direction,
  });
  const upon = on && (await picture.lookOn(on));
  // What lies on a table may be before what was taken for the table: all of the picture counts as much.
  if (upon) return viewed(on.surface ? meanEmbedding([upon, embedding]) : upon);
  if (region === undefined) return viewed(embedding);
  const across = opposite(region);
  const [own, other] = await Promise.all([picture.look(region), across && picture.look(across)]);
  if (!other) return viewed(own);
  const direction = own.map((x, i) => x - OPPOSITE_SHARE * (other[i] as number));
  return viewed(own, direction, 1 - OPPOSITE_SHARE);
}

/**
 * Without what it has in common with just any picture, as far as the encoder knows that. `weight` is how much of pictures there is in
 * the direction.
 */
export function unbiased(
  direction: Float32Array,
  { reference }: Pick<TextEncoder, 'reference'>,
  weight = 1,
): Float32Array {
  if (!reference) return direction;
  return direction.map((x, i) => x - BIAS_SHARE * weight * (reference[i] as number));
}

/**
 * The logits of prompt ensembles, in nats: logit scale times the direction's dot product with the mean unit embedding of
 * each list of prompts.
 */
export async function logitsOf(
  ensembles: readonly (readonly string[])[],
  direction: Float32Array,
  { encoder, scoring }: Pick<Evidence, 'encoder' | 'scoring'>,
): Promise<readonly number[]> {
  const read = scoring.ensembles ? ensembles : ensembles.map((ensemble) => ensemble.slice(0, 1));
  const products = await ensembleProducts(read, direction, encoder);
  return products.map((product) => encoder.logitScale * product);
}

/**
 * What the logits of prompt ensembles, as `logitsOf` gave them for the view's direction, are made of. The ensembles'
 * embeddings are at hand by then: it costs a dot product each.
 */
export async function heldOf(
  ensembles: readonly (readonly string[])[],
  logits: readonly number[],
  { seen, direction }: View,
  evidence: Pick<Evidence, 'encoder' | 'scoring'>,
): Promise<readonly Held[]> {
  const { logitScale } = evidence.encoder;
  const raw = seen === direction ? logits : await logitsOf(ensembles, seen, evidence);
  return raw.map((whole, at) => ({
    similarity: whole / logitScale,
    bias: (whole - (logits[at] as number)) / logitScale,
  }));
}
