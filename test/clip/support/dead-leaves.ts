import sharp from 'sharp';

const SIDE = 256;
const LEAVES = 400;
const RADII = { least: 4, most: 110 };

/**
 * A picture with the statistics of photographs, made of chance alone, as PNG: dead leaves (Lee, Mumford and Huang 2001),
 * patches of power-law sizes that hide each other, with 1/f noise for their texture, a light from one side and a lens's
 * slight blur. The same seed gives the same picture.
 */
export async function deadLeaves(seed: number): Promise<Buffer> {
  const random = seeded(seed);
  const noise = pinkNoise(random);
  const pixels = new Float32Array(SIDE * SIDE * 3);
  for (let i = 0; i < LEAVES; i++) layLeaf(pixels, noise, random, i === 0 ? SIDE * 2 : radius(random));
  return sharp(
    Uint8ClampedArray.from(pixels, (level) => level * 255),
    { raw: { width: SIDE, height: SIDE, channels: 3 } },
  )
    .blur(0.8)
    .png()
    .toBuffer();
}

/** Of density r^-3. */
function radius(random: () => number): number {
  const [near, far] = [RADII.least ** -2, RADII.most ** -2];
  return (near + random() * (far - near)) ** -0.5;
}

function layLeaf(pixels: Float32Array, noise: Float32Array, random: () => number, size: number): void {
  const x = random() * SIDE;
  const y = random() * SIDE;
  const light = random();
  const colour = [0, 1, 2].map(() => light * 0.75 + random() * 0.25);
  const [shade, grain, start] = [random() * 0.15, 0.03 + random() * 0.1, Math.floor(random() * noise.length)];
  for (let row = Math.max(0, Math.ceil(y - size)); row < Math.min(SIDE, y + size); row++) {
    for (let column = Math.max(0, Math.ceil(x - size)); column < Math.min(SIDE, x + size); column++) {
      if (Math.hypot(column - x, row - y) > size) continue;
      const at = row * SIDE + column;
      const lit = (shade * (x - column)) / size + grain * (noise[(at + start) % noise.length] as number);
      for (const channel of [0, 1, 2]) pixels[at * 3 + channel] = (colour[channel] as number) + lit;
    }
  }
}

/** `Float32Array[SIDE * SIDE]`, every octave as strong as the others: an amplitude that falls with frequency as 1/f. */
function pinkNoise(random: () => number): Float32Array {
  const noise = new Float32Array(SIDE * SIDE);
  for (let cell = SIDE / 2; cell >= 1; cell /= 2) {
    const cells = SIDE / cell + 1;
    const corners = Float32Array.from({ length: cells * cells }, () => random() * 2 - 1);
    for (let at = 0; at < noise.length; at++) {
      const [x, y] = [(at % SIDE) / cell, Math.floor(at / SIDE) / cell];
      const corner = Math.floor(y) * cells + Math.floor(x);
      const across = (from: number) => mixed(corners[from] as number, corners[from + 1] as number, x % 1);
      noise[at] = (noise[at] as number) + mixed(across(corner), across(corner + cells), y % 1);
    }
  }
  return noise;
}

const mixed = (a: number, b: number, share: number) => a + (b - a) * share;

/** Numbers from 0 to 1: mulberry32, by Tommy Ettinger (public domain). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixedBits = Math.imul(state ^ (state >>> 15), 1 | state);
    mixedBits = (mixedBits + Math.imul(mixedBits ^ (mixedBits >>> 7), 61 | mixedBits)) ^ mixedBits;
    return ((mixedBits ^ (mixedBits >>> 14)) >>> 0) / 2 ** 32;
  };
}
