import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { type CatalogueEntry, checkpointFiles } from '../../models/catalogue.ts';
import { fetchHubFile, HubError } from './hub-file.ts';
import { TookTooLong, within } from './within.ts';

/** How far a download has come. The total is an estimate until it is done. */
export interface DownloadProgress {
  readonly id: string;
  readonly receivedBytes: number;
  readonly totalBytes: number;
}

/** How long the hub may be silent, in milliseconds. */
export interface HubDeadlines {
  /** Within this the hub has given the checkpoint's config.json, or it counts as out of reach. */
  readonly reachMs: number;
  /** A transfer that brings nothing for as long has broken off. */
  readonly silenceMs: number;
}

/** Five seconds to decide whether the hub can be reached; a slow line may pause longer in the middle of a file. */
export const HUB_DEADLINES: HubDeadlines = { reachMs: 5_000, silenceMs: 15_000 };

/** Which hub to download from, and who is told how far it is. */
export interface DownloadOptions {
  /** Without a slash at its end. */
  readonly hubUrl: string;
  readonly onProgress?: (progress: DownloadProgress) => void;
  readonly fetch?: typeof fetch;
  readonly deadlines?: HubDeadlines;
}

/**
 * Fetches what is missing of a hub checkpoint into `folder`. The first file, config.json, decides whether the hub can be
 * reached at all, in five seconds: whether its name resolves, it answers, it knows the checkpoint, and no sign-in page
 * stands in between. Throws a HubError.
 */
export async function downloadCheckpoint(
  entry: CatalogueEntry,
  folder: string,
  options: DownloadOptions,
): Promise<void> {
  if (entry.source.kind !== 'hub') throw new TypeError(`${entry.id} is not on the hub`);
  const { repository, revision } = entry.source;
  const { hubUrl, onProgress = () => {}, deadlines = HUB_DEADLINES } = options;
  const base = `${hubUrl}/${repository}/resolve/${encodeURIComponent(revision)}`;
  const abort = new AbortController();
  let before = 0;
  for (const [i, file] of checkpointFiles(entry).entries()) {
    let received = 0;
    const fetching = async () => {
      // The first file is asked for even if it is here: it is small, and tells in time whether the hub is.
      if (i > 0 && (await isThere(join(folder, file)))) return;
      await fetchHubFile(`${base}/${file}`, join(folder, file), {
        fetch: options.fetch ?? fetch,
        silenceMs: deadlines.silenceMs,
        signal: abort.signal,
        onBytes: (bytes) => {
          received = bytes;
          const receivedBytes = before + received;
          onProgress({ id: entry.id, receivedBytes, totalBytes: Math.max(entry.downloadBytes, receivedBytes) });
        },
      });
    };
    await (i === 0 ? reached(fetching(), deadlines, abort) : fetching());
    before += received;
  }
  onProgress({ id: entry.id, receivedBytes: before, totalBytes: before });
}

async function reached(fetching: Promise<void>, { reachMs }: HubDeadlines, abort: AbortController): Promise<void> {
  try {
    await within(fetching, reachMs);
  } catch (error) {
    abort.abort();
    if (error instanceof TookTooLong) throw new HubError(`the hub gave no answer within ${reachMs / 1000} s`);
    throw error;
  }
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
