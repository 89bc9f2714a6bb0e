import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CatalogueEntry } from '../../models/catalogue.ts';
import type { Secret } from '../secret.ts';
import { type FreeBytes, mustHaveRoom } from './disk-space.ts';
import { addToManifest } from './file-manifest.ts';
import { HubError } from './hub-error.ts';
import type { HubFetch } from './hub-fetch.ts';
import { bytesUnderWay, fetchHubFile, type HubFileOptions } from './hub-file.ts';
import { requestFile } from './hub-request.ts';
import { TookTooLong } from './within.ts';

/** How far a download has come. The total is an estimate until it is done. */
export interface DownloadProgress {
  readonly id: string;
  readonly receivedBytes: number;
  readonly totalBytes: number;
}

/** How long the hub may be silent, in milliseconds. */
export interface HubDeadlines {
  /** Within this the hub has given the first file, or it counts as out of reach. */
  readonly reachMs: number;
  /** A transfer that brings nothing for as long has broken off. */
  readonly silenceMs: number;
}

/** Five seconds to decide whether the hub can be reached; a slow line may pause longer in the middle of a file. */
export const HUB_DEADLINES: HubDeadlines = { reachMs: 5_000, silenceMs: 15_000 };

/** How a download is done, and who is told how far it is. */
export interface DownloadOptions {
  /** Without a slash at its end. */
  readonly hubUrl: string;
  readonly token?: Secret | undefined;
  readonly fetch: HubFetch;
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
  /** Told of a pause before the next attempt: why, in a sentence, and how long it is. */
  readonly onPause?: ((sentence: string, milliseconds: number) => void) | undefined;
  readonly deadlines?: HubDeadlines | undefined;
  /** Stand-ins for the system's clock, timer and disk. */
  readonly now?: (() => number) | undefined;
  readonly pause?: ((milliseconds: number) => Promise<void>) | undefined;
  readonly freeBytes?: FreeBytes | undefined;
}

/** The first answer decides whether `auto` goes on without the hub, so it is tried twice at most. */
const ATTEMPTS_TO_REACH = 2;
const ATTEMPTS = 4;

/**
 * Fetches files of a hub checkpoint into `folder`, in their order, and notes in the manifest what they are. The first one
 * decides whether the hub can be reached at all, in five seconds: whether its name resolves, it answers, it knows the
 * checkpoint, and no sign-in page stands in between; it should be a small one. Then the hub is asked for the sizes, and
 * there must be room for all. Throws a HubError.
 */
export async function downloadCheckpoint(
  entry: CatalogueEntry,
  folder: string,
  files: readonly string[],
  options: DownloadOptions,
): Promise<void> {
  if (entry.source.kind !== 'hub') throw new TypeError(`${entry.id} is not on the hub`);
  const [first, ...rest] = files;
  if (first === undefined) return;
  const { repository, revision } = entry.source;
  const { deadlines = HUB_DEADLINES, onProgress = () => {} } = options;
  const abort = new AbortController();
  const hub = hubOf(entry.source, options, deadlines, abort.signal);
  let before = 0;
  let totalBytes = entry.downloadBytes;
  const fetchOne = async (path: string, limits: Pick<HubFileOptions, 'attempts' | 'reachMs'>) => {
    const { bytes, sha256, commit } = await fetchHubFile(hub.urlOf(path), join(folder, path), {
      ...hub.manner,
      ...limits,
      name: path,
      onBytes: (received) => {
        const receivedBytes = before + received;
        onProgress({ id: entry.id, receivedBytes, totalBytes: Math.max(totalBytes, receivedBytes) });
      },
    });
    before += bytes;
    await addToManifest(folder, { repository, revision, commit, files: [{ path, bytes, sha256 }] });
  };
  try {
    await fetchOne(first, { attempts: ATTEMPTS_TO_REACH, reachMs: deadlines.reachMs });
    const found = (await Promise.all(rest.map((path) => withExternalData(path, hub.sizeOf)))).flat();
    // Data that is asked for beside its tower is found twice.
    const stated = found.filter(({ path }, at) => found.findIndex((file) => file.path === path) === at);
    const sum = total(stated.map(({ size }) => size ?? 0));
    const isAllStated = stated.every(({ size }) => size !== undefined);
    totalBytes = before + (isAllStated ? sum : Math.max(sum, entry.downloadBytes - before));
    const underWay = total(await Promise.all(stated.map(({ path }) => bytesUnderWay(join(folder, path)))));
    await mustHaveRoom(Math.max(0, totalBytes - before - underWay), folder, options.freeBytes);
    for (const { path } of stated) await fetchOne(path, { attempts: ATTEMPTS });
  } catch (error) {
    if (!(error instanceof TookTooLong)) throw error;
    throw new HubError(`the hub gave no answer within ${deadlines.reachMs / 1000} s`, { cause: error });
  } finally {
    abort.abort();
  }
  onProgress({ id: entry.id, receivedBytes: before, totalBytes: before });
}

/** A file of a checkpoint, and its size where the hub states it. */
interface StatedFile {
  readonly path: string;
  readonly size: number | undefined;
}

/**
 * A file after those that hold its weights, where they are outside of it, as those of a tower of more than 2 GB must be: by the names
 * that transformers.js gives them, `model.onnx_data`, `model.onnx_data_1` and so on. After, so that where it is, all of it is.
 */
async function withExternalData(
  path: string,
  sizeOf: (path: string) => Promise<number | undefined>,
): Promise<readonly StatedFile[]> {
  const files: StatedFile[] = [];
  if (path.endsWith('.onnx')) {
    const nameOf = (at: number) => `${path}_data${at === 0 ? '' : `_${at}`}`;
    for (let at = 0, size = await sizeOf(nameOf(0)); size !== undefined; size = await sizeOf(nameOf(++at)))
      files.push({ path: nameOf(at), size });
  }
  return [...files, { path, size: await sizeOf(path) }];
}

/** How every file of this download is asked for. */
function hubOf(
  { repository, revision }: { readonly repository: string; readonly revision: string },
  options: DownloadOptions,
  { reachMs, silenceMs }: HubDeadlines,
  signal: AbortSignal,
) {
  const { fetch, token, now, pause = (milliseconds: number) => sleep(milliseconds) } = options;
  const connection = { fetch, token, ...(now ? { now } : {}) };
  const urlOf = (path: string) => `${options.hubUrl}/${repository}/resolve/${encodeURIComponent(revision)}/${path}`;
  return {
    urlOf,
    manner: {
      ...connection,
      pause,
      onPause: (milliseconds: number, failure: HubError) =>
        options.onPause?.(`${failure.message}; going on in ${Math.ceil(milliseconds / 1000)} s.`, milliseconds),
      silenceMs,
      signal,
    },
    sizeOf: (path: string): Promise<number | undefined> =>
      requestFile({ url: urlOf(path), file: path, method: 'HEAD', silenceMs: reachMs, signal }, connection).then(
        ({ size }) => size,
        // A mirror may not know this kind of question. Whatever else is wrong shows when the file itself is asked for.
        () => undefined,
      ),
  };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
