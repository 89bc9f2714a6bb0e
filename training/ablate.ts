/**
 * What each step of scoring is worth: npx tsx training/ablate.ts
 * Asks every fourth question of training/evaluation with all steps and with each of them left out, and writes docs/ablation.md.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { calibrationOf } from '../src/evaluation/calibration.ts';
import type { JudgedAnswer } from '../src/evaluation/judge.ts';
import { SCORING_STEPS } from '../src/vqa/scoring.ts';
import { askGroups, groupOf } from './ask-groups.ts';

const EVALUATION = fileURLToPath(new URL('./evaluation/', import.meta.url));
const TABLE = fileURLToPath(new URL('../docs/ablation.md', import.meta.url));
const EVERY = 4;

type Run = readonly JudgedAnswer[];

const runs: { readonly name: string; readonly answers: Run }[] = [];
for (const step of [undefined, ...SCORING_STEPS]) {
  const answers = await askGroups(EVALUATION, { every: EVERY, without: step === undefined ? [] : [step] });
  runs.push({ name: step === undefined ? 'all steps' : `without ${step}`, answers });
  console.log(runs.at(-1)?.name, accuracy(answers));
}

function share(run: Run, of: (answer: JudgedAnswer) => number): string {
  return ((100 * run.reduce((sum, answer) => sum + of(answer), 0)) / run.length).toFixed(1);
}

function accuracy(run: Run): string {
  return share(run, (answer) => answer.accuracy);
}

const row = (name: string, of: (run: Run) => string) =>
  `| ${[name, ...runs.map(({ answers }) => of(answers))].join(' | ')} |`;
const all = runs[0]?.answers ?? [];
const groups = [...new Set(all.map(groupOf))];
const table = [
  `| group | ${runs.map(({ name }) => name).join(' | ')} |`,
  `|---${'|---'.repeat(runs.length)}|`,
  ...groups.map((group) => row(group, (run) => accuracy(run.filter((answer) => groupOf(answer) === group)))),
  row('**all**', (run) => `**${accuracy(run)}**`),
  row('sure and wrong %', (run) => share(run, ({ sure, accuracy: right }) => (sure ? 1 - right : 0))),
  row('unsure %', (run) => share(run, ({ sure }) => (sure ? 0 : 1))),
  row('calibration error', (run) => (100 * (calibrationOf(run).ece ?? 0)).toFixed(1)),
].join('\n');
await writeFile(
  TABLE,
  `# What each step of scoring is worth

Written by \`npx tsx training/ablate.ts\`: VQA accuracy of glimpse-mini in percent on ${all.length.toLocaleString('en')} questions about pictures in
art that it never saw (every fourth one of the evaluation set), with all steps of [scoring](scoring.md) and with each of them left out.

${table}
`,
);
