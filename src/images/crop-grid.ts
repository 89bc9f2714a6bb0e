import type { PictureSize } from './framing.ts';
import type { Box } from './region.ts';

/** One layer of overlapping square crops. */
export interface CropLayer {
  /**
   * The side of a crop, as a share of the side of a square as large as the picture; at most the picture's shorter side, so
   * that in a picture twice as long as wide or more a coarse crop is as wide as the picture.
   */
  readonly share: number;
  /** How far it is from one crop to the next, at most, as a share of a crop's side. */
  readonly step: number;
  /** No more crops than this, wherever the picture is so long that they then overlap less. */
  readonly most: number;
}

/**
 * Overlapping square crops over all of a picture, layer by layer and row by row, up to every edge; the layers' `most` together
 * are the most there can be. A picture that is so long that they do not suffice has single crops along its middle, with gaps
 * between them. In a picture of a few pixels crops may coincide.
 *
 * @example cropGrid({ width: 300, height: 200 }, [{ share: 1, step: 0.5, most: 4 }]) // two squares of 200 pixels, 100 apart
 */
export function cropGrid({ width, height }: PictureSize, layers: readonly CropLayer[]): readonly Box[] {
  return layers.flatMap(({ share, step, most }) => {
    const side = sideOf(share, { width, height });
    const [columns, rows] = countsFor((width - side) / side, (height - side) / side, step, most);
    return placesOf(height, side, rows).flatMap((top) =>
      placesOf(width, side, columns).map((left) => ({ left, top, width: side, height: side })),
    );
  });
}

/** The side of a layer's crops in whole pixels, at least one. */
export function sideOf(share: number, { width, height }: PictureSize): number {
  return Math.max(1, Math.round(Math.min(width, height, share * Math.sqrt(width * height))));
}

/** How many crops lie side by side and one below the other, given by how many sides further the last is than the first. */
function countsFor(across: number, down: number, step: number, most: number): readonly [number, number] {
  // As a product of both, and not one crop less here and there, so that neither direction is looked at more closely.
  for (let wider = step; ; wider *= WIDENING) {
    const columns = 1 + Math.ceil(across / wider - ROUNDING);
    const rows = 1 + Math.ceil(down / wider - ROUNDING);
    if (columns * rows <= most || (columns === 1 && rows === 1)) return [columns, rows];
    if (wider > across && wider > down) return [Math.min(columns, most), 1];
  }
}

const WIDENING = 1.05;
/** Of the side being a whole number of pixels, some hundredths remain. */
const ROUNDING = 0.05;

/** Where `count` crops begin, evenly from one end to the other. */
function placesOf(length: number, side: number, count: number): readonly number[] {
  if (count === 1) return [Math.round((length - side) / 2)];
  return Array.from({ length: count }, (_, at) => Math.round(((length - side) * at) / (count - 1)));
}
