import type { Secret } from '../secret.ts';
import { HubError, PassingHubError, refused } from './hub-error.ts';
import type { HubFetch, HubResponse } from './hub-fetch.ts';
import { TookTooLong, within } from './within.ts';

/** How the hub is spoken to. */
export interface HubConnection {
  readonly fetch: HubFetch;
  /** Sent to the host that a request starts at, and never to another that it is redirected to. */
  readonly token: Secret | undefined;
  /** Milliseconds since 1970; the system's clock by default. */
  readonly now?: () => number;
}

/** A request for one file of a repository. */
export interface HubRequest {
  readonly url: string;
  /** The file's path in its repository, for messages. */
  readonly file: string;
  readonly method?: 'GET' | 'HEAD';
  readonly headers?: Record<string, string>;
  /** How long each answer may take, in milliseconds. */
  readonly silenceMs: number;
  /** Gives it all up. */
  readonly signal: AbortSignal;
}

/** What the hub says of a file. */
export interface FoundFile {
  readonly response: HubResponse;
  /** The hub's tag for the content, which changes with it. */
  readonly tag: string | undefined;
  readonly size: number | undefined;
  readonly sha256: string | undefined;
  /** The commit that the revision stands for. */
  readonly commit: string | undefined;
}

const REDIRECTS = 5;

/**
 * Asks for a file, following redirects itself: the hub states size and hash of a large file on the redirect, not on the
 * storage that it leads to (`X-Linked-Size`, `X-Linked-Etag`), and the token must not go there. Throws a HubError.
 */
export async function requestFile(request: HubRequest, connection: HubConnection): Promise<FoundFile> {
  const { host, origin } = new URL(request.url);
  let at = request.url;
  let linkedTag: string | null = null;
  let linkedSize: string | null = null;
  let commit: string | null = null;
  for (let hop = 0; hop <= REDIRECTS; hop++) {
    const response = await answered(at, request, connection, origin);
    linkedTag ??= response.headers.get('x-linked-etag');
    linkedSize ??= response.headers.get('x-linked-size');
    commit ??= response.headers.get('x-repo-commit');
    const location = response.headers.get('location');
    const isRedirect = response.status >= 300 && response.status < 400 && location !== null;
    // For the size alone there is no need to go on to the storage.
    if (isRedirect && !(request.method === 'HEAD' && linkedSize !== null)) {
      await response.body?.cancel();
      at = new URL(location, at).href;
      continue;
    }
    if (!isRedirect) await mustBeFile(response, request, { host, connection });
    const tag = (linkedTag ?? response.headers.get('etag'))?.replace(/^W\//, '').replaceAll('"', '');
    const size = linkedSize ?? (isPlain(response) ? response.headers.get('content-length') : null);
    return {
      response,
      tag,
      size: size === null ? undefined : Number(size),
      sha256: tag && /^[0-9a-f]{64}$/.test(tag) ? tag : undefined,
      commit: commit && /^[0-9a-f]{40}$/.test(commit) ? commit : undefined,
    };
  }
  throw new HubError(`${host} redirects in circles`);
}

async function answered(url: string, request: HubRequest, connection: HubConnection, origin: string) {
  // Compressed in transit, a file would not have the length that its header states.
  const headers: Record<string, string> = { ...request.headers, 'accept-encoding': 'identity' };
  if (connection.token && new URL(url).origin === origin) headers.authorization = `Bearer ${connection.token.reveal()}`;
  const abort = new AbortController();
  try {
    const signal = AbortSignal.any([abort.signal, request.signal]);
    const init = { method: request.method ?? 'GET', headers, redirect: 'manual', signal } as const;
    return await within(connection.fetch(url, init), request.silenceMs);
  } catch (error) {
    abort.abort();
    if (error instanceof TookTooLong) throw new PassingHubError('the hub does not answer', { cause: error });
    throw error;
  }
}

async function mustBeFile(
  response: HubResponse,
  { file }: HubRequest,
  { host, connection }: { readonly host: string; readonly connection: HubConnection },
): Promise<void> {
  if (response.status !== 200 && response.status !== 206) {
    await response.body?.cancel();
    throw refused({
      status: response.status,
      host,
      file,
      hasToken: connection.token !== undefined,
      retryAfter: response.headers.get('retry-after'),
      now: (connection.now ?? Date.now)(),
    });
  }
  if (response.headers.get('content-type')?.includes('text/html')) {
    await response.body?.cancel();
    throw new HubError(`${host} answers with a web page (is there a sign-in page on this network?)`);
  }
}

/** Whether the length of the answer is the length of the file. */
function isPlain({ status, headers }: HubResponse): boolean {
  return status === 200 && (headers.get('content-encoding') ?? 'identity') === 'identity';
}
