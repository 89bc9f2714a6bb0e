/**
 * Prints how well things are found in drawn scenes, beside what boxes anywhere and in the middle would do: npx tsx training/where.ts [FILE.jsonl] [--limit N]
 * The file is training/evaluation/where.jsonl where there is none (`evaluate.py` writes it), and has a line for each scene:
 * {"image", "thing", "absent", "box": [left, top, width, height], "centre": [x, y]}. Limits and weights are chosen on
 * training/validation/where.jsonl alone.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { withGlimpse } from '../src/cli/with-glimpse.ts';
import { type BoxScores, type Scene, sceneForm, scoreSightings } from '../src/where/evaluate-sightings.ts';
import type { Sighting } from '../src/where/sighting.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { limit: { type: 'string' } } });
const file = positionals[0] ?? fileURLToPath(new URL('./evaluation/where.jsonl', import.meta.url));
const lines = (await readFile(file, 'utf8'))
  .trim()
  .split('\n')
  .slice(0, Number(values.limit ?? Infinity));
const scenes = lines.map((line) => sceneForm.parse(JSON.parse(line)));

await withGlimpse('glimpse-mini', async (glimpse) => {
  const looked: { scene: Scene; sighting: Sighting }[] = [];
  for (const scene of scenes)
    looked.push({
      scene,
      sighting: await glimpse.where(await readFile(join(dirname(file), scene.image)), scene.thing),
    });
  const scores = scoreSightings(looked);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const ofBoxes = ({ centreHeld, halfOverlapped, overlap }: BoxScores) => [
    ['    holds its centre', percent(centreHeld)],
    ['    overlaps the true box by half (IoU >= 0.5)', percent(halfOverlapped)],
    ['    mean overlap (IoU)', overlap.toFixed(3)],
  ];
  const rows = [
    ['scenes with the thing', String(scores.there)],
    ['  found', percent(scores.found)],
    ['  the box', ''],
    ...ofBoxes(scores),
    ['  a box of its size anywhere in the picture', ''],
    ...ofBoxes(scores.anywhere),
    ['  a box of the mean size in the middle', ''],
    ...ofBoxes(scores.inMiddle),
    ['  mean share of the picture in the box', percent(scores.boxShare)],
    ['  mean share of the picture in the true box', percent(scores.trueShare)],
    ['scenes without it', String(scores.absent)],
    ['  told to be absent', percent(scores.toldAbsent)],
  ];
  process.stdout.write(`${rows.map(([name = '', value]) => `${name.padEnd(48)}${value}`.trimEnd()).join('\n')}\n`);
});
