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
  const fits = await logitsOf(
    candidates.map(({ prompts }) => prompts),
    view.direction,
    evidence,
  );
  const best = new Map<string, { readonly candidate: Candidate; readonly fit: number; readonly prior: number }>();
  candidates.forEach((candidate, at) => {
    const one = { candidate, fit: fits[at] as number, prior: weightedPrior(candidate, evidence) };
    const meaning = candidate.origin === 'choices' ? candidate.answer : canonicalAnswer(candidate.answer);
    const rival = best.get(meaning);
    if (!rival || rival.fit + rival.prior < one.fit + one.prior) best.set(meaning, one);
  });
  const kept = [...best.values()];
  const scores = softmax(kept.map(({ fit, prior }) => fit + prior));
  const order = kept
    .map((one, at) => ({ ...one, score: scores[at] as number }))
    .sort((one, other) => other.score - one.score);
  const told = order.slice(0, TOLD);
  const held = await heldOf(
    told.map(({ candidate }) => candidate.prompts),
    told.map(({ fit }) => fit),
    view,
    evidence,
  );
  return order.map(({ candidate, prior, score }, at) => {
    const weighing = held[at] && { ...held[at], prior };
    const prompt = candidate.prompts[0] ?? candidate.answer;
    return { answer: candidate.answer, prompt, score, ...(weighing && { weighing }) };
  });
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
  const gists = candidates.map(({ gist }) => gist);
  if (candidates.length <= SHORT_LIST || gists.some((gist) => gist === undefined)) return candidates;
  const fits = await logitsOf(
    gists.map((gist) => [gist as string]),
    view.direction,
    evidence,
  );
  const logits = candidates.map((candidate, at) => (fits[at] as number) + weightedPrior(candidate, evidence));
  const order = candidates.map((_, at) => at).sort((a, b) => (logits[b] as number) - (logits[a] as number));
  return order.slice(0, SHORT_LIST).map((at) => candidates[at] as Candidate);
}
