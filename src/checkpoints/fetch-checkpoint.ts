import type { CatalogueEntry } from '../../models/catalogue.ts';
import type { Config } from '../config.ts';
import { UserError } from '../user-error.ts';
import {
  type DownloadOptions,
  type DownloadProgress,
  downloadCheckpoint,
  type HubDeadlines,
} from './download-checkpoint.ts';
import { HubError } from './hub-error.ts';
import { createHubFetch, type HubFetch } from './hub-fetch.ts';
import type { Log } from './log.ts';

/** The settings that a checkpoint is fetched by. */
export type FetchConfig = Pick<Config, 'offline' | 'hubUrl'> & Partial<Pick<Config, 'hubToken' | 'proxies'>>;

/** Who is told of a download and of trouble; the rest stands in for the network, the clock and the disk in a test. */
export interface FetchOptions extends Pick<DownloadOptions, 'now' | 'pause' | 'freeBytes'> {
  readonly log: Log;
  /** Told now and then while a checkpoint is downloaded. */
  readonly onProgress?: (progress: DownloadProgress) => void;
  readonly fetch?: HubFetch;
  readonly deadlines?: HubDeadlines;
  /** Whether the person has agreed to the terms of a checkpoint that has some. */
  readonly acceptsTerms?: boolean;
}

/**
 * Fetches files of a hub checkpoint into its folder, unless the settings or its terms forbid it. Throws a UserError
 * (`model-unavailable`) that says why they could not be had and what to do.
 */
export async function fetchCheckpoint(
  entry: CatalogueEntry,
  folder: string,
  files: readonly string[],
  config: FetchConfig,
  options: FetchOptions,
): Promise<void> {
  if (config.offline) {
    throw unavailable(
      `${entry.id} is not in the cache (${folder}), and GLIMPSE_OFFLINE=1 forbids to fetch it. ` +
        'Start once without GLIMPSE_OFFLINE, or copy its files there.',
    );
  }
  if (entry.terms !== undefined && !options.acceptsTerms) {
    throw unavailable(
      `${entry.terms} To agree and fetch it: npm run glimpse -- models pull ${entry.id} --accept-licence`,
    );
  }
  const { log, now, pause, freeBytes, onProgress, deadlines } = options;
  try {
    await downloadCheckpoint(entry, folder, files, {
      hubUrl: config.hubUrl,
      token: config.hubToken,
      fetch: options.fetch ?? (await createHubFetch(config.proxies ?? NO_PROXIES)),
      onProgress,
      onPause: (sentence, milliseconds) =>
        (milliseconds < NOTICED_PAUSE_MS ? log.info : log.warn).call(log, `${entry.id}: ${sentence}`),
      deadlines,
      now,
      pause,
      freeBytes,
    });
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    const message = `${entry.id} could not be fetched: ${error.message}. ${error.advice}, or put its files into ${folder}.`;
    throw new UserError('model-unavailable', message, { cause: error });
  }
}

/** A person who waits for longer wonders why. */
const NOTICED_PAUSE_MS = 5_000;

const NO_PROXIES = { https: undefined, http: undefined, none: undefined };

const unavailable = (message: string) => new UserError('model-unavailable', message);
