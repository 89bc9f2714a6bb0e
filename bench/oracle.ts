/**
 * How good the candidates are without any picture: npx tsx bench/oracle.ts FILE.jsonl.gz
 * Reads questions of VQA v2 (`{question, answerType, answers}` lines, gzipped) and prints, with the answer types in their
 * natural shares, the VQA accuracy of the first candidate and of the best of the first 8, 16, 32 and 64, by family.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { vqaAccuracy } from '../src/evaluation/vqa-accuracy.ts';
import { proposeAnswers } from '../src/vqa/propose-answers.ts';

interface Asked {
  readonly question: string;
  readonly answerType: 'yes/no' | 'number' | 'other';
  readonly answers: readonly string[];
}

/** The shares of the answer types in all of VQA v2, in percent (Goyal et al. 2017). */
const NATURAL = { 'yes/no': 37.6, number: 13.1, other: 49.3 } as const;
const CUTS = [1, 8, 16, 32, 64] as const;

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Name the questions: npx tsx bench/oracle.ts FILE.jsonl.gz');
  process.exit(2);
}
const asked = gunzipSync(readFileSync(file))
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Asked);
const count = (type: Asked['answerType']) => asked.filter(({ answerType }) => answerType === type).length;
const weights = new Map(
  Object.entries(NATURAL).map(([type, share]) => [type, share / count(type as Asked['answerType'])]),
);

const sums = new Map<string, { weight: number; n: number; best: number[] }>();
for (const { question, answerType, answers } of asked) {
  const { family, candidates } = proposeAnswers(question);
  const accuracyOf = vqaAccuracy(answers);
  const worth = candidates.map(({ answer }) => accuracyOf(answer));
  const weight = weights.get(answerType) ?? 0;
  for (const name of ['all', answerType, family]) {
    const sum = sums.get(name) ?? { weight: 0, n: 0, best: CUTS.map(() => 0) };
    sums.set(name, sum);
    sum.weight += weight;
    sum.n += 1;
    CUTS.forEach((cut, at) => {
      sum.best[at] = (sum.best[at] as number) + weight * Math.max(0, ...worth.slice(0, cut));
    });
  }
}
console.log('| | questions | share % | first | of 8 | of 16 | of 32 | of 64 |\n|---|---|---|---|---|---|---|---|');
for (const [name, { weight, n, best }] of [...sums].sort(([, a], [, b]) => b.weight - a.weight))
  console.log(
    `| ${name} | ${n} | ${weight.toFixed(1)} | ${best.map((sum) => ((100 * sum) / weight).toFixed(1)).join(' | ')} |`,
  );
