import { atPlace, type BenchmarkQuestion, readBenchmark } from '../evaluation/benchmark.ts';
import { type JudgedQuestion, judge } from '../evaluation/judge.ts';
import { type Evaluation, summarise } from '../evaluation/summarise.ts';
import type { Glimpse } from '../glimpse.ts';
import { withQuestionBar } from './question-bar.ts';
import { readPictureFile } from './read-picture.ts';
import { withGlimpse } from './with-glimpse.ts';
import { checkWritable, writeWhole } from './write-whole.ts';

/** What `glimpse eval` takes beside its file. */
export interface EvalOptions {
  readonly model?: string;
  /** Only so many of the file's first questions. */
  readonly limit?: number;
  /** A file for how each question was answered: JSON Lines of `JudgedAnswer`. */
  readonly answers?: string;
}

/**
 * Asks every question of a benchmark (`readBenchmark`) and says how well Glimpse answers. One that can't be asked, for
 * want of its picture say, ends it all: a UserError names the line. Throws what `readBenchmark`, `withGlimpse` and
 * `writeWhole` throw, too.
 */
export async function evaluateFile(file: string, { model, limit, answers }: EvalOptions): Promise<Evaluation> {
  const questions = await readBenchmark(file, limit);
  if (answers !== undefined) await checkWritable(answers);
  return withGlimpse(model, async (glimpse) => {
    const judged = await askAll(questions, glimpse);
    if (answers !== undefined)
      await writeWhole(answers, judged.map(({ given }) => `${JSON.stringify(given)}\n`).join(''));
    return summarise(glimpse.model, judged);
  });
}

/** One after the other: two at a time were no faster, as the vision process does one job at a time. */
function askAll(questions: readonly BenchmarkQuestion[], glimpse: Glimpse): Promise<readonly JudgedQuestion[]> {
  return withQuestionBar(questions.length, async (onAnswered) => {
    const judged: JudgedQuestion[] = [];
    for (const asked of questions) {
      judged.push(judge(asked, await ask(asked, glimpse)));
      onAnswered();
    }
    return judged;
  });
}

async function ask({ place, picture, question, choices }: BenchmarkQuestion, glimpse: Glimpse) {
  try {
    return await glimpse.ask(await readPictureFile(picture), question, { choices });
  } catch (error) {
    throw atPlace(place, error);
  }
}
