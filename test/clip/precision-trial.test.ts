import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { TINY_CLIP } from '../../bench/stand-in/checkpoint-shape.ts';
import { runPrecisionTrial } from '../../src/clip/precision-trial.ts';
import { drawTrial } from '../../src/clip/trial-pictures.ts';
import { forkVisionProcess, type StartVisionChild } from '../../src/clip/vision-child.ts';
import type { VisionCheckpoint } from '../../src/clip/vision-protocol.ts';
import { isAlive } from './support/alive.ts';
import { removeTinyCheckpoints, tinyCheckpoint } from './support/tiny-checkpoint.ts';

afterAll(removeTinyCheckpoints);

/** The report of a real vision process, and its process id. */
async function trial(checkpoint: VisionCheckpoint) {
  let pid = 0;
  const start: StartVisionChild = (events) => {
    const child = forkVisionProcess(events);
    pid = child.pid ?? 0;
    return child;
  };
  const report = runPrecisionTrial(checkpoint, { threads: 1, start });
  return { report, pid };
}

const int8File = ({ folder }: VisionCheckpoint) => join(folder, 'onnx', 'vision_model_quantized.onnx');

describe('a trial of a vision tower in two precisions', () => {
  it('finds that a sound int8 tower gives nearly the same embeddings, and leaves no process behind', async () => {
    const { report, pid } = await trial(await tinyCheckpoint(TINY_CLIP));
    const { exactMs, int8Ms, cosine, pictures } = await report;
    expect(exactMs).toBeGreaterThan(0);
    expect(int8Ms).toBeGreaterThan(0);
    expect(cosine).toBeGreaterThan(0.98);
    expect(cosine).toBeLessThan(1);
    expect(pictures).toBe(32);
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  it('finds that a tower is the same as itself', async () => {
    const checkpoint = await tinyCheckpoint(TINY_CLIP);
    await copyFile(join(checkpoint.folder, 'onnx', 'vision_model.onnx'), int8File(checkpoint));
    const { cosine, agreed, pictures } = await (await trial(checkpoint)).report;
    expect(cosine).toBeCloseTo(1, 5);
    expect(agreed).toBe(pictures);
  });

  it('finds that a tower with other weights gives other embeddings', async () => {
    const checkpoint = await tinyCheckpoint(TINY_CLIP);
    await copyFile(int8File(await tinyCheckpoint({ ...TINY_CLIP, seed: 99 })), int8File(checkpoint));
    expect((await (await trial(checkpoint)).report).cosine).toBeLessThan(0.9);
  });

  it('fails, and ends its process, where the int8 file is none', async () => {
    const checkpoint = await tinyCheckpoint(TINY_CLIP);
    await writeFile(int8File(checkpoint), '<html>');
    const { report, pid } = await trial(checkpoint);
    await expect(report).rejects.toThrow(/\S/);
    await expect.poll(() => isAlive(pid)).toBe(false);
  });
});

it('is made on the same pictures every time, all of them different, with a text for each', async () => {
  const [one, other] = await Promise.all([drawTrial(), drawTrial()]);
  expect(one).toEqual(other);
  expect(new Set(one.pictures.map((file) => file.toString('base64'))).size).toBe(32);
  expect(new Set(one.texts).size).toBe(32);
  expect(one.texts).toContain('an orange triangle');
});
