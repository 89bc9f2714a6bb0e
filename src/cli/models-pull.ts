import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkpointFiles, int8Files } from '../../models/catalogue.ts';
import { completeCheckpoint, entryOf, type ResolveOptions } from '../checkpoints/checkpoint.ts';
import { folderOf } from '../checkpoints/checkpoint-folder.ts';
import { withPrecision } from '../checkpoints/checkpoint-precision.ts';
import { lookAtCheckpoint } from '../checkpoints/kept-checkpoints.ts';
import { verifyFiles } from '../checkpoints/verify-checkpoint.ts';
import type { Config } from '../config.ts';
import { formatBytes } from '../format-bytes.ts';
import { UserError } from '../user-error.ts';
import { type Ask, agreeToTerms } from './agree-to-terms.ts';
import { modelNamed } from './model-named.ts';

/** How `glimpse models pull` is done. */
export interface PullOptions extends ResolveOptions {
  /** Fetches the int8 files of the towers too. */
  readonly int8: boolean;
  readonly acceptLicence: boolean;
  readonly ask: Ask;
  /** Shows the person a text that is not the result. */
  readonly show: (text: string) => void;
}

/**
 * Fetches what is missing of a checkpoint, and again what is not what it was. Gives a line that says where it is.
 * Throws a UserError (`model-unavailable`).
 */
export async function pullModel(id: string, config: Config, options: PullOptions): Promise<string> {
  const name = modelNamed(id);
  if (name.kind === 'folder') {
    throw new UserError(
      'model-unavailable',
      `${name.folder} is a folder of your own: there is nothing to fetch. glimpse models use ${id} chooses it.`,
    );
  }
  const wanted = await entryOf(name, config, options);
  if (wanted.source.kind === 'shipped') return `${wanted.id} ships with Glimpse: there is nothing to fetch.\n`;
  await agreeToTerms(wanted, { agreed: options.acceptLicence, ask: options.ask, show: options.show });
  const folder = folderOf(wanted.source, config.cacheFolder);
  const entry = await withPrecision(wanted, folder, config.precision, options.log);
  const files = [...new Set([...checkpointFiles(entry), ...(options.int8 ? int8Files(entry) : [])])];
  if (options.int8 && entry.withoutInt8) {
    options.show(
      `${entry.id}: the int8 file of its ${entry.withoutInt8.join(' and ')} tower gives wrong answers, so I leave it.\n`,
    );
  }
  for (const { path, state } of await verifyFiles(entry, folder)) {
    if (state !== 'changed' && state !== 'cut off') continue;
    options.show(`${entry.id}: ${path} is ${state}. I fetch it again.\n`);
    await rm(join(folder, path), { force: true });
  }
  await completeCheckpoint(entry, folder, files, config, { ...options, acceptsTerms: true });
  const { bytes } = await lookAtCheckpoint(entry, config.cacheFolder);
  return `${entry.id} is here: ${formatBytes(bytes)} in ${folder}\n`;
}
