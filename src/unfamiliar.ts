import { PREFERRED_CHECKPOINT } from '../models/catalogue.ts';

/**
 * What is said of an unfamiliar picture in the place of an answer or a caption. It speaks for glimpse-mini: no other
 * checkpoint finds pictures unfamiliar.
 */
export const UNFAMILIAR =
  'I only know drawings, and this looks like a photograph or something else that was not drawn.';

/** Said after `UNFAMILIAR`: what would help. */
export const UNFAMILIAR_REMEDY = `The full CLIP knows photographs: whoever runs me can switch to it with CLIP_MODEL=${PREFERRED_CHECKPOINT}.`;

/** Said before a ranking by an unfamiliar picture. */
export const UNFAMILIAR_RANKING = 'I only know drawings, and this does not look like one: the ranking means little.';
