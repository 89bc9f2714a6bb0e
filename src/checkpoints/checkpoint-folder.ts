import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CheckpointSource } from '../../models/catalogue.ts';

/** Where checkpoints that ship with Glimpse lie: this repository's `models/`. */
export const SHIPPED_FOLDER = fileURLToPath(new URL('../../models/', import.meta.url));

/** Where downloaded checkpoints lie in the cache folder. */
export function downloadsFolder(cacheFolder: string): string {
  return join(cacheFolder, 'models');
}

/**
 * The folder of a checkpoint's files. The cache has the layout of transformers.js's own, so that folder's files can be
 * copied over; a revision other than `main` has a folder of its own beside it.
 */
export function folderOf(source: CheckpointSource, cacheFolder: string, modelsFolder = SHIPPED_FOLDER): string {
  if (source.kind === 'shipped') return join(modelsFolder, source.folder);
  if (source.kind === 'folder') return source.folder;
  const suffix = source.revision === 'main' ? '' : `@${source.revision.replaceAll('/', '--')}`;
  const [owner = '', name = ''] = source.repository.split('/');
  return join(downloadsFolder(cacheFolder), owner, `${name}${suffix}`);
}
