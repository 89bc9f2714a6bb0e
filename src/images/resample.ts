/** Pillow's filters that checkpoints ask for. */
export type Filter = 'bicubic' | 'bilinear';

/** How far each of them reaches to either side, in pixels of what it makes: half of its width (Pillow, Resample.c). */
export const SUPPORT = { bicubic: 2, bilinear: 1 } as const satisfies Readonly<Record<Filter, number>>;

/** Where a row of samples is looked at, in samples: output `i` has its middle at `origin + (i + 0.5) * step`. */
export interface Axis {
  /** How many samples there are. */
  readonly samples: number;
  /** Where the first output begins. It may lie between samples. */
  readonly origin: number;
  /** How far it is from one output to the next: over 1 shrinks, under 1 enlarges. */
  readonly step: number;
}

/**
 * Resamples interleaved 8-bit RGB (`Uint8Array[y.samples * x.samples * 3]`) to a square (`Uint8Array[size * size * 3]`) just as
 * Pillow's BICUBIC or BILINEAR does, to the bit: a kernel that widens with the step, so that nothing is skipped; across,
 * rounded to 8 bits, then down (Pillow, src/libImaging/Resample.c). libvips' own kernels average boxes of pixels before they
 * shrink, round places to a 64th, and lie half a pixel off when they enlarge (docs/preprocessing.md).
 */
export function resample(rgb: Uint8Array, x: Axis, y: Axis, size: number, filter: Filter): Uint8Array {
  return down(across(rgb, y.samples, x.samples, kernelsOf(x, size, filter)), size, kernelsOf(y, size, filter));
}

/** For each output, which samples it is made of and how much of each. The weights of output `i` start at `i * taps`. */
interface Kernels {
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly weights: Int32Array;
  readonly taps: number;
}

/** Weights are whole numbers of this many binary places: Pillow's PRECISION_BITS for 8-bit pictures. */
const BITS = 22;
const HALF = 1 << (BITS - 1);

function kernelsOf({ samples, origin, step }: Axis, size: number, filter: Filter): Kernels {
  const shareAt = SHARE_AT[filter];
  const widening = Math.max(1, step);
  const narrowing = 1 / widening;
  const reach = SUPPORT[filter] * widening;
  const taps = Math.ceil(reach) * 2 + 1;
  const kernels = {
    first: new Int32Array(size),
    count: new Int32Array(size),
    weights: new Int32Array(size * taps),
    taps,
  };
  const shares = new Float64Array(taps);
  for (let i = 0; i < size; i++) {
    const middle = origin + (i + 0.5) * step;
    const first = Math.max(0, Math.floor(middle - reach + 0.5));
    const count = Math.min(samples, Math.floor(middle + reach + 0.5)) - first;
    let sum = 0;
    // Each sum in Pillow's order, for the last bit's sake.
    for (let k = 0; k < count; k++) sum += shares[k] = shareAt((first + k - middle + 0.5) * narrowing);
    for (let k = 0; k < count; k++) kernels.weights[i * taps + k] = toFixedPoint((shares[k] as number) / sum);
    kernels.first[i] = first;
    kernels.count[i] = count;
  }
  return kernels;
}

/** Keys' cubic convolution (1981), which with this value is Catmull and Rom's spline; Pillow's, and libvips'. */
const A = -0.5;

function cubic(at: number): number {
  const x = Math.abs(at);
  if (x < 1) return ((A + 2) * x - (A + 3)) * x * x + 1;
  return x < SUPPORT.bicubic ? (((x - 5) * x + 8) * x - 4) * A : 0;
}

function triangle(at: number): number {
  return Math.max(0, 1 - Math.abs(at));
}

/** How much a sample counts that lies so far from the middle, before all shares are made to add up to 1. */
const SHARE_AT = { bicubic: cubic, bilinear: triangle } as const satisfies Readonly<
  Record<Filter, (at: number) => number>
>;

/** Rounds halves away from zero, as Pillow does. */
function toFixedPoint(share: number): number {
  return Math.sign(share) * Math.floor(0.5 + Math.abs(share) * 2 ** BITS);
}

/** Resamples each row. The loops below are where the time goes, so they hold whole numbers only, and no calls. */
function across(rgb: Uint8Array, rows: number, width: number, { first, count, weights, taps }: Kernels): Uint8Array {
  const size = first.length;
  const out = new Uint8ClampedArray(rows * size * 3);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < size; i++) {
      let at = (row * width + (first[i] as number)) * 3;
      const end = i * taps + (count[i] as number);
      let red = HALF;
      let green = HALF;
      let blue = HALF;
      for (let k = i * taps; k < end; k++, at += 3) {
        const weight = weights[k] as number;
        red += Math.imul(rgb[at] as number, weight);
        green += Math.imul(rgb[at + 1] as number, weight);
        blue += Math.imul(rgb[at + 2] as number, weight);
      }
      const to = (row * size + i) * 3;
      out[to] = red >> BITS;
      out[to + 1] = green >> BITS;
      out[to + 2] = blue >> BITS;
    }
  }
  return new Uint8Array(out.buffer);
}

/** Resamples each column, a row of sums at a time, so that memory is read in its order. */
function down(rgb: Uint8Array, width: number, { first, count, weights, taps }: Kernels): Uint8Array {
  const stride = width * 3;
  const out = new Uint8ClampedArray(first.length * stride);
  const sums = new Int32Array(stride);
  for (let i = 0; i < first.length; i++) {
    sums.fill(HALF);
    for (let k = 0; k < (count[i] as number); k++) {
      const weight = weights[i * taps + k] as number;
      const from = ((first[i] as number) + k) * stride;
      for (let j = 0; j < stride; j++) sums[j] = (sums[j] as number) + Math.imul(rgb[from + j] as number, weight);
    }
    for (let j = 0; j < stride; j++) out[i * stride + j] = (sums[j] as number) >> BITS;
  }
  return new Uint8Array(out.buffer);
}
