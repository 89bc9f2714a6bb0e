import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import {
  CATALOGUE,
  type CatalogueEntry,
  checkpointFiles,
  PREFERRED_CHECKPOINT,
  SHIPPED_CHECKPOINT,
} from '../../models/catalogue.ts';
import type { Config } from '../config.ts';
import { UserError } from '../user-error.ts';
import { type DownloadProgress, downloadCheckpoint, type HubDeadlines } from './download-checkpoint.ts';
import { HubError } from './hub-file.ts';
import type { Log } from './log.ts';

/** A checkpoint whose files are all on this disk. */
export interface ResolvedCheckpoint {
  readonly entry: CatalogueEntry;
  /** Absolute path of a folder in the transformers.js layout. */
  readonly folder: string;
  /** What a cosine is multiplied by before the softmax. */
  readonly logitScale: number;
  /** Chosen by `auto`, so that another may take its place. */
  readonly automatic: boolean;
}

/** The settings that a checkpoint is found by. */
export type CheckpointConfig = Pick<Config, 'clipModel' | 'offline' | 'cacheFolder' | 'hubUrl'>;

/** Who is told of a download and of trouble, and what stands in for the network in a test. */
export interface ResolveOptions {
  readonly log: Log;
  /** Told now and then while a checkpoint is downloaded. */
  readonly onProgress?: (progress: DownloadProgress) => void;
  readonly fetch?: typeof fetch;
  readonly deadlines?: HubDeadlines;
  /** Where the shipped checkpoints are; this repository's `models/` by default. */
  readonly modelsFolder?: string;
}

/**
 * Finds the checkpoint that the settings ask for, downloading it if it must. `auto` takes the full CLIP from the cache or
 * the hub; where it cannot be had, it warns and takes the one that ships with Glimpse. Offline, the hub is not asked.
 * Throws a UserError (`model-unavailable`) where a checkpoint that was asked for by name cannot be had or is unknown.
 */
export async function resolveCheckpoint(
  config: CheckpointConfig,
  options: ResolveOptions,
): Promise<ResolvedCheckpoint> {
  if (config.clipModel !== 'auto') return obtain(entryOf(config.clipModel), config, options, false);
  try {
    return await obtain(entryOf(PREFERRED_CHECKPOINT), config, options, true);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return fallBack(error, config, options);
  }
}

/** The checkpoint that ships with Glimpse in the place of one that failed, with a loud warning that says why. */
export async function fallBack(
  failure: UserError,
  config: CheckpointConfig,
  options: ResolveOptions,
): Promise<ResolvedCheckpoint> {
  const shipped = await obtain(entryOf(SHIPPED_CHECKPOINT), config, options, false);
  options.log.warn(
    `${failure.message} Until then I answer with ${SHIPPED_CHECKPOINT}, which knows far less. ` +
      `CLIP_MODEL=${SHIPPED_CHECKPOINT} chooses it without this warning.`,
  );
  return shipped;
}

async function obtain(
  entry: CatalogueEntry,
  config: CheckpointConfig,
  options: ResolveOptions,
  automatic: boolean,
): Promise<ResolvedCheckpoint> {
  const folder = folderOf(entry, config, options.modelsFolder);
  const missing = await firstMissing(entry, folder);
  if (missing !== undefined) {
    if (entry.source.kind === 'shipped') {
      throw unavailable(`${entry.id} should ship with Glimpse, but ${missing} is not in ${folder}. Install it again.`);
    }
    if (config.offline) {
      throw unavailable(
        `${entry.id} is not in the cache (${folder}), and GLIMPSE_OFFLINE=1 forbids to fetch it. ` +
          'Start once without GLIMPSE_OFFLINE, or copy its files there.',
      );
    }
    await download(entry, folder, config, options);
  }
  return { entry, folder, automatic, logitScale: await readLogitScale(entry, folder) };
}

async function download(entry: CatalogueEntry, folder: string, config: CheckpointConfig, options: ResolveOptions) {
  try {
    await downloadCheckpoint(entry, folder, { ...options, hubUrl: config.hubUrl });
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    throw new UserError(
      'model-unavailable',
      `${entry.id} could not be fetched: ${error.message}. ` +
        `Check the network and HF_ENDPOINT and start again, or put its files into ${folder}.`,
      { cause: error },
    );
  }
}

function entryOf(id: string): CatalogueEntry {
  const entry = CATALOGUE.find((candidate) => candidate.id === id);
  if (entry) return entry;
  const known = ['auto', ...CATALOGUE.map((candidate) => candidate.id)].join(', ');
  throw unavailable(`There is no checkpoint named "${id.slice(0, 100)}". I know ${known}.`);
}

const SHIPPED_FOLDER = fileURLToPath(new URL('../../models/', import.meta.url));

/** The cache has the layout of transformers.js's own, so that folder's files can be copied over. */
function folderOf(entry: CatalogueEntry, { cacheFolder }: CheckpointConfig, modelsFolder = SHIPPED_FOLDER): string {
  if (entry.source.kind === 'shipped') return join(modelsFolder, entry.source.folder);
  const { repository, revision } = entry.source;
  return join(cacheFolder, 'models', ...repository.split('/'), ...(revision === 'main' ? [] : [revision]));
}

async function firstMissing(entry: CatalogueEntry, folder: string): Promise<string | undefined> {
  for (const file of checkpointFiles(entry)) {
    const there = await access(join(folder, file)).then(
      () => true,
      () => false,
    );
    if (!there) return file;
  }
  return undefined;
}

const scaleInConfig = z.object({ logit_scale: z.number().positive() });

async function readLogitScale(entry: CatalogueEntry, folder: string): Promise<number> {
  if (entry.logitScale !== 'config.json') return entry.logitScale;
  try {
    return scaleInConfig.parse(JSON.parse(await readFile(join(folder, 'config.json'), 'utf8'))).logit_scale;
  } catch (error) {
    throw new UserError('model-unavailable', `${entry.id} has no logit_scale in its config.json. Install it again.`, {
      cause: error,
    });
  }
}

const unavailable = (message: string) => new UserError('model-unavailable', message);
