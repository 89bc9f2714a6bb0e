/** The largest picture file that Glimpse opens: what Discord lets everyone upload. In bytes (10 MiB). */
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024;

/** The most pixels that Glimpse decodes: a phone's 50-megapixel camera; about 150 MB while it is open. */
export const MAX_PICTURE_PIXELS = 50_000_000;

/**
 * How many pixels of an animation may be decoded to reach one of its frames, as each builds on those before it: some
 * 1000 frames of 800x600. It takes one to three seconds on one core. Frames further on are not looked at.
 */
export const MAX_ANIMATION_PIXELS = 500_000_000;

/** How long decoding one picture may take, in seconds, all the frames that are looked at together, before it is given up. */
export const DECODE_SECONDS = 10;
