import type { AskOptions, Family, ScoredCandidate } from '../answer.ts';
import type { Embedding, TextEncoder } from '../clip/embedding.ts';
import { UserError } from '../user-error.ts';
import { candidatesFor } from './candidates.ts';
import { checkChoices, isZero } from './choices.ts';
import { confidenceIn } from './confidence.ts';
import { contrastsOfExistence } from './contrasts.ts';
import type { CountQuestion, Question, YesNoQuestion } from './question.ts';
import { rankCandidates, shortList } from './rank-candidates.ts';
import { understandQuestion } from './understand-question.ts';
import { weigh } from './yes-no.ts';

/** The longest question that is read, in characters. Real ones are under 100 (the longest of 57,000 in VQAv2). */
export const LONGEST_QUESTION = 300;

/** What the words and the picture gave, without the caption and the clock. */
export interface AnsweredQuestion {
  /** Lower case, a short noun phrase, as VQA answers are. */
  readonly answer: string;
  /** The chance that the answer is right, 0 to 1. */
  readonly confidence: number;
  /** False where it is better to say that one can't tell. */
  readonly sure: boolean;
  readonly family: Family;
  /** All that were weighed, best first; their scores add up to 1. */
  readonly candidates: readonly ScoredCandidate[];
}

/**
 * Throws a UserError (`question-empty`, `question-too-long`, `choices-invalid`) for what can't be answered whatever the
 * picture shows.
 */
export function checkQuestion(question: string, { choices }: AskOptions = {}): void {
  if (!/[\p{L}\p{N}]/u.test(question))
    throw new UserError('question-empty', 'Ask a question about the picture, such as "What animal is this?"');
  if (question.length > LONGEST_QUESTION)
    throw new UserError(
      'question-too-long',
      `That question has ${question.length} characters; ${LONGEST_QUESTION} is the most I read.`,
    );
  if (choices) checkChoices(choices, understandQuestion(question));
}

/**
 * Answers a question about a picture, given the picture's embedding.
 * Throws a UserError (`question-empty`, `question-too-long`, `choices-invalid`).
 */
export async function answerQuestion(
  question: string,
  picture: Embedding,
  encoder: TextEncoder,
  options: AskOptions = {},
): Promise<AnsweredQuestion> {
  checkQuestion(question, options);
  const understood = understandQuestion(question);
  const candidates = await score(understood, picture, encoder, options);
  const [best] = candidates;
  if (!best) throw new Error(`no candidates for a question of the family ${understood.family}`);
  return {
    answer: best.answer,
    ...confidenceIn(understood.family, best.score, isWeak(understood, options)),
    family: understood.family,
    candidates,
  };
}

async function score(
  question: Question,
  picture: Embedding,
  encoder: TextEncoder,
  { choices }: AskOptions,
): Promise<readonly ScoredCandidate[]> {
  switch (question.family) {
    case 'yes-no':
      return yesOrNo(question, picture, encoder);
    case 'count':
      return howMany(question, picture, encoder, choices);
    default: {
      const candidates = candidatesFor(question, choices);
      // Choices were short-listed by whoever gave them: all of them are weighed.
      return rankCandidates(choices ? candidates : await shortList(candidates, picture, encoder), picture, encoder);
    }
  }
}

async function yesOrNo(
  { contrasts, inverted }: YesNoQuestion,
  picture: Embedding,
  encoder: TextEncoder,
): Promise<readonly ScoredCandidate[]> {
  const { yes, asked, rival } = await weigh(contrasts, picture, encoder);
  const so = { answer: inverted ? 'no' : 'yes', prompt: asked, score: yes };
  const notSo = { answer: inverted ? 'yes' : 'no', prompt: rival, score: 1 - yes };
  return yes >= 0.5 ? [so, notSo] : [notSo, so];
}

/**
 * Zero has no sentence of its own ("no dogs" shows a dog to CLIP): it is the chance that there is none at all.
 * Where it is not among the choices there is something to count.
 */
async function howMany(
  question: CountQuestion,
  picture: Embedding,
  encoder: TextEncoder,
  choices: AskOptions['choices'],
): Promise<readonly ScoredCandidate[]> {
  const zero = choices ? choices.find(isZero) : '0';
  const ranking = rankCandidates(candidatesFor(question, choices), picture, encoder);
  if (zero === undefined) return ranking;
  const [numbers, { yes, rival }] = await Promise.all([
    ranking,
    weigh(contrastsOfExistence(question.subject), picture, encoder),
  ]);
  const none = { answer: zero, prompt: rival, score: 1 - yes };
  return [none, ...numbers.map((number) => ({ ...number, score: number.score * yes }))].sort(
    (a, b) => b.score - a.score,
  );
}

function isWeak(question: Question, { choices }: AskOptions): boolean {
  if (question.family === 'yes-no') return question.contrasts.some(({ weak }) => weak === true);
  if (question.family !== 'thing' || question.beyond === undefined) return false;
  // Words that no table knows make the candidates a guess; choices are none.
  return question.beyond !== 'unknown' || choices === undefined;
}
