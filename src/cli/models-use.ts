import { dirname, join } from 'node:path';
import { lookAtCheckpoint } from '../checkpoints/kept-checkpoints.ts';
import type { Log } from '../checkpoints/log.ts';
import { describeOwnCheckpoint } from '../checkpoints/own-checkpoint.ts';
import { type Config, ENV_FILE, isInEnvironment } from '../config.ts';
import { changeEnvFile } from './env-file.ts';
import { idOf, modelNamed } from './model-named.ts';

/** How `glimpse models use` is done. */
export interface UseOptions {
  /** Told what the person should know beside the result. */
  readonly log: Log;
  /** The file that is written; the `.env` beside package.json by default. */
  readonly envFile?: string;
  /** What a missing one is made from; the `.env.example` beside it by default. */
  readonly example?: string;
  /** Whether the environment itself has CLIP_MODEL; this process's by default. */
  readonly isOverridden?: boolean;
}

/**
 * Writes the model that is to serve into `.env`. Gives a line that says so. Throws a UserError where the name is none
 * (`model-unavailable`), a folder does not hold a checkpoint, or the file can't be written (`file-unwritable`).
 */
export async function useModel(
  id: string,
  config: Pick<Config, 'cacheFolder' | 'offline'>,
  options: UseOptions,
): Promise<string> {
  const { log, envFile = ENV_FILE, isOverridden = isInEnvironment('CLIP_MODEL') } = options;
  const example = options.example ?? join(dirname(envFile), '.env.example');
  const name = modelNamed(id);
  let value = 'auto';
  if (name.kind === 'folder') {
    await describeOwnCheckpoint(name.folder, name, name.folder, log);
    // A relative path would mean another folder wherever the bot is started from.
    value = name.folder;
  } else if (name.kind !== 'auto') {
    value = idOf(name);
  }
  const { isNew } = await changeEnvFile(envFile, example, 'CLIP_MODEL', value);
  if (isNew)
    log.warn(`${envFile} was made from .env.example. Put the bot's token into it: DISCORD_TOKEN is still empty.`);
  if (isOverridden) log.warn('CLIP_MODEL is also set in the environment, which wins over .env as long as it is.');
  if (name.kind === 'known' || name.kind === 'hub') {
    const source = name.kind === 'known' ? name.entry.source : name;
    const { state } = await lookAtCheckpoint({ id: value, source }, config.cacheFolder);
    if (state !== 'here') {
      const hasTerms = name.kind === 'known' && name.entry.terms !== undefined;
      log.warn(
        hasTerms || config.offline
          ? `It is not here yet: fetch it with glimpse models pull ${value}.`
          : `It is not here yet: the next start fetches it, or glimpse models pull ${value} now.`,
      );
    }
  }
  return `CLIP_MODEL=${value} is in ${envFile}. It serves from the next start on.\n`;
}
