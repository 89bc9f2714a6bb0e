import type { Family } from '../answer.ts';

/** How sure an answer may claim to be, and whether to say it plainly. */
export interface Confidence {
  /** The chance that the answer is right, 0 to 1. */
  readonly confidence: number;
  readonly sure: boolean;
}

/**
 * The confidence in a family's best answer, given its share of the probability; `weak` where ranking could not tell.
 *
 * The share is taken as it is. On 7,300 questions about 900 drawn pictures that glimpse-mini never saw it came within
 * four points of the share of right answers for every family but place, which claims twelve points too little (yes-no
 * said 82 %, and 86 were right; count 84 and 87, choice 95 and 95, kind 74 and 72, thing 60 and 61, colour 56 and 52).
 */
export function confidenceIn(family: Family, bestScore: number, weak: boolean): Confidence {
  const confidence = weak ? Math.min(bestScore, WEAK_CEILING) : bestScore;
  return { confidence, sure: !weak && confidence >= SURE_FROM[family] };
}

/** Where nothing is known about the words of a question, its best answer is a guess. */
const WEAK_CEILING = 0.4;

/** From here on more than half of the answers to those questions were right (colour: 0.4 to 0.6, 46 %; 0.6 to 0.8, 67 %). */
const SURE_FROM: Readonly<Record<Family, number>> = {
  'yes-no': 0.6,
  count: 0.5,
  colour: 0.6,
  choice: 0.6,
  kind: 0.5,
  thing: 0.4,
  activity: 0.4,
  place: 0.4,
};
