import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileHashes } from '../../src/checkpoints/file-hashes.ts';
import { choosesInt8, type PrecisionOptions } from '../../src/clip/choose-precision.ts';
import type { PrecisionReport } from '../../src/clip/vision-protocol.ts';

const ENTRY = { id: 'some/clip', precision: { vision: 'fp32', text: 'fp32' } } as const;
const GOOD: PrecisionReport = { exactMs: 90, int8Ms: 30, cosine: 0.99, pictures: 32, agreed: 31 };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'glimpse-precision-'));
  await mkdir(join(folder, 'onnx'));
  await writeFile(join(folder, 'onnx', 'vision_model.onnx'), 'exact');
  await writeFile(join(folder, 'onnx', 'vision_model_quantized.onnx'), 'rounded');
});
afterEach(() => rm(folder, { recursive: true }));

/** What a new start chooses, how many trials it makes, and what it logs. */
async function choose(report: PrecisionReport | Error, options: Partial<PrecisionOptions> = {}) {
  const infos: string[] = [];
  const warnings: string[] = [];
  let trials = 0;
  const int8 = await choosesInt8(ENTRY, folder, {
    memory: join(folder, 'cache', 'precision.json'),
    threads: 2,
    processor: 'A processor',
    hashes: await openFileHashes(join(folder, 'cache', 'hashes.json')),
    log: { debug: () => {}, info: (line) => infos.push(line), warn: (line) => warnings.push(line) },
    run: async () => {
      trials += 1;
      if (report instanceof Error) throw report;
      return report;
    },
    ...options,
  });
  return { int8, trials, infos, warnings };
}

it('takes int8 where it is faster and its answers agree, and says so', async () => {
  const { int8, infos } = await choose(GOOD);
  expect(int8).toBe(true);
  expect(infos).toEqual([
    'some/clip: its vision tower serves in int8. A picture takes 30 ms in int8 and 90 ms in fp32; the embeddings have a ' +
      'mean cosine of 0.9900, and the same text fits best for 31 of 32 trial pictures.',
  ]);
});

it.each([
  ['is hardly faster', { int8Ms: 70 }, 'not 1.3 times as fast'],
  ['has other embeddings', { cosine: 0.97 }, 'under 0.98'],
  ['has no embeddings', { cosine: Number.NaN }, 'under 0.98'],
  ['finds other texts to fit', { agreed: 28 }, 'less than 90 %'],
])('leaves int8 where it %s, and says why', async (_, fault, why) => {
  const { int8, infos } = await choose({ ...GOOD, ...fault });
  expect(int8).toBe(false);
  expect(infos).toEqual([expect.stringContaining(why)]);
  expect(infos[0]).toContain('serves in fp32');
});

describe('the verdict', () => {
  it('is made once', async () => {
    await choose({ ...GOOD, cosine: 0.5 });
    const again = await choose(GOOD);
    expect(again).toMatchObject({ int8: false, trials: 0 });
    expect(again.infos[0]).toContain('measured at an earlier start');
  });

  it.each([
    ['processor', { processor: 'Another processor' }],
    ['number of threads', { threads: 1 }],
  ])('is made anew on another %s', async (_, options) => {
    await choose(GOOD);
    expect((await choose(GOOD, options)).trials).toBe(1);
    expect((await choose(GOOD)).trials).toBe(0);
  });

  it.each(['vision_model.onnx', 'vision_model_quantized.onnx'])('is made anew for another %s', async (file) => {
    await choose(GOOD);
    await writeFile(join(folder, 'onnx', file), 'trained anew');
    expect((await choose(GOOD)).trials).toBe(1);
  });

  it('is made anew where what is remembered is damaged', async () => {
    await choose(GOOD);
    await writeFile(join(folder, 'cache', 'precision.json'), '{"a":');
    expect((await choose(GOOD)).trials).toBe(1);
  });
});

it('leaves int8 where the trial fails, warns, and tries again at the next start', async () => {
  const { int8, warnings } = await choose(new Error('the vision process has ended: exit status 1'));
  expect(int8).toBe(false);
  expect(warnings).toEqual([expect.stringMatching(/could not be told.*fp32.*exit status 1.*CLIP_PRECISION=fp32/)]);
  expect((await choose(GOOD)).int8).toBe(true);
});
