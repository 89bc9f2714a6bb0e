import { rm } from 'node:fs/promises';
import { lookAtCheckpoint } from '../checkpoints/kept-checkpoints.ts';
import { parseModelName } from '../checkpoints/model-name.ts';
import type { Config } from '../config.ts';
import { formatBytes } from '../format-bytes.ts';
import { UserError } from '../user-error.ts';
import { idOf, modelNamed } from './model-named.ts';

/**
 * Deletes a downloaded checkpoint. Gives a line that says how much room that made. Throws a UserError
 * (`model-unavailable`) where there is none of that name, or it is not Glimpse's to delete.
 */
export async function removeModel(
  id: string,
  config: Pick<Config, 'clipModel' | 'cacheFolder'>,
  show: (text: string) => void,
): Promise<string> {
  const name = modelNamed(id);
  if (name.kind === 'auto')
    throw refusal('auto is not one model. Name the one to remove: glimpse models list shows them.');
  if (name.kind === 'folder')
    throw refusal(`${name.folder} is a folder of your own. Delete it yourself if you mean it.`);
  const source = name.kind === 'known' ? name.entry.source : name;
  if (source.kind === 'shipped')
    throw refusal(`${idOf(name)} ships with Glimpse and is what it falls back on, so it stays.`);
  const kept = await lookAtCheckpoint({ id: idOf(name), source }, config.cacheFolder);
  if (kept.state === 'absent') throw refusal(`${kept.id} is not here. glimpse models list shows what is.`);
  await rm(kept.folder, { recursive: true });
  const used = parseModelName(config.clipModel);
  if (used && used.kind !== 'auto' && used.kind !== 'folder' && idOf(used) === kept.id) {
    show(`CLIP_MODEL still names ${kept.id}: the next start fetches it again. glimpse models use auto changes that.\n`);
  }
  return `Removed ${kept.id}: ${formatBytes(kept.bytes)} freed.\n`;
}

const refusal = (message: string) => new UserError('model-unavailable', message);
