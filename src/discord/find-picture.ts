import { type CDN, StickerFormatType } from 'discord.js';
import { isDrawn } from './drawn-files.ts';

/** A picture as Discord describes it. Its size and type are claims; the bytes are checked after the download. */
export interface FoundPicture {
  readonly url: string;
  readonly name: string;
  readonly spoiler: boolean;
  /** Bytes, where Discord says. */
  readonly size: number | undefined;
  /** Its number among the pictures of its message, from 0. */
  readonly index: number;
}

/** The part of discord.js's `Attachment` that matters here. */
export interface AttachmentLike {
  readonly url: string;
  readonly name: string;
  readonly size: number;
  readonly contentType: string | null;
  readonly spoiler: boolean;
}

interface EmbedImage {
  readonly url: string;
  readonly proxyURL?: string | undefined;
}

interface EmbedLike {
  /** The link that it is the preview of, if any. */
  readonly url?: string | null;
  readonly image: EmbedImage | null;
  readonly thumbnail: EmbedImage | null;
}

/** The part of a `Message` or a forwarded `MessageSnapshot` in which a picture can be. */
export interface MessageLike {
  readonly attachments: { values(): Iterable<AttachmentLike> };
  readonly embeds: readonly EmbedLike[];
  readonly components: readonly object[];
  readonly messageSnapshots?: { values(): Iterable<MessageLike> } | null;
  readonly stickers: { values(): Iterable<StickerLike> };
  readonly content: string;
  readonly client: { readonly rest: { readonly cdn: Pick<CDN, 'emoji'> } };
}

interface StickerLike {
  readonly name: string;
  readonly url: string;
  readonly format: StickerFormatType;
}

type Unnumbered = Omit<FoundPicture, 'index'>;

/**
 * What is looked for: `files` that somebody posted or forwarded; all that is `shown`, with the previews of links and
 * what other bots show; or `anything`: where there is nothing else, also stickers, and after them custom emoji. Beside a
 * picture they are decoration, and in a reply such as "thanks!" they are no question.
 */
export type Sought = 'files' | 'shown' | 'anything';

/**
 * The pictures of a message in the order in which a person would take them: attachments, then those of a forwarded
 * message, then embeds, then the media of components. Without the Message Content intent Discord leaves all of them out
 * of most messages (an empty list), but not out of a menu's target, a mention or a direct message.
 */
export function findPictures(message: MessageLike, sought: Sought = 'anything'): readonly FoundPicture[] {
  const distinct = new Map<string, Traced>();
  for (const picture of traced(message)) if (!distinct.has(picture.url)) distinct.set(picture.url, picture);
  // Numbered before any are left out, so that a number means the same picture whatever was looked for.
  return [...distinct.values()].flatMap(({ from, ...picture }, index) =>
    FOUND_BY[sought].includes(from) ? [{ ...picture, index }] : [],
  );
}

/** Where a picture came from. */
interface Traced extends Unnumbered {
  readonly from: 'file' | 'display' | 'decoration';
}

const FOUND_BY: Readonly<Record<Sought, readonly Traced['from'][]>> = {
  files: ['file'],
  shown: ['file', 'display'],
  anything: ['file', 'display', 'decoration'],
};

/** Whether a message has a sticker in the one format that is no picture: Lottie, a list of vector shapes. */
export function hasLottieSticker({ stickers }: Pick<MessageLike, 'stickers'>): boolean {
  return [...stickers.values()].some(({ format }) => format === StickerFormatType.Lottie);
}

