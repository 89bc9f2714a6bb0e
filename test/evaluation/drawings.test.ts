import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evaluateFile } from '../../src/cli/eval.ts';

const questions = fileURLToPath(new URL('./drawings/questions.jsonl', import.meta.url));

/**
 * What glimpse-mini must not fall below, in percent of each group's twenty questions (forty of strangers), in art that it
 * never saw: two or three answers under what was measured. `python3 training/evaluate.py --small` draws the pictures;
 * training/reports tells of the whole sets.
 */
const AT_LEAST: Readonly<Record<string, number>> = {
  'above-below': 90,
  activities: 75,
  broader: 80,
  colours: 90,
  counts: 75,
  'further-colours': 80,
  kinds: 60,
  'left-right': 90,
  'on-the-side': 65,
  places: 90,
  shapes: 90,
  strangers: 90,
  'thing-colours': 70,
  'things-100': 75,
  'things-20': 80,
  'things-open': 50,
  'two-things': 70,
  'yes-no': 80,
};

let folder: string;
let shares: ReadonlyMap<string, number>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-drawings-'));
  const answers = join(folder, 'answers.jsonl');
  await evaluateFile(questions, { model: 'glimpse-mini', answers });
  shares = sharesOfGroups(await readFile(answers, 'utf8'));
}, 300_000);

afterAll(() => rm(folder, { recursive: true }));

/** The mean accuracy, in percent, of the answers to each group, which is the folder of its pictures. */
function sharesOfGroups(lines: string): ReadonlyMap<string, number> {
  const groups = new Map<string, number[]>();
  for (const line of lines.trim().split('\n')) {
    const { image, accuracy }: { image: string; accuracy: number } = JSON.parse(line);
    const [group = ''] = image.split('/');
    groups.set(group, [...(groups.get(group) ?? []), accuracy]);
  }
  const mean = (values: readonly number[]) => (100 * values.reduce((sum, value) => sum + value, 0)) / values.length;
  return new Map([...groups].map(([group, accuracies]) => [group, mean(accuracies)]));
}

it('asks about every group that there is a bar for', () => {
  expect([...shares.keys()]).toEqual(expect.arrayContaining(Object.keys(AT_LEAST)));
});

it.each(Object.entries(AT_LEAST))('glimpse-mini answers %s right in at least %i %%', (group, least) => {
  expect(shares.get(group)).toBeGreaterThanOrEqual(least);
});
