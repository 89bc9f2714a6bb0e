import { extname } from 'node:path';
import type { APIAttachment } from 'discord.js';
import type { Cdn } from './cdn.ts';
import { pictureSize } from './picture-size.ts';

/** A file that somebody posts. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Guessed from the name's ending where absent, as Discord does. */
  readonly contentType?: string;
  /** Alt text. */
  readonly description?: string;
  readonly spoiler?: boolean;
  /** What the attachment says about itself where that is to differ from the truth, e.g. `{ size: 10 }`. */
  readonly claims?: Partial<APIAttachment>;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
  '.mp4': 'video/mp4',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
};
/** Discord's attachment flag for a picture hidden behind a spoiler (resources/message, "Attachment Flags"). */
const IS_SPOILER = 1 << 3;

/** Puts a file on the CDN under `folder` (e.g. `/attachments/CHANNEL`) and gives the attachment that describes it. */
export function storeUpload(cdn: Cdn, folder: string, id: string, upload: Upload, ephemeral: boolean): APIAttachment {
  const filename = storedName(upload);
  const contentType = upload.contentType ?? CONTENT_TYPES[extname(filename).toLowerCase()];
  const path = `${folder}/${id}/${filename}`;
  cdn.store(path, upload.bytes, contentType ?? 'application/octet-stream');
  const spoiler = upload.spoiler === true || filename.startsWith('SPOILER_');
  return {
    id,
    filename,
    size: upload.bytes.byteLength,
    url: cdn.link(path),
    proxy_url: cdn.link(path, 'media'),
    ...(contentType !== undefined && { content_type: contentType }),
    ...(contentType?.startsWith('image/') && pictureSize(upload.bytes)),
    ...(upload.description !== undefined && { description: upload.description }),
    ...(ephemeral && { ephemeral: true }),
    ...(spoiler && { flags: IS_SPOILER }),
    ...upload.claims,
  };
}

/** Discord keeps letters, digits, `_`, `-` and `.` of a file's name. */
function storedName({ name, spoiler }: Upload): string {
  const plain = name.replace(/[^\w.-]+/g, '_').replace(/^\.+/, '') || 'file';
  return spoiler && !plain.startsWith('SPOILER_') ? `SPOILER_${plain}` : plain;
}
