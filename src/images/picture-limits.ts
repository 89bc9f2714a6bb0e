/** The largest picture file that Glimpse opens: what Discord lets everyone upload. In bytes (10 MiB). */
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024;

/** The most pixels that Glimpse decodes: a phone's 50-megapixel camera; about 150 MB while it is open. */
export const MAX_PICTURE_PIXELS = 50_000_000;

/** How long decoding one picture may take, in seconds, before it is given up. */
export const DECODE_SECONDS = 10;
