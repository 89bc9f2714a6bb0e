import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type CatalogueEntry, textTowerFile } from '../../models/catalogue.ts';
import {
  type CheckpointConfig,
  fallBack,
  type ResolvedCheckpoint,
  type ResolveOptions,
  resolveCheckpoint,
} from '../checkpoints/checkpoint.ts';
import { type FileHashes, openFileHashes } from '../checkpoints/file-hashes.ts';
import { SILENT } from '../checkpoints/log.ts';
import { repairCheckpoint } from '../checkpoints/verify-checkpoint.ts';
import type { Config } from '../config.ts';
import { UserError } from '../user-error.ts';
import { createBackgroundTexts } from './background-texts.ts';
import { choosesInt8 } from './choose-precision.ts';
import type { Clip } from './clip.ts';
import { readCompanion } from './companion.ts';
import { createPictureEmbeddings } from './picture-embeddings.ts';
import { runPrecisionTrial } from './precision-trial.ts';
import { openTextCache } from './text-cache.ts';
import { createTextEmbeddings } from './text-embeddings.ts';
import { forkVisionProcess } from './vision-child.ts';
import { createVisionClient, scheduleTimeout, type VisionClient, type VisionClientOptions } from './vision-client.ts';

/** The settings that a CLIP is opened by. */
export type ClipConfig = Pick<Config, 'visionThreads' | 'visionQueue' | 'visionDeadlineMs'> & CheckpointConfig;

/** Who is told of a download and of trouble; the rest is for tests. */
export interface OpenClipOptions
  extends Partial<ResolveOptions>,
    Pick<VisionClientOptions, 'start' | 'schedule' | 'onJobStarted'> {}

/**
 * Finds the checkpoint that the settings ask for (see `resolveCheckpoint`), starts the vision process and loads it there.
 * Where `auto` found the full CLIP but it cannot be loaded, it warns and serves with the one that ships.
 * Throws a UserError (`model-unavailable`). Whoever opens a Clip closes it.
 *
 * @example const clip = await openClip(readConfig(process.env), { log });
 */
export async function openClip(config: ClipConfig, options: OpenClipOptions = {}): Promise<Clip> {
  const withLog = { ...options, log: options.log ?? SILENT };
  const checkpoint = await resolveCheckpoint(config, withLog);
  try {
    return await loadOrRepair(checkpoint, config, withLog);
  } catch (error) {
    if (!checkpoint.automatic || !(error instanceof UserError)) throw error;
    return load(await fallBack(error, config, withLog), config, withLog);
  }
}

/** What cannot be loaded may be damaged: then its broken files are fetched again, and it is tried once more. */
async function loadOrRepair(
  checkpoint: ResolvedCheckpoint,
  config: ClipConfig,
  options: OpenClipOptions & Pick<ResolveOptions, 'log'>,
): Promise<Clip> {
  try {
    return await load(checkpoint, config, options);
  } catch (error) {
    if (!(error instanceof UserError) || !(await repairCheckpoint(checkpoint, config, options))) throw error;
    return load(checkpoint, config, options);
  }
}

async function load(
  checkpoint: ResolvedCheckpoint,
  config: ClipConfig,
  options: OpenClipOptions & Pick<ResolveOptions, 'log'>,
): Promise<Clip> {
  const { folder, logitScale } = checkpoint;
  const hashes = await openFileHashes(join(config.cacheFolder, 'hashes.json'));
  const entry = await withBestPrecision(checkpoint, hashes, config, options);
  const client = createVisionClient({
    ...options,
    checkpoint: { folder, precision: entry.precision, padTo: entry.padTo },
    threads: config.visionThreads,
    queueLimit: config.visionQueue,
    deadlineMs: config.visionDeadlineMs,
  });
  try {
    const [{ dimension }, fingerprint] = await Promise.all([
      openOrExplain(client, checkpoint),
      textTower(entry, folder, hashes),
    ]);
    await hashes.save();
    const companion = await readCompanion(folder, dimension).catch((cause) => {
      throw new UserError(
        'model-unavailable',
        `${entry.id}: its glimpse.json can't be used. ${remedyFor(checkpoint)}`,
        { cause },
      );
    });
    const disk = await openTextCache(
      join(config.cacheFolder, 'texts', `${entry.id.replaceAll('/', '--')}-${fingerprint.slice(0, 12)}.bin`),
      { checkpoint: fingerprint, dimension },
      options.log,
    );
    const texts = createTextEmbeddings(client, disk);
    const beforehand = createBackgroundTexts(texts, client, {
      schedule: options.schedule ?? scheduleTimeout,
      log: options.log,
    });
    return {
      model: entry.id,
      logitScale,
      logitBias: entry.logitBias,
      scoring: entry.scoring,
      ...companion,
      ...createPictureEmbeddings(client),
      encodeTexts: texts.encode,
      encodeBeforehand: beforehand.encode,
      close: async () => {
        beforehand.stop();
        await client.close();
        await disk.flush();
      },
    };
  } catch (error) {
    await client.close();
    throw error;
  }
}

async function openOrExplain(client: VisionClient, checkpoint: ResolvedCheckpoint) {
  try {
    return await client.open();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const message = `${checkpoint.entry.id}: ${error.message} ${remedyFor(checkpoint)}`;
    throw new UserError('model-unavailable', message, { cause: error });
  }
}

const remedyFor = ({ entry, folder }: ResolvedCheckpoint): string => {
  switch (entry.source.kind) {
    case 'hub':
      return `Delete ${folder} and start again to fetch it anew.`;
    case 'folder':
      return `Look at the files in ${folder}.`;
    case 'shipped':
      return 'Install Glimpse again.';
  }
};

/** The entry with the precision that its vision tower serves in: int8 where that is open and a trial speaks for it. */
async function withBestPrecision(
  { entry, folder, int8 }: ResolvedCheckpoint,
  hashes: FileHashes,
  { cacheFolder, visionThreads: threads }: ClipConfig,
  { start = forkVisionProcess, log }: OpenClipOptions & Pick<ResolveOptions, 'log'>,
): Promise<CatalogueEntry> {
  if (!int8.includes('vision')) return entry;
  const { precision, padTo } = entry;
  const chosen = await choosesInt8(entry, folder, {
    memory: join(cacheFolder, 'precision.json'),
    threads,
    hashes,
    log,
    run: () => runPrecisionTrial({ folder, precision, padTo }, { threads, start }),
  });
  return chosen ? { ...entry, precision: { ...precision, vision: 'q8' } } : entry;
}

/** Tells one text tower from another by its content: a retrained checkpoint keeps its name, and even its size. */
async function textTower(entry: CatalogueEntry, folder: string, hashes: FileHashes): Promise<string> {
  const files = [textTowerFile(entry), 'tokenizer.json', 'tokenizer_config.json'];
  const contents = await Promise.all(files.map((file) => hashes.sha256(join(folder, file))));
  // How prompts are padded is no file's, but the catalogue's.
  const padding = entry.padTo === undefined ? [] : [`padded to ${entry.padTo}`];
  return createHash('sha256')
    .update([...contents, ...padding].join())
    .digest('hex');
}
