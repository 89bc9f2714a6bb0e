/** What a checkpoint's `preprocessor_config.json` says about its input. Mean and deviation are per channel, of 0 to 1. */
export interface PixelFormat {
  /** The side of the square that the vision tower sees, in pixels. */
  readonly size: number;
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
}

/**
 * CLIP's last step: interleaved 8-bit RGB (`Uint8Array[size * size * 3]`) becomes normalised planes
 * (`Float32Array[3 * size * size]`, red first). Throws a RangeError if the length does not fit the size.
 */
export function toPixelValues(rgb: Uint8Array, { size, mean, std }: PixelFormat): Float32Array {
  const plane = size * size;
  if (rgb.length !== plane * 3) throw new RangeError(`${rgb.length} bytes are not ${size}x${size} RGB`);
  const values = new Float32Array(plane * 3);
  for (const channel of [0, 1, 2] as const) {
    const table = Float32Array.from({ length: 256 }, (_, level) => (level / 255 - mean[channel]) / std[channel]);
    for (let i = 0; i < plane; i++) values[channel * plane + i] = table[rgb[i * 3 + channel] as number] as number;
  }
  return values;
}
