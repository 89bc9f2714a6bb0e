import { createHmac, randomBytes } from 'node:crypto';
import { LINK_LIFETIME_MS } from './limits.ts';

/** What the CDN answers to one request. */
export interface CdnAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
}

/**
 * The place where posted files are fetched from: `/cdn/...` gives the file, `/media/...` too, in place of Discord's
 * resizing proxy. Links are signed and end after a day, as Discord's do (`ex`, `is` and `hm` in hexadecimal).
 */
export class Cdn {
  readonly #origin: string;
  readonly #now: () => number;
  readonly #lifetimeMs: number;
  readonly #key = randomBytes(32);
  readonly #files = new Map<string, { readonly bytes: Uint8Array; readonly contentType: string }>();

  constructor(origin: string, now: () => number, lifetimeMs: number = LINK_LIFETIME_MS) {
    this.#origin = origin;
    this.#now = now;
    this.#lifetimeMs = lifetimeMs;
  }

  /** Keeps a file under a path such as `/attachments/CHANNEL/ID/cat.png`. */
  store(path: string, bytes: Uint8Array, contentType: string): void {
    this.#files.set(path, { bytes, contentType });
  }

  /** The signed link to a stored file, good from now on. `service` is which of the two hosts serves it. */
  link(path: string, service: 'cdn' | 'media' = 'cdn'): string {
    const issued = Math.floor(this.#now() / 1000);
    const is = issued.toString(16);
    const ex = Math.floor(issued + this.#lifetimeMs / 1000).toString(16);
    return `${this.#origin}/${service}${path}?ex=${ex}&is=${is}&hm=${this.#signature(path, ex, is)}&`;
  }

  /** A deep copy of a payload in which every link to this CDN is signed afresh, as in whatever Discord sends. */
  renew<T>(payload: T): T {
    return JSON.parse(JSON.stringify(payload), (_key, value: unknown) => {
      if (typeof value !== 'string' || !value.startsWith(this.#origin)) return value;
      const { pathname } = new URL(value);
      const [, service, path] = /^\/(cdn|media)(\/.+)$/.exec(pathname) ?? [];
      return path && this.#files.has(path) ? this.link(path, service === 'media' ? 'media' : 'cdn') : value;
    }) as T;
  }

  /** The bytes behind a link made by `link`, whether or not it is still good; undefined where there are none. */
  bytesOf(link: string): Uint8Array | undefined {
    return this.#files.get(new URL(link).pathname.replace(/^\/(cdn|media)/, ''))?.bytes;
  }

  /** Answers a request for a link: the file, or 404 where the link is unknown, changed or past its end. */
  answer(url: URL): CdnAnswer {
    const path = url.pathname.replace(/^\/(cdn|media)/, '');
    const file = this.#files.get(path);
    const { ex = '', is = '', hm = '' } = Object.fromEntries(url.searchParams);
    const good = hm === this.#signature(path, ex, is) && Number.parseInt(ex, 16) * 1000 > this.#now();
    if (!file || !good)
      return { status: 404, contentType: 'text/plain', body: Buffer.from('This content is no longer available.') };
    return { status: 200, contentType: file.contentType, body: file.bytes };
  }

  #signature(path: string, ex: string, is: string): string {
    return createHmac('sha256', this.#key).update(`${path}\n${ex}\n${is}`).digest('hex');
  }
}
