import sharp, { type Sharp } from 'sharp';
import { MAX_PICTURE_BYTES } from '../src/images/picture-limits.ts';
import { seeded } from './random.ts';

/** The sizes that are measured, 4:3 as cameras have it: a small web picture, a screenshot's size, and two generations of phones. */
export const PHOTO_SIZES = [
  { megapixels: 0.3, width: 640, height: 480 },
  { megapixels: 2, width: 1632, height: 1224 },
  { megapixels: 12, width: 4000, height: 3000 },
  { megapixels: 48, width: 8000, height: 6000 },
] as const;

/** One of `PHOTO_SIZES`, by its megapixels. */
export type Megapixels = (typeof PHOTO_SIZES)[number]['megapixels'];

/**
 * A JPEG that costs a decoder what a photograph of its size does: soft shapes of all sizes under a fine grain. The same for the
 * same size and seed. Throws where it is larger than what Glimpse opens.
 */
export async function photo(megapixels: Megapixels, seed: number): Promise<Buffer> {
  const size = PHOTO_SIZES.find((one) => one.megapixels === megapixels);
  if (!size) throw new RangeError(`there is no size of ${megapixels} megapixels`);
  const { width, height } = size;
  const random = seeded(seed);
  const raw = { width, height, channels: 3 } as const;
  const pixels = await softShapes(random)
    .then((shapes) => shapes.resize(width, height, { fit: 'fill', kernel: 'cubic' }).raw().toBuffer())
    .then((buffer) => new Uint8ClampedArray(buffer.buffer, buffer.byteOffset, buffer.length));
  const grain = Int8Array.from({ length: GRAIN_PERIOD }, () => Math.round((random() - random()) * GRAIN));
  for (let i = 0; i < pixels.length; i++) pixels[i] = (pixels[i] as number) + (grain[i % GRAIN_PERIOD] as number);
  const file = await sharp(pixels, { raw }).jpeg({ quality: 80 }).toBuffer();
  if (file.length > MAX_PICTURE_BYTES)
    throw new Error(`the photo of ${megapixels} megapixels has ${file.length} bytes`);
  return file;
}

/** How many levels the grain moves a pixel at most: it makes a JPEG of 1 to 2 bits a pixel, as phones' photographs have. */
const GRAIN = 24;
/** After so many values the grain repeats: a prime, so that it never lines up with the rows. */
const GRAIN_PERIOD = 65_537;

/** Large shapes with smaller ones upon them: 160x120 pixels. */
async function softShapes(random: () => number): Promise<Sharp> {
  const [large, small] = [noise(12, 9, random), noise(160, 120, random)];
  const enlarged = await large.resize(160, 120, { fit: 'fill', kernel: 'cubic' }).png().toBuffer();
  const both = await sharp(enlarged)
    .composite([{ input: await small.png().toBuffer(), blend: 'soft-light' }])
    .png()
    .toBuffer();
  return sharp(both).removeAlpha();
}

function noise(width: number, height: number, random: () => number): Sharp {
  const pixels = Uint8Array.from({ length: width * height * 3 }, () => Math.floor(random() * 256));
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}
