import { describe, expect, it } from 'vitest';
import { framingOf } from '../../src/images/framing.ts';

const all = (width: number, height: number) => ({ left: 0, top: 0, width, height });
const framing = (width: number, height: number, size: number, fit: 'cover' | 'fill' = 'cover', shrinksOnLoad = false) =>
  framingOf({ width, height }, all(width, height), size, { fit, filter: 'bicubic', shrinksOnLoad });

describe("OpenAI's rule", () => {
  it('cuts the fraction off the longer side: 298.67 become 298 pixels', () => {
    const { x, y } = framing(640, 480, 224);
    expect([x.decoded, y.decoded]).toEqual([298, 224]);
    expect([x.first, x.count, y.first, y.count]).toEqual([37, 224, 0, 224]);
  });

  // torchvision's CenterCrop: int(round((335 - 224) / 2.0)) is 56, and int(round((333 - 224) / 2.0)) is 54.
  it.each([
    [427, 640, 335, 56],
    [431, 640, 332, 54],
    [301, 448, 333, 54],
  ])('rounds the offset of the crop, halves to the even number: %i x %i', (width, height, long, top) => {
    const { y } = framing(width, height, 224);
    // Under one and a half times the size, nothing is shrunk yet, and the offset is in the picture's own pixels.
    if (y.last) expect(y.first + y.last.origin).toBeCloseTo((top * height) / long, 9);
    else expect([y.decoded, y.first]).toEqual([long, top]);
  });
});

it('squashes to the square for `fill`, each axis by itself', () => {
  const { x, y } = framing(500, 700, 224, 'fill');
  expect([x.decoded, x.first, x.count]).toEqual([224, 0, 224]);
  expect([y.decoded, y.first, y.count]).toEqual([224, 0, 224]);
});

it('decodes to three times what is needed where libvips would average boxes, and only what lies around the square', () => {
  const { x, y, rough } = framing(4000, 2000, 100);
  expect(rough).toBe(true);
  expect([x.decoded, y.decoded]).toEqual([600, 300]);
  expect([x.first, x.count, x.second]).toEqual([144, 312, { to: 104, skip: 2 }]);
  expect([y.first, y.count, y.second]).toEqual([0, 300, { to: 100, skip: 0 }]);
});

it('needs less around the square for the bilinear, which reaches less far', () => {
  const bilinear = (width: number, height: number) =>
    framingOf({ width, height }, all(width, height), 100, { fit: 'cover', filter: 'bilinear', shrinksOnLoad: false });
  const { x } = bilinear(4000, 2000);
  expect([x.first, x.count, x.second]).toEqual([147, 306, { to: 102, skip: 1 }]);
  const { x: own } = bilinear(200, 100);
  expect([own.first, own.count, own.last]).toEqual([49, 102, { samples: 102, origin: 1, step: 1 }]);
});

it('leaves a JPEG to shrink up to eight times by itself before that', () => {
  expect(framing(4000, 2000, 100, 'cover', true).rough).toBe(false);
  expect(framing(6400, 3200, 100, 'cover', true).rough).toBe(true);
});

it.each([
  [1, 40_000],
  [40_000, 1],
  [50_000_000, 1],
  [300, 160_000],
  [7, 9],
])('needs no more of a picture than goes into the square: %i x %i', (width, height) => {
  const { x, y } = framing(width, height, 224);
  expect(Math.max(x.count, y.count)).toBeLessThan(3 * 224 + 20);
});

const WAYS = [
  ['cover', 'bicubic'],
  ['fill', 'bicubic'],
  ['cover', 'bilinear'],
] as const;

it.each(['left', 'top'] as const)('never asks for pixels beyond the picture (%s)', (side) => {
  for (let pixels = 1; pixels < 3000; pixels += 13) {
    for (const share of [0.3, 0.58, 1]) {
      const length = Math.max(1, Math.round(pixels * share));
      const picture = { width: 211, height: 211, [side === 'left' ? 'width' : 'height']: pixels };
      const far = { ...all(picture.width, picture.height), [side]: pixels - length };
      const kept = { ...far, [side === 'left' ? 'width' : 'height']: length };
      for (const [fit, filter] of WAYS) {
        const both = framingOf(picture, kept, 64, { fit, filter, shrinksOnLoad: false });
        for (const axis of [both.x, both.y]) {
          expect(axis.first).toBeGreaterThanOrEqual(0);
          expect(axis.count).toBeGreaterThan(0);
          expect(axis.first + axis.count).toBeLessThanOrEqual(axis.decoded);
          expect([axis.first, axis.count].every(Number.isInteger)).toBe(true);
        }
      }
    }
  }
});
