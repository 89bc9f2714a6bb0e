import type { AskOptions, Family } from '../answer.ts';
import { checkQuestion } from './answer-question.ts';
import { likelyAnswers, MOST_CANDIDATES, type ProposedAnswer, proposedFor } from './candidates.ts';
import type { Question } from './question.ts';
import { isDeclined } from './question-alone.ts';

/** What a question alone, without its picture, leads to. */
export interface Proposal {
  readonly family: Family;
  /**
   * At most 64, but all choices; the likeliest without the picture first. None where the question is in another language or not
   * about the picture.
   */
  readonly candidates: readonly ProposedAnswer[];
  /** Whether Glimpse says that it can't answer, and weighs none of them. */
  readonly declined: boolean;
}

/**
 * The answers that a picture is asked about, and how likely each is without it. The first is the blind answer.
 * Pure and quick. Throws a UserError (`question-empty`, `question-too-long`, `choices-invalid`).
 */
export function proposeAnswers(question: string, options: AskOptions = {}): Proposal {
  const understood = checkQuestion(question, options);
  const candidates = proposed(understood, question, options.choices);
  const kept = options.choices ? candidates : candidates.slice(0, MOST_CANDIDATES);
  return { family: understood.family, candidates: kept, declined: isDeclined(understood.family) };
}

function proposed(question: Question, asked: string, choices: AskOptions['choices']): readonly ProposedAnswer[] {
  switch (question.family) {
    case 'yes-no':
      return yesOrNo(asked);
    case 'position':
      return question.sides.map(({ answer }) => ({
        answer,
        logPrior: -Math.log(question.sides.length),
        origin: 'question',
      }));
    case 'reads-text':
    case 'why':
    case 'who-is-this':
      return likelyAnswers(asked).map((one) => ({ ...one, origin: 'prior' }));
    case 'not-about-the-picture':
    case 'other-language':
      return [];
    default:
      return proposedFor(question, asked, choices);
  }
}

/**
 * Yes, no, and what else people answer to such questions ("both"). Those others are as likely as the prior has them, for no
 * sentence about them is ranked.
 */
function yesOrNo(asked: string): readonly ProposedAnswer[] {
  const prior = likelyAnswers(asked);
  const listed = new Set(prior.map(({ answer }) => answer));
  const missing = ['yes', 'no'].filter((answer) => !listed.has(answer));
  return [
    ...prior.map(({ answer, logPrior }): ProposedAnswer => ({ answer, logPrior, origin: 'prior' })),
    ...missing.map((answer): ProposedAnswer => ({ answer, logPrior: FORGOTTEN, origin: 'table' })),
  ];
}

/** Of yes or no where the prior has neither among its first. */
const FORGOTTEN = -8;
