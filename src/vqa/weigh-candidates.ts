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
import { chanceOfYes, fitsOf, placedPrompt, type Verdict, weigh, weighPlaces } from './yes-no.ts';

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
      return ranked(question, own, evidence, true);
    }
    default:
      return ranked(question, proposedFor(question, asked, choices), evidence, choices !== undefined);
  }
}

/** Choices were short-listed by whoever gave them: all of them are weighed. */
async function ranked(
  question: RankedQuestion,
  proposed: readonly ProposedAnswer[],
  evidence: Evidence,
  whole: boolean,
): Promise<readonly ScoredCandidate[]> {
  const view = await viewOf(question.part, evidence);
  const candidates = fitToRank(proposed, question, evidence);
  return rankCandidates(whole ? candidates : await shortList(candidates, view, evidence), view, evidence);
}

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
  const prior = evidence.scoring.prior ? PRIOR_WEIGHT * priorOddsOfYes(asked) : 0;
  const yes = chanceOfYes(weakest.nats, inverted ? -prior : prior);
  return inOrder(yes, inverted ? ['no', 'yes'] : ['yes', 'no'], weakest);
}

function inOrder(
  yes: number,
  [so, notSo]: readonly [string, string],
  { asked, rival }: Verdict,
): readonly ScoredCandidate[] {
  const both = [
    { answer: so, prompt: asked, score: yes },
    { answer: notSo, prompt: rival, score: 1 - yes },
  ];
  return yes >= 0.5 ? both : both.toReversed();
}

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
  const scores = softmax(fits);
  return sides
    .map(({ answer, region }, at) => ({ answer, prompt: placedPrompt(phrase, region), score: scores[at] as number }))
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
  const { nats, rival } = await weigh(contrastsOfExistence(question.subject), view, evidence);
  const yes = chanceOfYes(nats);
  const none = { answer: zero.answer, prompt: rival, score: 1 - yes };
  return [none, ...numbers.map((number) => ({ ...number, score: number.score * yes }))].sort(
    (a, b) => b.score - a.score,
  );
}
