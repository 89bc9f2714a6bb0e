import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { endsWhole, framesToSee } from '../../src/images/frames.ts';
import { MAX_ANIMATION_PIXELS } from '../../src/images/picture-limits.ts';

describe('framesToSee', () => {
  it.each([
    [1, [0]],
    [2, [0, 1]],
    [3, [0, 1, 2]],
    [4, [0, 2, 3]],
    [9, [0, 4, 8]],
    [1000, [0, 500, 999]],
  ])('are of %i the first, the middle and the last, each once', (frames, seen) => {
    expect(framesToSee(frames, 100)).toEqual(seen);
  });

  it('lie no further on than can be decoded in time', () => {
    expect(framesToSee(1000, MAX_ANIMATION_PIXELS / 21)).toEqual([0, 10, 20]);
    expect(framesToSee(1000, MAX_ANIMATION_PIXELS)).toEqual([0]);
    expect(framesToSee(1000, MAX_ANIMATION_PIXELS * 2)).toEqual([0]);
  });
});

describe('endsWhole', () => {
  it('tells a GIF without its end from a whole one', async () => {
    const file = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'teal' } })
      .gif()
      .toBuffer();
    expect([file, file.subarray(0, -1)].map(endsWhole)).toEqual([true, false]);
  });

  it('has nothing to say about the other formats', async () => {
    const file = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'teal' } })
      .webp()
      .toBuffer();
    expect(endsWhole(file.subarray(0, -1))).toBe(true);
  });
});
