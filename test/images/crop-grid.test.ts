import { describe, expect, it } from 'vitest';
import { cropLayersFor } from '../../src/clip/crop-layers.ts';
import { cropGrid } from '../../src/images/crop-grid.ts';
import type { PictureSize } from '../../src/images/framing.ts';

const SIZES = [
  { width: 1, height: 1 },
  { width: 3, height: 2 },
  { width: 160, height: 160 },
  { width: 640, height: 512 },
  { width: 300, height: 4000 },
];
/** More than 30 times as long as wide. */
const STRIP = { width: 20_000, height: 50 };
const LAYERS = [cropLayersFor(96), cropLayersFor(224)];
const casesOf = (sizes: readonly PictureSize[]) =>
  sizes.flatMap((size) => LAYERS.map((layers) => ({ ...size, layers })));

describe('a grid of crops', () => {
  it.each(casesOf(SIZES))(
    'stays within a picture of $width x $height and reaches all its edges',
    ({ layers, ...size }) => {
      const boxes = cropGrid(size, layers);
      for (const { left, top, width, height } of boxes) {
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(size.width);
        expect(top + height).toBeLessThanOrEqual(size.height);
        expect(width).toBe(height);
        expect(width).toBeGreaterThan(0);
      }
      expect(Math.min(...boxes.map(({ left }) => left))).toBe(0);
      expect(Math.min(...boxes.map(({ top }) => top))).toBe(0);
      expect(Math.max(...boxes.map(({ left, width }) => left + width))).toBe(size.width);
      expect(Math.max(...boxes.map(({ top, height }) => top + height))).toBe(size.height);
    },
  );

  it.each(casesOf([...SIZES, STRIP]))('keeps to its budget in a picture of $width x $height', ({ layers, ...size }) => {
    const budget = layers.reduce((sum, { most }) => sum + most, 0);
    expect(budget).toBeLessThanOrEqual(40);
    expect(cropGrid(size, layers).length).toBeLessThanOrEqual(budget);
  });

  it('lies along the middle of a picture so long that there are no crops for more', () => {
    const boxes = cropGrid(STRIP, cropLayersFor(96));
    for (const { top, height } of boxes) expect(Math.abs(top + height / 2 - STRIP.height / 2)).toBeLessThanOrEqual(1);
    expect(Math.max(...boxes.map(({ left, width }) => left + width))).toBe(STRIP.width);
  });

  it('overlaps evenly both ways in a square', () => {
    const layer = { share: 0.5, step: 0.5, most: 9 };
    const boxes = cropGrid({ width: 100, height: 100 }, [layer]);
    expect(boxes.map(({ left }) => left)).toEqual([0, 25, 50, 0, 25, 50, 0, 25, 50]);
    expect(boxes.map(({ top }) => top)).toEqual([0, 0, 0, 25, 25, 25, 50, 50, 50]);
  });
});
