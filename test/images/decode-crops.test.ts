import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cropLayersFor } from '../../src/clip/crop-layers.ts';
import { decodeCrops } from '../../src/images/decode-crops.ts';
import { resample } from '../../src/images/resample.ts';
import { differenceOf } from '../fixtures/preprocessing/cases.ts';

const SIZE = 96;
const LAYERS = cropLayersFor(SIZE);

/** Red on the left, blue on the right. */
const halves = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'blue' } }).composite([
    {
      input: { create: { width: Math.floor(width / 2), height, channels: 3, background: 'red' } },
      left: 0,
      top: 0,
    },
  ]);

describe('the crops of a picture', () => {
  it('show what lies where they say', async () => {
    const { boxes, crops, picture } = await decodeCrops(
      await halves(800, 600).png().toBuffer(),
      SIZE,
      LAYERS,
      'bicubic',
    );
    expect(picture).toEqual({ width: 800, height: 600 });
    boxes.forEach((box, at) => {
      const middle = ((SIZE / 2) * SIZE + SIZE / 2) * 3;
      const [red = 0, , blue = 0] = crops[at]?.subarray(middle, middle + 3) ?? [];
      const x = box.left + box.width / 2;
      if (Math.abs(x - 400) > 20) expect(red > blue).toBe(x < 400);
    });
  });

  it('are those of the upright picture', async () => {
    const turned = await halves(800, 600).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { picture, boxes, crops } = await decodeCrops(turned, SIZE, LAYERS, 'bicubic');
    expect(picture).toEqual({ width: 600, height: 800 });
    const lowest = boxes.findIndex(({ top, height }) => top + height >= 799);
    expect(crops[lowest]?.at(-1)).toBeGreaterThan(crops[lowest]?.at(-3) ?? 0);
  });

  it.each([
    ['a single pixel', 1, 1],
    ['a very tall picture', 40, 3000],
    ['a very wide picture', 9000, 30],
  ])('are had of %s', async (_, width, height) => {
    const file = await sharp({ create: { width, height, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const { crops } = await decodeCrops(file, SIZE, LAYERS, 'bicubic');
    expect(crops.length).toBeGreaterThan(0);
    for (const crop of crops) expect(crop).toHaveLength(SIZE * SIZE * 3);
  });

  it.each(['bicubic', 'bilinear'] as const)(
    "are within a level of what the checkpoint's filter makes of text (%s)",
    async (filter) => {
      const file = await readFile(new URL('../fixtures/preprocessing/inputs/text-800x600.png', import.meta.url));
      const rgb = await sharp(file).toColourspace('srgb').raw().toBuffer();
      const { boxes, crops } = await decodeCrops(file, SIZE, LAYERS, filter);
      const apart = boxes.map(({ left, top, width, height }, at) => {
        const x = { samples: 800, origin: left, step: width / SIZE };
        const y = { samples: 600, origin: top, step: height / SIZE };
        return differenceOf(crops[at] ?? new Uint8Array(), resample(rgb, x, y, SIZE, filter)).mean;
      });
      expect(apart.reduce((sum, each) => sum + each, 0) / apart.length).toBeLessThan(1);
    },
  );

  it('are refused of a damaged picture as of any other', async () => {
    const file = (await halves(400, 400).png().toBuffer()).subarray(0, 300);
    await expect(decodeCrops(file, SIZE, LAYERS, 'bicubic')).rejects.toMatchObject({ code: 'picture-corrupt' });
  });
});
