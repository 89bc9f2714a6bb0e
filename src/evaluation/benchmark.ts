import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { UserError } from '../user-error.ts';
import { checkQuestion } from '../vqa/answer-question.ts';
import { readJsonLines, someTexts, text } from './read-json-lines.ts';

/** A question of a benchmark, with what people answered. */
export interface BenchmarkQuestion {
  /** The benchmark's file and the line, for messages: "questions.jsonl, line 3". */
  readonly place: string;
  /** The picture's file, as the line names it. */
  readonly image: string;
  /** The same as an absolute path. */
  readonly picture: string;
  readonly question: string;
  /** What people answered: 1 to 10, most of VQA's questions have 10. */
  readonly answers: readonly string[];
  readonly choices?: readonly string[] | undefined;
}

/** The form of a line, for messages. */
const FORM = '{"image": "dog.jpg", "question": "What animal is this?", "answers": ["dog", "puppy"]}';

const schema = z.object(
  {
    image: text('must be the path of a picture, from the folder of this file'),
    question: text('must be a question'),
    answers: someTexts('answers'),
    choices: z.array(text('must be a list of texts'), { error: 'must be a list of texts' }).optional(),
  },
  { error: 'must be an object' },
);

/**
 * Reads a benchmark: JSON Lines of `{image, question, answers, choices?}`, empty lines left out, `limit` questions at most.
 * Throws a UserError: what `readJsonLines` throws, and for a question that can't be asked what `checkQuestion` throws, with the
 * line named.
 */
export async function readBenchmark(file: string, limit?: number): Promise<BenchmarkQuestion[]> {
  const lines = await readJsonLines(file, { schema, form: FORM, each: 'question', limit });
  return lines.map(({ place, value: { image, question, answers, choices } }) => {
    try {
      checkQuestion(question, { choices });
    } catch (error) {
      throw atPlace(place, error);
    }
    return { place, image, picture: resolve(dirname(file), image), question, answers, choices };
  });
}

/** The error with the question's place before its sentence, so that it can be found. What is no UserError stays as it is. */
export function atPlace(place: string, error: unknown): unknown {
  return error instanceof UserError ? new UserError(error.code, `${place}: ${error.message}`, { cause: error }) : error;
}
