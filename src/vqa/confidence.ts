import type { Family } from '../answer.ts';

/** How sure an answer may claim to be, and whether to say it plainly. */
export interface Confidence {
  /** The chance that the answer is right, 0 to 1. */
  readonly confidence: number;
  readonly sure: boolean;
}

/** The confidence in a family's best answer, given its share of the probability. `weak` where the question was beyond ranking. */
export function confidenceIn(family: Family, bestScore: number, weak: boolean): Confidence {
  const confidence = weak ? Math.min(bestScore, WEAK_CEILING) : bestScore;
  return { confidence, sure: !weak && confidence >= SURE_FROM[family] };
}

const WEAK_CEILING = 0.4;

const SURE_FROM: Readonly<Record<Family, number>> = {
  'yes-no': 0.6,
  count: 0.5,
  colour: 0.5,
  choice: 0.6,
  kind: 0.5,
  thing: 0.4,
  activity: 0.4,
  place: 0.4,
};
