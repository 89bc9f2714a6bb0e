import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawHeatMap } from '../../src/images/draw-heat-map.ts';
import { heatMapOf } from '../../src/where/heat-map-of.ts';

const WORDS = { low: 'low', high: 'high' };

/** Something found in the left half of a picture, or not. */
const found = (width: number, height: number, outcome: 'found' | 'absent' = 'found') => ({
  sighting: {
    thing: 'dog',
    outcome,
    confidence: outcome === 'found' ? 0.9 : 0.2,
    picture: { width, height },
    crops: 34,
    ...(outcome === 'found' && { box: { left: 0, top: 0, width: Math.ceil(width / 2), height } }),
  },
  heat: { columns: 4, rows: 1, values: Float64Array.of(9, 1, 0, 0) },
});

describe('what is drawn of a sighting', () => {
  it.each([
    ['a tiny picture', 3, 2],
    ['a large picture', 6000, 4000],
    ['a very tall picture', 30, 5000],
    ['a very wide picture', 9000, 10],
  ])('can be seen and is of bounded size for %s', async (_, width, height) => {
    const map = await heatMapOf(found(width, height), WORDS);
    for (const side of [map.size.width, map.size.height]) {
      expect(side).toBeGreaterThanOrEqual(240);
      expect(side).toBeLessThanOrEqual(2400);
    }
    const file = await sharp({ create: { width, height, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
    const drawn = await sharp(await drawHeatMap(file, map)).metadata();
    expect(drawn).toMatchObject({ width: map.size.width, height: map.size.height + map.below.height });
  });

  it('uses the whole scale for what was found, and for what is absent as much as it may be there', async () => {
    expect(Math.max(...(await heatMapOf(found(100, 100), WORDS)).heat)).toBe(255);
    const absent = await heatMapOf(found(100, 100, 'absent'), WORDS);
    expect(Math.max(...absent.heat)).toBe(51);
    expect(absent.box).toBeUndefined();
  });

  it('has words in its legend', async () => {
    const { rgb } = (await heatMapOf(found(100, 100), WORDS)).below;
    const { rgb: without } = (await heatMapOf(found(100, 100), { low: '', high: '' })).below;
    expect(Buffer.compare(rgb, without)).not.toBe(0);
  });
});
