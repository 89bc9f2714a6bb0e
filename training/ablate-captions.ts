/**
 * What each step of captioning is worth: npx tsx training/ablate-captions.ts
 * Captions training/evaluation with all steps and with each of them left out, and writes docs/caption-ablation.md.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CAPTIONING_STEPS } from '../src/captions/captioning.ts';
import { evaluateCaptions } from '../src/cli/eval-captions.ts';
import { ACCURACIES, type CaptionEvaluation } from '../src/evaluation/captions/summarise-captions.ts';

const CAPTIONS = fileURLToPath(new URL('./evaluation/captions.jsonl', import.meta.url));
const TABLE = fileURLToPath(new URL('../docs/caption-ablation.md', import.meta.url));

const runs: { readonly name: string; readonly scores: CaptionEvaluation }[] = [];
for (const step of [undefined, ...CAPTIONING_STEPS]) {
  const scores = await evaluateCaptions(CAPTIONS, { model: 'glimpse-mini', without: step === undefined ? [] : [step] });
  runs.push({ name: step === undefined ? 'all steps' : `without ${step}`, scores });
  console.log(runs.at(-1)?.name, scores.ciderD);
}

const figure = (percent: number | null) => (percent === null ? '–' : percent.toFixed(1));
const columns = [
  'CIDEr-D',
  'BLEU-4',
  ...ACCURACIES.map((name) => (name === 'several' ? 'number of several' : name)),
  'characters',
];
const rows = runs.map(({ name, scores: { ciderD, bleu4, accuracy, characters } }) => [
  name,
  figure(ciderD),
  figure(bleu4),
  ...ACCURACIES.map((of) => `${figure(accuracy[of].ofAll)} / ${figure(accuracy[of].ofSaid)}`),
  figure(characters),
]);
const table = [['', ...columns], ['', ...columns].map(() => '---'), ...rows]
  .map((cells) => `| ${cells.join(' | ')} |`)
  .join('\n');
await writeFile(
  TABLE,
  `# What each step of captioning is worth

Written by \`npx tsx training/ablate-captions.ts\`: short captions by glimpse-mini of the ${runs[0]?.scores.n} drawn pictures of
training/evaluation, in art that it never saw, with all steps and with each of them left out. Of subject, number, colour, place and
activity: how many captions have it right, in percent, first of all whose picture shows it, then of all that say it
([caption-evaluation.md](caption-evaluation.md)).

${table}
`,
);
