import type { PictureSize } from '../images/framing.ts';
import type { Box } from '../images/region.ts';
import type { HeatGrid } from './heat-grid.ts';
import { PLACES_IN_PICTURE, type PlaceInPicture } from './sighting.ts';

/**
 * How hot a cell must be to belong to the best region, from the coldest cell (0) to the hottest (1). On the validation scenes
 * boxes overlapped the true ones best from 0.65 to 0.7.
 */
export const HOT_FROM = 0.65;
/** The same for a thing that is large in its picture, which fits no crop as a whole (find-thing.ts). */
export const HOT_IN_LARGE = 0.5;

/**
 * The box around the hottest cell and all that are joined to it and hotter than `hotFrom`, in pixels of the picture. Never
 * empty.
 */
export function bestRegion(
  { columns, rows, values }: HeatGrid,
  { width, height }: PictureSize,
  hotFrom: number = HOT_FROM,
): Box {
  const hottest = values.indexOf(Math.max(...values));
  const coldest = Math.min(...values);
  const least = coldest + hotFrom * ((values[hottest] ?? 0) - coldest);
  const reached = new Set([hottest]);
  // A Set is walked in the order in which it grows.
  for (const at of reached) {
    const column = at % columns;
    const neighbours = [
      ...(column > 0 ? [at - 1] : []),
      ...(column < columns - 1 ? [at + 1] : []),
      ...(at >= columns ? [at - columns] : []),
      ...(at < columns * (rows - 1) ? [at + columns] : []),
    ];
    for (const next of neighbours) if ((values[next] ?? 0) >= least) reached.add(next);
  }
  const across = [...reached].map((at) => at % columns);
  const down = [...reached].map((at) => Math.floor(at / columns));
  const [left, right] = spanOf(across, width / columns, width);
  const [top, bottom] = spanOf(down, height / rows, height);
  return { left, top, width: right - left, height: bottom - top };
}

/** From the first cell's beginning to the last one's end, in whole pixels of which there is one at least. */
function spanOf(cells: readonly number[], cell: number, length: number): readonly [number, number] {
  const from = Math.min(length - 1, Math.floor(Math.min(...cells) * cell));
  return [from, Math.max(from + 1, Math.min(length, Math.round((Math.max(...cells) + 1) * cell)))];
}

/** In which third of the picture the middle of a box lies, across and down. */
export function placeOf({ left, top, width, height }: Box, picture: PictureSize): PlaceInPicture {
  const across = third((left + width / 2) / picture.width);
  const down = third((top + height / 2) / picture.height);
  return PLACES_IN_PICTURE[down * 3 + across] ?? 'middle';
}

const third = (share: number): number => Math.min(2, Math.floor(share * 3));
