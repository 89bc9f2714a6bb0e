/**
 * The colour scale viridis, from low to high, in ten even steps as red, green and blue of 0 to 255: by Smith, van der Walt
 * and Firing for matplotlib (bids.github.io/colormap, CC0). Its lightness rises all the way, so that it reads the same to
 * people who are colour-blind, and in black and white.
 */
export const VIRIDIS: readonly (readonly [number, number, number])[] = [
  [0x44, 0x01, 0x54],
  [0x48, 0x28, 0x78],
  [0x3e, 0x4a, 0x89],
  [0x31, 0x68, 0x8e],
  [0x26, 0x82, 0x8e],
  [0x1f, 0x9e, 0x89],
  [0x35, 0xb7, 0x79],
  [0x6d, 0xcd, 0x59],
  [0xb4, 0xde, 0x2c],
  [0xfd, 0xe7, 0x25],
];

/** The scale in 256 steps, interpolated: `Uint8Array[256 * 3]`. */
export const VIRIDIS_TABLE: Uint8Array = Uint8Array.from({ length: 256 * 3 }, (_, at) => {
  const [level, channel] = [Math.floor(at / 3), at % 3];
  const place = (level / 255) * (VIRIDIS.length - 1);
  const below = Math.min(Math.floor(place), VIRIDIS.length - 2);
  const [from = 0, to = 0] = [VIRIDIS[below]?.[channel], VIRIDIS[below + 1]?.[channel]];
  return Math.round(from + (to - from) * (place - below));
});
