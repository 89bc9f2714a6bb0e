import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { photo } from '../../bench/photos.ts';

describe('photo', () => {
  it('is a JPEG of the size that it is named after', async () => {
    expect(await sharp(await photo(0.3, 1)).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 480 });
  });

  it('is the same for the same seed, and another for another', async () => {
    const [one, again, other] = await Promise.all([photo(0.3, 1), photo(0.3, 1), photo(0.3, 2)]);
    expect(one.equals(again)).toBe(true);
    expect(one.equals(other)).toBe(false);
  });

  it('takes as many bits as a photograph: 1 to 2.5 for each pixel', async () => {
    const bits = (8 * (await photo(0.3, 1)).length) / (640 * 480);
    expect(bits).toBeGreaterThan(1);
    expect(bits).toBeLessThan(2.5);
  });
});
