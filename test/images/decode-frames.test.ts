import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeFrames, decodePicture } from '../../src/images/decode-picture.ts';
import { animated, animatedPng, flatAnimation, frameEnds } from './animations.ts';

const SIZE = 16;

/** What colour each frame is, by its middle pixel. */
async function colours(file: Uint8Array): Promise<readonly string[]> {
  return (await decodeFrames(file, SIZE)).map((rgb) => nameOf(rgb, SIZE / 2, SIZE / 2));
}

/** Which of the primary colours a pixel is nearest to. */
function nameOf(rgb: Uint8Array, x: number, y: number): string {
  const pixel = [...rgb.subarray((y * SIZE + x) * 3, (y * SIZE + x) * 3 + 3)];
  const bright = ['red', 'green', 'blue'].filter((_, channel) => (pixel[channel] as number) > 200);
  return bright.length === 3 ? 'white' : bright.join('+') || 'black';
}

/** Two colours side by side, as PNG. */
const halves = (left: string, right: string) =>
  sharp({ create: { width: 80, height: 40, channels: 3, background: right } })
    .composite([{ input: { create: { width: 40, height: 40, channels: 3, background: left } }, left: 0, top: 0 }])
    .png()
    .toBuffer();

const [RED, GREEN, BLUE] = ['#ff0000', '#00ff00', '#0000ff'];

describe.each(['gif', 'webp'] as const)('of an animated %s', (format) => {
  it('the first, the middle and the last frame are decoded', async () => {
    expect(await colours(await flatAnimation(format, [RED, GREEN, BLUE]))).toEqual(['red', 'green', 'blue']);
    const longer = await flatAnimation(format, [RED, '#000', '#111', GREEN, '#222', '#111', BLUE]);
    expect(await colours(longer)).toEqual(['red', 'green', 'blue']);
  });

  it('with two frames, both are', async () => {
    expect(await colours(await flatAnimation(format, [RED, BLUE]))).toEqual(['red', 'blue']);
  });

  it('a region is decoded of the same frames', async () => {
    const file = await animated(format, [await halves(RED, BLUE), await halves(GREEN, RED), await halves(BLUE, GREEN)]);
    const [left, right] = await Promise.all(
      (['left', 'right'] as const).map((region) => decodeFrames(file, SIZE, region)),
    );
    expect(left?.map((rgb) => nameOf(rgb, 2, 8))).toEqual(['red', 'green', 'blue']);
    expect(right?.map((rgb) => nameOf(rgb, 13, 8))).toEqual(['blue', 'red', 'green']);
  });
});

it('of an animation with too many pixels a frame, none is decoded, and that is said', async () => {
  const file = await flatAnimation('webp', [RED, BLUE]);
  // WebP's container, VP8X: the canvas is 24 bits less one each way, from byte 24 on.
  file.writeUIntLE(7999, 24, 3);
  file.writeUIntLE(7999, 27, 3);
  await expect(decodeFrames(file, SIZE)).rejects.toMatchObject({ code: 'picture-too-many-pixels' });
});

describe('of a picture that stands still', () => {
  it.each(['png', 'jpeg', 'webp', 'gif'] as const)('the one frame is what decodePicture gives: %s', async (format) => {
    const file = await sharp(await halves(RED, '#3a7b21'))
      .toFormat(format)
      .toBuffer();
    for (const region of [undefined, 'left'] as const)
      expect(await decodeFrames(file, SIZE, region)).toEqual([await decodePicture(file, SIZE, region)]);
  });

  it('an animated PNG is one: only its first picture is known', async () => {
    expect(await colours(animatedPng())).toEqual(['red']);
  });
});

describe('of a damaged animation', () => {
  /** Frames that take some bytes each, of a known colour in the middle. */
  const busy = (colour: string, seed: number) => {
    const pixels = Buffer.from(Array.from({ length: 60 * 60 * 3 }, (_, i) => (i * i * seed + i * 7) % 251));
    return sharp(pixels, { raw: { width: 60, height: 60, channels: 3 } })
      .composite([{ input: { create: { width: 30, height: 30, channels: 3, background: colour } } }])
      .png()
      .toBuffer();
  };
  const frames = () => Promise.all([RED, GREEN, BLUE].map((colour, i) => busy(colour as string, i + 3)));

  it('the frames before the one that a GIF is cut off in are used', async () => {
    const file = await animated('gif', await frames());
    const [first = 0, second = 0, third = 0] = frameEnds(file);
    expect(await colours(file.subarray(0, first))).toEqual(['red']);
    expect(await colours(file.subarray(0, (first + second) / 2))).toEqual(['red']);
    expect(await colours(file.subarray(0, (second + third) / 2))).toEqual(['red', 'green']);
    expect(await colours(file)).toEqual(['red', 'green', 'blue']);
  });

  it('cut off in its first frame, it is said that it is', async () => {
    const file = await animated('gif', await frames());
    await expect(decodeFrames(file.subarray(0, (frameEnds(file)[0] as number) / 2), SIZE)).rejects.toMatchObject({
      code: 'picture-corrupt',
    });
  });

  it('the frames that can be decoded are used', async () => {
    const file = await animated('gif', await frames());
    const ends = frameEnds(file);
    // The smallest size of a code, which must be under 12 bits, follows the image's ten bytes and its colours.
    const last = file.indexOf(0x2c, ends[1]);
    const flags = file.readUInt8(last + 9);
    file[last + 10 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)] = 200;
    expect(await colours(file)).toEqual(['red', 'green']);
  });

  it('it is said of a WebP that it is cut off, wherever it is', async () => {
    const file = await animated('webp', await frames());
    for (const share of [0.2, 0.5, 0.9])
      await expect(decodeFrames(file.subarray(0, file.length * share), SIZE)).rejects.toMatchObject({
        code: 'picture-corrupt',
        message: expect.stringContaining('cut off'),
      });
  });
});
