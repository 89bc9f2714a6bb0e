import { type FileHandle, open } from 'node:fs/promises';
import { z } from 'zod';
import { FAMILIES } from '../answer.ts';
import { UserError } from '../user-error.ts';
import type { BenchmarkQuestion } from './benchmark.ts';
import type { JudgedAnswer } from './judge.ts';

/** A file of judged answers that grows with every question, so that a run which ends early can go on from there. */
export interface KeptAnswers {
  /** The answers to the benchmark's first questions that the file held already. */
  readonly held: readonly JudgedAnswer[];
  /** Adds the answer to the next question, and resolves when it is written. */
  add(judged: JudgedAnswer): Promise<void>;
  close(): Promise<void>;
}

const line = z.looseObject({
  image: z.string(),
  question: z.string(),
  answers: z.array(z.string()).min(1).max(10),
  choices: z.array(z.string()).optional(),
  family: z.enum(FAMILIES),
  answer: z.string(),
  confidence: z.number(),
  sure: z.boolean(),
  familiar: z.boolean(),
  declined: z.boolean(),
  accuracy: z.number(),
  blind: z.string(),
  oracle: z.number(),
  ranked: z.array(z.object({ answer: z.string(), prompt: z.string(), score: z.number() })),
  by: z.string(),
});

/** How every line begins. What else may stand in a file that is cut off is not ours to drop. */
const BEGINNING = '{"image":';

/**
 * Opens a file of judged answers, or begins it: JSON Lines of `JudgedAnswer` in the order of the questions, each
 * with `by`, which says what answered: a model and its version. So every line tells by itself whether it belongs to
 * this run, and the same questions with more after them go on from it. A last line that is cut off, as by a crash,
 * is dropped and asked anew.
 *
 * Throws a UserError, and leaves the file as it is: `benchmark-invalid` where it holds anything else, such as
 * answers to other questions or by another model; `file-unwritable`.
 */
export async function openKeptAnswers(
  file: string,
  questions: readonly BenchmarkQuestion[],
  by: string,
): Promise<KeptAnswers> {
  const handle = await open(file, 'a+').catch((cause) => {
    throw unwritable(file, cause);
  });
  try {
    const stored = await handle.readFile();
    const whole = stored.lastIndexOf('\n') + 1;
    const lines = stored.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
    const held = lines.slice(0, questions.length).map((json, at) => readLine(json, at, questions[at], { file, by }));
    if (whole < stored.length) await dropTail(handle, stored.subarray(whole).toString('utf8'), whole, file);
    return {
      held,
      add: (judged) =>
        handle.appendFile(`${JSON.stringify({ ...judged, by })}\n`).catch((cause) => {
          throw unwritable(file, cause);
        }),
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function readLine(
  json: string,
  at: number,
  asked: BenchmarkQuestion | undefined,
  { file, by }: { readonly file: string; readonly by: string },
): JudgedAnswer {
  const parsed = line.safeParse(parseJson(json));
  if (!parsed.success) throw foreign(file, at, 'is no answer that glimpse eval wrote');
  const { by: answeredBy, ...judged } = parsed.data;
  const same = (['image', 'question', 'answers', 'choices'] as const).every(
    (field) => JSON.stringify(judged[field]) === JSON.stringify(asked?.[field]),
  );
  if (!same) throw foreign(file, at, `answers another question than ${asked?.place}`);
  if (answeredBy !== by)
    throw foreign(file, at, `was answered by ${answeredBy}, and this is ${by}: another model, or another version`);
  return judged;
}

async function dropTail(handle: FileHandle, tail: string, at: number, file: string): Promise<void> {
  const ours = tail.startsWith(BEGINNING) || BEGINNING.startsWith(tail);
  if (!ours) throw new UserError('benchmark-invalid', `${file} ends in what is no answer of glimpse eval. ${REMEDY}`);
  await handle.truncate(at).catch((cause) => {
    throw unwritable(file, cause);
  });
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const REMEDY = 'Name another file for the answers, or delete this one to begin anew.';

const foreign = (file: string, at: number, what: string) =>
  new UserError('benchmark-invalid', `${file}, line ${at + 1} ${what}. ${REMEDY}`);

function unwritable(file: string, cause: NodeJS.ErrnoException): UserError {
  const code = cause.code === undefined ? '' : ` (${cause.code})`;
  return new UserError('file-unwritable', `${file} can't be written${code}. Name a file in a folder of yours.`, {
    cause,
  });
}
