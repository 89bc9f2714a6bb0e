import type { PictureSize } from '../images/framing.ts';
import type { Box } from '../images/region.ts';

/**
 * How far above a thing, in heights of it, what is on it is looked for. Of 1, 1.5, 2 and 3 the first that was best on the validation
 * scenes of training/beside.ts: 54.5, 70.1, 71.4 and 71.4 % right.
 */
const ABOVE = 2;
/** A choice: as much of a surface is looked at with it, from its top, as a share of its height, for what stands on it hides some. */
const OF_SURFACE = 0.5;
/** With less than this above it in the picture, in heights of it, nothing is to be seen on top of it. */
const LEAST_ABOVE = 0.25;

/**
 * Where in a picture what is on a thing is to be seen: above it, and beside the upper half of a surface. About as wide as high and no
 * narrower than the thing, as CLIP sees the middle square alone. Undefined where the thing is at the top of the picture and
 * what is on it would be above.
 */
export function boxOn(thing: Box, picture: PictureSize, surface: boolean): Box | undefined {
  const top = Math.max(0, Math.floor(thing.top - ABOVE * thing.height));
  if (!surface && thing.top - top < LEAST_ABOVE * thing.height) return undefined;
  const bottom = thing.top + (surface ? OF_SURFACE * thing.height : 0);
  const height = Math.max(1, Math.round(bottom - top));
  const width = Math.min(picture.width, Math.max(height, thing.width));
  const middle = thing.left + thing.width / 2;
  const left = Math.max(0, Math.min(picture.width - width, Math.round(middle - width / 2)));
  return { left, top, width, height };
}
