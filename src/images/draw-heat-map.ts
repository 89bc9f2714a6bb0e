import sharp from 'sharp';
import { decodeRaster, type Raster } from './decode-raster.ts';
import type { PictureSize } from './framing.ts';
import type { Box } from './region.ts';
import { VIRIDIS_TABLE } from './viridis.ts';

/** What is drawn over a picture. */
export interface HeatMap {
  /** How large the picture is drawn. */
  readonly size: PictureSize;
  /** Row by row, 0 for cold to 255 for hot: `Uint8Array[rows * columns]`. */
  readonly heat: Uint8Array;
  readonly columns: number;
  readonly rows: number;
  /** What to frame, in pixels of `size`; nothing where it is absent. */
  readonly box?: Box | undefined;
  /** What stands below the picture, as wide as it: a legend. */
  readonly below: Raster;
}

/**
 * Draws a stranger's picture with a heat map over it, and returns a PNG file. The picture shows through in grey the less, the
 * hotter it is; what is cold is dark. Throws what `decodeRaster` throws.
 */
export async function drawHeatMap(file: Uint8Array, map: HeatMap): Promise<Uint8Array> {
  const { size, box, below } = map;
  if (below.width !== size.width) throw new RangeError(`a legend ${below.width} wide is not below ${size.width}`);
  const { rgb } = await decodeRaster(file, () => size);
  blend(rgb, await enlarged(map));
  if (box) frame({ ...size, rgb }, box);
  const whole = Buffer.concat([rgb, below.rgb]);
  const height = size.height + below.height;
  return sharp(whole, { raw: { width: size.width, height, channels: 3 } })
    .png({ compressionLevel: 6, adaptiveFiltering: true })
    .toBuffer();
}

/** The heat for each pixel, smoothly between the cells. */
async function enlarged({ heat, columns, rows, size }: HeatMap): Promise<Uint8Array> {
  const { data, info } = await sharp(heat, { raw: { width: columns, height: rows, channels: 1 } })
    .resize(size.width, size.height, { fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 1) throw new Error(`enlarged to ${info.channels} channels`);
  return data;
}

/** How much of a pixel is the scale's colour, where it is cold and where it is hot. By eye, on light and dark pictures. */
const COLOUR_SHARE = { cold: 0.35, hot: 0.6 } as const;

function blend(rgb: Uint8Array, heat: Uint8Array): void {
  for (let i = 0, at = 0; i < heat.length; i++, at += 3) {
    const level = heat[i] as number;
    const share = COLOUR_SHARE.cold + ((COLOUR_SHARE.hot - COLOUR_SHARE.cold) * level) / 255;
    // Rec. 601, as good as any for what is coloured over.
    const grey = 0.299 * (rgb[at] as number) + 0.587 * (rgb[at + 1] as number) + 0.114 * (rgb[at + 2] as number);
    for (let channel = 0; channel < 3; channel++)
      rgb[at + channel] = (1 - share) * grey + share * (VIRIDIS_TABLE[level * 3 + channel] as number);
  }
}

/** A white line between two black ones is seen on anything. */
function frame(raster: Raster, box: Box): void {
  const thick = Math.max(2, Math.round(Math.min(raster.width, raster.height) / 200));
  outline(raster, box, 0, 3 * thick, 0);
  outline(raster, box, thick, 2 * thick, 255);
}

/** Fills the frame that lies from `from` to `to` pixels inside of the box's edge. */
function outline({ rgb, width, height }: Raster, box: Box, from: number, to: number, level: number): void {
  const right = Math.min(width, box.left + box.width);
  const bottom = Math.min(height, box.top + box.height);
  for (let y = Math.max(0, box.top); y < bottom; y++) {
    for (let x = Math.max(0, box.left); x < right; x++) {
      const depth = Math.min(x - box.left, y - box.top, right - 1 - x, bottom - 1 - y);
      if (depth >= from && depth < to) rgb.fill(level, (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
  }
}
