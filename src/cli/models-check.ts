import { CATALOGUE } from '../../models/catalogue.ts';
import type { FileState } from '../checkpoints/file-manifest.ts';
import { type KeptCheckpoint, lookAtCheckpoint, otherKeptCheckpoints } from '../checkpoints/kept-checkpoints.ts';
import { verifyFiles } from '../checkpoints/verify-checkpoint.ts';
import type { Config } from '../config.ts';
import { UserError } from '../user-error.ts';
import { idOf, modelNamed } from './model-named.ts';

/** What `glimpse models check` found in one checkpoint. */
export interface CheckedModel {
  readonly id: string;
  readonly sound: boolean;
  readonly files: readonly { readonly path: string; readonly state: FileState }[];
}

const FP32 = { vision: 'fp32', text: 'fp32' } as const;

/**
 * Reads every file of a checkpoint, or of all that are on this disk, and compares it with what it was when it came.
 * Throws a UserError (`model-unavailable`) where there is none of that name here.
 */
export async function checkModels(
  id: string | undefined,
  config: Pick<Config, 'cacheFolder'>,
): Promise<readonly CheckedModel[]> {
  const kept = id === undefined ? await allKept(config.cacheFolder) : [await keptNamed(id, config.cacheFolder)];
  const checked: CheckedModel[] = [];
  for (const { id: name, source, folder } of kept) {
    const precision = CATALOGUE.find((entry) => entry.id === name)?.precision ?? FP32;
    const all = await verifyFiles({ source, precision }, folder);
    const files = withoutSpareTowers(all);
    checked.push({ id: name, files, sound: files.every(({ state }) => state === 'whole' || state === 'unlisted') });
  }
  return checked;
}

/** A checkpoint that was fetched in int8 alone is whole without the exact files of its towers. */
function withoutSpareTowers(files: CheckedModel['files']): CheckedModel['files'] {
  const isHere = new Set(files.filter(({ state }) => state !== 'missing').map(({ path }) => path));
  return files.filter(
    ({ path, state }) => state !== 'missing' || !isHere.has(path.replace(/_model\.onnx$/, '_model_quantized.onnx')),
  );
}

/** What was found as lines for people. */
export function showChecked(models: readonly CheckedModel[]): string {
  const lines = models.flatMap(({ id, sound, files }) => [
    `${sound ? 'sound' : 'broken'}  ${id}  ${files.length} files`,
    ...files.filter(({ state }) => state !== 'whole').map(({ path, state }) => `        ${path}: ${WORDS[state]}`),
  ]);
  return `${lines.join('\n')}\n`;
}

/** Throws a UserError (`model-unavailable`) that names what is broken and what to do, where anything is. */
export function mustBeSound(models: readonly CheckedModel[]): void {
  const broken = models.filter(({ sound }) => !sound).map(({ id }) => id);
  const [first] = broken;
  if (first === undefined) return;
  const isShipped = CATALOGUE.some(({ id, source }) => id === first && source.kind === 'shipped');
  const remedy = isShipped ? 'Install Glimpse again.' : `glimpse models pull ${first} fetches what is broken again.`;
  throw new UserError('model-unavailable', `Not all is well with ${broken.join(', ')}. ${remedy}`);
}

const WORDS: Readonly<Record<FileState, string>> = {
  whole: 'whole',
  missing: 'missing',
  'cut off': 'shorter than it was when it came',
  changed: 'not what it was when it came',
  unlisted: 'put here by hand, so there is nothing to compare it with',
};

async function keptNamed(id: string, cacheFolder: string): Promise<KeptCheckpoint> {
  const name = modelNamed(id);
  if (name.kind === 'auto' || name.kind === 'folder') {
    throw new UserError('model-unavailable', 'Name a checkpoint that was downloaded: glimpse models list shows them.');
  }
  const source = name.kind === 'known' ? name.entry.source : name;
  const kept = await lookAtCheckpoint({ id: idOf(name), source }, cacheFolder);
  if (kept.state === 'absent')
    throw new UserError('model-unavailable', `${kept.id} is not here. glimpse models pull ${kept.id} fetches it.`);
  return kept;
}

async function allKept(cacheFolder: string): Promise<readonly KeptCheckpoint[]> {
  const known = await Promise.all(CATALOGUE.map((entry) => lookAtCheckpoint(entry, cacheFolder)));
  return [...known, ...(await otherKeptCheckpoints(cacheFolder))].filter(({ state }) => state !== 'absent');
}
