import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawHeatMap, type HeatMap } from '../../src/images/draw-heat-map.ts';
import { VIRIDIS_TABLE } from '../../src/images/viridis.ts';

const size = { width: 200, height: 100 };
const below = { width: 200, height: 10, rgb: new Uint8Array(200 * 10 * 3).fill(7) };
/** Cold on the left, hot on the right. */
const map: HeatMap = { size, columns: 2, rows: 1, heat: Uint8Array.of(0, 255), below };
const grey = () =>
  sharp({ create: { width: 50, height: 25, channels: 3, background: '#808080' } })
    .png()
    .toBuffer();

async function pixelsOf(png: Uint8Array) {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  return {
    info,
    at: (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)],
  };
}

describe('a heat map over a picture', () => {
  it('is as large as was asked, with the legend below', async () => {
    const { info, at } = await pixelsOf(await drawHeatMap(await grey(), map));
    expect(info).toMatchObject({ width: 200, height: 110, channels: 3 });
    expect(at(100, 105)).toEqual([7, 7, 7]);
  });

  it('is yellow where it is hot and violet where it is cold', async () => {
    const { at } = await pixelsOf(await drawHeatMap(await grey(), map));
    const [coldRed = 0, coldGreen = 0, coldBlue = 0] = at(2, 50);
    const [hotRed = 0, hotGreen = 0, hotBlue = 0] = at(197, 50);
    expect(coldBlue).toBeGreaterThan(coldGreen);
    expect(coldRed).toBeGreaterThan(coldGreen);
    expect(Math.min(hotRed, hotGreen)).toBeGreaterThan(hotBlue + 50);
  });

  it('frames the box and nothing where there is none', async () => {
    const box = { left: 20, top: 20, width: 60, height: 60 };
    const { at } = await pixelsOf(await drawHeatMap(await grey(), { ...map, box }));
    expect(at(20, 50)).toEqual([0, 0, 0]);
    expect(at(22, 50)).toEqual([255, 255, 255]);
    const without = await pixelsOf(await drawHeatMap(await grey(), map));
    expect(without.at(22, 50)).not.toEqual([255, 255, 255]);
  });

  it('gets brighter all along its scale, so that it can be read without colours', () => {
    const lightness = Array.from({ length: 256 }, (_, level) => {
      const [red = 0, green = 0, blue = 0] = VIRIDIS_TABLE.subarray(level * 3, level * 3 + 3);
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    });
    for (let level = 8; level < 256; level += 8) expect(lightness[level]).toBeGreaterThan(lightness[level - 8] ?? 255);
  });

  it('is refused of a damaged picture', async () => {
    const damaged = (await grey()).subarray(0, 60);
    await expect(drawHeatMap(damaged, map)).rejects.toMatchObject({ code: 'picture-corrupt' });
  });
});
