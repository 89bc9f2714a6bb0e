import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { textTowerFile } from '../../models/catalogue.ts';
import type { Config } from '../config.ts';
import { UserError } from '../user-error.ts';
import { fallBack, type ResolvedCheckpoint, type ResolveOptions, resolveCheckpoint } from './checkpoint.ts';
import type { Clip } from './clip.ts';
import { readCompanion } from './companion.ts';
import { sha256Of } from './hub-file.ts';
import { SILENT } from './log.ts';
import { createPictureEmbeddings } from './picture-embeddings.ts';
import { openTextCache } from './text-cache.ts';
import { createTextEmbeddings } from './text-embeddings.ts';
import { createVisionClient, type VisionClient, type VisionClientOptions } from './vision-client.ts';

/** The settings that a CLIP is opened by. */
export type ClipConfig = Pick<
  Config,
  'clipModel' | 'offline' | 'cacheFolder' | 'hubUrl' | 'visionThreads' | 'visionQueue' | 'visionDeadlineMs'
>;

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
    return await load(checkpoint, config, withLog);
  } catch (error) {
    if (!checkpoint.automatic || !(error instanceof UserError)) throw error;
    return load(await fallBack(error, config, withLog), config, withLog);
  }
}

async function load(
  checkpoint: ResolvedCheckpoint,
  config: ClipConfig,
  options: OpenClipOptions & Pick<ResolveOptions, 'log'>,
): Promise<Clip> {
  const { entry, folder, logitScale } = checkpoint;
  const client = createVisionClient({
    ...options,
    checkpoint: { folder, precision: entry.precision },
    threads: config.visionThreads,
    queueLimit: config.visionQueue,
    deadlineMs: config.visionDeadlineMs,
  });
  try {
    const [{ dimension }, fingerprint] = await Promise.all([openOrExplain(client, checkpoint), textTower(checkpoint)]);
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
    return {
      model: entry.id,
      logitScale,
      ...companion,
      encodePicture: createPictureEmbeddings(client),
      encodeTexts: createTextEmbeddings(client, disk),
      close: async () => {
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

const remedyFor = ({ entry, folder }: ResolvedCheckpoint): string =>
  entry.source.kind === 'hub' ? `Delete ${folder} and start again to fetch it anew.` : 'Install Glimpse again.';

/** Tells one text tower from another by its content: a retrained checkpoint keeps its name, and even its size. */
async function textTower({ entry, folder }: ResolvedCheckpoint): Promise<string> {
  const hashes = await Promise.all(
    [textTowerFile(entry), 'tokenizer.json', 'tokenizer_config.json'].map((file) => sha256Of(join(folder, file))),
  );
  return createHash('sha256').update(hashes.join()).digest('hex');
}
