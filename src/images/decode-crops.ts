import { type CropLayer, cropGrid, sideOf } from './crop-grid.ts';
import { decodeRaster, type Raster } from './decode-raster.ts';
import type { PictureSize } from './framing.ts';
import type { Box } from './region.ts';
import { type Filter, resample } from './resample.ts';

/** Overlapping crops of one picture. */
export interface DecodedCrops {
  /** Of the upright picture, in pixels. */
  readonly picture: PictureSize;
  /** Where the crops lie in it, in its pixels; they may begin and end between two. */
  readonly boxes: readonly Box[];
  /** Each crop as interleaved 8-bit RGB, `Uint8Array[size * size * 3]`. */
  readonly crops: readonly Uint8Array[];
}

/**
 * The most pixels that are kept of a picture to cut crops from: 12 MB. Only of a picture more than 30 times as long as wide
 * are crops coarser for it. Crops of more than 266 pixels by the bilinear get fewer than the three of `LEFT_FOR_CROPS`, those
 * of 384 two.
 */
const MOST_PIXELS = 4_000_000;

/**
 * How many pixels the decoded picture has for each of a smallest crop's, along an axis and at most. libvips shrinks it by its
 * bicubic, so that another filter needs more than one to make of them what Pillow would: of a screenful of text (2400x1800,
 * crops of 96) crops lie 2.2 levels of 255 from Pillow's on average with one, 2.0 with two, 0.8 with three.
 */
const LEFT_FOR_CROPS = { bicubic: 1, bilinear: 3 } as const satisfies Readonly<Record<Filter, number>>;

/**
 * Decodes a stranger's picture once, no larger than its smallest crops need, and cuts overlapping square crops out of it,
 * each brought to `size` by the filter. Of an animation, the first frame. Throws what `decodeRaster` throws.
 */
export async function decodeCrops(
  file: Uint8Array,
  size: number,
  layers: readonly CropLayer[],
  filter: Filter,
): Promise<DecodedCrops> {
  const smallest = Math.min(...layers.map(({ share }) => share));
  const raster = await decodeRaster(file, (picture) =>
    workingSize(picture, (LEFT_FOR_CROPS[filter] * size) / sideOf(smallest, picture)),
  );
  const { width, height } = raster.original;
  const boxes = cropGrid(raster, layers);
  const [across, down] = [width / raster.width, height / raster.height];
  return {
    picture: raster.original,
    boxes: boxes.map(({ left, top, width, height }) => ({
      left: left * across,
      top: top * down,
      width: width * across,
      height: height * down,
    })),
    crops: boxes.map((box) => cutOut(raster, box, size, filter)),
  };
}

/** The picture shrunk to `scale` or further, and never enlarged. */
function workingSize({ width, height }: PictureSize, wanted: number): PictureSize {
  const scale = Math.min(1, wanted, Math.sqrt(MOST_PIXELS / (width * height)));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function cutOut(
  { rgb, width }: Raster,
  { left, top, width: side, height }: Box,
  size: number,
  filter: Filter,
): Uint8Array {
  const rows = rgb.subarray(top * width * 3, (top + height) * width * 3);
  return resample(
    rows,
    { samples: width, origin: left, step: side / size },
    { samples: height, origin: 0, step: height / size },
    size,
    filter,
  );
}
