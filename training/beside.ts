/**
 * Prints how well things are named by where they are beside another: npx tsx training/beside.ts [FOLDER]
 * "What is to the left of the tiger?" and the like, of the scenes with two things of `left-right.jsonl` and `above-below.jsonl` in
 * training/evaluation, or in the folder that is given; with the region looked at by itself, and without. Limits are chosen on
 * training/validation alone.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withGlimpse } from '../src/cli/with-glimpse.ts';

const folder = process.argv[2] ?? fileURLToPath(new URL('./evaluation', import.meta.url));
const read = async (set: string) =>
  (await readFile(join(folder, `${set}.jsonl`), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** "Which is on the left, the clock or the house?" */
interface Line {
  readonly image: string;
  readonly question: string;
  readonly answers: readonly string[];
  readonly choices?: readonly string[];
}

const WHICH = /^Which is (?:on the|at the) (left|right|top|bottom), the (.+) or the (.+)\?$/;
const WORDINGS = {
  left: ['to the left of'],
  right: ['to the right of'],
  top: ['above', 'on top of'],
  bottom: ['below'],
} as const;

const things = [...new Set((await read('on-the-side')).flatMap(({ choices = [] }) => choices))];
const lines = [...(await read('left-right')), ...(await read('above-below'))];
const scenes = lines.flatMap(({ image, question, answers }) => {
  const [, side, one, other] = question.match(WHICH) ?? [];
  const beside = [one, other].find((thing) => thing !== undefined && !answers.includes(thing));
  if (side === undefined || beside === undefined) return [];
  return WORDINGS[side as keyof typeof WORDINGS].map((wording) => ({ image, answers, wording, beside }));
});

await withGlimpse('glimpse-mini', async (glimpse) => {
  const right = new Map<string, { all: number; looked: number; whole: number }>();
  for (const { image, answers, wording, beside } of scenes) {
    const file = await readFile(join(folder, image));
    const choices = [...new Set([...answers.slice(0, 1), ...things])].filter((thing) => thing !== beside);
    const isRight = async (crops: boolean) => {
      const { answer } = await glimpse.ask(file, `What is ${wording} the ${beside}?`, { choices, scoring: { crops } });
      return answers.includes(answer) ? 1 : 0;
    };
    const sums = right.get(wording) ?? { all: 0, looked: 0, whole: 0 };
    right.set(wording, {
      all: sums.all + 1,
      looked: sums.looked + (await isRight(true)),
      whole: sums.whole + (await isRight(false)),
    });
  }
  const percent = (part: number, all: number) => `${((100 * part) / all).toFixed(1)} %`.padStart(8);
  for (const [wording, { all, looked, whole }] of right) {
    const figures = `by its region ${percent(looked, all)}   by all of the picture ${percent(whole, all)}`;
    process.stdout.write(`what is ${wording.padEnd(16)} ${String(all).padStart(4)} scenes   ${figures}\n`);
  }
});
