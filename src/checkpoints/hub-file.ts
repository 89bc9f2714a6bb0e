import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { asHubError, HubError, PassingHubError } from './hub-error.ts';
import type { HubResponse } from './hub-fetch.ts';
import { type FoundFile, type HubConnection, type HubRequest, requestFile } from './hub-request.ts';
import { type RetryOptions, withRetries } from './retry.ts';
import { within } from './within.ts';

/** How one file is fetched, and who is told how far it is. */
export interface HubFileOptions extends HubConnection, RetryOptions, Pick<HubRequest, 'silenceMs' | 'signal'> {
  /** The file's path in its repository, for messages. */
  readonly name: string;
  /** Within this an attempt must be through, in milliseconds; without it, only silence ends it. */
  readonly reachMs?: number;
  /** Told after every chunk how many bytes of the file are here. */
  readonly onBytes: (received: number) => void;
}

/** A file that is here, whole and as the hub states it. */
export interface FetchedFile {
  readonly bytes: number;
  readonly sha256: string;
  readonly commit: string | undefined;
}

/**
 * Fetches one file of a checkpoint. It appears under its name only when it is whole: it grows beside it, under a name
 * with the hub's tag for that content, and a later attempt, or a later start, goes on where it stopped. Its size and,
 * where the hub states one, its SHA-256 are checked. Throws a HubError.
 */
export async function fetchHubFile(url: string, file: string, options: HubFileOptions): Promise<FetchedFile> {
  const request: HubRequest = { url, file: options.name, silenceMs: options.silenceMs, signal: options.signal };
  const attempt = async () => {
    try {
      await mkdir(dirname(file), { recursive: true });
      return await attemptFile(request, file, options);
    } catch (error) {
      throw asHubError(error);
    }
  };
  const { reachMs } = options;
  return withRetries(reachMs === undefined ? attempt : () => within(attempt(), reachMs), options);
}

async function attemptFile(request: HubRequest, file: string, options: HubFileOptions): Promise<FetchedFile> {
  const found = await requestFile(request, options);
  const part = partName(file, found);
  const done = found.tag === undefined ? 0 : await sizeOf(part);
  let response = found.response;
  let offset = 0;
  if (done > 0 && found.size !== undefined && done < found.size) {
    await found.response.body?.cancel();
    ({ response } = await requestFile({ ...request, headers: { range: `bytes=${done}-` } }, options));
    offset = response.status === 206 ? done : 0;
  }
  const whole = done > 0 && done === found.size;
  if (whole) await response.body?.cancel();
  else await receive(response, part, offset, options);
  let sha256: string;
  try {
    sha256 = await check(part, file, found);
    await rename(part, file);
  } catch (error) {
    // Another program that fetches the same file may have been done first, and have taken the part away.
    if (found.size === undefined || (await sizeOf(file)) !== found.size) throw error;
    sha256 = await sha256Of(file);
  }
  await removeOtherParts(file);
  return { bytes: await sizeOf(file), sha256, commit: found.commit };
}

/** Writes the body at its place in the part file. Two programs that fetch the same content write the same bytes. */
async function receive(response: HubResponse, part: string, offset: number, options: HubFileOptions): Promise<void> {
  if (!response.body) throw new PassingHubError('the answer has no body');
  const handle = await open(part, constants.O_RDWR | constants.O_CREAT);
  const reader = response.body.getReader();
  let at = offset;
  try {
    for (;;) {
      const { done, value } = await nextChunk(reader, options.silenceMs);
      if (done || !value) break;
      await writeAll(handle, value, at);
      at += value.length;
      options.onBytes(at);
    }
    await handle.truncate(at);
    await handle.sync();
  } finally {
    reader.cancel().catch(() => {});
    await handle.close();
  }
}

async function nextChunk<T>(reader: { read(): Promise<T> }, silenceMs: number): Promise<T> {
  try {
    return await within(reader.read(), silenceMs);
  } catch (error) {
    throw new PassingHubError('the transfer broke off', { cause: error });
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
  }
}

/** The file's SHA-256, where it is what the hub states. */
async function check(part: string, file: string, { size, sha256 }: FoundFile): Promise<string> {
  const isJson = file.endsWith('.json');
  // Without a stated length, a file that ends early looks like a whole one.
  if (size === undefined && !isJson) throw await drop(part, 'the hub does not state the size of a file');
  const received = await sizeOf(part);
  if (size !== undefined && received < size) throw new PassingHubError('the transfer broke off');
  if (size !== undefined && received > size) throw await drop(part, 'a file is longer than the hub states');
  const hash = await sha256Of(part);
  // The part is gone, so another attempt starts from nothing: bytes that were damaged on the way are sent anew.
  if (sha256 && hash !== sha256)
    throw await drop(part, `${basename(file)} is not what the hub states (its SHA-256 differs)`, PassingHubError);
  if (isJson && !(await holdsJson(part))) {
    throw await drop(part, `${basename(file)} is not JSON (is there a sign-in page on this network?)`);
  }
  return hash;
}

async function drop(part: string, why: string, Kind: typeof HubError = HubError): Promise<HubError> {
  await rm(part, { force: true });
  return new Kind(why);
}

async function holdsJson(file: string): Promise<boolean> {
  try {
    const parsed: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof parsed === 'object' && parsed !== null;
  } catch {
    return false;
  }
}

/** The SHA-256 of a file, in hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

const PART = '.part';

function partName(file: string, { tag }: FoundFile): string {
  return `${file}.${(tag ?? 'untagged').replaceAll(/[^0-9A-Za-z]/g, '').slice(0, 64)}${PART}`;
}

async function removeOtherParts(file: string): Promise<void> {
  for (const name of await partsOf(file)) await rm(join(dirname(file), name), { force: true });
}

async function partsOf(file: string): Promise<readonly string[]> {
  const names = await readdir(dirname(file)).catch(() => []);
  return names.filter((name) => name.startsWith(`${basename(file)}.`) && name.endsWith(PART));
}

/** How many bytes of a file that is not whole yet are here already. */
export async function bytesUnderWay(file: string): Promise<number> {
  const sizes = await Promise.all((await partsOf(file)).map((name) => sizeOf(join(dirname(file), name))));
  return Math.max(0, ...sizes);
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
