import type { PictureSize } from '../images/framing.ts';
import type { Box } from '../images/region.ts';
import type { HeatGrid } from './heat-grid.ts';
import { hillsOf, neighboursOf } from './hills.ts';
import { EVERYWHERE, HIGH_PLACES, PLACES_IN_PICTURE, type PlaceInPicture, WIDE_PLACES } from './sighting.ts';

/**
 * How hot a cell must be to belong to the best region, from the coldest cell (0) to the hottest (1). On the validation scenes
 * boxes overlapped the true ones best from 0.65 to 0.7.
 */
const HOT_FROM = 0.65;
/** The same for a thing that is large in its picture, which fits no crop as a whole (find-thing.ts). */
const HOT_IN_LARGE = 0.5;
/**
 * What rises by more from the saddle between is a hill of its own (`hillsOf`), as of a second thing of the kind. The least that keeps the
 * large things of src/demo whole; docs/where.md has what 0.05 to 0.3 give.
 */
const HILL = 0.15;
/** A choice: from this share of the picture's width or height on a box takes most of it. Its middle tells nothing of where it is then. */
const MOST = 0.75;

/**
 * The box around the hottest cell and all that are joined to it and nearly as hot, in pixels of the picture: of one hill. A large
 * thing is hot in several places, so that there hills count as one, unless that makes the box most of the picture. Never empty.
 */
export function bestRegion(grid: HeatGrid, picture: PictureSize, isLarge = false): Box {
  const all = isLarge ? boxAround(grid, picture, HOT_IN_LARGE) : undefined;
  if (all && placeOf(all, picture) !== EVERYWHERE) return all;
  return boxAround(grid, picture, isLarge ? HOT_IN_LARGE : HOT_FROM, hillsOf(grid, HILL));
}

/** Where there are hills, of the hottest's alone. */
function boxAround(grid: HeatGrid, { width, height }: PictureSize, hotFrom: number, hills?: Int32Array): Box {
  const { columns, rows, values } = grid;
  const hottest = values.indexOf(Math.max(...values));
  const coldest = Math.min(...values);
  const least = coldest + hotFrom * ((values[hottest] ?? 0) - coldest);
  const reached = new Set([hottest]);
  // A Set is walked in the order in which it grows.
  for (const at of reached)
    for (const next of neighboursOf(at, grid))
      if ((values[next] ?? 0) >= least && hills?.[next] === hills?.[hottest]) reached.add(next);
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

/** In which third of the picture the middle of a box lies, across and down; in a direction of which it takes most, that it does. */
export function placeOf({ left, top, width, height }: Box, picture: PictureSize): PlaceInPicture {
  const across = third((left + width / 2) / picture.width);
  const down = third((top + height / 2) / picture.height);
  const [isWide, isHigh] = [width >= MOST * picture.width, height >= MOST * picture.height];
  const place = isWide ? WIDE_PLACES[down] : isHigh ? HIGH_PLACES[across] : PLACES_IN_PICTURE[down * 3 + across];
  return isWide && isHigh ? EVERYWHERE : (place ?? 'middle');
}

const third = (share: number): number => Math.min(2, Math.floor(share * 3));
