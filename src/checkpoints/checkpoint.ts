import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  CATALOGUE,
  type CatalogueEntry,
  checkpointFiles,
  PREFERRED_CHECKPOINT,
  SHIPPED_CHECKPOINT,
  type Tower,
} from '../../models/catalogue.ts';
import type { Config } from '../config.ts';
import { UserError } from '../user-error.ts';
import { folderOf } from './checkpoint-folder.ts';
import { int8Towers, withPrecision } from './checkpoint-precision.ts';
import { type FetchConfig, type FetchOptions, fetchCheckpoint } from './fetch-checkpoint.ts';
import { fileState, readManifest, withListedData } from './file-manifest.ts';
import { MODEL_NAMES, type ModelName, parseModelName } from './model-name.ts';
import { DESCRIBING_FILES, describeOwnCheckpoint } from './own-checkpoint.ts';

/** A checkpoint whose files are all on this disk. */
export interface ResolvedCheckpoint {
  /** Its `precision` is that of the files that were asked for: exact unless the settings say int8. */
  readonly entry: CatalogueEntry;
  /** Absolute path of a folder in the transformers.js layout. */
  readonly folder: string;
  /** What a cosine is multiplied by before the softmax or sigmoid. */
  readonly logitScale: number;
  /** Chosen by `auto`, so that another may take its place. */
  readonly automatic: boolean;
  /** Towers that might serve in int8 instead: the settings leave it open, their int8 file is here, and its answers are sound. */
  readonly int8: readonly Tower[];
}

/** The settings that a checkpoint is found by. */
export type CheckpointConfig = Pick<Config, 'clipModel' | 'cacheFolder'> &
  FetchConfig &
  Partial<Pick<Config, 'precision'>>;

/** Who is told of a download and of trouble, and what stands in for the network in a test. */
export interface ResolveOptions extends FetchOptions {
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
  const name = parseModelName(config.clipModel);
  if (!name) {
    throw unavailable(`There is no checkpoint named "${config.clipModel.slice(0, 100)}". It must be ${MODEL_NAMES}.`);
  }
  if (name.kind !== 'auto') return obtain(await entryOf(name, config, options), config, options, false);
  try {
    return await obtain(known(PREFERRED_CHECKPOINT), config, options, true);
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
  const shipped = await obtain(known(SHIPPED_CHECKPOINT), config, options, false);
  options.log.warn(
    `${failure.message} Until then I answer with ${SHIPPED_CHECKPOINT}, which knows far less. ` +
      `CLIP_MODEL=${SHIPPED_CHECKPOINT} chooses it without this warning.`,
  );
  return shipped;
}

/**
 * The catalogue's entry of a model's name, or one made from the checkpoint's own files; of a repository of the hub those
 * two are fetched first. `auto` is the full CLIP. Throws a UserError (`model-unavailable`).
 */
export async function entryOf(
  name: ModelName,
  config: CheckpointConfig,
  options: ResolveOptions,
): Promise<CatalogueEntry> {
  if (name.kind === 'auto') return known(PREFERRED_CHECKPOINT);
  if (name.kind === 'known') return name.entry;
  // A folder's path may tell whose machine this is, and the id is shown under every answer.
  if (name.kind === 'folder') return describeOwnCheckpoint(lastPart(name.folder), name, name.folder, options.log);
  const id = name.revision === 'main' ? name.repository : `${name.repository}@${name.revision}`;
  const folder = folderOf(name, config.cacheFolder);
  const missing = await filesToFetch({ id, source: name }, folder, DESCRIBING_FILES, config, options);
  if (missing.length > 0) {
    const unread: CatalogueEntry = { ...known(PREFERRED_CHECKPOINT), id, source: name, downloadBytes: 0 };
    await fetchCheckpoint(unread, folder, missing, config, options);
  }
  return describeOwnCheckpoint(id, name, folder, options.log);
}

async function obtain(
  wanted: CatalogueEntry,
  config: CheckpointConfig,
  options: ResolveOptions,
  automatic: boolean,
): Promise<ResolvedCheckpoint> {
  const folder = folderOf(wanted.source, config.cacheFolder, options.modelsFolder);
  const entry = await withPrecision(wanted, folder, config.precision ?? 'auto', options.log);
  await completeCheckpoint(entry, folder, checkpointFiles(entry), config, options);
  return {
    entry,
    folder,
    automatic,
    logitScale: await readLogitScale(entry, folder),
    int8: config.precision === 'fp32' ? [] : await int8Towers(entry, folder),
  };
}

/** Sees to it that all these files of a checkpoint are in its folder. Throws a UserError (`model-unavailable`). */
export async function completeCheckpoint(
  entry: CatalogueEntry,
  folder: string,
  files: readonly string[],
  config: CheckpointConfig,
  options: ResolveOptions,
): Promise<void> {
  const missing = await filesToFetch(entry, folder, files, config, options);
  const [first] = missing;
  if (first === undefined) return;
  if (entry.source.kind === 'shipped') {
    throw unavailable(`${entry.id} should ship with Glimpse, but ${first} is not in ${folder}. Install it again.`);
  }
  if (entry.source.kind === 'folder') throw unavailable(`${entry.id} has no ${first} in ${folder}. Put it there.`);
  // config.json is asked for even if it is here: it is small, and tells in time whether the hub is.
  await fetchCheckpoint(entry, folder, [...new Set(['config.json', ...missing])], config, options);
}

/** What is missing of these files. One that is not as long as it was when it came is removed, with a warning. */
async function filesToFetch(
  { id, source }: Pick<CatalogueEntry, 'id' | 'source'>,
  folder: string,
  files: readonly string[],
  config: CheckpointConfig,
  { log }: ResolveOptions,
): Promise<readonly string[]> {
  const listed = source.kind === 'hub' ? (await readManifest(folder))?.files : undefined;
  const missing: string[] = [];
  for (const file of withListedData(files, listed)) {
    const state = await fileState(folder, file, listed, 'size');
    if (state === 'whole' || state === 'unlisted') continue;
    missing.push(file);
    if (state === 'missing' || source.kind !== 'hub') continue;
    if (config.offline) {
      throw unavailable(`${id}: ${file} in ${folder} is ${state}, and GLIMPSE_OFFLINE=1 forbids to fetch it again.`);
    }
    log.warn(`${id}: ${file} is ${state}. I fetch it again.`);
    await rm(join(folder, file), { force: true });
  }
  return missing;
}

function known(id: string): CatalogueEntry {
  const entry = CATALOGUE.find((candidate) => candidate.id === id);
  if (!entry) throw new TypeError(`the catalogue lacks ${id}`);
  return entry;
}

const lastPart = (path: string): string => path.split(/[/\\]/).findLast((part) => part !== '') ?? path;

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
