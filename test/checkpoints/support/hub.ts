import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { MINI_FOLDER } from '../../clip/support/mini.ts';

/**
 * What the loopback hub does instead of serving a file, by the file's path in its repository; false where it serves it
 * after all.
 */
export type Misbehaviour = (file: string, response: ServerResponse, request: IncomingMessage) => boolean;

/** One request as the hub heard it. */
export interface HeardRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
}

export interface LoopbackHub {
  readonly url: string;
  /** The paths asked for, in order, with the range where one was asked for, and the method where it is not GET. */
  readonly requests: string[];
  readonly heard: HeardRequest[];
  misbehave: Misbehaviour | undefined;
  /** Where large files are: the address of another server of this kind; this one by default. */
  storageUrl: string;
  close(): Promise<void>;
}

/** How the loopback hub differs from the usual one. */
export interface HubOptions {
  /** What it serves: the folder of each repository. */
  readonly repositories?: Readonly<Record<string, string>>;
  /** Answers 401 to whoever does not send this one, as the hub does for what is private. */
  readonly token?: string;
}

/** The commit that every revision stands for. */
export const COMMIT = 'd15189d7028b43f1d3e65039190477f6af591c2a';

/**
 * A hub that serves glimpse-mini's files as `Xenova/clip-vit-base-patch32`, or other folders: under the real hub's paths,
 * and as it does, large files by a redirect that states their size and SHA-256.
 */
export async function startHub({
  repositories = { 'Xenova/clip-vit-base-patch32': MINI_FOLDER },
  token,
}: HubOptions = {}): Promise<LoopbackHub> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://hub.test');
    const { method = 'GET', headers } = request;
    hub.heard.push({ method, path: pathname, authorization: headers.authorization });
    hub.requests.push(`${method === 'GET' ? '' : `${method} `}${pathname}${headers.range ? ` ${headers.range}` : ''}`);
    const asked = /^\/(?<repository>[^/]+\/[^/]+)\/resolve\/(?<revision>[^/]+)\/(?<file>.+)$/.exec(pathname)?.groups;
    const stored = /^\/storage\/(?<file>.+)$/.exec(pathname)?.groups;
    const file = asked?.file ?? stored?.file;
    if (file && hub.misbehave?.(file, response, request)) return;
    if (asked && token !== undefined && headers.authorization !== `Bearer ${token}`) {
      response.writeHead(401).end('Invalid username or password.');
      return;
    }
    const repository = asked?.repository ?? searchParams.get('repository') ?? 'Xenova/clip-vit-base-patch32';
    const folder = repositories[repository];
    if (!file || !folder || !existsSync(join(folder, file))) {
      response.writeHead(404).end('Entry not found');
      return;
    }
    const bytes = readFileSync(join(folder, file));
    if (file.endsWith('.onnx') && !stored) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      response
        .writeHead(302, {
          location: `${hub.storageUrl}/storage/${file}?repository=${repository}`,
          'x-linked-size': bytes.length,
          'x-linked-etag': `"${sha256}"`,
          'x-repo-commit': COMMIT,
        })
        .end();
      return;
    }
    const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
    response
      .writeHead(from > 0 ? 206 : 200, {
        'content-type': file.endsWith('.json') ? 'text/plain; charset=utf-8' : 'application/octet-stream',
        'content-length': bytes.length - from,
        'x-repo-commit': COMMIT,
        etag: `"${createHash('sha1').update(bytes).digest('hex')}"`,
      })
      .end(bytes.subarray(from));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const hub: LoopbackHub = {
    url,
    requests: [],
    heard: [],
    misbehave: undefined,
    storageUrl: url,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return hub;
}

/** A misbehaviour of so many requests, after which the hub is as it should be. */
export function atFirst(times: number, misbehaviour: Misbehaviour): Misbehaviour {
  let left = times;
  return (file, response, request) => left > 0 && misbehaviour(file, response, request) && left-- > 0;
}

/** A misbehaviour about the towers alone, whatever the small files. */
export function onlyTowers(misbehaviour: Misbehaviour): Misbehaviour {
  return (file, response, request) => file.endsWith('.onnx') && misbehaviour(file, response, request);
}

/** Answers with a status alone. */
export function answers(status: number, headers: Record<string, string> = {}): Misbehaviour {
  return (_, response) => {
    response.writeHead(status, headers).end();
    return true;
  };
}
