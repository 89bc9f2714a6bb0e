/** A picture as Discord describes it. Its size and type are claims; the bytes are checked after the download. */
export interface FoundPicture {
  readonly url: string;
  readonly name: string;
  readonly spoiler: boolean;
  /** Bytes, where Discord says. */
  readonly size: number | undefined;
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

/** The part of a `Message` or a forwarded `MessageSnapshot` in which a picture can be. */
export interface MessageLike {
  readonly attachments: { values(): Iterable<AttachmentLike> };
  readonly embeds: readonly { readonly image: EmbedImage | null; readonly thumbnail: EmbedImage | null }[];
  readonly components: readonly object[];
  readonly messageSnapshots?: { values(): Iterable<MessageLike> } | null;
}

/**
 * Every picture of a message in the order in which a person would take it: attachments, then those of a forwarded
 * message, then embeds, then the media of components. Without the Message Content intent Discord leaves all of them
 * out of most messages (an empty list), but not out of a menu's target, a mention or a direct message.
 */
export function findPictures(message: MessageLike): readonly FoundPicture[] {
  const found = [
    ...[...message.attachments.values()].flatMap((attachment) => pictureOfAttachment(attachment) ?? []),
    ...[...(message.messageSnapshots?.values() ?? [])].flatMap(findPictures),
    ...message.embeds.flatMap(picturesOfEmbed),
    ...message.components.flatMap((component) => picturesOfComponent(component, false)),
  ];
  return [...new Map(found.map((picture) => [picture.url, picture])).values()];
}

/** The picture in an attachment, or undefined where the attachment says that it is something else. */
export function pictureOfAttachment(attachment: AttachmentLike): FoundPicture | undefined {
  const { url, name, size, contentType, spoiler } = attachment;
  const isPicture = contentType ? contentType.startsWith('image/') : PICTURE_NAME.test(name);
  return isPicture ? { url, name, size, spoiler: spoiler || name.startsWith('SPOILER_') } : undefined;
}

const PICTURE_NAME = /\.(png|jpe?g|webp|gif)$/i;

/** Discord's proxy serves an embed's picture; its own address is anyone's, and is never fetched. */
function picturesOfEmbed({ image, thumbnail }: MessageLike['embeds'][number]): FoundPicture[] {
  return [image, thumbnail].flatMap((asset) =>
    asset ? [{ url: asset.proxyURL ?? asset.url, name: 'embed', spoiler: false, size: undefined }] : [],
  );
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

function picturesOfComponent(component: ComponentLike, hidden: boolean): FoundPicture[] {
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
