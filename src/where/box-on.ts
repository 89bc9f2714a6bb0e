import type { PictureSize } from '../images/framing.ts';
import type { Box } from '../images/region.ts';

/**
 * How far above a thing, in heights of it, what is on it is looked for. Of 1, 1.5, 2 and 3 the first that was best on the validation
 * scenes of training/beside.ts (docs/where.md).
 */
const ABOVE = 1.5;
/** As much of a surface is looked at with it, from its top, as a share of its height: what stands on it hides some of it. */
const OF_SURFACE = 0.5;
/** With less than this above it in the picture, in heights of it, nothing is to be seen on top of it. */
const LEAST_ABOVE = 0.25;

/**
 * Where in a picture what is on a thing is to be seen: all that is as high up, and as high as the upper half of a
 * surface. Undefined where the thing is at the top of the picture and what is on it would be above.
 */
export function boxOn({ top, height }: Box, { width }: PictureSize, surface: boolean): Box | undefined {
  const from = Math.max(0, Math.floor(top - ABOVE * height));
  if (!surface && top - from < LEAST_ABOVE * height) return undefined;
  const to = top + (surface ? OF_SURFACE * height : 0);
  return { left: 0, top: from, width, height: Math.max(1, Math.round(to - from)) };
}
