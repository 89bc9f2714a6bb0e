/**
 * What each step of scoring is worth: npx tsx training/ablate.ts
 * Asks every question of training/evaluation with all steps and with each of them left out, and writes docs/ablation.md.
 */
import { readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { evaluateFile } from '../src/cli/eval.ts';
import type { Evaluation } from '../src/evaluation/summarise.ts';
import { SCORING_STEPS, type ScoringStep } from '../src/vqa/scoring.ts';

const EVALUATION = fileURLToPath(new URL('./evaluation/', import.meta.url));
const TABLE = fileURLToPath(new URL('../docs/ablation.md', import.meta.url));

const groups = (await readdir(EVALUATION)).filter((file) => file.endsWith('.jsonl')).sort();
const runs: { readonly name: string; readonly found: readonly Evaluation[] }[] = [];
for (const without of [[], ...SCORING_STEPS.map((step) => [step])] as ScoringStep[][]) {
  const found: Evaluation[] = [];
  for (const group of groups)
    found.push(await evaluateFile(`${EVALUATION}${group}`, { model: 'glimpse-mini', without }));
  const [step] = without;
  runs.push({ name: step === undefined ? 'all steps' : `without ${step}`, found });
  console.log(runs.at(-1)?.name, overall(found, 'accuracy').toFixed(1));
}

/** Over the questions of all groups. */
function overall(found: readonly Evaluation[], figure: 'accuracy' | 'unsure' | 'sureWrong'): number {
  const asked = found.reduce((sum, { n }) => sum + n, 0);
  return found.reduce((sum, evaluation) => sum + evaluation.n * evaluation[figure], 0) / asked;
}

function calibrationError(found: readonly Evaluation[]): number {
  const asked = found.reduce((sum, { n }) => sum + n, 0);
  return found.reduce((sum, { n, calibration }) => sum + n * (calibration.ece ?? 0), 0) / asked;
}

const header = ['group', ...runs.map(({ name }) => name)];
const rows = groups.map((group, at) => [
  group.replace(/\.jsonl$/, ''),
  ...runs.map(({ found }) => (found[at] as Evaluation).accuracy.toFixed(1)),
]);
const summary = [
  ['**all**', ...runs.map(({ found }) => `**${overall(found, 'accuracy').toFixed(1)}**`)],
  ['sure and wrong %', ...runs.map(({ found }) => overall(found, 'sureWrong').toFixed(1))],
  ['unsure %', ...runs.map(({ found }) => overall(found, 'unsure').toFixed(1))],
  ['calibration error', ...runs.map(({ found }) => calibrationError(found).toFixed(1))],
];
const table = [header, header.map(() => '---'), ...rows, ...summary].map((row) => `| ${row.join(' | ')} |`).join('\n');
const asked = runs[0]?.found.reduce((sum, { n }) => sum + n, 0) ?? 0;
await writeFile(
  TABLE,
  `# What each step of scoring is worth

Written by \`npx tsx training/ablate.ts\`: VQA accuracy of glimpse-mini in percent on ${asked.toLocaleString('en')} questions about pictures in
art that it never saw, with all steps of [scoring](scoring.md) and with each of them left out. The calibration error is the mean
of the groups', weighted by their questions.

${table}
`,
);
