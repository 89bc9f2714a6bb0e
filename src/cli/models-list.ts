import { CATALOGUE, PREFERRED_CHECKPOINT, SHIPPED_CHECKPOINT } from '../../models/catalogue.ts';
import { type KeptCheckpoint, lookAtCheckpoint, otherKeptCheckpoints } from '../checkpoints/kept-checkpoints.ts';
import { parseModelName } from '../checkpoints/model-name.ts';
import type { Config } from '../config.ts';
import { formatBytes } from '../format-bytes.ts';
import { idOf } from './model-named.ts';

/** One line of `glimpse models list`. */
export interface ListedModel {
  readonly id: string;
  readonly purpose: string;
  readonly licence: string;
  readonly state: KeptCheckpoint['state'];
  /** What it takes on this disk now. */
  readonly diskBytes: number;
  /** About what fetching all of it would download; null where that is not known. */
  readonly downloadBytes: number | null;
  /** Whether a start would serve with it, if nothing were fetched for `auto`. */
  readonly inUse: boolean;
}

/** Every checkpoint of the catalogue and of the cache, and the user's own folder where CLIP_MODEL names one. */
export async function listModels(config: Pick<Config, 'clipModel' | 'cacheFolder'>): Promise<readonly ListedModel[]> {
  const known: readonly ListedModel[] = await Promise.all(
    CATALOGUE.map(async ({ id, source, purpose, licence, downloadBytes }) => {
      const { state, bytes } = await lookAtCheckpoint({ id, source }, config.cacheFolder);
      return { id, purpose, licence, state, diskBytes: bytes, downloadBytes, inUse: false };
    }),
  );
  const own = [...(await otherKeptCheckpoints(config.cacheFolder)), ...(await namedBySettings(config))];
  const others = new Map(own.map(({ id, state, bytes }) => [id, ofYourOwn(id, state, bytes)]));
  const models = [...known, ...others.values()];
  const used = usedId(config.clipModel, models);
  return models.map((model) => ({ ...model, inUse: model.id === used }));
}

/** The list as a table for people, the model in use marked with an asterisk. */
export function showModels(models: readonly ListedModel[]): string {
  const rows = models.map(({ id, purpose, licence, state, diskBytes, downloadBytes, inUse }) => [
    inUse ? '*' : ' ',
    id,
    sizeOf(state, diskBytes, downloadBytes),
    licence,
    purpose,
  ]);
  const table = [[' ', 'MODEL', 'SIZE', 'LICENCE', 'FOR'], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n\n* serves now. Fetch one: glimpse models pull MODEL. Choose one: glimpse models use MODEL, or glimpse models use auto.\n`;
}

function sizeOf(state: ListedModel['state'], diskBytes: number, downloadBytes: number | null): string {
  if (state === 'here') return `${formatBytes(diskBytes)} here`;
  const whole = downloadBytes ? `${formatBytes(downloadBytes)} to fetch` : 'not here';
  return state === 'partly' ? `${formatBytes(diskBytes)} here, not whole` : whole;
}

function ofYourOwn(id: string, state: ListedModel['state'], diskBytes: number): ListedModel {
  return {
    id,
    purpose: 'a checkpoint of your own',
    licence: 'its own',
    state,
    diskBytes,
    downloadBytes: null,
    inUse: false,
  };
}

async function namedBySettings({ clipModel, cacheFolder }: Pick<Config, 'clipModel' | 'cacheFolder'>) {
  const name = parseModelName(clipModel);
  if (name?.kind === 'folder') return [await lookAtCheckpoint({ id: name.folder, source: name }, cacheFolder)];
  if (name?.kind === 'hub') return [await lookAtCheckpoint({ id: idOf(name), source: name }, cacheFolder)];
  return [];
}

function usedId(clipModel: string, models: readonly ListedModel[]): string | undefined {
  const name = parseModelName(clipModel);
  if (!name) return undefined;
  if (name.kind === 'folder') return name.folder;
  if (name.kind !== 'auto') return idOf(name);
  const preferred = models.find(({ id }) => id === PREFERRED_CHECKPOINT);
  return preferred?.state === 'here' ? PREFERRED_CHECKPOINT : SHIPPED_CHECKPOINT;
}
