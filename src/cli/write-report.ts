import { basename } from 'node:path';
import type { BenchmarkQuestion } from '../evaluation/benchmark.ts';
import type { JudgedAnswer } from '../evaluation/judge.ts';
import { type Miss, worstMisses } from '../evaluation/report/misses.ts';
import { reportPage } from '../evaluation/report/page.ts';
import type { Evaluation } from '../evaluation/summarise.ts';
import { type EmbedPicture, withEmbedder } from './embed-picture.ts';
import { writeWhole } from './write-whole.ts';

/** What a report tells of. */
export interface Reported {
  /** The benchmark's file, as it was named. */
  readonly file: string;
  readonly evaluation: Evaluation;
  /** An answer for each question. */
  readonly judged: readonly JudgedAnswer[];
  readonly questions: readonly BenchmarkQuestion[];
}

/** Writes an evaluation as one web page (`reportPage`) with the pictures of its worst misses in it. Throws as `writeWhole` does. */
export async function writeReport(to: string, { file, evaluation, judged, questions }: Reported): Promise<void> {
  const misses = await withEmbedder(async (embed) => {
    const shown: { miss: Miss; picture: string | undefined }[] = [];
    for (const miss of worstMisses(judged)) shown.push({ miss, picture: await pictureOf(miss, questions, embed) });
    return shown;
  });
  await writeWhole(to, reportPage({ file: basename(file), evaluation, made: new Date(), misses }));
}

async function pictureOf({ at }: Miss, questions: readonly BenchmarkQuestion[], embed: EmbedPicture) {
  const question = questions[at];
  return question && embed(question.picture);
}
