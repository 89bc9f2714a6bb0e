import type { HeatMap } from '../images/draw-heat-map.ts';
import type { PictureSize } from '../images/framing.ts';
import type { Found } from './find-thing.ts';
import { drawLegend } from './legend.ts';
import type { LegendWords } from './sighting.ts';

/**
 * The longer side of a drawing, in pixels, as far as its shorter one is not under `NARROWEST`. A choice: about as large as a
 * message in Discord is wide, and drawn in a fraction of a second.
 */
const LONGEST = 800;
/** A choice: its legend needs some room. */
const NARROWEST = 240;
/** No side of a drawing is longer, however long the picture: what is longer is drawn narrower than it is. */
const MOST = 2400;

/**
 * What to draw over a picture of what was found in it. The colder half of the cells is as cold as the scale goes, so that the
 * picture is not coloured where there is nothing. The hottest cell is as hot as the scale goes where the thing was found, and
 * else as hot as the chance that it is there.
 */
export async function heatMapOf({ sighting, heat }: Found, words: LegendWords): Promise<HeatMap> {
  const { picture, outcome, confidence, box } = sighting;
  const size = drawnSize(picture);
  const { columns, rows, values } = heat;
  const cold = values.toSorted()[Math.floor(values.length / 2)] ?? 0;
  const scale = (255 * (outcome === 'found' ? 1 : confidence)) / (Math.max(...values) - cold || 1);
  const [across, down] = [size.width / picture.width, size.height / picture.height];
  return {
    size,
    columns,
    rows,
    heat: Uint8Array.from(values, (value) => Math.round(Math.max(0, value - cold) * scale)),
    box: box && {
      left: Math.floor(box.left * across),
      top: Math.floor(box.top * down),
      width: Math.ceil(box.width * across),
      height: Math.ceil(box.height * down),
    },
    below: await drawLegend(size.width, words),
  };
}

/** Small pictures are enlarged, so that the box and the scale can be seen; large ones are reduced. */
function drawnSize({ width, height }: PictureSize): PictureSize {
  const scale = Math.max(LONGEST / Math.max(width, height), NARROWEST / Math.min(width, height));
  const side = (length: number) => Math.max(NARROWEST, Math.min(MOST, Math.round(length * scale)));
  return { width: side(width), height: side(height) };
}
