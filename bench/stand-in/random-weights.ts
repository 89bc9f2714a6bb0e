import type { LazyBytes } from './protobuf.ts';

/** A tensor of random weights: the same for the same seed and name, in whatever precision it is written. */
export interface RandomWeights {
  readonly seed: number;
  readonly name: string;
  readonly count: number;
  /** The standard deviation; the mean is 0. NaN makes all of them NaN. */
  readonly deviation: number;
}

/** How many weights are made at a time: 1 MB of them. */
const AT_ONCE = 262_144;

/**
 * Weights, evenly distributed: their greatest, which a quantised tensor is scaled by, is then known before they are
 * made (`bound`), and speed does not depend on how they are distributed.
 */
export function* randomWeights({ seed, name, count, deviation }: RandomWeights): Generator<Float32Array> {
  const next = uniform(hash(`${seed}/${name}`));
  const most = bound(deviation);
  for (let made = 0; made < count; made += AT_ONCE) {
    const piece = new Float32Array(Math.min(AT_ONCE, count - made));
    for (let i = 0; i < piece.length; i++) piece[i] = (next() * 2 - 1) * most;
    yield piece;
  }
}

/** The greatest that a weight can be: an even distribution from -b to b has the deviation b / sqrt(3). */
export const bound = (deviation: number): number => Math.sqrt(3) * deviation;

/** The weights as 32-bit floats. */
export const asFloats = (weights: RandomWeights): LazyBytes => ({
  length: weights.count * 4,
  *pieces() {
    for (const piece of randomWeights(weights)) yield new Uint8Array(piece.buffer);
  },
});

/** The weights as 8-bit integers with one scale for all: `bound(deviation) / 127`. */
export const asInt8 = (weights: RandomWeights): LazyBytes => ({
  length: weights.count,
  *pieces() {
    const scale = bound(weights.deviation) / 127;
    for (const piece of randomWeights(weights)) {
      const whole = new Uint8Array(piece.length);
      // An unsigned byte keeps the two's complement of what it is given.
      for (let i = 0; i < piece.length; i++) whole[i] = Math.round((piece[i] as number) / scale);
      yield whole;
    }
  },
});

/** All of the weights at once. */
export function allWeights(weights: RandomWeights): Float32Array {
  const all = new Float32Array(weights.count);
  let at = 0;
  for (const piece of randomWeights(weights)) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) state = Math.imul(state ^ byte, 0x01000193);
  return state >>> 0;
}

/** Mulberry32 (Tommy Ettinger): numbers from 0 to 1, quickly. */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