function traced(message: MessageLike): Traced[] {
  const attachments = [...message.attachments.values()].filter(({ name }) => !isDrawn(name));
  const files = attachments.flatMap((attachment) => pictureOfAttachment(attachment) ?? []);
  const displayed = [
    ...message.embeds.flatMap((embed) => picturesOfEmbed(embed, message)),
    ...message.components.flatMap((component) => picturesOfComponent(component, false)),
  ];
  const pictures = [
    ...files.map((picture) => ({ ...picture, from: 'file' as const })),
    ...[...(message.messageSnapshots?.values() ?? [])].flatMap(traced),
    ...displayed.map((picture) => ({ ...picture, from: 'display' as const })),
  ];
  if (pictures.length > 0) return pictures;
  const stickers = picturesOfStickers(message);
  const decoration = stickers.length > 0 ? stickers : picturesOfEmoji(message);
  return decoration.map((picture) => ({ ...picture, from: 'decoration' }));
}

function picturesOfStickers({ stickers }: MessageLike): Unnumbered[] {
  return [...stickers.values()]
    .filter(({ format }) => format !== StickerFormatType.Lottie)
    .map(({ name, url }) => ({ url, name, spoiler: false, size: undefined }));
}

const CUSTOM_EMOJI = /<(a?):(\w+):(\d+)>/g;

function picturesOfEmoji({ content, client }: MessageLike): Unnumbered[] {
  const hidden = hiddenIn(content);
  return [...content.matchAll(CUSTOM_EMOJI)].map(([emoji, animated, name = 'emoji', id = '']) => ({
    url: client.rest.cdn.emoji(id, { extension: animated ? 'gif' : 'png' }),
    name,
    spoiler: hidden.includes(emoji),
    size: undefined,
  }));
}

/** What stands behind spoilers in a message's words. */
const hiddenIn = (content: string): string => content.match(/\|\|.+?\|\|/gs)?.join(' ') ?? '';

/** The picture in an attachment, or undefined where the attachment says that it is something else. */
export function pictureOfAttachment(attachment: AttachmentLike): Unnumbered | undefined {
  const { url, name, size, contentType, spoiler } = attachment;
  const isPicture = contentType ? contentType.startsWith('image/') : PICTURE_NAME.test(name);
  return isPicture ? { url, name, size, spoiler: spoiler || name.startsWith('SPOILER_') } : undefined;
}

const PICTURE_NAME = /\.(png|jpe?g|webp|gif)$/i;

/**
 * Discord's proxy serves an embed's picture; its own address is anyone's, and is never fetched. Beside an image, the
 * thumbnail is a site's badge. The preview of a link behind a spoiler is behind it too.
 */
function picturesOfEmbed({ url, image, thumbnail }: EmbedLike, { content }: MessageLike): Unnumbered[] {
  const asset = image ?? thumbnail;
  if (!asset) return [];
  const spoiler = typeof url === 'string' && hiddenIn(content).includes(url);
  return [{ url: asset.proxyURL ?? asset.url, name: 'embed', spoiler, size: undefined }];
}

interface Media {
  readonly url: string;
  readonly data?: { readonly proxy_url?: string; readonly content_type?: string };
}

/** The parts in which discord.js's components hold media: galleries, thumbnails, files, and sections and containers around them. */
interface ComponentLike {
  readonly spoiler?: boolean;
  readonly media?: Media;
  readonly file?: Media;
  readonly items?: readonly ComponentLike[];
  readonly accessory?: ComponentLike;
  readonly components?: readonly ComponentLike[];
}

function picturesOfComponent(component: ComponentLike, hidden: boolean): Unnumbered[] {
  const spoiler = hidden || component.spoiler === true;
  const media = component.media ?? component.file;
  const nested = [...(component.items ?? []), ...(component.components ?? []), component.accessory ?? []].flat();
  return [
    ...(media && isPictureMedia(media)
      ? [{ url: media.data?.proxy_url ?? media.url, name: 'component', spoiler, size: undefined }]
      : []),
    ...nested.flatMap((child) => picturesOfComponent(child, spoiler)),
  ];
}

function isPictureMedia({ url, data }: Media): boolean {
  if (data?.content_type) return data.content_type.startsWith('image/');
  return PICTURE_NAME.test(url.replace(/[?#].*$/, ''));
}
