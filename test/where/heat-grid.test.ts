import { describe, expect, it } from 'vitest';
import { cropLayersFor } from '../../src/clip/crop-layers.ts';
import { cropGrid } from '../../src/images/crop-grid.ts';
import { bestRegion, placeOf } from '../../src/where/best-region.ts';
import { heatGrid } from '../../src/where/heat-grid.ts';

const picture = { width: 400, height: 300 };
const boxes = cropGrid(picture, cropLayersFor(96));
/** What crops say of a thing in the picture's lower right. */
const says = boxes.map(({ left, top, width, height }) =>
  Math.hypot(left + width / 2 - 320, top + height / 2 - 230) < 90 ? 8 : 0,
);

describe('a map of heat', () => {
  it('has cells as square as can be', () => {
    const { columns, rows, values } = heatGrid(picture, boxes, says);
    expect([columns, rows]).toEqual([32, 24]);
    expect(values).toHaveLength(32 * 24);
  });

  it('is hottest where the crops say so, and its best region lies there', () => {
    const region = bestRegion(heatGrid(picture, boxes, says), picture);
    expect(region.left).toBeLessThan(320);
    expect(region.left + region.width).toBeGreaterThan(320);
    expect(region.width * region.height).toBeLessThan(0.5 * picture.width * picture.height);
    expect(placeOf(region, picture)).toBe('bottom right');
  });

  it('takes large crops at their word where none of the small ones fits as well', () => {
    const side = Math.max(...boxes.map(({ width }) => width));
    const large = boxes.map((box) => (box.width === side ? (box.left === 0 ? 12 : 0) : box.left > 250 ? 3 : 0));
    expect(placeOf(bestRegion(heatGrid(picture, boxes, large), picture), picture)).toMatch(/left/);
  });

  it.each([
    [1, 1],
    [2, 500],
    [900, 3],
  ])('finds a region within a picture of %i x %i', (width, height) => {
    const size = { width, height };
    const crops = cropGrid(size, cropLayersFor(96));
    const region = bestRegion(
      heatGrid(
        size,
        crops,
        crops.map((_, at) => at),
      ),
      size,
    );
    expect(region.width).toBeGreaterThan(0);
    expect(region.height).toBeGreaterThan(0);
    expect(region.left + region.width).toBeLessThanOrEqual(width);
    expect(region.top + region.height).toBeLessThanOrEqual(height);
  });

  it('has the whole picture for its best region where all crops say the same', () => {
    expect(
      bestRegion(
        heatGrid(
          picture,
          boxes,
          boxes.map(() => 1),
        ),
        picture,
      ),
    ).toEqual({ left: 0, top: 0, ...picture });
  });
});
