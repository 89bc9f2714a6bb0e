import { describe, expect, it } from 'vitest';
import { boxOf, opposite, type Region } from '../../src/images/region.ts';

const regions: readonly Region[] = ['left', 'right', 'top', 'bottom', 'middle'];

describe('a region', () => {
  it.each(regions)('%s lies in the picture, however small that is', (region) => {
    for (const [width, height] of [
      [1, 1],
      [2, 3],
      [301, 7],
      [640, 480],
    ] as const) {
      const box = boxOf(region, width, height);
      expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(1);
      expect(box.left + box.width).toBeLessThanOrEqual(width);
      expect(box.top + box.height).toBeLessThanOrEqual(height);
    }
  });

  it('takes a little over half of the side that it is about, and all of the other', () => {
    expect(boxOf('left', 100, 50)).toEqual({ left: 0, top: 0, width: 58, height: 50 });
    expect(boxOf('right', 100, 50)).toEqual({ left: 42, top: 0, width: 58, height: 50 });
    expect(boxOf('bottom', 50, 100)).toEqual({ left: 0, top: 42, width: 50, height: 58 });
  });
});

it('is opposite to the one that it is opposite of, and the middle to none', () => {
  for (const region of ['left', 'right', 'top', 'bottom'] as const) {
    expect(opposite(opposite(region) ?? 'middle')).toBe(region);
  }
  expect(opposite('middle')).toBeUndefined();
});
