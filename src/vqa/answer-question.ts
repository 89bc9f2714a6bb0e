import type { AskOptions, DeclinedFamily, Family, ScoredCandidate } from '../answer.ts';
import type { SeenPicture, TextEncoder } from '../clip/embedding.ts';
import { UserError } from '../user-error.ts';
import { checkChoices } from './choices.ts';
import { confidenceIn } from './confidence.ts';
import { sayDeclined } from './declined.ts';
import type { Evidence } from './evidence.ts';
import type { Question } from './question.ts';
import { isDeclined } from './question-alone.ts';
import { isReadable } from './readable.ts';
import { scoringWith } from './scoring.ts';
import { understandQuestion } from './understand-question.ts';
import { weighCandidates } from './weigh-candidates.ts';

/** The longest question that is read, in characters. Real ones are under 100 (the longest of 57,000 in VQAv2). */
export const LONGEST_QUESTION = 300;

/** What the words and the picture gave, without the caption and the clock. */
export interface AnsweredQuestion {
  /** Lower case, a short noun phrase, as VQA answers are. Empty where the question is declined. */
  readonly answer: string;
  /** The chance that the answer is right, 0 to 1. */
  readonly confidence: number;
  /** False where it is better to say that one can't tell. */
  readonly sure: boolean;
  readonly family: Family;
  /** All that were weighed, best first; their scores add up to 1. */
  readonly candidates: readonly ScoredCandidate[];
  /** As in `Answer`. */
  readonly declined?: string | undefined;
}

/**
 * What the question asks for. Throws a UserError (`question-empty`, `question-too-long`, `choices-invalid`) for what can't
 * be answered whatever the picture shows.
 */
export function checkQuestion(question: string, { choices }: AskOptions = {}): Question {
  if (!/[\p{L}\p{N}]/u.test(question))
    throw new UserError('question-empty', 'Ask a question about the picture, such as "What animal is this?"');
  if (question.length > LONGEST_QUESTION)
    throw new UserError(
      'question-too-long',
      `That question has ${question.length} characters; ${LONGEST_QUESTION} is the most I read.`,
    );
  const understood = understandQuestion(question);
  if (choices) checkChoices(choices, understood);
  return understood;
}

/**
 * Answers a question about a picture.
 * Throws a UserError (`question-empty`, `question-too-long`, `choices-invalid`).
 */
export async function answerQuestion(
  question: string,
  picture: SeenPicture,
  encoder: TextEncoder,
  options: AskOptions = {},
): Promise<AnsweredQuestion> {
  const understood = checkQuestion(question, options);
  const { family } = understood;
  if (isDeclined(family)) return decline(family);
  const evidence: Evidence = { picture, encoder, scoring: scoringWith(options.scoring) };
  const candidates = await weighCandidates(understood, question, evidence, options);
  const [best] = candidates;
  if (!best) throw new Error(`no candidates for a question of the family ${family}`);
  const confidence = confidenceIn(family, best.score, isWeak(understood, options, encoder.words), evidence);
  return { answer: best.answer, ...confidence, family, candidates };
}

const decline = (family: DeclinedFamily): AnsweredQuestion => ({
  answer: '',
  confidence: 0,
  sure: false,
  family,
  candidates: [],
  declined: sayDeclined(family),
});

function isWeak(question: Question, { choices }: AskOptions, words: TextEncoder['words']): boolean {
  if (question.family === 'yes-no')
    return question.contrasts.some(({ weak, asked }) => weak === true || !isReadable(asked.phrase, words));
  // Kinds of something, none of them in words that the encoder ever read.
  if ('category' in question && !choices)
    return !question.category.terms.some(({ answer }) => isReadable(answer, words));
  if (question.family !== 'thing' || question.beyond === undefined) return false;
  // Words that no table knows make the candidates a guess; choices are none.
  return question.beyond !== 'unknown' || choices === undefined;
}
