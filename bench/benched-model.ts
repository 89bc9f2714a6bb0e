import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SHIPPED_CHECKPOINT } from '../models/catalogue.ts';
import { type Config, readConfig } from '../src/config.ts';
import { CLIP_VIT_BASE_PATCH32 } from './stand-in/checkpoint-shape.ts';
import { makeCheckpoint } from './stand-in/make-checkpoint.ts';

/** What `--model` calls the checkpoints that are measured. */
export type ModelName = 'mini' | 'full';
/** Which files of the towers all contestants run. glimpse-mini has 32-bit floats only. */
export type BenchedPrecision = 'fp32' | 'q8';

/** A checkpoint that is measured. */
export interface BenchedModel {
  readonly name: ModelName;
  readonly says: string;
  /** In the transformers.js layout. */
  readonly folder: string;
  readonly precision: BenchedPrecision;
}

const MINI_FOLDER = fileURLToPath(new URL('../models/glimpse-mini', import.meta.url));
const STAND_IN_FOLDER = fileURLToPath(new URL('../.cache/stand-in/clip-vit-base-patch32', import.meta.url));

/** The checkpoint by that name. The full-size stand-in is made where it is missing, which is told on standard error. */
export async function benchedModel(name: ModelName, precision: BenchedPrecision = 'fp32'): Promise<BenchedModel> {
  if (name === 'mini') return { name, says: SHIPPED_CHECKPOINT, folder: MINI_FOLDER, precision: 'fp32' };
  await makeCheckpoint(STAND_IN_FOLDER, CLIP_VIT_BASE_PATCH32, {
    onFile: (file, bytes, written) => {
      if (written) process.stderr.write(`made ${file}, ${Math.round(bytes / 1e6)} MB of random weights\n`);
    },
  });
  return { name, says: `full-size stand-in, ${precision}`, folder: STAND_IN_FOLDER, precision };
}

/** What serves, and with what. */
export interface Served {
  readonly config: Config;
  /** The environment that the settings were read from, for another process. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Does some work with the settings of a bot that serves with the checkpoint and has an empty cache, in a folder that is gone
 * afterwards. `more` are further settings, by their names in the environment.
 */
export async function withSettings<T>(
  { name, folder, precision }: BenchedModel,
  work: (served: Served) => Promise<T>,
  more: Readonly<Record<string, string>> = {},
): Promise<T> {
  const cache = await mkdtemp(join(tmpdir(), 'glimpse-bench-'));
  try {
    const environment = {
      CLIP_MODEL: name === 'mini' ? SHIPPED_CHECKPOINT : folder,
      CLIP_PRECISION: precision,
      GLIMPSE_OFFLINE: '1',
      GLIMPSE_CACHE: cache,
      GLIMPSE_MEMORY: ':memory:',
      LOG_LEVEL: 'warn',
      ...more,
    };
    return await work({ environment, config: readConfig(environment) });
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
}
