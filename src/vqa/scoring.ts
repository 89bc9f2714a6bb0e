/**
 * The steps between a question's candidates and its answer. Each can be left out by name, so that an evaluation can tell
 * what it is worth (`docs/scoring.md` has the table and the sources).
 */
export const SCORING_STEPS = [
  /** Several wordings a candidate, averaged as unit embeddings; without, the first alone (Radford et al. 2021, 3.1.4). */
  'ensembles',
  /** A candidate's mean similarity to reference pictures is subtracted, in part (NNN, arXiv 2410.24114). */
  'bias',
  /** log P(answer | question) is added, in part. */
  'prior',
  /** Yes or no is decided against plausible alternatives; without, against sentences that say nothing (NegBench). */
  'contrasts',
  /** A region that the question names is looked at by itself (ReCLIP, arXiv 2204.05991). */
  'crops',
  /** Where counting was not measured, no number is claimed with more confidence than it deserves (CountBench). */
  'ceilings',
  /** The best candidate's share becomes the chance that it is right, by the checkpoint's own table. */
  'calibration',
] as const;
/** One of `SCORING_STEPS`. */
export type ScoringStep = (typeof SCORING_STEPS)[number];

/** Which steps are taken. */
export type Scoring = Readonly<Record<ScoringStep, boolean>>;

/** All steps, but those that are switched off. */
export function scoringWith(switched: Partial<Scoring> = {}): Scoring {
  const all = Object.fromEntries(SCORING_STEPS.map((step) => [step, true])) as Record<ScoringStep, boolean>;
  return { ...all, ...switched };
}
