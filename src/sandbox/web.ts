import { createHash } from 'node:crypto';
import type { APIEmbed, APIEmbedImage } from 'discord.js';
import type { Cdn } from './cdn.ts';
import { pictureSize } from './picture-size.ts';
import { pictureType } from './picture-type.ts';

/** What Discord finds out about a page that somebody links to. */
export interface Page {
  /** `gifv` is how pages of moving pictures, such as Tenor's, are shown. */
  readonly type?: 'article' | 'link' | 'rich' | 'gifv';
  readonly title?: string;
  readonly description?: string;
  readonly provider?: string;
  /** The address of the picture that is shown large, e.g. `https://example.com/cat.png`. */
  readonly image?: string;
  /** The address of the picture that is shown small. */
  readonly thumbnail?: string;
  /** The address of the film that a `gifv` shows. */
  readonly video?: string;
}

/** A picture in an embed or a component: its own address, and Discord's proxy's. */
export type Media = APIEmbedImage & { readonly proxy_url: string; readonly content_type?: string };

/** Written between `<` and `>`, a link has no preview. */
const LINK = /(?<!<)https?:\/\/[^\s<>]+/g;

/**
 * The world outside of Discord, as Discord's proxy finds it: nothing but what was put here. Its pictures are fetched from
 * the proxy (`/external/...` of the loopback), for their own addresses are nowhere.
 */
export class Web {
  readonly #cdn: Cdn;
  readonly #pages = new Map<string, Page>();
  readonly #pictures = new Map<string, Omit<Media, 'url' | 'proxy_url'>>();

  constructor(cdn: Cdn) {
    this.#cdn = cdn;
  }

  /** Puts a picture's bytes, or a page, at an address. */
  publish(address: string, what: Uint8Array | Page): void {
    if (!(what instanceof Uint8Array)) {
      this.#pages.set(address, what);
      return;
    }
    const contentType = pictureType(what) ?? 'application/octet-stream';
    this.#pictures.set(address, { ...pictureSize(what), content_type: contentType });
    this.#cdn.publish(proxyPath(address), what, contentType, ['external']);
  }

  /** A picture by its address, with the proxy's address of it, where there is nothing if nothing was put there. */
  media(address: string): Media {
    const posted = this.#cdn.proxyOf(address);
    const bytes = posted === undefined ? undefined : this.#cdn.bytesOf(address);
    const contentType = bytes && pictureType(bytes);
    return {
      url: address,
      proxy_url: posted ?? this.#cdn.address('external', proxyPath(address)),
      ...this.#pictures.get(address),
      ...(bytes && pictureSize(bytes)),
      ...(contentType !== undefined && { content_type: contentType }),
    };
  }

  /** The previews of the links in a text, in order; a link to what is not here has none. */
  previews(text: string): APIEmbed[] {
    const links = [...new Set(text.match(LINK) ?? [])];
    return links.flatMap((link) => this.#preview(link) ?? []);
  }

  /** An embed as Discord keeps it: each of its pictures has the proxy's address. */
  unfurl(embed: APIEmbed): APIEmbed {
    return {
      ...embed,
      ...(embed.image && { image: { ...this.media(embed.image.url), ...embed.image } }),
      ...(embed.thumbnail && { thumbnail: { ...this.media(embed.thumbnail.url), ...embed.thumbnail } }),
    };
  }

  #preview(link: string): APIEmbed | undefined {
    const page = this.#pages.get(link);
    if (page) return this.#card(link, page);
    const media = this.media(link);
    if (!media.content_type?.startsWith('image/')) return undefined;
    return { type: 'image', url: link, thumbnail: media } as APIEmbed;
  }

  #card(url: string, { type = 'link', title, description, provider, image, thumbnail, video }: Page): APIEmbed {
    return {
      type,
      url,
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      ...(provider !== undefined && { provider: { name: provider } }),
      ...(image !== undefined && { image: this.media(image) }),
      ...(thumbnail !== undefined && { thumbnail: this.media(thumbnail) }),
      ...(video !== undefined && { video: this.media(video) }),
    } as APIEmbed;
  }
}

/** The proxy's path for another site's file: a digest, the query, the scheme, the host and the path. */
function proxyPath(address: string): string {
  const { protocol, host, pathname, search } = new URL(address);
  const digest = createHash('sha256').update(address).digest('base64url');
  const query = search === '' ? '' : `/${encodeURIComponent(search)}`;
  return `/${digest}${query}/${protocol.slice(0, -1)}/${host}${pathname}`;
}
