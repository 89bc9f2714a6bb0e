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
export function toPixelValues(rgb: Uint8Array, format: PixelFormat): Float32Array {
  const plane = format.size * format.size;
  if (rgb.length !== plane * 3) throw new RangeError(`${rgb.length} bytes are not ${format.size}x${format.size} RGB`);
  const [red, green, blue] = tablesOf(format);
  const values = new Float32Array(plane * 3);
  for (let i = 0, at = 0; i < plane; i++) {
    values[i] = red[rgb[at++] as number] as number;
    values[plane + i] = green[rgb[at++] as number] as number;
    values[2 * plane + i] = blue[rgb[at++] as number] as number;
  }
  return values;
}

/** What each level of 0 to 255 becomes, for each channel: a format's tables are made once. */
function tablesOf(format: PixelFormat): Tables {
  const known = TABLES.get(format);
  if (known) return known;
  const table = (channel: 0 | 1 | 2) =>
    Float32Array.from({ length: 256 }, (_, level) => (level / 255 - format.mean[channel]) / format.std[channel]);
  const tables: Tables = [table(0), table(1), table(2)];
  TABLES.set(format, tables);
  return tables;
}

type Tables = readonly [Float32Array, Float32Array, Float32Array];
const TABLES = new WeakMap<PixelFormat, Tables>();
