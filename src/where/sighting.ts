import type { PictureSize } from '../images/framing.ts';
import type { Box } from '../images/region.ts';

/** Where in a picture something is, in words: row by row, as they lie. */
export const PLACES_IN_PICTURE = [
  'top left',
  'top',
  'top right',
  'left',
  'middle',
  'right',
  'bottom left',
  'bottom',
  'bottom right',
] as const;
/** Where something is that takes most of the picture's width, by its height. */
export const WIDE_PLACES = [
  'top, most of the width',
  'halfway up, most of the width',
  'bottom, most of the width',
] as const;
/** Where something is that takes most of the picture's height, from left to right. */
export const HIGH_PLACES = [
  'left, most of the height',
  'halfway across, most of the height',
  'right, most of the height',
] as const;
/** Where something is that takes most of both. */
export const EVERYWHERE = 'most of the picture';
/** One of `PLACES_IN_PICTURE`, `WIDE_PLACES` and `HIGH_PLACES`, or `EVERYWHERE`. */
export type PlaceInPicture =
  | (typeof PLACES_IN_PICTURE | typeof WIDE_PLACES | typeof HIGH_PLACES)[number]
  | typeof EVERYWHERE;

/**
 * How looking for something came out: `found`; `absent`, where it does not seem to be there; `unknown`, where the model knows
 * none of the words, so that it can't tell; `unfamiliar`, where the picture looks like nothing that the model knows.
 */
export type Outcome = 'found' | 'absent' | 'unknown' | 'unfamiliar';

/** Where a thing is in a picture. The JSON of `glimpse where --json`. */
export interface Sighting {
  /** As it was looked for: in lower case, without its article. */
  readonly thing: string;
  readonly outcome: Outcome;
  /** The chance that it is in the picture at all, 0 to 1; it means little where the outcome is `unknown` or `unfamiliar`. */
  readonly confidence: number;
  /** Where it is, if it was found. */
  readonly place?: PlaceInPicture | undefined;
  /** The region that fits best, in pixels of the upright picture, if it was found. */
  readonly box?: Box | undefined;
  /** The upright picture, in pixels. */
  readonly picture: PictureSize;
  /** How many crops were looked at. */
  readonly crops: number;
  /** The catalogue id of the checkpoint that looked. */
  readonly model: string;
  readonly milliseconds: number;
}

/** A sighting, and the PNG file of the picture with a heat map over it where one was asked for and means something. */
export interface DrawnSighting extends Sighting {
  readonly drawing?: Uint8Array | undefined;
}

/** What stands in the legend of a heat map. */
export interface LegendWords {
  /** Below the cold and the hot end of the scale. */
  readonly low: string;
  readonly high: string;
}
