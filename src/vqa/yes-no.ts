import type { Embedding, TextEncoder } from '../clip/embedding.ts';
import { fillFrames } from './prompts.ts';
import type { Contrast } from './question.ts';
import { ensembleSimilarities } from './rank-candidates.ts';

/** How a yes-no question came out. */
export interface Verdict {
  /** The chance that all that was asked about is so, 0 to 1. */
  readonly yes: number;
  /** The sentence that was asked about. */
  readonly asked: string;
  /** The rival sentence that fits best. */
  readonly rival: string;
}

/**
 * Weighs what was asked against its *typical* rival, never against its negation, and not against the strongest rival
 * either: a picture may hold a dog and a cat, and then both "is there ...?" are to be answered yes.
 * The weakest of several contrasts decides, as all of them must hold.
 */
export async function weigh(
  contrasts: readonly Contrast[],
  picture: Embedding,
  encoder: TextEncoder,
): Promise<Verdict> {
  const verdicts = await Promise.all(contrasts.map((contrast) => weighOne(contrast, picture, encoder)));
  return verdicts.reduce((weakest, verdict) => (verdict.yes < weakest.yes ? verdict : weakest));
}

/** The chance for a yes at a margin, in logits, over the typical rival. */
export function chanceOfYes(margin: number): number {
  return 1 / (1 + Math.exp(-STEEPNESS * (margin - THRESHOLD)));
}

const THRESHOLD = 2.5;
const STEEPNESS = 1;

async function weighOne(
  { frames, asked, rivals }: Contrast,
  picture: Embedding,
  encoder: TextEncoder,
): Promise<Verdict> {
  const askedPrompts = fillFrames(frames, asked.phrase);
  const rivalPrompts = rivals.map(({ phrase }) => fillFrames(frames, phrase));
  const [own = 0, ...others] = await ensembleSimilarities([askedPrompts, ...rivalPrompts], picture, encoder);
  const margin = encoder.logitScale * (own - typical(others));
  const strongest = others.indexOf(Math.max(...others));
  return {
    yes: chanceOfYes(margin),
    asked: askedPrompts[0] ?? asked.phrase,
    rival: rivalPrompts[strongest]?.[0] ?? '',
  };
}

/** The median: one other thing in the picture does not move it. With two rivals or one it is their mean. */
export function typical(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] as number) + (sorted[Math.floor(middle)] as number)) / 2;
}
