import type { AskOptions, Family } from '../answer.ts';
import { checkQuestion } from './answer-question.ts';
import { candidatesFor } from './candidates.ts';
import { isZero } from './choices.ts';
import type { Beyond } from './question.ts';
import { understandQuestion } from './understand-question.ts';

/** What a question alone, without its picture, leads to. */
export interface Proposal {
  readonly family: Family;
  /** Why ranking can't answer the question, where it can't. */
  readonly beyond: Beyond | undefined;
  /** Every answer that will be weighed, each once, the likeliest without the picture first. Never empty. */
  readonly answers: readonly [string, ...string[]];
}

/**
 * The answers that a picture will be asked about. The first is the blind answer, which is given once the picture's evidence
 * is taken away, every sentence fitting alike:
 * - For yes or no the odds are then even, and even odds are a yes (`chanceOfYes`); a no where the question is inverted.
 * - For a number it is the one that people count most often. Zero comes last: its chance is the picture's alone.
 * - Otherwise it is the candidate with the highest prior; of several as likely, the one that is listed first.
 *
 * Pure and quick. Throws a UserError (`question-empty`, `question-too-long`, `choices-invalid`).
 */
export function proposeAnswers(question: string, options: AskOptions = {}): Proposal {
  checkQuestion(question, options);
  const understood = understandQuestion(question);
  const { family } = understood;
  if (understood.family === 'yes-no')
    return { family, beyond: undefined, answers: understood.inverted ? ['no', 'yes'] : ['yes', 'no'] };
  const { choices } = options;
  const ranked = candidatesFor(understood, choices).toSorted((a, b) => b.logPrior - a.logPrior);
  const zero = understood.family === 'count' ? (choices ?? ['0']).find(isZero) : undefined;
  const [first, ...others] = new Set([...ranked.map(({ answer }) => answer), ...(zero === undefined ? [] : [zero])]);
  if (first === undefined) throw new Error(`no candidates for a question of the family ${family}`);
  return {
    family,
    beyond: understood.family === 'thing' ? understood.beyond : undefined,
    answers: [first, ...others],
  };
}
