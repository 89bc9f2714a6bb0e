import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { within } from './within.ts';

/** A file of the hub that could not be had. The message completes "... could not be fetched: " for a person. */
export class HubError extends Error {
  override readonly name = 'HubError';
}

/** How one file is fetched, and who is told how far it is. */
export interface HubFileOptions {
  readonly fetch: typeof fetch;
  /** How long the hub may take to answer at all, and then to send a further byte. */
  readonly silenceMs: number;
  /** Gives it all up. */
  readonly signal: AbortSignal;
  /** Told after every chunk how many bytes of the file are here. */
  readonly onBytes: (received: number) => void;
}

/** How often a transfer that breaks off is taken up again before it counts as failed. */
const ATTEMPTS = 3;
const REDIRECTS = 5;

/**
 * Fetches one file of a checkpoint. It appears under its name only when it is whole: it grows beside it, under a name
 * with the hub's tag for that content, and a later attempt, or a later start, goes on where it stopped. Its size and,
 * where the hub states one, its SHA-256 are checked. Throws a HubError.
 */
export async function fetchHubFile(url: string, file: string, options: HubFileOptions): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await mkdir(dirname(file), { recursive: true });
      await attemptFile(url, file, options);
      return;
    } catch (error) {
      if (!(error instanceof BrokenOff) || attempt === ATTEMPTS || options.signal.aborted) throw asHubError(error);
    }
  }
}

/** The transfer stopped in the middle: worth another attempt. */
class BrokenOff extends HubError {}

async function attemptFile(url: string, file: string, options: HubFileOptions): Promise<void> {
  const found = await request(url, {}, options);
  const part = partName(file, found);
  const done = found.tag === undefined ? 0 : await sizeOf(part);
  let response = found.response;
  let offset = 0;
  if (done > 0 && found.size !== undefined && done < found.size) {
    await found.response.body?.cancel();
    ({ response } = await request(url, { range: `bytes=${done}-` }, options));
    offset = response.status === 206 ? done : 0;
  }
  const whole = done > 0 && done === found.size;
  if (whole) await response.body?.cancel();
  else await receive(response, part, offset, options);
  try {
    await check(part, file, found);
    await rename(part, file);
  } catch (error) {
    // Another program that fetches the same file may have been done first, and have taken the part away.
    if (found.size === undefined || (await sizeOf(file)) !== found.size) throw error;
  }
  await removeOtherParts(file);
}

interface Found {
  readonly response: Response;
  /** The hub's tag for the content, which changes with it. */
  readonly tag: string | undefined;
  readonly size: number | undefined;
  readonly sha256: string | undefined;
}

/**
 * Follows redirects itself, because the hub states size and hash of a large file on the redirect, not on the storage
 * that it leads to (`X-Linked-Size`, `X-Linked-Etag`).
 */
async function request(url: string, headers: Record<string, string>, options: HubFileOptions): Promise<Found> {
  let at = url;
  let linkedTag: string | null = null;
  let linkedSize: string | null = null;
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    // Compressed in transit, a file would not have the length that its header states.
    const init = { redirect: 'manual', headers: { ...headers, 'accept-encoding': 'identity' } } as const;
    const response = await answered(at, init, options);
    linkedTag ??= response.headers.get('x-linked-etag');
    linkedSize ??= response.headers.get('x-linked-size');
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location) {
      await response.body?.cancel();
      at = new URL(location, at).href;
      continue;
    }
    if (response.status !== 200 && response.status !== 206) {
      await response.body?.cancel();
      throw new HubError(`${new URL(url).host} answers ${response.status} for ${basename(new URL(url).pathname)}`);
    }
    if (response.headers.get('content-type')?.includes('text/html')) {
      await response.body?.cancel();
      throw new HubError(`${new URL(url).host} answers with a web page (is there a sign-in page on this network?)`);
    }
    const tag = (linkedTag ?? response.headers.get('etag'))?.replace(/^W\//, '').replaceAll('"', '');
    const size = linkedSize ?? (isPlain(response) ? response.headers.get('content-length') : null);
    return {
      response,
      tag,
      size: size === null ? undefined : Number(size),
      sha256: tag && /^[0-9a-f]{64}$/.test(tag) ? tag : undefined,
    };
  }
  throw new HubError(`${new URL(url).host} redirects in circles`);
}

/** Whether the length of the answer is the length of the file. */
function isPlain({ status, headers }: Response): boolean {
  return status === 200 && (headers.get('content-encoding') ?? 'identity') === 'identity';
}

async function answered(url: string, init: RequestInit, options: HubFileOptions): Promise<Response> {
  const abort = new AbortController();
  try {
    const signal = AbortSignal.any([abort.signal, options.signal]);
    return await within(options.fetch(url, { ...init, signal }), options.silenceMs);
  } catch (error) {
    abort.abort();
    throw error;
  }
}

/** Writes the body at its place in the part file. Two programs that fetch the same content write the same bytes. */
async function receive(response: Response, part: string, offset: number, options: HubFileOptions): Promise<void> {
  if (!response.body) throw new BrokenOff('the answer has no body');
  const handle = await open(part, constants.O_RDWR | constants.O_CREAT);
  const reader = response.body.getReader();
  let at = offset;
  try {
    for (;;) {
      const { done, value } = await nextChunk(reader, options.silenceMs);
      if (done) break;
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

async function nextChunk(reader: ReadableStreamDefaultReader<Uint8Array>, silenceMs: number) {
  try {
    return await within(reader.read(), silenceMs);
  } catch (error) {
    throw new BrokenOff('the transfer broke off', { cause: error });
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
  }
}

async function check(part: string, file: string, { size, sha256 }: Found): Promise<void> {
  const isJson = file.endsWith('.json');
  // Without a stated length, a file that ends early looks like a whole one.
  if (size === undefined && !isJson) throw await drop(part, 'the hub does not state the size of a file');
  const received = await sizeOf(part);
  if (size !== undefined && received < size) throw new BrokenOff('the transfer broke off');
  if (size !== undefined && received > size) throw await drop(part, 'a file is longer than the hub states');
  if (sha256 && (await sha256Of(part)) !== sha256) throw await drop(part, 'a file is not what the hub states');
  if (isJson && !(await holdsJson(part))) {
    throw await drop(part, `${basename(file)} is not JSON (is there a sign-in page on this network?)`);
  }
}

async function drop(part: string, why: string): Promise<HubError> {
  await rm(part, { force: true });
  return new HubError(why);
}

async function holdsJson(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const parsed: unknown = JSON.parse(await handle.readFile('utf8'));
    return typeof parsed === 'object' && parsed !== null;
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}

/** The SHA-256 of a file, in hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

const PART = '.part';

function partName(file: string, { tag }: Found): string {
  return `${file}.${(tag ?? 'untagged').replaceAll(/[^0-9A-Za-z]/g, '').slice(0, 64)}${PART}`;
}

async function removeOtherParts(file: string): Promise<void> {
  for (const name of await readdir(dirname(file))) {
    if (name.startsWith(`${basename(file)}.`) && name.endsWith(PART)) {
      await rm(join(dirname(file), name), { force: true });
    }
  }
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

function asHubError(error: unknown): HubError {
  if (error instanceof HubError) return error;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  if (code === 'ENOSPC') return new HubError('the disk is full', { cause: error });
  if (code === 'EACCES' || code === 'EROFS')
    return new HubError('the cache folder cannot be written', { cause: error });
  return new HubError(`the hub cannot be reached (${code ?? String(cause)})`, { cause: error });
}
