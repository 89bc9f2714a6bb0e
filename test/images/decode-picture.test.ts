import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/images/decode-picture.ts';
import { MAX_PICTURE_PIXELS } from '../../src/images/picture-limits.ts';

const SIZE = 32;
const decode = (file: Uint8Array) => decodePicture(file, SIZE);

/** A picture of one colour. */
const flat = (width: number, height: number, background: string | { r: number; g: number; b: number; alpha: number }) =>
  sharp({ create: { width, height, channels: typeof background === 'string' ? 3 : 4, background } });

/** A picture drawn pixel by pixel. */
function drawn(width: number, height: number, colour: (x: number, y: number) => readonly [number, number, number]) {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) pixels.set(colour(x, y), (y * width + x) * 3);
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

function pixel(rgb: Uint8Array, x: number, y: number): number[] {
  return [...rgb.subarray((y * SIZE + x) * 3, (y * SIZE + x) * 3 + 3)];
}

function expectFlat(rgb: Uint8Array, colour: readonly [number, number, number], tolerance = 0): void {
  expect(rgb.length).toBe(SIZE * SIZE * 3);
  rgb.forEach((level, i) => {
    expect(Math.abs(level - (colour[i % 3] as number))).toBeLessThanOrEqual(tolerance);
  });
}

const RED = [255, 0, 0] as const;
const BLUE = [0, 0, 255] as const;
/** Red on the left, blue on the right. */
const halves = (width: number, height: number) => drawn(width, height, (x) => (x < width / 2 ? RED : BLUE));

describe('a region', () => {
  it('is all that is decoded, after the picture is turned upright', async () => {
    // Turned a quarter by its Exif orientation, the upright picture is red at the top.
    const upright = await halves(200, 100).jpeg({ quality: 100 }).toBuffer();
    const turned = await sharp(upright).withMetadata({ orientation: 6 }).jpeg({ quality: 100 }).toBuffer();
    const [left, right] = await Promise.all(
      (['left', 'right'] as const).map((region) => decodePicture(upright, SIZE, region)),
    );
    expect(pixel(left as Uint8Array, 2, 16)[0]).toBeGreaterThan(200);
    expect(pixel(right as Uint8Array, 29, 16)[2]).toBeGreaterThan(200);
    expect(pixel(right as Uint8Array, 29, 16)[0]).toBeLessThan(60);
    expect(pixel(await decodePicture(turned, SIZE, 'top'), 16, 2)[0]).toBeGreaterThan(200);
    expect(pixel(await decodePicture(turned, SIZE, 'bottom'), 16, 29)[2]).toBeGreaterThan(200);
  });

  it('of a picture that is a thin line is decoded, too', async () => {
    expectFlat(await decodePicture(await flat(2000, 3, '#ff0000').png().toBuffer(), SIZE, 'right'), RED, 1);
  });
});

describe('formats', () => {
  const orange = { r: 250, g: 120, b: 10, alpha: 1 };
  it.each<[string, (picture: Sharp) => Sharp, number]>([
    ['PNG', (picture) => picture.png(), 0],
    ['a palette PNG', (picture) => picture.png({ palette: true }), 2],
    ['a PNG of 16 bits', (picture) => picture.toColourspace('rgb16').png(), 1],
    ['an interlaced PNG', (picture) => picture.png({ progressive: true }), 0],
    ['JPEG', (picture) => picture.removeAlpha().jpeg({ quality: 100 }), 3],
    ['a progressive JPEG', (picture) => picture.removeAlpha().jpeg({ quality: 100, progressive: true }), 3],
    ['WebP', (picture) => picture.webp({ lossless: true }), 0],
    ['GIF', (picture) => picture.gif(), 6],
  ])('opens %s', async (_, encode, tolerance) => {
    expectFlat(await decode(await encode(flat(50, 40, orange)).toBuffer()), [250, 120, 10], tolerance);
  });

  it('opens a JPEG made for print (CMYK) in about its colours', async () => {
    const file = await flat(50, 40, 'red').toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(file).metadata()).space).toBe('cmyk');
    const [r, g, b] = pixel(await decode(file), 16, 16) as [number, number, number];
    expect(r).toBeGreaterThan(200);
    expect(Math.max(g, b)).toBeLessThan(60);
  });

  it('opens grey, and grey with transparency', async () => {
    expectFlat(await decode(await flat(9, 9, '#646464').toColourspace('b-w').png().toBuffer()), [100, 100, 100]);
    const half = flat(9, 9, { r: 0, g: 0, b: 0, alpha: 0.5 }).toColourspace('b-w');
    const file = await half.png().toBuffer();
    expect((await sharp(file).metadata()).channels).toBe(2);
    expectFlat(await decode(file), [127, 127, 127], 1);
  });

  it.each(['gif', 'webp'] as const)('takes the first frame of an animated %s', async (format) => {
    const frames = await Promise.all(['#ff0000', '#0000ff'].map((colour) => flat(40, 40, colour).png().toBuffer()));
    const file = await sharp(frames, { join: { animated: true } })
      .toFormat(format, { lossless: true })
      .toBuffer();
    expect((await sharp(file).metadata()).pages).toBe(2);
    expectFlat(await decode(file), RED, 2);
  });
});

