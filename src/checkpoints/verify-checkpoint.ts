import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type CatalogueEntry, checkpointFiles } from '../../models/catalogue.ts';
import type { CheckpointConfig, ResolvedCheckpoint, ResolveOptions } from './checkpoint.ts';
import { fetchCheckpoint } from './fetch-checkpoint.ts';
import { type FileState, fileState, readManifest, readModelCard, withListedData } from './file-manifest.ts';

/** What a look at one of a checkpoint's files found. */
export interface VerifiedFile {
  readonly path: string;
  readonly state: FileState;
}

/**
 * Reads the files that a checkpoint needs, and all others that its manifest lists, and compares them with what they were
 * when they came. Takes about as long as the disk takes to read them.
 */
export async function verifyFiles(
  entry: Pick<CatalogueEntry, 'source' | 'precision'>,
  folder: string,
): Promise<readonly VerifiedFile[]> {
  const listed =
    entry.source.kind === 'hub' ? ((await readManifest(folder))?.files ?? []) : await readModelCard(folder);
  const paths = new Set([...checkpointFiles(entry), ...listed.map(({ path }) => path)]);
  const verified: VerifiedFile[] = [];
  for (const path of paths) {
    verified.push({ path, state: await fileState(folder, path, listed, 'hash') });
  }
  return verified;
}

/**
 * Where a checkpoint of the hub could not be loaded: reads its files, removes those that are not what they were, and
 * fetches them again, as it does those that nothing is known of. Gives whether that changed anything, so that it is
 * worth another try. Throws a UserError (`model-unavailable`) where they cannot be had.
 */
export async function repairCheckpoint(
  { entry, folder }: Pick<ResolvedCheckpoint, 'entry' | 'folder'>,
  config: CheckpointConfig,
  options: ResolveOptions,
): Promise<boolean> {
  if (entry.source.kind !== 'hub' || config.offline) return false;
  const needed = withListedData(checkpointFiles(entry), (await readManifest(folder))?.files);
  const broken = (await verifyFiles(entry, folder)).filter(
    ({ path, state }) => state !== 'whole' && needed.includes(path),
  );
  if (broken.length === 0) return false;
  for (const { path, state } of broken) {
    options.log.warn(
      `${entry.id}: ${path} is ${state === 'unlisted' ? 'of unknown origin' : state}. I fetch it again.`,
    );
    // What somebody put there stays until what the hub has is whole, and takes its place.
    if (state !== 'unlisted') await rm(join(folder, path), { force: true });
  }
  const paths = broken.map(({ path }) => path);
  await fetchCheckpoint(entry, folder, [...new Set(['config.json', ...paths])], config, options);
  return true;
}
