import sharp from 'sharp';
import { UserError } from '../user-error.ts';
import { endsWhole, framesToSee } from './frames.ts';
import { type FramedAxis, type Framing, framingOf, type Shrinking } from './framing.ts';
import { decodingFailure, INPUT, isJpeg, measure } from './open-picture.ts';
import { DECODE_SECONDS, MAX_PICTURE_PIXELS } from './picture-limits.ts';
import { type Box, boxOf, type Region } from './region.ts';
import { type Axis, type Filter, resample } from './resample.ts';

/**
 * Narrows libvips to the four decoders that Glimpse needs, all of them reading from memory, and to one thread for a picture. With
 * two, pictures of 0.3 to 48 megapixels are there no sooner, for up to a tenth more work. It holds for the whole process, so
 * only processes that do nothing else call it. sharp opens SVG, TIFF, HEIF and more by default.
 */
export function confineDecoder(): void {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: [
      'VipsForeignLoadJpegBuffer',
      'VipsForeignLoadPngBuffer',
      'VipsForeignLoadWebpBuffer',
      'VipsForeignLoadNsgifBuffer',
    ],
  });
  sharp.cache(false);
  sharp.concurrency(1);
}

/**
 * Decodes a stranger's picture as CLIP's own preprocessing does: turned upright, laid on white, brought to sRGB, shrunk
 * until its shortest side is `size` with an antialiased bicubic, and cropped to the middle square; or, by the fit `fill`,
 * squashed to the square as SigLIP does, and by the filter `bilinear` shrunk with that. Of an animation, the first frame.
 * Of a `region`, only what lies in it. Returns interleaved 8-bit RGB, `Uint8Array[size * size * 3]`. How near that comes to
 * Pillow's is in docs/preprocessing.md.
 * Throws a UserError (`picture-type`, `picture-corrupt`, `picture-too-large`, `picture-too-many-pixels`, `timeout`).
 */
export async function decodePicture(
  file: Uint8Array,
  size: number,
  region?: Region | Box,
  { fit, filter }: Shrinking = OPENAIS,
): Promise<Uint8Array> {
  return decodeFrame(file, { frame: 0, ...(await measure(file)), size, region, fit, filter, seconds: DECODE_SECONDS });
}

/**
 * Decodes what is looked at of a stranger's picture, each frame as `decodePicture` does the first: of an animated GIF or
 * WebP the first, the middle and the last frame, of two frames both, of any other picture the one that it is. That goes
 * for an animated PNG, too, for libvips knows only the picture that stands in it for viewers without animation.
 * A later frame that is damaged, or that would take too long, is left out. Throws what `decodePicture` throws.
 */
export async function decodeFrames(
  file: Uint8Array,
  size: number,
  region?: Region | Box,
  { fit, filter }: Shrinking = OPENAIS,
): Promise<readonly Uint8Array[]> {
  const started = performance.now();
  const { width, height, pages } = await measure(file);
  const decode = (frame: number, seconds: number) =>
    decodeFrame(file, { frame, width, height, size, region, fit, filter, seconds });
  const whole = pages > 1 && !endsWhole(file) ? pages - 1 : pages;
  const [first = 0, ...later] = framesToSee(whole, width * height);
  const frames = [await decode(first, DECODE_SECONDS)];
  for (const frame of later) {
    const seconds = Math.floor(DECODE_SECONDS - (performance.now() - started) / 1000);
    if (seconds < 1) break;
    const decoded = await decode(frame, seconds).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
    });
    if (decoded) frames.push(decoded);
  }
  return frames;
}

/** CLIP's. */
const OPENAIS: Shrinking = { fit: 'cover', filter: 'bicubic' };

/** libvips' kernels that come nearest to Pillow's. */
const KERNELS = { bicubic: 'cubic', bilinear: 'linear' } as const satisfies Readonly<Record<Filter, string>>;

/** A frame to decode; width and height are those of the upright picture. */
interface FrameRequest extends Shrinking {
  readonly frame: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly region: Region | Box | undefined;
  readonly seconds: number;
}

async function decodeFrame(file: Uint8Array, request: FrameRequest): Promise<Uint8Array> {
  const { frame, width, height, size, region, fit, filter, seconds } = request;
  const kept = region ? boxOf(region, width, height) : { left: 0, top: 0, width, height };
  const framing = framingOf({ width, height }, kept, size, { fit, filter, shrinksOnLoad: isJpeg(file) });
  const { x, y, rough } = framing;
  try {
    const { data, info } = await sharp(file, { ...INPUT, page: frame, limitInputPixels: MAX_PICTURE_PIXELS })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      // Whether "fast" or not, a JPEG is shrunk while it is decoded; if not, by half as much. A WebP only if so.
      .resize(x.decoded, y.decoded, {
        fit: 'fill',
        kernel: rough ? 'mitchell' : KERNELS[filter],
        fastShrinkOnLoad: rough,
      })
      .extract({ left: x.first, top: y.first, width: x.count, height: y.count })
      .timeout({ seconds })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new Error(`decoded to ${info.channels} channels`);
    return await finish(data, framing, size, filter);
  } catch (error) {
    throw decodingFailure(error);
  }
}

/** Takes the decoded part of a picture the rest of its way to the square. */
async function finish(decoded: Uint8Array, { x, y }: Framing, size: number, filter: Filter): Promise<Uint8Array> {
  const shrunk = x.second || y.second ? await shrinkAgain(decoded, x, y, size, filter) : decoded;
  if (!x.last && !y.last) return shrunk;
  return resample(shrunk, x.last ?? asIs(size), y.last ?? asIs(size), size, filter);
}

const asIs = (samples: number): Axis => ({ samples, origin: 0, step: 1 });

/** Shrinks by libvips' kernel, which from three times the size comes as near to Pillow's as it ever does. */
async function shrinkAgain(
  decoded: Uint8Array,
  x: FramedAxis,
  y: FramedAxis,
  size: number,
  filter: Filter,
): Promise<Uint8Array> {
  const [across, down] = [x.second ?? { to: x.count, skip: 0 }, y.second ?? { to: y.count, skip: 0 }];
  return sharp(decoded, { raw: { width: x.count, height: y.count, channels: 3 } })
    .resize(across.to, down.to, { fit: 'fill', kernel: KERNELS[filter] })
    .extract({
      left: across.skip,
      top: down.skip,
      width: x.second ? size : x.count,
      height: y.second ? size : y.count,
    })
    .raw()
    .toBuffer();
}