describe('orientation', () => {
  // EXIF 2.3, tag 0x0112: where the top left of the stored picture belongs; the corner that a viewer shows there.
  it.each([
    [1, 'left'],
    [2, 'right'],
    [3, 'right'],
    [4, 'left'],
    [5, 'top'],
    [6, 'top'],
    [7, 'bottom'],
    [8, 'bottom'],
  ])('turns a picture of EXIF orientation %i so that its stored left is at the %s', async (orientation, side) => {
    const file = await halves(64, 64).withMetadata({ orientation }).png().toBuffer();
    const rgb = await decode(file);
    const places = { left: [2, 16], right: [29, 16], top: [16, 2], bottom: [16, 29] } as const;
    const [x, y] = places[side as keyof typeof places];
    expect(pixel(rgb, x, y)).toEqual([...RED]);
    expect(pixel(rgb, SIZE - 1 - x, SIZE - 1 - y)).toEqual([...BLUE]);
  });

  it('crops the middle of the upright picture, not of the stored one', async () => {
    // Stored 200 wide and 40 high, shown 40 wide and 200 high: the middle fifth of the stored width is what is kept,
    // and four pixels on either side are within reach of the bicubic.
    const middle = drawn(200, 40, (x) => (x >= 76 && x < 124 ? RED : BLUE));
    expectFlat(await decode(await middle.withMetadata({ orientation: 6 }).png().toBuffer()), RED, 3);
  });
});

describe('transparency', () => {
  it('shows what is transparent as white', async () => {
    const file = await flat(40, 40, { r: 0, g: 0, b: 0, alpha: 0 }).png().toBuffer();
    expectFlat(await decode(file), [255, 255, 255]);
  });

  it('mixes what is half transparent with white', async () => {
    const file = await flat(40, 40, { r: 0, g: 0, b: 255, alpha: 0.5 }).png().toBuffer();
    expectFlat(await decode(file), [127, 127, 255], 1);
  });
});

describe('shrinking', () => {
  it('keeps the middle square of a wide picture', async () => {
    const rgb = await decode(
      await drawn(96, 32, (x) => (x >= 32 && x < 64 ? RED : BLUE))
        .png()
        .toBuffer(),
    );
    expectFlat(rgb, RED);
  });

  it('averages fine detail instead of picking pixels from it', async () => {
    const checkers = drawn(512, 512, (x, y) => ((x + y) % 2 === 0 ? [255, 255, 255] : [0, 0, 0]));
    expectFlat(await decode(await checkers.png().toBuffer()), [127, 127, 127], 2);
  });

  it('leaves a picture of just the right size as it is', async () => {
    const noise = (x: number, y: number) => [(x * 37 + y * 91) % 256, (x * 11) % 256, (y * 53) % 256] as const;
    const rgb = await decode(await drawn(SIZE, SIZE, noise).png().toBuffer());
    expect(pixel(rgb, 5, 7)).toEqual([...noise(5, 7)]);
    expect(pixel(rgb, 31, 0)).toEqual([...noise(31, 0)]);
  });

  it('shrinks by the very bicubic that CLIP was trained with', async () => {
    // Halving an edge: the samples lie at quarters of Catmull-Rom's support (a = -0.5), as in Pillow's BICUBIC.
    const edge = drawn(64, 64, (x) => (x < 32 ? [0, 0, 0] : [200, 200, 200]));
    const rgb = await decode(await edge.png().toBuffer());
    const beyond = (0.2266 - 0.0703 - 0.0234) / 2;
    const expected = [0, 200 * beyond, 200 * (1 - beyond), 200 * (1 + 0.0234 / 2), 200].map(Math.round);
    expect([14, 15, 16, 17, 18].map((x) => pixel(rgb, x, 16)[0])).toEqual(expected);
  });
});

describe('odd shapes', () => {
  it.each([
    [1, 1],
    [1, 1000],
    [1000, 1],
    [1, 40_000],
    [40_000, 1],
    [3, 2],
    [31, 33],
  ])('opens a picture of %i x %i pixels', async (width, height) => {
    expectFlat(await decode(await flat(width, height, '#0a64c8').png().toBuffer()), [10, 100, 200]);
  });

  it('keeps the middle of a very thin picture', async () => {
    const file = await drawn(2, 1000, (_, y) => (y >= 495 && y < 505 ? RED : BLUE))
      .png()
      .toBuffer();
    expectFlat(await decode(file), RED, 3);
  });
});

describe('refusals', () => {
  it('refuses too many pixels by the header alone', async () => {
    const side = Math.ceil(Math.sqrt(MAX_PICTURE_PIXELS)) + 1;
    const file = await flat(side, side, 'white').png({ compressionLevel: 1 }).toBuffer();
    // Cut right after the header: nothing of it could be decoded.
    await expect(decode(file.subarray(0, 200))).rejects.toMatchObject({
      code: 'picture-too-many-pixels',
      message: expect.stringContaining(`${side}x${side}`),
    });
  });

  it.each(['png', 'jpeg', 'webp', 'gif'] as const)(
    'says of a %s that breaks off that it is cut off',
    async (format) => {
      const noisy = drawn(200, 200, (x, y) => [(x * 57) % 256, (y * 91) % 256, (x * y) % 256]);
      const file = await noisy.toFormat(format).toBuffer();
      await expect(decode(file.subarray(0, file.length * 0.6))).rejects.toMatchObject({ code: 'picture-corrupt' });
    },
  );

  it('says of a file that only begins like a picture that it is damaged', async () => {
    const file = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(500, 7)]);
    await expect(decode(file)).rejects.toMatchObject({ code: 'picture-corrupt' });
  });

  it('opens a JPEG whose scan header is odd in the way that some phones write it', async () => {
    const file = await flat(40, 40, '#808080').jpeg().toBuffer();
    const scan = file.indexOf(Buffer.from([0xff, 0xda]));
    const spectralEnd = scan + 2 + file.readUInt16BE(scan + 2) - 2;
    expect(file[spectralEnd]).toBe(63);
    file[spectralEnd] = 0;
    expectFlat(await decode(file), [128, 128, 128], 2);
  });
});
