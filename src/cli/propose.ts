import { z } from 'zod';
import type { AskOptions, Family } from '../answer.ts';
import { atPlace } from '../evaluation/benchmark.ts';
import { UserError } from '../user-error.ts';
import { proposeAnswers } from '../vqa/propose-answers.ts';

/** An answer that is worth weighing. */
export interface ProposedCandidate {
  readonly answer: string;
  /** Its chance to be the answer, among these candidates and before looking: 0 to 1, all of them adding up to 1. */
  readonly prior: number;
  /** Where it comes from. For people: no JSON has it. */
  readonly origin: 'question' | 'choices' | 'prior' | 'table';
}

/** What a question leads to without any picture. */
export interface ProposedAnswers {
  readonly question: string;
  /** One of `DECLINED_FAMILIES` where Glimpse declines. */
  readonly family: Family;
  /** Best first; none where the question is in another language or not about the picture. */
  readonly candidates: readonly ProposedCandidate[];
}

/**
 * The candidates for a question, with the softmax of their log priors rounded to six digits. Pure and quick.
 * Throws a UserError (`question-empty`, `question-too-long`, `choices-invalid`).
 */
export function propose(question: string, options: AskOptions = {}): ProposedAnswers {
  const { family, candidates } = proposeAnswers(question, options);
  // Relative to the likeliest, so that no exponential is out of range.
  const most = candidates.reduce((best, { logPrior }) => Math.max(best, logPrior), Number.NEGATIVE_INFINITY);
  const weights = candidates.map(({ logPrior }) => Math.exp(logPrior - most));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    question,
    family,
    candidates: candidates.map(({ answer, origin }, at) => ({
      answer,
      prior: rounded((weights[at] ?? 0) / total),
      origin,
    })),
  };
}

const DIGITS = 6;
const rounded = (share: number) => Number(share.toPrecision(DIGITS));

const FORM = '{"question": "What animal is this?"}';

const line = z.object(
  {
    question: z.string({ error: 'must be a question' }),
    choices: z.array(z.string({ error: 'must be a list of texts' }), { error: 'must be a list of texts' }).optional(),
  },
  { error: 'must be an object' },
);

/** `{question, family, candidates: [{answer, prior}]}`, the JSON of `glimpse propose`, as a line without its end. */
export function proposalInJson({ question, family, candidates }: ProposedAnswers): string {
  return JSON.stringify({ question, family, candidates: candidates.map(({ answer, prior }) => ({ answer, prior })) });
}

/**
 * Answers each line of JSON, `{question, choices?}`, with `proposalInJson`, as they come; blank ones with none.
 * Throws a UserError that names the first line which is no question, once all lines before it are answered.
 */
export async function* proposeLines(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let number = 0;
  for await (const json of lines) {
    number += 1;
    if (json.trim() !== '') yield proposeLine(json, `standard input, line ${number}`);
  }
}

function proposeLine(json: string, place: string): string {
  const parsed = line.safeParse(parseJson(json, place));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path[0] === undefined ? 'the line' : String(issue.path[0]);
    throw new UserError('benchmark-invalid', `${place}: ${field} ${issue?.message}. Write it like ${FORM}.`);
  }
  try {
    const { question, choices } = parsed.data;
    return proposalInJson(propose(question, { choices }));
  } catch (error) {
    throw atPlace(place, error);
  }
}

function parseJson(json: string, place: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new UserError('benchmark-invalid', `${place} is not JSON. Write it like ${FORM}.`, { cause });
  }
}
