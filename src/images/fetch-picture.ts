import { UserError } from '../user-error.ts';
import { pictureTooLarge } from './check-picture.ts';
import { MAX_PICTURE_BYTES } from './picture-limits.ts';

/** Where a picture may come from, and how large and slow it may be. */
export interface FetchPictureOptions {
  /** The origins to fetch from, e.g. `https://cdn.discordapp.com`; `any` only for an address its own user typed. */
  readonly origins: readonly string[] | 'any';
  readonly maxBytes?: number;
  /** For the whole of it, from the first packet to the last byte. */
  readonly deadlineMs?: number;
  readonly fetch?: typeof fetch;
}

/** Discord's own servers answer within a second; what takes ten will not come. */
const DEADLINE_MS = 10_000;

/**
 * Fetches the bytes of a picture. Follows no redirect, stops at `maxBytes` whatever length was declared, and gives up at
 * the deadline. Whether the bytes are a picture is for the caller to find out.
 * Throws a UserError (`picture-host`, `picture-too-large`, `picture-unavailable`, `timeout`). Its message names the host
 * at most: the rest of an address may hold a signature.
 */
export async function fetchPicture(url: string, options: FetchPictureOptions): Promise<Uint8Array> {
  const { origins, maxBytes = MAX_PICTURE_BYTES, deadlineMs = DEADLINE_MS } = options;
  const address = allowedAddress(url, origins);
  const signal = AbortSignal.timeout(deadlineMs);
  try {
    const response = await (options.fetch ?? fetch)(address, {
      redirect: 'manual',
      signal,
      headers: { accept: 'image/png, image/jpeg, image/webp, image/gif' },
    });
    try {
      checkAnswer(response, address, origins);
      if (Number(response.headers.get('content-length')) > maxBytes) throw pictureTooLarge();
      return await readAtMost(response, maxBytes);
    } finally {
      if (!response.bodyUsed) response.body?.cancel().catch(() => {});
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (signal.aborted) throw tooSlow(address, error);
    throw new UserError('picture-unavailable', `I could not get this picture from ${address.host}. Try again later.`, {
      cause: error,
    });
  }
}

function allowedAddress(url: string, origins: readonly string[] | 'any'): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (!address || !/^https?:$/.test(address.protocol)) {
    throw new UserError('picture-host', 'This is no http(s) address. Give me the address of a picture, or its file.');
  }
  if (origins === 'any' ? address.username || address.password : !isAllowed(address, origins)) {
    throw origins === 'any'
      ? new UserError('picture-host', 'This address holds a password. Download the picture and give me the file.')
      : new UserError(
          'picture-host',
          'I only open pictures that were posted on Discord. Upload the picture instead of its link.',
        );
  }
  return address;
}

function isAllowed(address: URL, origins: readonly string[]): boolean {
  return origins.includes(address.origin) && address.username === '' && address.password === '';
}

function checkAnswer({ status }: Response, { host }: URL, origins: readonly string[] | 'any'): void {
  if (status === 200) return;
  if (status >= 300 && status < 400) {
    throw new UserError(
      'picture-unavailable',
      origins === 'any'
        ? `${host} sends me on to another address, and I follow none. Give me the picture's own address.`
        : 'Discord sends me on to another address for this picture. Post it again.',
    );
  }
  if (status >= 500 || status === 429) {
    throw new UserError('picture-unavailable', `${host} has trouble at the moment (${status}). Try again in a minute.`);
  }
  throw new UserError(
    'picture-unavailable',
    origins === 'any'
      ? `There is no picture to be had at this address: ${host} answers ${status}.`
      : 'This picture is gone: it was deleted, or its link has expired. Post it again.',
  );
}

async function readAtMost(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (!response.body) return new Uint8Array();
  // Leaving the loop by an error cancels the transfer.
  for await (const chunk of response.body) {
    length += chunk.length;
    if (length > maxBytes) throw pictureTooLarge();
    chunks.push(chunk);
  }
  const file = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    file.set(chunk, at);
    at += chunk.length;
  }
  return file;
}

function tooSlow({ host }: URL, cause: unknown): UserError {
  return new UserError('timeout', `${host} is too slow in sending this picture. Try again in a minute.`, { cause });
}
