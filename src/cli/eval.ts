import type { AskOptions } from '../answer.ts';
import { atPlace, type BenchmarkQuestion, readBenchmark } from '../evaluation/benchmark.ts';
import { type JudgedAnswer, judge } from '../evaluation/judge.ts';
import { type KeptAnswers, openKeptAnswers } from '../evaluation/kept-answers.ts';
import { type Evaluation, summarise } from '../evaluation/summarise.ts';
import type { Glimpse } from '../glimpse.ts';
import type { ScoringStep } from '../vqa/scoring.ts';
import { heedingSignals, Interrupted } from './interruption.ts';
import { withQuestionBar } from './question-bar.ts';
import { readPictureFile } from './read-picture.ts';
import { versionOfGlimpse } from './version.ts';
import { withGlimpse } from './with-glimpse.ts';
import { writeReport } from './write-report.ts';
import { checkWritable } from './write-whole.ts';

/** What `glimpse eval` takes beside its file. */
export interface EvalOptions {
  readonly model?: string;
  /** Only so many of the file's first questions. */
  readonly limit?: number;
  /** A file for how each question was answered, and to go on from (`openKeptAnswers`). */
  readonly answers?: string;
  /** A file for a web page about it all. */
  readonly report?: string;
  /** Steps of scoring to leave out, to tell what they are worth. */
  readonly without?: readonly ScoringStep[];
}

/**
 * Asks every question of a benchmark (`readBenchmark`) and says how well Glimpse answers. One that can't be asked,
 * for want of its picture say, ends it all: a UserError names the line. What was answered by then is kept where
 * `answers` names a file, and not asked again the next time.
 *
 * Throws an `Interrupted` on SIGINT or SIGTERM, once the question in hand is answered, and what `readBenchmark`,
 * `withGlimpse`, `openKeptAnswers` and `writeReport` throw.
 */
export async function evaluateFile(file: string, options: EvalOptions): Promise<Evaluation> {
  const { model, limit, answers, report, without = [] } = options;
  const questions = await readBenchmark(file, limit);
  for (const written of [answers, report]) if (written !== undefined) await checkWritable(written);
  return withGlimpse(model, async (glimpse) => {
    const kept = answers === undefined ? NOTHING_KEPT : await openAnswers(answers, questions, glimpse, without);
    let judged: readonly JudgedAnswer[];
    try {
      judged = await heedingSignals((signal) => askAll(questions, glimpse, kept, { signal, answers, without }));
    } finally {
      await kept.close();
    }
    const evaluation = summarise(glimpse.model, judged);
    if (report !== undefined) await writeReport(report, { file, evaluation, judged, questions });
    return evaluation;
  });
}

const NOTHING_KEPT: KeptAnswers = { held: [], add: async () => {}, close: async () => {} };

async function openAnswers(
  file: string,
  questions: readonly BenchmarkQuestion[],
  { model }: Glimpse,
  without: readonly ScoringStep[],
) {
  const by = [model, await versionOfGlimpse(), ...without.map((step) => `-${step}`)].join(' ');
  const kept = await openKeptAnswers(file, questions, by);
  const { length } = kept.held;
  if (length > 0)
    process.stderr.write(
      length === questions.length
        ? `All ${length} answers are in ${file} already, and nothing is asked again. Delete it to begin anew.\n`
        : `Going on after the ${length} of ${questions.length} questions that are answered in ${file}.\n`,
    );
  return kept;
}

interface AskAllOptions {
  /** Stops after the question in hand. */
  readonly signal: AbortSignal;
  readonly answers: string | undefined;
  readonly without: readonly ScoringStep[];
}

/** One after the other: two at a time were no faster, as the vision process does one job at a time. */
function askAll(
  questions: readonly BenchmarkQuestion[],
  glimpse: Glimpse,
  { held, add }: KeptAnswers,
  { signal, answers, without }: AskAllOptions,
): Promise<readonly JudgedAnswer[]> {
  const judged = [...held];
  const scoring = Object.fromEntries(without.map((step) => [step, false]));
  return withQuestionBar(questions.length, judged, async (onAnswered) => {
    for (const asked of questions.slice(held.length)) {
      if (signal.aborted) throw new Interrupted(signal, stopped(judged.length, questions.length, answers));
      const answer = judge(asked, await ask(asked, glimpse, scoring));
      await add(answer);
      judged.push(answer);
      onAnswered(answer);
    }
    return judged;
  });
}

async function ask(
  { place, picture, question, choices }: BenchmarkQuestion,
  glimpse: Glimpse,
  scoring: AskOptions['scoring'],
) {
  try {
    return await glimpse.ask(await readPictureFile(picture), question, { choices, scoring });
  } catch (error) {
    throw atPlace(place, error);
  }
}

function stopped(done: number, total: number, answers: string | undefined): string {
  const fate =
    answers === undefined
      ? 'Their answers are lost; with --answers FILE they are kept, to go on from.'
      : `Their answers are in ${answers}: the same command goes on from there.`;
  return `Stopped after ${done} of ${total} questions. ${fate}`;
}
