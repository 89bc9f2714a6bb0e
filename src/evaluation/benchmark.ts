import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { UserError } from '../user-error.ts';
import { checkQuestion } from '../vqa/answer-question.ts';

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

const text = (error: string) => z.string({ error }).regex(/\S/, error);

const line = z.object(
  {
    image: text('must be the path of a picture, from the folder of this file'),
    question: text('must be a question'),
    answers: z
      .array(text('must be a list of texts'), { error: 'must be a list of 1 to 10 answers' })
      .min(1, 'must be a list of 1 to 10 answers')
      .max(10, 'must be a list of 1 to 10 answers'),
    choices: z.array(text('must be a list of texts'), { error: 'must be a list of texts' }).optional(),
  },
  { error: 'must be an object' },
);

/**
 * Reads a benchmark: JSON Lines of `{image, question, answers, choices?}`, empty lines left out, `limit` questions at most.
 * Throws a UserError: `benchmark-invalid` where the file can't be read, holds no question, or has a line in another form; for
 * a question that can't be asked what `checkQuestion` throws. All but the first of these name the line.
 */
export async function readBenchmark(file: string, limit = Number.POSITIVE_INFINITY): Promise<BenchmarkQuestion[]> {
  const content = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === 'ENOENT' ? 'There is no such file' : `It can't be read (${cause.code})`;
    throw invalid(`${why}: ${file}. Name a file with a line like ${FORM} for each question.`, cause);
  });
  const lines = content
    .split('\n')
    .map((json, at) => ({ json, place: `${file}, line ${at + 1}` }))
    .filter(({ json }) => json.trim() !== '')
    .slice(0, limit);
  if (lines.length === 0) throw invalid(`${file} is empty. Write a line like ${FORM} for each question.`);
  return lines.map(({ json, place }) => readLine(json, place, dirname(file)));
}

function readLine(json: string, place: string, folder: string): BenchmarkQuestion {
  const parsed = line.safeParse(parseJson(json, place));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path[0] === undefined ? 'the line' : String(issue.path[0]);
    throw invalid(`${place}: ${field} ${issue?.message}. Write it like ${FORM}.`);
  }
  const { image, question, answers, choices } = parsed.data;
  try {
    checkQuestion(question, { choices });
  } catch (error) {
    throw atPlace(place, error);
  }
  return { place, image, picture: resolve(folder, image), question, answers, choices };
}

function parseJson(json: string, place: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw invalid(`${place} is not JSON. Write it like ${FORM}.`, cause);
  }
}

const invalid = (message: string, cause?: unknown) => new UserError('benchmark-invalid', message, { cause });

/** The error with the question's place before its sentence, so that it can be found. What is no UserError stays as it is. */
export function atPlace(place: string, error: unknown): unknown {
  return error instanceof UserError ? new UserError(error.code, `${place}: ${error.message}`, { cause: error }) : error;
}
