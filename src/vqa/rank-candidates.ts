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
  const { answers, ensembles, firstPrompts, logPriors, meanings } = columnsOf(candidates);
  const fits = await logitsOf(ensembles, view.direction, evidence);
  const weight = priorWeight(evidence);
  const logits = fits.map((fit, at) => fit + weight * (logPriors[at] as number));
  const kept = bestOfEachMeaning(meanings, logits);
  const scores = softmax(kept.map((at) => logits[at] as number));
  const order = [...kept.keys()].sort((one, other) => (scores[other] as number) - (scores[one] as number));
  const told = order.slice(0, TOLD).map((one) => kept[one] as number);
  const held = await heldOf(
    told.map((at) => ensembles[at] as readonly string[]),
    told.map((at) => fits[at] as number),
    view,
    evidence,
  );
  return order.map((one, rank) => {
    const at = kept[one] as number;
    const ranked = {
      answer: answers[at] as string,
      prompt: firstPrompts[at] as string,
      score: scores[one] as number,
    };
    const parts = held[rank];
    return parts ? { ...ranked, weighing: { ...parts, prior: weight * (logPriors[at] as number) } } : ranked;
  });
}

/** The places of the candidates that stay where those of the same meaning count once. */
function bestOfEachMeaning(meanings: readonly number[], logits: readonly number[]): readonly number[] {
  const best: number[] = [];
  meanings.forEach((meaning, at) => {
    const rival = best[meaning];
    if (rival === undefined || (logits[rival] as number) < (logits[at] as number)) best[meaning] = at;
  });
  return best;
}

/** Of so many, the best, it is told what their shares were made of: nobody is shown more, and there can be hundreds. */
const TOLD = 25;

const priorWeight = ({ scoring }: Evidence): number => (scoring.prior ? PRIOR_WEIGHT : 0);

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
  if (candidates.length <= SHORT_LIST) return candidates;
  const { gists, logPriors } = columnsOf(candidates);
  if (!gists) return candidates;
  const fits = await logitsOf(gists, view.direction, evidence);
  const weight = priorWeight(evidence);
  const logits = fits.map((fit, at) => fit + weight * (logPriors[at] as number));
  const order = candidates.map((_, at) => at).sort((a, b) => (logits[b] as number) - (logits[a] as number));
  return order.slice(0, SHORT_LIST).map((at) => candidates[at] as Candidate);
}

/** What is read of a list of candidates, side by side. */
interface Columns {
  readonly answers: readonly string[];
  /** Each candidate's prompts. */
  readonly ensembles: readonly (readonly string[])[];
  readonly firstPrompts: readonly string[];
  /** A list of one for each; undefined where not all candidates have a gist. */
  readonly gists: readonly (readonly string[])[] | undefined;
  readonly logPriors: readonly number[];
  /** Those that mean the same have the same number; numbered from 0. Choices are kept apart. */
  readonly meanings: readonly number[];
}

/**
 * Made once for a list, which is weighed for one picture after another. To go through 1,000 candidates each time takes 2 ms; and
 * the embeddings of the same list of prompts are found at once.
 */
function columnsOf(candidates: readonly Candidate[]): Columns {
  const known = COLUMNS.get(candidates);
  if (known) return known;
  const gists = candidates.map(({ gist }) => gist).filter((gist) => gist !== undefined);
  const numbers = new Map<string, number>();
  const columns: Columns = {
    answers: candidates.map(({ answer }) => answer),
    ensembles: candidates.map(({ prompts }) => prompts),
    firstPrompts: candidates.map(({ answer, prompts }) => prompts[0] ?? answer),
    gists: gists.length === candidates.length ? gists.map((gist) => [gist]) : undefined,
    logPriors: candidates.map(({ logPrior }) => logPrior),
    meanings: candidates.map(({ answer, origin }) => {
      const meaning = origin === 'choices' ? answer : canonicalAnswer(answer);
      const number = numbers.get(meaning) ?? numbers.size;
      numbers.set(meaning, number);
      return number;
    }),
  };
  COLUMNS.set(candidates, columns);
  return columns;
}

const COLUMNS = new WeakMap<readonly Candidate[], Columns>();
