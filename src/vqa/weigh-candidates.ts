import { LRUCache } from 'lru-cache';
import type { AskOptions, ScoredCandidate } from '../answer.ts';
import { softmax } from '../clip/embedding.ts';
import { isNone, type ProposedAnswer, proposedFor } from './candidates.ts';
import { contrastsOfExistence } from './contrasts.ts';
import { type Evidence, viewOf } from './evidence.ts';
import type { CountQuestion, PositionQuestion, Question, RankedQuestion, YesNoQuestion } from './question.ts';
import { priorOddsOfYes } from './question-alone.ts';
import { PRIOR_WEIGHT, rankCandidates, shortList } from './rank-candidates.ts';
import { isReadable } from './readable.ts';
import { isVague } from './words/vague.ts';
import { type Candidate, isSayable, writePrompts } from './write-prompts.ts';
import { chanceOfYes, type Fit, fitsOf, placedPrompt, weigh, weighPlaces } from './yes-no.ts';

/** The answers to a question by what the picture shows, best first; their scores add up to 1. None where it is declined. */
export async function weighCandidates(
  question: Question,
  asked: string,
  evidence: Evidence,
  { choices }: AskOptions,
): Promise<readonly ScoredCandidate[]> {
  switch (question.family) {
    case 'yes-no':
      return yesOrNo(question, asked, evidence);
    case 'position':
      return onWhichSide(question, evidence);
    case 'count':
      return howMany(question, proposedFor(question, asked, choices), evidence);
    case 'reads-text':
    case 'why':
    case 'who-is-this':
    case 'not-about-the-picture':
    case 'other-language':
      return [];
    case 'choice': {
      const own = proposedFor(question, asked, choices).filter(({ origin }) => origin !== 'prior');
      return ranked(question, fitToRank(own, question, evidence), evidence, true);
    }
    default: {
      const candidates = keptCandidates(question, asked, choices, evidence);
      return ranked(question, candidates, evidence, choices !== undefined);
    }
  }
}

/** Choices were short-listed by whoever gave them: all of them are weighed. */
async function ranked(
  question: RankedQuestion,
  candidates: readonly Candidate[],
  evidence: Evidence,
  whole: boolean,
): Promise<readonly ScoredCandidate[]> {
  const view = await viewOf(question.part, evidence);
  return rankCandidates(whole ? candidates : await shortList(candidates, view, evidence), view, evidence);
}

/** The candidates of a question with its choices, which are the same for every picture. */
function keptCandidates(
  question: RankedQuestion,
  asked: string,
  choices: readonly string[] | undefined,
  evidence: Evidence,
): readonly Candidate[] {
  const { words } = evidence.encoder;
  const key = JSON.stringify([asked, choices]);
  const known = KEPT.get(key);
  if (known && known.words === words) return known.candidates;
  const candidates = fitToRank(proposedFor(question, asked, choices), question, evidence);
  KEPT.set(key, { words, candidates });
  return candidates;
}

/** With the words that the encoder could read. As many as questions are kept (understand-question.ts). */
const KEPT = new LRUCache<
  string,
  { readonly words: Evidence['encoder']['words']; readonly candidates: readonly Candidate[] }
>({ max: 500 });

/**
 * The candidates that a sentence can hold, that the encoder can read and that say something, with their sentences. What came
 * with the question, or in it, is weighed all the same, and where nothing is left, all is.
 */
function fitToRank(
  proposed: readonly ProposedAnswer[],
  question: RankedQuestion,
  { encoder }: Evidence,
): readonly Candidate[] {
  const fit = proposed.filter(
    (one) =>
      one.origin === 'choices' ||
      one.origin === 'question' ||
      (isSayable(one, question) && isReadable(one.answer, encoder.words) && !isVague(one.answer, question.family)),
  );
  return (fit.length > 0 ? fit : proposed).map((one) => writePrompts(one, question));
}

/** Yes or no: everything that is asserted must hold, what is where as well as that it is there. */
async function yesOrNo(
  question: YesNoQuestion,
  asked: string,
  evidence: Evidence,
): Promise<readonly ScoredCandidate[]> {
  const { contrasts, placed = [], inverted } = question;
  const view = await viewOf(placed.length === 0 ? question.part : undefined, evidence);
  const verdicts = await Promise.all([
    ...(contrasts.length > 0 ? [weigh(contrasts, view, evidence)] : []),
    ...(placed.length > 0 ? [weighPlaces(placed, evidence)] : []),
  ]);
  const weakest = verdicts.reduce((weaker, verdict) => (verdict.nats < weaker.nats ? verdict : weaker));
  const odds = priorOddsOfYes(asked) * (inverted ? -1 : 1);
  const weight = evidence.scoring.prior ? PRIOR_WEIGHT : 0;
  const so = chanceOfYes(weakest.nats, weight * odds);
  const { held } = weakest;
  const both: readonly ScoredCandidate[] = [
    {
      answer: inverted ? 'no' : 'yes',
      prompt: weakest.asked,
      score: so,
      weighing: { ...held.asked, prior: weight * logLogistic(odds) },
    },
    {
      answer: inverted ? 'yes' : 'no',
      prompt: weakest.rival,
      score: 1 - so,
      weighing: held.rival && { ...held.rival, prior: weight * logLogistic(-odds) },
    },
  ];
  return so >= 0.5 ? both : both.toReversed();
}

/** The log of the probability that these odds, a logarithm, give. */
const logLogistic = (odds: number): number => -Math.log1p(Math.exp(-odds));

/** The side that the thing fits best when each is looked at by itself. */
async function onWhichSide(
  { phrase, sides }: PositionQuestion,
  evidence: Evidence,
): Promise<readonly ScoredCandidate[]> {
  const fits = await fitsOf(
    phrase,
    sides.map(({ region }) => region),
    evidence,
  );
  const scores = softmax(fits.map(({ nats }) => nats));
  return sides
    .map(({ answer, region }, at) => ({
      answer,
      prompt: placedPrompt(phrase, region),
      score: scores[at] as number,
      weighing: { ...(fits[at] as Fit).held, prior: 0 },
    }))
    .sort((a, b) => b.score - a.score);
}

/**
 * Zero has no sentence of its own ("no dogs" shows a dog to CLIP): it is the chance that there is none at all.
 * Where it is not proposed there is something to count.
 */
async function howMany(
  question: CountQuestion,
  proposed: readonly ProposedAnswer[],
  evidence: Evidence,
): Promise<readonly ScoredCandidate[]> {
  const view = await viewOf(question.part, evidence);
  const zero = proposed.find(({ answer }) => isNone(answer));
  const some = fitToRank(
    proposed.filter(({ answer }) => !isNone(answer)),
    question,
    evidence,
  );
  const numbers = await rankCandidates(some, view, evidence);
  if (!zero) return numbers;
  const { nats, rival, held } = await weigh(contrastsOfExistence(question.subject), view, evidence);
  const yes = chanceOfYes(nats);
  const weighing = held.rival && { ...held.rival, prior: 0 };
  const none: ScoredCandidate = { answer: zero.answer, prompt: rival, score: 1 - yes, weighing };
  return [none, ...numbers.map((number) => ({ ...number, score: number.score * yes }))].sort(
    (a, b) => b.score - a.score,
  );
}
