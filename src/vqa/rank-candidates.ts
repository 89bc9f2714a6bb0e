import { softmax } from '../clip/embedding.ts';
import { type Evidence, logitsOf, type View } from './evidence.ts';
import { canonicalAnswer } from './words/synonyms.ts';
import type { Candidate } from './write-prompts.ts';

/** A candidate as the picture ranked it. */
export interface RankedCandidate {
  readonly answer: string;
  /** The first of its prompts. */
  readonly prompt: string;
  /** Share of the probability, 0 to 1; all of them add up to 1. */
  readonly score: number;
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
  const logits = await posteriors(
    candidates,
    candidates.map(({ prompts }) => prompts),
    view,
    evidence,
  );
  const best = new Map<string, { readonly candidate: Candidate; readonly logit: number }>();
  candidates.forEach((candidate, at) => {
    const logit = logits[at] as number;
    const meaning = candidate.origin === 'choices' ? candidate.answer : canonicalAnswer(candidate.answer);
    const rival = best.get(meaning);
    if (!rival || rival.logit < logit) best.set(meaning, { candidate, logit });
  });
  const kept = [...best.values()];
  const scores = softmax(kept.map(({ logit }) => logit));
  return kept
    .map(({ candidate }, at) => ({
      answer: candidate.answer,
      prompt: candidate.prompts[0] ?? candidate.answer,
      score: scores[at] as number,
    }))
    .sort((a, b) => b.score - a.score);
}

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
  const logits = await posteriors(
    candidates,
    gists.map((gist) => [gist as string]),
    view,
    evidence,
  );
  const order = candidates.map((_, at) => at).sort((a, b) => (logits[b] as number) - (logits[a] as number));
  return order.slice(0, SHORT_LIST).map((at) => candidates[at] as Candidate);
}

async function posteriors(
  candidates: readonly Candidate[],
  ensembles: readonly (readonly string[])[],
  view: View,
  evidence: Evidence,
): Promise<readonly number[]> {
  const logits = await logitsOf(ensembles, view, evidence);
  const weight = evidence.scoring.prior ? PRIOR_WEIGHT : 0;
  return candidates.map(({ logPrior }, at) => (logits[at] as number) + weight * logPrior);
}
