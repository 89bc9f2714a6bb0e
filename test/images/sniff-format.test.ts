import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkPicture } from '../../src/images/check-picture.ts';
import { MAX_PICTURE_BYTES } from '../../src/images/picture-limits.ts';
import { sniffFormat } from '../../src/images/sniff-format.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const drawing = () => sharp({ create: { width: 4, height: 3, channels: 3, background: 'teal' } });

describe('sniffFormat', () => {
  it.each(['png', 'jpeg', 'webp', 'gif'] as const)('knows a %s by its bytes', async (format) => {
    expect(sniffFormat(await drawing().toFormat(format).toBuffer())).toEqual({ kind: 'picture', format });
  });

  it.each([
    ['an AVIF picture', async () => drawing().avif().toBuffer()],
    ['a TIFF picture', async () => drawing().tiff().toBuffer()],
    ['a HEIC picture', async () => bytes('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
    ['an AVIF picture', async () => bytes('\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf')],
    ['an MP4 video', async () => bytes('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41')],
    ['a QuickTime video', async () => bytes('\0\0\0\x14ftypqt  \0\0\x02\0qt  ')],
    ['a WebM or Matroska video', async () => bytes('\x1a\x45\xdf\xa3\x01\0\0\0')],
    ['a BMP picture', async () => bytes('BM\x46\0\0\0\0\0\0\0\x36\0\0\0')],
    ['a PDF', async () => bytes('%PDF-1.7\n')],
    ['an SVG drawing', async () => bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an SVG drawing', async () => bytes('\xef\xbb\xbf<?xml version="1.0"?>\n<!-- made by hand -->\n<svg width="9"/>')],
    ['a web page', async () => bytes('\n <!DOCTYPE html><html><title>Sign in</title></html>')],
    ['an archive', async () => bytes('PK\x03\x04\x14\0')],
  ])('names %s', async (name, make) => {
    expect(sniffFormat(await make())).toEqual({ kind: 'other', name });
  });

  it.each(['BMW is a car', '<3', 'RIFF of the year', 'hello', '\0\0\0\0'])('does not guess at %j', (text) => {
    expect(sniffFormat(bytes(text))).toEqual({ kind: 'unknown' });
  });
});

describe('checkPicture', () => {
  it('lets a picture through', async () => {
    const file = await drawing().png().toBuffer();
    expect(() => checkPicture(file)).not.toThrow();
  });

  it('says of an empty file that it is empty', () => {
    expect(() => checkPicture(new Uint8Array())).toThrow(/empty/);
  });

  it('names the format it refuses, and those it takes', async () => {
    const file = await drawing().avif().toBuffer();
    expect(() => checkPicture(file)).toThrow(
      expect.objectContaining({
        code: 'picture-type',
        message: "This is an AVIF picture, which I can't open. Send it as PNG, JPEG, WebP or GIF.",
      }),
    );
  });

  it('refuses a file over the limit before it looks into it', () => {
    expect(() => checkPicture(new Uint8Array(MAX_PICTURE_BYTES + 1))).toThrow(
      expect.objectContaining({ code: 'picture-too-large' }),
    );
  });
});
