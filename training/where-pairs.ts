/**
 * Prints where a box is drawn when there are two of a kind: npx tsx training/where-pairs.ts [FILE.jsonl] [--limit N]
 * The scenes are those of training/where.ts, of which the half that holds the thing is put beside (or above) its mirror image, so
 * that there are two, apart and alike; scenes whose thing reaches over the middle are left out.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { withGlimpse } from '../src/cli/with-glimpse.ts';
import type { Box } from '../src/images/region.ts';
import { holds, overlapOf, sceneForm } from '../src/where/evaluate-sightings.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { limit: { type: 'string' } } });
const file = positionals[0] ?? fileURLToPath(new URL('./evaluation/where.jsonl', import.meta.url));
const scenes = (await readFile(file, 'utf8'))
  .trim()
  .split('\n')
  .slice(0, Number(values.limit ?? Infinity))
  .map((line) => sceneForm.parse(JSON.parse(line)));

/** How far from the middle a thing stays, in pixels, so that the two don't touch. */
const APART = 2;

/** A picture with two of the thing in `box`, and where they are; undefined where it lies on both halves. */
async function doubled(picture: Buffer, { left, top, width, height }: Box, axis: 'across' | 'down') {
  const { width: wide, height: high } = await sharp(picture).metadata();
  const [from, length, side] = axis === 'across' ? [left, width, wide] : [top, height, high];
  const isFirst = from + length <= side / 2 - APART;
  if (!isFirst && from < side / 2 + APART) return undefined;
  const size = axis === 'across' ? { width: wide / 2, height: high } : { width: wide, height: high / 2 };
  const beside = axis === 'across' ? { left: size.width, top: 0 } : { left: 0, top: size.height };
  const corner = { left: 0, top: 0 };
  const half = await sharp(picture)
    .extract({ ...(isFirst ? corner : beside), ...size })
    .png()
    .toBuffer();
  const mirrored = axis === 'across' ? sharp(half).flop() : sharp(half).flip();
  const halves = isFirst ? [corner, beside] : [beside, corner];
  const inputs = [half, await mirrored.png().toBuffer()];
  const whole = sharp({ create: { width: wide, height: high, channels: 3, background: 'black' } });
  return {
    picture: await whole
      .composite(inputs.map((input, at) => ({ input, left: 0, top: 0, ...halves[at] })))
      .png()
      .toBuffer(),
    boxes: [
      { left, top, width, height },
      {
        left: axis === 'across' ? wide - left - width : left,
        top: axis === 'down' ? high - top - height : top,
        width,
        height,
      },
    ],
  };
}

await withGlimpse('glimpse-mini', async (glimpse) => {
  let count = 0;
  const held = [0, 0, 0];
  let overlap = 0;
  for (const scene of scenes) {
    if (scene.absent) continue;
    const [left, top, width, height] = scene.box;
    const picture = await readFile(join(dirname(file), scene.image));
    for (const axis of ['across', 'down'] as const) {
      const pair = await doubled(picture, { left, top, width, height }, axis);
      if (!pair) continue;
      count += 1;
      const { box } = await glimpse.where(pair.picture, scene.thing);
      if (!box) continue;
      const centres = pair.boxes.map((one) => [one.left + one.width / 2, one.top + one.height / 2] as const);
      const holding = centres.filter((centre) => holds(box, centre)).length;
      held[holding] = (held[holding] ?? 0) + 1;
      overlap += Math.max(...pair.boxes.map((one) => overlapOf(box, one)));
    }
  }
  const percent = (part = 0) => `${((100 * part) / count).toFixed(1)} %`;
  const rows = [
    ['scenes with two of a kind', String(count)],
    ['  the box holds the centre of one', percent(held[1])],
    ['  of both', percent(held[2])],
    ['  of neither', percent(held[0])],
    ['  not found', percent(count - held.reduce((sum, one) => sum + one, 0))],
    ['  mean overlap with the nearer (IoU)', (overlap / count).toFixed(3)],
  ];
  process.stdout.write(`${rows.map(([name = '', value]) => `${name.padEnd(48)}${value}`).join('\n')}\n`);
});
