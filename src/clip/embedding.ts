import type { Scoring } from '../../models/catalogue.ts';
import type { PictureSize } from '../images/framing.ts';
import type { Box, Region } from '../images/region.ts';

/** The vector that a CLIP tower gives for a picture or a prompt, scaled to unit length: `Float32Array[dimension]`. */
export type Embedding = Float32Array;

/** A picture as the vision tower saw it: an animation by up to three of its frames, as the mean of their embeddings. */
export interface EncodedPicture {
  /** Of unit length. */
  readonly embedding: Embedding;
  /**
   * False where the picture, or half of its frames or more, does not look like those that the checkpoint was trained on,
   * so that its embedding means little. A checkpoint that cannot tell calls every picture familiar.
   */
  readonly familiar: boolean;
}

/** Overlapping crops of one picture as the vision tower saw them; of an animation, of its first frame. */
export interface EncodedCrops {
  /** The upright picture, in pixels. */
  readonly picture: PictureSize;
  /** Where the crops lie in it, in its pixels, which they may split. */
  readonly boxes: readonly Box[];
  /** Their unit embeddings one after the other: `Float32Array[boxes.length * dimension]`. */
  readonly embeddings: Float32Array;
}

/** A picture that can be looked at as a whole and, at the price of a further encoding, region by region. */
export interface SeenPicture {
  /** Of the whole picture. */
  readonly embedding: Embedding;
  /** Of a region alone. */
  look(region: Region): Promise<Embedding>;
  /** Of what is on a thing, which is looked for in crops; undefined where the thing is not found. */
  lookOn(support: Support): Promise<Embedding | undefined>;
}

/** A thing on which something is. */
export interface Support {
  /** "table". */
  readonly thing: string;
  /** Whether what is on it is seen before it, too, as on a table; on top of a house it is above it alone. */
  readonly surface: boolean;
}

/** Turns prompts into unit embeddings, in the order given. What is already cached costs a look-up. */
export interface TextEncoder {
  /** What the cosine is multiplied by before the softmax or sigmoid: the checkpoint's learned `exp(logit_scale)`. */
  readonly logitScale: number;
  /** What is then added: 0 where it is absent. A softmax does not see it. */
  readonly logitBias?: number | undefined;
  /**
   * How texts or pictures that are held against each other are scored: by `softmax` where it is absent. The candidates of a
   * question exclude each other, so that they are weighed by a softmax whatever this says.
   */
  readonly scoring?: Scoring | undefined;
  /** The mean of many reference pictures' unit embeddings, where it is known; shorter than unit length. */
  readonly reference?: Float32Array | undefined;
  /** Every word that it was trained on, in lower case, where that is known. */
  readonly words?: ReadonlySet<string> | undefined;
  /** How often answers of a share turned out right, where that was measured; see src/vqa/confidence.ts. */
  readonly calibration?: ConfidenceTable | undefined;
  encodeTexts(prompts: readonly string[]): Promise<readonly Embedding[]>;
}

/** By family: the best candidate's shares, rising, each with the share of answers that were right there. */
export type ConfidenceTable = Readonly<Record<string, readonly (readonly [share: number, right: number])[]>>;

/** The cosine of two unit embeddings, in [-1, 1]. Throws a RangeError if their dimensions differ. */
export function similarity(a: Embedding, b: Embedding): number {
  if (a.length !== b.length)
    throw new RangeError(`embeddings of ${a.length} and ${b.length} dimensions do not compare`);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** A copy of the vector, scaled to unit length. A zero vector stays zero. */
export function toUnitLength(vector: Float32Array): Embedding {
  let squares = 0;
  for (const x of vector) squares += x * x;
  const norm = Math.sqrt(squares) || 1;
  return vector.map((x) => x / norm);
}

/**
 * The prompt ensemble of one candidate: the mean of its prompts' unit embeddings, scaled to unit length again
 * (Radford et al. 2021, section 3.1.4). Throws a RangeError for an empty list.
 */
export function meanEmbedding(embeddings: readonly Embedding[]): Embedding {
  const [first] = embeddings;
  if (!first) throw new RangeError('the mean of no embeddings is not defined');
  const sum = new Float32Array(first.length);
  for (const embedding of embeddings) {
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (embedding[i] as number);
  }
  return toUnitLength(sum);
}

/** Vectors of the same length one after the other: `Float32Array[count * length]`. */
export function joined(vectors: readonly Float32Array[]): Float32Array {
  const length = vectors[0]?.length ?? 0;
  const all = new Float32Array(vectors.length * length);
  vectors.forEach((vector, i) => {
    all.set(vector, i * length);
  });
  return all;
}

/** Probabilities from logits: positive, adding up to 1, in the same order. Shifted by the greatest, so nothing overflows. */
export function softmax(logits: readonly number[]): number[] {
  const greatest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - greatest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
