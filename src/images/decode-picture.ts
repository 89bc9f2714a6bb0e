import sharp from 'sharp';
import { UserError } from '../user-error.ts';
import { checkPicture } from './check-picture.ts';
import { endsWhole, framesToSee } from './frames.ts';
import { DECODE_SECONDS, MAX_PICTURE_PIXELS } from './picture-limits.ts';
import { type Box, boxOf, type Region } from './region.ts';

/**
 * Narrows libvips to the four decoders that Glimpse needs, all of them reading from memory, and to `threads` threads.
 * It holds for the whole process, so only the vision process calls it. sharp opens SVG, TIFF, HEIF and more by default.
 */
export function confineDecoder(threads: number): void {
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
  sharp.concurrency(threads);
}

/**
 * Decodes a stranger's picture as CLIP's own preprocessing does: turned upright, laid on white, brought to sRGB, shrunk
 * until its shortest side is `size` with an antialiased bicubic, and cropped to the middle square. Of an animation, the
 * first frame. Of a `region`, only what lies in it. Returns interleaved 8-bit RGB, `Uint8Array[size * size * 3]`.
 * Throws a UserError (`picture-type`, `picture-corrupt`, `picture-too-large`, `picture-too-many-pixels`, `timeout`).
 */
export async function decodePicture(file: Uint8Array, size: number, region?: Region): Promise<Uint8Array> {
  return decodeFrame(file, { frame: 0, ...(await measure(file)), size, region, seconds: DECODE_SECONDS });
}

/**
 * Decodes what is looked at of a stranger's picture, each frame as `decodePicture` does the first: of an animated GIF or
 * WebP the first, the middle and the last frame, of two frames both, of any other picture the one that it is. That goes
 * for an animated PNG, too, for libvips knows only the picture that stands in it for viewers without animation.
 * A later frame that is damaged, or that would take too long, is left out. Throws what `decodePicture` throws.
 */
export async function decodeFrames(file: Uint8Array, size: number, region?: Region): Promise<readonly Uint8Array[]> {
  const started = performance.now();
  const { width, height, pages } = await measure(file);
  const decode = (frame: number, seconds: number) => decodeFrame(file, { frame, width, height, size, region, seconds });
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

/** A frame to decode; width and height are those of the upright picture. */
interface FrameRequest {
  readonly frame: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly region: Region | undefined;
  readonly seconds: number;
}

async function decodeFrame(file: Uint8Array, request: FrameRequest): Promise<Uint8Array> {
  const { frame, width, height, size, region, seconds } = request;
  try {
    const upright = sharp(file, { ...INPUT, page: frame, limitInputPixels: MAX_PICTURE_PIXELS }).autoOrient();
    const kept = keptOf(width, height, region);
    const { data, info } = await (kept ? upright.extract(kept) : upright)
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .resize(size, size, { fit: 'cover', kernel: 'cubic' })
      .timeout({ seconds })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new Error(`decoded to ${info.channels} channels`);
    return data;
  } catch (error) {
    throw decodingFailure(error);
  }
}

/**
 * `failOn: 'error'` refuses what is cut off or broken, but not what merely made a decoder frown: phones write JPEGs with
 * odd scan headers that every viewer shows.
 */
const INPUT = { failOn: 'error', pages: 1 } as const;

/**
 * Reads the header only. Width and height are those of the upright picture, and of each of an animation's pages.
 * Throws where the file is no picture, or has more pixels than are decoded.
 */
async function measure(file: Uint8Array): Promise<{ width: number; height: number; pages: number }> {
  checkPicture(file);
  const { autoOrient, pages = 1 } = await sharp(file, { ...INPUT, limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw decodingFailure(error);
    });
  const { width, height } = autoOrient;
  if (width * height > MAX_PICTURE_PIXELS) throw tooManyPixels(width, height);
  return { width, height, pages };
}

/** What is decoded of a picture: undefined for all of it. */
function keptOf(width: number, height: number, region: Region | undefined): Box | undefined {
  const box = region && boxOf(region, width, height);
  const shape = box ?? { left: 0, top: 0, width, height };
  if (!isThin(shape.width, shape.height)) return box;
  const inner = middle(shape.width, shape.height);
  return { ...inner, left: shape.left + inner.left, top: shape.top + inner.top };
}

/** How many times its shortest side the longest may be before the far ends, which the crop drops anyway, go first. */
const LONGEST_SHAPE = 4;

/** Others are left whole, which lets the JPEG decoder shrink them while it decodes. */
function isThin(width: number, height: number): boolean {
  return Math.max(width, height) > Math.min(width, height) * LONGEST_SHAPE;
}

/**
 * The middle of a thin picture. Scaling all of a 1x1000 picture to 224x224000 before the crop would cost 150 MB; the
 * middle 1:4 leaves more than the cubic's reach around the square that is kept.
 */
function middle(width: number, height: number): Box {
  const longest = Math.min(width, height) * LONGEST_SHAPE;
  const w = Math.min(width, longest);
  const h = Math.min(height, longest);
  return { left: Math.floor((width - w) / 2), top: Math.floor((height - h) / 2), width: w, height: h };
}

function tooManyPixels(width: number, height: number): UserError {
  const megapixels = (pixels: number) => Math.ceil(pixels / 1_000_000);
  return new UserError(
    'picture-too-many-pixels',
    `This picture is ${width}x${height}: ${megapixels(width * height)} megapixels, and I open up to ` +
      `${megapixels(MAX_PICTURE_PIXELS)}. Send a smaller version.`,
  );
}

/** libvips tells its failures apart by their text alone. */
function decodingFailure(error: unknown): UserError {
  const said = error instanceof Error ? error.message : '';
  if (/exceeds pixel limit/i.test(said)) {
    return new UserError(
      'picture-too-many-pixels',
      'This picture has too many pixels for me. Send a smaller version.',
      {
        cause: error,
      },
    );
  }
  if (/^timeout/i.test(said)) {
    return new UserError('timeout', 'This picture took too long to open. Send a smaller version.', { cause: error });
  }
  return new UserError('picture-corrupt', "This picture's file is damaged or cut off. Save it again and resend it.", {
    cause: error,
  });
}
