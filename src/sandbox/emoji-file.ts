import type { CdnAnswer } from './cdn.ts';

/** An emoji's file as it was uploaded. */
export interface EmojiFile {
  readonly bytes: Uint8Array;
  readonly animated: boolean;
}

/** The sizes that the CDN makes, in pixels ("Image Formatting"): powers of two from 16 to 4096. */
const SIZES: readonly number[] = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096];
const TYPES = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
} as const;

/**
 * An emoji in the format that an address asks for by its ending, as Discord's CDN makes it: a GIF of a moving emoji alone
 * (415 for others), a WebP that moves where `animated=true` asks for it, else the first picture.
 */
export async function emojiAnswer(
  { bytes, animated }: EmojiFile,
  ending: string,
  query: URLSearchParams,
): Promise<CdnAnswer> {
  const refusal = (status: number, words: string): CdnAnswer => ({
    status,
    contentType: 'text/plain',
    body: Buffer.from(words),
  });
  const format = ending === 'jpg' ? 'jpeg' : ending;
  if (!(ending in TYPES)) return refusal(404, 'Not found');
  if (format === 'gif' && !animated) return refusal(415, 'Unsupported Media Type');
  const size = query.get('size');
  if (size !== null && !SIZES.includes(Number(size))) return refusal(400, 'Invalid size');
  // Loaded here, so that a bot that is tried without emoji never has it.
  const { default: sharp } = await import('sharp');
  const moves = animated && (format === 'gif' || (format === 'webp' && query.get('animated') === 'true'));
  const picture = sharp(bytes, { animated: moves });
  const made = size === null ? picture : picture.resize({ width: Number(size), withoutEnlargement: true });
  return {
    status: 200,
    contentType: TYPES[ending as keyof typeof TYPES],
    body: await made.toFormat(format as 'png' | 'jpeg' | 'webp' | 'gif').toBuffer(),
  };
}
