import { createHmac, randomBytes } from 'node:crypto';
import { type EmojiFile, emojiAnswer } from './emoji-file.ts';
import { LINK_LIFETIME_MS } from './limits.ts';

/** What the CDN answers to one request. */
export interface CdnAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** Discord's hosts for files: the CDN, the proxy for what was posted, and the proxy for what lies elsewhere. */
export type FileHost = 'cdn' | 'media' | 'external';

interface KeptFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Posted files have signed links on both hosts; stickers and the pictures of other sites have plain ones. */
  readonly signed: boolean;
  readonly hosts: readonly FileHost[];
}

/** The fields of a payload in which links to files stand. */
const LINK_FIELDS: readonly string[] = ['url', 'proxy_url'];
const ADDRESS = /^\/(cdn|media|external)(\/.+)$/;
const GONE: CdnAnswer = {
  status: 404,
  contentType: 'text/plain',
  body: Buffer.from('This content is no longer available.'),
};

/**
 * The places where files are fetched from, by the first part of the path: `/cdn/...` is `cdn.discordapp.com`, with posted
 * files, stickers and emoji; `/media/...` is `media.discordapp.net`, which has posted files and stickers too and does not
 * resize here; `/external/...` is `images-ext-1.discordapp.net`, with other sites' pictures. Links to posted files are
 * signed and end after a day, as Discord's do (`ex`, `is` and `hm` in hexadecimal).
 */
export class Cdn {
  readonly #origin: string;
  readonly #now: () => number;
  readonly #lifetimeMs: number;
  readonly #key = randomBytes(32);
  readonly #files = new Map<string, KeptFile>();
  readonly #emojis = new Map<string, EmojiFile>();

  constructor(origin: string, now: () => number, lifetimeMs: number = LINK_LIFETIME_MS) {
    this.#origin = origin;
    this.#now = now;
    this.#lifetimeMs = lifetimeMs;
  }

  /** Keeps a posted file under a path such as `/attachments/CHANNEL/ID/cat.png`. */
  store(path: string, bytes: Uint8Array, contentType: string): void {
    this.#files.set(path, { bytes, contentType, signed: true, hosts: ['cdn', 'media'] });
  }

  /** Keeps a file that everybody can fetch for ever, e.g. `/stickers/ID.png`, on these hosts. */
  publish(path: string, bytes: Uint8Array, contentType: string, hosts: readonly FileHost[]): void {
    this.#files.set(path, { bytes, contentType, signed: false, hosts });
  }

  /** The plain address of a path on a host, whether or not there is anything. */
  address(host: FileHost, path: string): string {
    return `${this.#origin}/${host}${path}`;
  }

  /** Keeps an emoji's file, which `/cdn/emojis/ID` then has in every format. */
  publishEmoji(id: string, file: EmojiFile): void {
    this.#emojis.set(id, file);
  }

  /** The signed link to a posted file, good from now on. */
  link(path: string, host: 'cdn' | 'media' = 'cdn'): string {
    const issued = Math.floor(this.#now() / 1000);
    const is = issued.toString(16);
    const ex = Math.floor(issued + this.#lifetimeMs / 1000).toString(16);
    return `${this.#origin}/${host}${path}?ex=${ex}&is=${is}&hm=${this.#signature(path, ex, is)}&`;
  }

  /**
   * A deep copy of a payload in which every link to a posted file is signed afresh, as in whatever Discord sends; links that
   * somebody wrote into a text stay as they were.
   */
  renew<T>(payload: T): T {
    return JSON.parse(JSON.stringify(payload), (key, value: unknown) => {
      if (typeof value !== 'string' || !LINK_FIELDS.includes(key)) return value;
      const posted = this.#posted(value);
      return posted ? this.link(posted.path, posted.host === 'media' ? 'media' : 'cdn') : value;
    }) as T;
  }

  /** The media proxy's link to the posted file that a link to the CDN means, signed afresh; undefined for any other link. */
  proxyOf(link: string): string | undefined {
    const posted = this.#posted(link);
    return posted && this.link(posted.path, 'media');
  }

  /** The bytes of a posted file behind a link to it, whether or not that is still good; undefined where there are none. */
  bytesOf(link: string): Uint8Array | undefined {
    const posted = this.#posted(link);
    return posted && this.#files.get(posted.path)?.bytes;
  }

  /** Whether an address is for this to answer. */
  static has({ pathname }: URL): boolean {
    return ADDRESS.test(pathname);
  }

  /** Answers a request for an address: the file, or 404 where it is unknown, or its link changed or past its end. */
  async answer({ pathname, searchParams }: URL): Promise<CdnAnswer> {
    const [, host = '', path = ''] = ADDRESS.exec(pathname) ?? [];
    const [, emojiId = '', ending = ''] = /^\/emojis\/(\d+)\.(\w+)$/.exec(path) ?? [];
    const emoji = host === 'cdn' ? this.#emojis.get(emojiId) : undefined;
    if (emoji) return emojiAnswer(emoji, ending, searchParams);
    const file = this.#files.get(path);
    if (!file?.hosts.includes(host as FileHost)) return GONE;
    if (file.signed && !this.#isGood(path, searchParams)) return GONE;
    return { status: 200, contentType: file.contentType, body: file.bytes };
  }

  #posted(link: string): { readonly host: string; readonly path: string } | undefined {
    if (!link.startsWith(`${this.#origin}/`) || !URL.canParse(link)) return undefined;
    const [, host, path] = ADDRESS.exec(new URL(link).pathname) ?? [];
    return host !== undefined && path !== undefined && this.#files.get(path)?.signed ? { host, path } : undefined;
  }

  #isGood(path: string, query: URLSearchParams): boolean {
    const { ex = '', is = '', hm = '' } = Object.fromEntries(query);
    return hm === this.#signature(path, ex, is) && Number.parseInt(ex, 16) * 1000 > this.#now();
  }

  #signature(path: string, ex: string, is: string): string {
    return createHmac('sha256', this.#key).update(`${path}\n${ex}\n${is}`).digest('hex');
  }
}
