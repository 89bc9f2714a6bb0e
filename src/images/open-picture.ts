import sharp from 'sharp';
import { UserError } from '../user-error.ts';
import { checkPicture } from './check-picture.ts';
import { MAX_PICTURE_PIXELS } from './picture-limits.ts';
import { sniffFormat } from './sniff-format.ts';

/**
 * How a stranger's picture is opened. `failOn: 'error'` refuses what is cut off or broken, but not what merely made a
 * decoder frown: phones write JPEGs with odd scan headers that every viewer shows.
 */
export const INPUT = { failOn: 'error', pages: 1 } as const;

/**
 * Reads the header only. Width and height are those of the upright picture, and of each of an animation's pages.
 * Throws where the file is no picture, or has more pixels than are decoded.
 */
export async function measure(file: Uint8Array): Promise<{ width: number; height: number; pages: number }> {
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

function tooManyPixels(width: number, height: number): UserError {
  const megapixels = (pixels: number) => Math.ceil(pixels / 1_000_000);
  return new UserError(
    'picture-too-many-pixels',
    `This picture is ${width}x${height}: ${megapixels(width * height)} megapixels, and I open up to ` +
      `${megapixels(MAX_PICTURE_PIXELS)}. Send a smaller version.`,
  );
}

/** What to tell of what sharp threw. libvips tells its failures apart by their text alone. */
export function decodingFailure(error: unknown): UserError {
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

/** Whether a decoder can shrink the picture while it decodes it. */
export function isJpeg(file: Uint8Array): boolean {
  const sniffed = sniffFormat(file);
  return sniffed.kind === 'picture' && sniffed.format === 'jpeg';
}
