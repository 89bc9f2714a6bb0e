import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { MINI_FOLDER } from './mini.ts';

/** What the loopback hub does instead of serving a file, by the file's path in its repository. */
export type Misbehaviour = (file: string, response: ServerResponse, request: IncomingMessage) => boolean;

export interface LoopbackHub {
  readonly url: string;
  /** The paths asked for, in order, with the range where one was asked for. */
  readonly requests: string[];
  misbehave: Misbehaviour | undefined;
  close(): Promise<void>;
}

/**
 * A hub that serves glimpse-mini's files as `Xenova/clip-vit-base-patch32`: under the real hub's paths, and as it does,
 * large files by a redirect that states their size and SHA-256.
 */
export async function startHub(): Promise<LoopbackHub> {
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    hub.requests.push(path + (request.headers.range ? ` ${request.headers.range}` : ''));
    const file = /^\/(?:storage|Xenova\/clip-vit-base-patch32\/resolve\/main)\/(.+)$/.exec(path)?.[1];
    if (!file) {
      response.writeHead(404).end('Entry not found');
      return;
    }
    if (hub.misbehave?.(file, response, request)) return;
    const bytes = readFileSync(join(MINI_FOLDER, file));
    if (file.endsWith('.onnx') && !path.startsWith('/storage/')) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      response
        .writeHead(302, {
          location: `/storage/${file}`,
          'x-linked-size': bytes.length,
          'x-linked-etag': `"${sha256}"`,
        })
        .end();
      return;
    }
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    response
      .writeHead(from > 0 ? 206 : 200, {
        'content-type': file.endsWith('.json') ? 'text/plain; charset=utf-8' : 'application/octet-stream',
        'content-length': bytes.length - from,
        etag: `"${createHash('sha1').update(bytes).digest('hex')}"`,
      })
      .end(bytes.subarray(from));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const hub: LoopbackHub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    misbehave: undefined,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return hub;
}
