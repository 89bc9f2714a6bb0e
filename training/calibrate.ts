/**
 * Fits how often answers turn out right to the shares of the probability that they had: npx tsx training/calibrate.ts
 * Asks every question of training/validation (`evaluate.py --validation`), which no figure is reported on, without
 * calibration and ceilings, and writes the tables into models/glimpse-mini/glimpse.json: by family where there are enough
 * questions, and over all of them.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { askGroups } from './ask-groups.ts';

const VALIDATION = fileURLToPath(new URL('./validation/', import.meta.url));
const COMPANION = fileURLToPath(new URL('../models/glimpse-mini/glimpse.json', import.meta.url));
/** A family's own table wants so many questions, and each of its steps so many. */
const ENOUGH = 150;
const LEAST_STEP = 25;

interface Asked {
  readonly family: string;
  readonly confidence: number;
  readonly accuracy: number;
}

/**
 * Isotonic regression by pooling adjacent violators (Ayer et al. 1955): rising steps of the mean share and the mean accuracy.
 * A step of fewer than `LEAST_STEP` answers is pooled with the one below it.
 */
function isotonic(asked: readonly Asked[]): [number, number][] {
  const steps: { share: number; right: number; n: number }[] = [];
  const pool = () => {
    const upper = steps.pop();
    const lower = steps.pop();
    if (!upper || !lower) return;
    steps.push({ share: lower.share + upper.share, right: lower.right + upper.right, n: lower.n + upper.n });
  };
  const falls = () => {
    const [lower, upper] = steps.slice(-2);
    return lower !== undefined && upper !== undefined && lower.right / lower.n >= upper.right / upper.n;
  };
  const tooSmall = () => (steps.at(-2)?.n ?? LEAST_STEP) < LEAST_STEP;
  for (const { confidence, accuracy } of asked.toSorted((a, b) => a.confidence - b.confidence)) {
    steps.push({ share: confidence, right: accuracy, n: 1 });
    while (falls() || tooSmall()) pool();
  }
  return steps.map(({ share, right, n }) => [round(share / n), round(right / n)]);
}

const round = (value: number): number => Number(value.toFixed(4));

const all: readonly Asked[] = await askGroups(VALIDATION, { without: ['calibration', 'ceilings'] });
const tables = [...new Set(all.map(({ family }) => family))]
  .map((family) => [family, all.filter((asked) => asked.family === family)] as const)
  .filter(([, asked]) => asked.length >= ENOUGH)
  .map(([family, asked]) => [family, isotonic(asked)] as const);
const calibration = { ...Object.fromEntries(tables), all: isotonic(all) };
const known = JSON.parse(await readFile(COMPANION, 'utf8'));
await writeFile(COMPANION, `${JSON.stringify({ ...known, calibration })}\n`);
console.log(`${all.length} questions; tables for ${Object.keys(calibration).join(', ')}`);
