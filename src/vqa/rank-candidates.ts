import type { Weighing } from '../answer.ts';
import { softmax } from '../clip/embedding.ts';
import { type Evidence, heldOf, logitsOf, type View } from './evidence.ts';
import { canonicalAnswer } from './words/synonyms.ts';
import type { Candidate } from './write-prompts.ts';

/** A candidate as the picture ranked it. */
export interface RankedCandidate {
  readonly answer: string;
  /** The first of its prompts. */
  readonly prompt: string;
  /** Share of the probability, 0 to 1; all of them add up to 1. */
  readonly score: number;
  /** Of the best. */
  readonly weighing?: Weighing;
}

/**
 * How much log P(answer | question) counts beside the picture's evidence: both are in nats. Less than 1, for people ask
 * about other pictures than those that the prior was learned from. Of 0, 0.15 and 0.3, the best on `training/validation`, all groups
 * together; for numbers alone 0.2, 0.4 and 0.6 differ by a point.
 */
export const PRIOR_WEIGHT = 0.3;

/**
 * Ranks candidates by how well their prompt ensembles fit the view, best first: a softmax over logit scale times
 * similarity, plus what was known before. Candidates that mean the same, in one number or several, count once, by the better one.
 */
export async function rankCandidates(
  candidates: readonly Candidate[],
  view: View,
  evidence: Evidence,
): Promise<readonly RankedCandidate[]> {
  const fits = await logitsOf(promptsOf(candidates), view.direction, evidence);
  const priors = candidates.map((candidate) => weightedPrior(candidate, evidence));
  const logits = fits.map((fit, at) => fit + (priors[at] as number));
  const kept = bestOfEachMeaning(candidates, logits);
  const scores = softmax(kept.map((at) => logits[at] as number));
  const order = [...kept.keys()].sort((one, other) => (scores[other] as number) - (scores[one] as number));
  const told = order.slice(0, TOLD).map((one) => kept[one] as number);
  const held = await heldOf(
    told.map((at) => (candidates[at] as Candidate).prompts),
    told.map((at) => fits[at] as number),
    view,
    evidence,
  );
  return order.map((one, rank) => {
    const at = kept[one] as number;
    const { answer, prompts } = candidates[at] as Candidate;
    const ranked = { answer, prompt: prompts[0] ?? answer, score: scores[one] as number };
    const parts = held[rank];
    return parts ? { ...ranked, weighing: { ...parts, prior: priors[at] as number } } : ranked;
  });
}

/** The places of the candidates that stay where those of the same meaning count once. Choices are kept apart. */
function bestOfEachMeaning(candidates: readonly Candidate[], logits: readonly number[]): readonly number[] {
  const best = new Map<string, number>();
  candidates.forEach(({ answer, origin }, at) => {
    const meaning = origin === 'choices' ? answer : canonicalAnswer(answer);
    const rival = best.get(meaning);
    if (rival === undefined || (logits[rival] as number) < (logits[at] as number)) best.set(meaning, at);
  });
  return [...best.values()];
}

/** Of so many, the best, it is told what their shares were made of: nobody is shown more, and there can be hundreds. */
const TOLD = 25;

const weightedPrior = ({ logPrior }: Candidate, { scoring }: Evidence): number =>
  scoring.prior ? PRIOR_WEIGHT * logPrior : 0;

/** So many candidates get the question's own sentences; of longer lists, those whose gists fit best. */
const SHORT_LIST = 24;

/**
 * Cuts a long list of candidates by their gists, so that an unheard question costs tens of prompts rather than hundreds
 * (the full CLIP takes about 10 ms for each on one core). A list of candidates without gists stays whole.
 */
export async function shortList(
  candidates: readonly Candidate[],
  view: View,
  evidence: Evidence,
): Promise<readonly Candidate[]> {
  const gists = candidates.length > SHORT_LIST ? gistsOf(candidates) : undefined;
  if (!gists) return candidates;
  const fits = await logitsOf(gists, view.direction, evidence);
  const logits = candidates.map((candidate, at) => (fits[at] as number) + weightedPrior(candidate, evidence));
  const order = candidates.map((_, at) => at).sort((a, b) => (logits[b] as number) - (logits[a] as number));
  return order.slice(0, SHORT_LIST).map((at) => candidates[at] as Candidate);
}

/** A list that is weighed again and again gives the same lists of sentences each time, by which their embeddings are found at once. */
function oncePerList<T>(make: (candidates: readonly Candidate[]) => T): (candidates: readonly Candidate[]) => T {
  const made = new WeakMap<readonly Candidate[], { readonly value: T }>();
  return (candidates) => {
    const known = made.get(candidates) ?? { value: make(candidates) };
    made.set(candidates, known);
    return known.value;
  };
}

const promptsOf = oncePerList((candidates) => candidates.map(({ prompts }) => prompts));
/** Undefined where not all of them have one. */
const gistsOf = oncePerList((candidates) => {
  const gists = candidates.map(({ gist }) => gist).filter((gist) => gist !== undefined);
  return gists.length === candidates.length ? gists.map((gist) => [gist]) : undefined;
});
