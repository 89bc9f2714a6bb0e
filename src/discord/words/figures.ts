import { MAX_TEXT_LENGTH } from '../../clip/rank-texts.ts';
import { MAX_PICTURE_BYTES, MAX_PICTURE_PIXELS } from '../../images/picture-limits.ts';
import { LONGEST_THING } from '../../where/thing-to-find.ts';
import { GLIMPSE } from '../limits.ts';

/** The limits that sentences name in every language. */
export const FIGURES = {
  /** The longest question, in characters. */
  question: GLIMPSE.question,
  /** The longest text to rank or choice, in characters. */
  text: MAX_TEXT_LENGTH,
  /** The most texts or choices at once. */
  textsCount: GLIMPSE.textsCount,
  /** The longest thing to look for, in characters. */
  thing: LONGEST_THING,
  /** The largest picture file, in megabytes as Discord counts them. */
  megabytes: MAX_PICTURE_BYTES / 1024 / 1024,
  /** The most pixels of a picture, in millions. */
  megapixels: MAX_PICTURE_PIXELS / 1_000_000,
} as const;
