/**
 * Asks the program, not the network, every question of `valid`, and compares with the report of the training run:
 * npx tsx training/answer-prior/check.ts [FILE]. Fails where a figure differs by more than rounding can explain.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { vqaAccuracy } from '../../src/evaluation/vqa-accuracy.ts';
import { priorAnswers } from '../../src/vqa/answer-prior.ts';
import report from './report.json' with { type: 'json' };

interface Asked {
  readonly question: string;
  readonly answerType: keyof typeof NATURAL_SHARES;
  readonly answers: readonly string[];
}

/** As in `dataset.py`. */
const NATURAL_SHARES = { 'yes/no': 0.376, number: 0.131, other: 0.493 } as const;
const FIRST = { 'top-1': 1, 'oracle@8': 8, 'oracle@16': 16, 'oracle@32': 32, 'oracle@64': 64 } as const;
const NEAR = 0.02;

const file = process.argv[2] ?? new URL('../../../shared/data/vqav2/valid.jsonl.gz', import.meta.url);
const lines = gunzipSync(readFileSync(file)).toString().trim().split('\n');
const questions: readonly Asked[] = lines.map((line) => JSON.parse(line));
const counts = new Map<string, number>();
for (const { answerType } of questions) counts.set(answerType, (counts.get(answerType) ?? 0) + 1);
const sums = { 'top-1': 0, 'oracle@8': 0, 'oracle@16': 0, 'oracle@32': 0, 'oracle@64': 0 };
for (const { question, answerType, answers } of questions) {
  const worth = vqaAccuracy(answers);
  const given = priorAnswers(question, FIRST['oracle@64']).map(({ answer }) => worth(answer));
  const weight = NATURAL_SHARES[answerType] / (counts.get(answerType) ?? 1);
  for (const name of figureNames()) sums[name] += 100 * weight * Math.max(...given.slice(0, FIRST[name]));
}
for (const name of figureNames()) {
  const reported = report.figures.all.all[name];
  const same = Math.abs(sums[name] - reported) < NEAR;
  console.log(`${name}: ${sums[name].toFixed(2)}, reported ${reported.toFixed(2)}${same ? '' : ': NOT THE SAME'}`);
  if (!same) process.exitCode = 1;
}

function figureNames(): readonly (keyof typeof FIRST)[] {
  return ['top-1', 'oracle@8', 'oracle@16', 'oracle@32', 'oracle@64'];
}
