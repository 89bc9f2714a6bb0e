import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluateFile } from '../src/cli/eval.ts';
import type { JudgedAnswer } from '../src/evaluation/judge.ts';
import type { ScoringStep } from '../src/vqa/scoring.ts';

/** What lies beside the groups of questions: captions, and where things are. */
const NO_QUESTIONS = ['captions.jsonl', 'where.jsonl'];

/** How the groups of a set are asked. */
export interface AskGroupsOptions {
  /** One question in so many; all by default. */
  readonly every?: number;
  /** Steps of scoring to leave out. */
  readonly without: readonly ScoringStep[];
}

/**
 * Asks glimpse-mini the questions of all groups of a set that evaluate.py wrote, and returns how each was answered. A group is
 * the folder of its pictures (`groupOf`).
 */
export async function askGroups(
  set: string,
  { every = 1, without }: AskGroupsOptions,
): Promise<readonly JudgedAnswer[]> {
  const groups = (await readdir(set))
    .filter((file) => file.endsWith('.jsonl') && !file.startsWith('.') && !NO_QUESTIONS.includes(file))
    .sort();
  const lines = (await Promise.all(groups.map((file) => readFile(join(set, file), 'utf8')))).flatMap((content) =>
    content
      .trim()
      .split('\n')
      .filter((_, at) => at % every === 0),
  );
  const questions = join(set, '.all.jsonl');
  const folder = await mkdtemp(join(tmpdir(), 'glimpse-groups-'));
  try {
    await writeFile(questions, `${lines.join('\n')}\n`);
    const answers = join(folder, 'answers.jsonl');
    await evaluateFile(questions, { model: 'glimpse-mini', answers, without });
    return (await readFile(answers, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as JudgedAnswer);
  } finally {
    await rm(folder, { recursive: true });
    await rm(questions, { force: true });
  }
}

/** The group that a question belongs to. */
export const groupOf = ({ image }: JudgedAnswer): string => image.split('/')[0] ?? '';
