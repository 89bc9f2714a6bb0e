import type { Family } from '../answer.ts';
import type { ConfidenceTable } from '../clip/embedding.ts';
import type { Evidence } from './evidence.ts';

/** How far a best answer can be trusted. */
export interface Confidence {
  /** The chance that the answer is right, 0 to 1. */
  readonly confidence: number;
  readonly sure: boolean;
}

/**
 * The confidence in a family's best answer, given its share of the probability; `weak` where ranking could not tell.
 *
 * The share becomes the chance that the answer is right by the checkpoint's own table, where it has one: isotonic regression
 * (Zadrozny and Elkan 2002) on questions that were asked for this alone (`training/calibrate.ts`). Other checkpoints' shares
 * are taken as they are.
 */
export function confidenceIn(
  family: Family,
  bestScore: number,
  weak: boolean,
  { encoder, scoring }: Pick<Evidence, 'encoder' | 'scoring'>,
): Confidence {
  const table = scoring.calibration ? encoder.calibration : undefined;
  const right = table ? calibrated(bestScore, family, table) : bestScore;
  const guesses = family === 'count' && scoring.ceilings && !table?.count;
  const ceiling = weak ? WEAK_CEILING : guesses ? COUNT_CEILING : 1;
  const confidence = Math.min(right, ceiling, SUREST);
  return { confidence, sure: !weak && confidence >= SURE_FROM };
}

/** Nothing is certain, however many answers of such a share were right. */
const SUREST = 0.99;

/** Where nothing is known about the words of a question, its best answer is a guess. */
const WEAK_CEILING = 0.4;

/**
 * By a checkpoint whose counting was not measured, no number is claimed with more confidence. The full CLIP counts to ten
 * right 32 times in a hundred (CountBench, arXiv 2302.12066).
 */
const COUNT_CEILING = 0.8;

/** From here on the answer is more often right than not. */
const SURE_FROM = 0.5;

/** Between the table's points in a straight line, and level beyond its ends. */
function calibrated(share: number, family: Family, table: ConfidenceTable): number {
  const points = table[family] ?? table.all ?? [];
  const above = points.findIndex(([at]) => at >= share);
  const [last] = points.slice(-1);
  if (above < 0) return last?.[1] ?? share;
  const [at, right] = points[above] as readonly [number, number];
  const before = points[above - 1];
  if (!before) return right;
  return before[1] + ((share - before[0]) / (at - before[0] || 1)) * (right - before[1]);
}
