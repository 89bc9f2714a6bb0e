import sharp from 'sharp';
import type { PictureSize } from './framing.ts';
import { decodingFailure, INPUT, isJpeg, measure } from './open-picture.ts';
import { DECODE_SECONDS, MAX_PICTURE_PIXELS } from './picture-limits.ts';

/** Interleaved 8-bit RGB: `Uint8Array[height * width * 3]`. */
export interface Raster extends PictureSize {
  readonly rgb: Uint8Array;
}

/** A picture's pixels, and how many it had before it was resized. */
export interface DecodedRaster extends Raster {
  /** Upright. */
  readonly original: PictureSize;
}

/**
 * Decodes all of a stranger's picture, of an animation the first frame: turned upright, laid on white, brought to sRGB, and
 * resized to what `sizeFor` makes of its size. Throws a UserError (`picture-type`, `picture-corrupt`, `picture-too-large`,
 * `picture-too-many-pixels`, `timeout`).
 */
export async function decodeRaster(
  file: Uint8Array,
  sizeFor: (original: PictureSize) => PictureSize,
): Promise<DecodedRaster> {
  const { width, height } = await measure(file);
  const original = { width, height };
  const size = sizeFor(original);
  try {
    const { data, info } = await sharp(file, { ...INPUT, limitInputPixels: MAX_PICTURE_PIXELS })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .resize(size.width, size.height, { fit: 'fill', kernel: 'cubic', fastShrinkOnLoad: isJpeg(file) })
      .timeout({ seconds: DECODE_SECONDS })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new Error(`decoded to ${info.channels} channels`);
    return { ...size, rgb: data, original };
  } catch (error) {
    throw decodingFailure(error);
  }
}
