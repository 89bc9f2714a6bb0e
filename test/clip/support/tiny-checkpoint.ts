import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckpointShape } from '../../../bench/stand-in/checkpoint-shape.ts';
import { makeCheckpoint } from '../../../bench/stand-in/make-checkpoint.ts';
import type { VisionCheckpoint } from '../../../src/clip/vision-protocol.ts';

const made: string[] = [];

/** A new checkpoint with random weights in a folder of its own, in both precisions, to be loaded in fp32. */
export async function tinyCheckpoint(shape: CheckpointShape, padTo?: number): Promise<VisionCheckpoint> {
  const folder = await mkdtemp(join(tmpdir(), 'glimpse-tiny-'));
  made.push(folder);
  await makeCheckpoint(folder, shape);
  return { folder, precision: { vision: 'fp32', text: 'fp32' }, padTo };
}

/** Lays other settings over those of a JSON file of the checkpoint; `undefined` takes one away. */
export async function changeJson({ folder }: VisionCheckpoint, file: string, changes: object): Promise<void> {
  const before: object = JSON.parse(await readFile(join(folder, file), 'utf8'));
  await writeFile(join(folder, file), JSON.stringify({ ...before, ...changes }));
}

/** Deletes every checkpoint that was made in this test file. */
export async function removeTinyCheckpoints(): Promise<void> {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true });
}
