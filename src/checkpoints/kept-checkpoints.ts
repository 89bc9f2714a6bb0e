import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CATALOGUE, type CatalogueEntry, type CheckpointSource, checkpointFiles } from '../../models/catalogue.ts';
import { downloadsFolder, folderOf } from './checkpoint-folder.ts';
import { fileState, readManifest } from './file-manifest.ts';

/** What of a checkpoint is on this disk. `partly`: a download was broken off, or a file is gone or cut off. */
export interface KeptCheckpoint {
  readonly id: string;
  readonly source: CheckpointSource;
  readonly folder: string;
  readonly state: 'here' | 'partly' | 'absent';
  readonly bytes: number;
}

const USUAL_FILES = checkpointFiles({ precision: { vision: 'fp32', text: 'fp32' } });
const INT8_FILES = checkpointFiles({ precision: { vision: 'q8', text: 'q8' } });

/** Looks at what of a checkpoint is on this disk, by names and sizes alone. */
export async function lookAtCheckpoint(
  { id, source }: Pick<CatalogueEntry, 'id' | 'source'>,
  cacheFolder: string,
): Promise<KeptCheckpoint> {
  const folder = folderOf(source, cacheFolder);
  const bytes = await bytesIn(folder);
  if (bytes === 0) return { id, source, folder, state: 'absent', bytes };
  const isWhole = (await areWhole(folder, USUAL_FILES)) || (await areWhole(folder, INT8_FILES));
  return { id, source, folder, state: isWhole ? 'here' : 'partly', bytes };
}

/** The downloaded checkpoints that the catalogue lacks: somebody named a repository of the hub in CLIP_MODEL. */
export async function otherKeptCheckpoints(cacheFolder: string): Promise<readonly KeptCheckpoint[]> {
  const known = new Set(CATALOGUE.map(({ source }) => folderOf(source, cacheFolder)));
  const found: KeptCheckpoint[] = [];
  for (const owner of await foldersIn(downloadsFolder(cacheFolder))) {
    for (const folder of await foldersIn(owner)) {
      const manifest = known.has(folder) ? undefined : await readManifest(folder);
      if (!manifest) continue;
      const { repository, revision } = manifest;
      const id = revision === 'main' ? repository : `${repository}@${revision}`;
      found.push(await lookAtCheckpoint({ id, source: { kind: 'hub', repository, revision } }, cacheFolder));
    }
  }
  return found;
}

async function areWhole(folder: string, files: readonly string[]): Promise<boolean> {
  const listed = (await readManifest(folder))?.files;
  for (const file of files) {
    const state = await fileState(folder, file, listed, 'size');
    if (state !== 'whole' && state !== 'unlisted') return false;
  }
  return true;
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        stat(join(entry.parentPath, entry.name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
